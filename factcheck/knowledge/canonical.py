"""Propositions as they are kept and looked up: relations recognised, and keys to find them by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from factcheck.knowledge.coding import unpack_template
from factcheck.language.lexicon import Store
from factcheck.language.relations import Template, Templates, plainly, rewritten, rewritten_inside
from factcheck.model.proposition import Node, Proposition


def canonical(proposition: Proposition, templates: Templates) -> Proposition:
    """The proposition with relations recognised, at its root and inside."""
    if not templates:
        return proposition
    proposition = plainly(proposition, templates)
    root = rewritten_inside(proposition.root, templates)
    return rewritten(replace(proposition, root=root), templates)


def index_keys(root: Node) -> list[str]:
    """The keys under which a proposition is found: its predicate with each of its arguments."""
    keys = [f"{root.head}|{node.head}" for role, node in root.edges if role not in ("adv",)]
    if root.head in ("cmp", "as"):
        dim = root.get("dim")
        if dim is not None:
            keys.append(f"{root.head}|{dim.head}")
    return keys or [root.head + "|"]


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
