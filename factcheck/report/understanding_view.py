"""What was understood of a text, as a list of names and values."""

from __future__ import annotations

from factcheck.model.result import Result
from factcheck.report.layout import Paragraph, Piece, paragraph, width_of


def understood(result: Result) -> list[Paragraph]:
    """Relation, subject, object and what else was read; what is empty is left out."""
    read = result.understood
    cues = [f"“{each.words}” ({each.kind})" for each in (*read.cues, *result.stance_cues)]
    mentions = [
        f"“{each.span.cut(result.text)}”"
        + (f" → {each.name}" if each.name and each.name != each.span.cut(result.text) else "")
        + (f" (read as “{each.read_as}”)" if each.read_as else "")
        for each in read.mentions
    ]
    rows = [
        ("subject", read.subject),
        ("relation", read.relation),
        ("object", read.object),
        ("qualifiers", ", ".join(read.qualifiers)),
        ("polarity", read.polarity),
        ("strength", read.strength),
        ("assertion", result.stance.value),
        ("cues", ", ".join(dict.fromkeys(cues))),
        ("mentions", ", ".join(mentions)),
        ("not read", ", ".join(f"“{each}”" for each in read.unread)),
        ("match", result.match.value if result.match else ""),
        ("reason", result.reason.value),
    ]
    return table([row for row in rows if row[1]])


def table(rows: list[tuple[str, str]]) -> list[Paragraph]:
    """Names on the left in one width, values beside them."""
    if not rows:
        return []
    widest = max(width_of(name) for name, _ in rows) + 2
    return [
        paragraph(
            Piece(value),
            first=name + " " * (widest - width_of(name)),
            rest=" " * widest,
        )
        for name, value in rows
    ]


def read_as(result: Result) -> list[Paragraph]:
    """A line for every word that was read as another one, such as a misspelling."""
    pairs = dict.fromkeys(
        (each.span.cut(result.text), each.read_as)
        for each in result.understood.mentions
        if each.read_as and each.read_as.lower() != each.span.cut(result.text).lower()
    )
    return [paragraph(Piece(f"Read “{word}” as “{other}”.", "dim")) for word, other in pairs]
