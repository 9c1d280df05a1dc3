"""The configuration file: `factcheck.toml`, or `[tool.factcheck]` of `pyproject.toml`.

The nearest one counts, from the working directory upward; files are not merged. Paths in it are
relative to it.
"""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from factcheck.cli.suggestions import suggestion
from factcheck.errors import ConfigurationError, FactcheckError
from factcheck.model.place import Location

KEYS = ("kb", "fail_on", "format", "as_of")
_TABLE = b"[tool.factcheck"


class Configuration(NamedTuple):
    """What the file sets; what it does not set is empty."""

    path: str = ""
    source: str = ""
    kb: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = ()
    has_fail_on: bool = False
    format: str | None = None
    as_of: str | None = None

    def error(self, cause: FactcheckError, key: str) -> ConfigurationError:
        """The same problem, at the line where the key stands."""
        return ConfigurationError(
            cause.message, at=_line_of(self.path, self.source, key), hint=cause.hint
        )


def find_configuration(start: str = "") -> Configuration:
    """The nearest configuration at or above a directory; an empty one if there is none.

    Raises:
        ConfigurationError: the file cannot be read, or something in it is wrong.
    """
    folder = os.path.abspath(start or os.getcwd())
    while True:
        own = os.path.join(folder, "factcheck.toml")
        if os.path.isfile(own):
            return _read(own, _bytes(own), is_project=False)
        project = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(project):
            data = _bytes(project)
            if _TABLE in data:
                return _read(project, data, is_project=True)
        above = os.path.dirname(folder)
        if above == folder:
            return Configuration()
        folder = above


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ConfigurationError(
            f"the configuration cannot be read: {error.strerror}", at=Location(path)
        ) from error


def _read(path: str, data: bytes, *, is_project: bool) -> Configuration:
    import tomllib

    shown = os.path.relpath(path)
    try:
        source = data.decode("utf-8")
        table: Any = tomllib.loads(source)
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"this is not UTF-8 (byte offset {error.start})", at=Location(shown)
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise _syntax(shown, str(error)) from error
    if is_project:
        tool = table.get("tool")
        table = tool.get("factcheck", {}) if isinstance(tool, dict) else {}
    for key, value in table.items():
        _check(shown, source, key, value)
    folder = os.path.dirname(path)
    return Configuration(
        path=shown,
        source=source,
        kb=tuple(os.path.join(folder, each) for each in _texts(table.get("kb"))),
        fail_on=_texts(table.get("fail_on")),
        has_fail_on="fail_on" in table,
        format=table.get("format"),
        as_of=str(table["as_of"]) if "as_of" in table else None,
    )


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else ()


def _check(path: str, source: str, key: str, value: object) -> None:
    from datetime import date

    at = _line_of(path, source, key)
    if key not in KEYS:
        raise ConfigurationError(f'unknown key "{key}"', at=at, hint=suggestion(key, KEYS))
    is_list = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if key in ("kb", "fail_on") and not (is_list or isinstance(value, str)):
        raise ConfigurationError(
            f'"{key}" must be a text or a list of texts', at=at, hint=f'{key} = ["…", "…"]'
        )
    if key == "format" and not isinstance(value, str):
        raise ConfigurationError('"format" must be a text', at=at, hint='format = "json"')
    if key == "as_of" and not isinstance(value, str | date):
        raise ConfigurationError('"as_of" must be a date', at=at, hint="as_of = 2026-01-31")


def _line_of(path: str, source: str, key: str) -> Location:
    """The place of a key; that of the file if it cannot be found."""
    for number, line in enumerate(source.split("\n"), 1):
        name = line.split("=", 1)[0].strip().strip("\"'")
        if "=" in line and name.rsplit(".", 1)[-1] == key:
            return Location(path, number, len(line) - len(line.lstrip()) + 1)
    return Location(path)


def _syntax(path: str, message: str) -> ConfigurationError:
    import re

    found = re.search(r"^(.*?) \(at line (\d+), column (\d+)\)$", message)
    if not found:
        return ConfigurationError(f"this is not TOML: {message}", at=Location(path))
    at = Location(path, int(found[2]), int(found[3]))
    return ConfigurationError(f"this is not TOML: {found[1]}", at=at)
