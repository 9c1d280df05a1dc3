"""The tag of a word that is no verb of its stretch, from the words around it."""

from __future__ import annotations

from factcheck.language.tagset import (
    ADJ,
    ADV,
    AUX,
    FINITE,
    NOUNS,
    VERBS,
    first,
    noun_lead,
    weight,
)
from factcheck.language.tokens import Token

NOUN_ENDS = frozenset({"IN", ".", ",", "CC", "NOT", "?"})


def from_context(tokens: list[Token], i: int) -> str:
    """The tag of a word that is no verb of its stretch."""
    token = tokens[i]
    tags = token.tags
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        before is not None
        and before.tag in ("DT", "POS", "JJ")
        and tags & NOUNS
        and after is not None
        and after.tag in ("IN", ".", ",", "CC", "BE", "MD", "TO")
    ):
        return first(token, NOUNS)
    if (
        before is not None
        and before.tag == "BE"
        and tags & NOUNS
        and i >= 2
        and tokens[i - 2].low == "it"
        and after is not None
        and after.low in ("that", "who", "which")
    ):
        return first(token, NOUNS)  # "It is rust that weakens it"
    if (
        tags
        and tags <= {"VBG"}
        and before is not None
        and before.tag == "JJ"
        and (i < 2 or tokens[i - 2].tag != "BE")
        and (after is None or after.tag in (*NOUN_ENDS, *FINITE, *AUX))
    ):
        return "NN"  # "sudden braking"
    heads_noun = after is not None and (
        after.entity
        or (after.tag == "" and after.tags & (NOUNS | ADJ))
        or after.tag in ("NN", "NNS", "JJ")
    )
    if (
        before is not None
        and before.tag in ("DT", "JJ", "CD", "QT")
        and "NN" in tags
        and tags & ADJ
        and _is_participle_behind(tokens, i + 1)
    ):
        return "NN"  # "a firm based in Rome"
    if (
        before is not None
        and before.tag in VERBS
        and tags & NOUNS
        and after is not None
        and after.tag in (*FINITE, "BE", "MD", "HV")
        and not after.entity
        and before.lemma not in ("be", "get", "become", "seem", "look", "feel")
    ):
        return first(token, NOUNS)  # "the idea that bulls hate red is old"
    if (
        "VBN" in tags
        and before is not None
        and before.low.endswith("ly")
        and before.tag == "RB"
        and heads_noun
    ):
        return "VBN"  # "freshly ground beans"
    if "VBG" in tags and _opens_reduced(tokens, i):
        return "VBG"
    if before is not None and before.low == "by" and "VBG" in tags:
        return "VBG"
    if before is not None and before.tag in ("IN", "SUB", "TO") and "VBG" in tags:
        return (
            "VBG"
            if not (
                tags & NOUNS
                and (after is None or after.tag in (".", ",", "IN", "CC", "?", "NOT", "BE", "MD"))
            )
            else "NN"
        )
    if before is not None and before.tag == "TO" and "VB" in tags and before.low == "to":
        return "VB"
    if (
        "VBG" in tags
        and (before is None or before.tag not in ("DT", "POS"))
        and after is not None
        and (
            after.tag in ("DT", "PRP", "QT", "TO", "IN", "CD")
            or after.entity
            or heads_noun
            or _has_adverb_behind(tokens, i)
        )
    ):
        if after.tag == "IN" and tags & NOUNS and not _is_in_passing(tokens, i):
            return "NN"
        return "VBG"
    if tags & NOUNS and after is not None and after.tag == "THAT" and tokens[0].low == "there":
        return first(token, NOUNS)  # "there is proof that"
    if token.prefers == "JJ" and tags & ADJ and not heads_noun:
        return "JJ"
    if (
        tags & ADJ
        and not tags & NOUNS
        and not heads_noun
        and before is not None
        and before.tag == "DT"
    ):
        return "NN"  # "a recumbent"
    if (
        tags & ADJ
        and "VBN" not in tags
        and after is not None
        and after.low == "from"
        and before is not None
        and before.tag in ("NN", "NNS")
    ):
        return "JJ"  # "a lane separate from"
    if (after is None or after.tag == ".") and _joins_quality(tokens, i):
        return "JJ"  # "is young and round"
    if _ends_question(tokens, i):
        return "JJ"  # "is Anna quiet?"
    noun_before = before is not None and (before.entity or before.tag in ("NN", "NNS", "PRP"))
    if before is not None and before.tag == "RB" and i > 1:
        noun_before = bool(tokens[i - 2].entity) or tokens[i - 2].tag in ("NN", "NNS")
    if (
        before is not None
        and before.tag == "NNS"
        and weight(token, frozenset({"VBN"})) > weight(token, ADJ | NOUNS)
        and after is not None
        and after.tag in ("IN", "TO", "RB")
    ):
        return "VBN"  # "dogs left alone"
    if (
        "VBN" in tags
        and noun_before
        and after is not None
        and after.tag in ("IN", "TO", "RB")
        and not tags & NOUNS
    ):
        return "VBN"
    if tags & ADJ and heads_noun:
        return first(token, ADJ)
    if (
        tags & {"VBN"}
        and heads_noun
        and before is not None
        and before.tag in ("DT", "JJ", "RB", "CD", "QT", "IN", ",")
    ):
        return "VBN" if noun_lead(token) < 1 else first(token, NOUNS)
    if "VBN" in tags and not tags & NOUNS and not (tags & ADJ):
        return "VBN"
    if tags & ADV and not tags & NOUNS and not tags & ADJ:
        return first(token, ADV)
    if (
        tags & ADV
        and tags & ADJ
        and before is not None
        and (before.tag in VERBS or before.tag == "NN" or before.tags & NOUNS)
    ) and (
        not heads_noun and token.words and token.words[0].tag in ADV | ADJ and before.tag != "BE"
    ):
        return first(token, ADV)
    if tags & NOUNS:
        adj = max((w.weight for w in token.words if w.tag in ADJ), default=-1)
        noun = max((w.weight for w in token.words if w.tag in NOUNS), default=-1)
        predicative = before is not None and (
            before.tag == "BE" or before.tag in ADV or before.low in ("not", "n't")
        )
        if (
            tags & ADJ
            and not heads_noun
            and (adj > noun or (predicative and adj >= 1))
            and (before is None or before.tag not in ("DT", "POS", "JJ", "IN", "CD", "NN"))
        ):
            return first(token, ADJ)
        if "VBN" in tags and after is not None and after.tag in ("IN",):
            return "VBN"
        return first(token, NOUNS)
    if tags & ADJ:
        return first(token, ADJ)
    if tags & ADV:
        return first(token, ADV)
    for choice in ("VBN", "VBG", "VBZ", "VBD", "VB"):
        if choice in tags:
            return choice
    return "NN"


