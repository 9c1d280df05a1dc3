"""The README's examples, run from top to bottom in one directory as its reader would.

A fence after “Save this as `NAME`” is that file; in a `console` fence a line after "$ " is a call
and the lines below it are what it prints; a `python` fence is a doctest. `--update-golden` writes
what the calls print, and the picture, anew.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
SAVED = re.compile(r"Save\s+this\s+as\s+`([^`]+)`:\s*$")


class Fence(NamedTuple):
    """A block of the README: its language, its text, the file that it is to be saved as."""

    language: str
    body: str
    file: str
    start: int
    end: int


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty directory in which `factcheck` is this checkout's."""
    tools = tmp_path / "bin"
    tools.mkdir()
    shim = tools / "factcheck"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONUTF8", "1")
    folder = tmp_path / "reader"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def fences(text: str) -> Iterator[Fence]:
    """The fenced blocks of a Markdown text, in order."""
    for found in FENCE.finditer(text):
        saved = SAVED.search(text[: found.start()])
        name = saved.group(1) if saved else ""
        yield Fence(found["language"], found["body"], name, found.start("body"), found.end("body"))


def played(body: str) -> str:
    """A `console` block with what its calls print now."""
    lines = []
    for call in re.findall(r"^\$ (.*)$", body, re.MULTILINE):
        done = subprocess.run(
            ["sh", "-c", call],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stdout
        lines += [f"$ {call}", *(line.rstrip() for line in done.stdout.rstrip().splitlines())]
    return "\n".join(lines) + "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
def test_the_examples_print_what_the_readme_shows(
    place: Path, request: pytest.FixtureRequest
) -> None:
    """Every call in the README prints what stands below it, and its Python says the same."""
    text = README.read_text(encoding="utf-8")
    shown, now, last = "", "", 0
    for fence in fences(text):
        if fence.file:
            (place / fence.file).write_text(fence.body, encoding="utf-8")
        if fence.language == "python":
            test = doctest.DocTestParser().get_doctest(fence.body, {}, "README", "README.md", 0)
            assert doctest.DocTestRunner().run(test).failed == 0
        if fence.language != "console":
            continue
        now += text[last : fence.start] + played(fence.body)
        shown += text[last : fence.end]
        last = fence.end
    if request.config.getoption("--update-golden"):
        README.write_text(now + text[last:], encoding="utf-8", newline="\n")
    else:
        assert now == shown


def test_the_picture_shows_what_the_tool_prints(request: pytest.FixtureRequest) -> None:
    """The words in docs/terminal.svg are those of the answer today."""
    pytest.importorskip("rich.console")
    mode = [] if request.config.getoption("--update-golden") else ["--check"]
    script = str(ROOT / "scripts" / "picture.py")
    done = subprocess.run([sys.executable, script, *mode], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_names_every_command_and_file() -> None:
    """A link to a file that is not there, or a command that is not told of, is an oversight."""
    text = README.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^):]+)\)", text):
        assert (ROOT / target).exists(), target
    for name in ("check", "kb check", "kb test", "kb show", "kb search", "kb stats"):
        assert f"factcheck {name}" in text
