"""What follows from lists that name all of a kind: another thing is none of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.knowledge.coding import key_of, unpack, unpack_proposition
from factcheck.language import words
from factcheck.language.listing import HOLE, Listing, is_name, stands_bare
from factcheck.model.proposition import Node, Proposition
from factcheck.model.result import Derived, Proof
from factcheck.model.verdict import Match as MatchKind
from factcheck.model.verdict import Verdict
from factcheck.reasoning.judging import judge
from factcheck.reasoning.laying import lay
from factcheck.reasoning.orders import FromOrders
from factcheck.reasoning.settling import Decision, Found, settle
from factcheck.reasoning.taxonomy import given

NAMING = ("", "the")
COMING = frozenset({"come", "exist", "occur"})


@dataclass(frozen=True, slots=True)
class Whole:
    """A list of all of a kind that a claim states; `is_named`: of things with own names."""

    listing: Listing
    claim_id: str
    sentence: str
    is_named: bool


@dataclass(slots=True)
class FromLists(FromOrders):
    """What follows from lists that name all of a kind."""

    def _known_of(self, stated: Proposition) -> Decision | None:
        """What claims, classes, comparisons and lists say of a statement, rules aside."""
        return FromOrders._known_of(self, stated) or settle(self._from_lists(stated, ""))

    def _from_lists(self, stated: Proposition, says: str) -> list[Found]:
        """A thing that a list leaves out is not of its kind; how many of a kind there are."""
        stated = self._as_sort(stated)
        found = [self._counted(each, stated, says) for each in self._wholes(_counting(stated))]
        for whole in self._wholes(stated.root):
            found.append(self._left_out(whole, stated, says))
        return [each for each in found if each is not None]

    def _wholes(self, root: Node | None) -> Iterator[Whole]:
        """The lists that may say something of a predicate."""
        if root is None or not self.store.get("meta", "lists"):
            return
        keys = dict.fromkeys([root.head + "|", *self._keys(root)])
        numbers = dict.fromkeys(n for key in keys for n in self.store.get("list index", key) or ())
        for number in numbers:
            pattern, members, is_of_sorts, is_only, claim_id, sentence, is_named = self.store.get(
                "list", str(number)
            )
            if self.times.is_now(claim_id):
                things = tuple(unpack(each) for each in members)
                listing = Listing(unpack_proposition(pattern), things, is_of_sorts, is_only)
                yield Whole(listing, claim_id, sentence, is_named)

    def _as_sort(self, stated: Proposition) -> Proposition:
        """ "X comes in Y form" as "Y is a kind of X"."""
        root = stated.root
        place, kind = root.get("in") or root.get("as"), root.get("subj")
        if root.head not in COMING or place is None or kind is None or len(root.edges) != 2:
            return stated
        if place.head in self.grammar.light_nouns and place.value is not None:
            counted = replace(place, edges=(*place.edges, ("of", kind)))
            return replace(stated, root=Node("there", "verb", (("subj", counted),)))
        if place.head in self.grammar.light_nouns and len(place.edges) == 1:
            place = place.edges[0][1]
        if place.kind != "noun" or place.edges or place.value is not None:
            return stated
        edges = (("subj", place), ("obj", replace(kind, quant="the")))
        return replace(stated, root=Node("isa", "verb", edges))

    def _left_out(self, whole: Whole, stated: Proposition, says: str) -> Found | None:
        listing = whole.listing
        role = next(role for role, node in listing.pattern.root.edges if node.head == HOLE.head)
        thing = stated.root.get(role)
        if thing is None:
            return None
        if listing.is_of_sorts and not self._is_sort(stated.root.get("obj"), listing):
            return None
        if listing.is_of_sorts and any(key_of(each) == key_of(thing) for each in listing.members):
            verdict = Verdict.SUPPORTED if stated.polarity else Verdict.REFUTED
            return self._shown_by(whole, verdict, says)
        if stated.tense != listing.pattern.tense or stated.root.get("adv") is not None:
            return None  # what once was so need not be so now
        if not self._is_none_of(thing, whole, says):
            return None
        claim = _filled(listing.pattern, thing).negated()
        match = lay(claim, stated, self.aligner)
        judged = match and judge(claim, Verdict.SUPPORTED, stated, match, self.grammar)
        return self._shown_by(whole, judged.verdict, says) if judged else None

    def _is_sort(self, kind: Node | None, listing: Listing) -> bool:
        """Whether a statement says "a kind of X", which is read as "the X"."""
        wanted = listing.pattern.root.get("obj")
        is_same = kind is not None and wanted is not None and key_of(kind) == key_of(wanted)
        return is_same and kind is not None and kind.quant == "the"

    def _counted(self, whole: Whole, stated: Proposition, says: str) -> Found | None:
        """ "There are four bridges" where a list has three."""
        number, kind = _number_of(stated.root), whole.listing.pattern.root.get("obj")
        counted = stated.root.get("subj")
        if number is None or counted is None or kind is None or stated.strength != "generic":
            return None
        of = counted.get("of")
        is_of_sorts = counted.head in self.grammar.light_nouns and of is not None
        asked = of if is_of_sorts and of is not None else counted
        if is_of_sorts != whole.listing.is_of_sorts:
            return None
        if key_of(replace(asked, quant="", value=None)) != key_of(kind):
            return None
        is_so = (number == len(whole.listing.members)) == stated.polarity
        return self._shown_by(whole, Verdict.SUPPORTED if is_so else Verdict.REFUTED, says)

    def _shown_by(self, whole: Whole, verdict: Verdict, says: str) -> Found:
        leaf = replace(given(self.store, whole.claim_id), says=whole.sentence)
        return Found(verdict, 1, 1, Derived(says, "list", (leaf,)), (whole.claim_id,), 0, False)

    def _is_none_of(self, thing: Node, whole: Whole, says: str) -> bool:
        """Whether a thing is known to be none of those in a list."""
        if thing.kind != "noun" or thing.quant not in NAMING or thing.value is not None:
            return False
        if any(role != "mod" for role, _ in thing.edges):
            return False
        if whole.listing.is_only and not whole.is_named:
            return False  # what is in a class, its name does not tell
        if not all(self._are_two(thing, each) for each in whole.listing.members):
            return False
        if thing.head.startswith("@"):
            return True
        if whole.is_named:
            return is_name(thing, says) or (thing.quant == "" and stands_bare(thing.head, says))
        if whole.listing.is_of_sorts and not self._is_well_known(thing):
            return False  # a name that nobody knows may be one of a kind in the list
        the = any(each.quant == "the" for each in whole.listing.members)
        return thing.quant == "" or (the and not thing.edges)

    def _is_well_known(self, thing: Node) -> bool:
        """Whether a noun is one of English or of the knowledge base."""
        is_english = any(word.tag == "NN" and word.weight for word in words.lookup(thing.head))
        return is_english or self.store.get("noun", thing.head) is not None

    def _are_two(self, thing: Node, member: Node) -> bool:
        """Whether two names or kinds are apart; where names are declared, declared ones only."""
        one, other = replace(thing, quant=""), replace(member, quant="")
        is_declared = self.store.get("meta", "entities") is not None
        if is_declared and not (one.head.startswith("@") and other.head.startswith("@")):
            return False
        if is_declared and not self._is_alike(one.head[1:], other.head[1:]):
            return False
        if other.head in (self.store.get("near", f"noun:{one.head}") or ()):
            return False
        return self._apart(one, other)

    def _is_alike(self, name: str, other: str) -> bool:
        """Whether two declared names are of one type or class, so that one is not the other."""
        first = self.store.get("entity", name) or {}
        second = self.store.get("entity", other) or {}
        if first.get("type") and first.get("type") == second.get("type"):
            return True
        return bool({*first.get("is_a", ())} & {*second.get("is_a", ())})

    def decide_list(self, listing: Listing, says: str) -> Decision | None:
        """The verdict on a statement that lists all of a kind, or None."""
        found: list[Found] = []
        for whole in self._wholes(_filled(listing.pattern, Node("something")).root):
            if self._is_same_pattern(whole.listing, listing):
                verdict = self._compared(whole, listing, says)
                if verdict is not None:
                    found.append(self._shown_by(whole, verdict, says))
        if found or listing.is_of_sorts:
            return settle(found)
        for member in listing.members:
            decision = self._of_member(listing, member, says)
            if decision is not None and decision.verdict is Verdict.REFUTED:
                return replace(decision, match=MatchKind.DERIVED)
        return self._with_another(listing, says)

    def _of_member(self, listing: Listing, member: Node, says: str) -> Decision | None:
        stated = _filled(listing.pattern, member)
        found = [*self._from_claims(stated, says), *self._from_classes(stated, says)]
        return settle(found or self._from_lists(stated, says))

    def _is_same_pattern(self, one: Listing, other: Listing) -> bool:
        stand_in = Node("something")
        first, second = _filled(one.pattern, stand_in), _filled(other.pattern, stand_in)
        match = lay(first, second, self.aligner)
        is_equal = match is not None and match.rest.is_equal and match.topic.is_equal
        same_way = (first.polarity, first.strength) == (second.polarity, second.strength)
        return is_equal and same_way and one.is_of_sorts == other.is_of_sorts

    def _compared(self, whole: Whole, listing: Listing, says: str) -> Verdict | None:
        """Whether two lists of one kind name the same things."""
        known = {key_of(each) for each in whole.listing.members}
        named = {key_of(each) for each in listing.members}
        if known == named:
            return Verdict.SUPPORTED
        stated = replace(whole, listing=listing)
        is_more = any(
            key_of(each) not in known and self._is_none_of(each, whole, says)
            for each in listing.members
        )
        is_less = any(
            key_of(each) not in named and self._is_none_of(each, stated, whole.sentence)
            for each in whole.listing.members
        )
        return Verdict.REFUTED if is_more or is_less else None

    def _with_another(self, listing: Listing, says: str) -> Decision | None:
        """A thing outside of a stated list that a claim puts in its kind."""
        role = next(role for role, node in listing.pattern.root.edges if node.head == HOLE.head)
        for candidate in self.candidates(_filled(listing.pattern, listing.members[0])):
            thing = candidate.proposition.root.get(role)
            whole = Whole(listing, "", says, any(is_name(each, says) for each in listing.members))
            if thing is None or not self._is_none_of(thing, whole, candidate.sentence):
                continue
            decision = self._of_member(listing, replace(thing, quant=""), says)
            if decision is not None and decision.verdict is Verdict.SUPPORTED:
                proof: Proof = Derived(says, "counterexample", (decision.proof,))
                return Decision(Verdict.REFUTED, proof, decision.claims, MatchKind.DERIVED)
        return None


def _counting(stated: Proposition) -> Node | None:
    """What a statement of how many there are is about: "X is a Y" for "there are four Ys"."""
    counted = stated.root.get("subj")
    if stated.root.head != "there" or counted is None or counted.value is None:
        return None
    of = counted.get("of")
    kinds = [counted, *([of] if of is not None else [])]
    return Node("isa", "verb", tuple(("obj", replace(each, value=None)) for each in kinds))


def _number_of(root: Node) -> int | None:
    counted = root.get("subj")
    value = counted.value if counted is not None else None
    if value is None or value.low != value.high or value.about or value.unit not in ("", "count"):
        return None
    return int(value.low) if len(root.edges) == 1 else None


def _filled(pattern: Proposition, thing: Node) -> Proposition:
    """The pattern of a list with a thing in the hole."""
    edges = tuple((r, thing if n.head == HOLE.head else n) for r, n in pattern.root.edges)
    return replace(pattern, root=replace(pattern.root, edges=edges))
