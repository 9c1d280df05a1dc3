"""From a text to a result: sentences read, their propositions decided, the parts joined."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from math import inf
from typing import Any

from factcheck.knowledge.coding import unpack_template
from factcheck.knowledge.compiler import canonical, exact_key
from factcheck.language.denial import denied
from factcheck.language.grammar import grammar_of
from factcheck.language.lexicon import Lexicon, Store
from factcheck.language.presuppositions import presupposed
from factcheck.language.relations import Template
from factcheck.language.statement import analyse
from factcheck.model.document import Coverage, Document, Finding, Sentence
from factcheck.model.knowledge import Claim
from factcheck.model.place import Span
from factcheck.model.proposition import Analysis, Node, Proposition, Reading, Value
from factcheck.model.result import Derived, Hit, Result, Understanding
from factcheck.model.verdict import Answer, Kind, Match, Reason, Stance, Verdict
from factcheck.reasoning.deciding import Decider, Decision
from factcheck.reasoning.evidence import claim_of, evidence_of
from factcheck.reasoning.nearness import Finder
from factcheck.reasoning.taxonomy import given
from factcheck.text.sentences import segment

ANSWERS = {
    Verdict.SUPPORTED: Answer.YES,
    Verdict.REFUTED: Answer.NO,
    Verdict.MISLEADING: Answer.DEPENDS,
    Verdict.UNVERIFIED: Answer.UNKNOWN,
}
OPPOSITE = {Verdict.SUPPORTED: Verdict.REFUTED, Verdict.REFUTED: Verdict.SUPPORTED}
WEIGHT = {Verdict.REFUTED: 3, Verdict.MISLEADING: 2, Verdict.UNVERIFIED: 1, Verdict.SUPPORTED: 0}
AGREEING = frozenset(
    {
        "yes",
        "yep",
        "yeah",
        "true",
        "correct",
        "right",
        "absolutely",
        "indeed",
        "of course",
        "certainly",
    }
)
DENYING = frozenset(
    {
        "no",
        "nope",
        "false",
        "wrong",
        "not true",
        "untrue",
        "not at all",
        "never",
        "absolutely not",
        "no way",
    }
    | {
        "of course not",
        "certainly not",
        "not really",
        "far from it",
        "incorrect",
        "by no means",
        "hardly",
    }
)
JUDGED = frozenset({Stance.ASSERTED, Stance.DEBUNKED, Stance.ASKED, Stance.DENIED})


@dataclass(slots=True)
class Checker:
    """Checks texts against one compiled knowledge base."""

    store: Store
    lexicon: Lexicon = field(init=False)
    finder: Finder = field(init=False)
    _templates: dict[str, list[Template]] = field(init=False)
    _deciders: dict[date, Decider] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lexicon = Lexicon(grammar_of(self.store.get("meta", "tables")), self.store)
        self.finder = Finder(self.store, self.lexicon)
        heads = self.store.get("meta", "template heads") or []
        self._templates = _Templates(self.store, frozenset(heads)) if heads else {}

    # -- one text -------------------------------------------------------------------------------

    def check(self, text: str, as_of: date, *, by_wording: bool = True) -> Result:
        """The verdict on a statement, a question or a short passage."""
        exact = self._exact(text) if by_wording else None
        if exact is not None:
            return exact
        parts: list[Result] = []
        kind = Kind.STATEMENT
        topic: tuple[Node, ...] = ()
        analyses: list[Analysis] = []
        spans = segment(text) or (Span(0, len(text)),)
        answered = False
        for number, span in enumerate(spans):
            sentence = span.cut(text)
            if answered:
                answered = False
                continue
            analysis = analyse(sentence, self.lexicon, topic)
            if number + 1 < len(spans) and analysis.kind is Kind.QUESTION:
                analysis, answered = _self_answered(analysis, spans[number + 1].cut(text))
            analyses.append(analysis)
            topic = analysis.topic
            found = self._sentence(sentence, analysis, as_of)
            parts.extend(_moved(part, span.start) for part in found)
            kind = analysis.kind
        if (
            len(spans) > 1
            and kind is Kind.QUESTION
            and any(each.kind is Kind.STATEMENT for each in analyses)
        ):
            kind = Kind.STATEMENT
        whole = self._joined(text, kind, parts)
        if by_wording and len(spans) == 1 and whole.verdict is Verdict.UNVERIFIED:
            whole = self._denied(text, whole)
        return self._explained(whole, analyses)

    def _exact(self, text: str) -> Result | None:
        """The result for a claim's own wording."""
        found = self.store.get("exact", exact_key(text))
        if found is None or text.rstrip().endswith("?"):
            return None
        claim_id, wording = found
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
            marks=_marks(analysis),
        )
        return replace(result, understood=_understanding(analysis))

    def _denied(self, text: str, whole: Result) -> Result:
        """The result for the plain denial of a claim's own wording, else `whole`."""
        if whole.kind is Kind.QUESTION or whole.stance is not Stance.ASSERTED:
            return whole
        for wording in denied(text, self.lexicon.grammar):
            found = self.store.get("exact", exact_key(wording))
            if found is None:
                continue
            proof = given(self.store, found[0])
            data = self.store.get("claim", found[0])
            verdict = OPPOSITE.get(proof.verdict, proof.verdict)
            return replace(
                whole,
                verdict=verdict,
                reason=Reason.CLAIM,
                match=Match.VARIANT,
                explanation=data["explanation"],
                correction=data["correction"] if verdict is not Verdict.SUPPORTED else "",
                claims=(found[0],),
                evidence=proof.evidence,
                proof=Derived(text, "denies a claim", (proof,)),
            )
        return whole

    def _sentence(self, sentence: str, analysis: Analysis, as_of: date) -> list[Result]:
        """A result for each thing a sentence says."""
        together = self._together(sentence, analysis, as_of)
        if together is not None:
            return [together]
        found: list[Result] = []
        sides: list[bool] = []
        clauses: list[tuple[Reading, Result]] = []
        for reading in analysis.readings:
            result = self._reading(sentence, reading, as_of)
            granted = self._taken_for_granted(sentence, reading, as_of)
            found.extend(granted)
            sides.extend(True for _ in granted)
            if reading.proposition.root.head == "nominal" and found:
                continue
            if (
                reading.is_side
                and result.verdict is Verdict.UNVERIFIED
                and _identifies(reading.proposition)
            ):
                continue
            found.append(result)
            sides.append(reading.is_side)
            clauses.append((reading, result))
        if " or " in sentence.lower():
            found = _undecided(found, clauses)
        if not found:
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
        return _merged(found)

    def _together(self, sentence: str, analysis: Analysis, as_of: date) -> Result | None:
        """The result of a claim that says all of the sentence's clauses together, or None."""
        main = [each for each in analysis.readings if not each.is_side]
        if len(main) < 2 or any(each.stance not in JUDGED or each.unread for each in main):
            return None
        stated = []
        for reading in main:
            proposition = canonical(reading.proposition, self._templates)
            stated.append(proposition if reading.sign else opposite(proposition))
        decision = self._decider(as_of).decide_together(stated)
        if decision is None:
            return None
        span = Span(main[0].span.start, main[-1].span.end)
        base = Result(sentence, analysis.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, span)
        marks = tuple(sorted({s for each in main for s in _node_spans(each.proposition.root)}))
        return self._with(base, decision, marks)

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
            decision = self._decider(as_of).decide(canonical(proposition, self._templates), says)
            if decision is not None and decision.verdict in (Verdict.REFUTED, Verdict.MISLEADING):
                base = Result(
                    says, reading.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, reading.span
                )
                found.append(self._with(base, decision, _node_spans(proposition.root)))
        return found

    def _decider(self, as_of: date) -> Decider:
        decider = self._deciders.get(as_of)
        if decider is None:
            decider = self._deciders[as_of] = Decider(self.store, self.lexicon.grammar, as_of)
        return decider

    def _reading(self, sentence: str, reading: Reading, as_of: date) -> Result:
        span = reading.span
        decision, used = self._decided(reading, as_of, span.cut(sentence))
        base = Result(
            span.cut(sentence) or sentence,
            reading.kind,
            Verdict.UNVERIFIED,
            Reason.NOT_COVERED,
            span,
            stance=used.stance,
            stance_cues=tuple(
                cue for cue in used.cues if cue.kind in ("report", "debunk", "hypothesis", "truth")
            ),
        )
        if decision is None:
            if used.stance not in JUDGED:
                return replace(base, reason=Reason.NOT_ASSERTED)
            return replace(base, reason=Reason.NOT_UNDERSTOOD) if reading.unread else base
        return self._with(base, decision, _node_spans(used.proposition.root))

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
            proof=decision.proof,
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
        proposition = canonical(reading.proposition, self._templates)
        if not reading.sign:
            proposition = opposite(proposition)
        return self._decider(as_of).decide(proposition, says)

    def _joined(self, text: str, kind: Kind, parts: list[Result]) -> Result:
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

    def _explained(self, result: Result, analyses: list[Analysis]) -> Result:
        """The result with what was understood and, without a verdict, the closest claims."""
        result = replace(
            result, understood=_understanding(analyses[0]) if analyses else Understanding()
        )
        if result.verdict is not Verdict.UNVERIFIED:
            return result
        return replace(result, closest=self.finder.closest(result.text, result.understood))

    # -- pages ----------------------------------------------------------------------------------

    def check_document(
        self, document: Document, as_of: date
    ) -> tuple[tuple[Finding, ...], Coverage]:
        """Every decided sentence of a page, in reading order, and counts of what was read."""
        findings: list[Finding] = []
        counts = dict.fromkeys(Verdict, 0)
        sentences = unmatched = 0
        places = _Places(document.source)
        topic: tuple[Node, ...] = ()
        heading: tuple[Node, ...] = ()
        for block in document.blocks:
            for sentence in block:
                sentences += 1
                analysis = analyse(sentence.text, self.lexicon, topic or heading)
                if sentence.role == "heading":
                    heading = _named(analysis)
                    topic = ()
                    if analysis.kind is Kind.QUESTION or not analysis.readings:
                        continue
                else:
                    topic = analysis.topic
                if analysis.kind is Kind.QUESTION:
                    continue
                results = self._document_sentence(sentence, analysis, as_of)
                worst = max(
                    (part.verdict for part in results),
                    key=lambda v: WEIGHT[v] if v is not Verdict.UNVERIFIED else -1,
                    default=Verdict.UNVERIFIED,
                )
                counts[worst] += 1
                if worst is Verdict.UNVERIFIED and analysis.mentions:
                    unmatched += 1
                for part in results:
                    if part.verdict is not Verdict.UNVERIFIED:
                        findings.append(_finding(document.path, sentence, part, places))
        coverage = Coverage(
            1,
            sentences,
            counts[Verdict.SUPPORTED],
            counts[Verdict.REFUTED],
            counts[Verdict.MISLEADING],
            unmatched,
        )
        return tuple(findings), coverage

    def _document_sentence(
        self, sentence: Sentence, analysis: Analysis, as_of: date
    ) -> list[Result]:
        exact = self._exact(sentence.text)
        if exact is not None and not any(
            reading.stance not in JUDGED for reading in analysis.readings
        ):
            return [exact]
        return self._sentence(sentence.text, analysis, as_of)

    # -- other questions ------------------------------------------------------------------------

    def search(self, text: str, limit: int) -> tuple[Hit, ...]:
        """The claims closest to a text, best first."""
        return self.finder.search(text, limit)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim with this id, or None."""
        data = self.store.get("claim", claim_id)
        return None if data is None else claim_of(claim_id, data)

    def understand(self, text: str) -> tuple[Understanding, ...]:
        """How a sentence is read, one entry for each proposition."""
        analysis = analyse(text, self.lexicon)
        return tuple(_understanding(analysis, reading) for reading in analysis.readings) or (
            _understanding(analysis),
        )


class _Templates(dict[str, list[Template]]):
    """Phrases of relations, read from the store when their first word comes up."""

    def __init__(self, store: Store, heads: frozenset[str]) -> None:
        super().__init__()
        self._store, self._heads = store, heads

    def __bool__(self) -> bool:
        return bool(self._heads)

    def get(self, head: str, default: Any = None) -> Any:
        if head not in self._heads:
            return default if default is not None else ()
        if head not in self:
            self[head] = [unpack_template(data) for data in self._store.get("template", head) or ()]
        return self[head]


def opposite(proposition: Proposition) -> Proposition:
    """The proposition denied as a whole, its duty included."""
    if proposition.duty:
        return replace(proposition, duty_negated=not proposition.duty_negated)
    return proposition.negated()


def _identifies(proposition: Proposition) -> bool:
    """Whether an aside only says which thing is meant: "Vivitrol, the monthly shot, ..."."""
    target = proposition.root.get("obj")
    return proposition.root.head == "isa" and target is not None and target.quant == "the"


def _self_answered(analysis: Analysis, following: str) -> tuple[Analysis, bool]:
    """A question that its writer answers with "No." or "Yes." as the statement it makes."""
    words = following.strip(" .!").lower()
    first, _, more = words.partition(",")
    sign = True if first in AGREEING else False if first in DENYING else None
    if sign is None:
        return analysis, False
    readings = tuple(
        replace(
            reading,
            stance=Stance.ASSERTED if reading.stance is Stance.ASKED else reading.stance,
            kind=Kind.STATEMENT,
            sign=reading.sign == sign,
        )
        for reading in analysis.readings
    )
    return replace(analysis, readings=readings, kind=Kind.STATEMENT), not more


def _moved(result: Result, by: int) -> Result:
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


def _undecided(found: list[Result], clauses: list[tuple[Reading, Result]]) -> list[Result]:
    """With what "or" joins left open where only some of it is wrong: the rest would do."""
    against = (Verdict.REFUTED, Verdict.MISLEADING)
    open_: list[Result] = []
    for number in {reading.clause for reading, _ in clauses}:
        joined = [
            result
            for reading, result in clauses
            if reading.clause == number
            and not reading.is_side
            and reading.sign == reading.proposition.polarity
        ]
        wrong = [each for each in joined if each.verdict in against]
        if len(wrong) < len(joined):
            open_.extend(wrong)
    return [
        Result(each.text, each.kind, Verdict.UNVERIFIED, Reason.NOT_COVERED, each.span)
        if any(each is other for other in open_)
        else each
        for each in found
    ]


def _merged(found: list[Result]) -> list[Result]:
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


def _node_spans(node: Node) -> tuple[Span, ...]:
    """The places of a proposition's words, in order."""
    found: set[Span] = set()

    def visit(each: Node) -> None:
        if each.span.end > each.span.start and each.kind != "verb":
            found.add(each.span)
        for _, inner in each.edges:
            visit(inner)

    for _, child in node.edges:
        visit(child)
    outer = [
        span
        for span in found
        if not any(o != span and o.start <= span.start and span.end <= o.end for o in found)
    ]
    return tuple(sorted(outer))


