"""Claims that hold for a time: what they say of now, of the past and of what is to come."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from conftest import Call

from factcheck import KnowledgeBase
from factcheck.model.verdict import Verdict
from factcheck.reasoning.times import Times
from factcheck.report.wire import result_object

BRIDGES = """
claims:
  - {id: toll, claim: The Pont bridge is a toll bridge., verdict: supported, true_from: 2003,
     true_until: 2010, explanation: Carts paid twopence.}
  - {id: cars, claim: The ferry carries cars., verdict: supported, true_until: 2012-05}
  - {id: ban, claim: Scooters are banned in Oslo., verdict: supported, true_from: 2020-01-01}
  - {id: mopeds, claim: Mopeds are allowed in Oslo., verdict: refuted, true_until: 2015}
  - {id: free, claim: The museum is free., verdict: supported, true_from: 2030}
  - {id: keeper, claim: Every toll bridge needs a keeper., verdict: supported}
  - {id: rule, claim: If something floats then it is light., verdict: supported, true_until: 2010}
  - {id: cork, claim: The cork floats., verdict: supported}
  - {id: ann, claim: Ann is the mayor of Oslo., verdict: supported, true_until: 2015-06-30}
  - {id: bob, claim: Bob is the mayor of Oslo., verdict: supported, true_from: 2015-07-01}
"""
NOW, THEN = date(2026, 11, 24), date(2008, 3, 1)


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    file = tmp_path_factory.mktemp("bridges") / "kb.yaml"
    file.write_text(BRIDGES, encoding="utf-8")
    return KnowledgeBase.load(file)


@pytest.mark.parametrize(
    ("text", "now", "then"),
    [
        ("The Pont bridge is a toll bridge.", "unverified", "supported"),
        ("Is the Pont bridge a toll bridge?", "unverified", "supported"),
        ("It is a myth that the Pont bridge is a toll bridge.", "unverified", "refuted"),
        ("The Pont bridge needs a keeper.", "unverified", "supported"),
        ("The cork is light.", "unverified", "supported"),
        ("The ferry carries cars.", "unverified", "supported"),
        ("Scooters are banned in Oslo.", "supported", "unverified"),
        ("Mopeds are banned in Oslo.", "unverified", "supported"),
        ("Mopeds are allowed in Oslo.", "unverified", "refuted"),
        ("Ann is the mayor of Oslo.", "unverified", "supported"),
        ("Bob is the mayor of Oslo.", "supported", "unverified"),
    ],
)
def test_the_date_decides_what_is_so_now(kb: KnowledgeBase, text: str, now: str, then: str) -> None:
    assert kb.check(text, as_of=NOW).verdict == now
    assert kb.check(text, as_of=THEN).verdict == then


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Pont bridge was a toll bridge.", "supported"),
        ("The Pont bridge used to be a toll bridge.", "supported"),
        ("Was the Pont bridge a toll bridge?", "supported"),
        ("The Pont bridge was never a toll bridge.", "refuted"),
        ("The Pont bridge was not a toll bridge.", "unverified"),
        ("The Pont bridge was a steel bridge.", "unverified"),
        ("The ferry carried cars.", "supported"),
        ("The ferry used to carry cars.", "supported"),
        ("The ferry carried trucks.", "unverified"),
        ("Mopeds were once banned in Oslo.", "supported"),
        ("The museum will be free.", "supported"),
        ("The museum was free.", "unverified"),
        ("The Pont bridge will be a toll bridge.", "unverified"),
    ],
)
def test_a_claim_that_is_over_supports_that_it_was_so(
    kb: KnowledgeBase, text: str, verdict: str
) -> None:
    assert kb.check(text, as_of=NOW).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In 2005 the Pont bridge was a toll bridge.", "supported"),
        ("The Pont bridge was not a toll bridge in 2005.", "refuted"),
        ("In 2010 the Pont bridge was a toll bridge.", "supported"),
        ("In 2011 the Pont bridge was a toll bridge.", "unverified"),
        ("The Pont bridge was not a toll bridge in 2015.", "unverified"),
        ("The ferry carried cars in May 2012.", "supported"),
        ("The ferry carried cars in June 2012.", "unverified"),
        ("Scooters were banned in Oslo in 2021.", "supported"),
    ],
)
def test_a_named_date_is_held_against_the_bounds(
    kb: KnowledgeBase, text: str, verdict: str
) -> None:
    assert kb.check(text, as_of=NOW).verdict == verdict


def test_the_result_says_when_it_held(kb: KnowledgeBase) -> None:
    was = kb.check("The Pont bridge was a toll bridge.", as_of=NOW)
    assert was.explanation == "This held from 2003 until 2010. Carts paid twopence."
    assert result_object(was)["proof"][-1]["holds"] == "from 2003 until 2010"
    for text in ("The Pont bridge is a toll bridge.", "the Pont bridge is a toll bridge now"):
        result = kb.check(text, as_of=NOW, why_not=True)
        assert result.verdict is Verdict.UNVERIFIED
        assert (
            result.explanation == "“The Pont bridge is a toll bridge.” held from 2003 until 2010."
        )
        assert result.closest[0].why_not == "it held from 2003 until 2010"
        (entry,) = result.why_not
        assert entry.nearest is not None and entry.nearest.note == "held from 2003 until 2010"
    assert kb.check("The museum is free.", as_of=NOW).explanation.endswith("holds only from 2030.")
    assert kb.check("The Pont bridge is a toll bridge.", as_of=THEN).explanation == (
        "Carts paid twopence."
    )


def test_a_claim_is_shown_with_its_time(tmp_path: Path, call: Call) -> None:
    (tmp_path / "kb.yaml").write_text(BRIDGES, encoding="utf-8")
    import factcheck.cli.kb as commands

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commands, "knowledge_base", lambda paths: KnowledgeBase.load(tmp_path))
        shown = call("kb", "show", "toll").out
        found = json.loads(call("kb", "show", "toll", "--format", "json").out)
    assert "true from   2003" in shown and "true until  2010" in shown
    assert (found["true_from"], found["true_until"]) == ("2003", "2010")


@pytest.mark.parametrize(
    ("start", "end", "day", "is_now"),
    [
        ("", "2010", date(2010, 12, 31), True),
        ("", "2010", date(2011, 1, 1), False),
        ("", "2012-05", date(2012, 5, 31), True),
        ("", "2012-05", date(2012, 6, 1), False),
        ("", "2012-05-03", date(2012, 5, 3), True),
        ("", "2012-05-03", date(2012, 5, 4), False),
        ("2003", "", date(2002, 12, 31), False),
        ("2003", "", date(2003, 1, 1), True),
        ("2003-02", "", date(2003, 1, 31), False),
        ("2003-02", "2003", date(2003, 2, 1), True),
    ],
)
def test_a_year_or_month_is_held_to_its_end(start: str, end: str, day: date, is_now: bool) -> None:
    assert Times({"x": (start, end)}, day).is_now("x") is is_now
