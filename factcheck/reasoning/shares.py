"""How large a part of a whole something holds of: "a third", "most", "fewer than half".

A share is an interval between 0 and 1. What a claim gives as the share supports every statement
that leaves at least as much open, and refutes one that leaves no room for it.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.proposition import Edge, Node, Proposition
from factcheck.model.verdict import Verdict
from factcheck.reasoning.alignment import Fit
from factcheck.reasoning.laying import Match

SLACK = 0.15  # how far off "a third" may be
POINT = 0.01  # and "33 %"
NEARLY = 0.8  # from here on it is nearly all
TINY = 1e-9
QUANTITIES = {
    "all": (1.0, 1.0),
    "most": (0.5 + TINY, 1.0),
    "some": (TINY, 1.0),
    "any": (TINY, 1.0),
}


class Share(NamedTuple):
    """A part of a whole, from `low` to `high`."""

    low: float
    high: float

    def rest(self) -> Share:
        """What is left of the whole."""
        return Share(1 - self.high, 1 - self.low)

    def holds(self, other: Share) -> bool:
        """Whether the other lies within this one."""
        return self.low <= other.low and other.high <= self.high

    def excludes(self, other: Share) -> bool:
        """Whether the two have nothing in common."""
        return self.high < other.low or other.high < self.low


def has_shares(match: Match) -> bool:
    """Whether a claim and a statement speak of shares of one whole."""
    return any(role == "share" for role, _ in (*match.topic.missing, *match.rest.missing))


def by_share(
    claim: Proposition, verdict: Verdict, stated: Proposition, match: Match
) -> Verdict | None:
    """What the share in a claim makes of the share in a statement that says the same otherwise."""
    first, second = _side(match.topic, "missing"), _side(match.topic, "extra")
    if not first:
        first, second = _side(match.rest, "missing"), _side(match.rest, "extra")
    if len(first) != 1 or len(second) != 1 or not _alike(claim, stated, match):
        return None
    known, said = share_of(first[0]), share_of(second[0]) or _generic(second[0])
    if known is None or said is None or verdict is Verdict.MISLEADING:
        return None
    if not claim.polarity:
        if first[0].quant not in ("some", "any"):
            return None  # "a third do not", or "not a third do"
        known = Share(0.0, 0.0)
    roughly, said = _wide(first[0], known), _wide(second[0], said)
    if verdict is Verdict.REFUTED:
        is_same = claim.polarity == stated.polarity and roughly.holds(said)
        return Verdict.REFUTED if is_same else None
    if share_of(second[0]) is None:  # less than nearly all may be as it is as a rule, or not
        return Verdict.SUPPORTED if stated.polarity and said.holds(known) else None
    if stated.polarity:
        return _compared(known, roughly, said)
    denied = _denied(_compared(known, roughly, said))
    if second[0].quant in QUANTITIES and second[0].quant != "most":
        return denied  # "no", "not all"
    return denied if denied is _compared(known, roughly, said.rest()) else None


def share_of(node: Node) -> Share | None:
    """The share of a whole that a noun phrase names."""
    value = node.value
    if value is None or value.unit != "share":
        found = QUANTITIES.get(node.quant)
        return None if found is None or value is not None else Share(*found)
    return Share(value.low, value.high)


def _generic(node: Node) -> Share | None:
    """What is said of a class as such holds of nearly all of it."""
    return Share(NEARLY, 1.0) if node.quant in ("", "the") and node.value is None else None


def _wide(node: Node, share: Share) -> Share:
    """The shares that one may be meant by."""
    if node.value is None or share.low != share.high:
        return share
    slack = SLACK * share.high if node.value.about else POINT
    return Share(max(0.0, share.low - slack), min(1.0, share.high + slack))


def _side(fit: Fit, side: str) -> list[Node]:
    edges: tuple[Edge, ...] = getattr(fit, side)
    return [node for role, node in edges if role == "share"]


def _alike(claim: Proposition, stated: Proposition, match: Match) -> bool:
    """Whether the two differ in nothing but the share."""
    for fit in (match.topic, match.rest):
        if fit.narrower or fit.wider or fit.conflict:
            return False
        if any(role != "share" for role, _ in (*fit.missing, *fit.extra)):
            return False
    kinds = claim.strength, claim.duty, claim.duty_negated
    return kinds == (stated.strength, stated.duty, stated.duty_negated)


def _compared(known: Share, roughly: Share, said: Share) -> Verdict | None:
    if said.holds(known):
        return Verdict.SUPPORTED
    if known.low == 1.0 and said.high - said.low < 2 * SLACK:
        return None  # where all do, a third does as well
    return Verdict.REFUTED if said.excludes(roughly) else None


def _denied(verdict: Verdict | None) -> Verdict | None:
    turned = {Verdict.SUPPORTED: Verdict.REFUTED, Verdict.REFUTED: Verdict.SUPPORTED}
    return None if verdict is None else turned[verdict]
