"""A proposition as a sentence, for the steps of a proof."""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.understanding import spoken
from factcheck.model.proposition import Node, Proposition

_BARE = frozenset({"obj", "adv", "pred", "obj2"})


def sentence_of(proposition: Proposition) -> str:
    """The proposition in plain words: "the drum does not sink"."""
    root = proposition.root
    subject, target = root.get("subj"), root.get("obj")
    is_passive = subject is None
    topic = subject or target
    rest = [
        ("" if role in _BARE else f"{role} ")
        + (_with_article(node) if root.head == "isa" and role == "obj" else spoken(node))
        for role, node in root.edges
        if node is not topic
    ]
    predicate = _predicate(proposition, is_passive)
    said = " ".join(filter(None, [_named(topic), predicate, *rest]))
    return said[:1].upper() + said[1:] + "."


def _with_article(node: Node) -> str:
    """A class as what something is one of: "a kite", "an anchor"."""
    said = spoken(node)
    return f"{'an' if said[:1].lower() in 'aeiou' else 'a'} {said}"


def _named(node: Node | None) -> str:
    if node is None:
        return ""
    return spoken(node)


def _predicate(proposition: Proposition, is_passive: bool) -> str:
    root = proposition.root
    head = root.head.removeprefix("=").removeprefix("@")
    denied = not proposition.polarity
    modal = {"may": "may", "always": "always"}.get(proposition.strength, "")
    duty = {"must": "must", "may": "may", "should": "should"}.get(proposition.duty, modal)
    if root.head == "isa":
        verb, tail = "be", ""
    elif root.kind == "adj" or root.head in ("at", "as", "cmp"):
        verb, tail = "be", "" if root.head in ("at", "as", "cmp") else head
    elif is_passive:
        verb, tail = "be", _participle(head)
    else:
        verb, tail = head, ""
    if duty and duty != "always":
        return " ".join(filter(None, [duty, "not" if denied else "", verb, tail]))
    if verb == "be":
        return " ".join(filter(None, ["is", duty, "not" if denied else "", tail]))
    if denied:
        return f"does not {verb}"
    return f"{duty} {_third(verb)}".strip()


def _third(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    forms = words.inflect(first, "VBZ") if words.lookup(first) else ()
    return " ".join(filter(None, [forms[0] if forms else first, rest]))


def _participle(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    forms = words.inflect(first, "VBN") if words.lookup(first) else ()
    return " ".join(filter(None, [forms[0] if forms else first, rest]))
