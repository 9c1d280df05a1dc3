"""What "it", "they" and "its" refer to, where that is clear; elsewhere they are left standing.

The antecedent is what the clause before was about, else what a leading "if" clause speaks of, else
the topic of the text so far. People and indefinite things are never taken: "many people sit on
them. They ..." goes on about the chairs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from factcheck.language.draft import Draft
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node

TIMES = frozenset({"before", "after", "because", "until"})
PEOPLE = "people"
SORTS = frozenset({"kind", "sort", "type", "variety", "version", "one", "form"})
RESUMING = frozenset({"that", "those"})


def refer(
    draft: Draft,
    previous: Sequence[Draft],
    topic: tuple[Node, ...],
    grammar: Grammar,
    is_plural: Callable[[Node], bool],
    is_spoken_to: Callable[[Node], bool],
) -> None:
    """Puts antecedents in the place of the pronouns of a clause.

    `is_plural` says of a noun phrase whether its words are a plural, `is_spoken_to` whether it is
    "you" or "we".
    """
    _resume_noun(draft)
    _resume_sort(draft, previous)
    _resume_deed(draft, previous, grammar)
    _resume_kind(draft, previous)
    _resume_people(draft, grammar)
    _resume_receiver(draft, grammar)
    _resume_recipient(draft, grammar, is_spoken_to)
    _resume_in_condition(draft, grammar)
    antecedents = _antecedents(draft, previous, topic, grammar)
    if not antecedents:
        _refer_inside(draft, grammar, is_plural)
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
            if role in TIMES and not _comes_first(clause, draft):
                continue
            for name in ("subj", "obj"):
                node = clause.get(name)
                if node is not None and is_referent(node, grammar):
                    return (node,)
            named = [node for _, node in clause.edges if is_referent(node, grammar)]
            if len(named) == 1 and named[0].quant == "the":
                return (named[0],)
    return topic


def _comes_first(clause: Node, draft: Draft) -> bool:
    """Whether a clause stands before the subject that its pronouns may follow."""
    named = [node.span.start for _, node in clause.edges if node.span.end]
    subjects = [node.span.start for node in draft.subjects if node.span.end]
    return bool(named and subjects) and max(named) < min(subjects)


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


def _refer_inside(draft: Draft, grammar: Grammar, is_plural: Callable[[Node], bool]) -> None:
    """Refers inner pronouns to what the clause itself names: "Its status proves that it is ...".

    That is the subject, unless the two differ in number and one other thing does not: "the town
    checks trams before they run".
    """
    if len(draft.subjects) != 1:
        return
    subject = draft.subjects[0]
    owner = subject.get("of")
    chosen = owner if owner is not None and owner.head.startswith("@") else subject
    others = [node for node in draft.get("obj") if is_referent(node, grammar)]
    found: dict[str, Node] = {}
    if is_referent(chosen, grammar):
        found = dict.fromkeys(("singular", "plural"), chosen)
    elif subject.kind == "noun":
        _refer_to_others(draft, subject, grammar, is_plural)
        return
    if chosen.quant == "the" and not is_plural(chosen) and "plural" in found:
        del found["plural"]
    if "plural" not in found and len(others) == 1 and is_plural(others[0]):
        found["plural"] = replace(others[0], quant="", edges=_outer(others[0]))
    if not found:
        return
    draft.edges = [
        (role, [_put(node, found, grammar) if node.edges else node for node in nodes])
        for role, nodes in draft.edges
    ]


def _refer_to_others(
    draft: Draft, people: Node, grammar: Grammar, is_plural: Callable[[Node], bool]
) -> None:
    """Refers to the one thing that people have to do with: "Nobody who rides trams leaves them"."""
    clause = people.get("rel")
    inner = [] if clause is None else [n for _, n in clause.edges if is_referent(n, grammar)]
    outer = [n for _, nodes in draft.edges for n in nodes if is_referent(n, grammar)]
    known = [node for node in inner or outer if node.kind == "noun"]
    if len(known) != 1:
        return
    number = "plural" if is_plural(known[0]) else "singular"
    found = {number: replace(known[0], quant="" if number == "plural" else known[0].quant)}
    draft.edges = [
        (role, [_put(node, found, grammar) if node.edges or inner else node for node in nodes])
        for role, nodes in draft.edges
    ]


def _outer(node: Node) -> tuple[Edge, ...]:
    """What tells a thing apart, without clauses that may hold the pronoun itself."""
    return tuple(edge for edge in node.edges if edge[0] in ("mod", "of"))


def _resume_noun(draft: Draft) -> None:
    """ "The price of tea is lower than that of coffee": the noun of the subject once more."""
    model = draft.subjects[0] if len(draft.subjects) == 1 else None
    if model is None or model.kind != "noun" or model.get("of") is None:
        return
    draft.than = [_resumed(node, model) for node in draft.than]
    draft.edges = [(role, [_resumed(node, model) for node in nodes]) for role, nodes in draft.edges]


def _resume_kind(draft: Draft, previous: Sequence[Draft]) -> None:
    """ "Trams are vehicles; the bus is also one": what the clause before called its subject."""
    kinds = draft.get("obj") if draft.kind == "isa" else []
    if len(kinds) != 1 or kinds[0].value is None or kinds[0].edges:
        return
    if kinds[0].value[:3] != (1, 1, "count"):
        return
    known = [node for model in previous if model.kind == "isa" for node in model.get("obj")]
    if len(known) == 1:
        edges = [(role, [known[0]] if nodes == kinds else nodes) for role, nodes in draft.edges]
        draft.edges = edges


def _resume_sort(draft: Draft, previous: Sequence[Draft]) -> None:
    """ "Rock salt harms brick; the table kind does not": the salt of the clause before."""
    sorts = [node for node in draft.subjects if node.head in SORTS]
    model = previous[-1].subjects if previous else []
    if len(draft.subjects) != 1 or not sorts or len(model) != 1 or model[0].kind != "noun":
        return
    told = sorts[0].edges
    if told and all(role == "mod" for role, _ in told) and sorts[0].quant == "the":
        draft.subjects = [replace(model[0], edges=told, quant="", span=sorts[0].span)]


def _resume_deed(draft: Draft, previous: Sequence[Draft], grammar: Grammar) -> None:
    """ "Mixing oil with wax is safe; mixing it with salt is not": the oil of the clause before."""
    if not previous or len(draft.subjects) != 1 or len(previous[-1].subjects) != 1:
        return
    deed, model = draft.subjects[0], previous[-1].subjects[0]
    target, known = deed.get("obj"), model.get("obj")
    if deed.kind != "verb" or deed.head != model.head or target is None or known is None:
        return
    if target.kind == "pronoun" and target.head in grammar.pronoun_numbers and not target.edges:
        edges = [(r, replace(known, span=n.span) if n is target else n) for r, n in deed.edges]
        draft.subjects = [replace(deed, edges=tuple(edges))]


def _resume_people(draft: Draft, grammar: Grammar) -> None:
    """ "If a person has gout, they ...": the person, whatever else is named."""
    if [node.head for node in draft.subjects] != ["they"] or draft.subjects[0].value is not None:
        return
    for role in grammar.leading_conditions:
        for clause in draft.get(role):
            who = clause.get("subj") or clause.get("obj")
            is_person = who is not None and who.head in (PEOPLE, *grammar.persons)
            if who is not None and is_person and _comes_first(clause, draft):
                draft.subjects = [replace(who, span=draft.subjects[0].span)]
                return


def _resume_receiver(draft: Draft, grammar: Grammar) -> None:
    """ "Giving bread to ducks harms them": whoever is given it, not what is given."""
    if [node.head for node in draft.get("obj")] not in (["them"], ["him"], ["her"]):
        return
    deeds = [node for node in draft.subjects if node.kind == "verb"]
    for role in grammar.leading_conditions:
        deeds += [
            each for each in draft.get(role) if role not in TIMES or _comes_first(each, draft)
        ]
    for deed in deeds if len(deeds) == 1 else ():
        receiver = deed.get("to") if deed.get("obj2") is None else deed.get("obj")
        if receiver is None or receiver.kind != "noun" or deed.head not in grammar.datives:
            continue
        draft.edges = [(r, [receiver] if r == "obj" else nodes) for r, nodes in draft.edges]


def _resume_recipient(draft: Draft, grammar: Grammar, is_spoken_to: Callable[[Node], bool]) -> None:
    """ "If somebody is ill, give them tea": whoever the condition is about, not a thing in it."""
    receiving = "obj" if draft.get("obj2") else "to"
    if draft.verb not in grammar.datives or not any(map(_is_pronoun, draft.get(receiving))):
        return
    clauses = [clause for role in grammar.leading_conditions for clause in draft.get(role)]
    people = [clause.get("subj") for clause in clauses]
    who = people[0] if len(people) == 1 else None
    if who is None or who.kind != "noun" or is_spoken_to(who):
        return
    draft.edges = [
        (
            role,
            [
                replace(who, span=node.span) if role == receiving and _is_pronoun(node) else node
                for node in nodes
            ],
        )
        for role, nodes in draft.edges
    ]


def _resume_in_condition(draft: Draft, grammar: Grammar) -> None:
    """ "Riders are safer if they wear helmets": the people that the clause is about."""
    who = draft.subjects[0] if len(draft.subjects) == 1 else None
    if who is None or who.kind != "noun" or who.head not in (PEOPLE, *grammar.persons):
        return
    draft.edges = [
        (
            role,
            [_about(node, who) if role in grammar.leading_conditions else node for node in nodes],
        )
        for role, nodes in draft.edges
    ]


def _about(clause: Node, who: Node) -> Node:
    edges = tuple(
        (role, replace(who, span=node.span))
        if role == "subj" and _is_pronoun(node) and node.head == "they" and node.value is None
        else (role, node)
        for role, node in clause.edges
    )
    return clause if edges == clause.edges else replace(clause, edges=edges)


def _is_pronoun(node: Node) -> bool:
    return node.kind == "pronoun"


def _resumed(node: Node, model: Node) -> Node:
    owner = node.get("of")
    if owner is not None and node.head in RESUMING and len(node.edges) == 1:
        edges = tuple(("of", owner) if role == "of" else (role, each) for role, each in model.edges)
        return replace(model, edges=edges, span=node.span)
    if not node.edges:
        return node
    edges = tuple((role, _resumed(each, model)) for role, each in node.edges)
    return node if edges == node.edges else replace(node, edges=edges)


def _replaced(node: Node, antecedent: Node, grammar: Grammar) -> Node:
    return _put(node, dict.fromkeys(("singular", "plural"), antecedent), grammar)


def _put(node: Node, antecedents: dict[str, Node], grammar: Grammar) -> Node:
    """The node with each pronoun replaced by the antecedent of its number, if there is one."""
    if node.kind == "pronoun" and node.head in grammar.pronoun_numbers:
        antecedent = antecedents.get(grammar.pronoun_numbers[node.head])
        if antecedent is None:
            return node
        return _counted(replace(antecedent, span=node.span), node)
    if not node.edges:
        return node
    edges = tuple((role, _put(each, antecedents, grammar)) for role, each in node.edges)
    return node if edges == node.edges else replace(node, edges=edges)
