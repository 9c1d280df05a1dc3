"""Files to check: found below paths, read, or refused with a reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence

from factcheck.cli.terminal import stdin
from factcheck.errors import FactcheckError, InputError
from factcheck.model.document import Document
from factcheck.model.place import Location
from factcheck.text import read_document, suffixes

STDIN = "-"


def documents(paths: Sequence[str], stdin_name: str) -> Iterator[Document | FactcheckError]:
    """The documents at these paths in order, or why one cannot be read; none comes twice.

    Below a directory every file with a known suffix counts, sorted by name; hidden ones do not.
    `stdin_name` is the name that "-" goes by.
    """
    seen: set[str] = set()
    for path in paths:
        if not path:
            yield InputError("a path is empty", hint="give a file, a directory or -")
        elif path == STDIN:
            yield _document(stdin().read(), stdin_name)
        elif os.path.isdir(path):
            yield from _folder(path, seen)
        elif _is_new(path, seen):
            yield _file(path)


def _folder(path: str, seen: set[str]) -> Iterator[Document | FactcheckError]:
    refused: list[FactcheckError] = []

    def refuse(error: OSError) -> None:
        refused.append(_unreadable(str(error.filename or path), error))

    found = False
    for folder, names, files in os.walk(path, onerror=refuse):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(suffixes()) and not name.startswith("."):
                found = True
                full = os.path.join(folder, name)
                if _is_new(full, seen):
                    yield _file(full)
    yield from refused
    if not found and not refused:
        yield NothingThereError(
            "no text to check in this directory",
            at=Location(path),
            hint=f"it has no file that ends in {', '.join(suffixes())}",
        )


class NothingThereError(InputError):
    """A directory without text; no error for those who allow it."""


def _is_new(path: str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _file(path: str) -> Document | FactcheckError:
    try:
        mode = os.stat(path).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            return InputError("this is not a file with text", at=Location(path))
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        return _unreadable(path, error)
    return _document(data, path)


def _document(data: bytes, path: str) -> Document | FactcheckError:
    try:
        return read_document(data, path)
    except FactcheckError as error:
        return error


def _unreadable(path: str, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        hint = f'to check a statement: factcheck "{path}"' if " " in path else "check the spelling"
        return InputError("there is no such file or directory", at=Location(path), hint=hint)
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return InputError(
        f"this cannot be read: {reason}", at=Location(path), hint="check who may read it"
    )
