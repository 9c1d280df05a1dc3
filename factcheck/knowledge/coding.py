"""Propositions as plain data, for the compiled index, and back."""

from __future__ import annotations

import re
from typing import Any

from factcheck.language.relations import Template
from factcheck.model.proposition import Node, Proposition, Value

INFINITE = float("inf")

# Numbers of the sentences that are not a wording of their claim.
CORRECTION = -2
ENTITY_DATA = -3


def pack(node: Node) -> list[Any]:
    """A node as nested lists; spans are dropped."""
    value = None
    if node.value is not None:
        value = [
            _finite(node.value.low),
            _finite(node.value.high),
            node.value.unit,
            node.value.about,
        ]
    return [
        node.head,
        node.kind,
        [[role, pack(each)] for role, each in node.edges],
        node.quant,
        value,
        node.negated,
    ]


def unpack(data: list[Any]) -> Node:
    """The node that `pack` made the data of."""
    head, kind, edges, quant, value, negated = data
    found = None
    if value is not None:
        low, high, unit, about = value
        found = Value(_number(low), _number(high), unit, about)
    return Node(
        head, kind, tuple((role, unpack(each)) for role, each in edges), quant, found, negated
    )


def pack_proposition(proposition: Proposition) -> list[Any]:
    """A proposition as nested lists."""
    return [
        pack(proposition.root),
        proposition.polarity,
        proposition.strength,
        proposition.duty,
        proposition.duty_negated,
        proposition.tense,
    ]


def unpack_proposition(data: list[Any]) -> Proposition:
    """The proposition that `pack_proposition` made the data of."""
    root, polarity, strength, duty, duty_negated, tense = data
    return Proposition(unpack(root), polarity, strength, duty, duty_negated, tense=tense)


def key_of(node: Node) -> str:
    """A noun phrase as a class name: its head and what narrows it, in a fixed order."""
    if not node.edges and node.value is None:
        return "!" + node.head if node.negated else node.head
    narrowing = sorted(
        f"{role}:{key_of(each)}" for role, each in node.edges if role not in ("rel", "like")
    )
    value = f"={node.value.low:g}..{node.value.high:g}{node.value.unit}" if node.value else ""
    sign = "!" if node.negated else ""
    return sign + node.head + value + (f"({','.join(narrowing)})" if narrowing else "")


def node_of(key: str) -> Node | None:
    """The noun phrase of a class name, None when it has more than plain modifiers."""
    found = re.fullmatch(r"([^()=!,]+)(?:\(((?:mod:[^()=!,]+,?)+)\))?", key)
    if found is None:
        return None
    modifiers = (each.removeprefix("mod:") for each in (found[2] or "").split(",") if each)
    return Node(found[1], "noun", tuple(("mod", Node(each)) for each in modifiers))


def _finite(number: float) -> float | str:
    return number if abs(number) != INFINITE else ("inf" if number > 0 else "-inf")


def _number(data: float | str) -> float:
    return float(data)


def pack_template(template: Template) -> list[Any]:
    """A phrase of a relation as nested lists."""
    return [
        template.relation,
        pack(template.pattern),
        template.polarity,
        template.is_inverse,
        None if template.target is None else pack(template.target),
        template.is_ability,
    ]


def unpack_template(data: list[Any]) -> Template:
    """The template that `pack_template` made the data of."""
    relation, pattern, polarity, is_inverse, target, is_ability = data
    return Template(
        relation,
        unpack(pattern),
        polarity,
        is_inverse,
        None if target is None else unpack(target),
        is_ability,
    )
