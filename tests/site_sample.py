"""A small briefing in records, and as a project folder, for the tests of the site. All of it is invented."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import yaml
from markdown_it.utils import read_fixture_file

from onrecord.across.timeline import timeline
from onrecord.briefing import Briefing, Entry, Person, Said
from onrecord.model import (
    Annotations,
    Event,
    EventStatus,
    Paragraph,
    Source,
    Speaker,
    Statement,
    annotation_id,
    slug_of,
    words_of,
)
from onrecord.pages.writer import write_page
from onrecord.publish.exports import ics, timelinejs
from onrecord.publish.site import pages
from onrecord.publish.tables import timeline_csv

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures" / "site"
TITLE = "The Velmo bridge closure"


def briefing(title: str = TITLE, copies: int = 1, file: str = "sources.md") -> Briefing:
    """The sample as records; with `copies`, each source that many times under names of its own."""
    cases = read_fixture_file(FIXTURES / file)
    entries = [
        _entry(f"{name}-{number}" if number else name, text, yaml.safe_load(facts))
        for number in range(copies)
        for _, name, text, facts in cases
    ]
    entries.sort(key=lambda entry: (entry.source.published or "9999", entry.source.name))
    people = _people(entries)
    return Briefing(title, tuple(entries), people, timeline(entries, people))


def _entry(name: str, text: str, facts: dict[str, Any]) -> Entry:
    """A source from its text and the sidecar-like `facts`, with `statements` and `events` by their words."""
    paragraphs: list[Paragraph] = []
    place = 0
    for number, block in enumerate(text.rstrip("\n").split("\n\n"), 1):
        start = text.index(block, place)
        place = start + len(block)
        paragraphs.append(Paragraph(number, (start, place), facts.get("kinds", {}).get(number, "text")))
    fields = {k: v for k, v in facts.items() if k not in {"statements", "events", "kinds"}}
    fields = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    source = Source(name, f"sources/{name}.txt", text, tuple(paragraphs), title=text.split("\n")[0], **fields)
    statements = tuple(_statement(source, **fact) for fact in facts.get("statements", []))
    events = tuple(_event(source, **fact) for fact in facts.get("events", []))
    return Entry(source, Annotations(statements, events=events))


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return (start, start + len(words))


def _paragraph(source: Source, place: int) -> int:
    return next(p.number for p in source.paragraphs if p.span[0] <= place < p.span[1])


def _statement(source: Source, words: str, by: str = "", role: str | None = None, **fields: Any) -> Statement:
    spans = tuple(_span(source.text, part) for part in words.split(" … "))
    shown = words_of(source.text, spans)
    fields = {"kind": "direct", **fields}
    place = _paragraph(source, spans[0][0])
    return Statement(
        annotation_id(shown),
        content=spans,
        speaker=Speaker(None, by or None, role),
        words=shown,
        paragraph=place,
        **fields,
    )


def _event(source: Source, words: str, date: str, status: EventStatus, said_as: str) -> Event:
    span = _span(source.text, words)
    ident = annotation_id(f"{words} {date}")
    place = _paragraph(source, span[0])
    return Event(ident, date, words, span, status, place, said_as)


def _people(entries: list[Entry]) -> tuple[Person, ...]:
    said: dict[str, list[Said]] = {}
    for entry in entries:
        for statement in entry.annotations.statements:
            if statement.speaker.name:
                said.setdefault(statement.speaker.name, []).append(Said(entry, statement))
    people = []
    for name, things in said.items():
        things.sort(
            key=lambda s: (s.statement.said_on or s.entry.source.published or "9999", s.entry.source.name)
        )
        roles = Counter(s.statement.speaker.role for s in things if s.statement.speaker.role)
        people.append(
            Person(name, slug_of(name), tuple(role for role, _ in roles.most_common()), tuple(things))
        )
    return tuple(sorted(people, key=lambda person: (-len(person.said), person.name)))


def write_project(folder: Path, sample: Briefing) -> None:
    """A project folder as a build leaves it: mkdocs.yml, theme, assets, source pages and generated pages."""
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    shutil.copytree(ROOT / "theme", folder / "theme", ignore=shutil.ignore_patterns("jsonld"))
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    written = {entry.page: write_page(entry.source, entry.annotations) for entry in sample.entries}
    written |= {page.path: page.template for page in pages(sample, pdf=True)}
    written |= {"data/timeline.ics": ics(sample), "data/timeline.json": timelinejs(sample)}
    written["data/timeline.csv"] = timeline_csv(sample)
    for path, text in written.items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")
    (folder / "docs" / "assets" / "briefing.pdf").write_bytes(b"%PDF-1.7\n")
