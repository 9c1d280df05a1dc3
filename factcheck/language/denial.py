"""The sentence that a plain denial denies, word for word: for what the grammar cannot read."""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token, tokenise

FORMS = {"do": "VB", "does": "VBZ", "did": "VBD"}
OUTSIDE = frozenset({"SUB", "THAT", "WP", "WR", "NOT", "QT"})


def denied(text: str, grammar: Grammar) -> tuple[str, ...]:
    """Wordings of the sentence whose main verb the text denies; () where that is not plain.

    A denial with a quantity, a duty or a condition is not plain: what it denies depends on what
    "not" reaches.
    """
    tokens = tokenise(text)
    if len(tokens) > 2 and tokens[0].low == "there" and tokens[2].low == "no":
        return tuple(_joined(text, tokens[2], each) for each in ("a", "an", ""))
    at = next((k for k, token in enumerate(tokens) if grammar.tags.get(token.low) == "NOT"), 0)
    if at < 2 or at + 1 >= len(tokens) or tokens[at].low == "never":
        return ()
    before, helper, after = tokens[: at - 1], tokens[at - 1], tokens[at + 1]
    if any(
        grammar.tags.get(token.low) in OUTSIDE
        or token.low in grammar.scope_before_not
        or _says_how_often(before[k:], grammar)
        for k, token in enumerate(before)
    ):
        return ()
    if (
        any(token.low in grammar.scope_after_not for token in tokens[at + 1 :])
        or after.low in grammar.scope_before_not
    ):
        return ()
    if helper.low in grammar.plainly_denied:
        return (_joined(text, tokens[at], ""),)
    if helper.low not in FORMS or not any(w.tag == "VB" for w in words.lookup(after.low)):
        return ()
    return tuple(
        text[: helper.start] + form + text[after.end :]
        for form in words.inflect(after.low, FORMS[helper.low])
    )


def _says_how_often(tokens: list[Token], grammar: Grammar) -> bool:
    return any(
        tuple(token.low for token in tokens[: len(phrase)]) == phrase
        for phrase, _ in grammar.strength.get(tokens[0].low, ())
    )


def _joined(text: str, token: Token, instead: str) -> str:
    return f"{text[: token.start]} {instead} {text[token.end :]}"
