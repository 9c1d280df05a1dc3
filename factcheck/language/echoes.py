"""Clauses that say again of another thing what was just said: "So does Y", "the same goes for Y".

They are put in the order of a short clause, "Y does", that takes its predicate from the one before.
A mark behind the verb keeps what the clause before must be like for that.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.draft import Draft
from factcheck.language.framing import ahead
from factcheck.language.tagset import AUX, VERBS
from factcheck.language.tokens import Token
from factcheck.model.proposition import NO_SPAN, Node

# What is said again: something asserted, the same in passing, something denied, either.
ASSERTED, ASIDE, DENIED, EITHER = "\1too", "\1as", "\1neither", "\1same"
MARKS = frozenset({ASSERTED, ASIDE, DENIED, EITHER})
ENDS = frozenset({";", ":", ".", "?", "!", ",", "CC", "(", ")"})
OPENERS = {"so": ASSERTED, "neither": DENIED, "nor": DENIED, "as": ASIDE}
BEHIND = {("too",): ASSERTED, ("as", "well"): ASSERTED, ("also",): ASSERTED, ("either",): DENIED}
SAME = (
    ("the", "same", "goes", "for"),
    ("the", "same", "holds", "for"),
    ("the", "same", "is", "true", "of"),
    ("the", "same", "is", "true", "for"),
    ("the", "same", "applies", "to"),
    ("the", "same", "can", "be", "said", "of"),
    ("the", "same", "is", "the", "case", "for"),
)
NOTHING = (
    ("nothing", "of", "the", "kind"),
    ("nothing", "of", "the", "sort"),
    ("no", "such", "thing"),
)


def with_echoes(tokens: list[Token]) -> list[Token]:
    """The tokens with each echo of a clause put as "Y does"."""
    at = 0
    while at < len(tokens):
        if at == 0 or tokens[at - 1].tag in ENDS:
            found = _opened(tokens, at) or _same(tokens, at) or _inverted(tokens, at)
            if found:
                end, words = found
                tokens = [*_parted(tokens[:at]), *words, *tokens[end:]]
        if tokens[at].tag in AUX:
            tokens = _behind(tokens, at)
        at += 1
    return tokens


def _parted(before: list[Token]) -> list[Token]:
    """What stands before an echo, with a mark that ends its clause."""
    if before and before[-1].tag == ",":
        return [*before[:-1], replace(before[-1], text=";", low=";", tag=";")]
    return before


def _opened(tokens: list[Token], at: int) -> tuple[int, list[Token]] | None:
    """ "so does Y", "neither is Y", "just as Y does": where it ends, and Y with its verb."""
    start = at + (tokens[at].low == "just" and ahead(tokens, at + 1, 1)[0] == "as")
    mark = OPENERS.get(tokens[start].low)
    if mark is None or start + 2 >= len(tokens):
        return None
    end = next((k for k in range(start + 1, len(tokens)) if tokens[k].tag in ENDS), len(tokens))
    inside = tokens[start + 1 : end]
    if len(inside) < 2:
        return None
    verb = 0 if inside[0].tag in AUX else -1 if tokens[start].low == "as" else None
    if verb is None or inside[verb].tag not in AUX or (verb and at and tokens[at - 1].tag != ","):
        return None
    thing = inside[1:] if verb == 0 else inside[:-1]
    if any(token.tag in VERBS | AUX | {"SUB", "THAT", "WP", "TO"} for token in thing):
        return None
    if any(token.tag in ("DT", "QT", "PRP") for token in thing[1:]):
        return None  # "so is it a boat"
    denial = [_word("not", "NOT", inside[verb])] if mark == DENIED else []
    return end, [*thing, inside[verb], *denial, _word(mark, "RB", inside[verb])]


def _inverted(tokens: list[Token], at: int) -> tuple[int, list[Token]] | None:
    """ "nor does Y sink", "not only does Y float": where it ends, and the words in plain order."""
    is_more = ahead(tokens, at, 2) == ["not", "only"]
    start = at + 1 + is_more
    if not is_more and tokens[at].low not in ("nor", "neither"):
        return None
    if start + 2 >= len(tokens) or tokens[start].tag not in AUX:
        return None
    end = next((k for k in range(start, len(tokens)) if tokens[k].tag in ENDS), len(tokens))
    verb = next((k for k in range(start + 2, end) if tokens[k].tag in ("VB", "BE")), 0)
    if tokens[start + 1].tag == "PRP":
        verb = start + 2
    if not verb:
        return None
    denial = [] if is_more else [_word("not", "NOT", tokens[start])]
    return verb, [*tokens[start + 1 : verb], tokens[start], *denial]


def _same(tokens: list[Token], at: int) -> tuple[int, list[Token]] | None:
    """ "the same goes for Y": where it ends, and "Y does"."""
    words = next((each for each in SAME if tuple(ahead(tokens, at, len(each))) == each), None)
    if words is None:
        return None
    start = at + len(words)
    end = next((k for k in range(start, len(tokens)) if tokens[k].tag in ENDS), len(tokens))
    thing = tokens[start:end]
    if not thing or any(token.tag in VERBS | AUX | {"IN", "SUB", "WP"} for token in thing):
        return None
    return end, [*thing, _word("do", "DO", thing[-1]), _word(EITHER, "RB", thing[-1])]


def _behind(tokens: list[Token], at: int) -> list[Token]:
    """ "(Y does) too", "(does not) either", "(does) nothing of the kind" with a mark instead."""
    start = at + 1 + (ahead(tokens, at + 1, 1)[0] == "not")
    for nothing in NOTHING:
        if tuple(ahead(tokens, start, len(nothing))) == nothing and tokens[at].tag == "DO":
            place = tokens[at]
            new = [_word("not", "NOT", place), _word(ASSERTED, "RB", place)]
            return [*tokens[: at + 1], *new, *tokens[start + len(nothing) :]]
    for words, mark in BEHIND.items():
        end = start + len(words)
        is_last = end >= len(tokens) or tokens[end].tag in ENDS
        if is_last and tuple(ahead(tokens, start, len(words))) == words:
            if (mark == DENIED) != (start > at + 1):
                return tokens
            return [*tokens[:start], _word(mark, "RB", tokens[at]), *tokens[end:]]
    return tokens


def _word(low: str, tag: str, place: Token) -> Token:
    return Token(low, low, place.start, place.end, "word", tag=tag, lemma=low)


def unmarked(draft: Draft, model: Draft) -> bool:
    """Takes the mark of an echo off a clause; False where the clause before does not suit it."""
    marks = [node.head for node in draft.get("adv") if node.head in MARKS]
    if marks and marks[0] != EITHER and model.polarity != (marks[0] != DENIED):
        return False
    if marks and (model.duty or model.inner):
        return False
    draft.edges = [(r, n) for r, n in draft.edges if r != "adv" or n[0].head not in MARKS]
    draft.is_side = draft.is_side or marks == [ASIDE]
    if marks == [EITHER]:
        draft.polarity = model.polarity
    return True


def unplaced(node: Node) -> Node:
    """The node as it stands in no text: what another sentence said."""
    edges = tuple((role, unplaced(each)) for role, each in node.edges)
    return replace(node, span=NO_SPAN, edges=edges)
