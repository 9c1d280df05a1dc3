"""Comparisons as rules, for those that rules conclude.

above(x, z)      <-  above(x, y), above(y, z)
above(x, z)      <-  above(x, y), not above(z, y)
above(x, z)      <-  not above(y, x), above(y, z)
not above(x, z)  <-  above(z, x)
not above(x, z)  <-  not above(x, y), not above(y, z)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.knowledge.coding import key_of
from factcheck.knowledge.rules import Rule
from factcheck.model.proposition import Node, Proposition


def comparing(goal: Proposition, compared: Sequence[Node]) -> Iterator[Rule]:
    """What a comparison follows from, by way of each of the things that are compared."""
    root = goal.root
    first, last = root.get("subj"), root.get("than")
    if not compared or root.head != "cmp" or first is None or last is None:
        return
    if len(root.edges) != 3 or goal.duty or goal.strength != "generic":
        return
    if first.quant or last.quant or key_of(first) == key_of(last):
        return

    def above(one: Node, other: Node, *, holds: bool = True) -> Proposition:
        ends = {"subj": one, "than": other}
        edges = tuple((role, ends.get(role, node)) for role, node in root.edges)
        return replace(goal, root=replace(root, edges=edges), polarity=holds)

    if not goal.polarity:
        yield Rule((above(last, first),), goal, "", "")
    ends = (key_of(first), key_of(last))
    for middle in compared:
        if key_of(middle) in ends:
            continue
        if not goal.polarity:
            no, nor = above(first, middle, holds=False), above(middle, last, holds=False)
            yield Rule((no, nor), goal, "", "")
            continue
        up, on = above(first, middle), above(middle, last)
        yield Rule((up, on), goal, "", "")
        yield Rule((up, above(last, middle, holds=False)), goal, "", "")
        yield Rule((above(middle, first, holds=False), on), goal, "", "")
