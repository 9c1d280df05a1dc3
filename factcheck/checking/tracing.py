"""A text checked with every step kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.checking.attempts import why_not_clause
from factcheck.checking.checker import Checker
from factcheck.checking.parts import moved
from factcheck.language.statement import analyse
from factcheck.language.tokens import Token
from factcheck.language.understanding import branches, understanding
from factcheck.model.place import Span
from factcheck.model.proposition import Analysis, Reading
from factcheck.model.result import Cue, Result
from factcheck.model.trace import Branch, Clause, Trace, Word
from factcheck.model.verdict import Verdict
from factcheck.reasoning.weighing import weigh
from factcheck.text.sentences import segment

MOST_WEIGHED = 5


def trace(checker: Checker, text: str, as_of: date, *, why_not: bool = False) -> Trace:
    """The result of a text with the words, readings and claims that led to it.

    `why_not` asks for what each clause without a verdict lacks.
    """
    words: list[Word] = []
    clauses: list[Clause] = []
    unread: list[str] = []
    analysis: Analysis | None = None
    for span in segment(text) or (Span(0, len(text)),):
        sentence = span.cut(text)
        tokens: list[Token] = []
        analysis = analyse(sentence, checker.lexicon, analysis, tokens)
        words += [_word(each, span.start) for each in tokens if each.kind != "punct"]
        unread += analysis.unread
        for outer in analysis.readings:
            for reading in (outer, *outer.inner):
                clause = _clause(checker, sentence, reading, span.start, as_of)
                if why_not:
                    lack = why_not_clause(checker, sentence, reading, span.start, as_of)
                    clause = replace(clause, why_not=lack)
                clauses.append(clause)
    result = checker.check(text, as_of)
    return Trace(text, tuple(words), tuple(clauses), tuple(unread), result)


def _word(token: Token, by: int) -> Word:
    span = Span(token.start + by, token.end + by)
    return Word(span, token.tag, token.entity, token.read_as)


def _clause(checker: Checker, sentence: str, reading: Reading, by: int, as_of: date) -> Clause:
    proposition = checker.understood(reading)
    considered, weighed = weigh(checker.decider(as_of), proposition, MOST_WEIGHED)
    span = Span(reading.span.start + by, reading.span.end + by)
    root = branches(proposition.root)
    duty = f"{proposition.duty} " if proposition.duty else ""
    return Clause(
        span,
        Branch("", duty + root.head, root.parts),
        proposition.polarity != proposition.duty_negated,
        proposition.strength,
        reading.stance,
        reading.is_side,
        tuple(replace(cue, span=_moved(cue, by)) for cue in reading.cues),
        reading.unread,
        considered,
        weighed,
        _result(checker, sentence, reading, by, as_of),
    )


def _result(checker: Checker, sentence: str, reading: Reading, by: int, as_of: date) -> Result:
    """The clause's own result, without a verdict with the closest claims."""
    result = moved(checker.judged(sentence, reading, as_of), by)
    if result.verdict is not Verdict.UNVERIFIED:
        return result
    read = understanding(Analysis((reading,)), reading)
    return replace(result, closest=checker.closest(result, read, as_of))


def _moved(cue: Cue, by: int) -> Span:
    return Span(cue.span.start + by, cue.span.end + by)
