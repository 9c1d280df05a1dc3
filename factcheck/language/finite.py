"""The likeliest finite verb of a stretch without auxiliaries."""

from __future__ import annotations

from factcheck.language.participles import has_finite_before, is_aside
from factcheck.language.tagset import (
    ADJ,
    ADV,
    AUX,
    FINITE,
    NOUNS,
    VERBS,
    is_plural,
    may_be_finite,
    plural_noun,
    strong_finite,
    weight,
)
from factcheck.language.tokens import Token

NEVER = -99.0
AGES = frozenset({"under", "over", "above", "below", "aged"})


def finite_verb(tokens: list[Token], start: int, end: int, least: float = 0.0) -> None:
    """Marks the likeliest finite verb of a stretch without auxiliaries, if any is likely enough."""
    if tokens[start].tag == "IN" and end < len(tokens) and tokens[end].tag == ",":
        least = max(least, 6.0)  # "After each lap, ...": a phrase, not a clause
    if is_aside(tokens, start, end):
        return
    best, _ = likeliest(tokens, start, end, least)
    if best < 0:
        return
    resumes = start and tokens[start - 1].tag == "," and not has_finite_before(tokens, start)
    is_bare = best == start and not (resumes or _continues(tokens, start))
    is_bare = is_bare or (best == start + 1 and not start and tokens[0].low == "never")
    mark_finite(tokens, best, is_bare=is_bare)


def likeliest(
    tokens: list[Token], start: int, end: int, least: float = 0.0, *, plural: bool | None = None
) -> tuple[int, float]:
    """Where the likeliest finite verb of some tokens stands, and its score; -1 for none.

    `plural` is whether its subject is, where that is known.
    """
    best, best_score = -1, least
    unfit = {True: "VBZ", False: "VBP"}.get(plural, "") if plural is not None else ""
    for i in range(start, end):
        token = tokens[i]
        if token.tag or not (token.tags - {unfit}) & FINITE:
            continue
        score = _finite_score(tokens, start, i, end)
        if score > best_score:
            best, best_score = i, score
    return best, best_score


def mark_finite(tokens: list[Token], at: int, *, is_bare: bool = False) -> None:
    """Tags a word as the finite verb that it is, or as a bare one where nothing precedes it."""
    token = tokens[at]
    present = at == 0 or _is_rather_present(token)
    for tag in ("VBZ", "VBP", "VBD") if present else ("VBZ", "VBD", "VBP"):
        if tag in token.tags:
            token.tag = "VB" if tag == "VBP" and is_bare else tag
            return


def _is_rather_present(token: Token) -> bool:
    """Whether the word is commoner as a verb of its own than as the past of another: "feed"."""
    weights = {word.tag: word.weight for word in token.words}
    past = {word.lemma for word in token.words if word.tag == "VBD"}
    own = {word.lemma for word in token.words if word.tag == "VB"}
    return not past & own and weights.get("VB", -1) > weights.get("VBD", -1)


def _opens_relative(tokens: list[Token], start: int) -> bool:
    """Whether an adverb stands behind a relative pronoun: "who still smoke"."""
    token = tokens[start]
    is_adverb = token.tag == "RB" or token.tags & ADV
    return start > 0 and tokens[start - 1].tag == "WP" and bool(is_adverb) and not token.entity


