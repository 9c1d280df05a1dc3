"""The cache of compiled knowledge bases: it saves time and changes nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from factcheck import KnowledgeBase
from factcheck.errors import KnowledgeError
from factcheck.knowledge.cache import KEPT, cache_folder
from factcheck.model.result import Result

AS_OF = date(2026, 11, 24)
ROOT = Path(__file__).parent.parent.parent
CLAIMS = """
claims:
  - claim: Every tram is a vehicle.
    verdict: supported
    evidence: [{source: atlas, passage: Trams are vehicles.}]
  - claim: Vehicles need oil.
    verdict: supported
    evidence: [{source: atlas, passage: Oil is needed.}]
  - claim: The depot is a theatre.
    verdict: refuted
    correction: The depot is a workshop.
    evidence: [{source: atlas, passage: A workshop.}]
  - claim: Tram rails are healthy.
    verdict: misleading
    evidence: [{source: atlas, passage: It depends.}]
sources:
  - {id: atlas, title: Atlas of trams, year: 1970}
entities:
  - {name: depot, aliases: [car barn]}
examples:
  - {text: Trams need oil., verdict: supported}
"""
TEXTS = (
    "Every tram is a vehicle.",
    "Trams need oil.",
    "The car barn is not a theatre.",
    "Is the depot a workshop?",
    "Are tram rails healthy?",
    "Trams need moths.",
    "The dpeot is a theatre.",
)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    folder = tmp_path / "facts"
    folder.mkdir()
    (folder / "trams.yaml").write_text(CLAIMS, encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE", str(folder))
    return folder


def results(folder: Path) -> list[Result]:
    kb = KnowledgeBase.load(folder)
    return [kb.check(text, as_of=AS_OF) for text in TEXTS]


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.kb"))


@pytest.fixture
def uncached(facts: Path, monkeypatch: pytest.MonkeyPatch) -> list[Result]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE", "")
        return results(facts)


def test_a_cached_knowledge_base_gives_the_same_results(
    facts: Path, cache: Path, uncached: list[Result]
) -> None:
    """In everything: claims, entities, examples, search and statistics too."""
    first = KnowledgeBase.load(facts)
    assert len(kept(cache)) == 1
    second = KnowledgeBase.load(facts)
    assert [second.check(text, as_of=AS_OF) for text in TEXTS] == uncached
    assert [first.check(text, as_of=AS_OF) for text in TEXTS] == uncached
    assert first.claims() == second.claims() and len(second.claims()) == 4
    assert first.examples() == second.examples() != ()
    assert first.stats() == second.stats()
    assert first.search("tram oil") == second.search("tram oil")
    assert first.problems(as_of=AS_OF) == second.problems(as_of=AS_OF) or [
        str(each) for each in first.problems(as_of=AS_OF)
    ] == [str(each) for each in second.problems(as_of=AS_OF)]
    assert len(kept(cache)) == 1


def test_the_second_load_reads_no_yaml(
    facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results(facts)

    def fail(*_: object) -> None:
        raise AssertionError("the files were read again")

    monkeypatch.setattr("factcheck.knowledge.loader.read_entries", fail)
    results(facts)


def test_an_empty_setting_turns_the_cache_off(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", "")
    monkeypatch.chdir(tmp_path)
    results(facts)
    assert cache_folder() == ""
    assert sorted(each.name for each in tmp_path.iterdir()) == ["facts"]


def test_a_change_is_seen(facts: Path, cache: Path) -> None:
    assert KnowledgeBase.load(facts).check("Trams need oil.").verdict == "supported"
    path = facts / "trams.yaml"
    path.write_text(CLAIMS.replace("Vehicles need oil.", "Vehicles do not need oil."))
    assert KnowledgeBase.load(facts).check("Trams need oil.").verdict == "refuted"


def test_a_change_of_the_same_size_is_seen(facts: Path, cache: Path) -> None:
    assert KnowledgeBase.load(facts).check("Trams need tar.").verdict == "unverified"
    path = facts / "trams.yaml"
    before = path.stat()
    path.write_text(CLAIMS.replace("Vehicles need oil.", "Vehicles need tar."))
    assert path.stat().st_size == before.st_size
    assert KnowledgeBase.load(facts).check("Trams need tar.").verdict == "supported"


def test_another_file_is_seen_and_its_going_too(facts: Path, cache: Path) -> None:
    results(facts)
    more = facts / "more.yaml"
    more.write_text("claims:\n  - {claim: Trams need moths., verdict: supported}\n")
    assert KnowledgeBase.load(facts).check("Trams need moths.").verdict == "supported"
    more.unlink()
    assert KnowledgeBase.load(facts).check("Trams need moths.").verdict == "unverified"


def test_a_file_that_breaks_is_reported_in_spite_of_the_cache(facts: Path, cache: Path) -> None:
    results(facts)
    (facts / "trams.yaml").write_text("claims: [")
    with pytest.raises(KnowledgeError):
        KnowledgeBase.load(facts)


@pytest.mark.parametrize("data", [b"", b"garbage" * 1000, b"SQLite format 3\0" + b"\0" * 9000])
def test_garbage_in_the_cache_is_harmless(
    facts: Path, cache: Path, uncached: list[Result], data: bytes
) -> None:
    results(facts)
    (file,) = kept(cache)
    file.write_bytes(data)
    assert results(facts) == uncached
    assert results(facts) == uncached, "and it was put right"
    assert kept(cache)[0].read_bytes() != data


def test_a_truncated_cache_is_harmless(facts: Path, cache: Path, uncached: list[Result]) -> None:
    results(facts)
    (file,) = kept(cache)
    data = file.read_bytes()
    for share in (0.02, 0.3, 0.6, 0.9, 0.99):
        file.write_bytes(data[: int(len(data) * share)])
        assert results(facts) == uncached, share


def test_a_damaged_page_is_harmless(facts: Path, cache: Path, uncached: list[Result]) -> None:
    """The header is sound; the damage shows only when a row is read."""
    results(facts)
    (file,) = kept(cache)
    data = bytearray(file.read_bytes())
    data[5000:-100:7] = b"\xa5" * len(data[5000:-100:7])
    file.write_bytes(data)
    assert results(facts) == uncached


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_an_impossible_cache_folder_is_harmless(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, uncached: list[Result]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / where))
    assert results(facts) == uncached


@pytest.mark.parametrize("step", ["os.makedirs", "tempfile.mkstemp", "os.replace"])
def test_a_read_only_cache_folder_is_harmless(
    facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, step: str, uncached: list[Result]
) -> None:
    """Wherever the system says no, the results are there and no half file is."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    cache.mkdir()
    monkeypatch.setattr(step, refuse)
    assert results(facts) == uncached
    monkeypatch.undo()
    assert list(cache.iterdir()) == []


