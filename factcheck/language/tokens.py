"""Words and punctuation of a text, with exact spans, through markup and odd characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck.language.words import Word
from factcheck.model.proposition import Value

PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201b": "'", "\u201c": '"', "\u201d": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\u2013": "-", "\u2014": ";",
    "\u2015": ";", "\u2026": ".", "\u2022": " ", "\u00d7": "x",
}  # fmt: skip
INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
)
MARKUP = re.compile(
    r"<!--.*?-->|</?[A-Za-z][^<>]*>|\[\^?\d+\]|(?<=\])\([^()\s]*\)|\]|\[|[*_`~]{1,3}(?=\S)"
    r"|(?<=\S)[*_`~]{1,3}|^\s*(?:#{1,6}|>|[-+*])\s",
    re.DOTALL,
)
MARKS = re.compile(r"[<>\[\]*_`~#&(]|^\s*[-+]")
# Brackets inside a name: "(S)-carvone", "S(+)-carvone".
BRACKETED = re.compile(r"\((?:(\w{1,3})|[+\u2212\u00b1-])\)(?=-\w)")
REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});")
TOKEN = re.compile(
    r"(?P<number>\$?\d[\d,]*(?:\.\d+)?(?i:st|nd|rd|th|s)?\b|\$?\d[\d,]*(?:\.\d+)?)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|(?:Dr|Mr|Mrs|Ms|Prof|St|vs)\.(?=\s)|[^\W_]+(?:'[^\W_]+)*'?)"
    r"|(?P<punct>[^\w\s]|_)"
)
CONTRACTIONS = {
    "can't": ("ca", "n't"), "cannot": ("can", "not"), "won't": ("wo", "n't"),
    "shan't": ("sha", "n't"),
    "ain't": ("ai", "n't"), "let's": ("let", "'s"), "gonna": ("gon", "na"),
}  # fmt: skip
BARE = {
    "isnt", "arent", "wasnt", "werent", "dont", "doesnt", "didnt", "hasnt",
    "havent", "hadnt", "wouldnt",
    "couldnt", "shouldnt", "cant", "wont",
}  # fmt: skip
BARE_IS = {"theres": "there", "thats": "that", "whats": "what", "heres": "here"}
SPELT = {
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "ai": "is",
    "n't": "not",
    "nt": "not",
    "'ll": "will",
    "'d": "would",
}


@dataclass(slots=True)
class Token:
    """A word on its way through the analysis; `glued` when a hyphen joins it to the one before.

    `value` is what a calendar phrase that was put in one token covers.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str
    glued: bool = False
    tag: str = ""
    lemma: str = ""
    entity: str = ""
    read_as: str = ""
    words: tuple[Word, ...] = field(default=())
    tags: frozenset[str] = frozenset()
    prefers: str = ""
    value: Value | None = None


def clean(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text without markup and with plain punctuation, and where each character stood.

    The places are those where it begins and where it ends.
    """
    if text.isascii() and not MARKS.search(text):
        return text, range(len(text)), range(1, len(text) + 1)
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    named = {match.start(): match for match in REFERENCE.finditer(text)} if "&" in text else {}
    skip_to = 0
    hidden = _hidden(text)
    for offset, char in enumerate(text):
        if offset in hidden or offset < skip_to:
            continue
        end = offset + 1
        if offset in named:
            char = _referred(named[offset].group())
            end = skip_to = named[offset].end()
        if char < "\x80":
            plain = char
        elif char in INVISIBLE:
            continue
        elif kept and (whole := _accented(kept[-1], char)):
            kept[-1], ends[-1] = whole, end
            continue
        else:
            plain = PLAIN.get(char) or unicodedata.normalize("NFKC", char)
        for each in plain:
            kept.append(each)
            starts.append(offset)
            ends.append(end)
    return "".join(kept), starts, ends


def _hidden(text: str) -> set[int]:
    """The places of markup, and of brackets inside a name."""
    found = {place for match in MARKUP.finditer(text) for place in range(*match.span())}
    for match in BRACKETED.finditer(text) if "(" in text else ():
        found |= {*range(*match.span())} - {*range(*match.span(1))}
    return found


def _accented(letter: str, char: str) -> str:
    """A letter and an accent written as a character of its own, as one; "" for anything else."""
    if not unicodedata.combining(char):
        return ""
    whole = unicodedata.normalize("NFC", letter + char)
    return whole if len(whole) == 1 else ""


def _referred(reference: str) -> str:
    """The character that an HTML reference such as "&nbsp;" stands for."""
    import html

    found = html.unescape(reference)
    return found if len(found) == 1 else " "


def tokenise(text: str) -> list[Token]:
    """Tokens in order; spans are code points of `text` as given."""
    return [Token(*each) for each in _tokenised(text)]


@lru_cache(maxsize=256)
def _tokenised(text: str) -> tuple[tuple[str, str, int, int, str, bool], ...]:
    """What makes each token; a text is cut more than once on its way to a verdict."""
    plain, starts, ends = clean(text)
    found: list[tuple[str, str, int, int, str, bool]] = []
    glue_at = -1
    for match in TOKEN.finditer(plain):
        start, end = match.span()
        kind = match.lastgroup or "punct"
        word = match.group()
        if word == "-" and found and _joins(plain, start):
            glue_at = end
            continue
        if word == "-" and found and _is_dash(plain, start):
            word = ";"
        if plain[start - 2 : start] == "--":
            found.append((";", ";", starts[start - 2], ends[start - 1], "punct", False))
        for piece, offset in _split(word, kind):
            low = "are" if piece == "r" else piece.lower()
            low = SPELT.get(low, low)
            first, last = start + offset, start + offset + len(piece)
            sort = {"'": "word", "$": "punct"}.get(piece[0], kind)
            found.append((piece, low, starts[first], ends[last - 1], sort, glue_at == first))
    return tuple(found)


def _joins(plain: str, start: int) -> bool:
    """Whether the hyphen at `start` stands between two word characters."""
    return 0 < start < len(plain) - 1 and plain[start - 1].isalnum() and plain[start + 1].isalnum()


def _is_dash(plain: str, start: int) -> bool:
    """Whether the hyphen at `start` has spaces around it and stands between no two numbers."""
    around = plain[start - 1 : start], plain[start + 1 : start + 2]
    numbers = plain[:start].rstrip()[-1:].isdigit() and plain[start + 1 :].lstrip()[:1].isdigit()
    return around == (" ", " ") and not numbers


def _split(word: str, kind: str) -> list[tuple[str, int]]:
    """A word cut into the words it is made of: "isn't" into "is" and "n't"."""
    low = word.lower()
    if kind == "number" and word[0] == "$":
        return [("$", 0), (word[1:], 1)]
    if kind != "word":
        return [(word, 0)]
    if low in CONTRACTIONS:
        first, _ = CONTRACTIONS[low]
        return [(word[: len(first)], 0), (word[len(first) :], len(first))]
    if low.endswith("n't") and len(low) > 3:
        return [(word[:-3], 0), (word[-3:], len(word) - 3)]
    if low in BARE_IS:
        return [(word[:-1], 0), ("'s", len(word) - 1)]
    if low in BARE:
        return [(word[:-2], 0), (word[-2:], len(word) - 2)]
    if "'" in word:
        cut = word.index("'")
        if low[cut:] in ("'s", "'re", "'ve", "'ll", "'d", "'m") and cut:
            return [(word[:cut], 0), (word[cut:], cut)]
        if cut == len(word) - 1:
            return [(word[:cut], 0), ("'", cut)]
    return [(word, 0)]
