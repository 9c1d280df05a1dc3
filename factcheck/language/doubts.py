"""Words that were not understood, and which clauses of the sentence they leave in doubt."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.clauses import Clauses
from factcheck.language.framing import match
from factcheck.language.grammar import Grammar
from factcheck.language.tagset import FINITE_TAGS
from factcheck.language.tokens import Token
from factcheck.model.proposition import Reading

Gap = tuple[int, str]  # the place of a token that was not understood, and its text


def clause_starts(reader: Clauses) -> list[int]:
    """Where clauses with a subject and a verb of their own start, the first at 0."""
    mark, found = reader.i, [0]
    for k in range(2, len(reader.tokens)):
        if _is_joint(reader.tokens, k - 1):
            reader.i = k
            if reader.starts_noun_phrase() and reader._clause_behind(0):
                found.append(k)
    reader.i = mark
    return found


def silenced(
    readings: list[tuple[Reading, int, int]],
    gaps: list[Gap],
    reader: Clauses,
    grammar: Grammar,
) -> list[Reading]:
    """The readings, with the gaps that leave them in doubt; each has its first and last token.

    A gap silences its own clause. It silences the others too unless its clause stands alone: with
    a subject of its own in front, and no word that might speak of the rest.
    """
    if not gaps:
        return [reading for reading, _, _ in readings]
    starts = clause_starts(reader)
    doubtful = {_clause_of(at, starts) for at, _ in gaps}
    words = tuple(text for _, text in gaps)
    spread = not all(_stands_alone(number, starts, reader, grammar) for number in doubtful)
    return [
        replace(reading, unread=words)
        if not reading.is_side
        and (spread or doubtful & {*range(_clause_of(a, starts), _clause_of(b, starts) + 1)})
        else reading
        for reading, a, b in readings
    ]


def _is_joint(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    if token.tag == "CC":
        return token.low in ("and", "but", "yet") and tokens[k - 1].tag in (",", ";")
    return token.tag in (",", ";")


def _clause_of(at: int, starts: list[int]) -> int:
    return max(number for number, start in enumerate(starts) if start <= at)


def _stands_alone(number: int, starts: list[int], reader: Clauses, grammar: Grammar) -> bool:
    start = starts[number]
    end = starts[number + 1] if number + 1 < len(starts) else len(reader.tokens)
    reader.i, mark = start, reader.i
    opens = reader.starts_noun_phrase()
    reader.i = mark
    words = reader.tokens[start:end]
    has_verb = any(token.tag in FINITE_TAGS | {"VBP"} for token in words)
    return (
        opens and has_verb and not any(_may_frame(words, at, grammar) for at in range(len(words)))
    )


def _may_frame(words: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word may say of other clauses if they hold, or who says so."""
    token = words[at]
    phrases = (grammar.truth, grammar.reporters, grammar.hypothesisers, grammar.labels)
    return (
        token.tag in ("SUB", "THAT", "WR", '"', ":", "(", "?")
        or token.low in ("would", "should", "must", "either", "neither", "nor", "or")
        or any(token.lemma in table for table in (grammar.belief, grammar.clause_takers))
        or any(token.lemma in table for table in (grammar.idea_nouns, grammar.doubt_nouns))
        or any(token.lemma in table for table in (grammar.evidence_nouns, grammar.fiction))
        or any(token.low in table for table in (grammar.popular_beliefs, grammar.mistakenly))
        or any(match(words, at, table)[0] for table in phrases)
    )
