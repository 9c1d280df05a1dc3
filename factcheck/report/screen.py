"""What a report needs to know of the place it is shown on; filled in by the shell."""

from __future__ import annotations

from typing import NamedTuple

TEXT_WIDTH = 88


class Screen(NamedTuple):
    """Width in columns; whether styles, colours and characters beyond ASCII can be shown.

    `is_terminal` says that people look at it, not a program. `why` asks for the proof, `verbose`
    for what was understood.
    """

    width: int = TEXT_WIDTH
    styles: bool = False
    colour: bool = False
    unicode: bool = True
    is_terminal: bool = False
    why: bool = False
    verbose: bool = False

    @property
    def text_width(self) -> int:
        """Columns for running text: the width, but no more than people like to read."""
        return max(20, min(self.width, TEXT_WIDTH))
