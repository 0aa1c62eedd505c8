"""JSON-LD in the pages: schema.org's types, and nothing that a browser or a template engine takes for its own."""

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_sample import compared
from onrecord.briefing import Alias, Briefing, Entry, Person, Said
from onrecord.model import DESK_NOTE, Annotations, Source, Speaker, Statement
from onrecord.publish.data_files import data_files, head_files
from onrecord.publish.json_ld import heads, is_person, of_source, quoted, script
from onrecord.publish.references import references
from site_built import build
from site_sample import ROOT, briefing, write_project
from test_exports import TEXT
from test_exports import hostile as hostile_event

PIECES = """{{ }} {% %} {# #} { < </script> <!-- <script> &lt; \\ " @ x é 😀 {%raw%} {{config}}""".split()
TRICKS = st.lists(st.sampled_from([*PIECES, " ", "\n", "\u2028"]), max_size=12).map("".join)
ANY = st.one_of(TEXT, TRICKS)
DAY = re.compile(r"\d{4}(-\d\d){0,2}")
KNOWN: dict[str, tuple[set[str], set[str]]] = {
    "NewsArticle": (
        {"headline"},
        {
            "datePublished",
            "dateModified",
            "publisher",
            "url",
            "author",
            "inLanguage",
            "hasPart",
            "description",
        },
    ),
    "Quotation": (
        {"identifier", "text"},
        {"spokenByCharacter", "dateCreated", "datePublished", "url", "isPartOf"},
    ),
    "Person": ({"name"}, {"alternateName", "jobTitle"}),
    "Thing": ({"name"}, {"alternateName", "description"}),
    "Organization": ({"name"}, set()),
    "ProfilePage": ({"mainEntity"}, {"hasPart"}),
    "ItemList": ({"name", "itemListElement"}, set()),
    "ListItem": ({"position", "item"}, set()),
    "Event": ({"name", "startDate", "description", "url"}, {"endDate", "eventStatus"}),
    "Dataset": ({"name", "description", "distribution"}, {"temporalCoverage"}),
    "DataDownload": ({"contentUrl", "encodingFormat"}, set()),
    "CollectionPage": ({"name"}, {"hasPart"}),
}
KNOWN["CreativeWork"] = KNOWN["NewsArticle"]
"""Type of schema.org → properties that a record needs, and that it may have."""


class Scripts(HTMLParser):
    """The elements of a piece of HTML, and what its JSON-LD scripts hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.found: list[str] = []
        self.inside = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "script" and ("type", "application/ld+json") in attrs:
            self.inside = True
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")
        self.inside = False


def of_sources(sample: Briefing) -> list[str]:
    known = references(sample)
    return [of_source(entry, known) for entry in sample.entries]


def records(sample: Briefing) -> dict[str, Any]:
    """Page → what its head says."""
    return {page: held(html) for page, html in heads(sample, of_sources(sample))}


def held(html: str) -> Any:
    found = Scripts(html)
    assert found.tags == ["script", "/script"]
    return json.loads(found.found[0])


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every record with a type."""
    if isinstance(node, dict):
        yield node
    for below in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(below)


