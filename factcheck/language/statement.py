"""A sentence as readings: its clauses, and whether its writer stands behind each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.language.clauses import Clauses
from factcheck.language.complements import CONTRASTS
from factcheck.language.draft import Draft
from factcheck.language.grammar import Grammar
from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import correct_slips, join_compounds, link
from factcheck.language.phrases import FINITE_TAGS
from factcheck.language.propositions import MISTAKENLY, propositions
from factcheck.language.reference import is_referent, refer
from factcheck.language.tagging import tag
from factcheck.language.tagset import ADJ, ADV, NOUNS, VERBS
from factcheck.language.tokens import Token, tokenise
from factcheck.model.place import Span
from factcheck.model.proposition import Analysis, Node, Proposition, Reading
from factcheck.model.result import Cue, Mention
from factcheck.model.verdict import Kind, Stance

INFERENCES = frozenset({"so", "therefore", "thus", "hence", "consequently", "accordingly"})
INFERRING = frozenset({"prove", "show", "demonstrate", "mean", "indicate", "imply"})
LEADING_IN = frozenset({"according", "in"})
THAT = (Token("that", "that", 0, 0, "word"),)
INTERJECTIONS = frozenset({"however", "moreover", "furthermore", "meanwhile", "indeed", "overall"})
SEPARATORS = frozenset({",", ";", ":", "CC", '"', "(", ")", "/"})
CONTENT = VERBS | NOUNS | ADJ | ADV | {"CD", "VBP"}
LONGEST = 400


@dataclass(slots=True)
class _Frame:
    """The stance that words at the head of a sentence give to all of it."""

    stance: Stance = Stance.ASSERTED
    sign: bool = True
    cues: list[Cue] = field(default_factory=list)
    infers: bool = False


def analyse(text: str, lexicon: Lexicon, topic: tuple[Node, ...] = ()) -> Analysis:
    """The readings of one sentence. `topic` is what "it" and "they" at its start refer to."""
    tokens = tokenise(text)[:LONGEST]
    correct_slips(tokens, lexicon)
    link(tokens, lexicon)
    tokens = _without_idioms(tokens, lexicon.grammar)
    join_compounds(tokens, lexicon)
    _join_participles(tokens)
    kind = Kind.QUESTION if any(token.text == "?" for token in tokens[-3:]) else Kind.STATEMENT
    frame = _Frame()
    tokens = _strip_head(tokens, lexicon, frame)
    tokens = _strip_tail(tokens)
    whole = tokens
    tokens = _strip_reporter(tokens, lexicon, frame)
    tokens = _strip_judgement(tokens, lexicon, frame)
    tag(tokens, lexicon)
    mentions = _mentions(whole, lexicon)
    _equate(tokens)
    persons = frozenset(word for word, kind in lexicon.grammar.kinds.items() if kind == "people")
    reader = Clauses(tokens, lexicon.grammar, is_asked=kind is Kind.QUESTION)
    readings, unread = _clauses(reader, lexicon, frame, topic)
    if any(reading.kind is Kind.QUESTION for reading in readings):
        kind = Kind.QUESTION
    if any(token.low == "respectively" for token in tokens):
        unread.append("respectively")  # who goes with what
        readings = [replace(each, unread=(*each.unread, "respectively")) for each in readings]
    if kind is Kind.QUESTION:
        readings = [_asked(reading) for reading in readings]
    return Analysis(
        tuple(readings),
        mentions,
        tuple(unread),
        kind,
        _topic(readings, persons) or topic,
        frame.infers,
    )


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


def _without_idioms(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with each idiom put in the plain words that it stands for."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        length, plain = _match(tokens, at, grammar.idioms)
        if length:
            last = tokens[at + length - 1]
            found.extend(
                Token(word, word, tokens[at].start, last.end, "word") for word in plain.split()
            )
        else:
            found.append(tokens[at])
        at += length or 1
    return found


def _equate(tokens: list[Token]) -> None:
    """Reads "Copper: a soft metal" as "Copper is a soft metal"."""
    colon = next((k for k, token in enumerate(tokens) if token.tag == ":"), 0)
    if not 0 < colon <= 5 or colon + 1 >= len(tokens):
        return
    finite = FINITE_TAGS | {"VB", "VBP"}
    if any(token.tag in finite for token in tokens) or tokens[colon - 1].tag not in NOUNS:
        return
    mark = tokens[colon]
    tokens[colon] = replace(mark, tag="BE", low="is", kind="word", lemma="be")


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


# -- the head and the tail of a sentence ------------------------------------------------------


def _match(tokens: list[Token], at: int, table: object) -> tuple[int, str]:
    """Length and label of the longest phrase of a table at a place; (0, "") when none fits."""
    if at >= len(tokens):
        return 0, ""
    options = table.get(tokens[at].low, ())  # type: ignore[attr-defined]
    for words, label in options:
        if tuple(token.low for token in tokens[at : at + len(words)]) == tuple(w for w in words):
            return len(words), label
    return 0, ""


def _strip_head(tokens: list[Token], lexicon: Lexicon, frame: _Frame) -> list[Token]:
    """Takes off what stands before the statement itself, and keeps what it does to it."""
    grammar = lexicon.grammar
    at = 0
    while at < len(tokens):
        while at < len(tokens) and (
            tokens[at].text in (",", ":", ";", "-", "*", '"', ".", ">", "#", "!")
            and at < len(tokens) - 1
        ):
            at += 1
        if (
            tokens[at].kind == "number"
            and at + 1 < len(tokens)
            and tokens[at + 1].text in (".", ")")
        ):
            at += 2  # the number of a list item
            continue
        knows = _comma(tokens, at)
        if (
            tokens[at].low == "as"
            and 0 < knows - at <= 7
            and any(
                token.low in ("know", "knows", "known", "established", "shown", "confirmed")
                for token in tokens[at:knows]
            )
        ):
            at = knows + 1
            continue
        length, label = _match(tokens, at, grammar.labels)
        if length:
            length += _numbered(tokens, at + length)
        if (
            length
            and at + length < len(tokens)
            and tokens[at + length].text in (":", ";", "-", ".", "#", ")")
        ):
            if label == "denied":
                frame.sign = not frame.sign
                frame.stance = Stance.DEBUNKED
                frame.cues.append(_cue(tokens, at, at + length, "debunk"))
            at += length + 1
            continue
        length, _ = _match(tokens, at, grammar.hypothesisers)
        if (
            length
            and not (tokens[at].low == "what" and tokens[-1].text != "?")
            and _is_whole_head(tokens, at + length)
        ):
            frame.stance = Stance.HYPOTHETICAL
            frame.cues.append(_cue(tokens, at, at + length, "hypothesis"))
            at += length
            continue
        length, _ = _match(tokens, at, grammar.endorsers)
        if length:
            at = _past_comma(tokens, at + length)
            continue
        if (
            tokens[at].low in ("contrary", "despite", "against")
            and at + 1 < len(tokens)
            and tokens[at + 1].low in ("to", "what", "the")
        ):
            comma = _comma(tokens, at)
            if comma and any(
                t.low
                in (
                    "belief",
                    "think",
                    "believe",
                    "say",
                    "says",
                    "myth",
                    "heard",
                    "opinion",
                    "claim",
                    "claims",
                    "told",
                    "read",
                    "rumor",
                    "rumors",
                    "assume",
                )
                for t in tokens[at:comma]
            ):
                at = comma + 1
                continue
        length, _ = _match(tokens, at, grammar.reporters)
        if length:
            frame.stance = Stance.REPORTED
            end = at + length
            if tokens[at].low in ("according", "in") and tokens[end - 1].low in ("to", "of"):
                end = _past_comma(tokens, end)
            frame.cues.append(_cue(tokens, at, end, "report"))
            at = end
            continue
        length, _ = _match(tokens, at, grammar.openers)
        if length and at + length < len(tokens) and _opens(tokens, at, length):
            at += length
            continue
        break
    return _without_interjection(tokens[at:], grammar)


def _without_interjection(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Takes a discourse marker out from behind a subject: "Glass, on the other hand, breaks"."""
    first = next((k for k, token in enumerate(tokens) if token.text == ","), 0)
    if not 0 < first <= 8 or any(
        grammar.tags.get(token.low) in ("BE", "DO", "MD", "HV", "SUB") for token in tokens[:first]
    ):
        return tokens
    length, _ = _match(tokens, first + 1, grammar.openers)
    end = first + 1 + length
    if (
        not length
        or not (length > 1 or tokens[first + 1].low in INTERJECTIONS)
        or end >= len(tokens)
        or tokens[end].text != ","
    ):
        return tokens
    return tokens[:first] + tokens[end + 1 :]


