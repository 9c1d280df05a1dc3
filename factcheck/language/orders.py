"""The verb of an order at the start of a sentence: "Feed the hens", "Ease pain with ice"."""

from __future__ import annotations

from factcheck.language.tagset import ADJ, AUX, FINITE, NOUNS, noun_lead, strong_finite
from factcheck.language.tokens import Token

BEFORE = frozenset({"always", "never", "simply", "just", "not"})
ENDS = frozenset({".", ";", ":", "!", "?"})
GOVERNING = frozenset({"DT", "IN", "TO", "CD", "QT", "POS"})


def settle_order(tokens: list[Token], start: int, end: int) -> bool:
    """Tags the verb of an order that opens a sentence; False where none does."""
    if start and tokens[start - 1].tag not in ENDS:
        return False
    at = start
    while at < end and tokens[at].low in BEFORE:
        at += 1
    if at + 1 >= end or not _may_be_order(tokens, at, end):
        return False
    tokens[at].tag = "VB"
    return True


def _may_be_order(tokens: list[Token], at: int, end: int) -> bool:
    token, after = tokens[at], tokens[at + 1]
    if token.tag or token.entity or "VB" not in token.tags:
        return False
    if after.tag in ("DT", "QT", "PRP") and not after.entity:
        return after.tag == "DT" or not _has_verb(tokens, at + 2, end)
    is_named = after.entity or (not after.tag and after.tags & (NOUNS | ADJ))
    if not is_named or noun_lead(token) > 0 or strong_finite(after):
        return False
    is_open = token.tags & NOUNS and after.tags & {"VBZ", "VBD"}
    if is_open and (noun_lead(token) >= 0 or noun_lead(after) <= 0):
        return False  # "Bleach damages wool", but "Kill weeds with salt"
    return not _has_verb(tokens, at + 2, end) and _stands_alone(tokens, end)


def _has_verb(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a word that may be a finite verb stands here, and no noun must."""
    return any(
        token.tag in FINITE
        or token.tag in AUX
        or (not token.tag and token.tags & FINITE and tokens[k - 1].tag not in GOVERNING)
        for k, token in enumerate(tokens[start:end], start)
    )


def _stands_alone(tokens: list[Token], end: int) -> bool:
    """Whether no verb behind this stretch may belong to it; one with a subject of its own may."""
    after = tokens[end : end + 2]
    if len(after) == 2 and after[0].tag == "CC":
        return after[1].tag == "PRP" or after[1].low == "your" or not _finite_ahead(tokens, end)
    return not after or after[0].tag in ENDS or not _finite_ahead(tokens, end)


def _finite_ahead(tokens: list[Token], start: int) -> bool:
    return any(each.tag in AUX or strong_finite(each) for each in tokens[start:])
