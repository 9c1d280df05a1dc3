"""Each check finds its fault, tells it exactly, and leaves good entries alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.knowledge.checks import ADVICE, CHECKS, Checked, check_entries
from factcheck.knowledge.loader import read_entries

START = "claims:\n- id: a\n  claim: A is b.\n  verdict: supported\n"
CITED = "  evidence: [{source: s, passage: A is b.}]\nsources: [{id: s, title: S}]\n"
GOOD = START + CITED


def checked(tmp_path: Path, text: str) -> Checked:
    """What the checks find in one file on 1 June 2026."""
    (tmp_path / "kb.yaml").write_text(text)
    (tmp_path / "s.md").write_text("We found that A is\n  b, and that\tC is d and e of f.\n")
    (tmp_path / "bytes.md").write_bytes(b"\xff")
    return check_entries(read_entries([tmp_path]), tmp_path, as_of=date(2026, 6, 1))


def with_source(passage: str, source: str = "{title: S, text: s.md}") -> str:
    return START + f"  evidence:\n  - source: {source}\n    passage: {passage}\n"


def with_entities(*entities: str) -> str:
    return GOOD + "entities:\n" + "".join(f"- {{{each}}}\n" for each in entities)


QUOTE = "quote it word for word"
ERRORS = {
    "claims_have_evidence": (
        START,
        '2:3 the claim "a" has no evidence / '
        "add evidence: a list of items with source, passage and locator",
    ),
    "evidence_is_complete": (
        START + "  evidence:\n  - source: {title: S}\n",
        "6:5 an evidence item without passage / "
        "add passage: the words of the source that bear it out",
    ),
    "evidence_is_complete, source": (
        START + "  evidence:\n  - passage: A is b.\n",
        "6:5 an evidence item without source / add source: an id, or a mapping with title and url",
    ),
    "sources_name_a_publication": (
        START + "  evidence: [{source: {year: 1999}, passage: A is b.}]\n",
        "5:23 a source that names no publication / add title or url",
    ),
    "source_texts_exist": (
        with_source("A is b.", "{title: S, text: t.md}"),
        '6:13 the text of source "S" is missing: t.md / '
        "its path is relative to the file that names it",
    ),
    "source_texts_exist, bytes": (
        with_source("A is b.", "{title: S, text: bytes.md}"),
        '6:13 the text of source "S" is not UTF-8 text: bytes.md / '
        "its path is relative to the file that names it",
    ),
    "passages_stand_in_their_sources": (
        with_source("that C is d and e of g."),
        '6:5 the passage does not occur in "s.md" / '
        f'the text has it up to "… is d and e of"; {QUOTE}',
    ),
    "passages_stand_in_their_sources, not at all": (
        with_source("Quite another thing."),
        '6:5 the passage does not occur in "s.md" / quote it word for word from the text',
    ),
    "sources_are_used": (
        GOOD.replace("S}]", "S}, {id: t, title: T}]"),
        '6:30 the source "t" is never used / cite it as evidence of a claim, or remove it',
    ),
    "names_are_known, is_a": (
        with_entities("name: opioid", "name: x, is_a: [opiod]"),
        '9:3 "is_a" of "x" names no entity: "opiod" / did you mean "opioid"?',
    ),
    "names_are_known, disjoint_with": (
        with_entities("name: x, disjoint_with: [y]"),
        '8:3 "disjoint_with" of "x" names no entity: "y" / add an entity with name: "y"',
    ),
    "names_are_known, inverse_of": (
        GOOD + "relations: [{name: contains, inverse_of: part of}]\n",
        '7:13 "inverse_of" of "contains" names no relation: "part of" / '
        'add a relation with name: "part of"',
    ),
    "classes_form_no_circle": (
        with_entities("name: x, is_a: [Y]", "name: z, is_a: [x]", "name: y, is_a: [z]"),
        '8:3 "is_a" goes in a circle: x → y → z → x / remove the is_a that is wrong',
    ),
    "classes_form_no_circle, itself": (
        with_entities("name: x, is_a: [x]"),
        '8:3 "is_a" goes in a circle: x → x / remove the is_a that is wrong',
    ),
    "disjoint_classes_share_no_member": (
        with_entities(
            "name: member, is_a: [both]",
            "name: both, is_a: [p1, q]",
            "name: p1, is_a: [p]",
            "name: p, aliases: [P class]",
            "name: q, disjoint_with: [p class]",
        ),
        '9:3 "both" belongs to two disjoint classes: "p" and "q" / '
        "correct its is_a, or the disjoint_with between the two",
    ),
    "aliases_are_unique": (
        with_entities("name: x, aliases: [Z, z]", "name: y, aliases: [z]"),
        '9:3 "z" names two entities: "y", and "x" at :8:3 / '
        'keep it with one, or list it under "ambiguous_aliases" of both',
    ),
}
ADVISED = {
    "corrections_are_given": (
        GOOD.replace("supported", "misleading"),
        '2:3 the misleading claim "a" has no correction / '
        "add correction: what is right instead, in one sentence",
    ),
    "reviews_are_current": (
        START + "  review_by: 2026-05-31\n" + CITED,
        '2:3 the review of the claim "a" was due on 2026-05-31 / review it, then move review_by',
    ),
}


def told(tmp_path: Path, found: Checked) -> tuple[list[str], list[str]]:
    """Errors and advice as text, the file's own path left out."""
    errors, advice = (
        [
            f"{each.at} {each.message} / {each.hint}".replace(f"{tmp_path}/kb.yaml", "")[1:]
            for each in part
        ]
        for part in found
    )
    return errors, advice


@pytest.mark.parametrize("case", ERRORS)
def test_an_error_is_found_alone(case: str, tmp_path: Path) -> None:
    text, expected = ERRORS[case]
    assert told(tmp_path, checked(tmp_path, text)) == ([expected], [])


@pytest.mark.parametrize("case", ADVISED)
def test_advice_is_given_alone(case: str, tmp_path: Path) -> None:
    text, expected = ADVISED[case]
    assert told(tmp_path, checked(tmp_path, text)) == ([], [expected])


def test_every_check_has_a_case() -> None:
    names = {each.partition(",")[0] for each in (*ERRORS, *ADVISED)}
    assert names == {each.__name__ for each in (*CHECKS, *ADVICE)}


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        with_source("found that A is b, and that C is d"),
        START + "  review_by: 2026-06-01\n" + CITED,
        with_entities("name: x, is_a: [Y]", "name: z, aliases: [y]"),
        with_entities("name: x, ambiguous_aliases: [k]", "name: y, ambiguous_aliases: [k]"),
        with_entities(
            "name: d, is_a: [b, c]", "name: b, is_a: [a]", "name: c, is_a: [a]", "name: a"
        ),
    ],
)
def test_good_entries_pass(text: str, tmp_path: Path) -> None:
    assert checked(tmp_path, text) == Checked((), ())


def test_a_text_may_stand_in_the_root_of_the_knowledge_base(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "one.yaml").write_text(with_source("another thing"))
    errors, _ = checked(tmp_path, GOOD.replace("id: a", "id: other"))
    assert [each.message for each in errors] == ['the passage does not occur in "s.md"']


def test_a_long_chain_of_classes_is_no_trouble(tmp_path: Path) -> None:
    chain = [f"name: c{n}, is_a: [c{n + 1}]" for n in range(1000)]
    found = checked(tmp_path, with_entities(*chain, "name: c1000, disjoint_with: [x]", "name: x"))
    assert found == Checked((), ())
