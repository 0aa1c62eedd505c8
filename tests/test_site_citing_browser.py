"""In Chromium: the script cites as publish/citing.py does, finds the original's words, and all of it by keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from compare_sample import compared
from machine import CHROMIUM, NEEDS_CHROMIUM
from onrecord.briefing import Briefing
from onrecord.markdown import url
from onrecord.publish.citing import citation, original
from site_built import build
from site_sample import briefing, write_project
from test_site_browser import CLIPBOARD, CONTRAST, address

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = NEEDS_CHROMIUM

SAMPLES = {"compared": compared(), "plain": briefing()}
AMBIGUOUS = "a captain, who asked not to be named"
"""On a page "name, role" reads the same with a comma in the name; the script cites such a name up to its comma."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for name, sample in SAMPLES.items():
        folder = tmp_path_factory.mktemp(name)
        write_project(folder, sample)
        assert build(folder).returncode == 0
        made[name] = folder / "site"
    return made


@pytest.fixture
def tab() -> Iterator[Any]:
    with playwright.sync_playwright() as engine:
        found = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = found.new_page(viewport={"width": 1400, "height": 900})
        tab.errors = []
        tab.on("pageerror", lambda error: tab.errors.append(str(error)))
        tab.add_init_script(CLIPBOARD)
        yield tab
        found.close()
        assert tab.errors == []


CITED = """ids => ids.map(id => {
  const block = document.getElementById(id).closest('.admonition, details');
  block.querySelector('.onrecord-tools button:nth-of-type(2)').click();
  const link = block.querySelector('.onrecord-tools a');
  return [window.copied, link && link.getAttribute('href')];
})"""


@pytest.mark.parametrize("name", SAMPLES)
def test_the_script_says_what_the_build_says(sites: dict[str, Path], tab: Any, name: str) -> None:
    for entry in SAMPLES[name].entries:
        statements = entry.annotations.statements
        tab.goto(address(sites[name], f"sources/{entry.source.name}.html"))
        found = tab.evaluate(CITED, [one.id for one in statements])
        for one, (copied, link) in zip(statements, found, strict=True):
            expected = citation(entry, one)
            if one.speaker.name == AMBIGUOUS:
                expected = expected.replace(", who asked not to be named", "")
            assert copied == expected
            there = original(entry.source, one.words)
            assert link == (url(there) if there else None)


def test_a_name_with_a_comma_is_known_from_the_head_of_the_page(sites: dict[str, Path], tab: Any) -> None:
    entry = next(one for one in SAMPLES["compared"].entries if one.source.name == "radio-ferry")
    one = next(said for said in entry.annotations.statements if said.speaker.name == AMBIGUOUS)
    known = {"hasPart": [{"url": f"#{one.id}", "spokenByCharacter": {"name": AMBIGUOUS}}]}
    page = sites["compared"] / "sources" / "radio-ferry.html"
    head = f'<script type="application/ld+json">{json.dumps(known)}</script></head>'
    page.with_name("known.html").write_text(page.read_text("utf-8").replace("</head>", head), "utf-8")
    tab.goto(address(sites["compared"], "sources/known.html"))
    assert tab.evaluate(CITED, [one.id])[0][0] == citation(entry, one)


def every_citation(sample: Briefing) -> set[str]:
    return {citation(entry, one) for entry in sample.entries for one in entry.annotations.statements}


@pytest.mark.parametrize("page", ["speakers/petra-vance.html", "compare.html"])
def test_pages_that_repeat_statements_cite_them(sites: dict[str, Path], tab: Any, page: str) -> None:
    tab.goto(address(sites["compared"], page))
    buttons = tab.locator(".onrecord-tools button")
    copied = set()
    for number in range(buttons.count()):
        buttons.nth(number).focus()
        tab.keyboard.press("Enter")
        copied.add(tab.evaluate("window.copied"))
    assert len(copied) >= 7
    assert copied <= every_citation(SAMPLES["compared"])


