"""Small theories drawn by chance, and all that follows from each, found by trying everything.

A literal is an atom with a sign. Every sentence of a theory stands for clauses, sets of literals of
which one must hold; where all but one are known to be false, the last one follows. A theory speaks
of people, their qualities, their kinds and who is older than whom.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import NamedTuple

NAMES = ("Ann", "Ben", "Cleo")
QUALITIES = ("calm", "brave", "neat", "loud", "proud")
KINDS = ("tutor", "golfer", "poet")
OLDER = "older than"


class Literal(NamedTuple):
    """Somebody has a quality, is of a kind or is older than another, or it is not so."""

    name: str
    what: str
    holds: bool = True
    other: str = ""

    def __str__(self) -> str:
        kind = "a " if self.what in KINDS else ""
        end = f" {self.other}" if self.other else ""
        return f"{self.name} is {'' if self.holds else 'not '}{kind}{self.what}{end}"

    def turned(self) -> Literal:
        """The opposite."""
        return self._replace(holds=not self.holds)


Clause = frozenset[Literal]


class Sentence(NamedTuple):
    """A sentence and the clauses that it stands for."""

    text: str
    clauses: tuple[Clause, ...]


def _fact(chance: random.Random) -> Sentence:
    literal = _literal(chance, chance.choice(NAMES))
    return Sentence(f"{literal}.", (frozenset({literal}),))


def _literal(chance: random.Random, name: str, whats: Iterable[str] = ()) -> Literal:
    what = chance.choice([*(whats or (*QUALITIES, *KINDS, OLDER, OLDER))])
    other = chance.choice([each for each in NAMES if each != name]) if what == OLDER else ""
    return Literal(name, what, chance.random() < 0.75, other)


def _of_kind(chance: random.Random) -> Sentence:
    """ "Every tutor is calm", "No tutor is a poet"."""
    kind = chance.choice(KINDS)
    what = chance.choice([each for each in (*QUALITIES, *KINDS) if each != kind])
    holds = chance.random() < 0.7
    end = f"a {what}" if what in KINDS else what
    clauses = tuple(
        frozenset({Literal(name, kind, False), Literal(name, what, holds)}) for name in NAMES
    )
    return Sentence(f"{'Every' if holds else 'No'} {kind} is {end}.", clauses)


def _condition(chance: random.Random) -> Sentence:
    """ "If someone is calm and not a poet then they are older than Ann"."""
    whats = chance.sample((*QUALITIES, *KINDS, OLDER), chance.randint(2, 3))
    parts = [_literal(chance, "?", [what]) for what in whats]
    parts = [part._replace(other=chance.choice(NAMES) if part.other else "") for part in parts]
    if chance.random() < 0.25:
        name = chance.choice([each for each in NAMES if each not in {p.other for p in parts}])
        said = [str(part._replace(name=name)) for part in parts]
        who = [name]
    else:
        said = [str(part._replace(name="they")).replace("they is", "they are") for part in parts]
        said[0] = str(parts[0]._replace(name="someone"))
        who = [each for each in NAMES if each not in {p.other for p in parts}]
    clauses = tuple(
        frozenset(
            part._replace(name=name, holds=part.holds == (part is parts[-1])) for part in parts
        )
        for name in who
    )
    return Sentence(f"If {' and '.join(said[:-1])} then {said[-1]}.", clauses)


def _orders() -> tuple[Clause, ...]:
    """What "older" means: it has no circles, and of three, who is not older passes it on."""
    found = []
    for first, second in permutations(NAMES, 2):
        one = Literal(first, OLDER, True, second)
        back = Literal(second, OLDER, True, first)
        found.append(frozenset({one.turned(), back.turned()}))
    for first, second, third in permutations(NAMES, 3):
        links = [(first, second), (second, third), (first, third)]
        one, two, both = (Literal(a, OLDER, True, b) for a, b in links)
        found.append(frozenset({one.turned(), two.turned(), both}))
        found.append(frozenset({one, two, both.turned()}))
    return tuple(found)


ORDERS = _orders()


def theory(seed: int) -> list[Sentence]:
    """The sentences of a theory, the same for the same seed."""
    chance = random.Random(seed)
    found = [_fact(chance) for _ in range(chance.randint(2, 5))]
    found += [_of_kind(chance) for _ in range(chance.randint(0, 2))]
    found += [_condition(chance) for _ in range(chance.randint(1, 4))]
    return found


def closure(sentences: Iterable[Sentence]) -> set[Literal] | None:
    """Everything that follows; None where that is something and its opposite."""
    clauses = {clause for each in sentences for clause in each.clauses} | {*ORDERS}
    known: set[Literal] = set()
    while True:
        new: set[Literal] = set()
        for clause in clauses:
            open_ = [each for each in clause if each.turned() not in known]
            if not open_:
                return None
            if len(open_) == 1:
                new.add(open_[0])
        if new <= known:
            return known
        known |= new
        if any(each.turned() in known for each in known):
            return None


def questions(seed: int, known: set[Literal], most: int) -> list[Literal]:
    """Some of what may be asked of a theory, known or not, each affirmed."""
    atoms = [Literal(name, what) for name in NAMES for what in (*QUALITIES, *KINDS)]
    atoms += [Literal(a, OLDER, True, b) for a, b in permutations(NAMES, 2)]
    chance = random.Random(seed)
    chance.shuffle(atoms)
    decided = [each for each in atoms if each in known or each.turned() in known]
    others = [each for each in atoms if each not in decided]
    half = most - min(len(others), most // 3)
    return [*decided[:half], *others[: most - min(len(decided), half)]]


def consistent(first: int, most: int) -> Iterator[tuple[int, list[Sentence], set[Literal]]]:
    """Theories from a seed on that prove nothing and its opposite, with what follows."""
    found, seed = 0, first
    while found < most:
        sentences = theory(seed)
        known = closure(sentences)
        if known is not None:
            found += 1
            yield seed, sentences, known
        seed += 1
