"""Long ways to say that something is so, or is not: "Don't let anyone tell you that P".

They are put in short plain words wherever a clause starts, so that a clause ends where it ends: "it
is false that P", "studies prove that P", or nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.language.disbelief import DENIED, believer, disbelieving, mistaken, stopped
from factcheck.language.framing import NONE, Found, ahead, match, may_tell, past_that
from factcheck.language.grammar import Grammar
from factcheck.language.judgements import judgement
from factcheck.language.tokens import Token
from factcheck.language.words import lookup

STARTS = frozenset({",", ";", ":", ".", "(", "and", "but", "so", "because", "since", "although"})
COPULAS = frozenset({"is", "are", "was", "'s", "remains"})
NOTING = COPULAS | {"should", "must", "bears", "goes", "has"}
ARTICLES = frozenset({"the", "a", "an", "one", "another", "our", "my", "this"})
NEGATIVE = frozenset({"not", "never", "no", "nobody", "none", "hardly", "if", "would", "could"})
LONGEST_SUBJECT = 6
CONCLUDING = frozenset({"means", "proves", "shows", "implies", "demonstrates"})
TOPICS = (
    ["as", "for"],
    ["as", "to"],
    ["as", "far", "as"],
    ["when", "it", "comes", "to"],
    ["regarding"],
)


def without_preambles(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with the preambles of their clauses put in plain words."""
    at = 0
    while at < len(tokens):
        if at == 0 or tokens[at - 1].low in STARTS:
            start, end, stop = believer(tokens, at, grammar)
            if start:
                denied = _spelled(DENIED, tokens[at])
                tokens = [*tokens[:at], *denied, *tokens[start:end], *tokens[stop:]]
            length, plain = _preamble(tokens, at, grammar)
            if length:
                tokens = [*tokens[:at], *_spelled(plain, tokens[at]), *tokens[at + length :]]
        at += 1
    return tokens


