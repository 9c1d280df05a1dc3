"""A reader over tagged tokens, with what every part of the grammar needs to look around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from factcheck.language.draft import Draft
from factcheck.language.grammar import Grammar
from factcheck.language.tagset import ADV
from factcheck.language.tokens import Token
from factcheck.model.place import Span
from factcheck.model.proposition import Edge, Node
from factcheck.model.result import Cue


@dataclass(slots=True)
class Reader:
    """Tokens with a place among them; methods take what they understand and leave the rest.

    `sides` collects what is said in passing, `held` the clauses that a noun holds ("the idea that
    ..."), `asides` what stands between a subject and its verb, `also` denied objects of a verb with
    affirmed ones, `likened` and `unlike` what a clause sets its subject beside, `relatives` the
    clauses that hang on nouns, `unread` words of asides that were not understood. `infers` is
    whether one thing is said to follow from another, `leading` how deep in an adjunct before the
    subject the reader is, `fronting` whether it is in one that no comma closes, `opening` whether
    it is in a gerund that opens a clause or a relative clause of a subject, `preposition` the one
    whose noun phrases are read; `takes_not` whether "not" behind an auxiliary denies.
    """

    tokens: list[Token]
    grammar: Grammar
    i: int = 0
    depth: int = 0
    leading: int = 0
    fronting: bool = False
    opening: bool = False
    is_asked: bool = False
    preposition: str = ""
    takes_not: bool = False
    expletive: bool = False
    unreal: list[Cue] = field(default_factory=list)
    sides: list[Draft] = field(default_factory=list)
    held: list[tuple[str, list[Draft]]] = field(default_factory=list)
    asides: list[tuple[str, list[Node]]] = field(default_factory=list)
    also: list[tuple[Draft, list[Node]]] = field(default_factory=list)
    as_what: list[Node] = field(default_factory=list)
    relatives: list[tuple[Node, Draft]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    infers: bool = False
    likened: list[Node] = field(default_factory=list)
    unlike: list[Node] = field(default_factory=list)

    def over(self, tokens: list[Token]) -> Self:
        """A reader of the same kind over other tokens, one level deeper."""
        return type(self)(tokens, self.grammar, depth=self.depth + 1, relatives=self.relatives)

    def beside(self, word: str, nodes: list[Node]) -> None:
        """Keeps what "like" or "unlike" sets a subject beside."""
        (self.likened if word == "like" else self.unlike).extend(nodes)

    def at(self, k: int = 0) -> Token | None:
        """The token `k` places ahead, or None past the end."""
        index = self.i + k
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def tag(self, k: int = 0) -> str:
        """The tag of the token `k` places ahead, "" past the end."""
        token = self.at(k)
        return token.tag if token else ""

    def low(self, k: int = 0) -> str:
        """The token `k` places ahead in lower case, "" past the end."""
        token = self.at(k)
        return token.low if token else ""

    def phrase(self, table: Mapping[tuple[str, ...], str], longest: int = 4) -> tuple[str, int]:
        """The label of the longest phrase of the table that starts here, and its length."""
        for length in range(longest, 0, -1):
            words = tuple(token.low for token in self.tokens[self.i : self.i + length])
            if len(words) == length and words in table:
                return table[words], length
        return "", 0

    def at_existential(self) -> bool:
        """Whether "there is" stands here."""
        return self.low() == "there" and self.tag(1) in ("BE", "MD")

    def _glued(self, k: int) -> bool:
        token = self.at(k)
        return bool(token and token.glued)

    def _span(self, start: int, end: int) -> Span:
        end = min(end, len(self.tokens))
        first, last = self.tokens[start], self.tokens[max(start, end - 1)]
        # an echo is read in another order than it is written
        return Span(min(first.start, last.start), max(first.end, last.end))

    def _strength(self) -> tuple[str, int]:
        token = self.at()
        if token is None:
            return "", 0
        for words, label in self.grammar.strength.get(token.low, ()):
            if tuple(t.low for t in self.tokens[self.i : self.i + len(words)]) == words:
                return label, len(words)
        return "", 0

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
                if token.low == "simply" and self.tag(-1) == "NOT":
                    return 0  # "is not simply a toy" is "is not only a toy"
                if token.low == "instead" and self.low(1) == "of":
                    return 0
                return len(words)
        return 0

    def is_filler(self, token: Token) -> bool:
        """Whether a word may be left out without changing what is checked."""
        return any(len(words) == 1 for words, _ in self.grammar.intensifiers.get(token.low, ()))

    def concept(self, token: Token, kind: str) -> str:
        """The canonical name of what a word means."""
        if token.entity:
            return "@" + token.entity
        return self.grammar.synonyms.get(f"{kind}:{token.lemma}", token.lemma)

    def adjective(self, token: Token, edges: tuple[Edge, ...] = ()) -> Node:
        """A node for an adjective; "unapproved" is "approved" negated."""
        if token.entity:
            return Node("@" + token.entity, "noun", edges, span=Span(token.start, token.end))
        word = self.concept(token, "adj")
        degrees = self.grammar.degree_adjectives
        word = degrees.get(token.low, degrees.get(word, word))
        positive, negated = self.positive(word)
        return Node(positive, "adj", edges, negated=negated, span=Span(token.start, token.end))

    def positive(self, word: str) -> tuple[str, bool]:
        """The member of a pair of opposites that stands for both, and if it is turned round."""
        first = self.grammar.negatives.get(word)
        chosen = first if first is not None else word
        return self.grammar.synonyms.get("adj:" + chosen, chosen), first is not None

    def _adverb(self, token: Token) -> Node:
        name = token.low if token.low in ("more", "less") else token.lemma
        word = self.grammar.synonyms.get("adv:" + name, name)
        return Node(word, "adv", span=Span(token.start, token.end))

    # -- what later parts of the grammar define ------------------------------------------------

    def noun_phrase(self, *, is_subject: bool = False, is_bare: bool = False) -> Node | None:
        """One noun phrase, or None."""
        raise NotImplementedError

    def _postmodified(self, node: Node, is_subject: bool, is_bare: bool) -> Node:
        raise NotImplementedError

    def _relative(self, node: Node, role: str = "", *, is_subject: bool = False) -> Node | None:
        raise NotImplementedError

    def gerund(self) -> Node | None:
        """A gerund phrase as a node, or None."""
        raise NotImplementedError

    def _copular_complement(self) -> bool:
        raise NotImplementedError

    def _predicate(self, draft: Draft) -> None:
        raise NotImplementedError

    def _main_verb(self, draft: Draft, *, is_passive: bool, is_copula: bool) -> None:
        raise NotImplementedError

    def _adverbs(self, draft: Draft) -> bool:
        raise NotImplementedError

    def _prepositional(self) -> tuple[str, list[Node]] | None:
        raise NotImplementedError

    def _complements(self, draft: Draft) -> None:
        raise NotImplementedError

    def clauses_until_end(self) -> list[Draft]:
        """The clause here and those that "and" joins to it."""
        raise NotImplementedError

    def verb_phrase(self, subjects: list[Node], *, is_bare: bool = False) -> list[Draft]:
        """The verb phrase here and those coordinated with it."""
        raise NotImplementedError

    def starts_clause_soon(self, k: int) -> bool:
        """Whether a subject and a verb stand ahead."""
        raise NotImplementedError

    def _role(self, prep: str) -> str:
        raise NotImplementedError

    def _asked_clause(self) -> list[Node]:
        raise NotImplementedError

    def _subordinate(self) -> list[Node] | None:
        raise NotImplementedError

    def _adjunct_in_passing(self, subjects: list[Node], inner: list[Token]) -> list[Draft] | None:
        raise NotImplementedError

    def _cut_remark(self, subjects: list[Node], comma: int) -> None:
        raise NotImplementedError

    def _parenthesis(self, subjects: list[Node]) -> None:
        raise NotImplementedError

    def clause(self, *, subjects: list[Node] | None = None) -> list[Draft]:
        """The clause that starts here."""
        raise NotImplementedError

    def as_node(self, draft: Draft) -> Node:
        """A clause inside another one, as a node."""
        raise NotImplementedError
