"""`--format jsonl`: one object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model.document import Coverage
from factcheck.model.result import Result
from factcheck.report.protocol import Checked, claims_of
from factcheck.report.screen import Screen
from factcheck.report.wire import coverage_object, finding_object, result_object, written


class JsonLines:
    """A result a line; for copy a finding a line, and a last line with the coverage."""

    name = "jsonl"

    def answers(
        self, results: Iterable[Result], screen: Screen, *, single: bool, as_of: str = ""
    ) -> Iterator[str]:
        """A line for each result."""
        for result in results:
            yield written(result_object(result, as_of), screen) + "\n"

    def findings(self, files: Iterable[Checked], screen: Screen) -> Iterator[str]:
        """A line for each finding, file by file, then {"coverage": …}."""
        coverage = Coverage()
        claims: set[str] = set()
        for each in files:
            for finding in each.findings:
                yield written(finding_object(finding), screen) + "\n"
            coverage += each.coverage
            claims |= claims_of(each.findings)
        yield written({"coverage": coverage_object(coverage, len(claims))}, screen) + "\n"
