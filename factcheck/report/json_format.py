"""`--format json`: one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model.document import Coverage
from factcheck.model.result import Result
from factcheck.report.protocol import Checked, claims_of
from factcheck.report.screen import Screen
from factcheck.report.wire import (
    SCHEMA_VERSION,
    coverage_object,
    finding_object,
    result_object,
    written,
)


class Json:
    """One object for one text, an array for many, an object with `findings` for copy."""

    name = "json"

    def answers(
        self, results: Iterable[Result], screen: Screen, *, single: bool, as_of: str = ""
    ) -> Iterator[str]:
        """One object, or an array that grows result by result."""
        if single:
            for result in results:
                yield written(result_object(result, as_of), screen, indent=2) + "\n"
            return
        lead = "["
        for result in results:
            yield lead + "\n" + written(result_object(result, as_of), screen, indent=2)
            lead = ","
        yield ("\n]\n" if lead == "," else "[]\n")

    def findings(self, files: Iterable[Checked], screen: Screen) -> Iterator[str]:
        """One object, when everything has been read."""
        findings = []
        coverage = Coverage()
        claims: set[str] = set()
        for each in files:
            findings += [finding_object(finding) for finding in each.findings]
            coverage += each.coverage
            claims |= claims_of(each.findings)
        document = {
            "schema_version": SCHEMA_VERSION,
            "findings": findings,
            "coverage": coverage_object(coverage, len(claims)),
        }
        yield written(document, screen, indent=2) + "\n"
