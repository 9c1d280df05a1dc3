"""What comes of a deed, said of the deed or of what it is done with.

"If you oil a hinge, the noise stops" says that oiling a hinge stops noise; "with oil, the noise
stops" that oil does. Each rule stands as a comment above its code: the left side says the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.language.draft import Draft
from factcheck.language.frames import LISTED
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition

CONDITIONS = frozenset({"if", "when", "whenever", "once", "after"})
POINTING = frozenset({"it", "this", "that"})
PEOPLE = "people"


def is_single(draft: Draft) -> bool:
    """Whether a clause tells what comes of one deed, or of one thing, and not of several."""
    return not any(
        role in (*CONDITIONS, "with")
        and (len(nodes) > 1 or any(r.endswith(LISTED) for node in nodes for r, _ in node.edges))
        for role, nodes in draft.edges
    )


def generics(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """What a clause about the outcome of a deed says of the deed, or of what it is done with."""
    root = proposition.root
    if proposition.duty or root.kind == "noun" or root.head in ("isa", "at", "there", "nominal"):
        return []
    subject = root.get("subj")
    if subject is not None and subject.kind == "verb" and root.get("obj") is not None:
        return [replace(proposition, root=each) for each in _of_use(root, subject, grammar)]
    for edge in root.edges:
        act = _deed(edge)
        if act is not None:
            outcome = _without(root, edge)
            if act.get("obj") is None:
                return [replace(proposition, root=each) for each in _against(outcome, act)]
            said = [*_of_deed(outcome, act, grammar), *_of_thing(outcome, act, grammar)]
            return [replace(proposition, root=each) for each in said]
        if edge[0] == "with" and _is_thing(edge[1]):
            said = [*_by_means(_without(root, edge), edge[1], (), grammar)]
            return [replace(proposition, root=each) for each in said]
    return []


def _deed(edge: Edge) -> Node | None:
    """The deed in "if people V", "in people who V", "after V-ing"; None for anything else."""
    role, node = edge
    if role == "in" and node.head == PEOPLE and len(node.edges) == 1:
        role, node = node.edges[0]
        role = "if" if role == "rel" else ""
    if role not in CONDITIONS or node.kind != "verb" or node.negated:
        return None
    doer = node.get("subj")
    if doer is not None and doer.head != PEOPLE:
        return None
    return node.without("subj")


# using X (on Y) Vs Z  ->  X Vs Z (on Y)
def _of_use(root: Node, act: Node, grammar: Grammar) -> Iterator[Node]:
    used, left = _used(act, grammar)
    if used is not None and act.head in grammar.applying and not act.negated:
        said = _said_of(root, used)
        yield replace(said, edges=(*said.edges, *_beside(root, left)))


# if someone Vs (on Y), X Ws it  ->  X Ws V-ing (on Y)
def _against(outcome: Node, act: Node) -> Iterator[Node]:
    thing, subject = outcome.get("obj"), outcome.get("subj")
    if subject is None or thing is None or thing.head != "it" or not act.edges:
        return
    edges = tuple((role, act if node is thing else node) for role, node in outcome.edges)
    yield replace(outcome, edges=edges)


# if you V Y, it Ws Z (Z is W-ed)  ->  V-ing Y Ws Z;  if you V Y, Z Ws  ->  V-ing Y Ws Z
def _of_deed(outcome: Node, act: Node, grammar: Grammar) -> Iterator[Node]:
    subject = outcome.get("subj")
    done_to = act.get("obj")
    is_done_to = subject is not None and done_to is not None and subject.head == done_to.head
    if is_done_to and outcome.get("obj") is not None:
        yield _said_of(outcome, act)
    yield from _caused(outcome, act, grammar)


# if you use X on Y, X (it) Ws Z  ->  X Ws Z (on Y)
def _of_thing(outcome: Node, act: Node, grammar: Grammar) -> Iterator[Node]:
    used, rest = _used(act, grammar)
    if used is None:
        return
    subject = outcome.get("subj")
    left = _beside(outcome, rest)
    if subject is not None and subject.head == used.head:
        yield replace(_said_of(outcome, used), edges=(*_said_of(outcome, used).edges, *left))
    yield from _by_means(outcome, used, left, grammar)


# with X, Y is V-ed; with X, you can V Y; with X, Y Vs  ->  X Vs Y
def _by_means(
    outcome: Node, thing: Node, left: tuple[Edge, ...], grammar: Grammar
) -> Iterator[Node]:
    subject = outcome.get("subj")
    if subject is not None and subject.head in (PEOPLE, *grammar.persons):
        if outcome.get("obj") is not None and not subject.edges:
            said = _said_of(outcome, thing)
            yield replace(said, edges=(*said.edges, *left))
        return
    for said in _caused(outcome, thing, grammar):
        yield replace(said, edges=(*said.edges, *left))


def _caused(outcome: Node, cause: Node, grammar: Grammar) -> Iterator[Node]:
    """The outcome with what brings it about as its subject."""
    subject, thing = outcome.get("subj"), outcome.get("obj")
    if outcome.kind != "verb":
        return
    if subject is None or (subject.kind == "pronoun" and subject.head in POINTING and thing):
        if thing is not None:
            yield _said_of(outcome, cause)
    elif subject.head == PEOPLE and outcome.head in grammar.undergoing and thing is not None:
        yield replace(_said_of(outcome, cause), head="cause")
    elif thing is None and subject.kind == "noun":
        edges = tuple(("obj", n) if n is subject else (r, n) for r, n in outcome.edges)
        undergone = replace(outcome, edges=edges)
        moved = grammar.moving.get(outcome.head)
        heads = grammar.bringing.get(outcome.head, moved or outcome.head).split()
        for head in heads:
            yield replace(_said_of(undergone, cause), head=head)


def _used(act: Node, grammar: Grammar) -> tuple[Node | None, tuple[Edge, ...]]:
    """What a deed is done with, and what else is said of the deed."""
    done_to, means = act.get("obj"), act.get("with")
    if act.head in grammar.applying:
        rest = tuple(edge for edge in act.edges if edge[1] is not done_to)
        if done_to is None or means is not None or not _is_thing(done_to):
            return None, ()
        return done_to, rest
    if means is not None and _is_thing(means):
        rest = tuple(edge for edge in act.edges if edge[1] is not means)
        return means, rest
    return None, ()


def _beside(outcome: Node, rest: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """What is said of a deed beside what its outcome names too."""
    named = {node.head for role, node in outcome.edges if role in ("subj", "obj")}
    return tuple(edge for edge in rest if edge[1].head not in named)


def _said_of(outcome: Node, subject: Node) -> Node:
    rest = tuple(edge for edge in outcome.edges if edge[0] != "subj")
    return replace(outcome, edges=(("subj", subject), *rest))


def _without(root: Node, edge: Edge) -> Node:
    return replace(root, edges=tuple(each for each in root.edges if each is not edge))


def _is_thing(node: Node) -> bool:
    return (
        node.kind == "noun"
        and not node.negated
        and node.quant in ("", "the", "any", "some", "all")
        and node.head not in (PEOPLE, "")
    )
