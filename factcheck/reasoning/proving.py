"""What follows from rules: goals first, then forwards from what is known.

A goal asks for the rules that could conclude it, their premises are the next goals, until claims
answer them. Then everything that was asked is settled forwards, each step once, so that circles
and long chains cost no more than their length. Negation is explicit: a negated premise has to be
proved like any other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from factcheck.knowledge.coding import key_of, unpack, unpack_proposition
from factcheck.knowledge.rules import Rule, goal_key, open_key, rule_from
from factcheck.language.lexicon import Store
from factcheck.language.rules import is_variable
from factcheck.language.saying import sentence_of
from factcheck.model.proposition import Edge, Node, Proposition
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.reasoning.comparing import comparing
from factcheck.reasoning.settling import Decision, leaf_ids
from factcheck.reasoning.taxonomy import Taxonomy, given

MOST_GOALS = 3_000
FEW_GOALS = 300
MOST_STEPS = 20_000
MOST_BOUND = 60
DEEPEST = 6
LARGEST = 1_000_000  # steps; a proof whose steps are shared may count as far more
LOOSE = frozenset({"", "the", "any", "some", "no", "a"})

Binding = dict[str, Node]
Known = Callable[[Proposition], Decision | None]


@dataclass(slots=True)
class Step:
    """A rule with its variables filled in, on the way to its goal."""

    goal: str
    premises: tuple[str, ...]
    rule: Rule
    open: int


@dataclass(slots=True)
class Search:
    """What was asked and what was found for one question."""

    goals: dict[str, Proposition] = field(default_factory=dict)
    steps: dict[str, list[Step]] = field(default_factory=dict)  # by premise
    facts: dict[str, Decision] = field(default_factory=dict)
    derived: dict[str, Step] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)


class Proved(NamedTuple):
    """A proof, the claims it rests on, its depth, and the conditions of its last step.

    `second` is another proof with its claims that shares no claim and no rule with the first.
    """

    proof: Proof
    claims: tuple[str, ...]
    depth: int
    conditions: tuple[Proposition, ...]
    second: tuple[Proof, tuple[str, ...]] | None = None


@dataclass(slots=True)
class Prover:
    """Proves propositions from the rules of one knowledge base; `known` is what claims say."""

    store: Store
    taxonomy: Taxonomy
    known: Known
    _rules: dict[int, Rule] = field(default_factory=dict)
    _scopes: dict[str, None] | None = None

    @property
    def has_rules(self) -> bool:
        """Whether the knowledge base has any rules."""
        return bool(self.store.get("meta", "rules"))

    def prove(self, stated: Proposition) -> Proved | None:
        """The proof of a proposition by rules; None without one."""
        if not self.has_rules or not is_ground(stated.root):
            return None
        goal = normal(stated)
        search = self.expanded(goal)
        key = key_for(goal)
        if not self.propagated(search, key) or key not in search.derived:
            return None
        last = dict.fromkeys(search.derived[key].premises)
        conditions = tuple(search.goals[each] for each in last)
        found = Proved(*self.proof_of(search, key), conditions)
        if not self.propagated(search, key, without=leaf_ids(found.proof)):
            return found
        proof, claims, _ = self.proof_of(search, key)
        return found._replace(second=(proof, claims))

    def is_narrower(self, first: Proved, second: Proved) -> bool:
        """Whether a rule is about less than another: its conditions entail those of the other."""
        return self._entail(first, second) and not self._entail(second, first)

    def _entail(self, first: Proved, second: Proved) -> bool:
        return all(
            any(self._entails(one, other) for one in first.conditions)
            for other in second.conditions
        )

    def _entails(self, one: Proposition, other: Proposition) -> bool:
        """Whether a condition is another one, or puts the same thing in a class below."""
        if key_for(one) == key_for(other):
            return True
        if one.root.head != "isa" or other.root.head != "isa" or not one.polarity:
            return False
        low, high = one.root.get("obj"), other.root.get("obj")
        if low is None or high is None or not other.polarity:
            return False
        if key_for(replace(other, root=_with_class(other.root, low))) != key_for(one):
            return False
        return any(key_of(each.node) == key_of(high) for each in self.taxonomy.above(low))

    def expanded(self, first: Proposition, *, is_wide: bool = False) -> Search:
        """Every goal that could help, with the steps between them.

        `is_wide` takes in rules about classes that the thing in question is not known to be in.
        """
        search = Search()
        agenda = deque([first])
        steps = 0
        while agenda:
            goal = agenda.popleft()
            key = key_for(goal)
            if key in search.goals:
                continue
            if len(search.goals) >= (FEW_GOALS if is_wide else MOST_GOALS) or steps >= MOST_STEPS:
                break
            search.goals[key] = goal
            decision = self.known(goal) if search.order or len(search.goals) > 1 else None
            if decision is not None:
                if decision.verdict is Verdict.SUPPORTED:
                    search.facts[key] = decision
                continue  # a claim that says the opposite, or that both hold, is nearer than a rule
            for step in islice(self._steps(goal, key, agenda, is_wide), MOST_STEPS - steps):
                steps += 1
                for premise in dict.fromkeys(step.premises):
                    search.steps.setdefault(premise, []).append(step)
        return search

    def _steps(
        self, goal: Proposition, key: str, agenda: deque[Proposition], is_wide: bool
    ) -> Iterator[Step]:
        for rule in self._rules_for(goal, is_wide):
            binding = _unified(rule.conclusion, goal)
            if binding is None:
                continue
            for full in self._filled(rule, binding, goal):
                premises = [normal(_put(each, full)) for each in rule.premises]
                keys = tuple(key_for(each) for each in premises)
                if key in keys or any(_depth(each.root) > DEEPEST for each in premises):
                    continue  # "the double of the double of ..." has no end
                agenda.extend(premises)
                yield Step(key, keys, rule, len(set(keys)))
        for rule in comparing(goal, self._compared()):
            keys = tuple(key_for(each) for each in rule.premises)
            if key not in keys:
                agenda.extend(rule.premises)
                yield Step(key, keys, rule, len(set(keys)))

    def _compared(self) -> list[Node]:
        """What rules and claims of a small knowledge base compare, where rules do."""
        return [unpack(data) for data in self.store.get("meta", "compared") or ()]

    def _rules_for(self, goal: Proposition, is_wide: bool) -> Iterator[Rule]:
        subject = goal.root.get("subj") or goal.root.get("obj")
        scopes = dict.fromkeys([""])
        if subject is not None:
            for above in self.taxonomy.above(replace(subject, quant="")):
                scopes[key_of(above.node)] = None
        scopes |= self._derived_scopes()
        numbers: dict[int, None] = {}
        for opened in (goal_key(goal), open_key(goal)):
            more = self.store.get("rule scopes", opened) if is_wide else None
            for scope in scopes | dict.fromkeys(more or ()):
                numbers |= dict.fromkeys(self.store.get("rule index", f"{opened}|{scope}") or ())
        for number in sorted(numbers):
            rule = self._rules.get(number)
            if rule is None:
                rule = self._rules[number] = rule_from(self.store.get("rule", str(number)))
            if self.taxonomy.times.is_now(rule.claim_id):
                yield rule

    def _derived_scopes(self) -> dict[str, None]:
        """The classes that rules, not names, put things in, and all above them."""
        if self._scopes is None:
            self._scopes = {}
            for data in self.store.get("meta", "derived classes") or ():
                for above in self.taxonomy.above(unpack(data)):
                    name = key_of(above.node)
                    if self.store.get("rule scope", name):
                        self._scopes[name] = None
        return self._scopes

    def _filled(self, rule: Rule, binding: Binding, goal: Proposition) -> Iterator[Binding]:
        """The binding with a value for every variable of the premises."""
        missing = sorted(
            {name for each in rule.premises for name in _variables(each.root)} - set(binding)
        )
        if not missing:
            yield binding
            return
        for name in missing:
            domain = self._named_by_facts(rule, binding, name)
            if domain or name == missing[-1]:
                break
        for each in {**domain, **self._individuals(goal)}.values():
            yield from self._filled(rule, {**binding, name: each}, goal)

    def _named_by_facts(self, rule: Rule, binding: Binding, name: str) -> Binding:
        """What facts put in the place of a variable, going by what stands beside it."""
        found: Binding = {}
        for premise in rule.premises:
            root = _put_in(premise.root, binding)
            role = next((role for role, node in root.edges if node.head == name), "")
            if not role:
                continue
            for _, other in root.edges:
                if is_variable(other):
                    continue
                for number in self.store.get("index", f"{root.head}|{other.head}") or ():
                    fact = unpack_proposition(self.store.get("prop", str(number))[3]).root
                    node = fact.get(role) if fact.head == root.head else None
                    if node is not None and node.quant in ("", "the") and len(found) < MOST_BOUND:
                        found.setdefault(key_of(node), replace(node, quant=""))
        return found

    def _individuals(self, goal: Proposition) -> Binding:
        """The things that the goal and a small knowledge base are about."""
        found = {key_of(each): each for each in _individuals(goal.root)}
        for data in self.store.get("meta", "individuals") or ():
            node = unpack(data)
            found.setdefault(key_of(node), node)
        return found

    def propagated(
        self, search: Search, wanted: str, without: frozenset[str] = frozenset()
    ) -> bool:
        """Settles what follows from the facts, what takes fewest steps first; is the goal reached?

        `without` are claims and rules that are not to be used.
        """
        search.derived.clear()
        search.order.clear()
        waiting: list[tuple[int, int, str, Step | None]] = []
        for key, fact in search.facts.items():
            if without.isdisjoint(fact.claims):
                heappush(waiting, (max(1, len(fact.claims)), len(waiting), key, None))
        pushed = len(waiting)
        done: set[str] = set()
        open_: dict[int, tuple[int, int]] = {}  # by step: premises to come, size of those there
        while waiting:
            size, _, key, by = heappop(waiting)
            if key in done:
                continue
            done.add(key)
            if by is not None:
                search.derived[key] = by
                search.order.append(key)
            if key == wanted:
                return True
            for step in search.steps.get(key, ()):
                left, total = open_.get(id(step), (step.open, 1))
                open_[id(step)] = left - 1, min(total + size, LARGEST)
                if left == 1 and step.goal not in done and step.rule.claim_id not in without:
                    pushed += 1
                    heappush(waiting, (min(total + size, LARGEST), pushed, step.goal, step))
        return False

    def proof_of(self, search: Search, wanted: str) -> tuple[Proof, tuple[str, ...], int]:
        """The proof of a goal that was settled, the claims it rests on and its depth."""
        proofs: dict[str, Proof] = {key: each.proof for key, each in search.facts.items()}
        depths: dict[str, int] = {}
        claims: dict[str, dict[str, None]] = {
            key: dict.fromkeys(each.claims) for key, each in search.facts.items()
        }
        for key in search.order:
            step = search.derived[key]
            is_claim = self.store.get("claim", step.rule.claim_id) is not None
            leaf = Given(step.rule.sentence, rule_id=step.rule.claim_id)
            if is_claim:
                leaf = replace(given(self.store, step.rule.claim_id), says=step.rule.sentence)
            premises = tuple(proofs[each] for each in dict.fromkeys(step.premises))
            says = sentence_of(search.goals[key])
            rule = "rule backwards" if step.rule.is_backwards else "rule"
            if step.rule.claim_id:
                proofs[key] = Derived(says, rule, (leaf, *premises))
            else:
                proofs[key] = Derived(says, "comparison", premises)
            depths[key] = 1 + max((depths.get(each, 0) for each in step.premises), default=0)
            used = dict.fromkeys([step.rule.claim_id] if is_claim else [])
            for each in step.premises:
                used |= claims[each]
            claims[key] = used
        return proofs[wanted], tuple(claims[wanted]), depths.get(wanted, 0)


def _with_class(root: Node, kind: Node) -> Node:
    """The same thing said to be in another class."""
    return replace(root, edges=tuple((r, kind if r == "obj" else n) for r, n in root.edges))


def _individuals(node: Node) -> Iterator[Node]:
    for role, each in node.edges:
        if role in ("subj", "obj") and each.kind == "noun":
            yield replace(each, quant="")


def _variables(node: Node) -> Iterator[str]:
    for _, each in node.edges:
        if is_variable(each):
            yield each.head
        else:
            yield from _variables(each)


def _depth(node: Node) -> int:
    """How many noun phrases stand within one another."""
    return 1 + max((_depth(each) for _, each in node.edges), default=0)


def is_ground(node: Node) -> bool:
    """Whether a statement is about things and classes as such, not about some or most of them."""
    return all(
        each.quant in LOOSE
        and each.kind != "pronoun"
        and all(own == "mod" and inner.head != "only" for own, inner in each.edges)
        for role, each in node.edges
        if role in ("subj", "obj")
    )


def normal(proposition: Proposition) -> Proposition:
    """The proposition with what makes no difference to a rule taken off."""
    strength = "generic" if proposition.strength == "always" else proposition.strength
    proposition = proposition.with_root(_plain(proposition.root))
    is_same = strength == proposition.strength
    return proposition if is_same else replace(proposition, strength=strength)


def _plain(node: Node) -> Node:
    if node.edges:
        node = node.with_edges(tuple((role, _plain(each)) for role, each in node.edges))
    return replace(node, quant="") if node.quant and node.quant in LOOSE else node


def key_for(proposition: Proposition) -> str:
    """The name of a goal: the same for propositions that say the same."""
    sign = "+" if proposition.polarity else "-"
    how = "" if proposition.strength == "generic" else proposition.strength
    duty = ("!" if proposition.duty_negated else "") + proposition.duty
    return f"{sign}{how}/{duty}/{_node_key(proposition.root)}"


def _node_key(node: Node) -> str:
    inner = sorted(f"{role}:{_node_key(each)}" for role, each in node.edges)
    sign = "!" if node.negated else ""
    value = f"={node.value.low:g}..{node.value.high:g}{node.value.unit}" if node.value else ""
    return f"{sign}{node.quant}:{node.head}{value}({','.join(inner)})"


def _put(proposition: Proposition, binding: Binding) -> Proposition:
    """The proposition with its variables filled in."""
    return replace(proposition, root=_put_in(proposition.root, binding))


def _put_in(node: Node, binding: Binding) -> Node:
    edges: list[Edge] = []
    for role, each in node.edges:
        edges.append(
            (role, binding.get(each.head, each) if is_variable(each) else _put_in(each, binding))
        )
    return replace(node, edges=tuple(edges))


def _unified(pattern: Proposition, goal: Proposition) -> Binding | None:
    """What the variables of a conclusion have to be for it to be the goal, or None."""
    strength = "generic" if pattern.strength == "always" else pattern.strength
    if (pattern.polarity, strength, pattern.duty, pattern.duty_negated) != (
        goal.polarity, goal.strength, goal.duty, goal.duty_negated,
    ):  # fmt: skip
        return None
    binding: Binding = {}
    return binding if _unify(_plain(pattern.root), goal.root, binding) else None


def _unify(pattern: Node, goal: Node, binding: Binding) -> bool:
    if (pattern.head, pattern.negated, pattern.value, pattern.quant) != (
        goal.head, goal.negated, goal.value, goal.quant,
    ) or len(pattern.edges) != len(goal.edges):  # fmt: skip
        return False
    left = list(goal.edges)
    for role, each in sorted(pattern.edges, key=lambda edge: is_variable(edge[1])):
        for candidate in left:
            if candidate[0] != role:
                continue
            if is_variable(each):
                bound = binding.get(each.head)
                if bound is not None and _node_key(bound) != _node_key(candidate[1]):
                    continue
                binding[each.head] = candidate[1]
            elif not _unify(each, candidate[1], binding):
                continue
            left.remove(candidate)
            break
        else:
            return False
    return True
