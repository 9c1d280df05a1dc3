"""`kb check` finds what a knowledge base both proves and disproves."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import KnowledgeBase
from factcheck.errors import ContradictionError, FactcheckError
from factcheck.model.verdict import Reason
from factcheck.report.layout import lay_out
from factcheck.report.problems_view import problem_blocks
from factcheck.report.screen import Screen
from factcheck.report.wire import problem_object


def loaded(folder: Path, claims: dict[str, str], rules: dict[str, str] | None = None) -> str:
    lines = ["claims:"]
    for name, said in claims.items():
        verdict, sentence = ("refuted", said[1:]) if said.startswith("!") else ("supported", said)
        lines.append(f"  - {{id: {name}, claim: {sentence}, verdict: {verdict}}}")
    if rules:
        lines.append("rules:")
        lines += [f"  - {{id: {name}, rule: {sentence}}}" for name, sentence in rules.items()]
    (folder / "kb.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(folder / "kb.yaml")


def clashes(file: str) -> list[ContradictionError]:
    found = KnowledgeBase.load(file).problems()
    return [each for each in found if isinstance(each, ContradictionError)]


CLAIMS = {
    "calm-neat": "If someone is calm then they are neat.",
    "loud-proud": "If someone is loud then they are proud.",
    "ann-calm": "Ann is calm.",
    "ann-loud": "Ann is loud.",
    "ben-calm": "Ben is calm.",
}
RULES = {"proud-not-neat": "If someone is proud then they are not neat."}


def test_two_rules_that_clash_over_a_thing_are_reported_with_both_proofs(tmp_path: Path) -> None:
    file = loaded(tmp_path, CLAIMS, RULES)
    (clash,) = clashes(file)
    assert clash.message == (
        f'"Ann is neat." is proved by calm-neat ({file}:2:5), ann-calm ({file}:4:5); '
        f"the opposite by proud-not-neat ({file}:8:5), loud-proud ({file}:3:5), "
        f"ann-loud ({file}:5:5)"
    )
    assert clash.at is not None and clash.at.line == 2
    shown = lay_out(problem_blocks(clash), Screen())
    assert "for it (by a rule whose conditions hold)" in shown
    assert "├── If someone is proud then they are not neat. (rule proud-not-neat)" in shown
    found = problem_object(clash)
    assert [steps[-1]["says"] for steps in found["proofs"]] == ["Ann is neat.", "Ann is not neat."]
    assert found["proofs"][1][0]["rule_id"] == "proud-not-neat"


def test_what_a_user_would_be_told_is_what_is_reported(tmp_path: Path) -> None:
    kb = KnowledgeBase.load(loaded(tmp_path, CLAIMS, RULES))
    assert kb.check("Ann is neat.").reason is Reason.CONFLICT
    assert kb.check("Ben is neat.").verdict == "supported"


@pytest.mark.parametrize(
    ("claims", "says"),
    [
        (
            ["Every baker is a guest.", "!Sailors are guests.", "Tom is a baker.",
             "Tom is a sailor."],
            "Tom is a guest.",
        ),
        (
            ["Boats need water.", "Vehicles do not need water.", "Every ferry is a boat.",
             "Every ferry is a vehicle."],
            "Ferry requires water.",
        ),
        (["The tower is red.", "The tower is not red."], "The tower is red."),
    ],
)  # fmt: skip
def test_general_claims_clash_over_members_and_claims_with_claims(
    tmp_path: Path, claims: list[str], says: str
) -> None:
    file = loaded(tmp_path, {f"c{k}": each for k, each in enumerate(claims)})
    (clash,) = clashes(file)
    assert f'"{says}"' in clash.message


@pytest.mark.parametrize(
    "claims",
    [
        ["Birds sing.", "Parrots do not sing.", "Every parrot is a bird.", "Polly is a parrot."],
        ["If something is a kite then it flies.",
         "If something is a kite and it is wet then it does not fly.",
         "Rex is a kite.", "Rex is wet."],
        ["If something is a bird then it sings.", "If something is a parrot then it does not sing.",
         "Every parrot is a bird.", "Polly is a parrot."],
        ["Boats need water.", "Vehicles do not need water.", "Every ferry is a boat.",
         "Every tram is a vehicle."],
        ["Every baker is a guest.", "No sailor is a guest.", "Tom is a baker.", "Tom is a sailor.",
         "Tom is not a guest."],
    ],
)  # fmt: skip
def test_what_is_more_specific_wins_and_is_no_clash(tmp_path: Path, claims: list[str]) -> None:
    assert clashes(loaded(tmp_path, {f"c{k}": each for k, each in enumerate(claims)})) == []


def test_a_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"Q{chr(97 + k)}x" for k in range(6)]
    claims = {f"calm-{k}": f"{name} is calm." for k, name in enumerate(names)}
    claims |= {f"loud-{k}": f"{name} is loud." for k, name in enumerate(names)}
    rules = {
        "one": "If someone is calm then they are neat.",
        "two": "If someone is loud then they are not neat.",
    }
    file = loaded(tmp_path, claims, rules)
    assert len(clashes(file)) == 6
    monkeypatch.setattr("factcheck.reasoning.conflicts.MOST_QUESTIONS", 4)
    monkeypatch.setattr("factcheck.selfcheck.MOST_CLAIMS", 5)
    problems: tuple[FactcheckError, ...] = KnowledgeBase.load(file).problems()
    said = [each.message for each in problems]
    assert "only 4 of 6 questions on which rules could clash were asked" in said
    assert "only the first 5 of 12 claims were held against the rest" in said
    assert sum(isinstance(each, ContradictionError) for each in problems) == 4
