"""Participles that say something of a noun in passing: "First built in 1884, X is ..."."""

from __future__ import annotations

from factcheck.language.tagset import ADV, AUX, FINITE_AUX, NOUNS, may_be_finite
from factcheck.language.tokens import Token

CLOSED = frozenset({";", ":", "."})


def settle_participles(tokens: list[Token]) -> None:
    """Tags the participles that open a sentence, a bracket or an aside behind a noun."""
    run = False  # whether the phrase before was such a participle
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        if before is not None and before.tag not in ("(", ",", "CC"):
            continue
        k = i
        while k < len(tokens) and _is_adverb(tokens[k]):
            k += 1
        if k == len(tokens) or not _is_participle(tokens, k):
            run = run and token.tag == "CC"
            continue
        if before is None or before.tag == "(":
            run = _verb_behind(tokens, k, ")" if before is not None else ",")
        elif not run:
            run = (
                before.tag == ","
                and _ends_subject(tokens, i - 2)
                and not has_finite_before(tokens, i)
                and _verb_behind(tokens, k, ",", at_once=True)
            )
        if run:
            tokens[k].tag = "VBN"


def has_finite_before(tokens: list[Token], start: int) -> bool:
    """Whether the clause so far has a finite verb, that of an aside not counted."""
    aside = ""
    found = False
    for k, token in enumerate(tokens[:start]):
        if token.tag in (";", ":", "."):
            found, aside = False, ""
        elif not aside and (token.tag == "(" or (token.tag == "WP" and tokens[k - 1].tag == ",")):
            aside = ")" if token.tag == "(" else ","
        elif token.tag == aside:
            aside = ""
        elif not aside:
            found = found or token.tag in ("VBZ", "VBD", "VBP", "MD", "DO", "HV")
            found = found or (token.tag == "BE" and token.low in FINITE_AUX)
    return found


def is_aside(tokens: list[Token], start: int, end: int) -> bool:
    """Whether commas set this stretch off between a subject and its verb: an apposition."""
    if not start or tokens[start - 1].tag != "," or tokens[start].tag == "PRP":
        return False
    if tokens[start].low == "whose":
        return False
    if not tokens[start].tag and tokens[start].tags & {"VBZ", "VBD"}:
        return False  # "X, which is Y, blocks A, ..."
    if end >= len(tokens) - 1 or tokens[end].tag != "," or not _ends_subject(tokens, start - 2):
        return False
    opens = next((k + 1 for k in range(start - 2, -1, -1) if tokens[k].tag in CLOSED), 0)
    if tokens[opens].tag in ("IN", "TO", "SUB", "WR", "RB"):
        return False
    return not has_finite_before(tokens, start) and _verb_behind(tokens, end - 1, ",", at_once=True)


def _is_adverb(token: Token) -> bool:
    return token.tag == "RB" or (not token.tag and bool(token.tags) and token.tags <= ADV)


def _is_participle(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    return (
        token.tag in ("", "VBN")
        and "VBN" in token.tags
        and not token.tags & {"VB", "VBP"}
        and not token.tags & NOUNS
        and token.prefers != "JJ"
        and after is not None
        and (after.tag in ("IN", "TO") or after.low == "only" or (k < 2 and _is_adverb(after)))
    )


def _ends_subject(tokens: list[Token], i: int) -> bool:
    if i < 0:
        return False
    token = tokens[i]
    return bool(token.entity or token.tags & NOUNS) or token.tag in ("NN", "NNS", ")")


def _verb_behind(tokens: list[Token], k: int, mark: str, *, at_once: bool = False) -> bool:
    """Whether a verb follows behind the next mark, at once or some words later."""
    for j in range(k + 1, len(tokens) - 1):
        if tokens[j].tag in (";", "."):
            return False
        if tokens[j].tag != mark:
            continue
        ahead = tokens[j + 1 : j + 3] if at_once else tokens[j + 1 :]
        if at_once and not _is_adverb(ahead[0]):
            ahead = ahead[:1]
        if any(each.tag in AUX or may_be_finite(each) or "VBZ" in each.tags for each in ahead):
            return True
    return False
