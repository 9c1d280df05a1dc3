"""What stands between a subject and its verb: appositions, relative clauses, brackets."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.adjuncts import Adjuncts
from factcheck.language.draft import Draft
from factcheck.language.postmodifiers import END
from factcheck.language.tagset import ADV, AUX, FINITE_TAGS, VERBS
from factcheck.language.tokens import Token
from factcheck.model.proposition import Node


class Asides(Adjuncts):
    """What stands between a subject and its verb: appositions, relative clauses, brackets."""

    __slots__ = ()

    def _after_subject(self, subjects: list[Node]) -> list[Node]:
        """Appositions, relative clauses and asides between a subject and its verb."""
        while True:
            if self.tag() == "(":
                self._parenthesis(subjects)
            elif self.tag() == ",":
                if not self._aside(subjects):
                    return subjects
            elif (
                self.tag() == "QT"
                and self.low() in ("both", "all", "each")
                and self.tag(1) in FINITE_TAGS | {"VBP"}
            ):
                self.i += 1
            else:
                return subjects

    def _parenthesis(self, subjects: list[Node]) -> None:
        """What stands in brackets: another name, an apposition, or a remark."""
        depth, k = 0, self.i
        while k < len(self.tokens):
            depth += {"(": 1, ")": -1}.get(self.tokens[k].tag, 0)
            k += 1
            if depth == 0:
                break
        inside = [t for t in self.tokens[self.i + 1 : k - 1] if t.tag != '"']
        self.i = k
        if not inside:
            return
        reader = self.over(inside)
        while reader.tag() == "RB" or reader.low() in (
            "or",
            "also",
            "often",
            "known",
            "as",
            "called",
        ):
            reader.i += 1
        node = reader.noun_phrase()
        if node is not None and reader.at() is None and len(subjects) == 1:
            if node.head == subjects[0].head or inside[0].tag != "DT":
                return  # another name, a brand, an abbreviation: nothing is said
            self.sides.append(
                Draft(
                    subjects=subjects,
                    kind="isa",
                    verb="be",
                    edges=[("obj", [node])],
                    start=self.i,
                    end=self.i,
                    is_side=True,
                )
            )
        elif node is None or reader.at() is not None:
            self._in_brackets(subjects, inside)

    def _in_brackets(self, subjects: list[Node], inside: list[Token]) -> None:
        """A remark in brackets: about the noun before, or a clause of its own."""
        sides = self._said_in_passing(subjects, inside)
        if sides is None:
            reader = self.over(inside)
            sides = [*_sided(reader.clause(subjects=None)), *reader.sides]
            rest = reader.tokens[reader.i :]
            if any(token.tag in VERBS | AUX for token in rest):
                self.unread.extend(token.text for token in rest)
        self.sides.extend(sides)

    def _aside(self, subjects: list[Node]) -> bool:
        """A comma after a subject: a relative clause, an apposition or another aside."""
        mark = self.i
        self.i += 1
        for closing in self._closing_commas():
            inner = list(self.tokens[self.i : closing])
            sides = self._adjunct_in_passing(subjects, inner)
            if sides is None:
                sides = self._said_in_passing(subjects, inner)
            if sides is not None:
                self.sides.extend(sides)
                self.i = closing + 1
                return True
        if self.tag() == "WP" and self.tag(1) not in ("IN",):  # no comma closes it
            drafts = self._relatives(subjects)
            if drafts and self.tag() in (*END, ";"):
                self.sides.extend(drafts)
                return True
        self.i = mark
        return False

    def _adjunct_in_passing(self, subjects: list[Node], inner: list[Token]) -> list[Draft] | None:
        """What an aside that is no predicate says; None when it is none of these."""
        reader = self.over(inner)
        first = inner[0]
        words = tuple(token.low for token in inner)
        if any(words == phrase for phrase, _ in self.grammar.openers.get(first.low, ())):
            return []  # ", on the other hand,"
        if first.tag == "NOT" or (first.low in ("but", "and") and reader.tag(1) == "NOT"):
            reader.i += 1 if first.tag == "NOT" else 2
            nodes = reader.noun_phrases()
            if nodes and reader.at() is None:
                subjects.extend(replace(node, negated=not node.negated) for node in nodes)
                return reader.sides
        elif first.low in ("like", "unlike", "such", "including"):
            reader.i += 2 if first.low == "such" else 1
            nodes = reader.noun_phrases()
            if reader.tag() == "," and reader.tag(1) == "WP":
                reader.i += 1
                reader.sides.extend(reader._relatives(nodes))
            if reader.at() is not None:
                return None
            if first.low == "like":
                self.likened.extend(nodes)
            elif first.low == "unlike":
                self.unlike.extend(nodes)
            members = [
                Draft([node], "be", "isa", edges=[("obj", [subjects[0]])], is_side=True)
                for node in (nodes if first.low not in ("like", "unlike") else ())
            ]
            return [*members, *reader.sides]
        elif first.low in ("so", "as"):
            return None  # "so they say": who says so, not what is said
        elif first.tag in ("SUB", "WR") and first.low in self.grammar.subordinators:
            reader.i = 1
            clause = reader._subordinate()
            if clause is not None and reader.at() is None:
                self.asides.append((first.low, clause))
                return reader.sides
        elif first.tag in ("IN", "TO") and reader.tag(1) != "WP":
            edge = reader._prepositional()
            if edge is not None and reader.at() is None:
                self.asides.append(edge)
                return reader.sides
        elif all(
            token.tag in ADV or token.tag == "RB" for token in inner
        ) or reader._filler_length() == len(inner):
            return []
        return None

    def _closing_commas(self) -> list[int]:
        """Where an aside may end: the commas that a verb follows."""
        found: list[int] = []
        is_relative = self.tag() in ("WP", "IN") or self.low() == "whose"
        for k in range(self.i + 1, min(len(self.tokens) - 1, self.i + 40)):
            tag, after = self.tokens[k].tag, self.tokens[k + 1]
            if tag in (";", ".") or (tag == "SUB" and not is_relative):
                break
            if tag != ",":
                continue
            ahead = self.tokens[k + 2] if k + 2 < len(self.tokens) else None
            if after.tag in FINITE_TAGS | {"VBP", "NOT"} or (
                after.tag in ADV and ahead is not None and ahead.tag in FINITE_TAGS
            ):
                found.append(k)
        return found


def _sided(drafts: list[Draft]) -> list[Draft]:
    for draft in drafts:
        draft.is_side = True
    return drafts
