"""The closed-class words of English and what they do, from data/grammar.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists, ready to be looked up.

    A phrase table maps a first word to (words, label) pairs, longest first.
    """

    tags: Mapping[str, str]
    prefer: Mapping[str, str]
    strength: Phrases
    obligation: Phrases
    intensifiers: Phrases
    openers: Phrases
    idioms: Phrases
    endorsers: Phrases
    reporters: Phrases
    truth: Phrases
    labels: Phrases
    hypothesisers: Phrases
    belief: Mapping[str, str]
    idea_nouns: frozenset[str]
    evidence_nouns: frozenset[str]
    witnesses: frozenset[str]
    doubt_nouns: frozenset[str]
    negating_verbs: frozenset[str]
    light_nouns: frozenset[str]
    non_intersective: frozenset[str]
    classifying: frozenset[str]
    copulas: frozenset[str]
    units: Mapping[str, tuple[str, float]]
    numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: frozenset[str]
    synonyms: Mapping[str, str]
    antonyms: Mapping[str, str]
    paired: Mapping[str, str]
    compounds: Phrases
    fiction: frozenset[str]
    negatives: Mapping[str, str]
    kinds: Mapping[str, str]
    anything: frozenset[str]
    quantifiers: Mapping[str, str]
    quantities: Mapping[tuple[str, ...], str]
    bounds: Mapping[tuple[str, ...], str]


def read_tables() -> dict[str, Any]:
    """The word lists as plain data; needs a YAML parser, so the compiled index keeps the answer."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # words stay words: "true", "no"
    tables: dict[str, Any] = {}
    for name in ("grammar", "meaning"):
        tables.update(yaml.load((DATA / f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader))
    return tables


def grammar_of(tables: Mapping[str, Any]) -> Grammar:
    """The grammar that the tables describe."""
    tags: dict[str, str] = {}
    for tag, words in tables["tags"].items():
        for word in words:
            tags.setdefault(word, tag)
    return Grammar(
        tags=tags,
        prefer={word: tag for tag, words in tables["lexical"].items() for word in words},
        strength=_phrases(tables["strength"]),
        obligation=_phrases(tables["obligation"]),
        intensifiers=_phrases({"": tables["intensifiers"]}),
        openers=_phrases({"": tables["openers"]}),
        idioms=_phrases(tables["idioms"]),
        endorsers=_phrases({"": tables["endorsers"]}),
        reporters=_phrases({"": tables["reporters"]}),
        truth=_phrases(tables["truth_words"]),
        labels=_phrases(tables["labels"]),
        hypothesisers=_phrases({"": tables["hypothesisers"]}),
        belief={verb: kind for kind, verbs in tables["belief_verbs"].items() for verb in verbs},
        idea_nouns=frozenset(tables["idea_nouns"]),
        evidence_nouns=frozenset(tables["evidence_nouns"]),
        witnesses=frozenset(tables["witnesses"]),
        doubt_nouns=frozenset(tables["doubt_nouns"]),
        negating_verbs=frozenset(tables["negators"]["verbs"]),
        light_nouns=frozenset(tables["light_nouns"]),
        non_intersective=frozenset(tables["non_intersective"]),
        classifying=frozenset(tables["classifying_verbs"]),
        copulas=frozenset(tables["copulas"]),
        units={
            unit: (base, float(factor))
            for base, factors in tables["units"].items()
            for unit, factor in factors.items()
        },
        numbers={word: float(number) for word, number in tables["numbers"].items()},
        ordinals={word: int(number) for word, number in tables["ordinals"].items()},
        months={name: number for number, name in enumerate(tables["months"], 1)},
        weekdays=frozenset(tables["weekdays"]),
        synonyms={
            kind + ":" + word: group[0]
            for kind, groups in tables["synonyms"].items()
            for group in groups
            for word in group[1:]
        },
        antonyms=_both_ways((*tables["opposites"], *tables["contraries"])),
        paired=_both_ways(tables["scale_ends"]),
        compounds=_phrases({"": tables["compounds"]}),
        fiction=frozenset(tables["fiction"]),
        negatives={second: first for first, second in tables["opposites"]},
        kinds={word: kind for kind, members in tables["kinds"].items() for word in members},
        anything=frozenset(tables["anything"]),
        quantifiers={w: label for label, group in tables["quantifiers"].items() for w in group},
        quantities=_labelled(tables["quantities"]),
        bounds=_labelled(tables["bounds"]),
    )


def _labelled(groups: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], str]:
    """The label of each phrase; "exact" stands for none."""
    return {
        tuple(phrase.split()): "" if label == "exact" else label
        for label, phrases in groups.items()
        for phrase in phrases
    }


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for first, second in pairs:
        found.setdefault(first, second)
        found.setdefault(second, first)
    return found


def _phrases(
    groups: Mapping[str, Iterable[str]],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for label, phrases in groups.items():
        for phrase in phrases:
            words = tuple(phrase.lower().replace("n't", " n't").split())
            found.setdefault(words[0], []).append((words, label))
    return {
        first: tuple(sorted(options, key=lambda option: -len(option[0])))
        for first, options in found.items()
    }
