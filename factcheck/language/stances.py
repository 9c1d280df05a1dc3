"""The readings of a clause: what it says, and whether its writer stands behind it."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.clauses import Clauses
from factcheck.language.dispensations import dispensations, dispensed
from factcheck.language.draft import Draft
from factcheck.language.frames import framed
from factcheck.language.framing import Frame
from factcheck.language.gaps import filled
from factcheck.language.generics import generics, is_single
from factcheck.language.grammar import Grammar
from factcheck.language.ideas import idea_holds, is_consensus, is_witnessed
from factcheck.language.lexicon import Lexicon
from factcheck.language.offers import advice, granted, offers
from factcheck.language.propositions import propositions
from factcheck.language.remarks import fill_gap
from factcheck.model.place import Span
from factcheck.model.proposition import Node, Proposition, Reading
from factcheck.model.result import Cue
from factcheck.model.verdict import Kind, Stance

Wrapped = tuple[bool, Stance, list[Draft], Cue]  # sign, stance, clauses, cue

HAVING = frozenset({"with", "without"})


def readings_of(
    draft: Draft, reader: Clauses, lexicon: Lexicon, frame: Frame, number: int, mark: int
) -> list[Reading]:
    """The readings of one clause, each with the stance that its words and its frame give it."""
    span = draft.where or span_from(reader, mark)
    stance, sign, cues = frame.stance, frame.sign, [*frame.cues, *draft.cues]
    places = [node for role in ("in", "on") for node in draft.get(role)]
    wrapped = _wrapper(draft, reader, lexicon)
    supposed = [
        *(draft.unreal if not _judges(draft, wrapped) else ()),
        *reader.unreal,
        *(_cue(n, "hypothesis", reader) for n in places if n.head in lexicon.grammar.fiction),
    ]
    viewers = [node for node in draft.get("by") if not node.head.startswith("@")]
    if supposed:
        stance = Stance.HYPOTHETICAL
        cues.extend(cue for cue in dict.fromkeys(supposed) if cue not in cues)
    elif draft.is_viewed and viewers:
        stance = Stance.REPORTED  # "is considered a sport by some"
        cues.extend(_cue(node, "report", reader) for node in viewers)
    kind = Kind.QUESTION if draft.is_question else Kind.STATEMENT
    inner_drafts = [inner for inner in draft.inner if has_that(draft)]
    held = [each for _, group in reader.held for each in group]
    found: list[Reading] = []
    if wrapped is not None and (inner_drafts or held or wrapped[2]):
        inner_sign, inner_stance, drafts, cue = wrapped
        frame.infers = frame.infers or cue.kind == "inference"
        for each in drafts or inner_drafts or held:
            if each.kind == "nominal":
                continue
            for proposition in propositions(each, lexicon.grammar, span.start, span.end):
                chosen = stance if stance is not Stance.ASSERTED else inner_stance
                if each.unreal:
                    chosen = Stance.HYPOTHETICAL
                found.append(
                    Reading(
                        proposition,
                        span,
                        chosen,
                        sign == inner_sign,
                        kind,
                        (*cues, *each.cues, *each.unreal, cue),
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
    said = Reading(
        Proposition(Node("nominal")),
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
    others = [
        replace(said, proposition=each, is_side=True, is_granted=True, inner=())
        for each in _of_others(draft, lexicon, span)
    ]
    whole = [replace(said, proposition=each) for each in _normal(draft, lexicon, span)]
    if not found and stance is not Stance.HYPOTHETICAL:
        whole = [_restated(each, draft, lexicon.grammar) for each in whole]
    if len(whole) == 1 and sign and whole[0].proposition.polarity:
        whole = [replace(whole[0], apart=_apart(draft, reader, lexicon, whole[0]))]
    return [*whole, *others]


def _restated(reading: Reading, draft: Draft, grammar: Grammar) -> Reading:
    """The reading with what it comes to in other words, which counts where it is not known."""
    said = reading.proposition
    others = [*dispensations(said, grammar), *advice(said)]
    taken = [d for each in (said, *others) for d in dispensed(each, grammar)]
    if draft.is_order:
        others.extend(offers(said, grammar))
        taken.extend(granted(said, grammar))
    elif not draft.is_past and is_single(draft):
        others.extend(generics(said, grammar))
    inner = [replace(reading, proposition=each) for each in others]
    inner.extend(replace(reading, proposition=each, is_granted=True) for each in taken)
    return replace(reading, inner=tuple(inner)) if inner else reading


def _apart(draft: Draft, reader: Clauses, lexicon: Lexicon, whole: Reading) -> tuple[Reading, ...]:
    """ "X is a Y that Zs" as "X is a Y" and "X Zs"; empty when it says one thing only."""
    kinds = draft.get("obj")
    if draft.kind != "isa" or len(kinds) != 1 or kinds[0].quant or kinds[0].kind != "noun":
        return ()
    clauses = [node for role, node in kinds[0].edges if role == "rel"]
    said = [_of(draft.subjects, node, reader.relatives) for node in clauses]
    said.extend(
        _having(draft.subjects, role, nodes) for role, nodes in draft.edges if role in HAVING
    )
    if not said or not all(said):
        return ()
    plain = [
        (role, [kinds[0].without("rel")] if role == "obj" else nodes)
        for role, nodes in draft.edges
        if role not in HAVING
    ]
    return tuple(
        replace(whole, proposition=proposition)
        for each in (replace(draft, edges=plain), *said)
        if each is not None
        for proposition in propositions(each, lexicon.grammar, whole.span.start, whole.span.end)
    )


def _having(subjects: list[Node], role: str, nodes: list[Node]) -> Draft | None:
    """ "(is a Y) with Z" as a clause about these subjects: they have Z."""
    if len(nodes) != 1 or nodes[0].kind != "noun":
        return None
    is_none = nodes[0].quant == "no"
    had = replace(nodes[0], quant="any" if is_none else nodes[0].quant)
    polarity = (role == "with") != is_none
    return Draft(list(subjects), "have", polarity=polarity, edges=[("obj", [had])])


def _of(subjects: list[Node], clause: Node, known: list[tuple[Node, Draft]]) -> Draft | None:
    """A relative clause as a clause about these subjects."""
    draft = next((draft for node, draft in known if node == clause), None)
    if draft is None or draft.inner:
        return None
    if not draft.subjects:
        return replace(draft, subjects=list(subjects))
    own = replace(draft, edges=list(draft.edges))
    return own if fill_gap(own, subjects) else None


def _cue(node: Node, kind: str, reader: Clauses) -> Cue:
    """A cue of the words of a noun phrase."""
    inside = (t.text for t in reader.tokens if node.span.start <= t.start < node.span.end)
    return Cue(node.span, kind, " ".join(inside))


def _of_others(draft: Draft, lexicon: Lexicon, span: Span) -> list[Proposition]:
    """What "unlike Y" denies of Y."""
    if not draft.unlike:
        return []
    other = replace(draft, subjects=draft.unlike, unlike=[])
    if draft.duty:
        other = replace(other, duty_negated=not draft.duty_negated)
    else:
        other = replace(other, polarity=not draft.polarity)
    return propositions(other, lexicon.grammar, span.start, span.end)


def head_with(drafts: list[Draft], span: Span, lexicon: Lexicon, frame: Frame) -> None:
    """Gives what follows a heading its stance: "One old myth: ...", "The theory: ..."."""
    for node in [node for draft in drafts for node in draft.subjects][:1]:
        label = _truth_label(node, lexicon)
        if label == "false":
            frame.sign = not frame.sign
            frame.stance = Stance.DEBUNKED
            frame.cues.append(Cue(span, "debunk", node.head))
        elif label != "true" and node.head in lexicon.grammar.idea_nouns:
            frame.stance = Stance.REPORTED
            frame.cues.append(Cue(span, "report", node.head))


def span_from(reader: Clauses, mark: int) -> Span:
    """The place of the clause that began at a token and ends before the next one."""
    end = max(mark + 1, min(reader.i, len(reader.tokens)))
    inside = reader.tokens[mark:end]  # an echo is read in another order than it is written
    return Span(min(each.start for each in inside), max(each.end for each in inside))


def _normal(draft: Draft, lexicon: Lexicon, span: Span) -> list[Proposition]:
    """The propositions of a clause, with "it is A to do B" read as "doing B is A"."""
    if (
        len(draft.subjects) == 1
        and draft.subjects[0].head in ("it", "this")
        and draft.kind in ("is", "isa", "at")
    ):
        inner = draft.get("to") or draft.get("that")
        if draft.kind == "at" and draft.get("that"):
            return framed(_told_with(draft, span), lexicon.grammar)
        if _is_about_object(draft, lexicon.grammar):
            told = _told_of(draft.get("obj")[0], draft.get("that")[0], draft, span)
            return framed(told, lexicon.grammar)
        if inner and draft.subjects[0].kind == "pronoun" and draft.kind != "at":
            draft = replace(
                draft, subjects=list(inner), edges=[(r, n) for r, n in draft.edges if n != inner]
            )
    if _is_cleft(draft):
        kind = draft.get("obj")[0]
        clause = kind.get("rel")
        if clause is not None:
            told = _told_of(kind.without("rel"), clause, draft, span)
            return framed(told, lexicon.grammar)
    return propositions(draft, lexicon.grammar, span.start, span.end)


def _told_of(thing: Node, clause: Node, draft: Draft, span: Span) -> Proposition:
    """The clause of a cleft, said of the thing before it."""
    polarity = draft.polarity != clause.negated
    root = replace(filled(clause, thing), negated=False)
    return Proposition(root, polarity, draft.strength, span=span)


def _told_with(draft: Draft, span: Span) -> Proposition:
    """ "It was in 1999 that X sold Y": the clause, with the phrase before it."""
    clause = draft.get("that")[0]
    phrases = [(r, n) for r, nodes in draft.edges for n in nodes if r not in ("that", "adv")]
    if len(phrases) == 1 and phrases[0][0] == "by" and clause.get("subj") is None:
        phrases = [("subj", phrases[0][1])]
    polarity = draft.polarity != clause.negated
    root = replace(clause, edges=(*clause.edges, *phrases), negated=False)
    return Proposition(root, polarity, draft.strength, span=span)


def _is_about_object(draft: Draft, grammar: Grammar) -> bool:
    """Whether this is "It is the tram that the council bought"."""
    things, clauses = draft.get("obj"), draft.get("that")
    return (
        draft.subjects[0].head == "it"
        and draft.kind == "isa"
        and len(things) == 1
        and len(clauses) == 1
        and things[0].kind == "noun"
        and (things[0].quant == "the" or things[0].head.startswith("@"))
        and things[0].head not in grammar.customs
        and clauses[0].kind == "verb"
        and clauses[0].head != "nominal"
        and clauses[0].get("subj") is not None
        and clauses[0].get("obj") is None
        and clauses[0].get("pred") is None
    )


def _is_cleft(draft: Draft) -> bool:
    """Whether this is "It is oil that protects the chain"."""
    subject, found = draft.subjects[:1], draft.get("obj")
    return (
        bool(subject)
        and subject[0].kind == "pronoun"
        and subject[0].head == "it"
        and draft.kind == "isa"
        and len(found) == 1
        and all(role == "obj" or [n.head for n in nodes] == ["was"] for role, nodes in draft.edges)
        and found[0].get("rel") is not None
    )


def _judges(draft: Draft, wrapped: Wrapped | None) -> bool:
    """Whether this is "it would be wrong to call X a Y": the writer's judgement, not a wish."""
    return (
        wrapped is not None
        and (wrapped[1] is Stance.DEBUNKED or not draft.polarity)
        and _is_truth_frame(draft)
        and not draft.get("if")
    )


