"""What was understood of a sentence, for a reader."""

from __future__ import annotations

from math import inf

from factcheck.model.place import Span
from factcheck.model.proposition import Analysis, Node, Reading, Value
from factcheck.model.result import Understanding
from factcheck.model.trace import Branch


def understanding(analysis: Analysis, reading: Reading | None = None) -> Understanding:
    """What was understood of a sentence, for a reader."""
    chosen = (
        reading
        or next((each for each in analysis.readings if not each.is_side), None)
        or next(iter(analysis.readings), None)
    )
    if chosen is None:
        return Understanding(mentions=analysis.mentions, unread=analysis.unread)
    proposition = chosen.proposition
    root = proposition.root
    subject, target = root.get("subj"), root.get("obj")
    rest = tuple(
        f"{role} {spoken(node)}"
        for role, node in root.edges
        if node is not subject and node is not target
    )
    polarity = proposition.polarity == chosen.sign
    return Understanding(
        relation=(proposition.duty + " " if proposition.duty else "") + root.head.removeprefix("="),
        subject=spoken(subject) if subject else "",
        object=spoken(target) if target else "",
        qualifiers=rest,
        polarity="affirmed" if polarity else "negated",
        strength=proposition.strength,
        mentions=analysis.mentions,
        cues=chosen.cues,
        unread=chosen.unread or analysis.unread,
    )


def spoken(node: Node) -> str:
    """A node as words: modifiers, head, what hangs on it."""
    before = [spoken(each) for role, each in node.edges if role == "mod"]
    after = [
        f"{'' if role in ('obj', 'subj', 'adv') else role + ' '}{spoken(each)}"
        for role, each in node.edges
        if role not in ("mod",)
    ]
    head = node.head.removeprefix("@").removeprefix("=")
    if node.kind == "value" and node.value is not None:
        value = node.value
        head = _spoken_value(value)
    quant = {"all": "every ", "the": "", "one": ""}.get(node.quant, f"{node.quant} ".lstrip())
    return " ".join(
        filter(None, [("not " if node.negated else "") + quant.strip(), *before, head, *after])
    )


def _spoken_value(value: Value) -> str:
    """An interval as words: "1970", "at least 2 count", "50 to 100 times"."""
    if value.unit == "date":
        if inf in (value.high, -value.low):
            return f"after {value.low:.0f}" if value.high == inf else f"before {value.high:.0f}"
        first, last = int(value.low), int(value.high)
        return str(first) if value.high - value.low <= 1 else f"{first} to {last}"
    unit = "" if value.unit in ("count", "label") else f" {value.unit}"
    if value.high == inf:
        return f"at least {value.low:g}{unit}"
    if value.low == -inf:
        return f"at most {value.high:g}{unit}"
    return (
        f"{value.low:g}" if value.low == value.high else f"{value.low:g} to {value.high:g}"
    ) + unit


def branches(node: Node, role: str = "") -> Branch:
    """A node and what hangs on it, as a tree of words."""
    head = node.head.removeprefix("@").removeprefix("=")
    if node.kind == "value" and node.value is not None:
        head = _spoken_value(node.value)
    quant = "" if node.quant in ("", "the") else f"{node.quant} "
    denied = "not " if node.negated else ""
    parts = tuple(branches(each, name) for name, each in node.edges)
    return Branch(role, denied + quant + head, parts)


def node_spans(node: Node) -> tuple[Span, ...]:
    """The places of a proposition's words, in order."""
    found: set[Span] = set()

    def visit(each: Node) -> None:
        if each.span.end > each.span.start and each.kind != "verb":
            found.add(each.span)
        for _, inner in each.edges:
            visit(inner)

    for _, child in node.edges:
        visit(child)
    outer = [
        span
        for span in found
        if not any(o != span and o.start <= span.start and span.end <= o.end for o in found)
    ]
    return tuple(sorted(outer))


def marks_of(analysis: Analysis) -> tuple[Span, ...]:
    """The places of the words of all its readings, in order."""
    return tuple(
        sorted(
            {span for reading in analysis.readings for span in node_spans(reading.proposition.root)}
        )
    )
