"""The way from the words of a text to its verdict, step by step, for who writes claims."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.place import Span
from factcheck.model.result import Cue, Result
from factcheck.model.verdict import Stance, Verdict


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the text: its place, its part of speech, what it names, what it was read as."""

    span: Span
    part_of_speech: str
    name: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a proposition: its role ("who", "what", a preposition), its head, its own parts."""

    role: str
    head: str
    parts: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim laid over a clause: what it makes of it, and what only one of the two says.

    `sentence` is the wording of the claim that was laid over it and `claim_verdict` the claim's
    own. `outcome` is the verdict that it gives the clause, None when it gives none.
    """

    claim_id: str
    sentence: str
    claim_verdict: Verdict
    outcome: Verdict | None
    only_clause: tuple[str, ...] = ()
    only_claim: tuple[str, ...] = ()
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that the text says, as it was read, the claims weighed for it, and the outcome.

    `is_affirmed` counts everything that turns a clause round, "it is a myth that" included.
    """

    span: Span
    reads: Branch
    is_affirmed: bool
    strength: str
    stance: Stance
    is_side: bool
    cues: tuple[Cue, ...]
    unread: tuple[str, ...]
    considered: int
    weighed: tuple[Weighed, ...]
    result: Result


@dataclass(frozen=True, slots=True)
class Trace:
    """A text with its words, its clauses and its result; spans are code points of `text`."""

    text: str
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    unread: tuple[str, ...]
    result: Result