def _is_participle_behind(tokens: list[Token], i: int) -> bool:
    """Whether a participle stands here that a preposition or adverb follows: "based in"."""
    if i + 1 >= len(tokens):
        return False
    token, after = tokens[i], tokens[i + 1]
    if token.tag == "VBN":
        return after.tag in ("IN", "TO", "RB")
    is_participle = not token.tag and "VBN" in token.tags and not token.tags & NOUNS
    return is_participle and after.tag in ("IN", "TO", "RB")


def _is_in_passing(tokens: list[Token], i: int) -> bool:
    """Whether a comma and "-ing" with a particle go on with a clause: ", cutting off the town"."""
    token, after = tokens[i], tokens[i + 1]
    return (
        i > 0
        and tokens[i - 1].tag == ","
        and after.low in ("off", "up", "out", "down", "away", "on", "in", "over")
        and weight(token, VERBS) > weight(token, NOUNS)
        and i + 2 < len(tokens)
        and tokens[i + 2].tag in ("DT", "PRP", "QT", "CD")
    )


def _has_adverb_behind(tokens: list[Token], i: int) -> bool:
    """Whether "-ing" opens a clause with an adverb: "brushing twice a day keeps teeth healthy"."""
    before, token, after = tokens[i - 1] if i else None, tokens[i], tokens[i + 1]
    if before is not None and before.tag not in ("THAT", "SUB"):
        return False
    is_adverb = after.tag == "RB" or (bool(after.tags) and after.tags <= ADV)
    return is_adverb and noun_lead(token) < 0


def _opens_reduced(tokens: list[Token], i: int) -> bool:
    """Whether "-ing" says what a plural noun does: "mushrooms growing on lawns are ..."."""
    if not i or tokens[i - 1].tag != "NNS" or tokens[i - 1].entity or i + 1 >= len(tokens):
        return False
    if weight(tokens[i], VERBS) <= weight(tokens[i], NOUNS):
        return False
    after = tokens[i + 1]
    return after.tag in ("IN", "TO", "DT", "RB", "PRP", "CD", "QT") or bool(after.tags & ADV)


def _joins_quality(tokens: list[Token], i: int) -> bool:
    """Whether "and" joins the word to an adjective that says how something is."""
    if i < 3 or tokens[i - 1].low not in ("and", "or") or not tokens[i].tags & ADJ:
        return False
    if tokens[i - 2].tag != "JJ":
        return False
    return tokens[i - 3].tag in ("BE", "NOT", "RB") or _ends_question(tokens, i - 2)


def _ends_question(tokens: list[Token], i: int) -> bool:
    """Whether the word is what a question asks of the one noun phrase before it."""
    if i < 2 or tokens[0].tag != "BE" or not tokens[i].tags & ADJ:
        return False
    rest = tokens[i + 1 :]
    if len(rest) > 1 and rest[0].low in ("and", "or") and rest[1].tags & ADJ:
        rest = rest[2:]  # "is Anna calm and quiet?"
    if rest and rest[0].tag not in ("?", "."):
        return False
    thing = tokens[1 + (tokens[1].tag == "DT") : i]
    if not thing or thing[-1].tag not in ("NN", "NNS"):
        return False
    return all(each.tag in ("NN", "NNS", "JJ") for each in thing)
