"""What one claim says of one statement: supported, refuted, misleading, or nothing.

A claim asserts its proposition, or, when refuted, the opposite. The statement follows when it says
no more than the claim; it falls when it says at least as much as something false, or names
another value where the claim gives the value.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.language.grammar import Grammar
from factcheck.model.proposition import STATES, Edge, Node, Proposition, Value
from factcheck.model.verdict import Verdict
from factcheck.reasoning.alignment import SHARES, Fit
from factcheck.reasoning.duties import duties, is_affirmed
from factcheck.reasoning.laying import Match, is_utmost
from factcheck.reasoning.shares import by_share, has_shares
from factcheck.reasoning.strength import carries, carries_quantity, excludes

DEGREES = frozenset({"more", "less"})
ELSEWHEN = frozenset({"formerly", "future"})
LATE = frozenset({"only", "finally", "eventually", "originally"})  # "opened only in 1990"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim's verdict on a statement. `rank` is smaller the closer the claim is."""

    verdict: Verdict
    match: Match
    rank: int = 0
    is_witness: bool = False


def judge(
    claim: Proposition, verdict: Verdict, stated: Proposition, match: Match, grammar: Grammar
) -> Judgement | None:
    """What the claim makes of the statement, or None."""
    match = Match(_unowned(match.topic), _unowned(match.rest))
    if has_shares(match):
        found = by_share(claim, verdict, stated, match)
        return None if found is None else Judgement(found, match)
    topic, rest = match.topic, match.rest
    if verdict is Verdict.MISLEADING:
        return _misleading(claim, stated, match)
    if {claim.tense, stated.tense} == {"ended", "past"}:
        return None  # what is no longer so was so
    holds = is_affirmed(claim) == (verdict is Verdict.SUPPORTED)
    says = is_affirmed(stated)
    duty = duties(claim, stated, verdict)
    if duty == "":
        return None
    if any(node.head == "only" for _, node in topic.extra):
        return None  # "only X is Y" says more of others than of X
    if not holds and any(node.head == "only" for _, node in topic.missing):
        return None  # "not only X": X as well
    if topic.missing:
        missing = tuple(edge for edge in topic.missing if edge[1].head != "only")
        topic = replace(topic, missing=missing)
        match = Match(topic, rest)
    if not says and any(role == "adv" and node.head == "only" for role, node in rest.extra):
        return None  # "is not just a toy" takes it for one
    if claim.strength == "may" and not claim.polarity and _has(rest.extra, "ever"):
        return None  # what cannot be may have been
    if rest.extra or rest.missing:
        rest = replace(rest, extra=_less(rest.extra, "ever"), missing=_less(rest.missing, "ever"))
        match = Match(topic, rest)
    claimed, told = _degree(claim, rest.missing), _degree(stated, rest.extra)
    if claimed:
        apart = replace(rest, missing=_less(rest.missing, claimed), extra=_less(rest.extra, told))
        is_opposite = holds and says and told not in ("", claimed) and apart.is_equal
        if is_opposite and not _widens(topic):
            return Judgement(Verdict.REFUTED, match)
        return None  # what is lighter than before need not be light
    if any(role == "mod" and node.get("adv") for role, node in topic.extra if node.head == "much"):
        return None  # what trams do, fewer trams need not
    unlike = (*topic.missing, *topic.extra, *rest.missing, *rest.extra)
    if len(topic.extra) == 1 and topic.extra[0][1].head in grammar.stripping:
        return None  # a sans-serif typeface is no serif typeface
    if any(node.head in grammar.privative for _, node in unlike):
        return None  # a former student is no student
    if any(node.head in ELSEWHEN for _, node in (*topic.extra, *rest.extra)):
        return None  # what used to be so, or will be, need not be so now, nor the reverse
    if claim.root.head in grammar.joint and _differs_in_aspect(rest):
        return None  # what is alike in one respect need not be so in another
    if "this" in (_topic_quantity(claim), _topic_quantity(stated)):
        return None  # which one is meant, the text does not say
    if duty == "apart":
        if holds and rest.is_equal and not _widens(topic):
            return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match)
        return None
    if _differs_in_kind(rest) and _singles_out(stated.root, grammar):
        return None  # the oldest tram in Rome need not be the oldest tram, nor the reverse
    quantity, asked = _topic_quantity(claim), _topic_quantity(stated)
    is_wider = _widens(topic)
    is_narrower = topic.narrower or bool(topic.extra)
    if is_narrower and verdict is Verdict.REFUTED and not claim.polarity:
        return None  # "no X can be Y" is false of some X, not of each
    if holds and says and not claim.duty and _is_own(stated) and not _is_own(claim):
        return None  # what bakers do, mine need not
    is_narrower = is_narrower or _is_own(stated)
    if any(role == "of" and node.kind != "value" for role, node in topic.extra):
        return None  # "members of the council" are other members
    if is_wider and (is_narrower or (topic.missing and topic.extra)):
        return None
    if holds:
        return _affirmed(
            grammar, claim, stated, match, says, quantity, asked, is_wider, is_narrower, duty
        )
    return _denied(
        grammar, claim, stated, match, says, quantity, asked, is_wider, is_narrower, duty
    )


