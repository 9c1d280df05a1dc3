"""What `kb check` demands of a knowledge base beyond being readable.

One function per demand. CHECKS must find nothing; ADVICE may. Dates are compared with the date
passed in, never with the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from factcheck.errors import FactcheckError
from factcheck.knowledge.files import text_file
from factcheck.knowledge.schema import suggestion
from factcheck.knowledge.taxonomy import Taxonomy
from factcheck.model.knowledge import Claim, Entries, Evidence, Source
from factcheck.model.place import Location
from factcheck.model.verdict import Verdict

Check: TypeAlias = Callable[[Entries, Path], list[FactcheckError]]
Advice: TypeAlias = Callable[[Entries, date], list[FactcheckError]]


class Checked(NamedTuple):
    """What the checks found, by file and line: `errors` fail a check, `advice` does not."""

    errors: tuple[FactcheckError, ...]
    advice: tuple[FactcheckError, ...]


def check_entries(entries: Entries, root: Path, *, as_of: date) -> Checked:
    """Everything that CHECKS and ADVICE find; `root` is the directory of the knowledge base."""
    return Checked(
        _in_order(each for check in CHECKS for each in check(entries, root)),
        _in_order(each for advice in ADVICE for each in advice(entries, as_of)),
    )


def claims_have_evidence(entries: Entries, root: Path) -> list[FactcheckError]:
    """Claims without evidence; a premise is its own."""
    hint = "add evidence: a list of items with source, passage and locator"
    return [
        FactcheckError(f'the claim "{claim.id}" has no evidence', at=claim.at, hint=hint)
        for claim in entries.claims
        if not claim.evidence and not claim.is_premise
    ]


def evidence_is_complete(entries: Entries, root: Path) -> list[FactcheckError]:
    """Evidence items without source or without passage."""
    return [
        FactcheckError(f"an evidence item without {lack}", at=_known(item.at, claim.at), hint=hint)
        for claim, item in _evidence(entries)
        for lack, hint, is_missing in (
            ("source", "add source: an id, or a mapping with title and url", item.source is None),
            ("passage", "add passage: the words of the source that bear it out", not item.passage),
        )
        if is_missing
    ]


def sources_name_a_publication(entries: Entries, root: Path) -> list[FactcheckError]:
    """Sources that give a reader nothing to look up."""
    return [
        FactcheckError("a source that names no publication", at=source.at, hint="add title or url")
        for source in _sources(entries)
        if not (source.title or source.url or source.doi)
    ]


def source_texts_exist(entries: Entries, root: Path) -> list[FactcheckError]:
    """Sources whose local text is missing or is not UTF-8 text."""
    found = []
    for source in _sources(entries):
        if source.text and isinstance(text := _text(source, root), str):
            message = f'the text of source "{source.id or source.title}" {text}: {source.text}'
            hint = "its path is relative to the file that names it"
            found.append(FactcheckError(message, at=source.at, hint=hint))
    return found


def passages_stand_in_their_sources(entries: Entries, root: Path) -> list[FactcheckError]:
    """Passages that do not occur in the text of their source, however the lines are broken."""
    found = []
    texts: dict[tuple[str, str], _Words | str] = {}
    for claim, item in _evidence(entries):
        if not item.source or not item.source.text or not item.passage:
            continue
        key = (item.source.at.path, item.source.text)
        if key not in texts:
            texts[key] = _text(item.source, root)
        text, passage = texts[key], " ".join(item.passage.split())
        if isinstance(text, _Words) and passage not in text.words:
            message = f'the passage does not occur in "{item.source.text}"'
            hint = _agreement(passage, text.words)
            found.append(FactcheckError(message, at=_known(item.at, claim.at), hint=hint))
    return found


def sources_are_used(entries: Entries, root: Path) -> list[FactcheckError]:
    """Declared sources that no evidence rests on."""
    used = {item.source.id for _, item in _evidence(entries) if item.source}
    hint = "cite it as evidence of a claim, or remove it"
    return [
        FactcheckError(f'the source "{source.id}" is never used', at=source.at, hint=hint)
        for source in entries.sources
        if source.id not in used
    ]


def names_are_known(entries: Entries, root: Path) -> list[FactcheckError]:
    """`is_a` and `disjoint_with` of no entity, `inverse_of` of no relation."""
    found = []
    taxonomy = Taxonomy(entries.entities)
    relations = [each.name for each in entries.relations]
    for entity in entries.entities:
        for key, names in (("is_a", entity.is_a), ("disjoint_with", entity.disjoint_with)):
            for name in names:
                if not taxonomy.knows(name):
                    hint = suggestion(name, taxonomy.names) or f'add an entity with name: "{name}"'
                    message = f'"{key}" of "{entity.name}" names no entity: "{name}"'
                    found.append(FactcheckError(message, at=entity.at, hint=hint))
    for relation in entries.relations:
        if relation.inverse_of and relation.inverse_of not in relations:
            name = relation.inverse_of
            hint = suggestion(name, relations) or f'add a relation with name: "{name}"'
            message = f'"inverse_of" of "{relation.name}" names no relation: "{name}"'
            found.append(FactcheckError(message, at=relation.at, hint=hint))
    return found


def classes_form_no_circle(entries: Entries, root: Path) -> list[FactcheckError]:
    """`is_a` that leads back to where it began, each circle once."""
    places = {each.name: each.at for each in reversed(entries.entities)}
    return [
        FactcheckError(
            f'"is_a" goes in a circle: {" → ".join((*circle, circle[0]))}',
            at=places[circle[0]],
            hint="remove the is_a that is wrong",
        )
        for circle in Taxonomy(entries.entities).circles()
    ]


def disjoint_classes_share_no_member(entries: Entries, root: Path) -> list[FactcheckError]:
    """Entities that belong to two classes declared disjoint, where the two first meet."""
    return [
        FactcheckError(
            f'"{entity.name}" belongs to two disjoint classes: "{one}" and "{other}"',
            at=entity.at,
            hint="correct its is_a, or the disjoint_with between the two",
        )
        for entity, one, other in Taxonomy(entries.entities).clashes()
    ]


def aliases_are_unique(entries: Entries, root: Path) -> list[FactcheckError]:
    """Names and aliases that two entities claim, capitals aside."""
    found = []
    owners: dict[str, tuple[str, Location]] = {}
    for entity in entries.entities:
        for alias in dict.fromkeys((entity.name, *entity.aliases)):
            owner, at = owners.setdefault(alias.casefold(), (entity.name, entity.at))
            if (owner, at) != (entity.name, entity.at):
                message = f'"{alias}" names two entities: "{entity.name}", and "{owner}" at {at}'
                hint = 'keep it with one, or list it under "ambiguous_aliases" of both'
                found.append(FactcheckError(message, at=entity.at, hint=hint))
    return found


def corrections_are_given(entries: Entries, as_of: date) -> list[FactcheckError]:
    """Refuted and misleading claims that do not say what is right."""
    return [
        FactcheckError(
            f'the {claim.verdict} claim "{claim.id}" has no correction',
            at=claim.at,
            hint="add correction: what is right instead, in one sentence",
        )
        for claim in entries.claims
        if claim.verdict in (Verdict.REFUTED, Verdict.MISLEADING) and not claim.correction
    ]


def reviews_are_current(entries: Entries, as_of: date) -> list[FactcheckError]:
    """Claims whose review was due before `as_of`."""
    today = as_of.isoformat()
    return [
        FactcheckError(
            f'the review of the claim "{claim.id}" was due on {claim.review_by}',
            at=claim.at,
            hint="review it, then move review_by",
        )
        for claim in entries.claims
        if claim.review_by and claim.review_by < today
    ]


CHECKS: tuple[Check, ...] = (
    claims_have_evidence,
    evidence_is_complete,
    sources_name_a_publication,
    source_texts_exist,
    passages_stand_in_their_sources,
    sources_are_used,
    names_are_known,
    classes_form_no_circle,
    disjoint_classes_share_no_member,
    aliases_are_unique,
)
ADVICE: tuple[Advice, ...] = (corrections_are_given, reviews_are_current)


class _Words(NamedTuple):
    """A text with every run of white space made one space."""

    words: str


def _text(source: Source, root: Path) -> _Words | str:
    """The text of a source, or what is wrong with it."""
    try:
        return _Words(" ".join(text_file(source, root).read_bytes().decode().split()))
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({(error.strerror or str(error)).lower()})"
    except UnicodeDecodeError:
        return "is not UTF-8 text"


def _agreement(passage: str, text: str) -> str:
    """How far the passage agrees with the text, as a hint."""
    low, high = 0, len(passage)
    while low < high:  # a prefix of what occurs occurs
        middle = (low + high + 1) // 2
        low, high = (middle, high) if passage[:middle] in text else (low, middle - 1)
    words = passage[:low].split(" ")[:-1]  # the last is cut off or differs
    if len(words) < 4:
        return "quote it word for word from the text"
    return f'the text has it up to "… {" ".join(words[-5:])}"; quote it word for word'


def _evidence(entries: Entries) -> Iterator[tuple[Claim, Evidence]]:
    return ((claim, item) for claim in entries.claims for item in claim.evidence)


def _sources(entries: Entries) -> Iterable[Source]:
    """Every source once, declared or inline."""
    inline = (item.source for _, item in _evidence(entries) if item.source)
    return dict.fromkeys((*entries.sources, *inline))


def _known(at: Location, otherwise: Location) -> Location:
    return at if at.path else otherwise


def _in_order(problems: Iterable[FactcheckError]) -> tuple[FactcheckError, ...]:
    return tuple(sorted(problems, key=lambda each: each.at or Location("")))
