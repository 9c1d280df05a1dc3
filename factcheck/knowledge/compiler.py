"""Entries compiled to tables: names, classes, relations, and every claim as propositions.

Claims go through the same analysis as anything a user writes. A sentence that could not be read
whole is listed in the table `uncompiled`, with the words that stood in the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.knowledge.claims import compile_claim, record
from factcheck.knowledge.coding import ENTITY_DATA, pack_template
from factcheck.knowledge.phrases import in_turn, keep_contraries, packed, phrases
from factcheck.knowledge.rules import compile_rule, keep_range
from factcheck.knowledge.store import Memory
from factcheck.knowledge.synonyms import keep_synonyms
from factcheck.knowledge.vocabulary import keep_names, keep_vocabulary
from factcheck.language import words
from factcheck.language.grammar import Tables, grammar_of, read_tables
from factcheck.language.lexicon import Lexicon
from factcheck.language.relations import (
    Template,
    Templates,
    compile_phrases,
)
from factcheck.language.statement import analyse
from factcheck.model.knowledge import Entity, Entries, Relation


def compile_entries(entries: Entries, tables: Tables | None = None) -> Memory:
    """The tables of a knowledge base; `tables` of words other than those of the package."""
    memory = Memory()
    tables = tables or read_tables()
    memory.put("meta", "tables", tables)
    lexicon = Lexicon(grammar_of(tables), memory)
    keep_names(entries.entities, memory, lexicon)
    if entries.entities:
        memory.put("meta", "entities", len(entries.entities))
    keep_vocabulary(entries, memory)
    templates = _relations(entries.relations, memory, lexicon, phrases(tables))
    _classes(entries.entities, memory)
    for claim in entries.claims:
        compile_claim(claim, memory, lexicon, templates)
    for rule in entries.rules:
        compile_rule(rule, memory, lexicon, templates)
    _entity_relations(entries.entities, memory, lexicon, templates)
    keep_contraries(tables, templates, memory, lexicon)
    keep_synonyms(memory, lexicon.grammar, tables)
    keep_range(memory)
    memory.put("meta", "claims", [claim.id for claim in entries.claims])
    memory.put(
        "meta", "examples", [[e.text, e.verdict.value, list(e.at)] for e in entries.examples]
    )
    memory.put(
        "meta",
        "counts",
        {
            "claims": len(entries.claims),
            "sources": len(entries.sources),
            "entities": len(entries.entities),
            "relations": len(entries.relations),
            "rules": len(entries.rules),
            "examples": len(entries.examples),
            "wordings": sum(1 + len(claim.also_phrased) for claim in entries.claims),
        },
    )
    return memory


def _relations(
    relations: Iterable[Relation], memory: Memory, lexicon: Lexicon, general: Templates
) -> Templates:
    found: dict[str, list[Template]] = {}
    ordered = list(relations)
    for relation, phrase, template in _phrase_by_phrase(ordered, lexicon, general):
        if template is None:
            memory.add("meta", "unread phrases", [relation.name, phrase, list(relation.at)])
            continue
        others = found.setdefault(template.head, [])
        if not any(each.pattern == template.pattern for each in others):
            others.append(template)
    memory.tables["template"] = dict(packed(general))
    for head, templates in found.items():
        templates.extend(general.get(head, ()))
        templates.sort(key=in_turn)
        memory.put("template", head, list(map(pack_template, templates)))
    found = {**general, **found}
    memory.put("meta", "template heads", sorted(found))
    for relation in ordered:
        memory.put(
            "relation",
            relation.name,
            {
                "transitive": relation.transitive,
                "symmetric": relation.symmetric,
                "functional": relation.functional,
                "inherited_by": list(relation.inherited_by),
            },
        )
    return found


def _phrase_by_phrase(
    relations: list[Relation], lexicon: Lexicon, general: Templates
) -> Iterator[tuple[Relation, str, Template | None]]:
    """The phrases of relations with their templates: the first of every relation, then the rest."""
    names = {relation.name: relation for relation in relations}
    compiled = []
    for relation in relations:
        target = names.get(relation.inverse_of)
        name = target.name if target else relation.name
        is_inverse = target is not None
        whole = target or relation
        is_own = whole.symmetric or whole.functional or whole.transitive
        made = compile_phrases(
            relation.phrases, name, lexicon, general, is_inverse=is_inverse, is_own=is_own
        )
        compiled.append([(relation, *each) for each in zip(relation.phrases, made, strict=True)])
    for phrases_of in compiled:
        yield from phrases_of[:1]
    for phrases_of in compiled:
        yield from phrases_of[1:]


def _classes(entities: Iterable[Entity], memory: Memory) -> None:
    for entity in entities:
        memory.put(
            "entity",
            entity.name,
            {"type": entity.type, "is_a": list(entity.is_a), "apart": list(entity.disjoint_with)},
        )
        for parent in entity.is_a:
            memory.add("members", "@" + parent, "@" + entity.name)
    for entity in entities:
        for other in entity.disjoint_with:
            record = memory.get("entity", other)
            if record is not None and entity.name not in record["apart"]:
                record["apart"].append(entity.name)


def _entity_relations(
    entities: Iterable[Entity], memory: Memory, lexicon: Lexicon, templates: Templates
) -> None:
    """What entity data says holds, as propositions of its own."""
    for entity in entities:
        for phrase, names in entity.relations:
            for name in names:
                sentence = f"{entity.name} {_third_person(phrase)} {name}."
                claim_id = "@" + entity.name
                for reading in analyse(sentence, lexicon).readings:
                    if not reading.unread:
                        record(
                            reading.proposition,
                            claim_id,
                            "supported",
                            ENTITY_DATA,
                            memory,
                            templates,
                            sentence,
                        )


def _third_person(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    forms = (
        words.inflect(first, "VBZ")
        if words.lookup(first) and any(w.tag == "VB" for w in words.lookup(first))
        else ()
    )
    if any(w.tag in ("VBN", "JJ") and w.lemma != first for w in words.lookup(first)) and not forms:
        return "is " + phrase
    return " ".join(filter(None, (forms[0] if forms else first, rest)))
