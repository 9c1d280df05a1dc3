"""`factcheck TEXT`, piped lines and their exit codes."""

from __future__ import annotations

import json
from datetime import date

import pytest
from conftest import Call
from samples import FakeKnowledge


def test_a_question_is_answered_and_never_fails(call: Call) -> None:
    """A question answered "no" is an answer, not a failure."""
    got = call("is it cheese")
    assert got.code == 0
    assert got.out.startswith("✗ No · refuted\n")


def test_words_without_quotes_are_one_statement(call: Call) -> None:
    got = call("the", "moon", "is", "rock", "--format", "json")
    assert json.loads(got.out)["text"] == "the moon is rock"


@pytest.mark.parametrize(
    "argv",
    [
        ("--format", "json", "the moon is rock"),
        ("the moon is rock", "--format=json"),
        ("--format=json", "--", "the moon is rock"),
        ("the moon", "--format", "json", "is rock"),
        ("the moon is rock", "--format", "json", "--"),
    ],
)
def test_options_stand_before_or_after_the_text(call: Call, argv: tuple[str, ...]) -> None:
    got = call(*argv)
    assert json.loads(got.out)["text"] == "the moon is rock"


def test_a_text_may_begin_with_a_hyphen(call: Call) -> None:
    assert json.loads(call("- it is rock", "--format", "json").out)["text"] == "- it is rock"
    assert call("--", "--why", "is", "it", "rock").code == 0


def test_a_refuted_statement_fails(call: Call) -> None:
    assert call("it is cheese").code == 1
    assert call("it is rock").code == 0
    assert call("it is water").code == 0


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("none", 0), ("supported", 0), ("refuted", 1), ("supported,refuted", 1), ("misleading", 0)],
)
def test_fail_on_chooses_what_fails(call: Call, fail_on: str, code: int) -> None:
    assert call("it is cheese", "--fail-on", fail_on).code == code


def test_piped_lines_give_one_result_each_in_order(call: Call) -> None:
    got = call("--format", "jsonl", stdin=b"It is rock.\n\n  \r\nIt is cheese.\r\nwater")
    rows = [json.loads(line) for line in got.out.splitlines()]
    assert [row["text"] for row in rows] == ["It is rock.", "It is cheese.", "water"]
    assert [row["verdict"] for row in rows] == ["supported", "refuted", "unverified"]
    assert got.code == 1


def test_a_hyphen_reads_standard_input(call: Call) -> None:
    got = call("-", "--format", "json", stdin="\ufeffIt is rock.\n".encode())
    assert [each["text"] for each in json.loads(got.out)] == ["It is rock."]


def test_text_format_shows_a_short_block_for_each_line(call: Call) -> None:
    got = call(stdin=b"It is rock.\nIt is water.\n")
    assert got.out.startswith("✓ Supported: It is rock.\n")
    assert "\n\n? Unverified: It is water.\n" in got.out


@pytest.mark.parametrize("argv", [("",), ("  ",), ("-",), ()])
def test_a_run_that_checked_nothing_is_not_green(call: Call, argv: tuple[str, ...]) -> None:
    got = call(*argv, stdin=b"\n \n")
    assert got.code == 2
    assert "nothing to check" in got.err
    assert call(*argv, "--allow-empty", stdin=b"").code == 0


def test_json_of_no_lines_is_an_empty_array(call: Call) -> None:
    assert call("-", "--format", "json", "--allow-empty", stdin=b"").out == "[]\n"


@pytest.mark.parametrize("path", ["copy/page.md", "claims.txt", "./x", "facts/", "a\\b", "/etc"])
def test_a_path_is_not_taken_for_a_statement(call: Call, path: str) -> None:
    got = call(path)
    assert got.code == 2
    assert "looks like a path" in got.err
    assert f"factcheck check {path}" in got.err
    assert got.out == ""


@pytest.mark.parametrize("text", ["rock", "U.S.", "rock.", "e.g.", "Dr.Rock"])
def test_a_single_word_is_a_statement(call: Call, text: str) -> None:
    assert call(text).code == 0


