"""Every shipped claim reworded by rule: its verdict holds, flips or falls as the rule's law says.

A sample is tried here; `python scripts/transformations.py --misses` tries everything and lists what
is not right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from transforming import AS_OF, Tally, Variant, listed, measure, sampled, shipped, table, variants

from factcheck import KnowledgeBase
from factcheck.model.verdict import Verdict

SAMPLE = 80
# A little below what was measured, never to be lowered: the share of a rule's sample that is right.
# The rest are abstentions.
FLOORS: Mapping[str, float] = {
    "question": 0.85,
    "question-true": 0.83,
    "question-myth": 0.85,
    "tag": 0.94,
    "answered-yes": 0.86,
    "answered-no": 0.81,
    "negation": 0.98,
    "negation-short": 0.96,
    "negation-true": 0.91,
    "negation-myth": 0.88,
    "hedge-may": 0.98,
    "hedge-sometimes": 0.96,
    "hedge-perhaps": 0.98,
    "emphatic": 0.89,
    "number": 0.94,
    "voice": 0.90,
    "swapped": 0.94,
    "order": 0.82,
    "myth": 0.88,
    "no-myth": 0.86,
    "true": 0.85,
    "not-true": 0.90,
    "contrary": 0.91,
    "known": 0.90,
    "believed": 0.98,
    "believed-but": 0.51,
    "believed-false": 0.00,
    "said": 0.98,
    "said-last": 0.98,
    "if": 0.98,
    "doubted": 0.98,
    "unproven": 0.98,
    "opener": 0.89,
    "tail": 0.55,
    "name": 0.93,
    "contraction": 0.93,
    "british": 0.84,
    "curly": 0.92,
    "hyphen": 0.98,
    "space": 0.98,
    "case": 0.98,
    "accent": 0.90,
    "accent-apart": 0.00,
    "conjunction": 0.68,
    "mixture": 0.74,
    "relative": 0.81,
}
# Found and not yet repaired, with the verdict that the law demands. None is added; a line goes when
# its rewording is no longer inverted.
KNOWN_INVERSIONS: Mapping[str, Verdict] = {
    "Is ketamine a classic psychedelic like LSD or psilocybin? No.": Verdict.SUPPORTED,
    "Is ketamine a Schedule II drug, like fentanyl and oxycodone? No.": Verdict.SUPPORTED,
    "Does low-dose naltrexone cure autoimmune diseases like multiple sclerosis and Crohn's? No.": (
        Verdict.SUPPORTED
    ),
    "Are opioids and dissociative anesthetics such as ketamine the same class of drug? No.": (
        Verdict.SUPPORTED
    ),
    "It is a myth that frequent, long-term ketamine use cannot damage the bladder.": (
        Verdict.SUPPORTED
    ),
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
        if outcome == "inverted" and variant.text not in KNOWN_INVERSIONS
    ]
    assert not inverted, "\n".join(inverted)


@pytest.mark.parametrize("text", KNOWN_INVERSIONS)
@pytest.mark.xfail(strict=True, reason="an inversion still to be repaired")
def test_a_known_inversion_is_repaired(kb: KnowledgeBase, text: str) -> None:
    assert kb.check(text, as_of=AS_OF).verdict in (KNOWN_INVERSIONS[text], Verdict.UNVERIFIED)


def test_the_rewordings_are_of_most_claims(reworded: list[Variant]) -> None:
    """Form leaves few claims out of the plainest rules."""
    size = len(shipped().claims)
    asked = {each.claims[0].id for each in reworded if each.rule == "question"}
    renamed = {each.claims[0].id for each in reworded if each.rule == "name"}
    assert len(asked) > 0.7 * size and len(renamed) > 0.9 * size
