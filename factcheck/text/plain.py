"""Plain text: paragraphs between blank lines, list items behind bullets.

Lines that were wrapped by hand are joined. A line break is taken for deliberate, and ends a
sentence, when the next word would still have fitted on the line and the next line begins like a
new sentence; so a list with one statement on each line comes apart as its author meant. Lines too
long to have been wrapped are paragraphs.
"""

from __future__ import annotations

import re

from factcheck.model.document import Document, Sentence
from factcheck.text.lines import Line, lines
from factcheck.text.mapped import Mapped

_BULLET = re.compile(r"[ \t]*(?:[-*+•‣◦▪–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][)])[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:([-=*_~#])[ \t]*)(?:\1[ \t]*){2,}$")
_GOES_ON = re.compile(
    r"(?:[,;:(–—&/-]|\b(?:a|an|and|as|at|but|by|for|from|in|is|are|not|of|on|or|than|that|the|to"
    r"|was|were|which|with))$",
    re.IGNORECASE,
)
_UNBREAKABLE = re.compile(r"\S{50,}")
_NARROW = 30
_WIDE = 160


class Plain:
    """Text without markup."""

    name = "plain text"
    suffixes = (".txt", ".text")

    def read(self, source: str, path: str) -> Document:
        """The document; blocks are paragraphs and list items."""
        blocks: list[tuple[Sentence, ...]] = []
        for role, group in _groups(lines(source)):
            for paragraph in _paragraphs(group):
                sentences = [each for part in _parts(paragraph) for each in part.sentences(role)]
                if sentences:
                    blocks.append(tuple(sentences))
        return Document(path, source, tuple(blocks))


def _groups(all_lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Roles and lines of the blocks; bullets are cut off, rules and blank lines left out."""
    groups: list[tuple[str, list[Line]]] = []
    is_open = False
    for line in all_lines:
        if not line.text.strip() or _RULE.match(line.text):
            is_open = False
        elif bullet := _BULLET.match(line.text):
            rest = Line(line.text[bullet.end() :], line.start + bullet.end())
            groups.append(("item", [rest]))
            is_open = True
        elif is_open:
            groups[-1][1].append(line)
        else:
            groups.append(("prose", [line]))
            is_open = True
    return groups


def _paragraphs(group: list[Line]) -> list[list[Line]]:
    """The lines of a block together, or each for itself where lines are whole paragraphs."""
    return [[line] for line in group] if _width(group) > _WIDE else [group]


def _width(group: list[Line]) -> int:
    """The longest line, without words that no one could have wrapped."""
    return max(len(_UNBREAKABLE.sub("", line.text.rstrip())) for line in group)


def _parts(group: list[Line]) -> list[Mapped]:
    """The block's text, cut at deliberate line breaks."""
    width = _width(group)
    small = group[0].text.strip()[:1].islower()
    parts = [Mapped()]
    for index, line in enumerate(group):
        text = line.text.strip()
        start = line.start + len(line.text) - len(line.text.lstrip())
        if index and _is_deliberate(group[index - 1].text.rstrip(), text, width, small):
            parts.append(Mapped())
        elif index:
            parts[-1].space(line.start - 1)
        parts[-1].add(text, start)
    return parts


def _is_deliberate(before: str, after: str, width: int, small: bool) -> bool:
    if before.endswith((".", "!", "?")) or _GOES_ON.search(before[-20:]):
        return False
    if after[:1].islower() and not small:
        return False
    first_word = after.split(maxsplit=1)[0]
    fits = len(before) + 1 + len(first_word) <= width
    return fits or width < _NARROW
