"""Relations: phrases of one meaning read as one predicate.

A phrase ("undo the effects of") is compiled by the same grammar as everything else into a small
tree with holes for what it is said of and for its object; a proposition that holds such a tree is
rewritten to the relation, or to another wording of general English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from factcheck.language.clauses import Clauses
from factcheck.language.draft import Draft
from factcheck.language.idioms import without_idioms
from factcheck.language.lexicon import Lexicon
from factcheck.language.mentions import join_compounds, link
from factcheck.language.propositions import propositions
from factcheck.language.tagging import tag
from factcheck.language.tokens import Token, tokenise
from factcheck.model.proposition import Edge, Node, Proposition

GAP = "xgapx"
TOPIC = "?x"
HOLES = frozenset({GAP, TOPIC})
PREFIX = "="
ABILITY = "can "
OPEN = "..."  # where the object stands when it is not at the end
VARIABLES = {"X": "Xtopicx", "Y": GAP.title()}
TURNED = {TOPIC: GAP, GAP: TOPIC}
ROLES = (("subj", TOPIC), ("obj", GAP))
PLAIN_QUANTS = frozenset({"", "the", "one", "any", "some"})


@dataclass(frozen=True, slots=True)
class Template:
    """A phrase of a relation as a tree with holes for what it is said of and for its object.

    `target` is another wording of it, with the same holes. Without one, what it says is the
    relation of the knowledge base that `relation` names. `is_ability`: it counts only for what may
    be so.
    """

    relation: str
    pattern: Node
    polarity: bool = True
    is_inverse: bool = False
    target: Node | None = None
    is_ability: bool = False

    @property
    def head(self) -> str:
        """What a proposition must have as its head to hold the phrase."""
        return self.pattern.head

    @property
    def size(self) -> int:
        """How much the phrase asks for; of two that fit, the longer one is meant."""
        own = sum(role not in ("subj", "obj") for role, _ in self.pattern.edges)
        return own + sum(1 if node.head in HOLES else 2 for node in _within(self.pattern))

    @property
    def is_word(self) -> bool:
        """Whether it is one verb with its object."""
        return _is_word(self.pattern)


Templates: TypeAlias = dict[str, list[Template]]


def general_templates(
    groups: Iterable[list[str]], lexicon: Lexicon, *, is_inverse: bool = False
) -> list[Template]:
    """Templates of phrases of general English that mean the same.

    The first of a group is what the others are rewritten to. A phrase that the grammar cannot read
    is left out.
    """
    found: list[Template] = []
    for group in groups:
        is_ability = group[0].startswith(ABILITY)
        phrases = [_read(phrase.removeprefix(ABILITY), lexicon) for phrase in group]
        first = phrases[0]
        if first is not None:
            made = (
                _rewriting(other, first.polarity, _with_holes(first.root), is_inverse=is_inverse)
                for other in phrases[1:]
                if other is not None
            )
            found.extend(replace(each, is_ability=is_ability) for each in made)
    return found


def _rewriting(
    phrase: Proposition, polarity: bool, target: Node, *, is_inverse: bool = False
) -> Template:
    is_alike = phrase.polarity == polarity
    return Template(target.head, _with_holes(phrase.root), is_alike, is_inverse, target)


def compile_phrases(
    phrases: Iterable[str],
    relation: str,
    lexicon: Lexicon,
    general: Templates,
    *,
    is_inverse: bool = False,
    is_own: bool = False,
) -> list[Template | None]:
    """The templates of phrases in the infinitive, each None if the grammar cannot read it.

    Where the first says what is done to its subject ("be licensed for"), the others are wordings
    of it and no predicate of their own: who does it may be named or not. `is_own`: they are one,
    as the relation has properties of its own.
    """
    found: list[Template | None] = []
    target: tuple[Node, bool] | None = None
    for number, phrase in enumerate(phrases):
        read = _read(phrase, lexicon)
        whole = None if read is None else plainly(read, general)
        if whole is None or _says_nothing(whole.root):
            found.append(None)
            continue
        pattern = _with_holes(whole.root)
        if not number and pattern.get("subj") is None and not is_own:
            target = pattern, whole.polarity
        if target is not None:
            found.append(_rewriting(whole, target[1], target[0], is_inverse=is_inverse))
        else:
            found.append(Template(relation, pattern, whole.polarity, is_inverse))
    return found


def _says_nothing(root: Node) -> bool:
    return root.head in ("isa", "at", "be", "have") and not any(
        role != "subj" and each.head != GAP for role, each in root.edges
    )


def _read(phrase: str, lexicon: Lexicon) -> Proposition | None:
    """What a phrase says of its holes, or None if the grammar cannot read it.

    It stands in the infinitive, with its object at the end or where the dots are and a full stop
    if it has none; or it is a sentence about X, and Y.
    """
    words = phrase.split()
    if "X" in words:
        return _one(
            _clause(" ".join(VARIABLES.get(each, each) for each in words), lexicon), lexicon
        )
    if OPEN in phrase:
        return _one(_predicate(phrase.replace(OPEN, f"the {GAP.title()}"), lexicon), lexicon)
    if phrase.endswith("."):
        return _one(_predicate(phrase[:-1], lexicon), lexicon)
    return _one(
        _predicate(f"{phrase} {GAP.title()}", lexicon) or _predicate(phrase, lexicon), lexicon
    )


def _one(drafts: list[Draft], lexicon: Lexicon) -> Proposition | None:
    """The one proposition of the drafts, None if there are more or a hole is told about."""
    found = propositions(drafts[0], lexicon.grammar) if len(drafts) == 1 else []
    if len(found) != 1 or any(n.head == GAP and n.edges for n in _within(found[0].root)):
        return None  # "make illegal": not a quality of what fills the gap
    return found[0]


def _predicate(phrase: str, lexicon: Lexicon) -> list[Draft]:
    tokens = _tokens(f"they can {phrase}", lexicon)[1:]
    reader = Clauses(tokens, lexicon.grammar)
    drafts = reader.verb_phrase([Node(TOPIC)])
    return drafts if reader.at() is None and len(drafts) == 1 else []


def _clause(sentence: str, lexicon: Lexicon) -> list[Draft]:
    reader = Clauses(_tokens(sentence, lexicon), lexicon.grammar)
    drafts = reader.clause()
    return drafts if reader.at() is None else []


def _tokens(text: str, lexicon: Lexicon) -> list[Token]:
    tokens = without_idioms(link(tokenise(text), lexicon), lexicon.grammar)
    join_compounds(tokens, lexicon)
    tag(tokens, lexicon)
    return tokens


def _with_holes(node: Node) -> Node:
    """A tree as it is compared with others: holes behind what is fixed, articles left out."""
    if node.head in (TOPIC, VARIABLES["X"].lower()):
        return Node(TOPIC)
    if node.head == GAP:
        return Node(GAP)
    edges = [(role, _with_holes(each)) for role, each in node.edges]
    edges.sort(key=lambda edge: edge[1].head in HOLES)
    quant = "" if node.quant in PLAIN_QUANTS else node.quant
    return Node(node.head, node.kind, tuple(edges), quant, node.value, node.negated)


def _within(node: Node) -> Iterator[Node]:
    yield node
    for _, each in node.edges:
        yield from _within(each)


def _is_word(pattern: Node) -> bool:
    holes = {node.head for role, node in pattern.edges if role in ("subj", "obj")}
    return holes == HOLES and len(pattern.edges) == len(HOLES)


def plainly(proposition: Proposition, templates: Templates) -> Proposition:
    """The proposition with phrases of general English brought to one wording."""
    if not templates:
        return proposition
    root = rewritten_inside(proposition.root, templates, is_plain=True)
    return rewritten(proposition.with_root(root), templates, is_plain=True)


def rewritten(
    proposition: Proposition, templates: Templates, *, is_plain: bool = False
) -> Proposition:
    """The proposition with its predicate read as a relation, or as it was."""
    for template in templates.get(proposition.root.head, ()):
        if (template.target is not None) is not is_plain:
            continue
        if template.is_ability and proposition.strength != "may":
            continue
        root = _apply(proposition.root, template)
        if root is not None:
            polarity = proposition.polarity if template.polarity else not proposition.polarity
            return replace(proposition, root=root, polarity=polarity)
    return proposition


def rewritten_inside(node: Node, templates: Templates, *, is_plain: bool = False) -> Node:
    """The clauses inside a node read as relations too."""
    if not node.edges:
        return node
    edges = []
    for role, each in node.edges:
        inner = rewritten_inside(each, templates, is_plain=is_plain)
        if inner.kind in ("verb", "adj") and role not in ("mod", "adv", "dim"):
            for template in templates.get(inner.head, ()):
                if (template.target is not None) is not is_plain or template.is_ability:
                    continue
                root = _apply(inner, template, is_inner=True)
                if root is not None:
                    inner = replace(root, negated=inner.negated != (not template.polarity))
                    break
        edges.append((role, inner))
    return node.with_edges(tuple(edges))


def _apply(root: Node, template: Template, *, is_inner: bool = False) -> Node | None:
    """The root said as the template has it, None where it does not hold the phrase."""
    pattern = template.pattern
    holes: dict[str, Node] = {}
    subject = root.get("subj")
    is_word = template.is_word
    rest = _left(pattern, root.edges, holes, subject.head if subject else "", is_word=is_word)
    if rest is None or not (is_word or _is_whole(pattern, rest)):
        return None
    if template.is_inverse:
        holes = {TURNED[hole]: node for hole, node in holes.items()}
    if template.target is None:
        edges = [(role, holes[hole]) for role, hole in ROLES if hole in holes]
        return replace(root, head=PREFIX + template.relation, edges=(*edges, *rest), kind="verb")
    target = template.target
    if is_word and GAP not in holes and not is_inner:
        return None  # "they put up with it": no object, another verb
    if target.get("subj") is not None and any(role == "subj" for role, _ in rest):
        return None  # the place of who does it is taken
    edges = [(role, filled) for role, node in target.edges if (filled := _filled(node, holes))]
    return replace(root, head=target.head, edges=(*edges, *rest), kind=target.kind)


def _left(
    pattern: Node,
    edges: tuple[Edge, ...],
    holes: dict[str, Node],
    subject: str,
    *,
    is_word: bool = False,
) -> list[Edge] | None:
    """The dependents less those that a pattern takes, None where it lacks one of them."""
    rest = list(edges)
    for role, wanted in pattern.edges:
        for at, (found, node) in enumerate(rest):
            inner = _taken(role, wanted, node, holes, subject) if found == role else None
            if inner is not None:
                rest[at : at + 1] = inner
                break
        else:
            if not is_word and (role, wanted.head) != ("subj", TOPIC):
                return None
    return rest


def _taken(
    role: str, wanted: Node, node: Node, holes: dict[str, Node], subject: str
) -> list[Edge] | None:
    """What a dependent has besides what a pattern wants of it, None if it is another one."""
    if wanted.head in HOLES:
        if role == "to" and node.kind == "verb":
            return None  # "is due to open": what it will do
        holes[wanted.head] = node
        return []
    if wanted.kind == "pronoun":  # "gives its blessing": that of whoever gives it
        return [] if node.head in (wanted.head, subject) else None
    is_plain = wanted.quant == "" and node.quant in PLAIN_QUANTS
    if wanted.head != node.head or wanted.negated != node.negated or wanted.value != node.value:
        return None
    if wanted.quant != node.quant and not is_plain:
        return None
    rest = _left(wanted, node.edges, holes, subject)
    return None if rest and wanted.kind != "verb" else rest


def _is_whole(pattern: Node, rest: list[Edge]) -> bool:
    """Whether nothing is left that makes another phrase: "leads people to the door"."""
    return pattern.get("obj") is not None or not any(role == "obj" for role, _ in rest)


def _filled(node: Node, holes: dict[str, Node]) -> Node | None:
    """A part of a target with the holes filled, None for a hole that nothing fills."""
    if node.head in HOLES:
        return holes.get(node.head)
    edges = [(role, inner) for role, each in node.edges if (inner := _filled(each, holes))]
    return replace(node, edges=tuple(edges))
