"""A verdict on one proposition, with its proof: every claim that bears on it, the nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.knowledge.coding import unpack_proposition
from factcheck.model.proposition import Node, Proposition
from factcheck.model.result import Attempt
from factcheck.model.verdict import Match as MatchKind
from factcheck.model.verdict import Verdict
from factcheck.reasoning.attempting import nearest_attempt
from factcheck.reasoning.candidates import MOST_CANDIDATES
from factcheck.reasoning.chains import FromRelations
from factcheck.reasoning.laying import lay
from factcheck.reasoning.settling import Decision, settle
from factcheck.reasoning.taxonomy import given


class Decider(FromRelations):
    """Decides propositions against one knowledge base as of one date."""

    __slots__ = ()

    def decide(self, stated: Proposition, says: str) -> Decision | None:
        """The verdict on a proposition, or None when nothing in the KB settles it.

        `says` is the statement in the user's words, for the proof.
        """
        if not _is_contentful(stated.root):
            return None
        found = [*self._from_claims(stated, says), *self._from_classes(stated, says)]
        if not found:
            found = self._from_converse(stated, says)
        classed = self._as_class(stated)
        if classed is not None:
            found.extend((*self._from_claims(classed, says), *self._from_classes(classed, says)))
        if not found and classed is not None:
            found = [*self._from_parts(classed, says), *self._from_members(classed, says)]
        if not found:
            found = [*self._from_parts(stated, says), *self._from_members(stated, says)]
        if not found:
            found = [*self._from_orders(stated, says), *self._from_lists(stated, says)]
        proved = found or self._from_rules(stated) or self._from_chains(stated, says)
        settled = settle(proved, is_last=True)
        if settled is not None and settled.verdict is Verdict.SUPPORTED:
            near = [each for each in found if each.verdict is Verdict.SUPPORTED]
            if all(each.is_partial for each in near):
                mixed = self._from_partial(stated, says)
                return settled if mixed is None else settle([mixed])
        return settled

    def attempt(self, stated: Proposition) -> tuple[Verdict, Attempt] | None:
        """The nearest proof that is not there and the verdict that it would give, or None."""
        if not _is_contentful(stated.root):
            return None
        sides = ((Verdict.SUPPORTED, stated), (Verdict.REFUTED, stated.negated()))
        found = [
            (near, verdict)
            for verdict, goal in sides
            if (near := nearest_attempt(self.prover(), goal)) is not None
        ]
        if not found:
            return None
        (_, attempt), verdict = min(found, key=lambda each: each[0][0])
        return verdict, attempt

    def decide_together(self, stated: Sequence[Proposition]) -> Decision | None:
        """The verdict of a claim that says these things together, as "X, so Y" does; or None."""
        if len(stated) < 2:
            return None
        numbers: dict[int, None] = {}
        for each in stated:
            for key in self._keys(each.root):
                for number in self.store.get("joint index", key) or ():
                    numbers[number] = None
        for number in sorted(numbers)[:MOST_CANDIDATES]:
            claim_id, verdict, _, packed, sentence = self.store.get("joint", str(number))
            if len(packed) != len(stated) or not self.times.is_now(claim_id):
                continue
            claimed = [unpack_proposition(data) for data in packed]
            if self._all_same(claimed, list(stated)):
                leaf = replace(given(self.store, claim_id), says=sentence)
                return Decision(Verdict(verdict), leaf, (claim_id,), MatchKind.VARIANT)
        return None

    def _all_same(self, claimed: list[Proposition], stated: list[Proposition]) -> bool:
        for proposition in claimed:
            twin = next((each for each in stated if self._same(proposition, each)), None)
            if twin is None:
                return False
            stated.remove(twin)
        return True

    def _same(self, claim: Proposition, stated: Proposition) -> bool:
        if (claim.polarity, claim.duty, claim.duty_negated) != (
            stated.polarity,
            stated.duty,
            stated.duty_negated,
        ):
            return False
        match = lay(claim, stated, self.aligner)
        return (
            match is not None
            and match.rest.is_equal
            and match.topic.is_equal
            and claim.strength == stated.strength
        )


def _says_which(node: Node) -> bool:
    """Whether people are told apart: "people who smoke", "people with a dog"."""
    return node.head == "people" and any(role in ("rel", "with") for role, _ in node.edges)


def _is_contentful(root: Node) -> bool:
    """Whether a proposition is about anything in particular: not "go here", not "you get it"."""
    if root.head == "nominal":
        return False
    return any(
        node.kind in ("noun", "verb", "value")
        and (node.head not in ("people", "thing", "something") or _says_which(node))
        for role, node in root.edges
        if role not in ("adv",)
    )
