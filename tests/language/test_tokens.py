"""Words keep their place in the text as given, however its characters are written."""

from __future__ import annotations

import unicodedata

import pytest

from factcheck.language.tokens import tokenise


def test_an_accent_of_its_own_character_belongs_to_its_letter() -> None:
    """Composed and decomposed letters give the same words; spans cover what was written."""
    text = "The café's crêpe is naïve."
    apart = unicodedata.normalize("NFD", text)
    assert [token.low for token in tokenise(apart)] == [token.low for token in tokenise(text)]
    assert [unicodedata.normalize("NFC", apart[t.start : t.end]) for t in tokenise(apart)] == [
        text[t.start : t.end] for t in tokenise(text)
    ]


def test_a_stroke_through_a_letter_is_no_accent() -> None:
    """What was struck out is not read as if it stood there."""
    assert [token.low for token in tokenise("sa\u0336fe")] != ["safe"]


@pytest.mark.parametrize("name", ["(S)-carvone", "S(+)-carvone", "S-carvone"])
def test_brackets_inside_a_name(name: str) -> None:
    """They part no words."""
    assert [token.low for token in tokenise(name)] == ["s", "carvone"]


@pytest.mark.parametrize("decade", ["the 1960s", "THE 1960S"])
def test_a_decade_in_capitals(decade: str) -> None:
    assert [token.kind for token in tokenise(decade)] == ["word", "number"]
