"""Lines of a table on disk by their keys, without reading the table.

A table is sorted by bytes; a line is a key, a tab, and entries with spaces between. The file is
mapped into memory on first use and searched by halving.
"""

from __future__ import annotations

import os
from functools import lru_cache
from mmap import ACCESS_READ, mmap

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
# Below this many bytes one plain search is faster than halving on.
_BLOCK = 1024


@lru_cache(maxsize=4)
def _mapped(path: str) -> bytes | mmap:
    with open(path, "rb") as file:
        try:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError):
            return file.read()


def cells(path: str, key: str) -> list[str]:
    """Entries of the line with this key; [] if there is none."""
    table = _mapped(path)
    wanted = key.encode("utf-8", "replace") + b"\t"
    size = len(wanted)
    low, high = 0, len(table)  # both at the start of a line
    while high - low > _BLOCK:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1
        if start <= low:
            break
        if table[start : start + size] <= wanted:
            low = start
        else:
            high = start
    block = b"\n" + table[low:high]
    at = block.find(b"\n" + wanted)
    if at < 0:
        return []
    at += 1 + size
    return block[at : block.index(b"\n", at)].decode().split(" ")
