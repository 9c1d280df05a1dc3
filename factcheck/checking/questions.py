"""Questions that their writer answers, as in "Is it a toy? No, it is a tool"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Analysis
from factcheck.model.verdict import Kind, Stance


def self_answered(analysis: Analysis, following: str, grammar: Grammar) -> tuple[Analysis, bool]:
    """A question that its writer answers with "No." or "Yes." as the statement it makes."""
    words = following.strip(" .!").lower()
    first, _, more = words.partition(",")
    answer = grammar.answers.get(first)
    if answer is None:
        return analysis, False
    readings = tuple(
        replace(
            reading,
            stance=Stance.ASSERTED if reading.stance is Stance.ASKED else reading.stance,
            kind=Kind.STATEMENT,
            sign=reading.sign == (answer == "yes"),
        )
        for reading in analysis.readings
    )
    return replace(analysis, readings=readings, kind=Kind.STATEMENT), not more