def _finite_score(tokens: list[Token], start: int, i: int, end: int) -> float:
    token = tokens[i]
    before = tokens[i - 1] if i > start else None
    after = tokens[i + 1] if i + 1 < end else None
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=0)
    other = max(
        (w.weight for w in token.words if w.tag in NOUNS or w.tag in ADJ or w.tag in ADV),
        default=-2,
    )
    score = float(verb - other) - (4 if token.prefers == "JJ" else 0)
    is_only_verb = not token.tags & (NOUNS | ADJ | ADV)
    if is_only_verb:
        score += 4
    if before is None or (i == start + 1 and _opens_relative(tokens, start)):
        if start > 2 and any(t.low == token.low for t in tokens[start - 3 : start - 1]):
            return NEVER  # "lane 2 and lane 3"
        if _continues(tokens, start):
            if tokens[start - 1].tag == "WP":
                score += 6
            elif i >= 2 and is_only_verb and not token.tags <= {"VBN", "VBD"}:
                score += 3
            elif after is not None and (after.tag in ("DT", "PRP", "QT", "CD") or after.entity):
                score += 2
                if any(
                    each.tag in ("VBP", "VBZ") and each.tag in token.tags for each in tokens[:start]
                ):
                    score += 2
            elif (
                after is not None
                and token.tags & {"VBP"}
                and after.tags & NOUNS
                and not token.tags & NOUNS
            ):
                score += 1.5
            else:
                score -= 3
        elif start == 0 or tokens[start - 1].tag in (".", ";", ":", "!"):
            if "VBP" not in token.tags:
                return NEVER
            score += 1 if after is not None and after.tag in ("DT", "PRP", "IN", "QT") else -1.5
            if any(tokens[k].tag == "" and tokens[k].tags & FINITE for k in range(i + 1, end)):
                score -= 2
        elif not has_finite_before(tokens, start):
            if (
                token.tags & {"VBN"}
                and not token.tags & {"VBP"}
                and (after is None or after.tag in ("IN", "TO"))
                and any(strong_finite(tokens[k]) for k in range(end, len(tokens)))
            ):
                return NEVER
            score += 2 if "VBP" not in token.tags or "VBD" in token.tags else 0
        elif "VBZ" in token.tags and _goes_on(tokens, i):
            score += 3  # "is a bird, eats seeds and lives in trees"
        else:
            score -= 3
            if token.tags & {"VBN"}:
                return NEVER
    else:
        plural = is_plural(before)
        if (
            before.low in ("to",)
            or before.tag in ("DT", "POS")
            or (
                before.tag == "CD"
                and not _labels(tokens, start, i - 1)
                and not _ends_age(tokens, start, i - 1)
            )
            or (before.tag == "IN" and before.low != "that")
        ):
            return NEVER
        if before.tag == "QT" and before.low not in (
            "all",
            "both",
            "some",
            "many",
            "few",
            "none",
            "neither",
            "each",
            "most",
        ):
            return NEVER
        if before.low in ("more", "fewer") and token.tags & NOUNS and "VBD" not in token.tags:
            return NEVER  # "people use more drills"
        if before.tag == "QT" and "VBN" in token.tags and _verb_follows(tokens, i + 1):
            return NEVER  # "neither painted trams nor ... are"
        if "VBG" in before.tags and i - 1 == start and not token.tags & {"VBZ", "VBD"}:
            return NEVER  # "Mixing bleach and ...": a gerund would take "bleaches"
        if before.tag == "PRP":
            score += 5
        elif "VBG" in before.tags and "VBZ" in token.tags and i and tokens[i - 2].tag == "IN":
            score += 3.5  # "the risk of falling goes down"
        elif before.entity or before.tags & NOUNS or before.tag == "NN":
            score += 2
            if "VBZ" in token.tags:
                score += 1.5 if not plural else -2
            elif "VBP" in token.tags and "VBD" not in token.tags:
                score += 1.5 if plural or before.entity else -2.5
        elif before.tags & ADV or before.tag in ("RB", "NOT"):
            score += 1
            if not token.tags & {"VBZ", "VBD"} and _follows_singular(tokens, start, i - 1):
                return NEVER  # "a lane completely separate from"
        elif before.tags & ADJ:
            score -= 3
        if "NNS" in token.tags and _lacks_plural(tokens, start, i):
            return NEVER
        if before.tag == "NOT" and i - 1 == start and start and tokens[start - 1].tag == "CC":
            return NEVER  # "paintings but not maps"
        if _governed(tokens, start, i):
            return NEVER
    if after is None and start > 1 and _goes_on_describing(tokens, start):
        return NEVER
    if (
        after is None
        and end < len(tokens)
        and tokens[end].tag == ","
        and not has_finite_before(tokens, start)
    ) and any(may_be_finite(tokens[k]) for k in range(end, len(tokens))):
        score -= 5  # "The study, a small trial, proved ...": the verb is still to come
    if after is None:
        score -= 0 if (before is not None and not plural_noun(token)) else 1.5
    elif after.tag in ("DT", "PRP", "QT", "CD") or after.tag == "TO":
        score += 3
    elif after.entity:
        score += 1
    elif after.tag == "IN":
        score += 1
        if token.tags & {"VBN"} and any(
            strong_finite(tokens[k]) or takes_over(tokens, k, end) for k in range(i + 2, end)
        ):
            return NEVER
        if after.low == "of":
            score -= 3
        elif after.low == "by" and "VBN" in token.tags and _names_agent(tokens, i + 2):
            return NEVER  # "the lane used by cars"
    elif after.tags & ADV and not after.tags & NOUNS:
        score += 2
    elif after.tags & (NOUNS | ADJ):
        score += 0.5
    elif after.tags & {"VBG"}:
        score += 1
    if "VBN" in token.tags and any(
        "VBZ" in tokens[k].tags
        and not tokens[k].tag
        and k > start
        and (tokens[k - 1].tag in ("PRP", "RB") or tokens[k - 1].tags & ADV)
        for k in range(start, i)
    ):
        score -= 4  # "it primarily works by ... a receptor called X"
    if "VBN" in token.tags and _is_passed_over(tokens, start, i, end):
        return NEVER
    if "VBN" in token.tags and after is not None and after.tag == "IN":
        later = [
            tokens[k] for k in range(i + 2, end) if tokens[k].tag == "" and "VBD" in tokens[k].tags
        ]
        if any(not each.tags & (NOUNS | ADJ) for each in later):
            score -= 5  # "a trial published in 2018 showed"
    if token.tags & {"VBN"} and "VBD" in token.tags:
        if any(strong_finite(tokens[k]) for k in range(i + 1, end)):
            return NEVER
        if before is not None and before.tags & ADJ and not before.tags & NOUNS:
            return NEVER
    if token.glued or (after is not None and after.glued):
        score -= 4
    return score + 1.0


