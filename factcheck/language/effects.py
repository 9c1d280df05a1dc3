"""What brings about what: "X makes Y rarer", "X gets people to V more", "Y is likelier with X".

Each rule stands as a comment above its code: the left side becomes the right side. What is brought
about is a thing or a clause; "the growth of Y" and "Y grows" are paired where they are compared.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.gaps import GAP
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Node, Proposition

PEOPLE = "people"
MORE, LESS = "increase", "reduce"
DEGREES = {"more": MORE, "much": MORE, "less": LESS, "few": LESS}
PACES = {"slowly": "slow down", "quickly": "speed up", "fast": "speed up"}
BY_MEANS = ("with", "because", "because of", "thanks to", "due to")


def brought_about(proposition: Proposition, grammar: Grammar) -> Proposition:
    """The proposition with what has an effect as its subject, and the effect as its object."""
    root = proposition.root
    if root.kind == "adj":
        turned = _turned_round(proposition, grammar) or proposition
        return _likely_with(turned, grammar) or turned
    if root.head == "there":
        return _fewer_with(proposition, grammar) or proposition
    if root.head in grammar.affecting or root.head in grammar.keeping:
        return _kept_from(proposition, grammar) or _measured(proposition, grammar)
    if root.head in grammar.bringing_about:
        made = _made_likely(proposition, grammar) or _caused(proposition, grammar)
        if made is not None:
            return made
    return _led_to_more(proposition, grammar) or _done_more(proposition, grammar) or proposition


# X is less A  ->  X is more B, where A and B are the ends of a scale
def _turned_round(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    other = grammar.paired.get(root.head) if root.kind == "adj" else None
    degree = root.get("adv")
    if other is None or degree is None or degree.head != "less":
        return None
    edges = tuple((r, Node("more", "adv") if n is degree else n) for r, n in root.edges)
    return replace(proposition, root=replace(root, head=other, edges=edges))


# X stops (keeps, prevents) Y from V-ing  ->  X prevents that Y V
def _kept_from(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    thing, act = root.get("obj"), root.get("from")
    if root.head not in grammar.keeping or thing is None or act is None or thing.kind != "noun":
        return None
    if act.kind != "verb" or act.negated:
        return None
    rest = tuple(edge for edge in root.edges if edge[1] is not act and edge[1] is not thing)
    done = _done_by(act, thing)
    return replace(proposition, root=Node("prevent", "verb", (*rest, ("obj", done))))


# X makes (gets, leads, causes) Y (to) V  ->  X causes that Y V
def _caused(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    thing = root.get("obj")
    if root.head not in grammar.bringing_about or thing is None or thing.kind != "noun":
        return None
    act = root.get("to") or thing.get("to")
    if act is None or act.kind != "verb" or act.negated or root.get("subj") is None:
        return None
    if root.get("pred") is not None or thing.quant in ("no", "any"):
        return None
    who = thing.without("to")
    rest = tuple(edge for edge in root.edges if edge[1] is not act and edge[1] is not thing)
    done = _done_by(act, who)
    verb, done = _graded(done)
    return replace(proposition, root=Node(verb or "cause", "verb", (*rest, ("obj", done))))


# X makes Y more (less) likely  ->  X raises (lowers) the risk of Y
def _made_likely(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    thing, quality, degree = root.get("obj"), root.get("pred"), root.get("adv")
    if root.head != "make" or thing is None or quality is None:
        return None
    if degree is None and thing.kind == "verb":  # "makes falling less likely"
        degree, thing = thing.get("adv"), thing.without("adv")
    if degree is None:
        return None
    verb = DEGREES.get(degree.head)
    if verb is None or quality.head not in grammar.likely or quality.negated:
        return None
    event = thing if thing.kind in ("noun", "verb") else None
    act = root.get("that") or root.get("to")
    if act is not None:
        who = root.get("for") if thing.kind == "pronoun" else thing
        event = act if who is None else _done_by(act, who)
    if event is None or event.negated:
        return None
    return _changing(proposition, verb, root.get("subj"), _risk(event))


# Y is more (less) likely with X, if people V  ->  X, V-ing raises (lowers) the risk of Y
# people who V are more (less) likely to W  ->  V-ing raises (lowers) the risk of W-ing
def _likely_with(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, degree, act = root.get("subj"), root.get("adv"), root.get("to")
    if root.kind != "adj" or subject is None or degree is None or root.get("than") is not None:
        return None
    verb = DEGREES.get(degree.head, "")
    cause, used = _cause(root)
    event: Node | None = None
    if root.head in grammar.likely and act is not None:
        cause, act = _cause_within(cause, act)
        if cause is None:
            cause = _doing(subject)
        elif subject.head != PEOPLE or subject.edges:
            return None
        event = _risk(_done_by(act, Node(PEOPLE)))
    elif root.head in grammar.likely:
        event = _risk(subject)
    elif root.head in ("low", "high") and subject.head in grammar.chances:
        verb = LESS if (verb == MORE) == (root.head == "low") else MORE
        event = subject
    if not verb or subject.kind not in ("noun", "verb"):
        return None
    if any(e[1] not in (subject, degree, used, root.get("to")) for e in root.edges):
        return None
    return _changing(proposition, verb, cause, event)


def _cause_within(cause: Node | None, act: Node) -> tuple[Node | None, Node]:
    """What is behind "to fall if you run", and "to fall"."""
    condition = act.get("if")
    if cause is not None or condition is None:
        return cause, act
    who = condition.get("subj")
    if who is None or who.head != PEOPLE or who.edges or condition.negated:
        return None, act
    return condition.without("subj"), act.without("if")


# there are more (fewer) Y with X, if people V  ->  X, V-ing raises (lowers) Y
def _fewer_with(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    thing = root.get("subj")
    if root.head != "there" or thing is None or thing.kind != "noun":
        return None
    verb, bare = _counted(thing)
    cause, used = _cause(root)
    if not verb or cause is None or len(root.edges) != 2 or used is None:
        return None
    return _changing(proposition, verb, cause, bare)


# people V more (more Y) because of X, because X Ws  ->  X raises that people V (V Y)
def _done_more(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    who = root.get("subj")
    if root.kind != "verb" or who is None or who.head != PEOPLE or who.edges or who.quant:
        return None
    cause, used = _cause(root)
    if cause is None or used is None:
        return None
    rest = tuple(edge for edge in root.edges if edge[1] is not used)
    verb, done = _graded(replace(root, edges=rest))
    if not verb:
        return None
    return _changing(proposition, verb, cause, done.without("subj"))


# X leads to (means) more (fewer, less) Y  ->  X raises (lowers) Y
def _led_to_more(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    role = "obj" if root.head == "mean" else grammar.changing.get(root.head, "")
    thing = root.get(role) if role else None
    if thing is None or thing.kind != "noun" or root.get("subj") is None:
        return None
    verb, bare = _counted(thing)
    if not verb:
        return None
    edges = tuple(("obj", bare) if node is thing else (r, node) for r, node in root.edges)
    return replace(proposition, root=Node(verb, "verb", edges, span=root.span))


# X lowers the number of Y, the chances of Y  ->  X lowers Y, the risk of Y
def _measured(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    if root.head not in grammar.affecting:
        return proposition
    edges = tuple((r, _plain(n, grammar) if r == "obj" else n) for r, n in root.edges)
    return (
        proposition
        if edges == root.edges
        else replace(proposition, root=replace(root, edges=edges))
    )


def _plain(node: Node, grammar: Grammar) -> Node:
    inner = node.get("of")
    if node.kind != "noun" or inner is None or inner.kind == "value" or node.negated:
        return node
    if node.head in grammar.chances:
        return replace(node, head="risk", quant="")
    if node.head in grammar.counting and len(node.edges) == 1 and inner.kind == "noun":
        return replace(inner, quant="")
    return node


def _changing(
    proposition: Proposition, verb: str, cause: Node | None, effect: Node | None
) -> Proposition | None:
    if cause is None or effect is None:
        return None
    root = Node(verb, "verb", (("subj", cause), ("obj", effect)), span=proposition.root.span)
    return replace(proposition, root=root)


def _risk(event: Node) -> Node:
    return Node("risk", "noun", (("of", replace(event, quant="")),), span=event.span)


def _done_by(act: Node, who: Node) -> Node:
    """A clause with who does it, or what it is done to, in its place; less people at large."""
    is_passive = any(node == GAP for role, node in act.edges if role == "obj")
    edges = tuple(edge for edge in act.edges if edge[1] != GAP)
    if who.head == PEOPLE and not who.edges:
        return replace(act, edges=edges)
    role = "obj" if is_passive else "subj"
    return replace(act, edges=((role, who), *edges))


def _graded(act: Node) -> tuple[str, Node]:
    """What makes a clause more or less so, and the clause without its degree."""
    degree = next((n for r, n in act.edges if r == "adv" and n.head in DEGREES), None)
    if degree is not None:
        rest = tuple(edge for edge in act.edges if edge[1] is not degree)
        return DEGREES[degree.head], replace(act, edges=rest)
    for role, manner in act.edges:
        degree = manner.get("adv") if role == "adv" else None
        if degree is None or degree.head not in DEGREES:
            continue
        bare = replace(act, edges=tuple(edge for edge in act.edges if edge[1] is not manner))
        if manner.head == "often":
            return DEGREES[degree.head], bare
        if manner.head in PACES:
            is_slow = (manner.head == "slowly") == (DEGREES[degree.head] == MORE)
            return PACES["slowly" if is_slow else "quickly"], bare
    thing = act.get("obj")
    verb, bare = _counted(thing) if thing is not None else ("", act)
    if not verb:
        return "", act
    return verb, replace(act, edges=tuple((r, bare if n is thing else n) for r, n in act.edges))


def _counted(thing: Node) -> tuple[str, Node]:
    """What "more Y" or "fewer Y" comes to as a change, and Y."""
    much = next((n for r, n in thing.edges if r == "mod" and n.head == "much"), None)
    degree = much.get("adv") if much is not None else None
    if degree is None or degree.head not in ("more", "less") or thing.get("than") is not None:
        return "", thing
    rest = tuple(edge for edge in thing.edges if edge[1] is not much)
    return DEGREES[degree.head], replace(thing, edges=rest, quant="")


def _cause(root: Node) -> tuple[Node | None, Node | None]:
    """What a clause says is behind it, and the phrase that says it."""
    for role, node in root.edges:
        if role in BY_MEANS and node.kind in ("noun", "verb") and not node.negated:
            return node, node
        if role in ("in", "for", "among") and (who := _doing(node)) is not None:
            return who, node
        if role == "if" and node.kind == "verb" and not node.negated:
            who = node.get("subj")
            if who is not None and who.head == PEOPLE and not who.edges:
                return node.without("subj"), node
    return None, None


def _doing(who: Node) -> Node | None:
    """V of "people who V", None for other nouns."""
    if who.head != PEOPLE or len(who.edges) != 1 or who.quant not in ("", "the"):
        return None
    doing = who.get("rel")
    if doing is None or doing.kind != "verb" or doing.negated:
        return None
    return replace(doing, edges=tuple(edge for edge in doing.edges if edge[1] != GAP))
