"""A thing and what it is, side by side: "X is what makes Y", "X: a soft metal", "X: built in Y"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.grammar import Grammar
from factcheck.language.tagset import FINITE_TAGS, NOUNS
from factcheck.language.tokens import Token
from factcheck.language.words import lookup


def singled_out(tokens: list[Token]) -> list[Token]:
    """Reads "X is what makes Y" like "X is the one that makes Y"; "What makes Y is X" likewise."""
    if any(token.text == "?" for token in tokens):
        return tokens
    forms = ("is", "are", "was", "were", "'s")
    for i, token in enumerate(tokens[:-2]):
        if token.low != "what" or tokens[i + 1].low in forms:
            continue
        before = tokens[i - 1].low if i else ""
        opens = i == 0 and any(each.low in forms for each in tokens[2:])
        if opens or before in forms or (before in ("not", "n't") and tokens[i - 2].low in forms):
            words = [replace(token, text=word, low=word) for word in ("the", "one", "that")]
            return [*tokens[:i], *words, *tokens[i + 1 :]]
    return tokens


def equate(tokens: list[Token]) -> None:
    """Reads "Copper: a soft metal" as "Copper is a soft metal"."""
    colon = next((k for k, token in enumerate(tokens) if token.tag == ":"), 0)
    if not 0 < colon <= 5 or colon + 1 >= len(tokens):
        return
    finite = FINITE_TAGS | {"VB", "VBP"}
    if any(token.tag in finite for token in tokens) or tokens[colon - 1].tag not in NOUNS:
        return
    mark = tokens[colon]
    tokens[colon] = replace(mark, tag="BE", low="is", kind="word", lemma="be")


def labelled(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Reads "Ferry 3: built in Rome" as "Ferry 3 is built in Rome"."""
    colon = next((k for k, token in enumerate(tokens[:6]) if token.text == ":"), 0)
    if not colon or colon + 2 >= len(tokens):
        return tokens
    by = colon + 2 < len(tokens) - 1 and tokens[colon + 2].glued  # "X: EU-approved for ..."
    first, after = tokens[colon + 1 + by : colon + 3 + by]
    found = lookup(first.low)
    tags = {word.tag for word in found}
    if "VBN" not in tags or tags & {"NN", "NNS", "VB"} or after.low in grammar.pronoun_numbers:
        return tokens
    if grammar.tags.get(after.low) not in ("IN", "TO"):
        return tokens
    closed = {"BE", "DO", "HV", "MD", "PRP"}
    if any(grammar.tags.get(token.low) in closed for token in tokens):
        return tokens
    return [
        *tokens[:colon],
        replace(tokens[colon], text="is", low="is", kind="word"),
        *tokens[colon + 1 :],
    ]
