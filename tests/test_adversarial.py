"""Statements written to break the engine, by people who had not seen it, with a careful verdict.

`statements.jsonl` is about the shipped knowledge base, `worlds.yaml` holds small ones of its own.
The floors lie a little below what was measured and are never lowered; what is not right abstains.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from factcheck import KnowledgeBase
from factcheck.model.verdict import Verdict

HERE = Path(__file__).parent / "adversarial"
AS_OF = date(2026, 11, 24)
STATEMENTS, WORLDS = 0.77, 0.84
# Decided otherwise than a careful person would: to be repaired, never to be added to.
WRONG = frozenset({"a-261"})


class Outcome(NamedTuple):
    """A statement, the verdicts that are right, and the one it got."""

    name: str
    text: str
    right: tuple[str, ...]
    got: Verdict


def about_the_shipped(kb: KnowledgeBase) -> Iterator[Outcome]:
    for line in (HERE / "statements.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        right = (row["expect"], *row.get("accept", ()))
        yield Outcome(row["id"], row["text"], right, kb.check(row["text"], as_of=AS_OF).verdict)


def about_worlds() -> Iterator[Outcome]:
    for world in yaml.safe_load((HERE / "worlds.yaml").read_text(encoding="utf-8")):
        kb = KnowledgeBase.from_statements(world["kb"])
        for expected in Verdict:
            for text in world.get(expected.value, ()):
                got = kb.check(text, as_of=AS_OF).verdict
                yield Outcome(world["id"], text, (expected.value,), got)


def judge(outcomes: list[Outcome], floor: float) -> None:
    wrong = [
        each
        for each in outcomes
        if each.got is not Verdict.UNVERIFIED
        and each.got.value not in each.right
        and each.name not in WRONG
    ]
    assert not wrong
    right = sum(each.got.value in each.right for each in outcomes)
    assert right / len(outcomes) >= floor


def test_statements_about_the_shipped_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path))
    outcomes = list(about_the_shipped(KnowledgeBase.default()))
    assert len(outcomes) >= 400
    judge(outcomes, STATEMENTS)


def test_statements_about_other_subjects() -> None:
    outcomes = list(about_worlds())
    assert len(outcomes) >= 600
    judge(outcomes, WORLDS)
