"""Findings in checked copy, and the line that says what was read."""

from __future__ import annotations

from factcheck.model.document import Coverage, Finding
from factcheck.model.verdict import Kind, Verdict
from factcheck.report.answer_view import marked
from factcheck.report.evidence_view import source_lines
from factcheck.report.layout import Paragraph, Piece, indented, paragraph
from factcheck.report.proof_view import tree
from factcheck.report.screen import Screen
from factcheck.report.understanding_view import understood
from factcheck.report.wording import counted, symbol, word


def is_shown(finding: Finding, screen: Screen) -> bool:
    """Whether people want to see it: what is wrong, and with -v everything."""
    result = finding.result
    wrong = result.verdict in (Verdict.REFUTED, Verdict.MISLEADING)
    return screen.verbose or (wrong and result.kind is Kind.STATEMENT)


def finding_block(finding: Finding, screen: Screen) -> list[Paragraph]:
    """Place and verdict on one line that tools can read; words, reasons and source below."""
    result = finding.result
    place = f"{finding.path}:{finding.line}:{finding.column}:"
    below = [paragraph("“", *marked(finding.words, ()), "”")]
    if result.explanation:
        below.append(paragraph(result.explanation))
    if result.correction:
        below.append(paragraph(Piece("Correct: ", "bold good"), result.correction))
    below += source_lines(result.evidence, screen)
    if screen.why and result.proof is not None:
        below += tree(result.proof)
    if screen.verbose:
        below += understood(result)
    kind = [Piece(" (a question)", "dim")] if result.kind is Kind.QUESTION else []
    ids = [Piece(f"  [{', '.join(result.claims)}]", "dim")] if result.claims else []
    head = paragraph(
        Piece(place, "bold"), " ", symbol(result.verdict), " ", word(result.verdict), *kind, *ids,
        whole=True,
    )  # fmt: skip
    return [head, *(indented(each, "  ") for each in below), paragraph()]


def coverage_line(coverage: Coverage) -> Paragraph:
    """What was read and what came of it; silence is not approval."""
    counts = [
        Piece(f"{counted(coverage.files, 'file')}, {counted(coverage.sentences, 'sentence')}: "),
        Piece(f"{coverage.refuted:,} refuted", "bold bad" if coverage.refuted else ""),
        Piece(", "),
        Piece(f"{coverage.misleading:,} misleading", "bold warn" if coverage.misleading else ""),
        Piece(", "),
        Piece(f"{coverage.supported:,} supported", "good" if coverage.supported else ""),
        Piece(". "),
    ]
    if coverage.unmatched:
        counts.append(
            Piece(
                f"{counted(coverage.unmatched, 'sentence names', 'sentences name')} something that "
                "the knowledge base knows, yet no claim decides "
                f"{'it' if coverage.unmatched == 1 else 'them'}."
            )
        )
    elif not coverage.refuted + coverage.misleading + coverage.supported:
        counts.append(Piece("Nothing here is covered by the knowledge base."))
    return paragraph(*counts)
