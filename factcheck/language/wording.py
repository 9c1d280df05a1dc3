"""A text by its wording: as it is compared word for word, and by the words it is searched for."""

from __future__ import annotations

from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import correct_slips, link
from factcheck.language.tagging import tag
from factcheck.language.tokens import tokenise

CONTENT_TAGS = frozenset(
    {"NN", "NNS", "VB", "VBZ", "VBD", "VBP", "VBN", "VBG", "JJ", "JJR", "JJS", "RB", "CD"}
)


def exact_key(text: str) -> str:
    """A sentence as it is compared word for word: lower case, no punctuation."""
    return " ".join(token.low for token in tokenise(text) if token.kind != "punct")


def content_words(text: str, lexicon: Lexicon) -> list[str]:
    """The lemmas by which a text is searched for: no function words, each once."""
    tokens = tokenise(text)
    correct_slips(tokens, lexicon)
    link(tokens, lexicon)
    tag(tokens, lexicon)
    found: dict[str, None] = {}
    for token in tokens:
        if token.entity:
            found["@" + token.entity] = None
        elif token.kind == "number":
            found[token.low] = None
        elif token.kind == "word" and token.tag in CONTENT_TAGS:
            kind = {"V": "verb", "J": "adj", "R": "adv"}.get(token.tag[0], "noun")
            found[lexicon.grammar.synonyms.get(f"{kind}:{token.lemma}", token.lemma)] = None
    return list(found)
