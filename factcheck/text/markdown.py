"""Markdown: blocks by markdown-it, their inline text by our own reader.

Front matter, code, HTML blocks and comments hold no claims and are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.model.document import Document, Sentence
from factcheck.text.inline import label, read_inline
from factcheck.text.lines import Line, lines
from factcheck.text.mapped import as_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = {"---": ("---", "..."), "+++": ("+++",)}


class Markdown:
    """CommonMark with tables, footnotes and struck-out text."""

    name = "Markdown"
    suffixes = (".md", ".markdown")

    def read(self, source: str, path: str) -> Document:
        """The document; blocks are paragraphs, headings, list items and table cells."""
        from markdown_it import MarkdownIt

        all_lines = lines(source)
        skipped = _front_matter(all_lines)
        shown = ["" if number < skipped else each.text for number, each in enumerate(all_lines)]
        parser = MarkdownIt("commonmark").enable("table")
        parser.core.ruler.enableOnly(["normalize", "block"])
        environment: dict[str, Any] = {}
        tokens = parser.parse("\n".join(shown).replace("\0", "\ufffd"), environment)
        references = {label(each) for each in environment.get("references", {})}
        return Document(path, source, tuple(_blocks(tokens, all_lines, references)))


def _front_matter(all_lines: Sequence[Line]) -> int:
    """How many lines at the top are front matter."""
    closers = _FRONT_MATTER.get(all_lines[0].text.rstrip())
    if closers is None:
        return 0
    for number, line in enumerate(all_lines[1:], 1):
        if line.text.rstrip() in closers:
            return number + 1
    return 0


def _blocks(
    tokens: Sequence[Token], all_lines: Sequence[Line], references: Collection[str]
) -> list[tuple[Sentence, ...]]:
    blocks: list[tuple[Sentence, ...]] = []
    headings: list[tuple[int, str]] = []
    place = _Place(all_lines)
    items = 0
    role = "prose"
    for token in tokens:
        if token.type == "list_item_open":
            items += 1
        elif token.type == "list_item_close":
            items -= 1
        elif token.type == "heading_open":
            role = "heading"
            level = int(token.tag[1:])
            headings = [each for each in headings if each[0] < level]
        elif token.type in ("td_open", "th_open"):
            role = "cell"
        elif token.type == "paragraph_open":
            role = "item" if items else "prose"
        if token.type != "inline" or token.map is None:
            continue
        offsets = place.offsets(token.content, token.map[0], token.map[1])
        above = tuple(text for _, text in headings)
        text = read_inline(token.content, offsets, references)
        sentences = tuple(text.sentences(role, above))
        if role == "heading":
            headings.append((level, as_text(sentences)))
        if sentences:
            blocks.append(sentences)
    return blocks


class _Place:
    """Finds the content of blocks in the lines of the source, from the top down."""

    def __init__(self, all_lines: Sequence[Line]) -> None:
        self._lines = all_lines
        self._next = (0, 0)

    def offsets(self, content: str, first: int, last: int) -> list[int]:
        """Offset in the source of every character of `content`, which lines `first:last` hold."""
        found: list[int] = []
        number = first
        parts = content.split("\n")
        for index, part in enumerate(parts):
            line = self._lines[min(number, last - 1, len(self._lines) - 1)]
            begin = self._next[1] if self._next[0] == number else 0
            columns = _align(part, line.text, begin)
            found += [line.start + each for each in columns]
            end = columns[-1] + 1 if columns else begin
            self._next = (number, end)
            if index + 1 < len(parts):
                found.append(line.start + len(line.text))
                number += 1
        return found


def _align(part: str, line: str, begin: int) -> list[int]:
    """Columns of the characters of `part` in `line`, at or after column `begin`.

    `part` is a stretch of the line; only white space at its ends may differ, and a table cell
    has lost the backslash before each of its upright bars.
    """
    core = part.strip()
    if not core:
        return [min(begin, len(line))] * len(part)
    start = line.find(core, begin)
    if start >= 0:
        columns = list(range(start, start + len(core)))
    else:
        columns = []
        column = max(line.find(core[0], begin), 0)
        for char in core:
            while column < len(line) and line[column] != char:
                column += 1
            columns.append(min(column, len(line)))
            column += 1
    lead = len(part) - len(part.lstrip())
    tail = len(part) - lead - len(core)
    return [columns[0]] * lead + columns + [columns[-1]] * tail
