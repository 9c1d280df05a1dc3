"""The knowledge base for a call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from factcheck.errors import FactcheckError
    from factcheck.model.document import Coverage, Document, Finding
    from factcheck.model.knowledge import Claim, Example
    from factcheck.model.result import Hit, Result, Understanding
    from factcheck.model.trace import Trace


class Knowledge(Protocol):
    """What the command line asks of a knowledge base."""

    def check(self, text: str, *, as_of: date | None = None, why_not: bool = False) -> Result:
        """The verdict on one text."""
        ...

    def explain(self, text: str, *, as_of: date | None = None, why_not: bool = False) -> Trace:
        """The way from the words of a text to its verdict."""
        ...

    def check_document(
        self, document: Document, *, as_of: date | None = None
    ) -> tuple[tuple[Finding, ...], Coverage]:
        """Findings in reading order, and what was read."""
        ...

    def search(self, text: str, *, limit: int = 10) -> tuple[Hit, ...]:
        """The closest claims, best first."""
        ...

    def claim(self, id: str, /) -> Claim | None:
        """The claim with this id."""
        ...

    def claims(self) -> tuple[Claim, ...]:
        """Every claim."""
        ...

    def examples(self) -> tuple[Example, ...]:
        """The knowledge base's own tests."""
        ...

    def readings(self, id: str, /) -> tuple[Understanding, ...]:
        """How the engine reads a claim."""
        ...

    def problems(self, *, as_of: date | None = None) -> tuple[FactcheckError, ...]:
        """What is wrong with it, or could be better."""
        ...

    def stats(self) -> dict[str, int]:
        """Counts of what it holds."""
        ...


def knowledge_base(paths: Sequence[str]) -> Knowledge:
    """The knowledge base in these files and directories; the shipped one if there are none.

    Raises:
        KnowledgeError: it cannot be loaded.
    """
    from factcheck import KnowledgeBase

    found: Knowledge = KnowledgeBase.load(*paths) if paths else KnowledgeBase.default()
    return found
