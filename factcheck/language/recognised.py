"""A claim's own wording inside a longer sentence, and what the sentence makes of it.

A short clause of known shape takes the place of the wording. Only where that clause comes out of
the grammar untouched, asserted, denied or asked, is the wording what the writer says: never under
a condition, in a report, with more or less said than the claim says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.language.denial import HELPERS, Turn, is_plainly_denied, turns
from factcheck.language.lexicon import Lexicon
from factcheck.language.statement import read, words_of
from factcheck.language.tokens import Token
from factcheck.language.wording import head_key, own_key, worded
from factcheck.model.proposition import Analysis, Node, Reading
from factcheck.model.verdict import Kind

# The stand-in, "\0number is \0": no word of a knowledge base starts like this.
STAND_IN = "\0"
UNFINISHED = HELPERS | {"NOT", "TO"}
BREAKS = frozenset({"?", "!", '"'})


@dataclass(frozen=True, slots=True)
class Own:
    """A wording found in a sentence: the claim, its first and last token, if it is denied."""

    claim: str
    first: int
    last: int
    sign: bool


def recognised(text: str, lexicon: Lexicon, before: Analysis | None = None) -> Analysis | None:
    """The readings of a sentence that holds claims' own wordings; None where none is plain."""
    tokens = words_of(text, lexicon)
    found = _apart(_found(tokens, lexicon))
    is_asked = _is_asked(tokens)
    groups = [found, *([each] for each in found)] if len(found) > 1 else [found]
    for group in groups if found else ():
        analysis = read(_replaced(tokens, group), lexicon, before)
        readings = [_claimed(each, group) for each in analysis.readings]
        kept = [each for each in readings if each is not None]
        if analysis.unread or (analysis.kind is Kind.QUESTION and not is_asked):
            continue
        if len(kept) == len(readings) and _all_there(kept, group):
            return replace(analysis, readings=tuple(kept))
    return None


def _found(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Own]:
    """Every wording in the sentence, in every turn of it."""
    for turn in turns(worded(tokens), lexicon.grammar, is_asked=_is_asked(tokens)):
        for start in range(len(turn.words) - 1):
            lengths = lexicon.store.get("wording length", head_key(turn.words[start : start + 2]))
            for length in lengths or ():
                own = _own(turn, start, start + length, tokens, lexicon)
                if own is not None:
                    yield own


def _own(turn: Turn, start: int, end: int, tokens: Sequence[Token], lexicon: Lexicon) -> Own | None:
    """The wording that is these words of a turn, all of what was turned among them."""
    if end > len(turn.words) or not (start < turn.at < end or not turn.core):
        return None
    claim = lexicon.store.get("wording", own_key(turn.words[start:end]))
    covered = {*turn.places[start:end], *turn.core}
    first, last = min(covered), max(covered)
    inside = {place for place in (*turn.places, *turn.core) if first <= place <= last}
    if not claim or inside != covered:
        return None
    if any(token.text in BREAKS for token in tokens[first : last + 1]):
        return None
    if first and lexicon.grammar.tags.get(tokens[first - 1].low) in UNFINISHED:
        return None  # "do not" before a command
    if not turn.sign and not _is_plain(turn, start, end, lexicon):
        return None
    return Own(claim, first, last, turn.sign)


def _is_asked(tokens: Sequence[Token]) -> bool:
    return any(token.text == "?" for token in tokens[-3:])


def _is_plain(turn: Turn, start: int, end: int, lexicon: Lexicon) -> bool:
    helper = next(k for k in range(start, end) if turn.places[k] >= min(turn.core))
    before, after = turn.words[start:helper], turn.words[turn.at : end]
    return is_plainly_denied(before, turn.words[helper], after, lexicon.grammar)


def _apart(found: Iterator[Own]) -> list[Own]:
    """The longest wordings that do not overlap, in the order of the sentence."""
    kept: list[Own] = []
    for own in sorted(found, key=lambda each: (each.first - each.last, not each.sign)):
        if all(own.last < each.first or each.last < own.first for each in kept):
            kept.append(own)
    return sorted(kept, key=lambda each: each.first)


def _replaced(tokens: Sequence[Token], group: Sequence[Own]) -> list[Token]:
    """The sentence with a stand-in for each wording."""
    kept: list[Token] = []
    at = 0
    for number, own in enumerate(group):
        first, last = tokens[own.first], tokens[own.last]
        name = f"{STAND_IN}{number}"
        subject = Token(name, name, first.start, last.end, "word", entity=name)
        verb = Token("is", "is", last.start, last.end, "word")
        quality = Token(STAND_IN, STAND_IN, last.start, last.end, "word", tag="JJ")
        kept.extend([*map(replace, tokens[at : own.first]), subject, verb, quality])
        at = own.last + 1
    return [*kept, *map(replace, tokens[at:])]


def _claimed(reading: Reading, group: Sequence[Own]) -> Reading | None:
    """The reading, with the claim that it is; None where a stand-in is part of something else."""
    root = reading.proposition.root
    inner = tuple(_claimed(each, group) for each in reading.inner)
    kept = tuple(each for each in inner if each is not None)
    names = _stand_ins(root)
    if root.head == STAND_IN and not names:
        return None  # "Unlike kettles, pans ...": more is said than the claim says
    if not names or (inner and len(kept) == len(inner) and any(each.claim for each in kept)):
        return replace(reading, inner=kept) if len(kept) == len(inner) else None
    (role, subject), *more = root.edges or (("", root),)
    is_bare = (
        role == "subj" and not more and subject == replace(Node(subject.head), span=subject.span)
    )
    proposition = reading.proposition
    if not is_bare or root.head != STAND_IN or proposition.duty or reading.unread:
        return None
    if proposition.strength != "generic":
        return None
    own = group[int(subject.head.removeprefix("@" + STAND_IN))]
    sign = (reading.sign == proposition.polarity) == own.sign
    return replace(reading, claim=own.claim, sign=sign)


def _stand_ins(node: Node) -> set[str]:
    found = {node.head} if node.head.startswith("@" + STAND_IN) else set()
    return found.union(*(_stand_ins(each) for _, each in node.edges))


def _all_there(readings: Sequence[Reading], group: Sequence[Own]) -> bool:
    """Whether every wording came out as a reading."""
    claims = [each.claim for reading in readings for each in (reading, *reading.inner)]
    return {own.claim for own in group} <= {*claims}
