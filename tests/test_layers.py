"""Imports between the rooms point one way: up in the list below, never down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"

# Rooms in one line share a rank: errors name places, and values may name errors.
ORDER = (
    ("errors", "model"),
    ("text",),
    ("language",),
    ("knowledge",),
    ("reasoning",),
    ("report",),
    ("checking", "selfcheck", "pipeline"),
    ("cli",),
    ("__main__",),
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Lines and names of everything of ours that a module imports, wherever it does so."""
    package = ("factcheck", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            name = ".".join((*base, *filter(None, [node.module])))
            if name == "factcheck":
                yield from ((node.lineno, f"factcheck.{each.name}") for each in node.names)
            else:
                yield node.lineno, name


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    """A room knows no room after it in the list; only the shell knows the front."""
    room = room_of(path)
    if room == "__init__":
        return
    assert room in RANK, f"{room} is not a known room: give it a place in ORDER"
    for line, name in imports(path):
        parts = name.split(".")
        if parts[0] != "factcheck":
            continue
        other = parts[1]
        if other not in RANK:
            assert room == "cli", f"{path}:{line}: imports {name} from the front of the package"
            continue
        assert RANK[other] <= RANK[room], f"{path}:{line}: {room} must not know {other}"


def test_the_order_names_every_room() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__"}
    assert rooms <= set(RANK)


def test_reports_need_no_heavy_module() -> None:
    """Neither typer nor rich is imported on the way to an answer."""
    heavy = {"typer", "rich", "markdown_it", "yaml"}
    for path in modules():
        if room_of(path) not in ("report", "model", "errors", "text"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {each.split(".")[0] for each in names} & heavy, path
