"""Which words name an entity of the knowledge base, and which are slips of a known word."""

from __future__ import annotations

from typing import Any

from factcheck.language.lexicon import Lexicon, normal_word, singular
from factcheck.language.tokens import Token
from factcheck.language.words import lookup


def correct_slips(tokens: list[Token], lexicon: Lexicon) -> None:
    """Marks unknown words that are one or two letters away from a word of the knowledge base."""
    for token in tokens:
        if token.kind != "word" or token.read_as:
            continue
        respelt = lexicon.store.get("respelt", singular(token.low))
        if respelt is not None:
            token.read_as = respelt
        elif len(token.low) >= 3 and not lexicon.is_known(token.low):
            token.read_as = lexicon.corrected(token.low)
            if token.read_as in lexicon.grammar.tags:
                token.low = token.read_as


def link(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with every longest name of an entity made one token.

    A name that is also an everyday word counts only when another entity is named in the same
    sentence, and never beside a word that its entity lists in `unless_near`.
    """
    keys = [normal_word(token) if token.kind != "punct" else token.low for token in tokens]
    present = frozenset(keys) | {token.low for token in tokens}
    spans: list[tuple[int, int, str, bool]] = []
    position = 0
    while position < len(tokens):
        found = _longest(tokens, keys, position, present, lexicon)
        if found is None:
            position += 1
            continue
        length, entity, unsure = found
        if unsure and length == 1 and _stands_before_noun(tokens, position):
            position += 1  # "horse blanket", "junk food"
            continue
        spans.append((position, position + length, entity, unsure))
        position += length
    spans.extend(_shared_heads(spans, keys, lexicon))
    spans.sort()
    if not any(not unsure for *_, unsure in spans):
        spans = [span for span in spans if not span[3]]
    for start, end, entity, _ in reversed(spans):
        tokens[start:end] = [_merged(tokens[start:end], entity)]
    return tokens


def _shared_heads(
    spans: list[tuple[int, int, str, bool]], keys: list[str], lexicon: Lexicon
) -> list[tuple[int, int, str, bool]]:
    """Names that borrow words: the last ("acute or lasting pain"), the first ("class A or B")."""
    taken = {at for start, end, *_ in spans for at in range(start, end)}
    found = []
    for start, end, *_ in spans:
        after = end + 1
        if end - start > 1 and after < len(keys) and keys[end] in ("and", "or"):
            whole = [*keys[start : end - 1], keys[after]]
            entity = next((str(o[1]) for o in lexicon.aliases(keys[start]) if o[0] == whole), "")
            if entity and after not in taken:
                found.append((after, after + 1, entity, False))
        at = start - 2
        if at < 0 or at in taken or keys[start - 1] not in ("and", "or"):
            continue
        for shared in range(end - start - 1, 0, -1):
            whole = [keys[at], *keys[end - shared : end]]
            entity = next((str(o[1]) for o in lexicon.aliases(keys[at]) if o[0] == whole), "")
            if entity:
                found.append((at, at + 1, entity, False))
                break
    return found


def join_compounds(tokens: list[Token], lexicon: Lexicon) -> None:
    """Makes "off-label", "over the counter" one adverb or adjective each."""
    at = 0
    while at < len(tokens):
        for words, _ in lexicon.grammar.compounds.get(tokens[at].low, ()):
            part = tokens[at : at + len(words)]
            if tuple(token.low for token in part) == words and not any(
                token.entity for token in part
            ):
                after = tokens[at + len(words)] if at + len(words) < len(tokens) else None
                if _is_noun_here(tokens, at, after, lexicon):
                    break
                whole = _merged(part, "")
                whole.low = "-".join(words)
                is_inside = (
                    not (tokens[at - 1].entity or _names(tokens[at - 1], lexicon)) if at else True
                )
                after_be = at > 0 and lexicon.grammar.tags.get(tokens[at - 1].low) == "BE"
                whole.tag = (
                    "JJ"
                    if after_be and (after is None or after.kind != "word" or after.low == "that")
                    else "JJ"
                    if is_inside
                    and after is not None
                    and after.kind == "word"
                    and _names(after, lexicon)
                    else "RB"
                )
                tokens[at : at + len(words)] = [whole]
                break
        at += 1


def _is_noun_here(tokens: list[Token], at: int, after: Token | None, lexicon: Lexicon) -> bool:
    """Whether the words are a noun phrase of their own: "in the short term"."""
    return (
        at > 0
        and tokens[at - 1].low == "the"
        and (after is None or after.kind != "word" or not _names(after, lexicon))
    )


def _names(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word can be a noun or an adjective before one."""
    if token.entity:
        return True
    if token.kind != "word" or token.low in lexicon.grammar.tags:
        return False
    found = lookup(token.low)
    return not found or found[0].tag in ("NN", "NNS", "JJ", "VBG")


def _longest(
    tokens: list[Token], keys: list[str], at: int, present: frozenset[str], lexicon: Lexicon
) -> tuple[int, str, bool] | None:
    if tokens[at].kind == "punct" or _is_verb_here(tokens, at, lexicon):
        return None
    for option in lexicon.aliases(keys[at]):
        if (length := _fits(tokens, keys, at, option, present)) > 0:
            return length, str(option[1]), bool(option[3])
    return None


def _stands_before_noun(tokens: list[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.kind != "word":
        return False
    tags = {word.tag for word in lookup(after.read_as or after.low)}
    return bool(tags) and tags <= {"NN", "NNS"}


def _is_verb_here(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the words before call for a verb and this can be one: "cannot transport it"."""
    tags = {word.tag for word in lookup(tokens[at].read_as or tokens[at].low)}
    if not at or not tags & {"VB", "VBZ", "VBD"}:
        return False
    if tokens[at - 1].low in lexicon.grammar.before_verbs and "VB" not in tags:
        return True
    if "VB" not in tags:
        return False
    before = tokens[at - 1]
    tag = lexicon.grammar.tags.get(before.low, "")
    if before.low == "to":
        return at < 2 or lookup(tokens[at].read_as or tokens[at].low)[0].tag == "VB"
    if tag == "NOT" and at > 1:  # "does not transport", but "is not a transport"
        return lexicon.grammar.tags.get(tokens[at - 2].low) in ("MD", "DO")
    if at == 1 and tag in ("MD", "DO"):
        return False  # "Does low-cost X ...": the subject comes first
    return tag in ("MD", "DO") or before.low in ("you", "they", "we", "i")


def _fits(
    tokens: list[Token], keys: list[str], at: int, option: list[Any], present: frozenset[str]
) -> int:
    """How many tokens the name covers at this place; 0 when it does not fit."""
    wanted, _, is_case_sensitive, _, unless_near = option
    where = at
    for word in wanted:
        if where >= len(tokens) or keys[where] != word:
            return 0
        where += 1
    if unless_near and any(word in present for word in unless_near):
        return 0
    if is_case_sensitive and not any(token.text[:1].isupper() for token in tokens[at:where]):
        return 0
    return where - at


def _merged(tokens: list[Token], entity: str) -> Token:
    first, last = tokens[0], tokens[-1]
    merged = Token(
        " ".join(token.text for token in tokens),
        " ".join(token.read_as or token.low for token in tokens),
        first.start,
        last.end,
        "word",
        first.glued,
    )
    merged.entity = entity
    merged.words = last.words
    merged.read_as = " ".join(t.read_as for t in tokens if t.read_as)
    return merged
