"""What the words around a statement do to it, and how they are found."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.language.grammar import Grammar
from factcheck.language.tagset import VERBS
from factcheck.language.tokens import Token
from factcheck.language.words import lookup
from factcheck.model.place import Span
from factcheck.model.result import Cue
from factcheck.model.verdict import Stance

# How many tokens something has, and the plain words for them, some of them its own.
Found = tuple[int, tuple[Token | str, ...]]
NONE: Found = (0, ())


@dataclass(slots=True)
class Frame:
    """The stance that words at the head of a sentence give to all of it.

    `presupposes` says that it asks how or why something is so, and takes for granted that it is.
    """

    stance: Stance = Stance.ASSERTED
    sign: bool = True
    cues: list[Cue] = field(default_factory=list)
    infers: bool = False
    presupposes: bool = False


def match(tokens: list[Token], at: int, table: object) -> tuple[int, str]:
    """Length and label of the longest phrase of a table at a place; (0, "") when none fits."""
    if at >= len(tokens):
        return 0, ""
    options = table.get(tokens[at].low, ())  # type: ignore[attr-defined]
    for words, label in options:
        if tuple(token.low for token in tokens[at : at + len(words)]) == tuple(w for w in words):
            return len(words), label
    return 0, ""


def cue_of(tokens: list[Token], start: int, end: int, kind: str) -> Cue:
    """A cue of these words."""
    last = tokens[min(end, len(tokens)) - 1]
    return Cue(
        Span(tokens[start].start, last.end), kind, " ".join(t.text for t in tokens[start:end])
    )


def comma_after(tokens: list[Token], at: int) -> int:
    """The place of the next comma; 0 when there is none."""
    return next((k for k in range(at, len(tokens)) if tokens[k].text == ","), 0)


def past_comma(tokens: list[Token], at: int) -> int:
    """The place behind the next comma; `at` when there is none."""
    comma = comma_after(tokens, at)
    return comma + 1 if comma else at


def ahead(tokens: list[Token], at: int, length: int) -> list[str]:
    """So many words from here on, "" where there are no more."""
    low = [token.low for token in tokens[at : at + length]]
    return [*low, *[""] * (length - len(low))]


def past_that(tokens: list[Token], at: int) -> int:
    """The place behind "that", or `at` where there is none."""
    return at + (at < len(tokens) and tokens[at].low == "that")


def may_tell(token: Token, kinds: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether the word may be a verb of belief of one of these kinds."""
    return any(
        word.tag in VERBS and grammar.belief.get(word.lemma, "") in kinds
        for word in lookup(token.low)
    )
