"""What a call is to do, once flags, configuration and defaults are put together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli.configuration import Configuration, find_configuration
from factcheck.cli.options import Options
from factcheck.cli.suggestions import suggestion
from factcheck.errors import FactcheckError, UsageError
from factcheck.model.verdict import Verdict
from factcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from datetime import date

_FAIL_ON = (Verdict.REFUTED, Verdict.MISLEADING)


class Settings(NamedTuple):
    """Options with every default filled in. `as_of_given` is empty if the date is today's."""

    format: str
    kb: tuple[str, ...]
    as_of: date
    as_of_given: str
    fail_on: frozenset[Verdict]
    allow_empty: bool
    why: bool
    why_not: bool
    verbose: bool


def settle(options: Options, formats: Collection[str]) -> Settings:
    """The settings for one call; flags win over the configuration file.

    Raises:
        UsageError: an option has a value that it cannot have.
        ConfigurationError: the configuration file is wrong.
    """
    found = find_configuration()
    format_name = options.format or found.format or "text"
    if format_name not in formats:
        if not options.format and format_name in FORMATS:
            format_name = "text"  # the file means commands that have this format
        else:
            raise _wrong(found if not options.format else None, "format", format_name, formats)
    given = options.as_of or found.as_of
    return Settings(
        format=format_name,
        kb=options.kb or found.kb,
        as_of=_date(given, found if not options.as_of else None),
        as_of_given=given or "",
        fail_on=_verdicts(options.fail_on, found),
        allow_empty=options.allow_empty,
        why=options.why,
        why_not=options.why_not,
        verbose=options.verbose,
    )


def _date(given: str | None, found: Configuration | None) -> date:
    from datetime import date

    if not given:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        error = UsageError(
            f'the date "{given}" cannot be read', hint="write it as YYYY-MM-DD: 2026-01-31"
        )
        raise (found.error(error, "as_of") if found else error) from None


def _verdicts(given: tuple[str, ...], found: Configuration) -> frozenset[Verdict]:
    words = [word.strip() for each in given or found.fail_on for word in each.split(",")]
    words = [each for each in words if each]
    if not given and not found.has_fail_on:
        return frozenset(_FAIL_ON)
    if words == ["none"]:
        return frozenset()
    known = [each.value for each in Verdict]
    for each in words:
        if each not in known:
            raise _wrong(None if given else found, "fail_on", each, [*known, "none"])
    return frozenset(Verdict(each) for each in words)


def _wrong(
    found: Configuration | None, key: str, value: str, known: Iterable[str]
) -> FactcheckError:
    name = key if found else "--" + key.replace("_", "-")
    error = UsageError(f'{name} cannot be "{value}"', hint=suggestion(value, known))
    return found.error(error, key) if found else error
