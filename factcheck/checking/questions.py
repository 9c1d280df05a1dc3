"""Questions that their writer answers, as in "Is it a toy? No, it is a tool"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model.proposition import Analysis
from factcheck.model.verdict import Kind, Stance

AGREEING = frozenset(
    {
        "yes",
        "yep",
        "yeah",
        "true",
        "correct",
        "right",
        "absolutely",
        "indeed",
        "of course",
        "certainly",
    }
)
DENYING = frozenset(
    {
        "no",
        "nope",
        "false",
        "wrong",
        "not true",
        "untrue",
        "not at all",
        "never",
        "absolutely not",
        "no way",
    }
    | {
        "of course not",
        "certainly not",
        "not really",
        "far from it",
        "incorrect",
        "by no means",
        "hardly",
    }
)


def self_answered(analysis: Analysis, following: str) -> tuple[Analysis, bool]:
    """A question that its writer answers with "No." or "Yes." as the statement it makes."""
    words = following.strip(" .!").lower()
    first, _, more = words.partition(",")
    sign = True if first in AGREEING else False if first in DENYING else None
    if sign is None:
        return analysis, False
    readings = tuple(
        replace(
            reading,
            stance=Stance.ASSERTED if reading.stance is Stance.ASKED else reading.stance,
            kind=Kind.STATEMENT,
            sign=reading.sign == sign,
        )
        for reading in analysis.readings
    )
    return replace(analysis, readings=readings, kind=Kind.STATEMENT), not more
