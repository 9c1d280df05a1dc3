"""How often and of how many: when one strength carries another.

The scale is never < rarely < may < often < usually/generic < always for how often something
holds, and the same for how many of a class it holds of (few < some < many < most/generic < all).
A negated proposition denies its whole strength: "does not always" is not(always), "never" is
not(may).
"""

from __future__ import annotations

from factcheck.model.proposition import Proposition

HOW_OFTEN = {"rarely": 0, "may": 1, "often": 2, "generic": 3, "usually": 3, "always": 4}
HOW_MANY = {"few": 0, "some": 1, "many": 2, "": 3, "the": 3, "generic": 3, "most": 3, "all": 4}


def carries(stronger: str, weaker: str) -> bool:
    """Whether "P with strength `stronger`" entails "P with strength `weaker`".

    "Can cause" and the bare "causes" are taken for each other, as readers take them.
    """
    if stronger == weaker or {stronger, weaker} == {"may", "generic"}:
        return True
    if "rarely" in (stronger, weaker):
        return stronger == "rarely" and weaker == "may"
    return HOW_OFTEN[stronger] >= HOW_OFTEN[weaker]


def carries_quantity(stronger: str, weaker: str) -> bool:
    """Whether "Q1 of a class" entails "Q2 of the class"; few says nothing of many."""
    first, second = HOW_MANY.get(stronger, 3), HOW_MANY.get(weaker, 3)
    if "few" in (stronger, weaker):
        return stronger == weaker or (stronger == "few" and weaker == "some")
    return first >= second


def excludes(claim: Proposition, stated: Proposition) -> bool:
    """Whether an affirmed claim rules out the affirmed statement by strength alone.

    Against "can", "always" is false; against "usually" or "often", "rarely" is false.
    """
    if claim.strength == "may" and stated.strength == "always":
        return True
    return claim.strength in ("usually", "often", "always") and stated.strength == "rarely"
