"""What a relative clause leaves open: the place of the noun that it belongs to."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model.proposition import Node

GAP = Node("", "gap")


def filled(clause: Node, thing: Node) -> Node:
    """A relative clause with its noun in its place."""
    edges = tuple((role, _closed(node, thing)) for role, node in clause.edges)
    if edges != clause.edges:
        return replace(clause, edges=edges)
    is_open = clause.get("subj") is None or clause.kind == "adj" or clause.head in ("isa", "at")
    return replace(clause, edges=(("subj" if is_open else "obj", thing), *clause.edges))


def _closed(node: Node, thing: Node) -> Node:
    if node == GAP:
        return thing
    if not any(each == GAP for _, each in node.edges):
        return node
    return replace(node, edges=tuple((role, _closed(each, thing)) for role, each in node.edges))
