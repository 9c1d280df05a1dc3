"""Scores the engine on the evaluation sample and fails when it is below the floors.

    python scripts/evaluate.py [--eval DIR]

The sample is not part of this repository; where DIR (../shared/eval) is absent, a notice says so
and the exit code is 0. Else it is 0 if every floor holds, 1 if one does not, 2 if the scorer itself
failed. The numbers are printed in either case.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT.parent / "shared" / "eval"


class Floor(NamedTuple):
    """The worst value of a measure that is still accepted; `is_most` if more is worse."""

    part: str
    measure: str
    limit: float
    is_most: bool = False

    def holds(self, value: float | None) -> bool:
        """Whether a value is good enough; one that is missing is not."""
        if value is None:
            return False
        return value <= self.limit if self.is_most else value >= self.limit


FLOORS = (
    Floor("statements", "accuracy", 0.85),
    Floor("statements", "precision", 0.97),
    Floor("statements", "inversions", 0, is_most=True),
    Floor("any-subject", "accuracy", 0.80),
    Floor("any-subject", "inversions", 0, is_most=True),
)


def scores(sample: Path, parts: Sequence[str]) -> Mapping[str, Any]:
    """What the sample's own scorer reports for these parts, by part.

    Raises:
        RuntimeError: it reported nothing.
    """
    command = [sys.executable, str(sample / "score.py"), "--json"]
    command += ["--command", shlex.join([sys.executable, "-m", "factcheck"])]
    command += ["--python", sys.executable]
    command += [word for part in parts for word in ("--only", part)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    try:
        found: Mapping[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise RuntimeError(f"the scorer reported nothing: {done.stderr.strip()}") from error
    return found


def judge(found: Mapping[str, Any]) -> tuple[list[str], bool]:
    """A line for each floor, and whether all of them hold."""
    lines, is_good = [], True
    for floor in FLOORS:
        value = found.get(floor.part, {}).get("all", {}).get(floor.measure)
        holds = floor.holds(value)
        is_good &= holds
        bound = f"{'at most' if floor.is_most else 'at least'} {_shown(floor, floor.limit)}"
        state = "ok" if holds else "TOO LOW" if not floor.is_most else "TOO MANY"
        name = f"{floor.part} {floor.measure}"
        lines.append(f"{name:<24}{_shown(floor, value):>8}   {bound:<18}{state}")
    return lines, is_good


def troubles(found: Mapping[str, Any]) -> list[str]:
    """A line for each part that could not be scored, and for each kind of lost answer."""
    lines = []
    for part, report in found.items():
        if "error" in report:
            lines.append(f"{part} was not scored: {report['error']}")
        for lost in report.get("lost", ()):
            lines.append(f"{part}: no answer for {lost['cases']} cases: {lost['reason']}")
    return lines


def _shown(floor: Floor, value: float | None) -> str:
    if value is None:
        return "-"
    return str(int(value)) if floor.is_most else f"{value:.1%}"


def main() -> int:
    """Runs the evaluation and gives the exit code."""
    parser = argparse.ArgumentParser(description="Score the engine against its floors.")
    parser.add_argument("--eval", type=Path, default=SAMPLE, metavar="DIR", help="the sample")
    sample: Path = parser.parse_args().eval
    if not (sample / "score.py").is_file():
        print("evaluation: skipped, the sample is not here (it is not part of this repository)")
        return 0
    try:
        found = scores(sample.resolve(), sorted({floor.part for floor in FLOORS}))
    except RuntimeError as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 2
    lines, is_good = judge(found)
    print("\n".join([*lines, *troubles(found)]))
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
