"""One part of speech for every token, from the word table and the words around it.

Penn tags for open classes; for closed classes the keys of data/grammar.yaml (BE, DO, HV, MD, QT,
NOT, SUB, WP, ...). First each token gets the tags it may have, then words that settle themselves
are settled, then each stretch between boundaries gets its finite verb, then the rest follows.
"""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.lexicon import Lexicon
from factcheck.language.tokens import Token
from factcheck.language.words import Word

NOUNS = frozenset({"NN", "NNS"})
FINITE = frozenset({"VBZ", "VBD", "VBP"})
VERBS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})
AUX = frozenset({"BE", "DO", "HV", "MD"})
ADJ = frozenset({"JJ", "JJR", "JJS"})
ADV = frozenset({"RB", "RBR", "RBS"})
NP_START = frozenset({"DT", "QT", "CD", "PRP"}) | NOUNS | ADJ
FINITE_AUX = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "am",
        "'m",
        "'re",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "'ve",
        "'s",
    }
)
TAKES_TO_NOUN = frozenset(
    {
        "related",
        "due",
        "addicted",
        "linked",
        "compared",
        "similar",
        "close",
        "according",
        "thanks",
        "access",
        "owing",
        "prior",
        "next",
        "bound",
        "equal",
        "equivalent",
        "allergic",
        "exposed",
        "attached",
        "respond",
        "lead",
        "leads",
        "led",
        "leading",
        "attach",
        "attaches",
        "belong",
        "belongs",
        "bind",
        "binds",
    }
)
ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"})
CAUSATIVES = frozenset(
    {
        "make",
        "makes",
        "made",
        "making",
        "let",
        "lets",
        "letting",
        "help",
        "helps",
        "helped",
        "helping",
    }
)
NEVER_VERB_AFTER = frozenset({"DT", "POS", "IN", "CD", "JJ", "QT"})


def tag(tokens: list[Token], lexicon: Lexicon) -> None:
    """Fills in `tag` and `lemma` of every token."""
    for token in tokens:
        _candidates(token, lexicon)
    _settle_special(tokens)
    takers = frozenset((*lexicon.grammar.belief, "mean", "imply"))
    for start, end in _stretches(tokens):
        _settle_verbs(tokens, start, end, takers)
    _settle_parallel(tokens)
    for index, token in enumerate(tokens):
        if not token.tag:
            token.tag = _from_context(tokens, index)
        token.lemma = _lemma(token)


def _candidates(token: Token, lexicon: Lexicon) -> None:
    grammar = lexicon.grammar
    low = token.read_as or token.low
    if token.kind == "punct":
        token.tag = "POS" if token.text in ("'",) else token.text
    elif token.entity:
        token.tag = "NN"
    elif token.tag:
        pass
    elif token.kind == "number" or low in grammar.numbers or low in grammar.ordinals:
        token.tag = "CD"
    elif token.text in ("'s", "'S"):
        token.tag = "'s"
    elif low in grammar.tags:
        token.tag = grammar.tags[low]
    if token.tag and low not in ("like", "her", "that", "past", "more", "less", "one"):
        return
    if token.entity or token.kind in ("punct", "number"):
        return
    token.words = words.lookup(low) or _guess(token, low)
    tags = {word.tag for word in token.words}
    if grammar.prefer.get(low) == "JJ" and "JJ" in tags:
        tags -= VERBS
    if "VB" in tags:
        tags.add("VBP")
    token.tags = frozenset(tags)


def _guess(token: Token, low: str) -> tuple[Word, ...]:
    """Readings of a word that no table knows, by its shape."""
    if low.endswith("ly") and len(low) > 4:
        return (Word(low, "RB", 1),)
    if low.endswith("ing") and len(low) > 5:
        return (Word(low[:-3], "VBG", 1), Word(low, "NN", 0))
    if low.endswith("ed") and len(low) > 4:
        return (Word(low[:-2], "VBN", 1), Word(low[:-2], "VBD", 1), Word(low, "JJ", 0))
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return (Word(low[:-1], "NNS", 1), Word(low[:-1], "VBZ", 0))
    if (
        low.endswith(("ous", "ful", "ive", "ible", "able", "less", "ic"))
        and token.text[:1].islower()
    ):
        return (Word(low, "JJ", 1), Word(low, "NN", 0))
    return (
        (Word(low, "NN", 1), Word(low, "VB", 0))
        if token.text[:1].islower()
        else (Word(low, "NN", 1),)
    )


