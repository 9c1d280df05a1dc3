"""What orders and offers say of the world: "cure colds with tea" says that tea cures colds.

An order says that one may do what it tells, and that what it names does what it is used for; a
denied one, that one should not do it. Each rule stands as a comment above its code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.language.frames import framed
from factcheck.language.generics import generics
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition


def offers(order: Proposition, grammar: Grammar) -> list[Proposition]:
    """What an order says of the things in it."""
    if not _is_affirmed(order):
        return [*_never(order)]
    plain = replace(order, duty="", strength="generic")
    said = [*_let(plain), *generics(plain, grammar), *_with_relief(plain, grammar)]
    return [each for found in said for each in framed(found, grammar)]


def granted(order: Proposition, grammar: Grammar) -> list[Proposition]:
    """What an order takes for granted: that one may do it, and what its offer comes to."""
    if not _is_affirmed(order):
        return []
    allowed = replace(order, duty="", strength="may")
    return [allowed, *(each for said in offers(order, grammar) for each in _healed(said, grammar))]


def advice(proposition: Proposition) -> list[Proposition]:
    """Advice in the words of the deed that it is about."""
    return [*_avoided(proposition), *_not_bothered(proposition)]


def _is_affirmed(order: Proposition) -> bool:
    return order.duty == "should" and order.polarity and not order.duty_negated


# let X V  ->  X Vs
def _let(plain: Proposition) -> Iterator[Proposition]:
    root = plain.root
    thing, deed = root.get("obj"), root.get("to")
    if root.head != "allow" or thing is None or deed is None or deed.kind != "verb":
        return
    if thing.kind == "noun" and not deed.negated and deed.get("subj") is None:
        rest = tuple(e for e in root.edges if e[0] != "subj" and e[1] not in (thing, deed))
        edges: tuple[Edge, ...] = (("subj", thing), *deed.edges, *rest)
        yield replace(plain, root=replace(deed, edges=edges))


# get (find) relief from Y with X  ->  X gives relief from Y
def _with_relief(plain: Proposition, grammar: Grammar) -> Iterator[Proposition]:
    root = plain.root
    thing, means = root.get("obj"), root.get("with")
    if thing is None or means is None or means.kind != "noun" or thing.head not in grammar.lent:
        return
    if root.head in grammar.receiving or root.head in ("find", "discover", "enjoy", "experience"):
        rest = tuple(edge for edge in root.edges if edge[0] != "subj" and edge[1] is not means)
        yield replace(plain, root=Node("give", "verb", (("subj", means), *rest), span=root.span))


# X cures (eliminates) the cause of Y  ->  X cures Y;  X eliminates Y  ->  X cures Y
def _healed(said: Proposition, grammar: Grammar) -> Iterator[Proposition]:
    root = said.root
    thing = root.get("obj")
    if root.head not in grammar.healing or thing is None:
        return
    ill = thing.get("of") if thing.head in ("cause", "root") else thing
    if ill is None:
        return
    edges = tuple((role, ill if node is thing else node) for role, node in root.edges)
    for head in dict.fromkeys(("cure", root.head)):
        if (head, ill) != (root.head, thing):
            yield replace(said, root=replace(root, head=head, edges=edges))


# never V  ->  you should not V
def _never(proposition: Proposition) -> Iterator[Proposition]:
    if proposition.duty == "must" and not proposition.polarity and not proposition.duty_negated:
        yield replace(proposition, duty="should", polarity=True, duty_negated=True)


# avoid V-ing  ->  do not V
def _avoided(proposition: Proposition) -> Iterator[Proposition]:
    root = proposition.root
    deed = root.get("obj")
    if root.head != "avoid" or deed is None or deed.kind != "verb" or deed.negated:
        return
    if proposition.duty not in ("should", "must") or not proposition.polarity:
        return
    rest = tuple(edge for edge in root.edges if edge[1] is not deed)
    edges = (*(e for e in rest if e[0] == "subj"), *deed.without("subj").edges)
    inner = replace(deed, edges=(*edges, *(e for e in rest if e[0] != "subj")))
    if proposition.duty == "should":
        yield replace(proposition, root=inner, duty_negated=not proposition.duty_negated)
    elif not proposition.duty_negated:
        yield replace(proposition, root=inner, polarity=False)


# do not bother V-ing  ->  you need not V
def _not_bothered(proposition: Proposition) -> Iterator[Proposition]:
    root = proposition.root
    deed = root.get("obj") or root.get("to")
    if root.head not in ("bother", "trouble") or deed is None or deed.kind != "verb":
        return
    if proposition.duty != "should" or not proposition.duty_negated or deed.negated:
        return
    who = root.get("subj")
    doer: tuple[Edge, ...] = () if who is None else (("subj", who),)
    inner = replace(deed, edges=(*doer, *deed.without("subj").edges))
    yield replace(proposition, root=inner, duty="must", duty_negated=True)
