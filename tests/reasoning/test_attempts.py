"""Why not: the nearest proof of what is not proved, and what it lacks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from conftest import Call

from factcheck import KnowledgeBase
from factcheck.model.result import Result, WhyNot
from factcheck.model.verdict import Reason, Verdict
from factcheck.report.answer_view import full
from factcheck.report.layout import lay_out
from factcheck.report.screen import Screen
from factcheck.report.wire import result_object

KITES = KnowledgeBase.from_statements(
    [
        "If something is cold and quiet then it is smart.",  # 1
        "Anna is cold.",  # 2
        "If someone is shy and young then they are quiet.",  # 3
        "Anna is young.",  # 4
        "Bo is cold.",  # 5
        "Bo is not quiet.",  # 6
        "Every kite needs wind.",  # 7
        "Tugs never carry gravel in winter.",  # 8
        "If something is loud then it is not brave.",  # 9
        "Cleo is rough.",  # 10
        "If something is rough and round then it is loud.",  # 11
    ]
)


def only(text: str, kb: KnowledgeBase = KITES) -> WhyNot:
    (entry,) = kb.check(text, why_not=True).why_not
    return entry


def said(premises: Sequence[Any], status: str) -> list[str]:
    return [
        each.says
        for each in premises
        if ("known" if each.is_known else "denied" if each.is_denied else "missing") == status
    ]


def test_the_nearest_proof_tells_what_is_known_and_what_is_missing() -> None:
    entry = only("Anna is smart.")
    assert entry.verdict is Verdict.SUPPORTED
    assert entry.attempt is not None
    assert (entry.attempt.rule_id, entry.attempt.is_claim) == ("premise-1", True)
    assert said(entry.attempt.premises, "known") == ["Anna is cold."]
    assert said(entry.attempt.premises, "missing") == ["Anna is quiet."]


def test_a_missing_condition_has_its_own_attempt_when_some_of_that_is_known() -> None:
    attempt = only("Anna is smart.").attempt
    assert attempt is not None
    (missing,) = [each for each in attempt.premises if each.proof is None]
    assert missing.attempt is not None and missing.attempt.rule_id == "premise-3"
    assert said(missing.attempt.premises, "missing") == ["Anna is shy."]


def test_a_condition_that_the_claims_deny_is_told_from_a_missing_one() -> None:
    attempt = only("Bo is smart.").attempt
    assert attempt is not None
    assert said(attempt.premises, "denied") == ["Bo is quiet."]
    assert said(attempt.premises, "missing") == []


def test_what_holds_of_a_class_lacks_only_the_class() -> None:
    attempt = only("The Heron needs wind.").attempt
    assert attempt is not None and attempt.rule == "Every kite needs wind."
    assert said(attempt.premises, "missing") == ["Heron is a kite."]


def test_the_nearest_proof_may_be_one_of_the_opposite() -> None:
    entry = only("Cleo is brave.")
    assert entry.verdict is Verdict.REFUTED and entry.attempt is not None
    (loud,) = entry.attempt.premises
    assert loud.attempt is not None
    assert said(loud.attempt.premises, "missing") == ["Cleo is round."]


def test_without_a_rule_the_nearest_claim_tells_what_differs() -> None:
    entry = only("Tugs do not carry gravel.")
    assert entry.attempt is None and entry.nearest is not None
    assert entry.nearest.only_claim == ("in winter",)


@pytest.mark.parametrize("text", ["Anna is cold.", "Bo is quiet."])
def test_where_there_is_a_verdict_nothing_is_looked_for(text: str) -> None:
    assert KITES.check(text, why_not=True).why_not == ()
    assert KITES.check("Anna is smart.").why_not == ()


def test_each_open_clause_has_its_entry() -> None:
    result = KITES.check("Anna is smart, Anna is cold and the Heron needs wind.", why_not=True)
    assert [each.text for each in result.why_not] == ["Anna is smart", "the Heron needs wind"]
    for each in result.why_not:
        assert each.span.cut(result.text) == each.text


def test_what_is_not_asserted_or_not_read_says_so() -> None:
    assert only("Tom says that Anna is smart.").reason is Reason.NOT_ASSERTED
    entry = only("Anna of whom is gravelly to.")
    assert entry.attempt is None and (entry.unread or entry.reason is not Reason.NOT_COVERED)


def shown(result: Result, width: int, **how: bool) -> str:
    return lay_out(full(result, Screen(width, **how)), Screen(width, **how))


def test_it_is_shown_in_prose_and_as_a_tree_on_any_screen() -> None:
    result = KITES.check("Anna is smart.", why_not=True)
    wide = shown(result, 88)
    assert "Known: Anna is cold." in wide and "Missing: Anna is quiet." in wide
    assert "├── ✓ known: Anna is cold. (claim premise-2)" in wide
    assert "└── ? missing: Anna is quiet." in wide
    narrow = shown(result, 30)
    assert max(map(len, narrow.splitlines())) <= 30
    assert "".join(narrow.split()).count("?missing:") == 2
    plain = shown(result, 88, unicode=False)
    assert plain.isascii() and "+ known: Anna is cold." in plain
    coloured = shown(result, 88, styles=True, colour=True)
    assert "\x1b[" in coloured and "\x1b[" not in wide
    denied = shown(KITES.check("Bo is smart.", why_not=True), 88)
    assert "✗ denied: Bo is quiet." in denied and "Bo is not quiet. (claim premise-6)" in denied


def test_programs_get_the_same_structure() -> None:
    found = result_object(KITES.check("Anna is smart.", why_not=True))
    (entry,) = found["why_not"]
    assert (entry["would_be"], entry["text"]) == ("supported", "Anna is smart")
    assert entry["attempt"]["rule"]["id"] == "premise-1"
    statuses = {each["says"]: each["status"] for each in entry["attempt"]["premises"]}
    assert statuses == {"Anna is cold.": "known", "Anna is quiet.": "missing"}
    known, missing = entry["attempt"]["premises"]
    assert known["proof"][-1]["claim"] == "premise-2" and missing["proof"] == []
    assert [each["status"] for each in missing["attempt"]["premises"]] == ["missing", "known"]
    assert "why_not" not in result_object(KITES.check("Anna is smart."))


def test_the_command_line_shows_it_when_asked(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("answering", "explaining"):
        monkeypatch.setattr(f"factcheck.cli.{module}.knowledge_base", lambda paths: KITES)
    assert "Why not" not in call("Anna is smart.").out
    assert "? missing: Anna is quiet." in call("Anna is smart.", "--why-not").out
    assert "? missing: Anna is quiet." in call("explain", "Anna is smart.", "--why-not").out
    assert "missing" not in call("explain", "Anna is smart.").out
    got = json.loads(call("explain", "Anna is smart.", "--why-not", "--format", "json").out)
    assert got["clauses"][0]["why_not"]["would_be"] == "supported"
    piped = call("--why-not", "--format", "jsonl", stdin=b"Anna is smart.\nAnna is cold.\n").out
    first, second = map(json.loads, piped.splitlines())
    assert "why_not" in first and "why_not" not in second