def _settle_special(tokens: list[Token]) -> None:
    """Words whose class hangs on their neighbours: "that", "to", "'s", "like", "her", "past"."""
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        low = token.low
        if token.tag == "'s":
            token.tag = "POS"
            if before and (
                before.tag in ("PRP", "WP", "WR")
                or before.low in ("that", "there", "here", "it", "what", "who")
            ):
                token.tag, token.low = "BE", "is"
            elif (
                before
                and after
                and not before.tags & {"VB"}
                and after.tag in ("NOT", "DT", "QT", "PRP")
            ):
                token.tag, token.low = "BE", "is"
            elif before and before.low == "let":
                token.tag, token.low = "PRP", "us"
        elif token.tag == "HV" and after is None:
            token.tag = "HV"
        elif low == "non" and after is not None and after.glued:
            token.tag = "JJ"
        elif low == "as" and any(
            each.low in ("same", "such", "as") for each in tokens[max(0, i - 3) : i]
        ):
            token.tag = "IN"
        elif (
            low == "first"
            and after is not None
            and after.tags & {"VBN", "VBD", "VB"}
            and not after.tags & NOUNS
        ):
            token.tag = "RB"
        elif low == "because" and after is not None and after.low == "of":
            token.tag = "IN"
        elif low == "while" and before is not None and before.tag == "DT":
            token.tag = "NN"
        elif (
            low == "most"
            and before is not None
            and before.tag in ("DT", "POS")
            and after is not None
            and after.tags & ADJ
        ):
            token.tag = "RBS"
        elif token.text in ROMAN and before is not None and before.tags & NOUNS:
            token.tag = "CD"
        elif (
            low == "used"
            and after is not None
            and after.tag == "TO"
            and not any(each.tag == "BE" for each in tokens[max(0, i - 3) : i])
        ):
            token.tag = "VBD"
        elif (
            low == "feeling"
            and after is not None
            and after.tags & ({"VBN"} | ADJ)
            and not after.tags & NOUNS
        ):
            token.tag, after.tag = "VBG", "JJ"
        elif (
            low in ("right", "shortly", "soon", "long", "immediately", "even", "well")
            and after is not None
            and after.low in ("after", "before", "away", "at", "from")
        ):
            token.tag = "RB"
        elif token.text == "US":
            token.tag, token.lemma = "NN", "us"
        elif low == "having" and not (
            after is not None
            and (after.tag == "BE" or after.tags & {"VBN"} and not after.tags & NOUNS)
        ):
            token.tag, token.tags = "VBG", frozenset({"VBG"})
            token.words = (Word("have", "VBG", 5),)
        elif low == "that":
            token.tag = _that(before, after)
        elif (
            low == "like"
            and before
            and (before.tag in ("PRP", "MD", "TO") or before.low in ("would",))
        ):
            token.tag = "VBP"
        elif low in ("no",) and after and after.tag in (",", "."):
            token.tag = "UH"
        elif low == "as" and after and after.tag in ("PRP",) and before is not None:
            token.tag = "SUB"
        elif (
            low in ("after", "before", "since", "until", "as")
            and after
            and _starts_clause(tokens, i + 1)
            and (not i or _has_verb(tokens[:i]))
        ):
            token.tag = "SUB"
        elif low == "provided" and before is not None and before.tag in ("BE", "NOT", "RB", "NN"):
            token.tag, token.tags = "", frozenset({"VBN", "VBD"})
            token.words = words.lookup("provided")
        elif low == "than":
            token.tag = (
                "SUB"
                if after is not None and after.tag == "PRP" and _starts_clause(tokens, i + 1)
                else "IN"
            )
        elif low in ("since", "until") and after and not _starts_clause(tokens, i + 1):
            token.tag = "IN"
        elif (
            low == "may"
            and before
            and (before.tag in ("IN", "CD") or (before.text and token.text[0].isupper() and i))
        ):
            token.tag = "NN"
        elif low == "so" and after and after.low == "that":
            token.tag = "SUB"
        elif low in ("more", "less", "most", "least", "fewer", "much", "many", "few"):
            token.tag = "RBR" if low in ("more", "less") else token.tag
        elif low == "one" and after and not (after.tags & NOUNS or after.tag in ("NN", "CD", "IN")):
            token.tag = "PRP"
        elif low == "either" and after and after.tag in ("JJ", "DT"):
            token.tag = "QT"


