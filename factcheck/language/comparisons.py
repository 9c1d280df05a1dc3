"""Comparatives and equatives: "lighter than Y", "as addictive as Y", "allows more users than Y"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import values
from factcheck.language.contents import Contents
from factcheck.language.draft import Draft
from factcheck.language.tagset import ADJ, ADV, NOUNS
from factcheck.language.tokens import Token
from factcheck.model.proposition import Node, Value


class Comparisons(Contents):
    """Comparatives and equatives: "lighter than Y", "as addictive as Y", "more users than Y"."""

    __slots__ = ()

    def _equative(self, draft: Draft) -> bool:
        """ "(at least / about / twice) as addictive as Y"."""
        mark = self.i
        value, label, length = self._times(), "", 0
        if value is None:
            label, length = self.phrase(self.grammar.before_equals)
            self.i += length
        token = self.at(1)
        if self.low() != "as" or token is None or not _is_degree(token):
            self.i = mark
            return False
        is_bare = not length and value is None and not draft.get("adv")
        if token.low == "well" and is_bare and not self._is_measured(draft):
            self.i = mark
            return False  # "X warms as well as Y": both do
        self.i += 2
        node = self.adjective(token)
        nodes = []
        if self.low() == "as":
            self.i += 1
            nodes = self.noun_phrases()
        # "as much as 50 dollars", "as soon as possible" compare nothing
        if nodes and nodes[0].kind != "value" and nodes[0].head != "possible":
            self._equal(draft, node, nodes, label, value)
            return True
        if not is_bare or (draft.kind == "verb" and draft.verb != "be"):
            self.i = mark
            return False
        self.i = mark + 2
        draft.kind = "is"
        draft.add("pred", [node.plus(("as", Node("something")))])  # as addictive as what?
        return True

    def _equal(
        self, draft: Draft, quality: Node, nodes: list[Node], label: str, value: Node | None
    ) -> None:
        draft.more, draft.dimension, draft.than = "equal", quality, nodes
        if value is None and any(node.head == "twice" for node in draft.get("adv")):
            value = Node("#times", "value", value=Value(2.0, 2.0, "times"))
        if value is not None:
            draft.edges = [edge for edge in draft.edges if edge[1][0].head not in ("twice", "only")]
            draft.more = "more"  # twice as heavy as Y: heavier by two times
            draft.add("by", [value])
        elif label == "least":  # not less than Y
            draft.more, draft.polarity = "less", not draft.polarity
        elif label == "about" and draft.polarity:
            draft.add("adv", [Node("about", "adv")])
        if self.tag() in ("DO", "BE", "HV", "MD"):
            self.i += 1

    def _is_measured(self, draft: Draft) -> bool:
        """Whether "as well as" after the verb says how well: "works as well as Y"."""
        return draft.verb in self.grammar.vacuous or not draft.polarity

    def _level_ahead(self) -> bool:
        """Whether "as ... as" stands within the next words."""
        for k in range(6):
            token = self.at(k + 1)
            if self.low(k) == "as" and token is not None and self.low(k + 2) == "as":
                return _is_degree(token)
        return False

    def _times(self) -> Node | None:
        """How many times, before "as": "twice", "about ten times"."""
        mark = self.i
        if self._times_ahead():
            for length in (3, 2, 1, 0):
                words = tuple(token.low for token in self.tokens[self.i : self.i + length])
                if self.low(length) == "twice" and (not length or words in self.grammar.bounds):
                    two = values.Amount(1, 2.0, 2.0)
                    low, high, about = values.bounded(two, self.grammar.bounds.get(words, ""))
                    self.i += length + 1
                    return Node("#times", "value", value=Value(low, high, "times", about))
            node = self.noun_phrase(is_bare=True) if self.tag() != "NOT" else None
            if node is not None and node.head == "#times":
                return node
        self.i = mark
        return None

    def _comparative(self, draft: Draft) -> bool:
        """ "(much) lighter than Y", "more addictive than Y", "50 times more potent than Y"."""
        mark, polarity = self.i, draft.polarity
        value, degree = None, ""
        number = (
            self.noun_phrase()
            if self.tag() == "CD"
            or (self.low() in self.grammar.before_times and self._times_ahead())
            else None
        )
        if number is not None and number.head in ("#times",):
            value = number
        elif number is not None:
            self.i, draft.polarity = mark, polarity
            return False
        while (how_much := self.grammar.degrees.get(self.low(), "")) != "":
            if how_much == "no":
                draft.polarity = not draft.polarity
            if self.low() == "a" and self.low(1) not in ("lot", "bit", "little"):
                self.i, draft.polarity = mark, polarity
                return False
            if how_much in ("much", "slightly"):
                degree = how_much
            self.i += 1
        direction, word, k = "", None, 0
        if self.low() in ("more", "less", "fewer") and self.tag(1) in (*ADJ, *ADV, "VBN", "RB"):
            direction = "more" if self.low() == "more" else "less"
            word, k = self.at(1), 2
        elif self.tag() in ("JJR", "RBR") and self.low() not in ("more", "less"):
            direction, word, k = "more", self.at(), 1
        if self.low() in ("more", "less") and self.low(1) == "than" and draft.kind == "verb":
            if values.bound_at(self.tokens, self.i, self.grammar)[1]:
                return False
            direction, word, k = self.low(), self.at(), 1
        if not direction or word is None:
            self.i, draft.polarity = mark, polarity
            return False
        end = self.i + k
        # what the comparison is about may stand between the word and "than"
        than = next(
            (j for j in range(end, min(end + 8, len(self.tokens))) if self.tokens[j].low == "than"),
            None,
        )
        if than is None or (self.tag(k) in NOUNS):
            self.i, draft.polarity = mark, polarity
            return False
        node = Node("much", "adj") if word.low in ("more", "less") else self.adjective(word)
        self.i = end
        while self.i < than:
            edge = self._prepositional() if self.tag() == "IN" else None
            if edge is None:
                self.i, draft.polarity = mark, polarity
                return False
            node = node.plus(*((edge[0], each) for each in edge[1]))
        self.i += 1
        nodes = self.noun_phrases()
        if not nodes:
            self.i, draft.polarity = mark, polarity
            return False
        if self.tag() in ("DO", "BE", "HV", "MD"):
            self.i += 1
        draft.more, draft.dimension, draft.than = direction, node, nodes
        if value is not None:
            draft.add("by", [value])
        if degree and draft.polarity == polarity:
            draft.add("adv", [Node(degree, "adv")])
        return True

    def _times_ahead(self) -> bool:
        return any(
            token.low in ("times", "fold", "twice") for token in self.tokens[self.i : self.i + 8]
        )

    def _than(self, draft: Draft) -> bool:
        """A "than" whose comparative stands inside the object or before the verb."""
        objects = draft.get("obj")
        word: Node | None = None
        if objects:
            for role, node in objects[0].edges:
                degree = node.get("adv")
                if role == "mod" and degree is not None and degree.head in ("more", "less"):
                    word = node
        if word is None and not any(n.head in ("more", "less", "few") for n in draft.get("adv")):
            return False
        self.i += 1
        while self.tag() == "IN":
            self.i += 1
        nodes = self.noun_phrases()
        if not nodes:
            return False
        if self.tag() in ("DO", "BE", "HV", "MD"):
            self.i += 1
        draft.than = nodes
        if word is not None:
            degree = word.get("adv")
            draft.more = degree.head if degree is not None else "more"
            plain = word.without("adv")
            draft.dimension = plain
            draft.edges = [
                (
                    role,
                    [
                        replace(ns[0], edges=tuple(e for e in ns[0].edges if e[1] is not word)),
                        *ns[1:],
                    ]
                    if role == "obj"
                    else ns,
                )
                for role, ns in draft.edges
            ]
        else:
            direction = next(n.head for n in draft.get("adv") if n.head in ("more", "less", "few"))
            draft.more = "more" if direction == "more" else "less"
            draft.edges = [
                (r, [n for n in ns if n.head not in ("more", "less", "few")])
                for r, ns in draft.edges
            ]
            draft.edges = [(r, ns) for r, ns in draft.edges if ns]
        return True

    def _verb_comparative(self, draft: Draft) -> bool:
        """ "faster than Y", "more quickly than Y" after a verb; "better for Z than Y"."""
        if draft.kind != "verb" or draft.more:
            return False
        return self._comparative(draft)


def _is_degree(token: Token) -> bool:
    """Whether a word can stand in "as ... as"."""
    return token.tag in (*ADJ, *ADV) or token.low == "much"
