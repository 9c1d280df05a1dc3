"""Rules of a knowledge base as Horn clauses with explicit negation, kept by what they conclude.

An implication of several premises is a clause: it may be used forwards and, where it knows no
exception, backwards from the denial of its conclusion to the denial of a premise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.knowledge.canonical import canonical
from factcheck.knowledge.coding import key_of, pack, pack_proposition, unpack_proposition
from factcheck.knowledge.store import Memory
from factcheck.language.lexicon import Lexicon
from factcheck.language.relations import Templates
from factcheck.language.rules import Implication, implication_of, implications, is_variable
from factcheck.model.knowledge import RuleText
from factcheck.model.proposition import Node, Proposition

ANY = "*"
MOST_FACTS = 400
MOST_INDIVIDUALS = 40
MOST_SCOPES = 40
MOST_COMPARED = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """Premises from which a conclusion follows; `sentence` and `claim_id` say who says so."""

    premises: tuple[Proposition, ...]
    conclusion: Proposition
    claim_id: str
    sentence: str
    is_backwards: bool = False


def keep_rules(
    sentence: str,
    claim_id: str,
    memory: Memory,
    lexicon: Lexicon,
    templates: Templates,
    said: Sequence[Proposition] | None = None,
) -> bool:
    """Keeps the rules that a sentence states; False when it states none.

    `said` is what the sentence was read as; None when it was not read whole.
    """
    found = implications(sentence, lexicon, said or ())
    _keep_all(found, claim_id, sentence, memory, templates)
    return bool(found)


def compile_rule(rule: RuleText, memory: Memory, lexicon: Lexicon, templates: Templates) -> None:
    """Keeps a rule that an author wrote as one, in a sentence or with variables."""
    if rule.rule:
        sentence, found = rule.rule, implications(rule.rule, lexicon)
    else:
        sentence = f"If {' and '.join(each.rstrip('.') for each in rule.when)}, then {rule.then}"
        one = implication_of(rule.when, rule.then, lexicon)
        found = () if one is None else (one,)
    memory.put("rule at", rule.id, list(rule.at))
    if not found:
        memory.add("meta", "unread rules", [rule.id, sentence, list(rule.at)])
    _keep_all(found, rule.id, sentence, memory, templates)


def _keep_all(
    found: Sequence[Implication],
    claim_id: str,
    sentence: str,
    memory: Memory,
    templates: Templates,
) -> None:
    for implication in found:
        for rule in _horn(implication, claim_id, sentence):
            premises = tuple(canonical(each, templates) for each in rule.premises)
            conclusion = canonical(rule.conclusion, templates)
            rule = replace(rule, premises=premises, conclusion=conclusion)
            _keep(rule, memory, _scope(rule) if implication.is_of_class else "")


def _horn(implication: Implication, claim_id: str, sentence: str) -> Iterator[Rule]:
    """The clause of an implication, each time with another of its literals as the conclusion."""
    premises, ends = implication.premises, implication.conclusions
    for k, end in enumerate(ends):
        denied = tuple(each.negated() for j, each in enumerate(ends) if j != k)
        if premises or denied:
            yield Rule((*premises, *denied), end, claim_id, sentence)
    if not implication.is_strict:
        return
    for k, premise in enumerate(premises):
        others = (*premises[:k], *premises[k + 1 :], *(each.negated() for each in ends))
        yield Rule(others, premise.negated(), claim_id, sentence, is_backwards=True)


def _keep(rule: Rule, memory: Memory, scope: str) -> None:
    number = memory.get("meta", "rules") or 0
    memory.put("meta", "rules", number + 1)
    memory.put(
        "rule",
        str(number),
        [
            [pack_proposition(each) for each in rule.premises],
            pack_proposition(rule.conclusion),
            rule.claim_id,
            rule.sentence,
            rule.is_backwards,
        ],
    )
    memory.add("rule index", f"{goal_key(rule.conclusion)}|{scope}", number)
    memory.put("rule scope", scope, 1)
    if scope and len(memory.get("rule scopes", goal_key(rule.conclusion)) or ()) < MOST_SCOPES:
        memory.add("rule scopes", goal_key(rule.conclusion), scope)
    target = rule.conclusion.root.get("obj")
    is_class = rule.conclusion.root.head == "isa" and rule.conclusion.polarity
    if is_class and not scope and target is not None and not is_variable(target):
        bare = replace(target, quant="")
        memory.put("derived class", key_of(bare), pack(bare))


def rule_from(data: list[object]) -> Rule:
    """The rule that was kept as this data."""
    premises, conclusion, claim_id, sentence, is_backwards = data
    return Rule(
        tuple(unpack_proposition(each) for each in premises),  # type: ignore[attr-defined]
        unpack_proposition(conclusion),  # type: ignore[arg-type]
        str(claim_id),
        str(sentence),
        bool(is_backwards),
    )


def goal_key(proposition: Proposition) -> str:
    """What a rule has to conclude to bear on a proposition: sign, predicate, main argument."""
    return f"{'+' if proposition.polarity else '-'}{proposition.root.head}|{_argument(proposition)}"


def open_key(proposition: Proposition) -> str:
    """The key of rules that conclude the predicate of anything."""
    return f"{'+' if proposition.polarity else '-'}{proposition.root.head}|{ANY}"


def _argument(proposition: Proposition) -> str:
    node = proposition.root.get("obj")
    if node is None or proposition.root.get("subj") is None:
        return ""
    return ANY if is_variable(node) else node.head


def _scope(rule: Rule) -> str:
    """The class that the conclusion's subject has to be in, "" when there is none."""
    for each in rule.premises:
        if each.root.head == "isa" and each.polarity and is_variable(each.root.edges[0][1]):
            target = each.root.get("obj")
            if target is not None and not is_variable(target) and _concludes_of_it(rule):
                return key_of(replace(target, quant=""))
    return ""


def _concludes_of_it(rule: Rule) -> bool:
    return any(is_variable(node) for _, node in rule.conclusion.root.edges)


def keep_range(memory: Memory) -> None:
    """Keeps what rules put in classes, and what variables may stand for in a small KB."""
    _keep_compared(memory)
    memory.put("meta", "derived classes", list(memory.tables.get("derived class", {}).values()))
    if not memory.get("meta", "rules") or (memory.get("meta", "propositions") or 0) > MOST_FACTS:
        return
    found: dict[str, Node] = {}
    for row in memory.tables.get("prop", {}).values():
        for role, node in unpack_proposition(row[3]).root.edges:
            is_thing = role in ("subj", "obj") and node.kind == "noun"
            if is_thing and (node.quant == "the" or not (node.quant or node.edges)):
                found.setdefault(key_of(node), replace(node, quant=""))
    if len(found) <= MOST_INDIVIDUALS:
        memory.put("meta", "individuals", [pack(each) for each in found.values()])


def _keep_compared(memory: Memory) -> None:
    """Keeps what is compared where rules conclude comparisons, if that is not too much."""
    rules = [rule_from(row) for row in memory.tables.get("rule", {}).values()]
    if not any(each.conclusion.root.head == "cmp" for each in rules):
        return
    said = [each for rule in rules for each in (rule.conclusion, *rule.premises)]
    said += [unpack_proposition(row[3]) for row in memory.tables.get("prop", {}).values()]
    found: dict[str, Node] = {}
    for each in said:
        for role, node in each.root.edges if each.root.head == "cmp" else ():
            if role in ("subj", "than") and node.kind == "noun" and not node.edges:
                found.setdefault(key_of(node), replace(node, quant=""))
    if len(found) <= MOST_COMPARED:
        memory.put("meta", "compared", [pack(each) for each in found.values()])
