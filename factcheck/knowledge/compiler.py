"""Entries compiled to tables: names, classes, relations, and every claim as propositions.

Claims go through the same analysis as anything a user writes. A sentence that could not be read
whole is listed in the table `uncompiled`, with the words that stood in the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from factcheck.knowledge.coding import key_of, pack, pack_proposition, pack_template, unpack
from factcheck.knowledge.store import Memory
from factcheck.language import words
from factcheck.language.grammar import Grammar, grammar_of, read_tables
from factcheck.language.lexicon import Lexicon, deletions, edits, normal_name
from factcheck.language.propositions import PRIVATIVE
from factcheck.language.relations import Template, compile_phrase, rewritten, rewritten_inside
from factcheck.language.statement import analyse
from factcheck.language.tokens import tokenise
from factcheck.model.knowledge import Claim, Entity, Entries, Evidence, Relation
from factcheck.model.proposition import Node, Proposition, Reading
from factcheck.model.verdict import Stance, Verdict

SLIP_LENGTH = 5
MOST_JOINT = 8
PHRASED = -1
CORRECTION = -2
ENTITY_DATA = -3
Templates = dict[str, list[Template]]


def compile_entries(entries: Entries) -> Memory:
    """The tables of a knowledge base."""
    memory = Memory()
    tables = read_tables()
    memory.put("meta", "tables", tables)
    lexicon = Lexicon(grammar_of(tables), memory)
    _names(entries.entities, memory, lexicon)
    if entries.entities:
        memory.put("meta", "entities", len(entries.entities))
    _vocabulary(entries, memory)
    templates = _relations(entries.relations, memory, lexicon)
    _classes(entries.entities, memory)
    for claim in entries.claims:
        _claim(claim, memory, lexicon, templates)
    _entity_relations(entries.entities, memory, lexicon, templates)
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


# -- names and words ----------------------------------------------------------------------------


def _names(entities: Iterable[Entity], memory: Memory, lexicon: Lexicon) -> None:
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
            memory.add(
                "alias", parts[0], [list(parts), entity.name, is_case_sensitive, is_ambiguous, near]
            )
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


def _vocabulary(entries: Entries, memory: Memory) -> None:
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


# -- relations and classes ------------------------------------------------------------------------


def _relations(relations: Iterable[Relation], memory: Memory, lexicon: Lexicon) -> Templates:
    found: dict[str, list[Template]] = {}
    ordered = list(relations)
    names = {relation.name: relation for relation in ordered}
    for is_first in (True, False):
        for relation in ordered:
            chosen = relation.phrases[:1] if is_first else relation.phrases[1:]
            target = names.get(relation.inverse_of)
            for phrase in chosen:
                template = compile_phrase(
                    phrase,
                    target.name if target else relation.name,
                    lexicon,
                    is_inverse=target is not None,
                )
                if template is None:
                    memory.add("meta", "unread phrases", [relation.name, phrase, list(relation.at)])
                    continue
                others = found.setdefault(template.head, [])
                if not any(
                    each.fixed == template.fixed and each.path == template.path for each in others
                ):
                    others.append(template)
    for head, templates in found.items():
        templates.sort(
            key=lambda template: (-len(template.fixed) - len(template.path), template.relation)
        )
        memory.put("template", head, [pack_template(template) for template in templates])
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
                        _record(
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


# -- claims ------------------------------------------------------------------------------------


def exact_key(text: str) -> str:
    """A sentence as it is compared word for word: lower case, no punctuation."""
    return " ".join(token.low for token in tokenise(text) if token.kind != "punct")


def _claim(claim: Claim, memory: Memory, lexicon: Lexicon, templates: Templates) -> None:
    memory.put("claim", claim.id, claim_data(claim))
    for index, sentence in enumerate((claim.claim, *claim.also_phrased)):
        key = exact_key(sentence)
        if memory.get("exact", key) is None or index == 0:
            memory.put("exact", key, [claim.id, index])
        _sentence(sentence, claim, claim.verdict, index, memory, lexicon, templates)
        found = content_words(sentence, lexicon)
        memory.add("content", claim.id, found)
        for word in found:
            memory.add("search", word, claim.id)
    if claim.correction and claim.verdict is not Verdict.SUPPORTED:
        for part in re.split(r"(?<=[.!?])\s+|;\s+", claim.correction):
            _sentence(part, claim, Verdict.SUPPORTED, CORRECTION, memory, lexicon, templates)


def _sentence(
    sentence: str,
    claim: Claim,
    verdict: Verdict,
    index: int,
    memory: Memory,
    lexicon: Lexicon,
    templates: Templates,
) -> None:
    analysis = analyse(sentence, lexicon)
    readings = [
        each for each in analysis.readings if each.stance in (Stance.ASSERTED, Stance.DEBUNKED)
    ]
    if not readings or analysis.unread:
        if index != CORRECTION:
            memory.add("uncompiled", claim.id, [sentence, list(analysis.unread)])
        return
    main = [each for each in readings if not each.is_side]
    clauses = {each.clause for each in main}
    has_more = any(each.is_side and each.proposition.root.head != "isa" for each in readings)
    is_joint = _leaves_open(sentence, main) or (
        verdict is not Verdict.SUPPORTED
        and (has_more or len(clauses) > 1 or (index > 0 and len(main) > 1))
    )
    for reading in readings:
        if is_joint or (reading.is_side and verdict is not Verdict.SUPPORTED) or reading.unread:
            continue
        _one(reading, claim, verdict, index, memory, lexicon, templates, sentence)
    if is_joint and _record_joint(main, claim, verdict, index, memory, templates, sentence):
        return
    if is_joint:
        memory.add("uncompiled", claim.id, [sentence, ["says several things at once"]])


def _leaves_open(sentence: str, main: list[Reading]) -> bool:
    """Whether "or" leaves open which of the things that are said holds: "is a goat or a sheep"."""
    words_ = sentence.lower().split()
    if "or" not in words_:
        return False
    for number in {each.clause for each in main}:
        said = [each.proposition for each in main if each.clause == number]
        is_denied = any(
            each.sign != each.proposition.polarity for each in main if each.clause == number
        )
        if len(said) < 2 or is_denied or said[0].strength == "may" or said[0].duty == "may":
            continue
        is_kind = said[0].root.head == "isa" or said[0].root.kind == "adj"
        if "either" in words_ or (is_kind and len({p.root.get("subj") for p in said}) == 1):
            return True
    return False


def _record_joint(
    main: list[Reading],
    claim: Claim,
    verdict: Verdict,
    index: int,
    memory: Memory,
    templates: Templates,
    sentence: str,
) -> bool:
    """Keeps a sentence that says several things for texts that say all of them together."""
    if any(each.unread for each in main) or len(main) > MOST_JOINT:
        return False
    whole = []
    for reading in main:
        proposition = reading.proposition if reading.sign else reading.proposition.negated()
        whole.append(canonical(proposition, templates))
    number = memory.get("meta", "joint") or 0
    memory.put("meta", "joint", number + 1)
    memory.put(
        "joint",
        str(number),
        [claim.id, verdict.value, index, [pack_proposition(p) for p in whole], sentence],
    )
    for key in index_keys(whole[0].root):
        memory.add("joint index", key, number)
    return True


def _one(
    reading: Reading,
    claim: Claim,
    verdict: Verdict,
    index: int,
    memory: Memory,
    lexicon: Lexicon,
    templates: Templates,
    sentence: str,
) -> None:
    proposition = reading.proposition if reading.sign else reading.proposition.negated()
    _record(proposition, claim.id, verdict.value, index, memory, templates, sentence)
    if verdict is Verdict.SUPPORTED:
        _learn_class(proposition, claim.id, memory)
        for quality in _qualities(proposition, lexicon.grammar):
            _record(quality, claim.id, verdict.value, index, memory, templates, sentence)


def _record(
    proposition: Proposition,
    claim_id: str,
    verdict: str,
    index: int,
    memory: Memory,
    templates: Templates,
    sentence: str,
) -> None:
    proposition = canonical(proposition, templates)
    count = memory.get("meta", "propositions") or 0
    memory.put("meta", "propositions", count + 1)
    memory.put(
        "prop", str(count), [claim_id, verdict, index, pack_proposition(proposition), sentence]
    )
    for key in index_keys(proposition.root):
        memory.add("index", key, count)
    if memory.get("meta", "entities") is None:
        _nouns(proposition.root, memory)


def _nouns(node: Node, memory: Memory) -> None:
    """Keeps the nouns of claims, by which texts that speak of them are told."""
    for _, each in node.edges:
        if each.kind == "noun" and each.head not in ("people", "thing", "something"):
            memory.put("noun", each.head, 1)
        _nouns(each, memory)


def canonical(proposition: Proposition, templates: Templates) -> Proposition:
    """The proposition with relations recognised, at its root and inside."""
    if not templates:
        return proposition
    root = rewritten_inside(proposition.root, templates)
    return rewritten(replace(proposition, root=root), templates)


def index_keys(root: Node) -> list[str]:
    """The keys under which a proposition is found: its predicate with each of its arguments."""
    keys = [f"{root.head}|{node.head}" for role, node in root.edges if role not in ("adv",)]
    if root.head in ("cmp", "as"):
        dim = root.get("dim")
        if dim is not None:
            keys.append(f"{root.head}|{dim.head}")
    return keys or [root.head + "|"]


def _qualities(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """What "X is an A B" says of X besides being a B: that it is A."""
    root = proposition.root
    subject, target = root.get("subj"), root.get("obj")
    if root.head != "isa" or not proposition.polarity or subject is None or target is None:
        return []
    if target.kind != "noun" or target.quant or proposition.duty or len(root.edges) != 2:
        return []
    return [
        replace(
            proposition,
            root=Node(node.head, "adj", (("subj", subject), *node.edges)),
            polarity=not node.negated,
        )
        for role, node in target.edges
        if role == "mod" and node.kind == "adj" and node.head not in grammar.non_intersective
    ]


def _learn_class(proposition: Proposition, claim_id: str, memory: Memory) -> None:
    """Class membership that a claim states outright: "The Heron is a cargo bike"."""
    root = proposition.root
    if (
        root.head != "isa"
        or not proposition.polarity
        or proposition.strength != "generic"
        or proposition.duty
    ):
        return
    subject, target = root.get("subj"), root.get("obj")
    if (
        subject is None
        or target is None
        or len(root.edges) != 2
        or subject.kind != "noun"
        or target.kind != "noun"
    ):
        return
    if subject.quant in ("some", "most", "many", "few", "only") or target.quant in (
        "most",
        "all",
        "only",
    ):
        return
    if any(node.head in PRIVATIVE for _, node in target.edges):
        return  # a former student is no student
    if subject.get("rel") is not None or subject.value is not None or target.value is not None:
        return
    if (memory.get("entity", subject.head.removeprefix("@")) or {}).get(
        "is_a"
    ) and not subject.edges:
        return  # the author has placed it already
    memory.add("isa", key_of(subject), [pack(target), claim_id])
    memory.add("members", key_of(target), key_of(subject))
    if key_of(subject) != subject.head:
        memory.add("narrowed", subject.head, key_of(subject))


def content_words(text: str, lexicon: Lexicon) -> list[str]:
    """The lemmas by which a text is searched for: no function words, each once."""
    from factcheck.language.mentions import correct_slips, link
    from factcheck.language.tagging import tag

    tokens = tokenise(text)
    correct_slips(tokens, lexicon)
    link(tokens, lexicon)
    tag(tokens, lexicon)
    found: dict[str, None] = {}
    for token in tokens:
        if token.entity:
            found["@" + token.entity] = None
        elif token.kind == "number":
            found[token.low] = None
        elif token.kind == "word" and token.tag in CONTENT_TAGS:
            kind = {"V": "verb", "J": "adj", "R": "adv"}.get(token.tag[0], "noun")
            found[lexicon.grammar.synonyms.get(f"{kind}:{token.lemma}", token.lemma)] = None
    return list(found)


CONTENT_TAGS = frozenset(
    {"NN", "NNS", "VB", "VBZ", "VBD", "VBP", "VBN", "VBG", "JJ", "JJR", "JJS", "RB", "CD"}
)


def claim_data(claim: Claim) -> dict[str, Any]:
    """A claim as plain data."""
    return {
        "claim": claim.claim,
        "verdict": claim.verdict.value,
        "explanation": claim.explanation,
        "correction": claim.correction,
        "also_phrased": list(claim.also_phrased),
        "topics": list(claim.topics),
        "reviewed": claim.reviewed,
        "review_by": claim.review_by,
        "true_from": claim.true_from,
        "true_until": claim.true_until,
        "is_premise": claim.is_premise,
        "at": list(claim.at),
        "evidence": [evidence_data(each) for each in claim.evidence],
    }


def evidence_data(evidence: Evidence) -> list[Any]:
    """A passage with its source as plain data."""
    source = evidence.source
    cells = None
    if source is not None:
        cells = [
            source.id,
            source.title,
            source.publisher,
            source.year,
            source.url,
            source.doi,
            source.text,
            source.kind,
        ]
    return [evidence.passage, cells, evidence.locator]


__all__ = ["canonical", "compile_entries", "content_words", "exact_key", "index_keys", "unpack"]
