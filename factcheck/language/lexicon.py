"""What the analysis may ask of a knowledge base: names, known words, classes. No verdicts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from factcheck.language import words
from factcheck.language.grammar import Grammar
from factcheck.language.spelling import plain
from factcheck.language.tokens import Token, tokenise

LONGEST_FAR = 2
SHORTEST_SLIP = 5
MUCH_COMMONER = 10
LONGEST_WORD = 24


class Store(Protocol):
    """A compiled knowledge base, as a set of tables from text keys to plain data."""

    def get(self, space: str, key: str) -> Any:
        """The value under `key` in the table `space`, or None."""
        ...


@dataclass(slots=True)
class Lexicon:
    """Words of English and of one knowledge base."""

    grammar: Grammar
    store: Store
    _corrections: dict[str, str] = field(default_factory=dict)

    def aliases(self, first: str) -> list[list[Any]]:
        """Names that start with this word.

        Each is [words, entity, is_case_sensitive, is_ambiguous, unless_near].
        """
        found = self.store.get("alias", first)
        return found if isinstance(found, list) else []

    def is_known(self, low: str) -> bool:
        """Whether the word is English or the knowledge base's own."""
        return (
            low in self.grammar.tags
            or low in self.grammar.numbers
            or low in self.grammar.units
            or self.store.get("word", low) is not None
            or words.is_known(low)
        )

    def own_word(self, lemma: str, kind: str) -> str:
        """The knowledge base's word of the same meaning; the word itself when there is none."""
        own = self.store.get("same", f"{kind}:{lemma}")
        return lemma if own is None else str(own)

    def corrected(self, low: str) -> str:
        """The knowledge base's word that this unknown word is a slip of, or "" when unsure."""
        if low not in self._corrections:
            self._corrections[low] = self._correct(low)
        return self._corrections[low]

    def _correct(self, low: str) -> str:
        if not low.isalpha() or len(low) > LONGEST_WORD:
            return ""
        if len(low) < SHORTEST_SLIP:
            return self._swapped(low)
        far = 1 if len(low) < 7 else LONGEST_FAR
        near: dict[str, tuple[float, int]] = {}
        for key in deletions(low, far):
            for word, weight in self.store.get("slip", key) or ():
                if word not in near and (distance := edits(low, word, far)) is not None:
                    near[word] = (distance, -weight)
        ranked = sorted(near, key=lambda word: (near[word][0], near[word][1], word))
        if not ranked:
            return ""
        best = ranked[0]
        if trunk(best) == trunk(low):
            return ""  # another form of the word, not a slip
        same = [word for word in ranked if near[word][0] == near[best][0]]
        others = [word for word in same if stem(word) != stem(best)]
        if others and -near[best][1] < MUCH_COMMONER * max(-near[word][1] for word in others):
            english = [word for word in same if words.is_known(word)]
            swapped = [word for word in english if sorted(word) == sorted(low)]
            heads = [word for word in same if word[0] == low[0] and word[-1] == low[-1]]
            chosen = swapped or heads
            return chosen[0] if len(chosen) == 1 else ""
        return best if best[0] == low[0] else ""

    def _swapped(self, low: str) -> str:
        """The known word of which two neighbouring letters are exchanged here: "teh"."""
        if len(low) < 3:
            return ""
        forms = {low[:k] + low[k + 1] + low[k] + low[k + 2 :] for k in range(1, len(low) - 1)}
        found = [
            form
            for form in sorted(forms - {low})
            if form in self.grammar.tags or self.store.get("word", form) is not None
        ]
        return found[0] if len(found) == 1 else ""


def stem(word: str) -> str:
    """The word less a plural ending; enough to see that two slips lead to one word."""
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def trunk(word: str) -> str:
    """The word less an inflection."""
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word


def deletions(word: str, far: int) -> set[str]:
    """The word and everything left of it when up to `far` letters are taken out."""
    found = {word}
    layer = {word}
    for _ in range(far):
        layer = {each[:k] + each[k + 1 :] for each in layer for k in range(len(each))}
        found |= layer
    return found


def edits(first: str, second: str, most: int) -> int | None:
    """Optimal string alignment distance, or None when it is greater than `most`."""
    if abs(len(first) - len(second)) > most:
        return None
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def normal_name(name: str) -> tuple[str, ...]:
    """The key of a name: its words in lower case, singular, hyphens and punctuation gone."""
    return tuple(normal_word(token) for token in tokenise(name) if token.kind != "punct")


def written_name(name: str) -> tuple[str, ...]:
    """The key of a name with the comma, slash or brackets inside it."""
    tokens = tokenise(name)
    return tuple(normal_word(each) if each.kind != "punct" else each.low for each in tokens)


def normal_word(token: Token) -> str:
    """A word as names are looked up by: lower case, and singular where it is a plural."""
    return plain(singular(token.read_as or token.low))


def singular(low: str) -> str:
    """The singular of a regular or listed plural; any other word unchanged."""
    if len(low) < 3 or not low.endswith(("s", "a", "i", "n", "e")):
        return low
    found = words.lookup(low)
    nouns = [word for word in found if word.tag in ("NN", "NNS")]
    if nouns and all(word.tag == "NNS" for word in nouns):
        return nouns[0].lemma
    if not found and low.endswith(("uses", "xes", "ches", "shes", "sses", "zes")):
        return low[:-2]
    if not found and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low
