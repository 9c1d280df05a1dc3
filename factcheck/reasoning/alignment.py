"""How a statement's words stand to a claim's: equal, narrower, wider, or at odds.

Two trees are laid over each other from the top. Every dependent of the one must find its like in
the other; what finds none is left over, on the statement's side ("extra") or the claim's
("missing"). Nothing is scored: a pair that leaves something over is not the same proposition.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.language import values, words
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Value
from factcheck.model.result import Proof
from factcheck.reasoning import moments
from factcheck.reasoning.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Fit:
    """The outcome of laying a statement's node over a claim's.

    `narrower` and `wider` say that classes, not words, made the difference; `steps` are the class
    memberships used and `distance` their number. `conflict` names what excludes each other.
    """

    extra: tuple[Edge, ...] = ()
    missing: tuple[Edge, ...] = ()
    narrower: bool = False
    wider: bool = False
    conflict: str = ""
    distance: int = 0
    steps: tuple[Proof, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether both say the same."""
        return not (self.extra or self.missing or self.narrower or self.wider or self.conflict)

    def plus(self, other: Fit) -> Fit:
        """Both outcomes together."""
        if other is SAME:
            return self
        if self is SAME:
            return other
        return Fit(
            self.extra + other.extra,
            self.missing + other.missing,
            self.narrower or other.narrower,
            self.wider or other.wider,
            self.conflict or other.conflict,
            self.distance + other.distance,
            self.steps + other.steps,
        )


SAME = Fit()
# How many of a class: what holds of so many need not hold of so many of a narrower or wider one.
SHARES = frozenset({"most", "many", "few"})


