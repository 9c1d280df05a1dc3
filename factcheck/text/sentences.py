"""Where sentences end.

A full stop, question or exclamation mark ends a sentence unless it belongs to an abbreviation,
an initial, a number or list label, stands inside brackets that begin within the sentence, or
closes a quotation that the sentence goes on after. A blank line always ends one.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.model.place import Span
from factcheck.text.abbreviations import (
    BEFORE_CAPITAL,
    BEFORE_NUMBER,
    BEFORE_STARTER,
    LABELLED,
    NEVER_LAST,
    STARTERS,
)

_CLOSERS = "\"'”’»)\\]"
_END = re.compile(
    rf"(?P<marks>(?<![.!?…])[.!?…]++|[。！？])(?P<closers>[{_CLOSERS}]*+)"
    r"(?P<notes>(?:\[\d[\d,–\- ]*+\])*+)"
    r"(?P<gap>\s+|$|(?<=[。！？])|(?=[A-Z][a-z]))"
    r"|(?P<blank>(?:\r\n?+|\n)[ \t]*+(?:(?:\r\n?+|\n)[ \t]*+)++)"
)
_LAST_WORD = re.compile(r"[^\s(\[{\"'“‘«,;:—–/]+$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[*_]*(\w[\w'’-]*)?")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_LONGEST_WORD = 40
_LONGEST_ASIDE = 600


def segment(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of a block of text, in order, trimmed of white space.

    Together they hold every character but white space; one without a letter or digit is joined
    to the sentence before it. Empty for a text without letters and digits.
    """
    asides = _asides(text)
    starts = [aside.start for aside in asides]
    spans: list[Span] = []
    begin = 0
    for match in _END.finditer(text):
        if match["blank"] is not None or _ends(text, begin, match, asides, starts):
            cut = match.start() if match["blank"] is not None else match.start("gap")
            if _add(text, begin, cut, spans):
                begin = match.end()
    _add(text, begin, len(text), spans)
    return tuple(spans)


def _add(text: str, start: int, end: int, spans: list[Span]) -> bool:
    """Appends the trimmed sentence `text[start:end]`; False if it must wait for what follows."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left >= right:
        return True
    if any(each.isalnum() for each in text[left:right]):
        spans.append(Span(left, right))
    elif spans:
        spans[-1] = Span(spans[-1].start, right)
    else:
        return False
    return True


def _asides(text: str) -> list[Span]:
    """Matched brackets that do not nest, in order; over-long ones are mistakes and left out."""
    found: list[Span] = []
    stack: list[int] = []
    for match in re.finditer(r"[()\[\]]", text):
        if match[0] in "([":
            stack.append(match.start())
        elif stack:
            start = stack.pop()
            if match.end() - start <= _LONGEST_ASIDE:
                while found and found[-1].start > start:
                    found.pop()
                found.append(Span(start, match.end()))
    return found


def _ends(
    text: str, begin: int, match: re.Match[str], asides: list[Span], starts: list[int]
) -> bool:
    at = match.start()
    around = bisect_right(starts, at) - 1
    if around >= 0 and at < asides[around].end - 1 and asides[around].start > _first(text, begin):
        return False
    following = _NEXT_WORD.match(text, match.end())
    word = (following[1] if following else None) or ""
    glued = match["gap"] == "" and match.end() < len(text) and match["marks"] not in "。！？"
    if glued:
        before = text[max(begin, at - 3) : at]
        return bool(re.fullmatch(r".?[a-z)][a-z)]", before)) and not match["closers"]
    lower = word[:1].islower()
    if match["closers"].strip(")]") and lower:
        return False
    if set(match["marks"]) & set("!?。！？"):
        return True
    if match["marks"] != ".":
        return not lower
    return _stop_ends(text, begin, at, word)


def _stop_ends(text: str, begin: int, at: int, following: str) -> bool:
    """Whether the single full stop at `at`, with `following` as the next word, ends a sentence."""
    found = _LAST_WORD.search(text, max(begin, at - _LONGEST_WORD), at)
    word = found[0] if found else ""
    start = found.start() if found else at
    key = word.lower()
    starter = following[:1].isupper() and following.lower() in STARTERS
    if not following:
        return True
    if key.isdigit() and start == _first(text, begin):
        return False  # "1. First item"
    if key in NEVER_LAST:
        return False
    if key in BEFORE_NUMBER and following[0].isdigit():
        return False
    if key in BEFORE_CAPITAL:
        return following[0].isupper()
    if key in BEFORE_STARTER or _DOTTED.fullmatch(key):
        return starter
    if len(word) == 1 and word.isupper():
        before = _LAST_WORD.search(text[max(begin, start - _LONGEST_WORD) : start].rstrip())
        previous = before[0] if before else ""
        named = not previous or (previous[:1].isupper() and previous.lower() not in LABELLED)
        return starter or not named
    return True


def _first(text: str, begin: int) -> int:
    """Offset of the first character that is not white space."""
    while begin < len(text) and text[begin].isspace():
        begin += 1
    return begin
