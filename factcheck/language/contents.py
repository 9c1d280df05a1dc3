"""Clauses that stand for a thing or a question: "what you pay", "how fast it goes", "whether"."""

from __future__ import annotations

from factcheck.language.postmodifiers import Postmodifiers
from factcheck.language.tagset import ADJ, FINITE_TAGS
from factcheck.model.proposition import Node

ASKING = frozenset({"how", "whether", "why", "which", "what", "who", "when", "where"})


class Contents(Postmodifiers):
    """Clauses that stand for a thing or a question: "what you pay", "how fast it goes"."""

    __slots__ = ()

    def _asked_clause(self) -> list[Node]:
        """ "how fast the scooter goes", "whether trams stop", "which side you start from"."""
        mark, word = self.i, self.low()
        if word not in ASKING or self.tag() not in ("WR", "SUB", "WP") or self.depth > 6:
            return []
        self.i += 1
        self.depth += 1
        degree, fronted = self._fronted(word)
        if fronted and (self.tag() in FINITE_TAGS or self.tag() == "VBP"):
            drafts = self.verb_phrase(fronted)
            fronted = []
        elif word in ("who", "what") and self.tag() in FINITE_TAGS:
            drafts = self.verb_phrase([])
        else:
            drafts = self.clause()
        self.depth -= 1
        if not drafts or any(draft.kind == "nominal" or draft.is_question for draft in drafts):
            self.i = mark
            return []
        if fronted and self.tag() == "IN" and not self.starts_noun_phrase(1):
            drafts[-1].add(self.low(), fronted)  # "which side you start from"
            self.i += 1
        elif fronted:
            drafts[-1].add("obj2" if drafts[-1].get("obj") else "obj", fronted)
        for draft in drafts:
            draft.add("adv", [Node(word, "adv")])
            draft.add("adv", degree)
        return [self.as_node(draft) for draft in drafts]

    def _fronted(self, word: str) -> tuple[list[Node], list[Node]]:
        """What "how" or "which" draws to the front: its adverb, or what it asks about."""
        token = self.at()
        if token is None or word not in ("how", "which", "what"):
            return [], []
        if word == "how" and (token.tag in ADJ or token.tag == "RB") and not self._group_ahead():
            self.i += 1
            return [self._adverb(token)], []
        if (word == "how" and token.low in ("much", "many", "little", "few")) or (
            word != "how" and token.tag in ("NN", "NNS", "JJ")
        ):
            node = self.noun_phrase(is_bare=True)
            return [], [node] if node is not None else []
        return [], []
