"""Calendar phrases as single words: "the early 1990s", "the first quarter of 2019", "Q1 2019".

Each is put in one token with the years that it covers, before parts of speech are looked for. What
leads up to a date, "as early as" or "back in", becomes the plain preposition that it stands for.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from factcheck.language.framing import match
from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token
from factcheck.model.proposition import Value

DATE = "date"
DENIALS = frozenset({"not", "never", "nor"})
LONGEST = 4  # words of a part or of what leads up to a date


def with_dates(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with each calendar phrase as one of them."""
    if not any(_may_date(token, grammar) for token in tokens):
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        length, value = _era(tokens, at, grammar)
        if value is None:
            found.append(tokens[at])
            at += 1
            continue
        said = tokens[at : at + length]
        at += length
        if part := _part_before(found, grammar):
            said = [_in_part(found, part, said, value, grammar)]
        elif [token.low for token in found[-2:]] == ["the", "year"]:
            del found[-2:]
        elif said[0].low not in grammar.months and (length > 1 or said[0].kind == "word"):
            said = [_joined(said, value)]
        lead = _lead(found, grammar)
        if lead == "latest":
            said = [_joined(said, Value(-inf, (said[0].value or value).high, DATE))]
        elif lead != "denied":
            said = _cleft(found, said, tokens[at : at + 1])
            at += said[-1].low == "that"
        found.extend(said)
    return found


def _may_date(token: Token, grammar: Grammar) -> bool:
    return token.kind == "number" or token.low in grammar.decades or token.low == "century"


def _joined(tokens: list[Token], value: Value) -> Token:
    first, last = tokens[0], tokens[-1]
    text = " ".join(token.text for token in tokens)
    return Token(text, text.lower(), first.start, last.end, first.kind, tag="CD", value=value)


def _era(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, Value | None]:
    """Length and years of what names a year, a decade, a month or a century, without its part."""
    token = tokens[at]
    if token.value is not None or (token.glued and tokens[at - 1].kind == "number"):
        return 0, None
    low = token.low
    if low in grammar.months:
        return _month(tokens, at, grammar) if token.text[:1].isupper() else (0, None)
    if low == "'" and at + 1 < len(tokens) and at and tokens[at + 1].start == token.end:
        year = _short_year(tokens[at + 1])
        return (2, year) if year is not None else (0, None)
    century, length = _ordinal(tokens, at, grammar)
    if century and [each.low for each in tokens[at + length : at + length + 1]] == ["century"]:
        after = tokens[at + length + 1 : at + length + 2]
        if any(each.low in ("bc", "bce") for each in after):
            return 0, None
        return length + 1, Value(century * 100.0 - 99, century * 100.0, DATE, True)
    if low in grammar.decades:
        return _decade(tokens, at, grammar)
    if token.kind != "number":
        return 0, None
    if len(low) == 4 and low.isdigit() and 1000 <= int(low) <= 2200:
        return 1, Value(float(low), float(low) + 1, DATE)
    if len(low) == 5 and low[:3].isdigit() and low.endswith("0s"):
        return 1, Value(float(low[:4]), float(low[:4]) + 10, DATE)
    return 0, None


def _month(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, Value | None]:
    """ "March 2019", "March of 2019"."""
    length = 2 if [each.low for each in tokens[at + 1 : at + 2]] == ["of"] else 1
    year = "".join(each.low for each in tokens[at + length : at + length + 1])
    if len(year) != 4 or not year.isdigit():
        return 0, None
    low = int(year) + (grammar.months[tokens[at].low] - 1) / 12
    return length + 1, Value(low, low + 1 / 12, DATE)


def _short_year(token: Token) -> Value | None:
    """The years of "'71" and "'90s"."""
    digits = token.low.removesuffix("s")
    if len(digits) != 2 or not digits.isdigit():
        return None
    low = int(digits) + (1900.0 if int(digits) >= 30 else 2000.0)
    if token.low.endswith("s"):
        return Value(low, low + 10, DATE) if digits.endswith("0") else None
    return Value(low, low + 1, DATE)


