"""The results of the parts of a text, and of the whole."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

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
AGAINST = (Verdict.REFUTED, Verdict.MISLEADING)
BOTH = re.compile(r"(?:\bnot|n't|\bcannot|\bnever)\b.*\bboth\b.*\band\b", re.IGNORECASE)


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


def is_open(parts: list[Result]) -> bool:
    """Whether the parts leave the whole without a verdict."""
    worst = max(parts, key=lambda part: WEIGHT[part.verdict])
    return worst.verdict is Verdict.UNVERIFIED


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


def undecided(
    found: list[Result], clauses: list[tuple[Reading, Result]], sentence: str
) -> list[Result]:
    """With what "or" joins, or "not both" denies, left open where only some of it is wrong."""
    low = sentence.lower()
    if " or " not in low and " both " not in low:
        return found
    open_ = [*_either(clauses, sentence), *_not_both(clauses, sentence)]
    for number in {reading.clause for reading, _ in clauses if " or " in low}:
        said = [
            result
            for reading, result in clauses
            if reading.clause == number
            and not reading.is_side
            and reading.sign == reading.proposition.polarity
        ]
        wrong = [each for each in said if each.verdict in AGAINST]
        if len(wrong) < len(said):
            open_.extend(wrong)
    return [
        Result(each.text, each.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, each.span)
        if any(each is other for other in open_)
        else each
        for each in found
    ]


def _not_both(clauses: list[tuple[Reading, Result]], sentence: str) -> list[Result]:
    """What is wrong of two things denied together, where the other is not: "not both A and B"."""
    main = [each for each in clauses if not each[0].is_side]
    found: list[Result] = []
    for number in {reading.clause for reading, _ in main}:
        said = [each for each in main if each[0].clause == number]
        if len(said) < 2 or any(reading.proposition.polarity for reading, _ in said):
            continue
        if not BOTH.search(said[0][0].span.cut(sentence)):
            continue
        wrong = [result for _, result in said if result.verdict in AGAINST]
        found.extend(wrong if len(wrong) < len(said) else ())
    return found


def _either(clauses: list[tuple[Reading, Result]], sentence: str) -> list[Result]:
    """What is wrong of two clauses with "or" between them, where the other is not."""
    main = [(reading.span, result) for reading, result in clauses if not reading.is_side]
    groups = [
        (span, [result for _, result in each if result.verdict in AGAINST])
        for span, each in groupby(main, key=lambda pair: pair[0])
    ]
    found: list[Result] = []
    for (first, wrong), (second, other) in pairwise(groups):
        between = sentence[first.end : second.start].lower().strip(" ,")
        if between == "or" and bool(wrong) != bool(other):
            found.extend((*wrong, *other))
    return found


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
