"""The proof as a tree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import LEAF, PARTS, PROOF, QUESTION, SUPPORTED

from factcheck.model.result import Derived, Given, Proof, Result
from factcheck.report.layout import lay_out
from factcheck.report.proof_view import why
from factcheck.report.screen import Screen


def tree(result: Result, width: int = 80) -> str:
    return lay_out(why(result), Screen(width))


def test_a_tree_tells_verdict_rule_and_where_each_leaf_comes_from() -> None:
    assert tree(QUESTION) == (
        "✗ refuted: The Moon is not made of cheese. (nothing is in both classes)\n"
        "├── The Moon is made of rock. (claim moon-is-rock)\n"
        "└── Rock is not cheese. (it holds both ways round)\n"
        "    └── Cheese is not rock. (knowledge base)\n"
    )


def test_a_claim_that_says_so_is_a_tree_of_one_leaf() -> None:
    assert tree(SUPPORTED) == (
        "✓ supported: The Moon is made of rock. (a claim says so)\n"
        "└── The Moon is made of rock. (claim moon-is-rock)\n"
    )


def test_every_part_with_a_proof_has_its_tree() -> None:
    """Parts of one wording are told apart by what they are about."""
    assert tree(PARTS).count("(claim moon-is-rock)") == 2
    assert "✓ supported for “Moon”" in tree(PARTS)


@pytest.mark.parametrize(
    "rule",
    ["class", "disjoint classes", "counterexample", "example", "one value", "both hold",
     "both must hold", "members disagree", "conflict"],
)  # fmt: skip
def test_names_of_rules_are_put_in_words(rule: str) -> None:
    assert f"({rule})" not in tree(replace(QUESTION, proof=replace(PROOF, rule=rule)))


def test_what_was_derived_once_is_not_derived_again() -> None:
    """A proof that shares its steps would else grow twofold at each of them."""
    node: Proof = LEAF
    for number in range(60):
        node = Derived(f"Step {number}.", "class", (node, node))
    assert len(tree(replace(QUESTION, proof=node)).splitlines()) < 400


def test_a_deep_proof_can_be_read_on_a_narrow_screen() -> None:
    node: Proof = Given("A leaf. [bold]x[/bold] \x1b[31m")
    for number in range(40):
        node = Derived(f"Step {number}.", "class", (node,))
    out = tree(replace(QUESTION, proof=node), 20)
    assert "Step 0." in out and "A leaf." in out
    assert "\x1b" not in out and len(out.splitlines()) < 400