def faults(record: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one record by schema.org's rules, as far as they are used here."""
    kind = record["@type"]
    needed, allowed = KNOWN[kind]
    names = set(record) - {"@type", "@context"}
    yield from (f"{kind} lacks {name}" for name in sorted(needed - names))
    yield from (f"{kind} has {name}" for name in sorted(names - needed - allowed))
    for name in names & {"datePublished", "dateModified", "dateCreated", "startDate", "endDate"}:
        if not DAY.fullmatch(record[name]):
            yield f"{kind}: {name} is {record[name]}"
    for name in names & {"url", "contentUrl"}:
        if not re.fullmatch(r"(https?://|#|data/)[!-~]*", record[name]):
            yield f"{kind}: {name} is {record[name]}"


def all_faults(sample: Briefing) -> list[str]:
    return [fault for record in records(sample).values() for node in nodes(record) for fault in faults(node)]


def hostile(text: str) -> Briefing:
    """Every text of a source, a statement and an event is `text`."""
    first = hostile_event(text)
    statement = Statement("x-2", "direct", (), Speaker(None, text, text), text, 1, to=text, via=text)
    source = replace(first.entries[0].source, byline=(text,), agency=text, language=text, kind=text or None)
    entry = Entry(source, Annotations((statement,), events=first.entries[0].annotations.events))
    person = Person(text, "who", (text,), (Said(entry, statement),), (Alias(text, text),))
    return replace(first, entries=(entry,), people=(person,))


# Nothing breaks out


@given(ANY)
def test_any_text_comes_back(text: str) -> None:
    sample = hostile(text)
    found = records(sample)
    assert found["sources/a.md"]["hasPart"][0].get("text", "") == text if text else True
    assert found["index.md"].get("name", "") == text
    assert found["timeline.md"]["itemListElement"][0]["item"].get("name", "") == text
    if text:
        assert found["speakers/who.md"]["mainEntity"]["name"] == text


@given(ANY)
def test_a_template_engine_finds_nothing_in_it(text: str) -> None:
    engine = jinja2.Environment(keep_trailing_newline=True, undefined=jinja2.StrictUndefined)
    for _, html in heads(hostile(text), of_sources(hostile(text))):
        assert not re.search(r"\{[{%#]", html)
        assert engine.from_string(html).render() == html


@given(ANY)
def test_a_browser_finds_one_element_and_no_other(text: str) -> None:
    for _, html in heads(hostile(text), of_sources(hostile(text))):
        inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")
        assert not set(inside) & set("<>&%#\u2028\u2029")


@given(st.recursive(ANY, lambda inner: st.lists(inner, max_size=3), max_leaves=8))
def test_braces_of_records_stay(value: Any) -> None:
    record = {"@type": "Thing", "name": value, "about": [{"@type": "Thing", "name": value}]}
    assert held(script(record)) == {"@context": "https://schema.org", **record}


# What is said


def test_pages_keep_the_rules_of_their_types() -> None:
    sample = compared()
    assert all_faults(sample) == []
    assert {node["@type"] for record in records(sample).values() for node in nodes(record)} > {
        *("NewsArticle", "Quotation", "Person", "Event", "Dataset", "CollectionPage", "ProfilePage")
    }


@given(ANY.filter(bool))
def test_pages_of_any_text_keep_them(text: str) -> None:
    assert all_faults(hostile(text)) == []


def test_a_source_tells_its_article_and_quotations() -> None:
    sample = briefing()
    found = records(sample)
    for entry in sample.entries:
        page = found[entry.page]
        assert page["headline"] == entry.source.title
        assert page.get("datePublished") == entry.source.published
        direct = [one for one in entry.annotations.statements if one.kind != "indirect"]
        assert [part["text"] for part in page["hasPart"]] == [quoted(one) for one in direct]
        assert [part["url"] for part in page["hasPart"]] == [f"#{one.id}" for one in direct]
        for part, one in zip(page["hasPart"], direct, strict=True):
            assert part.get("spokenByCharacter", {}).get("name") == one.speaker.name


def test_a_speaker_has_the_same_quotations_as_the_sources() -> None:
    sample = briefing()
    found = records(sample)
    by_ident = {
        part["identifier"]: part["text"] for entry in sample.entries for part in found[entry.page]["hasPart"]
    }
    told = [
        part
        for person in sample.people
        for part in found.get(f"speakers/{person.slug}.md", {}).get("hasPart", [])
    ]
    assert len(told) > 5
    assert all(by_ident[part["identifier"]] == part["text"] for part in told)
    assert all(part["isPartOf"]["headline"] for part in told)


def test_a_desk_note_is_no_article_of_the_outlet() -> None:
    source = Source("a", "sources/a.txt", "x", outlet="The Post", kind=DESK_NOTE)
    page = records(Briefing("A", (Entry(source, Annotations()),), (), ()))["sources/a.md"]
    assert page["@type"] == "CreativeWork"
    assert "publisher" not in page
    assert page["description"] == "desk note on a report in The Post"


def test_only_what_is_in_quotation_marks_is_a_quotation() -> None:
    words = "he was “not so much tired” as “bored”"
    one = Statement("x", "mixed", (), Speaker(None, "A"), words, 1)
    assert quoted(one) == "“not so much tired” … “bored”"
    assert quoted(replace(one, kind="direct")) == words
    assert quoted(replace(one, kind="indirect")) == ""


def test_events_have_days() -> None:
    items = records(briefing())["timeline.md"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    starts = [item["item"]["startDate"] for item in items]
    assert "1968-09-14" in starts
    assert "2016" in starts, "as precise as it is known, and no more"
    for item in items:
        if "endDate" in item["item"]:
            assert date.fromisoformat(item["item"]["startDate"]) < date.fromisoformat(item["item"]["endDate"])


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person("Ann Bell", "a", ("mayor",), ()), True),
        (Person("Ann Bell", "a", (), (), (Alias("Bell", "last name alone"),)), True),
        (Person("Harbour Board", "a", (), (), (Alias("the board", "short form"),)), False),
        (Person("Kestrel", "a", (), (), (Alias("Kestrel", "itself"),)), False),
    ],
)
def test_only_who_is_known_to_be_a_person_is_called_one(person: Person, expected: bool) -> None:
    assert is_person(person) is expected


def test_downloads_are_there() -> None:
    sample = compared()
    listed = {one["contentUrl"] for one in records(sample)["index.md"]["distribution"]}
    assert listed <= {f"data/{name}" for name in data_files(sample, references(sample))}
    assert len(listed) > 5


# In the pages


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, one source of which tries to break out, with the heads of its pages."""
    folder = tmp_path_factory.mktemp("heads")
    sample = tricky()
    write_project(folder, sample)
    for name, content in head_files(sample, references(sample)).items():
        target = folder / "theme" / "jsonld" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def tricky() -> Briefing:
    sample = briefing()
    first = sample.entries[0]
    title = "{{ config }} {% raw %} {# x #} </script><script>hit()</script> <!--"
    source = replace(first.source, byline=(title,), outlet=title)
    return replace(sample, entries=(replace(first, source=source), *sample.entries[1:]))


def embedded(page: Path) -> list[Any]:
    return [json.loads(text) for text in Scripts(page.read_text("utf-8")).found]


def check_site(site: Path) -> None:
    """Each page has its own head and no other."""
    expected = records(tricky())
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).with_suffix(".md").as_posix()
        assert embedded(path) == ([expected[page]] if page in expected else []), page
    assert not list(site.rglob("*jsonld*")), "the parts of the theme are no pages"


def test_mkdocs_puts_them_into_the_pages(project: Path) -> None:
    done = build(project)
    assert done.returncode == 0, done.stderr
    check_site(project / "site")


@pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="zensical is not installed")
def test_zensical_does_so_too(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    check_site(project / "site")


def test_without_them_the_site_is_built_all_the_same(tmp_path: Path) -> None:
    """As in a fresh clone."""
    write_project(tmp_path, briefing())
    assert build(tmp_path).returncode == 0
    assert [page for page in (tmp_path / "site").rglob("*.html") if embedded(page)] == []


def test_new_briefings_get_the_same_override() -> None:
    starter = ROOT / "build_scripts" / "onrecord" / "publish" / "starter"
    assert (starter / "theme" / "main.html").read_bytes() == (ROOT / "theme" / "main.html").read_bytes()