def _numbered(tokens: list[Token], at: int) -> int:
    """How many tokens number a label: "Myth #3"."""
    length = 0
    while at + length < len(tokens) and (
        tokens[at + length].text == "#" or tokens[at + length].kind == "number"
    ):
        length += 1
    return length


def _is_whole_head(tokens: list[Token], after: int) -> bool:
    return after < len(tokens)


def _opens(tokens: list[Token], at: int, length: int) -> bool:
    """Whether an opener is one here: a comma follows, or it is a word that can only open."""
    after = tokens[at + length]
    if after.text in (",", ":", ";"):
        return True
    word = tokens[at].low
    if length > 1:
        return tokens[at + length - 1].low in ("that", "if", "whether") or word in (
            "in",
            "of",
            "please",
            "just",
            "for",
        )
    return word in (
        "so",
        "well",
        "and",
        "but",
        "or",
        "however",
        "actually",
        "basically",
        "remember",
        "also",
        "ok",
        "okay",
        "hi",
        "hello",
        "hey",
        "honestly",
        "surely",
        "obviously",
        "clearly",
    ) and (after.kind == "word" and after.low not in ("far", "much", "many", "that"))


def _comma(tokens: list[Token], at: int) -> int:
    return next((k for k in range(at, len(tokens)) if tokens[k].text == ","), 0)