@dataclass(slots=True)
class Aligner:
    """Lays trees over each other, given the classes and the date that "ago" counts from."""

    taxonomy: Taxonomy
    as_of: date
    deepest: int = 8
    _depth: int = field(default=0)

    def align(self, claim: Node, stated: Node) -> Fit | None:
        """How `stated` stands to `claim`, or None when they are about different things."""
        if self._depth > self.deepest:
            return None
        self._depth += 1
        try:
            return self._align(claim, stated)
        finally:
            self._depth -= 1

    def _align(self, claim: Node, stated: Node) -> Fit | None:
        if claim.kind == "value" or stated.kind == "value":
            return self._values(claim, stated)
        if claim.kind == "pronoun" or stated.kind == "pronoun":
            owned = claim.head in ("its", "their", "his", "her")
            return SAME if owned and claim.head == stated.head else None
        if claim.negated != stated.negated or (claim.quant == "no") != (stated.quant == "no"):
            return None
        if stated.quant == "all" and claim.quant in ("", "the", "some", "any"):
            member = self._member(claim, stated)
            if member is not None:
                return member
        if self._same_head(claim, stated):
            if clash := self._other_one(claim, stated):
                return Fit(conflict=clash)
            fit = self.edges(claim.edges, stated.edges, is_loose=claim.kind != stated.kind)
            is_word = claim.kind in ("adj", "adv") and fit is not None
            if is_word and fit is not None and _is_degree((*fit.missing, *fit.extra)):
                return None  # a lighter load is not yet a light one
            if fit is not None and fit.extra and fit.missing and claim.kind == "noun":
                classes = self._classes(claim, stated)  # a current account is a bank account
                fit = fit if classes is None else classes
            if fit is not None and not fit.is_equal and claim.quant in SHARES:
                other = ("quantity", Node(claim.quant))  # most fires are not most fires in Rome
                fit = fit.plus(Fit(extra=(other,), missing=(other,)))
            return None if fit is None else fit.plus(self._quantity(claim, stated))
        if (
            claim.kind == stated.kind == "verb"
            and self.taxonomy.grammar.kinds.get(stated.head) == claim.head
        ):
            fit = self.edges(claim.edges, stated.edges)
            return None if fit is None else fit.plus(Fit(narrower=True))
        if claim.kind == "noun" and stated.kind in ("noun", "verb"):
            if (
                claim.quant == "any"
                and claim.head in self.taxonomy.grammar.anything
                and not claim.edges
            ):
                return Fit(narrower=True)
            if (
                stated.quant == "any"
                and stated.head in self.taxonomy.grammar.anything
                and not stated.edges
            ):
                return Fit(wider=True)
            classes = self._classes(claim, stated)
            if classes is not None:
                return classes.plus(self._quantity(claim, stated))
        if (
            claim.kind == stated.kind == "adj"
            and self.taxonomy.grammar.antonyms.get(claim.head) == stated.head
        ):
            return Fit(conflict=f"{claim.head} and {stated.head}")
        return None

    def _other_one(self, claim: Node, stated: Node) -> str:
        """Two definite things of a kind told apart: "the ground floor", "the second floor"."""
        if claim.quant != "the" or stated.quant != "the":
            return ""
        telling = self.taxonomy.grammar.telling
        first = [node for role, node in claim.edges if role == "mod"]
        second = [node for role, node in stated.edges if role == "mod"]
        if len(first) != 1 or len(second) != 1 or len(claim.edges) != 1 or len(stated.edges) != 1:
            return ""
        if first[0].head == second[0].head or (
            first[0].head not in telling and second[0].head not in telling
        ):
            return ""
        return f"{first[0].head} and {second[0].head}"

    def _member(self, claim: Node, stated: Node) -> Fit | None:
        """The claim's node as one of all those that the statement speaks of."""
        if claim.head == stated.head:
            fit = self.edges(stated.edges, claim.edges)
            if (
                fit is None
                or fit.missing
                or fit.conflict
                or fit.wider
                or not (fit.extra or fit.narrower)
            ):
                return None
            return Fit(narrower=True, steps=fit.steps)
        up = self.is_a(claim, stated)
        return None if up is None else Fit(narrower=True, distance=up.distance, steps=up.steps)

    def _same_head(self, claim: Node, stated: Node) -> bool:
        if claim.head == stated.head:
            return True
        if claim.kind == stated.kind or claim.head.startswith("@") or stated.head.startswith("@"):
            return False
        if {claim.kind, stated.kind} == {"verb", "adj"}:
            return is_participle(claim, stated) or is_participle(stated, claim)
        grammar = self.taxonomy.grammar
        return verb_root(claim, grammar) == verb_root(stated, grammar) != ""

    def _quantity(self, claim: Node, stated: Node) -> Fit:
        if _is_share(claim) or _is_share(stated):
            return Fit(extra=(("share", stated),), missing=(("share", claim),))
        loud = self.taxonomy.grammar.loud
        first = claim.quant if claim.quant in loud else ""
        second = stated.quant if stated.quant in loud else ""
        fit = SAME
        if first != second:
            if first and second:
                fit = Fit(extra=(("quantity", Node(second)),), missing=(("quantity", Node(first)),))
            elif first:
                fit = Fit(missing=(("quantity", Node(first)),))
            else:
                fit = Fit(extra=(("quantity", Node(second)),))
        if claim.quant == "one" and stated.quant == "the":
            fit = fit.plus(Fit(extra=(("quantity", Node("the")),)))  # one of the reasons
        if claim.quant == "the" and stated.quant == "any":
            fit = fit.plus(Fit(wider=True))
        if claim.value is not None and stated.value is not None:
            relation = values.compare(claim.value, stated.value)
            fit = fit.plus(_of_relation(relation, claim, stated) or Fit(extra=(("count", stated),)))
        elif claim.value is not None:
            fit = fit.plus(Fit(missing=(("count", Node("#count", "value", value=claim.value)),)))
        elif stated.value is not None:
            fit = fit.plus(Fit(extra=(("count", Node("#count", "value", value=stated.value)),)))
        return fit

    def _values(self, claim: Node, stated: Node) -> Fit | None:
        found = moments.relation(claim, stated, self.taxonomy.grammar, self.as_of)
        fit = _of_relation(found, claim, stated)
        if fit is None:
            return None
        inner = self.edges(claim.edges, stated.edges)
        return None if inner is None else fit.plus(inner)

    def _since(self, start: Node, span: Node) -> Fit | None:
        found = moments.lasting(start, span, self.taxonomy.grammar, self.as_of)
        return _of_relation(found, start, span)

    def dated(self, node: Node) -> Value | None:
        """The value of a node, with "50 years ago" put on the calendar."""
        return moments.dated(node, self.taxonomy.grammar, self.as_of)

    # -- classes ------------------------------------------------------------------------------

    def _classes(self, claim: Node, stated: Node) -> Fit | None:
        """The statement's node as a kind of the claim's, or the other way round."""
        up = self.is_a(stated, claim)
        if up is not None:
            return up
        down = self.is_a(claim, stated)
        if down is not None:
            return replace(down, narrower=False, wider=True)
        return None

    def is_a(self, narrow: Node, wide: Node) -> Fit | None:
        """The proof that everything that is `narrow` is `wide`, or None."""
        if not self.taxonomy.may_be(narrow, wide.head):
            return None
        grammar = self.taxonomy.grammar
        if any(
            role == "mod" and node.head in grammar.non_intersective for role, node in narrow.edges
        ):
            return None
        for above in self.taxonomy.above(narrow)[1:]:
            if above.node.head != wide.head:
                continue
            fit = self.edges(wide.edges, above.node.edges)
            if fit is None or any(_strips(node, grammar) for _, node in fit.extra):
                continue
            if not fit.missing and not fit.conflict and not fit.wider:
                return Fit(
                    narrower=True, distance=max(1, above.distance), steps=above.steps + fit.steps
                )
        return None

    # -- dependents ---------------------------------------------------------------------------

    def edges(
        self, claim: tuple[Edge, ...], stated: tuple[Edge, ...], *, is_loose: bool = False
    ) -> Fit | None:
        """How the dependents of two nodes of one head pair off."""
        if is_loose:  # a noun leaves open what its verb has a gap for
            claim = tuple(edge for edge in claim if edge[1].kind != "gap")
            stated = tuple(edge for edge in stated if edge[1].kind != "gap")
        if not claim and not stated:
            return SAME
        grammar = self.taxonomy.grammar
        free = list(claim)
        total = SAME
        extra: list[Edge] = []
        for edge in stated:
            best: tuple[int, Edge, Fit] | None = None
            for other in free:
                if edge[0] == "for" and moments.tells_how_long(other, edge, grammar):
                    fit = self._since(other[1], edge[1])
                elif compatible(other, edge, grammar, is_loose=is_loose):
                    fit = self.align(other[1], edge[1])
                else:
                    continue
                if fit is None or _is_while(other, edge, fit):
                    continue
                cost = _cost(fit) * 2 + (other[0] != edge[0])
                if best is None or cost < best[0]:
                    best = (cost, other, fit)
            if best is None:
                extra.append(edge)
                continue
            free.remove(best[1])
            total = total.plus(best[2])
        return total.plus(Fit(extra=tuple(extra), missing=tuple(free)))


