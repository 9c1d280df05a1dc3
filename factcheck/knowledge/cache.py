"""Compiled knowledge bases on disk: made once, read as long as nothing has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from factcheck.knowledge.files import stamp
from factcheck.knowledge.store import VERSION, File, Memory, open_file, write_file

ENGINE = ("language", "language/data", "knowledge", "model")
KEPT = 12


def load(paths: Sequence[Path]) -> Memory | File:
    """The compiled form of the knowledge base at `paths`, from the cache when it is fresh.

    Raises:
        KnowledgeError: a file is missing or wrong.
    """
    folder = cache_folder()
    target = os.path.join(folder, f"{_key(paths)}.kb") if folder else ""

    def rebuild() -> Memory:
        return _compile(paths)

    if target:
        found = open_file(target, rebuild)
        if found is not None:
            return found
    memory = rebuild()
    if target and write_file(memory, target):
        _tidy(folder)
    return memory


def cache_folder() -> str:
    """Where compiled knowledge bases are kept; "" when there is no home for them.

    FACTCHECK_CACHE names another folder; set to an empty text it turns the cache off.
    """
    chosen = os.environ.get("FACTCHECK_CACHE")
    if chosen is not None:
        return chosen
    home = os.environ.get("XDG_CACHE_HOME") or (
        os.environ.get("LOCALAPPDATA")
        if sys.platform == "win32"
        else os.path.join(os.path.expanduser("~"), ".cache")
    )
    return os.path.join(home, "factcheck") if home and not home.startswith("~") else ""


def _compile(paths: Sequence[Path]) -> Memory:
    import gc

    from factcheck.knowledge.compiler import compile_entries
    from factcheck.knowledge.loader import read_entries

    was_on = gc.isenabled()
    gc.disable()
    try:
        return compile_entries(read_entries(paths))
    finally:
        if was_on:
            gc.enable()


def _key(paths: Sequence[Path]) -> str:
    """A name that changes with any file of the knowledge base and with the engine itself."""
    from hashlib import blake2b

    digest = blake2b(stamp(paths).encode(), digest_size=12)
    digest.update(VERSION.encode())
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for room in ENGINE:
        for entry in sorted(os.scandir(os.path.join(package, room)), key=lambda each: each.name):
            if entry.is_file():
                facts = entry.stat()
                digest.update(f"{entry.name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _tidy(folder: str) -> None:
    """Removes the compiled forms that have not been made for longest."""
    try:
        files = [entry for entry in os.scandir(folder) if entry.name.endswith(".kb")]
        files.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
        for entry in files[KEPT:]:
            os.unlink(entry.path)
    except OSError:
        return
