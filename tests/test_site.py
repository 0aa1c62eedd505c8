"""The generated pages and the built site, with MkDocs itself."""

import os
import re
from dataclasses import replace

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
from onrecord.publish.site import GeneratedPage, marked, pages
from site_sample import FIXTURES, TITLE, briefing

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
