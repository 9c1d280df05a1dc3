"""A compiled knowledge base: tables from text keys to plain data, in memory or in a file.

The file is an SQLite database that is written whole under another name and then put in place, so
that a reader never sees half of one. It holds nothing but text that is read as JSON. A file that
is absent, damaged or of another version is the same as none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

VERSION = "2"


@dataclass(slots=True)
class Memory:
    """Tables in memory."""

    tables: dict[str, dict[str, Any]] = field(default_factory=dict)

    def get(self, space: str, key: str) -> Any:
        """The value under `key` in the table `space`, or None."""
        table = self.tables.get(space)
        return None if table is None else table.get(key)

    def put(self, space: str, key: str, value: Any) -> None:
        """Sets a value."""
        self.tables.setdefault(space, {})[key] = value

    def add(self, space: str, key: str, value: Any) -> None:
        """Appends to the list under a key, once."""
        values = self.tables.setdefault(space, {}).setdefault(key, [])
        if value not in values:
            values.append(value)

    def keys(self, space: str) -> list[str]:
        """The keys of a table, sorted."""
        return sorted(self.tables.get(space, ()))


class File:
    """Tables in a compiled file, read as they are needed.

    `rebuild` makes them anew in memory should the file turn out to be damaged.
    """

    def __init__(self, connection: Any, rebuild: Callable[[], Memory]) -> None:
        self._connection = connection
        self._rebuild = rebuild
        self._known: dict[tuple[str, str], Any] = {}
        self._instead: Memory | None = None

    def get(self, space: str, key: str) -> Any:
        """The value under `key` in the table `space`, or None."""
        if self._instead is not None:
            return self._instead.get(space, key)
        known = self._known
        if (space, key) in known:
            return known[space, key]
        import sqlite3

        try:
            row = self._connection.execute(
                "SELECT value FROM kv WHERE space = ? AND key = ?", (space, key)
            ).fetchone()
            value = None if row is None else json.loads(row[0])
        except (sqlite3.Error, ValueError):
            self._instead = self._rebuild()
            return self._instead.get(space, key)
        if len(known) > 50_000:
            known.clear()
        known[space, key] = value
        return value

    def keys(self, space: str) -> list[str]:
        """The keys of a table, sorted."""
        if self._instead is None:
            import sqlite3

            try:
                rows = self._connection.execute(
                    "SELECT key FROM kv WHERE space = ? ORDER BY key", (space,)
                )
                return [row[0] for row in rows]
            except sqlite3.Error:
                self._instead = self._rebuild()
        return self._instead.keys(space)


def open_file(path: str, rebuild: Callable[[], Memory]) -> File | None:
    """The compiled file at `path`, or None when it is absent, damaged or of another version."""
    if not os.path.isfile(path):
        return None
    import sqlite3
    from urllib.parse import quote

    try:
        connection = sqlite3.connect(
            f"file:{quote(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        row = connection.execute(
            "SELECT value FROM kv WHERE space = 'meta' AND key = 'version'"
        ).fetchone()
        pages, size = connection.execute(
            "SELECT page_count, page_size FROM pragma_page_count, pragma_page_size"
        ).fetchone()
        if row is None or json.loads(row[0]) != VERSION or pages * size > os.path.getsize(path):
            connection.close()
            return None
    except (sqlite3.Error, ValueError, OSError):
        return None
    return File(connection, rebuild)


def write_file(memory: Memory, path: str) -> bool:
    """Writes the tables to `path` in one step; False when the place cannot be written to."""
    import contextlib
    import sqlite3
    import tempfile

    folder = os.path.dirname(path)
    temporary = ""
    try:
        os.makedirs(folder, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".tmp")
        os.close(handle)
        connection = sqlite3.connect(temporary)
        with contextlib.closing(connection):
            connection.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                "CREATE TABLE kv (space TEXT, key TEXT, value TEXT,"
                " PRIMARY KEY (space, key)) WITHOUT ROWID;"
            )
            connection.executemany(
                "INSERT INTO kv VALUES (?, ?, ?)",
                (
                    (
                        space,
                        key,
                        json.dumps(
                            memory.tables[space][key], ensure_ascii=False, separators=(",", ":")
                        ),
                    )
                    for space in sorted(memory.tables)
                    for key in sorted(memory.tables[space])
                ),
            )
            connection.execute(
                "INSERT INTO kv VALUES ('meta', 'version', ?)", (json.dumps(VERSION),)
            )
            connection.commit()
        os.replace(temporary, path)
    except (OSError, sqlite3.Error):
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        return False
    return True
