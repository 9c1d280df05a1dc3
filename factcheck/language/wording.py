"""A text by its wording: as it is compared word for word, and by the words it is searched for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import correct_slips, link
from factcheck.language.spelling import plain
from factcheck.language.tagging import kind_of, tag
from factcheck.language.tokens import Token, tokenise

# Signs that a wording cannot do without.
SIGNS = frozenset("%$€£+<>=")
# Short forms of verbs; "'s" is one behind these.
SHORT = {"'re": "are", "'ve": "have", "'m": "am"}
HOSTS = frozenset({"there", "it", "that", "he", "she", "what", "who", "here"})
CONTENT_TAGS = frozenset(
    {"NN", "NNS", "VB", "VBZ", "VBD", "VBP", "VBN", "VBG", "JJ", "JJR", "JJS", "RB", "CD"}
)


def exact_key(text: str) -> str:
    """A sentence as it is compared word for word: lower case, no punctuation."""
    return " ".join(token.low for token in tokenise(text) if is_word(token))


def is_word(token: Token) -> bool:
    """Whether a token counts where texts are compared word for word."""
    return token.kind != "punct" or token.text in SIGNS


def worded(tokens: Sequence[Token]) -> list[tuple[int, Token]]:
    """The words that count with their places, short forms of verbs written out."""
    found: list[tuple[int, Token]] = []
    for place, token in enumerate(tokens):
        long = SHORT.get(token.low)
        if token.low == "'s" and found and found[-1][1].low in HOSTS:
            long = "is"
        if is_word(token):
            found.append((place, replace(token, low=long) if long else token))
    return found


def word_key(token: Token) -> str:
    """A word as it is compared, whatever the name that a thing is given."""
    if token.entity:
        return "@" + token.entity
    low = plain(token.read_as or token.low)
    return "a" if low == "an" else low


def own_key(words: Sequence[Token]) -> str:
    """A wording as it is compared name for name.

    Where a thing is named twice its names count as they stand: "X is another name of Y" must not
    come out as its reverse.
    """
    keys = [word_key(token) for token in words]
    return " ".join(
        plain(token.low) if token.entity and keys.count(key) > 1 else key
        for token, key in zip(words, keys, strict=True)
    )


def head_key(words: Sequence[Token]) -> str:
    """The first two words of a wording, by which those of a length are found."""
    return " ".join(map(word_key, words[:2]))


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
    return search_words(content_lemmas(text, lexicon), lexicon)


def search_words(found: Iterable[tuple[str, str]], lexicon: Lexicon) -> list[str]:
    """Lemmas of content words as they are searched for."""
    synonyms = lexicon.grammar.synonyms
    return list(dict.fromkeys(synonyms.get(f"{kind}:{lemma}", lemma) for kind, lemma in found))
