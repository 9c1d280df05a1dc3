"""Bytes to text, or a clear message why not."""

from __future__ import annotations

from factcheck.errors import InputError
from factcheck.model.place import Location

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, path: str, *, line: int = 0, base: int = 0) -> str:
    """The text of UTF-8 bytes without a byte order mark; line ends are left as they are.

    `line` and `base` place the bytes when they are one line of a longer input: its number, and
    the number of bytes before it.

    Raises:
        InputError: the bytes are not text, or not UTF-8. The message names the byte offset.
    """
    if data.startswith(_UTF16):
        raise InputError(
            "this is UTF-16, not UTF-8 (byte order mark at byte offset 0)",
            at=Location(path, line or 1),
            hint="save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8 FILE",
        )
    zero = data.find(b"\0")
    if zero >= 0:
        raise InputError(
            f"this looks like a binary file, not text (zero byte at byte offset {base + zero})",
            at=Location(path, line or _line(data, zero)),
            hint="give a text file in UTF-8",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"this is not UTF-8: byte 0x{data[error.start]:02X} at byte offset "
            f"{base + error.start}",
            at=Location(path, line or _line(data, error.start)),
            hint="save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE",
        ) from error
    return text.removeprefix("\ufeff")


def _line(data: bytes, offset: int) -> int:
    before = data[:offset]
    return before.count(b"\n") + before.replace(b"\r\n", b"").count(b"\r") + 1
