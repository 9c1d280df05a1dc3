"""A statement laid over a claim: what the two have in common, and what only one of them says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition
from factcheck.reasoning.alignment import SAME, Aligner, Fit

DEGREES = ("much", "slightly")
MUCH = 2.0  # times more


@dataclass(frozen=True, slots=True)
class Match:
    """A statement laid over a claim: how the topics stand, and how everything else does."""

    topic: Fit
    rest: Fit

    @property
    def distance(self) -> int:
        """How many class steps lie between the two."""
        return self.topic.distance + self.rest.distance


def lay(
    claim: Proposition,
    stated: Proposition,
    aligner: Aligner,
    *,
    objects_inherit: bool = False,
    is_symmetric: bool = False,
) -> Match | None:
    """The two propositions laid over each other, or None when they are about different things."""
    first, second, grammar = claim.root, stated.root, aligner.taxonomy.grammar
    if first.head != second.head or _is_deed_and_state(claim, stated):
        return None
    match = _lay(first, second, aligner, objects_inherit)
    if match is None and (is_symmetric or first.head == "as" or _is_joint(first, grammar)):
        for turned in _turned(second, grammar):
            match = _lay(first, turned, aligner, objects_inherit)
            if match is not None:
                return match
    return match


def _is_deed_and_state(claim: Proposition, stated: Proposition) -> bool:
    """Whether the claim tells what something did, and the statement how it is: "opened", "open"."""
    return claim.is_past_event and stated.root.kind == "adj" and claim.subject is not None


def _is_joint(root: Node, grammar: Grammar) -> bool:
    joint = grammar.joint
    if root.head == "cmp":
        return False  # "more common than" has a direction
    if root.head in joint:
        return True
    for role, node in root.edges:
        if role in ("obj", "dim") and (
            node.head in joint or (node.edges and any(each.head in joint for _, each in node.edges))
        ):
            return True
    return False


def _turned(root: Node, grammar: Grammar) -> list[Node]:
    """The same predicate with its subject and its partner exchanged."""
    subject = root.get("subj")
    if subject is None:
        return []
    found = []
    for role, node in root.edges:
        if role in grammar.exchangeable and node.kind in ("noun", "verb"):
            found.append(
                replace(
                    root,
                    edges=tuple(
                        ("subj", node)
                        if e == ("subj", subject)
                        else (role, subject)
                        if e == (role, node)
                        else e
                        for e in root.edges
                    ),
                )
            )
    return found


def _lay(claim: Node, stated: Node, aligner: Aligner, objects_inherit: bool) -> Match | None:
    first, second = claim.get("subj"), stated.get("subj")
    if first is None or second is None:
        if first is not second and claim.head in ("isa", "at", "have"):
            return None
        first, second = claim.get("obj"), stated.get("obj")
    topic = SAME
    if first is not None and second is not None:
        found = aligner.align(first, second)
        if found is None or found.conflict:
            return None
        topic = _without_quantity(found)
    elif first is not None or second is not None:
        return None
    left = tuple(edge for edge in claim.edges if edge[1] is not first)
    right = tuple(edge for edge in stated.edges if edge[1] is not second)
    rest = aligner.edges(left, right)
    if rest is None:
        return None
    if (
        rest.conflict
        and claim.head not in ("isa", "at", "be")
        and _is_other_kind(left, right, aligner)
    ):
        return None  # who sells hot drinks may sell cold ones as well
    for role, node in left:
        if (
            role == "obj"
            and not any(r == "obj" and n is not None for r, n in right)
            and claim.head not in ("isa",)
        ):
            break
        if role == "obj" and any(edge == (role, node) for edge in rest.missing):
            if claim.head != "isa" or not is_unique(first, aligner.taxonomy.grammar):
                return None  # something else is said to be done
            return Match(topic, Fit(conflict="there is only one"))
    if claim.head == "cmp":
        rest = _measured(rest)
    if claim.head in ("cmp", "as") and any(
        role in ("than", "dim") for role, _ in (*rest.missing, *rest.extra)
    ):
        return None
    if objects_inherit and rest.narrower and not rest.extra:
        topic = replace(
            topic,
            narrower=True,
            distance=topic.distance + rest.distance,
            steps=topic.steps + rest.steps,
        )
        rest = replace(rest, narrower=False, distance=0, steps=())
    rest = _paired_off(rest, aligner)
    if topic.extra and topic.missing:  # "to see cracks in the hull": a phrase hangs elsewhere
        again = aligner.edges(topic.missing, topic.extra)
        if again is not None and again.is_equal:
            topic = replace(topic, extra=(), missing=())
    if topic.extra and rest.missing and not rest.extra:
        # "screening before X is needed": screening is needed before X
        moved = aligner.edges(rest.missing, topic.extra, is_loose=True)
        if moved is not None and moved.is_equal:
            return Match(replace(topic, extra=()), replace(rest, missing=()))
    return Match(topic, rest)


def _measured(fit: Fit) -> Fit:
    """ "Much heavier" where the claim says how many times: it follows, "slightly" does not fit."""
    degree = next((e for e in fit.extra if e[0] == "adv" and e[1].head in DEGREES), None)
    times = next((e for e in fit.missing if e[0] == "by" and e[1].value is not None), None)
    if degree is None or times is None or times[1].value is None:
        return fit
    if times[1].value.unit != "times" or times[1].value.low < MUCH:
        return fit
    extra = tuple(edge for edge in fit.extra if edge is not degree)
    if degree[1].head == "much":
        return replace(fit, extra=extra)
    missing = tuple(edge for edge in fit.missing if edge is not times)
    return replace(fit, extra=extra, missing=missing, conflict=f"{degree[1].head} and many times")


def _is_other_kind(claim: tuple[Edge, ...], stated: tuple[Edge, ...], aligner: Aligner) -> bool:
    """Whether two objects of one name differ by qualities that exclude each other."""
    antonyms = aligner.taxonomy.grammar.antonyms
    first = next((node for role, node in claim if role == "obj"), None)
    second = next((node for role, node in stated if role == "obj"), None)
    if first is None or second is None or "the" in (first.quant, second.quant):
        return False
    qualities = {node.head for role, node in second.edges if role == "mod"}
    return any(role == "mod" and antonyms.get(node.head) in qualities for role, node in first.edges)


def is_unique(topic: Node | None, grammar: Grammar) -> bool:
    """Whether a subject can be only one thing: "the oldest object in the museum"."""
    return topic is not None and topic.quant == "the" and is_utmost(topic, grammar)


def is_utmost(kind: Node, grammar: Grammar) -> bool:
    """Whether a noun phrase picks from a kind by rank: "the oldest object", "the first ones"."""
    for role, node in kind.edges:
        degree = node.get("adv")
        if role == "mod" and (
            node.head in grammar.unique or (degree is not None and degree.head in grammar.unique)
        ):
            return True
    return False


def _paired_off(fit: Fit, aligner: Aligner) -> Fit:
    """What is left over on both sides is tried once more: a phrase may hang elsewhere."""
    if not fit.extra or not fit.missing:
        return fit
    again = aligner.edges(fit.missing, fit.extra, is_loose=True)
    if again is None:
        return fit
    rest = replace(fit, extra=(), missing=())
    return rest.plus(again)


def _without_quantity(fit: Fit) -> Fit:
    if not fit.extra and not fit.missing:
        return fit

    def keep(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
        return tuple(edge for edge in edges if edge[0] != "quantity")

    return replace(fit, extra=keep(fit.extra), missing=keep(fit.missing))
