"""Noun groups: adjectives, participles and nouns up to the head."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import values
from factcheck.language.reader import Reader
from factcheck.language.tagset import ADJ, CURRENCIES, FINITE_TAGS, NOUNS
from factcheck.model.place import Span
from factcheck.model.proposition import Edge, Node, Value

FREE = {
    "what": ("thing", "the"),
    "whatever": ("thing", "all"),
    "whoever": ("people", "all"),
    "whichever": ("thing", "all"),
}


class NounGroups(Reader):
    """Noun groups: adjectives, participles and nouns up to the head."""

    __slots__ = ()

    def starts_noun_phrase(self, k: int = 0) -> bool:
        """Whether a noun phrase can start `k` places ahead."""
        tag = self.tag(k)
        if tag in ("DT", "CD", "PRP", "JJ", "JJR", "JJS", "NN", "NNS", "QT", *CURRENCIES):
            return True
        if tag == "RBR" and self.tag(k + 1) in ("JJ", "NN", "NNS"):
            return True
        if tag in ("VBN", "VBG"):
            return self.tag(k + 1) in ("NN", "NNS", "JJ")
        if tag == "RB" and self.tag(k + 1) in ("JJ", "VBN"):
            return self.tag(k + 2) in ("NN", "NNS", "JJ")
        if tag == "RB" and self.tag(k + 1) == "QT" and self.low(k + 1) in ("all", "every"):
            return (self.low(k), self.low(k + 1)) in self.grammar.quantities
        if tag == "NOT":
            return self.tag(k + 1) in ("QT", "DT", "CD")
        if tag == "WP" and self.i + k > 0:
            return self._is_free_relative(k)
        if self.low(k) in self.grammar.before_numbers:
            return values.bound_at(self.tokens, self.i + k, self.grammar)[1] > 0
        return False

    def _is_free_relative(self, k: int) -> bool:
        """Whether "what", "whoever" ... and a clause stand for a thing: "what you pay"."""
        if self.low(k) not in FREE or self.tag(k - 1) in ("NN", "NNS", ","):
            return False
        after = self.tag(k + 1)
        return after in ("PRP", "DT", "NN", "NNS", "VBZ", "VBP", "VBD", "MD", "HV", "QT")

    def _skim(self, k: int) -> int:
        """How far a plain noun phrase, with its prepositional phrases, reaches from `k` ahead."""
        k += values.bound_at(self.tokens, self.i + k, self.grammar)[1]
        while True:
            tag = self.tag(k)
            if (
                tag
                in (
                    "DT",
                    "QT",
                    "CD",
                    "JJ",
                    "JJR",
                    "JJS",
                    "NN",
                    "NNS",
                    "POS",
                    "PRP",
                    "RBR",
                    *CURRENCIES,
                )
                or (
                    tag in ("VBN", "VBG", "RB", "NOT")
                    and self.tag(k + 1)
                    in (
                        "NN",
                        "NNS",
                        "JJ",
                        "VBN",
                    )
                )
                or (
                    tag == "IN"
                    and self.low(k) in ("of", "for", "in", "with", "about", "to", "from", "on")
                    and self.starts_noun_phrase(k + 1)
                )
                or (tag == "VBG" and self.tag(k - 1) in (",", "CC"))
            ):
                k += 1
            else:
                return k

    def _group_ahead(self) -> bool:
        """Whether the adjective here belongs to a noun phrase."""
        mark = self.i
        group = self._group()
        self.i = mark
        return group is not None

    def _group(self) -> Node | None:
        """Adjectives, nouns and their like up to the head noun; None when there is no head."""
        start = self.i
        while True:
            tag, low = self.tag(), self.low()
            if tag in ("NN", "NNS", "JJ", "JJR", "JJS", "CD"):
                inside = self._glued(0) or self._glued(1) or self._labels(0)
                if tag == "CD" and self.i > start and not inside:
                    break
                if self.fronting and self.i > start and self._is_subject():
                    break
                self.i += 1
                if low in ("one", "ones") and tag == "NN":
                    break  # always the head: "the one buses use"
            elif (
                low == "non"
                or (
                    tag == "RBR"
                    and self.tag(1) == "JJ"
                    and self.low(2) != "than"
                    and self.tag(2) in NOUNS
                )
                or (
                    tag in ("VBN", "VBG")
                    and (self.tag(1) in ("NN", "NNS", "JJ") or self._glued(1))
                    and self._modifies(start)
                )
                or (
                    tag in ("RB", "RBS")
                    and self.tag(1) in ("JJ", "VBN")
                    and (self.tag(2) in ("NN", "NNS", "JJ", "CC", ","))
                )
                or (
                    tag in ("VBN",)
                    and self._glued(0)
                    and self.tag(1) in ("NN", "NNS", "JJ", "VBN", "", ".", "VBZ", "DO", "BE", ",")
                )
                or (
                    self._glued(0)
                    and tag
                    in ("IN", "RB", "TO", "VB", "VBN", "VBG", "CC", "DT", "VBZ", "VBP", "VBD")
                    and self.i > start
                )
                or (self._glued(1) and tag in ("IN", "RB", "VB", "VBP", "BE"))
                or (
                    tag == ","
                    and self.i > start
                    and self.tag(-1) in ("JJ",)
                    and self.tag(1) in ("JJ",)
                    and self.tag(2) in ("NN", "NNS", "JJ")
                )
                or (
                    tag == "CC"
                    and self.low() in ("and", "or")
                    and self.i > start
                    and self.tag(-1) == "JJ"
                    and self.tag(1) in ("JJ", "VBN")
                    and self.tag(2) in ("NN", "NNS")
                )
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

    def _numbered(self, at: int) -> str:
        """A number before a noun, in words or digits alike: "a five-panel test"."""
        if self.tokens[at].tag != "CD":
            return ""
        number = values.number_at(self.tokens, at, self.grammar)
        if number is None or number.length > 1 or number.low != number.high:
            return ""
        return f"{number.low:g}"

    def _is_subject(self) -> bool:
        """Whether the noun here is the subject behind a phrase: "at night trams run"."""
        if self.tag() not in NOUNS or self._glued(0) or self.tag(-1) not in NOUNS:
            return False
        k = 1
        while self.tag(k) in ("RB", "NOT"):
            k += 1
        return self.tag(k) in FINITE_TAGS or self.tag(k) == "VBP"

    def _names_itself(self, start: int) -> bool:
        """Whether a hyphenated word ends here that stands as a name: "EU-approved means ..."."""
        last, first = self.tokens[self.i - 1], self.tokens[start]
        if last.tag not in ("JJ", "VBN", "VBD"):
            return True
        return (
            first.tag in ("NN", "NNS")
            and first.text[:1].isupper()
            and not self.starts_noun_phrase()
        )

    def _labels(self, k: int) -> bool:
        """Whether a number inside a name labels it: "Class III lifts"."""
        token = self.at(k)
        return bool(token and token.text in values.ROMAN and self.tag(k + 1) in ("NN", "NNS"))

    def _modifies(self, start: int) -> bool:
        """Whether a participle here modifies the noun after it rather than opening a clause."""
        if self.tag() == "VBN":
            return self.i == start or self.tag(-1) not in ("NN", "NNS") or self._glued(0)
        if self.i > start and self.tag(-1) == "NNS" and not self._glued(0):
            return False  # "cyclists wearing helmets"
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
                if token.low == "earlier":  # "an earlier owner" is a previous one
                    node = replace(node, head=self.grammar.synonyms.get("adj:earlier", "earlier"))
                elif token.tag in ("JJR", "JJS"):
                    node = node.plus(("adv", Node("more" if token.tag == "JJR" else "most", "adv")))
            else:
                node = Node(
                    self._numbered(k) or self.concept(token, "noun"),
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