def _has_verb(tokens: list[Token]) -> bool:
    """Whether a finite verb may stand among these tokens."""
    return any(
        token.tag in AUX or bool(token.tags & FINITE and not token.tags & NOUNS) for token in tokens
    )


def _that(before: Token | None, after: Token | None) -> str:
    if before is None:
        return "DT" if after and (after.tag == "BE" or after.tags & NOUNS) else "PRP"
    if after is None:
        return "PRP"
    noun_before = before.entity or before.tags & NOUNS or before.tag in ("PRP", "NN")
    if (
        noun_before
        and (
            after.tag in ("BE", "DO", "HV", "MD")
            or (after.tags & FINITE and not after.tags & NOUNS)
        )
        and not after.tag == "DT"
    ):
        return "WP"
    if before.tag in ("IN",) or before.tag in ("of",):
        return "DT"
    return "THAT"


def _starts_clause(tokens: list[Token], start: int) -> bool:
    """Whether a finite verb comes before the next boundary."""
    for k, token in enumerate(tokens[start : start + 12], start):
        if token.tag in (",", ";", ":", ".", "SUB", "THAT", "WP", "CC"):
            return False
        if (
            k
            and tokens[k - 1].tag in ("DT", "IN", "CD", "POS", "QT")
            or tokens[k - 1].tags & ADJ
            and not tokens[k - 1].tags & NOUNS
        ):
            continue
        if token.tag == "MD" or token.low in FINITE_AUX and token.tag != "POS":
            return True
        if token.tags & {"VBZ", "VBD"} and not token.tags & (NOUNS | {"VBN", "JJ"}):
            return True
        if (
            token.tag == ""
            and token.tags & {"VBP", "VBD"}
            and token is not tokens[start]
            and _prefers_verb(token)
        ):
            return True
    return False


def _prefers_verb(token: Token) -> bool:
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=-1)
    noun = max((w.weight for w in token.words if w.tag in NOUNS or w.tag in ADJ), default=-1)
    return verb > noun


def _stretches(tokens: list[Token]) -> list[tuple[int, int]]:
    """Stretches between words and marks that can bound a clause."""
    found: list[tuple[int, int]] = []
    start = 0
    for i, token in enumerate(tokens):
        if token.tag in (
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


def _settle_verbs(tokens: list[Token], start: int, end: int, clause_takers: frozenset[str]) -> None:
    """Finds the verbs of a stretch: what follows auxiliaries and "to", else the likeliest finite verb."""
    _clause_taker(tokens, start, end, clause_takers)
    has_finite = any(tokens[k].tag in FINITE for k in range(start, end))
    i = start
    while i < end:
        token = tokens[i]
        if token.tag in ("MD", "DO", "BE", "HV") and i == end - 1 and _compares(tokens, start, i):
            i += 1  # "... less than opioids do"
            continue
        if token.tag in ("MD", "DO"):
            has_finite = True
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
            has_finite = has_finite or token.low != "having"
        elif token.tag == "BE":
            has_finite = has_finite or token.low in FINITE_AUX
            _after_be(tokens, i + 1, end)
        elif token.tag == "TO":
            i = _after_to(tokens, i, end)
            continue
        i += 1
    if not has_finite:
        _finite_verb(tokens, start, end)
    _caused(tokens, start, end)
    for i in range(start, end - 3):
        if tokens[i].tag in VERBS and _has_lemma(tokens[i], clause_takers):
            rest = range(i + 1, end)
            if not any(tokens[k].tag in FINITE or tokens[k].tag in AUX for k in rest):
                _finite_verb(tokens, i + 1, end, least=6.0)
            break


def _compares(tokens: list[Token], start: int, i: int) -> bool:
    """Whether an auxiliary at the end only echoes the verb of a comparison."""
    return any(token.low in ("than", "as") for token in tokens[max(start, i - 6) : i])


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
            after.tag in ("DT", "QT", "PRP") or after.entity or after.low in ("at", "about", "all")
        )
        finite_later = any(
            tokens[k].tag == "MD"
            or (tokens[k].low in FINITE_AUX and tokens[k].tag in AUX)
            or _strong_finite(tokens[k])
            for k in range(i + 2, end)
        )
        finite_before = any(
            tokens[k].tag in AUX or tokens[k].tag in FINITE for k in range(start, i)
        )
        if is_subject_before and opens and finite_later and not finite_before:
            token.tag = next(t for t in ("VBZ", "VBD", "VBP") if t in token.tags)
            return


