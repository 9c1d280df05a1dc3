"""What only a real process shows: streaming, closed pipes, signals, imports, terminals."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
DRIVER = """
import sys
import factcheck
from samples import FakeKnowledge

class Loader:
    @staticmethod
    def default():
        return FakeKnowledge()

factcheck.KnowledgeBase = Loader
from factcheck.cli import main
code = main()
if "--heavy" in __import__("os").environ.get("SHOW", ""):
    heavy = {"typer", "rich", "click", "markdown_it", "yaml", "tomllib", "json"}
    heavy |= {"rich.markdown", "rich.syntax", "rich.progress"}
    names = heavy & set(sys.modules)
    print(sorted(names), file=sys.stderr)
sys.exit(code)
"""


def command(*argv: str) -> list[str]:
    return [sys.executable, "-c", DRIVER, *argv]


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(TESTS), "TERM": "xterm", **more}


def run(
    *argv: str, stdin: bytes = b"", cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*argv), input=stdin, capture_output=True, env=environment(**more), cwd=cwd
    )


@pytest.mark.parametrize("shape", ["text", "json", "jsonl"])
def test_a_result_appears_before_the_next_line_is_written(shape: str) -> None:
    process = subprocess.Popen(
        command("--format", shape),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin and process.stdout
    process.stdin.write(b"It is rock.\n")
    process.stdin.flush()
    seen = b""
    until = time.monotonic() + 20
    while b"It is rock." not in seen and time.monotonic() < until:
        seen += os.read(process.stdout.fileno(), 4096)
    assert b"It is rock." in seen
    rest, _ = process.communicate(b"It is rock.\n")
    assert b"It is rock." in rest
    assert process.returncode == 0


def test_a_closed_pipe_ends_quietly() -> None:
    process = subprocess.Popen(
        command("--format", "jsonl"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout and process.stderr and process.stdin
    process.stdout.close()
    try:
        process.stdin.write(b"It is rock.\n" * 2000)
        process.stdin.close()
    except BrokenPipeError:
        pass
    assert process.stderr.read() == b""
    assert process.wait(20) == 141
    process.stderr.close()


@pytest.mark.parametrize("shape", ["text", "json", "jsonl"])
def test_a_closed_pipe_is_no_finding_either(shape: str, tmp_path: Path) -> None:
    """`factcheck check … | head` ends quietly, with the code of the pipe and not that of typer."""
    (tmp_path / "a.txt").write_text("It is cheese.\n\n" * 2000)
    process = subprocess.Popen(
        command("check", "a.txt", "--format", shape),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=tmp_path,
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(20) == 141
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full device")
def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "wb") as full:
        got = subprocess.run(
            command("it is rock"), stdout=full, stderr=subprocess.PIPE, env=environment()
        )
    assert got.returncode == 2
    assert got.stderr.startswith(b"error: the output cannot be written: No space left")
    assert b"Traceback" not in got.stderr and b"Exception" not in got.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs started meanwhile heed an interrupt, as they do not below a background shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_with_its_own_code() -> None:
    process = subprocess.Popen(
        command("-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin and process.stdout
    process.stdin.write(b"It is rock.\n")
    process.stdin.flush()
    os.read(process.stdout.fileno(), 1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize(
    ("argv", "heavy"),
    [
        (("it is rock",), ["rich"]),
        (("it", "is", "rock", "--why", "-v"), ["rich"]),
        (("-",), ["rich"]),
        (("it is rock", "--format", "json"), ["json"]),
        (("--format=jsonl",), ["json"]),
    ],
)
def test_the_common_calls_import_nothing_heavy(
    argv: Sequence[str], heavy: list[str], tmp_path: Path
) -> None:
    """No call for an answer waits for typer, and one for a program does not wait for rich."""
    got = run(*argv, stdin=b"It is rock.\n", cwd=tmp_path, SHOW="--heavy")
    assert got.returncode == 0
    assert got.stderr.decode().strip() == str(heavy)


@pytest.mark.parametrize("argv", [("check", "a.txt"), ("kb", "stats"), ("kb", "check")])
def test_a_format_for_programs_never_waits_for_rich(argv: Sequence[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It is rock.\n")
    got = run(*argv, "--format", "json", cwd=tmp_path, SHOW="--heavy")
    assert got.returncode == 0 and json.loads(got.stdout)
    assert b"rich" not in got.stderr


def test_importing_the_package_imports_neither_rich_nor_typer() -> None:
    code = "import sys, factcheck; print({'rich', 'typer', 'yaml'} & set(sys.modules))"
    got = subprocess.run([sys.executable, "-c", code], capture_output=True)
    assert got.stdout == b"set()\n"


def test_output_without_utf8_stays_readable(tmp_path: Path) -> None:
    got = run("it is cheese", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert got.stdout.startswith(b"x Refuted\n") and b'| "The Moon' in got.stdout
    got = run("it is cheese \u00e9", "--format", "json", cwd=tmp_path, PYTHONIOENCODING="latin-1")
    assert json.loads(got.stdout)["text"] == "it is cheese \u00e9"


def test_an_argument_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    argv = ("it is cheese \u00e9", "--format", "json")
    got = run(*argv, cwd=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert json.loads(got.stdout)["text"] == "it is cheese \u00e9"


def on_terminal(*argv: str, columns: int = 80, **more: str) -> str:
    """What the call writes when its output is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*argv),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(COLUMNS=str(columns), **more),
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    process.wait(20)
    return seen.decode().replace("\r\n", "\n")


def test_a_terminal_gets_styles_and_a_pipe_does_not() -> None:
    assert "\x1b[1;31mNo\x1b[0m" in on_terminal("is it cheese")
    assert "\x1b" not in on_terminal("is it cheese", TERM="dumb")
    plain = on_terminal("is it cheese", NO_COLOR="1")
    assert "\x1b[1mNo\x1b[0m" in plain and "\x1b[1;3" not in plain and "\x1b[3" not in plain
    assert b"\x1b" not in run("is it cheese").stdout
    assert b"\x1b[1;31mNo" in run("is it cheese", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_fit_the_terminal(columns: int) -> None:
    import re

    for term in ("xterm", "dumb"):
        shown = on_terminal("is it cheese", "--why", columns=columns, TERM=term)
        out = re.sub(r"\x1b\[[0-9;]*m", "", shown)
        assert max(len(line) for line in out.split("\n")) <= min(columns, 88)


def test_no_arguments_on_a_terminal_show_help() -> None:
    assert on_terminal().startswith("Usage: factcheck")
