"""The nearest proof of what is not proved: the rule that would end it, and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.language.saying import sentence_of
from factcheck.model.proposition import Proposition
from factcheck.model.result import Attempt, Premise, Proof
from factcheck.model.verdict import Verdict
from factcheck.reasoning.proving import Prover, Search, Step, is_ground, key_for, normal

DEEPEST = 4
MISSING, DENIED = 1, 3  # a denied condition puts a proof further off than a missing one


def nearest_attempt(prover: Prover, stated: Proposition) -> tuple[int, Attempt] | None:
    """How much the nearest proof of a proposition lacks, and that proof; None without a rule."""
    if not prover.has_rules or not is_ground(stated.root):
        return None
    goal = normal(stated)
    search = prover.expanded(goal, is_wide=True)
    prover.propagated(search, "")
    return _Attempts(prover, search).nearest(key_for(goal), DEEPEST)


@dataclass(slots=True)
class _Attempts:
    """Attempts among the goals of one search."""

    prover: Prover
    search: Search
    _ways: dict[str, list[Step]] = field(default_factory=dict)  # by goal
    _denials: dict[str, Proof | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        seen: set[int] = set()
        for steps in self.search.steps.values():
            for step in steps:
                if id(step) not in seen and all(
                    each in self.search.goals for each in step.premises
                ):
                    seen.add(id(step))
                    self._ways.setdefault(step.goal, []).append(step)

    def nearest(self, key: str, depth: int) -> tuple[int, Attempt] | None:
        """The way to a goal that lacks least, and of those the one of which most is known."""
        ways = self._ways.get(key)
        if not ways or not depth:
            return None
        best = min(ways, key=lambda step: (self._lack(step), -self._held(step)))
        premises = tuple(self._premise(each, depth) for each in dict.fromkeys(best.premises))
        rule = best.rule
        attempt = Attempt(
            sentence_of(self.search.goals[key]),
            rule.sentence,
            rule.claim_id,
            premises,
            self.prover.store.get("claim", rule.claim_id) is not None,
            rule.is_backwards,
        )
        return self._lack(best), attempt

    def _lack(self, step: Step) -> int:
        open_ = [each for each in set(step.premises) if not self._is_known(each)]
        return sum(MISSING if self._denial(each) is None else DENIED for each in open_)

    def _held(self, step: Step) -> int:
        return sum(self._is_known(each) for each in set(step.premises))

    def _is_known(self, key: str) -> bool:
        return key in self.search.facts or key in self.search.derived

    def _premise(self, key: str, depth: int) -> Premise:
        says = sentence_of(self.search.goals[key])
        if self._is_known(key):
            return Premise(says, self.prover.proof_of(self.search, key)[0])
        denial = self._denial(key)
        if denial is not None:
            return Premise(says, denial, is_denied=True)
        further = self.nearest(key, depth - 1)
        if further is not None and any(each.is_known for each in further[1].premises):
            return Premise(says, attempt=further[1])
        return Premise(says)

    def _denial(self, key: str) -> Proof | None:
        """The proof that a condition does not hold, or None."""
        if key not in self._denials:
            goal = self.search.goals[key]
            known = self.prover.known(goal)
            if known is not None:
                is_denied = known.verdict is Verdict.REFUTED
                self._denials[key] = known.proof if is_denied else None
            else:
                proved = self.prover.prove(goal.negated())
                self._denials[key] = proved.proof if proved else None
        return self._denials[key]