def _settle_parallel(tokens: list[Token]) -> None:
    """Verbs that "and" joins to a bare verb are bare too: "to drink and drive", "can take it and use it"."""
    for i in range(2, len(tokens)):
        token, joint = tokens[i], tokens[i - 1]
        if (
            joint.tag != "CC"
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
        if not before or before[-1].tag != "VB":
            continue
        if (
            token.tag == "VBP"
            or tokens[i - 2].tag == "VB"
            or _noun_lead(token) < 1
            and _object_follows(tokens, i)
        ):
            token.tag = "VB"


def _object_follows(tokens: list[Token], i: int) -> bool:
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and (
        after.tag in ("DT", "PRP", "QT", "CD")
        or bool(after.entity)
        or bool(after.tags & (NOUNS | ADJ))
    )


def _caused(tokens: list[Token], start: int, end: int) -> None:
    """The bare verb after "make", "let", "help" and their object."""
    for i in range(start, end):
        if tokens[i].low not in CAUSATIVES or tokens[i].tag in ("NN", "NNS"):
            continue
        for j in range(i + 2, min(end, i + 9)):
            token, before = tokens[j], tokens[j - 1]
            if token.tag in ("TO", "BE", "MD"):
                break
            is_noun_before = (
                before.entity or before.tag in ("PRP", "NN", "NNS") or bool(before.tags & NOUNS)
            )
            if (
                token.tag == ""
                and "VB" in token.tags
                and not _is_rather_adjective(token)
                and is_noun_before
                and (
                    not token.tags & NOUNS
                    or before.tag == "PRP"
                    or _noun_lead(token) < 1
                    or j == end - 1
                    and before.low in ("people", "patients", "you", "them", "us", "it")
                )
            ):
                token.tag = "VB"
                return


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
    """Whether a token right after an auxiliary starts an inverted subject instead of being the verb."""
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
    if before.glued and False:
        return False
    if not token.tags & (NOUNS | ADJ):
        return True
    stop = next((k for k in range(j + 1, end) if tokens[k].tag in ("TO", "IN")), end)
    later = [k for k in range(j + 1, stop) if tokens[k].tag == "" and "VB" in tokens[k].tags]
    if any(not tokens[k].tags & (NOUNS | ADJ) for k in later):
        return False
    if later and not _prefers_verb(token) and any(_prefers_verb(tokens[k]) for k in later):
        return False
    return (
        before.tag in ("NN", "PRP", "RB", "NOT")
        or bool(before.tags & (NOUNS | ADV))
        or _prefers_verb(token)
    )


def _after_be(tokens: list[Token], i: int, end: int) -> None:
    """The participle or adjective after a form of "be"."""
    k = _next_content(tokens, i, end)
    if k >= end:
        return
    token = tokens[k]
    if token.tag == "" and token.tags & {"VBN", "VBG"} and not token.tags & {"VB"}:
        follows = tokens[k + 1] if k + 1 < end else None
        if (
            "JJ" in token.tags
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
            if each.tag == "" and each.tags & {"VBN"} and not each.tags & (NOUNS | {"VB"}):
                follows = tokens[j + 1] if j + 1 < end else None
                if (
                    follows is None
                    or follows.tag in ("IN", "TO", ".", "?", "RB", "DT", "NOT", "CD", "QT")
                    or follows.tags & {"RB"}
                ):
                    if not (
                        tokens[j - 1].tag in ("DT", "CD")
                        or tokens[j - 1].tags & {"RB"}
                        and tokens[j - 2].tag == "DT"
                    ):
                        each.tag = "VBN"
                break


def _after_to(tokens: list[Token], i: int, end: int) -> int:
    k = _next_content(tokens, i + 1, end)
    if k >= end or tokens[k].tag in AUX:
        return k
    token = tokens[k]
    before = tokens[i - 1] if i else None
    if token.tag == "" and "VB" in token.tags:
        governs_noun = before is not None and (before.read_as or before.low) in TAKES_TO_NOUN
        if token.tags & NOUNS and (governs_noun or _noun_lead(token) >= 3):
            tokens[i].tag = "IN"
            return k
        token.tag = "VB"
        return k + 1
    tokens[i].tag = "IN"
    return k


def _is_rather_adjective(token: Token) -> bool:
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=0)
    return max((w.weight for w in token.words if w.tag in ADJ), default=-1) > verb


def _noun_lead(token: Token) -> int:
    """How much commoner the word is as a noun than as a verb."""
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=0)
    return max((w.weight for w in token.words if w.tag in NOUNS), default=0) - verb


