"""`factcheck explain`: the way from the words to the verdict."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Call

from factcheck import KnowledgeBase

BARGES = KnowledgeBase.from_statements(
    [
        "Barges carry gravel.",
        "Every barge is a vessel.",
        "Tugs never carry gravel in winter.",
        "Ferries are vessels.",
    ]
)


@pytest.fixture
def barges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.cli.explaining.knowledge_base", lambda paths: BARGES)


def explained(call: Call, text: str) -> dict[str, Any]:
    got = call("explain", text, "--format", "json")
    assert got.code == 0
    found: dict[str, Any] = json.loads(got.out)
    return found


@pytest.mark.usefixtures("barges")
def test_each_clause_shows_how_it_is_read_and_what_each_claim_makes_of_it(call: Call) -> None:
    found = explained(call, "Barges carry gravel, but tugs do not carry gravel.")
    first, second = found["clauses"]
    assert first["reads"]["head"] == "carry"
    assert [(each["role"], each["head"]) for each in first["reads"]["parts"]] == [
        ("subj", "barge"),
        ("obj", "gravel"),
    ]
    assert (first["polarity"], second["polarity"]) == ("affirmed", "negated")
    assert first["weighed"][0]["sentence"] == "Barges carry gravel."
    assert first["weighed"][0]["outcome"] == first["verdict"] == "supported"
    assert second["weighed"][0]["only_claim"] == ["in winter"]
    assert second["weighed"][0]["outcome"] is None
    assert second["verdict"] == found["result"]["verdict"] == "unverified"


@pytest.mark.usefixtures("barges")
def test_words_have_their_places_and_parts_of_speech(call: Call) -> None:
    text = "In fact, barges carry  gravel."
    found = explained(call, text)
    words = {text[each["start"] : each["end"]]: each["part_of_speech"] for each in found["words"]}
    assert words == {"barges": "NNS", "carry": "VBP", "gravel": "NN"}


@pytest.mark.usefixtures("barges")
def test_what_is_not_read_is_named(call: Call) -> None:
    found = explained(call, "Barges of whom the carry is gravel gravelly to.")
    assert found["unread"]
    assert found["result"]["verdict"] == "unverified"
    assert "not read: " in call("explain", "Barges of whom the carry is gravel gravelly to.").out


@pytest.mark.usefixtures("barges")
def test_text_shows_the_proof_and_the_verdict(call: Call) -> None:
    got = call("explain", "it is a myth that barges carry gravel")
    assert got.code == 0
    assert "carry (denied, generic, debunked)" in got.out
    assert "• gives ✗ refuted: Barges carry gravel." in got.out
    assert got.out.rstrip().split("\n")[-2:] == ["Verdict", got.out.rstrip().split("\n")[-1]]
    assert "✗ refuted" in got.out.rstrip().split("\n")[-1]


def test_nothing_to_explain_is_an_error(call: Call) -> None:
    got = call("explain", " ")
    assert got.code == 2
    assert "there is nothing to explain" in got.err
