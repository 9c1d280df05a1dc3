"""English words: readings of a form, inflections, and which words belong together.

The table beside this file (`data/words.txt`; `scripts/build_words.py` writes it and describes its
format) is read as `table` says, so that a program which looks up ten words does not pay for a
quarter of a million.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from factcheck.language.table import DATA, cells

__all__ = ["Word", "antonyms", "derived", "inflect", "is_known", "lookup", "nominalised"]

PartOfSpeech: TypeAlias = Literal["N", "V", "A", "R"]

_PATH = os.path.join(DATA, "words.txt")
_TAG = {
    "n": "NN",
    "p": "NNS",
    "v": "VB",
    "d": "VBD",
    "e": "VBN",
    "g": "VBG",
    "z": "VBZ",
    "j": "JJ",
    "k": "JJR",
    "l": "JJS",
    "r": "RB",
    "s": "RBR",
    "t": "RBS",
    "i": "IN",
}
_LETTER = {tag: letter for letter, tag in _TAG.items()}
_BASE_TAGS = frozenset({"NN", "VB", "JJ", "RB"})


class Word(NamedTuple):
    """One reading of a form: its lemma, Penn tag, and how common the lemma is as that (0-9)."""

    lemma: str
    tag: str
    weight: int


@lru_cache(maxsize=16384)
def lookup(form: str) -> tuple[Word, ...]:
    """Readings of a lower-case word, the commonest first, then by tag; () if it is unknown.

    The weight counts the lemma with its part of speech, not the form: 0 where WordNet does not
    have it, 1 where its tagged texts never use it, one more for each threefold use. Tags are NN
    NNS VB VBD VBN VBG VBZ JJ JJR JJS RB RBR RBS, and IN for a closed-class word that has no reading
    as one of these.
    """
    return tuple(
        Word(_absolute(cell[2:], form), _TAG[cell[0]], int(cell[1])) for cell in _cells("f" + form)
    )


def is_known(form: str) -> bool:
    """Whether a lower-case form is in the table."""
    return bool(lookup(form))


@lru_cache(maxsize=4096)
def nominalised(noun: str) -> tuple[str, ...]:
    """Verbs whose act or event the noun names ("approval": "approve"), the commonest first.

    Source: WordNet's derivational links from noun senses of noun.act and noun.event.
    """
    return tuple(_absolute(cell, noun) for cell in _cells("o" + noun))


@lru_cache(maxsize=4096)
def derived(lemma: str, tag: PartOfSpeech) -> tuple[tuple[str, PartOfSpeech], ...]:
    """Words related by derivation, with their part of speech: at most 8, direct ones first.

    "addictive", "A" gives ("addict", "V") and, through the verb, ("addiction", "N").
    """
    found: list[tuple[str, PartOfSpeech]] = []
    for cell in _cells("d" + tag + lemma):
        pos: PartOfSpeech
        match cell[0]:
            case "N" | "V" | "A" | "R" as pos:
                found.append((_absolute(cell[1:], lemma), pos))
    return tuple(found)


@lru_cache(maxsize=4096)
def antonyms(lemma: str) -> tuple[str, ...]:
    """Opposites of the first two senses of an adjective or verb, in alphabetical order."""
    return tuple(_cells("a" + lemma))


def inflect(lemma: str, tag: str) -> tuple[str, ...]:
    """Spellings of a lemma's form with a Penn tag ("go", "VBD": "went"); () if there is none."""
    if tag in _BASE_TAGS:
        return (lemma,) if any(w.lemma == lemma and w.tag == tag for w in lookup(lemma)) else ()
    letter = _LETTER.get(tag, " ")
    return tuple(_absolute(cell[1:], lemma) for cell in _cells("i" + lemma) if cell[0] == letter)


def _absolute(relative: str, word: str) -> str:
    """Word that `relative` stands for beside `word`."""
    if not relative:
        return word
    return word[: len(word) - ord(relative[0]) + 48] + relative[1:]


def _cells(key: str) -> list[str]:
    """Entries of the line with this key; [] if there is none."""
    return cells(_PATH, key)
