"""`factcheck check`: findings in copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cli.files import NothingThereError, documents
from factcheck.cli.loading import Knowledge, knowledge_base
from factcheck.cli.options import Options
from factcheck.cli.screens import screen_for
from factcheck.cli.settings import Settings, settle
from factcheck.cli.terminal import complain, write
from factcheck.errors import FactcheckError, InputError
from factcheck.model.verdict import Kind
from factcheck.report.formats import FORMATS
from factcheck.report.protocol import Checked


class _Checking:
    def __init__(self, kb: Knowledge, settings: Settings) -> None:
        self._kb, self._settings = kb, settings
        self.sentences = 0
        self.has_failed = False
        self.has_errors = False

    def files(self, paths: Sequence[str], stdin_name: str) -> Iterator[Checked]:
        for document in documents(paths, stdin_name):
            if isinstance(document, NothingThereError) and self._settings.allow_empty:
                continue
            if isinstance(document, FactcheckError):
                self.refuse(document)
                continue
            findings, coverage = self._kb.check_document(document, as_of=self._settings.as_of)
            self.sentences += coverage.sentences
            self.has_failed |= any(
                each.result.verdict in self._settings.fail_on and each.result.kind is Kind.STATEMENT
                for each in findings
            )
            yield Checked(findings, coverage)

    def refuse(self, error: FactcheckError) -> None:
        self.has_errors = True
        complain(error)


def check(paths: Sequence[str], options: Options, stdin_name: str = "") -> int:
    """Checks files, directories and standard input ("-"); gives the exit code.

    A file that cannot be read is reported and the others are still checked; the code is then 2.

    Raises:
        FactcheckError: nothing could be checked at all.
    """
    settings = settle(options, FORMATS)
    checking = _Checking(knowledge_base(settings.kb), settings)
    screen = screen_for(settings)
    files = checking.files(paths, stdin_name or "<stdin>")
    for piece in FORMATS[settings.format].findings(files, screen):
        write(piece)
    if not checking.sentences and not checking.has_errors and not settings.allow_empty:
        checking.refuse(
            InputError(
                "nothing was checked: there is no sentence in the input",
                hint="give other paths, or --allow-empty if none is fine",
            )
        )
    return 2 if checking.has_errors else int(checking.has_failed)
