"""Small invented worlds for the laws: claims over a few names, classes, properties and deeds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from factcheck.knowledge.compiler import compile_entries
from factcheck.model.knowledge import Claim, Entries, Evidence, Source
from factcheck.model.verdict import Verdict
from factcheck.pipeline import KnowledgeBase

NAMES = ("Rex", "Fae")
CLASSES = ("tram", "kettle", "lantern")
QUALITIES = ("blue", "noisy")
DEEDS = (("carry", "carries", "mail"), ("need", "needs", "oil"))
SOURCE = Source(id="atlas", title="An atlas of invented worlds")


@dataclass(frozen=True)
class Saying:
    """One thing to say of one subject, with its plain negation."""

    text: str
    negation: str


def _of_name(name: str) -> list[Saying]:
    kinds = [Saying(f"{name} is a {kind}.", f"{name} is not a {kind}.") for kind in CLASSES]
    looks = [Saying(f"{name} is {look}.", f"{name} is not {look}.") for look in QUALITIES]
    deeds = [
        Saying(f"{name} {does} {what}.", f"{name} does not {do} {what}.")
        for do, does, what in DEEDS
    ]
    skills = [
        Saying(f"{name} can {do} {what}.", f"{name} cannot {do} {what}.") for do, _, what in DEEDS
    ]
    return [*kinds, *looks, *deeds, *skills]


def _of_class(kind: str) -> list[Saying]:
    kinds = [
        Saying(f"Every {kind} is a {other}.", f"Not every {kind} is a {other}.")
        for other in CLASSES
        if other != kind
    ]
    some = [Saying(f"Some {kind}s are {look}.", f"No {kind} is {look}.") for look in QUALITIES]
    looks = [Saying(f"{kind}s are {look}.", f"{kind}s are not {look}.") for look in QUALITIES]
    deeds = [
        Saying(f"{kind}s {do} {what}.", f"{kind}s do not {do} {what}.") for do, _, what in DEEDS
    ]
    each = [
        Saying(f"Every {kind} {does} {what}.", f"Not every {kind} {does} {what}.")
        for _, does, what in DEEDS
    ]
    return [*kinds, *some, *looks, *deeds, *each]


SAYINGS = tuple(
    saying for group in (*map(_of_name, NAMES), *map(_of_class, CLASSES)) for saying in group
)
SUBJECT_MATTER = {
    sentence: saying for saying in SAYINGS for sentence in (saying.text, saying.negation)
}
SENTENCES = tuple(SUBJECT_MATTER)
UNRELATED = (
    "Harbours freeze in winter.",
    "Every violin is an instrument.",
    "No sonnet has twenty lines.",
    "Olga painted the ceiling in 1870.",
    "Granite is harder than chalk.",
    "Swimmers must shower.",
    "Cheese usually smells.",
)


@dataclass(frozen=True)
class Entry:
    """A claim in short."""

    sentence: str
    verdict: Verdict = Verdict.SUPPORTED


sayings = st.sampled_from(SAYINGS)
decided = st.sampled_from(
    (Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.REFUTED)
)
classes = st.builds(
    Entry, st.sampled_from([each.text for each in SAYINGS if " is a " in each.text])
)
entries = st.builds(Entry, st.sampled_from(SENTENCES), decided)
unsure = st.builds(Entry, st.sampled_from(SENTENCES), st.just(Verdict.MISLEADING))
# No world says a thing and its negation in so many words.
worlds = st.lists(
    st.one_of(entries, entries, classes, unsure),
    min_size=1,
    max_size=9,
    unique_by=lambda entry: SUBJECT_MATTER[entry.sentence],
)


def claims_of(world: Iterable[Entry]) -> tuple[Claim, ...]:
    """The entries as claims; the id depends on the sentence alone, not on its place."""
    return tuple(
        Claim(
            id=entry.sentence.lower().replace(" ", "-").rstrip("."),
            claim=entry.sentence,
            verdict=entry.verdict,
            evidence=(Evidence(entry.sentence, SOURCE, "map 1"),),
        )
        for entry in world
    )


def knowledge(world: Sequence[Entry]) -> KnowledgeBase:
    """A knowledge base of these entries."""
    return KnowledgeBase(compile_entries(Entries(claims=claims_of(world), sources=(SOURCE,))))
