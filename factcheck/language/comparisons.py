"""Comparatives and equatives: "lighter than Y", "as addictive as Y", "allows more users than Y"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import values
from factcheck.language.draft import Draft
from factcheck.language.postmodifiers import Postmodifiers
from factcheck.language.tagset import ADJ, ADV, NOUNS
from factcheck.model.proposition import Node


class Comparisons(Postmodifiers):
    """Comparatives and equatives: "lighter than Y", "as addictive as Y", "more users than Y"."""

    __slots__ = ()

    def _equative(self, draft: Draft) -> None:
        mark = self.i
        self.i += 1
        token = self.tokens[self.i]
        node = self.adjective(token)
        self.i += 1
        if self.low() == "as":
            self.i += 1
            nodes = self.noun_phrases()
            if nodes:
                draft.more, draft.dimension, draft.than = "equal", node, nodes
                return
        self.i = mark + 2
        draft.kind = "is"
        draft.add("pred", [node.plus(("as", Node("something")))])  # as addictive as what?

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
