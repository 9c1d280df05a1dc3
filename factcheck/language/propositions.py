"""From a clause to propositions: voice, copulas, comparisons and coordination undone.

The root of a proposition is its predicate: a verb; the adjective of "X is safe"; "isa" for "X is a
Y"; "at" for "X is in Y"; "there" for "there is X"; "cmp" for "X is more A than Y". A passive
becomes its active, with the agent, if any, as subject.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import inf

from factcheck.language.draft import Draft
from factcheck.language.frames import LISTED, framed
from factcheck.language.gaps import GAP
from factcheck.language.grammar import Grammar
from factcheck.model.place import Span
from factcheck.model.proposition import Edge, Node, Proposition, Value

MOST_PARTS = 24
# How often the opposite holds: what can be unsafe is not always safe.
DUALS = {"may": "always", "always": "may"}


def propositions(draft: Draft, grammar: Grammar, start: int = 0, end: int = 0) -> list[Proposition]:
    """One proposition for each combination of coordinated subjects, objects and adjuncts."""
    span = Span(start, end)
    draft = _levelled(_mixed(draft, grammar))
    subjects = draft.subjects or [Node("", "none")]
    in_turn = any(node.head == "respectively" for node in draft.get("adv"))
    if len(subjects) > 1 and not in_turn and _is_joint(draft, grammar):
        first = subjects[0]
        subjects = [first.plus(*(("with", each) for each in subjects[1:]))]
        draft = replace(draft, edges=[*draft.edges])
        partners = [node for role, node in subjects[0].edges if role == "with"]
        subjects = [first]
        draft.add("with", [partners[0]])
        for extra in partners[1:]:
            draft.add("with", [extra])
    axes: list[list[tuple[str, Node]]] = [[("subj", node) for node in subjects]]
    fixed: list[tuple[str, Node]] = []
    for role, nodes in draft.edges:
        if len(nodes) > 1 and role not in ("that", "rel", "if", "when", "because"):
            axes.append([(role, node) for node in nodes])
        else:
            fixed.extend((role, node) for node in nodes)
    if draft.than and len(draft.than) > 1:
        axes.append([("than", node) for node in draft.than])
    elif draft.than:
        fixed.append(("than", draft.than[0]))
    combinations = [*product(*axes)]
    if (pairs := _in_turn(axes, fixed)) is not None:
        combinations = pairs
        fixed = [(role, node) for role, node in fixed if node.head != "respectively"]
    found: list[Proposition] = []
    for combination in combinations:
        edges = [*combination, *fixed]
        if len(subjects) > 1:
            edges = [(role, _each(node, combination[0][1])) for role, node in edges]
        found.extend(framed(_one(draft, edges, grammar, span), grammar))
        if len(found) >= MOST_PARTS:
            break
    return found


def _in_turn(
    axes: list[list[tuple[str, Node]]], fixed: list[tuple[str, Node]]
) -> list[tuple[tuple[str, Node], ...]] | None:
    """Who goes with what, where lists of one length are meant in turn; else None.

    They are with "respectively", and where all but the first are numbers or numbered names.
    """
    lists = [axis for axis in axes if len(axis) > 1]
    said = any((role, node.head) == ("adv", "respectively") for role, node in fixed)
    if len(lists) < 2 or len({len(axis) for axis in lists}) > 1:
        return None
    if not said and not all(_is_numbered(node) for axis in lists[1:] for _, node in axis):
        return None
    return [tuple(axis[k if len(axis) > 1 else 0] for axis in axes) for k in range(len(lists[0]))]


def _is_numbered(node: Node) -> bool:
    return node.kind == "value" or any(
        role == "mod" and each.value is not None for role, each in node.edges
    )


def _each(node: Node, subject: Node) -> Node:
    """With "they" and "them" inside it put for each of several subjects in turn."""
    if not node.edges or node is subject:
        return node
    edges = tuple(
        (role, replace(subject, quant="", span=each.span))
        if each.kind == "pronoun" and each.head in ("they", "them")
        else (role, _each(each, subject))
        for role, each in node.edges
    )
    return node if edges == node.edges else replace(node, edges=edges)


def embedded(draft: Draft, grammar: Grammar) -> Node:
    """The clause as one node inside another: no distribution, polarity and duty kept on it."""
    draft = _mixed(draft, grammar)
    edges: list[Edge] = [("subj", node) for node in draft.subjects]
    for role, nodes in draft.edges:
        listed = len(nodes) > 1 and role not in ("that", "rel", "if", "when", "because")
        edges.extend((role + LISTED if listed else role, node) for node in nodes)
    edges.extend(("than", node) for node in draft.than)
    whole = _one(draft, edges, grammar, Span(0, 0))
    root = replace(whole.root, negated=not whole.polarity)
    if draft.is_passive and root.kind == "verb" and not root.get("subj") and not root.get("obj"):
        root = root.plus(("obj", GAP))  # "cars that were sold": what is sold stands outside
    if whole.duty:
        root = root.plus(("duty", Node(("not " if whole.duty_negated else "") + whole.duty, "adv")))
    if whole.strength not in ("generic", "may"):
        root = root.plus(("adv", Node(whole.strength, "adv")))
    return root


def _mixed(draft: Draft, grammar: Grammar) -> Draft:
    """ "mix X and Y" is done to both at once: "mix X with Y"."""
    nodes = draft.get("obj")
    if draft.verb not in grammar.mixing or len(nodes) < 2 or draft.get("with"):
        return draft
    edges = [(role, nodes[:1] if found == nodes else found) for role, found in draft.edges]
    return replace(draft, edges=[*edges, ("with", nodes[1:])])


def _levelled(draft: Draft) -> Draft:
    """ "X and Y are equally light": X is as light as Y."""
    qualities = draft.get("pred")
    if draft.kind != "is" or len(draft.subjects) != 2 or len(qualities) != 1 or draft.than:
        return draft
    equally = [each for each in qualities[0].edges if each[1].head == "equally"]
    if not equally:
        return draft
    edges = tuple(edge for edge in qualities[0].edges if edge not in equally)
    return replace(
        draft,
        kind="verb",
        verb="be",
        more="equal",
        dimension=replace(qualities[0], edges=edges),
        subjects=draft.subjects[:1],
        than=draft.subjects[1:],
        edges=[edge for edge in draft.edges if edge[0] != "pred"],
    )


def _is_joint(draft: Draft, grammar: Grammar) -> bool:
    """Whether the predicate holds of its subjects together: "X and Y are the same"."""
    if draft.verb in grammar.joint:
        return True
    if draft.kind == "is" and [node.head for node in draft.get("pred")] == ["common"]:
        return False  # each is common, where "have common parts" is said of all together
    for role, nodes in draft.edges:
        for node in nodes:
            if role in ("pred", "unpred", "obj") and (
                node.head in grammar.joint
                or any(e.head in grammar.joint for r, e in node.edges if r == "mod")
            ):
                return not any(r in ("as", "to", "from", "with", "than") for r, _ in draft.edges)
            if (role, node.head) in (("in", "common"), ("adv", "in-common")):
                return True
    return False


def _one(draft: Draft, edges: list[Edge], grammar: Grammar, span: Span) -> Proposition:
    edges = [(role, node) for role, node in edges if node.kind != "none"]
    polarity, kind = draft.polarity, draft.kind
    if any(role == "subj" and node.negated for role, node in edges) and kind != "nominal":
        polarity = not polarity
        edges = [
            (role, replace(node, negated=False) if role == "subj" else node) for role, node in edges
        ]
    head, node_kind = draft.verb, "verb"
    strength = draft.strength
    if kind == "is":
        turned = next((node for role, node in edges if role == "unpred"), None)
        chosen = next((node for role, node in edges if role == "pred"), None)
        if turned is not None and chosen is None:
            polarity, chosen = not polarity, turned
            strength = DUALS.get(strength, strength)
            edges = [(role, _under_opposite(role, node)) for role, node in edges]
        if chosen is not None:
            head, node_kind = chosen.head, "adj"
            if chosen.kind == "noun":
                head, node_kind, kind = "isa", "verb", "isa"
                edges = [(role, node) for role, node in edges if role not in ("pred", "unpred")]
                edges.append(("obj", chosen))
            else:
                edges = [(role, node) for role, node in edges if role not in ("pred", "unpred")]
                edges.extend(chosen.edges)
                if chosen.negated:
                    polarity, strength = not polarity, DUALS.get(strength, strength)
                    edges = [(role, _under_opposite(role, node)) for role, node in edges]
    elif kind == "isa":
        head = "isa"
    elif kind == "at":
        head = "at"
    elif kind == "nominal":
        head = "nominal"
    if kind == "isa" and strength == "rarely":
        strength, polarity = "generic", not polarity  # "hardly a toy"
    if not polarity:  # "is not simply a toy" is "is not only a toy"
        edges = [
            (role, replace(node, head="only") if (role, node.head) == ("adv", "simply") else node)
            for role, node in edges
        ]
    if head == "isa" and any(
        role == "adv" and node.head in grammar.mistakenly for role, node in edges
    ):
        strength, polarity = "generic", not polarity  # "often wrongly called a toy"
        edges = [(role, node) for role, node in edges if node.head not in grammar.mistakenly]
    edges = _only_once(edges)
    edges, affirmed = _negative_subject(edges, polarity)
    duty_negated = draft.duty_negated
    if draft.duty and affirmed != polarity:  # "not all must", "nobody must": it is no duty
        duty_negated = not duty_negated
    else:
        polarity = affirmed
    edges = [_lacking(role, _without_pronouns(node)) for role, node in edges]
    if head and any(role == "until" for role, _ in edges) and not polarity:
        polarity = True  # "not until 1999" is in 1999
        edges = [("in" if role == "until" else role, node) for role, node in edges]
    is_passive = draft.is_passive
    is_done = is_passive and head in grammar.once_and_for_all
    edges = [_bounded_date(role, node, is_done=is_done) for role, node in edges]
    if is_passive:
        edges, polarity = _negative_subject(_active(edges), polarity)  # "by nobody"
    if kind == "verb" or kind == "at":
        opposed = _opposed(head, edges, grammar)
        head, edges, polarity = _unwrapped(head, edges, polarity, grammar, is_passive=is_passive)
        if opposed:
            strength = DUALS.get(strength, strength)
            edges = [(role, _dual(role, node)) for role, node in edges]
    if ("obj", GAP) in edges:  # "helps to be seen" is seen
        edges = [("obj" if role == "subj" else role, node) for role, node in edges if node != GAP]
    if kind == "isa":
        is_so = polarity
        edges, polarity = _plain_class(edges, polarity)
        strength = DUALS.get(strength, strength) if is_so != polarity else strength
    if polarity and not draft.duty_negated:
        edges = [
            (role, replace(node, quant="all") if node.quant == "any" and role != "subj" else node)
            for role, node in edges
        ]
    if kind in ("isa", "is") and draft.is_past and not draft.is_perfect and draft.verb == "be":
        edges = [*edges, ("adv", Node("was", "adv"))]
    if draft.is_perfect and draft.strength == "may" and not polarity:
        edges = [*edges, ("adv", Node("ever", "adv"))]  # "has never done it", and yet it may
    if draft.is_ahead and (kind == "isa" or head in grammar.one_time or _is_dated(edges, grammar)):
        edges = [*edges, ("adv", Node("future", "adv"))]
    if draft.more:
        head, edges, polarity, node_kind = _compared(
            draft, head, node_kind, edges, polarity, grammar
        )
    if draft.duty == "should" and not polarity:  # "should not" is "it is not so that one should"
        polarity, duty_negated = True, not duty_negated
    root = Node(head, node_kind, tuple(edges), span=span)
    is_past = draft.is_past or draft.is_perfect
    tense = "past" if is_past else "ended" if draft.is_over else ""
    tense = "future" if draft.is_ahead else tense
    return Proposition(root, polarity, strength, draft.duty, duty_negated, span, tense)


def _only_once(edges: list[Edge]) -> list[Edge]:
    """ "works on only X" as "works only on X"; "the only X" says something else."""
    only = ("mod", Node("only", "adv"))
    found: list[Edge] = []
    is_only = False
    for role, node in edges:
        is_one = node.quant == "the"  # "the only X": there is no other
        if role != "subj" and node.value is None and only in node.edges and not is_one:
            node = replace(node, edges=tuple(edge for edge in node.edges if edge != only))
            is_only = True
        found.append((role, node))
    if is_only and not any((role, node.head) == ("adv", "only") for role, node in found):
        found.append(("adv", Node("only", "adv")))
    return found


def _is_dated(edges: list[Edge], grammar: Grammar) -> bool:
    """Whether a time to come is named: "soon", "next year"."""
    return any(
        node.head in grammar.to_come or any(each.head in grammar.to_come for _, each in node.edges)
        for _, node in edges
    )


def _without_pronouns(node: Node) -> Node:
    """An inner clause without subjects and objects that only point back: "before they are sold"."""
    if not node.edges:
        return node
    edges = tuple(
        (role, _without_pronouns(each))
        for role, each in node.edges
        if not (role in ("subj", "obj") and each.kind == "pronoun" and node.kind in ("verb", "adj"))
    )
    return node if edges == node.edges else replace(node, edges=edges)


def _lacking(role: str, node: Node) -> Edge:
    """ "with no Y" is "without Y"."""
    edges = tuple(_lacking(inner, each) for inner, each in node.edges)
    if edges != node.edges:
        node = replace(node, edges=edges)
    if role == "with" and node.quant == "no":
        return "without", replace(node, quant="")
    return role, node


def _negative_subject(edges: list[Edge], polarity: bool) -> tuple[list[Edge], bool]:
    """ "No X is Y" denies that some X is Y; "not all X" denies that all are."""
    turned: list[Edge] = []
    is_none = False
    for role, node in edges:
        if role == "subj" and node.quant == "no":
            polarity = polarity if is_none else not polarity  # "neither X nor Y" denies once
            is_none = True
            node = replace(node, quant="some")
        elif role == "subj" and not polarity and node.quant == "some":
            node = replace(node, quant="all")  # "some X are not Y": not all X are Y
        elif role == "subj" and node.quant.startswith("not"):
            polarity = not polarity
            node = replace(node, quant=node.quant.removeprefix("not"))
        elif role == "subj" and node.quant == "any":
            node = replace(node, quant="some" if not polarity else "all")
        turned.append((role, node))
    return turned, polarity


def _under_opposite(role: str, node: Node) -> Node:
    """With what the quantity of "X is unsafe" is for "X is safe" denied: "all" is "no" there."""
    if role == "subj":
        other = {"all": "any", "notall": "notsome", "no": "notall"}.get(node.quant)
        return node if other is None else replace(node, quant=other)
    return replace(node, quant="any") if node.quant == "all" else node


def _opposed(head: str, edges: list[Edge], grammar: Grammar) -> bool:
    """Whether a verb stands for the denial of another: "forbid", "lack"."""
    return head in ("lack", "forbid", "reject", "exclude") or (
        head in grammar.having and any(role == "without" for role, _ in edges)
    )


def _dual(role: str, node: Node) -> Node:
    """With "all" and "some" exchanged: forbidden in all is allowed in none."""
    if node.quant == "all":
        return replace(node, quant="some" if role in ("subj", "obj") else "any")
    return replace(node, quant="all") if node.quant == "some" else node


def _active(edges: list[Edge]) -> list[Edge]:
    """The active of a passive: the surface subject is the object, a "by" phrase the subject."""
    turned: list[Edge] = []
    has_agent = False
    for role, node in edges:
        if role == "subj":
            turned.append(("obj", node))
        elif role == "by" and node.kind == "noun" and not has_agent:
            has_agent = True
            turned.insert(0, ("subj", node))
        elif role == "obj":
            turned.append(("obj2", node))
        else:
            turned.append((role, node))
    return turned


def _bounded_date(role: str, node: Node, *, is_done: bool) -> Edge:
    """ "Before 1990", "after 1990" and "by 1990" as dates with one open end.

    Whether "by 1990" takes in 1990 is left open. What is done once has been so since then.
    """
    value = node.value
    if value is None or value.unit != "date":
        return role, node
    if role == "since" and is_done:
        return "in", node
    if role not in ("before", "after", "by"):
        return role, node
    low, high = (value.high, inf) if role == "after" else (-inf, value.low)
    about = value.about or role == "by"
    return "in", replace(node, value=Value(low, high, "date", about))


def _unwrapped(
    head: str, edges: list[Edge], polarity: bool, grammar: Grammar, *, is_passive: bool = False
) -> tuple[str, list[Edge], bool]:
    """Verbs that only carry another: "works by blocking X" blocks X, "helps ease X" eases X."""
    if head in grammar.carriers:
        inner = next((node for role, node in edges if role == "by" and node.kind == "verb"), None)
        if inner is not None:
            return _carried(inner, edges, "by", polarity)
    if head in grammar.helpers and not any(role == "obj" for role, _ in edges):
        inner = next((node for role, node in edges if role == "to" and node.kind == "verb"), None)
        if inner is not None:
            return _carried(inner, edges, "to", polarity)
    if head == "lack":
        return "have", edges, not polarity
    other = grammar.antonyms.get(head)
    if other is not None and head in ("forbid", "reject", "exclude"):
        return other, edges, not polarity
    if head in grammar.having or (is_passive and head in grammar.supplying):
        for index, (role, node) in enumerate(edges):
            if role in ("with", "without") and not any(
                r == "obj" and head not in grammar.supplying for r, _ in edges
            ):
                flipped = polarity if role == "with" else not polarity
                if node.quant == "no":
                    flipped, node = not flipped, replace(node, quant="any")
                rest = [
                    ("subj" if r == "obj" else r, n)
                    for k, (r, n) in enumerate(edges)
                    if k != index and not (r == "subj" and any(q == "obj" for q, _ in edges))
                ]
                return (
                    "have",
                    [
                        *rest,
                        ("obj", replace(node, quant="" if node.quant == "any" else node.quant)),
                    ],
                    flipped,
                )
    return head, edges, polarity


def _carried(
    inner: Node, edges: list[Edge], role: str, polarity: bool
) -> tuple[str, list[Edge], bool]:
    rest = [edge for edge in edges if edge[1] is not inner]
    others = [edge for edge in rest if edge[0] == role and edge[1].kind == "verb"]
    rest = [edge for edge in rest if edge not in others]
    return inner.head, [*rest, *inner.edges], polarity != inner.negated


def _plain_class(edges: list[Edge], polarity: bool) -> tuple[list[Edge], bool]:
    """ "is a non-X" denies "is an X"."""
    turned: list[Edge] = []
    for role, node in edges:
        if role == "obj" and node.negated:
            polarity = not polarity
            node = replace(node, negated=False)
        if role == "obj" and node.quant == "no":
            polarity = not polarity
            node = replace(node, quant="")
        turned.append((role, node))
    return turned, polarity


def _compared(
    draft: Draft, head: str, kind: str, edges: list[Edge], polarity: bool, grammar: Grammar
) -> tuple[str, list[Edge], bool, str]:
    """A comparison with one direction: always "more", always the same end of the scale."""
    dimension = draft.dimension
    subject = next((node for role, node in edges if role == "subj"), None)
    than = next((node for role, node in edges if role == "than"), None)
    if subject is None:  # a passive without an agent: its object is what is compared
        subject = next((node for role, node in edges if role == "obj"), None)
        edges = [(role, node) for role, node in edges if role != "obj"]
    if subject is None or than is None:
        return head, edges, polarity, kind
    direction = draft.more
    word = Node("much", "adj") if dimension is None else dimension
    if word.negated:
        word = replace(word, negated=False)
        direction = {"more": "less", "less": "more"}.get(direction, direction)
    scale = grammar.paired.get(word.head)
    if scale is not None and scale < word.head and direction != "equal":
        word = replace(word, head=scale)
        direction = {"more": "less", "less": "more"}.get(direction, direction)
    rest = [(role, node) for role, node in edges if role not in ("subj", "than")]
    if head in grammar.vacuous and not any(role == "obj" for role, _ in rest):
        rest = [("for" if role == "to" else role, node) for role, node in rest]
    of_what = (
        []
        if head in ("be", "isa", "")
        or kind == "adj"
        or (head in grammar.vacuous and not any(e[0] in ("obj", "to") for e in rest))
        else [("of", Node(head, "verb", tuple(e for e in rest if e[0] in ("obj", "to", "for"))))]
    )
    rest = [edge for edge in rest if not of_what or edge[0] not in ("obj", "to", "for")]
    word = word.plus(*of_what)
    if direction == "less":
        subject, than = than, subject
    name = "as" if direction == "equal" else "cmp"
    return name, [("subj", subject), ("than", than), ("dim", word), *rest], polarity, "verb"
