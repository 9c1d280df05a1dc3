"""The strength scale: what carries what, and what rules out what."""

from __future__ import annotations

from itertools import product

import pytest

from factcheck.model.proposition import Node, Proposition
from factcheck.reasoning.strength import (
    HOW_MANY,
    HOW_OFTEN,
    carries,
    carries_quantity,
    excludes,
)

OFTEN = ("may", "often", "usually", "always")
MANY = ("some", "many", "most", "all")


@pytest.mark.parametrize("scale, test", [(OFTEN, carries), (MANY, carries_quantity)])
def test_more_carries_less(scale: tuple[str, ...], test: object) -> None:
    assert callable(test)
    for (high, strong), (low, weak) in product(enumerate(scale), repeat=2):
        assert test(strong, weak) == (high >= low), (strong, weak)


@pytest.mark.parametrize("strength", HOW_OFTEN)
def test_every_strength_carries_itself(strength: str) -> None:
    assert carries(strength, strength)


@pytest.mark.parametrize("quantity", HOW_MANY)
def test_every_quantity_carries_itself(quantity: str) -> None:
    assert carries_quantity(quantity, quantity)


def test_can_and_the_bare_verb_are_taken_for_each_other() -> None:
    assert carries("may", "generic") and carries("generic", "may")


def test_rarely_says_that_it_can_and_no_more() -> None:
    assert carries("rarely", "may")
    assert not any(carries("rarely", each) for each in ("often", "usually", "generic", "always"))
    assert not any(carries(each, "rarely") for each in OFTEN)


def test_few_says_that_some_do_and_no_more() -> None:
    assert carries_quantity("few", "some")
    assert not any(carries_quantity("few", each) for each in ("many", "most", "all"))
    assert not any(carries_quantity(each, "few") for each in MANY)


def test_can_rules_out_always_and_usually_rules_out_rarely() -> None:
    def said(strength: str) -> Proposition:
        return Proposition(Node("sing", "verb"), strength=strength)

    ruled_out = {
        (claim, stated)
        for claim, stated in product(HOW_OFTEN, repeat=2)
        if excludes(said(claim), said(stated))
    }
    assert ("may", "always") in ruled_out
    assert {("usually", "rarely"), ("often", "rarely"), ("always", "rarely")} <= ruled_out
    assert not any(claim == stated for claim, stated in ruled_out)
    assert ("may", "rarely") not in ruled_out and ("generic", "may") not in ruled_out
    for claim, stated in ruled_out:
        assert not (carries(claim, stated) and carries(stated, claim)), (claim, stated)
