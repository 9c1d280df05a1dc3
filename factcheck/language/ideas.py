"""What becomes of an idea, and who agrees on one: "The idea that P has no basis"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.draft import Draft
from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token
from factcheck.model.proposition import Node


def idea_holds(draft: Draft, grammar: Grammar) -> bool | None:
    """Whether a clause says of an idea that it is so; None when it says neither."""
    if draft.strength != "generic" or draft.duty or draft.unreal:
        return None
    of_idea = any(node.head in grammar.idea_nouns for node in draft.subjects)
    if draft.is_passive and of_idea:
        kind = grammar.belief.get(draft.verb, "")
        if draft.verb in grammar.disproving or kind == "factive":
            return kind == "factive" if draft.polarity else None
    is_told = any(node.head in grammar.idea_nouns for node in draft.get("obj"))
    if is_told and not of_idea and draft.verb in grammar.disproving and draft.polarity:
        return None if any(node.quant == "no" for node in draft.subjects) else False
    if not of_idea:
        return None
    if draft.verb in grammar.holding_up:
        return draft.polarity
    role = "obj" if draft.verb == "have" else "without"
    is_bare = all(name in (role, "adv") for name, _ in draft.edges)
    if is_bare and any(node.head in grammar.grounds for node in draft.get(role)):
        return False if role == "without" or not draft.polarity else None
    return None


def is_consensus(draft: Draft, grammar: Grammar) -> bool:
    """Whether this is "everybody agrees that", "scientists agree that"."""
    return (
        draft.verb == "agree"
        and draft.polarity
        and draft.strength == "generic"
        and not draft.duty
        and bool(draft.subjects)
        and all(
            (node.head == "people" and node.quant == "all")
            or (node.head in grammar.witnesses and node.quant in ("", "the", "all"))
            for node in draft.subjects
        )
    )


def is_witnessed(draft: Draft, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether somebody or some study shows it, rather than one fact another."""
    return any(
        (node.kind == "pronoun" and node.head not in ("this", "that"))
        or node.head in grammar.kinds
        or any(each.head in grammar.witnesses for each in (node, *_of(node)))
        or any(role == "mod" and each.head in grammar.titles for role, each in node.edges)
        or _is_person(node, tokens)
        for node in draft.subjects
    )


def _of(node: Node) -> list[Node]:
    return [each for role, each in node.edges if role == "of"]


def _is_person(node: Node, tokens: Sequence[Token]) -> bool:
    """Whether these words are a first and a last name, for all that is known."""
    inside = [token for token in tokens if node.span.start <= token.start < node.span.end]
    return (
        len(inside) == 2
        and not node.head.startswith("@")
        and all(token.text[:1].isupper() and not token.text.isupper() for token in inside)
    )
