"""Every shipped claim reworded by rule: its verdict holds, flips or falls as the rule's law says.

A sample is tried here; `python scripts/transformations.py --misses` tries everything and lists what
is not right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from transforming import Tally, Variant, listed, measure, sampled, shipped, table, variants

from factcheck import KnowledgeBase

SAMPLE = 80
# A little below what was measured, never to be lowered: the share of a rule's sample that is right.
# The rest are abstentions.
FLOORS: Mapping[str, float] = {
    "question": 0.98,
    "question-true": 0.98,
    "question-myth": 0.98,
    "tag": 0.98,
    "answered-yes": 0.98,
    "answered-no": 0.98,
    "negation": 0.98,
    "negation-short": 0.98,
    "negation-true": 0.97,
    "negation-myth": 0.97,
    "hedge-may": 0.98,
    "hedge-sometimes": 0.96,
    "hedge-perhaps": 0.98,
    "emphatic": 0.97,
    "number": 0.95,
    "voice": 0.90,
    "swapped": 0.94,
    "order": 0.85,
    "myth": 0.98,
    "no-myth": 0.98,
    "true": 0.98,
    "not-true": 0.98,
    "contrary": 0.98,
    "known": 0.98,
    "believed": 0.98,
    "believed-but": 0.51,
    "believed-false": 0.00,
    "said": 0.98,
    "said-last": 0.98,
    "if": 0.98,
    "doubted": 0.98,
    "unproven": 0.98,
    "opener": 0.98,
    "tail": 0.97,
    "name": 0.97,
    "contraction": 0.97,
    "british": 0.84,
    "curly": 0.98,
    "hyphen": 0.98,
    "space": 0.98,
    "case": 0.98,
    "accent": 0.98,
    "accent-apart": 0.98,
    "conjunction": 0.97,
    "mixture": 0.97,
    "relative": 0.83,
}


@pytest.fixture(scope="module")
def reworded() -> list[Variant]:
    return list(variants(shipped()))


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield KnowledgeBase.default()


@pytest.fixture(scope="module")
def tallies(kb: KnowledgeBase, reworded: list[Variant]) -> list[Tally]:
    found = measure(kb, sampled(reworded, SAMPLE))
    print(f"\n{table(found)}\n{listed(found)}")
    return found


def test_most_rewordings_have_the_verdict_of_their_law(tallies: list[Tally]) -> None:
    assert {tally.rule for tally in tallies} == set(FLOORS)
    low = [
        f"{tally.rule}: {tally.share:.1%}" for tally in tallies if tally.share < FLOORS[tally.rule]
    ]
    assert not low, "\n".join(low)


def test_no_rewording_inverts_a_verdict(tallies: list[Tally]) -> None:
    inverted = [
        variant.text
        for tally in tallies
        for outcome, _, variant in tally.misses
        if outcome == "inverted"
    ]
    assert not inverted, "\n".join(inverted)


def test_the_rewordings_are_of_most_claims(reworded: list[Variant]) -> None:
    """Form leaves few claims out of the plainest rules."""
    size = len(shipped().claims)
    asked = {each.claims[0].id for each in reworded if each.rule == "question"}
    renamed = {each.claims[0].id for each in reworded if each.rule == "name"}
    assert len(asked) > 0.7 * size and len(renamed) > 0.9 * size
