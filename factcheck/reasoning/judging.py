"""What one claim says of one statement: supported, refuted, misleading, or nothing.

A claim asserts its proposition, or, when refuted, the opposite. The statement follows when it says
no more than the claim; it falls when it says at least as much as something false, or names
another value where the claim gives the value.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.language.propositions import JOINT, PRIVATIVE
from factcheck.model.proposition import Edge, Node, Proposition
from factcheck.model.verdict import Verdict
from factcheck.reasoning.alignment import SAME, Aligner, Fit
from factcheck.reasoning.strength import carries, carries_quantity, excludes

SYMMETRIC = frozenset({"with", "from", "to", "as", "obj", "than", "on"})
USUALLY_PARTIAL = frozenset({"use", "contain", "=contains", "study", "include"})
ESSENTIAL = frozenset(
    {
        "obj",
        "to",
        "that",
        "pred",
        "obj2",
        "if",
        "when",
        "unless",
        "without",
        "once",
        "because",
        "except",
    }
)
SCOPES = frozenset({"in", "on", "at", "under", "with", "among"})
LIMITS = SCOPES | {"for", "during", "while", "after", "before", "within", "to", "until", "by"}
CONDITIONS = frozenset(
    {
        "if",
        "when",
        "unless",
        "without",
        "because",
        "after",
        "before",
        "except",
        "than",
        "once",
        "until",
        "obj",
        "obj2",
        "that",
        "other than",
    }
)
ADVERSE = frozenset(
    {"contraindicate", "forbid", "avoid", "oppose", "discourage", "warn", "restrict", "advise"}
)
UNIQUE = frozenset({"most", "least", "first", "last"})


@dataclass(frozen=True, slots=True)
class Match:
    """A statement laid over a claim: how the topics stand, and how everything else does."""

    topic: Fit
    rest: Fit

    @property
    def distance(self) -> int:
        """How many class steps lie between the two."""
        return self.topic.distance + self.rest.distance

    @property
    def leftover(self) -> tuple[Edge, ...]:
        """What the statement says beyond the claim, its topic aside."""
        return self.rest.extra


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim's verdict on a statement. `rank` is smaller the closer the claim is."""

    verdict: Verdict
    match: Match
    rank: int = 0
    is_witness: bool = False


def lay(
    claim: Proposition,
    stated: Proposition,
    aligner: Aligner,
    *,
    objects_inherit: bool = False,
    is_symmetric: bool = False,
) -> Match | None:
    """The two propositions laid over each other, or None when they are about different things."""
    first, second = claim.root, stated.root
    if first.head != second.head:
        return None
    match = _lay(first, second, aligner, objects_inherit)
    if match is None and (is_symmetric or first.head == "as" or _is_joint(first)):
        for turned in _turned(second):
            match = _lay(first, turned, aligner, objects_inherit)
            if match is not None:
                return match
    return match


def _is_joint(root: Node) -> bool:
    return root.head in JOINT or any(
        role in ("obj", "dim")
        and (node.head in JOINT or any(each.head in JOINT for _, each in node.edges))
        for role, node in root.edges
    )


def _turned(root: Node) -> list[Node]:
    """The same predicate with its subject and its partner exchanged."""
    subject = root.get("subj")
    if subject is None:
        return []
    found = []
    for role, node in root.edges:
        if role in SYMMETRIC and node.kind in ("noun", "verb"):
            found.append(
                replace(
                    root,
                    edges=tuple(
                        ("subj", node)
                        if e == ("subj", subject)
                        else (role, subject)
                        if e == (role, node)
                        else e
                        for e in root.edges
                    ),
                )
            )
    return found


