"""More than 2,000 hostile texts, built once and opened in Chromium: they are shown as text, and do nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pypdf
import pytest

import hostile_briefing
from machine import CHROMIUM, NEEDS_CHROMIUM
from onrecord import mkdocs, pipeline
from onrecord.briefing import Briefing, Entry
from onrecord.markdown import seen
from onrecord.project import Project

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = NEEDS_CHROMIUM

ALARM = "window.hits = 0; window.hit = () => { window.hits += 1; console.log('hit') }"
READ = """
() => {
  const content = document.querySelector('.md-content__inner');
  content.querySelectorAll('.headerlink, .onrecord-tools').forEach(node => node.remove());
  const kinds = new Set();
  for (const node of content.querySelectorAll('*'))
    kinds.add([node.localName, ...node.getAttributeNames().sort()].join(' '));
  content.querySelectorAll('details').forEach(node => { node.open = true });
  const words = node => { const copy = node.cloneNode(true);
    document.body.append(copy); const text = copy.innerText; copy.remove(); return text };
  const paragraphs = {}, callouts = {};
  for (const node of content.querySelectorAll('a[id]')) {
    if (/^p[0-9]+$/.test(node.id)) {
      const home = node.closest('p, h1');
      node.textContent = '';
      paragraphs[node.id] = (paragraphs[node.id] ?? '') + words(home);
    } else if (node.closest('.admonition, details')) {
      const home = node.closest('.admonition, details');
      callouts[node.id] = [...home.children].map(child => words(child));
    }
  }
  return {kinds: [...kinds], paragraphs, callouts, hits: window.hits,
    title: content.querySelector('h1').innerText, all: content.innerText,
    quotes: [...content.querySelectorAll('blockquote > p:first-child')].map(words),
    links: [...content.querySelectorAll('[href], [src], [action]')].map(
      node => node.getAttribute('href') ?? node.getAttribute('src') ?? node.getAttribute('action')),
    heads: document.querySelectorAll('base, meta[http-equiv], object, embed').length};
}
"""


WRITTEN = frozenset(
    """
    a href/a href title/a id/a aria-label href id/a href style/p/p class/div class/h1 id/h2 id/h3 id/ul/li/li hidden
    br/em/em data-status/strong/code/blockquote/details class/summary/table/thead/tbody/tr/th/th style/td/td style
    form aria-label class/label/input type/select/option value/output
    button aria-expanded aria-label class type/svg aria-label preserveAspectRatio role viewBox/path d
    """.replace("/", "\n")
    .replace("    ", "")
    .split("\n")
)
"""Every kind of element that the tool and its script write into a page's content, with its attributes."""
FOUND = frozenset(
    "a article aside code del details div h1 h2 h3 input label li mark nav ol p span summary svg path ul".split()
)
"""What Material writes into its list of search results."""


@dataclass(frozen=True)
class Built:
    """The folder with its site, and what the pages hold."""

    root: Path
    briefing: Briefing


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("hostile") / "b"
    hostile_briefing.make(root)
    project = Project.at(root)
    plan = pipeline.plan(project, pdf=True)
    project.write(plan.files)
    mkdocs.build(project, strict=False, newest=None)
    return Built(root, plan.briefing)


@pytest.fixture(scope="module")
def tab() -> Iterator[Any]:
    """A page that remembers whatever a script of a source could do."""
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1200, "height": 900})
        tab.alarms = []
        tab.add_init_script(ALARM)
        tab.on("console", lambda message: tab.alarms.append(message.text))
        tab.on("pageerror", lambda error: tab.alarms.append(str(error)))
        tab.on("dialog", lambda dialog: tab.alarms.append(dialog.message))
        tab.on("popup", lambda page: tab.alarms.append(page.url))
        tab.on("request", lambda request: tab.alarms.append(request.url) if _is_away(request.url) else None)
        yield tab
        browser.close()


def _is_away(url: str) -> bool:
    return not url.startswith(("file:", "data:image/", "blob:", "about:"))


def opened(built: Built, tab: Any, page: str) -> dict[str, Any]:
    """What is to be seen on a page of the site, after checking what must hold for each."""
    tab.goto((built.root / "site").as_uri() + "/" + quote(page.removesuffix(".md") + ".html"))
    found: dict[str, Any] = tab.evaluate(READ)
    assert found["hits"] == 0
    assert found["heads"] == 0
    assert tab.alarms == []
    assert set(found["kinds"]) <= WRITTEN, (page, set(found["kinds"]) - WRITTEN)
    away = [link for link in found["links"] if ":" in link.split("/")[0] or link.startswith("//")]
    assert all(link.startswith("https://a.example/") for link in away)
    return found


