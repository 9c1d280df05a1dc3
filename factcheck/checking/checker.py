"""Texts and pages checked against a knowledge base."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from factcheck.checking.pages import Places, finding, named
from factcheck.checking.parts import WEIGHT, is_open, joined, moved
from factcheck.checking.questions import answered, is_topic
from factcheck.checking.sentences import JUDGED, Sentences
from factcheck.language.recognised import recognised
from factcheck.language.statement import analyse
from factcheck.language.understanding import understanding
from factcheck.model.document import Coverage, Document, Finding, Sentence
from factcheck.model.knowledge import Claim
from factcheck.model.place import Span
from factcheck.model.proposition import Analysis
from factcheck.model.result import Hit, Result, Understanding
from factcheck.model.verdict import Kind, Verdict
from factcheck.reasoning.evidence import claim_of
from factcheck.text.sentences import segment


class Checker(Sentences):
    """Checks texts against one compiled knowledge base."""

    __slots__ = ()

    def check(self, text: str, as_of: date, *, by_wording: bool = True) -> Result:
        """The verdict on a statement, a question or a short passage."""
        exact = self._exact(text, as_of) if by_wording else None
        if exact is not None:
            return exact
        parts: list[Result] = []
        kind = Kind.STATEMENT
        before: Analysis | None = None
        analyses: list[Analysis] = []
        spans = segment(text) or (Span(0, len(text)),)
        is_answered = False
        for number, span in enumerate(spans):
            sentence = span.cut(text)
            if is_answered:
                is_answered = False
                continue
            following = spans[number + 1].cut(text) if number + 1 < len(spans) else ""
            own = recognised(sentence, self.lexicon, before) if by_wording else None
            analysis = analyse(sentence, self.lexicon, before)
            reply = partial(
                answered,
                sentence,
                following=following,
                later="".join(each.cut(text) for each in spans[number + 2 : number + 3]),
                grammar=self.lexicon.grammar,
                read=partial(analyse, lexicon=self.lexicon, before=before),
            )
            if following:
                own = own and reply(own)[0]
                analysis, is_answered = reply(analysis)
            analyses.append(analysis)
            before = analysis
            if following and not is_answered and is_topic(analysis):
                continue
            found = self._best(sentence, own, analysis, as_of)
            parts.extend(moved(part, span.start) for part in found)
            kind = analysis.kind
        if (
            len(spans) > 1
            and kind is Kind.QUESTION
            and any(each.kind is Kind.STATEMENT for each in analyses)
        ):
            kind = Kind.STATEMENT
        return self._explained(joined(text, kind, parts), analyses, as_of)

    def _best(
        self, sentence: str, own: Analysis | None, meant: Analysis, as_of: date
    ) -> list[Result]:
        """The results of a sentence: by the wordings of claims in it, else by its meaning."""
        if own is None:
            return self._sentence(sentence, meant, as_of)
        found = self._sentence(sentence, own, as_of)
        if all(each.verdict is not Verdict.UNVERIFIED for each in found):
            return found
        return min(found, self._sentence(sentence, meant, as_of), key=is_open)

    def _explained(self, result: Result, analyses: list[Analysis], as_of: date) -> Result:
        """The result with what was understood and, without a verdict, the closest claims."""
        result = replace(
            result, understood=understanding(analyses[0]) if analyses else Understanding()
        )
        if result.verdict is not Verdict.UNVERIFIED:
            return result
        return replace(result, closest=self.closest(result, result.understood, as_of))

    def check_document(
        self, document: Document, as_of: date
    ) -> tuple[tuple[Finding, ...], Coverage]:
        """Every decided sentence of a page, in reading order, and counts of what was read."""
        findings: list[Finding] = []
        counts = dict.fromkeys(Verdict, 0)
        sentences = unmatched = 0
        places = Places(document.source)
        before = heading = Analysis(())
        for block in document.blocks:
            for sentence in block:
                sentences += 1
                analysis = analyse(sentence.text, self.lexicon, before if before.topic else heading)
                if sentence.role == "heading":
                    heading, before = Analysis((), topic=named(analysis)), Analysis(())
                    if analysis.kind is Kind.QUESTION or not analysis.readings:
                        continue
                else:
                    before = analysis
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
                        findings.append(finding(document.path, sentence, part, places))
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
        exact = self._exact(sentence.text, as_of)
        if exact is not None and not any(
            reading.stance not in JUDGED for reading in analysis.readings
        ):
            return [exact]
        own = recognised(sentence.text, self.lexicon)
        return self._best(sentence.text, own, analysis, as_of)

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
        return tuple(understanding(analysis, reading) for reading in analysis.readings) or (
            understanding(analysis),
        )
