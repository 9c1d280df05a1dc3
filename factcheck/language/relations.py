"""Relations: phrases of one meaning read as one predicate.

A phrase ("undo the effects of") is compiled by the same grammar as everything else into a small
tree with a gap for the object; a proposition that holds such a tree is rewritten to the relation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from factcheck.language.clauses import Clauses
from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import join_compounds, link
from factcheck.language.propositions import propositions
from factcheck.language.tagging import tag
from factcheck.language.tokens import tokenise
from factcheck.model.proposition import Edge, Node, Proposition

GAP = "xgapx"
TOPIC = "?x"
PREFIX = "="


@dataclass(frozen=True, slots=True)
class Template:
    """A phrase of a relation as a tree: its root, what must be there, and the way to the gap.

    `kind` is "" for a relation of the knowledge base; else `relation` is the head of a plain
    predicate of that kind, for which the phrase is another wording.
    """

    relation: str
    head: str
    fixed: tuple[Edge, ...]
    path: tuple[tuple[str, Node | None], ...]
    polarity: bool = True
    is_inverse: bool = False
    kind: str = ""


Templates: TypeAlias = dict[str, list[Template]]


def general_templates(
    groups: Iterable[list[str]], lexicon: Lexicon, *, is_inverse: bool = False
) -> list[Template]:
    """Templates of phrases of general English that mean the same.

    The first of a group is what the others are rewritten to: a word, or the phrase as one word. A
    phrase that the grammar cannot read is left out.
    """
    found: list[Template] = []
    for group in groups:
        read = [each for phrase in group if (each := _general(phrase, lexicon)) is not None]
        if not read:
            continue
        first, *others = read
        is_word = not first.fixed and all(role == "obj" for role, _ in first.path)
        if not is_word:
            first, others = (
                replace(first, relation=group[0], kind="verb", polarity=True),
                [first, *others],
            )
        for other in others:
            polarity = other.polarity == first.polarity
            found.append(
                replace(
                    other,
                    relation=first.relation,
                    kind=first.kind,
                    polarity=polarity,
                    is_inverse=is_inverse,
                )
            )
    return found


def _general(phrase: str, lexicon: Lexicon) -> Template | None:
    read = _read(phrase, lexicon)
    if read is None:
        return None
    root = read.root
    return Template(root.head, root.head, *_cut(root), read.polarity, kind=root.kind)


def compile_phrase(
    phrase: str,
    relation: str,
    lexicon: Lexicon,
    general: Templates,
    *,
    is_inverse: bool = False,
) -> Template | None:
    """The template of a phrase in the infinitive, or None if the grammar cannot read it."""
    read = _read(phrase, lexicon)
    if read is None:
        return None
    whole = plainly(read, general)
    root = whole.root
    if root.head in ("isa", "at", "be", "have") and not any(
        role not in ("subj",) and each.head != GAP for role, each in root.edges
    ):
        return None
    if (subject := root.get("subj")) is not None and subject.head == GAP:
        swap = {"subj": "obj", "obj": "subj"}  # a phrase said from the other side
        root = replace(root, edges=tuple((swap.get(r, r), each) for r, each in root.edges))
        is_inverse = not is_inverse
    fixed, path = _cut(root)
    return Template(relation, root.head, fixed, path, whole.polarity, is_inverse)


def _read(phrase: str, lexicon: Lexicon) -> Proposition | None:
    """What a phrase in the infinitive says of a gap, or None if the grammar cannot read it."""
    has_gap = not phrase.endswith(".")
    tokens = tokenise(f"they can {phrase} {GAP.title()}" if has_gap else f"they can {phrase[:-1]}")
    link(tokens, lexicon)
    join_compounds(tokens, lexicon)
    tag(tokens, lexicon)
    tokens = tokens[1:]
    reader = Clauses(tokens, lexicon.grammar)
    drafts = reader.verb_phrase([Node(TOPIC)])
    if has_gap and (len(drafts) != 1 or reader.at() is not None):
        tokens = tokens[:-1]
        reader = Clauses(tokens, lexicon.grammar)
        drafts = reader.verb_phrase([Node(TOPIC)])
    if len(drafts) != 1 or reader.at() is not None:
        return None
    found = propositions(drafts[0], lexicon.grammar)
    if len(found) != 1:
        return None
    if any(each.head == GAP and each.edges for _, each in found[0].root.edges):
        return None  # "make illegal": not a quality of what fills the gap
    return found[0]


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


def plainly(proposition: Proposition, templates: Templates) -> Proposition:
    """The proposition with phrases of general English brought to one wording."""
    if not templates:
        return proposition
    root = rewritten_inside(proposition.root, templates, is_plain=True)
    return rewritten(replace(proposition, root=root), templates, is_plain=True)


def rewritten(
    proposition: Proposition, templates: Templates, *, is_plain: bool = False
) -> Proposition:
    """The proposition with its predicate read as a relation, or as it was."""
    for template in templates.get(proposition.root.head, ()):
        root = _apply(proposition.root, template) if bool(template.kind) is is_plain else None
        if root is not None:
            polarity = proposition.polarity if template.polarity else not proposition.polarity
            return replace(proposition, root=root, polarity=polarity)
    return proposition


def rewritten_inside(node: Node, templates: Templates, *, is_plain: bool = False) -> Node:
    """The clauses inside a node read as relations too."""
    if not node.edges:
        return node
    edges = []
    for role, each in node.edges:
        inner = rewritten_inside(each, templates, is_plain=is_plain)
        if inner.kind in ("verb", "adj") and role not in ("mod", "adv", "dim"):
            for template in templates.get(inner.head, ()):
                root = _apply(inner, template) if bool(template.kind) is is_plain else None
                if root is not None:
                    inner = replace(root, negated=inner.negated != (not template.polarity))
                    break
        edges.append((role, inner))
    return replace(node, edges=tuple(edges))


def _apply(root: Node, template: Template) -> Node | None:
    rest = list(root.edges)
    for role, wanted in template.fixed:
        if wanted.head == TOPIC:  # a phrase in the passive: what it is said of is its object
            match = next((edge for edge in rest if edge[0] == role), None)
            if not template.kind or match is None or root.get("subj") is not None:
                return None
            rest[rest.index(match)] = ("subj", match[1])
            continue
        match = next((edge for edge in rest if edge[0] == role and _covers(wanted, edge[1])), None)
        if match is None:
            return None
        rest.remove(match)
        rest.extend(edge for edge in match[1].edges if wanted.kind == "verb" and not wanted.edges)
    if template.path:
        role, through = template.path[0]
        if through is None:
            match = next((edge for edge in rest if edge[0] == role), None)
            if match is not None and template.kind and role == "to" and match[1].kind == "verb":
                return None  # "is due to open": what it will do
            if match is None:
                if template.fixed or role != "obj":
                    return None
                return _named(root, root.edges, template)
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
    return _named(root, tuple(rest), template)


def _named(root: Node, edges: tuple[Edge, ...], template: Template) -> Node:
    """The root with what the template stands for as its head."""
    if template.kind:
        return replace(root, head=template.relation, edges=edges, kind=template.kind)
    return replace(root, head=PREFIX + template.relation, edges=edges, kind="verb")


def _covers(wanted: Node, found: Node) -> bool:
    if (
        wanted.head != found.head
        or wanted.negated != found.negated
        or (len(wanted.edges) != len(found.edges) and (wanted.kind != "verb" or wanted.edges))
    ):
        return False
    return all(
        any(role == r and _covers(node, n) for r, n in found.edges) for role, node in wanted.edges
    )
