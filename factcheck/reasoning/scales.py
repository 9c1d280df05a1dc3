"""Comparisons as orders: which of two stands above the other on which scale.

A scale is a pair of opposite qualities ("long to short") with what they are qualities of and where
they hold. "X is the tallest of the ys" puts x above every other y.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from factcheck.knowledge.coding import key_of
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition

CERTAIN = ("generic", "always")
NEARLY = ("about", "nearly", "almost")
QUANTITIES = ("", "the", "all", "some", "any")
OTHER: Edge = ("mod", Node("other", "adj"))


class Standing(Enum):
    """How the upper one of two stands to the lower one."""

    ABOVE = "above"
    NOT_BELOW = "not below"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Order:
    """Two things on a scale; a quantity of "all" or "some" makes one of them a class.

    `is_measured` says that it was said with a measure ("much", "50 times") that is not kept here,
    `is_about` that it is only nearly so.
    """

    upper: Node
    lower: Node
    scale: str
    standing: Standing = Standing.ABOVE
    is_measured: bool = False
    is_about: bool = False


def orders_of(stated: Proposition, grammar: Grammar, *, holds: bool = True) -> list[Order]:
    """The orders that a proposition states, or its denial where it does not hold.

    There is one for each scale that its word belongs to: what is short may be not long, or not
    tall. The first claim or statement to name one of them tells which.
    """
    if stated.duty or stated.strength not in CERTAIN:
        return []
    affirmed = stated.polarity == holds
    if stated.root.head == "isa":
        found = _superlative(stated.root, grammar)
    elif stated.root.head in ("cmp", "as"):
        found = _comparison(stated.root, grammar, affirmed=affirmed)
    else:
        return []
    return found if affirmed else [denied(order) for order in found]


def denied(order: Order) -> Order:
    """What holds when the one is not above the other, or not as tall."""
    standing = Standing.NOT_BELOW if order.standing is Standing.ABOVE else Standing.ABOVE
    upper, lower = _dual(order.lower), _dual(order.upper)
    return replace(order, upper=upper, lower=lower, standing=standing)


def _dual(node: Node) -> Node:
    other = {"all": "some", "some": "all", "any": "all"}.get(node.quant)
    return node if other is None else replace(node, quant=other)


def _comparison(root: Node, grammar: Grammar, *, affirmed: bool) -> list[Order]:
    upper, lower, dimension = root.get("subj"), root.get("than"), root.get("dim")
    if upper is None or lower is None or dimension is None:
        return []
    if not _is_plain(upper) or not _is_plain(lower):
        return []
    rest = [edge for edge in root.edges if edge[0] not in ("subj", "than", "dim")]
    measured = [edge for edge in rest if _is_measure(edge)]
    nearly = [edge for edge in rest if edge[0] == "adv" and edge[1].head in NEARLY]
    if (root.head == "as" and measured) or (root.head == "cmp" and nearly):
        return []
    if nearly and not affirmed and nearly[0][1].head == "about":
        return []
    where = [edge for edge in rest if edge not in measured and edge not in nearly]
    standing = Standing.ABOVE if root.head == "cmp" else Standing.LEVEL
    orders = []
    for scale, is_low in _scales(dimension, where, grammar):
        # "as short as" is as tall as, but "not as short as" is taller
        ends = (lower, upper) if is_low and not (affirmed and root.head == "as") else (upper, lower)
        orders.append(Order(*ends, scale, standing, bool(measured), bool(nearly and affirmed)))
    return orders


def _is_measure(edge: Edge) -> bool:
    role, node = edge
    return role == "by" or (role == "adv" and node.head in ("much", "slightly"))


def _scales(dimension: Node, where: list[Edge], grammar: Grammar) -> list[tuple[str, bool]]:
    """The names of the scales of a word with where they hold, and if it names the low end."""
    inner = sorted(f"{role}:{key_of(node)}" for role, node in dimension.edges)
    outer = sorted(f"{role}:{key_of(node)}" for role, node in where)
    scales = grammar.scales.get(dimension.head, ((dimension.head, False),))
    return [
        ("|".join((name, *inner, "", *outer)), is_low != dimension.negated)
        for name, is_low in scales
    ]


def _superlative(root: Node, grammar: Grammar) -> list[Order]:
    """ "X is the tallest Y" as X above all other Ys."""
    subject, kind = root.get("subj"), root.get("obj")
    if subject is None or kind is None:
        return []
    if superlative(subject) is not None:
        subject, kind = kind, subject
    quality = superlative(kind)
    if quality is None or kind.quant != "the" or not _is_plain(subject):
        return []
    if any(node.head in grammar.ordinals for _, node in kind.edges):
        return []
    rest = tuple(edge for edge in root.edges if edge[0] not in ("subj", "obj"))
    others = _others(kind, quality, rest, subject)
    if others is None:
        return []
    return [
        Order(others, subject, scale) if is_low else Order(subject, others, scale)
        for scale, is_low in _scales(quality.without("adv"), [], grammar)
    ]


def _others(kind: Node, quality: Node, rest: tuple[Edge, ...], subject: Node) -> Node | None:
    """All others of a kind, with how many they are: "the tallest of the three towers"."""
    edges: list[Edge] = []
    head = kind.head
    for role, node in (*(edge for edge in kind.edges if edge[1] is not quality), *rest):
        if role not in ("of", "among") or not (role == "among" or node.quant in ("the", "all")):
            edges.append((role, node))
            continue
        if role == "of" and head != "one" and node.kind != "value":
            edges.append((role, node))  # the tallest tower of the castle
            continue
        if head == "one" and node.kind == "noun":
            head = node.head
            edges.extend(node.edges)
        if node.value is not None:
            edges.append(("among", Node("#count", "value", value=node.value)))
    if head == "one" and subject.edges:
        head = subject.head  # "the red crate is the heaviest of the three"
    others = replace(kind, head=head, quant="all", edges=(*edges, OTHER))
    return others if head not in ("one", "something") and _is_plain(others) else None


def superlative(kind: Node) -> Node | None:
    """The quality that one of a kind has most of: "tallest" in "the tallest tower"."""
    for role, node in kind.edges:
        degree = node.get("adv")
        if role == "mod" and degree is not None and degree.head in ("most", "least"):
            return node if degree.head == "most" else None
    return None


def is_other(edge: Edge) -> bool:
    """Whether an edge leaves one of a class out: "other"."""
    return edge[0] == "mod" and edge[1].head == "other"


def leaves_out(node: Node) -> bool:
    """Whether a class is all but the thing that it is compared with: "any other tram"."""
    return any(map(is_other, node.edges))


def _is_plain(node: Node) -> bool:
    """Whether a noun phrase names a thing or a class as such."""
    return (
        node.kind == "noun"
        and node.quant in QUANTITIES
        and node.value is None
        and not node.negated
        and node.head not in ("people", "thing", "something", "another")
        and all(role in ("mod", "of", "in", "among") for role, _ in node.edges)
        and all(each.head != "only" for _, each in node.edges)
    )
