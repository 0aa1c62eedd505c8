"""The generated pages and the built site, with MkDocs itself."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onrecord.briefing import (
    Alias,
    Briefing,
    Copy,
    CoverageRow,
    Day,
    Difference,
    DifferenceKind,
    Entry,
    Happening,
    OnlyHere,
    Origin,
    Person,
    RoleAt,
    Said,
    Shared,
    Side,
    Told,
    Wording,
)
from onrecord.markdown import PARSER
from onrecord.model import Annotations, Event, Source, Speaker, Statement
from onrecord.publish.site import LEAD_HERE, GeneratedPage, marked, pages
from site_sample import FIXTURES, ROOT, TITLE, briefing, write_project

LONGEST_PAGE = 25_000
SAMPLE = briefing()


def page(path: str, sample: Briefing = SAMPLE, *, pdf: bool = True) -> GeneratedPage:
    return next(page for page in pages(sample, pdf=pdf) if page.path == path)


def rows(markdown: str) -> list[list[str]]:
    """The cells of every table row, heads and rules left out."""
    lines = [line for line in markdown.split("\n") if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    rules = [number for number, row in enumerate(cells) if set("".join(row)) <= {"-", ":"}]
    return [row for number, row in enumerate(cells) if number not in rules and number + 1 not in rules]


# Pages


def test_paths_are_in_a_fixed_order() -> None:
    paths = [page.path for page in pages(SAMPLE, pdf=True)]
    people = [f"speakers/{person.slug}.md" for person in SAMPLE.people]
    assert paths == [
        "index.md",
        "timeline.md",
        "compare.md",
        "speakers/index.md",
        *people,
        "sources/index.md",
    ]


def test_templates_hold_their_regions_between_markers() -> None:
    for made in pages(SAMPLE, pdf=True):
        for name, content in made.regions:
            assert marked(name, content) in made.template
            assert made.template.count(f"<!-- onrecord: {name} -->") == 1


def test_same_briefing_same_pages() -> None:
    assert pages(briefing(), pdf=True) == pages(briefing(), pdf=True)


@pytest.mark.parametrize("path", ["index.md", "timeline.md", "speakers/ines-tarrow.md", "sources/index.md"])
def test_page_as_expected(path: str) -> None:
    """The whole pages, as files to be read: tests/fixtures/site/expected/."""
    expected = FIXTURES / "expected" / path
    if os.environ.get("ONRECORD_REWRITE"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(page(path).template, "utf-8", newline="\n")
    assert page(path).template == expected.read_text("utf-8")


def test_pdf_is_linked_only_where_there_is_one() -> None:
    assert 'href="assets/briefing.pdf"' in page("index.md").template
    assert "briefing.pdf" not in page("index.md", pdf=False).template


def test_pages_that_repeat_quotations_stay_out_of_search() -> None:
    for made in pages(SAMPLE, pdf=True):
        meta = yaml.safe_load(made.template.split("---\n")[1])
        quotes = [s.words for e in SAMPLE.entries for s in e.annotations.statements if s.kind == "direct"]
        if any(words in made.template for words in quotes):
            assert meta["search"] == {"exclude": True}, made.path
    assert "search" not in page("index.md").template.split("---\n")[1]


def test_desk_note_says_that_the_outlet_did_not_write_it() -> None:
    row = next(row for row in rows(page("sources/index.md").template) if "note-on-evening-star" in row[0])
    assert row[1:5] == [
        "desk note on a report in The Evening Star",
        "10\u00a0March\u00a02022",
        "",
        "desk note",
    ]
    assert "[Desk note on The Evening Star, 10 March 2022, ¶2]" in page("timeline.md").template
    for made in pages(SAMPLE, pdf=True):
        plain = re.sub(r"(?i)desk note on (a report in )?The Evening Star", "", made.template)
        assert "Evening Star" not in plain, made.path


def test_counts_add_up() -> None:
    entries = rows(page("sources/index.md").template)
    assert sum(int(row[6]) for row in entries) == sum(len(e.annotations.statements) for e in SAMPLE.entries)
    assert sum(int(row[7]) for row in entries) == sum(len(day.happenings) for day in SAMPLE.timeline)
    speakers = rows(page("speakers/index.md").template)
    assert [int(row[2]) for row in speakers] == [len(person.said) for person in SAMPLE.people]


def test_two_sources_of_one_outlet_and_day_are_told_apart() -> None:
    made = page("timeline.md", briefing(copies=2)).template
    assert "The Harbour Post, 4 March 2022 (Velmo bridge shut after cracks found in two piers), ¶2" in made


def test_an_anchor_stands_once_on_the_timeline() -> None:
    ids = re.findall(r'<a id="([^"]+)">', page("timeline.md", briefing(copies=2)).template)
    assert len(ids) == len(set(ids))
    assert set(ids) >= {event.id for entry in SAMPLE.entries for event in entry.annotations.events}


def test_dates_ahead_are_those_after_the_last_publication() -> None:
    latest, ahead = page("index.md").template.split("## Dates ahead")
    assert "Work is due to start" in ahead.split("\n## ")[0]
    assert "Work is due to start" not in latest


def test_long_events_are_cut_on_the_overview_only() -> None:
    entry = SAMPLE.entries[0]
    event = replace(entry.annotations.events[0], what=" ".join(["word"] * 40), date="2022-03-03")
    sample = replace(SAMPLE, timeline=(Day("2022-03-03", (Happening(entry, event),)),))
    assert f"[{' '.join(['word'] * 18)} …]" in page("index.md", sample).template
    assert f"[{' '.join(['word'] * 40)}]" in page("timeline.md", sample).template


def test_agency_stands_in_for_a_missing_outlet() -> None:
    entry = SAMPLE.entries[1]
    source = replace(entry.source, outlet=None, agency="Wire Agency")
    made = page(
        "sources/index.md", replace(SAMPLE, entries=(replace(entry, source=source),), people=(), timeline=())
    )
    assert rows(made.template)[0][1] == "Wire Agency"


def test_empty_briefing_has_pages_that_say_so() -> None:
    for made in pages(Briefing(TITLE, (), (), ()), pdf=False):
        assert made.regions[0][1], made.path
    assert "No source has been added yet." in page("sources/index.md", Briefing("T", (), (), ())).template


def test_large_briefing_keeps_the_overview_short() -> None:
    made = page("index.md", briefing(copies=200)).template
    assert len(made) < 12_000
    assert "[all 800 sources](sources/index.md)" in made


OUR_HTML = re.compile(
    r'<!-- .*-->|<br>|<a id="x-[2-7]">|</a>|<div class="onrecord-[a-z-]+"></div>'
    r'|<a href="data/timeline\.(ics|csv|json)">'
)
HOSTILE = "<script>alert(1)</script> | [x](javascript:1) `{{ 7 }}` *a* _b_ # ]( <!-- /onrecord --> “q”"


def hostile(text: str) -> Briefing:
    """A briefing in which everything that can be text is this text."""
    source = Source(
        "a", "sources/a.txt", text, title=text, outlet=text, rights=text, kind=text, byline=(text,)
    )
    speaker = Speaker(None, text, text)
    statement = Statement("x-1", "direct", (), speaker, text, 1, to=text, via=text, act=text)
    event = Event("x-2", text, text, None, "planned", 1, text)
    entry = Entry(source, Annotations((statement,), events=(event,)))
    timeline = (Day(text, (Happening(entry, event),)), Day("2022-04-26", (Happening(entry, event),)))
    said = Said(entry, statement)
    person = Person(
        text, "p", (text,), (said,), (Alias(text, text),), (RoleAt(text, text, text, (said,)),), (said,)
    )
    end = len(text)
    sides = (Side(entry, 1, text, (0, 1), None, "x-1"), Side(entry, 1, text, (end // 2, end)))
    pieces = ((False, text), (True, text), (False, text[::-1]), (True, text[1:]))
    wordings = (Wording(said, "same"), Wording(said, "part", pieces), Wording(said, "paraphrase", pieces[1:]))
    kinds: tuple[DifferenceKind, ...] = ("figure", "speaker")
    return Briefing(
        text,
        (entry,),
        (person,),
        timeline,
        shared=(Shared("x-3", wordings),),
        origins=(Origin("x-4", entry, text, (Copy(entry, 0.5, True, text),)),),
        differences=tuple(Difference(f"x-{n}", kind, text, sides, text) for n, kind in enumerate(kinds, 5)),
        coverage=(
            CoverageRow("statement", "x-3", text, {"a": "part"}),
            CoverageRow("event", "x-9", text, {"a": "contradicted"}),
        ),
        only_here=(OnlyHere(entry, (statement,), (Told("x-8", (Happening(entry, event),), "planned"),)),),
    )


@given(
    st.one_of(
        st.just(HOSTILE), st.text(alphabet="<>&|[]()*_`#\"'-+!:{}=~\\/ \n\tab1é“”\u2028\x85", min_size=1)
    )
)
def test_text_of_sources_makes_no_html_and_no_front_matter(text: str) -> None:
    for made in pages(hostile(text), pdf=False):
        front, body = made.template[4:].split("\n---\n", 1)
        meta = yaml.safe_load(front)
        assert set(meta) <= {"title", "search"}
        assert not set(str(meta["title"])) & set('<>"')
        tokens = [t for block in PARSER.parse(body) for t in (block, *(block.children or ()))]
        raw = [t.content.strip() for t in tokens if t.type in {"html_block", "html_inline"}]
        assert [html for html in raw if not OUR_HTML.fullmatch(html)] == []
        assert not [t for t in tokens if t.type in {"fence", "code_block", "code_inline", "image"}]
        targets = [str(t.attrGet("href")) for t in tokens if t.type == "link_open"]
        assert all(
            re.match(r"(\.\./)?(sources|speakers|timeline|compare)|#", target) for target in targets
        ), targets


# The built site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a site, built by MkDocs with this project's mkdocs.yml."""
    folder = tmp_path_factory.mktemp("built")
    write_project(folder, SAMPLE)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder / "site"


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")


class Links(HTMLParser):
    """Ids, links, and what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [value for key, value in attrs if key == "id" and value]
        href, src = found.get("href"), found.get("src")
        if href and tag == "a":
            self.links.append(href)
        elif href:
            self.loads.append(href)
        if src:
            self.loads.append(src)


def read(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text("utf-8"))
    return links


def html_pages(site: Path) -> Iterator[Path]:
    # 404.html is served at any depth, so its links start at the site's root.
    return (path for path in sorted(site.rglob("*.html")) if path.name != "404.html")


def broken_links(site: Path) -> list[str]:
    """Links to a file or an anchor that the site does not have."""
    known = {path: read(path) for path in html_pages(site)}
    broken = []
    for path, found in known.items():
        for link in [*found.links, *found.loads]:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchors = known[target].ids if target in known else []
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in anchors):
                broken.append(f"{path.name} -> {link}")
    return broken


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
        article = path.read_text("utf-8").split("<article", 1)[1].split("</article>", 1)[0]
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", article)]
        assert levels[0] == 1, path.name
        assert levels.count(1) == 1, path.name
        assert all(b - a <= 1 for a, b in pairwise(levels)), path.name


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