def _is_noun_phrase(tokens: list[Token], k: int, end: int) -> bool:
    """Whether a participle after "have" opens a noun phrase: "has limited use", not "has limited it"."""
    return (
        k + 1 < end
        and "JJ" in tokens[k].tags
        and tokens[k + 1].tag == ""
        and bool(tokens[k + 1].tags & NOUNS)
        and not tokens[k + 1].tags & {"VBG", "RB"}
    )


def _finite_verb(tokens: list[Token], start: int, end: int, least: float = 0.0) -> None:
    """Marks the likeliest finite verb of a stretch without auxiliaries, if any is likely enough."""
    if tokens[start].tag == "IN" and end < len(tokens) and tokens[end].tag == ",":
        least = max(least, 6.0)  # "After each dose, ...": a phrase, not a clause
    best, best_score = -1, least
    for i in range(start, end):
        token = tokens[i]
        if token.tag or not token.tags & FINITE:
            continue
        score = _finite_score(tokens, start, i, end)
        if score > best_score:
            best, best_score = i, score
    if best < 0:
        return
    token = tokens[best]
    for tag_ in ("VBZ", "VBD", "VBP"):
        if tag_ in token.tags:
            if tag_ == "VBP" and (best == start and not _continues(tokens, start)):
                token.tag = "VB"
            else:
                token.tag = tag_
            return


def _continues(tokens: list[Token], start: int) -> bool:
    """Whether a stretch goes on with a subject named before it: after "and", "who", "that"."""
    return start > 0 and tokens[start - 1].tag in ("CC", "WP")


def _finite_score(tokens: list[Token], start: int, i: int, end: int) -> float:
    token = tokens[i]
    before = tokens[i - 1] if i > start else None
    after = tokens[i + 1] if i + 1 < end else None
    verb = max((w.weight for w in token.words if w.tag in VERBS), default=0)
    other = max(
        (w.weight for w in token.words if w.tag in NOUNS or w.tag in ADJ or w.tag in ADV),
        default=-2,
    )
    score = float(verb - other)
    is_only_verb = not token.tags & (NOUNS | ADJ | ADV)
    if is_only_verb:
        score += 4
    if before is None:
        if _continues(tokens, start):
            if tokens[start - 1].tag == "WP":
                score += 6
            elif i >= 2 and is_only_verb and not token.tags <= {"VBN", "VBD"}:
                score += 3
            elif after is not None and (after.tag in ("DT", "PRP", "QT", "CD") or after.entity):
                score += 2
                if any(
                    each.tag in ("VBP", "VBZ") and each.tag in token.tags for each in tokens[:start]
                ):
                    score += 2
            elif (
                after is not None
                and token.tags & {"VBP"}
                and after.tags & NOUNS
                and not token.tags & NOUNS
            ):
                score += 1.5
            else:
                score -= 3
        elif start == 0 or tokens[start - 1].tag in (".", ";", ":", "!"):
            if "VBP" not in token.tags:
                return -1
            score += 1 if after is not None and after.tag in ("DT", "PRP", "IN", "QT") else -1.5
            if any(tokens[k].tag == "" and tokens[k].tags & FINITE for k in range(i + 1, end)):
                score -= 2
        elif not _has_finite_before(tokens, start):
            if (
                token.tags & {"VBN"}
                and not token.tags & {"VBP"}
                and (after is None or after.tag in ("IN", "TO"))
                and any(_strong_finite(tokens[k]) for k in range(end, len(tokens)))
            ):
                return -1
            score += 2 if "VBP" not in token.tags or "VBD" in token.tags else 0
        else:
            score -= 3
            if token.tags & {"VBN"}:
                return -1
    else:
        plural = _is_plural(before)
        if (
            before.low in ("to",)
            or before.tag in ("DT", "CD", "POS")
            or (before.tag == "IN" and not before.low == "that")
        ):
            return -1
        if before.tag == "QT" and before.low not in (
            "all",
            "both",
            "some",
            "many",
            "few",
            "none",
            "neither",
            "each",
            "most",
        ):
            return -1
        if before.glued and False:
            return -1
        if before.tag == "PRP":
            score += 5
        elif before.entity or before.tags & NOUNS or before.tag == "NN":
            score += 2
            if "VBZ" in token.tags:
                score += 1.5 if not plural else -2
            elif "VBP" in token.tags and "VBD" not in token.tags:
                score += 1.5 if plural or before.entity else -2.5
        elif before.tags & ADV or before.tag in ("RB", "NOT"):
            score += 1
        elif before.tags & ADJ:
            score -= 3
        if _governed(tokens, start, i):
            return -1
    if (
        after is None
        and end < len(tokens)
        and tokens[end].tag == ","
        and not _has_finite_before(tokens, start)
    ):
        if any(_may_be_finite(tokens[k]) for k in range(end, len(tokens))):
            score -= 5  # "The study, a small trial, proved ...": the verb is still to come
    if after is None:
        score -= 0 if (before is not None and not plural_noun(token)) else 1.5
    elif after.tag in ("DT", "PRP", "QT", "CD") or after.tag == "TO":
        score += 3
    elif after.entity:
        score += 1
    elif after.tag == "IN":
        score += 1
        if token.tags & {"VBN"} and any(_strong_finite(tokens[k]) for k in range(i + 1, end)):
            return -1
        if after.low == "of":
            score -= 3
    elif after.tags & ADV and not after.tags & NOUNS:
        score += 2
    elif after.tags & (NOUNS | ADJ):
        score += 0.5
    elif after.tags & {"VBG"}:
        score += 1
    if "VBN" in token.tags and any(
        "VBZ" in tokens[k].tags
        and not tokens[k].tag
        and k > start
        and (tokens[k - 1].tag in ("PRP", "RB") or tokens[k - 1].tags & ADV)
        for k in range(start, i)
    ):
        score -= 4  # "it primarily works by ... a receptor called X"
    if "VBN" in token.tags and after is not None and after.tag == "IN":
        later = [
            tokens[k] for k in range(i + 2, end) if tokens[k].tag == "" and "VBD" in tokens[k].tags
        ]
        if any(not each.tags & (NOUNS | ADJ) for each in later):
            score -= 5  # "a trial published in 2018 showed"
    if token.tags & {"VBN"} and "VBD" in token.tags:
        if any(_strong_finite(tokens[k]) for k in range(i + 1, end)):
            return -1
        if before is not None and before.tags & ADJ and not before.tags & NOUNS:
            return -1
    if token.glued or (after is not None and after.glued):
        score -= 4
    return score + 1.0


