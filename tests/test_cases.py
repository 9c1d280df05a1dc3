"""Language behaviour as data: every phrasing in `cases/` gets the verdict it stands under.

A group holds a tiny knowledge base and phrasings. An entry of `kb` is a sentence, taken for true,
or a claim with its verdict as in a file of claims; `more` holds other keys of such a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from factcheck import KnowledgeBase
from factcheck.knowledge.compiler import compile_entries
from factcheck.knowledge.loader import read_entries

CASES = Path(__file__).parent / "cases"
VERDICTS = ("supported", "refuted", "misleading", "unverified")
KEYS = {"id", "kb", "more", "as_of", *VERDICTS}
AS_OF = date(2026, 11, 24)


@dataclass(frozen=True)
class Phrasing:
    """A text with the verdict that the group's knowledge base must give it."""

    file: str
    group: str
    text: str
    verdict: str

    def __str__(self) -> str:
        return f"{self.group}: {self.text}"


@cache
def groups() -> dict[str, dict[str, Any]]:
    """Every group under its file and id."""
    return {
        f"{path.stem}/{group['id']}": group
        for path in sorted(CASES.glob("*.yaml"))
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))
    }


def phrasings() -> Iterator[Phrasing]:
    for name, group in groups().items():
        file, _, _ = name.partition("/")
        for verdict in VERDICTS:
            for text in group.get(verdict, ()):
                yield Phrasing(file, name, text, verdict)


@cache
def knowledge(name: str) -> KnowledgeBase:
    """The knowledge base of a group."""
    group = groups()[name]
    if "more" not in group and all(isinstance(entry, str) for entry in group["kb"]):
        return KnowledgeBase.from_statements(group["kb"])
    claims = [
        {"verdict": "supported", "claim": entry} if isinstance(entry, str) else entry
        for entry in group["kb"]
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.yaml"
        path.write_text(yaml.safe_dump({"claims": claims, **group.get("more", {})}))
        return KnowledgeBase(compile_entries(read_entries((path,))))


@pytest.mark.parametrize("phrasing", tuple(phrasings()), ids=str)
def test_a_phrasing_gets_its_verdict(phrasing: Phrasing) -> None:
    as_of = groups()[phrasing.group].get("as_of", AS_OF)
    result = knowledge(phrasing.group).check(phrasing.text, as_of=as_of)
    assert result.verdict == phrasing.verdict, f"by {result.claims or 'no claim'}"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_groups_are_well_formed(path: Path) -> None:
    """Ids are unique, keys are known, and no phrasing stands under two verdicts."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    ids = [group["id"] for group in found]
    assert len(ids) == len(set(ids))
    for group in found:
        assert set(group) <= KEYS, group["id"]
        texts = [text for verdict in VERDICTS for text in group.get(verdict, ())]
        assert texts and len(texts) == len(set(texts)), group["id"]


def test_the_cases_are_many() -> None:
    """No file of cases is lost in silence."""
    assert len(groups()) >= 60
    assert sum(1 for _ in phrasings()) >= 500