def _affirmed(
    grammar: Grammar,
    claim: Proposition,
    stated: Proposition,
    match: Match,
    says: bool,
    quantity: str,
    asked: str,
    is_wider: bool,
    is_narrower: bool,
    duty: str,
) -> Judgement | None:
    topic, rest = match.topic, match.rest
    if rest.conflict:
        return _conflicting(claim, stated, match, says, is_wider, is_narrower, quantity)
    if any(role in grammar.essential for role, _ in rest.missing):
        return None  # "you can have seizures", where the claim says when
    if (
        not says
        and claim.strength != "may"
        and any(role in grammar.scopes and node.kind != "value" for role, node in rest.missing)
    ):
        return None  # "X is not banned", where the claim bans it somewhere
    if _is_limited(claim, rest.missing, grammar):
        return None
    if rest.extra or rest.narrower or duty == "stronger":
        return None
    if rest.wider and rest.distance and (claim.duty or not says):
        return None  # a duty towards one kind is none towards all; nor is a denial
    if (claim.strength, stated.strength) == ("may", "generic") and _is_state(claim.root):
        return None  # what may be a tram need not be one
    of_some = is_wider and not (topic.wider or topic.extra) and asked in ("", "some", "the")
    if of_some and _exists(claim, stated, grammar):
        return Judgement(Verdict.SUPPORTED if says else Verdict.REFUTED, match)
    if is_wider:
        if (
            asked == "some"
            and quantity not in ("few",)
            and carries(claim.strength, stated.strength)
        ):
            return Judgement(Verdict.SUPPORTED if says else Verdict.REFUTED, match, is_witness=True)
        return None
    if is_narrower and quantity not in ("", "the", "all"):
        return None
    if is_narrower and quantity != "all" and claim.is_past_event:
        return None  # monks found the cave: which of them, the claim does not say
    if topic.narrower and quantity == "the":
        return None  # "the tool" of one claim is not every tool
    held = quantity if not is_narrower else ("all" if quantity == "all" else "")
    if carries(claim.strength, stated.strength) and carries_quantity(held, asked):
        return Judgement(Verdict.SUPPORTED if says else Verdict.REFUTED, match)
    if not says and claim.strength == "may" and claim.root.kind == "adj":
        return None  # what can be addictive need not ever be harmless
    if excludes(claim, stated) and not rest.missing and carries_quantity(held, asked):
        return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match)
    return None


def _degree(proposition: Proposition, edges: tuple[Edge, ...]) -> str:
    """Whether edges call a quality "more" or "less" so; "" where they do not, or for a verb."""
    if proposition.root.kind != "adj":  # "less often", said of a verb
        edges = tuple(edge for role, node in edges if role == "adv" for edge in node.edges)
    heads = [node.head for role, node in edges if role == "adv" and node.head in DEGREES]
    return heads[0] if heads else ""


