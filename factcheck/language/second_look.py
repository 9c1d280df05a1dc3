"""Other parts of speech for a sentence that could not be read in full.

A word that can be a noun and a verb, or a preposition and a conjunction, was taken for one of them
by the words around it. Where the sentence then does not come out whole, the other choice is tried,
next to the first word that was not understood before farther away. Only a whole reading counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factcheck.language.tagset import ADJ, ADV, AUX, FINITE, NOUNS, VERBS
from factcheck.language.tokens import Token

NOMINAL = NOUNS | ADJ
TRIES = 5
BEHIND, AHEAD = 5, 4  # how far from the first gap a wrong choice is looked for
NO_VERB_BEHIND = frozenset({"DT", "CD", "IN", "POS", "NOT", "QT", '"', "(", ")"})
SUBJECTS = frozenset({"NN", "NNS", "PRP", "RB", "WP", "THAT", "JJ"})
OPENING = frozenset({"after", "before", "since", "until", "once", "than", "as"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The tags that the token at a place may have; a single one of a closed class is final."""

    at: int
    tags: frozenset[str]


class Snapshot:
    """The tokens of a sentence, and how they were before they got their parts of speech."""

    __slots__ = ("_states", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(tokens)
        self._states = tuple((t.tag, t.low, t.lemma, t.words, t.tags) for t in tokens)

    def restored(self) -> list[Token]:
        """Fresh tokens, to be tagged anew."""
        names = ("tag", "low", "lemma", "words", "tags")
        return [
            replace(token, **_fields(names, state))
            for token, state in zip(self.tokens, self._states, strict=True)
        ]


def _fields(names: Sequence[str], state: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(names, state, strict=True))


def other_choices(tokens: Sequence[Token], gap: int) -> Iterator[Choice]:
    """The choices to try, the likeliest first. `gap` is the place of the first word not read."""
    near = range(max(0, gap - BEHIND), min(len(tokens), gap + AHEAD + 1))
    places = sorted(near, key=lambda at: (at == 0, abs(gap - at), at))
    found = (choice for at in places for choice in _choices(tokens, at))
    for _, choice in zip(range(TRIES), found, strict=False):
        yield choice


def _choices(tokens: Sequence[Token], at: int) -> Iterator[Choice]:
    token = tokens[at]
    if token.entity or token.kind != "word":
        return
    if token.low in OPENING and token.tag in ("SUB", "IN") and at + 1 < len(tokens):
        yield Choice(at, frozenset({"IN" if token.tag == "SUB" else "SUB"}))
        return
    if token.tag in NOMINAL | ADV and token.tags & FINITE and _may_be_verb(tokens, at):
        yield Choice(at, frozenset({"VBD"}) if "VBD" in token.tags else token.tags & VERBS)
    elif token.tag in VERBS and token.tags & NOMINAL and _may_be_noun(tokens, at):
        yield Choice(at, token.tags & NOMINAL)
    if token.tag == "VBN" and "VBD" in token.tags and _may_be_verb(tokens, at):
        yield Choice(at, frozenset({"VBD"}))
    elif token.tag == "VBD" and "VBN" in token.tags:
        yield Choice(at, frozenset({"VBN"}))
    elif token.tag in ADJ and "NN" in token.tags and _is_last(tokens, at):
        yield Choice(at, frozenset({"NN"}))


def _may_be_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb can stand here: not behind an article, and not before "is".

    Behind "and" there is another verb before it, behind a comma something to act upon.
    """
    before = tokens[at - 1].tag if at else ""
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if before in NO_VERB_BEHIND or after in ("BE", "MD", "HV"):
        return False
    if before == "CC":
        return any(token.tag in VERBS for token in tokens[max(0, at - 6) : at - 1])
    if "VB" not in tokens[at].tags:
        return before in SUBJECTS  # a past form, or one with "-s", has its subject before it
    return before != "," or after in ("DT", "PRP", "QT")


def _may_be_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun can stand here: not behind "it", nor at the end of "the room cool"."""
    before = tokens[at - 1].tag if at else ""
    after = tokens[at + 1].tag if at + 1 < len(tokens) else "."
    return before != "PRP" and not (before in NOUNS and after not in NOUNS)


def _is_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase may end here: something else is named or a verb comes."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (bool(after.entity) or after.tag in {"DT", "PRP", *AUX, *FINITE})


def _is_one_of(tokens: Sequence[Token]) -> bool:
    """Whether "one of", "each of" ... opens the sentence: its verb is a singular."""
    first = next((k for k, token in enumerate(tokens) if token.tag != "RB"), 0)
    word, of = [*tokens[first : first + 2], None, None][:2]
    return (
        word is not None
        and of is not None
        and word.low in ("one", "each", "none", "neither", "either")
        and of.low == "of"
    )


def awaits_verb(tokens: Sequence[Token]) -> int:
    """The place of a word that may be the verb of a sentence without one; -1 when there is none."""
    if _is_one_of(tokens) and tokens[-1 - (tokens[-1].tag == ".")].tags >= {"VBZ", "NNS"}:
        return len(tokens) - 1 - (tokens[-1].tag == ".")
    for at in range(1, len(tokens) - 1):
        before, token, after = tokens[at - 1 : at + 2]
        is_named = bool(before.entity or before.tags & NOUNS) or before.tag in NOUNS
        opens = bool(after.entity) or after.tag in ("DT", "QT", "PRP", "NNS")
        if token.tag in NOMINAL | {"VBN"} and token.tags & FINITE and is_named and opens:
            return at
    return -1
