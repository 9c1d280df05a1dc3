"""What a noun phrase takes for granted: "our EU-approved lift" says that the lift is approved.

Only definite phrases in affirmed clauses take anything for granted, and what they do counts only
when it turns out wrong: nobody says it outright.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language import words
from factcheck.language.grammar import Grammar
from factcheck.model.proposition import Edge, Node, Proposition


def presupposed(proposition: Proposition, grammar: Grammar) -> list[Proposition]:
    """Propositions that the definite phrases of this one take for granted, in order."""
    if not proposition.polarity or proposition.duty_negated:
        return []
    found: list[Proposition] = []
    root = proposition.root
    beside = tuple(edge for edge in root.edges if edge[0] in ("for", "as"))
    for role, node in root.edges:
        if role in grammar.presupposing and node.kind == "noun" and node.quant == "the":
            found.extend(_of(node, beside, grammar))
    return found


def _of(node: Node, beside: tuple[Edge, ...], grammar: Grammar) -> list[Proposition]:
    found: list[Proposition] = []
    for index, (role, quality) in enumerate(node.edges):
        if role != "mod" or quality.kind != "adj" or quality.head in grammar.non_intersective:
            continue
        before = node.edges[index - 1] if index else None
        verb = _participle(quality)
        agent = (
            before if verb and before and before[0] == "mod" and before[1].kind == "noun" else None
        )
        kept = tuple(edge for edge in node.edges if edge[1] is not quality and edge is not agent)
        bare = replace(node, edges=kept, quant="")
        if verb and agent is not None:
            root = Node(verb, "verb", (("subj", agent[1]), ("obj", bare), *beside))
        else:
            root = Node(quality.head, "adj", (("subj", bare), *quality.edges))
        found.append(Proposition(root, polarity=not quality.negated))
    return found


def _participle(quality: Node) -> str:
    """The verb of a past participle used as an adjective, "" for any other word."""
    if any(word.tag == "VB" and word.lemma == quality.head for word in words.lookup(quality.head)):
        return quality.head
    return next((word.lemma for word in words.lookup(quality.head) if word.tag == "VBN"), "")