def _differs_in_kind(fit: Fit) -> bool:
    """Whether one of two phrases says more of what it names, or names a wider class."""
    apart = any(node.kind not in ("adv", "value") for _, node in (*fit.missing, *fit.extra))
    return apart or fit.wider or fit.narrower


def _singles_out(root: Node, grammar: Grammar) -> bool:
    """Whether a predicate names the one of its kind: "is the oldest tram in Rome"."""
    return any(role != "subj" and is_utmost(node, grammar) for role, node in root.edges)


def _unowned(fit: Fit) -> Fit:
    """Without whose something is: "my depression" is depression."""
    if not (fit.extra or fit.missing):
        return fit
    extra = tuple(edge for edge in fit.extra if edge[0] != "own")
    missing = tuple(edge for edge in fit.missing if edge[0] != "own")
    return replace(fit, extra=extra, missing=missing)


def _differs_in_aspect(fit: Fit) -> bool:
    """Whether only one side says in what respect two things are alike."""
    extra = sum(role == "in" and node.kind == "noun" for role, node in fit.extra)
    missing = sum(role == "in" and node.kind == "noun" for role, node in fit.missing)
    return extra != missing


def _has(edges: tuple[Edge, ...], adverb: str) -> bool:
    return any(role == "adv" and node.head == adverb for role, node in edges)


def _less(edges: tuple[Edge, ...], adverb: str) -> tuple[Edge, ...]:
    return tuple(edge for edge in edges if edge[0] != "adv" or edge[1].head != adverb)


def _is_own(proposition: Proposition) -> bool:
    subject = proposition.root.get("subj")
    return subject is not None and subject.get("own") is not None


def _is_limited(claim: Proposition, missing: tuple[Edge, ...], grammar: Grammar) -> bool:
    """Whether what the statement leaves out is what the claim holds for.

    A ban for some is no ban for all, a duty at one time none at every time, and what is safe,
    common or legal for some is not so for all.
    """
    if claim.duty and not claim.polarity:
        return any(node.kind != "adv" for _, node in missing)
    if claim.root.head in ("cmp", "as") and any(role == "for" for role, _ in missing):
        return True  # better for one thing is not better
    if claim.duty or claim.root.kind == "adj" or claim.root.head in grammar.adverse:
        return any(
            role in grammar.limits
            and node.kind != "value"
            and not (role == "in" and node.head.startswith("@"))  # in a country, in a trial
            for role, node in missing
        )
    return False


def _conflicting(
    claim: Proposition,
    stated: Proposition,
    match: Match,
    says: bool,
    is_wider: bool,
    is_narrower: bool,
    quantity: str,
) -> Judgement | None:
    """A claim gives the value; a statement that gives another is false."""
    rest = match.rest
    if rest.wider or any(role != "subj" and node.kind != "adv" for role, node in rest.missing):
        return None  # approved then for this, and at another time for that
    extra = tuple(edge for edge in rest.extra if not _is_late(edge, stated))
    if is_wider or extra or (is_narrower and quantity not in ("", "the", "all")):
        return None
    if claim.strength == "may" and stated.strength == "may":
        return None
    target = claim.root.get("obj")
    if claim.duty and target is not None and target.value and target.value.unit == "count":
        return None  # whoever should call 112 may call other numbers
    if _counts_at_a_time(claim) and _date(claim) != _date(stated):
        return None  # "won 42 seats in 2021": how many in another year, it does not say
    return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match, rank=2)


def _is_late(edge: Edge, stated: Proposition) -> bool:
    """Whether a word says no more than the number or date that it stands with: "only two"."""
    has_number = any(node.value is not None for _, node in stated.root.edges)
    return edge[1].head in LATE and (edge[0] == "adv" or has_number)


def _date(proposition: Proposition) -> Value | None:
    values = [node.value for _, node in proposition.root.edges if node.kind == "value"]
    return next((value for value in values if value is not None and value.unit == "date"), None)


