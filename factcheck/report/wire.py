"""Results as JSON values: keys and their order are an interface (`schema_version` counts it)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from factcheck.errors import ContradictionError, FactcheckError
from factcheck.model.document import Coverage, Finding
from factcheck.model.knowledge import Claim, Evidence
from factcheck.model.result import (
    Attempt,
    Derived,
    Given,
    Hit,
    Proof,
    Result,
    Understanding,
    Weighed,
    WhyNot,
)
from factcheck.model.trace import Branch, Clause, Trace
from factcheck.report.screen import Screen
from factcheck.report.shown import shown_json

SCHEMA_VERSION = 1

Json: TypeAlias = dict[str, Any]


def written(value: object, screen: Screen, *, indent: int | None = None) -> str:
    """The value as JSON text that is safe to print; ASCII only where the screen has no more."""
    import json

    text = json.dumps(value, ensure_ascii=not screen.unicode, indent=indent)
    return shown_json(text)


def result_object(result: Result, as_of: str = "") -> Json:
    """A result with every key of the contract, in its order; what does not apply is null or []."""
    found: Json = {"schema_version": SCHEMA_VERSION, "text": result.text}
    found |= _core(result)
    found["parts"] = [_part(each) for each in result.parts]
    found["closest"] = _closest(result)
    found["understood"] = _understood(result.understood)
    if as_of:
        found["as_of"] = as_of
    if result.why_not:
        found["why_not"] = [_why_not(each) for each in result.why_not]
    return found


def finding_object(finding: Finding) -> Json:
    """A finding: its place, its words, then the result's keys."""
    found: Json = {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.words,
    }
    return found | _core(finding.result)


def coverage_object(coverage: Coverage, claims: int) -> Json:
    """What was read and found; all but `files` and `claims` count sentences.

    `claims` are those of the knowledge base on which findings rest.
    """
    return {
        "files": coverage.files,
        "sentences": coverage.sentences,
        "claims": claims,
        "supported": coverage.supported,
        "refuted": coverage.refuted,
        "misleading": coverage.misleading,
        "unmatched": coverage.unmatched,
    }


def proof_steps(proof: Proof | None) -> list[Json]:
    """The proof as numbered steps, premises before what follows from them; the last is the end."""
    numbers: dict[Given | int, int] = {}
    steps: list[Json] = []

    def add(node: Proof) -> None:
        """Numbers a node whose premises have their numbers."""
        premises = node.premises if isinstance(node, Derived) else ()
        numbers[_key(node)] = len(steps) + 1
        steps.append(
            {
                "step": len(steps) + 1,
                "says": node.says,
                "rule": node.rule if isinstance(node, Derived) else "given",
                "premises": [numbers[_key(each)] for each in premises],
                "claim": (node.claim_id or None) if isinstance(node, Given) else None,
            }
            | ({"holds": node.holds} if isinstance(node, Given) and node.holds else {})
            | ({"rule_id": node.rule_id} if isinstance(node, Given) and node.rule_id else {})
        )

    todo = [] if proof is None else [proof]
    while todo:  # no recursion: a proof may be deeper than the interpreter allows
        node = todo[-1]
        premises = node.premises if isinstance(node, Derived) else ()
        waiting = [each for each in premises if _key(each) not in numbers]
        if waiting:
            todo.extend(reversed(waiting))
            continue
        todo.pop()
        if _key(node) not in numbers:
            add(node)
    return steps


def _key(node: Proof) -> Given | int:
    return node if isinstance(node, Given) else id(node)


def _core(result: Result) -> Json:
    return {
        "kind": result.kind.value,
        "verdict": result.verdict.value,
        "answer": result.answer.value if result.answer else None,
        "assertion": {
            "status": result.stance.value,
            "cues": [
                {"words": each.words, "start": each.span.start, "end": each.span.end}
                for each in result.stance_cues
            ],
        },
        "match": result.match.value if result.match else None,
        "reason": result.reason.value,
        "explanation": result.explanation,
        "correction": result.correction,
        "claims": list(result.claims),
        "evidence": _evidence(result.evidence),
        "proof": proof_steps(result.proof),
    }


def _part(result: Result) -> Json:
    found: Json = {"text": result.text, "start": result.span.start, "end": result.span.end}
    found |= _core(result)
    found["closest"] = _closest(result)
    return found


def _closest(result: Result) -> list[Json]:
    return [
        {"id": each.id, "claim": each.claim, "score": round(each.score, 4), "why_not": each.why_not}
        for each in result.closest
    ]


def _evidence(evidence: Sequence[Evidence]) -> list[Json]:
    return [
        {
            "passage": each.passage,
            "source": {
                "id": each.source.id,
                "title": each.source.title,
                "publisher": each.source.publisher,
                "year": each.source.year,
                "url": each.source.url
                or (each.source.doi and f"https://doi.org/{each.source.doi}"),
                "locator": each.locator,
            }
            if each.source
            else None,
        }
        for each in evidence
    ]