def _is_passed_over(tokens: list[Token], start: int, i: int, end: int) -> bool:
    """Whether the present verb behind is the main one: "bread baked at home tastes good"."""
    if i + 2 >= end or "VBD" not in tokens[i].tags:
        return False
    for before in tokens[start:i]:
        if before.tag or before.entity or not before.tags & (NOUNS | ADJ):
            return False
    if i == start or not tokens[i - 1].tags & NOUNS:
        return False
    after = tokens[i + 1]
    if after.tag not in ("IN", "TO", "RB") and not after.tags & (ADV | {"VBG"}):
        return False
    return any(
        not tokens[k].tag
        and tokens[k].tags & {"VBZ", "VBP"}
        and "VBD" not in tokens[k].tags
        and _finite_score(tokens, start, k, end) >= 1.0
        for k in range(i + 2, end - (end < len(tokens) and tokens[end].tag != "CC"))
    )


def takes_over(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a word is the main verb after a participle: "bags placed in zone 3 need a tag"."""
    token, before = tokens[i], tokens[i - 1]
    if token.tag or not token.tags & {"VBZ", "VBP"} or i + 1 >= end:
        return False
    is_noun = before.entity or before.tag in ("NN", "NNS") or before.tags & NOUNS
    if not is_noun and before.tag != "CD":
        return False
    return tokens[i + 1].tag in ("DT", "QT") and not before.tags & ADJ


def _verb_follows(tokens: list[Token], start: int) -> bool:
    """Whether another verb is sure to come in the same clause, beyond "and" and "nor"."""
    for token in tokens[start:]:
        if token.tag in (".", ";", ":", "SUB", "WP", "THAT"):
            return False
        if strong_finite(token) or token.tag in AUX:
            return True
    return False


def _goes_on_describing(tokens: list[Token], start: int) -> bool:
    """Whether a comma between two qualities opens the stretch: "by frequent, heavy night use"."""
    is_list = tokens[start - 1].tag == "," and tokens[start - 2].tag == "JJ"
    is_quality = bool(tokens[start].tags & ADJ) or tokens[start].tag == "JJ"
    return is_list and is_quality and has_finite_before(tokens, start)


def _labels(tokens: list[Token], start: int, i: int) -> bool:
    """Whether the number at `i` is the label of the noun before it: "category 3 needs"."""
    noun = tokens[i - 1] if i - 1 >= start else None
    return noun is not None and (noun.tag == "NN" or "NN" in noun.tags) and not noun.entity


def _ends_age(tokens: list[Token], start: int, i: int) -> bool:
    """Whether a number ends "children under five"."""
    return i - 2 >= start and tokens[i - 1].low in AGES and "NNS" in tokens[i - 2].tags


def _lacks_plural(tokens: list[Token], start: int, i: int) -> bool:
    """Whether "most", "many" ... still wait for their plural noun: "most folding bikes fit"."""
    for token in reversed(tokens[start:i]):
        if token.low in ("most", "many", "several", "few", "these", "those", "both", "all"):
            return True
        if token.tag or not token.tags & (ADJ | {"VBG", "VBN", "NN"}) or "NNS" in token.tags:
            return False
    return False


def _follows_singular(tokens: list[Token], start: int, i: int) -> bool:
    """Whether "a" and a noun stand before the adverbs that end here."""
    while i > start and (tokens[i].tag in ("RB", "NOT") or tokens[i].tags & ADV):
        i -= 1
    return "NN" in tokens[i].tags and i > start and tokens[i - 1].low in ("a", "an")


def _names_agent(tokens: list[Token], i: int) -> bool:
    """Whether what follows "by" is somebody or something, and no amount or manner."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    return token.entity != "" or (token.tag not in ("CD", "PRP") and "VBG" not in token.tags)


def _goes_on(tokens: list[Token], i: int) -> bool:
    """Whether the verb here is in a list of verbs that "and" goes on with."""
    for k in range(i + 1, len(tokens) - 1):
        if tokens[k].tag in (";", ".", ":"):
            return False
        if tokens[k].tag == "CC":
            verb = next((t for t in tokens[k + 1 :] if t.tag not in ("RB", "NOT")), tokens[k])
            return verb.tag in AUX or verb.tag in FINITE or "VBZ" in verb.tags
    return False


def _continues(tokens: list[Token], start: int) -> bool:
    """Whether a stretch goes on with a subject named before it: after "and", "who", "that"."""
    return start > 0 and tokens[start - 1].tag in ("CC", "WP")


def _is_rather_noun(token: Token) -> bool:
    return "NN" in token.tags and weight(token, NOUNS) > weight(token, ADJ)


def _governed(tokens: list[Token], start: int, i: int) -> bool:
    """Whether the word must be the noun that a preposition or determiner before it waits for."""
    takes_object = i + 1 < len(tokens) and tokens[i + 1].tag in ("DT", "PRP")
    for k in range(i - 1, start - 1, -1):
        token = tokens[k]
        if token.tag == "CD" and _ends_age(tokens, start, k):
            return False
        if (
            token.entity
            or (token.tags & NOUNS and (takes_object or not token.tags & ADJ))
            or (k == i - 1 and "VBZ" in tokens[i].tags and _is_rather_noun(token))
            or weight(token, NOUNS) > weight(token, ADJ) + 2
            or token.tag in ("PRP", "NN", "NNS")
        ):
            return False
        goes_on = i + 1 < len(tokens) and tokens[i + 1].kind != "punct"
        if "VBG" in token.tags and k == i - 1 and "VBZ" in tokens[i].tags and goes_on:
            return False  # "the risk of falling goes down"
        if token.tag in ("IN", "DT", "POS") or token.low in ("no", "every", "each", "any"):
            return True
        if (
            token.tags & ADJ
            or "VBN" in token.tags
            or token.tag in ("CD", "JJ")
            or token.tags & NOUNS
        ):
            continue
        return False
    return False
