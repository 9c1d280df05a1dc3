"""Turns of a sentence that hold the wording they deny, ask or stress: "does not bind"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.language import words
from factcheck.language.grammar import Grammar
from factcheck.language.tokens import Token

FORMS = {"do": "VB", "does": "VBZ", "did": "VBD"}
HELPER_OF = {"VB": ("do",), "VBZ": ("does",), "VBD": ("did",)}
OUTSIDE = frozenset({"SUB", "THAT", "WP", "WR", "NOT", "QT"})
HELPERS = frozenset({"BE", "HV", "MD", "DO"})
CAN = frozenset({"can", "could"})
ARTICLES = ("a", "an", "")


@dataclass(frozen=True, slots=True)
class Turn:
    """Words in the order of a plain statement, each with its place in the sentence.

    `core` are the places that were turned round and `at` is the word at which they were; `sign` is
    False where the sentence denies what the words say.
    """

    words: tuple[Token, ...]
    places: tuple[int, ...]
    core: frozenset[int] = frozenset()
    at: int = 0
    sign: bool = True

    def put(self, at: int, until: int, instead: Sequence[Token], core: Sequence[int]) -> Turn:
        """With other words at a place, all of them standing where the first of `core` does."""
        return replace(
            self,
            words=(*self.words[:at], *instead, *self.words[until:]),
            places=(*self.places[:at], *(self.places[at] for _ in instead), *self.places[until:]),
            core=frozenset(core),
            at=at,
        )


def turns(
    words_: Sequence[tuple[int, Token]], grammar: Grammar, *, is_asked: bool
) -> Iterator[Turn]:
    """The sentence as it stands, then every plain statement that it denies, asks or stresses."""
    plain = Turn(tuple(token for _, token in words_), tuple(place for place, _ in words_))
    yield plain
    for at, token in enumerate(plain.words):
        tag = grammar.tags.get(token.low)
        opens = not at or grammar.tags.get(plain.words[at - 1].low) == "CC"
        opens = opens or plain.places[at] - 1 != plain.places[at - 1]
        if tag == "NOT":
            yield from _undenied(plain, at, grammar)
        elif token.low == "there":
            yield from _there_is(plain, at)
        elif tag in HELPERS and is_asked and opens:
            yield from _unasked(plain, at, grammar)
        elif token.low in FORMS and not opens:
            yield from _plain_verb(plain, at, at + 1)
        if token.low in grammar.plainly_denied and at:
            yield from _affirmed(plain, at, grammar)
        elif at and not token.entity:
            yield from _without_do(plain, at, grammar)


def _affirmed(said: Turn, at: int, grammar: Grammar) -> Iterator[Turn]:
    """With "not" behind the helping verb: the denial that the sentence contradicts."""
    after = said.words[at + 1 : at + 2]
    if after and grammar.tags.get(after[0].low) != "NOT":
        helper = said.words[at]
        put = said.put(at, at + 1, (helper, _as(helper, "not")), (said.places[at],))
        yield replace(put, at=at + 1, sign=False)


def _without_do(said: Turn, at: int, grammar: Grammar) -> Iterator[Turn]:
    """With "do not" and the verb in its plain form: the denial that the sentence contradicts."""
    verb = said.words[at]
    if verb.low in grammar.tags:
        return
    for word in words.lookup(verb.low):
        for helper in HELPER_OF.get(word.tag, ()):
            instead = (_as(verb, helper), _as(verb, "not"), _as(verb, word.lemma))
            put = said.put(at, at + 1, instead, (said.places[at],))
            yield replace(put, at=at + 2, sign=False)


def _undenied(said: Turn, at: int, grammar: Grammar) -> Iterator[Turn]:
    """What "not" denies, where that is plain.

    A denial with a quantity, a duty or a condition is not plain: what it denies depends on what
    "not" reaches.
    """
    if at < 2 or at + 1 >= len(said.words) or said.words[at].low == "never":
        return
    helper, after = said.words[at - 1], said.words[at + 1]
    if after.low in grammar.scope_before_not:
        return
    core = said.places[at - 1 : at + 2]
    if helper.low in grammar.plainly_denied:
        yield replace(said.put(at, at + 1, (), core), sign=False)
    elif helper.low in FORMS:
        for turn in _plain_verb(said, at - 1, at + 1):
            yield replace(turn, core=frozenset(core), sign=False)


def _plain_verb(said: Turn, helper: int, at: int) -> Iterator[Turn]:
    """With the form of a verb in the place of "do" and the verb."""
    if at >= len(said.words):
        return
    verb, form = said.words[at], FORMS[said.words[helper].low]
    if any(word.tag == "VB" for word in words.lookup(verb.low)):
        for low in words.inflect(verb.low, form):
            core = (said.places[helper], said.places[at])
            yield said.put(helper, at + 1, (_as(verb, low),), core)


def _there_is(said: Turn, at: int) -> Iterator[Turn]:
    """With an article in the place of "no": what "there is no" denies."""
    if at + 2 < len(said.words) and said.words[at + 2].low == "no":
        no = said.words[at + 2]
        for low in ARTICLES:
            instead = (_as(no, low),) if low else ()
            yield replace(said.put(at + 2, at + 3, instead, (said.places[at + 2],)), sign=False)


def _unasked(said: Turn, at: int, grammar: Grammar) -> Iterator[Turn]:
    """With the helping verb of a question behind each place where its subject may end."""
    helper, place = said.words[at], said.places[at]
    start = at + 1
    if start < len(said.words) and grammar.tags.get(said.words[start].low) == "NOT":
        start += 1  # "isn't X Y?" asks whether X is Y
    rest = Turn((*said.words[:at], *said.words[start:]), (*said.places[:at], *said.places[start:]))
    for end in range(at + 1, len(rest.words)):
        moved = Turn(
            (*rest.words[:end], helper, *rest.words[end:]),
            (*rest.places[:end], place, *rest.places[end:]),
            frozenset({place}),
            end,
        )
        if helper.low not in FORMS:
            yield moved
            continue
        for turn in _plain_verb(moved, end, end + 1):
            yield replace(turn, core=frozenset({place, *turn.core}))


def is_plainly_denied(
    before: Sequence[Token], helper: Token, after: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether what stands around a denied verb leaves no doubt about what is denied."""
    return (
        not any(
            grammar.tags.get(token.low) in OUTSIDE
            or (
                at and token.low == "that"
            )  # "giving bread to ducks that have not eaten harms them"
            or token.low in grammar.scope_before_not
            or _says_how_often(before[at:], grammar)
            for at, token in enumerate(before)
        )
        and not (
            any(token.low in grammar.scope_after_not for token in after)
            or _has_second_verb(helper, after, grammar)
        )
    )


def _has_second_verb(helper: Token, after: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a verb of its own stands behind "and" or "or", which "not" does not reach."""
    joint = next((k for k, each in enumerate(after) if grammar.tags.get(each.low) == "CC"), -1)
    for before, token in pairwise(after[joint:]) if joint >= 0 else ():
        tags = [word.tag for word in words.lookup(token.low)[:1]] if not token.entity else []
        if grammar.tags.get(token.low) in HELPERS or "VBZ" in tags:
            return True
        is_first = before is after[joint]
        is_shared = is_first and (helper.low in FORMS or helper.low in CAN)
        if ("VBD" in tags or ("VB" in tags and not is_shared)) and (is_first or _is_noun(before)):
            return True
    return False


def _is_noun(token: Token) -> bool:
    found = words.lookup(token.low)
    return bool(token.entity) or (bool(found) and found[0].tag in ("NN", "NNS"))


def _says_how_often(tokens: Sequence[Token], grammar: Grammar) -> bool:
    return any(
        tuple(token.low for token in tokens[: len(phrase)]) == phrase
        for phrase, _ in grammar.strength.get(tokens[0].low, ())
    )


def _as(token: Token, low: str) -> Token:
    return replace(token, text=low, low=low, read_as="")
