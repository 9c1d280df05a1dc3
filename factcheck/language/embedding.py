"""A main verb behind a clause inside its subject: "the lamp that came with the desk broke"."""

from __future__ import annotations

from factcheck.language.finite import likeliest, mark_finite
from factcheck.language.participles import has_finite_before
from factcheck.language.tagset import ADV, AUX, FINITE, FINITE_AUX, NOUNS
from factcheck.language.tokens import Token

FREE = frozenset({"how", "what", "whatever", "whether", "whoever", "why", "where", "which"})
LEAST = -3.0  # a verb there must be
LIST_ENDS = frozenset({",", "(", "CC"})


def settle_host(tokens: list[Token], start: int, end: int) -> None:
    """Tags the second verb of a stretch that ends one clause and goes on with the one around it."""
    if not _is_inside_subject(tokens, start) or _goes_on_later(tokens, end):
        return
    known = [k for k in range(start, end) if _is_finite(tokens[k])]
    if len(known) != 1:
        return
    verb = known[0]
    if tokens[verb].tag in AUX and _may_be_asked(tokens, start):
        return
    behind, its_score = likeliest(tokens, verb, end, LEAST, plural=_number(tokens, start))
    before, score = -1, its_score
    if not _is_its_subject(tokens, start, verb):
        before, score = likeliest(tokens, start, verb, LEAST)
    if before == verb - 1 and "VBN" in tokens[before].tags:
        before = -1
    if before >= 0 and (behind < 0 or score >= its_score):
        mark_finite(tokens, before)
    elif behind >= 0:
        mark_finite(tokens, behind)


def _is_finite(token: Token) -> bool:
    if token.tag in AUX:
        return token.tag != "BE" or token.low in FINITE_AUX
    return token.tag in FINITE


def _is_inside_subject(tokens: list[Token], start: int) -> bool:
    """Whether the clause that starts here stands in the subject of another one."""
    is_owned = tokens[start].low == "whose"
    if not start or (not is_owned and tokens[start - 1].tag not in ("WP", "THAT", "WR", "SUB")):
        return False
    at = start if is_owned else start - 1
    opener = tokens[at]
    while at and tokens[at - 1].tag == "IN":
        at -= 1  # "the bridge on which the tram runs"
    if at == 0 or tokens[at - 1].tag in (",", ";", ":", ".", "CC"):
        return opener.low in FREE
    if opener.tag == "SUB" or has_finite_before(tokens, start - 1):
        return False
    return bool(tokens[at - 1].entity or tokens[at - 1].tags & NOUNS) or (
        tokens[at - 1].tag in ("NN", "NNS", "PRP", "DT", "QT")
    )


def _may_be_asked(tokens: list[Token], start: int) -> bool:
    """Whether a question word opens the sentence, and no subject stands right behind it."""
    if start > 1 or tokens[0].low in ("whoever", "whatever", "whether"):
        return False
    return tokens[start].tag not in ("DT", "PRP", "POS")


def _goes_on_later(tokens: list[Token], end: int) -> bool:
    """Whether a mark ends the stretch and a verb may stand behind it."""
    return end < len(tokens) - 1 and tokens[end].tag in LIST_ENDS


def _number(tokens: list[Token], start: int) -> bool | None:
    """Whether what the clause hangs on is plural; None when its form does not tell."""
    noun = tokens[start - 1 - (tokens[start].low != "whose")] if start > 1 else None
    if noun is None or noun.tag == "IN":
        return None
    if noun.tag == "" and "NNS" in noun.tags and "NN" not in noun.tags:
        return True
    return None


def _is_its_subject(tokens: list[Token], start: int, verb: int) -> bool:
    """Whether a short subject stands before an auxiliary: "that they can", "that trams are"."""
    return all(
        each.tag in ("PRP", "DT", "NOT", "RB") or (each.tags and each.tags <= ADV)
        for each in tokens[start:verb]
    )
