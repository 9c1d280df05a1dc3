"""Classes against the obvious version: who is what, and whose claim is the nearest."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.knowledge.compiler import compile_entries
from factcheck.knowledge.premises import entries_of
from factcheck.knowledge.store import Memory
from factcheck.language.grammar import grammar_of
from factcheck.model.knowledge import Entity, Entries
from factcheck.model.proposition import Node
from factcheck.pipeline import KnowledgeBase
from factcheck.reasoning.taxonomy import Taxonomy
from factcheck.reasoning.times import Times

AS_OF = date(2026, 11, 24)
KINDS = ("tram", "kettle", "lantern", "bicycle", "violin", "teapot")
links = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(KINDS)).filter(
        lambda pair: pair[0] != pair[1]
    ),
    max_size=8,
    unique=True,
)
SOME = settings(max_examples=60)


def close_naively(pairs: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """Every pair that a chain of links joins, by brute force."""
    closed = set(pairs)
    while True:
        more = {(a, d) for a, b in closed for c, d in closed if b == c} - closed
        if not more:
            return closed
        closed |= more


def taxonomy_of(store: Memory) -> Taxonomy:
    return Taxonomy(store, grammar_of(store.get("meta", "tables")), Times({}, date(2026, 11, 24)))


@SOME
@given(links)
def test_the_classes_above_are_those_that_brute_force_finds(pairs: list[tuple[str, str]]) -> None:
    store = compile_entries(entries_of(f"Every {low} is a {high}." for low, high in pairs))
    taxonomy = taxonomy_of(store)
    closed = close_naively(pairs)
    for kind in KINDS:
        above = {each.node.head for each in taxonomy.above(Node(kind))}
        assert above & set(KINDS) == {high for low, high in closed if low == kind} | {kind}
        assert set(taxonomy.below(kind)) & set(KINDS) == {
            low for low, high in closed if high == kind and low != kind
        }


@SOME
@given(links)
def test_is_a_holds_just_where_a_chain_of_links_leads(pairs: list[tuple[str, str]]) -> None:
    kb = KnowledgeBase.from_statements(f"Every {low} is a {high}." for low, high in pairs)
    closed = close_naively(pairs)
    for low in KINDS:
        for high in KINDS:
            if low == high:
                continue
            says = kb.check(f"A {low} is a {high}.", as_of=AS_OF).verdict
            denies = kb.check(f"A {low} is not a {high}.", as_of=AS_OF).verdict
            expected = ("supported", "refuted") if (low, high) in closed else ("unverified",) * 2
            assert (says, denies) == expected, (low, high)


@SOME
@given(st.permutations(KINDS), st.lists(st.booleans(), min_size=6, max_size=6), st.data())
def test_the_nearest_claim_on_the_way_up_decides(
    order: list[str], values: list[bool], data: st.DataObject
) -> None:
    """On one chain of classes, a class is blue or not as the first told class above it is."""
    told = {
        kind: value
        for kind, value in zip(order, values, strict=True)
        if data.draw(st.booleans(), label=kind)
    }
    sentences = [f"Every {low} is a {high}." for low, high in pairwise(order)]
    sentences += [f"A {kind} is {'' if is_so else 'not '}blue." for kind, is_so in told.items()]
    kb = KnowledgeBase.from_statements([*sentences, f"Rex is a {order[0]}."])
    for at, kind in enumerate(order):
        nearest = next((told[each] for each in order[at:] if each in told), None)
        subjects = [f"A {kind}"] + (["Rex"] if at == 0 else [])
        for subject in subjects:
            verdict = kb.check(f"{subject} is blue.", as_of=AS_OF).verdict
            if nearest is not None:
                assert verdict == ("supported" if nearest else "refuted"), (subject, sentences)
            else:
                assert verdict in ("unverified", "misleading"), (subject, sentences)


def test_classes_above_come_nearest_first_with_a_proof_of_each_step() -> None:
    chain = ["Every tram is a kettle.", "Every kettle is a lantern.", "Every lantern is a violin."]
    above = taxonomy_of(compile_entries(entries_of(chain))).above(Node("tram"))
    assert [(each.node.head, each.distance, len(each.steps)) for each in above] == [
        ("tram", 0, 0),
        ("kettle", 1, 1),
        ("lantern", 2, 2),
        ("violin", 3, 3),
    ]


def test_a_circle_of_classes_ends() -> None:
    kb = KnowledgeBase.from_statements(
        ["Every tram is a kettle.", "Every kettle is a tram.", "Kettles are blue."]
    )
    assert kb.check("Trams are blue.").verdict == "supported"
    assert kb.check("A violin is a tram.").verdict == "unverified"


def test_a_long_chain_is_followed_to_its_end() -> None:
    names = [f"{first}{second}" for first in "bdfgk" for second in ("orpus", "umpus", "ompus")]
    sentences = [f"Every {low} is a {high}." for low, high in pairwise(names)]
    kb = KnowledgeBase.from_statements([*sentences, f"Fae is a {names[0]}."])
    result = kb.check(f"Fae is a {names[-1]}.")
    assert result.verdict == "supported"
    assert len(result.claims) == len(names)
    assert kb.check(f"Every {names[-1]} is a {names[0]}.").verdict == "unverified"


def test_classes_that_exclude_each_other_do_so_for_what_lies_below() -> None:
    entities = (
        Entity("schooner", is_a=("sailing ship",)),
        Entity("sailing ship", disjoint_with=("steamship",)),
        Entity("steamship"),
        Entity("paddle steamer", is_a=("steamship",)),
        Entity("raft"),
    )
    taxonomy = taxonomy_of(compile_entries(Entries(entities=entities)))

    def apart(first: str, second: str) -> bool:
        return taxonomy.apart(Node(f"@{first}"), Node(f"@{second}")) is not None

    assert apart("schooner", "steamship") and apart("steamship", "schooner")
    assert apart("schooner", "paddle steamer") and apart("paddle steamer", "schooner")
    assert not apart("schooner", "sailing ship")
    assert not apart("schooner", "raft")