def _understood(read: Understanding) -> Json:
    return {
        "relation": read.relation,
        "subject": read.subject,
        "object": read.object,
        "qualifiers": list(read.qualifiers),
        "polarity": read.polarity,
        "strength": read.strength,
        "mentions": [
            {"start": each.span.start, "end": each.span.end, "name": each.name,
             "read_as": each.read_as}
            for each in read.mentions
        ],
        "cues": [
            {"words": each.words, "kind": each.kind, "start": each.span.start,
             "end": each.span.end}
            for each in read.cues
        ],
        "unread": list(read.unread),
    }  # fmt: skip


def trace_object(trace: Trace) -> Json:
    """The way from the words of a text to its verdict; spans are code points of `text`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "text": trace.text,
        "words": [
            {"start": each.span.start, "end": each.span.end,
             "part_of_speech": each.part_of_speech, "name": each.name or None,
             "read_as": each.read_as or None}
            for each in trace.words
        ],
        "unread": list(trace.unread),
        "clauses": [_clause(each) for each in trace.clauses],
        "result": result_object(trace.result),
    }  # fmt: skip


def _clause(clause: Clause) -> Json:
    return {
        "start": clause.span.start,
        "end": clause.span.end,
        "reads": _branch(clause.reads),
        "polarity": "affirmed" if clause.is_affirmed else "negated",
        "strength": clause.strength,
        "assertion": clause.stance.value,
        "in_passing": clause.is_side,
        "cues": [
            {"words": each.words, "kind": each.kind, "start": each.span.start, "end": each.span.end}
            for each in clause.cues
        ],
        "unread": list(clause.unread),
        "considered": clause.considered,
        "weighed": [_weighed(each) for each in clause.weighed],
        "verdict": clause.result.verdict.value,
        "reason": clause.result.reason.value,
        "claims": list(clause.result.claims),
    } | ({"why_not": _why_not(clause.why_not)} if clause.why_not else {})


def _why_not(entry: WhyNot) -> Json:
    return {
        "text": entry.text,
        "start": entry.span.start,
        "end": entry.span.end,
        "reason": entry.reason.value,
        "unread": list(entry.unread),
        "would_be": entry.verdict.value if entry.verdict else None,
        "attempt": _attempt(entry.attempt),
        "nearest": _weighed(entry.nearest) if entry.nearest else None,
    }


def _attempt(attempt: Attempt | None) -> Json | None:
    if attempt is None:
        return None
    return {
        "says": attempt.says,
        "rule": {"id": attempt.rule_id, "says": attempt.rule, "is_claim": attempt.is_claim,
                 "backwards": attempt.is_backwards},
        "premises": [
            {
                "says": each.says,
                "status": "known" if each.is_known else "denied" if each.is_denied else "missing",
                "proof": proof_steps(each.proof),
                "attempt": _attempt(each.attempt),
            }
            for each in attempt.premises
        ],
    }  # fmt: skip


def _weighed(claim: Weighed) -> Json:
    return {
        "id": claim.claim_id or None,
        "sentence": claim.sentence,
        "claim_verdict": claim.claim_verdict.value,
        "outcome": claim.outcome.value if claim.outcome else None,
        "only_text": list(claim.only_clause),
        "only_claim": list(claim.only_claim),
        "conflict": claim.conflict or None,
    } | ({"note": claim.note} if claim.note else {})


def _branch(branch: Branch) -> Json:
    return {
        "role": branch.role,
        "head": branch.head,
        "parts": [_branch(each) for each in branch.parts],
    }


def claim_object(claim: Claim, readings: Sequence[Understanding]) -> Json:
    """A claim as its author wrote it, and how the engine reads it."""
    return {
        "id": claim.id,
        "claim": claim.claim,
        "verdict": claim.verdict.value,
        "explanation": claim.explanation,
        "correction": claim.correction,
        "also_phrased": list(claim.also_phrased),
        "evidence": _evidence(claim.evidence),
        "topics": list(claim.topics),
        "reviewed": claim.reviewed,
        "review_by": claim.review_by,
        "true_from": claim.true_from,
        "true_until": claim.true_until,
        "path": claim.at.path,
        "line": claim.at.line,
        "readings": [_understood(each) for each in readings],
    }


def hit_object(hit: Hit) -> Json:
    """A claim found by a search."""
    return {
        "id": hit.id,
        "claim": hit.claim,
        "verdict": hit.verdict.value,
        "score": round(hit.score, 4),
    }


def problem_object(problem: FactcheckError) -> Json:
    """A problem of a knowledge base, with its place and the way out."""
    at = problem.at
    return {
        "severity": getattr(problem, "severity", "error"),
        "path": at.path if at else "",
        "line": at.line if at else 0,
        "column": at.column if at else 0,
        "message": problem.message,
        "hint": problem.hint,
    } | (
        {"proofs": [proof_steps(each) for each in problem.proofs]}
        if isinstance(problem, ContradictionError)
        else {}
    )