def test_a_bad_line_is_named_and_the_others_are_answered(call: Call) -> None:
    got = call("--format", "jsonl", stdin=b"It is rock.\ncaf\xe9 bad\na\0b\nIt is rock.\n")
    assert len(got.out.splitlines()) == 2
    assert "<stdin>:2: this is not UTF-8: byte 0xE9 at byte offset 15" in got.err
    assert "<stdin>:3: this looks like a binary file" in got.err
    assert got.code == 2


def test_a_megabyte_on_one_line_is_answered(call: Call) -> None:
    line = b"The moon is made of rock " * 42000
    got = call("--format", "jsonl", stdin=line + b"\nIt is rock.\n")
    assert len(got.out.splitlines()) == 2
    assert call(stdin=line + b"\n").code == 0


def test_an_argument_that_is_not_utf8_is_refused(call: Call) -> None:
    got = call("it is \udce9 rock")
    assert got.code == 2
    assert "not UTF-8" in got.err


@pytest.mark.parametrize(
    "text",
    ["[bold]rock[/bold]", "[/foo] rock", ":pill: rock", "rock \x1b[31m", "rock \u202e x \x9b2J"],
)
def test_text_is_shown_and_never_interpreted(call: Call, text: str) -> None:
    for got in (call(text), call(stdin=text.encode()), call(text, "--format", "json")):
        assert got.code == 0
        assert not {"\x1b", "\x9b", "\u202e"} & set(got.out + got.err)
    assert json.loads(call(text, "--format", "json").out)["text"] == text


def test_messages_show_nothing_that_steers_a_terminal(call: Call) -> None:
    for argv in (("--\x1b[31m",), ("check", "\x1b[31m\u202e.txt"), ("--format", "\x1b[2J", "x y")):
        got = call(*argv)
        assert got.code == 2
        assert not {"\x1b", "\u202e"} & set(got.out + got.err)


def test_the_checking_date_is_passed_on(call: Call, knowledge: FakeKnowledge) -> None:
    got = call("it is rock", "--as-of", "2020-02-29", "--format", "json")
    assert knowledge.as_of == date(2020, 2, 29)
    assert json.loads(got.out)["as_of"] == "2020-02-29"
    assert "as_of" not in json.loads(call("it is rock", "--format", "json").out)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("it is", "--format", "jsn"), '--format cannot be "jsn"'),
        (("it is", "--as-of", "yesterday"), 'the date "yesterday" cannot be read'),
        (("it is", "--fail-on", "refutd"), 'did you mean "refuted"?'),
        (("it is", "--fromat", "json"), "--format"),
        (("it is", "--format"), "--format"),
        (("it is", "--why=yes"), "--why"),
        (("-", "it is"), "goes alone"),
    ],
)
def test_usage_errors_say_what_to_do(call: Call, argv: tuple[str, ...], message: str) -> None:
    got = call(*argv)
    assert got.code == 2
    assert message in got.err
    assert "hint:" in got.err


def test_knowledge_bases_can_be_given(call: Call, knowledge: FakeKnowledge) -> None:
    call("it is rock", "--kb", "a.yaml", "--kb=b")
    assert knowledge.loaded == ("a.yaml", "b")


def test_a_bug_is_no_finding(
    call: Call, knowledge: FakeKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash keeps its traceback and gets the code of trouble."""
    from factcheck.cli import main

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("\x1b[31moops")

    monkeypatch.setattr(knowledge, "check", crash)
    told: list[str] = []
    monkeypatch.setattr("factcheck.cli.terminal.note", told.append)
    assert main(["it is rock"]) == 2
    assert "oops" in told[0] and "this is a bug in factcheck" in told[1]


def test_help_and_version(call: Call) -> None:
    for argv in (("--help",), ("-h",), ("--why", "--help"), ("what is it", "--help")):
        got = call(*argv)
        assert got.code == 0
        assert "TEXT" in got.out and "check" in got.out and "--fail-on" in got.out
    assert call("--version").out.startswith("factcheck ")
