"""The sample's site as MkDocs builds it: links, ids, headings, what it loads, and what `onrecord init` copies."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from onrecord.publish.site import LEAD_HERE
from site_built import broken_links, build, html_pages, in_order, levels_of, read, written
from site_sample import ROOT, briefing, write_project

LONGEST_PAGE = 25_000
SAMPLE = briefing()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("built"), SAMPLE)


def test_every_internal_link_and_anchor_resolves(built: Path) -> None:
    assert broken_links(built) == []


def test_the_link_checker_sees_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<p id="x"></p><a href="#x">1</a><a href="#y">2</a><a href="b.html">3</a>'
    )
    assert broken_links(tmp_path) == ["a.html -> #y", "a.html -> b.html"]


def test_ids_are_unique_on_each_page(built: Path) -> None:
    for path in html_pages(built):
        ids = read(path).ids
        assert sorted(set(ids)) == sorted(ids), path.name


def test_pages_load_nothing_from_elsewhere(built: Path) -> None:
    sources = [entry.source.url for entry in SAMPLE.entries if entry.source.url]
    for path in sorted(built.rglob("*.html")):
        found = read(path)
        assert [link for link in found.loads if "//" in link] == [], path.name
        away = [link.split("#:~:")[0] for link in found.links if "//" in link]
        assert set(away) <= set(sources), path.name
    for path in [
        *built.rglob("assets/stylesheets/onrecord.css"),
        *built.rglob("assets/javascripts/onrecord.js"),
    ]:
        assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", path.read_text("utf-8")), path.name


def test_pages_of_short_sources_are_small(built: Path) -> None:
    for path in built.glob("sources/*.html"):
        assert path.stat().st_size <= LONGEST_PAGE, path.name


def test_source_pages_stay_out_of_the_navigation(built: Path) -> None:
    for path in html_pages(built):
        html = path.read_text("utf-8")
        navigation = "".join(re.findall(r"<nav.*?</nav>", html, re.S))
        assert "harbour-post-closure" not in navigation, path.name


def test_headings_come_in_order(built: Path) -> None:
    for path in html_pages(built):
        assert in_order(levels_of(path)), path.name


def test_words_of_a_source_reach_the_page_as_they_are(built: Path) -> None:
    html = (built / "sources" / "undated-interview.html").read_text("utf-8")
    words = (
        "She &lt;b&gt;never&lt;/b&gt; heard from the city again, she said [in] a *long* talk | at her kitchen"
    )
    assert words in html.replace("&#124;", "|")


def test_hostile_title_stays_text_in_the_built_page(tmp_path: Path) -> None:
    title = 'A</title><script src="x.js"></script>'
    entry = SAMPLE.entries[0]
    source = replace(entry.source, title=title, paragraphs=entry.source.paragraphs[1:])
    write_project(
        tmp_path, replace(SAMPLE, title=title, entries=(replace(entry, source=source), *SAMPLE.entries[1:]))
    )
    build(tmp_path)
    for path in html_pages(tmp_path / "site"):
        assert "x.js" not in read(path).loads, path.name


def test_a_second_build_writes_the_same_bytes(built: Path, tmp_path: Path) -> None:
    write_project(tmp_path, SAMPLE)
    assert build(tmp_path).returncode == 0
    for path in html_pages(built):
        assert path.read_bytes() == (tmp_path / "site" / path.relative_to(built)).read_bytes()


def test_configuration_uses_nothing_that_another_builder_would_drop() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert [next(iter(plugin)) if isinstance(plugin, dict) else plugin for plugin in config["plugins"]] == [
        "search",
        "offline",
    ]
    assert "hooks" not in config
    assert config["theme"]["font"] is False


# What `onrecord init` copies


STARTER = ROOT / "build_scripts" / "onrecord" / "publish" / "starter"


def test_starter_looks_like_this_site() -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    start = (STARTER / "mkdocs.yml").read_text("utf-8")
    assert re.sub(r"(?m)^site_name: .*", "", start) == re.sub(r"(?m)^site_name: .*", "", config)
    ours = [path for path in (ROOT / "docs" / "assets").rglob("*.*") if path.suffix in {".css", ".js"}]
    assert len(ours) == 3
    for path in ours:
        assert path.read_bytes() == (STARTER / path.relative_to(ROOT)).read_bytes(), path.name


def test_starter_has_the_parts_that_a_briefing_needs() -> None:
    files = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file()}
    needed = {"mkdocs.yml", "sources/README", "docs/index.md", ".github/workflows/pages.yml", ".gitignore"}
    assert needed <= files
    workflow = yaml.safe_load((STARTER / ".github/workflows/pages.yml").read_text("utf-8"))
    assert set(workflow["jobs"]) == {"build", "deploy"}
    assert LEAD_HERE in (STARTER / "docs" / "index.md").read_text("utf-8")
