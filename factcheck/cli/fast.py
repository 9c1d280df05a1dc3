"""A reader of `argv` for the commonest calls, so that they need not wait for typer.

It understands the options of the table and nothing else. Whatever it is not sure of it leaves to
the typer application, which gives the same answer or the message that is due.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.cli.options import BY_FLAG, COMMANDS, Options


def read(argv: Sequence[str]) -> tuple[tuple[str, ...], Options] | None:
    """The words of the text and the options; None if another reader has to look at it."""
    words: list[str] = []
    values: dict[str, Any] = {}
    rest = iter(argv)
    for each in rest:
        if each == "--":
            words += rest
            break
        if each == "-" or not each.startswith("-") or " " in each.partition("=")[0]:
            if not words and each in COMMANDS:
                return None
            words.append(each)
            continue
        flag, equals, value = each.partition("=")
        option = BY_FLAG.get(flag)
        if option is None or (equals and not option.metavar):
            return None
        if not option.metavar:
            values[option.name] = True
            continue
        if not equals:
            following = next(rest, None)
            if following is None or following.startswith("-"):
                return None
            value = following
        values[option.name] = (*values.get(option.name, ()), value) if option.many else value
    return tuple(words), Options(**values)


def command_first(argv: Sequence[str]) -> tuple[str, ...] | None:
    """The arguments with the command, if there is one, before the options; None if there is none.

    So options may stand before a command as well as after it.
    """
    rest = list(argv)
    options = _leading_options(rest)
    if not rest or rest[0] not in COMMANDS:
        return None
    command = [rest.pop(0)]
    if command == ["kb"]:
        options += _leading_options(rest)
        command += rest[:1]
        del rest[:1]
    return (*command, *options, *rest)


def _leading_options(rest: list[str]) -> list[str]:
    """Takes the options that `rest` begins with, with their values, off it."""
    taken: list[str] = []
    while rest and rest[0].startswith("-") and rest[0] not in ("-", "--"):
        option = BY_FLAG.get(rest[0])
        taken.append(rest.pop(0))
        if option is not None and option.metavar and rest:
            taken.append(rest.pop(0))
    return taken
