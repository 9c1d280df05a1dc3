"""Wrapping, styles and safe text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.layout import Piece, lay_out, paragraph, width_of
from factcheck.report.screen import Screen
from factcheck.report.shown import shown, shown_json


@given(st.text(), st.integers(20, 100))
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    lines = lay_out([paragraph(text, first="• ")], Screen(width)).split("\n")
    assert all(width_of(each) <= min(width, 88) for each in lines)


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=5))
def test_wrapping_loses_nothing(texts: list[str]) -> None:
    """What is not white space comes out in the same order, whatever the styles."""
    out = lay_out([paragraph(*(Piece(each, "bold") for each in texts))], Screen(30))
    assert "".join(out.split()) == "".join(shown("".join(texts)).split())


@given(st.text())
def test_only_our_own_escapes_are_printed(text: str) -> None:
    out = lay_out([paragraph(Piece(text, "bold bad"))], Screen(styles=True, colour=True))
    assert "\x1b" not in out.replace("\x1b[1;31m", "").replace("\x1b[0m", "")


def test_styles_without_colour() -> None:
    block = [paragraph(Piece("no", "bold bad"), " ", Piece("here", "mark"))]
    assert lay_out(block, Screen(styles=True)) == "\x1b[1mno\x1b[0m \x1b[1;4mhere\x1b[0m\n"
    assert lay_out(block, Screen()) == "no here\n   ~~~~\n"


def test_wide_characters_take_two_columns() -> None:
    assert width_of("日本") == 4
    assert width_of("e\u0301") == 1


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain", "plain"),
        ("\x1b[1m", "\\x1b[1m"),
        ("\x9b", "\\x9b"),
        ("\u202e", "\\u202e"),
        ("\U000e0041", "\\U000e0041"),
        ("\udc80", "\\udc80"),
        ("é日", "é日"),
    ],
)
def test_shown(text: str, safe: str) -> None:
    assert shown(text) == safe


def test_json_escapes_keep_the_value() -> None:
    import json

    text = "a\x9b\u202e\u2028é"
    assert json.loads(shown_json(json.dumps(text, ensure_ascii=False))) == text
