"""Which files make up a knowledge base, and whether they have changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, KnowledgeError
from factcheck.model.place import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model.knowledge import Source

SUFFIXES = (".yaml", ".yml")


def yaml_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The YAML files that `paths` name, each once: a file as it is, a directory's files sorted.

    Hidden files and directories inside a directory are left out.

    Raises:
        KnowledgeError: a path that does not exist, or a directory without YAML.
    """
    found, problems = find(paths)
    if problems:
        raise KnowledgeError(problems)
    return tuple(file for _, file in found)


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Every file that the knowledge base depends on: its YAML, then the local source texts.

    Source texts are found by their `text:` keys without parsing, so the list may hold a file
    that no source names; it never lacks one that is there.

    Raises:
        KnowledgeError: as `yaml_files`, or a file that cannot be read.
    """
    return tuple(file for _, file, _ in _contents(paths))


def fingerprint(paths: Sequence[Path]) -> str:
    """Content hash of all `files_of` a knowledge base: names relative to its root, and bytes.

    Raises:
        KnowledgeError: as `files_of`.
    """
    from hashlib import blake2b

    digest = blake2b(digest_size=20)
    for root, file, data in _contents(paths):
        name = Path(os.path.relpath(file, root)).as_posix()
        head = f"{len(name.encode('utf-8', 'surrogateescape'))} {name} {len(data)}\n"
        digest.update(head.encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def stamp(paths: Sequence[Path]) -> str:
    """Hash of the paths of the YAML files and of what stands in them.

    Source texts are not part of it: they decide no verdict, and the checks read them afresh.

    Raises:
        KnowledgeError: as `yaml_files`, or a file that cannot be read.
    """
    from hashlib import blake2b

    digest = blake2b(digest_size=20)
    for file in yaml_files(paths):
        try:
            with open(file, "rb") as opened:
                data = opened.read()
        except OSError as error:
            raise KnowledgeError([unreadable(file, error)]) from error
        line = f"{os.path.abspath(file)}\0{len(data)}\n"
        digest.update(line.encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def text_file(source: Source, root: Path) -> Path:
    """Where a source's local text should be: beside the YAML file that names it, else in `root`."""
    beside = Path(source.at.path).parent / source.text
    return beside if beside.is_file() else root / source.text


def unreadable(file: Path, error: OSError) -> FactcheckError:
    """The problem that a file cannot be read."""
    return FactcheckError(
        f"cannot be read: {(error.strerror or str(error)).lower()}",
        at=Location(str(file)),
        hint="check that the file exists and that you may read it",
    )


def find(paths: Sequence[Path]) -> tuple[list[tuple[Path, Path]], list[FactcheckError]]:
    """The YAML files as in `yaml_files`, each after its root, and what is wrong with `paths`."""
    found: list[tuple[Path, Path]] = []
    problems: list[FactcheckError] = []
    seen: set[str] = set()
    for path in paths:
        at = Location(str(path))
        if path.is_dir():
            root, files = path, sorted(_walk(str(path)))
            if not files:
                hint = "a knowledge base is one .yaml file or a directory of them"
                problems.append(FactcheckError("no YAML file in this directory", at=at, hint=hint))
        elif path.exists():
            root, files = path.parent, [str(path)]
        else:
            hint = "check the path of the knowledge base"
            problems.append(FactcheckError("no such file or directory", at=at, hint=hint))
            continue
        for file in files:
            identity = os.path.realpath(file)
            if identity not in seen:
                seen.add(identity)
                found.append((root, Path(file)))
    return found, problems


def _walk(directory: str) -> Iterator[str]:
    for folder, subfolders, names in os.walk(directory):
        subfolders[:] = [each for each in subfolders if not each.startswith(".")]
        for name in names:
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.join(folder, name)


def _contents(paths: Sequence[Path]) -> list[tuple[Path, Path, bytes]]:
    """Root, file and bytes of every file, YAML first."""
    found, problems = find(paths)
    contents: list[tuple[Path, Path, bytes]] = []
    texts: dict[str, Path] = {}
    for root, file in found:
        try:
            data = file.read_bytes()
        except OSError as error:
            problems.append(unreadable(file, error))
            continue
        contents.append((root, file, data))
        for name in _texts(data):
            for folder in (file.parent, root):
                if os.path.isfile(text := os.path.join(folder, name)):
                    texts.setdefault(os.path.normpath(text), root)
                    break
    if problems:
        raise KnowledgeError(problems)
    for text, root in sorted(texts.items()):
        try:
            contents.append((root, Path(text), Path(text).read_bytes()))
        except OSError:  # the checks report it; it is nothing that a verdict hangs on
            continue
    return contents


def _texts(data: bytes) -> list[str]:
    """What may be the values of `text:` keys, as paths."""
    import re

    values = re.findall(rb"""\btext["']?\s*:\s+["']?([^"'#,}\r\n]+)""", data)
    words = {value.decode("utf-8", "replace").strip() for value in values}
    return sorted(each for each in words if each and len(each) < 400 and "\0" not in each)
