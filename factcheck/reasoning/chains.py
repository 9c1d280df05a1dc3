"""What follows from relations that chain: what is in a part of a thing is in the thing.

    related(x, z)  <-  related(x, y), related(y, z)

Claims are followed from the first of the two things, each thing once, so that circles end.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.knowledge.coding import ENTITY_DATA, key_of
from factcheck.language.listing import is_name, stands_bare
from factcheck.model.proposition import Node, Proposition
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.reasoning.candidates import MOST_CANDIDATES
from factcheck.reasoning.listing import FromLists
from factcheck.reasoning.settling import Decision, Found, settle
from factcheck.reasoning.taxonomy import given

MOST_LINKS = 20_000
CERTAIN = ("generic", "always")
WHOLE = ("", "the", "all")
PLACED = "at in"


@dataclass(frozen=True, slots=True)
class Link:
    """Two things that a relation joins; `is_declared` by the knowledge base, not by English."""

    relation: str
    first: Node
    second: Node
    is_declared: bool = False
    is_symmetric: bool = False


@dataclass(slots=True)
class FromRelations(FromLists):
    """What follows from relations that chain."""

    def _known_of(self, stated: Proposition) -> Decision | None:
        """What claims, classes, orders, lists and chains say of a statement, rules aside."""
        return FromLists._known_of(self, stated) or settle(self._from_chains(stated, ""))

    def _from_chains(self, stated: Proposition, says: str) -> list[Found]:
        """What claims that follow on each other make of a statement of such a relation."""
        link = self._link(_as_content(stated))
        if link is None or stated.strength not in ("generic", "may"):
            return self._from_functional(stated, says)
        if link.second.quant not in ("", "the", "any") or link.first.quant not in ("", "the"):
            return []
        least = 1 if stated.root.head == "at" and link.relation != PLACED else 2
        if (path := self._chain(link, least)) is not None:
            return [_found(Verdict.SUPPORTED if stated.polarity else Verdict.REFUTED, says, path)]
        if stated.strength == "may":
            return []
        if link.is_declared or not (_is_one(link.first, says) and _is_one(link.second, says)):
            return []
        path = self._chain(replace(link, first=link.second, second=link.first), 1)
        if path is None or key_of(link.first) == key_of(link.second):
            return []
        return [_found(Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED, says, path)]

    def _link(self, stated: Proposition) -> Link | None:
        """The link that a proposition states, of a relation that chains; else None."""
        root = stated.root
        if stated.duty or len(root.edges) != 2:
            return None
        first = root.get("subj")
        if first is None or first.kind != "noun" or first.value is not None:
            return None
        role, second = next((edge for edge in root.edges if edge[1] is not first), ("", first))
        if root.head == "isa" and role == "obj" and second.head in self.grammar.chaining:
            inner = second.get("of")
            if inner is None or len(second.edges) != 1 or second.value is not None:
                return None
            return Link(second.head, first, inner)
        declared = self._relation(root.head)
        is_declared = bool(declared.get("transitive"))
        if not is_declared and f"{root.head} {role}" not in self.grammar.chaining:
            return None
        if second.kind != "noun" or second.value is not None:
            return None
        is_symmetric = bool(declared.get("symmetric"))
        return Link(f"{root.head} {role}", first, second, is_declared, is_symmetric)

    def _chain(self, link: Link, least: int) -> list[Proof] | None:
        """The claims, at least so many, that lead from one thing to the other; None if none do."""
        start = replace(link.first, quant="")
        agenda: deque[tuple[Node, tuple[Proof, ...]]] = deque([(start, ())])
        seen = {key_of(start)}
        links = 0
        while agenda and links < MOST_LINKS:
            here, proofs = agenda.popleft()
            for there, steps in self._onward(link, here, is_first=not proofs):
                links += 1
                way = (*proofs, *steps)
                last = self._reaches(there, link.second)
                if last is not None and len(way) >= least:
                    return [*way, *last]
                if key_of(there) not in seen:
                    seen.add(key_of(there))
                    agenda.append((there, way))
        return None

    def _onward(
        self, link: Link, here: Node, *, is_first: bool
    ) -> Iterator[tuple[Node, tuple[Proof, ...]]]:
        """What a thing is linked to by one claim, with the proof."""
        heads = dict.fromkeys(above.node.head for above in self.taxonomy.above(here))
        predicate = link.relation.rpartition(" ")[0] or "isa"
        for head in heads:
            for number in (self.store.get("index", f"{predicate}|{head}") or ())[:MOST_CANDIDATES]:
                candidate = self._candidate(number)
                said = candidate.proposition
                if candidate.verdict is not Verdict.SUPPORTED or not said.polarity:
                    continue
                if said.strength not in CERTAIN or not self.times.is_now(candidate.claim_id):
                    continue
                other = self._link(said)
                if other is None or other.relation != link.relation:
                    continue
                if other.first.quant not in WHOLE or other.second.quant not in ("", "the", "any"):
                    continue
                if other.is_symmetric and self._reaches(here, other.first) is None:
                    other = replace(other, first=other.second, second=other.first)
                if link.relation == PLACED and not _is_place(other.second, candidate.sentence):
                    continue  # what is in trouble is in no place
                steps = self._reaches(here, other.first)
                if steps is None:
                    continue
                leaf: Proof = Given(candidate.sentence)
                if candidate.wording != ENTITY_DATA:
                    leaf = given(self.store, candidate.claim_id)
                    leaf = replace(leaf, says=candidate.sentence)
                yield replace(other.second, quant=""), (leaf, *steps)

    def _from_functional(self, stated: Proposition, says: str) -> list[Found]:
        """Another thing than the one that a relation leads to, where it leads to one only."""
        relation = self._relation(stated.root.head)
        if not relation.get("functional") or stated.strength not in CERTAIN:
            return []
        is_symmetric = bool(relation.get("symmetric"))
        asked = _ends(stated, is_symmetric=is_symmetric)
        for candidate in self.candidates(stated) if asked else ():
            said, claim_id = candidate.proposition, candidate.claim_id
            if candidate.verdict is not Verdict.SUPPORTED or not said.polarity:
                continue
            if said.root.head != stated.root.head or not self.times.is_now(claim_id):
                continue
            for one, other in _ends(said, is_symmetric=is_symmetric):
                ends = [each for first, each in asked if key_of(first) == key_of(one)]
                if any(_is_named(each, says) and self._are_two(each, other) for each in ends):
                    leaf = replace(given(self.store, claim_id), says=candidate.sentence)
                    verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
                    proof = Derived(says, "one value", (leaf,))
                    return [Found(verdict, 1, 1, proof, (claim_id,), 0, False)]
        return []

    def _reaches(self, here: Node, goal: Node) -> tuple[Proof, ...] | None:
        """The class steps by which a thing is another one, or one of a kind; None if it is not."""
        bare, wanted = replace(here, quant=""), replace(goal, quant="")
        if key_of(bare) == key_of(wanted):
            return ()
        if goal.quant == "the":
            return None
        fit = self.aligner.is_a(bare, wanted)
        return None if fit is None else fit.steps


def _as_content(stated: Proposition) -> Proposition:
    """ "X is in the Y" as "the Y contains X"."""
    root = stated.root
    first, second = root.get("subj"), root.get("in")
    if root.head != "at" or first is None or second is None or second.quant != "the":
        return stated
    if len(root.edges) != 2 or second.kind != "noun":
        return stated
    edges = (("subj", second), ("obj", first))
    return replace(stated, root=Node("contain", "verb", edges, span=root.span))


def _ends(stated: Proposition, *, is_symmetric: bool) -> list[tuple[Node, Node]]:
    """The two things that a proposition says nothing else of, in the order that counts."""
    first, second = stated.root.get("subj"), stated.root.get("obj")
    if first is None or second is None or len(stated.root.edges) != 2:
        return []
    if stated.duty or stated.strength not in CERTAIN:
        return []
    if not (_is_thing(first) and _is_thing(second)):
        return []
    return [(first, second), (second, first)] if is_symmetric else [(first, second)]


def _is_named(node: Node, says: str) -> bool:
    """Whether a noun phrase is a name, not "a baker"."""
    return is_name(node, says) or (node.quant == "" and stands_bare(node.head, says))


def _is_thing(node: Node) -> bool:
    """Whether a noun phrase names one thing or kind, with nothing that narrows it."""
    return node.kind == "noun" and node.quant in ("", "the") and not node.edges and not node.value


def _is_place(node: Node, says: str) -> bool:
    """Whether what something is in is named like a place: "Europe"."""
    return not (node.edges or node.quant or node.head.startswith("@")) and is_name(node, says)


def _is_one(node: Node, says: str) -> bool:
    """Whether a noun phrase names one thing, not a kind."""
    return node.quant == "the" or is_name(node, says)


def _found(verdict: Verdict, says: str, path: list[Proof]) -> Found:
    claims = [each.claim_id for each in path if isinstance(each, Given) and each.claim_id]
    proofs = tuple(dict.fromkeys(path))
    return Found(
        verdict, 1, 1, Derived(says, "chain", proofs), tuple(dict.fromkeys(claims)), 0, False
    )
