"""Folding, styles and safe text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.report.layout import MARK, Piece, block, indented, lay_out, link, rows, whole_line
from factcheck.report.screen import Screen
from factcheck.report.shown import shown, shown_json

COLOURED = Screen(styles=True, colour=True, is_terminal=True)


@given(st.text(), st.integers(20, 100))
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    lines = lay_out([block(text, first="• ")], Screen(width)).split("\n")
    assert all(cell_len(each) <= min(width, 88) for each in lines)


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=5))
def test_folding_loses_nothing(texts: list[str]) -> None:
    """What is not white space comes out in the same order, whatever the styles."""
    out = lay_out([block(*(Piece(each, "bold") for each in texts))], Screen(30))
    assert "".join(out.split()) == "".join(shown("".join(texts)).split())


@given(st.text())
def test_only_our_own_escapes_are_printed(text: str) -> None:
    out = lay_out([block(Piece(text, "bold red"))], COLOURED)
    assert "\x1b" not in out.replace("\x1b[1;31m", "").replace("\x1b[0m", "")


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/]", "[link=x]y[/link]", ":pill: :smile:"])
def test_nothing_is_taken_for_markup(text: str) -> None:
    """Rich's markup and names of emoji are plain text, in any block."""
    for each in (block(text), whole_line(text), link(text, Screen()), *rows([(text, "value")])):
        assert text in lay_out([each], COLOURED)


def test_styles_without_colour() -> None:
    blocks = [block(Piece("no", "bold red"), " ", Piece("here", MARK))]
    assert lay_out(blocks, Screen(styles=True)) == "\x1b[1mno\x1b[0m \x1b[1;4mhere\x1b[0m\n"
    assert lay_out(blocks, Screen()) == "no here\n   ~~~~\n"


def test_marks_stand_below_their_words_on_every_line() -> None:
    """Also where the words are folded, moved to the right and two columns wide."""
    made = indented(block("one ", Piece("日本 twenty-one-letters", MARK), " end"), "  ")
    assert lay_out([made], Screen(24)) == (
        "  one 日本\n      ~~~~\n  twenty-one-letters end\n  ~~~~~~~~~~~~~~~~~~\n"
    )


def test_places_and_addresses_are_never_folded_for_programs() -> None:
    """A terminal folds an address at its edge, where it can still be read."""
    long = "https://example.org/" + "a" * 100
    assert lay_out([whole_line(long, " ", long)], COLOURED) == f"{long} {long}\n"
    assert long in lay_out([link(long, Screen(40), margin="│ ")], Screen(40))
    folded = lay_out([link(long, Screen(40, is_terminal=True), margin="│ ")], Screen(40))
    assert max(map(len, folded.splitlines())) == 40
    assert "".join(line.removeprefix("│ ") for line in folded.splitlines()) == long


def test_a_line_for_a_place_stays_one_line() -> None:
    assert lay_out([whole_line("a\nb\tc")], Screen()) == "a\\nb\\tc\n"


def test_lines_end_without_white_space() -> None:
    out = lay_out(
        [block("word " * 50, first="│ "), block(first="│ "), *rows([("a", "b")])], Screen()
    )
    assert all(line == line.rstrip() for line in out.split("\n"))


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
    text = "a\x9b\u202e\u2028é"
    assert json.loads(shown_json(json.dumps(text, ensure_ascii=False))) == text