def _is_truth_frame(draft: Draft) -> bool:
    return draft.kind in ("is", "isa", "exist")


def _wrapper(draft: Draft, reader: Clauses, lexicon: Lexicon) -> Wrapped | None:
    """What the words around an inner clause make of it: (sign, stance, clauses, cue)."""
    grammar = lexicon.grammar
    cue = Cue(span_from(reader, reader.i - 1) if reader.i else Span(0, 0), "report", draft.verb)
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
        if label in ("true", "false") and draft.strength == "may" and draft.polarity:
            return True, Stance.REPORTED, [], cue
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
        if reader.held and not _is_for_it(draft, [head for head, _ in reader.held], grammar):
            return True, Stance.REPORTED, [], cue
        if reader.held and (
            not draft.polarity or any(node.quant == "no" for node in draft.subjects)
        ):
            return False, Stance.DEBUNKED, [], replace(cue, kind="debunk", words="no evidence")
        shown = Stance.ASSERTED if _is_strong(draft, grammar) else Stance.REPORTED
        return (True, shown, [], cue) if reader.held else None
    holds = idea_holds(draft, grammar) if reader.held else None
    if holds is not None:
        cue = replace(cue, kind="truth" if holds else "debunk")
        return holds, Stance.ASSERTED if holds else Stance.DEBUNKED, [], cue
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
        if draft.verb in grammar.inferring and not is_witnessed(draft, reader.tokens, grammar):
            cue = replace(cue, kind="inference")
        if draft.polarity and draft.strength == "generic" and not draft.duty and not draft.unreal:
            return True, Stance.ASSERTED, [], cue
        return True, Stance.REPORTED, [], cue
    if kind == "denying":
        return False, Stance.REPORTED, [], cue
    if is_consensus(draft, grammar):
        return True, Stance.ASSERTED, [], cue
    if any(node.head in grammar.mistakenly for node in draft.get("adv")):
        return False, Stance.DEBUNKED, [], replace(cue, kind="debunk")
    if not draft.polarity and _advises(draft, grammar):
        return False, Stance.DEBUNKED, [], replace(cue, kind="debunk")
    return True, Stance.OPINION if _is_first_person(draft, reader) else Stance.REPORTED, [], cue


