"""Checked copy: documents cut into sentences that know where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.result import Result


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a reader sees it.

    `at[i]` is the offset in the source of `text[i]`, and `at[len(text)]` that of its end, so that
    every word can be found again through markup and wrapped lines; the words `text[i:j]` stand in
    the source from `at[i]` to `at[j - 1] + 1`. `at` is a tuple or a range. `role` is "prose",
    "heading", "item" or "cell"; `headings` are the headings above it, outermost first.
    """

    text: str
    at: Sequence[int]
    role: str = "prose"
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file (or standard input) and its blocks of sentences, in reading order.

    A block is a paragraph, heading, list item or table cell: what belongs together.
    """

    path: str
    source: str
    blocks: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict at a place; line and column start at 1 and count code points, `end` exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    words: str
    result: Result


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a run over copy read and found; the counts are of sentences."""

    files: int = 0
    sentences: int = 0
    supported: int = 0
    refuted: int = 0
    misleading: int = 0
    unmatched: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.files + other.files,
            self.sentences + other.sentences,
            self.supported + other.supported,
            self.refuted + other.refuted,
            self.misleading + other.misleading,
            self.unmatched + other.unmatched,
        )
