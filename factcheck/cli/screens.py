"""What standard output can show, as far as a call's format cares."""

from __future__ import annotations

import sys

from factcheck.cli.settings import Settings
from factcheck.report.screen import Screen

FOR_PEOPLE = "text"


def screen_for(settings: Settings) -> Screen:
    """The screen that the format of this call is shown on.

    For people rich looks at it: it knows NO_COLOR, FORCE_COLOR, TERM and COLUMNS, and the width of
    the terminal behind a pipe. For programs only the encoding counts, and nothing is imported.
    """
    encoding = getattr(sys.stdout, "encoding", "") or ""
    unicode = encoding.lower().replace("-", "") == "utf8"
    if settings.format != FOR_PEOPLE:
        return Screen(unicode=unicode)
    from rich.console import Console

    console = Console(file=sys.stdout)
    width = console.width
    if console.is_dumb_terminal:  # rich takes its word for nothing, not even its width
        from shutil import get_terminal_size

        width = get_terminal_size().columns
    return Screen(
        width=width,
        styles=console.color_system is not None,
        colour=not console.no_color,
        unicode=unicode,
        is_terminal=console.is_terminal,
        why=settings.why,
        verbose=settings.verbose,
    )
