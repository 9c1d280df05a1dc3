"""Verbs that say the same from the other side: "X buys Z from Y" is "Y sells Z to X".

Each rule stands as a comment above its code: the left side becomes the right side. Whoever takes
part changes place with the verb, so that the parts stay as they were.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import words
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition

AGENTS = ("er", "or")


def turned(proposition: Proposition, grammar: Grammar) -> Proposition:
    """The proposition said from the side that stands for both."""
    for rule in (_received, _agent):
        found = rule(proposition, grammar)
        if found is not None:
            return found
    return proposition


# X buys Z from Y  ->  Y sells Z to X
def _received(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    receiver, thing, giver = root.get("subj"), root.get("obj"), root.get("from")
    verb = grammar.given_by.get(root.head, "")
    if not verb or receiver is None or thing is None or giver is None or proposition.duty:
        return None
    if giver.kind != "noun" or giver.kind != thing.kind or receiver.kind != "noun":
        return None
    if root.head == "get" and receiver.head in (*grammar.persons, "people"):
        return None
    rest = tuple(edge for edge in root.edges if edge[1] not in (receiver, thing, giver))
    edges = (("subj", giver), ("obj", thing), ("to", receiver), *rest)
    return replace(proposition, root=replace(root, head=verb, edges=edges))


# X is an (the) absorber of Y  ->  X absorbs Y
def _agent(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, kind = root.get("subj"), root.get("obj")
    if root.head != "isa" or subject is None or kind is None or len(root.edges) != 2:
        return None
    if subject.quant == "the" and _doing(subject):
        subject, kind = kind, subject
    verb = _doing(kind)
    theme = kind.get("of")
    if not verb or theme is None or theme.kind != "noun" or subject.kind != "noun":
        return None
    verb = grammar.synonyms.get(f"verb:{verb}", verb)
    edges: tuple[Edge, ...] = (("subj", subject), ("obj", theme))
    return replace(proposition, root=Node(verb, "verb", edges, span=root.span))


def _doing(kind: Node) -> str:
    """The verb of "absorber of Y", "" for a noun that names no doer of one thing alone."""
    if kind.kind != "noun" or not kind.head.endswith(AGENTS) or len(kind.edges) != 1:
        return ""
    if kind.value is not None or kind.quant not in ("", "the") or kind.negated:
        return ""
    verb, tag = next(iter(words.derived(kind.head, "N")), ("", ""))
    return verb if tag == "V" and verb != kind.head and verb[:3] == kind.head[:3] else ""
