"""Lists that name all of a kind: "the three bridges are A, B and C", "only A and B fold".

What such a list says is a pattern with a hole, and all the things that fill it. "There are two
forms of tea: leaf and powder" and "tea comes in two forms, leaf and powder" are put in the plain
shape "the two forms of tea are leaf and powder" before they are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token
from factcheck.model.proposition import Edge, Node, Proposition, Reading, Value
from factcheck.model.verdict import Stance

HOLE = Node("?x", "variable")
LONGEST = 24
STATED = frozenset({Stance.ASSERTED, Stance.ASKED})


@dataclass(frozen=True, slots=True)
class Listing:
    """A pattern with a hole and all the things that fill it.

    `is_of_sorts` says that the things are kinds of something; what is in one of them is in the
    class as well, but no further kind of it. `is_only` marks a list made by "only" alone.
    """

    pattern: Proposition
    members: tuple[Node, ...]
    is_of_sorts: bool = False
    is_only: bool = False


def listing_of(readings: Sequence[Reading], text: str, grammar: Grammar) -> Listing | None:
    """The list of all of a kind that the readings of a text state; None when they state none."""
    said = [each.proposition for each in readings if not each.is_side]
    if not said or any(each.unread or not each.sign for each in readings):
        return None
    if any(each.stance not in STATED or each.claim or each.is_granted for each in readings):
        return None
    if len({(each.strength, each.polarity, each.duty) for each in said}) > 1:
        return None
    if not said[0].polarity or said[0].duty or len({each.clause for each in readings}) > 1:
        return None
    return _of_kind(said, text, grammar) or _of_only(said)


def _of_kind(said: Sequence[Proposition], text: str, grammar: Grammar) -> Listing | None:
    """ "The three bridges are A, B and C", "A is the only bridge"."""
    if said[0].strength != "generic":
        return None
    pairs = [_classing(each) for each in said]
    for side in (0, 1):
        ends = [pair[side] for pair in pairs if pair is not None]
        kind = ends[0] if ends else None
        if kind is None or len(ends) != len(said) or any(each != kind for each in ends):
            continue
        members = tuple(pair[1 - side] for pair in pairs if pair is not None)
        bare = _without_only(kind)
        is_only = bare != kind and kind.span.cut(text)[:8].lower() == "the only"
        if kind.quant != "the" or not (is_only or _is_number(kind.value, len(members))):
            continue
        if not all(_is_thing(each) for each in members) or not _is_class(kind, grammar):
            continue
        bare = replace(bare, quant="", value=None)
        of = bare.get("of")
        is_of_sorts = bare.head in grammar.light_nouns and of is not None and len(bare.edges) == 1
        if is_of_sorts and of is not None:
            bare = replace(of, quant="")
        root = Node("isa", "verb", (("subj", HOLE), ("obj", bare)))
        return Listing(replace(said[0], root=root), members, is_of_sorts)
    return None


def _classing(proposition: Proposition) -> tuple[Node, Node] | None:
    """The two ends of "A is B", or of "the kinds of A are green" with a quality for B."""
    root = proposition.root
    subject, target = root.get("subj"), root.get("obj")
    if subject is None or any(role not in ("subj", "obj") for role, _ in root.edges):
        return None
    if root.head == "isa" and target is not None:
        return subject, target
    of = subject.get("of")
    if root.kind == "adj" and of is not None and len(root.edges) == 1:
        return subject, Node(of.head, "noun", (*of.edges, ("mod", Node(root.head, "adj"))))
    return None


def _of_only(said: Sequence[Proposition]) -> Listing | None:
    """ "Only A and B fold"."""
    role = "subj" if said[0].root.get("subj") is not None else "obj"
    members = [each.root.get(role) for each in said]
    first = members[0]
    if first is None or ("mod", "only") not in [(r, n.head) for r, n in first.edges]:
        return None
    patterns = []
    for each, member in zip(said, members, strict=True):
        if member is None or not _is_thing(member):
            return None
        edges = tuple((r, HOLE if n is member else n) for r, n in each.root.edges)
        patterns.append(replace(each, root=replace(each.root, edges=edges)))
    if any(each != patterns[0] for each in patterns):
        return None
    bare = [_without_only(each) for each in members if each is not None]
    return Listing(patterns[0], tuple(bare), is_only=True)


def _is_number(value: Value | None, count: int) -> bool:
    return (
        value is not None and value.low == value.high == count > 1 and value.unit in ("", "count")
    )


def _is_thing(node: Node) -> bool:
    """Whether a noun phrase names a thing or a kind, not some of one."""
    return node.kind == "noun" and node.value is None and node.quant in ("", "the")


def _is_class(kind: Node, grammar: Grammar) -> bool:
    """Whether a kind has plain bounds: the most common ones may be taken wider or narrower."""
    if kind.kind != "noun" or kind.head.startswith("?"):
        return False
    for role, node in kind.edges:
        degree = node.get("adv")
        if role == "mod" and (
            node.head in grammar.unique or (degree is not None and degree.head in grammar.unique)
        ):
            return False
    return True


def _without_only(node: Node) -> Node:
    """The noun phrase without the word "only"."""
    edges: list[Edge] = []
    for role, each in node.edges:
        if role == "mod" and each.head == "only":
            continue
        rest = tuple(edge for edge in each.edges if edge[0] != "adv" or edge[1].head != "only")
        edges.append((role, each.with_edges(rest)))
    return node.with_edges(tuple(edges))


def is_name(node: Node, text: str) -> bool:
    """Whether a noun phrase is a name in a text: an entity's, or one with a capital inside it."""
    word = node.head.removeprefix("@")
    if node.head != word:
        return True
    return re.search(rf"(?<!^)\b{re.escape(word[:1].upper() + word[1:])}\b", text) is not None


