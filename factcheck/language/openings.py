"""What stands before a statement: openers, labels, who says so, what is only supposed."""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.framing import Frame, comma_after, cue_of, match, past_comma
from factcheck.language.grammar import Grammar
from factcheck.language.judgements import judgement
from factcheck.language.lexicon import Lexicon
from factcheck.language.tagset import FINITE
from factcheck.language.tokens import Token
from factcheck.model.verdict import Stance

CLOSING = {",": ",", ";": ";", "(": ")"}
AUXILIARIES = frozenset({"BE", "DO", "HV", "MD"})
PAST = frozenset({"did", "was", "were", "has", "have", "had"})
OWNERS = frozenset({"my", "our", "your", "his", "her", "their", "some", "many"})
LABEL_MARKS = frozenset({":", ";", "-", ".", "#", ")"})


def without_opening(tokens: list[Token], lexicon: Lexicon, frame: Frame) -> list[Token]:
    """Takes off what stands before the statement itself, and keeps what it does to it."""
    grammar = lexicon.grammar
    at = 0
    while at < len(tokens):
        while at < len(tokens) and (
            tokens[at].text in (",", ":", ";", "-", "*", '"', ".", ">", "#", "!")
            and at < len(tokens) - 1
        ):
            at += 1
        if (
            tokens[at].kind == "number"
            and at + 1 < len(tokens)
            and tokens[at + 1].text in (".", ")")
        ):
            at += 2  # the number of a list item
            continue
        length, label = _label(tokens, at, grammar)
        if length:
            if label == "denied":
                frame.sign = not frame.sign
                frame.stance = Stance.DEBUNKED
                frame.cues.append(cue_of(tokens, at, at + length, "debunk"))
            at += length + 1
            continue
        length = _distrusts(tokens, at, grammar)
        if length:
            frame.sign = not frame.sign
            frame.stance = Stance.DEBUNKED
            frame.cues.append(cue_of(tokens, at, at + length, "debunk"))
            at += length
            continue
        length = _presupposer(tokens, at, grammar)
        if length:
            frame.presupposes = True
            return tokens[at + length :]
        length, _ = match(tokens, at, grammar.hypothesisers)
        if (
            length
            and not (tokens[at].low == "what" and tokens[-1].text != "?")
            and _is_whole_head(tokens, at + length)
        ):
            frame.stance = Stance.HYPOTHETICAL
            frame.cues.append(cue_of(tokens, at, at + length, "hypothesis"))
            at += length
            continue
        length, _ = match(tokens, at, grammar.endorsers)
        if length:
            at = past_comma(tokens, at + length)
            continue
        if (
            tokens[at].low in ("contrary", "despite", "against")
            and at + 1 < len(tokens)
            and tokens[at + 1].low in ("to", "what", "the", "all")
        ) or _whatever(tokens, at):
            comma = comma_after(tokens, at)
            if comma and any(t.low in grammar.popular_beliefs for t in tokens[at:comma]):
                at = comma + 1
                continue
        length, _ = match(tokens, at, grammar.reporters)
        if length:
            frame.stance = Stance.REPORTED
            end = at + length
            if tokens[at].low in ("according", "in") and tokens[end - 1].low in ("to", "of"):
                end = past_comma(tokens, end)
            frame.cues.append(cue_of(tokens, at, end, "report"))
            at = end + (tokens[end].low == "that" if end < len(tokens) - 1 else 0)
            continue
        length = _viewed(tokens, at, grammar)
        if length:
            frame.stance = Stance.OPINION
            frame.cues.append(cue_of(tokens, at, at + length - 1, "report"))
            at += length
            continue
        length, _ = match(tokens, at, grammar.openers)
        if length and at + length < len(tokens) and _opens(tokens, at, length, grammar):
            at += length
            continue
        break
    return _without_interjections(tokens[at:], grammar, frame)


def _without_interjections(tokens: list[Token], grammar: Grammar, frame: Frame) -> list[Token]:
    """Takes discourse markers out from between marks: "Glass, on the other hand, breaks"."""
    at = 1
    while at < len(tokens):
        length = _interjected(tokens, at, grammar)
        if not length and (length := _reported(tokens, at, grammar)):
            is_own = tokens[at + 1].low in ("i", "we")
            frame.stance = Stance.OPINION if is_own else Stance.REPORTED
            frame.cues.append(cue_of(tokens, at + 1, at + length - 1, "report"))
        tokens = tokens[:at] + tokens[at + length :]
        at += 1
    return tokens


