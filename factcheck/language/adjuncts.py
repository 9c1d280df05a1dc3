"""What stands before a subject: phrases and subordinate clauses."""

from __future__ import annotations

from factcheck.language.draft import Draft
from factcheck.language.remarks import Remarks, copula
from factcheck.language.tagset import ADV, FINITE_TAGS
from factcheck.model.proposition import Node


class Adjuncts(Remarks):
    """What stands before a subject: phrases and subordinate clauses."""

    __slots__ = ()

    def _leading(self) -> list[tuple[str, list[Node]]]:
        """Adjuncts before the subject: phrases and subordinate clauses that a comma closes."""
        found: list[tuple[str, list[Node]]] = []
        start, kept = self.i, 0
        while True:
            sides = len(self.sides)
            self.leading += 1
            edges = self._one_leading()
            self.leading -= 1
            if edges is None:
                self.i = start
                del self.sides[sides:]
                return found[:kept]
            found.extend(edges)
            if self.tag() == ",":
                self.i += 1
                start, kept = self.i, len(found)
            elif self.tag() in ("IN", "TO") and self._comma_ahead():
                continue
            elif self._comma_optional(start):
                start, kept = self.i, len(found)
            else:
                self.i = start
                del self.sides[sides:]
                return found[:kept]

    def _opening_remark(self) -> list[Draft]:
        """ "First built in 1884, X ...": what is said of the subject, which comes behind."""
        tag = next((t.tag for t in self.tokens[self.i :] if t.tag != "RB"), "")
        if not tag:
            return []
        first = self.tokens[self.i]
        is_being = first.low == "being" or (first.low == "having" and self.low(1) == "been")
        if tag != "VBN" and not is_being and first.lemma not in self.grammar.states:
            return []
        skipped = 0 if not is_being else 1 if first.low == "being" else 2
        for closing in range(self.i + 2, min(len(self.tokens), self.i + 40)):
            if self.tokens[closing].tag in (";", "."):
                break
            if self.tokens[closing].tag != "," or not self._subject_behind(closing):
                continue
            reader = self.over([copula(first), *self.tokens[self.i + skipped : closing]])
            drafts = reader.verb_phrase([])
            if not drafts or reader.at() is not None:
                continue
            if not is_being and not all(self._is_lasting(draft) for draft in drafts):
                return []
            for draft in drafts:
                draft.is_side = True
                draft.where = reader._span(max(draft.start, 1), draft.end)
            self.infers = self.infers or is_being
            self.i = closing + 1
            return [*drafts, *reader.sides]
        return []

    def _subject_behind(self, closing: int) -> bool:
        """Whether a subject follows a comma, with its verb or an aside behind it."""
        k = closing + 1 - self.i
        if not self.starts_noun_phrase(k) or self.tag(k) in ("VBN", "VBG"):
            return False
        return self.tag(self._skim(k)) in FINITE_TAGS | {"VBP", "RB", ",", "("}

    def _is_lasting(self, draft: Draft) -> bool:
        """Whether a participle tells what was done to a thing, and not when something holds."""
        return (
            draft.verb in self.grammar.once_and_for_all
            or draft.verb in self.grammar.states
            or draft.kind == "isa"
            or any(node.head == "#date" for _, nodes in draft.edges for node in nodes)
        )

    def _comma_optional(self, mark: int) -> bool:
        first = self.tokens[mark]
        return (
            (self.starts_noun_phrase() or self.at_existential())
            and first.low in self.grammar.adjunct_openers
            and self._has_clause_ahead()
        )

    def _has_clause_ahead(self) -> bool:
        return any(
            token.tag in FINITE_TAGS or token.tag in ("VBP",)
            for token in self.tokens[self.i : self.i + 14]
        )

    def _one_leading(self) -> list[tuple[str, list[Node]]] | None:
        low, tag = self.low(), self.tag()
        if low in self.grammar.contrasts or low == "given":
            return None
        is_either = low == "whether" and self._comma_ahead()
        if is_either or (low == "no" and self.low(1) == "matter"):
            self.i += 0 if is_either else 2
            asked = self._asked_clause()
            return [("no matter", asked)] if asked else None
        if (
            low in self.grammar.subordinators
            and tag in ("SUB", "WR", "IN")
            and self.low(1) != "of"
            and (tag != "IN" or self._comma_ahead())
            and (tag != "IN" or low not in ("as", "since", "after", "before", "until"))
        ):
            self.i += 1
            node = self._subordinate()
            return None if node is None else [(low, node)]
        if tag == "TO" and self.tag(1) in ("VB", "BE") and self._comma_ahead():
            self.i += 1
            aim = self.verb_phrase([], is_bare=True)
            return [("to", [self.as_node(each) for each in aim])] if aim else None
        if low == "having" and self.tag(1) in ("VBN", "BE", "RB") and self._comma_ahead():
            return self._having_done()
        if (
            tag in ("IN", "TO")
            or (tag == "VBN" and self.tag(1) == "IN")
            or (tag == "VBG" and self.tag(1) == "IN" and low in ("according", "depending"))
        ):
            if not self._comma_ahead() and low not in self.grammar.leading_prepositions:
                return None
            if low == "unlike" or low == "like":
                self.i += 1
                nodes = self.noun_phrases()
                if not nodes:
                    return None
                self.beside(low, nodes)
                if self.tag() == "," and self.tag(1) == "WP":  # "Unlike Y, which is light, X ..."
                    self.i += 1
                    self.sides.extend(self._relatives(nodes))
                return []
            if tag == "VBN" or low == "compared":
                self.i += 1
                if self.low() in ("with", "to"):
                    self.i += 1
                    nodes = self.noun_phrases()
                    return [("compared", nodes)] if nodes else None
                self.i -= 1
                return self._participle_leading()
            if tag == "IN" and low == "as" and self.starts_noun_phrase(1):
                self.i += 1
                nodes = self.noun_phrases()
                if nodes and self.tag() == ",":
                    self.as_what.extend(nodes)
                    return []
                return None
            self.fronting = not self._comma_ahead()
            edge = self._prepositional()
            self.fronting = False
            return None if edge is None else [edge]
        if low in ("apart", "aside") and self.low(1) == "from":
            edge = self._prepositional()
            return None if edge is None else [edge]
        if tag in ADV or tag == "RB":
            self.i += 1
            if self.tag() != ",":
                self.i -= 1
                return None
            return (
                []
                if self.is_filler(self.tokens[self.i - 1])
                else [("adv", [self._adverb(self.tokens[self.i - 1])])]
            )
        date = self.month_date()
        if date is not None:
            return [("in", [date])]
        if tag in ("VBN", "VBG") and self._comma_ahead():
            return self._participle_leading()
        return None

    def _having_done(self) -> list[tuple[str, list[Node]]] | None:
        """ "Having read the manual, ...": after reading it."""
        drafts = self.verb_phrase([])
        for draft in drafts:
            draft.is_perfect = False
        return [("after", [self.as_node(each) for each in drafts])] if drafts else None

    def _participle_leading(self) -> list[tuple[str, list[Node]]] | None:
        verb = self.tokens[self.i]
        draft = Draft(verb=self.concept(verb, "verb"), is_passive=verb.tag == "VBN")
        self.i += 1
        self._complements(draft)
        if self.tag() != ",":
            return None
        return [("rel", [self.as_node(draft)])]

    def _comma_ahead(self) -> bool:
        for token in self.tokens[self.i + 1 : self.i + 30]:
            if token.tag == ",":
                return True
            if token.tag in (";", ".", "?", "!"):
                return False
        return False

    def _subordinate(self) -> list[Node] | None:
        """A clause after a subordinator as nodes; a bare participle counts ("when used ...")."""
        self.depth += 1
        if self.depth > 6:
            return None
        if self.tag() in ("VBN", "JJ", "VBG") and not self.starts_noun_phrase():
            draft = Draft(kind="is", start=self.i)
            if self.tag() == "VBG":
                token = self.tokens[self.i]
                self.i += 1
                draft = Draft(verb=self.concept(token, "verb"), start=self.i)
            else:
                self._predicate(draft)
            self._complements(draft)
            drafts = [draft]
        else:
            drafts = self.clause()
        self.depth -= 1
        drafts = [draft for draft in drafts if draft.kind != "nominal"]
        if not drafts:
            return None
        self.unreal.extend(cue for draft in drafts for cue in draft.unreal)
        return [self.as_node(draft) for draft in drafts]
