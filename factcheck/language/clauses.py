"""Clauses: subject, verb group, complements, and the clauses inside and beside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.language import values
from factcheck.language.draft import Draft
from factcheck.language.phrases import FINITE_TAGS, Phrases
from factcheck.language.propositions import embedded
from factcheck.language.tagging import ADJ, ADV, NOUNS, VERBS
from factcheck.language.tokens import Token
from factcheck.model.place import Span
from factcheck.model.proposition import Edge, Node
from factcheck.model.result import Cue

SUBORDINATORS = frozenset(
    {
        "if",
        "when",
        "whenever",
        "because",
        "after",
        "before",
        "once",
        "unless",
        "until",
        "since",
        "while",
        "as",
        "so",
        "provided",
        "where",
        "how",
        "why",
        "whether",
    }
)
CONTRASTS = frozenset({"although", "though", "whereas", "while"})
END = frozenset({".", "?", "!", ""})


@dataclass(slots=True)
class Clauses(Phrases):
    """A reader of clauses."""

    depth: int = 0

    # -- clauses --------------------------------------------------------------------------

    def clause(self, *, subjects: list[Node] | None = None) -> list[Draft]:
        """The clause that starts here, as one draft for each verb phrase it coordinates."""
        start = self.i
        before = self._leading()
        if self.at() is None:
            return []
        drafts = self._body(subjects or [], start)
        for draft in drafts:
            for role, nodes in before:
                draft.add(role, nodes)
        return drafts

    def _body(self, subjects: list[Node], start: int) -> list[Draft]:
        if self.low() == "there" and (self.tag(1) in ("BE", "MD", "HV") or self.tag(1) == "NOT"):
            return self._existential(start)
        if self.tag() in ("BE", "DO", "MD", "HV") and not subjects and self._is_inverted():
            return self._inverted(start)
        if self.tag() in ("VB", "DO", "NOT", "VBP") and not subjects and self._is_imperative():
            return self._imperative(start)
        if not subjects:
            if self.tag() == "TO" and self.tag(1) in ("VB", "BE"):
                self.i += 1
                inner = self.verb_phrase([], is_bare=True)
                subjects = [self.as_node(each) for each in inner]
            else:
                while self._filler_length() and self.i + self._filler_length() < len(self.tokens):
                    self.i += self._filler_length()
                subjects = self.noun_phrases(is_subject=True)
        if not subjects:
            return self._fragment(start)
        subjects = self._after_subject(subjects)
        self.expletive = (
            len(subjects) == 1
            and subjects[0].kind == "pronoun"
            and subjects[0].head in ("it", "this")
        )
        drafts = self.verb_phrase(subjects)
        self.expletive = False
        if not drafts:
            draft = Draft(subjects=subjects, kind="nominal", start=start, end=self.i)
            return [draft]
        for draft in drafts:
            draft.start = start
            draft.edges.extend(self.asides)
        self.asides = []
        return drafts

    def _is_inverted(self) -> bool:
        if self.low() == "being":
            return False
        k = 1
        while self.tag(k) in ("NOT",):
            k += 1
        if self.tag() == "HV" and self.low(1) in ("the", "a", "an") and False:
            return False
        return (
            self.starts_noun_phrase(k)
            or self.low(k) in ("there",)
            or self.tag(k) == "VBG"
            or (self.tag(k) == "RB" and self.starts_noun_phrase(k + 1))
        )

    def _is_imperative(self) -> bool:
        if self.tag() == "VB" or (self.tag() == "VBP" and self.i == 0):
            return True
        if self.tag() == "DO" and self.tag(1) == "NOT":
            return self.tag(2) in ("VB", "BE")
        return self.tag() == "NOT" and self.tag(1) in ("VB", "BE")

    def _imperative(self, start: int) -> list[Draft]:
        negated = False
        if self.tag() == "DO":
            self.i += 1
        if self.tag() == "NOT":
            negated = True
            self.i += 1
        you = Node("people", "noun", span=Span(0, 0))
        drafts = self.verb_phrase([you], is_bare=True)
        for draft in drafts:
            draft.duty = draft.duty or "should"
            if negated:
                draft.polarity = not draft.polarity
            draft.start = start
        return drafts

    def _existential(self, start: int) -> list[Draft]:
        self.i += 1
        draft = Draft(verb="exist", kind="exist", start=start)
        while self.at() is not None and not self.starts_noun_phrase():
            if self.tag() == "NOT":
                draft.polarity = not draft.polarity
            elif self.tag() == "MD":
                self._take_modal(draft, self.low(), self._span(self.i, self.i + 1))
            elif self.tag() not in ("BE", "HV", "RB"):
                break
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
            negated = False  # "isn't X Y?" asks whether X is Y
            self.i += 1
        if self.low() == "there":
            self.i += 1
            draft = Draft(verb="exist", kind="exist", start=start, is_question=True)
            draft.subjects = self.noun_phrases()
            self._complements(draft)
            draft.end = self.i
            return [draft]
        while self.tag() == "RB":
            self.i += 1
        mark = self.i
        subjects = self.noun_phrases(is_subject=True)
        if aux.tag == "BE" and subjects and self._question_complement_missing():
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
            draft.is_unreal = draft.is_unreal or is_wish  # "Had X been sold ..."
            draft.start = start
            if negated:
                draft.polarity = not draft.polarity
        return drafts

    def _question_complement_missing(self) -> bool:
        return self.tag() in END or self.tag() in (",", "CC") and self.low() in ("or", ",")

    def _split_subject(self, mark: int) -> tuple[list[Node], int]:
        """Cuts "Vivitrol the same drug" after its first noun phrase."""
        cuts = sorted(
            (order, cut)
            for cut in range(mark + 1, self.i)
            if (order := _cut_order(self.tokens[cut - 1], self.tokens[cut])) is not None
        )
        for _, cut in cuts:
            reader = Clauses([*self.tokens[mark:cut]], self.grammar, depth=self.depth)
            found = reader.noun_phrases(is_subject=True)
            if found and reader.i == cut - mark:
                return found, cut
        end = self.i
        last = self.tokens[end - 1]
        if last.tag in (*ADJ, "NN", "NNS") and end - 1 > mark:
            reader = Clauses([*self.tokens[mark : end - 1]], self.grammar, depth=self.depth)
            found = reader.noun_phrases(is_subject=True)
            if found and reader.i == end - 1 - mark:
                return found, end - 1
        return [], 0

    def _fragment(self, start: int) -> list[Draft]:
        """A verb phrase without a subject: "works by blocking ...", "Not an opioid"."""
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

    def _after_subject(self, subjects: list[Node]) -> list[Node]:
        """Appositions, relative clauses and asides between a subject and its verb."""
        while True:
            if self.tag() == "(":
                self._parenthesis(subjects)
            elif self.tag() == ",":
                if not self._aside(subjects):
                    return subjects
            elif (
                self.tag() == "QT"
                and self.low() in ("both", "all", "each")
                and self.tag(1) in FINITE_TAGS | {"VBP"}
            ):
                self.i += 1
            else:
                return subjects

    def _parenthesis(self, subjects: list[Node]) -> None:
        """What stands in brackets: another name, an apposition, or a remark."""
        depth, k = 0, self.i
        while k < len(self.tokens):
            depth += {"(": 1, ")": -1}.get(self.tokens[k].tag, 0)
            k += 1
            if depth == 0:
                break
        inside = [t for t in self.tokens[self.i + 1 : k - 1] if t.tag != '"']
        self.i = k
        if not inside:
            return
        reader = Clauses(inside, self.grammar, depth=self.depth + 1)
        while reader.tag() == "RB" or reader.low() in (
            "or",
            "also",
            "often",
            "known",
            "as",
            "called",
        ):
            reader.i += 1
        node = reader.noun_phrase()
        if node is not None and reader.at() is None and len(subjects) == 1:
            if node.head == subjects[0].head or inside[0].tag != "DT":
                return  # another name, a brand, an abbreviation: nothing is said
            self.sides.append(
                Draft(
                    subjects=subjects,
                    kind="isa",
                    verb="be",
                    edges=[("obj", [node])],
                    start=self.i,
                    end=self.i,
                    is_side=True,
                )
            )
        elif node is None or reader.at() is not None:
            reader.i = 0
            self.sides.extend(_sided(reader.clause(subjects=None)))

    def _aside(self, subjects: list[Node]) -> bool:
        """A comma after a subject: a relative clause, an apposition or another aside up to the next comma."""
        mark = self.i
        self.i += 1
        if self.tag() == "WP" or self.low() in ("which", "who"):
            self.i += 1
            if self.tag() in ("IN",):
                self.i = mark
                return False
            drafts = self.verb_phrase(list(subjects))
            if drafts:
                for draft in drafts:
                    draft.is_side = True
                self.sides.extend(drafts)
                if self.tag() == ",":
                    self.i += 1
                return True
            self.i = mark
            return False
        closing = self._closing_comma()
        if closing < 0:
            self.i = mark
            return False
        inner = self.tokens[self.i : closing]
        reader = Clauses(list(inner), self.grammar, depth=self.depth + 1)
        done = False
        first = inner[0]
        words = tuple(token.low for token in inner)
        if any(words == phrase for phrase, _ in self.grammar.openers.get(first.low, ())):
            done = True  # ", on the other hand,"
        elif first.tag == "NOT" or first.low in ("never",):
            reader.i += 1
            nodes = reader.noun_phrases()
            if nodes and reader.at() is None:
                subjects.extend(replace(node, negated=not node.negated) for node in nodes)
                done = True
        elif first.low in ("like", "such") or (first.low == "including"):
            done = True
            reader.i += 2 if first.low == "such" else 1
            nodes = reader.noun_phrases()
            for node in nodes if first.low != "like" else ():
                self.sides.append(
                    Draft(
                        subjects=[node],
                        kind="isa",
                        verb="be",
                        edges=[("obj", [subjects[0]])],
                        is_side=True,
                        start=self.i,
                        end=closing,
                    )
                )
            if first.low == "like" and nodes:
                self.likened = nodes
        elif first.low == "unlike":
            done = True
        elif first.tag in ("SUB", "WR") and first.low in SUBORDINATORS:
            reader.i = 1
            clause = reader._subordinate()
            if clause is not None and reader.at() is None:
                self.asides.append((first.low, clause))
                done = True
        elif first.tag in ("IN", "TO"):
            edge = reader._prepositional()
            if edge is not None and reader.at() is None:
                self.asides.append(edge)
                done = True
        elif all(
            token.tag in ADV or token.tag == "RB" for token in inner
        ) or reader._filler_length() == len(inner):
            done = True
        elif first.tag in ("DT", "NN", "NNS", "JJ", "CD", "RB", "QT", "VBN"):
            while reader.tag() == "RB" and not reader.starts_noun_phrase():
                reader.i += 1
            nodes = reader.noun_phrases()
            if nodes and reader.low() in ("and", "but") and reader.tag(1) == "NOT":
                reader.i += 2
                negative = reader.noun_phrases()
                self.sides.append(
                    Draft(
                        subjects=list(subjects),
                        kind="isa",
                        verb="be",
                        polarity=False,
                        edges=[("obj", negative)],
                        is_side=True,
                        start=self.i,
                        end=closing,
                    )
                )
            if nodes and reader.at() is None:
                self.sides.append(
                    Draft(
                        subjects=list(subjects),
                        kind="isa",
                        verb="be",
                        edges=[("obj", nodes)],
                        is_side=True,
                        start=self.i,
                        end=closing,
                    )
                )
                done = True
            elif not nodes:
                reader.i = 0
                draft = Draft(
                    subjects=list(subjects), kind="is", is_side=True, start=self.i, end=closing
                )
                reader._predicate(draft)
                reader._complements(draft)
                if reader.at() is None and draft.kind != "is" or draft.verb:
                    self.sides.append(draft)
                    done = reader.at() is None
        if not done:
            self.i = mark
            return False
        self.sides.extend(reader.sides)
        self.i = closing + 1
        return True

    def _closing_comma(self) -> int:
        """Where an aside ends: the next comma that a verb follows; -1 when there is none."""
        for k in range(self.i + 1, min(len(self.tokens), self.i + 24)):
            if self.tokens[k].tag == "," and k + 1 < len(self.tokens):
                after = self.tokens[k + 1]
                ahead = self.tokens[k + 2] if k + 2 < len(self.tokens) else None
                if (
                    after.tag in FINITE_TAGS
                    or after.tag in ("VBP", "NOT")
                    or (after.tag in ADV and ahead is not None and ahead.tag in FINITE_TAGS)
                ):
                    return k
            if self.tokens[k].tag in (";", ".", "THAT", "SUB"):
                return -1
        return -1

    def _leading(self) -> list[tuple[str, list[Node]]]:
        """Adjuncts before the subject: phrases and subordinate clauses that a comma closes."""
        found: list[tuple[str, list[Node]]] = []
        start, kept = self.i, 0
        while True:
            sides = len(self.sides)
            self.leading += 1
            edges = self._one_leading()
            self.leading -= 1
            if edges is None:
                self.i = start
                del self.sides[sides:]
                return found[:kept]
            found.extend(edges)
            if self.tag() == ",":
                self.i += 1
                start, kept = self.i, len(found)
            elif self.tag() in ("IN", "TO") and self._comma_ahead():
                continue
            elif self._comma_optional(start):
                start, kept = self.i, len(found)
            else:
                self.i = start
                del self.sides[sides:]
                return found[:kept]

    leading: int = 0
    is_asked: bool = False
    asides: list[tuple[str, list[Node]]] = field(default_factory=list)
    also: list[tuple[Draft, list[Node]]] = field(default_factory=list)

    def _comma_optional(self, mark: int) -> bool:
        first = self.tokens[mark]
        return (
            self.starts_noun_phrase()
            and first.low
            in (
                "in",
                "when",
                "if",
                "since",
                "after",
                "before",
                "at",
                "on",
                "during",
                "with",
                "for",
                "like",
                "unlike",
                "by",
                "because",
                "today",
                "now",
                "once",
            )
            and self._has_clause_ahead()
        )

    def _has_clause_ahead(self) -> bool:
        return any(
            token.tag in FINITE_TAGS or token.tag in ("VBP",)
            for token in self.tokens[self.i : self.i + 14]
        )

    def _one_leading(self) -> list[tuple[str, list[Node]]] | None:
        low, tag = self.low(), self.tag()
        if low in CONTRASTS or low == "given":
            return None
        if (
            low in SUBORDINATORS
            and tag in ("SUB", "WR", "IN")
            and (tag != "IN" or self._comma_ahead())
            and (tag != "IN" or low not in ("as", "since", "after", "before", "until"))
        ):
            self.i += 1
            node = self._subordinate()
            return None if node is None else [(low, node)]
        if (
            tag in ("IN", "TO")
            or (tag == "VBN" and self.tag(1) == "IN")
            or (tag == "VBG" and self.tag(1) == "IN" and low in ("according", "depending"))
        ):
            if not self._comma_ahead() and low not in (
                "in",
                "since",
                "at",
                "during",
                "on",
                "for",
                "with",
                "after",
                "before",
                "by",
            ):
                return None
            if low == "unlike" or low == "like":
                self.i += 1
                nodes = self.noun_phrases()
                if not nodes:
                    return None
                if low == "like":
                    self.likened.extend(nodes)
                return []
            if tag == "VBN" or low == "compared":
                self.i += 1
                if self.low() in ("with", "to"):
                    self.i += 1
                    nodes = self.noun_phrases()
                    return [("compared", nodes)] if nodes else None
                return None
            if tag == "IN" and low == "as" and self.starts_noun_phrase(1):
                self.i += 1
                nodes = self.noun_phrases()
                if nodes and self.tag() == ",":
                    self.as_what.extend(nodes)
                    return []
                return None
            edge = self._prepositional()
            return None if edge is None else [edge]
        if low in ("apart", "aside") and self.low(1) == "from":
            edge = self._prepositional()
            return None if edge is None else [edge]
        if tag in ADV or tag == "RB":
            self.i += 1
            if self.tag() != ",":
                self.i -= 1
                return None
            return (
                []
                if self.is_filler(self.tokens[self.i - 1])
                else [("adv", [self._adverb(self.tokens[self.i - 1])])]
            )
        date = self.month_date()
        if date is not None:
            return [("in", [date])]
        if tag in ("VBN", "VBG") and self._comma_ahead():
            return self._participle_leading()
        return None

    likened: list[Node] = field(default_factory=list)
    as_what: list[Node] = field(default_factory=list)

    def _participle_leading(self) -> list[tuple[str, list[Node]]] | None:
        verb = self.tokens[self.i]
        draft = Draft(verb=self.concept(verb, "verb"), is_passive=verb.tag == "VBN")
        self.i += 1
        self._complements(draft)
        if self.tag() != ",":
            return None
        return [("rel", [self.as_node(draft)])]

    def _comma_ahead(self) -> bool:
        for token in self.tokens[self.i + 1 : self.i + 30]:
            if token.tag == ",":
                return True
            if token.tag in (";", ".", "?", "!"):
                return False
        return False

    def _subordinate(self) -> list[Node] | None:
        """A clause after a subordinator as nodes; a bare participle counts ("when used ...")."""
        self.depth += 1
        if self.depth > 6:
            return None
        if self.tag() in ("VBN", "JJ", "VBG") and not self.starts_noun_phrase():
            draft = Draft(kind="is", start=self.i)
            if self.tag() == "VBG":
                token = self.tokens[self.i]
                self.i += 1
                draft = Draft(verb=self.concept(token, "verb"), start=self.i)
            else:
                self._predicate(draft)
            self._complements(draft)
            drafts = [draft]
        else:
            drafts = self.clause()
        self.depth -= 1
        drafts = [draft for draft in drafts if draft.kind != "nominal"]
        if not drafts:
            return None
        if any(
            draft.is_unreal
            or draft.is_past
            and draft.kind != "verb"
            and draft.verb == "be"
            and False
            for draft in drafts
        ):
            self.unreal = True
        return [self.as_node(draft) for draft in drafts]

    unreal: bool = False

    # -- verb phrases ---------------------------------------------------------------------

    def verb_phrase(self, subjects: list[Node], *, is_bare: bool = False) -> list[Draft]:
        """The verb phrase that starts here and those coordinated with it; [] when there is none."""
        draft = Draft(subjects=list(subjects), start=self.i)
        mark = self.i
        if not self._verb_group(draft, is_bare=is_bare):
            self.i = mark
            return []
        self._complements(draft)
        draft.end = self.i
        found = [draft]
        for owner, denied in self.also:
            if owner is draft:
                edges = [(role, nodes) for role, nodes in draft.edges if role != "obj"]
                found.append(
                    replace(
                        draft,
                        polarity=not draft.polarity,
                        edges=[("obj", denied), *edges],
                        inner=[],
                    )
                )
        self.also = [entry for entry in self.also if entry[0] is not draft]
        while True:
            mark = self.i
            k = 1 if self.tag() == "," else 0
            joint = self.low(k)
            if self.tag(k) != "CC" and not (
                k and self.tag(1) in ("VBZ", "VBD", "VBN") and self._verb_list()
            ):
                break
            if self.tag(k) == "CC":
                k += 1
            contrast = False
            if self.low(k) == "not" and self.low(k + 1) in ("only", "just"):
                break
            if self.low(k) == "also":
                k += 1
            nxt = self.tag(k)
            j = k
            while self.tag(j) in ("NOT", "RB") and j < k + 3:
                contrast = contrast or self.tag(j) == "NOT"
                j += 1
            verb = self.at(j)
            if verb is None:
                break
            if verb.tag in FINITE_TAGS or verb.tag == "VBP":
                self.i += k
                nextd = Draft(subjects=list(subjects), start=self.i)
                if not self._verb_group(nextd):
                    self.i = mark
                    break
            elif verb.tag in ("VB", "VBN", "VBG", "JJ", "BE") and self._parallel(draft, verb, k, j):
                self.i += k
                nextd = Draft(
                    subjects=list(subjects),
                    start=self.i,
                    strength=draft.strength,
                    duty=draft.duty,
                    duty_negated=draft.duty_negated,
                    polarity=draft.polarity if joint != "but" else True,
                    kind=draft.kind if verb.tag != "VB" else "verb",
                )
                if contrast:
                    self.i += j - k
                    nextd.polarity = False
                self._main_verb(
                    nextd,
                    is_passive=draft.is_passive and verb.tag == "VBN",
                    is_copula=verb.tag == "JJ"
                    or (draft.kind in ("is", "isa", "at") and verb.tag == "VBN"),
                )
            elif contrast and nxt == "NOT" and self.starts_noun_phrase(j) and draft.get("obj"):
                self.i += j
                nodes = self.noun_phrases()
                if not nodes:
                    self.i = mark
                    break
                nextd = replace(
                    draft,
                    polarity=not draft.polarity,
                    edges=[(r, n) for r, n in draft.edges if r != "obj"] + [("obj", nodes)],
                    inner=[],
                    cues=[],
                )
            elif contrast and self.tag(j) == "IN" and any(r == self.low(j) for r, _ in draft.edges):
                prep = self.low(j)
                self.i += j
                edge = self._prepositional()
                if edge is None:
                    self.i = mark
                    break
                nextd = replace(
                    draft,
                    polarity=not draft.polarity,
                    edges=[(r, n) for r, n in draft.edges if r != prep] + [edge],
                    inner=[],
                    cues=[],
                )
            elif (
                self.tag(j) == "IN"
                and not contrast
                and any(r == self.low(j) for r, _ in draft.edges)
            ):
                prep = self.low(j)
                self.i += j
                edge = self._prepositional()
                if edge is None:
                    self.i = mark
                    break
                nextd = replace(draft, edges=[edge], inner=[], cues=[])
                self._complements(nextd)
                own = {(r, nodes[0].kind == "value") for r, nodes in nextd.edges}
                later = any(n.head in ("later", "earlier", "afterwards") for n in nextd.get("adv"))
                base = [
                    e
                    for e in draft.edges
                    if (e[0], e[1][0].kind == "value") not in own
                    and not (later and e[1][0].head == "#date")
                ]
                nextd.edges = [*base, *nextd.edges]
            else:
                break
            if nextd is not None and not nextd.edges and not nextd.verb:
                self.i = mark
                break
            if nextd.start != draft.start and verb.tag != "IN":
                self._complements(nextd)
            nextd.end = self.i
            found.append(nextd)
        shared = next((nodes for role, nodes in found[-1].edges if role == "obj"), None)
        for each in found[:-1] if shared else ():
            if each.kind == "verb" and not each.edges and not each.is_passive:
                each.add("obj", shared)  # "treat or cure a disease"
        return found

    def _verb_list(self) -> bool:
        """Whether verbs in a row are listed: "blocks X, reverses Y and wears off"."""
        return any(
            token.tag == "CC" and self.tokens[k + 1].tag in VERBS
            for k, token in enumerate(self.tokens[self.i : -1], self.i)
        )

    def _parallel(self, draft: Draft, verb: Token, k: int, j: int) -> bool:
        if verb.tag == "JJ" or (verb.tag == "VBN" and draft.kind in ("is",)):
            return draft.kind in ("is", "isa", "at") and not self.starts_clause_soon(j)
        if verb.tag == "BE":
            return draft.verb != "" and verb.low == "be"
        if verb.tag == "VBG" and self.starts_noun_phrase(j + 1) is False and False:
            return False
        return True

    def starts_clause_soon(self, k: int) -> bool:
        """Whether a subject and a verb stand ahead rather than a bare adjective."""
        end = self._skim(k)
        return end > k and self.tag(end) in FINITE_TAGS

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
            elif tag == "HV" and self._is_perfect():
                draft.is_perfect = True
                self.i += 1
            elif tag == "NOT" or (tag == "QT" and low in ("no",) and self.low(1) in ("longer",)):
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
                    self.i += 1
                elif self.low() in ("only", "just", "merely", "simply") and self._but_also():
                    draft.polarity = not draft.polarity
                    self.i += 1
            elif tag == "BE":
                draft.is_past = draft.is_past or low in ("was", "were")
                if low == "were" and draft.subjects and self._singular(draft.subjects):
                    draft.is_unreal = True
                self.i += 1
                self._adverbs(draft)
                is_copula = True
                nxt = self.tag()
                if nxt in ("VBN", "NN", "NNS"):
                    break
                if nxt == "VBG" and not self._is_gerund_object():
                    is_copula = False
                    break
                if nxt in ("NOT", "BE", "RB") or self._obligation()[1]:
                    continue
                break
            elif tag in ADV or tag in ("RB", "RBR") or self._strength()[1]:
                if not self._adverbs(draft):
                    break
            elif (
                low
                in (
                    "tend",
                    "tends",
                    "tended",
                    "seem",
                    "seems",
                    "appear",
                    "appears",
                    "happen",
                    "continue",
                    "continues",
                    "used",
                )
                and self.tag(1) == "TO"
                and tag in VERBS
            ):
                if low.startswith("tend"):
                    draft.strength = "usually"
                elif low == "used":
                    draft.is_perfect = True
                    draft.add("adv", [Node("formerly", "adv")])
                self.i += 2
                is_bare = True
            elif (
                token.lemma in self.grammar.negating_verbs and self.tag(1) == "TO" and tag in VERBS
            ):
                if not draft.polarity and draft.strength == "may":  # "never fails to"
                    draft.strength = "always"
                draft.polarity = not draft.polarity
                draft.cues.append(Cue(span, "negation", token.text))
                self.i += 2
                is_bare = True
            else:
                break
        if self.at() is None or self.tag() in (",", ";", "CC"):
            ended = self.tokens[self.i - 1] if self.i > first else None
            if ended is not None and ended.tag in ("DO", "MD", "NOT") and not is_copula:
                draft.verb = "do"  # "X does; Y doesn't"
                return True
        token = self.at()
        if is_copula and self.tag() == "VBN" and not self._group_ahead():
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

    def _agent_before_participle(self) -> bool:
        """Whether "FDA-approved" or "FDA approved" stands here as a predicate."""
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
            and token.low not in ("they", "we", "you", "people", "these", "those", "both")
        )

    def _but_also(self) -> bool:
        return any(t.tag == "CC" and t.low == "but" for t in self.tokens[self.i :])

    def _is_perfect(self) -> bool:
        k = 1
        while self.tag(k) in ("NOT", "RB") or self.tag(k) in ADV:
            k += 1
        return self.tag(k) in ("VBN", "BE") and not (
            self.tag(k) == "BE" and self.low(k) in ("is", "are")
        )

    def _is_gerund_object(self) -> bool:
        return False

    def _obligation(self) -> tuple[str, int]:
        """A phrase like "have to" or "is allowed to" that starts here, and its length."""
        token = self.at()
        if token is None or token.tag not in (*VERBS, "BE", "HV", "MD"):
            return "", 0
        lemma = "be" if token.tag == "BE" else token.lemma if token.tag in VERBS else token.low
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
        if low in ("can", "may", "might", "could", "cannot"):
            draft.strength = "may"
            draft.is_unreal = draft.is_unreal or (low == "could" and False)
            if low == "cannot":
                draft.polarity = not draft.polarity
        elif low == "must":
            draft.duty = "must"
        elif low in ("should", "shall", "ought"):
            draft.duty = "should"
        elif low == "would":
            draft.is_unreal = True

    def _strength(self) -> tuple[str, int]:
        token = self.at()
        if token is None:
            return "", 0
        for words, label in self.grammar.strength.get(token.low, ()):
            if tuple(t.low for t in self.tokens[self.i : self.i + len(words)]) == words:
                return label, len(words)
        return "", 0

    def _adverbs(self, draft: Draft) -> bool:
        """Takes the adverbs that stand here; False when there are none."""
        start = self.i
        while True:
            token = self.at()
            if token is None:
                break
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

    def _filler_length(self) -> int:
        token = self.at()
        if token is None:
            return 0
        for words, _ in self.grammar.intensifiers.get(token.low, ()):
            if tuple(t.low for t in self.tokens[self.i : self.i + len(words)]) == words and (
                token.tag in ADV or token.tag in ("RB", "IN", "PRP") or len(words) > 1
            ):
                if token.low == "so" and self.low(1) == "that":
                    return 0
                if token.low == "instead" and self.low(1) == "of":
                    return 0
                return len(words)
        return 0

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
        draft.verb = self.concept(token, "verb")
        draft.is_passive = is_passive
        draft.is_past = draft.is_past or token.tag == "VBD"
        self.i += 1
        if token.tag == "BE":
            draft.kind = "is"
            self._predicate(draft)
            return
        if token.lemma in self.grammar.copulas and not is_passive and self._copular_complement():
            draft.kind = "is"
            draft.verb = "be"
            if token.lemma in ("feel", "look", "sound"):
                draft.add("adv", [Node(token.lemma, "adv")])
            if self.tag() == "TO" and self.tag(1) == "BE":
                self.i += 2
            self._predicate(draft)
            return
        while (
            self.tag() == "IN"
            and self.low() in ("off", "up", "out", "down", "away", "on", "over", "back")
            and not (self.starts_noun_phrase(1) and self.low() in ("on", "over"))
            and not values.bound_at(self.tokens, self.i)[1]
        ):
            particle = self.low()
            joined = f"{token.lemma} {particle}"
            draft.verb = self.grammar.synonyms.get("verb:" + joined, joined)
            self.i += 1
        if is_passive and token.lemma in self.grammar.classifying:
            self._classified(draft)
        elif is_passive and token.lemma == "make" and self._made():
            draft.verb, draft.kind, draft.is_passive = "be", "is", False
            self._predicate(draft)

    def _made(self) -> bool:
        """Whether "made" is followed by what something was made into: "was made legal"."""
        k = 0
        while self.tag(k) in ("RB", *ADV):
            k += 1
        return self.tag(k) in ADJ and not self._glued(k + 1)

    def _copular_complement(self) -> bool:
        tag = self.tag()
        if tag in ADJ or tag == "VBN":
            return True
        if tag == "TO" and self.tag(1) == "BE":
            return True
        token = self.tokens[self.i - 1]
        return token.lemma in ("become", "remain", "be") and self.starts_noun_phrase()

    def _classified(self, draft: Draft) -> None:
        """ "is considered (to be / as) X": the copula that it stands for."""
        if self.low() == "as":
            self.i += 1
        elif self.tag() == "TO" and self.tag(1) == "BE":
            self.i += 2
        elif self.tag() == "TO" and self.tag(1) in ("HV", "VB"):
            self.i += 1
            draft.verb, draft.is_passive = "", False
            self._main_verb(draft, is_passive=False, is_copula=False)
            return
        elif not (self.starts_noun_phrase() or self.tag() in ADJ):
            return
        draft.verb, draft.kind, draft.is_passive = "be", "is", False
        self._predicate(draft)

    def _predicate(self, draft: Draft) -> None:
        """What is said after a copula: an adjective, a noun phrase, a place."""
        draft.verb = draft.verb or "be"
        self._adverbs(draft)
        if self.tag() == "NOT":
            draft.cues.append(
                Cue(self._span(self.i, self.i + 1), "negation", self.tokens[self.i].text)
            )
            draft.polarity = not draft.polarity
            self.i += 1
            self._adverbs(draft)
        for words, flips in (
            (("far", "from"), True),
            (("anything", "but"), True),
            (("free", "of"), True),
            (("free", "from"), True),
            (("nothing", "but"), False),
            (("nothing", "more", "than"), False),
        ):
            if tuple(t.low for t in self.tokens[self.i : self.i + len(words)]) == words:
                self.i += len(words)
                if flips:
                    draft.polarity = not draft.polarity
                else:
                    draft.add("adv", [Node("only", "adv")])
                if words[0] == "free":
                    draft.kind, draft.verb = "verb", "have"
                    draft.add("obj", self.noun_phrases())
                    return
                break
        if (
            self.tag() == "QT"
            and self.low() in ("both", "all")
            and self.tag(1) not in ("IN",)
            and self.low(1) != "the"
        ):
            self.i += 1
        tag = self.tag()
        if self.low() in ("only", "just", "merely") and tag == "RB":
            draft.add("adv", [Node("only", "adv")])
            self.i += 1
            tag = self.tag()
        if self.low() == "as" and self.tag(1) in ADJ | {"RB"}:
            self._equative(draft)
            return
        if self._comparative(draft):
            return
        if self.low() in ("more", "less") and self.tag(1) in ADJ | {"VBN"}:
            self.i += 1
            tag = self.tag()
            draft.add("adv", [Node("more", "adv")])
        if (
            tag in ADJ
            or tag == "VBN"
            or (tag in ADV and self.tag(1) in ADJ)
            or (self.low() == "non" and self.tag(1) in ADJ)
        ):
            if not (self._skim(0) > 0 and self._group_ahead()):
                self._adjective_predicate(draft)
                return
        if tag in ("IN",) or (tag == "TO" and self.tag(1) not in ("VB", "BE")):
            draft.kind = "at"
            return
        if tag == "TO":
            return
        nodes = self.noun_phrases()
        if nodes:
            if (
                len(nodes) == 1
                and nodes[0].kind == "noun"
                and nodes[0].head in self.grammar.copulas
            ):
                pass
            draft.kind = "isa"
            if nodes[0].quant == "no":
                draft.polarity = not draft.polarity
                nodes = [replace(node, quant="") for node in nodes]
            draft.add("obj", nodes)
        elif tag == "VBG":
            node = self.gerund()
            if node:
                draft.kind = "isa"
                draft.add("obj", [node])

    def _group_ahead(self) -> bool:
        """Whether the adjective here belongs to a noun phrase."""
        mark = self.i
        group = self._group()
        self.i = mark
        return group is not None

    def _adjective_predicate(self, draft: Draft) -> None:
        found: list[Node] = []
        negated_flags: list[bool] = []
        while True:
            edges: list[Edge] = []
            while self.tag() in ADV or self.tag() in ("RB",):
                if self._filler_length():
                    self.i += self._filler_length()
                    continue
                edges.append(("adv", self._adverb(self.tokens[self.i])))
                self.i += 1
            flipped = False
            if self.low() == "non":
                flipped = True
                self.i += 1
            token = self.at()
            if token is None or (token.tag not in ADJ and token.tag not in ("VBN", "NN", "VBG")):
                break
            node = self.adjective(token, tuple(edges))
            self.i += 1
            while self._glued(0) and self.at() is not None:  # "opioid-free", "long-lasting"
                nxt = self.tokens[self.i]
                node = self.adjective(nxt, (("mod", node),))
                self.i += 1
            if node.negated != flipped:
                negated_flags.append(True)
                node = replace(node, negated=False)
            else:
                negated_flags.append(False)
                node = replace(node, negated=False)
            found.append(node)
            if (
                self.tag() == "CC"
                and self.low() in ("and", "or", "nor")
                and (
                    self.tag(1) in ADJ
                    or self.tag(1) == "VBN"
                    and self.tag(2) not in ("IN",)
                    or (self.tag(1) in ("RB",) and self.tag(2) in ADJ)
                )
                and not self.starts_clause_soon(1)
            ):
                self.i += 1
            elif self.tag() == "," and self.tag(1) in ADJ and not self.starts_clause_soon(1):
                self.i += 1
                if self.tag() == "CC":
                    self.i += 1
            else:
                break
        draft.kind = "is"
        plain = [node for node, negated in zip(found, negated_flags, strict=True) if not negated]
        turned = [node for node, negated in zip(found, negated_flags, strict=True) if negated]
        if plain and turned:
            draft.add("pred", plain)
            draft.add("unpred", turned)
        elif turned:
            draft.polarity = not draft.polarity
            draft.add("pred", turned)
        else:
            draft.add("pred", plain)

    def _equative(self, draft: Draft) -> None:
        mark = self.i
        self.i += 1
        token = self.tokens[self.i]
        node = self.adjective(token)
        self.i += 1
        if self.low() == "as":
            self.i += 1
            nodes = self.noun_phrases()
            if nodes:
                draft.more, draft.dimension, draft.than = "equal", node, nodes
                return
        self.i = mark + 2
        draft.kind = "is"
        draft.add("pred", [node.plus(("as", Node("something")))])  # as addictive as what?

    def _comparative(self, draft: Draft) -> bool:
        """ "(much) lighter than Y", "more addictive than Y", "50 times more potent than Y"."""
        mark, polarity = self.i, draft.polarity
        value = None
        number = (
            self.noun_phrase()
            if self.tag() == "CD"
            or self.low() in ("about", "twice", "up", "at", "over", "nearly", "almost", "more", "a")
            and self._times_ahead()
            else None
        )
        if number is not None and number.head in ("#times",):
            value = number
        elif number is not None:
            self.i, draft.polarity = mark, polarity
            return False
        while self.low() in (
            "much",
            "far",
            "significantly",
            "considerably",
            "somewhat",
            "slightly",
            "even",
            "a",
            "lot",
            "bit",
            "substantially",
            "no",
            "not",
        ):
            if self.low() in ("no", "not"):
                draft.polarity = not draft.polarity
            if self.low() == "a" and self.low(1) not in ("lot", "bit", "little"):
                self.i, draft.polarity = mark, polarity
                return False
            self.i += 1
        direction, word, k = "", None, 0
        if self.low() in ("more", "less", "fewer") and self.tag(1) in (*ADJ, *ADV, "VBN", "RB"):
            direction = "more" if self.low() == "more" else "less"
            word, k = self.at(1), 2
        elif self.tag() in ("JJR", "RBR") and self.low() not in ("more", "less"):
            direction, word, k = "more", self.at(), 1
        if self.low() in ("more", "less") and self.low(1) == "than" and draft.kind == "verb":
            if values.bound_at(self.tokens, self.i)[1]:
                return False
            direction, word, k = self.low(), self.at(), 1
        if not direction or word is None:
            self.i, draft.polarity = mark, polarity
            return False
        end = self.i + k
        # what the comparison is about may stand between the word and "than"
        than = next(
            (j for j in range(end, min(end + 8, len(self.tokens))) if self.tokens[j].low == "than"),
            None,
        )
        if than is None or (self.tag(k) in NOUNS):
            self.i, draft.polarity = mark, polarity
            return False
        node = Node("much", "adj") if word.low in ("more", "less") else self.adjective(word)
        self.i = end
        while self.i < than:
            edge = self._prepositional() if self.tag() == "IN" else None
            if edge is None:
                self.i, draft.polarity = mark, polarity
                return False
            node = node.plus(*((edge[0], each) for each in edge[1]))
        self.i += 1
        nodes = self.noun_phrases()
        if not nodes:
            self.i, draft.polarity = mark, polarity
            return False
        if self.tag() in ("DO", "BE", "HV", "MD"):
            self.i += 1
        draft.more, draft.dimension, draft.than = direction, node, nodes
        if value is not None:
            draft.add("by", [value])
        return True

    def _times_ahead(self) -> bool:
        return any(
            token.low in ("times", "fold", "twice") for token in self.tokens[self.i : self.i + 8]
        )

    # -- complements ----------------------------------------------------------------------

    def _complements(self, draft: Draft) -> None:
        """Objects, prepositional phrases, adverbs and inner clauses up to the end of the verb phrase."""
        guard = 0
        while guard < 40:
            guard += 1
            mark = self.i
            if not self._complement(draft) or self.i == mark:
                return

    def _complement(self, draft: Draft) -> bool:
        token = self.at()
        if token is None:
            return False
        tag, low = token.tag, token.low
        if tag == '"':
            self.i += 1
            return True
        if values.bound_at(self.tokens, self.i)[1] and draft.kind != "is":
            node = self.noun_phrase()
            if node is not None:
                role = "in" if node.head in ("#ago", "#date") else "obj"
                draft.add("adv" if role == "obj" and draft.get("obj") else role, [node])
                return True
        if self._strength()[1] and tag != "MD" or self._filler_length():
            return self._adverbs(draft)
        if tag == "THAT" or (low == "that" and tag == "WP" and draft.verb in self.grammar.belief):
            return self._that_clause(draft)
        if (
            (draft.verb in self.grammar.belief or draft.verb in ("mean", "imply"))
            and draft.kind == "verb"
            and not draft.inner
            and self.starts_noun_phrase()
        ):
            end = self._skim(0)
            if self.tag(end) in FINITE_TAGS or self.tag(end) == "VBP":
                self.i -= 1
                return self._that_clause(draft)
        if low == "than" and draft.more == "" and self._than(draft):
            return True
        if tag == "CC" and low == "but" and self.low(1) == "also":
            self.i += 2
            return True
        if (
            tag == "CC"
            and low == "but"
            and draft.get("obj")
            and self.tag(1) in ("DT", "NN", "NNS")
            and not draft.polarity
            and not self.starts_clause_soon(1)
        ):
            self.i += 1
            nodes = self.noun_phrases()
            if nodes:
                draft.inner.append(
                    replace(
                        draft,
                        polarity=True,
                        edges=[(r, n) for r, n in draft.edges if r != "obj"] + [("obj", nodes)],
                        inner=[],
                        cues=[],
                    )
                )
                return True
            return False
        if tag == "(":
            nearest = draft.edges[-1][1] if draft.edges else draft.subjects
            self._parenthesis(nearest[-1:])
            return True
        if (
            low in CONTRASTS
            and tag == "SUB"
            and self.tag(1) in ("JJ", "VBG", "VBN")
            and not self.starts_noun_phrase(2)
        ):
            self.i += 1
            nodes = self._subordinate()
            if nodes is not None:
                draft.add("when", nodes)
                return True
            self.i -= 1
        if low in CONTRASTS and tag == "SUB":
            return False
        if low in (
            "if",
            "when",
            "because",
            "unless",
            "once",
            "whenever",
            "whether",
            "so",
            "since",
            "after",
            "before",
            "until",
            "where",
            "how",
            "why",
            "while",
            "as",
        ) and tag in ("SUB", "WR"):
            self.i += 1
            if low == "so" and self.low() == "that":
                self.i += 1
            if low in ("whether", "how", "why", "where") and draft.verb in ("", "be"):
                return False
            nodes = self._subordinate()
            if nodes is None:
                self.i -= 1
                return False
            draft.add(low, nodes)
            return True
        if tag == "WP" and low in ("which", "who") and self.tag(-1) == ",":
            return False
        if tag == ",":
            return self._after_comma(draft)
        if low in ("more", "less", "fewer") and self.tag(1) in NOUNS and draft.kind == "verb":
            return self._object(draft)
        if tag in ("RBR", "JJR", "RB") and self._verb_comparative(draft):
            return True
        if tag in ADV or (tag in ("RB", "RBR") and low not in ("so",)):
            if low in ("only",) and self.starts_noun_phrase(1):
                pass
            draft.add("adv", [self._adverb(token)])
            self.i += 1
            return True
        if tag == "TO" or (tag == "IN" and low == "to"):
            return self._to(draft)
        if (
            tag == "IN"
            and low in ("up", "down", "out", "off", "away", "back")
            and not self.starts_noun_phrase(1)
            and (self.tag(1) != "IN" or self.low(1) in ("from", "of", "with", "on", "in"))
            and draft.kind == "verb"
        ):
            joined = f"{draft.verb} {low}"
            draft.verb = self.grammar.synonyms.get("verb:" + joined, joined)
            self.i += 1
            return True
        if tag == "IN":
            edge = self._prepositional()
            if edge is None:
                return False
            draft.add(*edge)
            return True
        date = self.month_date()
        if date is not None:
            draft.add("in", [date])
            return True
        if tag == "NOT" and self.starts_noun_phrase(1) and draft.kind == "verb":
            return self._object(draft)
        if tag in ADJ and draft.get("obj") and draft.kind == "verb" and not self._group_ahead():
            draft.add("pred", [self.adjective(token)])
            self.i += 1
            return True
        if self.starts_noun_phrase():
            return self._object(draft)
        if tag == "VBG":
            node = self.gerund()
            if node is None:
                return False
            draft.add("obj" if not draft.get("obj") and draft.kind == "verb" else "rel", [node])
            return True
        if tag == "VBN" and (draft.get("obj") or draft.kind == "exist"):
            inner = Draft(verb=self.concept(token, "verb"), is_passive=True)
            self.i += 1
            self._complements(inner)
            draft.add("rel", [self.as_node(inner)])
            return True
        if tag in ("VB", "BE") and draft.verb in ("make", "help", "let", "allow", "have"):
            inner = self.verb_phrase([], is_bare=True)
            draft.add("to", [self.as_node(each) for each in inner])
            return True
        return False

    def _after_comma(self, draft: Draft) -> bool:
        """What a comma inside a verb phrase may open: an apposition, a relative clause, an adjunct."""
        mark, sides = self.i, len(self.sides)
        self.i += 1
        nxt, low = self.tag(), self.low()
        objects = (
            draft.than or draft.get("obj") or [n for _, nodes in draft.edges[-1:] for n in nodes]
        )
        if nxt == "NOT" or low == "never" or (low == "but" and self.tag(1) == "NOT"):
            k = 1 if nxt == "NOT" else 2
            if self.starts_noun_phrase(k) and draft.get("obj"):
                self.i += k
                nodes = self.noun_phrases()
                if nodes and (self.at() is None or self.tag() in END or self.tag() in (",", "CC")):
                    draft.inner.append(
                        replace(
                            draft,
                            polarity=not draft.polarity,
                            edges=[(r, n) for r, n in draft.edges if r != "obj" and r != "adv"]
                            + [("obj", nodes)],
                            inner=[],
                            cues=[],
                        )
                    )
                    return True
        elif (nxt == "WP" or low in ("which", "who")) and objects:
            self.i += 1
            if self.tag() in FINITE_TAGS or self.tag() in ("VBP", "RB", "NOT"):
                found = self.verb_phrase([objects[-1].without("rel")])
                for each in found:
                    each.is_side = True
                self.sides.extend(found)
                if found:
                    return True
        elif low in ("especially", "particularly", "notably"):
            while self.at() is not None and self.tag() not in (";", "."):
                self.i += 1
            return True
        elif low in ("such", "including", "like") and objects:
            return self._examples(objects[-1], draft)
        elif nxt in ("DT", "CD") and objects and low not in ("that",) and not self.leading:
            node = self.noun_phrase()
            if node is not None and (self.at() is None or self.tag() in END or self.tag() == ","):
                self.sides.append(
                    Draft(
                        subjects=[objects[-1]],
                        kind="isa",
                        verb="be",
                        edges=[("obj", [node])],
                        is_side=True,
                        start=mark + 1,
                        end=self.i,
                    )
                )
                return True
        elif (
            nxt in ("SUB", "WR")
            and not self.leading
            and low not in CONTRASTS
            and low not in ("so",)
        ):
            return True
        elif (
            nxt in ("IN", "TO", "RB", "VBG")
            and not self.leading
            and low
            not in (
                "there",
                "here",
                "like",
                "unlike",
                "than",
                "so",
                "then",
                "therefore",
                "thus",
            )
        ):
            if nxt in ("IN", "TO"):
                edge = self._prepositional()
                if edge is not None:
                    draft.add(*edge)
                    return True
            elif nxt == "RB":
                if not self._adverbs(draft):
                    self.i = mark
                    return False
                return True
            elif nxt == "VBG":
                node = self.gerund()
                if node is not None:
                    draft.add("rel", [node])
                    return True
        elif low == "unlike" or low == "like":
            self.i += 1
            if self.noun_phrases():
                return True
        self.i = mark
        del self.sides[sides:]
        return False

    def _examples(self, of: Node, draft: Draft | None) -> bool:
        """ "such as X and Y": each example is one of the class it follows."""
        mark = self.i
        self.i += 2 if self.low() == "such" else 1
        nodes = self.noun_phrases(is_subject=draft is None)
        if not nodes:
            self.i = mark
            return False
        is_long = any(token.tag == "," for token in self.tokens[mark : self.i])
        if not is_long:  # in a long list it is not clear what is an example of what
            for node in nodes:
                self.sides.append(
                    Draft(
                        subjects=[node],
                        kind="isa",
                        verb="be",
                        edges=[("obj", [of.without("rel", "like")])],
                        is_side=True,
                        start=mark,
                        end=self.i,
                    )
                )
        return True

    def _object(self, draft: Draft) -> bool:
        mark = self.i
        if draft.kind in ("is", "isa", "at") and self.tag() in ("PRP", "DT"):
            return False
        nodes = self.noun_phrases()
        if not nodes:
            self.i = mark
            return False
        denied = [replace(node, quant="any") for node in nodes if node.quant == "no"]
        nodes = [node for node in nodes if node.quant != "no"]
        if denied and nodes:  # "high risk and no accepted use"
            self.also.append((draft, denied))
        elif denied:
            draft.polarity = not draft.polarity
            draft.cues.append(Cue(denied[0].span, "negation", "no"))
            nodes = denied
        if nodes[0].kind == "value" and draft.get("obj"):
            draft.add("adv", nodes)
        elif draft.kind in ("isa", "is", "at", "exist") or draft.get("obj"):
            draft.add("obj2" if draft.get("obj") else "obj", nodes)
        else:
            draft.add("obj", nodes)
        return True

    def _to(self, draft: Draft) -> bool:
        k = 1
        negated = False
        while self.tag(k) in ("NOT", "RB"):
            negated = negated or self.tag(k) == "NOT"
            k += 1
        if self.tag(k) in ("VB", "BE", "HV", "DO"):
            self.i += k
            self.depth += 1
            inner = self.verb_phrase([], is_bare=True) if self.depth < 8 else []
            self.depth -= 1
            if not inner:
                return False
            for each in inner:
                if negated:
                    each.polarity = not each.polarity
                if each.inner and each.verb in self.grammar.belief:
                    self.held.append((each.verb, each.inner))
            draft.add("to", [self.as_node(each) for each in inner])
            return True
        if self.starts_noun_phrase(1) or self.tag(1) == "VBG":
            self.i += 1
            nodes = (
                self.noun_phrases()
                if self.starts_noun_phrase()
                else [node for node in (self.gerund(),) if node]
            )
            if not nodes:
                return False
            draft.add("to", nodes)
            return True
        return False

    def _prepositional(self) -> tuple[str, list[Node]] | None:
        """A preposition with its noun phrase, gerund or clause."""
        mark = self.i
        prep = self.low()
        if prep == "as" and self.low(1) == "a" and self.low(2) == "result" and self.low(3) == "of":
            self.i += 4
            prep = "because of"
        elif (
            prep in ("out", "instead", "because", "ahead", "regardless", "outside", "inside", "off")
            and self.low(1) == "of"
        ):
            self.i += 2
            prep += " of"
        elif prep in ("along", "together") and self.low(1) == "with":
            self.i += 2
            prep = "with"
        elif prep in ("up", "according", "due", "prior", "next", "owing") and self.low(1) == "to":
            self.i += 2
            prep += " to"
        elif prep in ("other", "rather") and self.low(1) == "than":
            self.i += 2
            prep += " than"
        elif prep in ("apart", "aside") and self.low(1) == "from":
            self.i += 2
            prep = "except"
        else:
            self.i += 1
        if prep in ("except", "excluding", "besides", "beyond") and self.low() == "for":
            self.i += 1
        while (
            self._filler_length()
            and (self.starts_noun_phrase(self._filler_length()) or self.tag(1) == "VBG")
            or self.low() in ("only", "mainly", "even")
            and self.starts_noun_phrase(1)
        ):
            self.i += self._filler_length() or 1
        date = self.month_date()
        if date is not None:
            return self._role(prep), [date]
        if self.is_gerund():
            node = self.gerund()
            if node is not None:
                return self._role(prep), [node]
        nodes = self.noun_phrases()
        if not nodes:
            if self.tag() in ADJ and prep in ("for", "in", "as", "at"):
                node = self.adjective(self.tokens[self.i])
                self.i += 1
                return self._role(prep), [node]
            self.i = mark
            return None
        return self._role(prep), nodes

    def _role(self, prep: str) -> str:
        return {
            "through": "by",
            "via": "by",
            "within": "in",
            "inside": "in",
            "during": "in",
            "into": "in",
            "upon": "on",
            "onto": "on",
            "throughout": "in",
            "towards": "toward",
            "amongst": "among",
            "as of": "since",
        }.get(prep, prep)

    def _that_clause(self, draft: Draft) -> bool:
        mark = self.i
        self.i += 1
        inner = self.clauses_until_end()
        if not inner:
            self.i = mark
            return False
        draft.inner.extend(inner)
        draft.edges.append(("that", [self.as_node(each) for each in inner if not each.is_side]))
        return True

    def clauses_until_end(self) -> list[Draft]:
        """The clause here and those that "and" joins to it."""
        self.depth += 1
        found = self.clause() if self.depth < 8 else []
        while (
            found
            and self.tag() == "CC"
            and self.low() in ("and", "or")
            or (self.tag() == "," and self.tag(1) == "CC" and self.low(1) in ("and", "or"))
        ):
            mark = self.i
            self.i += 2 if self.tag() == "," else 1
            if self.tag() == "THAT":
                self.i += 1
            more = self.clause() if self.depth < 8 else []
            if not more or all(each.kind == "nominal" for each in more):
                self.i = mark
                break
            found.extend(more)
        self.depth -= 1
        return found

    def _than(self, draft: Draft) -> bool:
        """A "than" whose comparative stands inside the object or before the verb."""
        objects = draft.get("obj")
        word: Node | None = None
        if objects:
            for role, node in objects[0].edges:
                if (
                    role == "mod"
                    and node.get("adv") is not None
                    and node.get("adv").head in ("more", "less")
                ):  # type: ignore[union-attr]
                    word = node
        if word is None and not any(n.head in ("more", "less", "few") for n in draft.get("adv")):
            return False
        self.i += 1
        while self.tag() == "IN":
            self.i += 1
        nodes = self.noun_phrases()
        if not nodes:
            return False
        if self.tag() in ("DO", "BE", "HV", "MD"):
            self.i += 1
        draft.than = nodes
        if word is not None:
            draft.more = word.get("adv").head  # type: ignore[union-attr]
            plain = word.without("adv")
            draft.dimension = plain
            draft.edges = [
                (
                    role,
                    [
                        replace(ns[0], edges=tuple(e for e in ns[0].edges if e[1] is not word)),
                        *ns[1:],
                    ]
                    if role == "obj"
                    else ns,
                )
                for role, ns in draft.edges
            ]
        else:
            direction = next(n.head for n in draft.get("adv") if n.head in ("more", "less", "few"))
            draft.more = "more" if direction == "more" else "less"
            draft.edges = [
                (r, [n for n in ns if n.head not in ("more", "less", "few")])
                for r, ns in draft.edges
            ]
            draft.edges = [(r, ns) for r, ns in draft.edges if ns]
        return True

    def _verb_comparative(self, draft: Draft) -> bool:
        """ "faster than Y", "more quickly than Y" after a verb; "better for Z than Y"."""
        if draft.kind != "verb" or draft.more:
            return False
        return self._comparative(draft)

    # -- nouns that hold clauses ----------------------------------------------------------

    def gerund(self) -> Node | None:
        """A gerund phrase as a node."""
        token = self.at()
        if token is None or (token.tag != "VBG" and token.low != "being") or self.depth > 7:
            return None
        draft = Draft(start=self.i)
        self.depth += 1
        draft.verb = self.concept(token, "verb")
        self.i += 1
        if token.lemma == "be" or token.low == "being":
            draft.kind = "is"
            if self.tag() == "VBN":
                draft.verb = self.concept(self.tokens[self.i], "verb")
                draft.is_passive, draft.kind = True, "verb"
                self.i += 1
            else:
                self._predicate(draft)
        elif token.lemma in self.grammar.copulas and self._copular_complement():
            draft.kind, draft.verb = "is", "be"
            self._predicate(draft)
        else:
            while self.tag() == "IN" and self.low() in ("off", "up", "out", "down", "away"):
                draft.verb = f"{token.lemma} {self.low()}"
                self.i += 1
        self._complements(draft)
        self.depth -= 1
        return self.as_node(draft)

    def _postmodified(self, node: Node, is_subject: bool, is_bare: bool) -> Node:
        if is_bare or self.depth > 7:
            return node
        while True:
            tag, low = self.tag(), self.low()
            if tag == "IN" and low == "of":
                self.i += 1
                if self.tag() == "VBG":
                    inner = self.gerund()
                    nodes = [inner] if inner else []
                else:
                    nodes = self.noun_phrases(is_subject=is_subject)
                if not nodes:
                    self.i -= 1
                    return node
                node = node.plus(*(("of", each) for each in nodes))
            elif low == "other" and self.low(1) == "than":
                self.i += 2
                nodes = self.noun_phrases()
                node = node.plus(*(("except", each) for each in nodes))
            elif (
                low in ("such",)
                and self.low(1) == "as"
                or (low == "like" and tag == "IN" and self.starts_noun_phrase(1))
            ):
                if not self._examples(node, None):
                    return node
            elif tag == "IN" and self.tag(1) == "WP" and self.low(1) in ("whom", "which"):
                mark = self.i
                self.i += 1
                inner = self._relative(node)
                if inner is None:
                    self.i = mark
                    return node
                node = inner
            elif tag in ("WP",) or (
                tag == "THAT"
                and not self.expletive
                and (self.tag(1) in FINITE_TAGS or self._object_relative())
                and not self._clause_noun(node)
            ):
                inner = self._relative(node)
                if inner is None:
                    return node
                node = inner
            elif (
                self._contact_clause() and not self.leading and (node.quant == "the" or tag == "DT")
            ):
                mark = self.i
                drafts = self.clause() if self.depth < 6 else []
                if not drafts or drafts[0].kind == "nominal":
                    self.i = mark
                    return node
                node = node.plus(*(("rel", self.as_node(each)) for each in drafts))
            elif tag == "THAT" and self._clause_noun(node) and not self.expletive:
                mark = self.i
                self.i += 1
                inner_drafts = self.clauses_until_end()
                if not inner_drafts:
                    self.i = mark
                    return node
                node = node.plus(*(("that", self.as_node(each)) for each in inner_drafts))
                self.held.append((node.head, inner_drafts))
            elif (
                tag in ("VBN",)
                and (
                    self.tag(1)
                    in ("IN", "TO", "RB", "NOT", ".", "", "?", "BE", "MD", "VBZ", "VBP", ",")
                )
                and (is_subject or self._reduced())
            ):
                mark = self.i
                inner_draft = Draft(verb=self.concept(self.tokens[self.i], "verb"), is_passive=True)
                self.i += 1
                self.depth += 1
                if is_subject:
                    self._short_complements(inner_draft)
                else:
                    self._complements(inner_draft)
                self.depth -= 1
                node = node.plus(("rel", self.as_node(inner_draft)))
                if self.i == mark:
                    return node
            elif (
                tag == "VBG"
                and is_subject
                and self.tag(-1) in NOUNS
                and self._has_verb_after_gerund()
            ):
                inner_node = self._short_gerund()
                if inner_node is None:
                    return node
                node = node.plus(("rel", inner_node))
            elif (
                tag == "TO"
                and self.tag(1) in ("VB", "BE")
                and (is_subject or node.head in TAKES_INFINITIVE)
            ):
                self.i += 1
                self.depth += 1
                drafts = self.verb_phrase([], is_bare=True)
                self.depth -= 1
                if not drafts:
                    self.i -= 1
                    return node
                node = node.plus(*(("to", self.as_node(each)) for each in drafts))
            elif (
                tag in ("IN", "TO")
                and is_subject
                and low not in ("than", "like", "unlike")
                and (self.starts_noun_phrase(1) or self.tag(1) == "VBG")
            ):
                edge = self._prepositional()
                if edge is None:
                    return node
                node = node.plus(*((edge[0], each) for each in edge[1]))
            elif tag == "(" and is_subject is False and False:
                return node
            elif (
                tag in ("JJ",)
                and is_subject is False
                and node.head in ("people", "thing", "something")
                and self.tag(1) in ("IN", "TO")
            ):
                adjective = self.adjective(self.tokens[self.i])
                self.i += 1
                edge = self._prepositional()
                if edge is not None:
                    adjective = adjective.plus(*((edge[0], each) for each in edge[1]))
                node = node.plus(("mod", adjective))
            else:
                return node

    def _contact_clause(self) -> bool:
        """Whether a relative clause without a pronoun starts here: "the dose they take"."""
        if self.tag() == "PRP" and self.low() in ("they", "you", "we", "i", "he", "she", "it"):
            return self.tag(1) in FINITE_TAGS or self.tag(1) == "VBP"
        if self.tag() != "DT" or self.tag(-1) not in NOUNS:
            return False
        end = self._skim(0)
        return self.tag(end) in ("VBZ", "VBP", "VBD") and (self.tag(end + 1) in (*END, ","))

    held: list[tuple[str, list[Draft]]] = field(default_factory=list)
    expletive: bool = False

    def _clause_noun(self, node: Node) -> bool:
        return node.head in self.grammar.idea_nouns or node.head in self.grammar.evidence_nouns

    def _object_relative(self) -> bool:
        end = self._skim(1)
        return end > 1 and (self.tag(end) in FINITE_TAGS or self.tag(end) == "VBP")

    def _reduced(self) -> bool:
        return True

    def _has_verb_after_gerund(self) -> bool:
        return any(token.tag in FINITE_TAGS for token in self.tokens[self.i + 1 : self.i + 12])

    def _short_complements(self, draft: Draft) -> None:
        """Complements of a participle inside a subject: stops before the main verb."""
        while True:
            mark = self.i
            tag = self.tag()
            if tag in ("IN", "TO") and (self.starts_noun_phrase(1) or self.tag(1) == "VBG"):
                edge = self._prepositional()
                if edge is None:
                    return
                draft.add(*edge)
            elif tag == "TO" and self.tag(1) in ("VB", "BE"):
                self.i += 1
                inner = self.verb_phrase([], is_bare=True)
                draft.add("to", [self.as_node(each) for each in inner])
            elif tag in ("RB",) and not self._strength()[1]:
                if not self._filler_length():
                    draft.add("adv", [self._adverb(self.tokens[self.i])])
                self.i += 1
            else:
                return
            if self.i == mark:
                return

    def _short_gerund(self) -> Node | None:
        token = self.tokens[self.i]
        draft = Draft(verb=self.concept(token, "verb"))
        mark = self.i
        self.i += 1
        if self.starts_noun_phrase():
            draft.add("obj", self.noun_phrases(is_subject=True))
        self._short_complements(draft)
        if self.tag() not in FINITE_TAGS and self.tag() != "VBP":
            self.i = mark
            return None
        return self.as_node(draft)

    def _relative(self, node: Node) -> Node | None:
        mark = self.i
        self.i += 1
        self.depth += 1
        try:
            if (
                self.tag() in FINITE_TAGS
                or self.tag() in ("VBP", "RB", "NOT")
                or self.tag() in VERBS
            ):
                drafts = self.verb_phrase([])
                if drafts:
                    return node.plus(*(("rel", self.as_node(each)) for each in drafts))
            elif self.starts_noun_phrase():
                drafts = self.clause()
                if drafts and drafts[0].kind != "nominal":
                    return node.plus(*(("rel", self.as_node(each)) for each in drafts))
            self.i = mark
            return None
        finally:
            self.depth -= 1

    def as_node(self, draft: Draft) -> Node:
        """A clause inside another one, as a node."""
        return embedded(draft, self.grammar)


TAKES_INFINITIVE = frozenset(
    {
        "ability",
        "need",
        "reason",
        "way",
        "right",
        "attempt",
        "chance",
        "failure",
        "potential",
        "tendency",
        "power",
        "amount",
        "capacity",
        "permission",
        "requirement",
        "time",
        "decision",
        "plan",
        "tool",
        "people",
    }
)


def _cut_order(before: Token, token: Token) -> int | None:
    """How likely a question's subject ends between two tokens; smaller is likelier."""
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


def _sided(drafts: list[Draft]) -> list[Draft]:
    for draft in drafts:
        draft.is_side = True
    return drafts
