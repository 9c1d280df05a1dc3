"""Lines of a source: where each begins, and on which one an offset stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")


class Line(NamedTuple):
    """A line without its end; `start` is the offset of its first character."""

    text: str
    start: int


def lines(source: str) -> list[Line]:
    """The lines of a source; LF, CRLF and CR end one, nothing else does."""
    found: list[Line] = []
    begin = 0
    for match in _LINE_END.finditer(source):
        found.append(Line(source[begin : match.start()], begin))
        begin = match.end()
    found.append(Line(source[begin:], begin))
    return found


class Places:
    """Line and column of offsets in one source; both start at 1 and count code points."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column at which the character with this offset stands."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
