"""A sentence as readings: its clauses, and whether its writer stands behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from factcheck.language.anaphora import point_back
from factcheck.language.calendar import with_dates
from factcheck.language.clauses import Clauses
from factcheck.language.doubts import Gap, clause_starts, silenced
from factcheck.language.draft import Draft
from factcheck.language.echoes import MARKS, unmarked, unplaced, with_echoes
from factcheck.language.endings import without_reporter, without_tag
from factcheck.language.equations import equate, labelled, singled_out
from factcheck.language.framing import Frame
from factcheck.language.grammar import Grammar
from factcheck.language.idioms import without_idioms
from factcheck.language.interjections import without_closer, without_interjections
from factcheck.language.judgements import without_judgement
from factcheck.language.lexicon import Lexicon
from factcheck.language.listing import plainly_listed
from factcheck.language.mentions import correct_slips, join_compounds, link
from factcheck.language.numerals import with_numerals
from factcheck.language.openings import without_opening
from factcheck.language.preambles import without_preambles
from factcheck.language.reference import is_referent, refer
from factcheck.language.second_look import Choice, Snapshot, awaits_verb, other_choices
from factcheck.language.stances import has_that, head_with, readings_of, span_from
from factcheck.language.tagging import tag
from factcheck.language.tagset import ADJ, ADV, NOUNS, VERBS, is_plural
from factcheck.language.tokens import Token, tokenise
from factcheck.model.place import Span
from factcheck.model.proposition import Analysis, Node, Reading
from factcheck.model.result import Cue, Mention
from factcheck.model.verdict import Kind, Stance

SEPARATORS = frozenset({",", ";", ":", "CC", '"', "(", ")", "/"})
CONTENT = VERBS | NOUNS | ADJ | ADV | {"CD", "VBP"}
LABELS = ADJ | VERBS
CONTRASTS = frozenset({"but", "yet", "however"})
LONGEST = 400
DASHES = frozenset("-\u2012\u2013\u2014\u2015")


def analyse(
    text: str, lexicon: Lexicon, before: Analysis | None = None, seen: list[Token] | None = None
) -> Analysis:
    """The readings of one sentence. `before` is the one before it, which its pronouns refer to.

    `seen` collects the tokens with their parts of speech, less what frames the sentence.
    """
    return read(words_of(text, lexicon), lexicon, before, seen)


def words_of(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a sentence, with slips corrected and each name one token."""
    tokens = tokenise(text)[:LONGEST]
    _bracket_dashes(tokens, text)
    correct_slips(tokens, lexicon)
    return link(tokens, lexicon)


