"""What each claim that could bear on a statement makes of it, verdict or not."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.language.understanding import spoken
from factcheck.model.proposition import Edge, Proposition
from factcheck.model.result import Weighed
from factcheck.model.verdict import Verdict
from factcheck.reasoning.candidates import Candidate
from factcheck.reasoning.deciding import Decider
from factcheck.reasoning.judging import judge
from factcheck.reasoning.laying import Match


@dataclass(frozen=True, slots=True)
class _Weighing:
    candidate: Candidate
    match: Match
    outcome: Verdict | None
    note: str = ""

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """Those that decide come first, then those with the fewest differences."""
        differing = len(self.match.topic.extra) + len(self.match.topic.missing)
        differing += len(self.match.rest.extra) + len(self.match.rest.missing)
        kin = self.match.distance + self.candidate.wording
        return self.outcome is None, differing, kin, self.candidate.claim_id


def weigh(decider: Decider, stated: Proposition, most: int) -> tuple[int, tuple[Weighed, ...]]:
    """How many wordings of claims were laid over a statement, and the nearest claims of them."""
    candidates = decider.candidates(stated)
    weighings = []
    for candidate in candidates:
        match = decider.laid(candidate, stated)
        if match is None:
            continue
        note = decider.times.note(candidate.claim_id)
        judged = judge(candidate.proposition, candidate.verdict, stated, match, decider.grammar)
        outcome = judged.verdict if judged and not note else None
        weighings.append(_Weighing(candidate, match, outcome, note))
    nearest: dict[str, _Weighing] = {}
    for each in sorted(weighings, key=lambda weighing: weighing.order):
        nearest.setdefault(each.candidate.claim_id or each.candidate.sentence, each)
    return len(candidates), tuple(_weighed(each) for each in list(nearest.values())[:most])


def _weighed(weighing: _Weighing) -> Weighed:
    topic, rest = weighing.match.topic, weighing.match.rest
    return Weighed(
        weighing.candidate.claim_id,
        weighing.candidate.sentence,
        weighing.candidate.verdict,
        weighing.outcome,
        _said((*topic.extra, *rest.extra)),
        _said((*topic.missing, *rest.missing)),
        topic.conflict or rest.conflict,
        weighing.note,
    )


def _said(edges: tuple[Edge, ...]) -> tuple[str, ...]:
    hidden = ("mod", "adv", "obj", "subj")
    return tuple(
        f"{'' if role in hidden else role + ' '}{spoken(node)}".strip() for role, node in edges
    )
