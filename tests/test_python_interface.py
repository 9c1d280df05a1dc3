"""The package as a library: DESIGN.md's example word for word, and the types of what comes back."""

from __future__ import annotations

import dataclasses
import importlib.resources
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

import factcheck
from factcheck import KnowledgeBase
from factcheck.errors import FactcheckError, KnowledgeError
from factcheck.model.knowledge import Claim, Evidence, Example, Source
from factcheck.model.place import Span
from factcheck.model.result import Derived, Given, Hit, Near, Result, Understanding
from factcheck.model.verdict import Answer, Kind, Match, Reason, Stance, Verdict

ROOT = Path(__file__).parent.parent
FACTS = ROOT / "facts"


@pytest.fixture(autouse=True, scope="module")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def bicycles() -> KnowledgeBase:
    return KnowledgeBase.from_statements(
        ["Every tandem has two saddles.", "The Duo is a tandem.", "A tandem is not a toy."]
    )


def test_the_example_of_the_design() -> None:
    kb = KnowledgeBase.load(FACTS)
    result = kb.check("Is ketamine an opioid?")
    assert result.verdict == "refuted"
    assert result.answer == "no"
    assert result.explanation
    assert result.evidence[0].passage
    kb = KnowledgeBase.from_statements(["Every opioid slows breathing.", "Morphine is an opioid."])
    result = kb.check("Morphine slows breathing.")
    assert result.verdict == "supported"
    assert isinstance(result.proof, Derived)
    assert [type(each) for each in result.proof.premises] == [Given, Given]
    assert result.claims == ("premise-1", "premise-2")


def test_the_default_is_the_shipped_knowledge_base() -> None:
    assert KnowledgeBase.default().claims() == KnowledgeBase.load(FACTS).claims()


@pytest.mark.parametrize("path", [str(FACTS), FACTS])
def test_a_path_is_a_text_or_a_path(path: str | Path) -> None:
    assert KnowledgeBase.load(path).claims()


def test_several_paths_make_one_knowledge_base(tmp_path: Path) -> None:
    for name, claim in (("a", "The Duo is a tandem."), ("b", "Every tandem has a chain.")):
        text = f"claims:\n  - {{claim: {claim}, verdict: supported}}\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    kb = KnowledgeBase.load(tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert kb.check("The Duo has a chain.").verdict is Verdict.SUPPORTED


def test_the_types_of_a_result(bicycles: KnowledgeBase) -> None:
    result = bicycles.check("Does the Duo have two saddles?")
    assert isinstance(result, Result)
    for value, kind in (
        (result.verdict, Verdict),
        (result.answer, Answer),
        (result.kind, Kind),
        (result.reason, Reason),
        (result.match, Match),
        (result.stance, Stance),
        (result.span, Span),
        (result.understood, Understanding),
        (result.explanation, str),
        (result.correction, str),
    ):
        assert isinstance(value, kind)
    many: tuple[tuple[tuple[object, ...], type], ...] = (
        (result.claims, str),
        (result.evidence, Evidence),
        (result.marks, Span),
        (result.parts, Result),
        (result.closest, Near),
    )
    for values, each_kind in many:
        assert isinstance(values, tuple)
        assert all(isinstance(each, each_kind) for each in values)
    assert isinstance(result.evidence[0].source, Source)


def test_an_outcome_compares_and_prints_as_its_word(bicycles: KnowledgeBase) -> None:
    result = bicycles.check("Is the Duo a toy?")
    assert (result.verdict, result.answer, result.kind) == ("refuted", "no", "question")
    assert f"{result.verdict} {result.answer} {result.reason}" == "refuted no proof"


