"""Words that a text may use for those of a knowledge base.

General English knows which words mean the same. A word counts for one of the knowledge base only
when it is no word of its own, and is like just one of them; what it is merely near to, it helps to
find, but decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.knowledge.store import Memory
from factcheck.language import synonyms
from factcheck.language.grammar import Grammar
from factcheck.language.spelling import plain

MOST_NEAR = 3
NO_MEANINGS = frozenset({"kept_apart", "one_time", "phrases", "inverse_phrases"})


def keep_synonyms(memory: Memory, grammar: Grammar, tables: Mapping[str, Any]) -> None:
    """Keeps which words stand for a word of the claims, and which are near to one."""
    tables_of_meaning = {k: v for k, v in tables.items() if k not in NO_MEANINGS}
    taken = _words_in(tables_of_meaning) | grammar.tags.keys()
    apart = {frozenset(pair) for pair in tables["kept_apart"][""]}
    same: dict[str, set[str]] = {}
    near: dict[str, list[str]] = {}
    for key in memory.keys("own"):
        kind, lemma = key.split(":", 1)
        own = grammar.synonyms.get(key, lemma)
        for other in map(plain, synonyms.same(lemma, kind)):
            near.setdefault(f"{kind}:{other}", []).append(own)
            is_free = other not in taken and memory.get("word", other) is None
            if is_free and frozenset((lemma, other)) not in apart:
                same.setdefault(f"{kind}:{other}", set()).add(own)
        for other in map(plain, synonyms.near(lemma, kind)):
            near.setdefault(f"{kind}:{other}", []).append(own)
    for key, owns in same.items():
        if len(owns) == 1 and memory.get("own", key) is None:
            memory.put("same", key, min(owns))
    for key, words in near.items():
        if memory.get("own", key) is None and memory.get("same", key) is None:
            memory.put("near", key, list(dict.fromkeys(words))[:MOST_NEAR])


def _words_in(data: Any) -> set[str]:
    """Every word of the tables: those have a meaning in the grammar already."""
    if isinstance(data, str):
        return set(data.split())
    parts: Iterable[Any] = (*data.keys(), *data.values()) if isinstance(data, dict) else data
    return {word for part in parts for word in _words_in(part)}
