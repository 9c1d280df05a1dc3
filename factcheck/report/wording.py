"""The words, symbols and styles in which outcomes are shown to people."""

from __future__ import annotations

from factcheck.model.result import Result
from factcheck.model.verdict import Answer, Kind, Reason, Stance, Verdict
from factcheck.report.layout import Piece

GOOD, BAD, WARN, OPEN = "green", "red", "yellow", "cyan"

_SYMBOLS = {
    Verdict.SUPPORTED: ("✓", GOOD),
    Verdict.REFUTED: ("✗", BAD),
    Verdict.MISLEADING: ("!", WARN),
    Verdict.UNVERIFIED: ("?", OPEN),
}
_ANSWERS = {
    Answer.YES: "Yes",
    Answer.NO: "No",
    Answer.DEPENDS: "It depends",
    Answer.UNKNOWN: "Unknown",
}
_STANCES = {
    Stance.ASSERTED: "it is asserted",
    Stance.DENIED: "it is denied",
    Stance.ASKED: "it is asked",
    Stance.HYPOTHETICAL: "it is only supposed",
    Stance.REPORTED: "it reports what someone says or believes",
    Stance.QUOTED: "it quotes someone",
    Stance.DEBUNKED: "it is cited in order to be rejected",
    Stance.OPINION: "it is an opinion or a wish",
}
_RULES = {
    "class": "what holds of a class holds of its members",
    "disjoint classes": "nothing is in both classes",
    "counterexample": "one counterexample is enough",
    "example": "one example is enough",
    "chain": "each is joined to the next",
    "list": "the list names all of them",
    "one value": "it has one value only",
    "comparison": "one comparison follows on the other",
    "both hold": "each part of it holds",
    "both must hold": "each part of it would have to hold",
    "members disagree": "the members of the class differ",
    "conflict": "claims disagree",
    "independent proofs": "each of these shows it by itself",
    "what follows": "what would follow from it does not hold",
    "symmetry": "it holds both ways round",
    "rule": "by a rule whose conditions hold",
    "rule backwards": "by a rule whose outcome does not hold",
}
_RELATIONS = {"isa": "is a", "cmp": "compared with"}
_ROLES = {"adv": "", "dim": "in", "pred": "as", "obj2": ""}


def symbol(verdict: Verdict) -> Piece:
    """The sign of a verdict; never shown without its word."""
    sign, style = _SYMBOLS[verdict]
    return Piece(sign, f"bold {style}")


def word(verdict: Verdict, *, capital: bool = False) -> Piece:
    """The verdict's word in its style."""
    said = verdict.value.capitalize() if capital else verdict.value
    return Piece(said, f"bold {_SYMBOLS[verdict][1]}")


def headline(result: Result) -> tuple[Piece, ...]:
    """Sign, answer and verdict: "✗ No · refuted" for a question, "✗ Refuted" for a statement."""
    style = _SYMBOLS[result.verdict][1]
    sign = symbol(result.verdict)
    if result.kind is Kind.QUESTION and result.answer is not None:
        return (
            sign,
            Piece(" "),
            Piece(_ANSWERS[result.answer], f"bold {style}"),
            Piece(" · ", "dim"),
            Piece(result.verdict.value, style),
        )
    return sign, Piece(" "), word(result.verdict, capital=True)


def by_rule(name: str) -> str:
    """The name of a rule of inference as a reader would put it."""
    return _RULES.get(name, name)


def in_words(relation: str) -> str:
    """The name of a relation as words: "isa" is "is a"."""
    return " ".join(_RELATIONS.get(each, each.replace("_", " ")) for each in relation.split())


def qualifier_in_words(qualifier: str) -> str:
    """What is added to a statement, as words: role and filler, the role's code left out."""
    role, gap, filler = qualifier.partition(" ")
    return f"{_ROLES[role]} {filler}".strip() if gap and role in _ROLES else qualifier


def because(result: Result) -> str:
    """Why there is no verdict, as a sentence or two; empty if there is one."""
    if result.verdict is not Verdict.UNVERIFIED:
        return ""
    unread = ", ".join(f"“{each}”" for each in result.understood.unread)
    match result.reason:
        case Reason.NOT_ASSERTED:
            cues = ", ".join(f"“{each.words}”" for each in result.stance_cues)
            said = f"The text does not assert this: {_STANCES[result.stance]}"
            return said + (f" ({cues})." if cues else ".")
        case Reason.NOT_UNDERSTOOD:
            said = "This was not understood well enough to be judged."
        case Reason.CONFLICT:
            said = "Claims of the knowledge base disagree about this."
        case Reason.PARTS:
            said = "Not every part of this is decided by the knowledge base."
        case _:
            said = "No claim of the knowledge base decides this."
    return said + (f" Not accounted for: {unread}." if unread else "")


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
