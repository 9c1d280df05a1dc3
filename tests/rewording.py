"""Rewordings of a claim by rule: asked, denied, weakened, turned round, put into a frame.

A rule leaves a claim out when the result would not be English, never because of its outcome.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from anatomy import (
    TAIL,
    Sentence,
    article,
    capital,
    is_perfect,
    is_plural,
    participle,
    plural,
    singular,
    taken_apart,
)
from negating import FORMS, UNSAFE, negated

from factcheck.model.knowledge import Claim, Entity


@dataclass(frozen=True)
class Facts:
    """The knowledge that rewordings draw on: claims, and which words name what."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words that keep their capital inside a sentence."""
        names = [name for each in self.entities for name in (each.name, *each.aliases)]
        inner = [
            re.sub(r"\W.*", "", word)
            for each in self.claims
            for before, word in pairwise(each.claim.split(" "))
            if before[-1:].isalpha() and before.islower() and word[:1].isupper()
        ]
        return frozenset([*(name for name in names if name.isalpha()), *inner])

    @cached_property
    def entity_of(self) -> Mapping[str, Entity]:
        """Entities by each of their names, singular and plural."""
        found = dict[str, Entity]()
        for each in self.entities:
            for name in (each.name, *each.aliases, *each.ambiguous_aliases):
                for form in (name, f"{name}s"):
                    found.setdefault(form.lower(), each)
        return found

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Any name of an entity as a word of its own, the longest first."""
        forms = sorted(self.entity_of, key=lambda form: (-len(form), form))
        return re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.IGNORECASE
        )

    def inside(self, text: str) -> str:
        """The text as it stands inside a sentence: no full stop, its first letter mostly small."""
        text = text.rstrip(".")
        first, _, rest = text.partition(" ")
        word = re.sub(r"\W.*", "", first)
        if word == "A":
            return text[0].lower() + text[1:]
        is_part = rest[:1].isupper() and first.isalpha() and word not in {"The", "In", "If"}
        is_name = is_part or word in self.proper or not word[1:].islower()
        return text if is_name else text[0].lower() + text[1:]


Maker = Callable[[Claim, Facts], Iterable[str]]


# -- asking -------------------------------------------------------------------------------------


def question(claim: Claim, facts: Facts) -> Iterator[str]:
    """Yes/no, of a claim of one clause whose verb is not denied (what "no" answers is unclear)."""
    said = taken_apart(claim.claim)
    if said is None or said.is_denied or said.verb == "may" or said.subject.startswith("No "):
        return
    if said.subject.endswith(","):
        return
    who = facts.inside(said.subject)
    who = f"{who} {said.adverb}" if said.adverb else who
    if said.base:
        asks = said.helper.split(" ")[0]
        text = f"{asks} {who} {said.base} {said.rest}?"
    else:
        text = f"{said.verb} {who} {said.rest}?"
    yield f"{said.lead}{text}" if said.lead else capital(text)


def asked_if_true(claim: Claim, facts: Facts) -> Iterator[str]:
    yield f"Is it true that {facts.inside(claim.claim)}?"


def tagged(claim: Claim, _: Facts) -> Iterator[str]:
    """With a tag question, whose subject is "it" or "they"."""
    said = taken_apart(claim.claim)
    if said is None or said.is_denied or said.verb == "may" or said.subject.startswith("No "):
        return
    verb = said.helper.split(" ")[0] or said.verb
    is_many = verb in MANY or (verb not in ONE and is_plural(said.subject))
    pronoun = "they" if is_many else "it"
    if said.subject in {"There", "You"}:
        pronoun = said.subject.lower()
    short = {"can": "can't", "must": "mustn't"}.get(verb, f"{verb}n't")
    yield f"{claim.claim.rstrip('.')}, {short} {pronoun}?"


MANY, ONE = {"are", "were", "do", "have"}, {"is", "was", "does", "has"}


def emphatic(claim: Claim, _: Facts) -> Iterator[str]:
    """With "do" before the verb."""
    said = taken_apart(claim.claim)
    if said is None or said.base in {"", "do"} or said.adverb or said.subject.startswith("No "):
        return
    if not said.is_denied:
        yield f"{said.lead}{said.subject} {said.helper.split(' ')[0]} {said.base} {said.rest}."


# -- denying ------------------------------------------------------------------------------------


def denial(claim: Claim, _: Facts) -> Iterator[str]:
    text = negated(claim.claim)
    if text is not None:
        yield text


# -- saying less --------------------------------------------------------------------------------

GRADED = re.compile(
    r"\b(?:usual|usually|often|generally|mainly|tends?|permanently|fully|completely|each|every\w*|"
    r"anyone|nothing|exactly|same|safe|risk-free|brand-new)\b"
)


def _weakened(claim: Claim) -> Sentence | None:
    said = taken_apart(claim.claim)
    if said is None or UNSAFE.search(claim.claim) or GRADED.search(claim.claim):
        return None
    return said if said.is_present or said.verb == "can" else None


def with_may(claim: Claim, _: Facts) -> Iterator[str]:
    said = _weakened(claim)
    if said is None or said.subject == "You":
        return
    who = f"{said.lead}{said.subject}"
    adverb = f"{said.adverb} " if said.adverb else ""
    base = said.base or ("" if said.verb == "can" else "be")
    yield f"{who} may {adverb}{base + ' ' if base else ''}{said.rest}."


def with_sometimes(claim: Claim, _: Facts) -> Iterator[str]:
    """Before a verb of doing; what a thing is, it is not sometimes."""
    said = _weakened(claim)
    if said is not None and said.base and said.base not in {"mean", "have"} and not said.adverb:
        yield f"{said.lead}{said.subject} sometimes {said.verb} {said.rest}."


def with_perhaps(claim: Claim, facts: Facts) -> Iterator[str]:
    if _weakened(claim) is not None:
        yield f"Perhaps {facts.inside(claim.claim)}."


# -- number -------------------------------------------------------------------------------------

BOUND = re.compile(r"\b(?:they|them|their|it|its|same|similar|both|part|has to|have to)\b", re.I)
DETERMINERS = re.compile(r"(?:a|an|the|some|many|most|all|every|two|no|single|only)\b", re.I)


def other_number(claim: Claim, facts: Facts) -> Iterator[str]:
    """One for many or many for one, where the subject is a class alone and not taken together."""
    said = taken_apart(claim.claim)
    if said is None or BOUND.search(claim.claim) or said.lead or is_perfect(said.rest):
        return
    if said.verb not in {"can", "must", "should"} and (said.helper or said.verb) not in {
        "is",
        "are",
        "do not",
        "does not",
    }:
        return
    if re.search(r"\band\b|\bsuch as\b|\blike\b", said.subject):
        return
    single = re.match(r"An? ", said.subject)
    name = said.subject[single.end() :] if single else said.subject
    if name.lower() not in facts.entity_of and facts.inside(name) not in facts.entity_of:
        return
    stem, _, head = name.rpartition(" ")
    if single:
        many = plural(head)
        if many is not None:
            yield f"{capital(f'{stem} {many}'.strip())} {_agreeing(said, is_many=True)}."
    elif not DETERMINERS.match(name) and is_plural(name):
        one = singular(head if stem or head.isupper() else head[0].lower() + head[1:])
        if re.fullmatch(r"[A-Z]{2,}s", head):
            one = head[:-1]
        if one is not None:
            phrase = article(f"{stem[:1].lower() + stem[1:]} {one}".strip() if stem else one)
            if stem and facts.inside(stem) == stem:
                phrase = article(f"{stem} {one}")
            yield f"{capital(phrase)} {_agreeing(said, is_many=False)}."


def _agreeing(said: Sentence, *, is_many: bool) -> str:
    """What is said, for a subject of the other number."""
    rest = said.rest
    if said.base:
        verb = said.base if is_many else FORMS[said.base, "does not"]
        return " ".join(filter(None, (said.adverb, verb, rest)))
    verb = {"is": "are", "are": "is", "do": "does", "does": "do"}.get(said.verb, said.verb)
    if said.verb == "are" and (kind := re.fullmatch(r"((?:[\w-]+ )*)([a-z]+s)", rest)):
        one = singular(kind[2])
        if one is not None and is_plural(kind[2]):
            rest = article(f"{kind[1]}{one}")
    return " ".join(filter(None, (said.adverb, verb, rest)))


# -- voice --------------------------------------------------------------------------------------

TRANSITIVE = frozenset(
    [
        "block", "treat", "relieve", "cause", "cure", "reverse", "slow", "lower", "approve",
        "replace", "trigger", "mask", "destroy", "calm", "reduce", "raise", "damage", "ease",
        "preserve", "affect", "promote", "understand", "ban", "sort",
    ]
)  # fmt: skip


NOT_A_THING = re.compile(r"(?:up|off|that|how|which|only)\b")


def other_voice(claim: Claim, facts: Facts) -> Iterator[str]:
    """The passive of an active sentence with an object, the active of a passive with its agent."""
    said = taken_apart(claim.claim)
    if said is None or said.is_denied or DETERMINERS.match(said.subject.removeprefix("The ")):
        return
    if said.subject.endswith(","):
        return
    yield from _passive(said, facts)
    yield from _active(said, facts)


def _passive(said: Sentence, facts: Facts) -> Iterator[str]:
    if said.verb == "can":
        adverb, _, rest = said.rest.rpartition("ly ")
        adverb = f"{adverb}ly " if adverb and " " not in adverb else ""
        base, _, rest = said.rest.removeprefix(adverb).partition(" ")
    else:
        base, rest, adverb = said.base, said.rest, f"{said.adverb} " if said.adverb else ""
    if base not in TRANSITIVE or re.search(r"\b(?:its?|you|your|they|them)\b", rest):
        return
    thing, tail = _parted(rest)
    if tail.startswith(" by") or tail.endswith(" do"):
        return
    done = participle(base)
    if done is None or NOT_A_THING.match(thing):
        return
    is_many = is_plural(thing)
    past = said.helper == "did not"
    be = ("were" if is_many else "was") if past else "are" if is_many else "is"
    be = "can be" if said.verb == "can" else be
    who = facts.inside(said.subject)
    if said.verb == "can" and said.adverb:
        who = f"{who} {said.adverb}"
    text = f"{thing} {be} {adverb}{done} by {who}{tail}."
    yield f"{said.lead}{text}" if said.lead else capital(text)


def _active(said: Sentence, facts: Facts) -> Iterator[str]:
    found = re.fullmatch(r"(be )?(\w+) by (?!\w+ing\b)(.+)", said.rest)
    if found is None or bool(found[1]) is (said.verb in {"is", "are", "was", "were"}):
        return
    agent, tail = _parted(found[3])
    base = next((b for b in (*TRANSITIVE, "supervise") if participle(b) == found[2]), None)
    if base is None:
        return
    if found[1]:
        verb = f"{said.verb} {base}"
    elif said.verb in {"is", "are"}:
        verb = base if is_plural(agent) else FORMS.get((base, "does not"), f"{base}s")
    else:
        verb = FORMS[base, "did not"]
    yield f"{said.lead}{capital(agent)} {verb} {facts.inside(said.subject)}{tail}."


def swapped(claim: Claim, facts: Facts) -> Iterator[str]:
    """Subject and object of a verb of doing in each other's place: another thing is said."""
    said = taken_apart(claim.claim)
    if said is None or said.is_denied or DETERMINERS.match(said.subject) or said.lead:
        return
    thing, tail = _parted(said.rest)
    if said.base not in TRANSITIVE or said.helper == "did not" or NOT_A_THING.match(thing):
        return
    verb = said.base if is_plural(thing) else FORMS[said.base, "does not"]
    adverb = f"{said.adverb} " if said.adverb else ""
    yield f"{capital(thing)} {adverb}{verb} {facts.inside(said.subject)}{tail}."


