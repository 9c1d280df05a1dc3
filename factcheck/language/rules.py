"""Rules in plain English: what a sentence says of everything that meets a condition.

"If something is cold and quiet then it is smart", "All red things are rough", "No kite flies unless
it has a tail", "Whatever leaves tracks is heavy", "Every top is either red or blue", "Only strong
horses pull ploughs" come out as implications between propositions with a variable in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.language import words
from factcheck.language.lexicon import Lexicon
from factcheck.language.statement import analyse
from factcheck.language.tokens import Token, tokenise
from factcheck.model.proposition import Edge, Node, Proposition
from factcheck.model.verdict import Stance

QUESTIONED = re.compile(r"\?(\w+)")
VARIABLE = "variable"
DONE = "participle"
ANYTHING = frozenset({"thing", "people", "something"})  # nouns as the grammar names them
PERSONAL = frozenset({"he", "she", "him", "her"})
CERTAIN = frozenset({"generic", "always"})
_X = Node("?x", VARIABLE)
_Y = Node("?y", VARIABLE)


@dataclass(frozen=True, slots=True)
class Implication:
    """Where all premises hold, one of the conclusions does. Variables are nodes of that kind.

    `is_strict` says that it knows no exception, so that it may be read backwards; `is_of_class`
    that the sentence is about a class by its name, so that what is in the class is known.
    """

    premises: tuple[Proposition, ...]
    conclusions: tuple[Proposition, ...]
    is_strict: bool = True
    is_of_class: bool = False


def implications(
    text: str, lexicon: Lexicon, said: Sequence[Proposition] | None = None
) -> tuple[Implication, ...]:
    """The implications that a sentence states; empty when it states none or is not read.

    `said` is what the sentence was read as, where that is known already.
    """
    tokens = [token for token in tokenise(text) if token.text != "."]
    if len(tokens) < 3 or any(token.text == "?" for token in tokens):
        return ()
    reader = _Reader(text, tokens, lexicon)
    special = reader.conditional() or reader.unless() or reader.whatever()
    return tuple(special or reader.plain(said=said))


def implication_of(conditions: Sequence[str], result: str, lexicon: Lexicon) -> Implication | None:
    """The implication between sentences with "?names" in them; None if one of them is not read."""
    names: dict[str, str] = {}
    bound: list[Proposition] = []
    for text in (*conditions, result):
        said = _Reader(text, [], lexicon).said(QUESTIONED.sub(lambda m: _stand_in(m, names), text))
        if len(said) != 1:
            return None
        bound.append(replace(said[0], root=_with_variables(said[0].root, names)))
    return Implication(tuple(bound[:-1]), (bound[-1],), is_strict=False)


def _stand_in(found: re.Match[str], names: dict[str, str]) -> str:
    """A name that no word has, to be read where a variable stands."""
    return names.setdefault(found[1], f"Qx{len(names)}q")


def _with_variables(node: Node, names: Mapping[str, str]) -> Node:
    named = next((name for name, word in names.items() if word.lower() == node.head.lower()), "")
    if named:
        return Node("?" + named, VARIABLE)
    return replace(node, edges=tuple((r, _with_variables(each, names)) for r, each in node.edges))


def is_variable(node: Node) -> bool:
    """Whether a node stands for anything at all."""
    return node.kind == VARIABLE


@dataclass(slots=True)
class _Reader:
    """One sentence on its way to implications."""

    text: str
    tokens: list[Token]
    lexicon: Lexicon

    def conditional(self) -> list[Implication]:
        """ "If A then B", "If A, B", "B if A"."""
        if self.tokens[0].low in self.lexicon.grammar.rule_conditions:
            for k in self._joints():
                then = k + 1 if self.tokens[k].low in ("then", ",") else k
                if then < len(self.tokens) and self.tokens[then].low == "then":
                    then += 1
                if found := self._if(self._cut(1, k), self._cut(then, None)):
                    return found
            return []
        at = next((k for k, token in enumerate(self.tokens) if token.low == "if" and k), 0)
        if not at:
            return []
        end = at - 1 if self.tokens[at - 1].low in ("only", ",") else at
        if self.tokens[at - 1].low == "only":
            return self._if(self._cut(0, end), self._cut(at + 1, None))  # "B only if A"
        return self._if(self._cut(at + 1, None), self._cut(0, end))

    def _joints(self) -> Iterator[int]:
        """Where the condition may end: before "then", else at a comma."""
        then = [k for k, token in enumerate(self.tokens) if token.low == "then" and k > 1]
        if then:
            yield then[0] - 1 if self.tokens[then[0] - 1].low == "," else then[0]
        else:
            yield from (k for k, token in enumerate(self.tokens) if token.low == "," and k > 1)

    def _if(self, condition: str, result: str) -> list[Implication]:
        premises = [_with_pronouns(each, condition) for each in self.said(condition)]
        results = [_with_pronouns(each, result) for each in self.said(result)]
        if not premises or not results:
            return []
        if any(_pronouns(each.root) > 1 for each in (*premises, *results)):
            return []  # "she sees him": who that is, it does not say
        either = _is_either(condition)
        if either and (len(premises) < 2 or " and " in condition):
            return []
        if either is False and " or " in result and len(results) > 1:
            return [self._bound(premises, results, condition)] if " and " not in result else []
        groups = [[each] for each in premises] if either else [premises]
        return [self._bound(group, [one], condition) for group in groups for one in results]

    def _bound(
        self, premises: Sequence[Proposition], results: Sequence[Proposition], condition: str
    ) -> Implication:
        named = None
        if condition.partition(" ")[0].lower() in self.lexicon.grammar.indefinites:
            named = premises[0].root.get("subj") or premises[0].root.get("obj")
        binder = _Binder(named, self.lexicon.grammar.bound_pronouns)
        if named is None and not any(_has_any(each.root) for each in premises):
            binder.anchor = _anchor(premises[0].root)
        bound = tuple(binder.bind(each) for each in premises)
        ends = tuple(binder.bind(each) for each in results)
        return Implication((*binder.conditions, *bound), ends)

    def unless(self) -> list[Implication]:
        """ "B unless A": where A does not hold, B does."""
        at = next((k for k, token in enumerate(self.tokens) if token.low == "unless"), 0)
        if not at:
            return []
        end = at - 1 if self.tokens[at - 1].low == "," else at
        exceptions = self.said(self._cut(at + 1, None))
        rest = _Reader(self._cut(0, end), self.tokens[:end], self.lexicon)
        found = rest.whatever() or rest.plain(is_open=True)
        if len(exceptions) != 1:
            return []
        binder = _Binder(None, self.lexicon.grammar.bound_pronouns)
        exception = binder.bind(exceptions[0])
        return [
            replace(each, premises=(*each.premises, *binder.conditions, exception.negated()))
            for each in found
        ]

    def whatever(self) -> list[Implication]:
        """ "Everything that A is B", "Nothing A is B", "Whatever A B"."""
        first, after = self.tokens[0].low, 1
        if first == "no" and self.tokens[1].low == "one":
            first, after = "nobody", 2
        scope = self.lexicon.grammar.everything.get(first)
        if scope is None:
            return []
        links: tuple[str, ...] = ("is ", "has ")
        if self.tokens[after].low in ("that", "which", "who"):
            after, links = after + 1, ("",)
        elif first.startswith("w"):
            links = ("",)
        for k in range(after + 1, len(self.tokens)):
            if not self._is_finite(self.tokens[k]):
                continue
            condition, result = self._cut(after, k), self._cut(k, None)
            results = self.said(f"he {result}")
            if len(results) != 1 or not _is_about(results[0]):
                continue
            for link in links:
                premises = self.said(f"he {link}{condition}")
                if premises and all(map(_is_about, premises)):
                    break
            else:
                continue
            if scope == "no":
                results = [results[0].negated()]
            either = _is_either(condition)
            groups = [[each] for each in premises] if either else [premises]
            return [self._bound(group, results, "") for group in groups]
        return []

    def plain(
        self, *, is_open: bool = False, said: Sequence[Proposition] | None = None
    ) -> list[Implication]:
        """ "Every A is B", "No A is B", "A things are B", "Only A are B", "is either A or B".

        `is_open` keeps what is said of one thing alone too, for a condition still to come.
        """
        either = next((k for k, token in enumerate(self.tokens) if token.low == "either"), 0)
        alternatives = [k for k, token in enumerate(self.tokens) if token.low == "or"]
        if either and len(alternatives) == 1:
            middle = alternatives[0]
            both = [
                _Reader(text, [*self.tokens[:either], *self.tokens[start:end]], self.lexicon)
                for start, end in ((either + 1, middle), (middle + 1, len(self.tokens)))
                if (text := f"{self._cut(0, either)} {self._cut(start, end)}")
            ]
            found = [each.plain(is_open=True) for each in both]
            if len(both) == 2 and all(len(each) == 1 for each in found):
                first, second = found[0][0], found[1][0]
                if first.premises == second.premises:
                    ends = (*first.conclusions, *second.conclusions)
                    return [replace(first, conclusions=ends)]
            return []
        propositions = (
            self.said(self.text)
            if said is None
            else [_with_participles(each, self.text) for each in said]
        )
        if len(propositions) > 1 and alternatives:
            return []
        if len(propositions) > 1 and self.tokens[0].low == "only":
            return _only_these(propositions)
        found_ = [_universal(each, is_open=is_open) for each in propositions]
        return [each for each in found_ if each is not None]

    def _is_finite(self, token: Token) -> bool:
        """Whether a word can be the verb of "it"."""
        if self.lexicon.grammar.tags.get(token.low) in ("BE", "DO", "HV", "MD"):
            return True
        return any(word.tag in ("VBZ", "VBD") for word in words.lookup(token.low))

    def _cut(self, start: int, end: int | None) -> str:
        """The text of some tokens."""
        chosen = self.tokens[start:end]
        return self.text[chosen[0].start : chosen[-1].end] if chosen else ""

    def said(self, text: str) -> list[Proposition]:
        """What a clause says; empty unless all of it was read and asserted."""
        if not text.strip():
            return []
        analysis = analyse(text[0].upper() + text[1:] + ".", self.lexicon)
        main = [each for each in analysis.readings if not each.is_side]
        if analysis.unread or len(main) != len(analysis.readings):
            return []
        if any(each.stance is not Stance.ASSERTED or each.unread or not each.sign for each in main):
            return []
        found = [_with_participles(each.proposition, text) for each in main]
        return [] if any(_is_empty(each.root) for each in found) else found


def _with_participles(proposition: Proposition, text: str) -> Proposition:
    """The proposition with "fed" in "fed horses" told from an adjective: something is done."""
    edges = tuple((role, _marked(node, text)) for role, node in proposition.root.edges)
    return proposition.with_root(proposition.root.with_edges(edges))


def _marked(node: Node, text: str) -> Node:
    edges = tuple(
        (role, replace(each, kind=DONE) if role == "mod" and _is_done(each, text) else each)
        for role, each in node.edges
    )
    return node.with_edges(edges)


def _is_done(node: Node, text: str) -> bool:
    """Whether a modifier is a participle that is no adjective, and not one of doing."""
    if node.kind != "adj" or node.span.cut(text).lower().endswith("ing"):
        return False
    tags = {word.tag for word in words.lookup(node.head)}
    return "VB" in tags and "JJ" not in tags


def _is_empty(root: Node) -> bool:
    """Whether nothing is said: a noun phrase alone, a bare "is"."""
    return root.head in ("nominal", "") or (root.head == "be" and len(root.edges) < 2)


def _is_either(text: str) -> bool:
    return " or " in text.lower()


def _is_about(proposition: Proposition) -> bool:
    """Whether a clause is about "he", as a stand-in for anything."""
    node = proposition.root.get("subj") or proposition.root.get("obj")
    return node is not None and node.head == "people" and not node.edges


def _with_pronouns(proposition: Proposition, text: str) -> Proposition:
    """The proposition with "he" told from "someone"."""
    edges = tuple(
        (role, replace(node, head="they", kind="pronoun"))
        if node.head == "people" and node.span.cut(text).lower() in PERSONAL
        else (role, node)
        for role, node in proposition.root.edges
    )
    return proposition.with_root(proposition.root.with_edges(edges))


def _pronouns(root: Node) -> int:
    return sum(node.kind == "pronoun" and role in ("subj", "obj") for role, node in root.edges)


def _has_any(root: Node) -> bool:
    """Whether a condition speaks of something or someone."""
    return any(n.kind != "pronoun" and n.head in ANYTHING for r, n in root.edges)


def _anchor(root: Node) -> Node | None:
    """What "it" goes back to where a condition is about one thing or class by its name."""
    node = root.get("subj") or root.get("obj")
    is_named = node is not None and node.kind == "noun" and node.head not in ANYTHING
    return node if is_named else None


class _Binder:
    """Puts variables in the place of "something", "it" and the one an indefinite noun names."""

    anchor: Node | None = None

    def __init__(self, named: Node | None, pronouns: frozenset[str]) -> None:
        self._named, self._pronouns = named, pronouns
        self.conditions: tuple[Proposition, ...] = ()
        if named is not None:
            self.conditions = conditions_of(named)

    def bind(self, proposition: Proposition) -> Proposition:
        """The proposition with variables."""
        root = proposition.root
        edges: list[Edge] = []
        is_bound = False
        for role, node in root.edges:
            bound = self._bind(node, role)
            if bound is _X and is_bound and node.head in ANYTHING:
                bound = _Y  # "chases something": another one
            is_bound = is_bound or bound is _X
            edges.append((role, bound))
        return replace(proposition, root=replace(root, edges=tuple(edges)))

    def _bind(self, node: Node, role: str) -> Node:
        if self._named is not None and _same(node, self._named):
            return _X
        if node.kind != "pronoun" and node.head in ANYTHING and role in ("subj", "obj"):
            self.conditions = (*self.conditions, *conditions_of(node))
            return _X
        if node.kind == "pronoun" and node.head in self._pronouns:
            return self.anchor or _X
        if not node.edges:
            return node
        return replace(node, edges=tuple((r, self._bind(each, "")) for r, each in node.edges))


def _same(node: Node, other: Node) -> bool:
    """Whether two noun phrases name the same thing: "a kite ... the kite"."""
    return node.kind == other.kind == "noun" and node.head == other.head


def conditions_of(node: Node) -> tuple[Proposition, ...]:
    """What a noun phrase says of the one it is about: its class, its qualities, its clauses."""
    found = []
    if node.head not in ANYTHING:
        kept = tuple(e for e in node.edges if e[0] == "mod" and e[1].kind == "noun")
        kind = Node(node.head, "noun", kept)
        found.append(Proposition(Node("isa", "verb", (("subj", _X), ("obj", kind)))))
    for role, each in node.edges:
        if role == "mod" and each.kind == "adj":
            root = Node(each.head, "adj", (("subj", _X), *each.edges))
            found.append(Proposition(root, polarity=not each.negated))
        elif role == "mod" and each.kind == DONE:
            root = Node(each.head, "verb", (("obj", _X), *each.edges))
            found.append(Proposition(root, polarity=not each.negated))
        elif role == "rel":
            own = "obj" if each.get("subj") is not None else "subj"
            root = replace(each, edges=((own, _X), *each.edges), negated=False)
            found.append(Proposition(root, polarity=not each.negated))
    return tuple(found)


def _universal(proposition: Proposition, *, is_open: bool) -> Implication | None:
    """The implication in what is said of a class; None when it is about one thing or some."""
    root = proposition.root
    role = "subj" if root.get("subj") is not None else "obj"
    subject = root.get(role)
    if subject is None or subject.kind != "noun" or subject.value is not None:
        return None
    if not _is_spelt_out(subject):
        return None
    only = any(node.head == "only" for _, node in subject.edges)
    if subject.quant == "the":
        return Implication((), (proposition,)) if is_open else None
    quants = ("all", "any") if proposition.polarity else ("all", "any", "some", "no")
    if subject.quant and subject.quant not in quants:
        return None
    if not subject.quant and proposition.is_past_event:
        return None  # "monks found the cave": some of them did
    is_strict = subject.quant != ""
    kind = replace(
        subject,
        quant="",
        edges=tuple(edge for edge in subject.edges if edge[1].head != "only"),
    )
    conditions = conditions_of(kind)
    edges = tuple((r, _X if node is subject else node) for r, node in root.edges)
    said = replace(proposition, root=replace(root, edges=edges))
    if only:
        return _only(conditions, said)
    if not conditions and not is_open:
        return None
    strict = is_strict and proposition.strength in (*CERTAIN, "may")
    return Implication(conditions, (said,), strict, is_of_class=True)


def _is_spelt_out(node: Node) -> bool:
    """Whether conditions can say all that narrows a noun phrase: "version 9 pumps" are too much."""
    return all(
        role == "rel"
        or (role == "mod" and (each.kind in ("adj", "noun", DONE) or each.head == "only"))
        for role, each in node.edges
    )


def _only_these(said: Sequence[Proposition]) -> list[Implication]:
    """ "Only trams and ferries ring": what rings is one or the other."""
    found = [_universal(each, is_open=False) for each in said]
    first = found[0]
    if first is None or len(first.premises) != 1 or len(first.conclusions) != 1:
        return []
    premises, ends = first.premises, [*first.conclusions]
    for each in found[1:]:
        if each is None or len(each.premises) != 1 or each.conclusions != premises:
            return []
        ends.extend(each.premises)
    return [Implication(premises, tuple(ends))]


def _only(conditions: tuple[Proposition, ...], said: Proposition) -> Implication | None:
    """ "Only strong horses pull ploughs": a horse that pulls one is strong."""
    if not conditions or not said.polarity:
        return None
    if len(conditions) == 1:
        return Implication((said,), conditions)
    return Implication((said, *conditions[:-1]), conditions[-1:])
