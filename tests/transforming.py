"""Rewordings of every claim with their law: what the verdict must be, and must never be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import respelling
import rewording
from anatomy import Sentence, taken_apart
from rewording import SEVERAL, Facts, Maker, answered, denied, framed

from factcheck import KnowledgeBase
from factcheck.knowledge.loader import read_entries
from factcheck.model.knowledge import Claim
from factcheck.model.result import Result
from factcheck.model.verdict import Answer, Verdict

ROOT = Path(__file__).resolve().parent.parent
OUTCOMES = ("right", "abstained", "wrong", "inverted")
AS_OF = date(2026, 11, 24)
S, R, M, U = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.MISLEADING, Verdict.UNVERIFIED
OPPOSITE = {S: R, R: S, M: M}
ANSWERS = {S: Answer.YES, R: Answer.NO, M: Answer.DEPENDS, U: Answer.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Law:
    """Verdicts that are right for a rewording of a claim, and the one that inverts it."""

    right: frozenset[Verdict]
    inverted: Verdict | None


def keeps(verdict: Verdict) -> Law:
    """The same thing is said."""
    return Law(frozenset({verdict}), None if verdict is M else OPPOSITE[verdict])


def flips(verdict: Verdict) -> Law:
    """The opposite is said."""
    return keeps(OPPOSITE[verdict])


def falls(_: Verdict) -> Law:
    """Nothing is said that the writer stands behind."""
    return Law(frozenset({U}), None)


def weakens(verdict: Verdict) -> Law:
    """Less is said: what is true stays true or is left open, what is false never becomes true.

    A quantified or graded claim has no such law, since "all" may be false and "some" true.
    """
    return Law(frozenset({verdict, U}), keeps(verdict).inverted)


def departs(verdict: Verdict) -> Law:
    """Another thing is said, which is left open, or false where the claim is true."""
    return Law(frozenset({U, R} if verdict is S else {U}), S if verdict is S else None)


@dataclass(frozen=True, slots=True)
class Variant:
    """A rewording of one claim, or of two with the same verdict."""

    rule: str
    text: str
    law: Law
    claims: tuple[Claim, ...]

    def outcome(self, result: Result) -> str:
        """One of "right", "abstained", "wrong" and "inverted", the worst of them last."""
        if self.rule.startswith("question") and result.answer is not ANSWERS[result.verdict]:
            return "wrong"
        if result.verdict in self.law.right:
            return "right"
        if result.verdict is self.law.inverted:
            return "inverted"
        return "abstained" if result.verdict is U else "wrong"


# -- the rules ----------------------------------------------------------------------------------

plainly = partial(framed, is_plain=True)
OPENERS = ("In fact, {}.", "Of course, {}.", "Remember: {}.", "However, {}.")
DENIALS = ("It is true that {}.", "In fact, {}.", "Is it true that {}?")
DOUBTS = ("I wonder whether {}.", "It is unclear whether {}.")

RULES: Sequence[tuple[str, Callable[[Verdict], Law], Maker]] = (
    ("question", keeps, rewording.question),
    ("question-true", keeps, rewording.asked_if_true),
    ("question-myth", flips, plainly("Is it a myth that {}?")),
    ("tag", keeps, rewording.tagged),
    ("answered-yes", keeps, answered("Yes.")),
    ("answered-no", flips, answered("No.")),
    ("negation", flips, rewording.denial),
    ("negation-short", flips, respelling.short_denial),
    ("negation-true", flips, denied(*DENIALS)),
    ("negation-myth", keeps, denied("It is a myth that {}.", "It is not true that {}.")),
    ("hedge-may", weakens, rewording.with_may),
    ("hedge-sometimes", weakens, rewording.with_sometimes),
    ("hedge-perhaps", weakens, rewording.with_perhaps),
    ("emphatic", keeps, rewording.emphatic),
    ("number", keeps, rewording.other_number),
    ("voice", keeps, rewording.other_voice),
    ("swapped", departs, rewording.swapped),
    ("order", keeps, rewording.lead_last),
    ("myth", flips, plainly("It is a myth that {}.")),
    ("no-myth", keeps, plainly("It is no myth that {}.")),
    ("true", keeps, framed("It is true that {}.")),
    ("not-true", flips, plainly("It is not true that {}.")),
    ("contrary", keeps, framed("Contrary to popular belief, {}.")),
    ("known", keeps, plainly("Everyone knows that {}.")),
    ("believed", falls, plainly("Many people believe that {}.")),
    ("believed-but", flips, denied("Many people believe that {claim}, but {}.")),
    ("believed-false", flips, plainly("Many people believe that {}, but that is false.")),
    ("said", falls, plainly("A neighbor said that {}.")),
    ("said-last", falls, plainly("{whole}, according to my neighbor.")),
    ("if", falls, plainly("If {}, people should know.")),
    ("doubted", falls, plainly(*DOUBTS)),
    ("unproven", falls, plainly("No study has shown that {}.")),
    ("opener", keeps, framed(*OPENERS)),
    ("tail", keeps, framed("{whole}, of course.", "{whole}, in fact.", "{whole}!")),
    ("name", keeps, respelling.renamed),
    ("contraction", keeps, respelling.contraction),
    ("british", keeps, respelling.british),
    ("curly", keeps, respelling.curly),
    ("hyphen", keeps, respelling.hyphens),
    ("space", keeps, respelling.spaces),
    ("case", keeps, respelling.cases),
    ("accent", keeps, respelling.accents),
    ("accent-apart", keeps, respelling.decomposed),
)


def shipped() -> Facts:
    """The facts that are installed with the package."""
    entries = read_entries([ROOT / "facts"])
    return Facts(entries.claims, entries.entities)


def variants(facts: Facts) -> Iterator[Variant]:
    """Every rewording of every claim, by rule and in the order of the claims."""
    for rule, law, make in RULES:
        for claim in facts.claims:
            for text in make(claim, facts):
                if text != claim.claim:
                    yield Variant(rule, text, law(claim.verdict), (claim,))
    yield from conjunctions(facts)
    yield from mixtures(facts)
    yield from relatives(facts)


def conjunctions(facts: Facts) -> Iterator[Variant]:
    """Each claim joined by "and" to the next of the same verdict."""
    for verdict in (S, R, M):
        plain = [
            each
            for each in facts.claims
            if each.verdict is verdict and not SEVERAL.search(each.claim)
        ]
        for first, second in pairwise(plain):
            text = f"{first.claim.rstrip('.')}, and {facts.inside(second.claim)}."
            yield Variant("conjunction", text, keeps(verdict), (first, second))


def mixtures(facts: Facts) -> Iterator[Variant]:
    """A supported claim joined to a refuted one: refuted as a whole, whichever comes first."""
    plain = [each for each in facts.claims if not SEVERAL.search(each.claim)]
    law = Law(frozenset({R}), S)
    for first, second in pairwise(plain):
        if {first.verdict, second.verdict} == {S, R}:
            text = f"{first.claim.rstrip('.')}, and {facts.inside(second.claim)}."
            yield Variant("mixture", text, law, (first, second))


def relatives(facts: Facts) -> Iterator[Variant]:
    """What one claim says of a subject, in a clause inside what the next says of the same."""
    last = dict[tuple[str, Verdict], tuple[Claim, Sentence]]()
    for claim in facts.claims:
        said = taken_apart(claim.claim)
        if (
            said is None
            or said.lead
            or "," in claim.claim
            or said.subject in {"It", "There", "You"}
        ):
            continue
        before = last.get((said.subject, claim.verdict))
        last[said.subject, claim.verdict] = (claim, said)
        if before is None:
            continue
        pronoun = "who" if said.subject in {"People", "Patients", "Doctors"} else "which"
        inner = claim.claim.rstrip(".")[len(said.subject) + 1 :]
        outer = before[0].claim[len(said.subject) + 1 :]
        text = f"{said.subject}, {pronoun} {inner}, {outer}"
        yield Variant("relative", text, keeps(claim.verdict), (before[0], claim))


# -- the measure --------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """What came of the rewordings by one rule."""

    rule: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    misses: list[tuple[str, Verdict, Variant]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many rewordings were tried."""
        return sum(self.counts.values())

    @property
    def share(self) -> float:
        """The share that is right; 1.0 of nothing."""
        return self.counts["right"] / self.size if self.size else 1.0


