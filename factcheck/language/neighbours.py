"""Words whose class hangs on their neighbours: "that", "to", "like", "first", "than", "since"."""

from __future__ import annotations

from factcheck.language import words
from factcheck.language.tagset import ADJ, AUX, FINITE, FINITE_AUX, NOUNS, prefers_verb
from factcheck.language.tokens import Token
from factcheck.language.values import ROMAN
from factcheck.language.words import Word

NO_NOUN = frozenset({"TO", "IN", ".", ",", "?", "CC", "RB", "SUB", "THAT", "WR", "DT", "QT", "MD"})

# What the verb of a pronoun may be: "before it runs", "until they close".
PERIODS = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter"}
    | {"season", "year", "decade", "century", "lifetime", "term", "session", "visit", "shift"}
)
AGREEING = {
    **dict.fromkeys(("it", "he", "she"), frozenset({"VBZ"})),
    **dict.fromkeys(("they", "we", "you", "i"), frozenset({"VBP"})),
}


def settle_special(tokens: list[Token]) -> None:
    """Words whose class hangs on their neighbours: "that", "to", "'s", "like", "her", "past"."""
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        low = token.low
        if token.tag == "'s":
            token.tag = "POS"
            if (
                (
                    before
                    and (
                        before.tag in ("PRP", "WP", "WR")
                        or before.low in ("that", "there", "here", "it", "what", "who")
                    )
                )
                or (
                    before
                    and after
                    and (after.tag == "NOT" or not before.tags & {"VB"})
                    and after.tag in ("NOT", "DT", "QT", "PRP")
                )
                or (before and after and _is_before_article(tokens, i + 1))
            ):
                token.tag, token.low = "BE", "is"
            elif before and before.low == "let":
                token.tag, token.low = "PRP", "us"
        elif token.tag == "HV" and after is None:
            token.tag = "HV"
        elif low == "need" and after is not None and after.tag == "NOT":
            token.tag = "MD"
        elif (
            token.text == "'"
            and before is not None
            and before.text.endswith("s")
            and before.end == token.start
        ):
            token.tag = "POS" if after is not None and not after.tag else '"'
        elif low in ("one", "ones") and before is not None and _calls_for_noun(before):
            token.tag = "NN"  # "the one used by cars", "a new one"
        elif low == "ones" and before is not None and before.tags & (ADJ | {"VBN"}):
            token.tag = "NN"
        elif low == "her" and (after is None or after.tag in NO_NOUN):
            token.tag = "PRP"  # "told her to rest"
        elif low in ("home", "back") and before is not None and before.tag in ("IN", "DT", "POS"):
            token.tag = "NN"
        elif low == "later" and before is not None and before.tag == "DT":
            token.tag, token.lemma = "JJ", low
        elif (
            low in ("first", "last")
            and (before is not None and before.tag == "BE")
            and (after is None or after.tag in ("IN", "TO", ".", ",", "CC"))
        ):
            token.tag = "JJ"  # "is first in line"
        elif (
            low in ("first", "last")
            and before is not None
            and (before.tag in ("IN", "PRP") or before.tags & (FINITE | NOUNS))
            and (after is None or after.tag in (".", ",", ";", "CC", "?"))
        ):
            token.tag = "RB"  # "wears out first"
        elif low == "only" and before is not None and before.low == "the" and _names(after):
            token.tag = "JJ"  # "the only bridge"
        elif i == 1 and before is not None and before.low == "only" and "NNS" in token.tags:
            token.tag = "NNS"  # "Only ferries float"
        elif low == "this" and after is not None and _agrees_as_verb(after):
            token.tag = "PRP"  # "this shows": a plural noun would want "these"
        elif (
            before is not None
            and before.low in ("the", "a", "an", "every", "each", "no")
            and token.tags
            and token.tags <= {"VB", "VBP"}
        ):
            token.tag = "NN"  # a word for a thing that is only known as a verb
        elif (
            (before is None or before.tag in ("CC", "SUB", ","))
            and after is not None
            and after.tag in ("BE", "MD", "HV")
            and token.tags
            and token.tags <= {"VB", "VBP"}
            and token.text[:1].isupper()
        ):
            token.tag = "NN"  # a name that is a verb elsewhere: "Pat is ..."
        elif is_listed_quality(tokens, i) or (low == "non" and after is not None and after.glued):
            token.tag = "JJ"
        elif low == "longer" and after is not None and after.low == "than":
            token.tag, token.words = "RBR", words.lookup(low)  # "lasts longer than"
        elif is_level_quality(tokens, i):
            token.tag = "JJ"  # "is as light as": no noun
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
        elif low == "over" and before is not None and _ends_predicate(tokens, i):
            token.tag = "JJ"  # "once the course is over, ..."
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
        elif (
            token.text in ROMAN
            and before is not None
            and before.tags & NOUNS
            and not (token.text == "I" and after is not None and _is_said_of_me(after))
        ):
            token.tag = "CD"
        elif (
            low == "used"
            and after is not None
            and after.tag == "TO"
            and tokens[0].tag != "BE"
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
            and (
                after.tag == "BE"
                or (after.tags & {"VBN"} and (not after.tags & NOUNS or prefers_verb(after)))
            )
        ):
            token.tag, token.tags = "VBG", frozenset({"VBG"})
            token.words = (Word("have", "VBG", 5),)
        elif low in ("that", "those") and before is not None and _resumes(tokens, i):
            token.tag = "NN"  # "lower than that of tea": the noun named before
        elif low == "that":
            is_list = (
                after and after.tags & ADJ and [t.text for t in tokens[i + 2 : i + 3]] == [","]
            )
            is_opening = before is None or before.tag in (".", "?", "!", ";", ":")
            if after is not None and after.tag in AUX and before is not None:
                is_opening |= before.tag == "," and tokens[0].tag in ("SUB", "WR")
            token.tag = (
                "THAT" if is_list and before else _that(None if is_opening else before, after)
            )
            if token.tag == "THAT" and not is_list and _is_relative(tokens, i):
                token.tag = "WP"
        elif (
            low == "like"
            and before
            and (
                before.tag in ("PRP", "MD", "TO", "DO")
                or before.low == "who"
                or before.low in ("would",)
                or (before.tag == "NOT" and i > 1 and tokens[i - 2].tag in ("DO", "MD"))
            )
        ) or (low == "like" and before is not None and _is_liking(tokens, i)):
            token.tag = "VBP"
        elif low in ("no",) and after and after.tag in (",", "."):
            token.tag = "UH"
        elif (low == "as" and after and after.tag in ("PRP",) and before is not None) or (
            low in ("after", "before", "since", "until", "as")
            and after
            and _starts_clause(tokens, i + 1)
            and not _names_year(tokens, i + 1)
            and (not i or _has_verb(tokens[:i]) or after.low in AGREEING)
        ):
            token.tag = "SUB"
        elif low == "provided" and before is not None and before.tag in ("BE", "NOT", "RB", "NN"):
            token.tag, token.tags = "", frozenset({"VBN", "VBD"})
            token.words = words.lookup("provided")
        elif low == "once" and (_says_formerly(before, after) or _is_rate(tokens, i + 1)):
            token.tag = "RB"
        elif low == "than":
            token.tag = (
                "SUB"
                if after is not None and after.tag == "PRP" and _starts_clause(tokens, i + 1)
                else "IN"
            )
        elif (
            low in ("since", "until")
            and after
            and (_names_year(tokens, i + 1) or not _starts_clause(tokens, i + 1))
        ):
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
        elif low == "yet" and before is not None and before.tag not in (",", ";", "("):
            token.tag = "RB"  # "has not figured out yet how"
        elif low == "both" and i > 1 and before is not None and before.tag == "MD":
            token.tag = "RB"  # "can both ring": a verb follows


