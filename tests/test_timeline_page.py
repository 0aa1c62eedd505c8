"""The timeline's page: as Markdown, as both generators publish it, and in Chromium with its script."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markdown_it.token import Token

from machine import CHROMIUM, NEEDS_CHROMIUM
from onrecord.across.timeline import timeline as told_in
from onrecord.markdown import PARSER
from onrecord.publish.site_strip import strip
from onrecord.publish.site_timeline import timeline
from site_built import build
from site_sample import briefing, write_project
from timeline_sample import briefing_of

SAMPLE = briefing_of(
    """a 2031-04-22 | 2031-04-26 planned | on Tuesday | Ines Tarrow will visit Velmo on Tuesday
b 2031-04-23 | 2031-04-26 planned | on April 26 | Ines Tarrow will meet Odo Brask in Velmo on April 26
c 2031-04-27 | 2031-W17 happened | this week | Ines Tarrow met Odo Brask of the port council in Velmo this week
d 2031-04-27 | XXXX-05-01 planned | on May 1 | The ferry will sail on May 1
e 2031-04-27 | 2031-04-19T14:00 happened | at 2 p.m. | The barge sank at 2 p.m.""",
    url="https://post.example/",
)


def lists(tokens: list[Token]) -> list[int]:
    """The depth of each list item, in order."""
    depth, found = 0, []
    for token in tokens:
        depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if token.type == "list_item_open":
            found.append(depth)
    return found


def test_other_wordings_are_a_list_below_their_entry() -> None:
    made = timeline(SAMPLE)
    assert lists(PARSER.parse(made)) == [1, 1, 2, 2, 1]
    assert "*happened* · planned when this was written · “on April 26”" in made
    assert "    - [Ines Tarrow met Odo Brask of the port council in Velmo this week]" in made
    assert "*happened* · week of 21 April 2031 · “this week” · [Report c, 27 April 2031, ¶1]" in made
    assert "told by 3 sources" in made
    assert "*happened* · 14:00 · “at 2 p.m.” · [Report e, 27 April 2031, ¶1]" in made


def test_headings_are_months_and_days_and_the_undated_last() -> None:
    headings = [line for line in timeline(SAMPLE).split("\n") if line.startswith("#")]
    assert headings == [
        *("## April 2031", "### Saturday 19 April 2031", "### Saturday 26 April 2031"),
        *("## Without a year", "### 1 May, year unknown"),
    ]


def test_each_rival_date_leads_to_the_other() -> None:
    line = "{} planned | on Tuesday | Tarrow will have lunch at work with Odo Brask on Tuesday"
    days = ("a 2031-04-22 | 2031-04-29", "b 2031-04-23 | 2031-05-06")
    made = timeline(briefing_of("\n".join(line.format(day) for day in days)))
    links = re.findall(r"\*\*Another date is given elsewhere:\*\* \[(.*?)\]\(timeline\.md#(.*?)\)", made)
    assert [date for date, _ in links] == ["Tuesday 6 May 2031", "Tuesday 29 April 2031"]
    assert all(f'<a id="{ident}">' in made for _, ident in links)


def test_a_rival_among_the_places_is_marked_on_the_entry_and_on_the_place() -> None:
    line = "{} planned | on Tuesday | Tarrow will have lunch at work with Odo Brask on Tuesday"
    days = ("a 2031-04-22 | 2031-04-29", "b 2031-04-23 | 2031-04-29", "c 2031-04-30 | 2031-05-06")
    made = timeline(briefing_of("\n".join(line.format(day) for day in days)))
    assert lists(PARSER.parse(made)) == [1, 2, 2]
    assert "*planned* · **dates differ** · “on Tuesday”" in made
    assert "*planned* · here Tuesday 6 May 2031, another date · “on Tuesday” · [Report c" in made
    assert "dates differ" not in timeline(SAMPLE), "a week that holds the day is no other date"


def test_people_lead_to_their_pages() -> None:
    made = timeline(briefing())
    assert "[Ines Tarrow](speakers/ines-tarrow.md)" not in made, "nobody is named in the sample's events"
    sample = briefing()
    day = next(day for day in sample.timeline if day.told)
    named = replace(day, told=tuple(replace(one, people=("Ines Tarrow", "Nobody Known")) for one in day.told))
    made = timeline(replace(sample, timeline=(named,)))
    assert made.count("[Ines Tarrow](speakers/ines-tarrow.md)") == len(day.told)
    assert "Nobody Known" not in made


# The strip


def test_strip_shows_most_days_and_says_how_many_it_leaves_out() -> None:
    line = "a 2031-05-22 | {} happened | then | Thing {}"
    days = ["1931-02-03", *(f"2031-04-{n:02d}" for n in range(8, 20)), "2031-05-02", "2090-01-01"]
    made = strip(briefing_of("\n".join(line.format(day, n) for n, day in enumerate(days))))
    assert "The strip shows 8–19 April 2031, 12 dated events; 1 earlier and 2 later not shown." in made
    assert made.count("v-") == 12
    assert [int(x) for x in re.findall(r"M(\d+) ", made)] == [5 + 90 * n for n in range(12)]


@pytest.mark.parametrize("last", ["2031-12-31", "2032-03-01", "2032-04-15"])
def test_labels_of_the_strip_do_not_overlap(last: str) -> None:
    line = "a 2031-05-22 | {} happened | then | Thing {}"
    days = [*(f"2031-{month:02d}-12" for month in range(1, 13)), last]
    made = strip(briefing_of("\n".join(line.format(day, n) for n, day in enumerate(days))))
    labels = re.findall(r'style="(left|right):(.*?)%">', made)
    # A label takes at most 16% of the width, from its left or up to its right.
    starts = [float(place) if side == "left" else 84 - float(place) for side, place in labels]
    assert all(second - first >= 16 for first, second in pairwise(starts)), labels


def test_strip_is_small_has_no_blank_line_and_its_labels_lead_to_entries() -> None:
    line = "a 2031-12-31 | 2031-{:02d}-{:02d} happened | then | Thing {} {}"
    sample = briefing_of("\n".join(line.format(m, d, m, d) for m in range(1, 13) for d in range(1, 29)))
    made = strip(sample)
    image = made.split("\n\n")[0]
    assert image.startswith("<div")
    assert image.endswith("</div>")
    assert len(image) < 6_000
    ids = {told.id for day in sample.timeline for told in day.told}
    labels = re.findall(r'<a href="#(.*?)" style="(?:left|right):(.*?)%">', made)
    assert 4 <= len(labels) <= 7
    assert {ident for ident, _ in labels} <= ids


def test_no_strip_for_less_than_two_days() -> None:
    assert strip(briefing_of("a 2031-12-31 | 2031 happened | then | Thing")) == ""
    assert strip(briefing_of("a 2031-12-31 | 2031-04-01 happened | then | Thing")) == ""


# In Chromium


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("timeline")
    sample = briefing()
    tarrow = next(person for person in sample.people if person.name == "Ines Tarrow")
    days = tuple(
        replace(day, told=tuple(replace(t, people=(tarrow.name,)) for t in day.told))
        if len(day.told) > 1
        else day
        for day in told_in(sample.entries, sample.people)
    )
    write_project(folder, replace(sample, timeline=days))
    assert build(folder).returncode == 0
    return (folder / "site" / "timeline.html").as_uri()


@pytest.fixture
def tab(address: str) -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as engine:
        found = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = found.new_page(viewport={"width": 1400, "height": 900})
        tab.errors = []
        tab.on("pageerror", lambda error: tab.errors.append(str(error)))
        tab.goto(address)
        yield tab
        assert tab.errors == []
        found.close()


@NEEDS_CHROMIUM
def test_other_wordings_fold_and_open(tab: Any, address: str) -> None:
    other = tab.locator("li li", has_text="on 3 March")
    assert other.is_hidden()
    tab.get_by_role("button", name="1 other wording").click()
    assert other.is_visible()
    tab.get_by_role("button", name="1 other wording").click()
    assert other.is_hidden()
    tab.emulate_media(media="print")
    assert other.is_visible(), "paper shows what is folded"
    tab.emulate_media(media="screen")
    ident = other.locator("a[id]").get_attribute("id")
    tab.goto(f"{address}#{ident}")
    assert other.is_visible(), "a link to a wording opens it"


@NEEDS_CHROMIUM
def test_without_a_script_everything_is_shown(address: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as engine:
        found = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = found.new_context(java_script_enabled=False).new_page()
        tab.goto(address)
        assert tab.locator("li li", has_text="on 3 March").is_visible()
        assert tab.locator(".onrecord-filters").count() == 0
        found.close()


@NEEDS_CHROMIUM
def test_entries_are_filtered_by_who_is_named(tab: Any) -> None:
    shown = tab.locator(".onrecord-timeline ~ ul > li:visible")
    tab.get_by_label("Person named").select_option("Ines Tarrow")
    assert shown.count() == 2
    assert tab.locator(".onrecord-timeline ~ h2:visible").all_inner_texts() == ["March 2022#"]
    assert tab.locator(".onrecord-filters output").inner_text() == "2 of 10 shown"
    tab.get_by_label("Source").select_option("Desk note on The Evening Star, 10 March 2022")
    assert shown.count() == 0
    assert tab.locator(".onrecord-timeline ~ h2:visible").count() == 0
    tab.get_by_label("Person named").select_option("")
    assert shown.count() == 2, "what it tells in other words counts for the source, too"


@NEEDS_CHROMIUM
def test_status_is_told_by_a_mark_and_not_by_colour_alone(tab: Any) -> None:
    marks = tab.eval_on_selector_all(
        ".onrecord-timeline ~ ul > li > em",
        "all => all.map(it => it.dataset.status + getComputedStyle(it, '::before').content.slice(1, 2))",
    )
    assert set(marks) == {"happened●", "planned○", "reported◐"}


@NEEDS_CHROMIUM
def test_each_entry_has_a_link_to_itself(tab: Any) -> None:
    links = tab.eval_on_selector_all(
        ".onrecord-timeline ~ ul a[id]", "all => all.map(it => it.getAttribute('href') === '#' + it.id)"
    )
    assert len(links) == 11
    assert all(links)


def test_both_copies_of_the_assets_are_one() -> None:
    root = Path(__file__).parent.parent
    for kept in (root / "docs" / "assets").rglob("onrecord.*"):
        starter = root / "build_scripts/onrecord/publish/starter" / kept.relative_to(root)
        assert starter.read_bytes() == kept.read_bytes(), kept.name