def _lay(claim: Node, stated: Node, aligner: Aligner, objects_inherit: bool) -> Match | None:
    topic_role = (
        "subj" if claim.get("subj") is not None and stated.get("subj") is not None else "obj"
    )
    if (
        topic_role == "obj"
        and (claim.get("subj") is not None) != (stated.get("subj") is not None)
        and claim.head in ("isa", "at", "have")
    ):
        return None
    first, second = claim.get(topic_role), stated.get(topic_role)
    topic = SAME
    if first is not None and second is not None:
        found = aligner.align(first, second)
        if found is None or found.conflict:
            return None
        topic = _without_quantity(found)
    elif first is not None or second is not None:
        return None
    left = tuple(edge for edge in claim.edges if edge[1] is not first)
    right = tuple(edge for edge in stated.edges if edge[1] is not second)
    rest = aligner.edges(left, right)
    if rest is None:
        return None
    for role, node in left:
        if (
            role == "obj"
            and not any(r == "obj" and n is not None for r, n in right)
            and claim.head not in ("isa",)
        ):
            break
        if role == "obj" and any(edge == (role, node) for edge in rest.missing):
            if claim.head != "isa" or not _is_unique(first):
                return None  # something else is said to be done
            return Match(topic, Fit(conflict="there is only one"))
    if claim.head in ("cmp", "as") and any(
        role in ("than", "dim") for role, _ in (*rest.missing, *rest.extra)
    ):
        return None
    if objects_inherit and rest.narrower and not rest.extra:
        topic = replace(
            topic,
            narrower=True,
            distance=topic.distance + rest.distance,
            steps=topic.steps + rest.steps,
        )
        rest = replace(rest, narrower=False, distance=0, steps=())
    rest = _paired_off(rest, aligner)
    if topic.extra and rest.missing and not rest.extra:
        # "screening before X is needed": screening is needed before X
        moved = aligner.edges(rest.missing, topic.extra, is_loose=True)
        if moved is not None and moved.is_equal:
            return Match(replace(topic, extra=()), replace(rest, missing=()))
    return Match(topic, rest)


def _is_unique(topic: Node | None) -> bool:
    """Whether a subject can be only one thing: "the oldest object in the museum"."""
    if topic is None or topic.quant != "the":
        return False
    for role, node in topic.edges:
        degree = node.get("adv")
        if role == "mod" and (
            node.head in UNIQUE or (degree is not None and degree.head in UNIQUE)
        ):
            return True
    return False


def _paired_off(fit: Fit, aligner: Aligner) -> Fit:
    """What is left over on both sides is tried once more: a phrase may hang elsewhere."""
    if not fit.extra or not fit.missing:
        return fit
    again = aligner.edges(fit.missing, fit.extra, is_loose=True)
    if again is None:
        return fit
    rest = replace(fit, extra=(), missing=())
    return rest.plus(again)


def _without_quantity(fit: Fit) -> Fit:
    def keep(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
        return tuple(edge for edge in edges if edge[0] != "quantity")

    return replace(fit, extra=keep(fit.extra), missing=keep(fit.missing))


def judge(
    claim: Proposition, verdict: Verdict, stated: Proposition, match: Match
) -> Judgement | None:
    """What the claim makes of the statement, or None."""
    match = Match(_unowned(match.topic), _unowned(match.rest))
    topic, rest = match.topic, match.rest
    if verdict is Verdict.MISLEADING:
        return _misleading(claim, stated, match)
    holds = _outer(claim) == (verdict is Verdict.SUPPORTED)
    says = _outer(stated)
    duty = _duties(claim, stated, verdict)
    if duty == "":
        return None
    if any(node.head == "only" for _, node in topic.extra):
        return None  # "only X is Y" says more of others than of X
    if not holds and any(node.head == "only" for _, node in topic.missing):
        return None  # "not only X": X as well
    topic = replace(topic, missing=tuple(edge for edge in topic.missing if edge[1].head != "only"))
    match = replace(match, topic=topic)
    if not says and any(role == "adv" and node.head == "only" for role, node in rest.extra):
        return None  # "is not just a toy" takes it for one
    if any(node.head in PRIVATIVE for _, node in (*topic.missing, *rest.missing)):
        return None  # a former student is no student
    if "this" in (_topic_quantity(claim), _topic_quantity(stated)):
        return None  # which one is meant, the text does not say
    if duty == "apart":
        if holds and rest.is_equal and not _widens(topic):
            return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match)
        return None
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
        return _affirmed(claim, stated, match, says, quantity, asked, is_wider, is_narrower, duty)
    return _denied(claim, stated, match, says, quantity, asked, is_wider, is_narrower, duty)


def _affirmed(
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
    if any(role in ESSENTIAL for role, _ in rest.missing):
        return None  # "you can have seizures", where the claim says when
    if (
        not says
        and claim.strength != "may"
        and any(role in SCOPES and node.kind != "value" for role, node in rest.missing)
    ):
        return None  # "X is not banned", where the claim bans it somewhere
    if _is_limited(claim, rest.missing):
        return None
    if rest.extra or rest.narrower or duty == "stronger":
        return None
    if rest.wider and rest.distance and (claim.duty or not says):
        return None  # a duty towards one kind is none towards all; nor is a denial
    of_some = is_wider and not (topic.wider or topic.extra) and asked in ("", "some", "the")
    if of_some and _exists(claim, stated):
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
    if topic.narrower and quantity == "the":
        return None  # "the tool" of one claim is not every tool
    if _falls_short(claim, stated):
        return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match)
    held = quantity if not is_narrower else ("all" if quantity == "all" else "")
    if carries(claim.strength, stated.strength) and carries_quantity(held, asked):
        return Judgement(Verdict.SUPPORTED if says else Verdict.REFUTED, match)
    if excludes(claim, stated) and not rest.missing and carries_quantity(held, asked):
        return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match)
    return None


