"""After any edit of a page the files are those that a build writes that remembers nothing."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from onrecord import analysis, pipeline
from onrecord.model import Source
from onrecord.project import MEMORY, Project
from shared_data import program

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A briefing of the benchmarks' sources, built twice; its texts are never analysed."""
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    entries = list(program(BENCHMARKS / "across_scale.py").entries(24, 6))
    program(BENCHMARKS / "rebuild.py").set_up(tmp_path, entries)
    known = {entry.source.name: entry.annotations for entry in entries}

    def analyse(sources: Iterable[Source]) -> Iterator[analysis.Analysis]:
        return (analysis.Analysis(source, known[source.name]) for source in sources)

    monkeypatch.setattr(analysis, "analyse", analyse)
    # So that files are left unread although they were written just now.
    monkeypatch.setattr("onrecord.sums.YOUNG", 0)
    project = Project.at(tmp_path)
    assert build(project)
    build(project)
    return project


def build(project: Project) -> set[str]:
    """What a build writes."""
    plan = pipeline.plan(project, pdf=False)
    changes = project.changes(plan.files)
    project.remember(plan.cache)
    project.write(changes)
    return set(changes)


def test_whatever_is_edited(desk: Project) -> None:
    memory = desk.root / MEMORY
    for number, (kind, edit) in enumerate(program(BENCHMARKS / "rebuild.py").PAGES.items()):
        page = desk.root / f"docs/sources/source-{number * 3:05d}.md"
        before = page.read_text("utf-8")
        page.write_text(edit(before), "utf-8", newline="\n")
        assert page.read_text("utf-8") != before, kind
        assert build(desk) or kind == "a note", kind
        left = memory.rename(memory.with_suffix(".aside"))
        afresh = pipeline.plan(desk, pdf=False)
        assert desk.changes(afresh.files) == {}, kind
        left.rename(memory)
        assert build(desk) == set(), kind


def test_a_file_that_somebody_touched_is_written_again(desk: Project) -> None:
    page = desk.root / "docs/data/timeline.ics"
    before = page.read_bytes()
    page.write_bytes(b"nothing")
    (desk.root / "docs/data/timeline.csv").unlink()
    assert build(desk) == {"docs/data/timeline.ics", "docs/data/timeline.csv"}
    assert page.read_bytes() == before