def read(
    tokens: list[Token],
    lexicon: Lexicon,
    before: Analysis | None = None,
    seen: list[Token] | None = None,
) -> Analysis:
    """The readings of a sentence that is cut into its words."""
    tokens = without_preambles(_without_quotes(tokens), lexicon.grammar)
    tokens = without_idioms(tokens, lexicon.grammar)
    tokens = plainly_listed(tokens, lexicon.grammar)
    tokens = with_numerals(with_dates(tokens, lexicon.grammar), lexicon.grammar)
    join_compounds(tokens, lexicon)
    _join_participles(tokens)
    kind = Kind.QUESTION if any(token.text == "?" for token in tokens[-3:]) else Kind.STATEMENT
    frame = Frame()
    tokens = singled_out(without_opening(tokens, lexicon, frame))
    tokens = labelled(tokens, lexicon.grammar)
    tokens = without_interjections(tokens, lexicon.grammar)
    tokens = without_closer(without_tag(tokens, lexicon.grammar), lexicon.grammar)
    whole = tokens
    tokens = without_reporter(tokens, lexicon, frame)
    tokens = without_judgement(tokens, lexicon, frame)
    before = before or Analysis(())
    first = _look(tokens, lexicon, frame, before, kind)
    mentions = _mentions(whole, lexicon)
    look = first if first.is_whole else _second_look(first, lexicon, frame, before, kind)
    readings, unread, frame = look.readings, [text for _, text in look.gaps], look.frame
    if seen is not None:
        seen.extend(look.tokens)
    if any(reading.kind is Kind.QUESTION for reading in readings):
        kind = Kind.QUESTION
    if any(("adv", "respectively") in _edges(reading) for reading in readings):
        unread.append("respectively")  # who goes with what
        readings = [replace(each, unread=(*each.unread, "respectively")) for each in readings]
    if frame.presupposes:
        kind = Kind.QUESTION
        readings = [_presupposed(reading) for reading in readings]
    if kind is Kind.QUESTION:
        readings = [_asked(reading) for reading in readings]
    readings = [_told_in_part(reading) for reading in readings]
    return Analysis(
        tuple(readings),
        mentions,
        tuple(unread),
        kind,
        _topic(readings, lexicon.grammar) or before.topic,
        frame.infers,
        look.told if kind is Kind.STATEMENT else (),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """A sentence with its parts of speech, what came out of it, and the words not understood."""

    tokens: list[Token]
    readings: list[Reading]
    gaps: list[Gap]
    told: tuple[Draft, ...]
    frame: Frame
    untagged: Snapshot

    @property
    def is_whole(self) -> bool:
        """Whether all of it was understood, as a statement."""
        return not self.gaps and not any(_is_partial(reading) for reading in self.readings)


def _is_partial(reading: Reading) -> bool:
    return bool(reading.unread) or reading.proposition.root.head == "nominal"


def _look(
    tokens: list[Token],
    lexicon: Lexicon,
    frame: Frame,
    before: Analysis,
    kind: Kind,
    choice: Choice | None = None,
) -> _Look:
    untagged = Snapshot(tokens)
    frame = replace(frame, cues=[*frame.cues])
    tag(tokens, lexicon, choice)
    tokens = with_echoes(tokens) if kind is Kind.STATEMENT else tokens
    equate(tokens)
    reader = Clauses(
        [*tokens],
        lexicon.grammar,
        is_asked=kind is Kind.QUESTION,
        takes_not=frame.presupposes,
    )
    readings, gaps, told = _clauses(reader, lexicon, frame, before)
    return _Look(tokens, readings, gaps, told, frame, untagged)


def _second_look(
    first: _Look, lexicon: Lexicon, frame: Frame, before: Analysis, kind: Kind
) -> _Look:
    """The first reading with one word taken otherwise that leaves nothing out; else the first."""
    tokens = first.untagged.tokens
    gap = first.gaps[0][0] if first.gaps else awaits_verb(tokens)
    for choice in other_choices(tokens, gap) if gap >= 0 else ():
        again = _look(first.untagged.restored(), lexicon, frame, before, kind, choice)
        if again.readings and again.is_whole:
            return again
    return first


def _bracket_dashes(tokens: list[Token], text: str) -> None:
    """Reads two dashes around a remark as brackets."""
    dashes = [k for k, t in enumerate(tokens) if t.text == ";" and text[t.start] in DASHES]
    if len(dashes) != 2 or dashes[0] == 0 or not 1 < dashes[1] - dashes[0] < 16:
        return
    for k, mark in zip(dashes, "()", strict=True):
        tokens[k] = replace(tokens[k], text=mark, low=mark)


def _edges(reading: Reading) -> list[tuple[str, str]]:
    return [(role, node.head) for role, node in reading.proposition.root.edges]


def _join_participles(tokens: list[Token]) -> None:
    """Reads "Is X EMA approved?" like "Is X EMA-approved?"."""
    for before, name, token, after in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if (
            before.entity
            and name.entity
            and token.low.endswith("ed")
            and (after.kind == "punct" or after.low in ("for", "to", "as", "in", "by"))
        ):
            token.glued = True


def _without_quotes(tokens: list[Token]) -> list[Token]:
    """Without the quotes around a clause that "that" opens."""
    for at in range(1, len(tokens)):
        if tokens[at].text == '"' and tokens[at - 1].low == "that":
            end = next((k for k in range(at + 1, len(tokens)) if tokens[k].text == '"'), 0)
            if end:
                return tokens[:at] + tokens[at + 1 : end] + tokens[end + 1 :]
    return tokens


def _presupposed(reading: Reading) -> Reading:
    inner = tuple(_presupposed(each) for each in reading.inner)
    return replace(reading, is_granted=True, inner=inner)


def _told_in_part(reading: Reading) -> Reading:
    """The reading, not understood where "is" says nothing of its subject that could be read.

    "Is indoors" says something, "is moderately" does not.
    """
    root = reading.proposition.root
    rest = [(role, node) for role, node in root.edges if role != "subj"]
    if root.head != "be" or any(role != "adv" or node.head[-2:] != "ly" for role, node in rest):
        return reading
    return replace(reading, unread=(*reading.unread, "is"))


def _asked(reading: Reading) -> Reading:
    stance = Stance.ASKED if reading.stance is Stance.ASSERTED else reading.stance
    return replace(reading, kind=Kind.QUESTION, stance=stance)


def _mentions(tokens: list[Token], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Names of entities, corrected words and, where no entities are declared, nouns of claims."""
    found = []
    for token in tokens:
        span = Span(token.start, token.end)
        if token.entity or token.read_as:
            found.append(Mention(span, token.entity or token.read_as, token.read_as))
        elif token.tag in NOUNS and lexicon.store.get("noun", token.lemma) is not None:
            found.append(Mention(span, token.lemma))
    return tuple(found)


def _clauses(
    reader: Clauses, lexicon: Lexicon, frame: Frame, before: Analysis
) -> tuple[list[Reading], list[Gap], tuple[Draft, ...]]:
    readings: list[Reading] = []
    places: list[tuple[int, int]] = []
    gaps: list[Gap] = []
    topic = before.topic
    previous: list[Draft] = []
    told = [each for each in before.told if isinstance(each, Draft)]
    number = 0
    is_joined = True
    contrasted: set[int] = set()  # clauses that a contrast follows
    while reader.at() is not None:
        cause = (previous or told)[-1:]
        way = _way(reader) if cause and not cause[0].inner else ""
        reader.i += 3 if way else 0
        is_joined = is_joined or bool(way)
        token = reader.tokens[reader.i]
        if readings and token.low in lexicon.grammar.inferences:
            frame.infers = True
        is_told = token.tag == "THAT" and reader.tag(-1) != "SUB" and reader.starts_noun_phrase(1)
        if readings and is_told:
            # what somebody said goes on: ", that P and that Q"
            nxt = _end_of_sentence(reader)
            gaps.extend(_content(reader, reader.i, nxt, ("PRP",)))
            reader.i, is_joined = nxt, True
            continue
        if (
            token.tag in SEPARATORS
            or token.tag in (".", "?", "!", "THAT")
            or (token.low in lexicon.grammar.contrasts and token.tag == "SUB")
            or (token.tag == "SUB" and token.low in ("so", "but", "yet", "given"))
            or token.low in ("given", "therefore", "thus", "hence", "then", "too", "so")
            or token.tag == "UH"
        ):
            if token.low in CONTRASTS:
                contrasted.add(number)
            reader.i += 1
            is_joined = True
            continue
        if not is_joined:  # a clause cannot start without a join: the one before was misread
            nxt = next((k for k in clause_starts(reader) if k > reader.i), len(reader.tokens))
            if not _content(reader, reader.i, nxt, ("PRP",)):
                nxt = len(reader.tokens)
            gaps.extend(_content(reader, reader.i, nxt, ("PRP",)))
            reader.i, is_joined = nxt, True
            continue
        is_joined = False
        mark = reader.i
        reader.held = []
        reader.unreal = []
        reader.sides = []
        reader.infers = False
        drafts = reader.clause()
        frame.infers = frame.infers or reader.infers
        gaps.extend((mark, text) for text in reader.unread)
        reader.unread = []
        if reader.i == mark:
            gaps.append((mark, token.text))
            reader.i += 1
            is_joined = True
            continue
        drafts = [draft for draft in drafts if draft is not None]
        sides = list(reader.sides)
        if reader.tag() == ":" and reader.i == mark + 1 and token.tag in LABELS:
            gaps.append((mark, token.text))  # "Disputed: ..."
            is_joined = True
            continue
        if all(draft.kind == "nominal" for draft in drafts):
            is_joined = True
            if reader.tag() == ":" and not sides:
                head_with(drafts, span_from(reader, mark), lexicon, frame)
                continue  # a heading before the statement: "Fast relief: ..."
            if not readings and reader.at() is None and not sides:
                for draft in drafts:
                    readings.extend(readings_of(draft, reader, lexicon, frame, number, mark))
                continue
            gaps.extend(_content(reader, mark, reader.i))
            if not sides:
                continue
        drafts = [
            *drafts,
            *[inner for draft in drafts for inner in draft.inner if not has_that(draft)],
        ]
        wishes = [cue for draft in drafts for cue in draft.unreal]
        if wishes and reader.tokens[mark].tag in ("HV", "BE", "MD"):
            frame.stance = Stance.HYPOTHETICAL
            frame.cues.extend(dict.fromkeys(wishes))
        mains = [draft for draft in drafts if draft.kind != "nominal"]
        for draft in mains if way else ():
            done = replace(cause[0], subjects=[]) if way == "by" else cause[0]
            draft.add(way, [reader.as_node(done)])
        ordered = _ordered(reader, mark, mains, previous)
        if ordered:  # "mix X with Y and you get Z": what comes of it
            readings = [each for each in readings if each.clause != number]
            places = places[: len(readings)]
        for draft in [*drafts, *sides]:
            if draft.kind == "nominal":
                continue
            if gaps:
                previous, topic = [], ()  # what was not understood may be what "it" is
            filled = _fill_ellipsis(draft, previous or told)
            said = previous or told
            plural = partial(_is_plural, reader.tokens)
            point_back(draft, said, topic, lexicon, reader.tokens, plural)
            if ordered and not draft.is_side:
                draft.add("if", [reader.as_node(replace(each, duty="")) for each in ordered])
            nearest = [*mains, *previous] if draft.is_side else previous
            ask = [partial(each, reader.tokens) for each in (_is_plural, _is_spoken_to)]
            refer(draft, nearest, topic, lexicon.grammar, *ask)
            number += 0 if draft.is_side else 1
            is_answer = filled and number - 1 in contrasted
            held_against = replace(frame, stance=Stance.ASSERTED) if is_answer else frame
            found = readings_of(draft, reader, lexicon, held_against, number, mark)
            readings.extend(found)
            places.extend((mark, reader.i - 1) for _ in found)
        drafts = [
            *drafts,
            *(inner for draft in drafts for inner in draft.inner if has_that(draft)),
        ]
        if drafts:
            main = [draft for draft in drafts if draft.kind != "nominal" and not draft.is_side]
            previous = main or previous
    if gaps and len(places) == len(readings):
        placed = [(each, *place) for each, place in zip(readings, places, strict=True)]
        readings = silenced(placed, gaps, reader, lexicon.grammar)
    answered = _answered_back(readings, contrasted)
    is_said = frame.stance is Stance.ASSERTED and frame.sign and not gaps
    told = [_in_no_text(each) for each in previous if is_said and not each.unreal]
    return _said_by(answered, lexicon), gaps, tuple(told)


def _in_no_text(draft: Draft) -> Draft:
    """A clause as the next sentence may take it up."""
    edges = [(role, [*map(unplaced, nodes)]) for role, nodes in draft.edges]
    subjects = [*map(unplaced, draft.subjects)]
    return replace(draft, edges=edges, subjects=subjects, than=[*map(unplaced, draft.than)])


def _end_of_sentence(reader: Clauses) -> int:
    ends = (k for k, each in enumerate(reader.tokens) if each.tag in (".", "?", "!", ";"))
    return next((k for k in ends if k > reader.i), len(reader.tokens))


def _is_plural(tokens: Sequence[Token], node: Node) -> bool:
    """Whether the head of a noun phrase is a plural in the text."""
    inside = [token for token in tokens if node.span.start <= token.start < node.span.end]
    head = next(
        (token for token in inside if token.tag in NOUNS and token.lemma == node.head), None
    )
    return is_plural(head or inside[-1]) if inside else False


def _is_spoken_to(tokens: Sequence[Token], node: Node) -> bool:
    """Whether a noun phrase is "you", "we" or "I" in the text."""
    inside = [token.low for token in tokens if node.span.start <= token.start < node.span.end]
    return not inside or inside[0] in ("you", "we", "i")


def _ordered(reader: Clauses, mark: int, mains: list[Draft], previous: list[Draft]) -> list[Draft]:
    """The order before "and" that a clause tells the outcome of; none for another order."""
    joint = reader.tokens[mark - 1] if mark else None
    if joint is None or joint.low != "and" or not mains or len(previous) != 1:
        return []
    if any(each.is_order or not each.subjects or each.duty for each in mains):
        return []
    return previous if previous[0].is_order and not previous[0].inner else []


def _way(reader: Clauses) -> str:
    """The role of the clause before in "that is how ...", "that is why ..."; else ""."""
    if reader.low() not in ("that", "this") or reader.low(1) not in ("is", "'s"):
        return ""
    return {"how": "by", "why": "because"}.get(reader.low(2), "") if reader.at(3) else ""


def _content(reader: Clauses, start: int, end: int, also: tuple[str, ...] = ()) -> list[Gap]:
    tokens = list(enumerate(reader.tokens))[start:end]
    return [(k, token.text) for k, token in tokens if token.tag in CONTENT or token.tag in also]


def _answered_back(readings: list[Reading], contrasted: set[int]) -> list[Reading]:
    """ "Some say X, but Y": the writer stands behind the answer, and only behind that."""
    last = max((each.clause for each in readings), default=0)
    kept = [
        each
        for each in readings
        if each.clause not in contrasted or each.clause == last or not _only_reports(each)
    ]
    return kept if any(not each.is_side for each in kept) else readings


def _only_reports(reading: Reading) -> bool:
    """Whether the writer only tells what others say."""
    return reading.stance is Stance.REPORTED or (
        bool(reading.inner) and all(each.stance is Stance.REPORTED for each in reading.inner)
    )


def _said_by(readings: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """ "..., the senator argued": who says it comes last and takes the rest back."""
    if len(readings) < 2:
        return readings
    last = readings[-1]
    root = last.proposition.root
    kind = lexicon.grammar.belief.get(root.head, "")
    if not kind or last.is_side or any(role not in ("subj", "adv", "to") for role, _ in root.edges):
        return readings
    if root.get("subj") is None or any(each.clause == last.clause for each in readings[:-1]):
        return readings
    if kind == "factive":
        return readings[:-1]
    cue = Cue(last.span, "report", root.head)
    return [replace(each, stance=Stance.REPORTED, cues=(*each.cues, cue)) for each in readings[:-1]]


def _fill_ellipsis(draft: Draft, previous: list[Draft]) -> bool:
    """ "X is approved for Y; Z is not": the predicate of the clause before, now denied or not.

    Tells whether the clause denies what was said of the same, or asserts what was denied.
    """
    if (
        draft.verb in ("be", "do", "have", "")
        and all(node.head in MARKS for _, nodes in draft.edges for node in nodes)
        and not (draft.than or draft.dimension)
        and draft.kind in ("is", "verb", "at")
        and previous
        and draft.subjects
    ):
        model = previous[-1]
        if not unmarked(draft, model):
            return False
        if model.is_passive or model.kind in ("is", "isa", "at") or draft.verb in ("do", ""):
            draft.verb, draft.kind, draft.is_passive = model.verb, model.kind, model.is_passive
            draft.edges = list(model.edges)
            draft.more, draft.than, draft.dimension = model.more, model.than, model.dimension
            if draft.strength == "generic":
                draft.strength = model.strength
            is_same = draft.subjects[0].kind == "pronoun"
            return is_same and draft.polarity != model.polarity
    return False


def _topic(readings: list[Reading], grammar: Grammar) -> tuple[Node, ...]:
    """What the sentence was about, for the pronouns of the next one."""
    found: list[Node] = []
    first = next((reading for reading in readings if not reading.is_side), None)
    if first is None:
        return ()
    for reading in readings:
        if reading.is_side or reading.clause != first.clause:
            continue
        root = reading.proposition.root
        node = root.get("subj") or root.get("obj")
        if node is not None and node.head in grammar.no_referents and root.head != "isa":
            things = [n for _, n in root.edges if is_referent(n, grammar)]
            node = things[0] if len(things) == 1 else node  # "You see copper everywhere. It ..."
        if node is not None and not node.head.startswith("@"):
            owner = node.get("of")  # "Copper's story ... It ...": the owner is the topic
            node = owner if owner is not None and owner.head.startswith("@") else node
        if node is not None and is_referent(node, grammar) and node not in found:
            found.append(node)
    return tuple(found)
