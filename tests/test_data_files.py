"""Which data files a build writes, keeps up to date, and takes away again."""

import io
import json
from pathlib import Path

import pytest

from briefings import briefing, put
from compare_sample import compared
from onrecord import pipeline
from onrecord.briefing import Briefing
from onrecord.project import Project
from onrecord.publish.data_files import data_files, head_files
from onrecord.publish.references import references
from site_sample import ROOT

OVERRIDE = (ROOT / "theme" / "main.html").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with two sources."""
    return briefing(tmp_path)


def built(root: Path) -> dict[str, bytes | None]:
    """What a build of the briefing writes; it is written."""
    project = Project.at(root)
    plan = pipeline.plan(project, pdf=False)
    project.write(project.changes(plan.files))
    return {path: data for path, data in plan.files.items() if path.startswith(("docs/data/", "theme/"))}


def there(root: Path) -> set[str]:
    folders = (root / "docs" / "data", root / "theme" / "jsonld")
    return {path.relative_to(root).as_posix() for folder in folders for path in folder.rglob("*.*")}


def test_all_files_are_there() -> None:
    sample = compared()
    files = data_files(sample, references(sample))
    assert set(files) == {
        *("briefing.json", "briefing.schema.json", "statements.csv"),
        *("timeline.csv", "timeline.ics", "timeline.json", "sources.csl.json", "sources.bib"),
        *(f"annotations/{entry.source.name}.jsonld" for entry in sample.entries),
        "annotations/index.jsonld",
    }
    for name, content in files.items():
        assert content.endswith(b"\n"), name
        assert content.startswith(b"\xef\xbb\xbf") == name.endswith(".csv"), name
        if name.endswith((".json", ".jsonld")):
            json.load(io.BytesIO(content))
    assert json.loads(files["briefing.json"])["$schema"] in files


def test_same_briefing_same_bytes() -> None:
    one, other = compared(), compared()
    assert data_files(one, references(one)) == data_files(other, references(other))
    assert head_files(one, references(one)) == head_files(other, references(other))


def test_a_briefing_of_nothing_has_them_too() -> None:
    empty = Briefing("Empty", (), (), ())
    assert set(head_files(empty, references(empty))) == {
        "index.md.html",
        "timeline.md.html",
        "sources/index.md.html",
    }
    assert "annotations/index.jsonld" not in data_files(empty, references(empty))


def test_heads_are_written_where_the_theme_includes_them(root: Path) -> None:
    assert not [path for path in built(root) if path.startswith("theme/")]
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text('{% extends "base.html" %}', encoding="utf-8")
    assert not [path for path in built(root) if path.startswith("theme/")], "somebody's own override"
    (root / "theme" / "main.html").write_text(OVERRIDE, encoding="utf-8")
    assert "theme/jsonld/sources/harbour.md.html" in built(root)
    assert "theme/main.html" not in built(root)


def test_what_is_gone_goes(root: Path) -> None:
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text(OVERRIDE, encoding="utf-8")
    built(root)
    before = there(root)
    assert "docs/data/annotations/ferry.jsonld" in before
    assert "theme/jsonld/speakers/tom-finch.md.html" in before
    for name in ("ferry.txt", "ferry.yml"):
        (root / "sources" / name).unlink()
    built(root)
    assert before - there(root) >= {
        "docs/data/annotations/ferry.jsonld",
        "theme/jsonld/sources/ferry.md.html",
        "theme/jsonld/speakers/tom-finch.md.html",
    }
    assert all("ferry" not in path for path in there(root))


def test_a_source_that_is_only_linked_takes_its_words_away(root: Path) -> None:
    built(root)
    words = "nobody is sent home"
    holding = {path for path, data in built(root).items() if data and words.encode() in data}
    assert {"docs/data/briefing.json", "docs/data/statements.csv"} < holding
    put(root, "harbour", (root / "sources" / "harbour.txt").read_text("utf-8"), "publish: link\n")
    built(root)
    assert "docs/data/annotations/harbour.jsonld" not in there(root)
    for path in there(root):
        assert words not in (root / path).read_text("utf-8"), path


def test_a_second_build_changes_nothing(root: Path) -> None:
    files = built(root)
    assert built(root) == files
    assert Project.at(root).changes(files) == {}
