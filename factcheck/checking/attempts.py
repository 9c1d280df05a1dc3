"""Why a text has no verdict: for each clause the nearest proof and what it lacks."""

from __future__ import annotations

from datetime import date

from factcheck.checking.sentences import JUDGED, Sentences
from factcheck.language.statement import analyse
from factcheck.model.place import Span
from factcheck.model.proposition import Analysis, Reading
from factcheck.model.result import WhyNot
from factcheck.model.verdict import Reason, Verdict
from factcheck.reasoning.weighing import weigh
from factcheck.text.sentences import segment


def why_not(checker: Sentences, text: str, as_of: date) -> tuple[WhyNot, ...]:
    """An entry for each clause that has no verdict, in order; what is said in passing comes last.

    Where no clause was read at all there is one entry, for the sentence.
    """
    main: list[WhyNot] = []
    aside: list[WhyNot] = []
    analysis: Analysis | None = None
    for span in segment(text) or (Span(0, len(text)),):
        sentence = span.cut(text)
        analysis = analyse(sentence, checker.lexicon, analysis)
        if not analysis.readings:
            reason = Reason.NOT_UNDERSTOOD if analysis.mentions else Reason.NOT_COVERED
            main.append(WhyNot(sentence, span, reason, analysis.unread))
        for reading in analysis.readings:
            found = why_not_clause(checker, sentence, reading, span.start, as_of)
            if found is not None:
                (aside if reading.is_side else main).append(found)
    return (*main, *aside)


def why_not_clause(
    checker: Sentences, sentence: str, reading: Reading, by: int, as_of: date
) -> WhyNot | None:
    """Why a clause has no verdict; None when it has one. `by` is where its sentence stands."""
    result = checker.judged(sentence, reading, as_of)
    if result.verdict is not Verdict.UNVERIFIED:
        return None
    start, end = reading.span
    said = reading.span.cut(sentence) or sentence
    span = Span(start + by, end + by)
    if result.reason is not Reason.NOT_COVERED or reading.unread or reading.stance not in JUDGED:
        return WhyNot(said, span, result.reason, reading.unread)
    decider = checker.decider(as_of)
    stated = checker.understood(reading)
    attempt = decider.attempt(stated)
    _, weighed = weigh(decider, stated, 1)
    nearest = next((each for each in weighed if each.outcome is None), None)
    if attempt is None or (nearest and not any(each.is_known for each in attempt[1].premises)):
        return WhyNot(said, span, result.reason, nearest=nearest)
    return WhyNot(said, span, result.reason, (), *attempt, nearest)