def _decade(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, Value | None]:
    """ "The nineties", "the eighteen-nineties", "the nineties of the nineteenth century"."""
    before = tokens[at - 1] if at else None
    low = grammar.decades[tokens[at].low] + 1900
    if before is None or not (before.low in ("the", "-") or _part_before(tokens[:at], grammar)):
        return 0, None
    after = at + 1
    if [each.low for each in tokens[after : after + 2]] == ["of", "the"]:
        century, length = _ordinal(tokens, after + 2, grammar)
        if century and [t.low for t in tokens[after + 2 + length :][:1]] == ["century"]:
            low += (century - 20) * 100
            return length + 4, Value(low, low + 10, DATE)
    return 1, Value(low, low + 10, DATE)


def _ordinal(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, int]:
    """An ordinal number in words or digits and its length: "19th", "twenty-first"."""
    words = [token.low for token in tokens[at : at + 2]]
    if not words:
        return 0, 0
    digits = words[0][:-2]
    if words[0].endswith(("th", "st", "nd", "rd")) and digits.isdigit() and len(digits) < 3:
        return int(digits), 1
    if words[0] in grammar.ordinals:
        return grammar.ordinals[words[0]], 1
    if words[0] == "twenty" and len(words) == 2 and words[1] in grammar.ordinals:
        return 20 + grammar.ordinals[words[1]], 2
    return 0, 0


def _part_before(tokens: list[Token], grammar: Grammar) -> int:
    """How many tokens at the end say which part of what follows is meant: "first half of the"."""
    end = len(tokens)
    while end and (tokens[end - 1].low == "year" or (tokens[end - 1].low == "the" and end > 1)):
        end -= 1
        if tokens[end].low == "the" and tokens[end - 1].low != "of":
            end += 1
            break
    for length in range(LONGEST, 0, -1):
        words = tuple(token.low for token in tokens[max(0, end - length) : end])
        if len(words) == length and words in grammar.parts_of_time:
            return len(tokens) - end + length
    return 0


def _in_part(
    found: list[Token], length: int, said: list[Token], era: Value, grammar: Grammar
) -> Token:
    """The part of an era that the last words before it name; they are taken off `found`."""
    taken = found[len(found) - length :]
    del found[len(found) - length :]
    words = [token.low for token in taken]
    while tuple(words) not in grammar.parts_of_time:
        words.pop()
    first, last, is_vague = grammar.parts_of_time[tuple(words)]
    start = era.low - 1 if era.high - era.low == 99 else era.low
    width = era.high - start
    value = Value(start + first * width, start + last * width, DATE, is_vague)
    return _joined([*taken, *said], value)


def _lead(found: list[Token], grammar: Grammar) -> str:
    """Puts "in" for what leads up to a date; the label of that, or "denied" behind "not"."""
    end = len(found) - (found[-1].low == "the") if found else 0
    for length in range(LONGEST, 1, -1):
        start = end - length
        size, label = match(found, start, grammar.before_dates) if start >= 0 else (0, "")
        if size != length:
            continue
        if any(token.low in DENIALS for token in found[max(0, start - 5) : start]):
            return "denied"
        found[start:end] = [Token("in", "in", found[start].start, found[end - 1].end, "word")]
        return label
    return ""


def _cleft(found: list[Token], said: list[Token], after: list[Token]) -> list[Token]:
    """ "It was (not until) 2001 that/before X opened": it was in 2001 that it did."""
    joint = after[0].low if after else ""
    if joint not in ("that", "before") or len(found) < 2:
        return said
    end = len(found) - (found[-1].low == "the")
    words = [token.low for token in found[max(0, end - 4) : end]]
    if joint == "that" and words[:3] == ["it", "was", "not"] and words[3:] in (["until"], ["till"]):
        del found[end - 2 : end]
        end -= 2
    elif not (joint == "before" and words[-2:] == ["it", "was"]):
        return said
    place = found[end - 1]
    found.insert(end, Token("in", "in", place.start, place.end, "word"))
    return [*said, replace(after[0], text="that", low="that")]
