"""`factcheck kb …`."""

from __future__ import annotations

import json

import pytest
from conftest import Call
from samples import FakeKnowledge, broken

from factcheck.errors import FactcheckError


def test_check_of_a_clean_knowledge_base(call: Call) -> None:
    got = call("kb", "check")
    assert (got.code, got.out) == (0, "0 errors, 0 pieces of advice (1 claim, 1 also phrased)\n")


def test_check_tells_every_problem(
    call: Call, knowledge: FakeKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    advice = FactcheckError("stale")
    advice.severity = "advice"  # type: ignore[attr-defined]
    monkeypatch.setattr(knowledge, "_problems", (*broken().problems, advice))
    got = call("kb", "check")
    assert got.code == 2
    assert 'facts/sky.yaml:14:3: unknown key "sorce"\nhint: did you mean "source"?\n' in got.out
    assert "facts/sea.yaml: no claim\n" in got.out
    assert got.out.startswith("advice: stale · 1 time\n")
    assert "2 errors, 1 piece of advice" in got.out
    rows = json.loads(call("kb", "check", "--format", "json").out)["problems"]
    assert [each["severity"] for each in rows] == ["error", "error", "advice"]


def test_advice_is_summed_up_by_kind_and_errors_come_last(
    call: Call, knowledge: FakeKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds of pieces of advice do not drown an error; -v shows each."""
    advice = [
        FactcheckError(
            f"claim-{number}: only matched word for word: \"S {number}\" ('x')", hint="h"
        )
        for number in range(600)
    ]
    advice.append(FactcheckError('relation eats: phrase not understood: "go for"'))
    for each in advice:
        each.severity = "advice"  # type: ignore[attr-defined]
    monkeypatch.setattr(knowledge, "_problems", (*broken().problems, *advice))
    lines = call("kb", "check").out.splitlines()
    assert lines[:3] == [
        "advice: only matched word for word · 600 times",
        "  hint: h",
        "advice: relation …: phrase not understood · 1 time",
    ]
    assert lines[-2] == "facts/sea.yaml: no claim"
    assert lines[-1].startswith("2 errors, 601 pieces of advice")
    full = call("kb", "check", "-v").out.splitlines()
    assert "advice: claim-7: only matched word for word: \"S 7\" ('x')" in full


def test_advice_does_not_fail(
    call: Call, knowledge: FakeKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    advice = FactcheckError("stale")
    advice.severity = "advice"  # type: ignore[attr-defined]
    monkeypatch.setattr(knowledge, "_problems", (advice,))
    assert call("kb", "check").code == 0


def test_a_knowledge_base_that_does_not_load_tells_all(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(*_: str) -> FakeKnowledge:
        raise broken()

    monkeypatch.setattr("factcheck.KnowledgeBase.load", load)
    for argv in (("kb", "check"), ("it is rock",), ("check", "x.md"), ("kb", "stats")):
        got = call(*argv, "--kb", "x")
        assert got.code == 2
        assert 'unknown key "sorce"' in got.out + got.err
        assert "no claim" in got.out + got.err


def test_examples_are_run(call: Call) -> None:
    got = call("kb", "test")
    assert got.code == 1
    assert got.out == (
        'facts/sky.yaml:42:5: "Cheese it is." is refuted, not supported\n'
        "1 of 2 examples as expected\n"
    )
    assert json.loads(call("kb", "test", "--format", "json").out)["failures"][0]["got"] == "refuted"


def test_show(call: Call) -> None:
    got = call("kb", "show", "moon-is-rock")
    assert got.code == 0
    assert "moon · made of · cheese" in got.out and "facts/sky.yaml:3:5" in got.out
    assert json.loads(call("kb", "show", "moon-is-rock", "--format", "json").out)["readings"]
    missing = call("kb", "show", "mon-is-rock")
    assert missing.code == 2 and 'did you mean "moon-is-rock"?' in missing.err


def test_search(call: Call) -> None:
    got = call("kb", "search", "the", "moon", "--limit", "1")
    assert got.out == "✓ supported: The Moon is made of rock. (moon-is-rock)\n"
    rows = json.loads(call("kb", "search", "moon", "--format", "json").out)
    assert rows["hits"] == [
        {
            "id": "moon-is-rock",
            "claim": "The Moon is made of rock.",
            "verdict": "supported",
            "score": 0.9124,
        }
    ]
    assert call("kb", "search", "sea").out == "no claim comes close\n"
    assert call("kb", "search", "sea", "--limit", "0").code == 2


def test_stats(call: Call) -> None:
    assert call("kb", "stats").out == "claims        1\nalso phrased  1\n"
    assert json.loads(call("kb", "stats", "--format", "json").out)["claims"] == 1


def test_the_options_may_stand_first(call: Call, knowledge: FakeKnowledge) -> None:
    assert json.loads(call("--kb", "x", "kb", "--format", "json", "stats").out)
    assert knowledge.loaded == ("x",)


def test_an_unknown_command_is_a_usage_error(call: Call) -> None:
    got = call("kb", "frobnicate")
    assert got.code == 2 and "frobnicate" in got.err
