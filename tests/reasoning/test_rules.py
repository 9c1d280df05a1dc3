"""Rules: what an author writes as one, chains, circles, wide classes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck import KnowledgeBase
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.report.layout import lay_out
from factcheck.report.proof_view import why
from factcheck.report.screen import Screen
from factcheck.report.wire import result_object


def steps(proof: Proof) -> Iterator[Proof]:
    todo = [proof]
    while todo:
        each = todo.pop()
        yield each
        todo.extend(each.premises if isinstance(each, Derived) else ())


def test_a_contradiction_shows_both_sides() -> None:
    kb = KnowledgeBase.from_statements(
        [
            "If someone is calm then they are neat.",
            "If someone is loud then they are not neat.",
            "Ann is calm.",
            "Ann is loud.",
            "Ben is calm.",
        ]
    )
    assert kb.check("Ann is neat.").verdict is Verdict.MISLEADING
    assert kb.check("Ben is neat.").verdict is Verdict.SUPPORTED


def test_a_chain_of_a_thousand_steps_is_followed() -> None:
    """No limit of the interpreter stands in the way."""
    kinds = [f"qu{''.join(chr(97 + int(digit)) for digit in f'{k:04}')}m" for k in range(1002)]
    chain = [f"If something is a {kinds[k]} then it is a {kinds[k + 1]}." for k in range(1000)]
    kb = KnowledgeBase.from_statements([*chain, f"Bo is a {kinds[0]}."])
    result = kb.check(f"Bo is a {kinds[1000]}.")
    assert result.verdict is Verdict.SUPPORTED
    assert result.proof is not None
    leaves = [each for each in steps(result.proof) if isinstance(each, Given)]
    assert len(leaves) >= 1001
    numbered = result_object(result)["proof"]
    assert all(max(each["premises"], default=0) < each["step"] for each in numbered)
    assert "further steps in JSON" in " ".join(lay_out(why(result), Screen()).split())
    assert kb.check(f"Bo is a {kinds[1001]}.").verdict is Verdict.UNVERIFIED


def test_a_rule_of_a_file_is_a_sentence_or_has_variables(tmp_path: Path) -> None:
    (tmp_path / "kb.yaml").write_text(
        """
claims:
  - {claim: Muesli contains oats., verdict: supported}
  - {claim: Oats contain gluten., verdict: supported}
  - {claim: The cork is dry., verdict: supported}
rules:
  - id: parts
    if: ["?food contains ?part", "?part contains ?substance"]
    then: "?food contains ?substance"
  - id: floating
    rule: If something is dry then it floats.
""",
        encoding="utf-8",
    )
    kb = KnowledgeBase.load(tmp_path)
    result = kb.check("Muesli contains gluten.")
    assert result.verdict is Verdict.SUPPORTED
    assert isinstance(result.proof, Derived)
    assert [each.says for each in result.proof.premises] == [
        "If ?food contains ?part and ?part contains ?substance, then ?food contains ?substance",
        "Muesli contains oats.",
        "Oats contain gluten.",
    ]
    assert kb.check("The cork floats.").verdict is Verdict.SUPPORTED
    assert kb.check("Oats contain muesli.").verdict is Verdict.UNVERIFIED


def test_a_rule_that_is_not_understood_is_reported(tmp_path: Path) -> None:
    (tmp_path / "kb.yaml").write_text(
        "claims: [{claim: Oats are dry., verdict: supported}]\n"
        "rules: [{id: odd, rule: Of the and whether.}]\n",
        encoding="utf-8",
    )
    said = [each.message for each in KnowledgeBase.load(tmp_path).problems()]
    assert 'odd: rule not understood: "Of the and whether."' in said


def test_a_rule_that_makes_ever_larger_things_ends() -> None:
    kb = KnowledgeBase.from_statements(
        [
            "If a number is lucky, then the double of it is also lucky.",
            "Eight is the double of four.",
            "Two is lucky.",
        ]
    )
    assert kb.check("Eight is lucky.").verdict is Verdict.UNVERIFIED


def test_a_comparison_feeds_rules_and_a_long_chain_is_followed() -> None:
    names = [f"Qu{''.join(chr(97 + int(digit)) for digit in f'{k:04}')}m" for k in range(600)]
    kb = KnowledgeBase.from_statements(
        [
            *(f"{names[k]} is older than {names[k + 1]}." for k in range(598)),
            f"{names[590]} is older than {names[0]}2.",
            f"If someone is older than {names[598]} then they are calm.",
        ]
    )
    assert kb.check(f"{names[0]} is older than {names[598]}.").verdict is Verdict.SUPPORTED
    assert kb.check(f"{names[598]} is older than {names[0]}.").verdict is Verdict.REFUTED
    assert kb.check(f"{names[0]} is older than {names[599]}.").verdict is Verdict.UNVERIFIED
    assert kb.check(f"{names[0]} is calm.").verdict is Verdict.SUPPORTED
    assert kb.check(f"{names[598]} is calm.").verdict is Verdict.UNVERIFIED


def test_comparisons_in_a_circle_end() -> None:
    kb = KnowledgeBase.from_statements(
        ["Ann is older than Ben.", "Ben is older than Cleo.", "Cleo is older than Ann."]
    )
    assert kb.check("Ann is older than Dora.").verdict is Verdict.UNVERIFIED
    assert kb.check("Ann is as old as Cleo.").verdict is not Verdict.SUPPORTED
