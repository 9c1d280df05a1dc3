"""Rewords every claim of the shipped facts by rule and prints how often the law of the rule holds.

    python scripts/transformations.py [RULE ...] [--misses] [--list]

A rewording is right when the verdict is one that the law allows, "wrong" when another was given in
place of it, "inverted" when that is the opposite. With RULE only those rules are tried; `--misses`
adds what is not right, `--list` prints the rewordings and tries nothing. The exit code is 1 if a
verdict was inverted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from transforming import listed, measure, shipped, table, variants  # noqa: E402

from factcheck import KnowledgeBase  # noqa: E402


def main() -> int:
    """Prints the table; 1 if a verdict was inverted."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("rules", nargs="*", metavar="RULE")
    parser.add_argument("--misses", action="store_true", help="add what is not right")
    parser.add_argument("--list", action="store_true", help="print the rewordings, try nothing")
    options = parser.parse_args()
    tried = [each for each in variants(shipped()) if each.rule in (options.rules or [each.rule])]
    if options.list:
        print("\n".join(f"{each.rule}: {each.text}" for each in tried))
        return 0
    tallies = measure(KnowledgeBase.default(), tried)
    print(table(tallies))
    if options.misses:
        print(listed(tallies))
    return int(any(tally.counts["inverted"] for tally in tallies))


if __name__ == "__main__":
    sys.exit(main())
