"""What a comma, a contrast or "rather than" adds to a clause that could have ended."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.draft import Draft
from factcheck.language.postmodifiers import END
from factcheck.language.prepositions import Prepositions
from factcheck.language.tagset import ADJ, FINITE_TAGS
from factcheck.model.proposition import Node


class Additions(Prepositions):
    """What a comma, a contrast or "rather than" adds to a clause that could have ended."""

    __slots__ = ()

    def _after_comma(self, draft: Draft) -> bool:
        """What a comma inside a verb phrase opens: an apposition, a relative clause, an adjunct."""
        mark, sides = self.i, len(self.sides)
        self.i += 1
        nxt, low = self.tag(), self.low()
        objects = (
            draft.than or draft.get("obj") or [n for _, nodes in draft.edges[-1:] for n in nodes]
        )
        if nxt == "NOT" or low == "never" or (low == "but" and self.tag(1) == "NOT"):
            k = 1 if nxt == "NOT" else 2
            if self.low(k) in ("only", "just", "merely") and self._as_well(draft, k + 1):
                return True
            quality = self.at(k)
            if (
                draft.kind == "is"
                and draft.get("pred")
                and quality is not None
                and quality.tag == "JJ"
                and (self.at(k + 1) is None or self.tag(k + 1) in END or self.tag(k + 1) == ",")
            ):
                self.i += k + 1
                kept = [(r, n) for r, n in draft.edges if r not in ("pred", "adv")]
                edges = [*kept, ("pred", [self.adjective(quality)])]
                denied = replace(draft, polarity=not draft.polarity, edges=edges, inner=[], cues=[])
                draft.inner.append(denied)
                return True
            if self.starts_noun_phrase(k) and draft.get("obj"):
                self.i += k
                nodes = self.noun_phrases()
                if nodes and (self.at() is None or self.tag() in END or self.tag() in (",", "CC")):
                    draft.inner.append(
                        replace(
                            draft,
                            polarity=not draft.polarity,
                            edges=[(r, n) for r, n in draft.edges if r != "obj" and r != "adv"]
                            + [("obj", nodes)],
                            inner=[],
                            cues=[],
                        )
                    )
                    return True
            if self._denied_quality(draft, k):
                return True
            if self.tag(k) == "IN" and any(role == self.low(k) for role, _ in draft.edges):
                prep = self.low(k)
                self.i += k
                edge = self._prepositional()
                if edge is not None:
                    kept = [(role, nodes) for role, nodes in draft.edges if role != prep]
                    other = replace(
                        draft, polarity=not draft.polarity, edges=[*kept, edge], inner=[], cues=[]
                    )
                    self._complements(other)  # what follows belongs to the denial
                    draft.inner.append(other)
                    return True
        elif (nxt == "WP" or low in ("which", "who")) and objects:
            self.i += 1
            if self.tag() in FINITE_TAGS or self.tag() in ("VBP", "RB", "NOT"):
                found = self.verb_phrase([objects[-1].without("rel")])
                for each in found:
                    each.is_side = True
                self.sides.extend(found)
                if found:
                    return True
        elif low in ("especially", "particularly", "notably"):
            while self.at() is not None and self.tag() not in (";", "."):
                self.i += 1
            return True
        elif low in ("such", "including", "like") and objects:
            return self._examples(objects[-1], draft)
        elif nxt in ("DT", "CD") and objects and low not in ("that",) and not self.leading:
            node = self.noun_phrase()
            if node is not None and (self.at() is None or self.tag() in END or self.tag() == ","):
                self.sides.append(
                    Draft(
                        subjects=[objects[-1]],
                        kind="isa",
                        verb="be",
                        edges=[("obj", [node])],
                        is_side=True,
                        start=mark + 1,
                        end=self.i,
                    )
                )
                return True
        elif (
            nxt in ("SUB", "WR")
            and not self.leading
            and low not in self.grammar.contrasts
            and low not in ("so",)
        ):
            return True
        elif (
            nxt in ("IN", "TO", "RB", "VBG")
            and not self.leading
            and low
            not in (
                "there",
                "here",
                "like",
                "unlike",
                "than",
                "so",
                "then",
                "therefore",
                "thus",
            )
        ):
            if nxt in ("IN", "TO"):
                edge = self._prepositional()
                if edge is not None:
                    draft.add(*edge)
                    return True
            elif nxt == "RB":
                if not self._adverbs(draft):
                    self.i = mark
                    return False
                return True
            elif nxt == "VBG":
                return self._tail(draft)
        elif low == "unlike" or low == "like":
            self.i += 1
            nodes = self.noun_phrases()
            if nodes:
                self.beside(low, nodes)
                return True
        self.i = mark
        del self.sides[sides:]
        return False

    def _denied_quality(self, draft: Draft, k: int) -> bool:
        """ "Only local, never general": the other quality is denied."""
        token = self.at(k)
        if draft.kind not in ("is", "adj") or token is None or token.tag not in ADJ:
            return False
        if self.tag(k + 1) not in (*END, ",", ";", "CC"):
            return False
        self.i += k
        other = Draft(subjects=list(draft.subjects), kind="is", verb="be", start=self.i)
        other.polarity = not draft.polarity
        self._predicate(other)
        draft.inner.append(other)
        return True

    def _tail(self, draft: Draft) -> bool:
        """ ", making it a Y", ", causing Z": what follows, said of the subject."""
        mark = self.i
        tail = Draft(
            subjects=list(draft.subjects),
            start=mark,
            strength=draft.strength,
            duty=draft.duty,
            duty_negated=draft.duty_negated,
            is_side=True,
        )
        self._main_verb(tail, is_passive=False, is_copula=False)
        self._complements(tail)
        if not tail.edges or not draft.polarity or draft.inner or draft.duty:
            self.i = mark
            node = self.gerund()
            draft.add("rel", [node] if node is not None else [])
            return node is not None
        tail.end = self.i
        tail.where = self._span(mark, self.i)
        made = tail.get("obj")
        if tail.verb == "make" and len(made) == 1 and made[0].kind == "pronoun":
            kind, what = ("is", tail.get("pred")) if tail.get("pred") else ("isa", tail.get("obj2"))
            tail.verb, tail.kind, tail.subjects = "be", kind, made
            tail.edges = [("pred" if kind == "is" else "obj", what)]
        self.infers = True
        self.sides.append(tail)
        return True

    def _instead(self, draft: Draft, nodes: list[Node]) -> Draft:
        """The same clause denied of other objects: "X rather than Y", "X, not Y"."""
        edges = [(role, each) for role, each in draft.edges if role not in ("obj", "adv")]
        return replace(
            draft, polarity=not draft.polarity, edges=[*edges, ("obj", nodes)], inner=[], cues=[]
        )

    def _as_well(self, draft: Draft, k: int) -> bool:
        """ "X, not just Y": Y as well as X."""
        if not draft.edges or draft.edges[-1][0] != "obj" or not self.starts_noun_phrase(k):
            return False
        mark = self.i
        self.i += k
        nodes = self.noun_phrases()
        if not nodes or not (self.at() is None or self.tag() in (*END, ",")):
            self.i = mark
            return False
        self.i += self.tag() == "," and self.tag(1) in ("IN", "TO")
        draft.edges[-1] = ("obj", [*draft.edges[-1][1], *nodes])
        return True

    def _not_only(self, draft: Draft) -> bool:
        """ "not only X but also Y" as "X and Y"."""
        mark = self.i
        self.i += 2
        nodes = self.noun_phrases()
        self.i += self.tag() == ","
        if nodes and self.low() == "but":
            self.i += 1
            while self.low() in ("also", "even", "too"):
                self.i += 1
            more = self.noun_phrases()
            if more:
                draft.add("obj2" if draft.get("obj") else "obj", [*nodes, *more])
                return True
        self.i = mark
        return False

    def _meanwhile(self, draft: Draft) -> bool:
        """ "X is lower while people stay on Y": no contrast, but when it holds."""
        mark, sides = self.i, len(self.sides)
        self.i += 1
        clause = self._subordinate()
        if clause is None or any(each.head == "isa" for each in clause):
            self.i = mark
            del self.sides[sides:]
            return False
        draft.add("while", clause)
        return True
