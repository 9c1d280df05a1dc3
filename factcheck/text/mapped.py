"""Text whose characters know where in the source they came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.model.document import Sentence
from factcheck.text.sentences import segment

# Addresses are not claims. Closing punctuation stays with the sentence.
_ADDRESS = re.compile(
    r"(?P<open>\(\s*)?<?(?P<address>(?:https?|ftp|mailto)://[^\s<>\"]+|mailto:[^\s<>\"]+"
    r"|www\.[^\s<>\"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)>?",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\s*\)")

# Numbers of notes behind a word or a stop ("heavy.¹²", "heavy [3, 4]"), and invisible characters.
_NOTES = re.compile(
    r"(?:(?<=[^\W\d_]{4})|(?<=[.,;:!?”\")]))[¹²³⁰⁴-⁹]+(?:[,⁻][¹²³⁰⁴-⁹]+)*"
    r"|(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?”\")]))[ ]?\[\d{1,3}(?:[,–-][ ]?\d{1,3})*\]"
    r"|[\u00ad\u200b\u2060\ufeff]"
)
_SPACES = dict.fromkeys((0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_BLANKS = re.compile(r"(?<=[ \t])[ \t]+")


class Mapped:
    """A text under construction: characters with their offsets in the source, in reading order."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._offsets: list[int] = []

    def add(self, text: str, at: int) -> None:
        """Appends characters that stand in the source one after the other from `at` on."""
        self._pieces.append(text)
        self._offsets.extend(range(at, at + len(text)))

    def replace(self, text: str, at: int) -> None:
        """Appends characters that all stand for one thing in the source, such as an entity."""
        self._pieces.append(text)
        self._offsets.extend([at] * len(text))

    def space(self, at: int) -> None:
        """Appends a space, unless the text ends in one or is empty."""
        if self._pieces and not self._pieces[-1].endswith((" ", "\t")):
            self.replace(" ", at)

    def sentences(self, role: str = "prose", headings: tuple[str, ...] = ()) -> list[Sentence]:
        """The sentences of the text so far; addresses and the numbers of notes are left out."""
        text = "".join(self._pieces).translate(_SPACES)
        offsets: Sequence[int] = self._offsets
        text, offsets = _without(text, offsets, _addresses(text))
        for holes in (_NOTES, _BLANKS):
            spans = [each.span() for each in holes.finditer(text)]
            text, offsets = _without(text, offsets, spans)
        return [
            Sentence(text[start:end], _compact(offsets[start:end]), role, headings)
            for start, end in segment(text)
        ]


def as_text(sentences: Iterable[Sentence]) -> str:
    """The sentences as one line of text."""
    return " ".join(each.text for each in sentences)


def _compact(offsets: Sequence[int]) -> Sequence[int]:
    """The offsets with that of the end added, as a range if they follow one another."""
    start, end = offsets[0], offsets[-1] + 1
    if end - start == len(offsets) and list(offsets) == list(range(start, end)):
        return range(start, end + 1)
    return (*offsets, end)


def _addresses(text: str) -> list[tuple[int, int]]:
    """Begins and ends of the addresses, with the brackets around them and the space before."""
    if not any(sign in text for sign in ("@", "://", "www.", "WWW.")):
        return []
    found: list[tuple[int, int]] = []
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        while end > match.start("address") and text[end - 1] in ".,;:!?'\"”’)]*":
            address = text[match.start("address") : end]
            if text[end - 1] == ")" and address.count("(") >= address.count(")"):
                break
            end -= 1
        if match["open"] is not None:
            closing = _CLOSING.match(text, end)
            start, end = (start, closing.end()) if closing else (match.end("open"), end)
        if start and (end == len(text) or text[end] in " .,;:!?") and text[start - 1] == " ":
            start -= 1
        found.append((start, end))
    return found


def _without(
    text: str, offsets: Sequence[int], holes: Sequence[tuple[int, int]]
) -> tuple[str, Sequence[int]]:
    """The text and its offsets with the holes cut out."""
    if not holes:
        return text, offsets
    kept: list[tuple[int, int]] = []
    begin = 0
    for start, end in holes:
        kept.append((begin, start))
        begin = end
    kept.append((begin, len(text)))
    return (
        "".join(text[start:end] for start, end in kept),
        [each for start, end in kept for each in offsets[start:end]],
    )
