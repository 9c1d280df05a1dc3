"""What a sentence says, freed from its wording."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from factcheck.model.place import Span
from factcheck.model.result import Cue, Mention
from factcheck.model.verdict import Kind, Stance

NO_SPAN = Span(0, 0)
# Predicates of how things are, whatever the tense.
STATES = frozenset({"isa", "at", "have"})


class Value(NamedTuple):
    """A closed interval of numbers with its unit.

    `unit` is "" for a plain count, "date" for calendar time (years as decimals), else a base
    unit such as "seconds" or "grams"; `about` marks an approximate value.
    """

    low: float
    high: float
    unit: str = ""
    about: bool = False


Edge = tuple[str, "Node"]


@dataclass(frozen=True, slots=True)
class Node:
    """A word with what depends on it: a noun phrase, a predicate, a modifier.

    `head` is "@name" for an entity of the knowledge base, else the canonical lemma; `kind` one of
    noun, verb, adj, adv, value. An edge's role is "subj", "obj", "mod", "of", "and", "that" or the
    preposition that joins the two. `quant` is the quantifier word class of a noun phrase (all,
    no, some, most, many, few, only, the) or "". `negated` is negation inside the phrase.
    """

    head: str
    kind: str = "noun"
    edges: tuple[Edge, ...] = ()
    quant: str = ""
    value: Value | None = None
    negated: bool = False
    span: Span = NO_SPAN

    def get(self, role: str) -> Node | None:
        """The first dependent in that role."""
        for name, node in self.edges:
            if name == role:
                return node
        return None

    def without(self, *roles: str) -> Node:
        """The same node less the dependents in those roles."""
        return replace(self, edges=tuple(edge for edge in self.edges if edge[0] not in roles))

    def with_edges(self, edges: tuple[Edge, ...]) -> Node:
        """The same node with these dependents; itself where they are its own."""
        return self if edges == self.edges else replace(self, edges=edges)

    def plus(self, *edges: Edge) -> Node:
        """The same node with more dependents."""
        return replace(self, edges=(*self.edges, *edges))


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that is said: a predicate with its arguments, and how it is said.

    `polarity` is False when negated. `strength` is a word of the strength scale ("generic" when
    unmarked). `duty` is "", "must", "may" (allowed) or "should"; `duty_negated` negates the duty,
    not what it is about. `tense` is "past", "future", "ended" ("no longer") or ""; it tells no two
    propositions apart.
    """

    root: Node
    polarity: bool = True
    strength: str = "generic"
    duty: str = ""
    duty_negated: bool = False
    span: Span = NO_SPAN
    tense: str = field(default="", compare=False)

    @property
    def subject(self) -> Node | None:
        """What the proposition is about."""
        return self.root.get("subj")

    @property
    def is_past_event(self) -> bool:
        """Whether it tells what was done, rather than what things of a kind are like."""
        is_done = self.root.kind == "verb" and self.root.head not in STATES
        return is_done and self.tense == "past"

    def with_root(self, root: Node) -> Proposition:
        """The same way of saying something else; itself where it is the same."""
        return self if root is self.root else replace(self, root=root)

    def negated(self) -> Proposition:
        """The opposite proposition."""
        return replace(self, polarity=not self.polarity)


@dataclass(frozen=True, slots=True)
class Reading:
    """One proposition that a text puts forward, and the writer's stance to it.

    `sign` is False when the stance turns it round ("it is a myth that ..."). `inner` are the
    readings of a clause that it reports ("X confirmed that ..."), which count when it is itself
    not known. Words that the grammar could not place are in `unread`; a reading with any decides
    nothing. `is_side` marks what is said in passing: an apposition, a relative clause. `clause`
    numbers the clauses of a text; a claim of several clauses says them together. `apart` says the
    same in several readings: "X is a Y that Zs" as "X is a Y" and "X Zs". `is_granted` marks what
    is only taken for granted, which counts where it is wrong. `claim` is the id of the claim whose
    own wording the clause is.
    """

    proposition: Proposition
    span: Span
    stance: Stance = Stance.ASSERTED
    sign: bool = True
    kind: Kind = Kind.STATEMENT
    cues: tuple[Cue, ...] = ()
    unread: tuple[str, ...] = ()
    is_side: bool = False
    is_factive: bool = False
    inner: tuple[Reading, ...] = field(default=())
    clause: int = 0
    apart: tuple[Reading, ...] = field(default=())
    is_granted: bool = False
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything read from one sentence: its readings, the names in it, what was not placed.

    `infers` says that a clause is given out as following from another ("X, so Y"). `topic` and
    `told` are for the sentence that follows: what this one is about, and its last clauses in the
    form that the language room gives them.
    """

    readings: tuple[Reading, ...]
    mentions: tuple[Mention, ...] = ()
    unread: tuple[str, ...] = ()
    kind: Kind = Kind.STATEMENT
    topic: tuple[Node, ...] = ()
    infers: bool = False
    told: tuple[object, ...] = field(default=(), compare=False, repr=False)
