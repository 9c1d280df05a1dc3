"""A clause on its way from words to propositions."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.model.place import Span
from factcheck.model.proposition import Node
from factcheck.model.result import Cue


@dataclass(slots=True)
class Draft:
    """A clause on its way to propositions: its subjects, its predicate and how it is said.

    `unreal` holds the words by which it is only supposed, `stranded` the preposition that a passive
    leaves behind ("is looked after"). `is_over` says that what is denied was so ("no longer").
    """

    subjects: list[Node] = field(default_factory=list)
    verb: str = ""
    kind: str = "verb"
    is_passive: bool = False
    polarity: bool = True
    strength: str = "generic"
    duty: str = ""
    duty_negated: bool = False
    is_perfect: bool = False
    is_past: bool = False
    is_ahead: bool = False
    is_over: bool = False
    is_viewed: bool = False
    stranded: str = ""
    edges: list[tuple[str, list[Node]]] = field(default_factory=list)
    start: int = 0
    end: int = 0
    cues: list[Cue] = field(default_factory=list)
    unreal: list[Cue] = field(default_factory=list)
    inner: list[Draft] = field(default_factory=list)
    is_side: bool = False
    is_question: bool = False
    is_order: bool = False
    more: str = ""
    than: list[Node] = field(default_factory=list)
    dimension: Node | None = None
    where: Span | None = None
    unlike: list[Node] = field(default_factory=list)

    def add(self, role: str, nodes: list[Node]) -> None:
        """Another dependent, or several coordinated ones."""
        if nodes:
            self.edges.append((role, nodes))

    def get(self, role: str) -> list[Node]:
        """The dependents in a role."""
        return [node for name, nodes in self.edges if name == role for node in nodes]
