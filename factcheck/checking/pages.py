"""Where in a file a finding stands, and what a heading is about."""

from __future__ import annotations

from factcheck.model.document import Finding, Sentence
from factcheck.model.proposition import Analysis, Node
from factcheck.model.result import Result


class Places:
    """Line and column of offsets in a source, both from 1."""

    def __init__(self, source: str) -> None:
        self._starts = [0]
        at = source.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.find("\n", at + 1)

    def of(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        from bisect import bisect_right

        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def finding(path: str, sentence: Sentence, part: Result, places: Places) -> Finding:
    """A result at the place of its words in the file."""
    start = sentence.at[part.span.start]
    end = sentence.at[min(part.span.end, len(sentence.text)) - 1] + 1
    line, column = places.of(start)
    end_line, end_column = places.of(end - 1)
    return Finding(path, line, column, end_line, end_column + 1, part.span.cut(sentence.text), part)


def named(analysis: Analysis) -> tuple[Node, ...]:
    """The entity that a heading names, when it names just one."""
    names = tuple(dict.fromkeys(mention.name for mention in analysis.mentions if mention.name))
    return (Node("@" + names[0]),) if len(names) == 1 else ()
