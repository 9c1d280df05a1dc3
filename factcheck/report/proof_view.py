"""A proof as a tree, the conclusion at the top and claims at the leaves."""

from __future__ import annotations

from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.report.layout import Paragraph, Piece, paragraph


def tree(proof: Proof) -> list[Paragraph]:
    """The proof's nodes, each with what it says and where that comes from."""
    return _branch(proof, "", "")


def _branch(node: Proof, first: str, rest: str) -> list[Paragraph]:
    blocks = [paragraph(node.says, "  ", Piece(_origin(node), "dim"), first=first, rest=rest)]
    if isinstance(node, Derived):
        for index, each in enumerate(node.premises):
            last = index == len(node.premises) - 1
            blocks += _branch(
                each,
                rest + ("└─ " if last else "├─ "),
                rest + ("   " if last else "│  "),
            )
    return blocks


def _origin(node: Proof) -> str:
    if isinstance(node, Given):
        if not node.claim_id:
            return "(knowledge base)"
        marked = "" if node.verdict is Verdict.SUPPORTED else f", {node.verdict.value}"
        return f"(claim\xa0{node.claim_id}{marked})"
    return f"(by\xa0{node.rule})"
