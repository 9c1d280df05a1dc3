"""Numbers, amounts and dates as intervals."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token
from factcheck.model.proposition import Value

DATE = "date"
MOMENT = 1e-4  # years
YEAR = 31556952.0  # seconds

# Tokens taken, low, high, and if it looks like a year.
Number = tuple[int, float, float, bool]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from tokens: how many tokens it took and its bounds."""

    length: int
    low: float
    high: float
    bound: str = ""
    is_year: bool = False
    about: bool = False


def bound_at(tokens: list[Token], i: int, grammar: Grammar) -> tuple[str, int]:
    """A comparing word before a number ("at least", "about") and how many tokens it takes."""
    for length in (3, 2, 1):
        words = tuple(token.low for token in tokens[i : i + length])
        if len(words) == length and words in grammar.bounds:
            after = i + length
            if after < len(tokens) and _starts_number(tokens, after, grammar):
                return grammar.bounds[words], length
    return "", 0


def _starts_number(tokens: list[Token], i: int, grammar: Grammar) -> bool:
    first = tokens[i]
    if first.tag == "CD":
        return True
    if i + 1 == len(tokens) or first.low not in ("a", "an", "half", "one", "$", "the"):
        return False
    after = tokens[i + 1]
    if after.tag == "CD" or after.low in ("half", "dozen", "decade", "century", "a", "couple"):
        return True
    if first.low in ("half", "one") and after.low in ("an", "of", "the", "all", "and", "to", "in"):
        return True
    return first.low != "the" and after.low in grammar.time_spans


def number_at(tokens: list[Token], i: int, grammar: Grammar) -> Amount | None:
    """The number that starts at token `i`: digits, words, decades, fractions, ranges."""
    if i < len(tokens) and (era := tokens[i].value) is not None and era.unit == DATE:
        return Amount(1, era.low, era.high, is_year=True, about=era.about)
    first = _simple(tokens, i, grammar)
    if first is None:
        return None
    after = i + first[0]
    if after >= len(tokens):
        return _amount(first)
    joint = tokens[after]
    is_between = i > 0 and tokens[i - 1].low == "between"
    skipped = 0 if joint.glued else 1
    if not (
        joint.glued
        or joint.low == "to"
        or joint.text == "-"
        or (joint.low in ("and", "or") and is_between)
    ):
        return _amount(first)
    second = _simple(tokens, after + skipped, grammar)
    return _amount(first) if second is None else _range(first, second, skipped)


def _amount(number: Number) -> Amount:
    length, low, high, is_year = number
    return Amount(length, low, high, is_year=is_year)


def _range(first: Number, second: Number, skipped: int) -> Amount:
    """From one number to another; the last of several years counts as a whole."""
    length, low, _, is_year = first
    more, start, high, ends_in_year = second
    if is_year and not ends_in_year and low % 100 < high < 100:  # "1990-95"
        start, high, ends_in_year = (low - low % 100 + high,) * 2 + (True,)
    is_year = is_year and ends_in_year
    if is_year and start == high:
        high += 1
    return Amount(length + skipped + more, low, high, is_year=is_year)