def _is_for_it(draft: Draft, holders: list[str], grammar: Grammar) -> bool:
    """Whether evidence is for what a noun holds, not "evidence against the idea that"."""
    if not any(head in grammar.idea_nouns for head in holders):
        return True
    inside = [edge for node in draft.subjects for edge in node.edges]
    outside = [(role, node) for role, nodes in draft.edges for node in nodes]
    return any(
        role in ("for", "of", "behind", "to", "in") and node.head in grammar.idea_nouns
        for role, node in (*inside, *outside)
    )


def _is_strong(draft: Draft, grammar: Grammar) -> bool:
    """Whether this is "there is good evidence that", "there is plenty of evidence that"."""
    if not draft.polarity or draft.strength != "generic" or draft.is_past:
        return False
    return all(node.head in grammar.witnesses for node in draft.subjects) and all(
        node.quant == "many"
        or any(role == "mod" and each.head in grammar.strong_evidence for role, each in node.edges)
        for node in draft.subjects
    )


def _advises(draft: Draft, grammar: Grammar) -> bool:
    """ "Nobody should think that", "don't believe that"."""
    return draft.duty in ("should", "must") and draft.verb in grammar.advised_against


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


def has_that(draft: Draft) -> bool:
    """Whether a clause holds another one with "that"."""
    return any(role == "that" for role, _ in draft.edges)
