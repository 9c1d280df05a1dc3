"""Verb phrases, one or several coordinated."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.complements import Complements
from factcheck.language.draft import Draft
from factcheck.language.postmodifiers import END
from factcheck.language.tagset import AUX, FINITE_TAGS, VERBS
from factcheck.language.tokens import Token
from factcheck.model.proposition import Node


class VerbPhrases(Complements):
    """Verb phrases, one or several coordinated."""

    __slots__ = ()

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
            gapped = self._gapped(draft)
            if gapped is not None:
                found.append(gapped)
                continue
            mark = self.i
            k = 1 if self.tag() == "," else 0
            joint = self.low(k)
            if self.tag(k) != "CC" and not (k and self._verb_list()):
                break
            if self.tag(k) == "CC":
                k += 1
            if self.tag(k) == "," and k:
                self._cut_remark(draft.subjects, self.i + k)
            contrast = False
            if self.low(k) == "not" and self.low(k + 1) in ("only", "just"):
                break
            if self.low(k) == "also":
                k += 1
            if self.low(k) == "there" and self.tag(k + 1) in AUX:
                break  # "..., but there is no need to"
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
            elif verb.tag in ("VB", "VBN", "VBG", "JJ", "JJR", "BE") and self._parallel(
                draft, verb, k, j
            ):
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
                elif nxt == "RB":
                    self._adverbs(nextd)
                self._main_verb(
                    nextd,
                    is_passive=draft.is_passive and verb.tag == "VBN",
                    is_copula=verb.tag in ("JJ", "JJR")
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
                edge = self._prepositional_at(j, mark)
                if edge is None:
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
                edge = self._prepositional_at(j, mark)
                if edge is None:
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
        for each in found:
            self._named(each)
            if each.stranded:
                _unstranded(each)
        shared = next((nodes for role, nodes in found[-1].edges if role == "obj"), [])
        for each in found[:-1] if shared else ():
            if each.kind == "verb" and not each.edges and not each.is_passive:
                each.add("obj", shared)  # "treat or cure a disease"
        return found

    def _gapped(self, draft: Draft) -> Draft | None:
        """ "X is in A and Y in B": the clause again without its verb, of other things."""
        mark = self.i
        self.i += self.tag() == ","
        self.i += self.tag() == "CC" and self.low() == "and"
        if self.i > mark and self.starts_noun_phrase():
            nodes = self.noun_phrases()
            edge = self._prepositional() if nodes and self.tag() == "IN" else None
            shared = next(
                (n for r, found in draft.edges if edge and r == edge[0] for n in found), None
            )
            ended = self.tag() in (*END, ",", ";", "CC")
            if (
                edge is not None
                and shared is not None
                and ended
                and (shared.head == edge[1][0].head or shared.kind == edge[1][0].kind != "value")
            ):
                again = self._again(draft, nodes, edge)
                again.start, again.end = mark + 1, self.i
                return again
        self.i = mark
        return None

    def _again(self, draft: Draft, nodes: list[Node], edge: tuple[str, list[Node]]) -> Draft:
        again = replace(draft, inner=[], cues=[], where=None)
        again.edges = [edge if each[0] == edge[0] else each for each in draft.edges]
        if draft.kind == "verb" and draft.get("obj") and not draft.is_passive:
            again.edges = [(r, nodes if r == "obj" else found) for r, found in again.edges]
        else:
            again.subjects = nodes
        return again

    def _cut_remark(self, subjects: list[Node], comma: int) -> None:
        """Takes ", unlike Y," out of "X is A and, unlike Y, is B"."""
        closing = next(
            (k for k in range(comma + 2, len(self.tokens)) if self.tokens[k].tag == ","), 0
        )
        if closing and self._adjunct_in_passing(subjects, self.tokens[comma + 1 : closing]) == []:
            del self.tokens[comma : closing + 1]

    def _named(self, draft: Draft) -> None:
        """ "call X a Y", "regard X as Y": somebody's view that X is a Y."""
        if draft.verb not in self.grammar.classifying or draft.is_passive or draft.kind != "verb":
            return
        things, kinds = draft.get("obj"), draft.get("obj2") or draft.get("as")
        if not things or not kinds or draft.inner:
            return
        inner = Draft(subjects=things, kind="isa", verb="be", edges=[("obj", kinds)])
        rest = [(role, nodes) for role, nodes in draft.edges if role not in ("obj", "obj2", "as")]
        draft.inner.append(inner)
        draft.edges = [*rest, ("that", [self.as_node(inner)])]

    def _prepositional_at(self, ahead: int, mark: int) -> tuple[str, list[Node]] | None:
        """The prepositional phrase some tokens ahead; back at `mark` when there is none."""
        self.i += ahead
        edge = self._prepositional()
        if edge is None:
            self.i = mark
        return edge

    def _verb_list(self) -> bool:
        """Whether verbs in a row are listed: "blocks X, reverses Y and wears off"."""
        if self.tag(1) not in FINITE_TAGS | {"VBN", "VB", "VBP"} or self.tag(2) == "PRP":
            return False
        for k, token in enumerate(self.tokens[self.i + 2 : -1], self.i + 2):
            if token.tag in (";", ".", "?", "!"):
                return False
            if token.tag == "CC":
                verb = next((t for t in self.tokens[k + 1 :] if t.tag not in ("RB", "NOT")), token)
                return verb.tag in VERBS or verb.tag in AUX or verb.tag == ","
        return False

    def _parallel(self, draft: Draft, verb: Token, k: int, j: int) -> bool:
        if verb.tag in ("JJ", "JJR") or (verb.tag == "VBN" and draft.kind in ("is",)):
            return draft.kind in ("is", "isa", "at") and not self.starts_clause_soon(j)
        if verb.tag == "VBG" and self._gerund_clause(j):
            return False
        if verb.tag == "BE":
            return draft.verb != "" and verb.low == "be"
        return True

    def _gerund_clause(self, k: int) -> bool:
        """Whether a gerund some tokens ahead is the subject of a verb of its own."""
        for token in self.tokens[self.i + k + 1 : self.i + k + 10]:
            if token.tag in FINITE_TAGS:
                return True
            if token.tag in (",", ";", "CC", "WP", "THAT", "SUB", "WR"):
                return False
        return False

    def starts_clause_soon(self, k: int) -> bool:
        """Whether a subject and a verb stand ahead rather than a bare adjective."""
        end = self._skim(k)
        return end > k and self.tag(end) in FINITE_TAGS


def _unstranded(draft: Draft) -> None:
    """ "The garden is looked after by X": X looks after the garden."""
    things = draft.subjects
    if any(node.quant in ("no", "some") or node.quant.startswith("not") for node in things):
        draft.edges.append(("adv", [Node(draft.stranded, "adv")]))  # left as it is
        return
    agents = draft.get("by")
    rest = [(role, nodes) for role, nodes in draft.edges if role != "by"]
    draft.edges = [(draft.stranded, things), *rest]
    draft.subjects, draft.is_passive = agents, False