@pytest.mark.parametrize("page", ["compare.html", "speakers/petra-vance.html", "sources/wire-ferry.html"])
def test_everything_is_reached_by_keyboard_and_seen_when_it_is(
    sites: dict[str, Path], tab: Any, page: str
) -> None:
    tab.goto(address(sites["compared"], page))
    wanted = tab.evaluate(
        "[...document.querySelectorAll('article :is(a[href], button)')].filter(it => it.checkVisibility()).length"
    )
    tab.evaluate(
        "document.querySelector('article h1').tabIndex = -1; document.querySelector('article h1').focus()"
    )
    reached = 0
    for _ in range(3 * wanted):
        tab.keyboard.press("Tab")
        state = tab.evaluate(
            "(async () => { const it = document.activeElement; if (!it.closest('article')) return null;"
            "await Promise.all(it.getAnimations().map(one => one.finished));"
            "const style = getComputedStyle(it); return { outline: style.outlineStyle + style.outlineWidth,"
            "seen: it.checkVisibility({ opacityProperty: true }) } })()"
        )
        if state is None:
            break
        reached += 1
        assert state["seen"], "what has the focus is to be seen"
        assert state["outline"] == "solid2px"
    assert reached == wanted


@pytest.mark.parametrize(
    "page", ["compare.html", "index.html", "speakers/petra-vance.html", "sources/index.html"]
)
def test_nothing_is_wider_than_a_telephone(sites: dict[str, Path], tab: Any, page: str) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto(address(sites["compared"], page))
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


COLUMNS = """() => {
  const table = document.querySelector('.onrecord-coverage ~ .md-typeset__scrollwrap table');
  const middle = node => { const box = node.getBoundingClientRect(); return box.x + box.width / 2; };
  return {
    words: [...table.rows].map(row => row.cells[0].getBoundingClientRect().x),
    wide: table.rows[1].cells[0].getBoundingClientRect().width,
    off: [...table.querySelectorAll('td + td > a')].map(mark => middle(mark) - middle(mark.parentElement)),
    scrolled: table.closest('.md-typeset__scrollwrap').scrollLeft,
  };
}"""


def test_of_who_carries_what_the_words_stay_and_the_marks_scroll(sites: dict[str, Path], tab: Any) -> None:
    tab.set_viewport_size({"width": 260, "height": 740})
    tab.goto(address(sites["compared"], "compare.html"))
    tab.wait_for_selector(".onrecord-coverage ~ .md-typeset__scrollwrap table")
    before = tab.evaluate(COLUMNS)
    assert before["wide"] > 170
    assert all(abs(off) < 1.5 for off in before["off"]), "a mark stands in the middle of its column"
    tab.evaluate("document.querySelector('.onrecord-coverage ~ .md-typeset__scrollwrap').scrollLeft = 500")
    after = tab.evaluate(COLUMNS)
    assert after["scrolled"] > 0
    assert after["words"] == before["words"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast_enough(sites: dict[str, Path], tab: Any, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    for page in ("compare.html", "compare.html#more-than-four-hundred-0004", "speakers/petra-vance.html"):
        tab.goto(address(sites["compared"], page))
        tab.wait_for_timeout(300)
        assert tab.evaluate(CONTRAST) == [], page


def test_the_sides_of_a_difference_stand_beside_each_other_where_there_is_room(
    sites: dict[str, Path], tab: Any
) -> None:
    tab.goto(address(sites["compared"], "compare.html"))
    sides = tab.locator(".onrecord-differences ~ ul >> nth=0").locator("> li")
    one, other = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert one["y"] == other["y"]
    assert other["x"] >= one["x"] + one["width"]
    tab.set_viewport_size({"width": 360, "height": 740})
    one, other = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert other["y"] >= one["y"] + one["height"]
    assert one["x"] == other["x"]


def test_the_words_beside_the_marks_of_coverage_are_for_ears_only(sites: dict[str, Path], tab: Any) -> None:
    tab.goto(address(sites["compared"], "compare.html"))
    cell = tab.locator(".onrecord-coverage ~ * td a", has_text="contradicted")
    assert cell.locator("em").bounding_box()["width"] <= 1
    assert tab.get_by_role("link", name="≠ contradicted").count() == 1