def _past_comma(tokens: list[Token], at: int) -> int:
    comma = _comma(tokens, at)
    return comma + 1 if comma else at


def _cue(tokens: list[Token], start: int, end: int, kind: str) -> Cue:
    last = tokens[min(end, len(tokens)) - 1]
    return Cue(
        Span(tokens[start].start, last.end), kind, " ".join(t.text for t in tokens[start:end])
    )


def _strip_reporter(tokens: list[Token], lexicon: Lexicon, frame: _Frame) -> list[Token]:
    """Takes off who says so at the end: "..., according to X", "..., or so X say"."""
    for at in range(len(tokens) - 1, 2, -1):
        before, length = tokens[at - 1], 0
        if before.text == "," and [token.low for token in tokens[at : at + 2]] == ["or", "so"]:
            length = 2
        elif before.text == "," or tokens[at].low == "according":
            length, _ = _match([*tokens[at:], *THAT], 0, lexicon.grammar.reporters)
            if len(tokens) - at > length and tokens[at].low not in LEADING_IN:
                length = 0  # "..., apparently X is Y" opens a clause
        if length and not any(token.text in (",", ";") for token in tokens[at:]):
            frame.stance = Stance.REPORTED
            frame.cues.append(_cue(tokens, at, len(tokens), "report"))
            return tokens[: at - 1] if before.text == "," else tokens[:at]
    return tokens


