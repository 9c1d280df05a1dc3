"""Where something stands: spans of text, places in files."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]


class Location(NamedTuple):
    """A place in a file as people count: line and column start at 1; 0 means unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(each) for each in (self.line, self.column) if each)]
        return ":".join(parts)
