"""What stands between a subject and its verb: appositions, relative clauses, brackets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.language.adjuncts import Adjuncts
from factcheck.language.draft import Draft
from factcheck.language.phrases import FINITE_TAGS
from factcheck.language.tagset import ADV
from factcheck.model.proposition import Node


@dataclass(slots=True)
class Asides(Adjuncts):
    """What stands between a subject and its verb: appositions, relative clauses, brackets."""

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
            reader.i = 0
            self.sides.extend(_sided(reader.clause(subjects=None)))

    def _aside(self, subjects: list[Node]) -> bool:
        """A comma after a subject: a relative clause, an apposition or another aside."""
        mark = self.i
        self.i += 1
        if self.tag() == "WP" or self.low() in ("which", "who"):
            self.i += 1
            if self.tag() in ("IN",):
                self.i = mark
                return False
            drafts = self.verb_phrase(list(subjects))
            if drafts:
                for draft in drafts:
                    draft.is_side = True
                self.sides.extend(drafts)
                if self.tag() == ",":
                    self.i += 1
                return True
            self.i = mark
            return False
        closing = self._closing_comma()
        if closing < 0:
            self.i = mark
            return False
        inner = self.tokens[self.i : closing]
        reader = self.over(list(inner))
        done = False
        first = inner[0]
        words = tuple(token.low for token in inner)
        if any(words == phrase for phrase, _ in self.grammar.openers.get(first.low, ())):
            done = True  # ", on the other hand,"
        elif first.tag == "NOT" or (first.low in ("but", "and") and reader.tag(1) == "NOT"):
            reader.i += 1 if first.tag == "NOT" else 2
            nodes = reader.noun_phrases()
            if nodes and reader.at() is None:
                subjects.extend(replace(node, negated=not node.negated) for node in nodes)
                done = True
        elif first.low in ("like", "such") or (first.low == "including"):
            done = True
            reader.i += 2 if first.low == "such" else 1
            nodes = reader.noun_phrases()
            for node in nodes if first.low != "like" else ():
                self.sides.append(
                    Draft(
                        subjects=[node],
                        kind="isa",
                        verb="be",
                        edges=[("obj", [subjects[0]])],
                        is_side=True,
                        start=self.i,
                        end=closing,
                    )
                )
        elif first.low == "unlike":
            done = True
        elif first.tag in ("SUB", "WR") and first.low in self.grammar.subordinators:
            reader.i = 1
            clause = reader._subordinate()
            if clause is not None and reader.at() is None:
                self.asides.append((first.low, clause))
                done = True
        elif first.tag in ("IN", "TO"):
            edge = reader._prepositional()
            if edge is not None and reader.at() is None:
                self.asides.append(edge)
                done = True
        elif all(
            token.tag in ADV or token.tag == "RB" for token in inner
        ) or reader._filler_length() == len(inner):
            done = True
        elif first.tag in ("DT", "NN", "NNS", "JJ", "CD", "RB", "QT", "VBN"):
            while reader.tag() == "RB" and not reader.starts_noun_phrase():
                reader.i += 1
            nodes = reader.noun_phrases()
            if nodes and reader.low() in ("and", "but") and reader.tag(1) == "NOT":
                reader.i += 2
                negative = reader.noun_phrases()
                self.sides.append(
                    Draft(
                        subjects=list(subjects),
                        kind="isa",
                        verb="be",
                        polarity=False,
                        edges=[("obj", negative)],
                        is_side=True,
                        start=self.i,
                        end=closing,
                    )
                )
            if nodes and reader.at() is None:
                self.sides.append(
                    Draft(
                        subjects=list(subjects),
                        kind="isa",
                        verb="be",
                        edges=[("obj", nodes)],
                        is_side=True,
                        start=self.i,
                        end=closing,
                    )
                )
                done = True
            elif not nodes:
                reader.i = 0
                draft = Draft(
                    subjects=list(subjects), kind="is", is_side=True, start=self.i, end=closing
                )
                reader._predicate(draft)
                reader._complements(draft)
                if (reader.at() is None and draft.kind != "is") or draft.verb:
                    self.sides.append(draft)
                    done = reader.at() is None
        if not done:
            self.i = mark
            return False
        self.sides.extend(reader.sides)
        self.i = closing + 1
        return True

    def _closing_comma(self) -> int:
        """Where an aside ends: the next comma that a verb follows; -1 when there is none."""
        for k in range(self.i + 1, min(len(self.tokens), self.i + 24)):
            if self.tokens[k].tag == "," and k + 1 < len(self.tokens):
                after = self.tokens[k + 1]
                ahead = self.tokens[k + 2] if k + 2 < len(self.tokens) else None
                if (
                    after.tag in FINITE_TAGS
                    or after.tag in ("VBP", "NOT")
                    or (after.tag in ADV and ahead is not None and ahead.tag in FINITE_TAGS)
                ):
                    return k
            if self.tokens[k].tag in (";", ".", "THAT", "SUB"):
                return -1
        return -1


def _sided(drafts: list[Draft]) -> list[Draft]:
    for draft in drafts:
        draft.is_side = True
    return drafts
