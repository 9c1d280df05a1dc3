"""The classes that entity data declares: what is a kind of what, and what excludes what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model.knowledge import Entity


class Taxonomy:
    """Entities linked by `is_a`; a class may be named by any alias, capitals aside.

    A class that no entity declares is linked to under its own name.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = entities
        self._names: dict[str, str] = {}
        for entity in entities:
            self._names.setdefault(entity.name.casefold(), entity.name)
        for entity in entities:
            for alias in entity.aliases:
                self._names.setdefault(alias.casefold(), entity.name)
        self.names = tuple(dict.fromkeys(self._names.values()))
        self._parents: dict[str, tuple[str, ...]] = {}
        for entity in entities:
            name = self._name(entity.name)
            above = (*self._parents.get(name, ()), *map(self._name, entity.is_a))
            self._parents[name] = tuple(dict.fromkeys(above))

    def knows(self, name: str) -> bool:
        """Whether some entity has this name or alias."""
        return name.casefold() in self._names

    def circles(self) -> Iterator[tuple[str, ...]]:
        """Chains of `is_a` that end where they begin, each once, in the order of entities."""
        is_done: dict[str, bool] = {}
        for start in self._parents:
            if start in is_done:
                continue
            is_done[start] = False
            path, todo = [start], [iter(self._parents[start])]
            while path:
                parent = next(todo[-1], None)
                if parent is None:
                    is_done[path.pop()] = True
                    todo.pop()
                elif parent not in is_done:
                    is_done[parent] = False
                    path.append(parent)
                    todo.append(iter(self._parents.get(parent, ())))
                elif not is_done[parent]:
                    yield tuple(path[path.index(parent) :])

    def clashes(self) -> Iterator[tuple[Entity, str, str]]:
        """Entities that belong to two disjoint classes, unless a parent does so already."""
        pairs = {
            frozenset((self._name(entity.name), self._name(other)))
            for entity in self.entities
            for other in entity.disjoint_with
        }
        if not pairs:
            return
        excluded: dict[str, set[str]] = {}
        for one, *others in map(sorted, pairs):
            for other in others:
                excluded.setdefault(one, set()).add(other)
        for entity in self.entities:
            name = self._name(entity.name)
            above = self._above(name)
            parents = [self._above(each) for each in self._parents[name] if each != name]
            for one in sorted(above & excluded.keys()):
                for other in sorted(above & excluded[one]):
                    if not any(one in each and other in each for each in parents):
                        yield entity, one, other

    def _name(self, name: str) -> str:
        return self._names.get(name.casefold(), name.casefold())

    def _above(self, name: str) -> set[str]:
        """The class itself and every class above it."""
        seen, todo = {name}, [name]
        while todo:
            for parent in self._parents.get(todo.pop(), ()):
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        return seen
