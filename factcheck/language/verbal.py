"""The verbs of a stretch: what auxiliaries, "to", causatives and clause-taking verbs call for."""

from __future__ import annotations

from factcheck.language.called_for import settle_called_for
from factcheck.language.causing import causing_verb
from factcheck.language.embedding import settle_host
from factcheck.language.finite import finite_verb
from factcheck.language.grammar import Grammar
from factcheck.language.neighbours import is_listed_quality
from factcheck.language.orders import settle_order
from factcheck.language.tagset import (
    ADJ,
    ADV,
    AUX,
    FINITE,
    FINITE_AUX,
    NOUNS,
    VERBS,
    is_rather_adjective,
    noun_lead,
    prefers_verb,
    strong_finite,
    weight,
)
from factcheck.language.tokens import Token

OPENS_OBJECT = frozenset({"DT", "PRP", "QT", "CD"})


def settle_verbs(tokens: list[Token], start: int, end: int, grammar: Grammar) -> None:
    """Finds the verbs of a stretch: what auxiliaries and "to" call for, else a finite verb."""
    _clause_taker(tokens, start, end, grammar.clause_takers)
    settle_called_for(tokens, start, end)
    relative = _contact_verb(tokens, start, end, grammar)
    has_finite = any(tokens[k].tag in FINITE for k in range(start, end) if k != relative)
    i = start
    while i < end:
        token = tokens[i]
        if token.tag in ("MD", "DO", "BE", "HV") and i == end - 1 and _compares(tokens, start, i):
            i += 1  # "... less than trams do"
            continue
        if token.tag in ("MD", "DO"):
            has_finite = has_finite or i != relative
            if _echoes(tokens, i, end):
                i += 1
                continue
            i = _verb_after(tokens, i + 1, end, ("VB",))
            continue
        if token.tag == "HV":
            follows = _next_content(tokens, i + 1, end)
            if (
                follows < end
                and tokens[follows].tags & {"VBN"}
                and not _is_noun_phrase(tokens, follows, end)
            ):
                tokens[follows].tag = "VBN"
            elif i == start and (not i or tokens[i - 1].tag in (",", ";", ":", ".")):
                asked = next(
                    (
                        k
                        for k in range(i + 2, end)
                        if tokens[k].tags & {"VBN"} and not tokens[k].tag
                    ),
                    None,
                )
                if asked is not None and not _is_noun_phrase(tokens, asked, end):
                    tokens[asked].tag = "VBN"  # "Has the agency banned it?"
            has_finite = has_finite or (token.low != "having" and i != relative)
        elif token.tag == "BE":
            has_finite = has_finite or (token.low in FINITE_AUX and i != relative)
            _after_be(tokens, i + 1, end, grammar)
        elif token.tag == "TO":
            i = _after_to(tokens, i, end, grammar)
            continue
        i += 1
    if not has_finite and not settle_order(tokens, start, end):
        causing = causing_verb(tokens, start, end, grammar)
        if causing < 0:
            finite_verb(tokens, start, end, -6.0 if _lacks_verb(tokens, start, end) else 0.0)
    settle_host(tokens, start, end)
    _caused(tokens, start, end, grammar)
    for i in range(start, end - 3):
        if tokens[i].tag in VERBS and _has_lemma(tokens[i], grammar.clause_takers):
            rest = range(i + 1, end)
            if not any(tokens[k].tag in FINITE or tokens[k].tag in AUX for k in rest):
                finite_verb(tokens, i + 1, end, least=6.0)
            break


def _lacks_verb(tokens: list[Token], start: int, end: int) -> bool:
    """Whether "since", "if" ... and a subject must have a verb behind them: "since it closed"."""
    return (
        start > 0
        and tokens[start - 1].tag in ("SUB", "WR")
        and tokens[start].tag in ("DT", "PRP", "QT")
        and end - start > 2
    )


