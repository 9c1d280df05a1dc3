"""Compiled tables: what goes in comes out, from memory and from a file; a bad file is as none."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.knowledge.coding import pack, unpack
from factcheck.knowledge.store import File, Memory, open_file, write_file
from factcheck.model.proposition import Node, Value

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
keys = st.text(min_size=1, max_size=12).filter(lambda key: key.isprintable())
tables = st.dictionaries(keys, st.dictionaries(keys, plain, max_size=4), max_size=4)


def never() -> Memory:
    raise AssertionError("a sound file must not be made anew")


def memory(**spaces: dict[str, Any]) -> Memory:
    made = Memory()
    for space, table in spaces.items():
        for key, value in table.items():
            made.put(space, key, value)
    return made


def opened(path: Path, rebuild: Any = never) -> File | None:
    return open_file(str(path), rebuild)


@settings(max_examples=40)
@given(tables)
def test_a_file_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, dict[str, Any]]
) -> None:
    path = tmp_path_factory.mktemp("store") / "some.kb"
    written = memory(**content)
    assert write_file(written, str(path))
    read = opened(path)
    assert read is not None
    for space, table in content.items():
        if space == "meta":
            continue
        assert read.keys(space) == written.keys(space) == sorted(table)
        for key, value in table.items():
            assert read.get(space, key) == written.get(space, key) == value
            assert read.get(space, key) == value, "also the second time"


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    written = memory(words={"tram": 1})
    assert write_file(written, str(tmp_path / "a.kb"))
    read = opened(tmp_path / "a.kb")
    assert read is not None
    for store in (written, read):
        assert store.get("words", "bus") is None
        assert store.get("nothing", "tram") is None
        assert store.keys("nothing") == []


def test_a_value_is_added_to_a_list_once() -> None:
    store = Memory()
    for value in (3, 1, 3):
        store.add("index", "tram", value)
    assert store.get("index", "tram") == [3, 1]


def test_an_absent_file_is_none(tmp_path: Path) -> None:
    assert opened(tmp_path / "absent.kb") is None
    assert opened(tmp_path) is None, "a folder"


@pytest.mark.parametrize("data", [b"", b"garbage", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_file_of_something_else_is_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.kb"
    path.write_bytes(data)
    assert opened(path) is None


def test_a_truncated_file_is_none_or_made_anew(tmp_path: Path) -> None:
    """Wherever the file is cut off, a reader gets the right value or knows that there is none."""
    path = tmp_path / "cut.kb"
    whole = memory(words={f"word{number}": ["x" * 50, number] for number in range(200)})
    assert write_file(whole, str(path))
    data = path.read_bytes()
    for size in range(0, len(data), 997):
        path.write_bytes(data[:size])
        read = opened(path, lambda: whole)
        if read is not None:
            for key in whole.keys("words"):
                assert read.get("words", key) == whole.get("words", key)


def test_a_file_damaged_inside_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "hurt.kb"
    whole = memory(words={f"word{number}": ["x" * 50, number] for number in range(200)})
    assert write_file(whole, str(path))
    data = bytearray(path.read_bytes())
    page = 4096
    for start in range(page, len(data), page):
        data[start : start + 64] = os.urandom(64)
    path.write_bytes(data)
    read = opened(path, lambda: whole)
    if read is not None:
        assert read.keys("words") == whole.keys("words")
        assert [read.get("words", key) for key in whole.keys("words")] == [
            whole.get("words", key) for key in whole.keys("words")
        ]


def test_a_value_that_is_no_json_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "odd.kb"
    whole = memory(words={"tram": [1, 2]})
    assert write_file(whole, str(path))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE kv SET value = '[1,' WHERE key = 'tram'")
    connection.close()
    read = opened(path, lambda: whole)
    assert read is not None
    assert read.get("words", "tram") == [1, 2]


def test_another_version_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.kb"
    assert write_file(memory(words={"tram": 1}), str(path))
    monkeypatch.setattr("factcheck.knowledge.store.VERSION", "another")
    assert opened(path) is None


def test_a_place_that_cannot_be_written_to_is_reported(tmp_path: Path) -> None:
    """A file stands where a folder should; nothing is raised and nothing is left behind."""
    (tmp_path / "file").write_text("in the way")
    assert not write_file(memory(words={"tram": 1}), str(tmp_path / "file" / "a.kb"))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file"]


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    assert write_file(memory(words={"tram": 1}), str(tmp_path / "a.kb"))
    assert [each.name for each in tmp_path.iterdir()] == ["a.kb"]


def test_a_path_with_odd_signs(tmp_path: Path) -> None:
    path = tmp_path / "50% #1? ä" / "a.kb"
    assert write_file(memory(words={"tram": 1}), str(path))
    read = opened(path)
    assert read is not None and read.get("words", "tram") == 1


# -- propositions as plain data -----------------------------------------------------------------

heads = st.sampled_from(["tram", "@naloxone", "isa", "blue", "kettle"])
numbers = st.floats(allow_nan=False) | st.integers(-100, 3000).map(float)
values = st.none() | st.builds(
    Value, numbers, numbers, st.sampled_from(["", "date", "seconds"]), st.booleans()
)
leaf = st.builds(Node, heads, st.sampled_from(["noun", "verb", "adj"]), value=values)
nodes = st.recursive(
    leaf,
    lambda inner: st.builds(
        Node,
        heads,
        edges=st.lists(st.tuples(st.sampled_from(["subj", "obj", "mod"]), inner), max_size=3).map(
            tuple
        ),
        quant=st.sampled_from(["", "all", "no", "some"]),
        negated=st.booleans(),
    ),
    max_leaves=6,
)


@given(nodes)
def test_a_node_survives_packing(node: Node) -> None:
    """Also by way of a file: the packed form is plain JSON."""
    import json

    assert unpack(json.loads(json.dumps(pack(node), allow_nan=False))) == node
