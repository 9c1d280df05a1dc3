"""What all tests share: golden files, and a fake knowledge base behind the command line."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from samples import FakeKnowledge

from factcheck.cli import main

# A busy machine must not fail a test.
settings.register_profile("factcheck", deadline=None)
settings.load_profile("factcheck")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; read the diff"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with `tests/golden/<name>`, or writes it there."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return compare


class Outcome(NamedTuple):
    """What a call left behind."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def knowledge() -> FakeKnowledge:
    return FakeKnowledge()


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    knowledge: FakeKnowledge,
) -> Call:
    """Runs the command line in an empty directory, on the fake knowledge base."""

    class Loader:
        loaded: Sequence[str] = ()

        @classmethod
        def load(cls, *paths: str) -> FakeKnowledge:
            knowledge.loaded = paths
            return knowledge

        @classmethod
        def default(cls) -> FakeKnowledge:
            return knowledge

    monkeypatch.setattr("factcheck.KnowledgeBase", Loader, raising=False)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def run(*argv: str, stdin: bytes | None = None) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b"")))
        code = main(list(argv))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Outcome(code, out, err)

    return run
