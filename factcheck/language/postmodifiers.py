"""What follows a noun: "of" phrases, relative clauses, participles, examples, gerunds."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.draft import Draft
from factcheck.language.gaps import GAP
from factcheck.language.phrases import NounPhrases
from factcheck.language.tagset import ADJ, FINITE_TAGS, NOUNS, VERBS
from factcheck.model.proposition import Node

END = frozenset({".", "?", "!", ""})


class Postmodifiers(NounPhrases):
    """What follows a noun: "of" phrases, relative clauses, participles, examples, gerunds."""

    __slots__ = ()

    def _related(self) -> int:
        """The length of "similar to", "completely separate from" after a noun, less the last."""
        length = 2 if self.tag() == "RB" and self.tag(1) in ADJ else 1
        word = self.low(length - 1)
        return (
            length
            if word in self.grammar.relating and self.low(length) in ("to", "from", "of")
            else 0
        )

    def _relating(self, node: Node, length: int) -> Node:
        edges = [("adv", self._adverb(self.tokens[self.i]))] if length == 2 else []
        token = self.tokens[self.i + length - 1]
        self.i += length
        edge = self._prepositional()
        if edge is not None:
            edges.extend((edge[0], _same_head(each, node)) for each in edge[1])
        return node.plus(("mod", self.adjective(token, tuple(edges))))

    def _postmodified(self, node: Node, is_subject: bool, is_bare: bool) -> Node:
        if is_bare or self.depth > 7:
            return node
        while True:
            if self.tag() in ("WP", "THAT") and self.tag(1) == ",":
                self._cut_remark([node], self.i + 1)  # "a bird that, like geese, can swim"
            tag, low = self.tag(), self.low()
            if tag == "IN" and low == "of":
                self.i += 1
                if self.tag() == "VBG":
                    inner = self.gerund()
                    nodes = [inner] if inner else []
                else:
                    nodes = self.noun_phrases(is_subject=is_subject)
                if not nodes:
                    self.i -= 1
                    return node
                node = node.plus(*(("of", each) for each in nodes))
            elif low == "other" and self.low(1) == "than":
                self.i += 2
                nodes = self.noun_phrases()
                node = node.plus(*(("except", each) for each in nodes))
            elif self.tag(-1) in NOUNS and (length := self._related()):
                node = self._relating(node, length)
            elif (low in ("such",) and self.low(1) == "as") or (
                low == "like" and tag == "IN" and self.starts_noun_phrase(1)
            ):
                if not self._examples(node, None):
                    return node
            elif tag == "IN" and self.tag(1) == "WP" and self.low(1) in ("whom", "which"):
                mark = self.i
                self.i += 1
                inner = self._relative(node, role=self._role(low))
                if inner is None:
                    self.i = mark
                    return node
                node = inner
            elif tag == "WR" and low in ("where", "when", "why") and is_subject:
                mark = self.i
                inner = self._relative(node, role=low)
                if inner is None:
                    self.i = mark
                    return node
                node = inner
            elif low == "whose" and self.tag(-1) in NOUNS:
                inner = self._owned(node)
                if inner is None:
                    return node
                node = inner
            elif (
                tag == "JJ"
                and is_subject
                and self.tag(-1) in NOUNS
                and self.tag(1) in FINITE_TAGS
                and self.leading == 0
                and not self.is_asked
            ):
                node = node.plus(("mod", self.adjective(self.tokens[self.i])))
                self.i += 1  # "the only thing missing is a bell"
            elif tag in ("WP",) or (
                tag == "THAT"
                and not self.expletive
                and (self.tag(1) in FINITE_TAGS or self._object_relative())
                and not self._clause_noun(node)
                and (is_subject or not self._is_told())
            ):
                inner = self._relative(node, is_subject=is_subject)
                if inner is None:
                    return node
                node = inner
            elif (
                self._contact_clause() and not self.leading and (node.quant == "the" or tag == "DT")
            ):
                mark = self.i
                drafts = self.clause() if self.depth < 6 else []
                if not drafts or drafts[0].kind == "nominal":
                    self.i = mark
                    return node
                node = self._with_relative(node, drafts)
                self._resumed(node, drafts)
            elif tag == "THAT" and self._clause_noun(node) and not self.expletive:
                mark = self.i
                self.i += 1
                inner_drafts = self.clauses_until_end()
                if not inner_drafts:
                    self.i = mark
                    return node
                node = node.plus(*(("that", self.as_node(each)) for each in inner_drafts))
                self.held.append((node.head, inner_drafts))
            elif self._participle_behind():
                mark = self.i
                inner_draft = Draft(is_passive=True)
                if tag == "RB":
                    self._adverbs(inner_draft)
                inner_draft.verb = self.concept(self.tokens[self.i], "verb")
                self.i += 1
                self.depth += 1
                if is_subject:
                    self._short_complements(inner_draft)
                else:
                    self._complements(inner_draft)
                self.depth -= 1
                node = self._with_relative(node, [inner_draft])
                if self.i == mark:
                    return node
            elif (
                tag == "VBG"
                and is_subject
                and (self.tag(-1) in NOUNS or node.head == "people")
                and self._has_verb_after_gerund()
            ):
                inner_node = self._short_gerund()
                if inner_node is None:
                    return node
                node = node.plus(("rel", inner_node))
            elif is_subject and self._is_disposed():
                node = node.plus(("mod", self._disposed()))
            elif (
                tag == "TO"
                and self.tag(1) in ("VB", "BE")
                and (is_subject or node.head in self.grammar.takes_infinitive)
            ):
                self.i += 1
                self.depth += 1
                drafts = self.verb_phrase([], is_bare=True)
                self.depth -= 1
                if not drafts:
                    self.i -= 1
                    return node
                node = node.plus(*(("to", self.as_node(each)) for each in drafts))
            elif (
                tag in ("IN", "TO")
                and is_subject
                and low not in ("than", "like", "unlike")
                and (self.starts_noun_phrase(1) or self.tag(1) == "VBG")
            ):
                edge = self._prepositional()
                if edge is None:
                    return node
                node = node.plus(*((edge[0], each) for each in edge[1]))
            elif (
                tag in ("JJ",)
                and is_subject is False
                and node.head in ("people", "thing", "something")
                and self.tag(1) in ("IN", "TO")
            ):
                adjective = self.adjective(self.tokens[self.i])
                self.i += 1
                edge = self._prepositional()
                if edge is not None:
                    adjective = adjective.plus(*((edge[0], each) for each in edge[1]))
                node = node.plus(("mod", adjective))
            else:
                return node

    def _is_disposed(self) -> bool:
        """Whether "unable to pay", "about to leave" stands behind a noun, and a verb comes."""
        if self.tag(-1) not in (*NOUNS, "PRP") or self.tag(1) != "TO":
            return False
        is_disposed = self.low() == "about" or self.tag() == "JJ"
        return is_disposed and self.tag(2) in ("VB", "BE") and self._has_verb_after_gerund()

    def _disposed(self) -> Node:
        node = self.adjective(self.tokens[self.i])
        self.i += 2
        self.depth += 1
        drafts = self.verb_phrase([], is_bare=True) if self.depth < 6 else []
        self.depth -= 1
        return node.plus(*(("to", self.as_node(each)) for each in drafts))

    def _examples(self, of: Node, draft: Draft | None) -> bool:
        """ "such as X and Y": each example is one of the class it follows."""
        mark = self.i
        self.i += 2 if self.low() == "such" else 1
        nodes = self.noun_phrases(is_subject=draft is None)
        if not nodes:
            self.i = mark
            return False
        is_long = any(token.tag == "," for token in self.tokens[mark : self.i])
        if not is_long:  # in a long list it is not clear what is an example of what
            for node in nodes:
                self.sides.append(
                    Draft(
                        subjects=[node],
                        kind="isa",
                        verb="be",
                        edges=[("obj", [of.without("rel", "like")])],
                        is_side=True,
                        start=mark,
                        end=self.i,
                    )
                )
        return True

    def _participle_behind(self) -> bool:
        """Whether a participle hangs on the noun before: "a bridge (first) built in 1900"."""
        if self.tag() == "RB":
            return self.tag(-1) in NOUNS and self.tag(1) == "VBN" and self.tag(2) in ("IN", "TO")
        ends = ("IN", "TO", "RB", "NOT", ".", "", "?", "BE", "MD", "VBZ", "VBP", ",")
        return self.tag() == "VBN" and (self.tag(1) in ends or self.tag(1) == "VBG")

    def _with_relative(self, node: Node, drafts: list[Draft]) -> Node:
        """The noun with clauses that hang on it; they are kept as clauses too."""
        for draft in drafts:
            clause = self.as_node(draft)
            node = node.plus(("rel", clause))
            self.relatives.append((clause, draft))
        return node

    def _owned(self, node: Node) -> Node | None:
        """ "students whose first language is English": the noun with what is said of its own."""
        mark = self.i
        self.i += 1
        self.depth += 1
        drafts = self.clause() if self.depth < 6 else []
        self.depth -= 1
        if not drafts or any(draft.kind == "nominal" for draft in drafts):
            self.i = mark
            return None
        for draft in drafts:
            draft.subjects = [each.plus(("of", GAP)) for each in draft.subjects]
        return self._with_relative(node, drafts)

    def _relative(self, node: Node, role: str = "", *, is_subject: bool = False) -> Node | None:
        mark, is_that = self.i, self.tag() == "THAT"
        self.i += 1
        self.depth += 1
        # "riders who like tea or milk are": what "or" joins belongs to the relative clause
        self.opening, opening = self.opening or is_subject, self.opening
        try:
            if (
                self.tag() in FINITE_TAGS
                or self.tag() in ("VBP", "RB", "NOT")
                or self.tag() in VERBS
            ):
                drafts = self.verb_phrase([])
                if drafts:
                    return self._with_relative(node, drafts)
            elif self.starts_noun_phrase():
                drafts = self.clause()
                role = role or self._left_alone()
                is_open = not is_that or bool(role) or any(_has_place(draft) for draft in drafts)
                if drafts and drafts[0].kind != "nominal" and is_open:
                    for draft in drafts:
                        draft.add(role, [GAP] if role else [])
                    return self._with_relative(node, drafts)
            self.i = mark
            return None
        finally:
            self.depth -= 1
            self.opening = opening

    def _left_alone(self) -> str:
        """Steps over a preposition whose noun stands before: "the house that they live in"."""
        if self.tag() not in ("IN", "TO") or self.starts_noun_phrase(1) or self.tag(1) == "VBG":
            return ""
        self.i += 1
        return self._role(self.low(-1))

    def _contact_clause(self) -> bool:
        """Whether a relative clause without a pronoun starts here: "the road they take"."""
        if self.tag() == "PRP" and self.low() in self.grammar.nominative:
            return self.tag(1) in FINITE_TAGS or self.tag(1) == "VBP"
        after_one = self.low(-1) in ("one", "ones") and self.tag() in NOUNS
        if not after_one and (self.tag() != "DT" or self.tag(-1) not in NOUNS):
            return False
        end = self._skim(0)
        stops = (*END, ",", ";", "CC", "IN") if after_one else (*END, ",")
        return self.tag(end) in ("VBZ", "VBP", "VBD") and self.tag(end + 1) in stops

    def _resumed(self, node: Node, drafts: list[Draft]) -> None:
        """ "the road it takes, a road full of holes": the clause said again of its noun."""
        mark = self.i
        if self.tag() not in (",", ";") or self.low(1) not in ("a", "an", "one"):
            return
        self.i += 1
        again = self.noun_phrase()
        if again is None or again.head != node.head or self.tag() not in (*END, ",", ";", "CC"):
            self.i = mark
            return
        for draft in drafts:
            if draft.kind == "verb" and not draft.is_passive and not draft.get("obj"):
                edges = [("obj", [again]), *draft.edges]
                self.sides.append(replace(draft, edges=edges, is_side=True))

    def _clause_noun(self, node: Node) -> bool:
        return node.head in self.grammar.idea_nouns or node.head in self.grammar.evidence_nouns

    def _is_told(self) -> bool:
        """Whether the verb before takes the clause here: "told us over dinner that"."""
        phrase = 0
        for token in reversed(self.tokens[: self.i]):
            if token.tag in VERBS:
                return phrase > 0 and token.lemma in self.grammar.clause_takers
            if token.tag in (",", ";", ".", "THAT", "WP", "SUB"):
                return False
            phrase += token.tag == "IN"
        return False

    def _object_relative(self) -> bool:
        end = self._skim(1)
        return end > 1 and (self.tag(end) in FINITE_TAGS or self.tag(end) == "VBP")

    def _has_verb_after_gerund(self) -> bool:
        return any(token.tag in FINITE_TAGS for token in self.tokens[self.i + 1 : self.i + 12])

    def _short_complements(self, draft: Draft) -> None:
        """Complements of a participle inside a subject: stops before the main verb."""
        while True:
            mark = self.i
            tag = self.tag()
            if tag in ("IN", "TO") and (self.starts_noun_phrase(1) or self.tag(1) == "VBG"):
                edge = self._prepositional()
                if edge is None:
                    return
                draft.add(*edge)
            elif tag == "TO" and self.tag(1) in ("VB", "BE"):
                self.i += 1
                inner = self.verb_phrase([], is_bare=True)
                draft.add("to", [self.as_node(each) for each in inner])
            elif tag == "VBG":
                node = self.gerund()
                draft.add("obj2", [node] if node is not None else [])
            elif tag in ("RB",) and not self._strength()[1]:
                if not self._filler_length():
                    draft.add("adv", [self._adverb(self.tokens[self.i])])
                self.i += 1
            else:
                return
            if self.i == mark:
                return

    def _short_gerund(self) -> Node | None:
        token = self.tokens[self.i]
        draft = Draft(verb=self.concept(token, "verb"))
        mark = self.i
        self.i += 1
        if self.starts_noun_phrase():
            draft.add("obj", self.noun_phrases(is_subject=True))
        self._short_complements(draft)
        k = 0
        while self.tag(k) in ("RB", "NOT"):
            k += 1
        if self.tag(k) not in FINITE_TAGS and self.tag(k) != "VBP":
            self.i = mark
            return None
        return self.as_node(draft)

    def gerund(self) -> Node | None:
        """A gerund phrase as a node."""
        token = self.at()
        if token is None or (token.tag != "VBG" and token.low != "being") or self.depth > 7:
            return None
        draft = Draft(start=self.i)
        self.depth += 1
        draft.verb = self.concept(token, "verb")
        self.i += 1
        if token.lemma == "be" or token.low == "being":
            draft.kind = "is"
            if self.tag() == "VBN":
                draft.verb = self.concept(self.tokens[self.i], "verb")
                draft.is_passive, draft.kind = True, "verb"
                self.i += 1
            else:
                self._predicate(draft)
        elif token.lemma in self.grammar.copulas and self._copular_complement():
            draft.kind, draft.verb = "is", "be"
            self._predicate(draft)
        else:
            while self.tag() == "IN" and self.low() in ("off", "up", "out", "down", "away"):
                draft.verb = f"{token.lemma} {self.low()}"
                self.i += 1
        self._complements(draft)
        self.depth -= 1
        if draft.inner and draft.verb in self.grammar.belief:
            self.held.append((draft.verb, draft.inner))
        return self.as_node(draft)


def _same_head(other: Node, node: Node) -> Node:
    """ "a road unlike the one taken by carts": "the one" is another road."""
    return replace(other, head=node.head) if other.head == "one" else other


def _has_place(draft: Draft) -> bool:
    """Whether a clause lacks what a noun before it could be: "that they take"."""
    if any(GAP in nodes for _, nodes in draft.edges):
        return True
    return draft.kind == "verb" and not draft.is_passive and not draft.get("obj")
