"""Clauses: statements, questions by inversion, imperatives, "there is"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.asides import Asides
from factcheck.language.draft import Draft
from factcheck.language.groups import FREE
from factcheck.language.postmodifiers import END
from factcheck.language.propositions import embedded
from factcheck.language.tagset import ADJ, FINITE_TAGS
from factcheck.language.tokens import Token
from factcheck.model.place import Span
from factcheck.model.proposition import Node
from factcheck.model.result import Cue


class Clauses(Asides):
    """Clauses: statements, questions by inversion, imperatives, "there is"."""

    __slots__ = ()

    def clause(self, *, subjects: list[Node] | None = None) -> list[Draft]:
        """The clause that starts here, as one draft for each verb phrase it coordinates."""
        start, self.fronting = self.i, False
        remarks = [] if subjects else self._opening_remark()
        before = self._leading()
        if self.at() is None:
            return []
        drafts = self._body(subjects or [], start)
        for remark in remarks:
            remark.subjects = remark.subjects or [*drafts[0].subjects] if drafts else []
        self.sides.extend(remarks)
        for draft in drafts:
            for role, nodes in before:
                if role == "compared" and draft.more and not draft.than:
                    draft.than = nodes  # "Compared with Y, X is lighter"
                else:
                    draft.add(role, nodes)
            if draft.more and not draft.than:
                draft.add("adv", [Node(draft.more, "adv")])
                draft.more = ""
        return drafts

    def _body(self, subjects: list[Node], start: int) -> list[Draft]:
        if not subjects and self.low() == "no" and self.low(1) == "need":
            self.tokens[self.i : self.i] = [
                replace(self.tokens[self.i], tag=tag, low=low, text=low, lemma=low)
                for tag, low in (("RB", "there"), ("BE", "is"))
            ]
        if self.low() == "there" and (self.tag(1) in ("BE", "MD", "HV") or self.tag(1) == "NOT"):
            return self._existential(start)
        if self.tag() in ("BE", "DO", "MD", "HV") and not subjects and self._is_inverted():
            return self._inverted(start)
        if not subjects and self._is_imperative():
            return self._imperative(start)
        if not subjects:
            if self.tag() == "TO" and self.tag(1) in ("VB", "BE"):
                self.i += 1
                inner = self.verb_phrase([], is_bare=True)
                subjects = [self.as_node(each) for each in inner]
            elif asked := self._asked_subject():
                subjects = asked
            else:
                while self._filler_length() and self.i + self._filler_length() < len(self.tokens):
                    self.i += self._filler_length()
                subjects = self.noun_phrases(is_subject=True)
        if not subjects:
            return self._fragment(start)
        for node in self.as_what:  # "As a metal, copper ..."
            self.sides.append(
                Draft(
                    subjects=list(subjects),
                    kind="isa",
                    verb="be",
                    edges=[("obj", [node])],
                    is_side=True,
                )
            )
        self.as_what = []
        subjects = self._after_subject(subjects)
        beside = list(self.likened), list(self.unlike)
        self.expletive = (
            len(subjects) == 1
            and subjects[0].kind == "pronoun"
            and subjects[0].head in ("it", "this")
        )
        drafts = self.verb_phrase(subjects)
        self.likened, self.unlike = beside  # not what stands within the predicate
        self.expletive = False
        if not drafts:
            draft = Draft(subjects=subjects, kind="nominal", start=start, end=self.i)
            return [draft]
        drafts[0].start = start
        for draft in drafts:
            draft.edges.extend(self.asides)
            if len(drafts) > 1:
                draft.where = self._span(draft.start, draft.end)
        self.asides = []
        self._set_beside(drafts)
        return drafts

    def _asked_subject(self) -> list[Node]:
        """ "How fast it goes depends on ...", "What you pay ...": a clause as subject."""
        mark = self.i
        if self.low() in ("how", "whether", "why"):
            nodes = self._asked_clause()
        elif self.low() in FREE and self.tag() == "WP" and not self.is_asked:
            node = self._free_relative()
            nodes = [node] if node is not None else []
        else:
            return []
        if self.tag() not in FINITE_TAGS | {"VBP"}:
            self.i = mark
            return []
        return nodes

    def _set_beside(self, drafts: list[Draft]) -> None:
        """ "X, like Y, has Z" says it of both; "unlike Y" takes for granted that Y has not."""
        for draft in drafts:
            draft.subjects = [*draft.subjects, *self.likened]
            draft.unlike = list(self.unlike)
        self.likened, self.unlike = [], []

    def _is_inverted(self) -> bool:
        if self.low() == "being":
            return False
        k = 1
        while self.tag(k) in ("NOT",):
            k += 1
        return (
            self.starts_noun_phrase(k)
            or self.low(k) in ("there",)
            or self.tag(k) == "VBG"
            or (self.tag(k) == "RB" and self.starts_noun_phrase(k + 1))
        )

    def _is_imperative(self) -> bool:
        if self.low() in ("always", "simply", "just") and self.tag(1) == "VB":
            return True
        if self.tag() == "VB" or (self.tag() == "VBP" and self.i == 0):
            return True
        if self.tag() == "DO" and self.tag(1) == "NOT":
            return self.tag(2) in ("VB", "BE")
        return self.tag() == "NOT" and self.tag(1) in ("VB", "VBP", "BE")

    def _imperative(self, start: int) -> list[Draft]:
        negated = False
        duty = "should"
        if self.tag() in ("DO", "RB"):
            self.i += 1
        if self.tag() == "NOT":
            negated = True
            duty = "must" if self.low() == "never" else duty
            self.i += 1
        you = Node("people", "noun", span=Span(0, 0))
        drafts = self.verb_phrase([you], is_bare=True)
        for draft in drafts:
            draft.duty = draft.duty or duty
            draft.is_order = True
            if negated:
                draft.polarity = not draft.polarity
            draft.start = start
        return drafts

    def _existential(self, start: int) -> list[Draft]:
        self.i += 1
        draft = Draft(verb="there", kind="exist", start=start)
        while self.at() is not None and not self.starts_noun_phrase():
            if self.tag() == "NOT":
                draft.polarity = not draft.polarity
            elif self.tag() == "MD":
                self._take_modal(draft, self.low(), self._span(self.i, self.i + 1))
            elif self.tag() not in ("BE", "HV", "RB"):
                break
            draft.is_past = draft.is_past or self.low() in ("was", "were", "once")
            self.i += 1
        draft.subjects = self.noun_phrases()
        if not draft.subjects and self.tag() == "VBG":
            node = self.gerund()
            draft.subjects = [node] if node else []
        self._complements(draft)
        draft.end = self.i
        return [draft]

    def _inverted(self, start: int) -> list[Draft]:
        """A question by inversion: the auxiliary, the subject, the rest of the verb phrase."""
        aux = self.tokens[self.i]
        negated = False
        self.i += 1
        if self.tag() == "NOT":
            negated = self.takes_not  # "isn't X Y?" asks whether X is Y
            self.i += 1
        if self.low() == "there":
            self.i += 1
            draft = Draft(verb="there", kind="exist", start=start, is_question=True)
            draft.subjects = self.noun_phrases()
            self._complements(draft)
            draft.end = self.i
            return [draft]
        while self.tag() == "RB":
            self.i += 1
        mark = self.i
        subjects = self.noun_phrases(is_subject=True)
        is_short = self._question_complement_missing() or self._names_side_by_side(mark)
        if aux.tag == "BE" and subjects and is_short:
            subjects, rest = self._split_subject(mark)
            if rest:
                self.i = rest
        if not subjects:
            self.i = mark
            return []
        subjects = self._after_subject(subjects)
        self.tokens.insert(self.i, _copy(aux))
        drafts = self.verb_phrase(subjects)
        is_wish = aux.low in ("had", "were", "should") and not self.is_asked
        for draft in drafts:
            draft.is_question = not is_wish
            if is_wish:  # "Had X been sold ..."
                wish = Cue(Span(aux.start, aux.end), "hypothesis", aux.text)
                draft.unreal = [*draft.unreal, wish]
            draft.start = start
            if negated:
                draft.polarity = not draft.polarity
        return drafts

    def _question_complement_missing(self) -> bool:
        return self.tag() in END or (self.tag() in (",", "CC") and self.low() in ("or", ","))

    def _names_side_by_side(self, mark: int) -> bool:
        """ "Is kvass class 3 in the EU now": two names that no phrase can join."""
        pairs = zip(self.tokens[mark : self.i], self.tokens[mark + 1 : self.i], strict=False)
        is_last = self.tag() in ("RB", "IN", *END)
        return is_last and any(a.entity and b.entity and not b.glued for a, b in pairs)

    def _around(self, cut: int) -> tuple[Token, Token, Token | None]:
        after = self.tokens[cut + 1] if cut + 1 < len(self.tokens) else None
        return self.tokens[cut - 1], self.tokens[cut], after

    def _split_subject(self, mark: int) -> tuple[list[Node], int]:
        """Cuts "Oolong the same tea" after its first noun phrase."""
        cuts = sorted(
            (order, cut)
            for cut in range(mark + 1, self.i)
            if (order := _cut_order(*self._around(cut))) is not None
        )
        for _, cut in cuts:
            reader = self.over(self.tokens[mark:cut])
            found = reader.noun_phrases(is_subject=True)
            if found and reader.i == cut - mark:
                return found, cut
        end = self.i
        last = self.tokens[end - 1]
        if last.tag in (*ADJ, "NN", "NNS") and end - 1 > mark:
            reader = self.over(self.tokens[mark : end - 1])
            found = reader.noun_phrases(is_subject=True)
            if found and reader.i == end - 1 - mark:
                return found, end - 1
        return [], 0

    def _fragment(self, start: int) -> list[Draft]:
        """A verb phrase without a subject: "works by blocking ...", "Not a toy"."""
        if self.tag() in FINITE_TAGS or self.tag() in ("VBN", "VBG", "JJ", "NOT"):
            if self.tag() in ("VBN", "JJ"):
                draft = Draft(kind="is", start=start)
                self._predicate(draft)
                self._complements(draft)
                draft.end = self.i
                return [draft]
            drafts = self.verb_phrase([])
            for draft in drafts:
                draft.start = start
            return drafts
        return []

    def as_node(self, draft: Draft) -> Node:
        """A clause inside another one, as a node."""
        return embedded(draft, self.grammar)


def _cut_order(before: Token, token: Token, after: Token | None) -> int | None:
    """How likely a question's subject ends between two tokens; smaller is likelier."""
    if token.tag == "RB" and after is not None and after.tag == "VBN":
        return 0
    if before.tag not in ("NN", "NNS", "PRP") or token.glued:
        return None
    if token.tag == "VBN":
        return 0
    if token.tag in ("DT", "QT", "CD"):
        return 1
    if before.entity and token.tag in ("JJ", "NN", "JJR", "RB", "RBR", "NNS"):
        return 2
    if before.tag == "PRP" and token.tag in ("JJ", "NN", "RB"):
        return 3
    return 4 if token.tag in ("IN", "TO") and token.low != "of" else None


def _copy(token: Token) -> Token:
    return replace(token)
