"""Sentences that the next one answers or judges: "Is it a toy? No."; "It is a toy. A myth!"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.language.grammar import Grammar
from factcheck.language.replies import (
    Reply,
    reply_to_question,
    reply_to_report,
    verdict_on_statement,
)
from factcheck.model.proposition import Analysis, Reading
from factcheck.model.verdict import Kind, Stance

JUDGED = (Stance.ASKED, Stance.ASSERTED, Stance.DEBUNKED)


def answered(
    sentence: str,
    analysis: Analysis,
    following: str,
    later: str,
    grammar: Grammar,
    read: Callable[[str], Analysis],
) -> tuple[Analysis, bool]:
    """A sentence as the statement that the next one makes of it, and whether that is all it says.

    An answer in the sentence after the next (`later`) may be one to something else.
    `read` analyses what the two say together: "Is it sold? No, not in any shop."
    """
    if analysis.kind is Kind.QUESTION:
        reply = reply_to_question(following, grammar)
        if reply is None and later and reply_to_question(later, grammar) is not None:
            reply = Reply("open", is_whole=False)
    else:
        reply = verdict_on_statement(following, grammar)
        if reply is None and (told := _told(analysis)) is not None:
            reply = reply_to_report(following, grammar)
            analysis = told if reply is not None else analysis
    if reply is None:
        return analysis, False
    if reply.addition:
        analysis = read(f"{sentence.rstrip(' ?')} {reply.addition}?")
        if reply.answer == "no":
            analysis = replace(analysis, readings=tuple(map(_of_any, analysis.readings)))
    return _replied(analysis, reply), reply.is_whole


def is_topic(analysis: Analysis) -> bool:
    """Whether a sentence only names what the next one is about: "Copper? It rusts."."""
    return (
        analysis.kind is Kind.QUESTION
        and bool(analysis.readings)
        and not analysis.unread
        and all(each.proposition.root.head == "nominal" for each in analysis.readings)
    )


def _replied(analysis: Analysis, reply: Reply) -> Analysis:
    """The readings with the answer taken in; an answer not understood leaves them open."""
    if reply.answer == "open":
        return replace(
            analysis,
            readings=tuple(replace(each, unread=("?",)) for each in analysis.readings),
            kind=Kind.STATEMENT,
        )
    is_yes = reply.answer == "yes"
    readings = tuple(
        replace(
            reading,
            stance=_stance(reading.stance, is_yes=is_yes),
            kind=Kind.STATEMENT,
            sign=reading.sign == is_yes,
        )
        for reading in analysis.readings
    )
    return replace(analysis, readings=readings, kind=Kind.STATEMENT)


def _told(analysis: Analysis) -> Analysis | None:
    """What a sentence reports, as if it were said; None where it says something itself."""
    main = [each for each in analysis.readings if not each.is_side]
    said: list[Reading] = []
    for reading in main:
        said.extend(reading.inner or (reading,))
    if not said or any(each.stance is not Stance.REPORTED for each in said):
        return None
    readings = tuple(replace(each, stance=Stance.ASSERTED) for each in said)
    return replace(analysis, readings=readings)


def _of_any(reading: Reading) -> Reading:
    """With "any" as one there is, not as each: "No, not for any road"."""
    root = reading.proposition.root
    edges = tuple(
        (role, replace(node, quant="any") if node.quant == "all" and role != "subj" else node)
        for role, node in root.edges
    )
    return replace(
        reading, proposition=replace(reading.proposition, root=replace(root, edges=edges))
    )


def _stance(stance: Stance, *, is_yes: bool) -> Stance:
    if stance not in JUDGED:
        return stance
    return Stance.ASSERTED if is_yes or stance is Stance.ASKED else Stance.DEBUNKED
