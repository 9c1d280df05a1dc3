"""The entries of a knowledge base, each built from its mapping; the keys each may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.knowledge.schema import listed, suggestion
from factcheck.model.knowledge import Claim, Entity, Evidence, Example, Relation, RuleText, Source
from factcheck.model.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.knowledge.schema import Fields

CLAIM = (
    *("id", "claim", "verdict", "explanation", "correction", "also_phrased", "evidence"),
    *("topics", "reviewed", "review_by", "true_from", "true_until", "examples"),
)
EVIDENCE = ("source", "passage", "locator")
SOURCE = ("id", "title", "publisher", "year", "url", "doi", "text", "kind")
ENTITY = (
    *("name", "aliases", "ambiguous_aliases", "unless_near", "type", "is_a"),
    *("disjoint_with", "relations", "note"),
)
RELATION = (
    *("name", "phrases", "transitive", "symmetric", "functional"),
    *("inverse_of", "inherited_by"),
)
RULE = ("id", "rule", "if", "then")
EXAMPLE = ("text", "verdict")

VERDICTS = ("supported", "refuted", "misleading")
KINDS = ("full-text", "summary")
ROLES = ("subject", "object")


def claim_of(fields: Fields, evidence: tuple[Evidence, ...]) -> Claim:
    """A claim; its id is empty when none is given."""
    fields.needs("a claim", claim="the sentence", verdict=listed(VERDICTS))
    verdict = fields.choice("verdict", VERDICTS)
    true_from = fields.date("true_from", is_partial=True)
    true_until = fields.date("true_until", is_partial=True)
    shared = min(len(true_from), len(true_until))
    if true_from[:shared] > true_until[:shared]:
        message = f'"true_until" is before "true_from" ({true_from})'
        fields.page.report(fields.place("true_until"), message, "exchange the two dates")
    return Claim(
        id=fields.identifier(),
        claim=fields.sentence("claim"),
        verdict=Verdict(verdict) if verdict else Verdict.SUPPORTED,
        explanation=fields.prose("explanation"),
        correction=fields.sentence("correction"),
        also_phrased=fields.sentences("also_phrased"),
        evidence=evidence,
        topics=fields.names("topics"),
        reviewed=fields.date("reviewed"),
        review_by=fields.date("review_by"),
        true_from=true_from,
        true_until=true_until,
        at=fields.at,
    )


def evidence_of(fields: Fields, source: Source | None) -> Evidence:
    """An evidence item that rests on `source`."""
    return Evidence(
        passage=fields.prose("passage"),
        source=source,
        locator=fields.prose("locator"),
        at=fields.at,
    )


def source_of(fields: Fields, *, is_inline: bool = False) -> Source:
    """A source; only one written inside an evidence item may lack an id."""
    if not is_inline:
        fields.needs("a source", id="a short kebab-case name for it")
    return Source(
        id=fields.identifier(),
        title=fields.prose("title"),
        publisher=fields.prose("publisher"),
        year=fields.prose("year"),
        url=fields.prose("url"),
        doi=fields.prose("doi"),
        text=fields.prose("text"),
        kind=fields.choice("kind", KINDS),
        at=fields.at,
    )


def entity_of(fields: Fields) -> Entity:
    """An entity."""
    fields.needs("an entity", name="what it is called")
    return Entity(
        name=fields.text("name"),
        aliases=fields.names("aliases"),
        ambiguous_aliases=fields.names("ambiguous_aliases"),
        type=fields.text("type"),
        is_a=fields.names("is_a"),
        disjoint_with=fields.names("disjoint_with"),
        relations=fields.names_by_phrase("relations"),
        unless_near=fields.names("unless_near"),
        note=fields.prose("note"),
        at=fields.at,
    )


def relation_of(fields: Fields) -> Relation:
    """A relation; inherited by its subject's members unless `inherited_by` says otherwise."""
    fields.needs("a relation", name="its verb")
    inherited_by = fields.names("inherited_by") if "inherited_by" in fields else ("subject",)
    for word in inherited_by:
        if word not in ROLES:
            hint = suggestion(word, ROLES) or "list subject, object, both, or [] for neither"
            place = fields.place("inherited_by")
            fields.page.report(place, f'"{word}" is no role in a relation', hint)
    return Relation(
        name=fields.text("name"),
        phrases=fields.names("phrases"),
        transitive=fields.flag("transitive"),
        symmetric=fields.flag("symmetric"),
        functional=fields.flag("functional"),
        inverse_of=fields.text("inverse_of"),
        inherited_by=inherited_by,
        at=fields.at,
    )


def rule_of(fields: Fields) -> RuleText:
    """A rule: a sentence, or conditions and a conclusion; its id is empty when none is given."""
    if "rule" in fields:
        fields.needs("a rule", rule="the sentence")
        if "if" in fields or "then" in fields:
            message = 'a rule has either "rule" or "if" and "then", not both'
            fields.page.report(fields.node, message, "make them two rules")
    elif "if" in fields or "then" in fields:
        fields.needs("a rule", **{"if": "a list of conditions", "then": "the conclusion"})
    else:
        hint = 'add rule: "If … then …", or if: ["?x …", …] and then: "?x …"'
        fields.page.report(fields.node, "a rule that says nothing", hint)
    return RuleText(
        id=fields.identifier(),
        rule=fields.sentence("rule"),
        when=fields.sentences("if"),
        then=fields.sentence("then"),
        at=fields.at,
    )


def examples_of(fields: Fields) -> Iterator[Example]:
    """The examples listed in a file or in a claim."""
    words = (*VERDICTS, "unverified")
    for each in fields.each("examples", "an example", EXAMPLE):
        each.needs("an example", text="what a user might write", verdict=listed(words))
        verdict = each.choice("verdict", words)
        text = each.sentence("text")
        yield Example(text, Verdict(verdict) if verdict else Verdict.UNVERIFIED, each.at)
