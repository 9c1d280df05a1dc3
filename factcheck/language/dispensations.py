"""Ways to say that something need not be done: "there is no need to", "you can skip".

Each rule stands as a comment above its code: the left side says the right one.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition

PEOPLE = Node("people")


def dispensations(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """What a clause says of a duty, in the words of the duty; at most one."""
    found = _skipped(proposition, grammar) or _unneeded(proposition) or proposition
    found = _under(found)
    return [found] if found is not proposition else []


# people do not need Y  ->  people need not use, wear, have Y
def dispensed(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """The duties that do not hold where a thing is not needed."""
    root = proposition.root
    subject, thing = root.get("subj"), root.get("obj")
    if root.head != "require" or proposition.duty or subject is None or thing is None:
        return []
    if proposition.polarity or proposition.strength != "generic" or root.get("to") is not None:
        return []
    if thing.kind != "noun" or subject.head not in (PEOPLE.head, *grammar.persons):
        return []
    need_not = replace(proposition, polarity=True, duty="must", duty_negated=True)
    return [replace(need_not, root=replace(root, head=verb)) for verb in sorted(grammar.having_on)]


# you can skip (go without) Y, skip Y  ->  you do not need Y;  you can skip V-ing  ->  need not V
def _skipped(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, lacked = root.get("subj"), root.get("obj")
    is_free = proposition.strength == "may" or proposition.duty in ("may", "should")
    if lacked is None and (root.get("without") is not None) and root.head in grammar.managing:
        lacked = root.get("without")
    elif grammar.skipping.get(root.head) not in ("free", proposition.duty or "free"):
        return None
    if subject is None or lacked is None or not is_free or lacked.negated:
        return None
    holds = proposition.duty_negated if proposition.duty else not proposition.polarity
    if proposition.duty and not proposition.polarity:
        return None
    rest = tuple(edge for edge in root.edges if edge[1] not in (subject, lacked))
    return _needed(proposition, subject, lacked, rest, holds=holds)


# there is (no) need to V  ->  people must (need not) V;  ... for Y  ->  people (do not) need Y
def _unneeded(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    need = root.get("subj")
    if root.head != "there" or need is None or need.head not in ("need", "requirement"):
        return None
    if any(role not in ("to", "for") for role, _ in need.edges) or len(need.edges) > 1:
        return None
    told = (*need.edges, *root.edges)
    wanted = next((e for e in told if e[0] in ("to", "for")), None)
    if wanted is None or proposition.duty:
        return None
    rest = tuple(edge for edge in root.edges if edge[1] is not need and edge is not wanted)
    return _needed(proposition, PEOPLE, wanted[1], rest, holds=proposition.polarity)


def _needed(
    proposition: Proposition, who: Node, wanted: Node, rest: tuple[Edge, ...], *, holds: bool
) -> Proposition | None:
    """That somebody needs a thing or must do a deed, or that it is not so."""
    if wanted.quant == "no" or wanted.kind not in ("noun", "verb"):
        return None
    if wanted.kind == "verb":
        doer = () if wanted.get("subj") is not None else (("subj", who),)
        root = replace(wanted, edges=(*doer, *wanted.edges, *rest), negated=False)
        return replace(
            proposition,
            root=root,
            polarity=not wanted.negated,
            strength="generic",
            duty="must",
            duty_negated=not holds,
        )
    edges: tuple[Edge, ...] = (("subj", who), ("obj", replace(wanted, quant="")), *rest)
    root = Node("require", "verb", edges, span=proposition.root.span)
    return replace(
        proposition, root=root, polarity=holds, strength="generic", duty="", duty_negated=False
    )


# with X, you must (need not) V  ->  in people with X, ...
def _under(proposition: Proposition) -> Proposition:
    root = proposition.root
    subject, had = root.get("subj"), root.get("with")
    if had is None or subject is None or subject.head != PEOPLE.head or subject.edges:
        return proposition
    if had.kind != "noun" or not (proposition.duty == "must" or root.head == "require"):
        return proposition
    owner: Edge = ("in", replace(PEOPLE, edges=(("with", had),)))
    edges = tuple(owner if edge[1] is had else edge for edge in root.edges)
    return replace(proposition, root=replace(root, edges=edges))