def _parted(text: str) -> tuple[str, str]:
    """A noun phrase, and what follows it with its space or comma."""
    found = TAIL.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


# -- order --------------------------------------------------------------------------------------


def lead_last(claim: Claim, facts: Facts) -> Iterator[str]:
    """Time or place at the end instead of the beginning."""
    said = taken_apart(claim.claim)
    if said is None or not said.lead.startswith(("In ", "At ")) or "," in said.rest:
        return
    parts = (capital(said.subject), said.adverb, said.verb, said.rest)
    yield f"{' '.join(filter(None, parts))} {facts.inside(said.lead.rstrip(', '))}."


# -- frames -------------------------------------------------------------------------------------


def framed(*frames: str, is_plain: bool = False) -> Maker:
    """The claim inside each frame; `is_plain` leaves out claims of several clauses."""

    def make(claim: Claim, facts: Facts) -> Iterator[str]:
        if is_plain and SEVERAL.search(claim.claim):
            return
        for frame in frames:
            yield frame.format(facts.inside(claim.claim), whole=claim.claim.rstrip("."))

    return make


def denied(*frames: str) -> Maker:
    """The claim's plain negation inside each frame."""

    def make(claim: Claim, facts: Facts) -> Iterator[str]:
        text = negated(claim.claim)
        if text is None or SEVERAL.search(claim.claim):
            return
        for frame in frames:
            yield frame.format(facts.inside(text), claim=facts.inside(claim.claim))

    return make


def answered(answer: str) -> Maker:
    """The claim as a question that its writer answers."""

    def make(claim: Claim, facts: Facts) -> Iterator[str]:
        for text in question(claim, facts):
            yield f"{text} {answer}"

    return make


SEVERAL = re.compile(
    r", (?:but|so|and|or|while|not)\b|\b(?:if|because|once)\b|^(?:Never|The lower)\b|;", re.I
)
