"""Entries of a knowledge base as its author wrote them."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.model.place import Location
from factcheck.model.verdict import Verdict

NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Source:
    """A publication. `text` is the path of a local copy or summary, relative to the KB file."""

    id: str
    title: str = ""
    publisher: str = ""
    year: str = ""
    url: str = ""
    doi: str = ""
    text: str = ""
    kind: str = ""
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a source, with the place in the source where it stands."""

    passage: str
    source: Source | None = None
    locator: str = ""
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Claim:
    """A plain-English sentence with a verdict, an explanation and evidence.

    Dates are YYYY-MM-DD or empty; `true_from` and `true_until` bound when the claim holds, and may
    be years or months: YYYY, YYYY-MM.
    """

    id: str
    claim: str
    verdict: Verdict = Verdict.SUPPORTED
    explanation: str = ""
    correction: str = ""
    also_phrased: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    topics: tuple[str, ...] = ()
    reviewed: str = ""
    review_by: str = ""
    true_from: str = ""
    true_until: str = ""
    is_premise: bool = False
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing or class. `relations` maps a verb phrase to the names it leads to."""

    name: str
    aliases: tuple[str, ...] = ()
    ambiguous_aliases: tuple[str, ...] = ()
    type: str = ""
    is_a: tuple[str, ...] = ()
    disjoint_with: tuple[str, ...] = ()
    relations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unless_near: tuple[str, ...] = ()
    note: str = ""
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation with the phrases that express it and its logical properties."""

    name: str
    phrases: tuple[str, ...] = ()
    transitive: bool = False
    symmetric: bool = False
    functional: bool = False
    inverse_of: str = ""
    inherited_by: tuple[str, ...] = ("subject",)
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as written: one English sentence, or atoms with ?variables."""

    id: str
    rule: str = ""
    when: tuple[str, ...] = ()
    then: str = ""
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the verdict that the knowledge base must give it."""

    text: str
    verdict: Verdict
    at: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that the files of a knowledge base hold, in the order of files and lines."""

    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    rules: tuple[RuleText, ...] = ()
    examples: tuple[Example, ...] = field(default=())