def _contact_verb(tokens: list[Token], start: int, end: int, grammar: Grammar) -> int:
    """Where the verb of a relative clause without a pronoun stands, tagged: "the road they take".

    -1 when there is none. The stretch has to have another verb for its main clause.
    """
    own = _verb_of_who(tokens, start, end)
    if own >= 0:
        return own
    for i in range(start + 2, end - 1):
        noun, subject = tokens[i - 1], tokens[i]
        named = noun.tag == "NN" and noun.low in ("one", "ones") and _is_surely_noun(tokens, i)
        if not named and (subject.tag != "PRP" or subject.low not in grammar.nominative):
            continue
        if not _is_surely_noun(tokens, i - 1):
            continue
        if tokens[start].tag in ("IN", "TO"):
            return -1  # "In the city it needs fuel"
        verb = i + 1
        while verb < end - 1 and tokens[verb].tags and tokens[verb].tags <= ADV:
            verb += 1
        token = tokens[verb]
        if token.tag not in AUX and not (token.tag == "" and token.tags & FINITE):
            continue
        if not any(_may_head_clause(tokens, k) for k in range(start, i - 1)) and not any(
            _may_head_clause(tokens, k) for k in range(verb + 1, end)
        ):
            continue
        if token.tag == "":
            token.tag = next(each for each in ("VBZ", "VBP", "VBD") if each in token.tags)
        return verb
    return -1


def _verb_of_who(tokens: list[Token], start: int, end: int) -> int:
    """Where the verb of "who" stands, tagged, before the main verb: "those who still smoke pay"."""
    if not start or tokens[start - 1].low != "who" or start < 2 or tokens[start - 2].tag == ",":
        return -1
    verb = start
    while verb < end - 1 and (tokens[verb].tag == "RB" or tokens[verb].tags & ADV):
        verb += 1
    token = tokens[verb]
    if token.tag or not token.tags & FINITE or token.entity:
        return -1
    if not any(tokens[k].tag in AUX for k in range(verb + 1, end)):
        return -1
    token.tag = next(each for each in ("VBZ", "VBP", "VBD") if each in token.tags)
    return verb


def _is_surely_noun(tokens: list[Token], i: int) -> bool:
    """Whether a word is a name, can be nothing but a noun, or has a determiner before it."""
    token = tokens[i]
    if token.entity or token.tag in ("NN", "NNS"):
        return True
    if not token.tags & NOUNS:
        return False
    determiners = ("DT", "QT", "POS", "CD")
    return not token.tags & FINITE or any(t.tag in determiners for t in tokens[max(0, i - 2) : i])


def _may_head_clause(tokens: list[Token], i: int) -> bool:
    """Whether a word can be a main verb where it stands."""
    token = tokens[i]
    if token.tag in AUX:
        return token.low not in ("be", "been", "being", "having")
    before = tokens[i - 1] if i else None
    if before is not None and (before.tag in ("DT", "IN", "CD", "POS", "TO", "QT")):
        return False
    return token.tag in FINITE or (not token.tag and bool(token.tags & FINITE))


def stretches(tokens: list[Token]) -> list[tuple[int, int]]:
    """Stretches between words and marks that can bound a clause."""
    found: list[tuple[int, int]] = []
    start = 0
    joined = _joint_subject(tokens)
    for i, token in enumerate(tokens):
        if i and token.tag == "," and is_listed_quality(tokens, i - 1):
            continue  # "slow, heavy traffic"
        if token.low == "whose" and i > start:
            found.append((start, i))
            start = i
            continue
        if i != joined and token.tag in (
            ",",
            ";",
            ":",
            ".",
            "?",
            "!",
            "(",
            ")",
            "SUB",
            "THAT",
            "WP",
            "WR",
            "CC",
            '"',
        ):
            if i > start:
                found.append((start, i))
            start = i + 1
    if start < len(tokens):
        found.append((start, len(tokens)))
    return found


def _joint_subject(tokens: list[Token]) -> int:
    """Where "and" joins the subjects of a question, or -1: "Do cats and dogs eat meat?"."""
    if len(tokens) < 4 or tokens[0].tag not in AUX:
        return -1
    for i, token in enumerate(tokens[1:9], 1):
        if token.tag == "CC":
            is_list = i > 1 and token.low in ("and", "or")
            return i if is_list and not any(_is_verbal(each) for each in tokens[1:i]) else -1
        if token.tag == "IN" and "VBG" in tokens[1].tags:
            continue  # "Does staying on X or Y help?"
        if token.tag in (",", "SUB", "THAT", "WP", "WR", "IN", "TO", ".", "?"):
            return -1
    return -1


def _is_verbal(token: Token) -> bool:
    """Whether a word can be the verb of a question rather than part of its subject."""
    return bool(token.tags & {"VB", "VBN"}) and not token.entity and noun_lead(token) < 2