def _marks(analysis: Analysis) -> tuple[Span, ...]:
    return tuple(
        sorted(
            {
                span
                for reading in analysis.readings
                for span in _node_spans(reading.proposition.root)
            }
        )
    )


def _named(analysis: Analysis) -> tuple[Node, ...]:
    """The entity that a heading names, when it names just one."""
    names = tuple(dict.fromkeys(mention.name for mention in analysis.mentions if mention.name))
    return (Node("@" + names[0]),) if len(names) == 1 else ()


def _understanding(analysis: Analysis, reading: Reading | None = None) -> Understanding:
    """What was understood of a sentence, for a reader."""
    chosen = (
        reading
        or next((each for each in analysis.readings if not each.is_side), None)
        or next(iter(analysis.readings), None)
    )
    if chosen is None:
        return Understanding(mentions=analysis.mentions, unread=analysis.unread)
    proposition = chosen.proposition
    root = proposition.root
    subject, target = root.get("subj"), root.get("obj")
    rest = tuple(
        f"{role} {spoken(node)}"
        for role, node in root.edges
        if node is not subject and node is not target
    )
    polarity = proposition.polarity == chosen.sign
    return Understanding(
        relation=(proposition.duty + " " if proposition.duty else "") + root.head.removeprefix("="),
        subject=spoken(subject) if subject else "",
        object=spoken(target) if target else "",
        qualifiers=rest,
        polarity="affirmed" if polarity else "negated",
        strength=proposition.strength,
        mentions=analysis.mentions,
        cues=chosen.cues,
        unread=chosen.unread or analysis.unread,
    )


