"""`factcheck kb …`: what a knowledge base holds, and whether it is in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.cli.loading import Knowledge, knowledge_base
from factcheck.cli.options import Options
from factcheck.cli.screens import screen_for
from factcheck.cli.settings import Settings, settle
from factcheck.cli.suggestions import suggestion
from factcheck.cli.terminal import near, write
from factcheck.errors import FactcheckError, InputError, KnowledgeError, UsageError
from factcheck.model.knowledge import Example
from factcheck.model.verdict import Verdict
from factcheck.report.knowledge_view import claim_view, hit_blocks, stats_view
from factcheck.report.layout import Block, block, lay_out
from factcheck.report.problems_view import is_error, problem_blocks, problems_view
from factcheck.report.wire import claim_object, hit_object, problem_object, written
from factcheck.report.wording import counted

KB_FORMATS = ("text", "json")


def check(options: Options) -> int:
    """Shows every problem; 2 if one of them is an error, else 0."""
    settings = settle(options, KB_FORMATS)
    try:
        kb = knowledge_base(settings.kb)
    except KnowledgeError as error:
        problems: Sequence[FactcheckError] = error.problems
        stats: dict[str, int] = {}
    else:
        problems, stats = kb.problems(as_of=settings.as_of), kb.stats()
    problems = [_near(each) for each in problems]
    if settings.format == "json":
        rows = [problem_object(each) for each in problems]
        _print_json({"problems": rows, "stats": stats}, settings)
    else:
        _print(problems_view(problems, stats, screen_for(settings)), settings)
    return 2 if any(is_error(each) for each in problems) else 0


def test(options: Options) -> int:
    """Runs the examples; 1 if one of them gets another verdict, 2 if there are none."""
    settings = settle(options, KB_FORMATS)
    kb = knowledge_base(settings.kb)
    examples = kb.examples()
    if not examples and not settings.allow_empty:
        raise InputError(
            "the knowledge base has no examples to test",
            hint='write some under "examples:", or give --allow-empty',
        )
    got = [(each, kb.check(each.text, as_of=settings.as_of).verdict) for each in examples]
    wrong = [(each, verdict) for each, verdict in got if verdict is not each.verdict]
    if settings.format == "json":
        failures = [_failure(each, verdict) for each, verdict in wrong]
        _print_json({"examples": len(examples), "failures": failures}, settings)
    else:
        blocks: list[Block] = []
        for each, verdict in wrong:
            said = f'"{each.text}" is {verdict.value}, not {each.verdict.value}'
            blocks += problem_blocks(FactcheckError(said, at=near(each.at)))
        right = len(examples) - len(wrong)
        blocks.append(block(f"{right:,} of {counted(len(examples), 'example')} as expected"))
        _print(blocks, settings)
    return int(bool(wrong))


def show(id: str, options: Options) -> int:
    """Shows a claim and how the engine reads it.

    Raises:
        UsageError: there is no claim with this id.
    """
    settings = settle(options, KB_FORMATS)
    kb = knowledge_base(settings.kb)
    claim = kb.claim(id)
    if claim is None:
        raise UsageError(f'there is no claim with the id "{id}"', hint=_other_id(id, kb))
    claim = replace(claim, at=near(claim.at))
    if settings.format == "json":
        _print_json(claim_object(claim, kb.readings(id)), settings)
    else:
        _print(claim_view(claim, kb.readings(id), screen_for(settings)), settings)
    return 0


def search(text: str, limit: int, options: Options) -> int:
    """Shows the closest claims, best first.

    Raises:
        UsageError: the text is empty.
    """
    settings = settle(options, KB_FORMATS)
    if not text.strip():
        raise UsageError("there is nothing to search for", hint="factcheck kb search WORDS")
    hits = knowledge_base(settings.kb).search(text, limit=limit)
    if settings.format == "json":
        _print_json({"text": text, "hits": [hit_object(each) for each in hits]}, settings)
    elif hits:
        _print(hit_blocks(hits), settings)
    else:
        _print([block("no claim comes close")], settings)
    return 0


def stats(options: Options) -> int:
    """Shows how much the knowledge base holds."""
    settings = settle(options, KB_FORMATS)
    found = knowledge_base(settings.kb).stats()
    if settings.format == "json":
        _print_json(found, settings)
    else:
        _print(stats_view(found), settings)
    return 0


def _near(problem: FactcheckError) -> FactcheckError:
    """The same problem, its place as seen from the working directory."""
    if problem.at is not None:
        problem.at = near(problem.at)
    return problem


def _failure(example: Example, verdict: Verdict) -> dict[str, object]:
    return {
        "path": example.at.path,
        "line": example.at.line,
        "text": example.text,
        "expected": example.verdict.value,
        "got": verdict.value,
    }


def _other_id(id: str, kb: Knowledge) -> str:
    known = [each.id for each in kb.claims()]
    hint = suggestion(id, known)
    return hint if hint.startswith("did") else "factcheck kb search finds claims by their words"


def _print(blocks: Sequence[Block], settings: Settings) -> None:
    write(lay_out(blocks, screen_for(settings)))


def _print_json(value: object, settings: Settings) -> None:
    write(written(value, screen_for(settings), indent=2) + "\n")
