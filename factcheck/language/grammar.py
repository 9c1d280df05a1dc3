"""The words of English and what they do, from data/*.yaml.

A file of data holds tables; a table is one entry, or several under labels. An entry has `words` (or
`numbers`, `ranges`, `pairs`, `groups`) and examples that tests/language/test_cues.py reads: a
sentence in which they do their work, and one in which they must not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data"
CONTENTS = ("words", "numbers", "ranges", "pairs", "groups")
Tables = Mapping[str, Mapping[str, Any]]  # table -> label, "" without any -> contents

MOST_KEPT = 2

Words = frozenset[str]
Labels = Mapping[str, str]  # word -> label
Groups = Mapping[str, str]  # "label:word" -> the first word of its group
Order = Mapping[str, int]  # word -> place, from 1
Numbers = Mapping[str, float]
Parts = Mapping[tuple[str, ...], tuple[float, float, bool]]  # phrase -> start, end, if vague
Units = Mapping[str, tuple[str, float]]  # unit -> base unit, factor
Pairs = frozenset[tuple[str, str]]
Mapped = Mapping[str, str]  # first of a pair -> second
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word -> longest first
Turns = Phrases  # pairs of a phrase and what it stands for, by the first word
Exact = Mapping[tuple[str, ...], str]  # whole phrase -> label; "exact" stands for none


class Grammar(NamedTuple):
    """The tables, ready to be looked up; a field has the name of its table.

    A tuple, as a dataclass of so many fields takes long to make at every start.
    """

    # parts of speech
    tags: Labels
    prefer: Labels
    compounds: Phrases
    # strength
    strength: Phrases
    modals: Labels
    obligation: Phrases
    raising: Labels
    requiring: Labels
    intensifiers: Phrases
    quantifiers: Labels
    quantities: Exact
    bounds: Exact
    before_numbers: Words
    bound_openers: Words
    before_times: Words
    before_equals: Exact
    degrees: Labels
    unique: Words
    # stance
    openers: Phrases
    bare_openers: Words
    idioms: Phrases
    endorsers: Phrases
    popular_beliefs: Words
    reporters: Phrases
    labels: Phrases
    hypothesisers: Phrases
    presupposers: Phrases
    rhetorical: Words
    fiction: Words
    belief: Labels
    clause_takers: Words
    inferring: Words
    inferences: Words
    witnesses: Words
    advised_against: Words
    trusting: Words
    mistakenly: Words
    truth: Phrases
    idea_nouns: Words
    view_nouns: Words
    doubt_nouns: Words
    evidence_nouns: Words
    strong_evidence: Words
    disproving: Words
    holding_up: Words
    grounds: Words
    titles: Words
    settled: Words
    shell_nouns: Words
    noting: Words
    beyond_doubt: Phrases
    answers: Labels
    closers: Phrases
    tails: Exact
    tag_verbs: Words
    # negation
    negating_verbs: Words
    privative: Words
    stripping: Words
    non_intersective: Words
    plainly_denied: Words
    scope_before_not: Words
    scope_after_not: Words
    # nouns
    sorts: Words
    chaining: Words
    coming: Words
    light_nouns: Words
    measuring: Words
    kinds: Labels
    anything: Words
    takes_infinitive: Words
    pronouns: Labels
    nominative: Words
    pronoun_numbers: Labels
    no_referents: Words
    before_verbs: Words
    definite: Words
    # verbs
    classifying: Words
    copulas: Words
    seeming: Words
    causatives: Words
    bare_infinitive: Words
    takes_gerund: Words
    takes_to_noun: Words
    carriers: Words
    helpers: Words
    moving: Labels
    ending: Words
    bringing: Mapped
    applying: Words
    undergoing: Words
    healing: Words
    skipping: Labels
    managing: Words
    having_on: Words
    one_time: Words
    to_come: Words
    vacuous: Words
    having: Words
    supplying: Words
    mixing: Words
    joint: Words
    standing: Words
    placing: Words
    partial: Words
    adverse: Words
    # events
    acts: Mapped
    acts_on: Words
    in_force: Words
    imposing: Words
    happening: Words
    witnessing: Words
    lent: Mapped
    giving: Words
    receiving: Words
    light: Mapped
    changing: Mapped
    changes: Mapped
    affecting: Words
    bringing_about: Words
    keeping: Words
    likely: Words
    chances: Words
    counting: Words
    usual: Words
    coming_of: Words
    for_certain: Words
    tough: Words
    at_ease: Mapped
    wearing_off: Words
    enduring: Words
    datives: Words
    bodies: Words
    customs: Words
    put: Words
    ruling: Mapped
    given_by: Mapped
    # clauses
    contrasts: Words
    subordinators: Words
    rule_conditions: Words
    everything: Labels
    bound_pronouns: Words
    indefinites: Words
    clause_openers: Words
    adjunct_openers: Words
    leading_prepositions: Words
    prepositions: Labels
    compound_prepositions: Labels
    relating: Words
    leading_conditions: Order
    once_and_for_all: Words
    states: Words
    # roles
    presupposing: Words
    soft: Words
    dating: Words
    phases: Labels
    takes_part: Pairs
    loud: Words
    telling: Words
    exchangeable: Words
    essential: Words
    scopes: Words
    limits: Words
    conditions: Words
    added: Words
    # measures
    units: Units
    fractions: Numbers
    multitudes: Numbers
    mere_amounts: Words
    numbers: Numbers
    ordinals: Order
    months: Order
    time_spans: Words
    round_spans: Words
    long_spans: Numbers
    open_ends: Labels
    parts_of_time: Parts
    decades: Numbers
    before_dates: Phrases
    # meaning
    joining_phrases: Turns
    likening_phrases: Turns
    acting_phrases: Turns
    adverb_phrases: Turns
    synonyms: Groups
    degree_adjectives: Labels
    # drawn from several tables
    persons: Words
    antonyms: Labels
    negatives: Labels  # second of a pair of opposites -> first
    paired: Labels  # ends of a scale that have no other one
    scales: Mapping[str, tuple[tuple[str, bool], ...]]  # word -> scales, and if it is the low end


@cache
def read_tables() -> dict[str, dict[str, Any]]:
    """The tables without their examples as plain data; the compiled index keeps the answer."""
    return {
        name: {label: contents(entry) for label, entry in entries(table).items()}
        for name, table in read_files().items()
    }


def read_files() -> dict[str, dict[str, Any]]:
    """The tables as they stand in the files, examples included."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # words stay words: "true", "no"
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(DATA.glob("*.yaml")):
        found.update(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))
    return found


