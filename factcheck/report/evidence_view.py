"""Source passages as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.knowledge import Evidence, Source
from factcheck.report.layout import Paragraph, Piece, paragraph
from factcheck.report.screen import Screen
from factcheck.report.wording import counted

NO_SOURCE = "no source given"
_MOST_PASSAGES = 2


def citation(source: Source, locator: str) -> list[Piece]:
    """Title, publisher, year and locator."""
    details = [each for each in (source.publisher, source.year, locator) if each]
    title = source.title or source.id
    return [Piece(title, "bold"), Piece("".join(f", {each}" for each in details))]


def address(source: Source) -> str:
    """The source's web address, or an empty text."""
    return source.url or (f"https://doi.org/{source.doi}" if source.doi else "")


def passages(evidence: Sequence[Evidence], screen: Screen) -> list[Paragraph]:
    """Each passage as a quotation, its citations and their links below.

    The first few, or all of them on a screen that asks for more.
    """
    if not evidence:
        return [paragraph(Piece(NO_SOURCE, "dim"))]
    groups: dict[str, list[Evidence]] = {}
    for each in evidence:
        groups.setdefault(each.passage, []).append(each)
    most = len(groups) if screen.why or screen.verbose else _MOST_PASSAGES
    blocks: list[Paragraph] = []
    for passage, group in list(groups.items())[:most]:
        if blocks:
            blocks.append(paragraph(first="│"))
        blocks.append(paragraph(f"“{passage}”", first="│ ", rest="│ "))
        for each in dict.fromkeys(group):
            blocks += _cited(each)
    return blocks + _more(len(groups) - most, "passage")


def source_lines(evidence: Sequence[Evidence], screen: Screen) -> list[Paragraph]:
    """A short paragraph for the first source, or for each on a screen that asks for more."""
    lines: list[Paragraph] = []
    for each in evidence:
        if each.source:
            made = [paragraph("Source: ", *citation(each.source, each.locator))]
            if link := address(each.source):
                made.append(paragraph(Piece(link, "link"), is_wide=True))
        else:
            made = [paragraph(f"Premise: {each.passage}")]
        lines += [line for line in made if line not in lines]
        if not (screen.why or screen.verbose):
            break
    if not lines:
        return [paragraph(Piece(f"Source: {NO_SOURCE}", "dim"))]
    return lines


def _cited(evidence: Evidence) -> list[Paragraph]:
    if not evidence.source:
        return [paragraph(Piece("stated as a premise", "dim"), first="│ ")]
    made = [paragraph(*citation(evidence.source, evidence.locator), first="│ ", rest="│ ")]
    if link := address(evidence.source):
        made.append(paragraph(Piece(link, "link"), first="│ ", rest="│ ", is_wide=True))
    return made


def _more(left: int, noun: str) -> list[Paragraph]:
    if left <= 0:
        return []
    return [paragraph(Piece(f"and {counted(left, f'more {noun}')}: see --why", "dim"))]