def _governed(tokens: list[Token], start: int, i: int) -> bool:
    """Whether the word must be the noun that a preposition or determiner before it waits for."""
    for k in range(i - 1, start - 1, -1):
        token = tokens[k]
        if (
            token.entity
            or token.tags & NOUNS
            and not token.tags & ADJ
            or token.tag in ("PRP", "NN", "NNS")
        ):
            return False
        if token.tag in ("IN", "DT", "POS") or token.low in ("no", "every", "each", "any"):
            return True
        if (
            token.tags & ADJ
            or "VBN" in token.tags
            or token.tag in ("CD", "JJ")
            or token.tags & NOUNS
        ):
            continue
        return False
    return False


def _has_finite_before(tokens: list[Token], start: int) -> bool:
    """Whether the sentence so far has a finite verb since the last strong boundary."""
    for token in reversed(tokens[:start]):
        if token.tag in (";", ":", "."):
            return False
        if token.tag in ("VBZ", "VBD", "VBP", "MD", "DO", "HV") or (
            token.tag == "BE" and token.low in FINITE_AUX
        ):
            return True
    return False


def plural_noun(token: Token) -> bool:
    """Whether the form can be a plural noun."""
    return "NNS" in token.tags


def _strong_finite(token: Token) -> bool:
    return (
        token.tag in ("VBZ", "VBD", "VBP")
        or (
            token.tag == ""
            and bool(token.tags & FINITE)
            and not token.tags & (NOUNS | ADJ | ADV | {"VBN", "VB"})
        )
        or (token.tag == "" and "VBZ" in token.tags and _prefers_verb(token))
    )


def _may_be_finite(token: Token) -> bool:
    return (
        token.tag in FINITE
        or token.low in FINITE_AUX
        or bool(token.tags & {"VBD", "VBZ"} and not token.tags & NOUNS)
    )