def _is_share(node: Node) -> bool:
    return node.value is not None and node.value.unit == "share"


def compatible(claim: Edge, stated: Edge, grammar: Grammar, *, is_loose: bool = False) -> bool:
    """Whether two dependents can play the same part; `is_loose` between a noun and its verb."""
    first, second = claim[0], stated[0]
    if first == second:
        return True
    if claim[1].kind == "value":
        if stated[1].kind == "value":
            return moments.can_be_same(claim, stated, grammar)
        if moments.is_span(stated[1], grammar) and not moments.is_date(claim[1]):
            return second == "for" and first in grammar.dating
    if first in grammar.soft and second in grammar.soft:
        return True
    if {first, second} == {"rel", "mod"}:
        return {claim[1].kind, stated[1].kind} == {"verb", "adj"}
    pairs = grammar.takes_part
    return is_loose and ((first, second) in pairs or (second, first) in pairs)


def is_participle(adjective: Node, clause: Node) -> bool:
    """Whether an adjective says what a clause does: "supervised", "that was supervised"."""
    if adjective.kind != "adj" or all(node.kind != "gap" for _, node in clause.edges):
        return False
    return any(
        word.tag == "VBN" and word.lemma == clause.head for word in words.lookup(adjective.head)
    )


def _is_while(claim: Edge, stated: Edge, fit: Fit) -> bool:
    """Whether a shorter time lies within a longer one: who ran for two hours ran for one."""
    if not fit.conflict or claim[0] != "for" or stated[0] != "for":
        return False
    first, second = claim[1].value, stated[1].value
    if first is None or second is None or first.low != first.high or second.low <= 0:
        return False  # "for less than a year" rules out two
    return second.high < first.low


def _is_degree(edges: tuple[Edge, ...]) -> bool:
    return any(role == "adv" and node.head in ("more", "less") for role, node in edges)


def _strips(node: Node, grammar: Grammar) -> bool:
    return node.head in grammar.non_intersective or node.head in grammar.stripping


def verb_root(node: Node, grammar: Grammar) -> str:
    """The canonical verb that a noun or verb stands for, "" when it stands for none."""
    if node.kind == "verb":
        return node.head
    if node.kind != "noun":
        return ""
    found = words.nominalised(node.head)
    verb = grammar.acts.get(node.head, "") or (found[0] if found else "")
    if not verb and node.head.endswith("ing"):
        verb = next((word.lemma for word in words.lookup(node.head) if word.tag == "VBG"), "")
    return grammar.synonyms.get(f"verb:{verb}", verb)


def _of_relation(relation: str, claim: Node, stated: Node) -> Fit | None:
    match relation:
        case "equal":
            return SAME
        case "broader":
            return Fit(wider=True)
        case "narrower":
            return Fit(narrower=True, extra=(("value", stated),))
        case "conflict":
            return Fit(conflict=f"{shown_value(claim)} and {shown_value(stated)}")
        case _:
            return None


def shown_value(node: Node) -> str:
    """A value as a short text for a reader."""
    value = node.value
    if value is None:
        return node.head
    if value.unit == "date":
        return f"{value.low:.0f}"
    return f"{value.low:g}" if value.low == value.high else f"{value.low:g} to {value.high:g}"


def _cost(fit: Fit) -> int:
    return (
        len(fit.extra) * 2
        + len(fit.missing) * 2
        + int(fit.narrower)
        + int(fit.wider)
        + (6 if fit.conflict else 0)
    )
