"""What is wrong with a knowledge base: its entries, its evidence, claims against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ContradictionError, FactcheckError
from factcheck.model.place import Location
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Reason, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.store import File, Memory
    from factcheck.pipeline import KnowledgeBase
    from factcheck.reasoning.deciding import Decider

MOST_CLAIMS = 3_000


class AdviceError(FactcheckError):
    """Something that may be meant, but deserves a look."""

    severity = "advice"


def problems(
    kb: KnowledgeBase, store: Memory | File, paths: Sequence[Path], as_of: date, decider: Decider
) -> tuple[FactcheckError, ...]:
    """Every problem, errors before advice, each in the order of the files."""
    errors: list[FactcheckError] = []
    advice: list[FactcheckError] = []
    if paths:
        from factcheck.knowledge.checks import check_entries
        from factcheck.knowledge.loader import read_entries

        root = paths[0] if paths[0].is_dir() else paths[0].parent
        checked = check_entries(read_entries(paths), root, as_of=as_of)
        errors.extend(checked.errors)
        advice.extend(AdviceError(e.message, at=e.at, hint=e.hint) for e in checked.advice)
    known: set[frozenset[str]] = set()
    for each in (*contradictions(kb, as_of), *clashes(kb, store, decider)):
        if isinstance(each, ContradictionError):
            rests_on = frozenset(leaf.says for proof in each.proofs for leaf in _leaves(proof))
            if rests_on in known:
                continue
            known.add(rests_on)
        (advice if isinstance(each, AdviceError) else errors).append(each)
    for claim_id in store.keys("uncompiled"):
        claim = kb.claim(claim_id)
        for sentence, words in store.get("uncompiled", claim_id):
            why = ", ".join(f"'{word}'" for word in words[:6]) or "no statement found"
            advice.append(
                AdviceError(
                    f'{claim_id}: only matched word for word: "{sentence}" ({why})',
                    at=claim.at if claim else None,
                    hint="put it more simply, or add such a wording to also_phrased",
                )
            )
    for rule_id, sentence, at in store.get("meta", "unread rules") or ():
        advice.append(
            AdviceError(
                f'{rule_id}: rule not understood: "{sentence}"',
                at=Location(*at),
                hint="put it as: If … then …, or with ?variables under if and then",
            )
        )
    for name, phrase, at in store.get("meta", "unread phrases") or ():
        advice.append(
            AdviceError(f'relation {name}: phrase not understood: "{phrase}"', at=Location(*at))
        )
    return (*errors, *advice)


def contradictions(kb: KnowledgeBase, as_of: date) -> Iterator[FactcheckError]:
    """Claims to whose sentence the rest of the knowledge base gives another verdict."""
    claims = kb.claims()
    if len(claims) > MOST_CLAIMS:
        yield AdviceError(
            f"only the first {MOST_CLAIMS:,} of {len(claims):,} claims were held against the rest",
            hint="check large knowledge bases file by file as well",
        )
    known: set[frozenset[str]] = set()
    for claim in claims[:MOST_CLAIMS]:
        result = kb.recheck(claim.claim, as_of)
        if result is None or result.verdict in (claim.verdict, Verdict.UNVERIFIED):
            continue
        ids = frozenset((claim.id, *result.claims))
        if ids in known:
            continue
        known.add(ids)
        proof = result.proof
        if result.reason is Reason.CONFLICT and isinstance(proof, Derived):
            yield _clash(kb, claim.claim, (proof.premises[0], proof.premises[1]))
            continue
        others = ", ".join(each for each in result.claims if each != claim.id) or "its own wording"
        yield FactcheckError(
            f"{claim.id} is {claim.verdict}, but the knowledge base makes it "
            f"{result.verdict} (by {others})",
            at=claim.at,
            hint=f"compare the claims: factcheck kb show {claim.id}",
        )


def clashes(kb: KnowledgeBase, store: Memory | File, decider: Decider) -> Iterator[FactcheckError]:
    """What rules and general claims prove and disprove of the things that claims speak of."""
    from factcheck.reasoning.conflicts import conflicts

    result = conflicts(decider, store)
    for each in result.found:
        yield _clash(kb, each.says, (each.proof, each.against))
    if result.left_out:
        asked, all_ = result.asked, result.asked + result.left_out
        yield AdviceError(
            f"only {asked:,} of {all_:,} questions on which rules could clash were asked",
            hint="check large knowledge bases file by file as well",
        )


def _clash(kb: KnowledgeBase, says: str, proofs: tuple[Proof, Proof]) -> FactcheckError:
    """The report on two proofs that exclude each other, with the places of what they rest on."""
    sides = [[_placed(kb, leaf) for leaf in _leaves(proof)] for proof in proofs]
    one, other = (", ".join(dict.fromkeys(said for said, _ in side)) for side in sides)
    at = next((at for side in sides for _, at in side if at is not None), None)
    return ContradictionError(
        f'"{says}" is proved by {one}; the opposite by {other}',
        proofs,
        at=at,
        hint="take one of them back, or make one more specific: it then wins",
    )


def _leaves(proof: Proof) -> Iterator[Given]:
    todo = [proof]
    while todo:
        each = todo.pop()
        if isinstance(each, Given):
            yield each
        else:
            todo.extend(reversed(each.premises))


def _placed(kb: KnowledgeBase, leaf: Given) -> tuple[str, Location | None]:
    """What a leaf is, with the place where it stands."""
    at = kb.place(leaf.claim_id or leaf.rule_id)
    name = leaf.claim_id or leaf.rule_id or f"“{leaf.says}”"
    return (f"{name} ({at})" if at is not None and at.path else name), at
