"""What "it", "they" and "its" refer to, where that is clear; elsewhere they are left standing.

The antecedent is what the clause before was about, else what a leading "if" clause speaks of, else
the topic of the text so far. People and indefinite things are never taken: "many people sit on
them. They ..." goes on about the chairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.draft import Draft
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Node


def refer(
    draft: Draft, previous: Sequence[Draft], topic: tuple[Node, ...], grammar: Grammar
) -> None:
    """Puts antecedents in the place of the pronouns of a clause."""
    antecedents = _antecedents(draft, previous, topic, grammar)
    if not antecedents:
        _refer_inside(draft, grammar)
        return
    if (
        len(draft.subjects) == 1
        and draft.subjects[0].kind == "pronoun"
        and not _is_expletive(draft)
    ):
        number = grammar.pronoun_numbers.get(draft.subjects[0].head)
        pronoun = draft.subjects[0]
        if number == "plural" and not _suits(pronoun, antecedents):
            return
        if number == "plural" or (number == "singular" and len(antecedents) == 1):
            draft.subjects = [_counted(_definite(node), pronoun) for node in antecedents]
    if len(antecedents) == 1:
        kept = draft.subjects if _is_expletive(draft) else None
        _everywhere(draft, antecedents[0], grammar)
        draft.subjects = kept or draft.subjects
        return
    draft.edges = [
        (
            role,
            [
                each
                for node in nodes
                for each in (antecedents if _is_plural(node, grammar) else (node,))
            ],
        )
        for role, nodes in draft.edges
    ]


def is_referent(node: Node, grammar: Grammar) -> bool:
    """Whether a pronoun of a later clause may refer to this noun phrase."""
    return (
        node.kind == "noun"
        and node.head not in grammar.no_referents
        and node.head not in grammar.persons
    )


def _antecedents(
    draft: Draft, previous: Sequence[Draft], topic: tuple[Node, ...], grammar: Grammar
) -> tuple[Node, ...]:
    for model in previous:
        if model.subjects and all(is_referent(node, grammar) for node in model.subjects):
            return tuple(model.subjects)
    for role in grammar.leading_conditions:
        for clause in draft.get(role):
            for name in ("subj", "obj"):
                node = clause.get(name)
                if node is not None and is_referent(node, grammar):
                    return (node,)
            named = [node for _, node in clause.edges if is_referent(node, grammar)]
            if len(named) == 1 and named[0].quant == "the":
                return (named[0],)
    return topic


def _is_plural(node: Node, grammar: Grammar) -> bool:
    return node.kind == "pronoun" and grammar.pronoun_numbers.get(node.head) == "plural"


def _is_expletive(draft: Draft) -> bool:
    """Whether "it" stands for a clause to come: "it is impossible to ..."."""
    return draft.kind in ("is", "isa") and any(role in ("to", "that") for role, _ in draft.edges)


def _definite(node: Node) -> Node:
    return replace(node, quant="the" if node.quant in ("the", "") else node.quant)


def _suits(pronoun: Node, antecedents: tuple[Node, ...]) -> bool:
    """Whether it is clear whom "neither of them", "some of them" speaks of."""
    if pronoun.value is not None:
        return len(antecedents) == pronoun.value.low
    return not pronoun.quant or len(antecedents) == 1


def _counted(node: Node, pronoun: Node) -> Node:
    """With how many the pronoun speaks of: "neither of them", "some of them"."""
    return replace(node, quant=pronoun.quant or node.quant, negated=pronoun.negated)


def _everywhere(draft: Draft, antecedent: Node, grammar: Grammar) -> None:
    draft.subjects = [_replaced(node, antecedent, grammar) for node in draft.subjects]
    draft.edges = [
        (role, [_replaced(node, antecedent, grammar) for node in nodes])
        for role, nodes in draft.edges
    ]
    draft.than = [_replaced(node, antecedent, grammar) for node in draft.than]


def _refer_inside(draft: Draft, grammar: Grammar) -> None:
    """Refers inner pronouns to the clause's own subject: "Its status proves that it is ..."."""
    if len(draft.subjects) != 1:
        return
    subject = draft.subjects[0]
    owner = subject.get("of")
    chosen = owner if owner is not None and owner.head.startswith("@") else subject
    if not is_referent(chosen, grammar):
        return
    draft.edges = [
        (role, [_replaced(node, chosen, grammar) if node.edges else node for node in nodes])
        for role, nodes in draft.edges
    ]


def _replaced(node: Node, antecedent: Node, grammar: Grammar) -> Node:
    if node.kind == "pronoun" and node.head in grammar.pronoun_numbers:
        return _counted(replace(antecedent, span=node.span), node)
    if not node.edges:
        return node
    edges = tuple((role, _replaced(each, antecedent, grammar)) for role, each in node.edges)
    return node if edges == node.edges else replace(node, edges=edges)
