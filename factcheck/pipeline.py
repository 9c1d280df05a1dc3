"""The order of the rooms: text, language, knowledge, reasoning. Nothing else knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.checking.checker import Checker
from factcheck.model.verdict import Verdict

if TYPE_CHECKING:
    from factcheck.errors import FactcheckError
    from factcheck.knowledge.store import File, Memory
    from factcheck.model.document import Coverage, Document, Finding
    from factcheck.model.knowledge import Claim, Example
    from factcheck.model.place import Location
    from factcheck.model.result import Hit, Result, Understanding
    from factcheck.model.trace import Trace

SHIPPED = "facts"


class KnowledgeBase:
    """Claims that texts can be checked against."""

    def __init__(self, store: Memory | File, paths: tuple[Path, ...] = ()) -> None:
        self._store = store
        self._paths = paths
        self._checker = Checker(store)

    @classmethod
    def load(cls, *paths: str | Path) -> KnowledgeBase:
        """The knowledge base in these YAML files and directories.

        It is compiled once; later calls read the compiled form as long as no file has changed.

        Raises:
            KnowledgeError: a file is missing or wrong; it carries every problem found.
        """
        from factcheck.knowledge.cache import load

        places = tuple(Path(path) for path in paths)
        return cls(load(places), places)

    @classmethod
    def default(cls) -> KnowledgeBase:
        """The knowledge base that comes with the package."""
        return cls.load(shipped())

    @classmethod
    def from_statements(cls, sentences: Iterable[str]) -> KnowledgeBase:
        """A knowledge base of plain sentences, each taken for true and for its own evidence."""
        from factcheck.knowledge.compiler import compile_entries
        from factcheck.knowledge.premises import entries_of

        return cls(compile_entries(entries_of(sentences)))

    def check(self, text: str, *, as_of: date | None = None, why_not: bool = False) -> Result:
        """The verdict on a statement, a question or a short passage, with its proof.

        `as_of` is the date that "50 years ago" counts back from: today when None. `why_not` adds
        to a result without a verdict the nearest proof and what it lacks.
        """
        when = as_of or date.today()
        result = self._checker.check(text, when)
        if not why_not or result.verdict is not Verdict.UNVERIFIED:
            return result
        from factcheck.checking import attempts

        return replace(result, why_not=attempts.why_not(self._checker, text, when))

    def recheck(self, text: str, as_of: date) -> Result | None:
        """The verdict by meaning alone, a claim's own wording not being looked up."""
        return self._checker.check(text, as_of, by_wording=False)

    def explain(self, text: str, *, as_of: date | None = None, why_not: bool = False) -> Trace:
        """The way from the words to the verdict: what was read, which claims were weighed.

        `why_not` adds to each clause without a verdict the nearest proof and what it lacks.
        """
        from factcheck.checking.tracing import trace

        return trace(self._checker, text, as_of or date.today(), why_not=why_not)

    def check_document(
        self, document: Document, *, as_of: date | None = None
    ) -> tuple[tuple[Finding, ...], Coverage]:
        """Every decided sentence of a page, in reading order, and what was read of it."""
        return self._checker.check_document(document, as_of or date.today())

    def search(self, text: str, *, limit: int = 10) -> tuple[Hit, ...]:
        """The claims closest to a text, best first."""
        return self._checker.search(text, limit)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim with this id, or None."""
        return self._checker.claim(claim_id)

    def place(self, id: str) -> Location | None:
        """Where the claim or rule with this id stands, or None."""
        from factcheck.model.place import Location

        claim = self.claim(id)
        at = self._store.get("rule at", id)
        return claim.at if claim is not None else None if at is None else Location(*at)

    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the files."""
        ids: list[str] = self._store.get("meta", "claims") or []
        return tuple(claim for claim in map(self.claim, ids) if claim is not None)

    def examples(self) -> tuple[Example, ...]:
        """The knowledge base's own test cases."""
        from factcheck.model.knowledge import Example
        from factcheck.model.place import Location

        rows: list[list[Any]] = self._store.get("meta", "examples") or []
        return tuple(Example(text, Verdict(verdict), Location(*at)) for text, verdict, at in rows)

    def readings(self, claim_id: str) -> tuple[Understanding, ...]:
        """How the engine reads the sentence of a claim; empty when there is no such claim."""
        claim = self.claim(claim_id)
        return () if claim is None else self._checker.understand(claim.claim)

    def problems(self, *, as_of: date | None = None) -> tuple[FactcheckError, ...]:
        """What is wrong with the knowledge base, errors first; advice has severity "advice"."""
        from factcheck.selfcheck import problems

        when = as_of or date.today()
        return problems(self, self._store, self._paths, when, self._checker.decider(when))

    def stats(self) -> dict[str, int]:
        """How many claims, sources, entities, ... there are."""
        counts: dict[str, int] = dict(self._store.get("meta", "counts") or {})
        counts["propositions"] = self._store.get("meta", "propositions") or 0
        counts["not compiled"] = len(self._store.keys("uncompiled"))
        return counts


def shipped() -> Path:
    """Where the shipped knowledge base lies: in the package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / SHIPPED
    return inside if inside.is_dir() else here.parent / SHIPPED
