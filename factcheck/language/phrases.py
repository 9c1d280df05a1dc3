"""Noun phrases: determiners, numbers, owners, coordination."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from factcheck.language import values
from factcheck.language.amounts import PARTS, Amounts, replace_unit
from factcheck.language.draft import Draft
from factcheck.language.groups import FREE
from factcheck.language.tagset import ADJ, CURRENCIES, FINITE_TAGS, NOUNS
from factcheck.language.tokens import Token
from factcheck.model.place import Span
from factcheck.model.proposition import Edge, Node, Value

STOPS = frozenset({".", ";", "?", "!", ":"})


def _single(node: Node) -> Node:
    """ "A single dose" is one dose."""
    edges = tuple(edge for edge in node.edges if edge[1].head != "single" or edge[1].edges)
    if len(edges) == len(node.edges):
        return node
    return replace(node, edges=edges, value=Value(1, 1, "count"))


class NounPhrases(Amounts):
    """Noun phrases: determiners, numbers, owners, coordination."""

    __slots__ = ()

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
            if found[-1].head == "#date" and each.kind != "value":
                self.i = mark  # "X in 1990 and Y in 1995"
                break
            if any(role == "mod" and node.head == "other" for role, node in each.edges):
                self._among_others(found, each)
            if found[-1].quant == "no" and not each.quant:
                each = replace(each, quant="no")
            if not each.quant and found[0].quant in ("all", "any", "some"):
                each = replace(each, quant=found[0].quant)
            found.append(each)
        if negated:
            found = [replace(node, quant="no") for node in found]
        return found

    def _among_others(self, members: list[Node], kind: Node) -> None:
        """ "X and other Ys" says in passing that X is a Y."""
        edges = tuple(edge for edge in kind.edges if edge[1].head != "other")
        plain = replace(kind, quant="", edges=edges)
        for member in members:
            side = Draft(
                subjects=[replace(member, quant="" if member.quant == "the" else member.quant)],
                kind="isa",
                verb="be",
                edges=[("obj", [plain])],
                is_side=True,
                start=self.i,
                end=self.i,
            )
            if side not in self.sides:
                self.sides.append(side)

    def _coordination_ahead(self) -> bool:
        for token in self.tokens[self.i + 1 : self.i + 12]:
            if token.tag == "CC":
                return True
            if token.tag in STOPS or token.tag in FINITE_TAGS:
                return False
        return False

    def _list_goes_on(self, is_subject: bool) -> bool:
        """Whether the comma here separates members of a list that ends in "and" or "or"."""
        k = 1
        if self._is_gapped(k + (self.tag(k) == "CC")):
            return False
        if self.tag(k) == "CC" and self.low(k) in ("and", "or"):
            if not (self.starts_noun_phrase(k + 1) or self.tag(k + 1) == "VBG"):
                return False
            return is_subject or not self._clause_behind(k + 1)
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

    def _is_gapped(self, k: int) -> bool:
        """Whether "Y in B" stands ahead within "X is in A": a clause again, not another place."""
        if not self.preposition or self.tag(k) not in ("DT", "NN", "NNS", "JJ"):
            return False
        while self.tag(k) in ("DT", "NN", "NNS", "JJ", "CD", "POS"):
            k += 1
        return self.low(k) == self.preposition and self.starts_noun_phrase(k + 1)

    def _clause_behind(self, k: int) -> bool:
        """Whether subjects and their verb stand ahead: "(and) both X and Y can ..."."""
        end = self._skim(k)
        while end > k and self.tag(end) == "CC" and self.low(k) == "both":
            k, end = end + 1, self._skim(end + 1)
        return end > k and self.tag(end) in FINITE_TAGS

    def _joins_nouns(self, is_subject: bool) -> bool:
        if not (self.starts_noun_phrase(1) or (self.tag(1) == "VBG")):
            return False
        if self.tag(1) == "RB" and self.tag(2) not in ("JJ", "VBN"):
            return False
        if self._is_gapped(1):
            return False
        behind = self.tag(self._skim(1))
        if is_subject or (self.opening and self.tag(1) != "VBG"):
            return is_subject or behind != "WP"  # "mixing X and Y is ...": both are mixed
        return behind not in FINITE_TAGS

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
            is_share = node.value is not None and node.value.unit == "share"
            if self.tokens[start].low != "only" or is_share:
                return node
            return node.plus(("mod", Node("only", "adv")))
        if not is_bare and self.is_gerund():
            self.opening, opening = is_subject, self.opening
            node = self.gerund()
            self.opening = opening
            if node is not None:
                return node
            self.i = start
        if self.tag() == "WP" and self.low() in FREE:
            return self._free_relative()
        if not self.starts_noun_phrase():
            return None
        quant, owners, own = "", [], False
        compared: Node | None = None
        value: Value | None = None
        if self.tag() == "NOT" and self.tag(1) in ("QT", "DT", "CD"):
            quant, length = self.phrase(self.grammar.quantities)
            if not length:
                self.i += 1
                inner = self.grammar.quantifiers.get(self.low(), "")
                quant, length = (
                    ("not" + inner if inner in ("all", "many", "most", "any") else "no"),
                    1,
                )
                quant = "no" if quant == "notany" else quant
            self.i += length
            if self.low() in ("of", "the"):
                self.i += 1 + (self.low() == "of" and self.low(1) == "the")
        if self.tag() == "NOT" and self.low(1) in ("everyone", "everybody", "everything"):
            self.i += 1
            node = self._pronoun()
            return replace(node, quant="notall", span=self._span(start, self.i))
        if self.low() == "no" and self.low(1) == "one":
            self.i += 2
            return self._postmodified(
                Node("people", "noun", quant="no", span=self._span(start, self.i)),
                is_subject,
                is_bare,
            )
        head_only = self.tag() == "PRP"
        if head_only:
            return self._pronoun(is_subject=is_subject)
        while True:
            label, length = self.phrase(self.grammar.quantities)
            if length:
                quant = quant or label
                self.i += length
                if self.tag() == "DT":
                    self.i += 1
            elif (self.low() == "half" and self.low(1) in ("a", "an", "of")) or self._bound_ahead():
                break
            elif self.tag() == "QT":
                word = self.grammar.quantifiers.get(self.low(), "")
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
                quant = quant or ("the" if self.low() in self.grammar.definite else "")
                if self.low() in ("my", "our"):
                    own = True
                if self.low() in ("its", "their", "his", "her"):
                    owners.append(Node(self.low(), "pronoun", span=self._span(self.i, self.i + 1)))
                self.i += 1
            else:
                break
        if quant == "the" and (utmost := self._utmost(start)) is not None:
            return utmost
        if quant and self.tag() == "PRP" and self.low(-1) == "of":
            two = self.tokens[self.i - 2].low in ("both", "either", "neither")
            node = self._pronoun()  # "neither of them", "some of them"
            return replace(
                node,
                negated=quant == "no",
                quant="" if quant in ("no", "all", "the") else quant,
                value=Value(2, 2, "count") if two else None,
            )
        is_sole = self.low() == "only" and self.tag() == "RB" and quant == "the"
        self.i += is_sole  # "the only lamp"
        ordinal: Edge | None = None
        if self.low() in self.grammar.ordinals and self.tag(1) in ("QT", "CD"):
            ordinal = ("mod", Node(self.low(), "adj"))
            self.i += 2 if self.tag(1) == "QT" else 1
        if (many := self._multitude()) is not None:
            share, span = None, None
        else:
            share, span = self._share(quant), self._one_span()
        bound, length = values.bound_at(self.tokens, self.i, self.grammar)
        only = bound == "only"
        value_start = self.i
        amount = (
            (many or span or values.number_at(self.tokens, self.i + length, self.grammar))
            if share is None
            else None
        )
        if self.tag(length) in CURRENCIES:
            money = self._money(length, bound)
            if money is not None:
                return money
        after_amount = self.at(length + amount.length) if amount else None
        if (
            amount
            and after_amount
            and not span
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
            low, high, about = values.bounded(amount, bound or self._open_end())
            about = about or amount.about
            glued_unit = self.low()
            if (
                self.low()
                in ("more", "additional", "other", "different", "separate", "full", "whole")
                and self.tag(1) in NOUNS
            ):
                self.i += 1
            unit = self._unit(low, high, about)
            if unit is not None and self.low() == "or" and self.low(1) in self.grammar.open_ends:
                unit = (
                    unit._replace(high=inf)
                    if self.grammar.open_ends[self.low(1)] == "up"
                    else unit._replace(low=-inf)
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
            if self.i == start + 1 and self.tokens[start].low == "both" and self.tag() != "IN":
                pair = Value(2, 2, "count")
                return Node("they", "pronoun", value=pair, span=self._span(start, self.i))
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
        if node.value is None and not quant:
            node = _single(node)
        if value is not None and value.low == value.high and (ends := self._open_end()):
            low, high, _ = values.bounded(values.Amount(0, value.low, value.high), ends)
            node = replace(node, value=Value(low, high, "count"))
        if share is not None:
            node = replace(node, value=share, quant="" if quant in PARTS else quant)
        if ordinal is not None:
            node = node.plus(ordinal)
        if own:
            node = node.plus(("own", Node("own", "adv")))
        if owners:
            node = node.plus(*(("of", owner) for owner in owners))
        if compared is not None:
            node = node.plus(("mod", Node("much", "adj", (("adv", compared),))))
        if only or is_sole:
            node = node.plus(("mod", Node("only", "adv")))
        while self.tag() == "POS":
            self.i += 1
            owner = node
            group = self._group()
            if group is None:
                return self._postmodified(owner, is_subject, is_bare)
            denied = "no" if owner.quant == "no" else ""  # "no tram's bell": no bell of any tram
            owner = replace(owner, quant="any") if denied else owner
            node = replace(group, span=self._span(start, self.i)).plus(("of", owner))
            node = replace(node, quant=denied) if denied else node
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

    def _utmost(self, start: int) -> Node | None:
        """ "The heaviest of the three crates" as the heaviest crate among them."""
        token, length = self.at(), 1
        if self.low() in ("most", "least"):
            token, length = self.at(1), 2
            if token is None or token.tag not in ADJ:
                return None
        elif token is None or token.entity or not any(w.tag == "JJS" for w in token.words):
            return None
        degree = "least" if self.low() == "least" else "most"
        is_open = self.low(length) in ("of", "among") and self.tag(length + 1) in ("DT", "QT", "CD")
        if not is_open and self.tag(length) not in ("", ".", "?", "!", ",", ";"):
            return None
        if token.low in ("least", "last", "latest", "most") and length == 1:
            return None
        mark = self.i
        quality = self.adjective(replace(token, tag="JJS", lemma=self._plain_form(token)))
        quality = quality.plus(("adv", Node(degree, "adv")))
        self.i += length + is_open
        among = self.noun_phrase(is_bare=True) if is_open else None
        if is_open and (among is None or among.quant not in ("the", "all", "")):
            self.i = mark
            return None
        edges: tuple[Edge, ...] = (("mod", quality),)
        head = "one"
        if among is not None:
            edges = (*edges, ("among", replace(among, quant="the")))
            if among.kind == "noun":
                head, edges = among.head, (*among.edges, *edges)
        return Node(head, "noun", edges, quant="the", span=self._span(start, self.i))

    def _plain_form(self, token: Token) -> str:
        """The adjective of a superlative: "heavy" of "heaviest"."""
        return next((word.lemma for word in token.words if word.tag == "JJS"), token.lemma)

    def _free_relative(self) -> Node | None:
        """ "what you pay": the thing that you pay."""
        mark = self.i
        head, quant = FREE[self.low()]
        node = self._relative(Node(head, "noun", quant=quant))
        if node is None:
            return None
        return replace(node, span=self._span(mark, self.i))

    def _pronoun(self, *, is_subject: bool = False) -> Node:
        token = self.tokens[self.i]
        self.i += 1
        low = token.low
        span = Span(token.start, token.end)
        if low in ("nobody", "nothing") and (length := self._but()):
            mark = self.i
            self.i += length
            rest = self.noun_phrase()
            if rest is not None:
                return rest.plus(("mod", Node("only", "adv")))  # "nothing but water"
            self.i = mark
            return Node("something", "noun", (("mod", Node("only", "adv")),), span=span)
        if low in ("nobody", "nothing"):
            node = Node("people" if low == "nobody" else "thing", "noun", quant="no", span=span)
        elif low in ("everyone", "everybody", "everything"):
            node = Node(
                "people" if low != "everything" else "thing", "noun", quant="all", span=span
            )
        elif low in ("anyone", "anybody", "anything"):
            node = Node("people" if low != "anything" else "thing", "noun", quant="any", span=span)
        elif self.grammar.pronouns.get(low) == "people":
            node = Node("people", "noun", span=span)
        elif low in ("someone", "somebody", "something"):
            node = Node("people" if low != "something" else "thing", "noun", span=span)
        elif self.grammar.pronouns.get(low) == "referring":
            node = Node(low, "pronoun", span=span)
        elif low.endswith(("self", "selves")):
            node = Node("oneself", "noun", span=span)
        else:
            node = Node(token.lemma, "noun", span=span)
        if node.kind == "noun" and self.low() == "else":
            self.i += 1
            node = node.plus(("mod", Node("else", "adj")))
        if node.kind == "noun":
            is_open = self.tag() in ("WP", "THAT", "VBG") or (node.quant and self.tag() == "IN")
            return self._postmodified(node, bool(is_subject and is_open), False)
        return node

    def _but(self) -> int:
        """How many words stand here that leave one thing out: "but", "other than"."""
        if self.low() in ("but", "except"):
            return 2 if self.low(1) == "for" else 1
        return 2 if (self.low(), self.low(1)) in (("other", "than"), ("apart", "from")) else 0

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
