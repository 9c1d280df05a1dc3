"""Rules: what an author writes as one, a brute-force oracle, chains, circles, wide classes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import KnowledgeBase
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.report.layout import lay_out
from factcheck.report.proof_view import why
from factcheck.report.screen import Screen
from factcheck.report.wire import result_object

NAMES = ("Ann", "Ben", "Cleo")
QUALITIES = ("calm", "brave", "neat", "loud", "proud", "grumpy")
THEORIES = 150


class Fact(NamedTuple):
    """Somebody has a quality, or has it not."""

    name: str
    quality: str
    holds: bool

    def __str__(self) -> str:
        return f"{self.name} is {'' if self.holds else 'not '}{self.quality}."


class Condition(NamedTuple):
    """Qualities from which one follows, for everybody or for one of them."""

    premises: tuple[tuple[str, bool], ...]
    quality: str
    holds: bool
    name: str

    def __str__(self) -> str:
        who = self.name or "someone"
        pronoun = self.name or "they"
        verb = "is" if self.name else "are"
        said = " and ".join(
            f"{who if not k else pronoun} {'is' if not k or self.name else 'are'} "
            f"{'' if holds else 'not '}{quality}"
            for k, (quality, holds) in enumerate(self.premises)
        )
        return f"If {said} then {pronoun} {verb} {'' if self.holds else 'not '}{self.quality}."


def theory(seed: int) -> tuple[list[Fact], list[Condition]]:
    """Facts and conditions drawn by chance, the same for the same seed."""
    chance = random.Random(seed)
    facts = [
        Fact(chance.choice(NAMES), chance.choice(QUALITIES), chance.random() < 0.7)
        for _ in range(chance.randint(2, 5))
    ]
    facts = [each for each in facts if each._replace(holds=not each.holds) not in facts]
    conditions = []
    for _ in range(chance.randint(2, 7)):
        chosen = chance.sample(QUALITIES, chance.randint(2, 3))
        premises = tuple((each, chance.random() < 0.75) for each in chosen[1:])
        name = chance.choice(NAMES) if chance.random() < 0.25 else ""
        conditions.append(Condition(premises, chosen[0], chance.random() < 0.75, name))
    return facts, conditions


def closure(facts: list[Fact], conditions: list[Condition]) -> set[Fact]:
    """Everything that follows, found by trying every condition both ways until nothing is new."""
    known = set(facts)
    clauses = [
        [Fact(name, q, not holds) for q, holds in each.premises]
        + [Fact(name, each.quality, each.holds)]
        for each in conditions
        for name in ([each.name] if each.name else NAMES)
    ]
    while True:
        new = {
            literal
            for clause in clauses
            for literal in clause
            if all(
                other._replace(holds=not other.holds) in known
                for other in clause
                if other is not literal
            )
        } - known
        if not new:
            return known
        known |= new


def consistent(most: int) -> Iterator[tuple[list[Fact], list[Condition], set[Fact]]]:
    """Theories that prove nothing and its opposite, with all that follows from each."""
    found = 0
    for seed in range(10 * most):
        facts, conditions = theory(seed)
        known = closure(facts, conditions)
        if found < most and not any(each._replace(holds=not each.holds) in known for each in known):
            found += 1
            yield facts, conditions, known


@pytest.mark.parametrize(("facts", "conditions", "known"), tuple(consistent(THEORIES)))
def test_rules_agree_with_trying_everything(
    facts: list[Fact], conditions: list[Condition], known: set[Fact]
) -> None:
    kb = KnowledgeBase.from_statements([*map(str, facts), *map(str, conditions)])
    for name, quality in product(NAMES, QUALITIES):
        holds = Fact(name, quality, True)
        expected = Verdict.UNVERIFIED
        if holds in known:
            expected = Verdict.SUPPORTED
        elif holds._replace(holds=False) in known:
            expected = Verdict.REFUTED
        got = kb.check(str(holds)).verdict
        assert got is expected, (str(holds), [*map(str, facts), *map(str, conditions)])


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
