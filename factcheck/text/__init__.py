"""Bytes of a file in, sentences with exact source spans out.

`read_document` reads a file in one of the registered formats; `segment` finds sentences.
"""

from __future__ import annotations

from factcheck.model.document import Document
from factcheck.text.sentences import segment

__all__ = ["read_document", "segment", "suffixes"]


def read_document(data: bytes, path: str) -> Document:
    """The document in the bytes of a file; `path` chooses the format and is kept for reports.

    Raises:
        InputError: the suffix is not known, or the bytes are not UTF-8 text.
    """
    from factcheck.text.formats import read_document as read

    return read(data, path)


def suffixes() -> tuple[str, ...]:
    """Ends of the names of files that can be read, with the dot."""
    from factcheck.text.formats import FORMATS

    return tuple(FORMATS)
