"""Comparisons as partial orders: who stands above whom on a scale, link by link.

    above(x, z)      <-  above(x, y), not below(y, z)
    above(x, z)      <-  not below(x, y), above(y, z)
    not below(x, z)  <-  not below(x, y), not below(y, z)

"Above" is not below, "as tall as" is not below both ways, and "x is the tallest of the ys" puts x
above every other y. Claims are followed from one of the two, each thing once, so that circles end.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from factcheck.knowledge.coding import ENTITY_DATA, key_of
from factcheck.model.proposition import Node, Proposition
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.reasoning.alignment import Fit
from factcheck.reasoning.candidates import MOST_CANDIDATES
from factcheck.reasoning.classes import FromClasses
from factcheck.reasoning.scales import Order, Standing, denied, is_other, leaves_out, orders_of
from factcheck.reasoning.settling import Decision, Found, settle
from factcheck.reasoning.taxonomy import given

MOST_LINKS = 20_000


@dataclass(frozen=True, slots=True)
class _Link:
    """One step from a thing to the next, with what it rests on."""

    node: Node
    is_strict: bool
    proofs: tuple[Proof, ...]
    claims: tuple[str, ...]
    inherits: bool


@dataclass(frozen=True, slots=True)
class _Reached:
    """A thing that was reached, and from where."""

    node: Node
    is_strict: bool = False
    inherits: bool = False
    link: _Link | None = None
    before: _Reached | None = None


@dataclass(slots=True)
class FromOrders(FromClasses):
    """What follows from comparisons that follow on each other."""

    _orders: dict[int, list[Order]] = field(default_factory=dict)

    def _known_of(self, stated: Proposition) -> Decision | None:
        """What claims, classes and chains of comparisons say of a statement, rules aside."""
        return FromClasses._known_of(self, stated) or settle(self._from_orders(stated, ""))

    def _from_orders(self, stated: Proposition, says: str) -> list[Found]:
        """What comparisons make of a comparison that no single claim decides."""
        found = []
        for order in orders_of(stated, self.grammar):
            if not order.is_measured and (proof := self._proved(order)):
                found.append(_found(Verdict.SUPPORTED, says, proof))
            for against in self._against(order, stated):
                if proof := self._proved(against):
                    found.append(_found(Verdict.REFUTED, says, proof))
                    break
        if found:
            return found
        for order in orders_of(replace(stated, polarity=True), self.grammar):
            if (link := self._singled_out(order)) is not None:
                verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
                return [_found(verdict, says, [link])]
        return []

    def _singled_out(self, order: Order) -> _Link | None:
        """The claim that another one is the tallest of the same things, as only one can be."""
        if leaves_out(order.lower):
            kind, thing, is_up = order.lower, order.upper, False
        elif leaves_out(order.upper):
            kind, thing, is_up = order.upper, order.lower, True
        else:
            return None
        member = self.aligner.is_a(_plain(thing), Node(kind.head))
        if member is None:
            return None
        for number in (self.store.get("index", f"most|{kind.head}") or ())[:MOST_CANDIDATES]:
            for other in self._orders_in(number):
                ends = (other.upper, other.lower) if is_up else (other.lower, other.upper)
                if other.scale != order.scale or not leaves_out(ends[0]):
                    continue
                if key_of(ends[0]) == key_of(kind) and self._apart(thing, ends[1]):
                    leaf, own = self._leaf(number)
                    return _Link(thing, True, (leaf, *member.steps), own, False)
        return None

    def _against(self, order: Order, stated: Proposition) -> list[Order]:
        """The orders of which each rules the stated one out."""
        if order.is_about:
            return []  # a little taller, and yet about as tall
        if order.standing is Standing.LEVEL:
            up = replace(order, standing=Standing.ABOVE)
            return [up, replace(up, upper=order.lower, lower=order.upper)]
        if order.is_measured and not stated.polarity:
            return []  # not much taller, and yet taller
        return [denied(order)]

    def _proved(self, order: Order) -> list[_Link]:
        if order.standing is Standing.LEVEL:
            one_way = replace(order, standing=Standing.NOT_BELOW)
            other_way = replace(one_way, upper=order.lower, lower=order.upper)
            first = self._proved(one_way)
            second = first and self._proved(other_way)
            return [*first, *second] if first and second else []
        if order.upper.quant in ("all", "some") and order.lower.quant not in ("all", "some"):
            return self._path(order.lower, order.upper, order, is_up=True)
        if order.upper.quant == "some":
            return []
        return self._path(order.upper, order.lower, order, is_up=False)

    def _path(self, start: Node, goal: Node, order: Order, *, is_up: bool) -> list[_Link]:
        """The links from one thing to another; empty when they are not linked."""
        needs_strict = order.standing is Standing.ABOVE
        agenda = deque([_Reached(start)])
        seen: set[tuple[str, bool, bool]] = set()
        links = 0
        while agenda and links < MOST_LINKS:
            here = agenda.popleft()
            for link in self._links(here, order.scale, is_up=is_up):
                links += 1
                node = link.node
                is_strict = here.is_strict or link.is_strict
                there = _Reached(node, is_strict, here.inherits or link.inherits, link, here)
                is_enough = is_strict or not needs_strict
                if is_enough and (last := self._arrives(there, goal, start)) is not None:
                    return _route(there, last)
                key = (_place(node), is_strict, there.inherits)
                if key not in seen:
                    seen.add(key)
                    agenda.append(there)
        return []

    def _links(self, here: _Reached, scale: str, *, is_up: bool) -> Iterator[_Link]:
        node = here.node
        bare = replace(node, quant="").without("rel")
        heads = dict.fromkeys(above.node.head for above in self.taxonomy.above(_plain(bare)))
        numbers: dict[int, None] = {}
        for head in heads:
            for name in ("cmp", "as", "most"):
                numbers |= dict.fromkeys(self.store.get("index", f"{name}|{head}") or ())
        if node.quant == "all" and here.before is not None:  # one of them may be compared
            for word in scale.partition("|")[0].split(" to "):
                on_scale = self.store.get("index", f"cmp|{word}") or ()
                numbers |= dict.fromkeys(on_scale if len(on_scale) <= MOST_CANDIDATES else ())
        for number in numbers:
            for order in self._orders_in(number):
                if order.scale == scale:
                    yield from self._along(order, number, here, is_up=is_up)

    def _along(self, order: Order, number: int, here: _Reached, *, is_up: bool) -> Iterator[_Link]:
        """The links from a thing that one kept order gives."""
        ways = [(order.lower, order.upper) if is_up else (order.upper, order.lower)]
        if order.standing is Standing.LEVEL:
            ways.append((ways[0][1], ways[0][0]))
        for near, far in ways:
            found = self._covers(near, here, far)
            if found is None:
                continue
            steps, claims, inherits = found
            leaf, own = self._leaf(number)
            yield _Link(
                far if far.quant == "all" else replace(far, quant=""),
                order.standing is Standing.ABOVE,
                (leaf, *steps),
                (*own, *claims),
                inherits,
            )

    def _orders_in(self, number: int) -> list[Order]:
        """The orders that a kept proposition states."""
        found = self._orders.get(number)
        if found is None:
            candidate = self._candidate(number)
            holds = candidate.verdict is Verdict.SUPPORTED
            if candidate.verdict is not Verdict.MISLEADING:
                found = orders_of(candidate.proposition, self.grammar, holds=holds)
            if not holds and candidate.proposition.root.head == "as":
                found = []  # not as tall: taller or shorter, it does not say
            whole = ("", "the", "all")
            found = [
                each
                for each in found or ()
                if each.upper.quant in whole and each.lower.quant in whole and not each.is_about
            ]
            self._orders[number] = found
        return found

    def _covers(
        self, near: Node, here: _Reached, far: Node
    ) -> tuple[tuple[Proof, ...], tuple[str, ...], bool] | None:
        """Whether a claim about `near` speaks of the thing here, and by which classes."""
        node, start = here.node, here.before is None
        kind, bare = _plain(near), _plain(node)
        is_same = key_of(kind) == key_of(bare)
        if node.quant == "all":
            if near.quant == "all":
                if leaves_out(near) and not leaves_out(node):
                    return None
                return _classes(is_same or self.aligner.is_a(bare, kind))
            if start:
                return None
            if is_same and near.quant == "":
                return _classes(True)
            before = here.before.node if here.before else None
            if leaves_out(node) and before is not None and not self._apart(near, before):
                return None
            return _classes(self.aligner.is_a(kind, bare))  # one of them all
        if is_same and near.quant != "all":
            return _classes(True)
        if near.quant == "all":
            if leaves_out(near) and not self._apart(node, far):
                return None
            return _classes(is_same or self.aligner.is_a(bare, kind))
        if near.quant == "" and start and not here.inherits:
            return _classes(self.aligner.is_a(bare, kind), inherits=True)
        return None

    def _arrives(self, there: _Reached, goal: Node, start: Node) -> tuple[Proof, ...] | None:
        """The classes by which what was reached is the goal; None when it is not."""
        node = there.node
        kind, wanted = _plain(node), _plain(goal)
        is_same = key_of(kind) == key_of(wanted)
        before = there.before.node if there.before else start
        if goal.quant == "some":
            if node.quant == "all":  # "the tallest of them" has others beside it
                return () if is_same and leaves_out(node) and before is start else None
            if not self._apart(node, start):
                return None
            return _proofs(self.aligner.is_a(kind, wanted))
        if goal.quant == "all":
            if node.quant != "all":
                return None
            if leaves_out(goal) and not (is_same and leaves_out(node) and before is start):
                steps = _proofs(self.aligner.is_a(_plain(start), wanted))
                if steps is None:
                    return None
            if leaves_out(node) and not (leaves_out(goal) or not there.is_strict):
                return None
            return _proofs(is_same or self.aligner.is_a(wanted, kind))
        if node.quant == "all":
            if leaves_out(node) and not self._apart(goal, before):
                return None
            return _proofs(is_same or self.aligner.is_a(wanted, kind))
        return () if is_same else None

    def _apart(self, first: Node, second: Node) -> bool:
        """Whether two names stand for two things: neither is a kind of the other."""
        one, other = _plain(first), _plain(second)
        if one.head == other.head:
            ways = [[each for role, each in node.edges if role == "mod"] for node in (one, other)]
            if any(len(node.edges) != 1 for node in (one, other)) or not all(ways):
                return False
            heads = [each[0].head for each in ways]
            telling = self.grammar.telling
            return heads[0] != heads[1] and (
                (heads[0] in telling and heads[1] in telling)
                or self.grammar.antonyms.get(heads[0]) == heads[1]
            )
        return self.aligner.is_a(one, other) is None and self.aligner.is_a(other, one) is None

    def _leaf(self, number: int) -> tuple[Proof, tuple[str, ...]]:
        """The claim that a proposition belongs to, as the leaf of a proof."""
        candidate = self._candidate(number)
        if candidate.wording == ENTITY_DATA:
            return Given(candidate.sentence), ()
        leaf = replace(given(self.store, candidate.claim_id), says=candidate.sentence)
        return leaf, (candidate.claim_id,)


def _plain(node: Node) -> Node:
    """A thing or class without its quantity."""
    return replace(node, quant="", edges=tuple(edge for edge in node.edges if not is_other(edge)))


def _place(node: Node) -> str:
    return f"{node.quant}:{key_of(node)}" if node.quant == "all" else key_of(node)


def _classes(
    fit: Fit | bool | None, *, inherits: bool = False
) -> tuple[tuple[Proof, ...], tuple[str, ...], bool] | None:
    """The class steps of a link, the claims they rest on, and whether the link is inherited."""
    steps = _proofs(fit)
    if steps is None:
        return None
    claims = [each.claim_id for each in steps if isinstance(each, Given) and each.claim_id]
    return steps, tuple(claims), inherits


def _proofs(fit: Fit | bool | None) -> tuple[Proof, ...] | None:
    if isinstance(fit, bool):
        return () if fit else None
    return None if fit is None else fit.steps


def _route(there: _Reached, last: tuple[Proof, ...]) -> list[_Link]:
    """The links that lead to what was reached, the first one first."""
    links: list[_Link] = []
    here: _Reached | None = there
    while here is not None and here.link is not None:
        links.append(here.link)
        here = here.before
    links.reverse()
    if last:
        claims = [each.claim_id for each in last if isinstance(each, Given) and each.claim_id]
        end = links[-1]
        links[-1] = replace(end, proofs=(*end.proofs, *last), claims=(*end.claims, *claims))
    return links


def _found(verdict: Verdict, says: str, links: list[_Link]) -> Found:
    """A verdict by a chain; two chains that disagree are equally near."""
    proofs = tuple(dict.fromkeys(proof for link in links for proof in link.proofs))
    claims = tuple(dict.fromkeys(claim for link in links for claim in link.claims))
    return Found(verdict, 1, 1, Derived(says, "comparison", proofs), claims, 0, False)
