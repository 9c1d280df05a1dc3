"""What a report needs to know of the place it is shown on; filled in by the shell."""

from __future__ import annotations

from typing import NamedTuple

TEXT_WIDTH = 88


class Screen(NamedTuple):
    """Width in columns; whether styles, colours and characters beyond ASCII can be shown.

    The width of a pipe is a large number.

    `why` asks for the proof, `verbose` for what was understood.
    """

    width: int = TEXT_WIDTH
    styles: bool = False
    colour: bool = False
    unicode: bool = True
    why: bool = False
    verbose: bool = False

    @property
    def text_width(self) -> int:
        """Columns for running text: the width, but no more than people like to read."""
        return max(20, min(self.width, TEXT_WIDTH))
