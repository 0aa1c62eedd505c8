"""Checksums of files: read again whenever a file was touched, and not before."""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from machine import NEEDS_POSIX
from onrecord.project import Project
from onrecord.sums import YOUNG, Sums, checksum

LATER = YOUNG * 2
pytestmark = NEEDS_POSIX


def sums(project: Project, known: Sums | None = None) -> Sums:
    """As a build that begins when the files are no longer young."""
    return Sums(project.read_bytes, project.stamp, known.now if known else {}, began=time.time_ns() + LATER)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(name, encoding="utf-8")
    return Project(tmp_path.resolve())


def test_a_file_that_was_not_touched_is_not_read_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sums(project)
    assert first.of("a.md") == checksum(b"a")
    assert first.of("none.md") is None
    assert first.are_news
    again = sums(project, first)
    monkeypatch.setattr(Project, "read_bytes", lambda *_: pytest.fail("read again"))
    assert again.of("a.md") == checksum(b"a")
    assert not again.are_news


@pytest.mark.parametrize("kept_times", [False, True])
def test_a_file_that_was_touched_is_read_again(project: Project, kept_times: bool) -> None:
    first, file = sums(project), project.root / "a.md"
    assert first.of("a.md") == checksum(b"a")
    before = file.stat()
    time.sleep(0.02)  # a tick of the clock that stamps files
    file.write_text("x", encoding="utf-8")
    if kept_times:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert sums(project, first).of("a.md") == checksum(b"x")


def test_a_file_that_took_the_place_of_another_is_read_again(project: Project) -> None:
    first = sums(project)
    assert (first.of("a.md"), first.of("b.md")) == (checksum(b"a"), checksum(b"b"))
    (project.root / "b.md").replace(project.root / "a.md")
    again = sums(project, first)
    assert (again.of("a.md"), again.of("b.md")) == (checksum(b"b"), None)


def test_a_young_file_is_read_again(project: Project) -> None:
    young = Sums(project.read_bytes, project.stamp)
    assert young.of("a.md") == checksum(b"a")
    assert young.now == {}


def test_a_link_and_what_lies_behind_one_are_read_each_time(project: Project) -> None:
    (project.root / "link.md").symlink_to(project.root / "a.md")
    (project.root / "folder").mkdir()
    (project.root / "folder/a.md").write_text("a", encoding="utf-8")
    (project.root / "linked").symlink_to(project.root / "folder")
    found = sums(project)
    assert [found.of(path) for path in ("link.md", "linked/a.md")] == [checksum(b"a")] * 2
    assert found.now == {}


@pytest.mark.parametrize("row", [[], ["damaged"], [[1], 2], "damaged", None])
def test_what_is_damaged_is_as_good_as_nothing(project: Project, row: object) -> None:
    known: dict[str, Any] = {"a.md": row}
    found = Sums(project.read_bytes, project.stamp, known)
    assert found.of("a.md") == checksum(b"a")
