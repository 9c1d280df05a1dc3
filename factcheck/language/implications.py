"""What follows from a proposition and does not say as much: "X raises Y", so X affects Y.

Each rule stands as a comment above its code: the right side holds where the left one does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Node, Proposition


def implied(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """What follows from a proposition where it holds; nothing for duties and denials."""
    if proposition.duty or not proposition.polarity:
        return []
    rules = (_affected, _common_with)
    return [each for rule in rules for each in rule(proposition, grammar)]


# X raises (lowers, slows, spoils) Y  =>  X affects Y
def _affected(proposition: Proposition, grammar: Grammar) -> Iterator[Proposition]:
    root = proposition.root
    subject, thing = root.get("subj"), root.get("obj")
    if root.head not in grammar.affecting or root.kind != "verb" or subject is None:
        return
    if thing is None or thing.kind not in ("noun", "verb") or thing.value is not None:
        return
    edges = tuple(edge for edge in root.edges if not (edge[0] == "by" or edge[1].kind == "adv"))
    yield replace(proposition, root=replace(root, head="affect", edges=edges))


# Y is a common effect of X  =>  Y is common with X
def _common_with(proposition: Proposition, grammar: Grammar) -> Iterator[Proposition]:
    root = proposition.root
    effect, kind = root.get("subj"), root.get("obj")
    if root.head != "isa" or effect is None or kind is None or len(root.edges) != 2:
        return
    source = kind.get("of")
    how_often = next((n for r, n in kind.edges if r == "mod" and n.head in grammar.usual), None)
    rest = [n for r, n in kind.edges if n is not source and n is not how_often]
    if source is None or how_often is None or how_often.edges or how_often.negated:
        return
    last = kind.head.removeprefix("@").split()[-1]
    if last not in grammar.coming_of or kind.quant not in ("", "the"):
        return
    if any(node.kind != "adj" and node.head != "side" for node in rest):
        return
    common = (("subj", effect), ("with", source))
    yield replace(proposition, root=Node(how_often.head, "adj", common, span=root.span))
