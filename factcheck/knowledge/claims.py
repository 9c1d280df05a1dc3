"""Every claim as propositions, its correction included."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from factcheck.knowledge.canonical import canonical, classed, index_keys
from factcheck.knowledge.coding import (
    CORRECTION,
    key_of,
    pack,
    pack_proposition,
)
from factcheck.knowledge.listing import keep_list
from factcheck.knowledge.rules import keep_rules
from factcheck.knowledge.store import Memory
from factcheck.language.equivalents import equivalents
from factcheck.language.grammar import Grammar
from factcheck.language.implications import implied
from factcheck.language.lexicon import Lexicon
from factcheck.language.relations import Templates
from factcheck.language.statement import analyse, words_of
from factcheck.language.synonyms import KINDS
from factcheck.language.wording import (
    content_lemmas,
    exact_key,
    head_key,
    own_key,
    search_words,
    worded,
)
from factcheck.model.knowledge import Claim, Evidence
from factcheck.model.proposition import Node, Proposition, Reading
from factcheck.model.verdict import Stance, Verdict

MOST_JOINT = 8
NOT = re.compile(r"\bnot\b|n't\b|\bcannot\b|\bneither\b|\bnor\b|\bno\b|\bnever\b")
SHORTEST = 3


def compile_claim(claim: Claim, memory: Memory, lexicon: Lexicon, templates: Templates) -> None:
    """Keeps a claim: its data, its wordings, what they say, and the words to find it by."""
    memory.put("claim", claim.id, claim_data(claim))
    if claim.true_from or claim.true_until:
        bounds = memory.tables.setdefault("meta", {}).setdefault("bounds", {})
        bounds[claim.id] = [claim.true_from, claim.true_until]
    for index, sentence in enumerate((claim.claim, *claim.also_phrased)):
        key = exact_key(sentence)
        if memory.get("exact", key) is None or index == 0:
            memory.put("exact", key, [claim.id, index])
        _keep_wording(sentence, claim, memory, lexicon)
        _sentence(sentence, claim, claim.verdict, index, memory, lexicon, templates)
        lemmas = list(content_lemmas(sentence, lexicon))
        for kind, lemma in lemmas:
            if kind in KINDS:
                memory.put("own", f"{kind}:{lemma}", 1)
        found = search_words(lemmas, lexicon)
        memory.add("content", claim.id, found)
        for word in found:
            memory.add("search", word, claim.id)
    if claim.correction and claim.verdict is not Verdict.SUPPORTED:
        for part in re.split(r"(?<=[.!?])\s+|;\s+", claim.correction):
            _sentence(part, claim, Verdict.SUPPORTED, CORRECTION, memory, lexicon, templates)


def _keep_wording(sentence: str, claim: Claim, memory: Memory, lexicon: Lexicon) -> None:
    """Keeps a wording for sentences that hold it; not one that claims of two verdicts share."""
    found = [token for _, token in worded(words_of(sentence, lexicon))]
    key = own_key(found)
    if len(found) < SHORTEST:
        return
    other = memory.get("wording", key)
    if other and memory.get("claim", other)["verdict"] != claim.verdict.value:
        memory.put("wording", key, "")
    elif other is None:
        memory.put("wording", key, claim.id)
        memory.add("wording length", head_key(found), len(found))


def _sentence(
    sentence: str,
    claim: Claim,
    verdict: Verdict,
    index: int,
    memory: Memory,
    lexicon: Lexicon,
    templates: Templates,
) -> None:
    analysis = analyse(sentence, lexicon)
    readings = [
        each for each in analysis.readings if each.stance in (Stance.ASSERTED, Stance.DEBUNKED)
    ]
    is_rule = False
    if verdict is Verdict.SUPPORTED and index == 0:
        whole = [each for each in readings if not each.is_side]
        is_read = not analysis.unread and len(whole) == len(analysis.readings)
        said = [each.proposition for each in whole if each.sign] if is_read else None
        is_rule = keep_rules(sentence, claim.id, memory, lexicon, templates, said)
    if not readings or analysis.unread:
        if index != CORRECTION and not is_rule:
            memory.add("uncompiled", claim.id, [sentence, list(analysis.unread)])
        return
    main = [each for each in readings if not each.is_side]
    if verdict is Verdict.SUPPORTED:
        readings = keep_list(readings, claim.id, sentence, memory, lexicon, templates)
    clauses = {each.clause for each in main}
    has_more = any(each.is_side and each.proposition.root.head != "isa" for each in readings)
    is_joint = _leaves_open(sentence, main) or (
        verdict is not Verdict.SUPPORTED
        and (has_more or len(clauses) > 1 or (index > 0 and len(main) > 1))
    )
    for reading in readings:
        if is_joint or (reading.is_side and verdict is not Verdict.SUPPORTED) or reading.unread:
            continue
        _one(reading, claim, verdict, index, memory, lexicon, templates, sentence)
    if is_joint and _record_joint(main, claim, verdict, index, memory, templates, sentence):
        return
    if is_joint:
        memory.add("uncompiled", claim.id, [sentence, ["says several things at once"]])


def _leaves_open(sentence: str, main: list[Reading]) -> bool:
    """Whether "or" leaves open which of the things that are said holds: "is a goat or a sheep"."""
    words_ = sentence.lower().split()
    if _denies_both(sentence, main):
        return True
    if "or" not in words_:
        return False
    ordered = sorted(main, key=lambda each: (each.span.start, each.span.end))
    for first, second in pairwise(ordered):
        between = sentence[first.span.end : second.span.start].lower().strip(" ,")
        if between == "or" and not first.proposition.duty:
            return True  # "Rex is red or Bo is blue", not "you must stop, or you fall"
    is_split = len({each.clause for each in main}) > 1
    if "either" in words_ and is_split and all(each.proposition.polarity for each in main):
        return True  # "is either a goat or eats grass"
    for number in {each.clause for each in main}:
        said = [each.proposition for each in main if each.clause == number]
        is_denied = any(
            each.sign != each.proposition.polarity for each in main if each.clause == number
        )
        if len(said) < 2 or is_denied or said[0].strength == "may" or said[0].duty == "may":
            continue
        is_kind = said[0].root.head == "isa" or said[0].root.kind == "adj"
        if "either" in words_ or (is_kind and len({p.root.get("subj") for p in said}) == 1):
            return True
    return False


def _denies_both(sentence: str, main: list[Reading]) -> bool:
    """Whether "not" denies two things together: "is not both a goat and a sheep"."""
    for number in {each.clause for each in main}:
        said = [each for each in main if each.clause == number]
        if len(said) < 2 or any(each.proposition.polarity or not each.sign for each in said):
            continue
        text = said[0].span.cut(sentence).lower()
        found = NOT.split(text)
        if len(found) == 2 and re.search(r"\band\b", found[1]) and " or " not in found[1]:
            return True
    return False


def _record_joint(
    main: list[Reading],
    claim: Claim,
    verdict: Verdict,
    index: int,
    memory: Memory,
    templates: Templates,
    sentence: str,
) -> bool:
    """Keeps a sentence that says several things for texts that say all of them together."""
    if any(each.unread for each in main) or len(main) > MOST_JOINT:
        return False
    whole = []
    for reading in main:
        proposition = reading.proposition if reading.sign else reading.proposition.negated()
        whole.append(canonical(proposition, templates))
    number = memory.get("meta", "joint") or 0
    memory.put("meta", "joint", number + 1)
    memory.put(
        "joint",
        str(number),
        [claim.id, verdict.value, index, [pack_proposition(p) for p in whole], sentence],
    )
    for key in index_keys(whole[0].root):
        memory.add("joint index", key, number)
    return True


def _one(
    reading: Reading,
    claim: Claim,
    verdict: Verdict,
    index: int,
    memory: Memory,
    lexicon: Lexicon,
    templates: Templates,
    sentence: str,
) -> None:
    proposition = reading.proposition if reading.sign else reading.proposition.negated()
    record(proposition, claim.id, verdict.value, index, memory, templates, sentence)
    for other in equivalents(reading.proposition, lexicon.grammar):
        same = other if reading.sign else other.negated()
        record(same, claim.id, verdict.value, index, memory, templates, sentence)
    if proposition.polarity == (verdict is Verdict.SUPPORTED) and verdict is not Verdict.MISLEADING:
        for other in implied(replace(proposition, polarity=True), lexicon.grammar):
            true = Verdict.SUPPORTED.value
            record(other, claim.id, true, index, memory, templates, sentence)
    if verdict is Verdict.SUPPORTED:
        _learn_class(_classing(proposition), claim.id, memory, lexicon.grammar)
        for quality in _qualities(proposition, lexicon.grammar):
            record(quality, claim.id, verdict.value, index, memory, templates, sentence)


def record(
    proposition: Proposition,
    claim_id: str,
    verdict: str,
    index: int,
    memory: Memory,
    templates: Templates,
    sentence: str,
) -> None:
    """Keeps one proposition, under the keys it is found by."""
    proposition = classed(canonical(proposition, templates), memory)
    count = memory.get("meta", "propositions") or 0
    memory.put("meta", "propositions", count + 1)
    memory.put(
        "prop", str(count), [claim_id, verdict, index, pack_proposition(proposition), sentence]
    )
    for key in index_keys(proposition.root):
        memory.add("index", key, count)
    if memory.get("meta", "entities") is None:
        _nouns(proposition.root, memory)


def _nouns(node: Node, memory: Memory) -> None:
    """Keeps the nouns of claims, by which texts that speak of them are told."""
    for _, each in node.edges:
        if each.kind == "noun" and each.head not in ("people", "thing", "something"):
            memory.put("noun", each.head, 1)
        _nouns(each, memory)


def _qualities(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """What "X is an A B" says of X besides being a B: that it is A."""
    root = proposition.root
    subject, target = root.get("subj"), root.get("obj")
    if root.head != "isa" or not proposition.polarity or subject is None or target is None:
        return []
    if target.kind != "noun" or target.quant or proposition.duty or len(root.edges) != 2:
        return []
    return [
        replace(
            proposition,
            root=Node(node.head, "adj", (("subj", subject), *node.edges)),
            polarity=not node.negated,
        )
        for role, node in target.edges
        if role == "mod" and node.kind == "adj" and node.head not in grammar.non_intersective
    ]


def _classing(proposition: Proposition) -> Proposition:
    """What class a claim puts its subject in: "X is taller than any other Y" takes X for a Y."""
    root = proposition.root
    things = [(role, node) for role, node in root.edges if role in ("subj", "than")]
    if root.head != "cmp" or len(things) != 2:
        return proposition
    kinds = [node for _, node in things if any(each.head == "other" for _, each in node.edges)]
    if len(kinds) != 1:
        return proposition
    thing = next(node for _, node in things if node is not kinds[0])
    edges = tuple(edge for edge in kinds[0].edges if edge[1].head != "other")
    kind = replace(kinds[0], quant="", edges=edges)
    return replace(
        proposition, polarity=True, root=Node("isa", "verb", (("subj", thing), ("obj", kind)))
    )


def _learn_class(proposition: Proposition, claim_id: str, memory: Memory, grammar: Grammar) -> None:
    """Class membership that a claim states outright: "The Heron is a cargo bike"."""
    root = proposition.root
    if (
        root.head != "isa"
        or not proposition.polarity
        or proposition.strength != "generic"
        or proposition.duty
    ):
        return
    subject, target = root.get("subj"), root.get("obj")
    if (
        subject is None
        or target is None
        or len(root.edges) != 2
        or subject.kind != "noun"
        or target.kind != "noun"
    ):
        return
    if subject.quant in ("some", "most", "many", "few", "only") or target.quant in (
        "most",
        "all",
        "only",
    ):
        return
    if any(node.head in grammar.privative for _, node in target.edges):
        return  # a former student is no student
    if subject.get("rel") is not None or subject.value is not None or target.value is not None:
        return
    if (memory.get("entity", subject.head.removeprefix("@")) or {}).get(
        "is_a"
    ) and not subject.edges:
        return  # the author has placed it already
    memory.add("isa", key_of(subject), [pack(target), claim_id])
    memory.add("members", key_of(target), key_of(subject))
    if key_of(subject) != subject.head:
        memory.add("narrowed", subject.head, key_of(subject))


def claim_data(claim: Claim) -> dict[str, Any]:
    """A claim as plain data."""
    return {
        "claim": claim.claim,
        "verdict": claim.verdict.value,
        "explanation": claim.explanation,
        "correction": claim.correction,
        "also_phrased": list(claim.also_phrased),
        "topics": list(claim.topics),
        "reviewed": claim.reviewed,
        "review_by": claim.review_by,
        "true_from": claim.true_from,
        "true_until": claim.true_until,
        "is_premise": claim.is_premise,
        "at": list(claim.at),
        "evidence": [evidence_data(each) for each in claim.evidence],
    }


def evidence_data(evidence: Evidence) -> list[Any]:
    """A passage with its source as plain data."""
    source = evidence.source
    cells = None
    if source is not None:
        cells = [
            source.id,
            source.title,
            source.publisher,
            source.year,
            source.url,
            source.doi,
            source.text,
            source.kind,
        ]
    return [evidence.passage, cells, evidence.locator]
