"""Numbers that other words hide, put in plain ones before parts of speech are looked for."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token
from factcheck.language.values import ROMAN
from factcheck.model.proposition import Value

NUMBERED = frozenset({"numbered", "labelled", "labeled"})
HALF = ["and", "a", "half"]
FAR = 8  # tokens between a count and how its members are numbered


def with_numerals(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with "one and a half" as one number, "something like 5" as "about 5".

    How the members of a count are numbered is left out: "five classes, numbered I to V".
    """
    words = {token.low for token in tokens}
    if "half" in words:
        tokens = _halves(tokens, grammar)
    if "something" in words and "like" in words:
        tokens = _about(tokens, grammar)
    if words & NUMBERED:
        tokens = _unnumbered(tokens, grammar)
    return tokens


def _halves(tokens: list[Token], grammar: Grammar) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        number = _number(tokens[at], grammar)
        is_first = not found or _number(found[-1], grammar) is None
        if number is None or not is_first or [t.low for t in tokens[at + 1 : at + 4]] != HALF:
            found.append(tokens[at])
            at += 1
            continue
        after = tokens[at + 4 : at + 5]
        factor = grammar.numbers.get(after[0].low, 1.0) if after else 1.0
        last = at + 3 + (factor > 99)
        number = (number + 0.5) * (factor if factor > 99 else 1.0)
        text = " ".join(token.text for token in tokens[at : last + 1])
        value = Value(number, number, "count")
        start, end = tokens[at].start, tokens[last].end
        found.append(Token(text, text.lower(), start, end, "number", tag="CD", value=value))
        at = last + 1
    return found


def _about(tokens: list[Token], grammar: Grammar) -> list[Token]:
    for at in range(len(tokens) - 2):
        is_like = [token.low for token in tokens[at : at + 2]] == ["something", "like"]
        behind = tokens[at + 2]
        if is_like and (_number(behind, grammar) is not None or behind.low in ("a", "half")):
            about = replace(tokens[at], text="about", low="about", end=tokens[at + 1].end)
            if behind.low != "a" or (tokens[at + 3 : at + 4] and _starts(tokens[at + 3], grammar)):
                return [*tokens[:at], about, *tokens[at + 2 :]]
    return tokens


def _starts(token: Token, grammar: Grammar) -> bool:
    return token.low in grammar.fractions or token.low in grammar.time_spans


def _unnumbered(tokens: list[Token], grammar: Grammar) -> list[Token]:
    for at in range(1, len(tokens) - 3):
        if tokens[at].low not in NUMBERED or tokens[at + 2].low not in ("to", "through", "-"):
            continue
        first, last = (_number(tokens[at + k], grammar, is_label=True) for k in (1, 3))
        if first is None or last is None:
            continue
        before = tokens[max(0, at - FAR) : at]
        counts = [n for n in (_number(token, grammar) for token in before) if n is not None]
        if not counts or counts[-1] != last - first + 1:
            continue
        is_aside = tokens[at - 1].text == ","
        start, end = at - is_aside, at + 4
        if is_aside and tokens[end : end + 1] and tokens[end].text == ",":
            end += 1
        return [*tokens[:start], *tokens[end:]]
    return tokens


def _number(token: Token, grammar: Grammar, *, is_label: bool = False) -> float | None:
    """A number of one token; Roman numerals only as labels."""
    if token.value is not None or token.glued:
        return None
    if is_label and token.text in ROMAN:
        return ROMAN.index(token.text) + 1.0
    if token.kind == "number":
        digits = token.low.replace(",", "")
        return float(digits) if digits.replace(".", "", 1).isdigit() else None
    return grammar.numbers.get(token.low)
