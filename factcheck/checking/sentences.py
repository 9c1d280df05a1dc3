"""A result for each thing that a sentence says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from factcheck.checking.parts import merged, undecided
from factcheck.knowledge.canonical import StoredTemplates, canonical, classed
from factcheck.language.equivalents import equivalents
from factcheck.language.grammar import grammar_of
from factcheck.language.implications import implied
from factcheck.language.lexicon import Lexicon, Store
from factcheck.language.listing import listing_of
from factcheck.language.presuppositions import presupposed
from factcheck.language.relations import Template
from factcheck.language.statement import analyse
from factcheck.language.understanding import marks_of, node_spans, understanding
from factcheck.language.wording import exact_key
from factcheck.model.place import Span
from factcheck.model.proposition import Analysis, Proposition, Reading
from factcheck.model.result import Derived, Near, Result, Understanding
from factcheck.model.verdict import Kind, Match, Reason, Stance, Verdict
from factcheck.reasoning.deciding import Decider
from factcheck.reasoning.evidence import evidence_of
from factcheck.reasoning.nearness import Finder
from factcheck.reasoning.settling import Decision
from factcheck.reasoning.taxonomy import given

OPPOSITE = {Verdict.SUPPORTED: Verdict.REFUTED, Verdict.REFUTED: Verdict.SUPPORTED}
TOLD = frozenset({"report", "debunk", "hypothesis", "truth"})
JUDGED = frozenset({Stance.ASSERTED, Stance.DEBUNKED, Stance.ASKED, Stance.DENIED})


@dataclass(slots=True)
class Sentences:
    """Checks single sentences against one compiled knowledge base."""

    store: Store
    lexicon: Lexicon = field(init=False)
    finder: Finder = field(init=False)
    _templates: dict[str, list[Template]] = field(init=False)
    _deciders: dict[date, Decider] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lexicon = Lexicon(grammar_of(self.store.get("meta", "tables")), self.store)
        self.finder = Finder(self.store, self.lexicon)
        heads = self.store.get("meta", "template heads") or []
        self._templates = StoredTemplates(self.store, frozenset(heads)) if heads else {}

    def closest(self, result: Result, read: Understanding, as_of: date) -> tuple[Near, ...]:
        """The claims closest to a result's text, with what stopped each from deciding it."""
        found = self.finder.closest(result.text, read)
        times = self.decider(as_of).times
        return tuple(
            replace(each, why_not=f"it {note}") if (note := times.note(each.id)) else each
            for each in found
        )

    def _exact(self, text: str, as_of: date) -> Result | None:
        """The result for a claim's own wording."""
        found = self.store.get("exact", exact_key(text))
        if found is None or text.rstrip().endswith("?"):
            return None
        claim_id, wording = found
        if not self.decider(as_of).times.is_now(claim_id):
            return None
        proof = given(self.store, claim_id)
        data = self.store.get("claim", claim_id)
        analysis = analyse(text, self.lexicon)
        result = Result(
            text,
            Kind.STATEMENT,
            proof.verdict,
            Reason.CLAIM,
            Span(0, len(text)),
            match=Match.EXACT if wording == 0 else Match.VARIANT,
            explanation=data["explanation"],
            correction=data["correction"],
            claims=(claim_id,),
            evidence=proof.evidence,
            proof=proof,
            marks=marks_of(analysis),
        )
        return replace(result, understood=understanding(analysis))

    def _sentence(self, sentence: str, analysis: Analysis, as_of: date) -> list[Result]:
        """A result for each thing a sentence says."""
        together = self._together(sentence, analysis, as_of)
        if together is not None:
            return [together]
        listed = self._listed(sentence, analysis, as_of)
        if listed is not None:
            return [listed]
        found: list[Result] = []
        sides: list[bool] = []
        clauses: list[tuple[Reading, Result]] = []
        for reading in analysis.readings:
            result = self.judged(sentence, reading, as_of)
            if reading.is_granted and reading.is_side and result.verdict is not Verdict.REFUTED:
                continue
            granted = self._taken_for_granted(sentence, reading, as_of)
            found.extend(granted)
            sides.extend(True for _ in granted)
            if reading.proposition.root.head == "nominal" and found:
                continue
            if (
                reading.is_side
                and result.verdict is Verdict.UNVERIFIED
                and identifies(reading.proposition)
            ):
                continue
            results = self._apart(sentence, reading, result, as_of)
            found.extend(results)
            sides.extend(reading.is_side for _ in results)
            clauses.extend((reading, each) for each in results)
        found = undecided(found, clauses, sentence)
        is_heard = all(each.reason is not Reason.NOT_UNDERSTOOD for each in found)
        if not found or (analysis.unread and is_heard):
            sides.append(False)
            reason = (
                Reason.NOT_UNDERSTOOD
                if analysis.mentions or analysis.readings
                else Reason.NOT_COVERED
            )
            found.append(
                Result(sentence, analysis.kind, Verdict.UNVERIFIED, reason, Span(0, len(sentence)))
            )
        main = [r for r, each in zip(found, sides, strict=True) if not each]
        if main and all(each.verdict is Verdict.UNVERIFIED for each in main):
            found = [r for r in found if r.verdict is not Verdict.SUPPORTED]
        if (
            analysis.infers
            and all(each.verdict is Verdict.SUPPORTED for each in found)
            and not (len(found) > 1 and set.intersection(*(set(each.claims) for each in found)))
        ):
            span = Span(found[0].span.start, found[-1].span.end)
            found.append(
                Result(
                    span.cut(sentence), analysis.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, span
                )
            )
        return merged(found)

    def _apart(self, sentence: str, reading: Reading, whole: Result, as_of: date) -> list[Result]:
        """The result of a reading, or those of what it says apart where that alone is known."""
        if whole.verdict is not Verdict.UNVERIFIED or reading.unread:
            return [whole]
        found = [self.judged(sentence, each, as_of) for each in reading.apart]
        known = any(each.verdict is not Verdict.UNVERIFIED for each in found)
        return found if known else [whole]

    def _together(self, sentence: str, analysis: Analysis, as_of: date) -> Result | None:
        """The result of a claim that says all of the sentence's clauses together, or None."""
        main = [each for each in analysis.readings if not each.is_side]
        if len(main) < 2 or any(
            each.stance not in JUDGED or each.unread or each.claim for each in main
        ):
            return None
        stated = []
        for reading in main:
            stated.append(self.understood(reading))
        decision = self.decider(as_of).decide_together(stated)
        if decision is None:
            return None
        span = Span(main[0].span.start, main[-1].span.end)
        base = Result(sentence, analysis.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, span)
        marks = tuple(sorted({s for each in main for s in node_spans(each.proposition.root)}))
        return self._with(base, decision, marks)

    def _listed(self, sentence: str, analysis: Analysis, as_of: date) -> Result | None:
        """The result of a sentence that lists all of a kind; None when it is no such list.

        That each of some things is of a kind does not say that they are all of it.
        """
        listing = listing_of(analysis.readings, sentence, self.lexicon.grammar)
        if listing is None or analysis.unread:
            return None
        pattern = canonical(listing.pattern, self._templates)
        decision = self.decider(as_of).decide_list(replace(listing, pattern=pattern), sentence)
        if decision is None and listing.is_only and len(listing.members) == 1:
            return None
        span = analysis.readings[0].span
        base = Result(sentence, analysis.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, span)
        marks = tuple(
            sorted({s for e in analysis.readings for s in node_spans(e.proposition.root)})
        )
        return base if decision is None else self._with(base, decision, marks)

    def _taken_for_granted(self, sentence: str, reading: Reading, as_of: date) -> list[Result]:
        """Results for what a clause takes for granted, where that is wrong."""
        if (
            reading.stance is not Stance.ASSERTED
            or not reading.sign
            or reading.kind is Kind.QUESTION
        ):
            return []
        found = []
        for proposition in presupposed(reading.proposition, self.lexicon.grammar):
            says = reading.span.cut(sentence)
            decision = self.decider(as_of).decide(canonical(proposition, self._templates), says)
            if decision is not None and decision.verdict in (Verdict.REFUTED, Verdict.MISLEADING):
                base = Result(
                    says, reading.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, reading.span
                )
                found.append(self._with(base, decision, node_spans(proposition.root)))
        return found

    def decider(self, as_of: date) -> Decider:
        """What decides propositions as of this date."""
        decider = self._deciders.get(as_of)
        if decider is None:
            decider = self._deciders[as_of] = Decider(self.store, self.lexicon.grammar, as_of)
        return decider

    def judged(self, sentence: str, reading: Reading, as_of: date) -> Result:
        """The result of one thing that a sentence says."""
        span = reading.span
        own = next((each for each in (reading, *reading.inner) if each.claim), None)
        times = self.decider(as_of).times
        if own is not None and times.is_now(own.claim):
            return self._own(sentence, reading, own)
        decision, used = None, reading
        if own is None:
            decision, used = self._decided(reading, as_of, span.cut(sentence))
        base = Result(
            span.cut(sentence) or sentence,
            reading.kind,
            Verdict.UNVERIFIED,
            Reason.NOT_COVERED,
            span,
            stance=used.stance,
            stance_cues=tuple(cue for cue in used.cues if cue.kind in TOLD),
        )
        if decision is None:
            if used.stance not in JUDGED:
                return replace(base, reason=Reason.NOT_ASSERTED)
            if reading.unread:
                return replace(base, reason=Reason.NOT_UNDERSTOOD)
            return replace(base, explanation=self._elsewhen(reading, own, as_of))
        note = times.note(decision.claims[0]) if decision.claims else ""
        result = self._with(base, decision, node_spans(used.proposition.root))
        if not note:
            return result
        return replace(result, explanation=f"This {note}. {result.explanation}".rstrip())

    def _elsewhen(self, reading: Reading, own: Reading | None, as_of: date) -> str:
        """The claim that would decide a clause at another date, and when it held; else ""."""
        decider = self.decider(as_of)
        if not decider.times.bounds:
            return ""
        if own is None:
            return decider.elsewhen(self.understood(reading))
        says = self.store.get("claim", own.claim)["claim"]
        return f"“{says}” {decider.times.note(own.claim)}."

    def _own(self, sentence: str, reading: Reading, own: Reading) -> Result:
        """The result of a clause that is a claim's own wording, or that holds it."""
        used = own if reading.stance in JUDGED else reading
        base = Result(
            reading.span.cut(sentence),
            reading.kind,
            Verdict.UNVERIFIED,
            Reason.NOT_ASSERTED,
            reading.span,
            stance=used.stance,
            stance_cues=tuple(cue for cue in used.cues if cue.kind in TOLD),
        )
        if used.stance not in JUDGED or reading.unread:
            return base
        proof = given(self.store, own.claim)
        verdict = proof.verdict if own.sign else OPPOSITE.get(proof.verdict, proof.verdict)
        if verdict is Verdict.SUPPORTED and (reading.is_granted or own.is_granted):
            return replace(base, reason=Reason.NOT_COVERED)
        data = self.store.get("claim", own.claim)
        return replace(
            base,
            verdict=verdict,
            reason=Reason.CLAIM,
            match=Match.VARIANT,
            explanation=data["explanation"],
            correction=data["correction"] if verdict is not Verdict.SUPPORTED else "",
            claims=(own.claim,),
            evidence=proof.evidence,
            proof=proof if own.sign else Derived(base.text, "denies a claim", (proof,)),
            marks=node_spans(own.proposition.root),
        )

    def _with(self, base: Result, decision: Decision, marks: tuple[Span, ...]) -> Result:
        """The result with a decision's verdict, explanation, evidence and proof."""
        verdict = decision.verdict
        data: dict[str, Any] = (
            self.store.get("claim", decision.claims[0]) if decision.claims else {}
        )
        evidence = tuple(
            dict.fromkeys(
                each
                for claim_id in decision.claims
                for each in evidence_of(self.store.get("claim", claim_id))
            )
        )
        proof = decision.proof
        if isinstance(proof, Derived) and not proof.says:
            proof = replace(proof, says=base.text)
        reason = Reason.PROOF if decision.match is Match.DERIVED else Reason.CLAIM
        return replace(
            base,
            verdict=verdict,
            reason=Reason.CONFLICT if decision.is_conflict else reason,
            match=decision.match,
            explanation=data.get("explanation", ""),
            correction=data.get("correction", "") if verdict is not Verdict.SUPPORTED else "",
            claims=decision.claims,
            evidence=evidence,
            proof=proof,
            marks=marks,
        )

    def _decided(self, reading: Reading, as_of: date, says: str) -> tuple[Decision | None, Reading]:
        if reading.unread:
            return None, reading
        if (
            reading.stance in JUDGED
            and (decision := self._decide(reading, as_of, says)) is not None
        ):
            return decision, reading
        for inner in reading.inner:
            if inner.stance in JUDGED and reading.stance in JUDGED:
                decision = self._decide(inner, as_of, says)
                if decision is not None:
                    return decision, inner
        used = next((inner for inner in reading.inner if inner.stance not in JUDGED), reading)
        return None, used

    def _decide(self, reading: Reading, as_of: date, says: str) -> Decision | None:
        decider = self.decider(as_of)
        decision = decider.decide(self.understood(reading), says)
        for other in (
            () if decision is not None else equivalents(reading.proposition, self.lexicon.grammar)
        ):
            same = self.understood(replace(reading, proposition=other))
            decision = decision or decider.decide(same, says)
        decision = decision or self._fallen(reading, decider, says)
        if reading.is_granted and decision and decision.verdict is Verdict.SUPPORTED:
            return None
        return decision

    def _fallen(self, reading: Reading, decider: Decider, says: str) -> Decision | None:
        """What a reading falls with: X does not raise Y where it does not affect Y at all."""
        stated = reading.proposition
        for other in implied(replace(stated, polarity=True), self.lexicon.grammar):
            same = classed(canonical(other, self._templates), self.store)
            found = decider.decide(same, says)
            if found is not None and found.verdict is Verdict.REFUTED:
                is_said = stated.polarity == reading.sign
                verdict = Verdict.REFUTED if is_said else Verdict.SUPPORTED
                proof = Derived(says, "what follows", (found.proof,))
                return replace(found, verdict=verdict, proof=proof, match=Match.DERIVED)
        return None

    def understood(self, reading: Reading) -> Proposition:
        """What a reading comes to, in the knowledge base's own relations."""
        proposition = classed(canonical(reading.proposition, self._templates), self.store)
        return proposition if reading.sign else opposite(proposition)


def opposite(proposition: Proposition) -> Proposition:
    """The proposition denied as a whole, its duty included."""
    if proposition.duty:
        return replace(proposition, duty_negated=not proposition.duty_negated)
    return proposition.negated()


def identifies(proposition: Proposition) -> bool:
    """Whether an aside only says which thing is meant: "Vivitrol, the monthly shot, ..."."""
    target = proposition.root.get("obj")
    return proposition.root.head == "isa" and target is not None and target.quant == "the"
