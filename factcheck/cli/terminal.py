"""Standard input and output, and messages to the user."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import BinaryIO

from factcheck.errors import FactcheckError, InputError, KnowledgeError, UsageError
from factcheck.model.place import Location
from factcheck.report.shown import shown, shown_on_line


def prepare() -> None:
    """Makes sure that no character can break the output, whatever its encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


class ClosedOutputError(Exception):
    """Nobody reads the output any more. No OSError, from which typer would make a finding."""


def write(text: str) -> None:
    """Prints a piece of the report at once.

    Raises:
        ClosedOutputError: whoever read it has gone.
        UsageError: it cannot be written.
    """
    if not text or sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ClosedOutputError from error
    except OSError as error:
        leave_output()
        raise UsageError(
            f"the output cannot be written: {error.strerror}", hint="send it somewhere else"
        ) from error


def leave_output() -> None:
    """Keeps Python from complaining about a lost output once more when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def stdin() -> BinaryIO:
    """Standard input as bytes.

    Raises:
        InputError: it is closed.
    """
    if sys.stdin is None:
        raise InputError("standard input is closed", hint="factcheck - < claims.txt")
    return sys.stdin.buffer


def complain(error: FactcheckError) -> None:
    """Prints an error, or all problems of a knowledge base: place, message, way out."""
    if isinstance(error, KnowledgeError):
        for each in error.problems:
            _complain(each)
    else:
        _complain(error)


def note(text: str) -> None:
    """Prints a line for the user that is not part of the report."""
    if sys.stderr is not None:
        sys.stderr.write(shown(text) + "\n")
        sys.stderr.flush()


def near(at: Location) -> Location:
    """The same place, its path from the working directory if it is below that."""
    try:
        path = os.path.relpath(at.path) if os.path.isabs(at.path) else at.path
    except (OSError, ValueError):
        return at
    return at if path.startswith("..") else at._replace(path=path)


def bug() -> None:
    """Prints the traceback of the exception at hand and says whose fault it is."""
    from traceback import format_exc

    note(format_exc().rstrip())
    note("error: this is a bug in factcheck, not in what you gave it; please report it")


def problem_lines(error: FactcheckError, kind: str = "") -> list[str]:
    """The lines of a message, safe to print."""
    place = f"{shown_on_line(str(near(error.at)))}: " if error.at and error.at.path else ""
    lead = kind or ("" if place else "error: ")
    lines = [f"{place}{lead}{shown_on_line(error.message)}"]
    if error.hint:
        lines.append(f"hint: {shown_on_line(error.hint)}")
    return lines


def _complain(error: FactcheckError) -> None:
    for line in problem_lines(error):
        note(line)
