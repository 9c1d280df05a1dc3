"""Passages and sources of a claim, from the compiled tables."""

from __future__ import annotations

from typing import Any

from factcheck.model.knowledge import Claim, Evidence, Source
from factcheck.model.place import Location
from factcheck.model.verdict import Verdict


def evidence_of(data: dict[str, Any]) -> tuple[Evidence, ...]:
    """The evidence of a claim given as plain data, in its order."""
    found = []
    for passage, cells, locator in data.get("evidence", ()):
        source = None if cells is None else Source(*cells)
        found.append(Evidence(passage, source, locator))
    return tuple(found)


def claim_of(claim_id: str, data: dict[str, Any]) -> Claim:
    """The claim that plain data describes."""
    return Claim(
        id=claim_id,
        claim=data["claim"],
        verdict=Verdict(data["verdict"]),
        explanation=data["explanation"],
        correction=data["correction"],
        also_phrased=tuple(data["also_phrased"]),
        evidence=evidence_of(data),
        topics=tuple(data["topics"]),
        reviewed=data["reviewed"],
        review_by=data["review_by"],
        true_from=data["true_from"],
        true_until=data["true_until"],
        is_premise=data["is_premise"],
        at=Location(*data["at"]),
    )
