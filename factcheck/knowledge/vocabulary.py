"""Names and words of a knowledge base, by which mentions are found and slips corrected."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.knowledge.store import Memory
from factcheck.language import words
from factcheck.language.lexicon import Lexicon, deletions, edits, normal_name, written_name
from factcheck.language.tokens import tokenise
from factcheck.model.knowledge import Entity, Entries

SLIP_LENGTH = 5


def keep_names(entities: Iterable[Entity], memory: Memory, lexicon: Lexicon) -> None:
    """Keeps what entities are called."""
    for entity in entities:
        for name in (entity.name, *entity.aliases, *entity.ambiguous_aliases):
            parts = normal_name(name)
            if not parts:
                continue
            is_shout = name.isupper() and len(name) <= 4
            is_case_sensitive = is_shout and (
                any(word.weight > 1 or word.tag == "IN" for word in words.lookup(name.lower()))
                or name.lower() in lexicon.grammar.tags
            )
            is_ambiguous = name in entity.ambiguous_aliases and not entity.unless_near
            near = list(entity.unless_near) if name in entity.ambiguous_aliases else []
            for form in dict.fromkeys((parts, written_name(name))):
                if form[0] == parts[0]:
                    option = [list(form), entity.name, is_case_sensitive, is_ambiguous, near]
                    memory.add("alias", parts[0], option)
            if len(parts) == 1 and name != entity.name and _is_slip_of(parts[0], entity.name):
                memory.put("respelt", parts[0], entity.name.lower())
                continue
            for part in parts:
                memory.put("word", part, 1)
    for first in memory.keys("alias"):
        options = memory.get("alias", first)
        options.sort(key=lambda option: (-len(option[0]), option[3], option[1]))


def _is_slip_of(alias: str, name: str) -> bool:
    """Whether an alias is only a misspelling: one or two letters off, and no English word."""
    low = name.lower()
    if not low.isalpha() or len(low) < SLIP_LENGTH or words.is_known(alias):
        return False
    return (edits(alias, low, 2) or 0) > 0


def keep_vocabulary(entries: Entries, memory: Memory) -> None:
    """Words that slips are corrected to: those of names and of claims."""
    counts: dict[str, int] = {}
    names = [name for e in entries.entities for name in (e.name, *e.aliases, *e.ambiguous_aliases)]
    sentences = [text for c in entries.claims for text in (c.claim, *c.also_phrased, c.correction)]
    phrases = [phrase for relation in entries.relations for phrase in relation.phrases]
    for text in (*names, *sentences, *phrases):
        for token in tokenise(text):
            if token.kind == "word" and token.low.isalpha():
                counts[token.low] = counts.get(token.low, 0) + 1
    for word, count in sorted(counts.items()):
        memory.put("word", word, 1)
        if len(word) >= SLIP_LENGTH:
            far = 1 if len(word) < 6 else 2
            for key in deletions(word, far):
                memory.add("slip", key, [word, min(count, 99)])
