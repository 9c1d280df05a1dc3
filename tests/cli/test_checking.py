"""`factcheck check`: files, directories, bad ones among them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import Call

GOOD = "# Sky\n\nThe moon is rock.\n\n- It is *cheese*.\n"


def test_findings_have_line_and_column(call: Call) -> None:
    Path("a.md").write_text(GOOD)
    got = call("check", "a.md")
    assert got.code == 1
    assert got.out.startswith("a.md:5:3: ✗ refuted")
    assert "1 file, 3 sentences read, 1 claim found: 1 refuted" in got.out
    assert "Silence is not approval." in " ".join(got.out.split())


def test_json_holds_every_decided_finding_and_the_coverage(call: Call) -> None:
    Path("a.md").write_text(GOOD)
    got = json.loads(call("check", "--format", "json", "a.md").out)
    assert [each["verdict"] for each in got["findings"]] == ["supported", "refuted"]
    first = got["findings"][1]
    assert list(first)[:8] == [
        "path", "line", "column", "end_line", "end_column", "text", "kind", "verdict",
    ]  # fmt: skip
    assert got["coverage"]["sentences"] == 3


def test_options_stand_before_the_command_too(call: Call) -> None:
    Path("a.md").write_text(GOOD)
    before, after = (
        call("--format", "json", "check", "a.md"),
        call("check", "a.md", "--format=json"),
    )
    assert before.out == after.out and json.loads(before.out)


def test_a_directory_is_read_through_in_order(call: Call) -> None:
    for name in ("b/z.txt", "b/y.md", "a.markdown", "b/skip.py", ".git/x.md"):
        path = Path("copy", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It is rock.\n")
    got = json.loads(call("check", "copy", "copy/a.markdown", "--format", "json").out)
    names = [each["path"] for each in got["findings"]]
    assert names == ["copy/a.markdown", "copy/b/y.md", "copy/b/z.txt"]


def test_standard_input_goes_by_the_name_given(call: Call) -> None:
    got = call("check", "-", "--stdin-filename", "x.md", stdin=b"`code`\n\nIt is *cheese*.\n")
    assert got.out.startswith("x.md:3:1: ✗ refuted")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("b.txt", None, "there is no such file or directory"),
        ("b.txt", b"It is rock.\0\1\2", "zero byte at byte offset 11"),
        ("b.txt", b"It is rock.\ncaf\xe9", "b.txt:2: this is not UTF-8: byte 0xE9 at byte"),
        ("b.txt", "It is rock.".encode("utf-16"), "this is UTF-16"),
        ("b.pdf", b"%PDF-1.4", 'files that end in ".pdf" cannot be read'),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_and_the_others_are_checked(
    call: Call, name: str, data: bytes | None, message: str
) -> None:
    Path("a.txt").write_text("It is rock.\n")
    Path("c.txt").write_text("It is cheese.\n")
    if data is not None:
        Path(name).write_bytes(data)
    got = call("check", "a.txt", name, "c.txt")
    assert got.code == 2
    assert message in got.err and "hint:" in got.err
    assert "c.txt:1:1: ✗ refuted" in got.out
    assert "2 files, 2 sentences" in got.out


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_file_is_named(call: Call) -> None:
    Path("a.txt").write_text("It is rock.\n")
    Path("a.txt").chmod(0)
    got = call("check", "a.txt")
    assert got.code == 2 and "a.txt: this cannot be read" in got.err


def test_an_unreadable_file_is_named_whatever_the_cause(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    Path("a.txt").write_text("It is rock.\n")
    monkeypatch.setattr("factcheck.cli.files.open", refuse, raising=False)
    got = call("check", "a.txt")
    assert got.code == 2 and "a.txt: this cannot be read: Permission denied" in got.err


def test_a_directory_without_text_is_not_green(call: Call) -> None:
    Path("empty").mkdir()
    got = call("check", "empty")
    assert got.code == 2 and "no text to check in this directory" in got.err
    assert call("check", "empty", "--allow-empty").code == 0


def test_a_file_without_sentences_is_not_green(call: Call) -> None:
    Path("a.md").write_text("```\nIt is cheese.\n```\n")
    got = call("check", "a.md")
    assert got.code == 2 and "nothing was checked" in got.err
    assert call("check", "a.md", "--allow-empty").code == 0


def test_check_without_a_path_is_a_usage_error(call: Call) -> None:
    got = call("check")
    assert got.code == 2 and "PATH" in got.err and "factcheck check --help" in got.err


def test_questions_in_copy_do_not_fail(call: Call) -> None:
    Path("a.txt").write_text("Is it cheese?\n")
    assert call("check", "a.txt").code == 0
