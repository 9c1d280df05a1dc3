"""Prepositional phrases, infinitives and clauses with "that", wherever they hang."""

from __future__ import annotations

from factcheck.language.draft import Draft
from factcheck.language.tagset import ADJ, FINITE_TAGS
from factcheck.language.verbs import VerbGroups
from factcheck.model.proposition import Node

CONDITIONS = frozenset({"if", "unless"})


class Prepositions(VerbGroups):
    """Prepositional phrases, infinitives and clauses with "that", wherever they hang."""

    __slots__ = ()

    def _to(self, draft: Draft) -> bool:
        k = 1
        negated = False
        while self.tag(k) in ("NOT", "RB"):
            negated = negated or self.tag(k) == "NOT"
            k += 1
        if self.tag(k) in ("VB", "BE", "HV", "DO"):
            self.i += k
            self.depth += 1
            inner = self.verb_phrase([], is_bare=True) if self.depth < 8 else []
            self.depth -= 1
            if not inner:
                return False
            for each in inner:
                if negated:
                    each.polarity = not each.polarity
                if each.inner and each.verb in self.grammar.belief:
                    self.held.append((each.verb, each.inner))
            held = [edge for each in inner for edge in each.edges if edge[0] in CONDITIONS]
            for each in inner:  # "likely to fall if ...": the condition is not part of the fall
                each.edges = [edge for edge in each.edges if edge[0] not in CONDITIONS]
            draft.add("to", [self.as_node(each) for each in inner])
            draft.edges.extend(held)
            return True
        if self.starts_noun_phrase(1) or self.tag(1) == "VBG":
            self.i += 1
            nodes = (
                self.noun_phrases()
                if self.starts_noun_phrase()
                else [node for node in (self.gerund(),) if node]
            )
            if not nodes:
                return False
            draft.add("to", nodes)
            return True
        return False

    def _prepositional(self) -> tuple[str, list[Node]] | None:
        """A preposition with its noun phrase, gerund or clause."""
        mark = self.i
        prep = self.low()
        if prep == "as" and self.low(1) == "a" and self.low(2) == "result" and self.low(3) == "of":
            self.i += 4
            prep = "because of"
        elif (second := self.grammar.compound_prepositions.get(prep)) and self.low(1) == second:
            self.i += 2
            prep = {"with": "with", "from": "except"}.get(second, f"{prep} {second}")
        else:
            self.i += 1
        if prep in ("except", "excluding", "besides", "beyond") and self.low() == "for":
            self.i += 1
        while (
            self._filler_length()
            and (self.starts_noun_phrase(self._filler_length()) or self.tag(1) == "VBG")
        ) or (self.low() in ("only", "mainly", "even") and self.starts_noun_phrase(1)):
            self.i += self._filler_length() or 1
        date = self.month_date()
        if date is not None:
            return self._role(prep), [date]
        if self.is_gerund():
            node = self.gerund()
            if node is not None:
                return self._role(prep), [node]
        self.preposition, outer = prep, self.preposition
        nodes = self.noun_phrases()
        while nodes and (length := self._repeated(prep)):
            self.i += length
            nodes = [*nodes, *self.noun_phrases()]
        self.preposition = outer
        if self.leading and prep == "for" and len(nodes) == 1 and self.tag() == "TO":
            purpose = self._for_whom(nodes)
            if purpose:
                return "to", purpose
        if nodes and prep == "with" and self.low() == "but" and self.low(1) == "no":
            return self._but_without(nodes)
        if not nodes:
            if self.tag() in ADJ and prep in ("for", "in", "as", "at"):
                node = self.adjective(self.tokens[self.i])
                self.i += 1
                return self._role(prep), [node]
            if self.tag() in ("WR", "SUB", "WP") and (asked := self._asked_clause()):
                return self._role(prep), asked
            self.i = mark
            return None
        return self._role(prep), nodes

    def _but_without(self, nodes: list[Node]) -> tuple[str, list[Node]]:
        """ "With a helmet but no gloves": what there is, itself without the other."""
        mark = self.i
        self.i += 2
        missing = self.noun_phrases()
        if not missing:
            self.i = mark
            return "with", nodes
        return "with", [*nodes[:-1], nodes[-1].plus(*(("without", each) for each in missing))]

    def _for_whom(self, subjects: list[Node]) -> list[Node]:
        """ "For the tram to stop": what is to be, with its own subject."""
        if self.tag(1) not in ("VB", "BE", "HV") or self.depth > 6:
            return []
        self.i += 1
        self.depth += 1
        drafts = self.verb_phrase(subjects, is_bare=True)
        self.depth -= 1
        return [self.as_node(each) for each in drafts]

    def _repeated(self, prep: str) -> int:
        """How far the same preposition stands ahead in a list: "into a depot or into a yard"."""
        k = int(self.tag() == ",")
        if self.tag(k) == "CC" and self.low(k) in ("and", "or"):
            k += 1
        elif not k or not self._goes_on_with(prep, k):
            return 0
        return k + 1 if self.low(k) == prep and self.starts_noun_phrase(k + 1) else 0

    def _goes_on_with(self, prep: str, k: int) -> bool:
        """Whether a list of phrases with this preposition ends with "and" or "or" ahead."""
        for at in range(k + 1, k + 12):
            if self.tag(at) == "CC" and self.low(at + 1) == prep:
                return True
            if self.tag(at) in FINITE_TAGS or self.tag(at) in ("", ";", "."):
                return False
        return False

    def _role(self, prep: str) -> str:
        return self.grammar.prepositions.get(prep, prep)

    def _that_clause(self, draft: Draft) -> bool:
        mark = self.i
        self.i += 1
        inner = self.clauses_until_end()
        if not inner:
            self.i = mark
            return False
        draft.inner.extend(inner)
        draft.edges.append(("that", [self.as_node(each) for each in inner if not each.is_side]))
        return True

    def _joining(self) -> int:
        """The length of what joins a clause to the one before: "and", ", and", ", (that)"."""
        comma = int(self.tag() == ",")
        if comma and self.tag(1) == "THAT":
            return 1
        is_joined = self.tag(comma) == "CC" and self.low(comma) in ("and", "or")
        return comma + 1 if is_joined else 0

    def clauses_until_end(self) -> list[Draft]:
        """The clause here and those that "and" joins to it."""
        self.depth += 1
        found = self.clause() if self.depth < 8 else []
        while found and (length := self._joining()):
            mark = self.i
            self.i += length
            if self.tag() == "THAT":
                self.i += 1
            more = self.clause() if self.depth < 8 else []
            if not more or all(each.kind == "nominal" for each in more):
                self.i = mark
                break
            found.extend(more)
        self.depth -= 1
        return found