def _resumes(tokens: list[Token], i: int) -> bool:
    """Whether "that" stands for a noun named before: "lower than that of tea"."""
    following = [token.low for token in tokens[i + 1 : i + 3]]
    return following[:1] == ["of"] and following[1:] != ["course"] and bool(following[1:])


def _names_year(tokens: list[Token], i: int) -> bool:
    """Whether a year stands here with something else behind it: "since 2020 trams have ..."."""
    token, following = tokens[i], tokens[i + 1 : i + 2]
    is_year = token.kind == "number" and len(token.low) == 4 and token.low.isdigit()
    return is_year and all(each.tag not in AUX for each in following)


def _ends_predicate(tokens: list[Token], i: int) -> bool:
    """Whether "is" or "all" stands before, and nothing of the clause behind."""
    before = tokens[i - 1]
    is_said = before.tag == "BE" or (i > 1 and tokens[i - 2].tag == "BE" and before.tag == "RB")
    return is_said and all(t.kind == "punct" or t.tag == "CC" for t in tokens[i + 1 : i + 2])


def _is_before_article(tokens: list[Token], i: int) -> bool:
    """Whether an adverb stands before "a" or "the": "the tram's only a toy"."""
    following = tokens[i + 1 : i + 2]
    return tokens[i].low in ("only", "just", "really", "still", "also", "merely", "simply") and any(
        each.low in ("a", "an", "the") for each in following
    )


def _is_said_of_me(after: Token) -> bool:
    """Whether "I" has its verb behind it: "the bus I take"."""
    return (
        after.low in ("am", "was", "have", "had", "'m", "'ve", "'ll", "do", "did", "never")
        or after.tag == "MD"
        or bool(after.tags & {"VBP", "VBD"} and not after.tags & NOUNS)
        or ("VBP" in after.tags and prefers_verb(after))
    )


def _is_liking(tokens: list[Token], i: int) -> bool:
    """Whether "like" is the verb of a plural noun: "commuters like them"."""
    before = tokens[i - 1]
    if before.tag or "NNS" not in before.tags or before.entity or i + 1 >= len(tokens):
        return False
    start = i - 1
    while start and tokens[start - 1].tag not in (",", ";", "SUB", "THAT", "WP", "WR", "CC"):
        start -= 1
    around = [*tokens[start : i - 1], *tokens[i + 1 :]]
    return tokens[i + 1].tag in ("PRP", "DT", "TO") and not any(
        each.tag in (*AUX, ",") or each.tags & FINITE for each in around
    )


