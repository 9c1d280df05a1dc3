"""Constructions of English that say the same, brought to one form.

Each rule stands as a comment above its code: the left side becomes the right side. Rules look at
the shape of a proposition and at words of general English only.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.converses import turned
from factcheck.language.effects import brought_about
from factcheck.language.events import as_events
from factcheck.language.gaps import GAP, filled
from factcheck.language.grammar import Grammar
from factcheck.language.likeness import alike
from factcheck.model.proposition import Edge, Node, Proposition

PEOPLE = "people"
LISTED = "&"
PLACES = frozenset({"in", "on", "at", "near", "under"})
AFTER = frozenset({"once", "when", "after", "if"})
MOST = 24


def framed(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """The proposition in its plainest form; several when it lists alternatives inside."""
    proposition = turned(as_events(_lawful(proposition), grammar), grammar)
    proposition = alike(_given_to(_in_some(proposition, grammar), grammar), grammar)
    proposition = _located(_found(_required(_possible(proposition), grammar)), grammar)
    for rule in (_in_part, _contained, _existing, _counted, _condition, _needed, _in_a_way):
        proposition = rule(proposition)
    proposition = _moved_by(_listed(_afterwards(proposition, grammar)), grammar)
    proposition = _singled_out(_scoped(proposition, grammar), grammar)
    proposition = brought_about(_anyone(proposition), grammar)
    root = _without_standing(_measured(proposition.root, grammar), grammar)
    return [proposition.with_root(each) for each in _spread(root)]


# V-ing is against the law; it is against the law to V  ->  V-ing is illegal
def _lawful(proposition: Proposition) -> Proposition:
    root = proposition.root
    law, act = root.get("against"), root.get("subj")
    if root.head != "at" or law is None or law.head != "law" or law.edges or act is None:
        return proposition
    if act.kind == "pronoun":
        act = root.get("to")
        if act is None or act.kind != "verb":
            return proposition
    taken = (law, act, root.get("subj"))
    rest = tuple(edge for edge in root.edges if edge[1] not in taken)
    return replace(
        proposition,
        root=Node("legal", "adj", (("subj", act), *rest), span=root.span),
        polarity=not proposition.polarity,
    )


# X is part of Y  ->  X is a part of Y, and no Y
def _in_part(proposition: Proposition) -> Proposition:
    root = proposition.root
    whole = root.get("obj")
    if root.head != "isa" or whole is None or whole.quant != "part":
        return proposition
    part = Node("part", "noun", (("of", replace(whole, quant="the")),), span=whole.span)
    edges = tuple((role, part if node is whole else node) for role, node in root.edges)
    return replace(proposition, root=replace(root, edges=edges))


# X works in the same way  ->  X works the same way
def _in_a_way(proposition: Proposition) -> Proposition:
    root = proposition.root
    if root.kind != "verb" or root.get("obj") is not None:
        return proposition
    edges = tuple(
        ("obj" if role == "in" and node.head == "way" else role, node) for role, node in root.edges
    )
    return proposition.with_root(root.with_edges(edges))


# once (when, after) X is over, has ended  ->  after X
def _afterwards(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    edges: list[Edge] = []
    for role, node in root.edges:
        roles = ("subj", "obj") if node.head in grammar.ending else ()
        thing = next((node.get(r) for r in roles if node.get(r) is not None), None)
        is_alone = len([e for e in node.edges if e[0] != "adv"]) == 1 and not node.negated
        if role in AFTER and thing is not None and is_alone and thing.kind == "noun":
            edges.append(("after", thing))
        else:
            edges.append((role, node))
    return proposition.with_root(root.with_edges(tuple(edges)))


# X is on the list of Ys  ->  X is a Y
def _listed(proposition: Proposition) -> Proposition:
    root = proposition.root
    place = root.get("on") or root.get("in")
    if root.head != "at" or place is None or place.head != "list" or len(place.edges) != 1:
        return proposition
    kind = place.get("of")
    if kind is None or kind.kind != "noun" or kind.quant not in ("", "the"):
        return proposition
    edges = tuple(("obj", kind) if node is place else (role, node) for role, node in root.edges)
    return replace(proposition, root=replace(root, head="isa", edges=edges))


# X does Y in some people (cases)  ->  X may do Y
def _in_some(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    if root.kind != "verb" or proposition.strength not in ("generic", "may") or proposition.duty:
        return proposition
    rest = tuple(
        (role, node)
        for role, node in root.edges
        if role not in ("in", "for", "with")
        or node.quant != "some"
        or node.edges
        or node.head not in grammar.persons | {PEOPLE, "case"}
    )
    if len(rest) == len(root.edges) or not proposition.polarity:
        return proposition
    return replace(proposition, root=replace(root, edges=rest), strength="may")


# Z gives X Y  ->  Z gives Y to X
def _given_to(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = _turned_dative(proposition.root, grammar)
    edges = tuple(
        (role, _turned_dative(node, grammar) if node.kind == "verb" else node)
        for role, node in root.edges
    )
    if edges == proposition.root.edges:
        return proposition
    return replace(proposition, root=replace(root, edges=edges))


def _turned_dative(act: Node, grammar: Grammar) -> Node:
    receiver, thing = act.get("obj"), act.get("obj2")
    if act.head not in grammar.datives or receiver is None or thing is None:
        return act
    if thing.kind != "noun" or receiver.kind == "value" or act.get("to") is not None:
        return act
    roles = {"obj": "to", "obj2": "obj"}
    return replace(act, edges=tuple((roles.get(role, role), node) for role, node in act.edges))


# X is needed for Y, people need X for Y  ->  Y needs X
def _needed(proposition: Proposition) -> Proposition:
    root = proposition.root
    user, who = root.get("for"), root.get("subj")
    if root.head != "require" or root.get("obj") is None:
        return proposition
    if who is not None and (who.head != PEOPLE or who.edges or who.quant):
        return proposition
    if user is None or user.kind not in ("noun", "verb"):
        return proposition
    rest = tuple(edge for edge in root.edges if edge[1] not in (user, who))
    return replace(proposition, root=replace(root, edges=(("subj", user), *rest)))


# smoking is banned (legal) in Y  ->  smoking in Y is banned (legal)
def _scoped(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    role = grammar.ruling.get(root.head, "")
    act = root.get(role)
    if act is None or not (act.kind == "verb" or act.head.endswith("ing")):
        return proposition
    places = tuple(edge for edge in root.edges if edge[0] in PLACES and edge[1].kind == "noun")
    if not places:
        return proposition
    edges = tuple(
        (r, n.plus(*places) if n is act else n) for r, n in root.edges if (r, n) not in places
    )
    return replace(proposition, root=replace(root, edges=edges))


# low levels of X, low X levels  ->  low X
def _measured(node: Node, grammar: Grammar) -> Node:
    if not node.edges:
        return node
    node = node.with_edges(tuple((role, _measured(each, grammar)) for role, each in node.edges))
    if node.kind != "noun" or node.head not in grammar.measuring or node.value is not None:
        return node
    sizes = [edge for edge in node.edges if edge[1].head in grammar.paired]
    things = [n for role, n in node.edges if role in ("of", "mod") and n.kind == "noun"]
    if len(sizes) != 1 or len(things) != 1 or len(node.edges) != 2 or things[0].quant:
        return node
    return replace(things[0].plus(sizes[0]), quant=node.quant, span=node.span)


# an X that is (placed) in Y  ->  an X in Y
# people who have X  ->  people with X
def _without_standing(node: Node, grammar: Grammar) -> Node:
    if not node.edges:
        return node
    people = grammar.persons | {PEOPLE}
    edges: list[Edge] = []
    for role, each in node.edges:
        each = _without_standing(each, grammar)
        is_put = each.head in grammar.put and any(inner == GAP for _, inner in each.edges)
        if role == "rel" and node.kind == "noun" and not each.negated:
            placed = [edge for edge in each.edges if edge[1] != GAP]
            if (is_put or each.head == "at") and len(placed) == 1 and placed[0][0] in PLACES:
                edges.append(placed[0])
                continue
            had = each.get("obj") if each.head == "have" and node.head in people else None
            if had is not None and len(each.edges) == 1 + (each.get("subj") == GAP):
                edges.append(("with", had))
                continue
        edges.append((role, each))
    return node.with_edges(tuple(edges))


# it is (im)possible to V  ->  people can(not) V
def _possible(proposition: Proposition) -> Proposition:
    root = proposition.root
    subject = root.get("subj")
    if root.head not in ("possible", "impossible") or subject is None or subject.kind != "verb":
        return proposition
    rest = tuple(edge for edge in root.edges if edge[0] != "subj" and edge[0] != "adv")
    doer = root.get("for")
    if doer is not None and doer.kind == "noun" and subject.get("subj") is None:
        subject = replace(subject, edges=(("subj", doer), *subject.edges))
        rest = tuple(edge for edge in rest if edge[1] is not doer)
    inner = (
        subject
        if subject.get("subj") is not None
        else replace(subject, edges=(("subj", Node(PEOPLE)), *subject.edges))
    )
    polarity = (root.head == "possible") == proposition.polarity
    if subject.negated:
        return proposition
    return replace(proposition, root=inner.plus(*rest), polarity=polarity, strength="may")


# X requires Y to V  ->  under X, Y must V;  X allows Y to V  ->  under X, Y may V
def _required(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    duty = grammar.requiring.get(root.head)
    who, what, by = root.get("obj"), root.get("to"), root.get("subj")
    if (
        not duty
        or who is None
        or what is None
        or what.kind != "verb"
        or proposition.duty
        or what.negated
    ):
        return proposition
    if who.head != PEOPLE and who.head not in grammar.persons:
        return proposition  # "needs a permit to enter": what for, not who must
    rest = tuple(edge for edge in root.edges if edge[0] not in ("obj", "to", "subj"))
    source: tuple[Edge, ...] = (("under", by),) if by is not None else ()
    inner = filled(what.without("subj"), who).plus(*source, *rest)
    return replace(
        proposition, root=inner, polarity=True, duty=duty, duty_negated=not proposition.polarity
    )


# people (will) find X at Y  ->  X is at Y
def _found(proposition: Proposition) -> Proposition:
    root = proposition.root
    subject, thing = root.get("subj"), root.get("obj")
    if (
        root.head not in ("discover", "find")
        or thing is None
        or (subject is not None and subject.head != PEOPLE)
    ):
        return proposition
    places = tuple(edge for edge in root.edges if edge[0] in PLACES and edge[1].kind == "noun")
    if not places or len(places) + 1 + (subject is not None) != len(root.edges):
        return proposition
    strength = "generic" if proposition.strength == "may" else proposition.strength
    return replace(
        proposition,
        root=Node("at", "verb", (("subj", thing), *places), span=root.span),
        strength=strength,
    )


# X sits (falls, is placed) in Y  ->  X is in Y;  X belongs to Y  ->  X is in Y
def _located(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    subject, thing = root.get("subj"), root.get("obj")
    if root.head == "sit" and subject is not None and subject.head in grammar.persons | {PEOPLE}:
        return proposition  # who sits there could also stand there
    if root.head in grammar.standing and thing is None and subject is not None:
        edges = tuple(
            (
                "in"
                if role in ("under", "within", "among") or (role == "to" and root.head == "belong")
                else role,
                node,
            )
            for role, node in root.edges
        )
        if any(role in ("in", "on", "at") for role, _ in edges):
            return replace(proposition, root=replace(root, head="at", edges=edges))
    if (
        root.head in grammar.placing
        and subject is None
        and thing is not None
        and len(root.edges) > 1
    ):
        edges = tuple(("subj" if role == "obj" else role, node) for role, node in root.edges)
        if any(role in ("in", "on") and node.kind == "noun" for role, node in edges) and not any(
            node.kind == "value" for _, node in edges
        ):
            return replace(proposition, root=replace(root, head="at", edges=edges))
    return proposition


# there is X in Y; X is contained in Y  ->  Y contains X
def _contained(proposition: Proposition) -> Proposition:
    root = proposition.root
    place = root.get("in")
    inside = root.get("subj") if root.head == "there" else root.get("obj")
    is_passive = root.head == "contain" and root.get("subj") is None
    if place is None or inside is None or place.kind != "noun" or len(root.edges) != 2:
        return proposition
    if root.head != "there" and not is_passive:
        return proposition
    thing = replace(inside, quant="any" if inside.quant in ("some", "any", "no") else inside.quant)
    return replace(proposition, root=Node("contain", "verb", (("subj", place), ("obj", thing))))


# there are X that V  ->  some X V;  there is no X without Y  ->  all X have Y
def _existing(proposition: Proposition) -> Proposition:
    root = proposition.root
    thing = root.get("subj")
    if root.head != "there" or thing is None or thing.kind != "noun":
        return proposition
    if (
        len(root.edges) == 2
        and root.edges[1][0] in ("with", "without")
        and not proposition.polarity
    ):
        role, had = root.edges[1]
        all_or_some = replace(thing, quant="all" if role == "without" else "some")
        had = replace(had, quant="" if had.quant == "any" else had.quant)
        whole = Node("have", "verb", (("subj", all_or_some), ("obj", had)))
        return replace(proposition, root=whole, polarity=role == "without")
    inner = thing.get("rel")
    if len(root.edges) != 1 or inner is None or inner.kind not in ("verb", "adj"):
        return proposition
    bare = thing.without("rel")
    polarity, quant = proposition.polarity, "some"
    if inner.negated:  # "there are X that are not A": not all X are A
        polarity, quant = not polarity, "all"
    root = replace(filled(inner, replace(bare, quant=quant)), negated=False)
    return replace(proposition, root=root, polarity=polarity)


# X counts (qualifies) as Y  ->  X is a Y
def _counted(proposition: Proposition) -> Proposition:
    root = proposition.root
    kind = root.get("as")
    if root.head not in ("count", "qualify") or kind is None or root.get("obj") is not None:
        return proposition
    edges = tuple(("obj" if node is kind else role, node) for role, node in root.edges)
    return replace(proposition, root=replace(root, head="isa", edges=edges))


# X is the one (the body, what) that V; the one that V is X  ->  X V
def _singled_out(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    subject, kind = root.get("subj"), root.get("obj")
    if root.head != "isa" or subject is None or kind is None:
        return proposition
    if any(role not in ("subj", "obj") and node.head != "was" for role, node in root.edges):
        return proposition
    if kind.get("rel") is None:
        subject, kind = kind, subject
    clause = kind.get("rel")
    if clause is None or len(kind.edges) != 1 or kind.quant != "the" or kind.value is not None:
        return proposition
    if kind.head not in grammar.light_nouns and kind.head not in grammar.bodies:
        return proposition
    if clause.kind not in ("verb", "adj") or subject.kind == "pronoun":
        return proposition
    polarity = proposition.polarity != clause.negated
    return replace(
        proposition, root=replace(filled(clause, subject), negated=False), polarity=polarity
    )


# if/when someone V, ...  ->  ... in people who V;  when (once) X is so, ...  ->  if X is so, ...
def _condition(proposition: Proposition) -> Proposition:
    root = proposition.root
    if root.kind == "noun":
        return proposition
    edges: list[Edge] = []
    for role, node in root.edges:
        who = node.get("subj")
        if (
            role in ("if", "when", "whenever", "once")
            and who is not None
            and who.head == PEOPLE
            and not node.negated
            and node.kind in ("verb", "adj")
        ):
            inner = node.without("subj")
            if node.kind == "adj":
                edges.append(("in", who.plus(("mod", inner))))
            elif node.head == "have" and len(inner.edges) == 1 and inner.get("obj") is not None:
                edges.append(("in", who.plus(("with", inner.edges[0][1]))))
            else:
                edges.append(("in", who.plus(("rel", inner))))
        elif role in ("when", "whenever", "once") and node.kind in ("verb", "adj"):
            edges.append(("if", node))
        else:
            edges.append((role, node))
    return proposition.with_root(root.with_edges(tuple(edges)))


# X goes up (down) in people who V  ->  V-ing raises (lowers) X
def _moved_by(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    verb = grammar.moving.get(root.head)
    moved, who = root.get("subj"), root.get("in")
    doing = who.get("rel") if who is not None and who.head == PEOPLE else None
    if verb is None or moved is None or doing is None or root.get("obj") is not None:
        return proposition
    if doing.kind != "verb" or who is None or len(who.edges) != 1 or doing.negated:
        return proposition
    rest = tuple(edge for edge in root.edges if edge[1] is not moved and edge[1] is not who)
    edges = (("subj", doing), ("obj", moved), *rest)
    return replace(proposition, root=replace(root, head=verb, edges=edges))


# anyone who V must (can) W  ->  people who V must (can) W
def _anyone(proposition: Proposition) -> Proposition:
    root = proposition.root
    who = root.get("subj")
    if who is None or who.head != PEOPLE or not who.edges or who.quant not in ("all", "some"):
        return proposition
    is_all = who.quant == "all"
    if proposition.duty in ("must", "should"):
        is_plain = is_all != proposition.duty_negated  # "nobody who V must W"
    else:
        is_plain = proposition.strength == "may" and is_all == proposition.polarity
    if not is_plain:
        return proposition
    edges = tuple((role, replace(n, quant="") if n is who else n) for role, n in root.edges)
    return replace(proposition, root=replace(root, edges=edges))


# V with A or B, inside a clause  ->  V with A; V with B
def _spread(node: Node) -> list[Node]:
    options: list[tuple[Edge, ...]] = [()]
    for role, child in node.edges:
        inner = _spread(child) if child.edges else [child]
        options = [(*chosen, (role, each)) for chosen in options for each in inner][:MOST]
    found = [replace(node, edges=edges) if edges != node.edges else node for edges in options]
    spread: list[Node] = []
    for each in found:
        spread.extend(_one_by_one(each))
    return spread[:MOST]


def _one_by_one(node: Node) -> list[Node]:
    """The node once for each member of a list among its dependents (marked with LISTED)."""
    role = next((role for role, _ in node.edges if role.endswith(LISTED)), "")
    if not role:
        return [node]
    kept = [edge for edge in node.edges if edge[0] != role]
    return [
        inner
        for name, each in node.edges
        if name == role
        for inner in _one_by_one(replace(node, edges=(*kept, (role.removesuffix(LISTED), each))))
    ]
