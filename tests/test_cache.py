"""What was read before is not read again; what cannot be trusted is."""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from briefings import briefing, put
from onrecord import analysis, annotating, cache, pipeline, plain
from onrecord.across import Memory
from onrecord.across.events_features import Features
from onrecord.across.events_same import groups
from onrecord.across.memory import KEY
from onrecord.analysis.parse import Parsed
from onrecord.briefing import Entry
from onrecord.model import Annotations, Problem, Source
from onrecord.pages import merge as merging
from onrecord.pages.merge import Merged
from onrecord.project import MEMORY, Project
from test_pages import FOUND, HARBOUR

READING = cache.Reading("k" * 64, HARBOUR, FOUND, (Problem("a", 1, "b", "c", "warning"),))


def test_a_reading_comes_back_as_it_was() -> None:
    assert cache.load(cache.Reading, cache.dump(READING), READING.key) == READING


@pytest.mark.parametrize("data", [None, b"", b"{}", b'{"key":"' + b"k" * 64, cache.dump(READING)[:-5]])
def test_a_damaged_reading_is_none(data: bytes | None) -> None:
    assert cache.load(cache.Reading, data, READING.key) is None


def test_another_key_is_another_reading() -> None:
    assert cache.load(cache.Reading, cache.dump(READING), "x" * 64) is None
    assert cache.key_of("ab", "c") != cache.key_of("a", "bc")
    assert cache.key_of("a", None) != cache.key_of("a", "")


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
    (project.root / MEMORY).write_bytes(b"damaged")
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


def test_what_was_worked_out_is_recalled_while_it_is_made_of_the_same() -> None:
    done: list[str] = []

    def work() -> list[int]:
        done.append("work")
        return [len(done)]

    first = Memory()
    assert first.recall("timeline", ["a", "b"], work) == [1]
    again = Memory(first.now)
    assert again.recall("timeline", ["a", "b"], work) == [1]
    assert Memory(again.now).recall("timeline", ["ab"], work) == [2]
    assert Memory({"timeline": first.now["timeline"][:-1]}).recall("timeline", ["a", "b"], work) == [3]
    assert Memory(again.now, version="2").recall("timeline", ["a", "b"], work) == [4]


def test_only_what_is_new_is_left_and_what_nobody_asks_for_is_forgotten() -> None:
    first = Memory()
    for name in ("same", "other", "pair of a", "pair of b", "old", "spared"):
        first.recall(name, ["a"], lambda: [1])
    assert first.news() == first.now
    again = Memory(first.now, keys={"a": "key"})
    again.recall("same", ["a"], lambda: [2])
    again.recall("other", ["b"], lambda: [3])
    again.spare_sources("pair of ")
    again.spare("spared")
    news = again.news()
    assert {name: row and plain.load(row[KEY:]) for name, row in news.items()} == {
        "old": None,
        "pair of b": None,
        "other": [3],
    }


def test_a_corrected_speaker_groups_no_event_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    before = written(project).briefing.timeline
    assert before
    grouped: list[int] = []

    def noted(tellings: Sequence[Features], weight: Mapping[str, float]) -> list[list[int]]:
        grouped.append(len(tellings))
        return groups(tellings, weight)

    monkeypatch.setattr(sys.modules["onrecord.across.timeline"], "groups", noted)
    page = project.root / "docs/sources/harbour.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("[!quote] ", "[!quote] Dame ", 1), "utf-8", newline="\n")
    assert [len(day.told) for day in written(project).briefing.timeline] == [len(day.told) for day in before]
    assert grouped == []
    page.write_text(
        re.sub(r"\[!event\] .*", "[!event] Monday 2 May 2022", text, count=1), "utf-8", newline="\n"
    )
    assert "2022-05-02" in [day.date for day in written(project).briefing.timeline]
    assert len(grouped) == 1


@pytest.mark.parametrize("change", [b"{}", b"", None])
def test_a_data_file_that_was_changed_or_lost_is_written_again(tmp_path: Path, change: bytes | None) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    for _ in range(2):
        written(project)
    file = project.root / "docs/data/annotations/harbour.jsonld"
    before = file.read_bytes()
    if change is None:
        file.unlink()
    else:
        file.write_bytes(change)
    assert list(project.changes(written(project).files)) == []
    assert file.read_bytes() == before


def test_data_of_a_source_that_is_gone_goes_and_is_forgotten(tmp_path: Path) -> None:
    project = Project.at(briefing(tmp_path / "b"))
    for _ in range(2):
        written(project)
    for path in (project.root / "sources").glob("ferry.*"):
        path.unlink()
    for _ in range(2):
        written(project)
    assert not (project.root / "docs/data/annotations/ferry.jsonld").exists()
    assert (project.root / "docs/data/annotations/harbour.jsonld").exists()
    with project.remembered() as found:
        assert [name for name in found.found("") if "ferry" in name] == []
