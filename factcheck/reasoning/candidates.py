"""What single claims say of a statement."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from factcheck.knowledge.canonical import index_keys
from factcheck.knowledge.coding import ENTITY_DATA, unpack_proposition
from factcheck.language.grammar import Grammar
from factcheck.language.lexicon import Store
from factcheck.model.proposition import Node, Proposition
from factcheck.model.result import Derived, Given, Proof
from factcheck.model.verdict import Verdict
from factcheck.reasoning.alignment import Aligner
from factcheck.reasoning.judging import Judgement, judge
from factcheck.reasoning.laying import Match, lay
from factcheck.reasoning.settling import Found
from factcheck.reasoning.taxonomy import Taxonomy, given
from factcheck.reasoning.times import Times

MOST_CANDIDATES = 600
MOST_ABOVE = 24
MOST_KNOWN = 50_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition of the knowledge base and the claim it belongs to."""

    claim_id: str
    verdict: Verdict
    wording: int
    proposition: Proposition
    sentence: str


@dataclass(slots=True)
class FromClaims:
    """What single claims of one knowledge base say of statements, as of one date."""

    store: Store
    grammar: Grammar
    as_of: date
    times: Times = field(init=False)
    taxonomy: Taxonomy = field(init=False)
    aligner: Aligner = field(init=False)
    _known: dict[int, Candidate] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.times = Times(self.store.get("meta", "bounds") or {}, self.as_of)
        self.taxonomy = Taxonomy(self.store, self.grammar, self.times)
        self.aligner = Aligner(self.taxonomy, self.as_of)

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

    def _from_claims(self, stated: Proposition, says: str) -> list[Found]:
        found: list[Found] = []
        for candidate in self.candidates(stated):
            each = self._from_claim(candidate, stated, says)
            if each is not None:
                found.append(each)
        found.extend(self._contrary(stated, says))
        if stated.root.head == "cmp":
            found.extend(self._reversed(stated, says))
        if stated.root.head in ("cmp", "as"):
            found.extend(self._level(stated, says))
        return found

    def _from_claim(self, candidate: Candidate, stated: Proposition, says: str) -> Found | None:
        if candidate.claim_id in self.times.bounds:
            return self._in_time(candidate, stated, says)
        match = self.laid(candidate, stated)
        if match is None:
            return None
        judgement = judge(candidate.proposition, candidate.verdict, stated, match, self.grammar)
        return None if judgement is None else self._found(candidate, judgement, says)

    def _in_time(self, candidate: Candidate, stated: Proposition, says: str) -> Found | None:
        """What a claim that holds for a time says: of that time, or of an unnamed one in the past.

        Of an unnamed time it only supports, since another such time may be meant.
        """
        claim_id, claim = candidate.claim_id, candidate.proposition
        meant = self.times.meant(claim_id, claim, stated, self.aligner.dated)
        if meant is None:
            return None
        timeless = replace(candidate, proposition=meant.claim)
        match = self.laid(timeless, meant.stated)
        if match is None:
            return None
        judged = judge(meant.claim, candidate.verdict, meant.stated, match, self.grammar)
        if judged is None:
            return None
        if not meant.is_named and not self.times.is_now(claim_id):
            is_never = not meant.stated.polarity and meant.stated.strength == "may"
            if judged.verdict is (Verdict.SUPPORTED if is_never else Verdict.REFUTED):
                return None
        return self._found(candidate, judged, says)

    def elsewhen(self, stated: Proposition) -> str:
        """The claim that would decide a statement if it held at the date, and when it held."""
        for candidate in self.candidates(stated) if self.times.bounds else ():
            note = self.times.note(candidate.claim_id)
            match = self.laid(candidate, stated) if note else None
            claim, verdict = candidate.proposition, candidate.verdict
            if match is not None and judge(claim, verdict, stated, match, self.grammar):
                return f"“{candidate.sentence}” {note}."
        return ""

    def laid(self, candidate: Candidate, stated: Proposition) -> Match | None:
        """The statement laid over the claim, by what the KB declares of the relation."""
        relation = self._relation(stated.root.head)
        return lay(
            candidate.proposition,
            stated,
            self.aligner,
            objects_inherit="object" in relation.get("inherited_by", ()),
            is_symmetric=bool(relation.get("symmetric")),
        )

    def _relation(self, head: str) -> dict[str, Any]:
        return (self.store.get("relation", head[1:]) or {}) if head.startswith("=") else {}

    def _contrary(self, stated: Proposition, says: str) -> list[Found]:
        """ "X raises Y" rules out "X lowers Y", but not that it can, or that some of it does."""
        subject = stated.root.get("subj")
        if stated.strength != "generic" or stated.duty or subject is None:
            return []
        thing = stated.root.get("obj")
        if subject.quant not in ("", "the", "all"):
            return []
        if thing is not None and thing.quant == "the" and not thing.edges:
            return []  # a crank that raises the bucket lowers it too
        found = []
        for head in self.store.get("contrary", stated.root.head) or ():
            turned = replace(stated, root=replace(stated.root, head=head))
            found.extend(self._ruled_out(turned, stated, says, is_exact=True))
        return found

    def _reversed(self, stated: Proposition, says: str) -> list[Found]:
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

    def _level(self, stated: Proposition, says: str) -> list[Found]:
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

    def _ruled_out(
        self, query: Proposition, stated: Proposition, says: str, *, is_exact: bool = False
    ) -> list[Found]:
        """The claims that support a query with which the statement cannot hold."""
        found = []
        affirmed = replace(query, polarity=True)
        verdict = Verdict.REFUTED if stated.polarity else Verdict.SUPPORTED
        for candidate in self.candidates(query):
            if not self.times.is_now(candidate.claim_id):
                continue
            match = lay(candidate.proposition, query, self.aligner)
            judgement = match and judge(
                candidate.proposition, candidate.verdict, affirmed, match, self.grammar
            )
            if is_exact and (
                match is None
                or not match.rest.is_equal
                or candidate.proposition.strength in ("may", "rarely")
            ):
                continue
            if (
                judgement
                and judgement.verdict is Verdict.SUPPORTED
                and candidate.proposition.polarity
            ):
                found.append(self._found(candidate, replace(judgement, verdict=verdict), says))
        return found

    def _from_converse(self, stated: Proposition, says: str) -> list[Found]:
        """ "No A is a B" read backwards, and "every A is a B" for what is no B."""
        root = stated.root
        subject, target = root.get("subj"), root.get("obj")
        if root.head != "isa" or subject is None or target is None or len(root.edges) != 2:
            return []
        if (
            subject.quant not in ("", "some", "the", "all")
            or stated.duty
            or target.quant not in ("", "a")
            or any(node.head in self.grammar.privative for _, node in target.edges)
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
                return [Found(verdict, above.distance + 1, 1, proof, denied[0].claims, 0, False)]
        if subject.quant in ("", "the"):
            for above in self.taxonomy.above(replace(target, quant=""))[1:MOST_ABOVE]:
                edges = (("subj", bare), ("obj", above.node))
                query = Proposition(Node("isa", "verb", edges))
                denied = [f for f in self._from_claims(query, says) if f.verdict is Verdict.REFUTED]
                if denied:
                    proof = Derived(says, "class", (denied[0].proof, *above.steps))
                    return [
                        Found(verdict, above.distance + 1, 1, proof, denied[0].claims, 0, False)
                    ]
        return []

    def _found(self, candidate: Candidate, judgement: Judgement, says: str) -> Found:
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
        return Found(
            judgement.verdict,
            judgement.match.distance,
            judgement.rank,
            proof,
            tuple(dict.fromkeys((*claim_id, *others))),
            candidate.wording,
            not steps and not judgement.is_witness and not judgement.match.rest.conflict,
            bool(judgement.match.rest.missing),
        )
