"""`factcheck.toml` and `[tool.factcheck]`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import Call
from samples import FakeKnowledge


def test_the_nearest_file_above_counts_and_flags_win(
    call: Call, knowledge: FakeKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("pyproject.toml").write_text(
        '[tool.factcheck]\nkb = "facts"\nformat = "json"\nas_of = 2020-01-31\nfail_on = []\n'
    )
    Path("below").mkdir()
    Path("below/pyproject.toml").write_text("[project]\nname = 'x'\n")
    top = os.getcwd()
    monkeypatch.chdir("below")
    got = call("it is cheese")
    assert got.code == 0
    assert json.loads(got.out)["as_of"] == "2020-01-31"
    assert knowledge.loaded == (os.path.join(top, "facts"),)
    got = call("it is cheese", "--format", "text", "--fail-on", "refuted", "--kb", "mine")
    assert got.code == 1 and got.out.startswith("✗ Refuted")
    assert knowledge.loaded == ("mine",)


def test_its_own_file_goes_before_the_project_file(call: Call) -> None:
    Path("pyproject.toml").write_text('[tool.factcheck]\nformat = "json"\n')
    Path("factcheck.toml").write_text('fail_on = ["none"]\n')
    got = call("it is cheese")
    assert got.code == 0 and got.out.startswith("✗ Refuted")


def test_a_format_that_a_command_lacks_is_for_other_commands(call: Call) -> None:
    Path("factcheck.toml").write_text('format = "jsonl"\n')
    assert call("kb", "stats").out.startswith("claims")
    assert call("kb", "stats", "--format", "jsonl").code == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('fromat = "json"\n', 'toml:1:1: unknown key "fromat"\nhint: did you mean "format"?'),
        ('\nformat = "jsn"\n', 'factcheck.toml:2:1: format cannot be "jsn"'),
        ("kb = 3\n", 'factcheck.toml:1:1: "kb" must be a text or a list of texts'),
        ('as_of = "soon"\n', 'factcheck.toml:1:1: the date "soon" cannot be read'),
        ('fail_on = ["bad"]\n', 'factcheck.toml:1:1: fail_on cannot be "bad"'),
        ("format = \n", "factcheck.toml:1:"),
        ("format = 1\n", '"format" must be a text'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(call: Call, text: str, message: str) -> None:
    Path("factcheck.toml").write_text(text)
    got = call("it is rock")
    assert got.code == 2
    assert message in got.err
