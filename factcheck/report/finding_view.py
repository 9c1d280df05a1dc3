"""Findings in checked copy, and the line that says what was read."""

from __future__ import annotations

from factcheck.model.document import Coverage, Finding
from factcheck.model.verdict import Kind, Verdict
from factcheck.report.answer_view import marked
from factcheck.report.evidence_view import source_lines
from factcheck.report.layout import Block, Piece, block, indented, whole_line
from factcheck.report.proof_view import why
from factcheck.report.screen import Screen
from factcheck.report.understanding_view import understood
from factcheck.report.wording import BAD, GOOD, WARN, counted, symbol, word


def is_shown(finding: Finding, screen: Screen) -> bool:
    """Whether people want to see it: what is wrong, and with -v everything."""
    result = finding.result
    wrong = result.verdict in (Verdict.REFUTED, Verdict.MISLEADING)
    return screen.verbose or (wrong and result.kind is Kind.STATEMENT)


def finding_block(finding: Finding, screen: Screen) -> list[Block]:
    """Place and verdict on one line that tools can read; words, reasons and source below."""
    result = finding.result
    place = f"{finding.path}:{finding.line}:{finding.column}:"
    below = [block("“", *marked(finding.words, ()), "”")]
    if result.explanation:
        below.append(block(result.explanation))
    if result.correction:
        below.append(block(Piece("Correct: ", f"bold {GOOD}"), result.correction))
    below += source_lines(result.evidence, screen)
    if screen.why:
        below += why(result)
    if screen.verbose:
        below += understood(result)
    kind = [Piece(" (a question)", "dim")] if result.kind is Kind.QUESTION else []
    ids = [Piece(f"  [{', '.join(result.claims)}]", "dim")] if result.claims else []
    head = whole_line(
        Piece(place, "bold"), " ", symbol(result.verdict), " ", word(result.verdict), *kind, *ids,
    )  # fmt: skip
    return [head, *(indented(each, "  ") for each in below), block()]


def coverage_block(coverage: Coverage, claims: int) -> list[Block]:
    """What was read and what came of it; `claims` is how many of the knowledge base were found."""
    counts: list[Piece | str] = [
        f"{counted(coverage.files, 'file')}, {counted(coverage.sentences, 'sentence')} read, "
        f"{counted(claims, 'claim')} found: ",
        Piece(f"{coverage.refuted:,} refuted", f"bold {BAD}" if coverage.refuted else ""),
        ", ",
        Piece(f"{coverage.misleading:,} misleading", f"bold {WARN}" if coverage.misleading else ""),
        ", ",
        Piece(f"{coverage.supported:,} supported", GOOD if coverage.supported else ""),
        ".",
    ]
    decided = coverage.refuted + coverage.misleading + coverage.supported
    blocks = [block(*counts)]
    if silent := coverage.sentences - decided:
        left = f"{counted(silent, 'sentence')} got no verdict"
        if coverage.unmatched:
            they = "it names" if coverage.unmatched == 1 else "they name"
            left += (
                f", {coverage.unmatched:,} of them though {they} something the knowledge base knows"
            )
        blocks.append(block(left, ". ", Piece("Silence is not approval.", "dim")))
    return blocks
