"""Proofs: two that share nothing are both kept, and none is longer than it need be."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import KnowledgeBase
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.report.layout import lay_out
from factcheck.report.proof_view import why
from factcheck.report.screen import Screen
from factcheck.report.wire import result_object


def leaves(proof: Proof | None) -> Iterator[str]:
    if isinstance(proof, Given):
        yield proof.claim_id or proof.rule_id
    elif proof is not None:
        for each in proof.premises:
            yield from leaves(each)


def test_two_claims_that_say_it_are_both_kept() -> None:
    kb = KnowledgeBase.from_statements(["Barges carry gravel.", "Gravel is carried by barges."])
    result = kb.check("A barge carries gravel.")
    assert isinstance(result.proof, Derived) and result.proof.rule == "independent proofs"
    assert set(leaves(result.proof)) == {"premise-1", "premise-2"}
    assert set(result.claims) == {"premise-1", "premise-2"}
    assert len(result.evidence) == 2
    assert result.match == "variant"


def test_two_rules_that_share_nothing_are_both_kept() -> None:
    kb = KnowledgeBase.from_statements(
        [
            "If someone is calm then they are neat.",
            "If someone is proud then they are neat.",
            "If someone is loud then they are proud.",
            "Ann is calm.",
            "Ann is loud.",
            "Ben is calm.",
        ]
    )
    result = kb.check("Ann is neat.")
    assert result.verdict is Verdict.SUPPORTED
    assert isinstance(result.proof, Derived)
    assert [set(leaves(each)) for each in result.proof.premises] == [
        {"premise-1", "premise-4"},
        {"premise-2", "premise-3", "premise-5"},
    ]
    assert {each.passage for each in result.evidence} >= {"Ann is calm.", "Ann is loud."}
    assert "each of these shows it by itself" in lay_out(why(result), Screen())
    steps = result_object(result)["proof"]
    assert steps[-1]["rule"] == "independent proofs" and len(steps[-1]["premises"]) == 2
    alone = kb.check("Ben is neat.").proof
    assert isinstance(alone, Derived) and alone.rule == "rule"


def test_two_classes_that_share_nothing_are_both_kept() -> None:
    kb = KnowledgeBase.from_statements(
        ["Every boat needs water.", "Every mill needs water.", "The Heron is a boat.",
         "The Heron is a mill."]
    )  # fmt: skip
    result = kb.check("The Heron needs water.")
    assert set(leaves(result.proof)) == {"premise-1", "premise-2", "premise-3", "premise-4"}


def test_proofs_that_share_a_claim_are_not_two() -> None:
    kb = KnowledgeBase.from_statements(
        [
            "If someone is calm then they are neat.",
            "If someone is calm and proud then they are neat.",
            "Ann is calm.",
            "Ann is proud.",
        ]
    )
    assert set(leaves(kb.check("Ann is neat.").proof)) == {"premise-1", "premise-3"}


def test_the_proof_with_fewest_steps_is_taken() -> None:
    """Not the flattest: one condition that takes a step more beats three that take none."""
    kb = KnowledgeBase.from_statements(
        [
            "If someone is calm and proud and loud and brave then they are neat.",
            "If someone is kind then they are neat.",
            "If someone is calm then they are kind.",
            "Ann is calm.",
            "Ann is proud.",
            "Ann is loud.",
            "Ann is brave.",
        ]
    )
    proof = kb.check("Ann is neat.").proof
    assert set(leaves(proof)) == {"premise-2", "premise-3", "premise-4"}


def test_a_proof_rests_on_nothing_that_it_does_not_need() -> None:
    """Without any one of its claims, the statement has no verdict."""
    said = [
        "If someone is kind and neat then they are round.",
        "If someone is calm then they are kind.",
        "If someone is calm then they are neat.",
        "If someone is loud then they are calm.",
        "Ann is loud.",
        "Ann is proud.",
        "If someone is proud then they are quiet.",
    ]
    result = KnowledgeBase.from_statements(said).check("Ann is round.")
    assert result.verdict is Verdict.SUPPORTED
    for claim in set(leaves(result.proof)):
        rest = [each for k, each in enumerate(said, 1) if claim != f"premise-{k}"]
        less = KnowledgeBase.from_statements(rest).check("Ann is round.")
        assert less.verdict is Verdict.UNVERIFIED
