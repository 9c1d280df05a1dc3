"""Idioms and set phrases put in the plain words that they stand for."""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.framing import match
from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token

CONDITIONS = frozenset({"if", "when"})


def without_idioms(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with each idiom put in the plain words that it stands for."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        length, plain = _idiom(tokens, at, grammar)
        if length:
            last = tokens[at + length - 1]
            found.extend(
                Token(word, word, tokens[at].start, last.end, "word") for word in plain.split()
            )
        else:
            found.append(tokens[at])
        at += length or 1
    return found


def _idiom(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, str]:
    """Length of the idiom at a place, and the plain words; (0, "") when there is none."""
    length, plain = match(tokens, at, grammar.idioms)
    if length and not (plain in CONDITIONS and not _opens_clause(tokens, at, at + length, grammar)):
        return length, plain
    for table in (grammar.joining_phrases, grammar.likening_phrases, grammar.acting_phrases):
        length, plain = match(tokens, at, table)
        if length and not any(token.glued for token in tokens[at + 1 : at + length]):
            return length, plain  # "a stand-in for" does not stand in
    length, plain = match(tokens, at, grammar.adverb_phrases)
    if length and at and not _goes_on(tokens, at + length, grammar):
        return length, plain
    return 0, ""


def _opens_clause(tokens: list[Token], at: int, end: int, grammar: Grammar) -> bool:
    """Whether a pronoun follows, and no "is" stands before: "as long as you follow it".

    At the start of a sentence a noun phrase may follow too, where a comma closes the clause.
    """
    after = tokens[end : end + 1]
    before = grammar.tags.get(tokens[at - 1].low) if at else ""
    if not after or before == "BE":
        return False
    opens = "" if at else grammar.tags.get(after[0].low, "DT")
    is_closed = any(token.text == "," for token in tokens[end + 2 : end + 14])
    return grammar.tags.get(after[0].low) == "PRP" or (opens in ("DT", "QT") and is_closed)


def _goes_on(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word follows that a phrase before it may belong to: "for good reasons"."""
    if at >= len(tokens) or tokens[at].kind == "punct":
        return False
    after = tokens[at]
    if after.low == "of" or after.entity or after.kind == "number":
        return True
    if after.low in grammar.tags:
        return False
    return any(word.tag in ("NN", "NNS", "JJ") for word in words.lookup(after.low)) or not (
        words.is_known(after.low)
    )
