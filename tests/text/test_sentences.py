"""Where sentences end, and where they do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import segment


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Smith met Mr. Wu, e.g. in May.", "It rained."],
        ["The U.S. Geological Survey measured it.", "In the U.S. it is known."],
        ["He lives in the U.S.", "It is large."],
        ["Take 0.5 litres.", "Then 1.5 litres vs. 2."],
        ["John F. Kennedy spoke.", "J. Smith listened."],
        ["It is of type A.", "Rocks are not."],
        ["It is vitamin C.", "Lemons have it."],
        ["See No. 5 today.", "He said no.", "Then he left."],
        ["Is it?!", "No!", '"Is it?" he asked.', "“It is.”", "She left."],
        ["Really?", "no way"],
        ["1. The first.", "The second."],
        ["Wait... what?", "He said…", "Then nothing."],
        ["It helps.[1]", "It also hurts.[2, 3]", "Done."],
        ["Tea (see Fig. 1. It shows it) is hot.", "(So is milk.)", "Fine."],
        ["Open at 5 p.m. on Friday.", "Closed at 6 p.m.", "Sunday too."],
        ["Visit example.com for more.", "Bye."],
        ["Made in 1970.", "50 years later it broke."],
        ["tea is hot.", "milk is not."],
        ["Cats, dogs, etc. are pets.", "Birds, fish etc.", "Cows are not."],
        ["It came on Jan. 5.", "It left in Dec."],
    ],
)
def test_sentences_come_apart(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [each.cut(text) for each in segment(text)] == sentences


def test_a_missing_space_does_not_join_sentences() -> None:
    text = "It is hot.It burns."
    assert [each.cut(text) for each in segment(text)] == ["It is hot.", "It burns."]


def test_a_blank_line_ends_a_sentence() -> None:
    text = "one\n  \ntwo\nstill two\r\n\r\nthree"
    assert [each.cut(text) for each in segment(text)] == ["one", "two\nstill two", "three"]


@pytest.mark.parametrize("text", ["", "  \n", "...", "?!"])
def test_nothing_to_read_is_no_sentence(text: str) -> None:
    assert segment(text) == ()


@given(st.text(alphabet='ab A.?!\n()[]"1,:é”', max_size=60))
def test_spans_are_in_order_and_lose_no_letter(text: str) -> None:
    spans = segment(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert not any(each.isalnum() for each in text[end : span.start])
        assert span.cut(text) == span.cut(text).strip()
        end = span.end
    assert not any(each.isalnum() for each in text[end:])


@pytest.mark.parametrize(
    "text",
    [
        "a. " * 50_000, "(" * 200_000, " " * 200_000 + "x", "?" * 200_000 + "x", ".)" * 60_000,
        "x\n \t" * 50_000, "." + "[1]" * 60_000 + "x", "x" * 200_000, "\n" * 200_000 + "x.",
        "A. " * 50_000, "()" * 80_000, "(a. b)" * 30_000, "x" + " \n" * 100_000,
    ],
)  # fmt: skip
def test_odd_text_is_cut_in_order(text: str) -> None:
    """It ends, as it would not if a pattern tried every way; no two sentences overlap."""
    spans = segment(text)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