def words(text: str) -> str:
    return " ".join(seen(text).split())


def folded(text: str) -> str:
    return " ".join(text.split())


def test_every_paragraph_shows_the_words_of_its_source(built: Built, tab: Any) -> None:
    count = 0
    for entry in built.briefing.entries:
        found = opened(built, tab, entry.page)
        source = entry.source
        shown = {ident: folded(text) for ident, text in found["paragraphs"].items()}
        assert shown == {f"p{p.number}": words(source.text[slice(*p.span)]) for p in source.paragraphs}
        check_callouts(entry, found["callouts"])
        count += len(shown)
    assert count >= 2_000


def check_callouts(entry: Entry, found: dict[str, list[str]]) -> None:
    """Each annotation stands once, with its title and words."""
    expected: dict[str, tuple[str, str]] = {}
    for s in entry.annotations.statements:
        title = ", ".join(part for part in (s.speaker.name or "Unattributed", s.speaker.role) if part)
        expected[s.id] = (title, s.words)
    shown = {
        ident: (folded(parts[0]), folded(parts[1])) for ident, parts in found.items() if ident in expected
    }
    assert shown == {ident: (words(title), words(said)) for ident, (title, said) in expected.items()}
    events = {e.id: words(e.what) for e in entry.annotations.events}
    assert {ident: folded(parts[1]) for ident, parts in found.items() if ident in events} == events
    assert found.keys() == expected.keys() | events.keys()


def test_speakers_have_their_names_and_words(built: Built, tab: Any) -> None:
    people = built.briefing.people
    assert {"<img src=x onerror=hit()> *Bell*", "Tom [Finch](javascript:hit()) | x"} <= {
        p.name for p in people
    }
    for person in people[:12]:
        found = opened(built, tab, f"speakers/{person.slug}.md")
        assert folded(found["title"]) == words(person.name)
        said, about = ({words(one.statement.words) for one in ones} for ones in (person.said, person.about))
        assert said <= set(map(folded, found["quotes"])) <= said | about


def test_no_other_page_holds_anything_else(built: Built, tab: Any) -> None:
    """Whatever lists and comparisons there are."""
    docs = built.root / "docs"
    for path in sorted(docs.glob("*.md")):
        opened(built, tab, path.relative_to(docs).as_posix())


def test_lists_name_everything(built: Built, tab: Any) -> None:
    briefing = built.briefing
    for page, named in (
        ("index.md", [briefing.title]),
        ("timeline.md", [told.lead.event.what for day in briefing.timeline for told in day.told]),
        ("speakers/index.md", [person.name for person in briefing.people]),
        (
            "sources/index.md",
            [text for e in briefing.entries for text in (e.source.label, e.source.rights or "")],
        ),
    ):
        found = folded(opened(built, tab, page)["all"])
        assert [text for text in map(words, named) if text not in found] == []


@pytest.mark.parametrize("term", ["script", "onerror", "k0003k", "javascript:hit", "img"])
def test_search_shows_no_more_than_text(built: Built, tab: Any, term: str) -> None:
    tab.goto((built.root / "site/index.html").as_uri())
    tab.click(".md-search__input")
    tab.keyboard.type(term)
    tab.wait_for_selector(".md-search-result__item a", timeout=15_000)
    kinds = "nodes => [...new Set(nodes.map(node => node.localName))]"
    assert set(tab.eval_on_selector_all(".md-search-result__list *", kinds)) <= FOUND
    risky = "nodes => nodes.filter(n => n.getAttributeNames().some(a => a.startsWith('on') || a === 'style')).length"
    assert tab.eval_on_selector_all(".md-search-result__list *", risky) == 0
    assert tab.evaluate("window.hits") == 0
    assert tab.alarms == []


def test_the_book_holds_every_text(built: Built) -> None:
    reader = pypdf.PdfReader(built.root / pipeline.PDF)
    printed = "".join(folded(page.extract_text()).replace(" ", "") for page in reader.pages)
    marks = [f"k{number:04}k" for number in range(0, 2_500, 100)]
    texts = "".join(entry.source.text for entry in built.briefing.entries)
    assert [mark for mark in marks if mark in texts and mark not in printed] == []
    assert "<script>hit()</script>" in printed
    assert not any("/JavaScript" in str(page) or "/JS" in str(page) for page in reader.pages)
