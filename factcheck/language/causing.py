"""Verbs of making somebody do something, told from the nouns that look like them."""

from __future__ import annotations

from factcheck.language.grammar import Grammar
from factcheck.language.tagset import NOUNS, VERBS, is_plural
from factcheck.language.tokens import Token

LONGEST = 6  # words between such a verb and the verb of what is done


def causing_verb(tokens: list[Token], start: int, end: int, grammar: Grammar) -> int:
    """Where "makes" stands in "salt makes bread rise", tagged; -1 when nothing is made to do so."""
    for i in range(start + 1, end - 2):
        token = tokens[i]
        if token.tag or not token.tags & {"VBZ", "VBP"} or not _agrees(tokens[i - 1], token):
            continue
        is_bare = token.low in grammar.causatives
        if not is_bare and not any(
            word.lemma in grammar.bringing_about for word in token.words if word.tag in VERBS
        ):
            continue
        if not _names(tokens[i + 1]):
            continue
        if any(_is_done(tokens, j, is_bare) for j in range(i + 2, min(end, i + LONGEST))):
            token.tag = "VBZ" if "VBZ" in token.tags else "VBP"
            return i
    return -1


def _agrees(subject: Token, verb: Token) -> bool:
    """Whether the word before can be the last of a subject of the verb, by number."""
    if subject.tag == "PRP":
        return True
    if subject.tag in ("DT", "IN", "TO", "POS", "QT", "JJ", "CD") or not _names(subject):
        return False
    return bool(subject.entity) or ("VBZ" in verb.tags) is not is_plural(subject)


def _names(token: Token) -> bool:
    return bool(token.entity or token.tags & NOUNS) or token.tag in ("NN", "NNS", "PRP", "DT")


def _is_done(tokens: list[Token], j: int, is_bare: bool) -> bool:
    """Whether the verb of what is done stands here: "to rise", or "rise" behind a plain noun."""
    token, before = tokens[j], tokens[j - 1]
    if token.tag == "TO":
        after = tokens[j + 1] if j + 1 < len(tokens) else None
        return not is_bare and after is not None and bool(after.tags & {"VB"} or after.tag == "BE")
    if not is_bare or token.tag not in ("", "VB") or "VB" not in token.tags:
        return False
    return _names(before) and not token.entity
