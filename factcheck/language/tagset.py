"""Parts of speech: Penn tags for open classes, the labels of the table `tags` for closed ones."""

from __future__ import annotations

from factcheck.language.tokens import Token

CURRENCIES = ("$", "€", "£")
NOUNS = frozenset({"NN", "NNS"})
FINITE = frozenset({"VBZ", "VBD", "VBP"})
VERBS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})
AUX = frozenset({"BE", "DO", "HV", "MD"})
FINITE_TAGS = FINITE | AUX
ADJ = frozenset({"JJ", "JJR", "JJS"})
ADV = frozenset({"RB", "RBR", "RBS"})
FINITE_AUX = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "am",
        "'m",
        "'re",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "'ve",
        "'s",
    }
)


def noun_lead(token: Token) -> int:
    """How much commoner the word is as a noun than as a verb."""
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=0)
    return max((w.weight for w in token.words if w.tag in NOUNS), default=0) - verb


def is_rather_adjective(token: Token) -> bool:
    """Whether the word is commoner as an adjective than as a verb."""
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=0)
    return max((w.weight for w in token.words if w.tag in ADJ), default=-1) > verb


def prefers_verb(token: Token) -> bool:
    """Whether the word is commoner as a verb than as a noun or adjective."""
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=-1)
    noun = max((w.weight for w in token.words if w.tag in NOUNS or w.tag in ADJ), default=-1)
    return verb > noun


def strong_finite(token: Token) -> bool:
    """Whether the word is a finite verb, or can hardly be anything else."""
    return (
        token.tag in ("VBZ", "VBD", "VBP")
        or (
            token.tag == ""
            and bool(token.tags & FINITE)
            and not token.tags & (NOUNS | ADJ | ADV | {"VBN", "VB"})
        )
        or (token.tag == "" and "VBZ" in token.tags and prefers_verb(token))
    )


def may_be_finite(token: Token) -> bool:
    """Whether the word can be a finite verb and is no noun."""
    return (
        token.tag in FINITE
        or token.low in FINITE_AUX
        or bool(token.tags & {"VBD", "VBZ"} and not token.tags & NOUNS)
    )


def is_plural(token: Token) -> bool:
    """Whether the word is a plural noun, or a name that ends like one."""
    if token.entity:
        return token.low.endswith("s")
    return ("NNS" in token.tags and "NN" not in token.tags) or token.tag == "NNS"


def plural_noun(token: Token) -> bool:
    """Whether the form can be a plural noun."""
    return "NNS" in token.tags


def first(token: Token, wanted: frozenset[str]) -> str:
    """The commonest of the wanted tags that the word can have."""
    return next((word.tag for word in token.words if word.tag in wanted), "NN")


def weight(token: Token, wanted: frozenset[str]) -> int:
    """How common the word is as one of the wanted tags; -1 when it is never that."""
    return max((word.weight for word in token.words if word.tag in wanted), default=-1)