def _strip_tail(tokens: list[Token]) -> list[Token]:
    """Takes off a tag question ("isn't it?"), "or not", "right?" and end marks."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "punct" and tokens[end - 1].text not in (")", '"', "%"):
        end -= 1
    low = [token.low for token in tokens[:end]]
    for tail in (
        ["or", "not"],
        ["right"],
        ["correct"],
        ["yes", "or", "no"],
        ["true", "or", "false"],
        ["huh"],
        ["or", "no"],
        ["anyway"],
        ["please"],
    ):
        if (
            len(low) > len(tail) + 2
            and low[-len(tail) :] == tail
            and (len(tail) > 1 or tokens[end - len(tail) - 1].text == ",")
        ):
            end -= len(tail)
            break
    else:
        if (
            end > 5
            and low[-1] in ("it", "they", "he", "she", "you", "there")
            and "," in [t.text for t in tokens[end - 5 : end - 1]]
        ):
            comma = max(k for k in range(end - 5, end - 1) if tokens[k].text == ",")
            if tokens[comma + 1].low in (
                "is",
                "are",
                "was",
                "does",
                "do",
                "did",
                "can",
                "will",
                "has",
                "have",
                "could",
                "should",
                "would",
                "were",
            ):
                end = comma
    while end and tokens[end - 1].text in (",", ".", ":", ";", "?", "!"):
        end -= 1
    return tokens[:end]


def _strip_judgement(tokens: list[Token], lexicon: Lexicon, frame: _Frame) -> list[Token]:
    """Takes "is false", "is a myth" off the end of a clause that has a verb of its own."""
    grammar = lexicon.grammar
    last = max((k for k, t in enumerate(tokens) if t.low in ("is", "was", "'s")), default=0)
    if not 2 <= last < len(tokens) - 1:
        return tokens
    before = tokens[:last]
    is_clause = before[0].low == "that" or not any(t.low == "that" for t in before)
    verbs = ("BE", "MD", "DO", "HV")
    if not is_clause or not any(grammar.tags.get(t.low) in verbs for t in before[1:]):
        return tokens
    if any(t.text in (",", ";", ":") for t in before):
        return tokens
    at, sign = last + 1, True
    while at < len(tokens) and tokens[at].low in (
        "not",
        "a",
        "an",
        "just",
        "simply",
        "only",
        "clearly",
    ):
        sign = sign != (tokens[at].low == "not")
        at += 1
    length, label = _match(tokens, at, grammar.truth)
    if not length or at + length != len(tokens) or label not in ("true", "false"):
        return tokens
    if sign != (label == "true"):
        frame.sign = not frame.sign
        frame.stance = Stance.DEBUNKED if frame.stance is Stance.ASSERTED else frame.stance
    frame.cues.append(_cue(tokens, last, len(tokens), "truth"))
    return before[1:] if before[0].low == "that" else before


# -- clauses ----------------------------------------------------------------------------------


def _clauses(
    reader: Clauses, lexicon: Lexicon, frame: _Frame, topic: tuple[Node, ...]
) -> tuple[list[Reading], list[str]]:
    readings: list[Reading] = []
    unread: list[str] = []
    previous: list[Draft] = []
    number = 0
    is_joined = True
    persons = frozenset(word for word, kind in lexicon.grammar.kinds.items() if kind == "people")
    while reader.at() is not None:
        token = reader.tokens[reader.i]
        if readings and token.low in INFERENCES:
            frame.infers = True
        if (
            token.tag in SEPARATORS
            or token.tag in (".", "?", "!", "THAT")
            or (token.low in CONTRASTS and token.tag == "SUB")
            or (token.tag == "SUB" and token.low in ("so", "but", "yet", "given"))
            or token.low in ("given", "therefore", "thus", "hence", "then", "too", "so")
            or token.tag == "UH"
        ):
            reader.i += 1
            is_joined = True
            continue
        if not is_joined:  # a clause cannot start without a join: the one before was misread
            unread.extend(
                t.text for t in reader.tokens[reader.i :] if t.tag in CONTENT or t.tag == "PRP"
            )
            break
        is_joined = False
        mark = reader.i
        reader.held = []
        reader.unreal = False
        reader.sides = []
        drafts = reader.clause()
        if reader.i == mark:
            unread.append(token.text)
            reader.i += 1
            is_joined = True
            continue
        drafts = [draft for draft in drafts if draft is not None]
        sides = list(reader.sides)
        if all(draft.kind == "nominal" for draft in drafts):
            is_joined = True
            if reader.tag() == ":" and not sides:
                continue  # a heading before the statement: "Fast relief: ..."
            if not readings and reader.at() is None and not sides:
                for draft in drafts:
                    readings.extend(_readings(draft, reader, lexicon, frame, number, mark))
                continue
            unread.extend(t.text for t in reader.tokens[mark : reader.i] if t.tag in CONTENT)
            if not sides:
                continue
        drafts = [
            *drafts,
            *[inner for draft in drafts for inner in draft.inner if not _has_that(draft)],
        ]
        if any(
            draft.is_unreal and reader.tokens[mark].tag in ("HV", "BE", "MD") for draft in drafts
        ):
            frame.stance = Stance.HYPOTHETICAL
        for draft in [*drafts, *sides]:
            if draft.kind == "nominal":
                continue
            _fill_ellipsis(draft, previous)
            refer(draft, previous, topic, persons)
            number += 0 if draft.is_side else 1
            found = _readings(draft, reader, lexicon, frame, number, mark)
            readings.extend(found)
        drafts = [
            *drafts,
            *(inner for draft in drafts for inner in draft.inner if _has_that(draft)),
        ]
        if drafts:
            previous = [draft for draft in drafts if draft.kind != "nominal"] or previous
    readings = _said_by(readings, lexicon)
    if unread:
        readings = [
            replace(reading, unread=tuple(unread)) if not reading.is_side else reading
            for reading in readings
        ]
    return readings, unread


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


def _has_that(draft: Draft) -> bool:
    return any(role == "that" for role, _ in draft.edges)


def _fill_ellipsis(draft: Draft, previous: list[Draft]) -> None:
    """ "X is approved for Y; Z is not": the predicate of the clause before."""
    if (
        draft.verb in ("be", "do", "have", "")
        and not draft.edges
        and draft.kind in ("is", "verb", "at")
        and previous
        and draft.subjects
    ):
        model = previous[-1]
        if model.is_passive or model.kind in ("is", "isa", "at") or draft.verb in ("do", ""):
            draft.verb, draft.kind, draft.is_passive = model.verb, model.kind, model.is_passive
            draft.edges = list(model.edges)
            draft.more, draft.than, draft.dimension = model.more, model.than, model.dimension
            if draft.strength == "generic":
                draft.strength = model.strength


def _topic(readings: list[Reading], persons: frozenset[str]) -> tuple[Node, ...]:
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
        if node is not None and not node.head.startswith("@"):
            owner = node.get("of")  # "Copper's story ... It ...": the owner is the topic
            node = owner if owner is not None and owner.head.startswith("@") else node
        if node is not None and is_referent(node, persons) and node not in found:
            found.append(node)
    return tuple(found)


# -- stance -----------------------------------------------------------------------------------


def _readings(
    draft: Draft, reader: Clauses, lexicon: Lexicon, frame: _Frame, number: int, mark: int
) -> list[Reading]:
    """The readings of one clause, each with the stance that its words and its frame give it."""
    span = _span(reader, mark)
    stance, sign, cues = frame.stance, frame.sign, [*frame.cues, *draft.cues]
    places = [node for role in ("in", "on") for node in draft.get(role)]
    if draft.is_unreal or reader.unreal or any(n.head in lexicon.grammar.fiction for n in places):
        stance = Stance.HYPOTHETICAL
    elif draft.is_viewed and any(not node.head.startswith("@") for node in draft.get("by")):
        stance = Stance.REPORTED  # "is considered a sport by some"
    kind = Kind.QUESTION if draft.is_question else Kind.STATEMENT
    inner_drafts = [inner for inner in draft.inner if _has_that(draft)]
    held = [each for _, group in reader.held for each in group]
    wrapped = _wrapper(draft, reader, lexicon)
    found: list[Reading] = []
    if wrapped is not None and (inner_drafts or held or wrapped[2]):
        inner_sign, inner_stance, drafts, cue = wrapped
        frame.infers = frame.infers or cue.kind == "inference"
        for each in drafts or inner_drafts or held:
            if each.kind == "nominal":
                continue
            for proposition in propositions(each, lexicon.grammar, span.start, span.end):
                chosen = stance if stance is not Stance.ASSERTED else inner_stance
                if each.is_unreal:
                    chosen = Stance.HYPOTHETICAL
                found.append(
                    Reading(
                        proposition,
                        span,
                        chosen,
                        sign == inner_sign,
                        kind,
                        (*cues, *each.cues, cue),
                        (),
                        draft.is_side,
                        True,
                        (),
                        number,
                    )
                )
        if wrapped[2] or (
            inner_stance in (Stance.ASSERTED, Stance.DEBUNKED) and _is_truth_frame(draft)
        ):
            return found
    return [
        Reading(
            proposition,
            span,
            stance,
            sign,
            kind,
            tuple(cues),
            (),
            draft.is_side,
            False,
            tuple(found),
            number,
        )
        for proposition in _normal(draft, lexicon, span)
    ]


def _span(reader: Clauses, mark: int) -> Span:
    end = max(mark + 1, min(reader.i, len(reader.tokens)))
    return Span(reader.tokens[mark].start, reader.tokens[end - 1].end)


def _normal(draft: Draft, lexicon: Lexicon, span: Span) -> list[Proposition]:
    """The propositions of a clause, with "it is A to do B" read as "doing B is A"."""
    if (
        len(draft.subjects) == 1
        and draft.subjects[0].head in ("it", "this")
        and draft.kind in ("is", "isa")
    ):
        inner = draft.get("to") or draft.get("that")
        if inner and draft.subjects[0].kind == "pronoun":
            draft = replace(
                draft, subjects=list(inner), edges=[(r, n) for r, n in draft.edges if n != inner]
            )
    if _is_cleft(draft):
        kind = draft.get("obj")[0]
        clause = kind.get("rel")
        if clause is not None:
            edges = (("subj", kind.without("rel")), *clause.edges)
            polarity = draft.polarity != clause.negated
            root = replace(clause, edges=edges, negated=False)
            return [Proposition(root, polarity, draft.strength, span=span)]
    return propositions(draft, lexicon.grammar, span.start, span.end)


def _is_cleft(draft: Draft) -> bool:
    """Whether this is "It is oil that protects the chain"."""
    subject, found = draft.subjects[:1], draft.get("obj")
    return (
        bool(subject)
        and subject[0].kind == "pronoun"
        and subject[0].head == "it"
        and draft.kind == "isa"
        and len(found) == 1
        and len(draft.edges) == 1
        and found[0].get("rel") is not None
    )


def _is_truth_frame(draft: Draft) -> bool:
    return draft.kind in ("is", "isa", "exist")


def _wrapper(
    draft: Draft, reader: Clauses, lexicon: Lexicon
) -> tuple[bool, Stance, list[Draft], Cue] | None:
    """What the words around an inner clause make of it: (sign, stance, clauses, cue)."""
    grammar = lexicon.grammar
    cue = Cue(_span(reader, reader.i - 1) if reader.i else Span(0, 0), "report", draft.verb)
    if draft.kind in ("is", "isa"):
        words = [node for role in ("pred", "obj", "unpred") for node in draft.get(role)]
        about_idea = any(
            node.head in grammar.idea_nouns or (node.kind == "verb" and node.head in grammar.belief)
            for node in draft.subjects
        ) and bool(reader.held)
        about_it = (
            bool(draft.inner or reader.held)
            and bool(draft.subjects)
            and draft.subjects[0].head in ("it", "this", "fact", "truth")
        )
        if not (about_idea or about_it) or not words:
            return None
        label = _truth_label(words[0], lexicon)
        cue = replace(cue, kind="debunk" if label == "false" else "truth", words=words[0].head)
        turned = bool(draft.get("unpred"))
        if label in ("true", "false"):
            value = (label == "true") == (draft.polarity != turned)
            return value, Stance.ASSERTED if value else Stance.DEBUNKED, [], cue
        if label == "impossible" or label == "possible":
            positive = (label == "possible") == (draft.polarity != turned)
            for each in draft.inner:
                each.strength = "may"
                if [node.head for node in each.subjects] == ["it"]:
                    each.subjects = [Node("people", "noun")]  # "possible to": for anyone
            return positive, Stance.ASSERTED, list(draft.inner), cue
        return True, Stance.REPORTED, [], cue
    if draft.kind == "exist" and any(n.head in grammar.doubt_nouns for n in draft.subjects):
        denied = not draft.polarity or any(node.quant == "no" for node in draft.subjects)
        stance = Stance.ASSERTED if denied else Stance.REPORTED
        return (True, stance, [], cue) if reader.held else None
    if draft.kind == "exist" and any(
        node.head in grammar.evidence_nouns for node in draft.subjects
    ):
        if reader.held and (
            not draft.polarity or any(node.quant == "no" for node in draft.subjects)
        ):
            return False, Stance.DEBUNKED, [], replace(cue, kind="debunk", words="no evidence")
        return (True, Stance.REPORTED, [], cue) if reader.held else None
    kind = grammar.belief.get(draft.verb, "")
    if not kind or not draft.inner:
        return None
    if kind == "denying" and (
        not draft.polarity or any(node.quant == "no" for node in draft.subjects)
    ):
        return True, Stance.ASSERTED, [], cue  # "nobody can deny that"
    if any(node.quant == "no" for node in draft.subjects) and kind != "denying":
        if kind == "nonfactive" and draft.duty in ("should", "must"):
            return False, Stance.DEBUNKED, [], replace(cue, kind="debunk")
        return True, Stance.REPORTED, [], cue  # "no study has shown that": nothing follows
    if kind == "factive":
        if draft.verb in INFERRING and not _is_witnessed(draft, grammar):
            cue = replace(cue, kind="inference")
        if (
            draft.polarity
            and draft.strength == "generic"
            and not draft.duty
            and not draft.is_unreal
        ):
            return True, Stance.ASSERTED, [], cue
        return True, Stance.REPORTED, [], cue
    if kind == "denying":
        return False, Stance.REPORTED, [], cue
    if any(node.head in MISTAKENLY for node in draft.get("adv")):
        return False, Stance.DEBUNKED, [], replace(cue, kind="debunk")
    if not draft.polarity and _advises(draft):
        return False, Stance.DEBUNKED, [], replace(cue, kind="debunk")
    return True, Stance.OPINION if _is_first_person(draft, reader) else Stance.REPORTED, [], cue


def _is_witnessed(draft: Draft, grammar: Grammar) -> bool:
    """Whether somebody or some study shows it, rather than one fact another."""
    return any(
        node.kind == "pronoun" or node.head in grammar.witnesses or node.head in grammar.kinds
        for node in draft.subjects
    )


def _advises(draft: Draft) -> bool:
    """ "Nobody should think that", "don't believe that"."""
    return draft.duty in ("should", "must") and draft.verb in (
        "think",
        "believe",
        "assume",
        "imagine",
        "say",
        "claim",
        "suppose",
    )


def _is_first_person(draft: Draft, reader: Clauses) -> bool:
    return any(token.low in ("i", "we") for token in reader.tokens[:3])


def _truth_label(node: Node, lexicon: Lexicon) -> str:
    """ "true", "false", "possible", "impossible", "open" or "" for what a clause is said to be."""
    words = {node.head, *(each.head for role, each in node.edges if role == "mod")}
    if node.kind == "adj" and node.negated:
        words.add("un" + node.head)
    negated = node.quant == "no" or node.negated
    for label in ("false", "true", "impossible", "possible", "open"):
        for options in lexicon.grammar.truth.values():
            for phrase, name in options:
                bare = [word for word in phrase if word not in ("a", "an", "the", "no")]
                if name == label and len(bare) == 1 and bare[0] in words and phrase[0] != "no":
                    if negated and label in ("true", "false"):
                        return "false" if label == "true" else "true"
                    return label
    return ""
