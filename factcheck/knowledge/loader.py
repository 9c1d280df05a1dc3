"""The YAML files of a knowledge base, read, merged and validated into its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from factcheck.errors import FactcheckError, KnowledgeError
from factcheck.knowledge import entries as entry
from factcheck.knowledge.files import find, unreadable
from factcheck.knowledge.nodes import Items, Page, Pairs, is_text, read_tree
from factcheck.knowledge.schema import Fields, slugged, suggestion
from factcheck.model.knowledge import Claim, Entries, Evidence, Example, RuleText, Source
from factcheck.model.place import Location

TOP = ("claims", "sources", "entities", "relations", "rules", "examples")
MOST_SUGGESTIONS = 20
"""Unknown sources for which a near one is looked up; the look-up is slow in a large base."""


def read_entries(paths: Sequence[Path]) -> Entries:
    """The entries of the knowledge base at `paths`, in the order of files and lines.

    Each path is a YAML file or a directory of them; a source may be declared in another file
    than the claim that names it. A claim or rule without id gets one from its sentence.
    Locations in the entries begin with `paths` as given.

    Raises:
        KnowledgeError: with every problem found, in the order of files and lines.
    """
    found, problems = find(paths)
    pages = [Page(str(file)) for _, file in found]
    tops = [top for (_, file), page in zip(found, pages, strict=True) if (top := _top(file, page))]
    is_whole = not problems and all(page.is_whole for page in pages)
    entries = _merged(tops, is_whole=is_whole)
    for page in pages:
        problems += sorted(page.problems, key=_place)
    if not problems and entries == Entries():
        hint = 'write at least one claim: a list under "claims:", each with claim and verdict'
        problems.append(FactcheckError("no claims here", at=Location(str(paths[0])), hint=hint))
    if problems:
        raise KnowledgeError(problems)
    return entries


class Draft(NamedTuple):
    """A claim before the sources that its evidence names are known."""

    fields: Fields
    evidence: tuple[tuple[Fields, Source | None], ...]


class Ids:
    """Ids or names of one kind, each with the place where it was first given."""

    def __init__(self, what: str, key: str = "id") -> None:
        self.what, self.key = what, key
        self.first: dict[str, Location] = {}

    def add(self, word: str, fields: Fields) -> None:
        """Take an id; one that is taken already is reported with both places."""
        if not word:
            return
        at = fields.page.at(fields.place(self.key))
        if (first := self.first.setdefault(word, at)) is not at:
            message = f'the {self.what} "{word}" is given twice: first at {first}'
            hint = f"change one {self.key}, or make them one entry"
            fields.page.report_at(at, message, hint)


def _place(problem: FactcheckError) -> tuple[int, int]:
    return (problem.at.line, problem.at.column) if problem.at else (0, 0)


def _top(file: Path, page: Page) -> Fields | None:
    """The keys of a file; None for an empty one and for one that cannot be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        page.is_whole = False
        page.problems.append(unreadable(file, error))
        return None
    tree = read_tree(data, page)
    if tree is None or (is_text(tree) and not tree[0]):
        return None
    if isinstance(tree, Pairs):
        return Fields(tree, page, "a file", TOP)
    shape = "a list" if isinstance(tree, Items) else "text"
    hint = f"begin with one of the keys {', '.join(TOP)}"
    page.report(tree, f"a file of a knowledge base is a mapping, not {shape}", hint)
    page.is_whole = False
    return None


