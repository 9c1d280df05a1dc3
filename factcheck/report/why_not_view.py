"""Why there is no verdict: the nearest proof and what it lacks, in a few words and as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.model.result import Attempt, Derived, Premise, Proof, Weighed, WhyNot
from factcheck.model.verdict import Reason, Verdict
from factcheck.report.layout import Block, Piece, block, text
from factcheck.report.proof_view import GUIDE, LEAST, aside, grow
from factcheck.report.wording import BAD, GOOD, OPEN, symbol

if TYPE_CHECKING:
    from rich.tree import Tree

_MOST = 20


def why_not_blocks(entries: Sequence[WhyNot]) -> list[Block]:
    """What is said of each clause; with several, each is named first."""
    blocks: list[Block] = []
    for each in entries[:_MOST]:
        if len(entries) > 1:
            blocks.append(block(Piece(f"“{each.text}”", "italic")))
        blocks += clause_blocks(each)
    return blocks


def clause_blocks(entry: WhyNot) -> list[Block]:
    """The nearest proof of one clause, and the nearest claim; what is not there is said to be."""
    blocks: list[Block] = []
    if entry.unread:
        unread = ", ".join(f"“{each}”" for each in entry.unread)
        blocks.append(block(f"It was not read whole: {unread}."))
    if entry.attempt is not None and entry.verdict is not None:
        blocks += [block(each) for each in _prose(entry.attempt, entry.verdict)]
        blocks.append(_tree(entry.attempt, entry.verdict))
    if entry.nearest is not None:
        blocks.append(_nearest(entry.nearest))
    if entry.reason is Reason.NOT_ASSERTED:
        blocks.append(block("What a text does not assert is not judged."))
    return blocks or [block("No rule concludes it, and no claim says anything like it.")]


def _prose(attempt: Attempt, verdict: Verdict) -> Iterator[str]:
    kind = "claim" if attempt.is_claim else "rule"
    way = "read backwards, " if attempt.is_backwards else ""
    yield f"It would be {verdict.value} by “{attempt.rule}” ({way}{kind} {attempt.rule_id})."
    known = [each.says for each in attempt.premises if each.is_known]
    missing = [each for each in attempt.premises if each.proof is None]
    denied = [each.says for each in attempt.premises if each.is_denied]
    if known:
        yield "Known: " + " ".join(known)
    if missing:
        yield "Missing: " + " ".join(each.says for each in missing)
    if denied:
        yield "The knowledge base says the opposite of: " + " ".join(denied)
    for each in missing:
        if each.attempt is not None:
            lacks = " ".join(p.says for p in each.attempt.premises if not p.is_known)
            yield f"That would follow from “{each.attempt.rule}”, which lacks: {lacks}"


def _tree(attempt: Attempt, verdict: Verdict) -> Block:
    from rich.tree import Tree

    says = Piece(f" would be {verdict.value}: ", "bold")
    root = Tree(text(symbol(Verdict.UNVERIFIED), says, attempt.says), guide_style="dim")
    return Block(root, least=GUIDE * _grow(root, attempt, set()) + LEAST)


def _grow(tree: Tree, attempt: Attempt, seen: set[int]) -> int:
    """Adds the rule of an attempt and its conditions, and gives how deep that is."""
    kind = "claim" if attempt.is_claim else "rule"
    tree.add(text(attempt.rule, *aside(f"{kind} {attempt.rule_id}")))
    return 1 + max((_condition(tree, each, seen) for each in attempt.premises), default=0)


def _condition(tree: Tree, premise: Premise, seen: set[int]) -> int:
    if premise.is_known and premise.proof is not None:
        return grow(tree, premise.proof, seen, 1, Piece("✓ known: ", GOOD))
    if premise.proof is not None:
        below = tree.add(text(Piece("✗ denied: ", BAD), premise.says))
        return 1 + _against(below, premise.proof, seen)
    below = tree.add(text(Piece("? missing: ", OPEN), premise.says))
    return 1 if premise.attempt is None else _grow(below, premise.attempt, seen)


def _against(tree: Tree, proof: Proof, seen: set[int]) -> int:
    """Adds the proof of the opposite, whose own end says the condition once more."""
    premises = proof.premises if isinstance(proof, Derived) else (proof,)
    return max(grow(tree, each, seen, 2) for each in premises)


def _nearest(claim: Weighed) -> Block:
    name = f" ({claim.claim_id}, {claim.claim_verdict.value})" if claim.claim_id else ""
    said = [
        f"{label} {', '.join(each)}"
        for label, each in (
            ("only the text says", claim.only_clause),
            ("only the claim says", claim.only_claim),
            ("they exclude each other:", (claim.conflict,) if claim.conflict else ()),
            ("it", (claim.note,) if claim.note else ()),
        )
        if each
    ]
    differs = "; ".join(said) or "they differ in strength or in how many they speak of"
    return block("The nearest claim: ", claim.sentence, Piece(name, "dim"), f" But {differs}.")
