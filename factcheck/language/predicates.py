"""What is said after a copula: adjectives, noun phrases, places."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import values
from factcheck.language.comparisons import Comparisons
from factcheck.language.draft import Draft
from factcheck.language.tagset import ADJ, ADV, NOUNS
from factcheck.model.proposition import Edge, Node
from factcheck.model.result import Cue


class Predicates(Comparisons):
    """What is said after a copula: adjectives, noun phrases, places."""

    __slots__ = ()

    def _predicate(self, draft: Draft) -> None:
        """What is said after a copula: an adjective, a noun phrase, a place."""
        draft.verb = draft.verb or "be"
        if self._equative(draft):
            return
        self._adverbs(draft)
        if self.tag() == "NOT":
            draft.cues.append(
                Cue(self._span(self.i, self.i + 1), "negation", self.tokens[self.i].text)
            )
            draft.polarity = not draft.polarity
            self.i += 1
            if self._equative(draft):
                return
            self._adverbs(draft)
        for words, flips in (
            (("far", "from"), True),
            (("anything", "but"), True),
            (("free", "of"), True),
            (("free", "from"), True),
            (("nothing", "but"), False),
            (("nothing", "more", "than"), False),
        ):
            if tuple(t.low for t in self.tokens[self.i : self.i + len(words)]) == words:
                self.i += len(words)
                if flips:
                    draft.polarity = not draft.polarity
                else:
                    draft.add("adv", [Node("only", "adv")])
                if words[0] == "free":
                    draft.kind, draft.verb = "verb", "have"
                    draft.add("obj", self.noun_phrases())
                    return
                break
        if self.low() == "neither" and (self.tag(1) in ADJ or self.starts_noun_phrase(1)):
            draft.polarity = not draft.polarity
            self.i += 1
        if (
            self.tag() == "QT"
            and self.low() in ("both", "all")
            and self.tag(1) not in ("IN",)
            and self.low(1) != "the"
        ):
            self.i += 1
        tag = self.tag()
        if self.low() in ("only", "just", "merely") and tag == "RB":
            draft.add("adv", [Node("only", "adv")])
            self.i += 1
            tag = self.tag()
        if self._equative(draft) or self._comparative(draft):
            return
        if self.low() in ("more", "less") and self.tag(1) in ADJ | {"VBN"}:
            direction = self.low()
            self.i += 1
            tag = self.tag()
            token = self.at()
            if token is not None and tag in ADJ and self._compared_behind():
                draft.more, draft.dimension = direction, self.adjective(token)
            else:
                draft.add("adv", [Node(direction, "adv")])
        if (
            tag in ADJ
            or tag == "VBN"
            or (tag in ADV and self.tag(1) in ADJ)
            or (self.low() == "non" and self.tag(1) in ADJ)
        ) and not (self._skim(0) > 0 and self._group_ahead()):
            self._adjective_predicate(draft)
            return
        if tag in ("IN",) or (tag == "TO" and self.tag(1) not in ("VB", "BE")):
            is_amount = values.bound_at(self.tokens, self.i, self.grammar)[1] > 0
            draft.kind = "isa" if is_amount else "at"
            return
        if tag == "TO":
            return
        if (
            tag in NOUNS
            and self._glued(1)
            and self.tag(1) in ("VBG", "VBN", "JJ")
            and not self.tokens[self.i].entity
            and self.tag(2) not in (*NOUNS, *ADJ)
        ):  # "is life-threatening"
            first, second = self.tokens[self.i : self.i + 2]
            name, where = f"{first.low}-{second.low}", self._span(self.i, self.i + 2)
            draft.add("pred", [Node(name, "adj", span=where)])
            self.i += 2
            return
        nodes = self.noun_phrases()
        if nodes:
            draft.kind = "isa"
            if nodes[0].quant == "no":
                draft.polarity = not draft.polarity
                nodes = [replace(node, quant="") for node in nodes]
            draft.add("obj", nodes)
        elif tag == "VBG":
            node = self.gerund()
            if node:
                draft.kind = "isa"
                draft.add("obj", [node])

    def _adjective_predicate(self, draft: Draft) -> None:
        found: list[Node] = []
        negated_flags: list[bool] = []
        while True:
            edges: list[Edge] = []
            while self.tag() in ADV or self.tag() in ("RB",):
                if self._filler_length():
                    self.i += self._filler_length()
                    continue
                edges.append(("adv", self._adverb(self.tokens[self.i])))
                self.i += 1
            flipped = False
            if self.low() == "non":
                flipped = True
                self.i += 1
            token = self.at()
            if token is None or (token.tag not in ADJ and token.tag not in ("VBN", "NN", "VBG")):
                break
            node = self.adjective(token, tuple(edges))
            if token.tag == "JJR" and not draft.more:
                draft.more, draft.dimension = "more", node
            self.i += 1
            while self._glued(0) and self.at() is not None:  # "sugar-free", "long-lasting"
                nxt = self.tokens[self.i]
                self.i += 1
                if nxt.low == "free" and not found:  # "caffeine-free" has no caffeine
                    draft.kind, draft.verb, draft.polarity = "verb", "have", not draft.polarity
                    draft.add("obj", [Node(self.concept(token, "noun"), "noun", span=node.span)])
                    return
                node = self.adjective(nxt, (("mod", node),))
            if node.negated != flipped:
                negated_flags.append(True)
                node = replace(node, negated=False)
            else:
                negated_flags.append(False)
                node = replace(node, negated=False)
            found.append(node)
            if (
                self.tag() == "CC"
                and self.low() in ("and", "or", "nor")
                and (
                    self.tag(1) in ADJ
                    or (self.tag(1) == "VBN" and self.tag(2) not in ("IN",))
                    or (self.tag(1) in ("RB",) and self.tag(2) in ADJ)
                )
                and not self.starts_clause_soon(1)
            ):
                self.i += 1
            elif self.tag() == "," and self.tag(1) in ADJ and not self.starts_clause_soon(1):
                self.i += 1
                if self.tag() == "CC":
                    self.i += 1
            else:
                break
        draft.kind = "is"
        if draft.more and not draft.than and self._compared_behind(0):
            self.i += 2
            draft.than = self.noun_phrases()
        plain = [node for node, negated in zip(found, negated_flags, strict=True) if not negated]
        turned = [node for node, negated in zip(found, negated_flags, strict=True) if negated]
        if plain and turned:
            draft.add("pred", [*plain, *(replace(node, negated=True) for node in turned)])
        elif turned:
            draft.add("unpred", turned)
        else:
            draft.add("pred", plain)

    def _compared_behind(self, k: int = 1) -> bool:
        """Whether "compared to Y" stands there."""
        return (
            self.low(k) in ("compared", "relative")
            and self.low(k + 1) in ("to", "with")
            and self.starts_noun_phrase(k + 2)
        )

    def _classified(self, draft: Draft) -> None:
        """ "is considered (to be / as) X": the copula that it stands for."""
        if self.low() == "as":
            self.i += 1
        elif self.tag() == "TO" and self.tag(1) == "BE":
            self.i += 2
        elif self.tag() == "TO" and self.tag(1) in ("HV", "VB"):
            self.i += 1
            draft.verb, draft.is_passive = "", False
            self._main_verb(draft, is_passive=False, is_copula=False)
            return
        elif not (self.starts_noun_phrase() or self.tag() in ADJ):
            return
        draft.verb, draft.kind, draft.is_passive = "be", "is", False
        draft.is_viewed = True
        self._predicate(draft)

    def _copular_complement(self) -> bool:
        tag = self.tag()
        token = self.tokens[self.i - 1]
        if token.lemma == "prove":  # "proves useful", not "proves useful things"
            return tag == "JJ" and self.tag(1) not in (*NOUNS, *ADJ, "VBG")
        if tag in ADJ or tag == "VBN":
            return True
        if tag == "TO" and self.tag(1) == "BE":
            return True
        return token.lemma in ("become", "remain", "be") and self.starts_noun_phrase()

    def _made(self) -> bool:
        """Whether "made" is followed by what something was made into: "was made legal"."""
        k = 0
        while self.tag(k) in ("RB", *ADV):
            k += 1
        return self.tag(k) in ADJ and not self._glued(k + 1)
