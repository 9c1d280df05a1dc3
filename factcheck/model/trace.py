"""The way from the words of a text to its verdict, step by step, for who writes claims."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.place import Span
from factcheck.model.result import Cue, Result, Weighed, WhyNot
from factcheck.model.verdict import Stance


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
class Clause:
    """One thing that the text says, as it was read, the claims weighed for it, and the outcome.

    `is_affirmed` counts everything that turns a clause round, "it is a myth that" included.
    `why_not` is there when it was asked for and the clause has no verdict.
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
    why_not: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """A text with its words, its clauses and its result; spans are code points of `text`."""

    text: str
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    unread: tuple[str, ...]
    result: Result
