"""The closed lists that describe an outcome; every value is the word users see."""

from __future__ import annotations

from enum import Enum


class Verdict(str, Enum):
    """What the knowledge base says of a statement, after the statement's own polarity."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    MISLEADING = "misleading"
    UNVERIFIED = "unverified"

    __str__ = str.__str__


class Answer(str, Enum):
    """What a question is answered."""

    YES = "yes"
    NO = "no"
    DEPENDS = "it depends"
    UNKNOWN = "unknown"

    __str__ = str.__str__


class Match(str, Enum):
    """How close the statement is to what decided it."""

    EXACT = "exact"
    VARIANT = "variant"
    DERIVED = "derived"

    __str__ = str.__str__


class Reason(str, Enum):
    """Why a verdict is what it is."""

    CLAIM = "claim"
    PROOF = "proof"
    PARTS = "parts"
    CONFLICT = "conflict"
    NOT_COVERED = "not-covered"
    NOT_UNDERSTOOD = "not-understood"
    NOT_ASSERTED = "not-asserted"

    __str__ = str.__str__


class Kind(str, Enum):
    """What sort of sentence was read."""

    STATEMENT = "statement"
    QUESTION = "question"

    __str__ = str.__str__


class Stance(str, Enum):
    """Whether the writer stands behind the words."""

    ASSERTED = "asserted"
    DENIED = "denied"
    ASKED = "asked"
    HYPOTHETICAL = "hypothetical"
    REPORTED = "reported"
    QUOTED = "quoted"
    DEBUNKED = "debunked"
    OPINION = "opinion"

    __str__ = str.__str__
