"""What was read before is not read again; what cannot be trusted is."""

from pathlib import Path

import pytest

from briefings import briefing, put
from onrecord import analysis, annotating, cache, pipeline
from onrecord.analysis.parse import Parsed
from onrecord.briefing import Entry
from onrecord.model import Annotations, Problem, Source
from onrecord.pages import merge as merging
from onrecord.pages.merge import Merged
from onrecord.project import Project
from test_pages import FOUND, HARBOUR

READING = cache.Reading("k" * 64, HARBOUR, FOUND, (Problem("a", 1, "b", "c", "warning"),))


def test_a_reading_comes_back_as_it_was() -> None:
    assert cache.load(cache.Reading, cache.dump(READING), READING.key) == READING


@pytest.mark.parametrize("data", [None, b"", b"{}", b'{"key":"' + b"k" * 64, cache.dump(READING)[:-5]])
def test_a_damaged_reading_is_none(data: bytes | None) -> None:
    assert cache.load(cache.Reading, data, READING.key) is None


def test_another_key_is_another_reading() -> None:
    assert cache.load(cache.Reading, cache.dump(READING), "x" * 64) is None
    assert cache.key_of(b"ab", b"c") != cache.key_of(b"a", b"bc")
    assert cache.key_of(b"a", None) != cache.key_of(b"a", b"")


def test_what_a_page_held_comes_back_as_it_was() -> None:
    settled = cache.Settled("k" * 64, Entry(HARBOUR, FOUND), READING.problems, 2, 1)
    assert cache.load(cache.Settled, cache.dump(settled), settled.key) == settled
    assert cache.load(cache.Settled, cache.dump(READING), settled.key) is None


def test_only_changed_pages_are_merged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    put(project.root, "ferry", "“We sail again,” said Ann Bell on Monday.\n")
    written(project)
    merged: list[str] = []
    real = merging.merge

    def noted(path: str, source: Source, theirs: Annotations, base: str | None, page: str | None) -> Merged:
        merged.append(source.name)
        return real(path, source, theirs, base, page)

    monkeypatch.setattr(annotating, "merge", noted)
    assert project.changes(written(project).files) == {}
    assert merged == []
    page = project.root / "docs/sources/ferry.md"
    page.write_text(page.read_text("utf-8").replace("Ann Bell", "Ann Bellamy"), "utf-8", newline="\n")
    for _ in range(3):
        plan = written(project)
        assert (plan.counts["kept"], merged) == (1, ["ferry"] * len(merged))
        assert "Ann Bellamy" in [person.name for person in plan.briefing.people]
    assert len(merged) <= 2
    (project.root / "sources/briefing.yml").write_text(
        "people:\n  - name: Ann Bell\n    roles: [pilot]\n", "utf-8"
    )
    assert written(project).briefing.settings.people
    assert sorted(merged[-2:]) == ["ferry", "harbour"]


def written(project: Project) -> pipeline.Plan:
    """A build without site and book."""
    plan = pipeline.plan(project, pdf=False)
    project.remember(plan.cache)
    project.write(project.changes(plan.files))
    return plan


def test_only_changed_sources_are_analysed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    first = pipeline.plan(project, pdf=False)
    project.remember(first.cache)
    analysed: list[str] = []
    real = analysis.annotate

    def noted(parsed: Parsed) -> analysis.Analysis:
        analysed.append(parsed.source.name)
        return real(parsed)

    monkeypatch.setattr(analysis, "annotate", noted)
    assert pipeline.plan(project, pdf=False).files == first.files
    assert analysed == []
    put(project.root, "ferry", "The ferries sail again.\n")
    pipeline.plan(project, pdf=False)
    assert analysed == ["ferry"]
    for path in (project.root / ".onrecord/cache").iterdir():
        path.write_bytes(b"damaged")
    pipeline.plan(project, pdf=False)
    assert sorted(analysed) == ["ferry", "ferry", "harbour"]


def test_a_sidecars_warning_is_said_at_every_build(tmp_path: Path) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    put(project.root, "ferry", "The ferries sail again.\n", "published: 2022-04-26\ndrop: Nothing like it\n")
    first = pipeline.plan(project, pdf=False)
    project.remember(first.cache)
    assert [p.path for p in first.problems] == ["sources/ferry.yml"]
    assert pipeline.plan(project, pdf=False).problems == first.problems


def test_the_cache_is_no_part_of_the_briefing(tmp_path: Path) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    project.remember(pipeline.plan(project, pdf=False).cache)
    with_cache = pipeline.plan(project, pdf=False)
    assert not any("cache" in path for path in with_cache.files)
