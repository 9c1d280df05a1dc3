"""The parts of a plain sentence, found by hand-written rules and no engine: enough to reword it."""

from __future__ import annotations

import re
from typing import NamedTuple

from negating import ADVERBS, BE, SUBORDINATE, VERBS

from factcheck.language import words

MODALS = {"can", "cannot", "may", "must", "should"}
AUXILIARIES = BE | MODALS
PRESENT = {"is", "are", "do not", "does not"}
SINGULAR = {"is": "are", "was": "were", "has": "have"}
PLURAL = {many: one for one, many in SINGULAR.items()}
# Where an object ends and what is said of the whole sentence begins.
TAIL = re.compile(
    r"(?:, | )(?=(?:within|for|after|in|as|by|than|while|at|when|more|especially|with|to|into|much|"
    r"less|faster|mainly|instead|just|permanently|quickly|if|before|so|but|on|even|during)\b)"
)
LEAD = re.compile(r"(?:In|At|After|Apart from|Compared with)\b[^,]*, |In (?:[A-Z]\w+ )?\d{4},? ")
CLAUSES = re.compile(
    r"^(?:if|once|when|never|the lower)\b|;|\b(?:because|so|but|whereas|if)\b|, while\b"
    r"|, (?:and|or|not)\b|\b(?:and|or) (?:can|is|are|makes|use|do|an overdose can|calming)\b",
    re.IGNORECASE,
)


AFTER_HEAD = re.compile(
    r" (?:of|to|for|in|on|from|with|by|such|like|that|sold|made|given|registered)\b"
)


class Sentence(NamedTuple):
    """A sentence of one clause, less its full stop: what stands before and after the finite verb.

    `lead` ends with its space ("In 2020 "); `subject` keeps the capital of a sentence without lead,
    `adverb` stands before the verb; `base` is the verb's base form and `helper` its plain denial
    ("does not"), both empty for an auxiliary.
    """

    lead: str
    subject: str
    adverb: str
    verb: str
    rest: str
    base: str = ""
    helper: str = ""

    @property
    def is_present(self) -> bool:
        """Whether the verb is a present form that is no auxiliary of the perfect or a duty."""
        return (self.helper or self.verb) in PRESENT and not self.is_denied

    @property
    def is_denied(self) -> bool:
        """Whether "not" or "never" stands at the verb."""
        return self.verb == "cannot" or bool(re.match(r"(?:not|never|no)\b", self.rest))


def taken_apart(sentence: str) -> Sentence | None:
    """The parts of a sentence of one clause; None where it is none or not recognised."""
    text = sentence.rstrip(".")
    if CLAUSES.search(text):
        return None
    found = LEAD.match(text)
    lead = re.sub(r",? $", ", ", found[0]) if found else ""
    text = text[len(found[0]) :] if found else text
    tokens = text.split(" ")
    if tokens[0] in {"In", "After", "Only"} and not lead:
        return None
    for at, word in enumerate(tokens[1:], 1):
        if tokens[at - 1].lower().strip(",") in SUBORDINATE or word in SUBORDINATE:
            return None
        before, rest = tokens[:at], " ".join(tokens[at + 1 :])
        if word in AUXILIARIES or (word in {"has", "have"} and is_perfect(rest)):
            adverb = before.pop() if _is_adverb(before) else ""
            return Sentence(lead, " ".join(before), adverb, word, rest)
        if (
            word not in VERBS
            or before[-1].lower() in {"a", "an", "the", "no"}
            or _is_reduced(word, rest)
        ):
            continue
        base, helper = VERBS[word]
        adverb = before.pop() if _is_adverb(before) else ""
        return Sentence(lead, " ".join(before), adverb, word, rest, base, helper)
    return None


def is_perfect(rest: str) -> bool:
    """Whether what follows "has" makes it a perfect."""
    return bool(re.match(r"(?:never )?(?:been|had|\w+ed)\b", rest))


def _is_adverb(before: list[str]) -> bool:
    last = before[-1]
    return len(before) > 1 and (last.endswith("ly") or last in ADVERBS | {"always", "just", "only"})


def _is_reduced(verb: str, rest: str) -> bool:
    """Whether a past form is a participle after its noun ("opioids made from ... are")."""
    return bool(re.match(r"(?:from|with|as|by)\b", rest)) and any(
        word in AUXILIARIES for word in rest.split(" ")
    )


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase takes a plural verb, by its coordination or its head."""
    core = AFTER_HEAD.split(phrase)[0]
    head = core.split(" ")[-1]
    if phrase.split(" ")[0].endswith("ing") or re.fullmatch(r"[A-Z]{2,}", head):
        return False
    if " and " in core or re.fullmatch(r"[A-Z]{2,}s", head):
        return True
    return head.lower() in {"people", "women"} or any(
        each.tag == "NNS" and each.lemma != head.lower() for each in words.lookup(head.lower())
    )


def singular(noun: str) -> str | None:
    """The singular of a plural noun; None if it is not one."""
    if re.fullmatch(r"[A-Z]{2,}s", noun):
        return noun[:-1]
    lemmas = [each.lemma for each in words.lookup(noun) if each.tag == "NNS"]
    if lemmas and lemmas[0] != noun:
        return lemmas[0]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else None


def plural(noun: str) -> str | None:
    """The plural of a noun in the word table, or of one that it lacks."""
    if singular(noun) is not None and is_plural(noun):
        return None
    return next(iter(words.inflect(noun, "NNS")), f"{noun}s" if noun.isalpha() else None)


def participle(base: str) -> str | None:
    """The past participle of a verb."""
    return next(iter(words.inflect(base, "VBN")), None)


def article(phrase: str) -> str:
    """The phrase after "a" or "an", by its sound."""
    first = phrase.split(" ")[0]
    spelled = re.match(r"[A-Z](?:[A-Z]|-|$)", first)
    vowels = "AEFHILMNORSX" if spelled else "aeiouAEIOU"
    is_an = first[0] in vowels and not re.match(r"(?:eu|uni|use|usu|one)", first.lower())
    return f"{'an' if is_an else 'a'} {phrase}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
