"""Which claims come closest to a text, and what keeps them from deciding it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log

from factcheck.language.lexicon import Lexicon, Store
from factcheck.language.wording import content_lemmas, content_words
from factcheck.model.result import Hit, Near, Understanding
from factcheck.model.verdict import Verdict

SHOWN = 3
LEAST = 0.2
COMMON = 2_000
WIDE = 40
MOST_WEIGHTS = 50_000


@dataclass(slots=True)
class Finder:
    """Ranks claims by the words they share with a text, rare words counting more."""

    store: Store
    lexicon: Lexicon
    _weights: dict[str, float] = field(default_factory=dict)

    def _ranked(self, text: str, limit: int) -> list[tuple[float, str, list[str]]]:
        total = max(1, len(self.store.get("meta", "claims") or ()))
        words = content_words(text, self.lexicon)
        wanted = list(dict.fromkeys((*words, *self._near(text))))
        scores: dict[str, float] = {}
        for word in wanted:
            ids = self.store.get("search", word) or ()
            weight = log(1 + total / (1 + len(ids)))
            for claim_id in ids[:COMMON]:
                scores[claim_id] = scores.get(claim_id, 0.0) + weight
        wide = heapq.nsmallest(
            max(limit, WIDE), scores.items(), key=lambda item: (-item[1], item[0])
        )
        weights = {word: self._weight(word, total) for word in wanted}
        exact = [
            (self._overlap(wanted, weights, claim_id, total), claim_id) for claim_id, _ in wide
        ]
        best = heapq.nsmallest(limit, exact, key=lambda item: (-item[0], item[1]))
        return [(score, claim_id, words) for score, claim_id in best]

    def _near(self, text: str) -> Iterator[str]:
        """Words of the knowledge base that may mean what words of the text do."""
        for kind, lemma in content_lemmas(text, self.lexicon):
            yield from self.store.get("near", f"{kind}:{lemma}") or ()

    def _weight(self, word: str, total: int) -> float:
        known = self._weights.get(word)
        if known is None:
            if len(self._weights) > MOST_WEIGHTS:
                self._weights.clear()
            found = len(self.store.get("search", word) or ())
            known = self._weights[word] = log(1 + total / (1 + found))
        return known

    def _overlap(
        self, words: list[str], weights: dict[str, float], claim_id: str, total: int
    ) -> float:
        """How much the text and the nearest wording of a claim have in common, from 0 to 1."""
        mine = sum(weights.values())
        best = 0.0
        for wording in self.store.get("content", claim_id) or ():
            shared = sum(weights[word] for word in wording if word in weights)
            if not shared:
                continue
            theirs = sum(weights.get(word) or self._weight(word, total) for word in wording)
            best = max(best, 2 * shared / (mine + theirs))
        return best

    def search(self, text: str, limit: int) -> tuple[Hit, ...]:
        """The claims closest to a text, best first."""
        found = []
        for score, claim_id, _ in self._ranked(text, limit):
            data = self.store.get("claim", claim_id)
            found.append(Hit(claim_id, data["claim"], Verdict(data["verdict"]), round(score, 3)))
        return tuple(found)

    def closest(self, text: str, understood: Understanding) -> tuple[Near, ...]:
        """The nearest claims with what stopped each from deciding the text."""
        found = []
        for score, claim_id, words in self._ranked(text, SHOWN):
            if score < LEAST:
                continue
            data = self.store.get("claim", claim_id)
            found.append(
                Near(
                    claim_id,
                    data["claim"],
                    round(score, 3),
                    self._why_not(words, claim_id, data, understood),
                )
            )
        return tuple(found)

    def _why_not(
        self, words: list[str], claim_id: str, data: dict[str, object], understood: Understanding
    ) -> str:
        own = {word for wording in self.store.get("content", claim_id) or () for word in wording}
        left = [word.removeprefix("@") for word in words if word not in own]
        if left:
            named = ", ".join(f"'{word}'" for word in left[:4])
            return f"{named} {'is' if len(left) == 1 else 'are'} not accounted for"
        if understood.unread:
            return "not understood: " + ", ".join(f"'{word}'" for word in understood.unread[:4])
        missing = [
            word.removeprefix("@")
            for word in content_words(str(data["claim"]), self.lexicon)
            if word not in words
        ]
        if missing:
            return "the claim also speaks of " + ", ".join(f"'{word}'" for word in missing[:4])
        return "the words are the same, but they stand in other roles or another strength"
