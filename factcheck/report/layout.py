"""Styled text in lines: wrapping by display width, then plain text or terminal codes.

Only the sixteen colours of the terminal's own palette are used, and no backgrounds, so that the
text is right on dark and on light. Without styles, marked words get a line of marks below.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.report.screen import Screen
from factcheck.report.shown import shown

_CODES = {"bold": "1", "dim": "2", "mark": "1;4", "italic": "3", "link": "4", "strong": "1"}
_COLOURS = {"good": "32", "bad": "31", "warn": "33", "open": "36"}
_ASCII = {
    "✓": "+", "✗": "x", "│": "|", "├": "|", "└": "`", "─": "-", "·": "-", "•": "*", "—": "-",
    "–": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "→": "->", "≈": "~", "\xa0": " ",
}  # fmt: skip
_WORD = re.compile(r"\s+|\S+")


class Piece(NamedTuple):
    """A stretch of text in one style: names from the tables above, separated by spaces."""

    text: str
    style: str = ""


_NOTHING = Piece("")


class Paragraph(NamedTuple):
    """Text to be wrapped; `first` and `rest` stand before the first and the other lines.

    A paragraph that is not to be wrapped (`whole`) stays on one line, as places in files must; one
    that `is_wide` may use the whole screen, as addresses do.
    """

    pieces: tuple[Piece, ...] = ()
    first: Piece = _NOTHING
    rest: Piece = _NOTHING
    whole: bool = False
    is_wide: bool = False


def paragraph(
    *pieces: Piece | str,
    first: str = "",
    rest: str | None = None,
    whole: bool = False,
    is_wide: bool = False,
) -> Paragraph:
    """A paragraph of pieces; plain strings are pieces without style."""
    made = tuple(Piece(each) if isinstance(each, str) else each for each in pieces)
    rest = " " * width_of(first) if rest is None else rest
    return Paragraph(made, _margin(first), _margin(rest), whole, is_wide)


def _margin(text: str) -> Piece:
    return Piece(text, "dim" if text.strip() else "")


def indented(block: Paragraph, by: str) -> Paragraph:
    """The paragraph moved to the right."""
    return block._replace(
        first=Piece(by + block.first.text, block.first.style),
        rest=Piece(by + block.rest.text, block.rest.style),
    )


def lay_out(blocks: Iterable[Paragraph], screen: Screen) -> str:
    """The blocks as text, each line ended; text of others is made safe here, once."""
    lines: list[str] = []
    for block in blocks:
        for line in _lines(block, screen):
            lines.append(_painted(line, screen))
            if not screen.styles and (below := _marks_below(line)):
                lines.append(below)
    return "".join(line + "\n" for line in lines)


def width_of(text: str) -> int:
    """Columns that the text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_width(each) for each in text)


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _safe(text: str, screen: Screen) -> str:
    text = shown(text)
    if screen.unicode or text.isascii():
        return text
    return "".join(_ASCII.get(each, each) for each in text)


def _one_line(text: str, screen: Screen) -> str:
    return _safe(text, screen).replace("\n", "\\n").replace("\t", "\\t")


def _lines(block: Paragraph, screen: Screen) -> list[list[Piece]]:
    """The block's lines; words are broken only where one is wider than the line."""
    first, rest = (
        Piece(_safe(each.text, screen), each.style) for each in (block.first, block.rest)
    )
    if block.whole:
        return [
            [first, *(Piece(_one_line(each.text, screen), each.style) for each in block.pieces)]
        ]
    line = [first]
    limit = max(screen.width, screen.text_width) if block.is_wide else screen.text_width
    used = width_of(first.text)
    gap: Piece | None = None
    lines = [line]
    for word in _words(block.pieces, screen):
        if word[0].text == " ":
            gap = word[0]
            continue
        size = sum(width_of(each.text) for each in word)
        space = 1 if gap and len(line) > 1 else 0
        if used + space + size > limit and len(line) > 1:
            line, used, space = [rest], width_of(rest.text), 0
            lines.append(line)
        if space and gap:
            line.append(Piece(" ", gap.style))
            used += 1
        if used + size > limit:
            for piece in _broken(word, max(limit - used, 1), max(limit - width_of(rest.text), 1)):
                if piece is None:
                    line = [rest]
                    lines.append(line)
                else:
                    line.append(piece)
            used = sum(width_of(each.text) for each in line)
        else:
            line.extend(word)
            used += size
        gap = None
    return lines


def _words(pieces: Sequence[Piece], screen: Screen) -> Iterable[tuple[Piece, ...]]:
    """Words with their styles, and the white space between them; a word may hold many styles."""
    word: list[Piece] = []
    for piece in pieces:
        for part in _WORD.findall(_safe(piece.text, screen)):
            if part.isspace() and "\xa0" not in part:
                if word:
                    yield tuple(word)
                    word = []
                yield (Piece(" ", piece.style),)
            else:
                word.append(Piece(part, piece.style))
    if word:
        yield tuple(word)


def _broken(word: Sequence[Piece], room: int, full: int) -> Iterable[Piece | None]:
    """The word cut to fit; None where a new line begins."""
    for text, style in word:
        start = used = 0
        for index, char in enumerate(text):
            size = _width(char)
            if used + size > room:
                yield Piece(text[start:index], style)
                yield None
                start, used, room = index, 0, full
            used += size
        room -= used
        yield Piece(text[start:], style)


def _painted(line: Sequence[Piece], screen: Screen) -> str:
    if not screen.styles:
        return "".join(text for text, _ in line).rstrip()
    parts: list[str] = []
    merged: list[Piece] = []
    for piece in line:
        if merged and merged[-1].style == piece.style:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.style)
        elif piece.text:
            merged.append(piece)
    for text, style in merged:
        codes = [_CODES[name] for name in style.split() if name in _CODES]
        if screen.colour:
            codes += [_COLOURS[name] for name in style.split() if name in _COLOURS]
        parts.append(f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if codes else text)
    return "".join(parts).rstrip()


def _marks_below(line: Sequence[Piece]) -> str:
    if not any(style == "mark" for _, style in line):
        return ""
    return "".join(
        ("~" if style == "mark" else " ") * width_of(text) for text, style in line
    ).rstrip()
