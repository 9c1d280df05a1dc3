"""Participles and relative verbs that their neighbours give away: "gets cleaned by", "who paid"."""

from __future__ import annotations

from factcheck.language.finite import takes_over
from factcheck.language.tagset import ADJ, ADV, AUX, FINITE, NOUNS, VERBS, noun_lead, weight
from factcheck.language.tokens import Token

GETS = frozenset({"get", "gets", "got", "getting"})
RELATING = frozenset({"that", "who", "which"})


def settle_called_for(tokens: list[Token], start: int, end: int) -> None:
    """Tags what "get" and "be ... to" call for, and the verb right after "who" and "that"."""
    _relative_verb(tokens, start, end)
    if start >= 2 and tokens[start - 1].tag == "WP":
        _main_verb(tokens, start, end)
    for i in range(start, end - 1):
        k = _over_adverbs(tokens, i + 1, end)
        if k >= end or tokens[k].tag or "VBN" not in tokens[k].tags:
            continue
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        is_undergone = tokens[i].low in GETS and _is_undergone(tokens[k], after)
        if is_undergone or (tokens[i].tag == "BE" and _is_thought(tokens, k)):
            tokens[k].tag = "VBN"


def _main_verb(tokens: list[Token], start: int, end: int) -> None:
    """The main verb after a relative clause: "bags that are kept in zone 3 need a tag"."""
    if any(each.tag in AUX or each.tag in FINITE for each in tokens[: start - 1]):
        return
    first = next((k for k in range(start, end) if tokens[k].tag in (*AUX, *FINITE)), end)
    for k in range(first + 2, end):
        if tokens[k].tag in AUX or tokens[k].tag in FINITE:
            return
        if takes_over(tokens, k, end):
            tokens[k].tag = "VBZ" if "VBZ" in tokens[k].tags else "VBP"
            return


def _over_adverbs(tokens: list[Token], i: int, end: int) -> int:
    while i < end and (
        tokens[i].tag in ("NOT", "RB") or (tokens[i].tags and tokens[i].tags <= ADV)
    ):
        i += 1
    return i


def _is_undergone(token: Token, after: Token | None) -> bool:
    """Whether a participle after "get" is what somebody does: "gets cleaned (by Karl)"."""
    if token.prefers == "JJ":
        return False
    if after is not None and after.low == "by":
        return True
    if after is not None and not after.tag and after.tags & NOUNS:
        return False
    return weight(token, VERBS) > weight(token, ADJ)


def _is_thought(tokens: list[Token], k: int) -> bool:
    """Whether "found" in "is found to help" is a participle though it is other things too."""
    if k + 2 >= len(tokens) or tokens[k + 1].tag != "TO" or tokens[k].prefers == "JJ":
        return False
    verb = tokens[k + 2]
    return "VB" in tokens[k].tags and (verb.tag in ("BE", "HV") or "VB" in verb.tags)


def _fails_to(tokens: list[Token], start: int, end: int) -> bool:
    """Whether "that" and a verb with "to" hang on a plural noun: "firms that fail to pay"."""
    noun, verb = tokens[start - 2], tokens[start]
    return (
        "NNS" in noun.tags
        and not verb.tag
        and "VBP" in verb.tags
        and "NNS" not in verb.tags
        and start + 1 < end
        and tokens[start + 1].tag == "TO"
    )


def _relative_verb(tokens: list[Token], start: int, end: int) -> None:
    """The verb right after a relative pronoun whose noun stands before it: "a vault that holds"."""
    if start >= 2 and tokens[start - 1].tag == "THAT" and _fails_to(tokens, start, end):
        tokens[start - 1].tag = "WP"
    if start < 2 or tokens[start - 1].tag != "WP" or tokens[start - 1].low not in RELATING:
        return
    noun = tokens[start - 2]
    if not (noun.entity or noun.tags & NOUNS or noun.tag in ("NN", "NNS", "PRP")):
        return
    k = _over_adverbs(tokens, start, end)
    if k + 1 >= end or tokens[k].tag or not tokens[k].tags & FINITE:
        return
    token, after = tokens[k], tokens[k + 1]
    opens = after.tag in ("DT", "QT", "PRP", "CD", "IN", "TO") or bool(after.entity)
    is_noun = not after.tag and bool(after.tags & (NOUNS | ADJ)) and not after.tags & FINITE
    if (opens and noun_lead(token) < 2) or (is_noun and noun_lead(token) < 1):
        if "VBN" in token.tags and after.tag in ("IN", "TO"):
            return
        for tag in ("VBZ", "VBD", "VBP"):
            if tag in token.tags:
                token.tag = tag
                return
