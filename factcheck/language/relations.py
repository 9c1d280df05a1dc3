"""Relations: phrases of one meaning read as one predicate.

A phrase ("undo the effects of") is compiled by the same grammar as everything else into a small
tree with a gap for the object; a proposition that holds such a tree is rewritten to the relation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.language.clauses import Clauses
from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import join_compounds, link
from factcheck.language.propositions import propositions
from factcheck.language.tagging import tag
from factcheck.language.tokens import tokenise
from factcheck.model.proposition import Edge, Node, Proposition

GAP = "xgapx"
PREFIX = "="


@dataclass(frozen=True, slots=True)
class Template:
    """A phrase of a relation as a tree: its root, what must be there, and the way to the gap."""

    relation: str
    head: str
    fixed: tuple[Edge, ...]
    path: tuple[tuple[str, Node | None], ...]
    polarity: bool = True
    is_inverse: bool = False


def compile_phrase(
    phrase: str, relation: str, lexicon: Lexicon, *, is_inverse: bool = False
) -> Template | None:
    """The template of a phrase in the infinitive, or None if the grammar cannot read it."""
    tokens = tokenise(f"they can {phrase} {GAP.title()}")
    link(tokens, lexicon)
    join_compounds(tokens, lexicon)
    tag(tokens, lexicon)
    tokens = tokens[1:]
    reader = Clauses(tokens, lexicon.grammar)
    drafts = reader.verb_phrase([Node("?x")])
    if len(drafts) != 1 or reader.at() is not None:
        tokens = tokens[:-1]
        reader = Clauses(tokens, lexicon.grammar)
        drafts = reader.verb_phrase([Node("?x")])
        if len(drafts) != 1 or reader.at() is not None:
            return None
    found = propositions(drafts[0], lexicon.grammar)
    if len(found) != 1:
        return None
    root = found[0].root
    if any(each.head == GAP and each.edges for _, each in root.edges):
        return None  # "make illegal": not a quality of what fills the gap
    if root.head in ("isa", "at", "be", "have") and not any(
        role not in ("subj",) and each.head != GAP for role, each in root.edges
    ):
        return None
    fixed, path = _cut(root)
    return Template(relation, root.head, fixed, path, found[0].polarity, is_inverse)


def _cut(root: Node) -> tuple[tuple[Edge, ...], tuple[tuple[str, Node | None], ...]]:
    """The fixed dependents of a template, and the way from the root to the gap."""
    fixed: list[Edge] = []
    path: tuple[tuple[str, Node | None], ...] = ()
    for role, node in root.edges:
        if role == "subj":
            continue
        if node.head == GAP:
            path = ((role, None),)
        elif (inner := next((r for r, n in node.edges if n.head == GAP), None)) is not None:
            bare = replace(node, edges=tuple(e for e in node.edges if e[1].head != GAP), quant="")
            path = ((role, bare), (inner, None))
        else:
            fixed.append((role, replace(node, quant="")))
    return tuple(fixed), path


def rewritten(proposition: Proposition, templates: dict[str, list[Template]]) -> Proposition:
    """The proposition with its predicate read as a relation, or as it was."""
    for template in templates.get(proposition.root.head, ()):
        root = _apply(proposition.root, template)
        if root is not None:
            polarity = proposition.polarity if template.polarity else not proposition.polarity
            return replace(proposition, root=root, polarity=polarity)
    return proposition


def rewritten_inside(node: Node, templates: dict[str, list[Template]]) -> Node:
    """The clauses inside a node read as relations too."""
    if not node.edges:
        return node
    edges = []
    for role, each in node.edges:
        inner = rewritten_inside(each, templates)
        if inner.kind in ("verb", "adj") and role not in ("mod", "adv", "dim"):
            for template in templates.get(inner.head, ()):
                root = _apply(inner, template)
                if root is not None and template.polarity:
                    inner = replace(root, negated=inner.negated)
                    break
        edges.append((role, inner))
    return replace(node, edges=tuple(edges))


def _apply(root: Node, template: Template) -> Node | None:
    rest = list(root.edges)
    for role, wanted in template.fixed:
        match = next((edge for edge in rest if edge[0] == role and _covers(wanted, edge[1])), None)
        if match is None:
            return None
        rest.remove(match)
    if template.path:
        role, through = template.path[0]
        if through is None:
            match = next((edge for edge in rest if edge[0] == role), None)
            if match is None:
                if template.fixed or role != "obj":
                    return None
                return replace(root, head=PREFIX + template.relation)
            rest.remove(match)
            rest.append(("obj", match[1]))
        else:
            match = next(
                (edge for edge in rest if edge[0] == role and edge[1].head == through.head), None
            )
            inner_role = template.path[1][0]
            if match is None or not _covers(through, match[1].without(inner_role)):
                return None
            target = match[1].get(inner_role)
            if target is None:
                return None
            rest.remove(match)
            rest.append(("obj", target))
    if template.is_inverse:
        turned = {"subj": "obj", "obj": "subj"}
        rest = [(turned.get(role, role), node) for role, node in rest]
    return replace(root, head=PREFIX + template.relation, edges=tuple(rest), kind="verb")


def _covers(wanted: Node, found: Node) -> bool:
    if (
        wanted.head != found.head
        or wanted.negated != found.negated
        or len(wanted.edges) != len(found.edges)
    ):
        return False
    return all(
        any(role == r and _covers(node, n) for r, n in found.edges) for role, node in wanted.edges
    )
