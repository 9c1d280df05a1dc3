"""What two things are alike in: "X's A is similar to that of Y" is "X is similar to Y in A".

Each rule stands as a comment above its code: the left side becomes the right side.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition

PARTNERS = ("with", "to", "as", "from")


def alike(proposition: Proposition, grammar: Grammar) -> Proposition:
    """The proposition with what is alike in the place of its aspect."""
    for rule in (_had, _owned):
        found = rule(proposition, grammar)
        if found is not None:
            return found
    return proposition


# X has an A similar to Y's, X has the same A as Y, X and Y have similar As  ->  X is similar in A
def _had(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, aspect = root.get("subj"), root.get("obj")
    if root.head not in ("have", "share") or subject is None or aspect is None:
        return None
    if aspect.kind != "noun" or aspect.value is not None or aspect.quant in ("no", "many", "few"):
        return None
    quality = next(
        (node for role, node in aspect.edges if role == "mod" and node.head in grammar.joint), None
    )
    if quality is None or quality.negated or subject.kind != "noun":
        return None
    edges = (*root.edges, *quality.edges)
    partner = next((edge for edge in edges if edge[0] in PARTNERS and edge[1].kind == "noun"), None)
    if partner is None:
        return None
    other = _owner(partner[1], aspect.head)
    if other is None and partner in quality.edges:
        return None  # doors that are similar to gates
    other = other or partner[1]
    kept = tuple(edge for edge in aspect.edges if edge[1] is not quality)
    bare = replace(aspect, edges=kept, quant="")
    rest = [
        (role, node)
        for role, node in edges
        if node not in (subject, aspect) and (role, node) != partner
    ]
    parts: tuple[Edge, ...] = (("subj", subject), (partner[0], other), ("in", bare), *rest)
    return replace(proposition, root=Node(quality.head, "adj", parts, span=root.span))


# X's A is similar to Y's A  ->  X is similar to Y in A
def _owned(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    aspect = root.get("subj")
    if root.head not in grammar.joint or root.kind != "adj" or aspect is None:
        return None
    if aspect.kind != "noun" or aspect.quant not in ("", "the") or aspect.value is not None:
        return None
    owners = [node for role, node in aspect.edges if role == "of" and node.kind == "noun"]
    partner = next((edge for edge in root.edges if edge[0] in PARTNERS), None)
    taken = {id(aspect)}
    if len(owners) == 2 and partner is None:
        first, second, role = owners[0], owners[1], "with"
    elif len(owners) == 1 and partner is not None:
        other = _owner(partner[1], aspect.head)
        if other is None:
            return None
        first, second, role = owners[0], other, partner[0]
        taken.add(id(partner[1]))
    else:
        return None
    kept = tuple(edge for edge in aspect.edges if edge[1] not in owners)
    bare = replace(aspect, edges=kept, quant="")
    rest = tuple(edge for edge in root.edges if id(edge[1]) not in taken)
    edges = (("subj", first), (role, second), ("in", bare), *rest)
    return replace(proposition, root=replace(root, edges=edges))


def _owner(node: Node, aspect: str) -> Node | None:
    """Y of "the A of Y" and "that of Y", None for anything else."""
    owner = node.get("of")
    if node.head not in (aspect, "that", "those") or owner is None or owner.kind != "noun":
        return None
    return owner
