"""Rewordings of a claim that change no more than names and letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from anatomy import article, capital, is_plural
from negating import negated
from rewording import Facts

from factcheck.model.knowledge import Claim

# -- names --------------------------------------------------------------------------------------


def renamed(claim: Claim, facts: Facts) -> Iterator[str]:
    """Each name in it replaced by each other name of the same thing, in the same number.

    Left alone: a thing that the claim names twice, a part of a compound, a verb ("to overdose"),
    and the most general nouns ("condition"), whose other names suit other company.
    """
    found = [(each, facts.entity_of[each[0].lower()]) for each in facts.names.finditer(claim.claim)]
    named = [entity.name for _, entity in found]
    for match, entity in found:
        before, after = claim.claim[: match.start()], claim.claim[match.end() :]
        if named.count(entity.name) > 1 or entity.type == "class" or after.startswith((" (", "-")):
            continue
        if before.endswith(("(", " to ", "cannot ", "can ", "you ")):
            continue
        for name in (entity.name, *entity.aliases):
            if is_stand_in(name, match[0]):
                yield _put(before, match[0], name, after)


NUMERAL = re.compile(r"(?:\b[IVX]+|\d)$")
UNCOUNTED = re.compile(r"(?:ity|tion|ness|ing|ism|ence|therapy|[A-Z].*)$")


def is_stand_in(name: str, said: str) -> bool:
    """Whether a name can stand where another was said: same number, same sort of noun."""
    if name.lower() in {said.lower(), said.lower().removesuffix("s")} or " (" in name:
        return False
    if bool(NUMERAL.search(name)) is not bool(NUMERAL.search(said)):
        return False
    if not is_plural(said) or (said[0].isupper() and not said.endswith("s")):
        return not is_plural(name)
    return is_plural(name) or not UNCOUNTED.search(name.split(" ")[-1])


def _put(before: str, said: str, name: str, after: str) -> str:
    if is_plural(said) and not is_plural(name):
        name = f"{name[:-1]}ies" if re.search(r"[^aeiou]y$", name) else f"{name}s"
    if found := re.search(r"\b([Aa])n? $", before):
        return f"{before[: found.start()]}{found[1]}{article(name)[1:]}{after}"
    return f"{before}{name if before else capital(name)}{after}"


# -- spelling -----------------------------------------------------------------------------------

SHORT = (
    (r"\b(is|are|was|were|do|does|did|has|have|should|must) not\b", r"\1n't"),
    (r"\bcannot\b", "can't"),
    (r"\b(It|There|it|there) is (?!n't)", r"\1's "),
    (r"\b(You|They|they|you) (?:are) ", r"\1're "),
    (r"\bthey have (?=not |n)", "they've "),
)
BRITISH = {
    "anesthetic": "anaesthetic", "anesthetics": "anaesthetics", "tranquilizer": "tranquilliser",
    "synthesized": "synthesised", "program": "programme", "programs": "programmes",
    "Organization's": "Organisation's", "labeled": "labelled", "center": "centre",
}  # fmt: skip


def contracted(text: str) -> str:
    for long, short in SHORT:
        text = re.sub(long, short, text)
    return text


def contraction(claim: Claim, _: Facts) -> Iterator[str]:
    if (text := contracted(claim.claim)) != claim.claim:
        yield text


def short_denial(claim: Claim, _: Facts) -> Iterator[str]:
    """The plain negation with "n't"."""
    text = negated(claim.claim)
    if text is not None and (short := contracted(text)) != text:
        yield short


def british(claim: Claim, _: Facts) -> Iterator[str]:
    text = re.sub(r"[\w'-]+", lambda word: BRITISH.get(word[0], word[0]), claim.claim)
    if text != claim.claim:
        yield text


def curly(claim: Claim, _: Facts) -> Iterator[str]:
    if "'" in claim.claim:
        yield claim.claim.replace("'", "’")


def hyphens(claim: Claim, _: Facts) -> Iterator[str]:
    """Non-breaking, Unicode's own, soft inside a word, and a space instead of a compound's."""
    if "-" in claim.claim:
        yield claim.claim.replace("-", "\u2011")
        yield claim.claim.replace("-", "\u2010")
        yield re.sub(r"(?<=[a-zA-Z]{3})-(?=[a-z]{3})", " ", claim.claim)


def spaces(claim: Claim, _: Facts) -> Iterator[str]:
    yield "\u00a0".join(claim.claim.split(" "))
    yield f"  {claim.claim.replace(' ', '  ')} "


def cases(claim: Claim, _: Facts) -> Iterator[str]:
    yield claim.claim.upper()
    yield " ".join(capital(word) for word in claim.claim.split(" "))


def accents(claim: Claim, facts: Facts) -> Iterator[str]:
    """The name of a thing or class with an accent, as other languages spell it."""
    for match in facts.names.finditer(claim.claim):
        name = re.sub(r"(?<=[b-z])e(?=[a-z]{3})", "é", match[0], count=1)
        if name != match[0] and facts.entity_of[match[0].lower()].type.startswith("drug"):
            yield f"{claim.claim[: match.start()]}{name}{claim.claim[match.end() :]}"
            return


def decomposed(claim: Claim, facts: Facts) -> Iterator[str]:
    """The same accent as a character of its own, as some systems write it."""
    for text in accents(claim, facts):
        yield unicodedata.normalize("NFD", text)