def test_a_folder_where_the_file_should_be_is_harmless(
    facts: Path, cache: Path, uncached: list[Result]
) -> None:
    results(facts)
    (file,) = kept(cache)
    file.unlink()
    file.mkdir()
    assert results(facts) == uncached


def test_the_cache_stays_small(facts: Path, cache: Path) -> None:
    """Old compiled forms go; the newest stays."""
    for number in range(KEPT + 3):
        (facts / "trams.yaml").write_text(CLAIMS + f"# {'x' * number}\n")
        KnowledgeBase.load(facts)
    assert 1 <= len(kept(cache)) <= KEPT


SCRIPT = """
import sys
from datetime import date
from factcheck import KnowledgeBase
for _ in range(3):
    kb = KnowledgeBase.load(sys.argv[1])
    print([str(kb.check(text, as_of=date(2026, 11, 24)).verdict) for text in sys.argv[2:]])
"""


def test_processes_that_load_at_once_do_not_meet(
    facts: Path, cache: Path, uncached: list[Result]
) -> None:
    expected = str([str(each.verdict) for each in uncached])
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(facts), *TEXTS],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            text=True,
        )
        for _ in range(4)
    ]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert out.splitlines() == [expected] * 3
    assert len(kept(cache)) == 1
    assert [each for each in cache.iterdir() if each.suffix == ".tmp"] == []