def entries(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entries of a table under their labels; a table without labels is its own entry."""
    return {"": table} if any(_holds(table, kind) for kind in CONTENTS) else table


def contents(entry: Mapping[str, Any]) -> Any:
    """The words, numbers, pairs or groups of an entry."""
    return next(entry[kind] for kind in CONTENTS if kind in entry)


def _holds(table: Mapping[str, Any], kind: str) -> bool:
    return kind in table and not (isinstance(table[kind], dict) and "words" in table[kind])


_made: dict[int, tuple[Tables, Grammar]] = {}  # by the identity of the tables


def grammar_of(tables: Tables) -> Grammar:
    """The grammar that the tables describe; the same one for the same tables."""
    kept = _made.get(id(tables))
    if kept is None or kept[0] is not tables:
        if len(_made) >= MOST_KEPT:
            _made.clear()
        kept = _made[id(tables)] = tables, _grammar(tables)
    return kept[1]


def _grammar(tables: Tables) -> Grammar:
    fields = {
        name: READERS[kind.__forward_arg__](tables[name])
        for name, kind in Grammar.__annotations__.items()
        if name in tables
    }
    fields["clause_takers"] |= fields["belief"].keys()
    opposites = tables["opposites"][""]
    fields["persons"] = frozenset(tables["kinds"]["people"])
    fields["antonyms"] = _both_ways((*opposites, *tables["contraries"][""]))
    fields["negatives"] = {second: first for first, second in opposites}
    ends = tables["scale_ends"][""]
    fields["scales"] = scales = _scales(ends)
    sole = [pair for pair in ends if all(len(scales[word]) == 1 for word in pair)]
    fields["paired"] = _both_ways(sole)
    return Grammar(**fields)


# -- one reader for each shape of table -------------------------------------------------------


def _words(table: Mapping[str, Iterable[str]]) -> Words:
    return frozenset(table[""])


def _labels(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: label for label, words in table.items() for word in words}


def _groups(table: Mapping[str, Iterable[list[str]]]) -> dict[str, str]:
    return {
        f"{label}:{word}": group[0]
        for label, groups in table.items()
        for group in groups
        for word in group[1:]
    }


def _order(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {word: place for place, word in enumerate(table[""], 1)}


def _numbers(table: Mapping[str, Mapping[str, str]]) -> dict[str, float]:
    return {word: float(number) for word, number in table[""].items()}


def _parts(
    table: Mapping[str, Mapping[str, list[str]]],
) -> dict[tuple[str, ...], tuple[float, float, bool]]:
    return {
        tuple(phrase.split()): (float(low), float(high), label == "vague")
        for label, phrases in table.items()
        for phrase, (low, high) in phrases.items()
    }


def _units(table: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, float]]:
    return {
        unit: (base, float(factor))
        for base, factors in table.items()
        for unit, factor in factors.items()
    }


def _pairs(table: Mapping[str, Iterable[tuple[str, str]]]) -> Pairs:
    return frozenset((first, second) for first, second in table[""])


def _mapped(table: Mapping[str, Iterable[tuple[str, str]]]) -> dict[str, str]:
    return dict(table[""])


def _exact(table: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): "" if label == "exact" else label
        for label, phrases in table.items()
        for phrase in phrases
    }


def _phrases(
    table: Mapping[str, Iterable[str]],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for label, phrases in table.items():
        for phrase in phrases:
            words = tuple(phrase.lower().replace("n't", " n't").split())
            found.setdefault(words[0], []).append((words, label))
    return {
        first: tuple(sorted(options, key=lambda option: -len(option[0])))
        for first, options in found.items()
    }


def _turns(table: Mapping[str, Iterable[tuple[str, str]]]) -> Phrases:
    plain: dict[str, list[str]] = {}
    for phrase, words in table[""]:
        plain.setdefault(words, []).append(phrase)
    return _phrases(plain)


READERS: Mapping[str, Callable[[Any], Any]] = {
    "Words": _words,
    "Labels": _labels,
    "Groups": _groups,
    "Order": _order,
    "Numbers": _numbers,
    "Parts": _parts,
    "Units": _units,
    "Pairs": _pairs,
    "Mapped": _mapped,
    "Exact": _exact,
    "Phrases": _phrases,
    "Turns": _turns,
}


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for first, second in pairs:
        found.setdefault(first, second)
        found.setdefault(second, first)
    return found


def _scales(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[str, bool], ...]]:
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    for high, low in pairs:
        name = f"{high} to {low}"
        found[high] = (*found.get(high, ()), (name, False))
        found[low] = (*found.get(low, ()), (name, True))
    return found
