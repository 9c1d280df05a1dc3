"""Events that nouns speak of, brought to the verb: "the closure of X by Y came in 1999".

Each rule stands as a comment above its code: the left side becomes the right side. What takes part
keeps its part: an owner does what is done to the "of" phrase, and "by" names who does it.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import words
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition

TIMES = frozenset({"in", "on", "from", "to", "since", "at", "by"})
ENDINGS = ("ion", "ment", "al", "ure", "ance", "ence", "age", "ing", "y")
PARTICIPANTS = frozenset({"of", "by", "own", "mod", "on"})
FLIPPED = frozenset({"forbid", "reject", "exclude"})


def as_events(proposition: Proposition, grammar: Grammar) -> Proposition:
    """The proposition with the verb of an event in place of the noun that names it."""
    for rule in (_happening, _in_force, _existing, _possible, _given, _received, _had, _changed):
        found = rule(proposition, grammar)
        if found is not None:
            return found
    return _with_gerunds(proposition, grammar)


def event(node: Node | None, grammar: Grammar) -> Node | None:
    """The verb that a noun of action stands for, with who takes part; None if it is no such noun.

    Only what can be placed is placed: a noun with anything else about it gives None.
    """
    if node is None or node.negated or node.quant in ("no", "most", "many", "few", "some"):
        return None
    if node.kind == "verb":
        return _with_objects(node)
    verb = acted(node.head, grammar)
    if node.kind != "noun" or not verb or node.value is not None:
        return None
    owners = [each for role, each in node.edges if role == "of" and _is_owner(each, node)]
    themes = [each for role, each in node.edges if role == "of" and not _is_owner(each, node)]
    agents = [each for role, each in node.edges if role == "by"]
    edges: list[Edge] = []
    if node.head in grammar.acts_on:
        themes.extend(each for role, each in node.edges if role == "on")
    for role, each in node.edges:
        if role == "mod":
            manner = _manner(each, grammar)
            if manner is None:
                return None
            edges.append(("adv", manner))
        elif role not in PARTICIPANTS and each.kind != "adv":
            edges.append((role, each))
    if len(owners) > 1 or len(themes) > 1 or len(agents) > 1:
        return None
    if themes:
        theme, lifted = _lifted(themes[0])
        for role, each in lifted:
            if role == "by":
                agents.append(each)
            else:
                edges.append((role, each))
        themes = [theme]
    if owners and agents and not themes:
        themes, owners = owners, []
    if owners and (agents or not themes):
        return None
    agents = agents or owners
    if any(each.kind != "noun" for each in agents) or len(agents) > 1:
        return None
    parts: list[Edge] = [("subj", each) for each in agents]
    parts.extend(("obj", each) for each in themes)
    return Node(verb, "verb", (*parts, *edges), span=node.span)


def _with_objects(act: Node) -> Node:
    """A gerund with "of" before what is done to: "blunting of X by Y"."""
    theme = act.get("of")
    if theme is None or act.get("obj") is not None or act.get("subj") is not None:
        return act
    bare, lifted = _lifted(theme)
    edges = [("obj", bare) if each is theme else (role, each) for role, each in act.edges]
    turned = [("subj" if r == "by" and n.kind == "noun" else r, n) for r, n in (*edges, *lifted)]
    return replace(act, edges=tuple(turned))


def acted(noun: str, grammar: Grammar) -> str:
    """The canonical verb whose act a noun names, "" if it names none."""
    verb = grammar.acts.get(noun, "")
    if not verb and not noun.startswith("@"):
        named = words.nominalised(noun)
        verb = named[0] if named else ""
        if not verb and noun.endswith("ing"):
            verb = next((w.lemma for w in words.lookup(noun) if w.tag == "VBG"), "")
        if not verb and noun.endswith(ENDINGS):
            verb = next((each for each, tag in words.derived(noun, "N")[:1] if tag == "V"), "")
    return grammar.synonyms.get(f"verb:{verb}", verb)


def _is_owner(owner: Node, node: Node) -> bool:
    """Whether an "of" dependent stands before the noun: "the council's approval"."""
    return owner.kind == "pronoun" or owner.span.end <= node.span.end


def _lifted(theme: Node) -> tuple[Node, list[Edge]]:
    """The theme alone, and the phrases after it that belong to the event."""
    kept = tuple(
        (role, each)
        for role, each in theme.edges
        if role in ("mod", "of", "own", "rel", "that", "except")
    )
    lifted = [edge for edge in theme.edges if edge not in kept]
    return replace(theme, edges=kept), lifted


def _manner(modifier: Node, grammar: Grammar) -> Node | None:
    """The adverb of an adjective: "sudden" of "sudden closure" is "suddenly"."""
    if modifier.kind != "adj" or modifier.edges or modifier.negated:
        return None
    for word, tag in words.derived(modifier.head, "A"):
        if tag == "R":
            return Node(grammar.synonyms.get(f"adv:{word}", word), "adv")
    return None


def _as(proposition: Proposition, act: Node, more: tuple[Edge, ...] = ()) -> Proposition:
    """The proposition that the act happens: who does it first, then what it is done to."""
    order = {"subj": 0, "obj": 1}
    edges = sorted((*act.edges, *more), key=lambda edge: order.get(edge[0], 2))
    return replace(proposition, root=replace(act, edges=tuple(edges), negated=False))


def _told(
    proposition: Proposition, act: Node, grammar: Grammar, more: tuple[Edge, ...] = ()
) -> Proposition:
    """Like `_as`, with "forbid" read as "not allow" as everywhere."""
    found = _as(proposition, act, more)
    other = grammar.antonyms.get(act.head)
    if act.head not in FLIPPED or other is None:
        return found
    return replace(found, root=replace(found.root, head=other), polarity=not proposition.polarity)


# the V-ing of X by Y came (happened, dates from) in T  ->  Y V X in T
def _happening(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    if root.head == "at" and not any(
        role in TIMES and node.kind == "value" and node.value and node.value.unit == "date"
        for role, node in root.edges
    ):
        return None
    is_seen = root.head in grammar.witnessing and root.get("subj") is None
    place = root.get("in")
    if root.head not in grammar.happening and root.head != "at" and not is_seen:
        return None
    if place is not None and place.head in grammar.in_force:
        return None
    subject = root.get("obj" if is_seen else "subj")
    if subject is None or (subject.kind != "noun" and subject.get("of") is None):
        return None
    act = event(subject, grammar) or _undergone(subject, grammar)
    if act is None or (act.get("obj") is None and act.get("subj") is None):
        return None
    rest: list[Edge] = []
    for role, node in root.edges:
        if node is subject or (role, node.head) in (("obj", "place"), ("adv", "back")):
            continue
        if (role, node.head) == ("adv", "was") or (role == "adv" and node.head == "about"):
            continue
        if role == "obj":
            return None
        is_time = node.kind == "value" and role in TIMES
        rest.append(("in" if is_time and root.head == "date" else role, node))
    has_time = any(node.kind == "value" or role in ("after", "before") for role, node in rest)
    if root.head in ("come", "date") and not has_time:
        return None
    if root.head == "take" and root.get("obj") is None:
        return None
    return _told(proposition, act, grammar, tuple(rest))


def _undergone(node: Node, grammar: Grammar) -> Node | None:
    """ "X's closure": the closure of X, where nothing else is said of who takes part."""
    owners = [each for role, each in node.edges if role == "of" and each.kind == "noun"]
    if len(owners) != 1 or node.get("by") is not None or node.get("on") is not None:
        return None
    bare = event(
        replace(node, edges=tuple(e for e in node.edges if e[1] is not owners[0])), grammar
    )
    return None if bare is None else replace(bare, edges=(("obj", owners[0]), *bare.edges))


# a ban on X is in force, X is under a ban, Y put a ban on X  ->  X is banned, Y bans X
def _in_force(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, thing, under = root.get("subj"), root.get("obj"), root.get("under")
    place = root.get("in")
    if root.head in ("at", "come") and place is not None and place.head in grammar.in_force:
        act = event(subject, grammar) if subject is not None and subject.kind == "noun" else None
        if act is None or act.get("obj") is None:
            return None
        rest = tuple(edge for edge in root.edges if edge[1] not in (subject, place))
        return _told(proposition, act, grammar, rest)
    if root.head == "at" and under is not None and under.head in grammar.acts_on:
        act = event(under, grammar)
        if act is None or act.get("obj") is not None or subject is None:
            return None
        rest = tuple(edge for edge in root.edges if edge[1] not in (subject, under))
        return _told(proposition, replace(act, edges=(*act.edges, ("obj", subject))), grammar, rest)
    if root.head in grammar.imposing and thing is not None and thing.head in grammar.acts_on:
        on = root.get("on")
        if on is not None and thing.get("on") is None:
            thing = thing.plus(("on", on))
        act = event(thing, grammar)
        if act is None or act.get("obj") is None or act.get("subj") is not None:
            return None
        rest = tuple(edge for edge in root.edges if edge[0] not in ("obj", "on"))
        return _told(proposition, act, grammar, rest)
    return None


# there is a ban on X  ->  X is banned
def _existing(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    thing = root.get("subj")
    if root.head != "there" or thing is None or thing.head not in grammar.acts_on:
        return None
    on = root.get("on")
    bare = replace(thing, quant="") if thing.quant in ("no", "any", "some") else thing
    act = event(bare.plus(("on", on)) if on is not None else bare, grammar)
    if act is None or act.get("obj") is None:
        return None
    rest = tuple(edge for edge in root.edges if edge[0] not in ("subj", "on"))
    return _told(proposition, act, grammar, rest)


# the V-ing of X by Y is (im)possible  ->  Y can(not) V X
def _possible(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject = root.get("subj")
    if root.head not in ("possible", "impossible") or subject is None or subject.kind != "noun":
        return None
    act = event(subject, grammar)
    if act is None or act.get("obj") is None:
        return None
    rest = tuple(edge for edge in root.edges if edge[0] not in ("subj", "adv"))
    polarity = (root.head == "possible") == proposition.polarity
    return _told(replace(proposition, polarity=polarity, strength="may"), act, grammar, rest)


# Y gives X approval, Y gives its approval to X  ->  Y approves X
def _given(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject = root.get("subj")
    if root.head not in grammar.giving:
        return None
    role = "obj2" if root.get("obj2") is not None else "obj"
    thing = root.get(role)
    if thing is None or thing.kind != "noun" or thing.head not in grammar.lent:
        return None
    receiver = root.get("obj") if role == "obj2" else root.get("to")
    owners = [each for r, each in thing.edges if r == "of" and _is_owner(each, thing)]
    if subject is None and len(owners) == 1 and owners[0].kind == "noun":
        subject = owners[0]  # "was given the council's approval"
    if any(
        each.kind == "noun" and (subject is None or each.head != subject.head) for each in owners
    ):
        return None
    bare = replace(thing, edges=tuple(e for e in thing.edges if e[1] not in owners), quant="")
    taken = [edge for edge in root.edges if edge[1] in (thing, receiver, subject)]
    before = _before(grammar.lent[thing.head])
    if receiver is None:
        after = next((e for e in (*root.edges, *bare.edges) if e[0] in before), None)
        if after is None:
            return None
        taken.append(after)
        bare = replace(bare, edges=tuple(e for e in bare.edges if e is not after))
        receiver = after[1]
    elif "from" in before:
        return None
    act = event(bare, grammar)
    if act is None or act.get("subj") is not None or act.get("obj") is not None:
        return None
    parts: tuple[Edge, ...] = () if subject is None else (("subj", subject),)
    rest = tuple(edge for edge in root.edges if edge not in taken)
    act = replace(act, edges=(*parts, ("obj", receiver), *act.edges))
    return _told(proposition, act, grammar, rest)


def _before(role: str) -> tuple[str, ...]:
    """What may stand before what a lent act is done to."""
    return ("of", "from", "for") if role == "from" else (role,)


# X gets approval from Y, X wins Y's approval  ->  Y approves X
def _received(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, thing = root.get("subj"), root.get("obj")
    if root.head not in grammar.receiving or subject is None or thing is None:
        return None
    if thing.head.startswith("@") and " " in thing.head:  # an entity of two words: "EU approval"
        giver, noun = thing.head.rsplit(" ", 1)
        thing = replace(thing, head=noun, edges=(("by", Node(giver)), *thing.edges))
    if grammar.lent.get(thing.head) != "to" or thing.kind != "noun":
        return None
    givers = [each for r, each in root.edges if r == "from"]
    givers.extend(each for r, each in thing.edges if r in ("of", "from", "by"))
    if len(givers) > 1:
        givers = [each for each in givers if each.head != subject.head]  # "its approval by Y"
    givers.extend(each for r, each in thing.edges if r == "mod" and each.kind == "noun")
    if len(givers) > 1 or any(each.kind != "noun" for each in givers):
        return None
    given = (*givers, *(each for r, each in thing.edges if r == "of" and each.head == subject.head))
    bare = replace(thing, edges=tuple(e for e in thing.edges if e[1] not in given), quant="")
    act = event(bare, grammar)
    if act is None or act.get("subj") is not None or act.get("obj") is not None:
        return None
    parts: tuple[Edge, ...] = tuple(("subj", each) for each in givers)
    rest = tuple(e for e in root.edges if e[0] not in ("subj", "obj") and e[1] not in givers)
    act = replace(act, edges=(*parts, ("obj", subject), *act.edges))
    return _told(proposition, act, grammar, rest)


# X has an effect on Y, X makes use of Y, X is in use  ->  X affects Y, X uses Y, X is used
def _had(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    subject, thing, place = root.get("subj"), root.get("obj"), root.get("in")
    if root.head == "at" and place is not None and place.head == "use" and not place.edges:
        if subject is None:
            return None
        rest = tuple(edge for edge in root.edges if edge[1] not in (subject, place))
        return replace(
            proposition, root=Node("use", "verb", (("obj", subject), *rest), span=root.span)
        )
    found = grammar.light.get(f"{root.head} {thing.head}", "") if thing is not None else ""
    if not found or thing is None:
        return None
    verb, before, *kept = found.split()
    edge = next((e for e in (*root.edges, *thing.edges) if e[0] == before), None)
    if edge is None:
        return None
    manner: list[Edge] = []
    carried = thing
    givers = [each for role, each in thing.edges if role in ("mod", "of") and each.kind == "noun"]
    if subject is None and len(givers) == 1 and givers[0] is not edge[1]:
        giver = givers[0]  # "a council warning was issued"
        thing = replace(thing, edges=tuple(e for e in thing.edges if e[1] is not giver))
        root = replace(root, edges=(("subj", giver), *root.edges))
    for role, each in thing.edges:
        if role == "mod":
            weakened = _working(each, grammar)
            if weakened and verb == "affect":
                verb = weakened
                continue
            adverb = _manner(each, grammar)
            if adverb is None:
                return None
            manner.append(("adv", adverb))
        elif (role, each) != edge:
            return None
    rest = tuple(e for e in root.edges if e[1] is not carried and e != edge)
    target = (kept[0] if kept else "obj", edge[1])
    return replace(proposition, root=Node(verb, "verb", (*rest, target, *manner), span=root.span))


def _working(modifier: Node, grammar: Grammar) -> str:
    """The verb of "a weakening effect", "" for other modifiers."""
    if not modifier.head.endswith("ing") or modifier.edges or modifier.negated:
        return ""
    verb = next((w.lemma for w in words.lookup(modifier.head) if w.tag == "VBG"), "")
    return grammar.synonyms.get(f"verb:{verb}", verb)


# X leads to (causes) a rise in Y  ->  X raises Y
def _changed(proposition: Proposition, grammar: Grammar) -> Proposition | None:
    root = proposition.root
    role = grammar.changing.get(root.head, "")
    thing = root.get(role) if role else None
    if thing is None or thing.kind != "noun" or root.get("subj") is None:
        return None
    verb = grammar.changes.get(thing.head, "")
    edge = next(
        (
            e
            for e in (*thing.edges, *root.edges)
            if e[0] in ("in", "of", "to") and e[1] is not thing and e[1].kind in ("noun", "verb")
        ),
        None,
    )
    if not verb or edge is None or thing.value is not None:
        return None
    manner: list[Edge] = []
    for name, each in thing.edges:
        if (name, each) == edge:
            continue
        adverb = _manner(each, grammar) if name == "mod" else None
        if adverb is None:
            return None
        manner.append(("adv", adverb))
    rest = tuple(e for e in root.edges if e[1] is not thing and e != edge)
    return replace(
        proposition,
        root=Node(verb, "verb", (*rest, ("obj", edge[1]), *manner), span=root.span),
    )


# the mixing of X with Y  ->  mixing X with Y, as a subject
def _with_gerunds(proposition: Proposition, grammar: Grammar) -> Proposition:
    root = proposition.root
    edges = tuple(
        (role, _gerund(node, grammar)) if role == "subj" else (role, node)
        for role, node in root.edges
    )
    return (
        proposition
        if edges == root.edges
        else replace(proposition, root=replace(root, edges=edges))
    )


def _gerund(node: Node, grammar: Grammar) -> Node:
    if node.kind != "noun" or node.quant not in ("", "the") or node.get("of") is None:
        return node
    act = event(node, grammar)
    if act is None or act.get("obj") is None:
        return node
    manners = set(grammar.synonyms.values())
    is_sudden = any(role == "adv" and each.head in manners for role, each in act.edges)
    return act if node.head.endswith("ing") or is_sudden else node
