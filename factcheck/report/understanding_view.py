"""What was understood of a text, as a list of names and values."""

from __future__ import annotations

from factcheck.model.result import Mention, Result
from factcheck.report.layout import Block, Piece, block, rows
from factcheck.report.wording import in_words, qualifier_in_words


def understood(result: Result) -> list[Block]:
    """Relation, subject, object and what else was read; what is empty is left out."""
    read = result.understood
    cues = [f"“{each.words}” ({each.kind})" for each in (*read.cues, *result.stance_cues)]
    mentions = [_mention(each, result.text) for each in read.mentions]
    return rows(
        [
            ("subject", read.subject),
            ("relation", in_words(read.relation)),
            ("object", read.object),
            ("qualifiers", ", ".join(map(qualifier_in_words, read.qualifiers))),
            ("polarity", read.polarity),
            ("strength", read.strength),
            ("assertion", result.stance.value),
            ("cues", ", ".join(dict.fromkeys(cues))),
            ("mentions", ", ".join(mentions)),
            ("not read", ", ".join(f"“{each}”" for each in read.unread)),
            ("match", result.match.value if result.match else ""),
            ("reason", result.reason.value),
        ]
    )


def _mention(mention: Mention, whole: str) -> str:
    words = mention.span.cut(whole)
    name = f" → {mention.name}" if mention.name and mention.name != words else ""
    return f"“{words}”{name}" + (f" (read as “{mention.read_as}”)" if mention.read_as else "")


def read_as(result: Result) -> list[Block]:
    """A line for every word that was read as another one, such as a misspelling."""
    pairs = dict.fromkeys(
        (each.span.cut(result.text), each.read_as)
        for each in result.understood.mentions
        if each.read_as and each.read_as.lower() != each.span.cut(result.text).lower()
    )
    return [block(Piece(f"Read “{word}” as “{other}”.", "dim")) for word, other in pairs]
