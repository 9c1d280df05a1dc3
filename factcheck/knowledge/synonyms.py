"""Words that a text may use for those of a knowledge base.

General English knows which words mean the same. A word counts for one of the knowledge base only
when it is no word of its own, and is like just one of them; what it is merely near to, it helps to
find, but decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from factcheck.knowledge.store import Memory
from factcheck.language import synonyms
from factcheck.language.grammar import Grammar, read_tables
from factcheck.language.spelling import plain

MOST_NEAR = 3
NO_MEANINGS = frozenset({"kept_apart", "one_time", "phrases", "inverse_phrases"})


def keep_synonyms(memory: Memory, grammar: Grammar, tables: Mapping[str, Any]) -> None:
    """Keeps which words stand for a word of the claims, and which are near to one."""
    taken = _own_words() if tables is read_tables() else _taken(tables)
    apart = {frozenset(pair) for pair in tables["kept_apart"][""]}
    same: dict[str, set[str]] = {}
    near: dict[str, list[str]] = {}
    for key in memory.keys("own"):
        kind, lemma = key.split(":", 1)
        own = grammar.synonyms.get(key, lemma)
        for other in map(plain, synonyms.same(lemma, kind)):
            near.setdefault(f"{kind}:{other}", []).append(own)
            is_free = other not in taken and other not in grammar.tags
            is_free = is_free and memory.get("word", other) is None
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


@cache
def _own_words() -> set[str]:
    return _taken(read_tables())


def _taken(tables: Mapping[str, Any]) -> set[str]:
    """The words that have a meaning in the grammar already."""
    return _words_in({name: table for name, table in tables.items() if name not in NO_MEANINGS})


def _words_in(data: Any) -> set[str]:
    """Every word of the tables."""
    if isinstance(data, str):
        return set(data.split())
    parts: Iterable[Any] = (*data.keys(), *data.values()) if isinstance(data, dict) else data
    return {word for part in parts for word in _words_in(part)}
