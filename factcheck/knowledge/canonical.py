"""Propositions as they are kept and looked up: relations recognised, and keys to find them by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from factcheck.knowledge.coding import unpack_template
from factcheck.language.lexicon import Store
from factcheck.language.relations import Template, Templates, plainly, rewritten, rewritten_inside
from factcheck.model.proposition import Node, Proposition

MOST_KINDS = 200


def canonical(proposition: Proposition, templates: Templates) -> Proposition:
    """The proposition with relations recognised, at its root and inside."""
    if not templates:
        return proposition
    proposition = plainly(proposition, templates)
    root = rewritten_inside(proposition.root, templates)
    return rewritten(proposition.with_root(root), templates)


def classed(proposition: Proposition, store: Store) -> Proposition:
    """The proposition with "a vehicle in Class C", "a tram car" named by the kind they are of."""
    root = proposition.root
    edges = tuple((role, _classed(node, store)) for role, node in root.edges)
    return proposition.with_root(root.with_edges(edges))


def _classed(node: Node, store: Store) -> Node:
    if not node.edges:
        return node
    node = node.with_edges(tuple((role, _classed(each, store)) for role, each in node.edges))
    if node.kind != "noun" or node.value is not None:
        return node
    for role, kind in node.edges:
        is_name = kind.head.startswith("@") and not kind.edges and not kind.quant
        if role in ("in", "of", "mod") and is_name and _is_kind(kind.head, node.head, store):
            rest = tuple(edge for edge in node.edges if edge[1] is not kind)
            return replace(node, head=kind.head, edges=rest)
    return node


def _is_kind(name: str, wide: str, store: Store) -> bool:
    """Whether an entity is declared a kind of another."""
    seen, waiting = {name}, [name]
    while waiting and len(seen) < MOST_KINDS:
        record = store.get("entity", waiting.pop()[1:]) or {}
        for above in record.get("is_a", ()):
            if "@" + above == wide:
                return True
            if "@" + above not in seen:
                seen.add("@" + above)
                waiting.append("@" + above)
    return False


def index_keys(root: Node) -> list[str]:
    """The keys under which a proposition is found: its predicate with each of its arguments."""
    keys = [f"{root.head}|{node.head}" for role, node in root.edges if role not in ("adv",)]
    if root.head in ("cmp", "as"):
        dim = root.get("dim")
        if dim is not None:
            keys.append(f"{root.head}|{dim.head}")
    subject, kind = root.get("subj"), root.get("obj")
    if root.head == "isa" and subject and kind and (_is_utmost(kind) or _is_utmost(subject)):
        keys += [f"most|{subject.head}", f"most|{kind.head}"]
    return keys or [root.head + "|"]


def _is_utmost(kind: Node) -> bool:
    """Whether a noun phrase singles out one of a kind: "the tallest tower"."""
    degrees = (node.get("adv") for role, node in kind.edges if role == "mod")
    return any(degree is not None and degree.head == "most" for degree in degrees)


class StoredTemplates(dict[str, list[Template]]):
    """Phrases of relations, read from the store when their first word comes up."""

    def __init__(self, store: Store, heads: frozenset[str]) -> None:
        super().__init__()
        self._store, self._heads = store, heads

    def __bool__(self) -> bool:
        return bool(self._heads)

    def get(self, head: str, default: Any = None) -> Any:
        """The phrases with this first word."""
        if head not in self._heads:
            return default if default is not None else ()
        if head not in self:
            self[head] = [unpack_template(data) for data in self._store.get("template", head) or ()]
        return self[head]
