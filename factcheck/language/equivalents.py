"""What else says the same: forms of a proposition that are kept and tried beside its own.

Each rule stands as a comment above its code: the left side and the right side hold together. Rules
look at the shape of a proposition and at words of general English only.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import words
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition

PEOPLE = Node("people")
APPLYING = frozenset({"give", "use", "take", "apply"})


def equivalents(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """Other propositions that hold just when this one does."""
    rules = (
        _extraposed,
        _gerund,
        _without,
        _unless,
        _must_have,
        _needed,
        _required,
        _by_means,
        _of_whom,
        _undone,
        _for_use,
    )
    found = [other for rule in rules if (other := rule(proposition)) is not None]
    return [
        *found,
        *(
            each
            for rule in (_tough, _at_ease, _by_doing, _lasting)
            if (each := rule(proposition, grammar))
        ),
    ]


# people V, in people who W  =  people who W V;  people must V, with X  =  people with X must V
def _of_whom(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    who = [edge for edge in root.edges if edge[0] == "in" and edge[1].head == PEOPLE.head]
    doer = root.get("subj")
    if len(who) == 1 and doer is None:
        return _to_whom(proposition, who[0])
    if doer is None or doer.head != PEOPLE.head or doer.edges or doer.quant:
        return None
    had = root.get("with") if proposition.duty else None
    if had is not None and had.kind == "noun" and not who:
        owner = replace(doer, edges=(("with", had),))
        rest = tuple(edge for edge in root.edges if edge[1] not in (doer, had))
        return replace(proposition, root=replace(root, edges=(("subj", owner), *rest)))
    if len(who) != 1 or who[0][1].quant or not who[0][1].edges:
        return None
    rest = tuple(edge for edge in root.edges if edge[1] is not doer and edge != who[0])
    return replace(proposition, root=replace(root, edges=(("subj", who[0][1]), *rest)))


# people can(not) V without W-ing  =  people who V need not (must) W
def _undone(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    lacked, doer = root.get("without"), root.get("subj")
    if lacked is None or lacked.kind != "verb" or lacked.negated or root.kind != "verb":
        return None
    if doer is None or doer.head != PEOPLE.head or doer.edges or not _is_possibility(proposition):
        return None
    if doer.quant and (doer.quant != "some" or proposition.polarity):
        return None
    act = Node(root.head, "verb", tuple(e for e in root.edges if e[1] not in (lacked, doer)))
    must = replace(proposition, polarity=True, strength="generic", duty="must")
    who = PEOPLE.plus(("rel", act))
    return replace(
        must,
        root=replace(lacked, edges=(("subj", who), *lacked.without("subj").edges)),
        duty_negated=_is_so(proposition),
    )


# to V, people must (need not) W  =  people who V must (need not) W
def _for_use(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    act, doer = root.get("to"), root.get("subj")
    if proposition.duty != "must" or not proposition.polarity or act is None or doer is None:
        return None
    if act.kind != "verb" or act.negated or doer.head != PEOPLE.head or doer.edges or doer.quant:
        return None
    rest = tuple(edge for edge in root.edges if edge[1] not in (act, doer))
    who = PEOPLE.plus(("rel", act))
    return replace(proposition, root=replace(root, edges=(("subj", who), *rest)))


# X is easy (safe) to V  =  V-ing X is easy (safe)
def _tough(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    thing, act = root.get("subj"), root.get("to")
    if root.kind != "adj" or root.head not in grammar.tough or thing is None or act is None:
        return None
    if act.kind != "verb" or act.negated or thing.kind != "noun" or act.get("subj") is not None:
        return None
    if act.get("obj") is not None or thing.head == PEOPLE.head:
        return None
    done = replace(act, edges=(("obj", replace(thing, quant=_bare(thing))), *act.edges))
    rest = tuple(edge for edge in root.edges if edge[1] not in (thing, act))
    return replace(proposition, root=replace(root, edges=(("subj", done), *rest)))


# if people V, they harm (help) Y  =  V-ing harms (helps) Y
def _by_doing(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    doer, thing, who = root.get("subj"), root.get("obj"), root.get("in")
    if root.head not in grammar.affecting or doer is None or thing is None or who is None:
        return None
    deed = who.get("rel") if who.head == PEOPLE.head and len(who.edges) == 1 else None
    if doer.head != PEOPLE.head or doer.edges or doer.quant or proposition.duty or who.quant:
        return None
    if deed is None or deed.kind != "verb" or deed.negated or thing.kind != "noun":
        return None
    rest = tuple(edge for edge in root.edges if edge[1] not in (doer, who))
    return replace(proposition, root=replace(root, edges=(("subj", deed), *rest)))


# people can safely V, X can safely be V-ed  =  V-ing (X) is safe
def _at_ease(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    manner = next((n for r, n in root.edges if r == "adv" and n.head in grammar.at_ease), None)
    if manner is None or root.kind != "verb" or not _is_possibility_of(proposition):
        return None
    doer = root.get("subj")
    if doer is not None and (doer.head != PEOPLE.head or doer.edges or doer.quant):
        return None
    act = replace(root, edges=tuple(e for e in root.edges if e[1] not in (manner, doer)))
    quality = Node(grammar.at_ease[manner.head], "adj", (("subj", act),), span=root.span)
    holds = _is_so(proposition)
    return Proposition(quality, holds, span=proposition.span, tense=proposition.tense)


def _bare(thing: Node) -> str:
    return "" if thing.quant in ("", "any", "some") else thing.quant


# give Y to people, in people who W  =  give Y to people who W
def _to_whom(proposition: Proposition, who: Edge) -> Proposition | None:
    root = proposition.root
    bare = [
        edge
        for edge in root.edges
        if edge[0] in ("to", "obj", "for") and edge[1].head == PEOPLE.head and not edge[1].edges
    ]
    if len(bare) != 1 or bare[0][1].quant or who[1].quant or not who[1].edges:
        return None
    edges = tuple(
        (role, who[1]) if (role, node) == bare[0] else (role, node)
        for role, node in root.edges
        if (role, node) != who
    )
    return replace(proposition, root=replace(root, edges=edges))


# people can V Y by giving X, Y can be V-ed with X  =  X can V Y
def _by_means(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    doer, target = root.get("subj"), root.get("obj")
    if root.kind != "verb" or target is None or proposition.strength != "may" or proposition.duty:
        return None
    if doer is not None and (doer.head != PEOPLE.head or doer.edges or doer.quant):
        return None
    for role, means in root.edges:
        thing: Node | None = means
        if role == "by" and means.kind == "verb" and means.head in APPLYING and not means.negated:
            thing = means.get("obj") if len(means.edges) == 1 else None
        elif role not in ("with", "by"):
            continue
        if thing is None or thing.kind != "noun" or thing.quant in ("no", "the"):
            continue
        rest = tuple(edge for edge in root.edges if edge[1] not in (doer, means))
        return replace(proposition, root=replace(root, edges=(("subj", thing), *rest)))
    return None


# it is A to V  =  V-ing is A
def _extraposed(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    subject, act = root.get("subj"), root.get("to")
    is_quality = root.kind == "adj" or root.head in ("at", "isa")
    if not is_quality or subject is None or subject.head != "it":
        return None
    if act is None or act.kind != "verb" or root.get("for") is not None:
        return None
    edges = tuple(
        ("subj", act) if node is subject else (role, node)
        for role, node in root.edges
        if node is not act
    )
    return replace(proposition, root=replace(root, edges=edges))


# swimming (the noun) in Z is A  =  to swim in Z is A
def _gerund(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    act = root.get("subj") if root.kind == "adj" else None
    if act is None or act.kind != "noun" or not act.head.endswith("ing") or act.quant:
        return None
    verbs = words.nominalised(act.head)
    if not verbs or any(role == "mod" for role, _ in act.edges):
        return None
    inner = tuple(("obj" if role == "of" else role, node) for role, node in act.edges)
    verb = Node(verbs[0], "verb", inner, span=act.span)
    edges = tuple(("subj", verb) if node is act else (role, node) for role, node in root.edges)
    return replace(proposition, root=replace(root, edges=edges))


# Y can V without X  =  Y does not need X to V
def _without(proposition: Proposition) -> Proposition | None:
    lacked = proposition.root.get("without")
    if lacked is None or lacked.kind != "noun" or not _is_possibility(proposition):
        return None
    holds = _is_so(proposition)
    return _need(proposition, proposition.root.without("without"), lacked, holds=not holds)


# Y cannot V unless Y has X  =  Y needs X to V
def _unless(proposition: Proposition) -> Proposition | None:
    having = proposition.root.get("unless")
    if having is None or having.head not in ("have", "get") or having.negated:
        return None
    needed = having.get("obj")
    if needed is None or not _is_possibility(proposition) or _is_so(proposition):
        return None
    owner, doer = having.get("subj"), proposition.root.get("subj")
    if owner is not None and doer is not None and owner.head not in (doer.head, "they"):
        return None
    return _need(proposition, proposition.root.without("unless"), needed, holds=True)


# Y must have X to V  =  Y needs X to V
def _must_have(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    needed, act = root.get("obj"), root.get("to")
    if root.head != "have" or proposition.duty != "must" or not proposition.polarity:
        return None
    if needed is None or act is None or act.kind != "verb":
        return None
    holds = not proposition.duty_negated
    return replace(
        proposition, root=replace(root, head="require"), polarity=holds, duty="", duty_negated=False
    )


# there is (no) need for X to V  =  people (do not) need X to V
def _needed(proposition: Proposition) -> Proposition | None:
    root = proposition.root
    need, needed, act = root.get("subj"), root.get("for"), root.get("to")
    if root.head != "there" or need is None or need.head != "need" or act is None:
        return None
    if act.kind != "verb" or needed is None or len(root.edges) != 3:
        return None
    edges: tuple[Edge, ...] = (("subj", PEOPLE), ("obj", needed), ("to", act))
    return replace(proposition, root=Node("require", "verb", edges))


# V-ing (it) is required of Y (to V)  =  Y must V
def _required(proposition: Proposition) -> Proposition | None:
    whole = _extraposed_for(proposition)
    act = whole.root.get("subj")
    if whole.root.head != "required" or whole.root.kind != "adj" or whole.duty:
        return None
    if act is None or act.kind != "verb" or act.negated:
        return None
    doer = next((node for role, node in whole.root.edges if role in ("for", "of")), PEOPLE)
    rest = tuple(e for e in whole.root.edges if e[1] is not act and e[1] is not doer)
    edges = (("subj", doer), *act.without("subj").edges, *rest)
    return replace(
        whole,
        root=replace(act, edges=edges),
        polarity=True,
        duty="must",
        duty_negated=not whole.polarity,
    )


def _extraposed_for(proposition: Proposition) -> Proposition:
    root = proposition.root
    doer = root.get("for")
    turned = _extraposed(replace(proposition, root=root.without("for")))
    if turned is None:
        return proposition
    return turned if doer is None else replace(turned, root=turned.root.plus(("for", doer)))


def _is_possibility_of(proposition: Proposition) -> bool:
    return _is_possibility(proposition) or proposition.duty == "may"


def _is_possibility(proposition: Proposition) -> bool:
    if proposition.duty:
        return proposition.duty == "may" and proposition.polarity
    return proposition.strength == "may"


def _is_so(proposition: Proposition) -> bool:
    return not proposition.duty_negated if proposition.duty else proposition.polarity


def _need(proposition: Proposition, act: Node, needed: Node, *, holds: bool) -> Proposition | None:
    """ "Y needs X to V", or that it is not so."""
    if act.kind != "verb" or needed.quant not in ("", "any", "some", "no"):
        return None
    if needed.quant == "no" or needed.negated:
        return None
    doer = act.get("subj") or PEOPLE
    edges: tuple[Edge, ...] = (
        ("subj", doer),
        ("obj", replace(needed, quant="")),
        ("to", act.without("subj")),
    )
    root = Node("require", "verb", edges, span=proposition.root.span)
    return Proposition(root, holds, span=proposition.span)


# X wears off (stops working) after T, X works (keeps working) for T  =  X lasts T
def _lasting(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, doing = root.get("subj"), root.get("obj")
    works = doing is not None and doing.head in ("work", "working") and len(doing.edges) <= 1
    is_over = root.head in grammar.wearing_off or (root.head == "end" and works)
    if subject is None or not (is_over or root.head in grammar.enduring) or proposition.duty:
        return None
    if doing is not None and not works:
        return None
    if root.head in ("keep", "continue", "stay", "remain") and doing is None:
        return None
    roles = ("after", "in", "within") if is_over else ("for",)
    told = (*root.edges, *(doing.edges if doing is not None else ()))
    spans = [e for e in told if e[0] in roles and e[1].value and e[1].value.unit == "seconds"]
    if len(spans) != 1:
        return None
    rest = tuple(edge for edge in root.edges if edge not in (spans[0], ("obj", doing)))
    edges = (*rest, ("obj", spans[0][1]))
    return replace(proposition, root=replace(root, head="last", edges=edges))
