"""The formats of checked copy: one file each behind one protocol.

To add one (HTML, Word, …): write `text/<name>.py` with a class like those here and add it to
`FORMATS`; the command line takes its suffixes from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Protocol

from factcheck.errors import InputError
from factcheck.model.document import Document
from factcheck.model.place import Location
from factcheck.text.decoding import decode
from factcheck.text.markdown import Markdown
from factcheck.text.plain import Plain


class Format(Protocol):
    """Turns the text of a file into sentences; never touches the file system."""

    @property
    def name(self) -> str:
        """What people call the format."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Ends of file names, lower case, with the dot."""
        ...

    def read(self, source: str, path: str) -> Document:
        """The document, its sentences in reading order."""
        ...


_ALL: tuple[Format, ...] = (Plain(), Markdown())

FORMATS: Mapping[str, Format] = {suffix: each for each in _ALL for suffix in each.suffixes}


def format_of(path: str) -> Format:
    """The format for a path; one without a suffix holds plain text.

    Raises:
        InputError: no format has this suffix.
    """
    suffix = PurePath(path).suffix.lower()
    if not suffix:
        return FORMATS[".txt"]
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise InputError(
            f'files that end in "{suffix}" cannot be read',
            at=Location(path),
            hint=f"these can: {known}; for another text file: "
            "factcheck check - --stdin-filename copy.txt < FILE",
        )
    return FORMATS[suffix]


def read_document(data: bytes, path: str) -> Document:
    """The document in the bytes of a file; `path` chooses the format and is kept for reports.

    Raises:
        InputError: the suffix is not known, or the bytes are not UTF-8 text.
    """
    chosen = format_of(path)
    return chosen.read(decode(data, path), path)
