"""What is wrong with a knowledge base, for people: advice by kind, then each error."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.errors import ContradictionError, FactcheckError
from factcheck.model.result import Derived
from factcheck.report.layout import Block, Piece, block, indented, whole_line
from factcheck.report.proof_view import proof_tree
from factcheck.report.screen import Screen
from factcheck.report.shown import shown_on_line
from factcheck.report.wording import BAD, GOOD, WARN, by_rule, counted

_PARTICULARS = re.compile(
    r""""[^"]*"|“[^”]*”|\([^)]*\)|\b\d[\d-]*\b|^[\w.-]+(?=: )|(?<=^relation )[^:]+(?=:)"""
)


def is_error(problem: FactcheckError) -> bool:
    """Whether it fails a check; what is only advice does not."""
    return str(getattr(problem, "severity", "error")) == "error"


def problems_view(
    problems: Sequence[FactcheckError], stats: Mapping[str, int], screen: Screen
) -> list[Block]:
    """Advice by kind, in full on a screen that asks for more; then errors; then a summary.

    Errors come last of the three, so that they stand where a reader looks first: at the end.
    """
    errors = [each for each in problems if is_error(each)]
    advice = [each for each in problems if not is_error(each)]
    blocks: list[Block] = []
    for kind, group in _by_kind(advice).items():
        if screen.verbose:
            blocks += [line for each in group for line in problem_blocks(each, "advice: ")]
        else:
            blocks += _summed(kind, group)
    if advice and not screen.verbose:
        blocks.append(block(Piece("-v shows every piece of advice with its place", "dim")))
    blocks += [line for each in errors for line in problem_blocks(each)]
    return [*blocks, _summary(len(errors), len(advice), stats)]


def problem_blocks(problem: FactcheckError, kind: str = "") -> list[Block]:
    """Place and message on one line that tools can read, the way out below."""
    place = f"{problem.at}:" if problem.at and problem.at.path else ""
    made = [
        whole_line(
            Piece(shown_on_line(place), "bold"),
            " " if place else "",
            Piece(kind, WARN) if kind else "",
            shown_on_line(problem.message),
        )
    ]
    if isinstance(problem, ContradictionError):
        for proof, says in zip(problem.proofs, ("for it", "against it"), strict=True):
            rule = f" ({by_rule(proof.rule)})" if isinstance(proof, Derived) else ""
            made.append(indented(proof_tree(proof, Piece(says, "bold"), rule), "  "))
    if problem.hint:
        made.append(whole_line(Piece("hint: ", "dim"), shown_on_line(problem.hint)))
    return made


def _by_kind(problems: Sequence[FactcheckError]) -> dict[str, list[FactcheckError]]:
    """Problems that say the same of different things, the most frequent first."""
    groups: dict[str, list[FactcheckError]] = {}
    for each in problems:
        groups.setdefault(_kind(each.message), []).append(each)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def _kind(message: str) -> str:
    """The message less the names, numbers and quotations in it."""
    bare = _PARTICULARS.sub("…", message).strip()
    return " ".join(bare.removeprefix("…:").removesuffix("…").rstrip(" …:").split())


def _summed(kind: str, group: Sequence[FactcheckError]) -> list[Block]:
    made = [
        block(Piece("advice: ", WARN), kind, Piece(f" · {counted(len(group), 'time')}", "bold"))
    ]
    if group[0].hint:
        made.append(indented(block(Piece("hint: ", "dim"), group[0].hint), "  "))
    return made


def _summary(errors: int, advice: int, stats: Mapping[str, int]) -> Block:
    held = ", ".join(_held(count, name.replace("_", " ")) for name, count in stats.items() if count)
    return block(
        Piece(counted(errors, "error"), f"bold {BAD}" if errors else GOOD),
        f", {counted(advice, 'piece')} of advice",
        Piece(f" ({held})" if held else "", "dim"),
    )


def _held(count: int, plural: str) -> str:
    one = plural.removesuffix("ies") + "y" if plural.endswith("ies") else plural.removesuffix("s")
    return counted(count, one, plural)
