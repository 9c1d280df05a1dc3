"""Everything a user can put right.

FactcheckError            exit code 2
├── UsageError            the command line
├── ConfigurationError    factcheck.toml, [tool.factcheck]
├── InputError            a file or text to be checked
├── KnowledgeError        the knowledge base; carries every problem found, not the first
└── ContradictionError    two proofs of the knowledge base that exclude each other
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.place import Location
    from factcheck.model.result import Proof


class FactcheckError(Exception):
    """Something the user can put right. Anything else is a bug and keeps its traceback."""

    def __init__(self, message: str, *, at: Location | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.hint = message, at, hint


class UsageError(FactcheckError):
    """The command line asks for something that cannot be done."""


class ConfigurationError(FactcheckError):
    """A configuration file is wrong."""


class InputError(FactcheckError):
    """A file or a text to be checked cannot be read."""


class ContradictionError(FactcheckError):
    """A knowledge base proves something and its opposite; `proofs` are the two."""

    def __init__(
        self, message: str, proofs: tuple[Proof, Proof], *, at: Location | None, hint: str
    ) -> None:
        super().__init__(message, at=at, hint=hint)
        self.proofs = proofs


class KnowledgeError(FactcheckError):
    """The knowledge base is wrong; `problems` lists everything found, in file order."""

    def __init__(self, problems: Sequence[FactcheckError]) -> None:
        first = problems[0]
        super().__init__(first.message, at=first.at, hint=first.hint)
        self.problems = tuple(problems)
