"""Noun phrases that point back at what was just named: "that engine", "the two", "the latter".

They are taken for it only where one thing fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from factcheck.language.draft import Draft
from factcheck.language.lexicon import Lexicon
from factcheck.language.tokens import Token
from factcheck.model.proposition import Node

ANYTHING = frozenset({"stuff", "thing", "substance", "product"})
POINTING = frozenset({"the", "this"})
PARTS = frozenset({"ingredient", "component", "constituent", "part"})
DEEPEST = 6


def point_back(
    draft: Draft,
    said: Sequence[Draft],
    topic: tuple[Node, ...],
    lexicon: Lexicon,
    tokens: Sequence[Token],
    is_plural: Callable[[Node], bool],
) -> None:
    """Puts what was named before in the place of what points back at it.

    `is_plural` says of a noun phrase whether its words are a plural.
    """
    _pair(draft, said, tokens)
    _last_named(draft, said)
    _ranked(draft, said)
    _other_part(draft, said)
    named = [*_named(said), *topic]
    draft.subjects = [
        _resolved(node, named, lexicon) if not is_plural(node) else node for node in draft.subjects
    ]


def _named(said: Sequence[Draft]) -> Iterator[Node]:
    for draft in said:
        yield from draft.subjects
        for _, nodes in draft.edges:
            for node in nodes:
                yield node
                yield from (each for role, each in node.edges if role in ("of", "for", "with"))


def _resolved(node: Node, named: Sequence[Node], lexicon: Lexicon) -> Node:
    """The one thing named that "the engine" or "this engine" can be, else the phrase itself."""
    if node.kind != "noun" or node.edges or node.quant not in POINTING or node.value is not None:
        return node
    if node.head in ANYTHING and node.quant != "this":
        return node
    found = [each for each in named if each.kind == "noun" and _is_one(each, node.head, lexicon)]
    kept = {(each.head, tuple(n.head for _, n in each.edges)) for each in found}
    if len(kept) != 1 or found[0].quant in ("all", "no", "some", "many", "few", "most", "any"):
        return node
    return replace(found[0], span=node.span)


def _is_one(node: Node, head: str, lexicon: Lexicon) -> bool:
    """Whether a thing is one of these by its name or by its kind."""
    if node.value is not None or node.negated:
        return False
    if head in ANYTHING:
        return True
    if node.head == head:
        return bool(node.edges)
    if not node.head.startswith("@"):
        return False
    names, bare = [node.head.removeprefix("@")], head.removeprefix("@")
    for _ in range(DEEPEST):
        if any(name == bare or name.lower().endswith(f" {bare}") for name in names):
            return True
        records = [lexicon.store.get("entity", name) or {} for name in names]
        names = [each for record in records for each in record.get("is_a", ())]
    return False


def _last_named(draft: Draft, said: Sequence[Draft]) -> None:
    """ "X contains Y. That is a Z": Y is a Z."""
    if draft.kind != "isa" or len(draft.subjects) != 1 or len(said) != 1:
        return
    that, model = draft.subjects[0], said[0]
    things = model.get("obj")
    if (that.head, that.quant) != ("something", "this") or that.edges or len(things) != 1:
        return
    is_told = model.kind == "verb" and model.polarity and not model.inner and not model.duty
    if is_told and things[0].kind == "noun" and len(model.edges) == 1:
        draft.subjects = [replace(things[0], span=that.span)]


def _pair(draft: Draft, said: Sequence[Draft], tokens: Sequence[Token]) -> None:
    """ "The two": the two things before, where there are two."""
    if len(draft.subjects) != 1:
        return
    pair = draft.subjects[0]
    if pair.value is None or pair.value[:3] != (2, 2, "count") or not pair.head.startswith("#"):
        return
    until = [token.low for token in tokens if token.start < pair.span.end]
    if until[-2:] != ["the", "two"]:
        return
    draft.subjects = [Node("they", "pronoun", value=pair.value, span=pair.span)]
    named = {node.head: node for each in said[-1:] for node in _things(each)}
    if len(named) == 2 and len(said[-1].subjects) == 1:
        draft.subjects = [replace(node, span=pair.span) for node in named.values()]


def _things(draft: Draft) -> Iterator[Node]:
    """Every thing that a clause names, at any depth."""
    waiting = [*draft.subjects, *(node for _, nodes in draft.edges for node in nodes)]
    while waiting:
        node = waiting.pop(0)
        if node.kind == "noun" and node.value is None:
            yield node
        waiting.extend(each for role, each in node.edges if role != "mod")


def _ranked(draft: Draft, said: Sequence[Draft]) -> None:
    """ "The former", "the latter" of two things that one clause is about."""
    ranks = {"former": 0, "latter": 1}
    if len(draft.subjects) != 1 or draft.subjects[0].head not in ranks:
        return
    pairs = [each.subjects for each in said if len(each.subjects) == 2]
    if len(pairs) == 1 and not draft.subjects[0].edges:
        chosen = pairs[0][ranks[draft.subjects[0].head]]
        draft.subjects = [replace(chosen, span=draft.subjects[0].span)]


def _other_part(draft: Draft, said: Sequence[Draft]) -> None:
    """ "X contains Y. The other ingredient is Z": X contains Z."""
    if draft.kind != "isa" or len(draft.subjects) != 1 or not said:
        return
    part, model = draft.subjects[0], said[-1]
    is_other = [(role, each.head) for role, each in part.edges] == [("mod", "other")]
    if part.head in PARTS and is_other and model.verb == "contain" and model.polarity:
        draft.kind, draft.verb, draft.subjects = "verb", "contain", list(model.subjects)
