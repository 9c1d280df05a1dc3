"""Verb groups: auxiliaries, negation, modality, adverbs and the main verb."""

from __future__ import annotations

from factcheck.language import values
from factcheck.language.draft import Draft
from factcheck.language.echoes import MARKS
from factcheck.language.predicates import Predicates
from factcheck.language.tagset import ADJ, ADV, VERBS
from factcheck.model.place import Span
from factcheck.model.proposition import Node
from factcheck.model.result import Cue


class VerbGroups(Predicates):
    """Verb groups: auxiliaries, negation, modality, adverbs and the main verb."""

    __slots__ = ()

    def _verb_group(self, draft: Draft, *, is_bare: bool = False) -> bool:
        """Auxiliaries, negation, adverbs and the main verb; False when there is no verb here."""
        first = self.i
        is_copula = is_passive = False
        saw_modal = ""
        while True:
            token = self.at()
            if token is None:
                break
            tag, low = token.tag, token.low
            span = Span(token.start, token.end)
            duty, length = self._obligation()
            if length:
                self._take_duty(draft, duty, length)
                is_bare = True
                is_copula = is_passive = False
                continue
            if tag == "MD":
                self._take_modal(draft, low, span)
                saw_modal = low
                self.i += 1
            elif tag == "DO":
                if self.tag(1) in ("NOT", "VB", "RB", "BE", "HV") or self._verb_soon():
                    draft.is_past = draft.is_past or low == "did"
                    self.i += 1
                else:
                    break
            elif (
                tag == "QT"
                and low in ("both", "all", "each")
                and self.tag(-1) in ("MD", "HV", "BE")
                and self.tag(1) in ("BE", "VB", "VBN", "HV", "VBG")
            ):
                self.i += 1  # "cats and dogs can both be ..."
            elif tag == "HV" and self._is_perfect():
                if self.low(1) == "ever" and self.tag(2) in ("BE", "VBN"):
                    del self.tokens[self.i + 1]  # "have you ever been"
                if self.low(1) == "got" or (self.tag(1) == "NOT" and self.low(2) == "got"):
                    self._has_got(draft)
                    return True
                draft.is_perfect = True
                self.i += 1
            elif tag == "NOT" and self._is_before_ago():
                self.unread.append(token.text)  # "not ten minutes ago": less than that
                self.i += 1
            elif tag == "NOT" or (tag == "QT" and self._is_no_longer()):
                draft.cues.append(Cue(span, "negation", token.text))
                if (
                    saw_modal in ("must", "should", "shall")
                    and draft.duty
                    and not draft.duty_negated
                ):
                    draft.polarity = not draft.polarity
                elif low == "never":
                    draft.polarity = not draft.polarity
                    draft.strength = "may" if draft.strength == "generic" else draft.strength
                else:
                    draft.polarity = not draft.polarity
                self.i += 1
                if low == "no":
                    draft.is_over = True
                    self.i += 1
                elif self.low() in ("only", "just", "merely", "simply") and self._but_also():
                    draft.polarity = not draft.polarity
                    self.i += 1
            elif tag == "BE":
                draft.is_past = draft.is_past or low in ("was", "were")
                if low == "were" and draft.subjects and self._singular(draft.subjects):
                    draft.unreal = [*draft.unreal, Cue(span, "hypothesis", token.text)]
                self.i += 1
                self._adverbs(draft)
                is_copula = True
                is_ahead = self.low() == "going" and low not in ("was", "were")
                if is_ahead and self.tag(1) == "TO" and self.tag(2) in ("VB", "BE"):
                    is_copula = False
                    draft.is_ahead = True
                    saw_modal = "will"
                    self.i += 2  # "is going to do it" is "will do it"
                    is_bare = True
                    continue
                nxt = self.tag()
                if nxt in ("VBN", "NN", "NNS"):
                    break
                if nxt == "VBG":
                    is_copula = False
                    break
                is_over = nxt == "QT" and self._is_no_longer()
                if nxt in ("NOT", "BE", "RB") or is_over or self._obligation()[1]:
                    continue
                break
            elif tag in ADV or tag in ("RB", "RBR") or self._strength()[1]:
                if saw_modal == "will" and low in self.grammar.for_certain and draft.polarity:
                    draft.strength = "always"  # "will certainly do it"
                if not self._adverbs(draft):
                    break
            elif (
                (how := self.grammar.raising.get(low))
                and self.tag(1) == "TO"
                and (tag == "VBD" if how == "formerly" else tag in VERBS)
            ):
                if how == "usually":
                    draft.strength = "usually"
                elif how == "formerly":
                    draft.is_perfect = True
                    draft.add("adv", [Node("formerly", "adv")])
                elif how == "seem":
                    draft.add("adv", [Node("seem", "adv")])
                self.i += 2
                is_bare = True
            elif (
                token.lemma in self.grammar.negating_verbs and self.tag(1) == "TO" and tag in VERBS
            ):
                if not draft.polarity and draft.strength == "may":  # "never fails to"
                    draft.strength = "always"
                draft.polarity = not draft.polarity
                draft.is_over = token.lemma == "cease"
                draft.cues.append(Cue(span, "negation", token.text))
                self.i += 2
                is_bare = True
            else:
                break
        if self.at() is None or self.tag() in (",", ";", ":", "CC"):
            ended = self.tokens[self.i - 1] if self.i > first else None
            if ended is not None and ended.low in MARKS:
                ended = self.tokens[self.i - 2]
            if ended is not None and ended.tag in ("DO", "MD", "NOT") and not is_copula:
                draft.verb = "do"  # "X does; Y doesn't"
                return True
        token = self.at()
        if is_copula and self.tag() == "VBG" and self.tag(-1) in ("NOT", "RB"):
            is_copula = False  # "is not missing" like "is missing"
        if (
            is_copula
            and token is not None
            and self.tag() == "VBN"
            and (
                token.lemma in self.grammar.datives
                or self.low(-1) in ("been", "being")
                or not self._group_ahead()
            )
        ):
            is_copula, is_passive = False, True
        elif is_copula and self._agent_before_participle():
            is_copula, is_passive = False, True
            draft.add("by", [Node(self.concept(self.tokens[self.i], "noun"), "noun")])
            self.i += 1
        if is_copula or is_passive:
            self._main_verb(draft, is_passive=is_passive, is_copula=is_copula)
            return True
        if token is None:
            return False
        wanted = (
            {"VB", "VBP", "HV", "DO", "VBG", "VBN"}
            if is_bare or saw_modal or self.i > first
            else set()
        )
        if token.tag in {"VBZ", "VBD", "VBP", "HV", "DO", "VB"} | wanted:
            self._main_verb(draft, is_passive=False, is_copula=False)
            return True
        return False

    def _has_got(self, draft: Draft) -> None:
        """ "has (not) got X": the verb "have"."""
        if self.tag(1) == "NOT":
            draft.polarity = not draft.polarity
            self.i += 1
        self.i += 2
        draft.verb = "have"

    def _agent_before_participle(self) -> bool:
        """Whether "EU-approved" or "EU approved" stands here as a predicate."""
        token = self.at()
        if self.tag() not in ("NN", "NNS") or self.tag(1) != "VBN" or token is None:
            return False
        if self.tag(2) in ("NN", "NNS", "JJ"):
            return False
        return self._glued(1) or (
            token.text[:1].isupper() and self.tag(2) in ("", ".", "IN", ",", "CC")
        )

    def _verb_soon(self) -> bool:
        return any(
            token.tag in ("VB", "BE", "HV") for token in self.tokens[self.i + 1 : self.i + 4]
        )

    def _singular(self, subjects: list[Node]) -> bool:
        start = subjects[0].span
        token = next((t for t in self.tokens if t.start <= start.end - 1 < t.end), None)
        return (
            len(subjects) == 1
            and token is not None
            and not token.low.endswith("s")
            and token.tag != "NNS"
            and token.low not in ("they", "we", "you", "people", "these", "those", "both")
        )

    def _but_also(self) -> bool:
        return any(t.tag == "CC" and t.low == "but" for t in self.tokens[self.i :])

    def _is_perfect(self) -> bool:
        k = 1
        while self.tag(k) in ("NOT", "RB") or self.tag(k) in ADV or self.low(k) in ("both", "all"):
            k += 1
        if self.low(k) == "had":
            return True
        return self.tag(k) in ("VBN", "BE") and not (
            self.tag(k) == "BE" and self.low(k) in ("is", "are")
        )

    def _is_stranded(self) -> bool:
        """Whether a preposition without a noun stands here: "is looked after (by X)"."""
        if self.tag() != "IN" or self.low() in ("by", "as", "than"):
            return False
        return self.low(1) == "by" or self.tag(1) in ("", ".", "?", ",", "CC")

    def _obligation(self) -> tuple[str, int]:
        """A phrase like "have to" or "is allowed to" that starts here, and its length."""
        token = self.at()
        if token is None or token.tag not in (*VERBS, "BE", "HV", "MD"):
            return "", 0
        lemma = {"BE": "be", "HV": "have"}.get(token.tag, token.low)
        lemma = token.lemma if token.tag in VERBS else lemma
        if token.low == "need" and self.tag(1) == "NOT":
            return "neednot", 2
        for first in {lemma, token.low}:
            for words, label in self.grammar.obligation.get(first, ()):
                k, matched, negated = 1, True, False
                for word in words[1:]:
                    while self.tag(k) in ("NOT", "RB"):
                        negated = negated or self.tag(k) == "NOT"
                        k += 1
                    if self.low(k) != word:
                        matched = False
                        break
                    k += 1
                if matched:
                    return ("not " if negated else "") + label, k
        return "", 0

    def _take_duty(self, draft: Draft, label: str, length: int) -> None:
        span = self._span(self.i, self.i + length)
        draft.cues.append(
            Cue(span, "modality", " ".join(t.text for t in self.tokens[self.i : self.i + length]))
        )
        self.i += length
        negated = label.startswith("not ")
        label = label.removeprefix("not ")
        if label == "neednot":
            draft.duty, draft.duty_negated = "must", True
            return
        if label == "always":
            draft.strength = "always"
            draft.polarity = draft.polarity != negated
            return
        if label == "cannot":
            draft.strength, draft.polarity = "may", not draft.polarity
            if negated:
                draft.polarity = not draft.polarity
            return
        if label == "can" and [node.head for node in draft.subjects] == ["it"]:
            draft.subjects = [Node("people", "noun")]  # "it is possible to": for anyone
        if label == "can":
            draft.strength = "may"
            if negated:
                draft.polarity = not draft.polarity
            return
        outer = (not draft.polarity) != negated
        draft.polarity = True
        draft.duty, draft.duty_negated = label, outer

    def _take_modal(self, draft: Draft, low: str, span: Span) -> None:
        draft.cues.append(Cue(span, "modality", low))
        match self.grammar.modals.get(low):
            case "may":
                draft.strength = "may"
                if low == "cannot":
                    draft.polarity = not draft.polarity
            case "must" | "should" as duty:
                draft.duty = duty
            case "unreal":
                draft.unreal = [*draft.unreal, Cue(span, "hypothesis", low)]
            case "ahead":
                draft.is_ahead = True

    def _is_before_ago(self) -> bool:
        """Whether "not" stands before a number of minutes, days ... "ago"."""
        return self.tag(1) == "CD" and "ago" in (self.low(3), self.low(4))

    def _is_no_longer(self) -> bool:
        """Whether "no longer" stands here, and not "no longer than"."""
        return (self.low(), self.low(1)) == ("no", "longer") and self.low(2) != "than"

    def _at_degree(self) -> bool:
        """Whether "less often", "more quickly" stands here, and no comparison with something."""
        token, word = self.at(), self.at(1)
        if token is None or word is None or token.low not in ("more", "less"):
            return False
        is_adverb = word.tag in ADV or (word.tag in ADJ and "RB" in word.tags)
        is_adverb &= not word.tags & ADJ or self.tag(-1) in VERBS
        return is_adverb and self.low(2) not in ("than", "and")

    def _adverbs(self, draft: Draft) -> bool:
        """Takes the adverbs that stand here; False when there are none."""
        start = self.i
        while True:
            token = self.at()
            if token is None or (token.low == "rather" and self.low(1) == "than"):
                break
            if self._at_degree():
                degree = self._adverb(token)
                draft.add("adv", [self._adverb(self.tokens[self.i + 1]).plus(("adv", degree))])
                self.i += 2
                continue
            label, length = self._strength()
            if length and token.tag != "MD":
                draft.cues.append(Cue(self._span(self.i, self.i + length), "strength", label))
                if label == "never":
                    draft.polarity = not draft.polarity
                    draft.strength = "may"
                else:
                    draft.strength = (
                        label
                        if not (draft.strength == "may" and label in ("usually", "often"))
                        else "may"
                    )
                self.i += length
                continue
            length = self._filler_length()
            if length:
                self.i += length
                continue
            if token.tag in ("RB", "RBS") and token.low not in ("so", "then"):
                if (
                    self.tag(1) in ("JJ", "VBN")
                    and token.low.endswith("ly")
                    and self.tag(1) == "JJ"
                ):
                    break
                draft.add("adv", [self._adverb(token)])
                self.i += 1
                continue
            break
        return self.i > start

    def _main_verb(self, draft: Draft, *, is_passive: bool, is_copula: bool) -> None:
        """The main verb and what it needs right after it."""
        token = self.at()
        if is_copula:
            draft.verb, draft.kind = "be", "is"
            self._predicate(draft)
            return
        if token is None:
            return
        if token.tag not in VERBS and token.tag not in ("HV", "DO", "BE"):
            return
        tells = token.lemma in self.grammar.belief and self.tag(1) == "THAT"
        draft.verb = token.lemma if tells else self.concept(token, "verb")
        draft.is_passive = is_passive
        draft.is_past = draft.is_past or token.tag == "VBD"
        self.i += 1
        if token.tag == "BE":
            draft.kind = "is"
            self._predicate(draft)
            return
        if token.lemma == "get" and not is_passive and self.tag() == "VBN":
            self._main_verb(draft, is_passive=True, is_copula=False)  # "gets inflated by a pump"
            return
        if token.lemma in self.grammar.copulas and not is_passive and self._copular_complement():
            draft.kind = "is"
            draft.verb = "be"
            if token.lemma in self.grammar.seeming:
                draft.add("adv", [Node(token.lemma, "adv")])
            if self.tag() == "TO" and self.tag(1) == "BE":
                self.i += 2
            self._predicate(draft)
            return
        while (
            self.tag() == "IN"
            and self.low() in ("off", "up", "out", "down", "away", "on", "over", "back")
            and not (
                self.starts_noun_phrase(1)
                and self.low() in ("on", "over")
                and f"verb:{token.lemma} {self.low()}" not in self.grammar.synonyms
            )
            and not values.bound_at(self.tokens, self.i, self.grammar)[1]
        ):
            particle = self.low()
            joined = f"{token.lemma} {particle}"
            draft.verb = self.grammar.synonyms.get("verb:" + joined, joined)
            self.i += 1
        if is_passive and self._is_stranded():
            draft.stranded = self._role(self.low())
            self.i += 1
        elif is_passive and token.lemma in self.grammar.classifying:
            self._classified(draft)
        elif is_passive and token.lemma == "make" and self._made():
            draft.verb, draft.kind, draft.is_passive = "be", "is", False
            self._predicate(draft)
