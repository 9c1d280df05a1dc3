"""Proofs: which claims, by which rule, and which evidence is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import KnowledgeBase
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Match, Reason, Verdict

AS_OF = date(2026, 11, 24)


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.from_statements(
        [
            "Every tram is a vehicle.",  # 1
            "Vehicles need oil.",  # 2
            "Rex is a tram.",  # 3
            "Fae is a vehicle.",  # 4
            "Fae is noisy.",  # 5
            "Rex is not noisy.",  # 6
            "Rex was built in 1970.",  # 7
        ]
    )


def leaves(proof: Proof | None) -> list[str]:
    match proof:
        case None:
            return []
        case Given(claim_id=claim_id):
            return [claim_id]
        case Derived(premises=premises):
            return [each for premise in premises for each in leaves(premise)]


def test_a_claim_s_own_words_are_proved_by_the_claim(kb: KnowledgeBase) -> None:
    result = kb.check("Rex is a tram.", as_of=AS_OF)
    assert (result.match, result.reason, result.claims) == (
        Match.EXACT,
        Reason.CLAIM,
        ("premise-3",),
    )
    assert isinstance(result.proof, Given)


def test_other_words_for_it_are_proved_by_the_claim(kb: KnowledgeBase) -> None:
    result = kb.check("Oil is needed by vehicles.", as_of=AS_OF)
    assert (result.match, result.reason) == (Match.VARIANT, Reason.CLAIM)
    assert result.claims == ("premise-2",)


def test_a_chain_is_proved_by_each_of_its_links(kb: KnowledgeBase) -> None:
    result = kb.check("Rex needs oil.", as_of=AS_OF)
    assert (result.match, result.reason) == (Match.DERIVED, Reason.PROOF)
    assert set(leaves(result.proof)) == {"premise-1", "premise-2", "premise-3"}
    assert set(result.claims) == {"premise-1", "premise-2", "premise-3"}
    assert len(result.evidence) == 3


def test_a_universal_falls_with_its_counterexample_shown(kb: KnowledgeBase) -> None:
    result = kb.check("All vehicles are noisy.", as_of=AS_OF)
    assert result.verdict is Verdict.REFUTED
    assert "premise-6" in leaves(result.proof)
    assert "premise-5" not in leaves(result.proof)


def test_members_that_disagree_are_shown_on_each_side(kb: KnowledgeBase) -> None:
    result = kb.check("Vehicles are noisy.", as_of=AS_OF)
    assert result.verdict is Verdict.MISLEADING
    assert {"premise-5", "premise-6"} <= set(leaves(result.proof))


def test_another_year_is_refuted_by_the_year(kb: KnowledgeBase) -> None:
    result = kb.check("Rex was built in 1985.", as_of=AS_OF)
    assert (result.verdict, result.claims) == (Verdict.REFUTED, ("premise-7",))


def test_without_a_verdict_nothing_is_proved(kb: KnowledgeBase) -> None:
    result = kb.check("Rex needs moths.", as_of=AS_OF)
    assert result.verdict is Verdict.UNVERIFIED
    assert result.proof is None and result.evidence == () and result.claims == ()


def test_what_is_only_reported_is_not_asserted(kb: KnowledgeBase) -> None:
    result = kb.check("Anna says that Rex is noisy.", as_of=AS_OF)
    assert (result.verdict, result.reason) == (Verdict.UNVERIFIED, Reason.NOT_ASSERTED)
    assert result.stance == "reported" and result.stance_cues


def test_parts_are_proved_apart(kb: KnowledgeBase) -> None:
    result = kb.check("Rex needs oil and Fae is noisy.", as_of=AS_OF)
    assert result.verdict is Verdict.SUPPORTED and len(result.parts) == 2
    assert set(result.claims) == {"premise-1", "premise-2", "premise-3", "premise-5"}


def test_the_explanation_correction_and_evidence_are_the_claim_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", "")
    (tmp_path / "claims.yaml").write_text(
        """
claims:
  - id: rialto-is-a-theatre
    claim: The Rialto is a theatre.
    verdict: refuted
    explanation: It spans a canal.
    correction: The Rialto is a bridge.
    evidence: [{source: guide, passage: "The Rialto, a bridge.", locator: page 3}]
sources: [{id: guide, title: A guide, year: 1990}]
""",
        encoding="utf-8",
    )
    kb = KnowledgeBase.load(tmp_path)
    for text in ("The Rialto is a theatre.", "Is the Rialto a theatre?"):
        result = kb.check(text, as_of=AS_OF)
        assert result.verdict is Verdict.REFUTED
        assert result.explanation == "It spans a canal."
        assert result.correction == "The Rialto is a bridge."
        (evidence,) = result.evidence
        assert evidence.source is not None
        assert (evidence.source.title, evidence.locator) == ("A guide", "page 3")
    assert kb.check("The Rialto is not a theatre.", as_of=AS_OF).correction == ""
