"""What is said of a noun in passing: relative clauses, appositions, participles."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.coordination import VerbPhrases
from factcheck.language.draft import Draft
from factcheck.language.tagset import FINITE_TAGS
from factcheck.language.tokens import Token
from factcheck.model.proposition import Node

PREDICATIVE = frozenset({"DT", "NN", "NNS", "JJ", "JJR", "CD", "RB", "QT", "VBN", "VBG"})


class Remarks(VerbPhrases):
    """What is said of a noun in passing: relative clauses, appositions, participles."""

    __slots__ = ()

    def _said_in_passing(self, subjects: list[Node], words: list[Token]) -> list[Draft] | None:
        """What an aside says of what it stands behind; None when it was not all understood."""
        reader = self.over(words)
        if reader._at_relative():
            drafts = reader._relatives(subjects)
            return None if not drafts or reader.at() is not None else [*drafts, *reader.sides]
        if words[0].tag not in PREDICATIVE or words[0].low in ("so", "as"):
            return None
        reader = self.over([copula(words[0]), *words])
        drafts = reader.verb_phrase(list(subjects))
        if not drafts or reader.at() is not None:
            return None
        for draft in drafts:
            draft.is_side = True
            draft.where = reader._span(max(draft.start, 1), draft.end)
        return [*drafts, *reader.sides]

    def _at_relative(self) -> bool:
        return (
            self.tag() == "WP"
            or self.low() == "whose"
            or (self.tag() in ("IN", "TO") and self.tag(1) == "WP")
        )

    def _relatives(self, subjects: list[Node]) -> list[Draft]:
        """ "which they sold in 1990 and which is red": what relative clauses say of a noun."""
        found: list[Draft] = []
        while True:
            start = self.i
            end = self._listed_end()
            if end:
                reader = self.over(self.tokens[start:end])
                drafts = reader._one_relative(subjects)
                if drafts and reader.at() is None:
                    self.sides.extend(reader.sides)
                    self.i = end
                    for draft in drafts:
                        draft.start, draft.end = start, end
                else:
                    drafts = self._one_relative(subjects)
            else:
                drafts = self._one_relative(subjects)
            if not drafts:
                self.i = start
                return found
            for draft in drafts:
                draft.is_side = True
                draft.where = self._span(start if draft is drafts[0] else draft.start, draft.end)
            found.extend(drafts)
            mark = self.i
            self.i += self.tag() == ","
            self.i += self.tag() == "CC"
            if self.i == mark or not self._at_relative():
                self.i = mark
                return found

    def _listed_end(self) -> int:
        """Where this relative clause ends in "which A, which B and which C"; 0 outside a list."""
        marks = [
            k
            for k in range(self.i + 1, len(self.tokens) - 1)
            if self.tokens[k].tag in (",", "CC") and self.tokens[k + 1].tag == "WP"
        ]
        if len(marks) < 2 or not any(self.tokens[k].tag == "CC" for k in marks[1:]):
            return 0
        first = marks[0]
        return first - (self.tokens[first].tag == "CC" and self.tokens[first - 1].tag == ",")

    def _one_relative(self, subjects: list[Node]) -> list[Draft]:
        role = ""
        if self.low() == "whose":
            self.tokens[self.i] = replace(self.tokens[self.i], low="its")
            return self._own_clause()
        if self.tag() in ("IN", "TO"):
            role = self._role(self.low())
            self.i += 1
        self.i += 1
        if not role and (self.tag() in FINITE_TAGS or self.tag() in ("VBP", "RB", "NOT")):
            return self.verb_phrase(list(subjects))
        drafts = self._own_clause()
        if not role and self.tag() == "IN" and self.tag(1) in ("", ","):
            role = self._role(self.low())  # "which people rely on"
            self.i += 1
        for draft in drafts:
            if role:
                draft.add(role, list(subjects))
            elif not fill_gap(draft, subjects):
                return []
            draft.end = self.i
        return drafts

    def _own_clause(self) -> list[Draft]:
        drafts = self.clause() if self.depth < 6 else []
        return [] if any(draft.kind == "nominal" for draft in drafts) else drafts


def copula(before: Token) -> Token:
    """ "is", to read a phrase as what is said of something."""
    return Token("is", "is", before.start, before.start, "word", tag="BE", lemma="be")


def fill_gap(draft: Draft, nodes: list[Node]) -> bool:
    """Puts a noun in the place that a relative clause leaves open; False when there is none."""
    if draft.kind != "verb" or draft.is_passive or draft.inner:
        return False
    if not draft.get("obj"):
        draft.edges.insert(0, ("obj", list(nodes)))
        return True
    for at, (role, found) in enumerate(draft.edges):
        if role == "to" and len(found) == len(nodes) == 1 and found[0].get("obj") is None:
            draft.edges[at] = (role, [found[0].plus(("obj", nodes[0]))])
            return True  # "which you need a key to open"
    return False
