"""A proof as a tree: the statement and its verdict at the top, claims at the leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.result import Derived, Given, Proof, Result
from factcheck.model.verdict import Verdict
from factcheck.report.layout import Block, Piece, text
from factcheck.report.parts import MOST, topic
from factcheck.report.wording import by_rule, symbol, word

if TYPE_CHECKING:
    from rich.tree import Tree

_DEEPEST = 60
GUIDE, LEAST = 4, 12  # columns of a guide line, and for words beside the last one


def why(result: Result) -> list[Block]:
    """A tree for the result, or one for each of its parts that has a proof."""
    parts = [each for each in result.parts[:MOST] if each.proof]
    if not parts:
        return [_tree(result, result.proof)] if result.proof else []
    return [_tree(each, each.proof, topic(each, result)) for each in parts if each.proof]


def _tree(result: Result, proof: Proof, about: str = "") -> Block:
    says = proof.says if isinstance(proof, Derived) and proof.says else result.text
    rule = by_rule(proof.rule) if isinstance(proof, Derived) else "a claim says so"
    said = f" for “{about}”" if about else f": {says}"
    return proof_tree(proof, symbol(result.verdict), " ", word(result.verdict), said, *aside(rule))


def proof_tree(proof: Proof, *head: Piece | str) -> Block:
    """The tree; one too deep for the screen runs over its edge rather than into nothing."""
    from rich.tree import Tree

    root = Tree(text(*head), guide_style="dim")
    seen: set[int] = set()
    premises = proof.premises if isinstance(proof, Derived) else (proof,)
    depth = max(grow(root, each, seen) for each in premises)
    return Block(root, least=GUIDE * depth + LEAST)


def grow(tree: Tree, node: Proof, seen: set[int], level: int = 1, *lead: Piece) -> int:
    """Adds a premise and what it follows from, and gives how deep that is.

    What was derived above is not derived again; a very deep proof is cut. `lead` stands before
    the premise.
    """
    if isinstance(node, Derived) and level > _DEEPEST:
        tree.add(text(*lead, node.says, *aside("further steps in JSON")))
        return 1
    if isinstance(node, Given):
        tree.add(text(*lead, node.says, *_origin(node)))
        return 1
    again = id(node) in seen
    how = aside("see above" if again else by_rule(node.rule))
    below = tree.add(text(*lead, node.says, *how))
    if again:
        return 1
    seen.add(id(node))
    return 1 + max(grow(below, each, seen, level + 1) for each in node.premises)


def _origin(leaf: Given) -> list[Piece]:
    if leaf.rule_id:
        return aside(f"rule {leaf.rule_id}")
    if not leaf.claim_id:
        return aside("knowledge base")
    verdict = "" if leaf.verdict is Verdict.SUPPORTED else f", {leaf.verdict.value}"
    holds = f", true {leaf.holds}" if leaf.holds else ""
    return aside(f"claim {leaf.claim_id}{verdict}{holds}")


def aside(words: str) -> list[Piece]:
    """A remark in brackets behind a line."""
    return [Piece(f" ({words})", "dim")]
