"""One verdict from all that the claims say: the nearest decide."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.result import Derived, Proof
from factcheck.model.verdict import Match as MatchKind
from factcheck.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on a proposition; `claims` are those it rests on, the deciding one first."""

    verdict: Verdict
    proof: Proof
    claims: tuple[str, ...]
    match: MatchKind
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What one claim, or what follows from classes, makes of a statement.

    `is_partial` marks a claim that says more than the statement.
    """

    verdict: Verdict
    distance: int
    rank: int
    proof: Proof
    claims: tuple[str, ...]
    wording: int
    is_direct: bool
    is_partial: bool = False


def settle(found: list[Found]) -> Decision | None:
    """The verdict of the nearest claims; equally near ones that disagree make it misleading."""
    if not found:
        return None
    misleading = [
        each
        for each in found
        if each.verdict is Verdict.MISLEADING and each.distance == 0 and each.rank == 0
    ]
    if misleading:
        return _decision(misleading[0], misleading)
    certain = [each for each in found if each.rank < 2] or found
    nearest = min(each.distance for each in certain)
    near = [each for each in certain if each.distance == nearest]
    decided = [each for each in near if each.verdict is not Verdict.MISLEADING] or near
    verdicts = {each.verdict for each in decided}
    decided.sort(key=lambda each: (each.rank, not each.is_direct, abs(each.wording), each.claims))
    if len(verdicts) > 1:
        best = decided[0]
        other = next(each for each in decided if each.verdict is not best.verdict)
        sides = sorted((best, other), key=lambda each: each.verdict is not Verdict.SUPPORTED)
        proof = Derived(
            "The knowledge base says both.", "conflict", tuple(each.proof for each in sides)
        )
        claims = tuple(dict.fromkeys((*best.claims, *other.claims)))
        return Decision(Verdict.MISLEADING, proof, claims, MatchKind.DERIVED, is_conflict=True)
    return _decision(decided[0], decided)


def _decision(best: Found, all_: list[Found]) -> Decision:
    same = [
        each for each in all_ if each.verdict is best.verdict and each.is_direct == best.is_direct
    ]
    claims = (
        tuple(dict.fromkeys(claim for each in same[:4] for claim in each.claims))
        if best.is_direct
        else best.claims
    )
    return Decision(
        best.verdict, best.proof, claims, MatchKind.VARIANT if best.is_direct else MatchKind.DERIVED
    )