def stands_bare(word: str, text: str) -> bool:
    """Whether a word stands in a text in just this form and with no "a": no plural, no kind."""
    found = re.search(rf"(\b\w+\W+)?\b{re.escape(word)}\b", text, re.IGNORECASE)
    return found is not None and (found[1] or "").strip().lower() not in ("a", "an", "any")


def plainly_listed(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with a list behind its kind put as "the two forms of tea are leaf and powder"."""
    if len(tokens) < LONGEST + 12:
        for at, token in enumerate(tokens[1:], 1):
            if token.text in (":", ",") and (kind := _named(tokens[:at], grammar)):
                if not _is_list(tokens[at + 1 :], grammar, is_open=token.text == ":"):
                    return tokens
                verb = replace(token, text="are", low="are", kind="word")
                return [*kind, verb, *tokens[at + 1 :]]
    return tokens


def _named(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """ "There are two forms of tea", "tea comes in two forms" as "the two forms of tea"."""
    lows = [token.low for token in tokens]
    if lows[:2] in (["there", "are"], ["there", "were"]) and len(lows) > 3:
        if lows[2] in grammar.numbers or tokens[2].kind == "number":
            return [replace(tokens[0], text="the", low="the"), *tokens[2:]]
        return []
    for verb in grammar.coming:
        words = verb.split()
        at = next((k for k in range(1, len(lows)) if lows[k : k + len(words)] == words), 0)
        number = tokens[at + len(words) : at + len(words) + 1]
        counted = tokens[at + len(words) :]
        if not at or len(counted) != 2 or counted[1].low not in grammar.sorts:
            continue
        if number[0].low in grammar.numbers or number[0].kind == "number":
            the = replace(tokens[0], text="the", low="the", kind="word", entity="", read_as="")
            of = replace(the, text="of", low="of")
            return [the, *counted, of, *tokens[:at]]
    return []


def _is_list(tokens: list[Token], grammar: Grammar, *, is_open: bool) -> bool:
    """Whether nothing but names stand here, with commas and "and" between them."""
    named = [token for token in tokens if token.text not in (".", "?", "!")]
    joints = [token.low for token in named if token.low in ("and", ",")]
    if "and" not in joints and not (is_open and joints):
        return False
    verbs = ("BE", "DO", "HV", "MD", "SUB", "WH", "IN", "TO", "PRP")
    return (
        2 < len(named) <= LONGEST
        and all(token.kind == "word" or token.text == "," for token in named)
        and not any(grammar.tags.get(token.low) in verbs for token in named)
    )
