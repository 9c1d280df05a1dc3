"""One part of speech for every token, from the word table and the words around it.

First each token gets the tags it may have, then words that settle themselves are settled, then each
stretch between boundaries gets its finite verb, then the rest follows.
"""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.context import from_context
from factcheck.language.grammar import Grammar
from factcheck.language.lexicon import Lexicon
from factcheck.language.neighbours import settle_special
from factcheck.language.participles import settle_participles
from factcheck.language.second_look import Choice
from factcheck.language.spelling import plain
from factcheck.language.tagset import VERBS
from factcheck.language.tokens import Token
from factcheck.language.verbal import settle_parallel, settle_verbs, stretches
from factcheck.language.words import Word

CLOSED = frozenset({"SUB", "IN"})


def tag(tokens: list[Token], lexicon: Lexicon, choice: Choice | None = None) -> None:
    """Fills in `tag` and `lemma` of every token; `choice` says what one of them must be."""
    for token in tokens:
        _candidates(token, lexicon)
    if choice is not None:
        _narrow(tokens[choice.at], choice.tags)
    settle_special(tokens)
    if choice is not None and choice.tags <= CLOSED:
        (tokens[choice.at].tag,) = choice.tags
    settle_participles(tokens)
    for start, end in stretches(tokens):
        settle_verbs(tokens, start, end, lexicon.grammar)
    settle_parallel(tokens)
    for index, token in enumerate(tokens):
        if not token.tag:
            is_act = _ends_as_gerund(tokens, index, lexicon.grammar)
            token.tag = "VBG" if is_act else from_context(tokens, index)
        token.lemma = _lemma(token)
        if token.words and not (index and token.text[:1].isupper()):
            token.lemma = lexicon.own_word(token.lemma, kind_of(token.tag))


def _narrow(token: Token, tags: frozenset[str]) -> None:
    token.tags = token.tags & tags
    token.words = tuple(word for word in token.words if word.tag in tags)


def kind_of(tag: str) -> str:
    """What kind of word a tag of a content word stands for: verb, adj, adv or noun."""
    return {"V": "verb", "J": "adj", "R": "adv"}.get(tag[:1], "noun")


def _ends_as_gerund(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a form in "-ing" is what stops or starts, and nothing is named after it."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        "VBG" in tokens[at].tags
        and at > 0
        and tokens[at - 1].tag in VERBS
        and tokens[at - 1].lemma in grammar.takes_gerund
        and (after is None or after.tag in ("IN", "TO", ".", ",", ";", "SUB"))
    )


def _candidates(token: Token, lexicon: Lexicon) -> None:
    grammar = lexicon.grammar
    low = token.read_as or token.low
    if token.text == "&":
        token.low, token.tag = "and", "CC"
    elif token.kind == "punct":
        token.tag = token.text if token.text != "'" else '"'
    elif token.entity:
        token.tag = "NN"
    elif token.tag:
        pass
    elif token.kind == "number" or low in grammar.numbers or low in grammar.ordinals:
        token.tag = "CD"
    elif token.text in ("'s", "'S"):
        token.tag = "'s"
    elif low in grammar.tags:
        token.tag = grammar.tags[low]
    if token.tag and low not in ("like", "her", "that", "past", "more", "less", "one"):
        return
    if token.entity or token.kind in ("punct", "number"):
        return
    token.words = words.lookup(low) or _guess(token, low)
    tags = {word.tag for word in token.words}
    token.prefers = grammar.prefer.get(low, "")
    if "VB" in tags:
        tags.add("VBP")
    if "VBD" in tags and low.endswith("ed"):
        tags.add("VBN")  # "has proved", beside "has proven"
    token.tags = frozenset(tags)


def _guess(token: Token, low: str) -> tuple[Word, ...]:
    """Readings of a word that no table knows, by its shape."""
    if low.endswith("ly") and len(low) > 4:
        return (Word(low, "RB", 1),)
    if low.endswith("ing") and len(low) > 5:
        return (Word(low[:-3], "VBG", 1), Word(low, "NN", 0))
    if low.endswith("ed") and len(low) > 4:
        return (Word(low[:-2], "VBN", 1), Word(low[:-2], "VBD", 1), Word(low, "JJ", 0))
    if low.endswith(("uses", "xes", "ches", "shes", "sses", "zes")):
        return (Word(low[:-2], "NNS", 1), Word(low[:-2], "VBZ", 0))
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return (Word(low[:-1], "NNS", 1), Word(low[:-1], "VBZ", 0))
    if (
        low.endswith(("ous", "ful", "ive", "ible", "able", "less", "ic"))
        and token.text[:1].islower()
    ):
        return (Word(low, "JJ", 1), Word(low, "NN", 0))
    return (
        (Word(low, "NN", 1), Word(low, "VB", 0))
        if token.text[:1].islower()
        else (Word(low, "NN", 1),)
    )


def _lemma(token: Token) -> str:
    low = token.read_as or token.low
    if token.entity:
        return "@" + token.entity
    kin = {"VBP": ("VB",), "VBD": ("VBD", "VBN"), "VBN": ("VBN", "VBD")}.get(
        token.tag, (token.tag,)
    )
    options = [word for word in token.words if word.tag in kin]
    if options:
        return plain(max(options, key=lambda word: (word.weight, word.lemma)).lemma)
    if token.tag == "BE":
        return "be"
    if token.tag == "DO":
        return "do"
    if token.tag == "HV":
        return "have"
    return plain(low)
