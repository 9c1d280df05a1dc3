"""Claims of a knowledge base for people: one in full, the hits of a search, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model.knowledge import Claim
from factcheck.model.result import Hit, Understanding
from factcheck.report.evidence_view import passages
from factcheck.report.layout import Block, Piece, block, indented, rows
from factcheck.report.screen import Screen
from factcheck.report.wording import GOOD, in_words, qualifier_in_words, symbol, word


def claim_view(claim: Claim, readings: Sequence[Understanding], screen: Screen) -> list[Block]:
    """The claim, its evidence, and how the engine reads each of its wordings."""
    head = block(symbol(claim.verdict), " ", word(claim.verdict), ": ", claim.claim, rest="  ")
    sections: list[list[Block]] = []
    if claim.explanation:
        sections.append([block(claim.explanation)])
    if claim.correction:
        sections.append([block(Piece("Correct: ", f"bold {GOOD}"), claim.correction)])
    sections.append(passages(claim.evidence, screen))
    if claim.also_phrased:
        title = block(Piece("Other wordings", "bold"))
        sections.append([title, *(block(each, first="• ") for each in claim.also_phrased)])
    sections.append([block(Piece("Read as", "bold")), *_readings(readings)])
    facts = [
        ("id", claim.id),
        ("topics", ", ".join(claim.topics)),
        ("reviewed", claim.reviewed),
        ("review by", claim.review_by),
        ("true from", claim.true_from),
        ("true until", claim.true_until),
        ("file", str(claim.at) if claim.at.path else ""),
    ]
    sections.append(rows(facts))
    blocks = [head]
    for section in sections:
        blocks += [block(), *(indented(each, "  ") for each in section)]
    return blocks


def hit_blocks(hits: Sequence[Hit]) -> list[Block]:
    """A line for each hit, best first."""
    return [
        block(
            symbol(each.verdict), " ", word(each.verdict), ": ", each.claim,
            Piece(f" ({each.id})", "dim"),
            rest="  ",
        )
        for each in hits
    ]  # fmt: skip


def stats_view(stats: Mapping[str, int]) -> list[Block]:
    """Counts under each other."""
    return rows([(name.replace("_", " "), f"{count:,}") for name, count in stats.items()])


def _readings(readings: Sequence[Understanding]) -> list[Block]:
    if not readings:
        return [block("The engine could not read this claim; only its exact words match.")]
    blocks: list[Block] = []
    for each in readings:
        added = ", ".join(map(qualifier_in_words, each.qualifiers))
        qualifiers = f" [{added}]" if added else ""
        details = ", ".join(part for part in (each.polarity, each.strength) if part)
        said = " · ".join(
            part for part in (each.subject, in_words(each.relation), each.object) if part
        )
        blocks.append(
            block(said + qualifiers, Piece(f" ({details})" if details else "", "dim"), first="• ")
        )
        if each.unread:
            blocks.append(
                indented(block(f"not read: {', '.join(each.unread)}"), "  "),
            )
    return blocks
