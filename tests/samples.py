"""Small hand-made results and a fake knowledge base, shared by the tests of reports and shell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.errors import FactcheckError, KnowledgeError
from factcheck.model.document import Coverage, Document, Finding
from factcheck.model.knowledge import Claim, Evidence, Example, Source
from factcheck.model.place import Location, Span
from factcheck.model.result import (
    Cue,
    Derived,
    Given,
    Hit,
    Mention,
    Near,
    Result,
    Understanding,
)
from factcheck.model.trace import Trace
from factcheck.model.verdict import Answer, Kind, Match, Reason, Stance, Verdict
from factcheck.text.lines import Places

SOURCE = Source(
    id="cheese-atlas",
    title="Atlas of the Night Sky",
    publisher="Harbour Press",
    year="2019",
    url="https://example.org/atlas?page=12",
)
EVIDENCE = Evidence("The Moon consists of rock; its crust is rich in feldspar.", SOURCE, "page 12")
LEAF = Given("The Moon is made of rock.", "moon-is-rock", Verdict.SUPPORTED, (EVIDENCE,))
PROOF = Derived(
    "The Moon is not made of cheese.",
    "disjoint classes",
    (LEAF, Derived("Rock is not cheese.", "symmetry", (Given("Cheese is not rock."),))),
)

QUESTION = Result(
    text="is the moon made of chese",
    kind=Kind.QUESTION,
    verdict=Verdict.REFUTED,
    reason=Reason.PROOF,
    span=Span(0, 25),
    answer=Answer.NO,
    stance=Stance.ASKED,
    match=Match.DERIVED,
    explanation="The Moon is a rocky body. Nothing in its make-up comes from milk, and cheese is "
    "nowhere found on it; the idea is an old joke about the credulous.",
    correction="The Moon is made of rock.",
    claims=("moon-is-rock",),
    evidence=(EVIDENCE,),
    proof=PROOF,
    marks=(Span(7, 11), Span(12, 19), Span(20, 25)),
    understood=Understanding(
        relation="made of",
        subject="moon",
        object="cheese",
        qualifiers=("in: space",),
        polarity="affirmed",
        strength="usually",
        mentions=(Mention(Span(7, 11), "Moon"), Mention(Span(20, 25), "cheese", "cheese")),
        cues=(Cue(Span(0, 2), "question", "is"),),
    ),
)
SUPPORTED = replace(
    QUESTION,
    text="The Moon is made of rock.",
    kind=Kind.STATEMENT,
    verdict=Verdict.SUPPORTED,
    reason=Reason.CLAIM,
    span=Span(0, 25),
    answer=None,
    stance=Stance.ASSERTED,
    match=Match.EXACT,
    explanation="It is rocky.",
    correction="",
    proof=LEAF,
    marks=(Span(4, 8), Span(12, 24)),
    understood=Understanding(),
)
UNVERIFIED = Result(
    text="The Moon is made of alternative cheese.",
    kind=Kind.STATEMENT,
    verdict=Verdict.UNVERIFIED,
    reason=Reason.NOT_COVERED,
    span=Span(0, 39),
    closest=(
        Near("moon-is-rock", "The Moon is made of rock.", 0.71234, "“alternative” is not read"),
        Near("tides", "The Moon causes the tides.", 0.3, "another relation"),
    ),
    understood=Understanding(unread=("alternative",)),
)
SUPPOSED = replace(
    UNVERIFIED,
    text="If the Moon were made of cheese",
    reason=Reason.NOT_ASSERTED,
    stance=Stance.HYPOTHETICAL,
    stance_cues=(Cue(Span(0, 2), "hypothetical", "If"),),
    closest=(),
    understood=Understanding(),
)
MISLEADING = replace(
    SUPPORTED, text="The Moon is full.", verdict=Verdict.MISLEADING, evidence=(), marks=()
)
PARTS = replace(
    UNVERIFIED,
    text="The Moon is made of rock. It is square.",
    reason=Reason.PARTS,
    parts=(
        replace(SUPPORTED, span=Span(0, 25)),
        replace(SUPPORTED, span=Span(0, 25), marks=(Span(0, 3), Span(12, 24))),
        replace(UNVERIFIED, text="It is square.", span=Span(26, 39), closest=()),
    ),
)
NASTY = replace(
    SUPPORTED,
    text="[bold]x[/bold] :pill: \x1b[31mred\x1b[0m \u202eevil\u202c \x9b31m \a",
    explanation="[/foo] :pill: \x1b]0;title\x07",
    marks=(Span(0, 6),),
)
ALL = (QUESTION, SUPPORTED, UNVERIFIED, SUPPOSED, MISLEADING, PARTS, NASTY)

CLAIM = Claim(
    id="moon-is-rock",
    claim="The Moon is made of rock.",
    explanation="It is rocky.",
    also_phrased=("Rock is what the Moon is made of.",),
    evidence=(EVIDENCE,),
    topics=("sky",),
    reviewed="2026-01-31",
    at=Location("facts/sky.yaml", 3, 5),
)


class FakeKnowledge:
    """A knowledge base that knows two sentences."""

    def __init__(self, problems: tuple[FactcheckError, ...] = ()) -> None:
        self._problems = problems
        self.as_of: date | None = None
        self.loaded: tuple[str, ...] = ()

    def check(self, text: str, *, as_of: date | None = None, why_not: bool = False) -> Result:
        self.as_of = as_of
        low = text.lower()
        if "rock" in low:
            return replace(SUPPORTED, text=text, marks=())
        if "cheese" in low:
            kind = Kind.QUESTION if low.startswith("is ") else Kind.STATEMENT
            answer = Answer.NO if kind is Kind.QUESTION else None
            return replace(QUESTION, text=text, kind=kind, answer=answer, marks=())
        return replace(UNVERIFIED, text=text, closest=())

    def explain(self, text: str, *, as_of: date | None = None, why_not: bool = False) -> Trace:
        return Trace(text, (), (), (), self.check(text, as_of=as_of))

    def check_document(
        self, document: Document, *, as_of: date | None = None
    ) -> tuple[tuple[Finding, ...], Coverage]:
        places = Places(document.source)
        found: list[Finding] = []
        coverage = Coverage(files=1)
        for sentence in (each for block in document.blocks for each in block):
            result = self.check(sentence.text, as_of=as_of)
            coverage += Coverage(
                sentences=1,
                supported=int(result.verdict is Verdict.SUPPORTED),
                refuted=int(result.verdict is Verdict.REFUTED),
                unmatched=int("moon" in sentence.text.lower() and not result.claims),
            )
            if result.claims:
                line, column = places.of(sentence.at[0])
                end_line, end_column = places.of(sentence.at[-1])
                found.append(
                    Finding(
                        document.path, line, column, end_line, end_column, sentence.text, result
                    )
                )
        return tuple(found), coverage

    def search(self, text: str, *, limit: int = 10) -> tuple[Hit, ...]:
        hit = Hit(CLAIM.id, CLAIM.claim, CLAIM.verdict, 0.91239)
        return (hit,)[:limit] if "moon" in text.lower() else ()

    def claim(self, id: str) -> Claim | None:
        return CLAIM if id == CLAIM.id else None

    def claims(self) -> tuple[Claim, ...]:
        return (CLAIM,)

    def examples(self) -> tuple[Example, ...]:
        return (
            Example("Rock it is.", Verdict.SUPPORTED, Location("facts/sky.yaml", 40, 5)),
            Example("Cheese it is.", Verdict.SUPPORTED, Location("facts/sky.yaml", 42, 5)),
        )

    def readings(self, id: str) -> tuple[Understanding, ...]:
        return (QUESTION.understood,) if id == CLAIM.id else ()

    def problems(self, *, as_of: date | None = None) -> tuple[FactcheckError, ...]:
        return self._problems

    def stats(self) -> dict[str, int]:
        return {"claims": 1, "also_phrased": 1}


def broken() -> KnowledgeError:
    """Two problems of a knowledge base."""
    return KnowledgeError(
        [
            FactcheckError(
                'unknown key "sorce"',
                at=Location("facts/sky.yaml", 14, 3),
                hint='did you mean "source"?',
            ),
            FactcheckError("no claim", at=Location("facts/sea.yaml")),
        ]
    )