def _simple(tokens: list[Token], i: int, grammar: Grammar) -> Number | None:
    """(tokens taken, low, high, looks like a year) of one number."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.value is not None and token.value.unit != DATE:
        return 1, token.value.low, token.value.high, False
    if token.tag == "CD" and token.text in ROMAN:
        number = float(ROMAN.index(token.text) + 1)
        return 1, number, number, False
    if token.kind == "number":
        text = token.low.replace(",", "")
        if text.endswith("s") and text[:-1].isdigit():
            year = float(text[:-1])
            if year < 100:
                year += 1900
            return 1, year, year + 10, True
        digits = text.rstrip("stndrh")
        try:
            number = float(digits)
        except ValueError:
            return None
        is_year = (
            len(digits) == 4
            and digits.isdigit()
            and 1000 <= number <= 2200
            and "," not in token.low
        )
        length = 1
        if i + 1 < len(tokens) and tokens[i + 1].low in (
            "million",
            "billion",
            "thousand",
            "hundred",
        ):
            number *= grammar.numbers[tokens[i + 1].low]
            length, is_year = 2, False
        return length, number, number, is_year
    if token.low == "half" or (
        token.low == "a" and i + 1 < len(tokens) and tokens[i + 1].low == "half"
    ):
        length = 1 if token.low == "half" else 2
        if i + length < len(tokens) and tokens[i + length].low in ("a", "an", "of"):
            length += 1
        many = grammar.numbers.get(tokens[i + length].low, 0) if i + length < len(tokens) else 0
        if many > 10:  # "half a dozen"
            return length + 1, many / 2, many / 2, False
        return length, 0.5, 0.5, False
    if token.low in ("a", "an") and i + 1 < len(tokens) and tokens[i + 1].low in grammar.time_spans:
        return 1, 1.0, 1.0, False
    if (
        token.low in ("a", "an")
        and i + 1 < len(tokens)
        and tokens[i + 1].low in ("hundred", "thousand", "million", "dozen")
    ):
        spelt = _words(tokens, i + 1, grammar)
        return None if spelt is None else (spelt[0] + 1, spelt[1], spelt[1], False)
    if token.low in ("twice",):
        return 1, 2.0, 2.0, False
    spelt = _words(tokens, i, grammar)
    return None if spelt is None else (spelt[0], spelt[1], spelt[1], False)


def _words(tokens: list[Token], i: int, grammar: Grammar) -> tuple[int, float] | None:
    """A number in words: "fifty", "two hundred and ten", "twenty-five"."""
    total, current, length = 0.0, 0.0, 0
    while i + length < len(tokens):
        low = tokens[i + length].low
        number = grammar.numbers.get(low)
        if number is None:
            break
        if number in (100, 12) and low in ("hundred", "dozen"):
            current = (current or 1) * number
        elif number >= 1000:
            total += (current or 1) * number
            current = 0
        elif current and (
            current % 100 == 0 or (20 <= current % 100 < 100 and current % 10 == 0 and number < 10)
        ):
            current += number
        elif current:
            break
        else:
            current = number
        length += 1
    return (length, total + current) if length else None


def bounded(amount: Amount, bound: str) -> tuple[float, float, bool]:
    """(low, high, approximate) of an amount under a comparing word."""
    match bound:
        case "over":
            return amount.low + 1e-9, inf, False
        case "least":
            return amount.low, inf, False
        case "under":
            return -inf, amount.high - 1e-9, False
        case "most" | "upto":
            return -inf, amount.high, False
        case "about":
            return amount.low, amount.high, True
        case _:
            return amount.low, amount.high, False


def in_unit(low: float, high: float, unit: str, about: bool, grammar: Grammar) -> Value | None:
    """The value in base units, or None if the word is no unit."""
    known = grammar.units.get(unit)
    if known is None:
        return None
    base, factor = known
    return Value(low * factor, high * factor, base, about)


def compare(claim: Value, stated: Value) -> str:
    """How a stated value stands to a claim's.

    The answer is "equal", "broader", "narrower", "conflict" or "" (no relation).

    A bound of the same kind with another number is another value ("at least five" against "at
    least two"), not merely a narrower one.
    """
    if claim.unit != stated.unit:
        return ""
    if claim.unit == DATE:
        return _compare_dates(claim, stated)
    low, high = _tolerant(claim)
    if stated.low == -inf and claim.low == -inf:
        return _bounds(stated.high, claim.high, weaker=False)
    if stated.high == inf and claim.high == inf:
        return _bounds(stated.low, claim.low, weaker=stated.low < claim.low)
    s_low, s_high = _tolerant(stated)
    if (claim.low, claim.high) == (stated.low, stated.high):
        return "equal"
    if (
        claim.high == inf
        and stated.low == stated.high
        and 0.9 * claim.low <= stated.low <= claim.low
    ):
        return ""  # "50 years" where the claim says "more than 50"
    if s_low <= claim.low and claim.high <= s_high:
        return "broader"
    if low <= stated.low and stated.high <= high:
        return "narrower" if claim.low != claim.high else "equal"
    if s_high < low or high < s_low:
        return "conflict"
    return ""


def _compare_dates(claim: Value, stated: Value) -> str:
    """The same for times, which start at `low` and end before `high`."""
    first, last = stated.low - claim.low, stated.high - claim.high
    if claim[:2] == stated[:2] or max(abs(first), abs(last)) < MOMENT:
        return "equal"
    if stated.low - MOMENT <= claim.low and claim.high <= stated.high + MOMENT:
        return "broader"
    if claim.low - MOMENT <= stated.low and stated.high <= claim.high + MOMENT:
        return "narrower"
    gap = max(stated.low - claim.high, claim.low - stated.high)
    return "conflict" if gap > max(_margin(claim), _margin(stated)) - MOMENT else ""


def _margin(time: Value) -> float:
    """How many years off a time that is given vaguely may be said to be."""
    if not time.about:
        return 0.0
    width = time.high - time.low
    return width / 4 if width < 50 else 1.0


def _bounds(stated: float, claim: float, *, weaker: bool) -> str:
    if abs(stated - claim) <= 1e-6 * max(1.0, abs(claim)):
        return "equal"
    return "broader" if weaker else "conflict"


def _tolerant(value: Value) -> tuple[float, float]:
    if not value.about:
        return value.low, value.high
    slack = 0.15
    return value.low * (1 - slack), value.high * (1 + slack)
