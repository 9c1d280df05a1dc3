"""The way from words to a verdict, for who writes claims: words, clauses, claims weighed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.result import Weighed
from factcheck.model.trace import Branch, Clause, Trace, Word
from factcheck.model.verdict import Stance
from factcheck.report.layout import Block, Piece, block, indented
from factcheck.report.proof_view import why
from factcheck.report.why_not_view import clause_blocks
from factcheck.report.wording import because, counted, in_words, symbol, word

_PARTS_OF_SPEECH = {
    "NN": "noun", "NNS": "noun", "JJ": "adjective", "JJR": "adjective", "JJS": "adjective",
    "VB": "verb", "VBP": "verb", "VBZ": "verb", "VBD": "verb", "VBN": "participle",
    "VBG": "-ing", "BE": "verb", "DO": "verb", "HV": "verb", "MD": "modal", "NOT": "negation",
    "RB": "adverb", "RBR": "adverb", "RBS": "adverb", "CD": "number", "QT": "quantity",
}  # fmt: skip
_ROLES = {"subj": "who", "obj": "what", "obj2": "what", "mod": "which", "adv": "how", "rel": "that",
          "pred": "as", "dim": "in what", "cmp": "more", "than": "than"}  # fmt: skip
_INDENT = "  "
_MOST_CLOSEST = 2


def trace_view(trace: Trace) -> list[Block]:
    """Words, then clause by clause what was read and what became of it, then the verdict."""
    blocks = [_title("Words"), indented(_words(trace), _INDENT)]
    if trace.unread:
        unread = ", ".join(f"“{each}”" for each in trace.unread)
        blocks.append(indented(block("not read: ", Piece(unread, "bold")), _INDENT))
    for number, clause in enumerate(trace.clauses, 1):
        blocks += [block(), _title(f"Clause {number}" + (", in passing" if clause.is_side else ""))]
        blocks += [indented(each, _INDENT) for each in _clause(clause, trace.text)]
    if not trace.clauses:
        blocks += [block(), block("No clause could be read.")]
    blocks += [block(), _title("Verdict")]
    result = trace.result
    verdict = [symbol(result.verdict), Piece(" "), word(result.verdict)]
    claims = f" (claim {', '.join(result.claims)})" if result.claims else ""
    blocks.append(indented(block(*verdict, Piece(claims, "dim")), _INDENT))
    reason = because(result)
    if reason:
        blocks.append(indented(block(reason), _INDENT))
    return blocks


def _title(text: str) -> Block:
    return block(Piece(text, "bold"))


def _words(trace: Trace) -> Block:
    pieces: list[Piece] = []
    for each in trace.words:
        notes = _notes(each, each.span.cut(trace.text))
        pieces.append(Piece(each.span.cut(trace.text), "bold" if each.name else ""))
        pieces.append(Piece(f" ({notes})  " if notes else "  ", "dim"))
    return block(*pieces)


def _notes(each: Word, said: str) -> str:
    kind = _PARTS_OF_SPEECH.get(each.part_of_speech, "")
    name = f"= {each.name}" if each.name else ""
    read_as = f"read as {each.read_as}" if each.read_as and each.read_as != said.lower() else ""
    return ", ".join(filter(None, (kind if not name else "", name, read_as)))


def _clause(clause: Clause, text: str) -> Iterator[Block]:
    yield block(Piece(f"“{clause.span.cut(text)}”", "italic"))
    polarity = "affirmed" if clause.is_affirmed else "denied"
    how = [polarity, clause.strength, clause.stance.value]
    yield block(Piece(in_words(clause.reads.head), "bold"), Piece(f" ({', '.join(how)})", "dim"))
    yield from _branches(clause.reads.parts, "")
    for cue in dict.fromkeys(clause.cues):
        yield block(f"“{cue.words}”", Piece(f" ({cue.kind})", "dim"))
    if clause.unread:
        yield block("not read: ", Piece(", ".join(clause.unread), "bold"))
    if clause.stance not in (Stance.ASSERTED, Stance.DEBUNKED, Stance.ASKED, Stance.DENIED):
        yield block("The text does not assert this, so no claim decides it.")
    wordings = counted(clause.considered, "wording")
    yield block(Piece(f"{wordings} of claims about such things were looked at", "dim"))
    for claim in clause.weighed:
        yield from _weighed(claim)
    result = clause.result
    if not clause.weighed:
        for near in result.closest[:_MOST_CLOSEST]:
            yield block("none fits; closest is: ", near.claim, Piece(f" ({near.id})", "dim"))
            yield indented(block(near.why_not), _INDENT)
    yield block("so: ", symbol(result.verdict), " ", word(result.verdict))
    for step in why(result):
        yield indented(step, _INDENT)
    if clause.why_not is not None:
        for each in clause_blocks(clause.why_not):
            yield indented(each, _INDENT)


def _branches(parts: tuple[Branch, ...], margin: str) -> Iterator[Block]:
    for each in parts:
        role = _ROLES.get(each.role, each.role)
        yield indented(block(Piece(f"{role}: ", "dim"), in_words(each.head)), _INDENT + margin)
        yield from _branches(each.parts, margin + _INDENT)


def _weighed(each: Weighed) -> Iterator[Block]:
    gives = (
        [Piece("gives "), symbol(each.outcome), Piece(" "), word(each.outcome)]
        if each.outcome
        else [Piece("does not decide it")]
    )
    claim = f" ({each.claim_id}, {each.claim_verdict.value})" if each.claim_id else " (entity data)"
    yield block(*gives, ": ", each.sentence, Piece(claim, "dim"), first="• ", rest="  ")
    for label, said in (
        ("only in the text: ", ", ".join(each.only_clause)),
        ("only in the claim: ", ", ".join(each.only_claim)),
        ("they exclude each other: ", each.conflict),
        ("it ", each.note),
    ):
        if said:
            yield indented(block(Piece(label, "dim"), said), "  ")