def _merged(tops: Sequence[Fields], *, is_whole: bool) -> Entries:
    """Entries of all files; unless `is_whole`, a source that is missing may be among the unread."""
    ids = {each: Ids(each) for each in ("claim", "source", "rule")}
    names = {each: Ids(each, "name") for each in ("entity", "relation")}
    sources, entities, relations, rules, drafts = [], [], [], [], []
    examples: list[Example] = []
    for top in tops:
        for each in top.each("sources", "a source", entry.SOURCE):
            sources.append(source := entry.source_of(each))
            ids["source"].add(source.id, each)
        for each in top.each("entities", "an entity", entry.ENTITY):
            entities.append(entity := entry.entity_of(each))
            names["entity"].add(entity.name, each)
        for each in top.each("relations", "a relation", entry.RELATION):
            relations.append(relation := entry.relation_of(each))
            names["relation"].add(relation.name, each)
        for each in top.each("rules", "a rule", entry.RULE):
            rules.append(rule := entry.rule_of(each))
            ids["rule"].add(rule.id, each)
        for each in top.each("claims", "a claim", entry.CLAIM):
            drafts.append(draft := Draft(each, tuple(_evidence(each, ids["source"]))))
            sources += [source for _, source in draft.evidence if source and source.id]
            examples += entry.examples_of(each)
        examples += entry.examples_of(top)
    lookup = _Sources({each.id: each for each in sources}, is_whole=is_whole)
    claims = []
    for draft in drafts:
        claims.append(claim := entry.claim_of(draft.fields, lookup.resolved(draft)))
        ids["claim"].add(claim.id, draft.fields)
    return Entries(
        claims=_with_ids(claims),
        sources=tuple(sources),
        entities=tuple(entities),
        relations=tuple(relations),
        rules=_with_ids(rules),
        examples=tuple(examples),
    )


def _evidence(claim: Fields, ids: Ids) -> Iterator[tuple[Fields, Source | None]]:
    """The evidence items of a claim, each with its source if that is written inline."""
    for item in claim.each("evidence", "an evidence item", entry.EVIDENCE):
        inline = item.inner("source", "a source", entry.SOURCE)
        source = entry.source_of(inline, is_inline=True) if inline else None
        if inline and source:
            ids.add(source.id, inline)
        yield item, source


class _Sources:
    """The declared sources by id; says what is wrong where an unknown one is named."""

    def __init__(self, known: dict[str, Source], *, is_whole: bool) -> None:
        self.known, self.is_whole = known, is_whole
        self.hints: dict[str, str] = {}

    def resolved(self, draft: Draft) -> tuple[Evidence, ...]:
        """The evidence of a claim, with its sources."""
        return tuple(
            entry.evidence_of(item, inline or self._named(item)) for item, inline in draft.evidence
        )

    def _named(self, item: Fields) -> Source | None:
        name = item.text("source")
        source = self.known.get(name)
        if name and source is None and self.is_whole:
            message = f'no source has the id "{name}"'
            item.page.report(item.place("source"), message, self._hint(name))
        return source

    def _hint(self, name: str) -> str:
        if name not in self.hints:
            near = suggestion(name, self.known) if len(self.hints) < MOST_SUGGESTIONS else ""
            self.hints[name] = near or (
                'declare it under "sources:", or write it here as a mapping: source: {title: …}'
            )
        return self.hints[name]


Named = TypeVar("Named", Claim, RuleText)


def _with_ids(each_of: Sequence[Named]) -> tuple[Named, ...]:
    """The same entries; one without id is called after its sentence, with a number if taken.

    Numbers go by content, so that the order of files changes no id.
    """
    taken = {each.id for each in each_of}
    named = list(each_of)
    nameless = [(_content(each), at) for at, each in enumerate(each_of) if not each.id]
    for content, at in sorted(nameless):
        slug = slugged(content[0]) or "entry"
        name, number = slug, 1
        while name in taken:
            number += 1
            name = f"{slug}-{number}"
        taken.add(name)
        named[at] = replace(named[at], id=name)
    return tuple(named)


def _content(entry: Claim | RuleText) -> tuple[str, ...]:
    """What an entry says, its sentence first."""
    if isinstance(entry, Claim):
        return entry.claim, entry.verdict, entry.explanation, entry.correction
    return entry.rule or entry.then, *entry.when
