"""Phrases of general English that mean the same, and predicates that exclude each other."""

from __future__ import annotations

from functools import cache
from typing import Any

from factcheck.knowledge.coding import pack_template
from factcheck.knowledge.store import Memory
from factcheck.language.grammar import Tables, grammar_of, read_tables
from factcheck.language.lexicon import Lexicon
from factcheck.language.relations import PREFIX, Template, Templates, general_templates


def phrases(tables: Tables) -> Templates:
    """Phrases of general English that mean the same, by the head of each."""
    return _own_phrases() if tables is read_tables() else _phrases(tables)


@cache
def _own_phrases() -> Templates:
    return _phrases(read_tables())


def _phrases(tables: Tables) -> Templates:
    lexicon = Lexicon(grammar_of(tables), Memory())
    found: Templates = {}
    for name in ("phrases", "inverse_phrases"):
        is_inverse = name == "inverse_phrases"
        groups = [group for groups in tables[name].values() for group in groups]
        for each in general_templates(groups, lexicon, is_inverse=is_inverse):
            others = found.setdefault(each.head, [])
            if each not in others and (is_inverse or each.pattern != each.target):
                others.append(each)
    for templates in found.values():
        templates.sort(key=in_turn)
    return found


def in_turn(template: Template) -> tuple[int, str]:
    """The order in which phrases are tried: the longest first."""
    return -template.size, template.relation


def packed(templates: Templates) -> dict[str, list[Any]]:
    """Phrases as plain data."""
    return _own_data() if templates is _own_phrases() else _packed(templates)


@cache
def _own_data() -> dict[str, list[Any]]:
    return _packed(_own_phrases())


def _packed(templates: Templates) -> dict[str, list[Any]]:
    return {head: list(map(pack_template, found)) for head, found in templates.items()}


def keep_contraries(tables: Tables, templates: Templates, memory: Memory, lexicon: Lexicon) -> None:
    """Keeps which predicates exclude each other, by the heads that this knowledge base gives."""
    synonyms = lexicon.grammar.synonyms
    names = (("contrary_verbs", "verb"), ("contraries", "adj"), ("scale_ends", "adj"))
    for table, kind in names:
        for pair in tables[table][""]:
            first, second = (synonyms.get(f"{kind}:{word}", word) for word in pair)
            if kind == "verb":
                first, second = _head(first, templates), _head(second, templates)
            memory.add("contrary", first, second)
            memory.add("contrary", second, first)


def _head(verb: str, templates: Templates) -> str:
    """The head of the propositions that a verb with an object makes."""
    for template in templates.get(verb, ()):
        if template.is_word and not template.is_inverse:
            return template.relation if template.target is not None else PREFIX + template.relation
    return verb