def _is_plural(token: Token) -> bool:
    if token.entity:
        return token.low.endswith("s")
    return "NNS" in token.tags and "NN" not in token.tags or token.tag == "NNS"


def _from_context(tokens: list[Token], i: int) -> str:
    """The tag of a word that is no verb of its stretch."""
    token = tokens[i]
    tags = token.tags
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        before is not None
        and before.tag in ("DT", "POS", "JJ")
        and tags & NOUNS
        and after is not None
        and after.tag in ("IN", ".", ",", "CC", "BE", "MD", "TO")
    ):
        return _first(token, NOUNS)
    heads_noun = after is not None and (
        after.entity
        or (after.tag == "" and after.tags & (NOUNS | ADJ))
        or after.tag in ("NN", "NNS", "JJ")
    )
    if before is not None and before.low == "by" and "VBG" in tags:
        return "VBG"
    if before is not None and before.tag in ("IN", "SUB", "TO") and "VBG" in tags:
        return (
            "VBG"
            if not (
                tags & NOUNS
                and (after is None or after.tag in (".", ",", "IN", "CC", "?", "NOT", "BE", "MD"))
            )
            else "NN"
        )
    if before is not None and before.tag == "TO" and "VB" in tags and before.low == "to":
        return "VB"
    if (
        "VBG" in tags
        and (before is None or before.tag not in ("DT", "POS"))
        and after is not None
        and (after.tag in ("DT", "PRP", "QT", "TO", "IN") or after.entity or heads_noun)
    ):
        if after.tag == "IN" and tags & NOUNS:
            return "NN"
        return "VBG"
    noun_before = before is not None and (before.entity or before.tag in ("NN", "NNS", "PRP"))
    if (
        "VBN" in tags
        and noun_before
        and after is not None
        and after.tag in ("IN", "TO", "RB")
        and not tags & NOUNS
    ):
        return "VBN"
    if tags & ADJ and heads_noun:
        return _first(token, ADJ)
    if (
        tags & {"VBN"}
        and heads_noun
        and before is not None
        and before.tag in ("DT", "JJ", "RB", "CD", "QT", "IN", ",")
    ):
        return "VBN" if _noun_lead(token) < 1 else _first(token, NOUNS)
    if "VBN" in tags and not tags & NOUNS and not (tags & ADJ):
        return "VBN"
    if tags & ADV and not tags & NOUNS and not tags & ADJ:
        return _first(token, ADV)
    if (
        tags & ADV
        and tags & ADJ
        and before is not None
        and (before.tag in VERBS or before.tag == "NN" or before.tags & NOUNS)
    ):
        if (
            not heads_noun
            and token.words
            and token.words[0].tag in ADV | ADJ
            and before.tag != "BE"
        ):
            return _first(token, ADV)
    if tags & NOUNS:
        adj = max((w.weight for w in token.words if w.tag in ADJ), default=-1)
        noun = max((w.weight for w in token.words if w.tag in NOUNS), default=-1)
        predicative = before is not None and (
            before.tag == "BE" or before.tag in ADV or before.low in ("not", "n't")
        )
        if (
            tags & ADJ
            and not heads_noun
            and (adj > noun or (predicative and adj >= 1))
            and (before is None or before.tag not in ("DT", "POS", "JJ", "IN", "CD", "NN"))
        ):
            return _first(token, ADJ)
        if "VBN" in tags and after is not None and after.tag in ("IN",):
            return "VBN"
        return _first(token, NOUNS)
    if tags & ADJ:
        return _first(token, ADJ)
    if tags & ADV:
        return _first(token, ADV)
    for choice in ("VBN", "VBG", "VBZ", "VBD", "VB"):
        if choice in tags:
            return choice
    return "NN"


def _first(token: Token, wanted: frozenset[str]) -> str:
    return next((word.tag for word in token.words if word.tag in wanted), "NN")


def _lemma(token: Token) -> str:
    low = token.read_as or token.low
    if token.entity:
        return "@" + token.entity
    kin = {"VBP": ("VB",), "VBD": ("VBD", "VBN"), "VBN": ("VBN", "VBD")}.get(
        token.tag, (token.tag,)
    )
    options = [word for word in token.words if word.tag in kin]
    if options:
        return max(options, key=lambda word: (word.weight, word.lemma)).lemma
    if token.tag == "BE":
        return "be"
    if token.tag == "DO":
        return "do"
    if token.tag == "HV":
        return "have"
    return low
