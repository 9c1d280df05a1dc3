"""Things of which a knowledge base says a quality and its opposite, found before anybody asks.

Two rules can only clash where they conclude the same with opposite signs, and only over things
that facts lead to both of them. Each such thing is decided as a user's question would be, so that
what is more specific wins here as it does there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from factcheck.knowledge.coding import key_of, unpack_proposition
from factcheck.knowledge.rules import goal_key, rule_from
from factcheck.knowledge.store import File, Memory
from factcheck.language.rules import is_variable
from factcheck.language.saying import sentence_of
from factcheck.model.proposition import Node, Proposition
from factcheck.model.result import Derived, Proof
from factcheck.model.verdict import Verdict
from factcheck.reasoning.deciding import Decider
from factcheck.reasoning.proving import key_for, normal

MOST_QUESTIONS = 3_000
MOST_THINGS = 2_000  # of one kind of conclusion


class Conflict(NamedTuple):
    """What is both proved and disproved, by two proofs that are equally specific."""

    says: str
    claims: tuple[str, ...]
    proof: Proof
    against: Proof


@dataclass(slots=True)
class Conflicts:
    """The conflicts of a knowledge base and how many questions were asked, and left out."""

    found: list[Conflict] = field(default_factory=list)
    asked: int = 0
    left_out: int = 0


class _Source(NamedTuple):
    """A rule or general claim: what it concludes, and the facts that could lead to it."""

    conclusion: Proposition
    needs: frozenset[str]


def conflicts(decider: Decider, store: Memory | File) -> Conflicts:
    """Every conflict that the rules and general claims lead to, up to a number of questions."""
    result = Conflicts()
    seen: set[str] = set()
    for question in _questions(decider, store):
        if result.asked >= MOST_QUESTIONS:
            result.left_out += 1
            continue
        result.asked += 1
        says = sentence_of(question)
        decision = decider.decide(question, says)
        if decision is None or not decision.is_conflict or says in seen:
            continue
        seen.add(says)
        if isinstance(decision.proof, Derived) and len(decision.proof.premises) == 2:
            result.found.append(Conflict(says, decision.claims, *decision.proof.premises))
    return result


def _questions(decider: Decider, store: Memory | File) -> Iterator[Proposition]:
    """Propositions that facts could lead to with both signs."""
    sides: dict[str, tuple[list[_Source], list[_Source]]] = {}
    for each in _sources(store):
        key = key_for(normal(replace(each.conclusion, polarity=True, strength="generic")))
        sides.setdefault(key, ([], []))[not each.conclusion.polarity].append(each)
    both = {key: pair for key, pair in sides.items() if all(pair)}
    if not both:
        return
    leads = _leads(sides)
    things = _Things(decider, store)
    for for_it, against in both.values():
        one = things.led_to(for_it, leads)
        other = things.led_to(against, leads)
        pattern = replace(for_it[0].conclusion, polarity=True)
        for key in list(one.keys() & other.keys())[:MOST_THINGS]:
            question = _about(pattern, one[key])
            if question is not None:
                yield question


def _sources(store: Memory | File) -> Iterator[_Source]:
    for number in range(store.get("meta", "rules") or 0):
        rule = rule_from(store.get("rule", str(number)))
        if not rule.is_backwards:
            yield _Source(rule.conclusion, frozenset(map(_fact_key, rule.premises)))
    for number in range(store.get("meta", "propositions") or 0):
        _, verdict, _, data, _ = store.get("prop", str(number))
        if verdict != Verdict.REFUTED.value:
            continue
        proposition = unpack_proposition(data)
        role = "subj" if proposition.root.get("subj") is not None else "obj"
        kind = proposition.root.get(role)
        if kind is not None and kind.kind == "noun" and kind.quant in ("", "some", "any", "all"):
            need = f"+isa|{kind.head}"
            yield _Source(_opened(proposition.negated(), kind), frozenset((need,)))


def _opened(proposition: Proposition, kind: Node) -> Proposition:
    """The proposition about anything of a kind."""
    edges = tuple(
        (role, Node("?x", "variable") if node is kind else node)
        for role, node in proposition.root.edges
    )
    return replace(proposition, root=replace(proposition.root, edges=edges))


def _leads(sides: dict[str, tuple[list[_Source], list[_Source]]]) -> dict[str, set[str]]:
    """For each conclusion, what its rules need: one step back."""
    found: dict[str, set[str]] = {}
    for pair in sides.values():
        for each in (*pair[0], *pair[1]):
            found.setdefault(_fact_key(each.conclusion), set()).update(each.needs)
    return found


def _fact_key(proposition: Proposition) -> str:
    """What a fact has to say to be a condition: sign, predicate, main argument."""
    return goal_key(proposition)


class _Things:
    """What the facts of a knowledge base are about, by what they say."""

    def __init__(self, decider: Decider, store: Memory | File) -> None:
        self._by_fact: dict[str, dict[str, Node]] = {}
        self._back: dict[frozenset[str], frozenset[str]] = {}
        everything: dict[str, Node] = {}
        for number in range(store.get("meta", "propositions") or 0):
            _, verdict, _, data, _ = store.get("prop", str(number))
            proposition = unpack_proposition(data)
            if verdict == Verdict.MISLEADING.value:
                continue
            if verdict == Verdict.REFUTED.value:
                proposition = proposition.negated()
            thing = proposition.root.get("subj") or proposition.root.get("obj")
            if thing is None or thing.kind != "noun" or thing.quant not in ("", "the", "all"):
                continue
            bare = replace(thing, quant="")
            everything[key_of(bare)] = bare
            self._put(_fact_key(proposition), bare)
        for bare in everything.values():
            for above in decider.taxonomy.above(bare)[1:]:
                self._put(f"+isa|{above.node.head}", bare)

    def _put(self, fact: str, thing: Node) -> None:
        self._by_fact.setdefault(fact, {})[key_of(thing)] = thing

    def led_to(self, sources: Iterable[_Source], leads: dict[str, set[str]]) -> dict[str, Node]:
        """The things about which some fact is a step towards one of the sources."""
        found: dict[str, Node] = {}
        for source in sources:
            node = source.conclusion.root.get("subj") or source.conclusion.root.get("obj")
            if node is not None and not is_variable(node):
                bare = replace(node, quant="")
                found[key_of(bare)] = bare
                continue
            for fact in self._closed(source.needs, leads):
                found.update(self._by_fact.get(fact, {}))
        return dict(sorted(found.items()))

    def _closed(self, needs: frozenset[str], leads: dict[str, set[str]]) -> frozenset[str]:
        """The facts that lead to what is needed, over any number of steps."""
        if needs not in self._back:
            found, todo = set(needs), list(needs)
            while todo:
                for each in leads.get(todo.pop(), ()):
                    if each not in found:
                        found.add(each)
                        todo.append(each)
            self._back[needs] = frozenset(found)
        return self._back[needs]


def _about(pattern: Proposition, thing: Node) -> Proposition | None:
    """The conclusion about one thing; None when it is about another thing as well."""
    role = "subj" if pattern.root.get("subj") is not None else "obj"
    node = pattern.root.get(role)
    if node is None or any(is_variable(each) for r, each in pattern.root.edges if r != role):
        return None
    edges = tuple((r, thing if each is node else each) for r, each in pattern.root.edges)
    return replace(pattern, root=replace(pattern.root, edges=edges))
