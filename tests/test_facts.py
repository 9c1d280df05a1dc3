"""The shipped knowledge base and the engine together, claim by claim, denial by denial."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from negating import negated
from transforming import AS_OF, OPPOSITE

from factcheck import KnowledgeBase
from factcheck.model.knowledge import Claim
from factcheck.model.verdict import Verdict

SEVERAL_CLAUSES = re.compile(r", (?:but|so|and|or|while|not)\b|\b(?:if|because|once)\b|;", re.I)
# A little below what was measured, never to be lowered: the share that is exactly right. The rest
# are abstentions.
PLAIN_NEGATIONS = 0.99
LONG_NEGATIONS = 0.88
REWORDED = 0.87
EXAMPLES = 0.99


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield KnowledgeBase.default()


def share(right: int, wrong: list[str]) -> float:
    return right / max(1, right + len(wrong))


def long_negation(claim: Claim) -> str:
    """The claim denied from outside, its first letter small unless it belongs to a name."""
    first, _, rest = claim.claim.partition(" ")
    if not first[1:].islower() and first != "A":
        return f"It is not true that {first} {rest}"
    return f"It is not true that {first[0].lower()}{first[1:]} {rest}"


def test_a_claim_in_its_own_words_has_its_own_verdict(kb: KnowledgeBase) -> None:
    assert len(kb.claims()) >= 280
    for claim in kb.claims():
        result = kb.check(claim.claim, as_of=AS_OF)
        assert result.verdict is claim.verdict, claim.id
        assert result.match == "exact"
        assert result.claims == (claim.id,) and result.evidence == claim.evidence


def test_a_claim_without_its_full_stop_in_small_letters_has_its_own_verdict(
    kb: KnowledgeBase,
) -> None:
    for claim in kb.claims():
        text = claim.claim.rstrip(".").lower()
        assert kb.check(text, as_of=AS_OF).verdict is claim.verdict, text


def test_every_claim_has_evidence_that_it_shows(kb: KnowledgeBase) -> None:
    for claim in kb.claims():
        assert claim.evidence, claim.id
        assert all(each.passage and each.source is not None for each in claim.evidence), claim.id


def test_every_other_wording_has_the_verdict_of_its_claim(kb: KnowledgeBase) -> None:
    for claim in kb.claims():
        for text in claim.also_phrased:
            assert kb.check(text, as_of=AS_OF).verdict is claim.verdict, text


def test_a_denied_claim_never_keeps_its_verdict(kb: KnowledgeBase) -> None:
    """Its plain negation has the opposite one; where the engine is not sure it abstains."""
    right, unsure, skipped = 0, list[str](), 0
    for claim in kb.claims():
        text = negated(claim.claim)
        if text is None:
            skipped += 1
            continue
        verdict = kb.check(text, as_of=AS_OF).verdict
        assert verdict in (OPPOSITE[claim.verdict], Verdict.UNVERIFIED), f"{verdict}: {text}"
        if verdict is Verdict.UNVERIFIED:
            unsure.append(text)
        else:
            right += 1
    assert skipped < len(kb.claims()) / 2, "most claims have a plain negation"
    assert share(right, unsure) >= PLAIN_NEGATIONS, "\n".join(unsure)


def test_a_claim_denied_from_outside_never_keeps_its_verdict(kb: KnowledgeBase) -> None:
    """ "It is not true that ..." stands before any claim of one clause."""
    plain = [claim for claim in kb.claims() if not SEVERAL_CLAUSES.search(claim.claim)]
    expected = [(long_negation(claim), OPPOSITE[claim.verdict]) for claim in plain]
    assert exactly_right(kb, expected) >= LONG_NEGATIONS


def test_a_claim_called_true_keeps_its_verdict(kb: KnowledgeBase) -> None:
    """Read by its meaning, not looked up by its wording, a claim has its verdict or none."""
    expected = [
        (long_negation(claim).replace("not true", "true", 1), claim.verdict)
        for claim in kb.claims()
    ]
    assert exactly_right(kb, expected) >= REWORDED


def exactly_right(kb: KnowledgeBase, expected: list[tuple[str, Verdict]]) -> float:
    """The share with the verdict expected; what is not misleading may only abstain instead."""
    right = 0
    for text, verdict in expected:
        found = kb.check(text, as_of=AS_OF).verdict
        right += found is verdict
        if verdict is not Verdict.MISLEADING:
            assert found in (verdict, Verdict.UNVERIFIED), f"{found}: {text}"
    return right / len(expected)


def test_examples_are_never_inverted_and_mostly_right(kb: KnowledgeBase) -> None:
    right, wrong = 0, list[str]()
    for example in kb.examples():
        verdict = kb.check(example.text, as_of=AS_OF).verdict
        assert {verdict, example.verdict} != {Verdict.SUPPORTED, Verdict.REFUTED}, example.text
        if verdict is example.verdict:
            right += 1
        else:
            wrong.append(f"{verdict}, not {example.verdict}: {example.text}")
    assert right + len(wrong) >= 500
    assert share(right, wrong) >= EXAMPLES, "\n".join(wrong)
