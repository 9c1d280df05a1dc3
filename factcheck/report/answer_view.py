"""A result for people: in full for one text, as a short block for one line of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model.place import Span
from factcheck.model.result import Near, Result
from factcheck.model.verdict import Verdict
from factcheck.report.evidence_view import passages, source_lines
from factcheck.report.layout import MARK, Block, Piece, block, indented
from factcheck.report.parts import MOST, topic
from factcheck.report.proof_view import why
from factcheck.report.screen import Screen
from factcheck.report.understanding_view import read_as, understood
from factcheck.report.why_not_view import why_not_blocks
from factcheck.report.wording import GOOD, because, counted, headline, symbol, word

_INDENT = "  "
_LONGEST_TEXT = 2000
_MOST_CLOSEST = 3


def full(result: Result, screen: Screen) -> list[Block]:
    """The answer first, then the statement, the reasons and the source."""
    is_decided = result.verdict is not Verdict.UNVERIFIED
    sections = [[block(*marked(result.text, result.marks)), *read_as(result)]]
    if result.parts:
        sections.append(_parts(result, screen))
    sections += [[block(each)] for each in (because(result), result.explanation) if each]
    if result.correction:
        sections.append([_correct(result.correction)])
    if is_decided:
        sections.append(passages(result.evidence, screen))
    if result.closest and not is_decided:
        sections.append(_closest(result.closest))
    if is_decided and not result.explanation:  # then the proof has to explain it
        screen = screen._replace(why=True)
    sections += _extras(result, screen)
    if result.claims:
        sections.append([_ids(result.claims)])
    blocks = [block(*headline(result))]
    for section in sections:
        blocks.append(block())
        blocks += [indented(each, _INDENT) for each in section]
    return blocks


def short(result: Result, screen: Screen) -> list[Block]:
    """Verdict and statement on one line; reasons, correction and sources below."""
    is_decided = result.verdict is not Verdict.UNVERIFIED
    below = [*read_as(result)]
    below += _parts(result, screen)
    below += [block(each) for each in (because(result), result.explanation) if each]
    if result.correction:
        below.append(_correct(result.correction))
    if is_decided:
        below += source_lines(result.evidence, screen)
    if result.closest and not is_decided:
        below += _closest(result.closest)
    below += [block for section in _extras(result, screen) for block in section]
    if result.claims:
        below.append(_ids(result.claims))
    marks = result.marks if screen.styles else ()
    head = block(*headline(result), ": ", *marked(result.text, marks), rest=_INDENT)
    return [head, *(indented(each, _INDENT) for each in below), block()]


def marked(text: str, marks: Iterable[Span]) -> list[Piece]:
    """The text with the matched words marked; a very long one is cut."""
    pieces: list[Piece] = []
    begin, end = 0, len(text)
    if end > _LONGEST_TEXT:
        end = _LONGEST_TEXT
    for mark in sorted(marks):
        start, stop = max(mark.start, begin), min(mark.end, end)
        if start < stop:
            pieces += [Piece(text[begin:start]), Piece(text[start:stop], MARK)]
            begin = stop
    pieces.append(Piece(text[begin:end]))
    if end < len(text):
        pieces.append(Piece(f" … ({len(text) - end:,} more characters)", "dim"))
    return [each for each in pieces if each.text]


def _parts(result: Result, screen: Screen) -> list[Block]:
    """The parts with their verdicts; those of one wording are told apart by what they are about."""
    blocks: list[Block] = []
    for part in result.parts[:MOST]:
        blocks += _part(part, topic(part, result), result.text, screen)
    if len(result.parts) > MOST:
        left = counted(len(result.parts) - MOST, "more part")
        blocks.append(block(Piece(f"and {left} (all in JSON)", "dim")))
    return blocks


def _part(part: Result, about: str, whole: str, screen: Screen) -> list[Block]:
    marks: list[Span] = []
    start, end = part.span
    if screen.styles and whole[start:end] == part.text:  # marks are places in the whole text
        marks = [Span(each.start - start, each.end - start) for each in part.marks]
    said = [Piece(f" for “{about}”")] if about else [Piece(": "), *marked(part.text, marks)]
    head = block(symbol(part.verdict), " ", word(part.verdict), *said, rest=_INDENT)
    blocks = [head]
    reason = because(part)
    if reason:
        blocks.append(indented(block(reason), _INDENT))
    if part.claims:
        blocks.append(indented(_ids(part.claims), _INDENT))
    return blocks


def _correct(correction: str) -> Block:
    return block(Piece("Correct: ", f"bold {GOOD}"), correction)


def _ids(claims: Sequence[str]) -> Block:
    noun = "claim" if len(claims) == 1 else "claims"
    return block(Piece(f"{noun} {', '.join(claims)}", "dim"))


def _closest(closest: Sequence[Near]) -> list[Block]:
    blocks = [block(Piece("Closest claims", "bold"))]
    for each in closest[:_MOST_CLOSEST]:
        blocks.append(block(each.claim, first="• "))
        stop = f"{each.why_not} " if each.why_not else ""
        blocks.append(indented(block(stop, Piece(f"({each.id})", "dim")), _INDENT))
    return blocks


def _extras(result: Result, screen: Screen) -> list[list[Block]]:
    sections: list[list[Block]] = []
    if result.why_not:
        sections.append([block(Piece("Why not", "bold")), *why_not_blocks(result.why_not)])
    if screen.why:
        trees = why(result) or [block("There is no proof.")]
        sections.append([block(Piece("Why", "bold")), *trees])
    if screen.verbose:
        sections.append([block(Piece("Understood", "bold")), *understood(result)])
        for part in result.parts[:MOST]:
            if part.text != result.text:  # else it says the same once more
                sections.append([block(Piece(f"“{part.text}”", "bold")), *understood(part)])
    return sections