def _interjected(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Length of a marker with the marks on both sides of it; 0 when none starts here."""
    mark = CLOSING.get(tokens[at].text)
    if mark is None:
        return 0
    length, _ = match(tokens, at + 1, grammar.openers)
    end = at + 1 + length
    if not length or end >= len(tokens) or tokens[end].text != mark:
        return 0
    before = [grammar.tags.get(token.low) for token in tokens[:at]]
    if before[-1] in AUXILIARIES:
        return length + 2  # "has, thankfully, no tail"
    if any(tag in AUXILIARIES or tag == "SUB" for tag in before) or at > 8:
        return 0  # what follows may be another clause
    is_marker = length > 1 or mark != ","  # a single word between commas is an aside
    return length + 2 if is_marker else 0


def _reported(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Length of ", critics say," with its marks; 0 when it is none."""
    mark = CLOSING.get(tokens[at].text)
    end = next((k for k in range(at + 3, min(at + 7, len(tokens))) if tokens[k].text == mark), 0)
    if mark is None or not end or any(token.text in CLOSING for token in tokens[at + 1 : end]):
        return 0
    says = any(
        word.tag in FINITE | {"VB"} and grammar.belief.get(word.lemma) == "nonfactive"
        for word in words.lookup(tokens[end - 1].low)
    )
    first = grammar.tags.get(tokens[at + 1].low)
    opens = first in ("PRP", "DT", "QT") or (first is None and end == at + 3)
    return end + 1 - at if says and opens else 0


def _whatever(tokens: list[Token], at: int) -> bool:
    """Whether this is "whatever people say", "no matter what you hear"."""
    low = [token.low for token in tokens[at : at + 3]]
    return low[:1] == ["whatever"] or (low[:2] == ["no", "matter"] and low[2:] == ["what"])


def _viewed(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Length of "in my uncle's opinion," with its comma; 0 where none starts."""
    end = comma_after(tokens, at)
    if tokens[at].low not in ("in", "to", "from", "by") or not 2 <= end - at <= 8:
        return 0
    is_owned = any(
        token.low in OWNERS or (token.text in ("'s", "'") and token.kind == "word")
        for token in tokens[at:end]
    )
    return end - at + 1 if is_owned and tokens[end - 1].low in grammar.view_nouns else 0


def _distrusts(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Length of "don't believe anyone who says (that)"; 0 where none starts."""
    low = [token.low for token in tokens[at : at + 12]]
    start = 2 if low[:2] == ["do", "not"] else 1 if low[:1] == ["never"] else 0
    if not start or not low[start:] or low[start] not in grammar.trusting:
        return 0
    who = next((k for k, word in enumerate(low) if word in ("who", "that")), 0)
    if not start < who < len(low) - 1:
        return 0
    said = who + 1
    if grammar.belief.get(low[said].removesuffix("s"), "") != "nonfactive":
        return 0
    end = said + 1
    end += low[end : end + 1] in (["you"], ["us"], ["people"])
    return end + (low[end : end + 1] == ["that"])


def _presupposer(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Length of "why", "how come" and the like before what they take for granted; 0 for others."""
    length, label = match(tokens, at, grammar.presupposers)
    if not length or at + length + 1 >= len(tokens):
        return 0
    after = tokens[at + length].low
    if label == "clause":
        return length
    is_aux = grammar.tags.get(after) in AUXILIARIES and after not in grammar.rhetorical
    return length if is_aux and (label == "any" or after in PAST) else 0


def _label(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, str]:
    """Length and kind of a label like "Myth #3" or "Totally false" before a statement."""
    length, label = match(tokens, at, grammar.labels)
    length += _numbered(tokens, at + length) if length else 0
    if length and at + length < len(tokens) and tokens[at + length].text in LABEL_MARKS:
        return length, label
    colon = next((k for k in range(at, min(at + 5, len(tokens))) if tokens[k].text == ":"), at)
    judged = judgement(tokens[at:colon], grammar)
    return (colon - at, {"true": "asserted", "false": "denied"}[judged]) if judged else (0, "")


def _numbered(tokens: list[Token], at: int) -> int:
    """How many tokens number a label: "Myth #3"."""
    length = 0
    while at + length < len(tokens) and (
        tokens[at + length].text == "#" or tokens[at + length].kind == "number"
    ):
        length += 1
    return length


def _is_whole_head(tokens: list[Token], after: int) -> bool:
    return after < len(tokens)


def _opens(tokens: list[Token], at: int, length: int, grammar: Grammar) -> bool:
    """Whether an opener is one here: a comma follows, or it is a word that can only open."""
    after = tokens[at + length]
    if after.text in (",", ":", ";"):
        return True
    word = tokens[at].low
    if word == "so" and grammar.tags.get(after.low) in AUXILIARIES:
        return False  # "So does Y"
    if length > 1:
        return tokens[at + length - 1].low in ("that", "if", "whether", "so", "out") or word in (
            "in",
            "of",
            "please",
            "just",
            "for",
        )
    return word in grammar.bare_openers and (
        after.kind == "word" and after.low not in ("far", "much", "many", "that")
    )
