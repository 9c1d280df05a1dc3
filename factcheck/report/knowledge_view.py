"""Claims of a knowledge base for people: one in full, the hits of a search, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model.knowledge import Claim
from factcheck.model.result import Hit, Understanding
from factcheck.report.evidence_view import passages
from factcheck.report.layout import Paragraph, Piece, indented, paragraph
from factcheck.report.screen import Screen
from factcheck.report.understanding_view import table
from factcheck.report.wording import symbol, word


def claim_view(claim: Claim, readings: Sequence[Understanding], screen: Screen) -> list[Paragraph]:
    """The claim, its evidence, and how the engine reads each of its wordings."""
    head = paragraph(symbol(claim.verdict), " ", word(claim.verdict), ": ", claim.claim, rest="  ")
    sections: list[list[Paragraph]] = []
    if claim.explanation:
        sections.append([paragraph(claim.explanation)])
    if claim.correction:
        sections.append([paragraph(Piece("Correct: ", "bold good"), claim.correction)])
    sections.append(passages(claim.evidence, screen))
    if claim.also_phrased:
        title = paragraph(Piece("Other wordings", "bold"))
        sections.append([title, *(paragraph(each, first="• ") for each in claim.also_phrased)])
    sections.append([paragraph(Piece("Read as", "bold")), *_readings(readings)])
    rows = [
        ("id", claim.id),
        ("topics", ", ".join(claim.topics)),
        ("reviewed", claim.reviewed),
        ("review by", claim.review_by),
        ("file", str(claim.at) if claim.at.path else ""),
    ]
    sections.append(table([row for row in rows if row[1]]))
    blocks = [head]
    for section in sections:
        blocks += [paragraph(), *(indented(each, "  ") for each in section)]
    return blocks


def hit_blocks(hits: Sequence[Hit]) -> list[Paragraph]:
    """A line for each hit, best first."""
    return [
        paragraph(
            symbol(each.verdict), " ", word(each.verdict), ": ", each.claim,
            Piece(f"  {each.id}", "dim"),
            rest="  ",
        )
        for each in hits
    ]  # fmt: skip


def stats_view(stats: Mapping[str, int]) -> list[Paragraph]:
    """Counts under each other."""
    return table([(name.replace("_", " "), f"{count:,}") for name, count in stats.items()])


def _readings(readings: Sequence[Understanding]) -> list[Paragraph]:
    if not readings:
        return [paragraph("The engine could not read this claim; only its exact words match.")]
    blocks: list[Paragraph] = []
    for each in readings:
        qualifiers = f" [{', '.join(each.qualifiers)}]" if each.qualifiers else ""
        details = ", ".join(part for part in (each.polarity, each.strength) if part)
        said = " · ".join(part for part in (each.subject, each.relation, each.object) if part)
        blocks.append(paragraph(said + qualifiers, Piece(f"  {details}", "dim"), first="• "))
        if each.unread:
            blocks.append(
                indented(paragraph(f"not read: {', '.join(each.unread)}"), "  "),
            )
    return blocks
