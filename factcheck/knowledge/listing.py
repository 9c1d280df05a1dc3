"""Lists of claims that name all of a kind, kept by the predicate that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.knowledge.canonical import canonical, index_keys
from factcheck.knowledge.coding import pack, pack_proposition
from factcheck.knowledge.store import Memory
from factcheck.language.lexicon import Lexicon
from factcheck.language.listing import HOLE, is_name, listing_of
from factcheck.language.relations import Templates
from factcheck.model.proposition import Node, Reading


def keep_list(
    readings: list[Reading],
    claim_id: str,
    sentence: str,
    memory: Memory,
    lexicon: Lexicon,
    templates: Templates,
) -> list[Reading]:
    """Keeps the list of all of a kind that a claim states.

    Returns the readings, those of a list as what it says of each thing in it.
    """
    listing = listing_of(readings, sentence, lexicon.grammar)
    if listing is None:
        return readings
    is_named = any(is_name(each, sentence) for each in listing.members)
    if listing.is_only:
        is_named = is_named and _are_single(listing.members, memory)
    pattern = canonical(listing.pattern, templates)
    number = memory.get("meta", "lists") or 0
    memory.put("meta", "lists", number + 1)
    row = [
        pack_proposition(pattern),
        [pack(each) for each in listing.members],
        listing.is_of_sorts,
        listing.is_only,
        claim_id,
        sentence,
        is_named,
    ]
    memory.put("list", str(number), row)
    for key in index_keys(pattern.root.with_edges(_without_hole(pattern.root))):
        memory.add("list index", key, number)
    if listing.is_of_sorts or (listing.is_only and len(listing.members) == 1):
        return readings
    pattern_edges = listing.pattern.root.edges
    found = []
    for member in listing.members:
        edges = tuple((r, member if n.head == HOLE.head else n) for r, n in pattern_edges)
        said = replace(listing.pattern, root=replace(listing.pattern.root, edges=edges))
        found.append(replace(readings[0], proposition=said, apart=()))
    return found


def _without_hole(root: Node) -> tuple[tuple[str, Node], ...]:
    return tuple(edge for edge in root.edges if edge[1].head != HOLE.head)


def _are_single(members: Sequence[Node], memory: Memory) -> bool:
    """Whether none of the members is a class that others are declared to be in."""
    return not any(memory.get("members", each.head) for each in members)
