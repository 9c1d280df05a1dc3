"""Draws docs/terminal.svg, the README's picture: what one question looks like in a terminal.

    python scripts/picture.py            draws it anew
    python scripts/picture.py --check    exit code 1 if the tool no longer prints what it shows

Needs rich (in the extra `dev`). The same output gives the same bytes. The picture asks for no font
from the network; a viewer without the fonts named takes its own monospaced one.
"""

from __future__ import annotations

import html
import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "terminal.svg"
QUESTION = "is ketamine an opioid"
WIDTH = 88
FONTS = "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace"
_FONT_FACES = re.compile(r"\s*@font-face \{[^}]*\}")


def coloured_answer(question: str) -> str:
    """What the tool prints for a question in a terminal of `WIDTH` columns, with its escapes.

    Raises:
        RuntimeError: the tool ended with an error; its message is in it.
    """
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", question],
        cwd=ROOT,
        env={**_plain_environment(), "FORCE_COLOR": "1", "COLUMNS": str(WIDTH)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def draw(question: str, answer: str) -> str:
    """The SVG of a terminal window with the call and its answer."""
    console = Console(record=True, width=WIDTH + 2, file=io.StringIO(), force_terminal=True)
    console.print(Text.assemble(("$ ", "bold green"), f'factcheck "{question}"\n'))
    console.print(Text.from_ansi(answer.rstrip()))
    picture = console.export_svg(title="factcheck", theme=MONOKAI, unique_id="factcheck")
    lines = _FONT_FACES.sub("", picture).replace("Fira Code, monospace", FONTS).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def words(picture: str) -> list[str]:
    """The words that a picture shows, in order."""
    texts = re.findall(r"<text [^>]*>([^<]*)</text>", picture)
    return html.unescape(" ".join(texts)).split()


def _plain_environment() -> dict[str, str]:
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    return {**environment, "TERM": "xterm-256color", "PYTHONUTF8": "1"}


def main() -> int:
    """Draws or checks the picture and gives the exit code."""
    picture = draw(QUESTION, coloured_answer(QUESTION))
    if "--check" in sys.argv[1:]:
        stored = PICTURE.read_text(encoding="utf-8") if PICTURE.is_file() else ""
        if words(stored) == words(picture):
            return 0
        print(f"{PICTURE.relative_to(ROOT)} is out of date; draw it: python scripts/picture.py")
        return 1
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