def _unowned(fit: Fit) -> Fit:
    """Without whose something is: "my depression" is depression."""
    extra = tuple(edge for edge in fit.extra if edge[0] != "own")
    missing = tuple(edge for edge in fit.missing if edge[0] != "own")
    return replace(fit, extra=extra, missing=missing)


def _is_own(proposition: Proposition) -> bool:
    subject = proposition.root.get("subj")
    return subject is not None and subject.get("own") is not None


def _is_limited(claim: Proposition, missing: tuple[Edge, ...]) -> bool:
    """Whether what the statement leaves out is what the claim holds for.

    A ban for some is no ban for all, a duty at one time none at every time, and what is safe,
    common or legal for some is not so for all.
    """
    if claim.duty and not claim.polarity:
        return any(node.kind != "adv" for _, node in missing)
    if claim.duty or claim.root.kind == "adj" or claim.root.head in ADVERSE:
        return any(
            role in LIMITS
            and node.kind != "value"
            and not (role == "in" and node.head.startswith("@"))  # in a country, in a trial
            for role, node in missing
        )
    return False


def _falls_short(claim: Proposition, stated: Proposition) -> bool:
    """Whether the claim gives a share of a whole that rules out "most" or "all" of it."""
    first, second = _topic(claim), _topic(stated)
    if first is None or second is None or first.value is None or first.value.unit != "share":
        return False
    return first.value.high < 0.5 and second.quant in ("most", "all")


def _topic(proposition: Proposition) -> Node | None:
    return proposition.root.get("subj") or proposition.root.get("obj")


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
    if is_wider or rest.extra or (is_narrower and quantity not in ("", "the", "all")):
        return None
    if claim.strength == "may" and stated.strength == "may":
        return None
    return Judgement(Verdict.REFUTED if says else Verdict.SUPPORTED, match, rank=2)


def _denied(
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
    if any(role in CONDITIONS for role, _ in (*rest.extra, *match.topic.extra)):
        return None
    if rest.conflict or rest.missing or rest.wider or duty == "weaker":
        return None
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
        _duties(claim, stated) != "same"
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
    rank = 0 if _outer(claim) == _outer(stated) else 1
    return Judgement(Verdict.MISLEADING, match, rank=rank)


def _exists(claim: Proposition, stated: Proposition) -> bool:
    """Whether what holds of some of a kind may be said of the kind: "can", "is used", "include"."""
    if claim.root.head in USUALLY_PARTIAL and carries(claim.strength, stated.strength):
        return True
    return claim.strength == "may" == stated.strength


def _widens(fit: Fit) -> bool:
    return fit.wider or bool(fit.missing)


def _outer(proposition: Proposition) -> bool:
    """Whether the proposition as a whole is affirmed; with a duty, whether the duty is."""
    return not proposition.duty_negated if proposition.duty else proposition.polarity


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


def _duties(claim: Proposition, stated: Proposition, verdict: Verdict = Verdict.SUPPORTED) -> str:
    """How a duty stands to the claim's: same, weaker, stronger, apart or "" (no relation)."""
    first, second = normal_duty(claim), normal_duty(stated)
    if first == second:
        return "same"
    (kind, inner), (other, within) = first, second
    if kind and other:
        if inner == within:
            ranks = {"may": 0, "should": 1, "must": 2}
            return "weaker" if ranks[other] < ranks[kind] else "stronger"
        if {kind, other} & {"must", "should"}:
            return "apart"
        return ""
    if kind == "must" and not inner and not other and stated.strength == "may":
        return "apart"
    if not kind and claim.strength == "may" and other in ("must", "should") and within:
        return "same" if _outer(claim) != (verdict is Verdict.SUPPORTED) else ""
    if not kind and other == "may" and within and claim.strength == "may":
        return "same"
    if kind == "may" and inner and not other and stated.strength == "may":
        return "same"
    return ""


def normal_duty(proposition: Proposition) -> tuple[str, bool]:
    """The duty and what it is a duty to do (True) or not to do (False)."""
    if not proposition.duty:
        return "", True
    return proposition.duty, proposition.polarity
