"""A text by its wording: as it is compared word for word, and by the words it is searched for."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import correct_slips, link
from factcheck.language.tagging import kind_of, tag
from factcheck.language.tokens import tokenise

CONTENT_TAGS = frozenset(
    {"NN", "NNS", "VB", "VBZ", "VBD", "VBP", "VBN", "VBG", "JJ", "JJR", "JJS", "RB", "CD"}
)


def exact_key(text: str) -> str:
    """A sentence as it is compared word for word: lower case, no punctuation."""
    return " ".join(token.low for token in tokenise(text) if token.kind != "punct")


def content_lemmas(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The lemmas of the content words of a text, each with what kind of word it is.

    The kind is verb, noun, adj or adv; "name" for an entity and "number" for a number.
    """
    tokens = tokenise(text)
    correct_slips(tokens, lexicon)
    link(tokens, lexicon)
    tag(tokens, lexicon)
    for token in tokens:
        if token.entity:
            yield "name", "@" + token.entity
        elif token.kind == "number":
            yield "number", token.low
        elif token.kind == "word" and token.tag in CONTENT_TAGS:
            yield kind_of(token.tag), token.lemma


def content_words(text: str, lexicon: Lexicon) -> list[str]:
    """The words by which a text is searched for: one for all of a meaning, each once."""
    synonyms = lexicon.grammar.synonyms
    found = content_lemmas(text, lexicon)
    return list(dict.fromkeys(synonyms.get(f"{kind}:{lemma}", lemma) for kind, lemma in found))