def test_a_result_is_frozen_and_can_be_compared(bicycles: KnowledgeBase) -> None:
    result = bicycles.check("The Duo is a toy.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        result.verdict = Verdict.SUPPORTED  # type: ignore[misc]
    assert result == bicycles.check("The Duo is a toy.")
    assert len({result, bicycles.check("The Duo is a toy.")}) == 1


def test_without_a_verdict_there_is_a_reason_and_what_came_closest(
    bicycles: KnowledgeBase,
) -> None:
    result = bicycles.check("A tandem is a toy alternative.")
    assert result.verdict is Verdict.UNVERIFIED
    assert result.reason in (Reason.NOT_COVERED, Reason.NOT_UNDERSTOOD, Reason.NOT_ASSERTED)
    assert result.match is None and result.proof is None and result.claims == ()
    assert result.closest and result.closest[0].id == "premise-3"
    assert "alternative" in result.closest[0].why_not


def test_a_statement_of_parts_has_a_result_for_each(bicycles: KnowledgeBase) -> None:
    text = "The Duo is a tandem and the Duo is a toy."
    result = bicycles.check(text)
    assert [part.verdict for part in result.parts] == [Verdict.SUPPORTED, Verdict.REFUTED]
    assert result.verdict is Verdict.REFUTED and result.reason is Reason.PARTS
    assert all(part.span.cut(text) for part in result.parts)


def test_the_date_can_be_given() -> None:
    kb = KnowledgeBase.from_statements(["The Duo was built in 1970."])
    text = "The Duo was built in the 1970s."
    assert kb.check(text, as_of=date(2026, 1, 1)).verdict is Verdict.SUPPORTED
    assert kb.check(text).verdict is Verdict.SUPPORTED


def test_a_premise_is_its_own_evidence(bicycles: KnowledgeBase) -> None:
    assert [each.passage for each in bicycles.check("The Duo has two saddles.").evidence] == [
        "Every tandem has two saddles.",
        "The Duo is a tandem.",
    ]


def test_statements_come_from_any_iterable_and_blank_ones_are_dropped() -> None:
    kb = KnowledgeBase.from_statements(each for each in ("", "The Duo is a tandem.", "  "))
    assert [each.claim for each in kb.claims()] == ["The Duo is a tandem."]
    assert KnowledgeBase.from_statements([]).check("The Duo is a tandem.").verdict == "unverified"


def test_claims_examples_and_search() -> None:
    kb = KnowledgeBase.default()
    claim = kb.claims()[0]
    assert isinstance(claim, Claim) and kb.claim(claim.id) == claim
    assert kb.claim("no-such-claim") is None
    assert all(isinstance(each, Example) for each in kb.examples())
    hits = kb.search("ketamine opioid", limit=4)
    assert len(hits) == 4 and all(isinstance(each, Hit) for each in hits)
    assert [each.score for each in hits] == sorted((each.score for each in hits), reverse=True)
    assert kb.search("zorblat") == ()


def test_a_wrong_path_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        KnowledgeBase.load(tmp_path / "absent")
    assert isinstance(caught.value, FactcheckError)
    assert caught.value.problems and "absent" in str(caught.value.at)


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claims:\n  - {claim: One., verdict: maybe}\n")
    (tmp_path / "b.yaml").write_text("claims:\n  - {claim: Two., verdict: supported, x: 1}\n")
    with pytest.raises(KnowledgeError) as caught:
        KnowledgeBase.load(tmp_path)
    assert len(caught.value.problems) == 2
    assert [Path(each.at.path).name for each in caught.value.problems if each.at] == [
        "a.yaml",
        "b.yaml",
    ]


def test_the_package_says_that_it_is_typed() -> None:
    assert importlib.resources.files("factcheck").joinpath("py.typed").is_file()
    assert set(factcheck.__all__) == {"KnowledgeBase", "__version__"}
    assert factcheck.__version__


def test_importing_the_package_is_light() -> None:
    """No YAML, no terminal library, no engine, until they are used."""
    script = (
        "import sys, factcheck; "
        "print(sorted(set(sys.modules) & {'yaml', 'rich', 'typer', 'numpy', 'sqlite3'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        factcheck.nothing  # noqa: B018


@pytest.mark.parametrize("words", [Verdict, Answer, Match, Reason, Kind, Stance])
def test_the_closed_lists_are_words(words: type[Enum]) -> None:
    for each in words:
        assert isinstance(each, str) and str(each) == each.value
