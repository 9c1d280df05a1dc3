"""Classes: what is a kind of what, and what excludes what, each step with its proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from factcheck.knowledge.coding import key_of, unpack
from factcheck.language.grammar import Grammar
from factcheck.language.lexicon import Store
from factcheck.model.proposition import Node
from factcheck.model.result import Given, Proof
from factcheck.reasoning.times import Times

DEEPEST = 40
WIDEST = 2_000
MOST_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Above:
    """A class above a node, how many steps away, and the proof of each step."""

    node: Node
    distance: int
    steps: tuple[Proof, ...]


@dataclass(slots=True)
class Taxonomy:
    """The classes of a knowledge base, looked up as they are needed."""

    store: Store
    grammar: Grammar
    times: Times
    _above: dict[str, tuple[Above, ...]] = field(default_factory=dict)
    _heads: dict[str, frozenset[str]] = field(default_factory=dict)

    def above(self, node: Node) -> tuple[Above, ...]:
        """The node itself and every class above it, nearest first."""
        key = key_of(node)
        if key not in self._above:
            if len(self._above) > MOST_KNOWN:
                self._above.clear()
            self._above[key] = self._climb(node)
        return self._above[key]

    def may_be(self, node: Node, head: str) -> bool:
        """Whether a class of that name stands above the node at all."""
        key = key_of(node)
        heads = self._heads.get(key)
        if heads is None:
            if len(self._heads) > MOST_KNOWN:
                self._heads.clear()
            above = self.above(node)[1:]
            heads = self._heads[key] = frozenset(each.node.head for each in above)
        return head in heads

    def _climb(self, node: Node) -> tuple[Above, ...]:
        bare = node.without("rel") if node.get("rel") is not None else node
        found = [Above(bare, 0, ())]
        seen = {key_of(bare)}
        if bare.edges and bare.head not in seen:
            seen.add(bare.head)
            found.append(Above(Node(bare.head, bare.kind), 0, ()))
        at = 0
        while at < len(found) and len(found) < WIDEST:
            here = found[at]
            at += 1
            if here.distance >= DEEPEST:
                continue
            for parent, proof in self._parents(here.node):
                key = key_of(parent)
                if key not in seen:
                    seen.add(key)
                    steps = (*here.steps, proof) if proof is not None else here.steps
                    found.append(Above(parent, here.distance + 1, steps))
                    if parent.edges and parent.head not in seen:
                        seen.add(parent.head)
                        found.append(
                            Above(Node(parent.head, parent.kind), here.distance + 1, steps)
                        )
        return tuple(found)

    def _parents(self, node: Node) -> list[tuple[Node, Proof | None]]:
        found: list[tuple[Node, Proof | None]] = []
        head = node.head
        if head.startswith("@") and not node.edges:
            record = self.store.get("entity", head[1:]) or {}
            for name in record.get("is_a", ()):
                found.append((Node("@" + name), Given(f"{head[1:]} is a kind of {name}.")))
        for data, claim_id in self.store.get("isa", key_of(node)) or ():
            if not self.times.is_now(claim_id):
                continue
            found.append((unpack(data), given(self.store, claim_id)))
        if not node.edges and (kind := self.grammar.kinds.get(head)):
            found.append((Node(kind), None))
        return found

    def below(self, head: str) -> list[str]:
        """Heads of the members of a class, all the way down, nearest first."""
        found, at, seen = [head], 0, {head}
        while at < len(found) and len(found) < WIDEST:
            for member in self.store.get("members", found[at]) or ():
                if member not in seen:
                    seen.add(member)
                    found.append(member)
            at += 1
        return found[1:]

    def apart(self, first: Node, second: Node) -> tuple[Proof, ...] | None:
        """The proof that nothing is both, or None when that is not known."""
        for a in self.above(first):
            if not a.node.head.startswith("@") or a.node.edges:
                continue
            record = self.store.get("entity", a.node.head[1:]) or {}
            others = set(record.get("apart", ()))
            if not others:
                continue
            for b in self.above(second):
                if b.node.head[1:] in others and b.node.head.startswith("@") and not b.node.edges:
                    proof = Given(f"Nothing is both {a.node.head[1:]} and {b.node.head[1:]}.")
                    return (*a.steps, *b.steps, proof)
        return None


def given(store: Store, claim_id: str) -> Given:
    """The leaf of a proof that a claim is."""
    from factcheck.model.verdict import Verdict
    from factcheck.reasoning.evidence import evidence_of

    data: dict[str, Any] = store.get("claim", claim_id) or {}
    verdict = Verdict(data.get("verdict", "supported"))
    start, end = data.get("true_from", ""), data.get("true_until", "")
    holds = " ".join(filter(None, (start and f"from {start}", end and f"until {end}")))
    return Given(data.get("claim", ""), claim_id, verdict, evidence_of(data), holds)