def _counts_at_a_time(proposition: Proposition) -> bool:
    """Whether a proposition gives a number of things for a time."""
    return _date(proposition) is not None and any(
        node.value is not None and node.value.unit not in ("date", "label")
        for role, node in proposition.root.edges
        if role != "subj"
    )


def _denied(
    grammar: Grammar,
    claim: Proposition,
    stated: Proposition,
    match: Match,
    says: bool,
    quantity: str,
    asked: str,
    is_wider: bool,
    is_narrower: bool,
    duty: str,
) -> Judgement | None:
    rest = match.rest
    if any(role in grammar.conditions for role, _ in (*rest.extra, *match.topic.extra)):
        return None
    if rest.conflict or rest.missing or rest.wider or duty == "weaker":
        return None
    if _is_deed(stated) and any(node.kind != "value" for _, node in match.topic.extra):
        return None  # what washing does not do, washing with soap may
    if rest.extra and any(node.quant in SHARES for _, node in claim.root.edges):
        return None  # not most fires, and yet perhaps most of those in Rome
    if any(role == "adv" and node.head in ("more", "less") for role, node in rest.extra):
        return None  # what is not safe may yet be safer than something
    if is_wider:
        if (
            asked == "all"
            and quantity in ("", "the", "some", "all")
            and not claim.root.get("exist")
            and carries(stated.strength, claim.strength)
        ):
            return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match, is_witness=True)
        return None
    if is_narrower and quantity not in ("", "the", "some", "any"):
        return None
    if claim.strength == "always" and (
        match.topic.narrower or rest.extra or any(n.kind != "value" for _, n in match.topic.extra)
    ):
        return None  # not always so, and yet perhaps always in one case
    if claim.root.kind == "adj" and claim.strength == "generic" and stated.strength == "may":
        return None  # not safe as a rule, and yet one or the other can be
    if claim.strength == "may" and quantity == "":
        quantity = "some"  # "drivers cannot": none of them can
    if not carries(stated.strength, claim.strength):
        return None
    if not is_narrower and not carries_quantity(asked, quantity):
        return None
    return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match)


def _is_state(root: Node) -> bool:
    """Whether a predicate says how a thing is, not what it does."""
    return root.head in STATES or root.kind == "adj"


def _is_deed(proposition: Proposition) -> bool:
    subject = proposition.root.get("subj")
    return subject is not None and subject.kind == "verb"


def _misleading(claim: Proposition, stated: Proposition, match: Match) -> Judgement | None:
    topic, rest = match.topic, match.rest
    if (
        rest.extra
        or rest.missing
        or rest.narrower
        or rest.wider
        or rest.conflict
        or _widens(topic)
        or topic.extra
    ):
        return None
    if (
        duties(claim, stated) != "same"
        or not carries(claim.strength, stated.strength)
        or not carries(stated.strength, claim.strength)
    ):
        return None
    if {claim.strength, stated.strength} == {"may", "generic"} and claim.strength == "generic":
        return None
    if not (
        carries_quantity(_topic_quantity(claim), _topic_quantity(stated))
        and carries_quantity(_topic_quantity(stated), _topic_quantity(claim))
    ):
        return None
    rank = 0 if is_affirmed(claim) == is_affirmed(stated) else 1
    return Judgement(Verdict.MISLEADING, match, rank=rank)


def _exists(claim: Proposition, stated: Proposition, grammar: Grammar) -> bool:
    """Whether what holds of some of a kind may be said of the kind: "can", "is used", "include"."""
    if claim.root.head in grammar.partial and carries(claim.strength, stated.strength):
        return True
    return claim.strength == "may" == stated.strength


def _widens(fit: Fit) -> bool:
    return fit.wider or bool(fit.missing)


def _topic_quantity(proposition: Proposition) -> str:
    root = proposition.root
    node = root.get("subj") or root.get("obj")
    return (
        ""
        if node is None
        else node.quant
        if node.quant not in ("any", "one", "part")
        else "some"
        if node.quant == "any"
        else ""
    )
