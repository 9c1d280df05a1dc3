"""`--format text`: for people, on a terminal or in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model.document import Coverage
from factcheck.model.result import Result
from factcheck.report.protocol import Checked, claims_of
from factcheck.report.screen import Screen


class Text:
    """One text in full; many lines as short blocks; findings with place, reason and source."""

    name = "text"

    def answers(
        self, results: Iterable[Result], screen: Screen, *, single: bool, as_of: str = ""
    ) -> Iterator[str]:
        """A block for each result."""
        from factcheck.report.answer_view import full, short
        from factcheck.report.layout import lay_out

        for result in results:
            blocks = full(result, screen) if single else short(result, screen)
            yield lay_out(blocks, screen)

    def findings(self, files: Iterable[Checked], screen: Screen) -> Iterator[str]:
        """The findings of each file as soon as it is read, and the coverage line last."""
        from factcheck.report.finding_view import coverage_block, finding_block, is_shown
        from factcheck.report.layout import lay_out

        coverage = Coverage()
        claims: set[str] = set()
        for each in files:
            for finding in each.findings:
                if is_shown(finding, screen):
                    yield lay_out(finding_block(finding, screen), screen)
            coverage += each.coverage
            claims |= claims_of(each.findings)
        yield lay_out(coverage_block(coverage, len(claims)), screen)
