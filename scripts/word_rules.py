"""Regular inflection and word classes, for the words whose source gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

Forms = dict[str, tuple[str, ...]]
Known = Mapping[tuple[str, str], Forms]

IRREGULAR_PLURALS = (
    ("man", "men"),
    ("child", "children"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("sis", "ses"),
    ("life", "lives"),
    ("wife", "wives"),
    ("leaf", "leaves"),
)
PREFIXES = ("counter", "inter", "under", "fore", "over", "out", "mis", "pre", "re", "un", "up")
ABSTRACT = re.compile(r"(?:ness|ism|ity|ology)$")
COUNTED = re.compile(r"(?:[^i]er|or|ist|ian|tion|ment|gram|graph|scope)$")
ADJECTIVE = re.compile(
    r"(?:al|ic|ous|ive|able|ible|ary|oid|less|ful|ish|ed|some|like|proof|free|most|ant|(?<!m)ent|[bdklnpt]y)$"
    r"|^(?:un|non|pre|post|anti|super|over)\w+(?:ed|ing)$"
)


def plurals(noun: str) -> tuple[str, ...]:
    """Regular plurals of a noun; () where it has none."""
    for singular, plural in IRREGULAR_PLURALS:
        if noun.endswith(singular) and noun != singular:
            return (noun[: -len(singular)] + plural,)
    if re.search(r"[^s]s$", noun) and not noun.endswith("us"):
        return ()
    return (_with_s(noun),)


def _with_s(word: str) -> str:
    if re.search(r"(?:[sxz]|[cs]h)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def _stem(word: str) -> str:
    """Word as "-ed" and "-er" attach to it, their "e" left off."""
    if re.fullmatch(r"[^aeiou]*[aeiou][bdfgklmnprtvz]", word):
        return word + word[-1]
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") else word


def verb_forms(verb: str, known: Known) -> Forms:
    """Forms of a verb: those of the verb it is a prefixed form of, else the regular ones."""
    for prefix in PREFIXES:
        rest = verb.removeprefix(prefix).lstrip("-")
        forms = known.get((rest, "V")) if rest != verb else None
        if forms:
            before = verb[: len(verb) - len(rest)]
            return {tag: tuple(before + each for each in forms[tag]) for tag in forms}
    past = _stem(verb) + "ed"
    if verb.endswith("ie"):
        progressive = verb[:-2] + "ying"
    elif verb.endswith(("y", "ee", "oe")):
        progressive = verb + "ing"
    else:
        progressive = _stem(verb) + "ing"
    return {"VBD": (past,), "VBN": (past,), "VBG": (progressive,), "VBZ": (_with_s(verb),)}


def degrees(adjective: str) -> Forms:
    """Comparative and superlative of a short adjective; none of a longer one."""
    syllables = len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouy])e$", "", adjective)))
    short = syllables == 1 or (syllables == 2 and re.search(r"[^aeiou]y$", adjective))
    if not short or not adjective.isalpha() or re.search(r"(?:ed|ing|st)$", adjective):
        return {}
    stem = _stem(adjective)
    return {"JJR": (stem + "er",), "JJS": (stem + "est",)}


def regular(lemma: str, pos: str, known: Known) -> Forms:
    """Regular forms of a lemma with a part of speech."""
    match pos:
        case "N":
            spellings = plurals(lemma)
            return {"NNS": spellings} if spellings else {}
        case "V":
            return verb_forms(lemma, known)
        case "A":
            return degrees(lemma)
    return {}


def attested(forms: Forms, spellings: Set[str]) -> Forms:
    """The forms that are among `spellings`."""
    kept = {tag: tuple(form for form in forms[tag] if form in spellings) for tag in forms}
    return {tag: kept[tag] for tag in kept if kept[tag]}


def classify(listed: Set[str], known: Known, taken: Set[str]) -> Iterator[tuple[str, str, Forms]]:
    """Lemmas of a plain spelling list, with a part of speech and the forms that the list has.

    `listed` is lower-case and marks nouns by a possessive ("opioid's"); `known` are the lemmas
    that need only the plurals and degrees they lack, `taken` the spellings that are no news.
    A word is told by its company: a possessive or plural beside it makes a noun, a past and a
    participle a verb; what stands alone is judged by its ending.
    """
    news = {each for each in listed if "'" not in each and each not in taken}
    claimed: set[str] = set()
    for (lemma, pos), forms in sorted(known.items()):
        if not forms and pos in "NA":
            found = attested(regular(lemma, pos, known), news)
            if found:
                claimed.update(form for each in found.values() for form in each)
                yield lemma, pos, found
    for word in sorted(news - claimed, key=lambda each: (len(each), each)):
        verb = attested(verb_forms(word, known), listed)
        marked = f"{word}'s" in listed
        noun = regular(word, "N", known)
        if not marked or ABSTRACT.search(word):
            noun = attested(noun, listed)
        if "VBD" in verb and "VBG" in verb:
            claimed.update(form for each in verb.values() for form in each)
            yield word, "V", verb
        if marked or (noun and "VBD" not in verb):
            claimed.update(form for each in noun.values() for form in each)
            yield word, "N", noun
        elif "VBD" not in verb and word not in claimed:
            pos = "R" if word.endswith("ly") else "A" if ADJECTIVE.search(word) else "N"
            counted = pos == "N" and COUNTED.search(word)
            yield word, pos, regular(word, "N", known) if counted else {}
