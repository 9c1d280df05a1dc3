"""What a verb takes: objects, prepositional phrases, infinitives, inner clauses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.language import values
from factcheck.language.draft import Draft
from factcheck.language.phrases import FINITE_TAGS
from factcheck.language.postmodifiers import END
from factcheck.language.tagset import ADJ, ADV, NOUNS
from factcheck.language.verbs import VerbGroups
from factcheck.model.proposition import Node
from factcheck.model.result import Cue

CONTRASTS = frozenset({"although", "though", "whereas", "while"})


@dataclass(slots=True)
class Complements(VerbGroups):
    """What a verb takes: objects, prepositional phrases, infinitives, inner clauses."""

    def _complements(self, draft: Draft) -> None:
        """Takes everything up to the end of the verb phrase."""
        guard = 0
        while guard < 40:
            guard += 1
            mark = self.i
            if not self._complement(draft) or self.i == mark:
                return

    def _complement(self, draft: Draft) -> bool:
        token = self.at()
        if token is None:
            return False
        tag, low = token.tag, token.low
        if tag == '"':
            self.i += 1
            return True
        if values.bound_at(self.tokens, self.i, self.grammar)[1] and draft.kind != "is":
            node = self.noun_phrase()
            if node is not None:
                role = "in" if node.head in ("#ago", "#date") else "obj"
                draft.add("adv" if role == "obj" and draft.get("obj") else role, [node])
                return True
        if (
            low in ("inside", "outside")
            and tag == "IN"
            and not self.starts_noun_phrase(1)
            and self.low(1) != "of"
            and self.tag(1) != "VBG"
        ):
            draft.add("adv", [Node(low, "adv", span=self._span(self.i, self.i + 1))])
            self.i += 1
            return True
        if low in ("apart", "aside") and self.low(1) == "from":
            edge = self._prepositional()
            if edge is not None:
                draft.add(*edge)
                return True
        if (self._strength()[1] and tag != "MD") or self._filler_length():
            return self._adverbs(draft)
        if tag == "THAT" or (low == "that" and tag == "WP" and draft.verb in self.grammar.belief):
            return self._that_clause(draft)
        if (
            (draft.verb in self.grammar.belief or draft.verb in ("mean", "imply"))
            and draft.kind == "verb"
            and not draft.inner
            and self.starts_noun_phrase()
        ):
            end = self._skim(0)
            if self.tag(end) in FINITE_TAGS or self.tag(end) == "VBP":
                self.i -= 1
                return self._that_clause(draft)
        if low == "than" and draft.more == "" and self._than(draft):
            return True
        if tag == "CC" and low == "but" and self.low(1) == "also":
            self.i += 2
            return True
        if (
            tag == "CC"
            and low == "but"
            and draft.get("obj")
            and self.tag(1) in ("DT", "NN", "NNS")
            and not draft.polarity
            and not self.starts_clause_soon(1)
        ):
            self.i += 1
            nodes = self.noun_phrases()
            if nodes:
                draft.inner.append(
                    replace(
                        draft,
                        polarity=True,
                        edges=[(r, n) for r, n in draft.edges if r != "obj"] + [("obj", nodes)],
                        inner=[],
                        cues=[],
                    )
                )
                return True
            return False
        if tag == "(":
            nearest = draft.edges[-1][1] if draft.edges else draft.subjects
            self._parenthesis(nearest[-1:])
            return True
        if (
            low in CONTRASTS
            and tag == "SUB"
            and self.tag(1) in ("JJ", "VBG", "VBN")
            and not self.starts_noun_phrase(2)
        ):
            self.i += 1
            reduced = self._subordinate()
            if reduced is not None:
                draft.add("when", reduced)
                return True
            self.i -= 1
        if low in CONTRASTS and tag == "SUB":
            return low == "while" and self.tag(-1) != "," and self._meanwhile(draft)
        if low in (
            "if",
            "when",
            "because",
            "unless",
            "once",
            "whenever",
            "whether",
            "so",
            "since",
            "after",
            "before",
            "until",
            "where",
            "how",
            "why",
            "while",
            "as",
        ) and tag in ("SUB", "WR"):
            self.i += 1
            if low == "so" and self.low() == "that":
                self.i += 1
            if low in ("whether", "how", "why", "where") and draft.verb in ("", "be"):
                return False
            clause = self._subordinate()
            if clause is None:
                self.i -= 1
                return False
            draft.add(low, clause)
            return True
        if tag == "WP" and low in ("which", "who") and self.tag(-1) == ",":
            return False
        if tag == ",":
            return self._after_comma(draft)
        if low == "rather" and self.low(1) == "than" and draft.get("obj"):
            self.i += 2
            nodes = self.noun_phrases()
            if not nodes:
                self.i -= 2
                return False
            draft.inner.append(self._instead(draft, nodes))
            return True
        if (
            tag == "NOT"
            and self.low(1) in ("only", "just", "merely")
            and self.starts_noun_phrase(2)
        ):
            return self._not_only(draft)
        if low in ("more", "less", "fewer") and self.tag(1) in NOUNS and draft.kind == "verb":
            return self._object(draft)
        if tag in ("RBR", "JJR", "RB") and self._verb_comparative(draft):
            return True
        if tag in ADV or (tag in ("RB", "RBR") and low not in ("so",)):
            draft.add("adv", [self._adverb(token)])
            self.i += 1
            return True
        if tag == "TO" or (tag == "IN" and low == "to"):
            return self._to(draft)
        if (
            tag == "IN"
            and low in ("up", "down", "out", "off", "away", "back")
            and not self.starts_noun_phrase(1)
            and (self.tag(1) != "IN" or self.low(1) in ("from", "of", "with", "on", "in"))
            and draft.kind == "verb"
        ):
            joined = f"{draft.verb} {low}"
            draft.verb = self.grammar.synonyms.get("verb:" + joined, joined)
            self.i += 1
            return True
        if tag == "IN":
            edge = self._prepositional()
            if edge is None:
                return False
            draft.add(*edge)
            return True
        date = self.month_date()
        if date is not None:
            draft.add("in", [date])
            return True
        if tag == "NOT" and self.starts_noun_phrase(1) and draft.kind == "verb":
            return self._object(draft)
        if tag in ADJ and draft.get("obj") and draft.kind == "verb" and not self._group_ahead():
            draft.add("pred", [self.adjective(token)])
            self.i += 1
            return True
        if self.starts_noun_phrase():
            return self._object(draft)
        if tag == "VBG":
            node = self.gerund()
            if node is None:
                return False
            draft.add("obj" if not draft.get("obj") and draft.kind == "verb" else "rel", [node])
            return True
        if tag == "VBN" and (draft.get("obj") or draft.kind == "exist"):
            inner = Draft(verb=self.concept(token, "verb"), is_passive=True)
            self.i += 1
            self._complements(inner)
            draft.add("rel", [self.as_node(inner)])
            return True
        if tag in ("VB", "BE") and draft.verb in ("make", "help", "let", "allow", "have"):
            bare = self.verb_phrase([], is_bare=True)
            draft.add("to", [self.as_node(each) for each in bare])
            return True
        return False

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
            and low not in CONTRASTS
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
                node = self.gerund()
                if node is not None:
                    draft.add("rel", [node])
                    return True
        elif low == "unlike" or low == "like":
            self.i += 1
            if self.noun_phrases():
                return True
        self.i = mark
        del self.sides[sides:]
        return False

    def _instead(self, draft: Draft, nodes: list[Node]) -> Draft:
        """The same clause denied of other objects: "X rather than Y", "X, not Y"."""
        edges = [(role, each) for role, each in draft.edges if role not in ("obj", "adv")]
        return replace(
            draft, polarity=not draft.polarity, edges=[*edges, ("obj", nodes)], inner=[], cues=[]
        )

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

    def _object(self, draft: Draft) -> bool:
        mark = self.i
        if draft.kind in ("is", "isa", "at") and self.tag() in ("PRP", "DT"):
            return False
        nodes = self.noun_phrases()
        if not nodes:
            self.i = mark
            return False
        denied = [replace(node, quant="any") for node in nodes if node.quant == "no"]
        nodes = [node for node in nodes if node.quant != "no"]
        if denied and nodes:  # "high risk and no accepted use"
            self.also.append((draft, denied))
        elif denied:
            draft.polarity = not draft.polarity
            draft.cues.append(Cue(denied[0].span, "negation", "no"))
            nodes = denied
        if nodes[0].kind == "value" and draft.get("obj"):
            draft.add("adv", nodes)
        elif draft.kind in ("isa", "is", "at", "exist") or draft.get("obj"):
            draft.add("obj2" if draft.get("obj") else "obj", nodes)
        else:
            draft.add("obj", nodes)
        return True

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
            draft.add("to", [self.as_node(each) for each in inner])
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
        elif (
            prep in ("out", "instead", "because", "ahead", "regardless", "outside", "inside", "off")
            and self.low(1) == "of"
        ):
            self.i += 2
            prep += " of"
        elif prep in ("along", "together") and self.low(1) == "with":
            self.i += 2
            prep = "with"
        elif prep in ("up", "according", "due", "prior", "next", "owing") and self.low(1) == "to":
            self.i += 2
            prep += " to"
        elif prep in ("other", "rather") and self.low(1) == "than":
            self.i += 2
            prep += " than"
        elif prep in ("apart", "aside") and self.low(1) == "from":
            self.i += 2
            prep = "except"
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
        nodes = self.noun_phrases()
        if not nodes:
            if self.tag() in ADJ and prep in ("for", "in", "as", "at"):
                node = self.adjective(self.tokens[self.i])
                self.i += 1
                return self._role(prep), [node]
            self.i = mark
            return None
        return self._role(prep), nodes

    def _role(self, prep: str) -> str:
        return {
            "besides": "except",
            "excluding": "except",
            "through": "by",
            "via": "by",
            "within": "in",
            "inside": "in",
            "during": "in",
            "into": "in",
            "upon": "on",
            "onto": "on",
            "throughout": "in",
            "towards": "toward",
            "amongst": "among",
            "as of": "since",
        }.get(prep, prep)

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

    def clauses_until_end(self) -> list[Draft]:
        """The clause here and those that "and" joins to it."""
        self.depth += 1
        found = self.clause() if self.depth < 8 else []
        while (found and self.tag() == "CC" and self.low() in ("and", "or")) or (
            self.tag() == "," and self.tag(1) == "CC" and self.low(1) in ("and", "or")
        ):
            mark = self.i
            self.i += 2 if self.tag() == "," else 1
            if self.tag() == "THAT":
                self.i += 1
            more = self.clause() if self.depth < 8 else []
            if not more or all(each.kind == "nominal" for each in more):
                self.i = mark
                break
            found.extend(more)
        self.depth -= 1
        return found
