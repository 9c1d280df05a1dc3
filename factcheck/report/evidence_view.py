"""Source passages as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.knowledge import Evidence, Source
from factcheck.report.layout import Block, Piece, block, link
from factcheck.report.screen import Screen
from factcheck.report.wording import counted

NO_SOURCE = "no source given"
_MOST_PASSAGES = 2
_BAR = "│ "


def citation(source: Source, locator: str) -> list[Piece]:
    """Title, publisher, year and locator."""
    details = [each for each in (source.publisher, source.year, locator) if each]
    title = source.title or source.id
    return [Piece(title, "bold"), Piece("".join(f", {each}" for each in details))]


def address(source: Source) -> str:
    """The source's web address, or an empty text."""
    return source.url or (f"https://doi.org/{source.doi}" if source.doi else "")


def passages(evidence: Sequence[Evidence], screen: Screen) -> list[Block]:
    """Each passage as a quotation, its citations and their links below.

    The first few, or all of them on a screen that asks for more.
    """
    if not evidence:
        return [block(Piece(NO_SOURCE, "dim"))]
    groups: dict[str, list[Evidence]] = {}
    for each in evidence:
        groups.setdefault(each.passage, []).append(each)
    most = len(groups) if screen.why or screen.verbose else _MOST_PASSAGES
    blocks: list[Block] = []
    for passage, group in list(groups.items())[:most]:
        if blocks:
            blocks.append(block(first=_BAR))
        blocks.append(block(f"“{passage}”", first=_BAR, rest=_BAR))
        for each in dict.fromkeys(group):
            blocks += _cited(each, screen)
    return blocks + _more(len(groups) - most, "passage")


def source_lines(evidence: Sequence[Evidence], screen: Screen) -> list[Block]:
    """The first source and its address, or each of them on a screen that asks for more."""
    made: dict[tuple[str, str, str], list[Block]] = {}
    for each in evidence:
        if each.source:
            key = (each.source.id, each.locator, "")
            lines = [block("Source: ", *citation(each.source, each.locator))]
            if found := address(each.source):
                lines.append(link(found, screen))
        else:
            key = ("", "", each.passage)
            lines = [block(f"Premise: {each.passage}")]
        made.setdefault(key, lines)
        if not (screen.why or screen.verbose):
            break
    if not made:
        return [block(Piece(f"Source: {NO_SOURCE}", "dim"))]
    return [line for lines in made.values() for line in lines]


def _cited(evidence: Evidence, screen: Screen) -> list[Block]:
    if not evidence.source:
        return [block(Piece("stated as a premise", "dim"), first=_BAR, rest=_BAR)]
    made = [block(*citation(evidence.source, evidence.locator), first=_BAR, rest=_BAR)]
    if found := address(evidence.source):
        made.append(link(found, screen, margin=_BAR))
    return made


def _more(left: int, noun: str) -> list[Block]:
    if left <= 0:
        return []
    return [block(Piece(f"and {counted(left, f'more {noun}')}: see --why", "dim"))]
