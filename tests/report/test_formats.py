"""Every output format shows the same samples as it did before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from samples import ALL, NASTY, QUESTION, SUPPORTED, FakeKnowledge

from factcheck.model.result import Result
from factcheck.report.formats import ANSWER_FORMATS, FORMATS
from factcheck.report.protocol import Checked
from factcheck.report.screen import Screen
from factcheck.text import read_document

PAGE = "# Is the moon cheese?\n\nThe moon is *cheese*. The moon is rock.\n\nThe moon is far.\n"

Golden = Callable[[str, str], None]


def checked() -> Checked:
    document = read_document(PAGE.encode(), "copy/page.md")
    return Checked(*FakeKnowledge().check_document(document))


SCREENS = {
    "pipe": Screen(),
    "ascii": Screen(unicode=False),
    "narrow": Screen(width=40, styles=True, colour=True),
    "wide": Screen(width=200, styles=True, colour=True, why=True, verbose=True),
    "no-colour": Screen(width=80, styles=True),
}


@pytest.mark.parametrize("name", ANSWER_FORMATS)
def test_many_results(name: str, golden: Golden) -> None:
    pieces = ANSWER_FORMATS[name].answers(ALL, Screen(), single=False)
    golden(f"answers.{name}", "".join(pieces))


@pytest.mark.parametrize("screen", SCREENS)
def test_one_result_on_every_screen(screen: str, golden: Golden) -> None:
    shape = ANSWER_FORMATS["text"]
    pieces = [p for each in ALL for p in shape.answers([each], SCREENS[screen], single=True)]
    golden(f"answer-{screen}.text", "\n".join(pieces))


@pytest.mark.parametrize("name", FORMATS)
def test_findings(name: str, golden: Golden) -> None:
    golden(f"sample.{name}", "".join(FORMATS[name].findings([checked(), checked()], Screen())))


def test_findings_with_everything(golden: Golden) -> None:
    screen = Screen(why=True, verbose=True)
    golden("sample-verbose.text", "".join(FORMATS["text"].findings([checked()], screen)))


@pytest.mark.parametrize("name", ANSWER_FORMATS)
def test_nothing_steers_the_terminal(name: str) -> None:
    for single in (True, False):
        out = "".join(ANSWER_FORMATS[name].answers([NASTY], Screen(), single=single))
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u202c"} & set(out)
        assert "[bold]x[/bold] :pill:" in out


def test_a_verdict_without_an_explanation_shows_its_proof() -> None:
    """Nothing is said without a reason, --why or not."""
    bare = replace(QUESTION, explanation="", correction="", claims=(), evidence=())
    out = "".join(ANSWER_FORMATS["text"].answers([bare], Screen(), single=True))
    assert "nothing is in both classes" in out and "no source given" in out


def test_machine_formats_keep_the_text_and_the_order_of_keys() -> None:
    one = json.loads("".join(ANSWER_FORMATS["json"].answers([NASTY], Screen(), single=True)))
    assert one["text"] == NASTY.text
    assert list(one) == [
        "schema_version", "text", "kind", "verdict", "answer", "assertion", "match", "reason",
        "explanation", "correction", "claims", "evidence", "proof", "parts", "closest",
        "understood",
    ]  # fmt: skip
    lines = "".join(ANSWER_FORMATS["jsonl"].answers(ALL, Screen(), single=False)).splitlines()
    assert [json.loads(each)["text"] for each in lines] == [each.text for each in ALL]


def test_a_proof_is_numbered_from_its_leaves() -> None:
    one = json.loads("".join(ANSWER_FORMATS["json"].answers([QUESTION], Screen(), single=True)))
    assert [(each["step"], each["premises"], each["claim"]) for each in one["proof"]] == [
        (1, [], "moon-is-rock"),
        (2, [], None),
        (3, [2], None),
        (4, [1, 3], None),
    ]


@pytest.mark.parametrize("name", ANSWER_FORMATS)
def test_results_appear_one_by_one(name: str) -> None:
    """A piece is there before the next result is asked for."""
    asked = 0

    def results() -> Iterator[Result]:
        nonlocal asked
        for each in (SUPPORTED, QUESTION):
            asked += 1
            yield each

    pieces = ANSWER_FORMATS[name].answers(results(), Screen(), single=False)
    assert "The Moon is made of rock." in next(iter(pieces))
    assert asked == 1


def test_json_is_ascii_where_the_screen_is() -> None:
    screen = Screen(unicode=False)
    out = "".join(ANSWER_FORMATS["json"].answers(ALL, screen, single=False))
    assert out.isascii() and json.loads(out)