def _compares(tokens: list[Token], start: int, i: int) -> bool:
    """Whether an auxiliary at the end only echoes the verb of a comparison."""
    return any(token.low in ("than", "as") for token in tokens[max(start, i - 6) : i])


def _echoes(tokens: list[Token], i: int, end: int) -> bool:
    """Whether this is "so does Y", with Y one word: "Oil harms wood, and so does wax"."""
    opens = i and tokens[i - 1].low in ("so", "neither", "nor", "as")
    after = i + 1 + (i + 1 < end and tokens[i + 1].tag in ("DT", "POS"))
    return bool(opens) and after == end - 1


def _has_lemma(token: Token, lemmas: frozenset[str]) -> bool:
    return any(word.lemma in lemmas and word.tag in VERBS for word in token.words)


def _clause_taker(tokens: list[Token], start: int, end: int, clause_takers: frozenset[str]) -> None:
    """A verb that a clause follows without "that": "approval means the benefits outweigh ..."."""
    for i in range(start + 1, end - 2):
        token, before, after = tokens[i], tokens[i - 1], tokens[i + 1]
        if token.tag or not token.tags & FINITE or not _has_lemma(token, clause_takers):
            continue
        is_subject_before = (
            before.entity
            or before.tag in ("PRP", "NN", "RB")
            or bool(before.tags & (NOUNS | ADV))
            or before.glued
        )
        opens = (
            after.tag in ("DT", "QT", "PRP")
            or after.entity
            or after.low in ("at", "about", "all")
            or (  # "she said trams are slow"
                (before.tag == "PRP" or before.low == "people") and bool(after.tags & NOUNS)
            )
        )
        finite_later = any(
            tokens[k].tag == "MD"
            or (tokens[k].low in FINITE_AUX and tokens[k].tag in AUX)
            or strong_finite(tokens[k])
            for k in range(i + 2, end)
        )
        is_asked = start == 0 and tokens[0].tag == "DO" and "VB" in token.tags
        finite_before = any(
            tokens[k].tag in AUX or tokens[k].tag in FINITE for k in range(start + is_asked, i)
        )
        if is_subject_before and opens and finite_later and not finite_before:
            token.tag = (
                "VB" if is_asked else next(t for t in ("VBZ", "VBD", "VBP") if t in token.tags)
            )
            return


def settle_parallel(tokens: list[Token]) -> None:
    """Verbs that "and" joins to a verb have its form: "to drink and drive"."""
    for i in range(2, len(tokens)):
        token, joint = tokens[i], tokens[i - 1]
        listed = joint.tag == "," and _lists_verbs(tokens, i)
        if (
            not (joint.tag == "CC" or listed)
            or not token.tags & {"VB", "VBN"}
            or token.tag not in ("", "VBP", "VBD")
        ):
            continue
        start = max(
            (k for k in range(i - 1) if tokens[k].tag in (";", ":", ".", "SUB", "THAT")), default=-1
        )
        before = [t for t in tokens[start + 1 : i - 1] if t.tag in VERBS or t.tag in AUX]
        if before and before[-1].tag == "VBN" and "VBN" in token.tags and token.tag in ("", "VBD"):
            token.tag = "VBN"
            continue
        if before and before[-1].tag == "VBD" and not listed and _past_follows(tokens, i):
            token.tag = "VBD"
            continue
        if not before or before[-1].tag != "VB":
            continue
        if (
            token.tag == "VBP"
            or tokens[i - 2].tag == "VB"
            or (noun_lead(token) < 1 and _object_follows(tokens, i))
        ):
            token.tag = "VB"


def _past_follows(tokens: list[Token], i: int) -> bool:
    """Whether a past form stands behind "and" where no noun can have it: "opened and closed"."""
    after = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    is_free = after in ("", "IN", "DT", "RB", ".", ",", "TO")
    return is_free and "VBD" in tokens[i].tags and not tokens[i].tag and tokens[i - 2].tag != "JJ"


def _lists_verbs(tokens: list[Token], i: int) -> bool:
    """Whether a bare verb with an object stands here and one behind the next "and"."""
    if not _takes_object(tokens, i):
        return False
    for k in range(i + 1, len(tokens) - 1):
        if tokens[k].tag in (";", ":", ".", "SUB", "THAT", "WP"):
            return False
        if tokens[k].tag == "CC":
            return tokens[k + 1].tag == "VB" or _takes_object(tokens, k + 1)
    return False


