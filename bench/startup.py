"""Wall time of one plain question beside `python -c pass` and beside a bare typer application.

    python bench/startup.py [--rounds N]

Each round runs every program once, in turn, so that a busy spell of the machine falls on all of
them; the table gives medians and quartiles in milliseconds. Peak memory comes from one more run of
each (Linux only). The first call after a change of the knowledge base compiles it; it is measured
once, with an empty cache. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

QUESTION = "is ketamine an opioid"
BARE_TYPER = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def main(text: str) -> None:
    typer.echo(text)
app(prog_name="bare")
"""
# Linux keeps the peak of each process; getrusage would count the parent's memory before exec.
PEAK = """
import atexit, os
def tell():
    with open("/proc/self/status") as status, open(os.environ["PEAK_FILE"], "w") as out:
        out.write(next(line.split()[1] for line in status if line.startswith("VmHWM")))
atexit.register(tell)
"""
AS_MODULE = "import runpy, sys; runpy.run_module('factcheck', run_name='__main__')"

Call = tuple[str, str, tuple[str, ...]]  # name, Python code, arguments
CALLS: tuple[Call, ...] = (
    ("python -c pass", "pass", ()),
    ("bare typer app", BARE_TYPER, (QUESTION,)),
    ("factcheck, one question", AS_MODULE, (QUESTION,)),
    ("factcheck --format json", AS_MODULE, ("--format", "json", QUESTION)),
)


def run(code: str, arguments: Sequence[str], environment: dict[str, str]) -> float:
    """Milliseconds from start to end of a new Python process.

    Raises:
        RuntimeError: it failed; a time of a crash means nothing.
    """
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    taken = time.perf_counter() - begin
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return taken * 1000


def peak_memory(code: str, arguments: Sequence[str], environment: dict[str, str]) -> float | None:
    """Peak resident memory of such a process in MB; None where the system does not tell."""
    if not Path("/proc/self/status").is_file():
        return None
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "peak"
        run(PEAK + code, arguments, {**environment, "PEAK_FILE": str(target)})
        return int(target.read_text()) / 1024


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns: the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for first, *others in rows:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join([first.ljust(widths[0]), *cells]))
    return "\n".join(lines)


def measure(rounds: int, environment: dict[str, str]) -> str:
    """The table for so many interleaved rounds, after one that does not count."""
    times: dict[str, list[float]] = {name: [] for name, _, _ in CALLS}
    for number in range(rounds + 1):
        for name, code, arguments in CALLS:
            taken = run(code, arguments, environment)
            if number:
                times[name].append(taken)
    rows = [["", "median ms", "quartiles", "x python", "peak MB"]]
    base = statistics.median(times[CALLS[0][0]])
    for name, code, arguments in CALLS:
        low, middle, high = statistics.quantiles(times[name], n=4)
        peak = peak_memory(code, arguments, environment)
        shown_peak = "-" if peak is None else f"{peak:.1f}"
        spread = f"{low:.0f} to {high:.0f}"
        rows.append([name, f"{middle:.1f}", spread, f"{middle / base:.1f}", shown_peak])
    return table(rows)


def main() -> None:
    """Prints the table and the time of a first call."""
    parser = argparse.ArgumentParser(description="Measure what one question costs.")
    parser.add_argument("--rounds", type=int, default=25, metavar="N", help="at least 2")
    rounds = max(2, parser.parse_args().rounds)
    with tempfile.TemporaryDirectory() as cache:
        root = str(Path(__file__).resolve().parent.parent)
        environment = {**os.environ, "FACTCHECK_CACHE": cache, "PYTHONPATH": root}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        name, code, arguments = CALLS[2]
        first = run(code, arguments, environment)
        print(measure(rounds, environment))
        print(f"\n{name}, first call with an empty cache: {first:.0f} ms")
        print(f"Python {sys.version.split()[0]}, {rounds} rounds")


if __name__ == "__main__":
    main()
