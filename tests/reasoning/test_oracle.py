"""Proofs agree with trying everything, on thousands of theories drawn by chance."""

from __future__ import annotations

import pytest
from oracle import consistent, questions

from factcheck import KnowledgeBase
from factcheck.model.verdict import Verdict

SLICES = 25
THEORIES = 80  # in a slice
QUESTIONS = 6  # of a theory


@pytest.mark.parametrize("number", range(SLICES))
def test_rules_agree_with_trying_everything(number: int) -> None:
    """What follows is supported, what is ruled out refuted, and all else left open."""
    for seed, sentences, known in consistent(number * 10_000, THEORIES):
        kb = KnowledgeBase.from_statements([each.text for each in sentences])
        for asked in questions(seed, known, QUESTIONS):
            expected = Verdict.UNVERIFIED
            if asked in known:
                expected = Verdict.SUPPORTED
            elif asked.turned() in known:
                expected = Verdict.REFUTED
            got = kb.check(f"{asked}.").verdict
            assert got is expected, (seed, str(asked), [each.text for each in sentences])
