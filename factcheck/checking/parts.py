"""The results of the parts of a text, and of the whole."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model.place import Span
from factcheck.model.proposition import Reading
from factcheck.model.result import Result
from factcheck.model.verdict import Answer, Kind, Reason, Verdict

ANSWERS = {
    Verdict.SUPPORTED: Answer.YES,
    Verdict.REFUTED: Answer.NO,
    Verdict.MISLEADING: Answer.DEPENDS,
    Verdict.UNVERIFIED: Answer.UNKNOWN,
}
WEIGHT = {Verdict.REFUTED: 3, Verdict.MISLEADING: 2, Verdict.UNVERIFIED: 1, Verdict.SUPPORTED: 0}


def joined(text: str, kind: Kind, parts: list[Result]) -> Result:
    """The result of the whole: the worst of its parts decides."""
    whole = Span(0, len(text))
    if len(parts) == 1:
        only = parts[0]
        answer = ANSWERS[only.verdict] if kind is Kind.QUESTION else None
        return replace(only, text=text, kind=kind, span=whole, answer=answer)
    worst = max(parts, key=lambda part: WEIGHT[part.verdict])
    answer = ANSWERS[worst.verdict] if kind is Kind.QUESTION else None
    marks = tuple(sorted({mark for part in parts for mark in part.marks}))
    claims = worst.claims
    evidence = worst.evidence
    if worst.verdict is Verdict.SUPPORTED:
        claims = tuple(dict.fromkeys(claim for part in parts for claim in part.claims))
        evidence = tuple(dict.fromkeys(each for part in parts for each in part.evidence))
    return replace(
        worst,
        text=text,
        kind=kind,
        span=whole,
        answer=answer,
        reason=Reason.PARTS if worst.verdict is not Verdict.UNVERIFIED else worst.reason,
        claims=claims,
        evidence=evidence,
        marks=marks,
        parts=tuple(parts),
    )


def moved(result: Result, by: int) -> Result:
    """The result of a text that stands `by` places further on."""
    if not by:
        return result
    return replace(
        result,
        span=Span(result.span.start + by, result.span.end + by),
        marks=tuple(Span(mark.start + by, mark.end + by) for mark in result.marks),
        stance_cues=tuple(
            replace(cue, span=Span(cue.span.start + by, cue.span.end + by))
            for cue in result.stance_cues
        ),
    )


def undecided(found: list[Result], clauses: list[tuple[Reading, Result]]) -> list[Result]:
    """With what "or" joins left open where only some of it is wrong: the rest would do."""
    against = (Verdict.REFUTED, Verdict.MISLEADING)
    open_: list[Result] = []
    for number in {reading.clause for reading, _ in clauses}:
        said = [
            result
            for reading, result in clauses
            if reading.clause == number
            and not reading.is_side
            and reading.sign == reading.proposition.polarity
        ]
        wrong = [each for each in said if each.verdict in against]
        if len(wrong) < len(said):
            open_.extend(wrong)
    return [
        Result(each.text, each.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, each.span)
        if any(each is other for other in open_)
        else each
        for each in found
    ]


def merged(found: list[Result]) -> list[Result]:
    """Parts of one clause that came out alike are one part."""
    kept: list[Result] = []
    for result in found:
        twin = next(
            (
                k
                for k, each in enumerate(kept)
                if each.span == result.span
                and each.verdict is result.verdict
                and each.stance is result.stance
            ),
            None,
        )
        if twin is None:
            kept.append(result)
            continue
        other = kept[twin]
        kept[twin] = replace(
            other,
            claims=tuple(dict.fromkeys((*other.claims, *result.claims))),
            evidence=tuple(dict.fromkeys((*other.evidence, *result.evidence))),
            marks=tuple(sorted({*other.marks, *result.marks})),
        )
    return kept
