"""What builds remember lies in one file that may be lost, damaged, or not to be written at all."""

import sqlite3
from pathlib import Path

import pytest

from briefings import briefing
from machine import NEEDS_POSIX
from onrecord import store
from onrecord.project import MEMORY, Project
from onrecord.texts import Fault


def read(path: Path, *names: str) -> list[bytes | None]:
    with store.opened(path) as found:
        return [found.get(name) for name in names]


def test_what_is_put_in_is_found_until_it_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "memory.sqlite"
    store.write(path, {"a": b"1", "b 1": b"2", "b 2": b"", "\udce9": b"half a letter"})
    assert read(path, "a", "b 2", "c", "\udce9") == [b"1", b"", None, b"half a letter"]
    store.write(path, {"a": None, "b 1": b"3", "c": None})
    assert read(path, "a", "b 1") == [None, b"3"]
    with store.opened(path) as found:
        assert (found.found("b"), found.found("x")) == ({"b 1": b"3", "b 2": b""}, {})
        assert list(found.found("")) == ["b 1", "b 2", "\udce9"]


@pytest.mark.parametrize("content", [b"", b"damaged", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_file_is_as_good_as_none_and_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(content)
    with store.opened(path) as found:
        assert (found.get("a"), found.found("")) == (None, {})
    store.write(path, {"a": b"1"})
    assert read(path, "a") == [b"1"]


def test_a_store_of_another_shape_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE kept (other TEXT)")
    connection.close()
    assert read(path, "a") == [None]
    store.write(path, {"a": b"1"})
    assert read(path, "a") == [b"1"]


def test_reading_makes_no_file(tmp_path: Path) -> None:
    assert read(tmp_path / "memory.sqlite", "a") == [None]
    assert list(tmp_path.iterdir()) == []


@NEEDS_POSIX
def test_a_memory_outside_of_the_briefing_is_refused(tmp_path: Path) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    (project.root / ".onrecord").mkdir()
    (project.root / ".onrecord/cache").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(Fault, match="leads out"):
        project.remember({"a": b"1"})


def test_what_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    (project.root / MEMORY).mkdir(parents=True)
    project.remember({"a": b"1"})
    with project.remembered() as found:
        assert found.get("a") is None
