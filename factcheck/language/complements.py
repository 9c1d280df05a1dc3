"""What a verb takes: objects, prepositional phrases, infinitives, inner clauses."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import values
from factcheck.language.additions import Additions
from factcheck.language.draft import Draft
from factcheck.language.neighbours import PERIODS
from factcheck.language.tagset import ADJ, ADV, FINITE_AUX, FINITE_TAGS, NOUNS
from factcheck.model.proposition import Node
from factcheck.model.result import Cue

AFTER_PARTICLE = frozenset(
    {"from", "of", "with", "on", "in", "by", "for", "into", "at", "until", "after", "before"}
    | {"during", "over", "through", "under", "within", "without"}
)
NOT_DONE = frozenset({"VB", "VBN", "VBG", "JJ", "JJR", "RB"})
SUBJECTS = frozenset({"i", "he", "she", "we", "they"})
RATES = {"once": 1, "twice": 2, "thrice": 3}


class Complements(Additions):
    """What a verb takes: objects, prepositional phrases, infinitives, inner clauses."""

    __slots__ = ()

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
        if token is None or self.at_existential():
            return False
        tag, low = token.tag, token.low
        if tag == '"':
            self.i += 1
            return True
        if tag == "NOT" and self._is_before_ago():
            self.unread.append(token.text)  # "not ten minutes ago": less than that
            self.i += 1
            return True
        is_open = draft.kind == "verb" and not draft.more
        if is_open and self._level_ahead() and self._equative(draft):
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
        if length := self._rate_length():
            draft.add("adv", [self._rate(length)])
            return True
        if (self._strength()[1] and tag != "MD") or self._filler_length() or self._at_degree():
            return self._adverbs(draft)
        if tag == "THAT" or (low == "that" and tag == "WP" and draft.verb in self.grammar.belief):
            return self._that_clause(draft)
        if (
            (draft.verb in self.grammar.clause_takers)
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
            if self.tag(2) in FINITE_TAGS or self.tag(2) in ("VB", "VBP"):
                return False
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
        if tag == "CC" and low == "and" and self._adds_phrase(draft):
            self.i += 1
            return True
        if tag == "(":
            nearest = draft.edges[-1][1] if draft.edges else draft.subjects
            self._parenthesis(nearest[-1:])
            return True
        if (
            low in self.grammar.contrasts
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
        if low in self.grammar.contrasts and tag == "SUB":
            return low == "while" and self.tag(-1) != "," and self._meanwhile(draft)
        if (
            (tag == "WP" and low in ("which", "who", "what") and self.tag(-1) != ",")
            or (low == "how" and self.tag(1) in (*ADJ, "RB", "QT"))
        ) and (asked := self._asked_clause()):
            draft.add("whether", asked)
            return True
        if low in self.grammar.clause_openers and tag in ("SUB", "WR"):
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
        if low == "rather" and self.low(1) == "than" and self.tag(2) in NOT_DONE:
            return self._rather_than_doing(draft)
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
            and (self.tag(1) != "IN" or self.low(1) in AFTER_PARTICLE)
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
            degree = (("adv", Node("more", "adv")),) if tag == "JJR" else ()
            draft.add("pred", [self.adjective(token).plus(*degree)])
            self.i += 1
            return True
        if tag in ("JJ", "JJR") and draft.kind == "verb" and not self._group_ahead():
            draft.add("adv", [self.adjective(token)])  # "comes early", "travels free"
            self.i += 1
            return True
        if tag == "QT" and low in ("any", "no") and self.low(1) in ("further", "longer", "sooner"):
            self.i += 2
            if self.low(-1) == "longer" and not draft.polarity:
                draft.is_over = True  # "does not run any longer"
                return True
            draft.add("adv", [Node(self.low(-1), "adv")])
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
        if (
            tag in ("VB", "BE")
            and low not in FINITE_AUX
            and draft.verb in self.grammar.bare_infinitive
        ):
            bare = self.verb_phrase([], is_bare=True)
            draft.add("to", [self.as_node(each) for each in bare])
            return True
        return False

    def _rate_length(self) -> int:
        """The length of "once a week", "three times per day"; 0 where none stands."""
        k = 1 if self.low() in RATES else 2 if self.tag() == "CD" and self.low(1) == "times" else 0
        is_rate = k and self.low(k) in ("a", "an", "per", "each", "every")
        return k + 2 if is_rate and self.low(k + 1) in PERIODS else 0

    def _rate(self, length: int) -> Node:
        start = self.i
        number = values.number_at(self.tokens, start, self.grammar)
        times = number.low if number is not None else RATES.get(self.low(), 0)
        self.i += length
        unit = self.tokens[self.i - 1].lemma
        return Node(f"{times:g} times a {unit}", "adv", span=self._span(start, self.i))

    def _adds_phrase(self, draft: Draft) -> bool:
        """Whether "and" joins a phrase to an adverb: "often and for a long time"."""
        adverbs = [node for role, nodes in draft.edges if role == "adv" for node in nodes]
        is_behind = self.tag(-1) in ADV or self.tag(-1) == "RB"
        said = bool(adverbs) or draft.strength != "generic"
        return is_behind and said and self.tag(1) == "IN" and self.starts_noun_phrase(2)

    def _rather_than_doing(self, draft: Draft) -> bool:
        """ "taken apart rather than thrown away": the other thing is not what is done."""
        self.i += 2
        token = self.tokens[self.i]
        if token.tag == "VBG":
            node = self.gerund()
            draft.add("instead of", [node] if node is not None else [])
            return node is not None
        if draft.is_passive and "VBN" in token.tags:
            token.tag = "VBN"
        if token.tag not in ("VB", "VBN"):
            self.i += 1
            draft.add("instead of", [self.adjective(token)])
            return True
        other = Draft(start=self.i)
        self._main_verb(other, is_passive=self.tag() == "VBN", is_copula=False)
        self._complements(other)
        draft.add("instead of", [self.as_node(other)])
        return True

    def _object(self, draft: Draft) -> bool:
        mark = self.i
        if self.low() in SUBJECTS:
            return False
        if draft.kind in ("is", "isa", "at") and self.tag() in ("PRP", "DT"):
            return False
        nodes = self._receiver(draft) or self.noun_phrases()
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

    def _receiver(self, draft: Draft) -> list[Node]:
        """Who gets something, where two nouns follow each other: "teaches children chess"."""
        is_one = self.tag() == "NNS" and not self.tokens[self.i].entity and self.tag(1) in NOUNS
        if draft.verb not in self.grammar.datives or draft.get("obj") or not is_one:
            return []
        if self._glued(1) or any(t.tag == "TO" for t in self.tokens[self.i + 2 : self.i + 5]):
            return []  # "gives visitors books to read" stays as it is
        reader = self.over(self.tokens[self.i : self.i + 1])
        node = reader.noun_phrase()
        self.i += 1
        return [node] if node is not None else []