def _takes_object(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    is_bare = "VB" in token.tags and token.tag in ("", "VB", "VBP")
    return is_bare and noun_lead(token) < 1 and _object_follows(tokens, i)


def _object_follows(tokens: list[Token], i: int) -> bool:
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and (
        after.tag in ("DT", "PRP", "QT", "CD")
        or bool(after.entity)
        or bool(after.tags & (NOUNS | ADJ))
    )


def _caused(tokens: list[Token], start: int, end: int, grammar: Grammar) -> None:
    """The bare verb after "make", "let", "help" and their object."""
    for i in range(start, end):
        if tokens[i].low not in grammar.causatives or tokens[i].tag in ("NN", "NNS"):
            continue
        made = tokens[i + 1] if i + 2 < end and tokens[i + 2].tag in ("RBR", "JJR") else None
        if made is not None and made.tag == "" and "VBG" in made.tags:
            made.tag = "VBG"  # "makes falling less likely"
            return
        for j in range(i + 2, min(end, i + 9)):
            token, before = tokens[j], tokens[j - 1]
            if token.tag in ("TO", "BE", "MD"):
                break
            is_noun_before = (
                before.entity or before.tag in ("PRP", "NN", "NNS") or bool(before.tags & NOUNS)
            )
            if (
                token.tag in ("", "VBP")
                and "VB" in token.tags
                and not is_rather_adjective(token)
                and is_noun_before
                and (
                    not token.tags & NOUNS
                    or before.tag == "PRP"
                    or noun_lead(token) < 1
                    or _describes_object(tokens, j + 1, end)
                    or (j == end - 1 and before.low in ("people", "you", "them", "us", "it"))
                )
            ):
                if token.tag and not tokens[i].tag:
                    tokens[i].tag = "VBP" if "VBP" in tokens[i].tags else ""
                token.tag = "VB"
                return


def _describes_object(tokens: list[Token], i: int, end: int) -> bool:
    """Whether an adjective with its noun follows, as an object: "help the wood form new bonds"."""
    if i + 1 >= end or not tokens[i].tags & ADJ or tokens[i].tags & NOUNS:
        return False
    return bool(tokens[i + 1].tags & NOUNS)


def _next_content(tokens: list[Token], i: int, end: int) -> int:
    """The next token that is no adverb and no negation."""
    while i < end and (
        tokens[i].tag in ("NOT", "RB") or (tokens[i].tags and tokens[i].tags <= ADV)
    ):
        i += 1
    return i


def _verb_after(tokens: list[Token], i: int, end: int, wanted: tuple[str, ...]) -> int:
    """Marks the verb that an auxiliary calls for, over adverbs and an inverted subject."""
    k = _next_content(tokens, i, end)
    if (
        k < end
        and tokens[k].tag == ""
        and tokens[k].tags & set(wanted)
        and not _is_subject(tokens, k, end)
    ):
        tokens[k].tag = wanted[0]
        return k + 1
    if k < end and tokens[k].tag in AUX:
        return k
    settled = next((j for j in range(k, end) if tokens[j].tag == "VB"), None)
    if settled is not None:
        return settled + 1
    ahead = next((j for j in range(k, end) if tokens[j].tag in AUX), None)
    if ahead is not None:
        return ahead
    for j in range(k, end):  # question: auxiliary, subject, verb
        token = tokens[j]
        if token.tag in AUX:
            return j
        if (
            token.tag == ""
            and token.tags & set(wanted)
            and j > k
            and _likely_verb(tokens, k, j, end)
        ):
            token.tag = wanted[0]
            return j + 1
    return k


def _is_subject(tokens: list[Token], k: int, end: int) -> bool:
    """Whether what follows an auxiliary is an inverted subject rather than the verb."""
    if not tokens[k].tags & (NOUNS | ADJ):
        return False
    inverted = k == 1 or (k >= 2 and tokens[k - 2].tag in (",", ";", ":", "CC", "WR", "WP", "."))
    if not inverted:
        return False
    return any(tokens[j].tag in AUX or tokens[j].tags & {"VB"} for j in range(k + 1, end))


def _likely_verb(tokens: list[Token], first: int, j: int, end: int) -> bool:
    token, before = tokens[j], tokens[j - 1]
    if before.tag in ("DT", "IN", "CD", "QT", "POS") and before.low not in ("all", "both", "each"):
        return False
    if not token.tags & (NOUNS | ADJ):
        return True
    opens_object = j + 1 < end and tokens[j + 1].tag in OPENS_OBJECT
    if opens_object and (before.tag == "NN" or before.tags & NOUNS):
        return True  # "trigger a release"
    stop = next((k for k in range(j + 1, end) if tokens[k].tag in ("TO", "IN")), end)
    later = [
        k
        for k in range(j + 1, stop)
        if tokens[k].tag == ""
        and "VB" in tokens[k].tags
        and not tokens[k].tags & {"JJR", "RBR"}
        and tokens[k - 1].tag not in ("DT", "QT", "CD", "POS")
    ]
    if any(k + 1 < end and tokens[k + 1].tag in OPENS_OBJECT for k in later):
        return False  # "long-term use damage the bladder"
    if any(not tokens[k].tags & (NOUNS | ADJ) for k in later):
        return False
    if later and any(noun_lead(tokens[k]) < noun_lead(token) for k in later):
        return False
    return (
        before.tag in ("NN", "PRP", "RB", "NOT")
        or bool(before.tags & (NOUNS | ADV))
        or prefers_verb(token)
    )


def _after_be(tokens: list[Token], i: int, end: int, grammar: Grammar) -> None:
    """The participle or adjective after a form of "be"."""
    k = _next_content(tokens, i, end)
    if k >= end:
        return
    token = tokens[k]
    is_dative = "VBN" in token.tags and _has_lemma(token, grammar.datives)
    if token.tag == "" and token.prefers == "JJ" and "JJ" in token.tags and not is_dative:
        token.tag = "JJ"
        return
    if tokens[i - 1].low in ("been", "being") and k == i and "VBN" in token.tags:
        token.tag = "VBN"
        return
    if token.tag == "" and token.tags & {"VBN", "VBG"} and not token.tags & {"VB"}:
        follows = tokens[k + 1] if k + 1 < end else None
        if (
            "JJ" in token.tags
            and not is_dative  # "should be given water"
            and follows is not None
            and (follows.entity or follows.tags & NOUNS)
            and not follows.tag
        ):
            return
        if "VBN" in token.tags:
            token.tag = "VBN"
        elif follows is not None and token.tags & NOUNS and follows.tag in ("IN", ""):
            token.tag = "VBG"
        else:
            token.tag = "VBG"
    elif token.tag == "" and token.tags & {"VBN"} and not token.tags & {"JJ"}:
        token.tag = "VBN"
    else:  # inverted: "is X used for ...", "are X called ..."
        for j in range(k + 1, end):
            each = tokens[j]
            if each.tag in ("IN", "TO") or each.tag in AUX:
                break
            follows = tokens[j + 1] if j + 1 < end else None
            is_thought = follows is not None and follows.tag == "TO" and "VB" not in each.tags
            if (
                each.tag == ""
                and each.tags & {"VBN"}
                and (is_thought or not each.tags & (NOUNS | {"VB"}))
            ):
                if (
                    follows is None
                    or follows.tag in ("IN", "TO", ".", "?", "RB", "DT", "NOT", "CD", "QT")
                    or follows.tags & {"RB"}
                ) and not (
                    tokens[j - 1].tag in ("DT", "CD")
                    or (tokens[j - 1].tags & {"RB"} and tokens[j - 2].tag == "DT")
                ):
                    each.tag = "VBN"
                break


def _after_to(tokens: list[Token], i: int, end: int, grammar: Grammar) -> int:
    k = _next_content(tokens, i + 1, end)
    if k >= end or tokens[k].tag in AUX:
        return k
    token = tokens[k]
    before = tokens[i - 1] if i else None
    if token.tag == "" and "VB" in token.tags:
        governs_noun = (
            before is not None and (before.read_as or before.low) in grammar.takes_to_noun
        )
        if token.tags & NOUNS and (governs_noun or noun_lead(token) >= 3):
            tokens[i].tag = "IN"
            return k
        token.tag = "VB"
        return k + 1
    tokens[i].tag = "IN"
    return k


def _is_noun_phrase(tokens: list[Token], k: int, end: int) -> bool:
    """Whether a participle after "have" opens a noun phrase: "has limited use"."""
    return (
        k + 1 < end
        and weight(tokens[k], ADJ) >= weight(tokens[k], VERBS)
        and tokens[k + 1].tag == ""
        and bool(tokens[k + 1].tags & NOUNS)
        and not tokens[k + 1].tags & {"VBG", "RB"}
    )
