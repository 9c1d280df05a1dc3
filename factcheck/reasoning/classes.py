"""What follows from what is a kind of what: for a class, its parts and its members."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.knowledge.coding import key_of, node_of
from factcheck.language.saying import sentence_of
from factcheck.model.proposition import Edge, Node, Proposition
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.reasoning.candidates import FromClaims
from factcheck.reasoning.duties import is_affirmed
from factcheck.reasoning.laying import is_utmost
from factcheck.reasoning.proving import Prover
from factcheck.reasoning.settling import Decision, Found, settle

MOST_MEMBERS = 80  # a bare generic over a wider class is loose talk, not a claim about each member
EACH = ("", "all", "any")  # quantities of what holds of each of a kind


@dataclass(slots=True)
class FromClasses(FromClaims):
    """What follows from what is a kind of what: for a class, its parts and its members."""

    _prover: Prover | None = None

    def _from_classes(self, stated: Proposition, says: str) -> list[Found]:
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
        if target.quant in ("most", "all", "only") or is_utmost(target, self.grammar):
            return []
        if any(node.head in self.grammar.privative for _, node in root.edges):
            return []  # what was once a toy need not be one, nor need it be none
        if any(node.head in ("formerly", "future") for _, node in root.edges):
            return []  # what a thing used to be or will be, its classes do not say
        more = [role for role, _ in root.edges if role not in ("subj", "obj")]
        if more and (not stated.polarity or any(role not in self.grammar.added for role in more)):
            return []
        if any(
            role == "in" and not self.store.get("members", node.head) for role, node in root.edges
        ):
            return []  # what a thing is may differ from place to place
        found: list[Found] = []
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
        once = any(node.head in self.grammar.privative for _, node in target.edges)
        apart = None if once else self.taxonomy.apart(replace(subject, quant=""), bare)
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
    ) -> Found:
        claims = tuple(
            dict.fromkeys(
                step.claim_id for step in steps if isinstance(step, Given) and step.claim_id
            )
        )
        proof = Derived(says, rule, steps) if steps else Given(says)
        return Found(verdict, distance, 1, proof, claims, 0, False)

    def _from_rules(self, stated: Proposition) -> list[Found]:
        """What rules make of a statement: it follows, or its opposite does."""
        prover = self.prover()
        for_it, against = prover.prove(stated), prover.prove(stated.negated())
        found = []
        for verdict, one, other in (
            (Verdict.SUPPORTED, for_it, against),
            (Verdict.REFUTED, against, for_it),
        ):
            if one is None or (other is not None and prover.is_narrower(other, one)):
                continue
            depth = one.depth if other is None else 1  # a long proof is no worse than a short one
            found.append(Found(verdict, depth, 1, one.proof, one.claims, 0, False))
            if one.second is not None:
                found.append(Found(verdict, depth, 1, *one.second, 0, False))
        return found

    def prover(self) -> Prover:
        """What proves statements from the rules."""
        if self._prover is None:
            self._prover = Prover(self.store, self.taxonomy, self._known_of)
        return self._prover

    def _known_of(self, stated: Proposition) -> Decision | None:
        """What claims and classes say of a statement, rules aside."""
        says = sentence_of(stated)
        return settle([*self._from_claims(stated, says), *self._from_classes(stated, says)])

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

    def _from_parts(self, stated: Proposition, says: str) -> list[Found]:
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
            settled = settle([*self._from_claims(query, says), *self._from_classes(query, says)])
            settled = settled or settle(self._from_rules(query))
            if settled is not None and settled.verdict is Verdict.REFUTED:
                verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
                return [
                    Found(
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
                        Found(
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
            Found(
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

    def _from_members(self, stated: Proposition, says: str) -> list[Found]:
        """Some, all, none, or a bare generic over a class, judged by its members."""
        role = "subj" if stated.root.get("subj") is not None else "obj"
        kind = stated.root.get(role)
        if kind is None or kind.kind != "noun" or kind.quant in ("most", "many", "few", "the"):
            return []
        if any(each != "mod" for each, _ in kind.edges):
            return []
        says_so = is_affirmed(stated)
        affirmed = affirmative(stated)
        for_it: Decision | None = None
        against: Decision | None = None
        for member in self._members(affirmed, kind):
            query = _about(affirmed, role, kind, member)
            settled = settle([*self._from_claims(query, says), *self._from_classes(query, says)])
            settled = settled or settle(self._from_rules(query))
            if settled is None:
                continue
            if settled.verdict is Verdict.SUPPORTED and for_it is None:
                for_it = settled
            elif settled.verdict is Verdict.REFUTED and against is None:
                against = settled
            if for_it and against:
                break
        if kind.quant == "some" and for_it:
            verdict = Verdict.SUPPORTED if says_so else Verdict.REFUTED
            rule = "example" if says_so else "counterexample"
            return [self._shown(verdict, says, rule, for_it)]
        if kind.quant == "all" and against:
            verdict = Verdict.REFUTED if says_so else Verdict.SUPPORTED
            rule = "counterexample" if says_so else "example"
            return [self._shown(verdict, says, rule, against)]
        if not kind.quant and for_it and against and stated.strength in ("generic", "may"):
            return [self._shown(Verdict.MISLEADING, says, "members disagree", for_it, against)]
        return []

    def _shown(self, verdict: Verdict, says: str, rule: str, *by: Decision) -> Found:
        claims = tuple(dict.fromkeys(claim for each in by for claim in each.claims))
        proof = Derived(says, rule, tuple(each.proof for each in by))
        return Found(verdict, 1, 1, proof, claims, 0, False)

    def _members(self, affirmed: Proposition, kind: Node) -> list[Node]:
        """Members of a class, those that are placed in it and those that claims speak of."""
        bare = replace(kind, quant="")
        below = self.taxonomy.below(key_of(bare))
        found = {key: node_of(key) for key in (below if len(below) <= MOST_MEMBERS else ())}
        for candidate in self.candidates(affirmed):
            for _, node in candidate.proposition.root.edges:
                if node.kind != "noun" or node.quant not in EACH:
                    continue
                is_plain = not (node.quant or node.negated)
                plain = node if is_plain else replace(node, quant="", negated=False)
                if self._is_kind_of(plain, bare):
                    found.setdefault(key_of(plain), plain)
        return [member for member in found.values() if member is not None]

    def _is_kind_of(self, member: Node, kind: Node) -> bool:
        """Whether a noun phrase names some of a kind: by its modifiers or by its class."""
        fit = self.aligner.align(kind, member)
        if fit is None or fit.missing or fit.conflict or fit.wider:
            return False
        if any(role != "mod" or n.head in self.grammar.privative for role, n in fit.extra):
            return False
        return bool(fit.extra) or fit.narrower

    def _from_partial(self, stated: Proposition, says: str) -> Found | None:
        """A bare generic inside that holds of some of a kind, by one claim, and not of others."""
        if not is_affirmed(stated):
            return None
        topic = stated.root.get("subj") or stated.root.get("obj")
        for role, node in stated.root.edges:
            if node is topic or node.kind != "noun" or node.quant:
                continue
            found: dict[Verdict, Decision] = {}
            for candidate in self.candidates(stated):
                other = candidate.proposition.root.get(role)
                if other is None or other.quant not in EACH or not self._is_kind_of(other, node):
                    continue
                of_it = self._from_claim(candidate, _about(stated, role, node, other), says)
                settled = None if of_it is None or of_it.is_partial else settle([of_it])
                if settled is not None:
                    found.setdefault(settled.verdict, settled)
            for_it, against = found.get(Verdict.SUPPORTED), found.get(Verdict.REFUTED)
            if for_it and against:
                return self._shown(Verdict.MISLEADING, says, "members disagree", for_it, against)
        return None


def affirmative(stated: Proposition) -> Proposition:
    """The proposition that a denied one denies, or the proposition itself."""
    return replace(stated, duty_negated=False) if stated.duty else replace(stated, polarity=True)


def _about(stated: Proposition, role: str, node: Node, other: Node) -> Proposition:
    """The same said of something else."""
    edges = tuple((r, other if (r, n) == (role, node) else n) for r, n in stated.root.edges)
    return replace(stated, root=replace(stated.root, edges=edges))


def _has_compound(target: Node) -> bool:
    """Whether two modifiers make one word: what is "sugar-free" is neither sugar nor free."""
    kinds = [node.kind for role, node in target.edges if role == "mod"]
    return any(pair == ("noun", "adj") for pair in pairwise(kinds))
