"""docs/data/briefing.json: everything the site shows, as data; its fields are described in briefing.schema.json.

What is read here was read back from the pages, corrections included. A record stands on a line of its own, so that
a change shows as a change of that line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from onrecord.briefing import (
    Briefing,
    Day,
    Difference,
    Entry,
    OnlyHere,
    Origin,
    Person,
    RoleAt,
    Said,
    Shared,
    Side,
    Told,
)
from onrecord.model import Event, Note, Source, Statement
from onrecord.plain import one_line
from onrecord.publish.citing import citation, original
from onrecord.publish.compared import published_of
from onrecord.publish.references import References, at, web
from onrecord.publish.told import entries_of

Record = dict[str, Any]
SCHEMA = "briefing.schema.json"
FORMAT = 2
"""Goes up when a field is taken away or means something else. 1 had no `$schema`."""


def schema() -> str:
    """The JSON Schema (draft 2020-12) of `briefing_json`, with a description of every field."""
    return (resources.files("onrecord.publish") / SCHEMA).read_text("utf-8")


BETWEEN = ",\n  "
"""What stands between two records: each has a line of its own."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Records as JSON, as they stand in the file; each text holds some or none, with `BETWEEN` between them."""

    words: tuple[bytes, ...]


def _lines(records: Iterable[Record]) -> str:
    return BETWEEN.join(map(one_line, records))


def of_entry(entry: Entry, known: References) -> list[str]:
    """One source's records: its own, those of its statements, events and notes."""
    found = entry.annotations
    return [
        one_line(_source(entry, known)),
        _lines(_statement(entry, one, known) for one in found.statements),
        _lines(_event(entry, one, known) for one in found.events),
        _lines(_note(entry, one) for one in found.notes),
    ]


def of_day(day: Day) -> str:
    """The records of a day's entries."""
    return _lines(map(_told, entries_of(day)))


COMPARED = ("shared", "origins", "differences", "coverage", "only_here")
"""The fields that `compared` makes, in order."""


def compared(briefing: Briefing) -> list[str]:
    """What was found across the sources, by field; see `COMPARED`."""
    coverage = (
        {"kind": row.kind, "id": row.id, "words": row.words}
        | {"sources": [{"source": name, "carries": how} for name, how in sorted(row.cells.items())]}
        for row in briefing.coverage
    )
    return [
        _lines(map(_shared, briefing.shared)),
        _lines(map(_origin, briefing.origins)),
        _lines(map(_difference, briefing.differences)),
        _lines(coverage),
        _lines(map(_only_here, briefing.only_here)),
    ]


@dataclass(frozen=True, slots=True)
class Made:
    """Records that are at hand, because they were made before."""

    entries: Sequence[Sequence[bytes]]
    """`of_entry` of all sources, encoded."""
    days: Sequence[str]
    """`of_day` of all days."""
    compared: Sequence[str]


def briefing_json(briefing: Briefing, known: References, made: Made | None = None) -> bytes:
    """The whole briefing, ending in a line feed."""
    made = made or Made(
        [[*map(str.encode, of_entry(entry, known))] for entry in briefing.entries],
        [*map(of_day, briefing.timeline)],
        compared(briefing),
    )
    sources, statements, events, notes = (
        Lines(tuple(one[kind] for one in made.entries)) for kind in range(4)
    )
    return _document(
        {
            "$schema": SCHEMA,
            "format": FORMAT,
            "title": briefing.title,
            "lead": briefing.lead,
            "sources": sources,
            "speakers": Lines((_lines(map(_speaker, briefing.people)).encode(),)),
            "statements": statements,
            "events": events,
            "notes": notes,
            "timeline": Lines(tuple(map(str.encode, made.days))),
        }
        | {name: Lines((lines.encode(),)) for name, lines in zip(COMPARED, made.compared, strict=True)}
    )


def _document(record: Mapping[str, Any]) -> bytes:
    """JSON with each item of the outer lists on a line."""
    # Joined once: copying megabytes again and again costs more than making most of them.
    return b"".join(_pieces(record))


def _pieces(record: Mapping[str, Any]) -> Iterator[bytes]:
    between = b"{\n"
    for name, value in record.items():
        yield between + f" {one_line(name)}: ".encode()
        yield from _lines_of(value) if isinstance(value, Lines) else [one_line(value).encode()]
        between = b",\n"
    yield b"\n}\n"


def _lines_of(lines: Lines) -> Iterator[bytes]:
    """A list, with each record on a line of its own."""
    before = b"[\n  "
    for words in filter(None, lines.words):
        yield before
        yield words
        before = BETWEEN.encode()
    yield b"[]" if before.startswith(b"[") else b"\n ]"


