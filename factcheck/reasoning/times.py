"""When claims hold: what a claim that is over, or is still to come, says at a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import NamedTuple

from factcheck.model.proposition import Edge, Node, Proposition, Value

PAST = frozenset({"was", "formerly"})
MARKS = PAST | {"future"}

Dated = Callable[[Node], Value | None]


class Meant(NamedTuple):
    """A claim and a statement about the same time, which both leave out; was it a named one?"""

    claim: Proposition
    stated: Proposition
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """The claims that hold for a time only, as seen at one date.

    `bounds` gives for each of them the first and the last day, month or year, "" for no bound.
    """

    bounds: Mapping[str, Sequence[str]]
    as_of: date

    def is_now(self, claim_id: str) -> bool:
        """Whether a claim holds at the date."""
        if claim_id not in self.bounds:
            return True
        return not (self._is_over(claim_id) or self._is_ahead(claim_id))

    def note(self, claim_id: str) -> str:
        """What to say of a claim that does not hold at the date: "held until 2010", else ""."""
        if self.is_now(claim_id):
            return ""
        start, end = self.bounds[claim_id]
        if self._is_ahead(claim_id):
            return f"holds only from {start}"
        return f"held from {start} until {end}" if start else f"held until {end}"

    def meant(
        self, claim_id: str, claim: Proposition, stated: Proposition, dated: Dated
    ) -> Meant | None:
        """A claim that holds for a time and a statement, both without their time.

        None when the statement is about another time. What names a date is about that date; what
        is in the past is about a claim that is over, what is to come about one still to come.
        """
        dates = [edge for edge in stated.root.edges if _is_date(edge)]
        if dates and not any(_is_date(edge) for edge in claim.root.edges):
            low, high = self._interval(claim_id)
            for _, node in dates:
                value = dated(node)
                if value is None or value.about or value.low < low or value.high > high:
                    return None
            return Meant(_timeless(claim), _timeless(_less(stated, dates)), is_named=True)
        if self._is_over(claim_id):
            return Meant(_timeless(claim), _timeless(stated)) if is_past(stated) else None
        if self._is_ahead(claim_id):
            is_ahead = stated.tense == "future"
            return Meant(_timeless(claim), _timeless(stated)) if is_ahead else None
        return Meant(claim, stated)

    def _is_over(self, claim_id: str) -> bool:
        end = self.bounds[claim_id][1]
        return bool(end) and self.as_of.isoformat()[: len(end)] > end

    def _is_ahead(self, claim_id: str) -> bool:
        start = self.bounds[claim_id][0]
        return self.as_of.isoformat()[: len(start)] < start

    def _interval(self, claim_id: str) -> tuple[float, float]:
        """The time of a claim in years, as values count them."""
        start, end = self.bounds[claim_id]
        return (_years(start)[0] if start else -inf), (_years(end)[1] if end else inf)


def is_past(proposition: Proposition) -> bool:
    """Whether a proposition speaks of the past."""
    return proposition.tense == "past" or any(
        node.head in PAST for _, node in proposition.root.edges
    )


def _years(text: str) -> tuple[float, float]:
    """The first and the last moment of a year, month or day, in years."""
    year, month, day = (int(each) for each in (text + "-00-00").split("-")[:3])
    base = year + (month - 1) / 12 if month else float(year)
    if day:
        return base + (day - 1) / 372, base + day / 372
    return base, base + (1 / 12 if month else 1)


def _is_date(edge: Edge) -> bool:
    value = edge[1].value
    return edge[1].kind == "value" and value is not None and value.unit in ("date", "ago")


def _less(proposition: Proposition, gone: Sequence[Edge]) -> Proposition:
    edges = tuple(edge for edge in proposition.root.edges if edge not in gone)
    return replace(proposition, root=replace(proposition.root, edges=edges))


def _timeless(proposition: Proposition) -> Proposition:
    """The proposition without what says that it was or will be so."""
    marks = [edge for edge in proposition.root.edges if edge[0] == "adv" and edge[1].head in MARKS]
    return _less(proposition, marks) if marks else proposition