def as_others_say(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether this is "as studies have shown", all of it."""
    if len(tokens) < 3 or tokens[0].low != "as":
        return False
    length, _ = _as_shown([*tokens, Token(",", ",", 0, 0, "punct")], 0, grammar)
    return length == len(tokens) + 1


def _spelled(plain: tuple[Token | str, ...], place: Token) -> list[Token]:
    start = place.start
    return [
        Token(each, each, start, start, "word") if isinstance(each, str) else each for each in plain
    ]


def _preamble(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """The preamble that starts here; its length is 0 when there is none."""
    finder = FINDERS.get(tokens[at].low)
    found = finder(tokens, at, grammar) if finder is not None else NONE
    found = found if found[0] else _points_out(tokens, at, grammar)
    return found if found[0] else _says_it(tokens, at, grammar)


def _place(tokens: list[Token], start: int, stop: int, *texts: str) -> int:
    """The place of the first of these words or marks; 0 when there is none."""
    return next((k for k in range(start, min(stop, len(tokens))) if tokens[k].low in texts), 0)


def _points_out(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "The point is that P" is P, "One old mistake is to think that P" denies it."""
    start = at + (tokens[at].low in ARTICLES)
    end = _place(tokens, start + 1, start + 8, *COPULAS)
    if not end or any(token.kind == "punct" for token in tokens[start:end]):
        return NONE
    noun = (_place(tokens, start, end, "of", "about", "with") or end) - 1
    if not start <= noun <= start + 3:
        return NONE
    name = tokens[noun].low
    after = ahead(tokens, end + 1, 3)
    if name in grammar.witnesses or name == "facts":
        colon = _place(tokens, end + 1, end + 5, ":")
        said = [t.low for t in tokens[end + 1 : colon] if not t.low.endswith("ly")]
        return (colon + 1 - at, ()) if len(said) == 1 and said[0] in grammar.settled else NONE
    if name in grammar.shell_nouns:
        return (end + 2 - at, ()) if after[0] in ("that", ",", ":") else NONE
    if (name in grammar.idea_nouns or name == "mistake") and judgement([tokens[noun]], grammar):
        believing = 0 if after[0] == "that" else 1 if after[0] in ("thinking", "believing") else 2
        opens = believing < 2 or after[0] == "to" or after[1] in grammar.idea_nouns
        if opens and after[believing] == "that":
            return end + 2 + believing - at, DENIED
    return NONE


def _says_it(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "Studies prove it: P" as "studies prove that P"."""
    colon = _place(tokens, at + 3, at + 9, ":")
    if not colon or tokens[colon - 1].low not in ("it", "this", "so"):
        return NONE
    if not may_tell(tokens[colon - 2], ("factive", "nonfactive"), grammar):
        return NONE
    said = [token.low for token in tokens[at : colon - 1]]
    if NEGATIVE & {*said}:
        return NONE
    return colon + 1 - at, (*tokens[at : colon - 1], "that")


def _as_shown(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "As Anna has demonstrated, P" as "Anna has demonstrated that P"."""
    comma = _place(tokens, at + 2, at + 12, ",")
    inside = tokens[at + 1 : comma]
    if at and tokens[at - 1].text == "," and grammar.tags.get(tokens[at - 2].low) != "CC":
        return NONE  # within a clause
    verb = next((k for k, t in enumerate(inside) if may_tell(t, ("factive",), grammar)), -1)
    if verb < 0 or NEGATIVE & {token.low for token in inside}:
        return NONE
    if verb > LONGEST_SUBJECT or any(token.low in ("to", "by") for token in inside[:verb]):
        return NONE
    after = ahead(inside, verb + 1, 1)[0]
    if after and grammar.tags.get(after) not in ("IN", "RB", "QT"):
        return NONE
    if verb == 0 or grammar.tags.get(inside[0].low) in ("HV", "BE"):
        return comma + 1 - at, ()  # "as shown above", "as has been shown"
    return comma + 1 - at, (*inside[: verb + 1], "that")


def _noting(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "It is worth noting that P" is P; "it has been proven time and again that P" is shorter."""
    low = ahead(tokens, at, 5)
    if low[1] in COPULAS and low[2:4] == ["time", "to"] and low[4] in ("stop", "quit"):
        return stopped(tokens, at, at + 5, grammar)
    that = _place(tokens, at + 3, at + 11, "that")
    if not that:
        colon = _place(tokens, at + 3, at + 6, ":") if low[1] in COPULAS else 0
        is_true = colon and judgement(tokens[at + 2 : colon], grammar) == "true"
        return (colon + 1 - at, ()) if is_true else NONE
    inside = tokens[at + 1 : that]
    if low[1] in NOTING and all(token.low in grammar.noting for token in inside[1:]):
        return that + 1 - at, ()
    verb = next((k for k, t in enumerate(inside) if may_tell(t, ("factive",), grammar)), 0)
    rest = inside[verb + 1 :]
    if not verb or not rest or low[1] not in ("has", "is"):
        return NONE
    if match(rest, 0, grammar.beyond_doubt)[0] != len(rest):
        return NONE
    return that + 1 - at, (*tokens[at : at + verb + 2], "that")


def _as_for(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "As for tea, it is hot" as "tea is hot"."""
    lead = next((each for each in TOPICS if ahead(tokens, at, len(each)) == each), None)
    if lead is None:
        return NONE
    start = at + len(lead)
    comma = _place(tokens, start + 1, start + 7, ",", ":")
    end = comma - 2 if ahead(tokens, comma - 2, 2) == ["is", "concerned"] else comma
    named = tokens[start:end]
    pronoun = ahead(tokens, comma + 1, 1)[0]
    if not comma or not named or pronoun not in ("it", "they"):
        return NONE
    tags = {word.tag for word in lookup(named[-1].low)}
    if pronoun == "it" and "NNS" in tags and "NN" not in tags:
        return NONE
    return comma + 2 - at, tuple(named)


def _meaning(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "(X is Y), which means that P", "meaning that P": so P."""
    if not at or tokens[at - 1].text != ",":
        return NONE
    is_relative = tokens[at].low == "which"
    if is_relative and ahead(tokens, at + 1, 1)[0] not in CONCLUDING:
        return NONE
    end = past_that(tokens, at + 1 + is_relative)
    follows = grammar.tags.get(ahead(tokens, end, 1)[0])
    opens = tokens[end - 1].low == "that" or follows in ("PRP", "DT")
    return (end - at, ("so",)) if opens and end + 1 < len(tokens) else NONE


def _thinking(tokens: list[Token], at: int, grammar: Grammar) -> Found:
    """ "Think that P?" asks whether P."""
    after = ahead(tokens, at + 1, 1)[0]
    if at or not any(token.text == "?" for token in tokens[-2:]) or not after:
        return NONE
    is_about = grammar.tags.get(after) in ("IN", "TO", "CC", "RB") and after != "that"
    return NONE if is_about or tokens[1].kind == "punct" else (past_that(tokens, 1), ())


FINDERS: dict[str, Callable[[list[Token], int, Grammar], Found]] = {
    "as": lambda *given: _as_for(*given) if _as_for(*given)[0] else _as_shown(*given),
    "when": _as_for,
    "regarding": _as_for,
    "which": _meaning,
    "meaning": _meaning,
    "it": _noting,
    "think": _thinking,
    "believe": _thinking,
    "do": disbelieving,
    "never": disbelieving,
    "stop": disbelieving,
    "quit": disbelieving,
    "you": mistaken,
}
