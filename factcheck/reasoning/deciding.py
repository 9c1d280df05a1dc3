"""A verdict on one proposition, with its proof: every claim that bears on it, the nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

from factcheck.knowledge.coding import key_of, unpack_proposition
from factcheck.knowledge.compiler import ENTITY_DATA, index_keys
from factcheck.language.grammar import Grammar
from factcheck.language.lexicon import Store
from factcheck.model.proposition import Edge, Node, Proposition
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Match as MatchKind
from factcheck.model.verdict import Verdict
from factcheck.reasoning.alignment import Aligner
from factcheck.reasoning.judging import Judgement, judge, lay
from factcheck.reasoning.taxonomy import Taxonomy, given

MOST_CANDIDATES = 600
MOST_ABOVE = 24
MOST_KNOWN = 50_000
MOST_MEMBERS = 80  # a bare generic over a wider class is loose talk, not a claim about each member
ADDED = frozenset({"in", "on", "for", "with", "of", "at", "to", "that", "rel", "adv"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition of the knowledge base and the claim it belongs to."""

    claim_id: str
    verdict: Verdict
    wording: int
    proposition: Proposition
    sentence: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on a proposition; `claims` are those it rests on, the deciding one first."""

    verdict: Verdict
    proof: Proof
    claims: tuple[str, ...]
    match: MatchKind
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    verdict: Verdict
    distance: int
    rank: int
    proof: Proof
    claims: tuple[str, ...]
    wording: int
    is_direct: bool


@dataclass(slots=True)
class Decider:
    """Decides propositions against one knowledge base as of one date."""

    store: Store
    grammar: Grammar
    as_of: date
    taxonomy: Taxonomy = field(init=False)
    aligner: Aligner = field(init=False)
    _known: dict[int, Candidate] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.taxonomy = Taxonomy(self.store, self.grammar)
        self.aligner = Aligner(self.taxonomy, self.as_of)

    # -- one proposition ----------------------------------------------------------------------

    def decide(self, stated: Proposition, says: str) -> Decision | None:
        """The verdict on a proposition, or None when nothing in the KB settles it.

        `says` is the statement in the user's words, for the proof.
        """
        if not _is_contentful(stated.root):
            return None
        found = [*self._from_claims(stated, says), *self._from_classes(stated, says)]
        if not found:
            found = self._from_converse(stated, says)
        classed = self._as_class(stated)
        if classed is not None:
            found.extend((*self._from_claims(classed, says), *self._from_classes(classed, says)))
        if not found and classed is not None:
            found = [*self._from_parts(classed, says), *self._from_members(classed, says)]
        if not found:
            found = [*self._from_parts(stated, says), *self._from_members(stated, says)]
        return _settled(found)

    def decide_together(self, stated: Sequence[Proposition]) -> Decision | None:
        """The verdict of a claim that says these things together, as "X, so Y" does; or None."""
        if len(stated) < 2:
            return None
        numbers: dict[int, None] = {}
        for each in stated:
            for key in self._keys(each.root):
                for number in self.store.get("joint index", key) or ():
                    numbers[number] = None
        for number in sorted(numbers)[:MOST_CANDIDATES]:
            claim_id, verdict, _, packed, sentence = self.store.get("joint", str(number))
            if len(packed) != len(stated):
                continue
            claimed = [unpack_proposition(data) for data in packed]
            if self._all_same(claimed, list(stated)):
                leaf = replace(given(self.store, claim_id), says=sentence)
                return Decision(Verdict(verdict), leaf, (claim_id,), MatchKind.VARIANT)
        return None

    def _all_same(self, claimed: list[Proposition], stated: list[Proposition]) -> bool:
        for proposition in claimed:
            twin = next((each for each in stated if self._same(proposition, each)), None)
            if twin is None:
                return False
            stated.remove(twin)
        return True

    def _same(self, claim: Proposition, stated: Proposition) -> bool:
        if (claim.polarity, claim.duty, claim.duty_negated) != (
            stated.polarity,
            stated.duty,
            stated.duty_negated,
        ):
            return False
        match = lay(claim, stated, self.aligner)
        return (
            match is not None
            and match.rest.is_equal
            and match.topic.is_equal
            and claim.strength == stated.strength
        )

    def candidates(self, stated: Proposition) -> list[Candidate]:
        """Propositions of the KB that share the predicate and an argument with this one."""
        numbers: dict[int, None] = {}
        for key in self._keys(stated.root):
            for number in self.store.get("index", key) or ():
                numbers[number] = None
            if len(numbers) > MOST_CANDIDATES:
                break
        return [self._candidate(number) for number in sorted(numbers)[:MOST_CANDIDATES]]

    def _candidate(self, number: int) -> Candidate:
        known = self._known.get(number)
        if known is None:
            claim_id, verdict, wording, data, sentence = self.store.get("prop", str(number))
            proposition = unpack_proposition(data)
            known = Candidate(claim_id, Verdict(verdict), wording, proposition, sentence)
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            self._known[number] = known
        return known

    def _keys(self, root: Node) -> list[str]:
        keys = dict.fromkeys(index_keys(root))
        for role, node in root.edges:
            if role == "adv" or node.kind == "value":
                continue
            for above in self.taxonomy.above(node)[1:]:
                keys[f"{root.head}|{above.node.head}"] = None
        return list(keys)

    def _from_claims(self, stated: Proposition, says: str) -> list[_Found]:
        found: list[_Found] = []
        relation = self._relation(stated.root.head)
        for candidate in self.candidates(stated):
            match = lay(
                candidate.proposition,
                stated,
                self.aligner,
                objects_inherit="object" in relation.get("inherited_by", ()),
                is_symmetric=bool(relation.get("symmetric")),
            )
            if match is None:
                continue
            judgement = judge(candidate.proposition, candidate.verdict, stated, match)
            if judgement is not None:
                found.append(self._found(candidate, judgement, says))
        if stated.root.head == "cmp":
            found.extend(self._reversed(stated, says))
        if stated.root.head in ("cmp", "as"):
            found.extend(self._level(stated, says))
        return found

    def _relation(self, head: str) -> dict[str, Any]:
        return (self.store.get("relation", head[1:]) or {}) if head.startswith("=") else {}

    def _reversed(self, stated: Proposition, says: str) -> list[_Found]:
        """ "A is more X than B" rules out "B is more X than A"."""
        subject, than = stated.root.get("subj"), stated.root.get("than")
        if subject is None or than is None:
            return []
        swapped = {"subj": than, "than": subject}
        turned = replace(
            stated,
            root=replace(
                stated.root,
                edges=tuple((role, swapped.get(role, node)) for role, node in stated.root.edges),
            ),
        )
        return self._ruled_out(turned, stated, says)

    def _level(self, stated: Proposition, says: str) -> list[_Found]:
        """ "A is as X as B" and "A is more X than B" rule each other out."""
        other = "as" if stated.root.head == "cmp" else "cmp"
        turned = replace(stated, root=replace(stated.root, head=other), polarity=True)
        swapped = {"subj": stated.root.get("than"), "than": stated.root.get("subj")}
        edges = tuple((role, swapped.get(role) or node) for role, node in turned.root.edges)
        flipped = replace(turned, root=replace(turned.root, edges=edges))
        return [
            *self._ruled_out(turned, stated, says),
            *self._ruled_out(flipped, stated, says),
        ]

    def _ruled_out(self, query: Proposition, stated: Proposition, says: str) -> list[_Found]:
        """The claims that support a query with which the statement cannot hold."""
        found = []
        affirmed = replace(query, polarity=True)
        verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
        for candidate in self.candidates(query):
            match = lay(candidate.proposition, query, self.aligner)
            judgement = match and judge(candidate.proposition, candidate.verdict, affirmed, match)
            if (
                judgement
                and judgement.verdict is Verdict.SUPPORTED
                and candidate.proposition.polarity
            ):
                found.append(self._found(candidate, replace(judgement, verdict=verdict), says))
        return found

    def _from_converse(self, stated: Proposition, says: str) -> list[_Found]:
        """ "No A is a B" read backwards, and "every A is a B" for what is no B."""
        root = stated.root
        subject, target = root.get("subj"), root.get("obj")
        if root.head != "isa" or subject is None or target is None or len(root.edges) != 2:
            return []
        if (
            subject.quant not in ("", "some", "the", "all")
            or stated.duty
            or target.quant not in ("", "a")
        ):
            return []
        verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
        bare = replace(subject, quant="")
        for above in self.taxonomy.above(bare)[:MOST_ABOVE]:
            edges = (("subj", replace(target, quant="some")), ("obj", above.node))
            query = Proposition(Node("isa", "verb", edges))
            denied = [
                f
                for f in self._from_claims(query, says)
                if f.verdict is Verdict.REFUTED and f.is_direct
            ]
            if denied:
                proof = Derived(says, "the other way round", (denied[0].proof, *above.steps))
                return [_Found(verdict, above.distance + 1, 1, proof, denied[0].claims, 0, False)]
        if subject.quant in ("", "the"):
            for above in self.taxonomy.above(replace(target, quant=""))[1:MOST_ABOVE]:
                edges = (("subj", bare), ("obj", above.node))
                query = Proposition(Node("isa", "verb", edges))
                denied = [f for f in self._from_claims(query, says) if f.verdict is Verdict.REFUTED]
                if denied:
                    proof = Derived(says, "class", (denied[0].proof, *above.steps))
                    return [
                        _Found(verdict, above.distance + 1, 1, proof, denied[0].claims, 0, False)
                    ]
        return []

    def _found(self, candidate: Candidate, judgement: Judgement, says: str) -> _Found:
        leaf: Proof = (
            Given(candidate.sentence)
            if candidate.wording == ENTITY_DATA
            else replace(given(self.store, candidate.claim_id), says=candidate.sentence)
        )
        claim_id = () if candidate.wording == ENTITY_DATA else (candidate.claim_id,)
        steps = (*judgement.match.topic.steps, *judgement.match.rest.steps)
        proof: Proof = leaf
        rule = ""
        if judgement.is_witness:
            rule = "counterexample" if judgement.verdict is Verdict.REFUTED else "example"
        elif steps:
            rule = "class"
        elif judgement.match.rest.conflict:
            rule = "one value"
        if rule:
            proof = Derived(says, rule, (leaf, *steps))
        others = tuple(step.claim_id for step in steps if isinstance(step, Given) and step.claim_id)
        return _Found(
            judgement.verdict,
            judgement.match.distance,
            judgement.rank,
            proof,
            tuple(dict.fromkeys((*claim_id, *others))),
            candidate.wording,
            not steps and not judgement.is_witness and not judgement.match.rest.conflict,
        )

    # -- classes ------------------------------------------------------------------------------

    def _from_classes(self, stated: Proposition, says: str) -> list[_Found]:
        """ "X is a Y" from what is a kind of what, and what excludes what."""
        root = stated.root
        subject, target = root.get("subj"), root.get("obj")
        if root.head != "isa" or subject is None or target is None or stated.duty:
            return []
        if (
            subject.kind != "noun"
            or target.kind != "noun"
            or subject.quant in ("many", "few", "most")
        ):
            return []
        if target.quant in ("most", "all", "only"):
            return []
        more = [role for role, _ in root.edges if role not in ("subj", "obj")]
        if more and (not stated.polarity or any(role not in ADDED for role in more)):
            return []
        if any(
            role == "in" and not self.store.get("members", node.head) for role, node in root.edges
        ):
            return []  # what a thing is may differ from place to place
        found: list[_Found] = []
        same = self.aligner.align(target, subject)
        if (
            same is not None
            and same.is_equal
            and subject.quant in ("", "all", "the")
            and not subject.edges
        ):
            return []
        up = self.aligner.is_a(replace(subject, quant=""), replace(target, quant="", value=None))
        if (
            up is not None
            and not more
            and stated.strength in ("generic", "usually", "often", "may", "always")
        ):
            verdict = Verdict.SUPPORTED if stated.polarity else Verdict.REFUTED
            found.append(self._classed(verdict, says, "class", up.steps, max(1, up.distance)))
        bare = replace(
            target,
            edges=tuple(edge for edge in target.edges if edge[0] == "mod"),
            quant="",
            value=None,
        )
        apart = self.taxonomy.apart(replace(subject, quant=""), bare)
        if (apart is not None and stated.strength != "rarely" and subject.quant != "all") or (
            apart is not None and stated.polarity
        ):
            verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
            found.append(
                self._classed(verdict, says, "disjoint classes", apart or (), len(apart or ()))
            )
        return found

    def _classed(
        self, verdict: Verdict, says: str, rule: str, steps: tuple[Proof, ...], distance: int
    ) -> _Found:
        claims = tuple(
            dict.fromkeys(
                step.claim_id for step in steps if isinstance(step, Given) and step.claim_id
            )
        )
        proof = Derived(says, rule, steps) if steps else Given(says)
        return _Found(verdict, distance, 1, proof, claims, 0, False)

    def _as_class(self, stated: Proposition) -> Proposition | None:
        """ "X is in Y" as "X is a Y", where Y is a class that the knowledge base puts things in."""
        root = stated.root
        place = root.get("in")
        if root.head != "at" or place is None or not place.head.startswith("@") or place.edges:
            return None
        if not self.store.get("members", place.head):
            return None
        edges = tuple(("obj" if node is place else role, node) for role, node in root.edges)
        return replace(stated, root=replace(root, head="isa", edges=edges))

    def _from_parts(self, stated: Proposition, says: str) -> list[_Found]:
        """ "X is an A B": X is a B, and X is A."""
        root = stated.root
        subject, target = root.get("subj"), root.get("obj")
        if (
            root.head != "isa"
            or subject is None
            or target is None
            or target.kind != "noun"
            or stated.duty
        ):
            return []
        adjectives = [
            node
            for role, node in target.edges
            if role == "mod" and (node.kind == "adj" or self._is_class_of(node, target))
        ]
        if _has_compound(target):
            return []
        if not adjectives or any(node.head in self.grammar.non_intersective for node in adjectives):
            return []
        rest = tuple(edge for edge in root.edges if edge[0] not in ("subj", "obj"))
        supported: list[Decision] = []
        plain = replace(
            target, edges=tuple(edge for edge in target.edges if edge[1] not in adjectives)
        )
        affirmed = replace(stated, polarity=True)
        own = tuple(edge for edge in rest if edge[0] not in ("from", "of"))  # "relief from pain"
        queries = [self._quality(affirmed, node, subject, own) for node in adjectives]
        is_light = plain.head in self.grammar.light_nouns and not plain.edges
        whole = (
            None
            if is_light
            else replace(
                affirmed, root=replace(root, edges=(("subj", subject), ("obj", plain), *rest))
            )
        )
        is_open = False
        for query in (*queries, *([whole] if whole else [])):
            settled = _settled([*self._from_claims(query, says), *self._from_classes(query, says)])
            if settled is not None and settled.verdict is Verdict.REFUTED:
                verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
                return [
                    _Found(
                        verdict,
                        1,
                        1,
                        Derived(says, "both must hold", (settled.proof,)),
                        settled.claims,
                        0,
                        False,
                    )
                ]
            if settled is None or settled.verdict is not Verdict.SUPPORTED:
                if (
                    settled is not None
                    and settled.verdict is Verdict.MISLEADING
                    and stated.polarity
                ):
                    return [
                        _Found(
                            Verdict.MISLEADING,
                            1,
                            1,
                            Derived(says, "both must hold", (settled.proof,)),
                            settled.claims,
                            0,
                            False,
                        )
                    ]
                is_open = True
                continue
            supported.append(settled)
        if is_open or not supported:
            return []
        verdict = Verdict.SUPPORTED if stated.polarity else Verdict.REFUTED
        claims = tuple(dict.fromkeys(claim for each in supported for claim in each.claims))
        return [
            _Found(
                verdict,
                1,
                1,
                Derived(says, "both hold", tuple(each.proof for each in supported)),
                claims,
                0,
                False,
            )
        ]

    def _quality(
        self, affirmed: Proposition, quality: Node, subject: Node, rest: tuple[Edge, ...]
    ) -> Proposition:
        """ "X is A" for a quality A of the class that X is said to be in."""
        if quality.kind == "noun":
            kind = replace(quality, negated=False)
            root = Node("isa", "verb", (("subj", subject), ("obj", kind), *rest))
        else:
            root = Node(quality.head, "adj", (("subj", subject), *quality.edges, *rest))
        return replace(affirmed, root=root, polarity=not quality.negated)

    def _is_class_of(self, quality: Node, target: Node) -> bool:
        """Whether "A B" says that something is an A as well as a B: both are kinds of one thing."""
        if not (quality.head.startswith("@") and target.head.startswith("@")):
            return False
        first = {above.node.head for above in self.taxonomy.above(Node(quality.head))[1:]}
        second = {above.node.head for above in self.taxonomy.above(Node(target.head))}
        return bool(first & second)

    def _from_members(self, stated: Proposition, says: str) -> list[_Found]:
        """Some, all, none, or a bare generic over a class, judged by its members."""
        root = stated.root
        subject = root.get("subj")
        if (
            subject is None
            or subject.edges
            or stated.duty
            or subject.quant in ("most", "many", "few", "the")
        ):
            return []
        for_it: Decision | None = None
        against: Decision | None = None
        affirmed = replace(stated, polarity=True)
        for head in self._members_to_try(root, subject):
            member = Node(head, "noun") if "(" not in head and "=" not in head else None
            if member is None:
                continue
            query = replace(
                affirmed,
                root=replace(
                    root,
                    edges=tuple(
                        ("subj", member) if each is subject else (role, each)
                        for role, each in root.edges
                    ),
                ),
            )
            settled = _settled([*self._from_claims(query, says), *self._from_classes(query, says)])
            if settled is None:
                continue
            if settled.verdict is Verdict.SUPPORTED and for_it is None:
                for_it = settled
            elif settled.verdict is Verdict.REFUTED and against is None:
                against = settled
            if for_it and against:
                break
        quant = subject.quant
        holds: tuple[Verdict, str, Decision] | None = None
        if quant == "some" and for_it:
            holds = (Verdict.SUPPORTED, "example", for_it)
        elif quant == "all" and against:
            holds = (Verdict.REFUTED, "counterexample", against)
        if holds is not None:
            verdict, rule, settled = holds
            if not stated.polarity:
                verdict = Verdict.REFUTED if verdict is Verdict.SUPPORTED else Verdict.SUPPORTED
                rule = "counterexample" if verdict is Verdict.REFUTED else "example"
            return [
                _Found(
                    verdict, 1, 1, Derived(says, rule, (settled.proof,)), settled.claims, 0, False
                )
            ]
        if quant in ("",) and for_it and against and stated.strength == "generic":
            proof = Derived(says, "members disagree", (for_it.proof, against.proof))
            return [
                _Found(
                    Verdict.MISLEADING,
                    1,
                    1,
                    proof,
                    tuple(dict.fromkeys((*for_it.claims, *against.claims))),
                    0,
                    False,
                )
            ]
        return []

    def _members_to_try(self, root: Node, subject: Node) -> list[str]:
        below = self.taxonomy.below(key_of(subject))
        return below if len(below) <= MOST_MEMBERS else []


def _is_contentful(root: Node) -> bool:
    """Whether a proposition is about anything in particular: not "go here", not "you get it"."""
    if root.head == "nominal":
        return False
    return any(
        node.kind in ("noun", "verb", "value") and node.head not in ("people", "thing", "something")
        for role, node in root.edges
        if role not in ("adv",)
    )


def _has_compound(target: Node) -> bool:
    """Whether two modifiers make one word: what is "sugar-free" is neither sugar nor free."""
    kinds = [node.kind for role, node in target.edges if role == "mod"]
    return any(pair == ("noun", "adj") for pair in pairwise(kinds))


def _settled(found: list[_Found]) -> Decision | None:
    """The verdict of the nearest claims; equally near ones that disagree make it misleading."""
    if not found:
        return None
    misleading = [
        each
        for each in found
        if each.verdict is Verdict.MISLEADING and each.distance == 0 and each.rank == 0
    ]
    if misleading:
        return _decision(misleading[0], misleading)
    certain = [each for each in found if each.rank < 2] or found
    nearest = min(each.distance for each in certain)
    near = [each for each in certain if each.distance == nearest]
    decided = [each for each in near if each.verdict is not Verdict.MISLEADING] or near
    verdicts = {each.verdict for each in decided}
    decided.sort(key=lambda each: (each.rank, not each.is_direct, abs(each.wording), each.claims))
    if len(verdicts) > 1:
        best = decided[0]
        other = next(each for each in decided if each.verdict is not best.verdict)
        proof = Derived("The knowledge base says both.", "conflict", (best.proof, other.proof))
        claims = tuple(dict.fromkeys((*best.claims, *other.claims)))
        return Decision(Verdict.MISLEADING, proof, claims, MatchKind.DERIVED, is_conflict=True)
    return _decision(decided[0], decided)


def _decision(best: _Found, all_: list[_Found]) -> Decision:
    same = [
        each for each in all_ if each.verdict is best.verdict and each.is_direct == best.is_direct
    ]
    claims = (
        tuple(dict.fromkeys(claim for each in same[:4] for claim in each.claims))
        if best.is_direct
        else best.claims
    )
    return Decision(
        best.verdict, best.proof, claims, MatchKind.VARIANT if best.is_direct else MatchKind.DERIVED
    )
