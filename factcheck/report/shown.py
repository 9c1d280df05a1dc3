"""Text from users and knowledge bases, made safe to print."""

from __future__ import annotations

_CONTROLS = [each for each in range(0x20) if each not in (0x09, 0x0A)] + list(range(0x7F, 0xA0))
_BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_INVISIBLE = [0x2028, 0x2029, 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)]


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_UNSAFE = {code: _escape(code) for code in (*_CONTROLS, *_BIDI, *_INVISIBLE)}
_UNSAFE_JSON = {
    code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *_BIDI, 0x2028, 0x2029, 0xFEFF)
}


def shown(text: str) -> str:
    """The text with everything that could steer a terminal turned into visible escapes.

    Control characters (tab and line feed aside), bidirectional controls, lone surrogates and tag
    characters become the likes of `\\x1b` and `\\u202e`; nothing else changes.
    """
    if text.isascii() and text.isprintable():
        return text
    return _without_surrogates(text.translate(_UNSAFE))


def shown_on_line(text: str) -> str:
    """The same on one line: every run of white space becomes one space."""
    return shown(" ".join(text.split()))


def shown_json(document: str) -> str:
    """A JSON document with the same characters written as JSON escapes; its value is unchanged."""
    if document.isascii():
        return document
    return _without_surrogates(document.translate(_UNSAFE_JSON))


def _without_surrogates(text: str) -> str:
    """Lone surrogates become the likes of `\\udc80`, which is also how JSON writes them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
