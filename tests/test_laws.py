"""Laws that hold in every knowledge base, tried on many small invented ones."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from worlds import (
    CLASSES,
    NAMES,
    SENTENCES,
    UNRELATED,
    Entry,
    Saying,
    knowledge,
    sayings,
    worlds,
)

from factcheck import KnowledgeBase
from factcheck.model.result import Derived, Given, Proof, Result
from factcheck.model.verdict import Verdict

AS_OF = date(2026, 11, 24)
ROOT = Path(__file__).parent.parent
SOME = settings(max_examples=80)
FEW = settings(max_examples=40)
some_sayings = st.lists(sayings, min_size=1, max_size=12, unique=True)


def verdicts(kb: KnowledgeBase, said: Sequence[Saying]) -> list[tuple[str, Verdict]]:
    texts = [text for each in said for text in (each.text, each.negation)]
    return [(text, kb.check(text, as_of=AS_OF).verdict) for text in texts]


def leaves(proof: Proof) -> Iterator[Given]:
    match proof:
        case Given():
            yield proof
        case Derived(premises=premises):
            assert premises, "a step of a proof has premises"
            for premise in premises:
                yield from leaves(premise)


@SOME
@given(worlds, some_sayings)
def test_a_statement_and_its_negation_are_never_both_supported(
    world: list[Entry], said: list[Saying]
) -> None:
    kb = knowledge(world)
    for each in said:
        both = {kb.check(text, as_of=AS_OF).verdict for text in (each.text, each.negation)}
        assert both not in ({Verdict.SUPPORTED}, {Verdict.REFUTED}), each


@SOME
@given(worlds, some_sayings, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_verdict(
    world: list[Entry], said: list[Saying], chance: random.Random
) -> None:
    shuffled = chance.sample(world, len(world))
    assert verdicts(knowledge(world), said) == verdicts(knowledge(shuffled), said)


@SOME
@given(worlds, some_sayings, st.lists(st.sampled_from(UNRELATED), min_size=1, unique=True))
def test_unrelated_claims_change_no_verdict(
    world: list[Entry], said: list[Saying], others: list[str]
) -> None:
    more = [*world, *map(Entry, others)]
    assert verdicts(knowledge(world), said) == verdicts(knowledge(more), said)


@SOME
@given(worlds, some_sayings)
def test_every_leaf_of_a_proof_is_a_claim_with_evidence(
    world: list[Entry], said: list[Saying]
) -> None:
    """A verdict names the claims it rests on, and each exists and has its passage."""
    kb = knowledge(world)
    for each in said:
        for text in (each.text, each.negation):
            assert_is_proved(kb, kb.check(text, as_of=AS_OF))


def assert_is_proved(kb: KnowledgeBase, result: Result) -> None:
    for part in result.parts or (result,):
        if part.verdict is Verdict.UNVERIFIED:
            assert part.proof is None and not part.claims and not part.evidence
            continue
        assert part.proof is not None and part.claims and part.evidence, part.text
        for leaf in leaves(part.proof):
            claim = kb.claim(leaf.claim_id)
            assert claim is not None, leaf
            assert leaf.evidence == claim.evidence and leaf.verdict is claim.verdict
        named = {leaf.claim_id for leaf in leaves(part.proof)}
        assert named <= set(part.claims)
        assert all(kb.claim(claim_id) is not None for claim_id in part.claims)


@SOME
@given(worlds)
def test_a_claim_word_for_word_has_its_own_verdict(world: list[Entry]) -> None:
    """Even in a knowledge base that contradicts itself."""
    kb = knowledge(world)
    for entry in world:
        result = kb.check(entry.sentence, as_of=AS_OF)
        assert result.verdict is entry.verdict
        assert result.match == "exact"


@FEW
@given(worlds, some_sayings)
def test_two_knowledge_bases_made_afresh_agree_in_everything(
    world: list[Entry], said: list[Saying]
) -> None:
    first, second = knowledge(world), knowledge(world)
    for each in said:
        assert first.check(each.text, as_of=AS_OF) == second.check(each.text, as_of=AS_OF)
    # Nor does it matter what was asked before.
    for each in reversed(said):
        assert first.check(each.text, as_of=AS_OF) == second.check(each.text, as_of=AS_OF)


@FEW
@given(worlds, some_sayings, st.integers(1, 3))
def test_how_claims_are_spread_over_files_changes_no_verdict(
    tmp_path_factory: pytest.TempPathFactory, world: list[Entry], said: list[Saying], parts: int
) -> None:
    folder = tmp_path_factory.mktemp("facts")
    for number in range(parts):
        claims = [
            {
                "claim": entry.sentence,
                "verdict": str(entry.verdict),
                "evidence": [{"source": {"title": "Atlas"}, "passage": entry.sentence}],
            }
            for entry in world[number::parts]
        ]
        if claims:
            path = folder / f"{9 - number}.yaml"
            path.write_text(yaml.safe_dump({"claims": claims}), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE", "")
        assert verdicts(KnowledgeBase.load(folder), said) == verdicts(knowledge(world), said)


# -- any text -----------------------------------------------------------------------------------

WORDS = [
    *{word for sentence in SENTENCES for word in sentence.rstrip(".").split()},
    *("not", "never", "no", "neither", "nor", "if", "unlike", "which", "that", "who", "and", "or"),
    *("but", "is", "are", "can", "may", "must", "all", "myth", "false", "believe", "says", "why"),
    *("when", "than", "more", "least", "1970", "5%", "—", "(", ")", ",", ";", ":", "?", "!", "."),
    *("'", '"', "**", "it", "there", "only", "has", "by"),
]
word_salad = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
any_text = st.one_of(st.text(max_size=200), word_salad)


@cache
def small() -> KnowledgeBase:
    return KnowledgeBase.from_statements([*SENTENCES[:40:3], *UNRELATED])


@settings(max_examples=400)
@given(any_text)
@example("")
@example("\x00")
@example("\ud800 is not a tram")
@example("is is is not not not")
@example("e\u0301\u202e\u2066 Rex \u200d is\u00a0a tram")
@example("(" * 500)
@example("NEITHER CA%B,NT")
@example("not " * 500)
@example("Rex is a tram and " * 60)
def test_no_text_is_too_odd(text: str) -> None:
    """Any text gets a result, the same one every time, with spans inside the text."""
    result = small().check(text, as_of=AS_OF)
    assert result == small().check(text, as_of=AS_OF)
    assert result.text == text
    for each in (result, *result.parts):
        assert 0 <= each.span.start <= each.span.end <= len(text)
    for mark in result.marks:
        assert 0 <= mark.start < mark.end <= len(text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(any_text)
def test_search_takes_any_text(text: str) -> None:
    hits = small().search(text, limit=3)
    assert len(hits) <= 3
    assert [each.score for each in hits] == sorted((each.score for each in hits), reverse=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_answered_as_its_statement_is_judged(name: str) -> None:
    """The answer is the verdict in another word."""
    answers = {"supported": "yes", "refuted": "no", "misleading": "it depends"}
    for kind in CLASSES:
        result = small().check(f"Is {name} a {kind}?", as_of=AS_OF)
        assert result.kind == "question"
        assert result.answer == answers.get(result.verdict, "unknown")
        assert result.verdict == small().check(f"{name} is a {kind}.", as_of=AS_OF).verdict


SCRIPT = """
from datetime import date
from factcheck import KnowledgeBase
kb = KnowledgeBase.from_statements([
    "Every tram is a vehicle.", "Rex is a tram.", "Fae is a tram.", "Rex is noisy.",
    "Fae is not noisy.", "Vehicles need oil.", "Rex was built in 1970."])
for text in ("Trams are noisy.", "Rex needs oil and Fae is noisy.", "Rex was built in 1985.",
             "Are vehicles noisy?", "Polly needs oil, Rex needs mail.", "All trams are noisy."):
    print(ascii(kb.check(text, as_of=date(2026, 1, 1))))
print(kb.search("noisy trams and vehicles"))
"""


def test_every_process_gives_the_same_result() -> None:
    """The order of sets, which differs from process to process, shows nowhere."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2026")
    }
    assert len(outputs) == 1
