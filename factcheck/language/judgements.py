"""What a writer says of a clause behind it: "... is a myth", "...: false", "... - that's a lie"."""

from __future__ import annotations

from factcheck.language.framing import Frame, cue_of, match
from factcheck.language.grammar import Grammar
from factcheck.language.lexicon import Lexicon
from factcheck.language.tokens import Token
from factcheck.model.verdict import Stance

COPULAS = frozenset({"is", "was", "'s"})
BEFORE_LABEL = frozenset({"not", "a", "an", "just", "plain", "quite", "still", "so"})
BELIEVERS = frozenset({"they", "he", "she"})
MARKS = frozenset({":", ";"})
SHORTEST = 3


def without_judgement(tokens: list[Token], lexicon: Lexicon, frame: Frame) -> list[Token]:
    """Takes a judgement off the end of the clause that it is about, and notes what it does."""
    grammar = lexicon.grammar
    for at in range(len(tokens) - 1, 1, -1):
        start = _label_start(tokens, at, grammar)
        if not start:
            continue
        label = judgement(tokens[start:], grammar)
        clause = _judged(tokens[:at], grammar, is_marked=tokens[at].low not in COPULAS)
        if not label or clause is None:
            continue
        of_believers = tokens[start - 2].low in BELIEVERS
        if of_believers and frame.stance is not Stance.REPORTED:
            continue
        if label == "false":
            frame.sign = not frame.sign
            is_settled = of_believers or frame.stance is Stance.ASSERTED
            frame.stance = Stance.DEBUNKED if is_settled else frame.stance
        frame.cues.append(cue_of(tokens, at, len(tokens), "truth"))
        return clause
    return tokens


def judgement(tokens: list[Token], grammar: Grammar) -> str:
    """ "true" or "false" for words that say nothing but this: "not a myth"; else ""."""
    at, sign = 0, True
    while at < len(tokens) and _leads_in(tokens[at]):
        sign = sign != (tokens[at].low == "not")
        at += 1
    length, label = match(tokens, at, grammar.truth)
    if not length:
        length, name = match(tokens, at, grammar.labels)
        label = {"denied": "false", "asserted": ""}.get(name, "")
    if not length or at + length != len(tokens) or label not in ("true", "false"):
        return ""
    return "true" if sign == (label == "true") else "false"


def _leads_in(token: Token) -> bool:
    return token.low in BEFORE_LABEL or token.low.endswith("ly")


def _label_start(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Where the words of a judgement that opens at this token start; 0 when none opens here."""
    token = tokens[at]
    if token.low in COPULAS:
        return 0 if tokens[at - 1].low in ("that", "this", "which") else at + 1
    if token.text in MARKS or token.text == ",":
        pointing = (
            at + 2 if at + 1 < len(tokens) and tokens[at + 1].low in ("and", "but") else at + 1
        )
        joint = pointing - 1 if pointing > at + 1 else at
        low = [each.low for each in tokens[pointing : pointing + 2]]
        if len(low) == 2 and low[0] in BELIEVERS and low[1] in ("are", "'re", "is", "'s"):
            return pointing + 2 if tokens[joint].low in ("but", ";") else 0
        if len(low) == 2 and low[0] in ("that", "this") and low[1] in COPULAS:
            return pointing + 2
        return at + 1 if token.text in MARKS else 0
    return 0


def _judged(before: list[Token], grammar: Grammar, *, is_marked: bool) -> list[Token] | None:
    """The clause that a judgement is about, without quotes and "that"; None when it is none."""
    if before[-1].text == '"':
        opening = next((k for k, token in enumerate(before[:-1]) if token.text == '"'), -1)
        if opening > 0 and not _is_idea(before[:opening], grammar):
            return None
        clause = before[opening + 1 : -1]
        return clause if len(clause) >= SHORTEST else None
    if is_marked:
        return before if len(before) >= SHORTEST else None
    is_clause = before[0].low == "that" or not any(t.low == "that" for t in before)
    verbs = ("BE", "MD", "DO", "HV")
    if not is_clause or not any(grammar.tags.get(t.low) in verbs for t in before[1:]):
        return None
    if any(t.text in (",", *MARKS) for t in before):
        return None
    return before[1:] if before[0].low == "that" else before


def _is_idea(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether these words only name a quoted clause: "the popular claim that"."""
    names = [token for token in tokens if token.low != "that"]
    return (
        0 < len(names) <= 3
        and names[-1].low in grammar.idea_nouns
        and grammar.tags.get(names[0].low) == "DT"
    )