def spoken(node: Node) -> str:
    """A node as words: modifiers, head, what hangs on it."""
    before = [spoken(each) for role, each in node.edges if role == "mod"]
    after = [
        f"{'' if role in ('obj', 'subj', 'adv') else role + ' '}{spoken(each)}"
        for role, each in node.edges
        if role not in ("mod",)
    ]
    head = node.head.removeprefix("@").removeprefix("=")
    if node.kind == "value" and node.value is not None:
        value = node.value
        head = _spoken_value(value)
    quant = {"all": "every ", "the": "", "one": ""}.get(node.quant, f"{node.quant} ".lstrip())
    return " ".join(
        filter(None, [("not " if node.negated else "") + quant.strip(), *before, head, *after])
    )


def _spoken_value(value: Value) -> str:
    """An interval as words: "1970", "at least 2 count", "50 to 100 times"."""
    if value.unit == "date":
        if inf in (value.high, -value.low):
            return f"after {value.low:.0f}" if value.high == inf else f"before {value.high:.0f}"
        first, last = int(value.low), int(value.high)
        return str(first) if value.high - value.low <= 1 else f"{first} to {last}"
    unit = "" if value.unit in ("count", "label") else f" {value.unit}"
    if value.high == inf:
        return f"at least {value.low:g}{unit}"
    if value.low == -inf:
        return f"at most {value.high:g}{unit}"
    return (
        f"{value.low:g}" if value.low == value.high else f"{value.low:g} to {value.high:g}"
    ) + unit


class _Places:
    """Line and column of offsets in a source, both from 1."""

    def __init__(self, source: str) -> None:
        self._starts = [0]
        at = source.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.find("\n", at + 1)

    def of(self, offset: int) -> tuple[int, int]:
        from bisect import bisect_right

        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _finding(path: str, sentence: Sentence, part: Result, places: _Places) -> Finding:
    start = sentence.at[part.span.start]
    end = sentence.at[min(part.span.end, len(sentence.text)) - 1] + 1
    line, column = places.of(start)
    end_line, end_column = places.of(end - 1)
    return Finding(path, line, column, end_line, end_column + 1, part.span.cut(sentence.text), part)
