"""Discourse markers inside and behind a statement: "Glass, of course, breaks, you know"."""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.framing import match
from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token

CLOSED = frozenset({"BE", "DO", "MD", "HV", "IN", "TO", "CC", "NOT", "THAT", "SUB"})
STARTS = frozenset({";", ":"})


def without_interjections(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Takes out what stands between commas, or between the start of a clause and a comma."""
    at = 1
    while at < len(tokens) - 2:
        length, _ = match(tokens, at + 1, grammar.closers)
        end = at + 1 + length
        if tokens[at].text == "," and length and end < len(tokens) and tokens[end].text == ",":
            is_inside = _is_inside(tokens, at, end, grammar)
            tokens = [*tokens[: at if is_inside else at + 1], *tokens[end + 1 :]]
            continue
        is_start = tokens[at].text in STARTS or grammar.tags.get(tokens[at].low) == "CC"
        length, _ = match(tokens, at + 1, grammar.closers) if is_start else (0, "")
        end = at + 1 + length
        if length and end < len(tokens) and tokens[end].text == ",":
            tokens = [*tokens[: at + 1], *tokens[end + 1 :]]
            continue
        at += 1
    return tokens


def without_closer(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Takes off what stands behind the last comma, where it changes nothing."""
    comma = max((k for k, token in enumerate(tokens) if token.text == ","), default=0)
    length, _ = match(tokens, comma + 1, grammar.closers) if comma else (0, "")
    return tokens[:comma] if length and comma + 1 + length == len(tokens) else tokens


def _is_inside(tokens: list[Token], first: int, last: int, grammar: Grammar) -> bool:
    """Whether two commas part what belongs together, so that neither of them is left."""
    before, after = tokens[first - 1], tokens[last + 1 : last + 2]
    return _joins(before, grammar, after=False) or any(
        _joins(each, grammar, after=True) for each in after
    )


def _joins(token: Token, grammar: Grammar, *, after: bool) -> bool:
    if token.entity:
        return False
    found = words.lookup(token.low)[:1]
    tags = {"VB", "VBZ", "VBD"} if after else {"VB", "VBZ", "VBD", "VBN", "VBG"}
    return grammar.tags.get(token.low) in CLOSED or any(word.tag in tags for word in found)
