"""Every table of words is shown at work by a sentence, and at rest by another.

An entry of `factcheck/language/data/*.yaml` has its words and

* `fires`: a sentence that is read otherwise without the words, as `shows` or `same` tells;
* `silent`: a sentence with such words, or with some that look like them, that is read alike;
* `shows`: what is seen in the one and not in the other (see `SEEN`), or `same`: a plainer sentence
  that is read as the first one is;
* `kb`, `entities`: what is known. Where a verdict is shown, it is the verdict that changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from factcheck.checking.checker import Checker
from factcheck.knowledge.compiler import compile_entries
from factcheck.knowledge.premises import entries_of
from factcheck.language.grammar import (
    CONTENTS,
    Grammar,
    Tables,
    entries,
    grammar_of,
    read_files,
    read_tables,
)
from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import join_compounds
from factcheck.language.statement import analyse
from factcheck.language.tagging import tag
from factcheck.language.tokens import tokenise
from factcheck.language.understanding import spoken
from factcheck.model.knowledge import Entity
from factcheck.model.proposition import Analysis, Node, Reading
from factcheck.model.verdict import Verdict

AS_OF = date(2026, 11, 24)
KEYS = {*CONTENTS, "kb", "entities", "fires", "silent", "same", "shows"}
ELSEWHERE = {"opposites", "contraries", "scale_ends", "kept_apart", "contrary_verbs"}
ELSEWHERE |= {"phrases", "inverse_phrases"}  # not under a field's name


@dataclass(frozen=True)
class Entry:
    """One entry of a table, with what it says of itself."""

    table: str
    label: str
    data: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.table}/{self.label}" if self.label else self.table

    @property
    def words(self) -> set[str]:
        found = next(self.data[kind] for kind in CONTENTS if kind in self.data)
        nested = [[each] if isinstance(each, str) else each for each in found]
        return {word for each in nested for word in each}


ENTRIES = tuple(
    Entry(name, label, data)
    for name, table in read_files().items()
    for label, data in entries(table).items()
)


def without(entry: Entry) -> Tables:
    """The tables less the words of one entry."""
    tables = read_tables()
    table = tables[entry.table]
    return {**tables, entry.table: {**table, entry.label: type(table[entry.label])()}}


def known(entry: Entry, tables: Tables) -> Checker:
    """A checker that knows what the entry takes for known, read with these tables."""
    listed = entry.data.get("kb", ())
    sentences = [each if isinstance(each, str) else each["claim"] for each in listed]
    verdicts = ["supported" if isinstance(each, str) else each["verdict"] for each in listed]
    plain = entries_of(sentences)
    claims = tuple(
        replace(claim, verdict=Verdict(verdict))
        for claim, verdict in zip(plain.claims, verdicts, strict=True)
    )
    names = [
        each if isinstance(each, dict) else {"name": each}
        for each in entry.data.get("entities", ())
    ]
    entities = tuple(
        Entity(
            name=each["name"],
            is_a=tuple(each.get("is_a", ())),
            disjoint_with=tuple(each.get("disjoint_with", ())),
        )
        for each in names
    )
    return Checker(compile_entries(replace(plain, claims=claims, entities=entities), tables))


@cache
def plainly() -> Lexicon:
    """The words of the package, with nothing known."""
    return Lexicon(grammar_of(read_tables()), compile_entries(entries_of(())))


# -- what can be seen in a sentence -----------------------------------------------------------


def every(readings: tuple[Reading, ...]) -> Iterator[Reading]:
    for reading in readings:
        yield reading
        yield from every(reading.inner)


def shape(node: Node) -> str:
    """A node with its dependents: "have(subj tram, obj bell)"."""
    value = spoken(Node("", "value", value=node.value)) if node.value else ""
    head = node.head.removeprefix("@") if node.kind != "value" else ""
    parts = ["not" if node.negated else "", node.quant, value, head]
    inner = ", ".join(f"{role} {shape(each)}" for role, each in node.edges)
    return " ".join(filter(None, parts)) + (f"({inner})" if inner else "")


def within(node: Node) -> Iterator[Node]:
    yield node
    for _, each in node.edges:
        yield from within(each)


def sign(reading: Reading) -> bool:
    return reading.proposition.polarity == reading.sign


def values(reading: Reading) -> set[str]:
    found = [node.value for node in within(reading.proposition.root) if node.value]
    return {f"{each.low:g} to {each.high:g} {each.unit}" for each in found}


SEEN: Mapping[str, Callable[[Reading], set[str]]] = {
    "stance": lambda reading: {str(reading.stance)},
    "strength": lambda reading: {reading.proposition.strength},
    "duty": lambda reading: {reading.proposition.duty},
    "polarity": lambda reading: {"affirmed" if sign(reading) else "negated"},
    "quantity": lambda reading: {node.quant for node in within(reading.proposition.root)},
    "value": values,
    "cue": lambda reading: {cue.kind for cue in reading.cues if cue.span.start < cue.span.end},
    "reads": lambda reading: {("" if sign(reading) else "not ") + shape(reading.proposition.root)},
}


def seen(entry: Entry, key: str, text: str, analysis: Analysis) -> set[str]:
    """What a sentence shows of one kind."""
    if key == "infers":
        return {"yes" if analysis.infers else "no"}
    if key == "tag":
        tokens = tokenise(text)
        join_compounds(tokens, plainly())
        tag(tokens, plainly())
        return {token.tag for token in tokens if token.low in entry.words}
    return {each for reading in every(analysis.readings) for each in SEEN[key](reading)}


def as_read(analysis: Analysis) -> list[tuple[object, ...]]:
    """What an analysis comes to, wherever the words stand."""
    return [
        (
            shape(reading.proposition.root),
            sign(reading),
            reading.proposition.strength,
            reading.proposition.duty,
            reading.proposition.duty_negated,
            reading.stance,
            reading.kind,
        )
        for reading in every(analysis.readings)
    ]


# -- the tests --------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_an_entry_is_shown_at_work_and_at_rest(entry: Entry) -> None:
    """It has both sentences, and the second has one of its words or something like it."""
    assert set(entry.data) <= KEYS
    assert {"fires", "silent"} <= set(entry.data)
    assert ("shows" in entry.data) != ("same" in entry.data)
    text = entry.data["silent"].lower()
    assert any(part[:4].lower() in text for word in entry.words for part in word.split())


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_words_do_their_work_and_nothing_else(entry: Entry) -> None:
    """Without them the one sentence is read otherwise, the other alike."""
    fires, silent, shows = entry.data["fires"], entry.data["silent"], entry.data.get("shows", {})
    full, less = known(entry, read_tables()), known(entry, without(entry))
    if "verdict" in shows:
        assert full.check(fires, AS_OF).verdict == shows["verdict"]
        assert full.check(fires, AS_OF).verdict != less.check(fires, AS_OF).verdict
        assert full.check(silent, AS_OF).verdict == less.check(silent, AS_OF).verdict
        return
    read = analyse(fires, full.lexicon)
    assert read != analyse(fires, less.lexicon), "nothing changes without the words"
    assert analyse(silent, full.lexicon) == analyse(silent, less.lexicon)
    if "same" in entry.data:
        assert as_read(read) == as_read(analyse(entry.data["same"], full.lexicon))
    for key, value in shows.items():
        assert value in seen(entry, key, fires, read)
        assert value not in seen(entry, key, silent, analyse(silent, full.lexicon))


def test_every_table_is_read() -> None:
    """No table stands in the files that the grammar does not know."""
    assert set(read_files()) == (set(Grammar.__annotations__) & set(read_files())) | ELSEWHERE


def test_no_word_has_two_labels() -> None:
    """In a table, a phrase stands under one label."""
    for name, table in read_tables().items():
        if name in ("synonyms", "units"):
            continue
        found = [word for words in table.values() for word in words if isinstance(word, str)]
        assert len(found) == len(set(found)), name
