"""The compare page as MkDocs builds it: links, ids, headings, and the words of the marks."""

import re
from pathlib import Path

import pytest

from compare_sample import compared, many
from site_built import broken_links, build, html_pages, in_order, levels_of, read, written
from site_sample import ROOT, write_project

SAMPLE = compared()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("compared"), SAMPLE)


def test_every_link_resolves_and_every_id_is_the_only_one(built: Path) -> None:
    assert broken_links(built) == []
    for path in html_pages(built):
        ids = read(path).ids
        assert sorted(set(ids)) == sorted(ids), path.name


def test_headings_come_in_order(built: Path) -> None:
    for path in html_pages(built):
        assert in_order(levels_of(path)), path.name


def test_marks_of_coverage_have_words(built: Path) -> None:
    html = (built / "compare.html").read_text("utf-8")
    table = html.split('class="onrecord-coverage"')[1].split("</table>")[0]
    assert len(re.findall(r"<th>", table)) == 1 + len(SAMPLE.entries)
    marks = re.findall(r"<td><a href=\"[^\"]+\">(.*?)</a></td>", table.split("<tbody>")[1])
    marks = [mark for mark in marks if mark[0] in "●◐≠"]
    assert set(marks) == {"● <em>full</em>", "◐ <em>part</em>", "≠ <em>contradicted</em>"}


def test_many_pages_build_without_a_warning(tmp_path: Path) -> None:
    assert broken_links(written(tmp_path, many(60))) == []


def test_a_briefing_without_the_page_in_its_navigation_builds_as_before(tmp_path: Path) -> None:
    write_project(tmp_path, SAMPLE)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    older = config.replace("  - Compare: compare.md\n", "").replace("  /compare/*.md\n", "")
    assert older.count("compare") == 0
    (tmp_path / "mkdocs.yml").write_text(older, "utf-8")
    done = build(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert (tmp_path / "site" / "compare.html").is_file()
