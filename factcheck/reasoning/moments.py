"""When something was so and for how long, on one calendar: "50 years ago", "since 1990"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf

from factcheck.language import values
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Value

ROUGHLY = 0.15  # how far from "about 50 years ago" it may have been


def dated(node: Node, grammar: Grammar, as_of: date) -> Value | None:
    """The value of a node, with "50 years ago" put on the calendar."""
    value = node.value
    if value is None:
        return _long(node, grammar)
    if value.unit != "ago":
        return value
    now = _years(as_of)
    if value.about and value.high < inf:
        slack = ROUGHLY * value.high
        return Value(now - value.high - slack, now - value.low + slack, "date", True)
    slack = 1.0 if value.low == value.high else 0.0
    return Value(now - value.high - slack, now - value.low + slack, "date", value.about)


def relation(claim: Node, stated: Node, grammar: Grammar, as_of: date) -> str:
    """How a stated value stands to a claim's, as `values.compare` has it."""
    found = _compared(claim, stated, grammar, as_of)
    if found != "conflict" or "ago" not in (_unit(claim), _unit(stated)):
        return found
    again = _compared(_roughly(claim), _roughly(stated), grammar, as_of)
    return again if again == "conflict" else ""  # "50 years ago" may be 55


def lasting(start: Node, span: Node, grammar: Grammar, as_of: date) -> str:
    """The same for how long something is so, against since when it is."""
    first, second = dated(start, grammar, as_of), dated(span, grammar, as_of)
    if first is None or second is None:
        return ""
    now = _years(as_of)
    low, high = (max(0.0, now - each) * values.YEAR for each in (first.high, first.low))
    return values.compare(Value(low, high, "seconds", first.about), second)


def tells_how_long(start: Edge, span: Edge, grammar: Grammar) -> bool:
    """Whether one tells since when something is so, and the other for how long."""
    return (
        span[0] == "for"
        and grammar.phases.get(start[0]) == "start"
        and is_date(start[1])
        and (_unit(span[1]) == "seconds" or _long(span[1], grammar) is not None)
    )


def can_be_same(claim: Edge, stated: Edge, grammar: Grammar) -> bool:
    """Whether two values can play the same part: dates by their phase, others nearly anywhere."""
    dates = is_date(claim[1]), is_date(stated[1])
    if not any(dates):
        return claim[0] in grammar.dating and stated[0] in grammar.dating
    phase = grammar.phases.get(claim[0])
    return all(dates) and phase is not None and phase == grammar.phases.get(stated[0])


def is_span(node: Node, grammar: Grammar) -> bool:
    """Whether a noun stands for a length of time: "decades"."""
    return node.kind == "noun" and _long(node, grammar) is not None


def is_date(node: Node) -> bool:
    """Whether a value is a time on the calendar."""
    return _unit(node) in ("date", "ago")


def _compared(claim: Node, stated: Node, grammar: Grammar, as_of: date) -> str:
    first, second = dated(claim, grammar, as_of), dated(stated, grammar, as_of)
    return "" if first is None or second is None else values.compare(first, second)


def _years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _unit(node: Node) -> str:
    return "" if node.value is None else node.value.unit


def _long(node: Node, grammar: Grammar) -> Value | None:
    years = grammar.long_spans.get(node.head) if node.kind == "noun" and not node.edges else None
    if years is None or node.quant not in ("", "many"):
        return None
    return Value(years * values.YEAR, inf, "seconds")


def _roughly(node: Node) -> Node:
    if node.value is None or node.value.unit != "ago":
        return node
    return replace(node, value=node.value._replace(about=True))
