"""A sentence that answers or judges the one before it: "No.", "Sadly, it doesn't", "A myth!"."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.language.framing import match
from factcheck.language.grammar import Grammar
from factcheck.language.judgements import COPULAS, judgement
from factcheck.language.tokens import Token, tokenise

LONGEST_ANSWER = 4
BELIEVERS = frozenset({"they", "he", "she", "all"})
AUXILIARIES = ("BE", "DO", "HV", "MD")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a sentence answers to the one before it.

    `answer` is "yes", "no" or "open" (it answers, but how was not understood). `addition` is what
    it adds to what was asked: "not for any child". `is_whole` says that it says nothing else.
    """

    answer: str
    is_whole: bool = True
    addition: str = ""


def reply_to_question(text: str, grammar: Grammar) -> Reply | None:
    """How a sentence answers the question before it; None when it does not."""
    tokens = _without_end(tokenise(text))
    judged = verdict_on_statement(text, grammar)
    if judged is not None:
        return judged
    answer, length = _answer(tokens, grammar)
    if answer:
        return _after(answer, tokens[length:], text, grammar)
    start = _past_filler(tokens, grammar)
    echoed = _echo(tokens[start:], grammar)
    if echoed:
        return Reply(echoed)
    answer, length = _answer(tokens[start:], grammar)
    if answer:
        return _after(answer, tokens[start + length :], text, grammar)
    if _denies_part(tokens, grammar):
        return Reply("no", addition=_cut(text, tokens[1:]))
    return Reply("open") if _ends_in_echo(tokens, grammar) else None


def verdict_on_statement(text: str, grammar: Grammar) -> Reply | None:
    """How a sentence judges the one before it: "That's a myth.", "Not true."; else None."""
    tokens = _without_end(tokenise(text))
    if not tokens:
        return None
    if len(tokens) > 2 and tokens[0].low in ("that", "this") and tokens[1].low in COPULAS:
        tokens = tokens[2:]
    label = judgement(tokens, grammar)
    return Reply("yes" if label == "true" else "no") if label else None


def reply_to_report(text: str, grammar: Grammar) -> Reply | None:
    """How a sentence judges what the one before it reports: "They are wrong.", "It isn't."."""
    tokens = _without_end(tokenise(text))
    tokens = tokens[_past_filler(tokens, grammar) :]
    echoed = _echo(tokens, grammar)
    if echoed:
        return Reply(echoed)
    if len(tokens) > 2 and tokens[0].low in BELIEVERS and grammar.tags.get(tokens[1].low) == "BE":
        label = judgement(tokens[2:], grammar)
        return Reply("yes" if label == "true" else "no") if label else None
    return None


def _after(answer: str, rest: list[Token], text: str, grammar: Grammar) -> Reply:
    """The reply whose first words are a plain answer and whose others are `rest`."""
    if not rest:
        return Reply(answer)
    said = rest[1:]
    if not said:
        return Reply(answer)
    echoed = _echo(said, grammar)
    again, length = _answer(said, grammar)
    if again and length == len(said):
        echoed = again
    if echoed:
        return Reply(answer if echoed == answer else "open")
    if answer == "no" and _denies_part(said, grammar):
        return Reply(answer, addition=_cut(text, said[1:]))
    if answer == "yes" and grammar.tags.get(said[0].low) == "IN":
        return Reply(answer, addition=_cut(text, said))
    return Reply(answer, is_whole=False)


def _answer(tokens: list[Token], grammar: Grammar) -> tuple[str, int]:
    """A plain answer that stands alone or before a mark, and its length."""
    for length in range(min(LONGEST_ANSWER, len(tokens)), 0, -1):
        words = " ".join(token.low for token in tokens[:length])
        if words in grammar.answers and (
            length == len(tokens) or tokens[length].text in (",", ";", ":", ".", "!")
        ):
            return grammar.answers[words], length
    return "", 0


def _past_filler(tokens: list[Token], grammar: Grammar) -> int:
    """Where the words after "sadly,", "well," and the like start."""
    at = 0
    while at < len(tokens):
        length, _ = match(tokens, at, grammar.openers)
        length = length or int(tokens[at].low.endswith("ly") or tokens[at].low in grammar.answers)
        if not length and [t.low for t in tokens[at : at + 2]] == ["you", "bet"]:
            length = 2
        if not length:
            break
        at += length
        if at < len(tokens) and tokens[at].text == ",":
            at += 1
    return at


def _echo(tokens: list[Token], grammar: Grammar) -> str:
    """ "yes" for "it does", "no" for "they can't", "" for anything else."""
    low = [token.low for token in tokens if not token.low.endswith("ly") and token.low != "sure"]
    if low[-2:] == ["at", "all"]:
        low = low[:-2]
    if not 2 <= len(low) <= 3 or grammar.tags.get(low[1]) not in AUXILIARIES:
        return ""
    if grammar.tags.get(low[0]) != "PRP" and low[0] not in ("that", "there"):
        return ""
    if len(low) == 2:
        return "yes"
    return "no" if low[2] == "not" else ""


def _denies_part(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether this is "not for any child", "not in winter"."""
    return (
        len(tokens) > 2
        and tokens[0].low == "not"
        and grammar.tags.get(tokens[1].low) == "IN"
        and not any(token.text in (",", ";", ":") for token in tokens)
    )


def _ends_in_echo(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether the last words only point back: "the evidence says it doesn't"."""
    low = [token.low for token in tokens]
    if low[-1:] == ["not"]:
        low.pop()
    return len(low) > 1 and (
        (low[-1] == "so" and low[-2] not in ("more", "is", "are"))
        or (
            grammar.tags.get(low[-1]) in AUXILIARIES
            and (grammar.tags.get(low[-2]) == "PRP" or low[-2] == "that")
        )
    )


def _without_end(tokens: list[Token]) -> list[Token]:
    end = len(tokens)
    while end and tokens[end - 1].kind == "punct" and tokens[end - 1].text not in (")", "%"):
        end -= 1
    return tokens[:end]


def _cut(text: str, tokens: list[Token]) -> str:
    return text[tokens[0].start : tokens[-1].end]
