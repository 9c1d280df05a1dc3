"""What a user gets: a verdict with its proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from factcheck.model.knowledge import Evidence
from factcheck.model.place import Span
from factcheck.model.verdict import Answer, Kind, Match, Reason, Stance, Verdict


@dataclass(frozen=True, slots=True)
class Given:
    """A leaf of a proof: a claim of the knowledge base, or an entry of its entity data.

    `claim_id` is empty for entity data and for a rule that is no claim, whose id is `rule_id`.
    `says` is the sentence; `verdict` is the claim's own.
    `holds` says for what time it does, if not for good: "until 2010".
    """

    says: str
    claim_id: str = ""
    verdict: Verdict = Verdict.SUPPORTED
    evidence: tuple[Evidence, ...] = ()
    holds: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """An inner node: what follows, by which rule, from which premises (at least one)."""

    says: str
    rule: str
    premises: tuple[Proof, ...]


Proof: TypeAlias = Given | Derived


@dataclass(frozen=True, slots=True)
class Near:
    """A claim that is close but does not decide, and what stopped it."""

    id: str
    claim: str
    score: float
    why_not: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text that names an entity or a content word of the knowledge base."""

    span: Span
    name: str
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that negate, hedge, quantify or report, and what they do."""

    span: Span
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of a text, for `-v`.

    `polarity` is "affirmed" or "negated"; `strength` a word of the strength scale. Spans are
    code points of the result's `text`.
    """

    relation: str = ""
    subject: str = ""
    object: str = ""
    qualifiers: tuple[str, ...] = ()
    polarity: str = ""
    strength: str = ""
    mentions: tuple[Mention, ...] = ()
    cues: tuple[Cue, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim laid over a clause: what it makes of it, and what only one of the two says.

    `sentence` is the wording of the claim that was laid over it and `claim_verdict` the claim's
    own. `outcome` is the verdict that it gives the clause, None when it gives none. `note` says of
    a claim that does not hold now when it did.
    """

    claim_id: str
    sentence: str
    claim_verdict: Verdict
    outcome: Verdict | None
    only_clause: tuple[str, ...] = ()
    only_claim: tuple[str, ...] = ()
    conflict: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Premise:
    """A condition of a rule in a proof that was not found: known, denied or missing.

    `proof` is that of the condition, or of its opposite when it is denied; None when nothing is
    known of it. `attempt` is then the nearest way to it, if some of that way is known.
    """

    says: str
    proof: Proof | None = None
    is_denied: bool = False
    attempt: Attempt | None = None

    @property
    def is_known(self) -> bool:
        """Whether it holds."""
        return self.proof is not None and not self.is_denied


@dataclass(frozen=True, slots=True)
class Attempt:
    """A proof that was not found: the rule that would end it, and what of its conditions is known.

    `rule_id` names the rule or the claim that states it; `is_claim` tells which.
    """

    says: str
    rule: str
    rule_id: str
    premises: tuple[Premise, ...]
    is_claim: bool = True
    is_backwards: bool = False


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a clause has no verdict: the nearest proof that lacks something, and the nearest claim.

    `verdict` is what the proof would give. Where the text was not read whole or does not assert
    the clause, there is neither.
    """

    text: str
    span: Span
    reason: Reason
    unread: tuple[str, ...] = ()
    verdict: Verdict | None = None
    attempt: Attempt | None = None
    nearest: Weighed | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one text, or on one clause of it (`parts`).

    `span` is the clause in the text that the user gave. `marks` are the words that matched, in
    order. `proof` is None where there is no verdict; a result with several parts has the proof
    of the part that decided. `why_not` has an entry for each clause without a verdict, when asked.
    """

    text: str
    kind: Kind
    verdict: Verdict
    reason: Reason
    span: Span
    answer: Answer | None = None
    stance: Stance = Stance.ASSERTED
    stance_cues: tuple[Cue, ...] = ()
    match: Match | None = None
    explanation: str = ""
    correction: str = ""
    claims: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    proof: Proof | None = None
    parts: tuple[Result, ...] = ()
    closest: tuple[Near, ...] = ()
    marks: tuple[Span, ...] = ()
    understood: Understanding = field(default_factory=Understanding)
    why_not: tuple[WhyNot, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim found by `search`, best first; `score` is comparable within one search only."""

    id: str
    claim: str
    verdict: Verdict
    score: float
