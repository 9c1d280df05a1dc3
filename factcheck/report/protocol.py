"""What every output format offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from factcheck.model.document import Coverage, Finding
from factcheck.model.result import Result
from factcheck.report.screen import Screen


class Checked(NamedTuple):
    """What came out of one file: findings in reading order, and what was read."""

    findings: Sequence[Finding]
    coverage: Coverage


def claims_of(findings: Iterable[Finding]) -> set[str]:
    """The ids of the claims that these findings rest on."""
    return {claim for each in findings for claim in each.result.claims}


class Format(Protocol):
    """Turns findings into text, piece by piece; never prints, never reads clock or terminal."""

    @property
    def name(self) -> str:
        """The word after `--format`."""
        ...

    def findings(self, files: Iterable[Checked], screen: Screen) -> Iterator[str]:
        """The report on checked copy; a piece may be printed as soon as it is there."""
        ...


class AnswerFormat(Format, Protocol):
    """A format that also shows results for single texts."""

    def answers(
        self, results: Iterable[Result], screen: Screen, *, single: bool, as_of: str = ""
    ) -> Iterator[str]:
        """The results, one piece for each as soon as it is there.

        `single` says that there is one text by nature, not one line of many. `as_of` is the
        checking date if the user gave one.
        """
        ...
