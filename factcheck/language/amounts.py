"""Noun phrases that are amounts: measures, shares of a whole, dates."""

from __future__ import annotations

from math import inf

from factcheck.language import values
from factcheck.language.groups import NounGroups
from factcheck.language.tagset import ADJ, NOUNS
from factcheck.model.proposition import Node, Value

AROUND = 2.0  # years on either side of "around 1990"


class Amounts(NounGroups):
    """Noun phrases that are amounts: measures, shares of a whole, dates."""

    __slots__ = ()

    def _one_span(self) -> bool:
        """Whether "a" stands before a span of time that is one of them: "a decade (ago)"."""
        return (
            self.low(-1) in ("a", "an")
            and self.low() in self.grammar.time_spans
            and self.tag(1) not in (*NOUNS, *ADJ, "VBN", "VBG")
        )

    def _share(self) -> Value | None:
        """A share of a whole ("one in three", "a third of") or None."""
        mark = self.i
        self.i += values.bound_at(self.tokens, self.i, self.grammar)[1]
        first = values.number_at(self.tokens, self.i, self.grammar)
        if (
            first is not None
            and self.low(first.length) in ("in", "of")
            and self.low(first.length + 1) != "the"
        ):
            k = first.length + 1 + (self.low(first.length + 1) == "every")
            second = values.number_at(self.tokens, self.i + k, self.grammar)
            if (
                second is not None
                and not second.is_year
                and second.high > first.high
                and self.tag(k + second.length) in NOUNS
            ):
                self.i += k + second.length
                share = first.low / second.high
                return Value(share, share, "share", True)
        k = 1 if self.low() in ("a", "one") else 0
        part = {
            "third": 1 / 3,
            "thirds": 2 / 3,
            "half": 0.5,
            "quarter": 0.25,
            "quarters": 0.75,
            "fifth": 0.2,
            "tenth": 0.1,
        }
        many = {"two": 2.0, "three": 3.0}.get(self.low())
        if many and self.low(1) in ("thirds", "quarters") and self.low(2) == "of":
            share = {"thirds": many / 3, "quarters": many / 4}[self.low(1)]
            self.i += 3
        elif self.low(k) in part and self.low(k + 1) == "of":
            share = part[self.low(k)]
            self.i += k + 2
        else:
            self.i = mark
            return None
        if self.tag() == "DT":
            self.i += 1
        return Value(share, share, "share", True)

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
