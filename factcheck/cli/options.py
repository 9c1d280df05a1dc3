"""The options of the command line, in one table that every reader of `argv` uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

COMMANDS = ("check", "explain", "kb")


class Option(NamedTuple):
    """An option: how it is written, what it takes (nothing if `metavar` is empty), what it does."""

    name: str
    flags: tuple[str, ...]
    help: str
    metavar: str = ""
    many: bool = False


class Options(NamedTuple):
    """The options of one call as the user gave them, before configuration and defaults."""

    format: str | None = None
    kb: tuple[str, ...] = ()
    why: bool = False
    why_not: bool = False
    verbose: bool = False
    as_of: str | None = None
    fail_on: tuple[str, ...] = ()
    allow_empty: bool = False


_ALL = (
    Option(
        "format",
        ("--format",),
        "How to show the outcome: text, json or jsonl.",
        "FORMAT",
    ),
    Option(
        "kb",
        ("--kb",),
        "A file or directory of claims instead of the shipped ones; may be repeated.",
        "PATH",
        many=True,
    ),
    Option("why", ("--why",), "Show the proof as a tree."),
    Option(
        "why_not",
        ("--why-not",),
        "Where there is no verdict, show the nearest proof and what it lacks.",
    ),
    Option("verbose", ("--verbose", "-v"), "Show what was understood."),
    Option(
        "as_of",
        ("--as-of",),
        "The date against which times such as “50 years ago” are checked; today if absent.",
        "DATE",
    ),
    Option(
        "fail_on",
        ("--fail-on",),
        "Verdicts on statements that make the exit code 1, with commas between them, "
        "or none; refuted,misleading if absent.",
        "VERDICTS",
        many=True,
    ),
    Option("allow_empty", ("--allow-empty",), "Do not fail when there was nothing to check."),
)

OPTIONS: Mapping[str, Option] = {each.name: each for each in _ALL}

BY_FLAG: Mapping[str, Option] = {flag: each for each in _ALL for flag in each.flags}
