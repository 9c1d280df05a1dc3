"""Ways to tell people not to believe something: "Don't let anyone tell you that P"."""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.framing import NONE, Found, ahead, may_tell, past_that
from factcheck.language.grammar import Grammar
from factcheck.language.judgements import judgement
from factcheck.language.tokens import Token

DENIED = ("it", "is", "false", "that")
STOPPING = frozenset({"stop", "quit"})
TELLING = frozenset({"tell", "convince", "persuade", "fool", "mislead"})
TO_YOU = frozenset({"you", "us", "yourself", "people"})
FOOLED = frozenset({"fooled", "tricked", "misled", "duped", "deceived", "lulled", "talked"})
THINKING = frozenset({"thinking", "believing"})
WRONG = frozenset({"wrong", "mistaken"})
SOMEBODY = frozenset({"you", "anyone", "anybody", "someone", "somebody"})
BELIEVERS = frozenset({"anyone", "anybody", "people", "those", "everyone", "everybody"})
COPULAS = frozenset({"is", "are", "'re", "'s"})


def disbelieving(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "Don't let anyone tell you that P", "stop believing that P" deny P."""
    low = ahead(tokens, at, 3)
    if low[0] in STOPPING:
        return stopped(tokens, at, at + 1, grammar)
    if low[0] == "do" and low[1] != "not":
        return NONE
    end = _credence(tokens, at + (2 if low[0] == "do" else 1), grammar)
    if not end:
        return NONE
    if ahead(tokens, end, 1) == ["otherwise"]:
        marked = ahead(tokens, end + 1, 1)[0] in (":", ";") and end + 2 < len(tokens)
        return (end + 2 - at, ()) if marked else NONE
    return past_that(tokens, end) - at, DENIED


def stopped(tokens: list[Token], at: int, start: int, grammar: Grammar) -> Found:
    """ "(It is time to stop) believing that P" denies P."""
    gerund = ahead(tokens, start, 1)[0]
    if any(w.tag == "VBG" and w.lemma in grammar.advised_against for w in words.lookup(gerund)):
        return past_that(tokens, start + 1) - at, DENIED
    return NONE


def _credence(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Where "let anyone tell you", "be fooled into thinking", "fall for the idea" end; 0 if not."""
    low = ahead(tokens, at, 8)
    if low[0] == "let":
        teller = next((k for k in range(2, 6) if low[k] in TELLING), 0)
        return at + teller + 2 if teller and low[teller + 1] in TO_YOU else 0
    if low[0] == "be" and low[1] in FOOLED:
        return at + 4 if low[2] == "into" and low[3] in THINKING else 0
    if tokens[at - 1].low == "never" and low[0] in grammar.advised_against and low[1] == "that":
        return at + 1
    if low[0] in grammar.trusting or low[0] in ("accept", "swallow"):
        k = 2 if low[1] in ("for", "into") else 1
        k += low[k] in ("the", "this", "that", "any")
        k += low[k] not in grammar.idea_nouns
        return at + k + 1 if low[k] in grammar.idea_nouns and low[k + 1] == "that" else 0
    return 0


def mistaken(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "You'd be wrong to think that P" denies P; "you would not be wrong to" asserts it."""
    low = ahead(tokens, at, 7)
    if low[1] not in ("would", "'d", "are", "will", "'re"):
        return NONE
    k = 2 + (low[2] == "not")
    k += low[k] == "be"
    if low[k] not in WRONG or low[k + 1] not in ("to", "in"):
        return NONE
    end = at + k + 3
    if end >= len(tokens) or not may_tell(tokens[end - 1], ("nonfactive",), grammar):
        return NONE
    return past_that(tokens, end) - at, () if low[2] == "not" else DENIED


def believer(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, int, int]:
    """Where P starts and ends in "If you think P, you are wrong", and where all of it ends.

    Likewise in "anyone who thinks P is mistaken". The places are 0 when this is none of them.
    """
    low = ahead(tokens, at, 2)
    start = 0
    if (low[0] == "if" and low[1] in SOMEBODY) or (low[0] in BELIEVERS and low[1] == "who"):
        start = at + 3
    elif low[0] == "whoever":
        start = at + 2
    if (
        not start
        or start >= len(tokens)
        or not may_tell(tokens[start - 1], ("nonfactive",), grammar)
    ):
        return 0, 0, 0
    start = past_that(tokens, start)
    stop = next((k for k in range(start, len(tokens)) if tokens[k].text in (";", ".")), len(tokens))
    for end in range(start + 2, stop):
        if _is_judged(tokens[end:stop], grammar):
            return start, end, stop
    return 0, 0, 0


def _is_judged(tail: list[Token], grammar: Grammar) -> bool:
    """Whether these words say that who thinks so is wrong: ", think again", "is mistaken"."""
    while tail and tail[-1].text in (".", "!"):
        tail = tail[:-1]
    if tail and tail[0].text == ",":
        if [token.low for token in tail[1:]] == ["think", "again"]:
            return True
        tail = tail[2:] if ahead(tail, 1, 1)[0] in ("you", "they", "he") else []
    return bool(tail) and tail[0].low in COPULAS and judgement(tail[1:], grammar) == "false"