def _source(entry: Entry, known: References) -> Record:
    source = entry.source
    return {
        "name": source.name,
        "page": entry.page,
        "path": source.path,
        "label": source.label,
        "title": source.title,
        "outlet": source.outlet,
        "byline": list(source.byline),
        "agency": source.agency,
        "dateline": source.dateline,
        "dateline_place": source.dateline_place,
        "dateline_date": source.dateline_date,
        "published": source.published,
        "updated": source.updated,
        "url": web(source) or None,
        "rights": source.rights,
        "credits": list(source.credits),
        "kind": source.kind,
        "language": source.language,
        "publish": source.publish,
        "words": _length(entry.whole or source),
        "sha256": source.sha256,
        "found": [{"field": field, "where": where} for field, where in source.found],
        "confirm": list(source.confirm),
        "origin": known.origins.get(source.name),
    }


def _length(source: Source) -> int:
    """How many words the paragraphs have."""
    return sum(len(source.text[slice(*paragraph.span)].split()) for paragraph in source.paragraphs)


def _speaker(person: Person) -> Record:
    return {
        "name": person.name,
        "page": f"speakers/{person.slug}.md",
        "roles": list(person.roles),
        "roles_over_time": [_role(role) for role in person.roles_at],
        "aliases": [{"name": alias.name, "because": alias.because} for alias in person.aliases],
        "said": _places(person.said),
        "about": _places(person.about),
    }


def _role(role: RoleAt) -> Record:
    return {"words": role.words, "first": role.first, "last": role.last, "places": _places(role.places)}


def _places(said: Iterable[Said]) -> list[str]:
    return [at(one.entry, one.statement.id) for one in said]


def _statement(entry: Entry, statement: Statement, known: References) -> Record:
    where = at(entry, statement.id)
    person = known.speakers.get(id(statement))
    return {
        "at": where,
        "page": entry.page,
        "id": statement.id,
        "paragraph": statement.paragraph,
        "kind": statement.kind,
        "act": statement.act,
        "words": statement.words,
        "content": statement.content,
        "cue": statement.cue,
        "speaker": statement.speaker.name,
        "role": statement.speaker.role,
        "person": f"speakers/{person.slug}.md" if person else None,
        "said_on": statement.said_on,
        "to": statement.to,
        "via": statement.via,
        "citation": citation(entry, statement),
        "original": original(entry.source, statement.words) if entry.source.url else None,
        "shared": known.shared.get(id(statement)),
        "verified": statement.verified or None,
        "by_hand": statement.by_hand,
    }


def _event(entry: Entry, event: Event, known: References) -> Record:
    where = at(entry, event.id)
    return {
        "at": where,
        "page": entry.page,
        "id": event.id,
        "paragraph": event.paragraph,
        "date": event.date,
        "what": event.what,
        "span": event.span,
        "status": event.status,
        "said_as": event.said_as,
        "entry": known.told.get(id(event)),
        "by_hand": event.by_hand,
    }


def _note(entry: Entry, note: Note) -> Record:
    return {"page": entry.page, "paragraph": note.paragraph, "markdown": note.markdown}


def _told(told: Told) -> Record:
    return {
        "id": told.id,
        "date": told.date,
        "status": told.status,
        "places": [at(place.entry, place.event.id) for place in told.places],
        "people": list(told.people),
        "rivals": [{"id": rival.id, "date": rival.date} for rival in told.rivals],
    }


def _shared(shared: Shared) -> Record:
    return {
        "id": shared.id,
        "wordings": [
            {
                "at": at(wording.said.entry, wording.said.statement.id),
                "relation": wording.relation,
                "marked": [{"differs": differs, "words": words} for differs, words in wording.marked],
            }
            for wording in shared.wordings
        ],
    }


def _origin(origin: Origin) -> Record:
    return {
        "id": origin.id,
        "agency": origin.agency,
        "lead": origin.lead.source.name,
        "copies": [
            {"source": copy.entry.source.name, "share": copy.share, "whole": copy.whole}
            | {"because": copy.because}
            for copy in origin.copies
        ],
    }


def _only_here(one: OnlyHere) -> Record:
    return {
        "source": one.entry.source.name,
        "statements": [at(one.entry, statement.id) for statement in one.statements],
        "entries": [told.id for told in one.told],
    }


def _difference(difference: Difference) -> Record:
    return {
        "id": difference.id,
        "kind": difference.kind,
        "about": difference.about,
        "because": difference.because,
        "sides": [_side(side) for side in difference.sides],
    }


def _side(side: Side) -> Record:
    sentence, point = published_of(side)
    return {
        "source": side.entry.source.name,
        "page": side.entry.page,
        "paragraph": side.paragraph,
        "sentence": sentence,
        "point": point,
        "span": side.span,
        "at": at(side.entry, side.annotation) if side.annotation else None,
    }
