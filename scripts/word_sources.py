"""What the sources of the word table say: readers of their files, no judgement."""

from __future__ import annotations

import bz2
import gzip
import pickle
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from word_rules import Forms, plurals

SOURCE_POS = {"noun": "N", "verb": "V", "adj": "A", "adv": "R"}
SENSE_POS = {"1": "N", "2": "V", "3": "A", "4": "R", "5": "A"}
COLUMNS = {
    "N": ("NNS",),
    "V": ("VBD", "VBN", "VBG", "VBZ"),
    "A": ("JJR", "JJS"),
    "R": ("RBR", "RBS"),
}
WORD = re.compile(r"[^\W_](?:[^\W_]|['-](?=[^\W_]))*", re.UNICODE)


# Nouns whose plural looks like the singular. The tables write mass nouns the same way.
SAME_PLURAL = frozenset(
    {
        "aircraft",
        "barracks",
        "bison",
        "cattle",
        "cod",
        "crossroads",
        "deer",
        "elk",
        "fish",
        "gallows",
        "headquarters",
        "hovercraft",
        "means",
        "moose",
        "offspring",
        "people",
        "police",
        "salmon",
        "series",
        "sheep",
        "shrimp",
        "spacecraft",
        "species",
        "squid",
        "swine",
        "trout",
    }
)


@dataclass(frozen=True, slots=True)
class Synset:
    """One synset of WordNet: its words as written, and its pointers."""

    pos: str
    lexname: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, int, int], ...]  # symbol, offset, pos, from, to


def is_word(text: str) -> bool:
    """Whether `text` is one word, hyphens and apostrophes inside it allowed."""
    return WORD.fullmatch(text) is not None and any(each.isalpha() for each in text)


def read_inflections(path: Path) -> Iterator[tuple[str, str, Forms]]:
    """Lemma as written, part of speech and inflected forms, in the order of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            lemma, source_pos, *columns = line.rstrip("\n").split(",")
            pos = SOURCE_POS.get(source_pos)
            if pos is None or not is_word(lemma):
                continue
            forms: Forms = {}
            for tag, column in zip(COLUMNS[pos], columns, strict=False):
                spellings = tuple(each for each in column.lower().split("/") if is_word(each))
                if tag == "NNS" and lemma not in SAME_PLURAL:
                    spellings = tuple(each for each in spellings if each != lemma.lower())
                if spellings:
                    forms[tag] = spellings
            if "VBD" in forms:
                forms.setdefault("VBN", forms["VBD"])
            yield lemma, pos, forms


def read_synsets(directory: Path) -> dict[tuple[str, str], Synset]:
    """Synsets by part of speech and offset."""
    synsets: dict[tuple[str, str], Synset] = {}
    for name, pos in SOURCE_POS.items():
        with (directory / f"data.{name}").open(encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith(" "):
                    cells = line.split(" | ", 1)[0].split()
                    synsets[pos, cells[0]] = _synset(pos, cells)
    return synsets


def _synset(pos: str, cells: list[str]) -> Synset:
    count = int(cells[3], 16)
    words = tuple(cells[4 + 2 * i].split("(")[0] for i in range(count))
    at = 4 + 2 * count
    pointers = []
    for i in range(int(cells[at])):
        symbol, offset, kind, ends = cells[at + 1 + 4 * i : at + 5 + 4 * i]
        target = "A" if kind in "as" else kind.upper()
        pointers.append((symbol, offset, target, int(ends[:2], 16), int(ends[2:], 16)))
    return Synset(pos, cells[1], words, tuple(pointers))


def read_senses(path: Path) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str, str], int]]:
    """Tag counts by lemma and part of speech, and sense numbers by lemma, that and offset."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    numbers: dict[tuple[str, str, str], int] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            key, offset, number, count = line.split()
            lemma, rest = key.rsplit("%", 1)
            pos = SENSE_POS[rest[0]]
            counts[lemma, pos] += int(count)
            numbers[lemma, pos, offset] = int(number)
    return counts, numbers


def read_senses_in_order(path: Path) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Offset and tag count of each sense of a word, by word and part of speech, the first first."""
    found: dict[tuple[str, str], list[tuple[int, str, int]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            key, offset, number, count = line.split()
            lemma, rest = key.rsplit("%", 1)
            found[lemma, SENSE_POS[rest[0]]].append((int(number), offset, int(count)))
    return {lemma: [each[1:] for each in sorted(senses)] for lemma, senses in found.items()}


def read_spellings(paths: Iterable[Path], *, nouns_only: bool = False) -> set[str]:
    """Words of spelling lists as written, possessives among them."""
    spellings = {line for path in paths for line in path.read_text(encoding="utf-8").splitlines()}
    if nouns_only:
        nouns = {each for each in spellings if each.islower() and f"{each}'s" in spellings}
        plural = {each for noun in nouns for each in plurals(noun) if each in spellings}
        return nouns | plural | {f"{each}'s" for each in nouns}
    return spellings


class _PlainUnpickler(pickle.Unpickler):
    """Reads dicts, lists and strings, and refuses anything that runs code."""

    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError(f"not plain data: {module}.{name}")


def read_substances(path: Path) -> list[str]:
    """Names of one word of the substances with a DrugBank number, sorted."""
    with bz2.open(path) as file:
        by_name = _PlainUnpickler(file).load()["drug_canonical_to_data"]
    return sorted(
        name.lower()
        for name, data in by_name.items()
        if "drugbank_id" in data and name.isalpha() and len(name) > 4
    )
