"""Blocks of styled text, rendered by rich: the one module that knows it.

Rich is imported when text is rendered, not before, so that the machine formats never wait for it.
Only the terminal's own sixteen colours are used, and no backgrounds, so that the text is right on
dark and on light. Without styles, marked words get a line of marks below.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.screen import Screen
from factcheck.report.shown import shown

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.segment import Segment
    from rich.text import Text

MARK = "bold underline"
_HEIGHT = 25  # rich asks the terminal for its size unless both are given
_GAP = re.compile(r"[ \t\n]+")
_LINE_END = re.compile(r" +$", re.MULTILINE)
_ASCII = str.maketrans({
    "✓": "+", "✗": "x", "│": "|", "·": "-", "•": "*", "—": "-", "–": "-", "“": '"', "”": '"',
    "‘": "'", "’": "'", "…": "...", "→": "->", "≈": "~", "\xa0": " ",
})  # fmt: skip


class Piece(NamedTuple):
    """A stretch of text in one of rich's styles."""

    text: str
    style: str = ""


_NOTHING = Piece("")


@dataclass(frozen=True, slots=True)
class Block:
    """Something to be shown, with a margin: `first` before its first line, `rest` before others.

    Text is folded to fit, to no less than `least` columns. `is_whole` keeps it on one line however
    long, as places in files and addresses in a pipe must be.
    """

    content: RenderableType
    first: Piece = _NOTHING
    rest: Piece = _NOTHING
    is_whole: bool = False
    least: int = 1

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The margin and the content, line by line."""
        from rich.segment import Segment

        margin = self.first
        for line in self._lines(console, options):
            if margin.text:
                yield Segment(margin.text, console.get_style(margin.style or "none"))
            yield from line
            yield Segment.line()
            margin = self.rest

    def _lines(self, console: Console, options: ConsoleOptions) -> Iterable[Sequence[Segment]]:
        from rich.text import Text

        margin = max(_width(self.first.text), _width(self.rest.text))
        room = max(self.least, options.max_width - margin)
        inner = options.update(width=room)
        if not isinstance(self.content, Text):
            yield from console.render_lines(self.content, inner, pad=False)
            return
        lines = [self.content] if self.is_whole else self.content.wrap(console, room) or [Text()]
        for line in lines:
            line.rstrip()
            # A rendered line is never folded again: it fits, or is to stay whole.
            wide = options.update(width=max(room, line.cell_len), no_wrap=True)
            yield from console.render_lines(line, wide, pad=False)
            if console.color_system is None and (below := _marks_below(line)):
                yield from console.render_lines(below, wide, pad=False)


def text(*pieces: Piece | str) -> Text:
    """The pieces as one text; what could steer a terminal is made visible here, once."""
    from rich.text import Text

    made = (Piece(each) if isinstance(each, str) else each for each in pieces)
    return Text.assemble(*((_GAP.sub(" ", shown(each.text)), each.style) for each in made))


def block(*pieces: Piece | str, first: str = "", rest: str | None = None) -> Block:
    """A paragraph; its other lines begin below the first unless `rest` says otherwise."""
    return Block(
        text(*pieces), _margin(first), _margin(" " * _width(first) if rest is None else rest)
    )


def whole_line(*pieces: Piece | str) -> Block:
    """A line that is never folded, whatever its words hold."""
    made = (Piece(each) if isinstance(each, str) else each for each in pieces)
    kept = (
        each._replace(text=each.text.replace("\n", "\\n").replace("\t", "\\t")) for each in made
    )
    return Block(text(*kept), is_whole=True)


def link(address: str, screen: Screen, *, margin: str = "") -> Block:
    """An address: folded at the edge of a terminal, whole for other programs."""
    return Block(
        text(Piece(address, "underline")),
        _margin(margin),
        _margin(margin),
        is_whole=not screen.is_terminal,
    )


def indented(inner: Block, by: str) -> Block:
    """The block moved to the right."""
    return replace(
        inner,
        first=inner.first._replace(text=by + inner.first.text),
        rest=inner.rest._replace(text=by + inner.rest.text),
    )


def rows(pairs: Iterable[tuple[str, str]]) -> list[Block]:
    """Names on the left in one width, values beside them; a pair without a value is left out."""
    kept = [(name, value) for name, value in pairs if value]
    widest = max((_width(name) for name, _ in kept), default=0) + 2
    return [
        block(value, first=name + " " * (widest - _width(name)), rest=" " * widest)
        for name, value in kept
    ]


def lay_out(blocks: Iterable[Block], screen: Screen) -> str:
    """The blocks as text, each line ended."""
    from rich.console import Console

    console = Console(
        file=io.TextIOWrapper(io.BytesIO(), encoding="utf-8" if screen.unicode else "ascii"),
        width=screen.text_width,
        height=_HEIGHT,
        force_terminal=screen.styles,
        color_system="standard" if screen.styles else None,
        no_color=not screen.colour,
        legacy_windows=False,
        force_jupyter=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as captured:
        for each in blocks:
            console.print(each, crop=False)
    made = captured.get() if screen.unicode else captured.get().translate(_ASCII)
    return made if screen.styles else _LINE_END.sub("", made)


def _margin(words: str) -> Piece:
    return Piece(words, "dim" if words.strip() else "")


def _width(words: str) -> int:
    if words.isascii():
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def _marks_below(line: Text) -> Text | None:
    """Marks below the marked words of a line; None if it has none."""
    from rich.text import Text

    spans = [each for each in line.spans if each.style == MARK and each.start < len(line)]
    below, at = "", 0
    for start, end, _ in sorted(spans):
        below += " " * _width(line.plain[at:start]) + "~" * _width(line.plain[start:end])
        at = min(end, len(line))
    return Text(below.rstrip()) if below.strip() else None
