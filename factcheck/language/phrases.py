"""Noun phrases: determiners, numbers, modifiers, heads, and what hangs behind them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf
from typing import TYPE_CHECKING

from factcheck.language import values
from factcheck.language.grammar import Grammar
from factcheck.language.tagging import ADJ, NOUNS
from factcheck.language.tokens import Token
from factcheck.model.place import Span
from factcheck.model.proposition import Edge, Node, Value

if TYPE_CHECKING:
    from factcheck.language.draft import Draft

STOPS = frozenset({".", ";", "?", "!", ":"})
FINITE_TAGS = frozenset({"VBZ", "VBD", "VBP", "MD", "BE", "DO", "HV"})
QUANTS = {
    "all": "all", "every": "all", "each": "all", "any": "any", "no": "no", "none": "no", "neither": "no",
    "some": "some", "several": "some", "certain": "some", "various": "some", "most": "most", "many": "many",
    "much": "many", "few": "few", "both": "all", "either": "any", "half": "some", "plenty": "many",
}  # fmt: skip
PLENTY = {
    ("a", "number", "of"): "some", ("a", "lot", "of"): "many", ("lots", "of"): "many", ("plenty", "of"): "many",
    ("the", "majority", "of"): "most", ("a", "majority", "of"): "most", ("the", "vast", "majority", "of"): "most",
    ("a", "few"): "some", ("quite", "a", "few"): "many", ("at", "least", "one"): "some", ("at", "least", "some"): "some",
    ("one", "or", "more"): "some", ("a", "couple", "of"): "some", ("a", "handful", "of"): "few", ("not", "a", "single"): "no",
    ("one", "of"): "one", ("many", "of"): "many", ("nearly", "all"): "most", ("almost", "all"): "most", ("each", "of"): "all",
    ("not", "one"): "no", ("not", "any"): "no", ("every", "single"): "all", ("any", "kind", "of"): "any", ("any", "type", "of"): "any", ("any", "form", "of"): "any",
    ("a", "kind", "of"): "the", ("a", "type", "of"): "the", ("a", "form", "of"): "the", ("a", "sort", "of"): "the",
    ("some", "kind", "of"): "the", ("some", "sort", "of"): "the", ("a", "member", "of"): "the", ("a", "class", "of"): "the", ("part", "of", "the"): "part",
    ("almost", "every"): "most", ("nearly", "every"): "most", ("only", "some"): "some", ("only", "a", "few"): "few", ("very", "few"): "few", ("almost", "no"): "few", ("hardly", "any"): "few",
}  # fmt: skip
OPEN_ENDS = {
    "more": True,
    "longer": True,
    "over": True,
    "less": False,
    "fewer": False,
    "under": False,
}
PARTS_OF_TIME = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0)}
DEFINITE = frozenset({"the", "our", "my", "your"})
DEGREES = {
    "better": "good", "best": "good", "well": "good", "worse": "bad", "worst": "bad", "badly": "bad",
    "quickly": "fast", "slowly": "slow",
}  # fmt: skip
PRONOUNS_OF_PEOPLE = frozenset(
    {
        "i",
        "you",
        "he",
        "she",
        "we",
        "me",
        "him",
        "us",
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "everyone",
        "everybody",
    }
)
REFERRING = frozenset(
    {"it", "they", "them", "this", "that", "these", "those", "he", "she", "him", "its", "their"}
)


@dataclass(slots=True)
class Phrases:
    """A reader over tagged tokens; methods take what they understand and leave the rest."""

    tokens: list[Token]
    grammar: Grammar
    i: int = 0
    unread: list[str] = field(default_factory=list)
    sides: list[Draft] = field(default_factory=list)

    # -- looking around -------------------------------------------------------------------

    def at(self, k: int = 0) -> Token | None:
        """The token `k` places ahead, or None past the end."""
        index = self.i + k
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def tag(self, k: int = 0) -> str:
        """The tag of the token `k` places ahead, "" past the end."""
        token = self.at(k)
        return token.tag if token else ""

    def low(self, k: int = 0) -> str:
        """The token `k` places ahead in lower case, "" past the end."""
        token = self.at(k)
        return token.low if token else ""

    def phrase(self, table: dict[tuple[str, ...], str], longest: int = 4) -> tuple[str, int]:
        """The label of the longest phrase of the table that starts here, and its length."""
        for length in range(longest, 0, -1):
            words = tuple(token.low for token in self.tokens[self.i : self.i + length])
            if len(words) == length and words in table:
                return table[words], length
        return "", 0

    def starts_noun_phrase(self, k: int = 0) -> bool:
        """Whether a noun phrase can start `k` places ahead."""
        tag = self.tag(k)
        if tag in ("DT", "CD", "PRP", "JJ", "JJR", "JJS", "NN", "NNS", "$", "QT"):
            return True
        if tag == "RBR" and self.tag(k + 1) in ("JJ", "NN", "NNS"):
            return True
        if tag in ("VBN", "VBG"):
            return self.tag(k + 1) in ("NN", "NNS", "JJ")
        if tag == "RB":
            return self.tag(k + 1) in ("JJ", "VBN") and self.tag(k + 2) in ("NN", "NNS", "JJ")
        if tag == "NOT":
            return self.tag(k + 1) in ("QT", "DT", "CD")
        if self.low(k) in (
            "about",
            "over",
            "under",
            "at",
            "up",
            "more",
            "less",
            "nearly",
            "almost",
            "around",
            "exactly",
            "roughly",
            "approximately",
            "only",
        ):
            return values.bound_at(self.tokens, self.i + k)[1] > 0
        return False

    # -- concepts -------------------------------------------------------------------------

    def concept(self, token: Token, kind: str) -> str:
        """The canonical name of what a word means."""
        if token.entity:
            return "@" + token.entity
        return self.grammar.synonyms.get(f"{kind}:{token.lemma}", token.lemma)

    def adjective(self, token: Token, edges: tuple[Edge, ...] = ()) -> Node:
        """A node for an adjective; "unapproved" is "approved" negated."""
        if token.entity:
            return Node("@" + token.entity, "noun", edges, span=Span(token.start, token.end))
        word = self.concept(token, "adj")
        word = DEGREES.get(token.low, DEGREES.get(word, word))
        positive, negated = self.positive(word)
        return Node(positive, "adj", edges, negated=negated, span=Span(token.start, token.end))

    def positive(self, word: str) -> tuple[str, bool]:
        """The member of a pair of opposites that stands for both, and whether it is turned round."""
        other = self.grammar.antonyms.get(word)
        if other is None or (
            word not in ("forbid", "reject", "exclude")
            and word < other
            and not other.startswith(("un", "in", "im", "il", "ir"))
        ):
            return self.grammar.synonyms.get("adj:" + word, word), False
        if word.startswith(("un", "in", "im", "il", "ir")) or not other.startswith(
            ("un", "in", "im", "il", "ir")
        ):
            if word == other[2:]:
                return word, False
            return self.grammar.synonyms.get("adj:" + other, other), True
        return word, False

    # -- noun phrases ---------------------------------------------------------------------

    def noun_phrases(self, *, is_subject: bool = False) -> list[Node]:
        """One noun phrase or several coordinated ones; empty when none starts here."""
        start = self.i
        if (
            self.low() in ("both", "either", "neither")
            and self.tag() == "QT"
            and self._coordination_ahead()
        ):
            negated = self.low() == "neither"
            self.i += 1
        else:
            negated = False
        first = self.noun_phrase(is_subject=is_subject)
        if first is None:
            self.i = start
            return []
        found = [first]
        while True:
            mark = self.i
            if self.tag() == "," and self._list_goes_on(is_subject):
                self.i += 1
                if self.tag() == "CC":
                    self.i += 1
            elif (
                self.tag() == "CC"
                and self.low() in ("and", "or", "nor", "plus")
                and self._joins_nouns(is_subject)
            ):
                self.i += 1
            elif self.low() == "as" and self.low(1) == "well" and self.low(2) == "as":
                self.i += 3
            else:
                break
            each = self.noun_phrase(is_subject=is_subject)
            if each is None:
                self.i = mark
                break
            if found[-1].quant == "no" and not each.quant:
                each = replace(each, quant="no")
            if not each.quant and found[0].quant in ("all", "any", "some"):
                each = replace(each, quant=found[0].quant)
            found.append(each)
        if negated:
            found = [replace(node, quant="no") for node in found]
        return found

    def _coordination_ahead(self) -> bool:
        for token in self.tokens[self.i + 1 : self.i + 12]:
            if token.tag == "CC":
                return True
            if token.tag in STOPS or token.tag in FINITE_TAGS:
                return False
        return False

    def _skim(self, k: int) -> int:
        """How far a plain noun phrase reaches from `k` places ahead (prepositional phrases included)."""
        k += values.bound_at(self.tokens, self.i + k)[1]
        while True:
            tag = self.tag(k)
            if tag in ("DT", "QT", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "POS", "PRP", "RBR", "$"):
                k += 1
            elif tag in ("VBN", "VBG", "RB", "NOT") and self.tag(k + 1) in (
                "NN",
                "NNS",
                "JJ",
                "VBN",
            ):
                k += 1
            elif (
                tag == "IN"
                and self.low(k) in ("of", "for", "in", "with", "about", "to", "from", "on")
                and self.starts_noun_phrase(k + 1)
            ):
                k += 1
            elif tag == "VBG" and self.tag(k - 1) in (",", "CC"):
                k += 1
            else:
                return k

    def _list_goes_on(self, is_subject: bool) -> bool:
        """Whether the comma here separates members of a list that ends in "and" or "or"."""
        k = 1
        if self.tag(k) == "CC" and self.low(k) in ("and", "or"):
            if not (self.starts_noun_phrase(k + 1) or self.tag(k + 1) == "VBG"):
                return False
            end = self._skim(k + 1)
            return is_subject or self.tag(end) not in FINITE_TAGS
        for _ in range(8):
            if not (self.starts_noun_phrase(k) or self.tag(k) == "VBG"):
                return False
            end = self._skim(k)
            if end == k:
                return False
            if self.tag(end) == "CC" and self.low(end) in ("and", "or"):
                after = self._skim(end + 1)
                return after > end + 1 and (is_subject or self.tag(after) not in FINITE_TAGS)
            if self.tag(end) != ",":
                return False
            k = end + 1
            if self.tag(k) == "CC" and self.low(k) in ("and", "or"):
                after = self._skim(k + 1)
                return after > k + 1 and (is_subject or self.tag(after) not in FINITE_TAGS)
        return False

    def _joins_nouns(self, is_subject: bool) -> bool:
        if not (self.starts_noun_phrase(1) or (self.tag(1) == "VBG")):
            return False
        if self.tag(1) == "RB" and self.tag(2) not in ("JJ", "VBN"):
            return False
        if is_subject:
            return True
        return self.tag(self._skim(1)) not in FINITE_TAGS

    def noun_phrase(self, *, is_subject: bool = False, is_bare: bool = False) -> Node | None:
        """One noun phrase; None when there is none here. `is_bare` takes no postmodifiers."""
        start = self.i
        if (
            self.low() in ("only", "just", "merely")
            and self.tag() == "RB"
            and self.starts_noun_phrase(1)
        ):
            self.i += 1
            node = self.noun_phrase(is_subject=is_subject, is_bare=is_bare)
            if node is None:
                self.i = start
                return None
            return (
                node
                if self.tokens[start].low != "only"
                else node.plus(("mod", Node("only", "adv")))
            )
        if not is_bare and self.is_gerund():
            node = self.gerund()
            if node is not None:
                return node
            self.i = start
        if not self.starts_noun_phrase():
            return None
        quant, owners = "", []
        compared: Node | None = None
        value: Value | None = None
        if self.tag() == "NOT" and self.tag(1) in ("QT", "DT", "CD"):
            quant, length = self.phrase(PLENTY)
            if not length:
                self.i += 1
                inner = QUANTS.get(self.low(), "")
                quant, length = (
                    ("not" + inner if inner in ("all", "many", "most", "any") else "no"),
                    1,
                )
                quant = "no" if quant == "notany" else quant
            self.i += length
            if self.low() in ("of", "the"):
                self.i += 1 + (self.low() == "of" and self.low(1) == "the")
        if self.low() == "no" and self.low(1) == "one":
            self.i += 2
            return self._postmodified(
                Node("people", "noun", quant="no", span=self._span(start, self.i)),
                is_subject,
                is_bare,
            )
        head_only = self.tag() == "PRP"
        if head_only:
            return self._pronoun()
        while True:
            label, length = self.phrase(PLENTY)
            if length and not (label == "the" and self.tag(length) in ("DT",) and False):
                quant = quant or label
                self.i += length
                if self.tag() == "DT":
                    self.i += 1
            elif self.low() == "half" and self.low(1) in ("a", "an", "of"):
                break
            elif self.tag() == "QT":
                word = QUANTS.get(self.low(), "")
                if quant in ("", "the"):
                    quant = word
                self.i += 1
                if self.low() == "of":
                    self.i += 1
            elif self.low() in ("more", "less", "fewer") and self.tag(1) in NOUNS:
                compared = Node("more" if self.low() == "more" else "less", "adv")
                self.i += 1
                break
            elif self.low() in ("more", "less") and self.tag() == "RBR" and self.low(1) != "than":
                break
            elif self.tag() == "DT":
                if self.low() in ("this", "that", "these", "those"):
                    quant = quant or "this"
                quant = quant or ("the" if self.low() in DEFINITE else "")
                if self.low() in ("its", "their", "his", "her"):
                    owners.append(Node(self.low(), "pronoun", span=self._span(self.i, self.i + 1)))
                self.i += 1
            else:
                break
        ordinal: Edge | None = None
        part = self.low() if self.low() in PARTS_OF_TIME else ""
        if part and self.tag(1) == "CD" or self.low(1) == "-":
            era = values.number_at(self.tokens, self.i + 1, self.grammar)
            if era is not None and era.is_year:
                self.i += 1 + era.length
                first, last = PARTS_OF_TIME[part]
                width = max(era.high - era.low, 1.0)
                low, high = era.low + first * width, era.low + last * width
                return Node(
                    "#date", "value", value=Value(low, high, "date"), span=self._span(start, self.i)
                )
        if self.low() in self.grammar.ordinals and self.tag(1) in ("QT", "CD"):
            ordinal = ("mod", Node(self.low(), "adj"))
            self.i += 2 if self.tag(1) == "QT" else 1
        share = self._share()
        bound, length = values.bound_at(self.tokens, self.i)
        only = bound == "only"
        value_start = self.i
        amount = None if share else values.number_at(self.tokens, self.i + length, self.grammar)
        if self.tag(length) == "$":
            money = values.number_at(self.tokens, self.i + length + 1, self.grammar)
            if money is not None:
                self.i += length + 1 + money.length
                low, high, about = values.bounded(money, bound)
                return Node(
                    "#money",
                    "value",
                    value=Value(low, high, "money", about),
                    span=self._span(start, self.i),
                )
        after_amount = self.at(length + amount.length) if amount else None
        if (
            amount
            and after_amount
            and after_amount.glued
            and after_amount.low not in self.grammar.units
        ):
            amount = None  # "a one-off session"
        if amount is not None and not (amount.length == 1 and self.low(length) == "one" and quant):
            self.i += length + amount.length
            if (
                amount.is_year
                and self.tag() in ("NN", "NNS", "JJ")
                and start < self.i - amount.length - length
            ):
                year = Node("#date", "value", value=Value(amount.low, amount.low + 1, "date"))
                group = self._group()
                if group is not None:
                    return self._postmodified(group.plus(("in", year)), is_subject, is_bare)
            dated = self._date(amount, bound, start)
            if dated is not None:
                return dated
            low, high, about = values.bounded(amount, bound)
            glued_unit = self.low()
            if (
                self.low()
                in ("more", "additional", "other", "different", "separate", "full", "whole")
                and self.tag(1) in NOUNS
            ):
                self.i += 1
            unit = self._unit(low, high, about)
            if unit is not None and self.low() == "or" and self.low(1) in OPEN_ENDS:
                unit = (
                    unit._replace(high=inf) if OPEN_ENDS[self.low(1)] else unit._replace(low=-inf)
                )
                self.i += 2
            if unit is not None:
                if self.low() == "ago":
                    self.i += 1
                    return Node(
                        "#ago",
                        "value",
                        value=replace_unit(unit, "ago"),
                        span=self._span(start, self.i),
                    )
                node = Node("#" + unit.unit, "value", value=unit, span=self._span(start, self.i))
                if unit.unit == "times" and self.tag() in ("RBR", "JJR", "IN"):
                    return node
                return self._after_value(node, glued_unit, is_subject)
            value = Value(low, high, "count", about)
            if self.low() == "of" and self.tag(1) in ("DT", "PRP"):
                self.i += 2
        elif length and only:
            self.i = value_start
        group = self._group()
        if group is None:
            if value is not None:
                return Node("#count", "value", value=value, span=self._span(start, self.i))
            if quant and self.i > start and quant not in ("the",):
                return self._postmodified(
                    Node("something", "noun", quant=quant, span=self._span(start, self.i)),
                    is_subject,
                    is_bare,
                )
            if self.i > start and self.tokens[self.i - 1].low == "another":
                return Node("another", "noun", span=self._span(start, self.i))
            if self.i > start and self.tokens[self.i - 1].low in ("this", "that", "these", "those"):
                return Node(self.tokens[self.i - 1].low, "pronoun", span=self._span(start, self.i))
            self.i = start
            return None
        node = replace(
            group, quant=quant, value=value or group.value, span=self._span(start, self.i)
        )
        if share is not None:
            node = replace(node, value=share)
        if ordinal is not None:
            node = node.plus(ordinal)
        if owners:
            node = node.plus(*(("of", owner) for owner in owners))
        if compared is not None:
            node = node.plus(("mod", Node("much", "adj", (("adv", compared),))))
        if only:
            node = node.plus(("mod", Node("only", "adv")))
        while self.tag() == "POS":
            self.i += 1
            owner = node
            group = self._group()
            if group is None:
                return self._postmodified(owner, is_subject, is_bare)
            node = replace(group, span=self._span(start, self.i)).plus(("of", owner))
        if (
            self.tag() == "CD"
            and self.tokens[self.i - 1].tag in NOUNS
            and not self.tokens[self.i - 1].entity
            and node.value is None
        ):
            number = values.number_at(self.tokens, self.i, self.grammar)
            if number is not None and not number.is_year:
                self.i += number.length
                node = node.plus(
                    ("mod", Node("#count", "value", value=Value(number.low, number.high, "label")))
                )
        return self._postmodified(node, is_subject, is_bare)

    def _share(self) -> Value | None:
        """ "one in three (people)", "a third of (patients)" as a share of a whole; None when not here."""
        mark = self.i
        bound, length = values.bound_at(self.tokens, self.i)
        self.i += length
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

    def _pronoun(self) -> Node:
        token = self.tokens[self.i]
        self.i += 1
        low = token.low
        span = Span(token.start, token.end)
        if low in ("nobody", "nothing"):
            node = Node("people" if low == "nobody" else "thing", "noun", quant="no", span=span)
        elif low in ("everyone", "everybody", "everything"):
            node = Node(
                "people" if low != "everything" else "thing", "noun", quant="all", span=span
            )
        elif low in ("anyone", "anybody", "anything"):
            node = Node("people" if low != "anything" else "thing", "noun", quant="any", span=span)
        elif low in PRONOUNS_OF_PEOPLE:
            node = Node("people", "noun", span=span)
        elif low in ("someone", "somebody", "something"):
            node = Node("people" if low != "something" else "thing", "noun", span=span)
        elif low in REFERRING:
            node = Node(low, "pronoun", span=span)
        elif low.endswith(("self", "selves")):
            node = Node("oneself", "noun", span=span)
        else:
            node = Node(token.lemma, "noun", span=span)
        if node.kind == "noun":
            return self._postmodified(node, False, False)
        return node

    def _group(self) -> Node | None:
        """Adjectives, nouns and their like up to the head noun; None when there is no head."""
        start = self.i
        while True:
            tag, low = self.tag(), self.low()
            if tag in ("NN", "NNS", "JJ", "JJR", "JJS", "CD"):
                if tag == "CD" and self.i > start and not self._glued(0) and not self._labels(0):
                    break
                self.i += 1
            elif low == "non" or (
                tag == "RBR"
                and self.tag(1) == "JJ"
                and self.low(2) != "than"
                and self.tag(2) in NOUNS
            ):
                self.i += 1
            elif (
                tag in ("VBN", "VBG")
                and (self.tag(1) in ("NN", "NNS", "JJ") or self._glued(1))
                and self._modifies(start)
            ):
                self.i += 1
            elif (
                tag in ("RB", "RBS")
                and self.tag(1) in ("JJ", "VBN")
                and (self.tag(2) in ("NN", "NNS", "JJ", "CC", ","))
            ):
                self.i += 1
            elif (
                tag in ("VBN",)
                and self._glued(0)
                and self.tag(1) in ("NN", "NNS", "JJ", "VBN", "", ".", "VBZ", "DO", "BE", ",")
            ):
                self.i += 1
            elif (
                self._glued(0)
                and tag in ("IN", "RB", "TO", "VB", "VBN", "VBG", "CC", "DT", "VBZ", "VBP", "VBD")
                and self.i > start
            ):
                self.i += 1
            elif self._glued(1) and tag in ("IN", "RB", "VB", "VBP", "BE"):
                self.i += 1
            elif (
                tag == ","
                and self.i > start
                and self.tag(-1) in ("JJ",)
                and self.tag(1) in ("JJ",)
                and self.tag(2) in ("NN", "NNS", "JJ")
            ):
                self.i += 1
            elif (
                tag == "CC"
                and self.low() in ("and", "or")
                and self.i > start
                and self.tag(-1) == "JJ"
                and self.tag(1) in ("JJ", "VBN")
                and self.tag(2) in ("NN", "NNS")
            ):
                self.i += 1
            else:
                break
        while (
            self.i > start
            and self.tokens[self.i - 1].tag not in ("NN", "NNS")
            and not (self._glued(-1) and self._names_itself(start))
        ):
            self.i -= 1
        if self.i == start:
            if self.tag() in ADJ and self.i > 0 and self.tokens[self.i - 1].low in ("the",):
                self.i += 1
                return Node(self.tokens[self.i - 1].lemma, "noun")
            return None
        return self._noun(start, self.i)

    def _names_itself(self, start: int) -> bool:
        """Whether a hyphenated word ends here that stands as a name: "FDA-approved means ..."."""
        last, first = self.tokens[self.i - 1], self.tokens[start]
        if last.tag not in ("JJ", "VBN", "VBD"):
            return True
        return (
            first.tag in ("NN", "NNS")
            and first.text[:1].isupper()
            and not self.starts_noun_phrase()
        )

    def _labels(self, k: int) -> bool:
        """Whether a number inside a name labels it: "Schedule III drugs"."""
        token = self.at(k)
        return bool(token and token.text in values.ROMAN and self.tag(k + 1) in ("NN", "NNS"))

    def _modifies(self, start: int) -> bool:
        """Whether a participle here modifies the noun after it rather than opening a clause."""
        if self.tag() == "VBN":
            return self.i == start or self.tag(-1) not in ("NN", "NNS") or self._glued(0)
        return self.i > start or self.tag(-1) in (
            "DT",
            "IN",
            "QT",
            "POS",
            "JJ",
            "CC",
            ",",
            "",
            "BE",
        )

    def _glued(self, k: int) -> bool:
        token = self.at(k)
        return bool(token and token.glued)

    def _noun(self, start: int, end: int) -> Node:
        """A node for the tokens of a group; the last one is the head."""
        head = self.tokens[end - 1]
        edges: list[Edge] = []
        pending: list[Edge] = []
        negate_next = False
        for k in range(start, end - 1):
            token = self.tokens[k]
            if token.low == "non":
                negate_next = True
                continue
            if token.tag in (",", "CC") or token.tag in ("DT", "TO"):
                continue
            if token.tag in ("RB", "RBS", "RBR"):
                if not self.is_filler(token):
                    pending.append(("adv", self._adverb(token)))
                continue
            if token.tag in ("VBN", "VBG") and not token.entity:
                node = (
                    self.adjective(token, tuple(pending))
                    if token.tag == "VBN"
                    else Node(
                        self.concept(token, "verb"),
                        "adj",
                        tuple(pending),
                        span=Span(token.start, token.end),
                    )
                )
            elif token.tag in ADJ:
                if self.is_filler(token):
                    pending = []
                    continue
                node = self.adjective(token, tuple(pending))
                if token.tag in ("JJR", "JJS"):
                    node = node.plus(("adv", Node("more" if token.tag == "JJR" else "most", "adv")))
            else:
                node = Node(
                    self.concept(token, "noun"),
                    "noun",
                    tuple(pending),
                    span=Span(token.start, token.end),
                )
            pending = []
            if negate_next:
                node, negate_next = replace(node, negated=not node.negated), False
            edges.append(("mod", node))
        edges.extend(pending)
        kind = "noun"
        name = self.concept(head, "noun")
        if head.tag == "CD":
            number = values.number_at(self.tokens, end - 1, self.grammar)
            if number:
                return Node(
                    "#count", "value", tuple(edges), value=Value(number.low, number.high, "count")
                )
        return Node(name, kind, tuple(edges), negated=negate_next)

    def is_filler(self, token: Token) -> bool:
        """Whether a word may be left out without changing what is checked."""
        return any(len(words) == 1 for words, _ in self.grammar.intensifiers.get(token.low, ()))

    def _adverb(self, token: Token) -> Node:
        word = self.grammar.synonyms.get("adv:" + token.lemma, token.lemma)
        return Node(word, "adv", span=Span(token.start, token.end))

    def _span(self, start: int, end: int) -> Span:
        end = min(end, len(self.tokens))
        return Span(self.tokens[start].start, self.tokens[max(start, end - 1)].end)

    # -- values ---------------------------------------------------------------------------

    def _unit(self, low: float, high: float, about: bool) -> Value | None:
        """The value when a unit stands here; the unit is taken."""
        token = self.at()
        if token is None:
            return None
        word = token.lemma if token.tag in NOUNS else token.low
        value = values.in_unit(low, high, word, about, self.grammar) or values.in_unit(
            low, high, token.low, about, self.grammar
        )
        if value is not None:
            self.i += 1
        return value

    def _after_value(self, node: Node, unit: str, is_subject: bool) -> Node:
        """A measured noun phrase: "a 40-minute session" is a session, "50 mg of X" is an amount."""
        if (
            self.tag() in ("NN", "NNS", "JJ")
            and not (is_subject and False)
            and self.tokens[self.i - 1].tag in ("NN", "NNS")
        ):
            if self.tokens[self.i - 1].glued or self.tag(0) in ("NN", "NNS"):
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
        low, high = amount.low, amount.high
        if low == high:
            high = low + 1
        about = bound == "about"
        if bound == "over":
            low, high = high, inf
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

    # -- behind the head ------------------------------------------------------------------

    def _postmodified(self, node: Node, is_subject: bool, is_bare: bool) -> Node:
        return node

    def gerund(self) -> Node | None:
        """A gerund phrase as a noun; clauses know how to read verbs."""
        return None

    def is_gerund(self) -> bool:
        """Whether a gerund phrase starts here rather than a participle before its noun."""
        token = self.at()
        if token is None:
            return False
        if token.low == "being" and token.tag == "BE":
            return True
        if token.tag != "VBG":
            return False
        if self.tag(1) in ("NN", "NNS", "JJ"):
            adjective = max((word.weight for word in token.words if word.tag in ADJ), default=-1)
            verb = max((word.weight for word in token.words if word.tag == "VBG"), default=0)
            return adjective < verb - 1
        return True


def replace_unit(value: Value, unit: str) -> Value:
    """The same interval under another unit; a length of time becomes years before now."""
    year = 31556952.0
    return Value(value.low / year, value.high / year, unit, value.about)
