"""What tells the parts of one text from each other."""

from __future__ import annotations

from factcheck.model.result import Result

MOST = 20  # parts that people are shown; programs get all


def topic(part: Result, whole: Result) -> str:
    """The matched words that no other part of the same wording has; empty if there is no other."""
    others = [each for each in whole.parts if each.text == part.text and each is not part]
    taken = {mark for each in others for mark in each.marks}
    words = [mark.cut(whole.text) for mark in part.marks if mark not in taken]
    return " … ".join(words) if others else ""
