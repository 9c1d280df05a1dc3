"""One verdict from all that the claims say: the nearest decide."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.knowledge.coding import CORRECTION
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Match as MatchKind
from factcheck.model.verdict import Verdict

INDEPENDENT = "independent proofs"
MOST_PROOFS = 3


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


def settle(found: list[Found], *, is_last: bool = False) -> Decision | None:
    """The verdict of the nearest claims; equally near ones that disagree make it misleading.

    `is_last` says that it is the user's own statement: other proofs of it are kept then.
    """
    if not found:
        return None
    misleading = [
        each
        for each in found
        if each.verdict is Verdict.MISLEADING and each.distance == 0 and each.rank == 0
    ]
    if misleading:
        return _decision(misleading[0], misleading, is_last)
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
    return _decision(decided[0], decided, is_last)


def _decision(best: Found, all_: list[Found], is_last: bool) -> Decision:
    same = [
        each for each in all_ if each.verdict is best.verdict and each.is_direct == best.is_direct
    ]
    claims = (
        tuple(dict.fromkeys(claim for each in same[:4] for claim in each.claims))
        if best.is_direct
        else best.claims
    )
    match = MatchKind.VARIANT if best.is_direct else MatchKind.DERIVED
    others = _independent(best, same) if is_last else []
    if not others:
        return Decision(best.verdict, best.proof, claims, match)
    says = best.proof.says if isinstance(best.proof, Derived) else ""
    proof = Derived(says, INDEPENDENT, (best.proof, *(each.proof for each in others)))
    claims = tuple(dict.fromkeys((*claims, *(claim for each in others for claim in each.claims))))
    return Decision(best.verdict, proof, claims, match)


def _independent(best: Found, all_: list[Found]) -> list[Found]:
    """Further proofs that share no claim and no rule with the best, nor with each other."""
    used = set(leaf_ids(best.proof))
    found: list[Found] = []
    for each in all_:
        own = leaf_ids(each.proof)
        if each.wording == CORRECTION or len(found) + 1 == MOST_PROOFS:
            continue
        if own and used.isdisjoint(own):
            used |= own
            found.append(each)
    return found


def leaf_ids(proof: Proof) -> frozenset[str]:
    """The ids of the claims and rules that a proof rests on."""
    found: set[str] = set()
    seen: set[int] = set()
    todo = [proof]
    while todo:
        each = todo.pop()
        if isinstance(each, Given):
            found.add(each.claim_id or each.rule_id)
        elif id(each) not in seen:
            seen.add(id(each))
            todo.extend(each.premises)
    return frozenset(found - {""})
