"""Files are written all or none, and nothing outside the briefing is touched."""

import json
from pathlib import Path

import pytest

from briefings import briefing, tree
from machine import NEEDS_POSIX
from onrecord.project import JOURNAL, WORK, Project
from onrecord.texts import Fault, read_source


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.at(briefing(tmp_path / "b"))


def message(fault: pytest.ExceptionInfo[Fault]) -> str:
    return str(fault.value.problems[0])


def test_files_are_written_and_removed_together(project: Project) -> None:
    project.write({"docs/a.md": b"a", "docs/b/c.md": b"c"})
    project.write({"docs/a.md": None, "docs/b/c.md": b"d"})
    assert tree(project.root / "docs") == {"b/c.md": b"d"}
    assert not (project.root / JOURNAL).exists()


def test_only_what_differs_is_a_change(project: Project) -> None:
    project.write({"docs/a.md": b"a\n", "docs/b.md": b"b\n"})
    assert project.changes({"docs/a.md": b"a\n", "docs/b.md": b"c\n", "docs/c.md": None}) == {
        "docs/b.md": b"c\n"
    }


def test_line_ends_alone_are_no_change(project: Project) -> None:
    project.write({"docs/a.md": b"a\r\nb\r\n"})
    assert project.changes({"docs/a.md": b"a\nb\n"}) == {}
    assert project.read("docs/a.md") == "a\nb\n"


@pytest.mark.parametrize("broken", ["_lay_down", "json"])
def test_a_failure_before_the_journal_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    project.write({"docs/a.md": b"a"})
    before = tree(project.root, WORK)
    calls = 0

    def full(path: Path, data: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls == (2 if broken == "_lay_down" else 3):
            raise OSError(28, "No space left on device", str(path))
        path.write_bytes(data)

    monkeypatch.setattr("onrecord.project._lay_down", full)
    with pytest.raises(Fault) as fault:
        project.write({"docs/a.md": b"new", "docs/b.md": b"b"})
    assert "No space left on device" in message(fault)
    monkeypatch.undo()
    project.finish()
    assert tree(project.root, WORK) == before


def test_a_change_cut_off_after_the_journal_is_finished_next_time(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[Path] = []
    real = Project._move

    def dies(self: Project, part: str | None, target: Path) -> None:
        if moved:
            raise KeyboardInterrupt
        moved.append(target)
        real(self, part, target)

    monkeypatch.setattr(Project, "_move", dies)
    with pytest.raises(KeyboardInterrupt):
        project.write({"docs/a.md": b"a", "docs/b.md": b"b"})
    monkeypatch.undo()
    assert len(tree(project.root / "docs")) == 1
    with project.locked():
        assert tree(project.root / "docs") == {"a.md": b"a", "b.md": b"b"}


def test_a_journal_does_not_lead_outside(project: Project) -> None:
    (project.root / WORK).mkdir(parents=True)
    (project.root / WORK / "0").write_bytes(b"x")
    (project.root / JOURNAL).write_text(json.dumps([[f"{WORK}/0", "../out.md"]]))
    with pytest.raises(Fault):
        project.finish()
    assert not (project.root.parent / "out.md").exists()


@NEEDS_POSIX
def test_a_link_that_leaves_the_briefing_is_refused(project: Project) -> None:
    outside = project.root.parent / "outside"
    outside.mkdir()
    (project.root / "docs").symlink_to(outside)
    with pytest.raises(Fault) as fault:
        project.write({"docs/a.md": b"a"})
    assert "leads out of the briefing" in message(fault)
    assert tree(outside) == {}


def test_two_commands_at_once_are_refused(project: Project) -> None:
    with project.locked(), pytest.raises(Fault) as fault, Project(project.root).locked():
        pass
    assert "Another onrecord is at work" in message(fault)


def test_names_that_would_share_a_page_are_refused(project: Project) -> None:
    for name in ("Harbour.html", "index.txt"):
        (project.root / "sources" / name).write_text("x", encoding="utf-8")
    with pytest.raises(Fault) as fault:
        project.sources()
    assert [(p.path, p.message) for p in fault.value.problems] == [
        (
            "sources/harbour.txt",
            "The name is taken by sources/Harbour.html: both would be the page harbour.md.",
        ),
        ("sources/index.txt", "The name is taken by the list of sources: both would be the page index.md."),
    ]


def test_names_too_long_for_what_is_made_of_them_are_refused(project: Project) -> None:
    (project.root / "sources" / f"{'ö' * 100}.txt").write_text("x", encoding="utf-8")
    assert len(project.sources()) == 3
    (project.root / "sources" / f"{'ö' * 101}.txt").write_text("x", encoding="utf-8")
    with pytest.raises(Fault) as fault:
        project.sources()
    assert message(fault).endswith(
        "The name is longer than 200 bytes. Shorten it: pages and data are named after it."
    )


def test_a_sidecar_without_its_text_is_refused(project: Project) -> None:
    (project.root / "sources" / "gone.yml").write_text("outlet: x\n", encoding="utf-8")
    with pytest.raises(Fault) as fault:
        project.sources()
    assert message(fault).startswith("sources/gone.yml: This sidecar has no text beside it.")


def test_mkdocs_yml_may_name_python_objects(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("site_name: A\nx: !!python/name:os.system\n", encoding="utf-8")
    assert project.title() == "A"


def test_a_folder_without_a_briefing_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Fault) as fault:
        Project.at(tmp_path)
    assert "onrecord init" in message(fault)


def test_a_text_is_called_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "note.txt").write_text("x", encoding="utf-8")
    (tmp_path / "note.yml").write_text("outlet: y\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for shown in ("note.txt", f"{tmp_path.as_posix()}/note.txt"):
        found = read_source(Path(shown), shown)
        assert (found.path, found.data, found.sidecar) == (shown, b"x", b"outlet: y\n")
