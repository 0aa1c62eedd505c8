"""The site in a real browser, opened from a file: search, no request off the machine, and the small script."""

import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from machine import CHROMIUM, NEEDS_CHROMIUM
from site_built import build
from site_sample import briefing, write_project

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = NEEDS_CHROMIUM

ORPHANS = """
## <a id="orphans"></a>No longer in the text

> [!quote] Odo Brask
>
> that nobody had asked him
>
> indirect <a id="that-nobody-had-1a2b"></a>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    write_project(folder, briefing())
    with (folder / "docs" / "sources" / "northern-wire-money.md").open("a", encoding="utf-8") as page:
        page.write(ORPHANS)
    assert build(folder).returncode == 0
    return folder / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as engine:
        found = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A fresh page that notes every request, and every error of a script."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    tab = context.new_page()
    tab.requests, tab.errors = [], []
    tab.on("request", lambda request: tab.requests.append(request.url))
    tab.on("pageerror", lambda error: tab.errors.append(str(error)))
    yield tab
    context.close()
    away = [url for url in tab.requests if not url.startswith(("file:", "data:", "blob:", "about:"))]
    assert away == []
    assert tab.errors == []


def address(site: Path, page: str) -> str:
    path, _, anchor = page.partition("#")
    return (site / path).as_uri() + (f"#{anchor}" if anchor else "")


def test_search_from_a_file_finds_a_word_of_a_quotation(site: Path, tab: Any) -> None:
    tab.goto(address(site, "index.html"))
    tab.click(".md-search__input")
    tab.keyboard.type("hairline")
    # What the first letters find shows up meanwhile.
    found = ".md-search-result__item a[href*='h=hairline']"
    result = tab.wait_for_selector(found, timeout=15_000)
    assert "harbour-post-closure.html" in result.get_attribute("href")
    links = tab.eval_on_selector_all(".md-search-result__item > a", "links => links.map(link => link.href)")
    assert len(links) == 1, "the same words must not be found on the pages that repeat them"
    assert len(tab.requests) > 5


@pytest.mark.parametrize(
    "page", ["index.html", "timeline.html", "speakers/ines-tarrow.html", "sources/index.html"]
)
def test_pages_make_no_request_off_the_machine(site: Path, tab: Any, page: str) -> None:
    tab.goto(address(site, page))
    tab.wait_for_load_state("networkidle")


def test_a_link_into_a_folded_callout_opens_it(site: Path, tab: Any) -> None:
    tab.goto(address(site, "sources/northern-wire-money.html"))
    folded = tab.locator("details.thought")
    assert folded.get_attribute("open") is None
    ident = folded.locator("a[id]").get_attribute("id")
    tab.goto(address(site, f"sources/northern-wire-money.html#{ident}"))
    assert folded.get_attribute("open") is not None
    assert folded.get_by_text("the rest would follow before summer").is_visible()


def test_paragraph_numbers_are_links_and_no_part_of_the_text(site: Path, tab: Any) -> None:
    tab.goto(address(site, "sources/harbour-post-closure.html"))
    number = tab.locator("#p3")
    assert number.get_attribute("href") == "#p3"
    assert number.bounding_box()["height"] < 20
    number.click()
    assert tab.url.endswith("#p3")
    copied = tab.evaluate(
        "() => { const p = document.getElementById('p4').parentNode; getSelection().selectAllChildren(p);"
        " return getSelection().toString() }"
    )
    assert copied.startswith("The piers were last examined in 2016")


CLIPBOARD = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() }"


def test_link_and_citation_are_copied(site: Path, tab: Any) -> None:
    tab.add_init_script(CLIPBOARD)
    tab.goto(address(site, "sources/harbour-post-closure.html"))
    callout = tab.locator(".admonition.quote").first
    callout.hover()
    callout.get_by_role("button", name="Copy a citation of this place").click()
    assert tab.evaluate("window.copied") == "Ines Tarrow, quoted in The Harbour Post, 4 March 2022, ¶3"
    callout.get_by_role("button", name="Copy a link to this place").click()
    ident = callout.locator("a[id]").get_attribute("id")
    assert tab.evaluate("window.copied") == address(site, f"sources/harbour-post-closure.html#{ident}")
    event = tab.locator(".admonition.event").first
    event.hover()
    event.get_by_role("button", name="Copy a citation of this place").click()
    assert tab.evaluate("window.copied") == "The Harbour Post, 4 March 2022, ¶2"


def test_timeline_is_filtered_by_status_source_and_words(site: Path, tab: Any) -> None:
    tab.goto(address(site, "timeline.html"))
    shown = tab.locator(".onrecord-timeline ~ ul > li:visible")
    everything = shown.count()
    tab.get_by_label("Status").select_option("planned")
    assert [item.locator("em").inner_text() for item in shown.all()] == ["planned"] * 3
    assert tab.locator("h2", has_text="September 1968").is_hidden()
    tab.get_by_label("Source").select_option("Northern Wire, 9 March 2022")
    assert shown.count() == 1
    tab.get_by_label("Source").select_option("")
    tab.get_by_label("Status").select_option("")
    tab.get_by_label("Words or a name").fill("ferry CROSSINGS")
    assert shown.count() == 1
    tab.get_by_label("Words or a name").fill("")
    assert shown.count() == everything


def test_callouts_stand_beside_their_paragraph_on_a_wide_screen(site: Path, tab: Any) -> None:
    tab.goto(address(site, "sources/harbour-post-closure.html"))
    paragraph = tab.locator("p:has(> #p6)").bounding_box()
    boxes = [tab.locator(f".admonition:has(a[href='#p6']) >> nth={n}").bounding_box() for n in range(3)]
    assert all(box["x"] >= paragraph["x"] + paragraph["width"] for box in boxes)
    assert abs(boxes[0]["y"] - paragraph["y"]) < 30
    gaps = [below["y"] - above["y"] - above["height"] for above, below in pairwise(boxes)]
    assert all(0 < gap < 30 for gap in gaps), "a long paragraph must not push its callouts apart"
    assert tab.locator("p:has(> #p7)").bounding_box()["y"] >= boxes[2]["y"] + boxes[2]["height"]


def test_callouts_keep_their_room_where_a_page_has_orphans(site: Path, tab: Any) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(address(site, "sources/harbour-post-closure.html"))
    wide = tab.locator(".admonition.quote >> nth=0").bounding_box()
    tab.goto(address(site, "sources/northern-wire-money.html"))
    assert tab.locator(".admonition.quote >> nth=0").bounding_box()["width"] == wide["width"]
    heading = tab.locator("h2:has(#orphans)").bounding_box()
    orphan = tab.locator(".admonition:has(#that-nobody-had-1a2b)").bounding_box()
    assert abs(orphan["x"] - heading["x"]) < 2
    assert 0 <= orphan["y"] - heading["y"] - heading["height"] < 30


def test_nothing_is_wider_than_a_telephone(site: Path, tab: Any) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    for page in ("index.html", "timeline.html", "sources/harbour-post-closure.html", "speakers/index.html"):
        tab.goto(address(site, page))
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, page


CONTRAST = """
() => {
  const channel = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const parse = (c) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
  const behind = (node) => { for (; node; node = node.parentElement) {
    const c = parse(getComputedStyle(node).backgroundColor); if (c[3] > 0.99) return c; }
    return [255, 255, 255, 1]; };
  const poor = [];
  const walk = document.createTreeWalker(document.querySelector('.md-container'), NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || !node.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (node.closest('.headerlink, .md-top, .md-nav, .md-search')) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(node.tagName + ' ' + node.className + ' ' + text.data.slice(0, 30) + ' ' + ratio);
  }
  return poor;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast_enough(site: Path, tab: Any, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)
    for page in (
        "index.html",
        "timeline.html",
        "sources/northern-wire-money.html#p3",
        "speakers/ines-tarrow.html",
    ):
        tab.goto(address(site, page))
        tab.wait_for_timeout(600)
        assert tab.evaluate(CONTRAST) == [], page


def test_paper_shows_what_is_folded_and_no_navigation(site: Path, tab: Any) -> None:
    tab.goto(address(site, "sources/northern-wire-money.html"))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.get_by_text("the rest would follow before summer", exact=True).is_visible()
    for part in (".md-header", ".md-tabs", ".md-footer", ".onrecord-tools >> nth=0"):
        assert tab.locator(part).first.is_hidden(), part


def test_paper_has_no_empty_page(site: Path, tab: Any) -> None:
    for page in ("index.html", "sources/index.html", "timeline.html"):
        tab.goto(address(site, page))
        paper = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True))).pages
        assert [number for number, sheet in enumerate(paper, 1) if not sheet.extract_text().strip()] == []


def test_without_scripts_everything_is_readable(site: Path, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address(site, "timeline.html"))
    assert tab.get_by_text("Ferry operators added twelve crossings").is_visible()
    tab.goto(address(site, "sources/harbour-post-closure.html"))
    assert tab.get_by_text("the report of that year had mentioned", exact=False).first.is_visible()
    context.close()
