"""The same mkdocs.yml with Zensical, which Material's makers name as its successor. A test dependency only."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_built import broken_links, build, html_pages, read
from site_sample import briefing, write_project

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("zensical") is None, reason="zensical is not installed"
)
CALLOUT = re.compile(
    r'<(div|details) class="(?:admonition )?(quote|event|thought|note|source)">\s*(.*?)</\1>', re.S
)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sample built by MkDocs and by Zensical, each in a folder of its own."""
    ours, theirs = tmp_path_factory.mktemp("mkdocs"), tmp_path_factory.mktemp("zensical")
    for folder in (ours, theirs):
        write_project(folder, briefing())
    assert build(ours).returncode == 0
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=theirs, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    return ours / "site", theirs / "site"


def callouts(page: Path) -> list[tuple[str, str]]:
    """Kind and HTML of each callout, white space between tags left out."""
    return [
        (kind, re.sub(r">\s+<", "><", html)) for _, kind, html in CALLOUT.findall(page.read_text("utf-8"))
    ]


def test_callouts_are_the_same(sites: tuple[Path, Path]) -> None:
    pages = sorted(path.relative_to(sites[0]) for path in sites[0].glob("sources/*.html"))
    found = {page: (callouts(sites[0] / page), callouts(sites[1] / page)) for page in pages}
    assert sum(len(ours) for ours, _ in found.values()) == 4 + 12 + 11
    assert {kind for ours, _ in found.values() for kind, _ in ours} == {"source", "quote", "event", "thought"}
    for page, (ours, theirs) in found.items():
        assert ours == theirs, page


def test_the_same_pages_and_anchors(sites: tuple[Path, Path]) -> None:
    for path in html_pages(sites[0]):
        other = sites[1] / path.relative_to(sites[0])
        ours, theirs = read(path), read(other)
        written = {ident for ident in ours.ids if not ident.startswith("__")}
        assert written <= set(theirs.ids), path.name


def test_links_resolve_and_nothing_loads_from_elsewhere(sites: tuple[Path, Path]) -> None:
    assert broken_links(sites[1]) == []
    for path in html_pages(sites[1]):
        assert [link for link in read(path).loads if "//" in link] == [], path.name


def test_search_splits_words_alike(sites: tuple[Path, Path]) -> None:
    """Or words beside quotation marks would not be found."""
    ours = json.loads((sites[0] / "search" / "search_index.json").read_text("utf-8"))
    theirs = json.loads((sites[1] / "search.json").read_text("utf-8"))
    assert ours["config"]["separator"] == theirs["config"]["separator"]
    assert re.split(theirs["config"]["separator"], "said “hairline damage”") == [
        "said",
        "hairline",
        "damage",
        "",
    ]
