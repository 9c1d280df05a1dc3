"""What stands behind a statement: tag questions, and who says so."""

from __future__ import annotations

from factcheck.language.framing import Frame, cue_of, match
from factcheck.language.grammar import Grammar
from factcheck.language.lexicon import Lexicon
from factcheck.language.preambles import as_others_say
from factcheck.language.tokens import Token
from factcheck.model.verdict import Stance

LEADING_IN = frozenset({"according", "in"})
THAT = (Token("that", "that", 0, 0, "word"),)


def without_tag(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Takes off a tag question ("isn't it?"), "or not", "right?" and end marks."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "punct" and tokens[end - 1].text not in (")", '"', "%"):
        end -= 1
    low = [token.low for token in tokens[:end]]
    for tail in grammar.tails:
        if (
            len(low) > len(tail) + 2
            and tuple(low[-len(tail) :]) == tail
            and (len(tail) > 1 or tokens[end - len(tail) - 1].text == ",")
        ):
            end -= len(tail)
            break
    else:
        if (
            end > 5
            and low[-1] in ("it", "they", "he", "she", "you", "there")
            and "," in [t.text for t in tokens[end - 5 : end - 1]]
        ):
            comma = max(k for k in range(end - 5, end - 1) if tokens[k].text == ",")
            if tokens[comma + 1].low in grammar.tag_verbs:
                end = comma
    while end and tokens[end - 1].text in (",", ".", ":", ";", "?", "!"):
        end -= 1
    return tokens[:end]


def without_reporter(tokens: list[Token], lexicon: Lexicon, frame: Frame) -> list[Token]:
    """Takes off who says so at the end: "..., according to X", "..., or so X say"."""
    for at in range(len(tokens) - 1, 2, -1):
        before, length = tokens[at - 1], 0
        if before.text == "," and as_others_say(tokens[at:], lexicon.grammar):
            return tokens[: at - 1]
        if before.text == "," and [token.low for token in tokens[at : at + 2]] == ["or", "so"]:
            length = 2
        elif before.text == "," or tokens[at].low == "according":
            length, _ = match([*tokens[at:], *THAT], 0, lexicon.grammar.reporters)
            if len(tokens) - at > length and tokens[at].low not in LEADING_IN:
                length = 0  # "..., apparently X is Y" opens a clause
        if length and not any(token.text in (",", ";") for token in tokens[at:]):
            frame.stance = Stance.REPORTED
            frame.cues.append(cue_of(tokens, at, len(tokens), "report"))
            return tokens[: at - 1] if before.text == "," else tokens[:at]
    return tokens
