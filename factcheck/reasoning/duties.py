"""How one duty, licence or piece of advice stands to another."""

from __future__ import annotations

from factcheck.model.proposition import Proposition
from factcheck.model.verdict import Verdict


def duties(claim: Proposition, stated: Proposition, verdict: Verdict = Verdict.SUPPORTED) -> str:
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
        return "same" if is_affirmed(claim) != (verdict is Verdict.SUPPORTED) else ""
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


def is_affirmed(proposition: Proposition) -> bool:
    """Whether the proposition as a whole is affirmed; with a duty, whether the duty is."""
    return not proposition.duty_negated if proposition.duty else proposition.polarity
