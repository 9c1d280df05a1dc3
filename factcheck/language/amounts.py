"""Noun phrases that are amounts: measures, shares of a whole, dates."""

from __future__ import annotations

from math import inf

from factcheck.language import values
from factcheck.language.groups import NounGroups
from factcheck.language.tagset import ADJ, NOUNS
from factcheck.model.proposition import Node, Value

PARTS = {
    "minority": Value(0.0, 0.5 - 1e-9, "share"),
    "nearly": Value(0.8, 1.0 - 1e-9, "share"),
}
MILLIONS = {"k": 1e3, "m": 1e6, "bn": 1e9}  # glued to an amount of money
AROUND = 2.0  # years on either side of "around 1990"


class Amounts(NounGroups):
    """Noun phrases that are amounts: measures, shares of a whole, dates."""

    __slots__ = ()

    def _bound_ahead(self) -> bool:
        """Whether a bound and its number stand here, of which the first word is something else."""
        if self.low() not in self.grammar.bound_openers:
            return False
        return values.bound_at(self.tokens, self.i, self.grammar)[1] > 0

    def _one_span(self) -> values.Amount | None:
        """The one before a span of time: "a decade (ago)", "a full day"; it may be taken."""
        if self.low(-1) not in ("a", "an"):
            return None
        k = int(self.low() in self.grammar.mere_amounts)
        if k and self.tag(1) == "CD" and self.low(1) != "one":
            self.i += 1
            return None
        if self.low(k) not in self.grammar.time_spans:
            return None
        if self.tag(k + 1) in (*NOUNS, *ADJ, "VBN", "VBG"):
            return None
        self.i += k
        return values.Amount(0, 1.0, 1.0)

    def _multitude(self) -> values.Amount | None:
        """ "Hundreds (of)" as a number."""
        number = self.grammar.multitudes.get(self.low())
        if number is None or self.low(1) != "of":
            return None
        return values.Amount(2, 2 * number, 10 * number, about=True)

    def _open_end(self) -> str:
        """The bound that "or more" stands for, which is taken."""
        if self.low() != "or" or self.low(1) not in self.grammar.open_ends:
            return ""
        self.i += 2
        return "least" if self.grammar.open_ends[self.low(-1)] == "up" else "most"

    def _share(self, quant: str) -> Value | None:
        """A share of a whole ("one in three", "a third of", "60 % of the") or None."""
        if quant in PARTS:
            return PARTS[quant]
        mark = self.i
        if self.low(-1) in ("a", "one") and self.low() in self.grammar.fractions:
            self.i -= 1
        bound, length = values.bound_at(self.tokens, self.i, self.grammar)
        self.i += length
        rough = self._ratio() or self._fraction()
        found = rough or self._percentage()
        if found is None:
            self.i = mark
            return None
        if self.tag() == "DT":
            self.i += 1
        low, high, about = values.bounded(values.Amount(0, found, found), bound)
        about = about or (rough is not None and low == high)
        return Value(max(low, 0.0), min(high, 1.0), "share", about)

    def _ratio(self) -> float | None:
        """ "One in three", "two out of three" before what they are of."""
        first = values.number_at(self.tokens, self.i, self.grammar)
        if first is None or first.is_year:
            return None
        k = first.length + (self.low(first.length) == "out")
        if self.low(k) not in ("in", "of") or self.low(k + 1) == "the":
            return None
        k += 1 + (self.low(k + 1) == "every")
        second = values.number_at(self.tokens, self.i + k, self.grammar)
        if second is None or second.is_year or second.high <= first.high:
            return None
        if self.tag(k + second.length) not in (*NOUNS, *ADJ):
            return None
        self.i += k + second.length
        return first.low / second.high

    def _fraction(self) -> float | None:
        """ "A third of", "two thirds of", "half (of) the"."""
        many = 1.0
        k = 0
        if self.low() in ("a", "one"):
            k = 1
        elif self.low(1) in self.grammar.fractions and self.low() in self.grammar.numbers:
            many, k = self.grammar.numbers[self.low()], 1
        parts = self.grammar.fractions.get(self.low(k))
        if parts is None or many >= parts or (not k and parts > 2):
            return None
        if self.low(k + 1) == "of":
            k += 1
        elif self.low(k) != "half" or self.low(k + 1) not in ("the", "all", "our", "their", "its"):
            return None
        self.i += k + 1
        if self.low() == "all":
            self.i += 1
        return many / parts

    def _percentage(self) -> float | None:
        """ "60 % of the", before what it is of."""
        number = values.number_at(self.tokens, self.i, self.grammar)
        if number is None or number.high > 100 or number.low != number.high:
            return None
        k = number.length
        if self.grammar.units.get(self.low(k), ("", 0))[0] != "percent" or self.low(k + 1) != "of":
            return None
        k += 2
        if self.low(k) == "all":
            k += 1
        is_many = self.tag(k) == "NNS" or (self.tag(k) in ADJ and self.tag(k + 1) == "NNS")
        if self.tag(k) != "DT" and not is_many:
            return None
        self.i += k
        return number.low / 100

    def _money(self, length: int, bound: str) -> Node | None:
        """An amount behind its sign: "$5 million", "$5m"."""
        start = self.i
        unit = self.grammar.units[self.low(length)][0]
        amount = values.number_at(self.tokens, self.i + length + 1, self.grammar)
        if amount is None:
            return None
        self.i += length + 1 + amount.length
        low, high, about = values.bounded(amount, bound)
        token, before = self.at(), self.tokens[self.i - 1]
        many = MILLIONS.get(token.low) if token and token.start == before.end else None
        if many is not None:
            self.i += 1
            low, high = low * many, high * many
        value = Value(low, high, unit, about)
        return Node("#" + unit, "value", value=value, span=self._span(start, self.i))

    def _unit(self, low: float, high: float, about: bool) -> Value | None:
        """The value when a unit stands here; the unit is taken."""
        token = self.at()
        if token is None:
            return None
        word = token.lemma if token.tag in NOUNS else token.low
        value = values.in_unit(low, high, word, about, self.grammar) or values.in_unit(
            low, high, token.low, about, self.grammar
        )
        if value is None:
            return None
        self.i += 1
        if word in self.grammar.round_spans and low == high:
            value = value._replace(about=True)
        return self._up_to(self._with_rest(value, word))

    def _up_to(self, value: Value) -> Value:
        """A range whose ends have each their unit: "half an hour to two hours"."""
        is_range = self.low() == "to" or (self.low() == "and" and self.preposition == "between")
        amount = values.number_at(self.tokens, self.i + 1, self.grammar) if is_range else None
        if amount is None or amount.is_year or value.low != value.high:
            return value
        mark = self.i
        self.i += 1 + amount.length
        end = self._unit(amount.low, amount.high, value.about)
        if end is not None and end.unit == value.unit and end.high > value.low:
            return value._replace(high=end.high)
        self.i = mark
        return value

    def _with_rest(self, value: Value, word: str) -> Value:
        """The sum when a smaller unit of the same measure follows: "3 hours and 18 minutes"."""
        if [self.low(k) for k in range(3)] == ["and", "a", "half"] and self.tag(3) not in NOUNS:
            half = values.in_unit(0.5, 0.5, word, False, self.grammar)
            self.i += 3
            more = half.low if half is not None else 0.0
            return value._replace(low=value.low + more, high=value.high + more)
        mark = self.i
        self.i += 1
        amount = values.number_at(self.tokens, self.i, self.grammar)
        if self.low(-1) == "and" and amount is not None and not amount.is_year:
            self.i += amount.length
            token = self.at()
            rest = token and values.in_unit(
                amount.low, amount.high, token.lemma, value.about, self.grammar
            )
            if token and rest and rest.unit == value.unit and token.lemma != word:
                self.i += 1
                return value._replace(low=value.low + rest.low, high=value.high + rest.high)
        self.i = mark
        return value

    def _after_value(self, node: Node, unit: str, is_subject: bool) -> Node:
        """A measured noun phrase: "a 40-minute session" is a session, "50 mg of X" is an amount."""
        if (
            self.tag() in ("NN", "NNS", "JJ") and self.tokens[self.i - 1].tag in ("NN", "NNS")
        ) and (self.tokens[self.i - 1].glued or self.tag(0) in ("NN", "NNS")):
            mark = self.i
            group = self._group()
            if group is not None:
                return self._postmodified(group.plus(("mod", node)), is_subject, False)
            self.i = mark
        if (
            self.tag() in ("DT",)
            and self.tag(1) == "NN"
            and self.low(1) in ("day", "week", "month", "year", "hour", "minute")
        ):
            node = node.plus(("per", Node(self.low(1), "noun")))
            self.i += 2
        elif self.low() in ("per", "every", "each") and self.tag(1) in NOUNS:
            node = node.plus(("per", Node(self.tokens[self.i + 1].lemma, "noun")))
            self.i += 2
        elif self.low() == "of" and self.starts_noun_phrase(1):
            self.i += 1
            inner = self.noun_phrase()
            if inner is not None:
                node = node.plus(("of", inner))
        return node

    def _date(self, amount: values.Amount, bound: str, start: int) -> Node | None:
        """A calendar value when the number is a year."""
        if not amount.is_year:
            return None
        low, high, about = amount.low, amount.high, amount.about
        if low == high:
            high = low + 1
        if bound == "about":
            low, high, about = low - AROUND, high + AROUND, True
        elif bound == "over":
            low, high = high, inf
        elif bound == "least":
            low = -inf
        return Node(
            "#date", "value", value=Value(low, high, "date", about), span=self._span(start, self.i)
        )

    def month_date(self) -> Node | None:
        """A date that starts with a month: "March 2019", "December 29, 2022"."""
        month = self.grammar.months.get(self.low())
        token = self.at()
        if month is None or token is None or not token.text[:1].isupper():
            return None
        start, k, day = self.i, 1, 0
        if (
            self.tag(k) == "CD"
            and self.low(k).rstrip("stndrh").isdigit()
            and len(self.low(k).rstrip("stndrh")) <= 2
        ):
            day = int(self.low(k).rstrip("stndrh"))
            k += 1
            if self.tag(k) == ",":
                k += 1
        elif self.low(k) == "of":
            k += 1
        year = self.low(k)
        if len(year) == 4 and year.isdigit():
            base = int(year) + (month - 1) / 12
            low, high = (base + (day - 1) / 372, base + day / 372) if day else (base, base + 1 / 12)
            self.i += k + 1
            return Node(
                "#date", "value", value=Value(low, high, "date"), span=self._span(start, self.i)
            )
        return None


def replace_unit(value: Value, unit: str) -> Value:
    """The same interval under another unit; a length of time becomes years before now."""
    return Value(value.low / values.YEAR, value.high / values.YEAR, unit, value.about)
