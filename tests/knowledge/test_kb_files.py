"""Which files count, and what changes a fingerprint or a stamp."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from factcheck.errors import KnowledgeError
from factcheck.knowledge.files import files_of, fingerprint, stamp


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A knowledge base with texts beside a file, in the root, inline, and one that is not used."""
    root = tmp_path / "facts"
    for name, text in {
        "b.yaml": "sources:\n- id: one\n  text: sources/one.md\n",
        "deep/a.yml": 'claims: [{evidence: [{source: {"text": "two words.md", id: x}}]}]',
        "deep/c.yaml": "sources: [{id: y, text: sources/three.md}, {text: missing.md}]\n",
        "deep/two words.md": "two",
        "sources/one.md": "one",
        "sources/three.md": "three",
        "sources/unused.md": "unused",
        ".git/x.yaml": "x",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def test_files_are_the_yaml_and_the_texts_it_names(facts: Path) -> None:
    found = [each.relative_to(facts).as_posix() for each in files_of([facts])]
    assert found == [
        *("b.yaml", "deep/a.yml", "deep/c.yaml"),
        *("deep/two words.md", "sources/one.md", "sources/three.md"),
    ]


def test_a_fingerprint_goes_with_a_copy(facts: Path, tmp_path: Path) -> None:
    shutil.copytree(facts, tmp_path / "copy")
    assert fingerprint([facts]) == fingerprint([tmp_path / "copy"])
    assert stamp([facts]) != stamp([tmp_path / "copy"])


@pytest.mark.parametrize("name", ["deep/a.yml", "sources/three.md", "deep/two words.md"])
def test_a_changed_byte_changes_the_fingerprint(facts: Path, name: str) -> None:
    before = fingerprint([facts])
    (facts / name).write_text((facts / name).read_text() + " ")
    assert fingerprint([facts]) != before


def test_a_new_name_changes_the_fingerprint(facts: Path) -> None:
    before = fingerprint([facts])
    (facts / "b.yaml").rename(facts / "b2.yaml")
    assert fingerprint([facts]) != before


def test_an_unused_file_changes_neither(facts: Path) -> None:
    before = fingerprint([facts]), stamp([facts])
    (facts / "sources" / "unused.md").write_text("other")
    assert (fingerprint([facts]), stamp([facts])) == before


def test_what_stands_in_a_file_decides_the_stamp_not_its_time(facts: Path) -> None:
    before, data = stamp([facts]), (facts / "b.yaml").read_bytes()
    os.utime(facts / "b.yaml", ns=(1, 1))
    assert stamp([facts]) == before
    time = (facts / "b.yaml").stat()
    (facts / "b.yaml").write_bytes(data[:-1] + b" ")
    os.utime(facts / "b.yaml", ns=(time.st_atime_ns, time.st_mtime_ns))
    assert stamp([facts]) != before


def test_an_added_or_removed_file_changes_the_stamp(facts: Path) -> None:
    stamps = [stamp([facts])]
    (facts / "d.yaml").write_text("")
    stamps.append(stamp([facts]))
    (facts / "b.yaml").unlink()
    stamps.append(stamp([facts]))
    assert len(set(stamps)) == 3


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    for function in (files_of, fingerprint, stamp):
        with pytest.raises(KnowledgeError, match="no such file or directory"):
            function([tmp_path / "gone.yaml"])