def is_listed_quality(tokens: list[Token], i: int) -> bool:
    """Whether an adjective stands before a comma and another one: "round, smooth stones"."""
    token = tokens[i]
    if not token.tags & ADJ or "VBN" in token.tags or i + 3 >= len(tokens):
        return False
    if tokens[i + 1].tag != "," or (
        i and tokens[i - 1].tag not in ("DT", "QT", ",", "CD", "SUB", "IN")
    ):
        return False
    second, third = tokens[i + 2], tokens[i + 3]
    is_noun = bool(third.entity) or (bool(third.tags & NOUNS) and not third.tag)
    return bool(second.tags & ADJ or second.tag == "JJ") and is_noun


def is_level_quality(tokens: list[Token], i: int) -> bool:
    """Whether an adjective stands in "is as ... as"."""
    if not 2 <= i < len(tokens) - 1 or not tokens[i].tags & ADJ:
        return False
    if tokens[i - 1].low != "as" or tokens[i + 1].low != "as":
        return False
    return any(token.tag == "BE" for token in tokens[max(0, i - 5) : i - 1])


def _calls_for_noun(token: Token) -> bool:
    """Whether the word must be followed by a noun: an article, or a plain adjective."""
    return token.tag in ("DT", "POS") or (
        not token.tag and bool(token.tags & ADJ) and not token.tags & NOUNS
    )


def _names(token: Token | None) -> bool:
    """Whether a word may stand before or be the noun that an article opens."""
    if token is None:
        return False
    return token.tag in NOUNS | ADJ or (
        not token.tag and bool(token.tags & (NOUNS | ADJ | {"VBN"}))
    )


def _agrees_as_verb(token: Token) -> bool:
    return not token.tag and "VBZ" in token.tags and not token.tags & {"NN", "JJ"}


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
        and after.tag != "DT"
    ):
        return "WP"
    if before.tag == "IN" and after.low in AGREEING:
        return "PRP"  # "apart from that it has no faults"
    if before.tag in ("IN",) or before.tag in ("of",):
        return "DT"
    return "THAT"


def _is_relative(tokens: list[Token], i: int) -> bool:
    """Whether "that" goes on with a verb that looks like a noun: "a vault that holds gold"."""
    if i == 0 or i + 2 >= len(tokens):
        return False
    noun, verb, after = tokens[i - 1], tokens[i + 1], tokens[i + 2]
    is_noun = i >= 2 and tokens[i - 2].tag in ("DT", "BE", "NOT")
    if not (noun.entity or "NN" in noun.tags) or (noun.tags & FINITE and not is_noun):
        return False
    if "VBZ" not in verb.tags or "NN" in verb.tags or verb.entity:
        return False
    is_noun = not after.tag and bool(after.tags & (NOUNS | ADJ)) and not after.tags & FINITE
    return after.tag in ("DT", "QT", "PRP", "CD") or bool(after.entity) or is_noun


def _starts_clause(tokens: list[Token], start: int) -> bool:
    """Whether a finite verb comes before the next boundary."""
    for after in tokens[start + 1 : start + 2]:
        if after.tags & AGREEING.get(tokens[start].low, frozenset()) and not after.entity:
            return True
    for k, token in enumerate(tokens[start : start + 12], start):
        if token.tag in (",", ";", ":", ".", "SUB", "THAT", "WP", "CC"):
            return False
        if k > start and token.low in AGREEING and tokens[k - 1].tags & NOUNS:
            return False  # "after the lesson you can ...": the subject comes behind
        if (k and tokens[k - 1].tag in ("DT", "IN", "CD", "POS", "QT")) or (
            tokens[k - 1].tags & ADJ and not tokens[k - 1].tags & NOUNS
        ):
            continue
        if token.tag == "MD" or (token.low in FINITE_AUX and token.tag != "POS"):
            return True
        if token.tags & {"VBZ", "VBD"} and not token.tags & (NOUNS | {"VBN", "JJ"}):
            return True
        if (
            token.tag == ""
            and token.tags & {"VBP", "VBD"}
            and token is not tokens[start]
            and prefers_verb(token)
        ):
            return True
    return False


def _is_rate(tokens: list[Token], start: int) -> bool:
    """Whether "a week" ends the clause here: "once a week", not "once a week has passed"."""
    if start + 1 >= len(tokens) or tokens[start].low not in ("a", "an", "per", "each", "every"):
        return False
    after = tokens[start + 2] if start + 2 < len(tokens) else None
    ends = after is None or after.tag in (".", ",", ";", "CC", "IN", "?", "TO", "SUB", "WR")
    return ends and tokens[start + 1].low in PERIODS


def _says_formerly(before: Token | None, after: Token | None) -> bool:
    """Whether "once" stands with a past verb: "was once a bank", "once stood here"."""
    if before is not None and before.low in ("was", "were"):
        return True
    if before is None or after is None or before.tag in (",", "SUB", "CC"):
        return False
    return after.low in ("was", "were", "had") or (
        "VBD" in after.tags and not after.tags & NOUNS and not after.entity
    )
