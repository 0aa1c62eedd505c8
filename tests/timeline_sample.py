"""Briefings for the tests of the timeline, from lines such as those of tests/fixtures/timeline/. All invented."""

from typing import Any, get_args

from onrecord.across import collect
from onrecord.briefing import Briefing, Entry, Told
from onrecord.model import (
    Annotations,
    Event,
    EventStatus,
    Paragraph,
    Source,
    Speaker,
    Statement,
    annotation_id,
)

STATUSES: dict[str, EventStatus] = {status: status for status in get_args(EventStatus)}


def briefing_of(lines: str, **fields: Any) -> Briefing:
    """A briefing of `NAME PUBLISHED | DATE STATUS | SAID AS | WHAT | TEXT BEFORE`, one event a line."""
    told: dict[tuple[str, str], list[list[str]]] = {}
    for line in lines.strip().split("\n"):
        head, *rest = (part.strip() for part in line.split("|"))
        name, published = head.split()
        told.setdefault((name, published), []).append(rest)
    return collect("Velmo", "", [entry(*key, events, **fields) for key, events in told.items()])


def entry(name: str, published: str, events: list[list[str]], **fields: Any) -> Entry:
    """A source made of its events, a paragraph each."""
    text, paragraphs, found = "", [], []
    taken: set[str] = set()
    for number, (dated, said_as, what, *before) in enumerate(events, 1):
        begin = len(text)
        text += " ".join([*before, ""]) if before else ""
        start = len(text)
        text += f"{what}.\n\n"
        paragraphs.append(Paragraph(number, (begin, len(text) - 2)))
        date, status = dated.rsplit(maxsplit=1)
        ident = annotation_id(f"{what} {date}", taken)
        taken.add(ident)
        span = (start, start + len(what))
        found.append(Event(ident, date, what, span, STATUSES[status], number, said_as or None))
    source = Source(
        name,
        f"sources/{name}.txt",
        text,
        tuple(paragraphs),
        title=f"Report {name}",
        published=None if published == "-" else published,
        **fields,
    )
    return Entry(source, Annotations(events=tuple(found)))


def said(name: str, words: str) -> Statement:
    """A statement by somebody, with no place in the text."""
    return Statement(annotation_id(words), "direct", (), Speaker(None, name), words, 1)


def entries(briefing: Briefing) -> list[Told]:
    return [told for day in briefing.timeline for told in day.told]


def in_short(briefing: Briefing) -> str:
    """A line an entry: `DATE STATUS: SOURCES (rival DATE)`, the leading source first."""
    return "\n".join(
        f"{told.date} {told.status}: {', '.join(place.entry.source.name for place in told.places)}"
        + "".join(f" (rival {rival.date})" for rival in told.rivals)
        for told in entries(briefing)
    )