def measure(kb: KnowledgeBase, tried: Iterable[Variant]) -> list[Tally]:
    """A tally for each rule, in the order of the rewordings."""
    tallies = dict[str, Tally]()
    for variant in tried:
        tally = tallies.setdefault(variant.rule, Tally(variant.rule))
        result = kb.check(variant.text, as_of=AS_OF)
        outcome = variant.outcome(result)
        tally.counts[outcome] += 1
        if outcome != "right":
            tally.misses.append((outcome, result.verdict, variant))
    return list(tallies.values())


def sampled(tried: Iterable[Variant], most: int) -> list[Variant]:
    """At most so many rewordings by each rule, always the same, spread over all claims."""
    groups = dict[str, list[Variant]]()
    for variant in tried:
        groups.setdefault(variant.rule, []).append(variant)
    return [
        variant
        for group in groups.values()
        for variant in sorted(group, key=lambda each: crc32(each.text.encode()))[:most]
    ]


def table(tallies: Sequence[Tally]) -> str:
    """The tallies as lines of text, with all of them together last."""
    whole = Tally("all")
    for tally in tallies:
        for outcome in OUTCOMES:
            whole.counts[outcome] += tally.counts[outcome]
    lines = [
        f"{'rule':<16}{'tried':>7}{'right':>9}" + "".join(f"{each:>11}" for each in OUTCOMES[1:])
    ]
    for tally in (*tallies, whole):
        rest = "".join(f"{tally.counts[each]:>11}" for each in OUTCOMES[1:])
        lines.append(f"{tally.rule:<16}{tally.size:>7}{tally.share:>9.1%}{rest}")
    return "\n".join(lines)


def listed(tallies: Sequence[Tally]) -> str:
    """Every rewording that is not right, the worst first, a line each."""
    lines = [
        f"{outcome} {variant.rule}: {variant.text} ({verdict}, not "
        f"{' or '.join(sorted(variant.law.right))})"
        for worst in reversed(OUTCOMES)
        for tally in tallies
        for outcome, verdict, variant in tally.misses
        if outcome == worst
    ]
    return "\n".join(lines)
