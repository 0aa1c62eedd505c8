"""Which files docs/data/ holds, and which the theme's override includes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from onrecord.briefing import Briefing, Day, Entry
from onrecord.publish import bibliography, briefing_data, exports, json_ld, tables, web_annotations
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.references import References
from onrecord.publish.told import entries_of
from onrecord.sums import checksum

FOLDER = "docs/data"
ANNOTATIONS = "annotations"
MARK = "\ufeff"
"""Tells spreadsheets that a table is UTF-8."""
Days = Sequence[tuple[Day, str]]
"""The days of the timeline, each with what stands for all that is told of it."""
DAYS = "days in "
"""How the names begin by which it is kept what is made of each day; a file's name follows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is made of one source for other programs."""

    records: Sequence[bytes]
    """See `briefing_data.of_entry`."""
    rows: bytes
    """Of the table of statements."""
    head: Callable[[], str]
    """What stands in the head of its page, or `AS_IT_LIES`."""
    annotations: str
    """The file of them; nothing where there are none."""


def pieces(briefing: Briefing, known: References, kept: Kept = NOTHING_KEPT) -> list[Piece]:
    """Of all sources, in order."""
    beside = web_annotations.neighbours(briefing)
    people = {person.slug: repr((person.name, json_ld.is_person(person))) for person in briefing.people}
    return [
        _piece(entry, (known, beside.get(entry.source.name)), _belonging(entry, known, people), kept)
        for entry in briefing.entries
    ]


def data_files(
    briefing: Briefing, known: References, kept: Kept = NOTHING_KEPT, made_of: Sequence[Piece] | None = None
) -> dict[str, bytes]:
    """The briefing for other programs: name in docs/data/ → content. `made_of`: its pieces, if at hand."""
    made_of = pieces(briefing, known, kept) if made_of is None else made_of
    compared = kept.of_part("compare", "data of the comparison", (), lambda: briefing_data.compared(briefing))

    def of_part(part: str, name: str, work: Callable[[], str]) -> bytes:
        return kept.file(part, f"{FOLDER}/{name}", (briefing.title,), work).encode()

    days = [(day, "\0".join(_made_of(day, kept))) for day in briefing.timeline]
    records = _by_day("briefing.json", briefing_data.of_day, days, kept)
    made = briefing_data.Made([one.records for one in made_of], records, compared)
    files = {
        "briefing.json": briefing_data.briefing_json(briefing, known, made),
        briefing_data.SCHEMA: briefing_data.schema().encode(),
        "statements.csv": tables.statements_csv([one.rows for one in made_of]),
        "sources.csl.json": of_part("sources", "sources.csl.json", partial(bibliography.csl_json, briefing)),
        "sources.bib": of_part("sources", "sources.bib", partial(bibliography.bibtex, briefing)),
    }
    for name, (part, whole) in _TIMELINES.items():
        kept.spare_all(f"{DAYS}{name}")
        files[name] = of_part(part, name, partial(whole, briefing, days, kept))
    annotated = {
        entry.source.name: one.annotations
        for entry, one in zip(briefing.entries, made_of, strict=True)
        if web_annotations.size(entry)
    }
    noted = web_annotations.annotations(briefing, annotated)
    return files | {f"{ANNOTATIONS}/{name}": content.encode() for name, content in noted}


def head_files(
    briefing: Briefing, known: References, kept: Kept = NOTHING_KEPT, made_of: Sequence[Piece] | None = None
) -> dict[str, bytes]:
    """What stands in the heads of the site's pages: name in theme/jsonld/ → content. `made_of` as in `data_files`."""
    made_of = pieces(briefing, known, kept) if made_of is None else made_of
    heads = json_ld.heads(briefing, [one.head() for one in made_of], kept)
    return {f"{page}.html": content.encode() for page, content in heads}


def _by_day(name: str, of_day: Callable[[Day], str], days: Days, kept: Kept) -> list[str]:
    """What `of_day` makes of each day of the timeline for a file."""
    results = kept.results(f"{DAYS}{name}")
    found = [results.recall((made_of,), partial(of_day, day)) for day, made_of in days]
    results.leave()
    return found


def _made_of(day: Day, kept: Kept) -> Iterator[str]:
    """All that is told of a day."""
    for one in entries_of(day):
        yield repr((one.id, one.date, one.status, one.people, one.rivals))
        yield from (kept.annotations.get(id(place.event), "") for place in one.places)


def _table(briefing: Briefing, days: Days, kept: Kept) -> str:
    return MARK + tables.timeline_csv(briefing, _by_day("timeline.csv", tables.day_rows, days, kept))


def _calendar(briefing: Briefing, days: Days, kept: Kept) -> str:
    return exports.ics(briefing, _by_day("timeline.ics", exports.ics_day, days, kept))


def _slides(briefing: Briefing, days: Days, kept: Kept) -> str:
    return exports.timelinejs(briefing, _by_day("timeline.json", exports.slides, days, kept))


_TIMELINES = {
    "timeline.csv": ("timeline", _table),
    "timeline.ics": ("events", _calendar),
    "timeline.json": ("events", _slides),
}
"""File → the part of the briefing that it depends on, and what makes it. Only the table names people."""


def _piece(
    entry: Entry, around: tuple[References, web_annotations.Neighbours | None], belonging: str, kept: Kept
) -> Piece:
    known, beside = around
    anew: list[str] = []

    def head() -> str:
        return json_ld.of_source(entry, known)

    def annotations() -> str:
        return web_annotations.annotation_page(entry, beside) if beside else ""

    def work() -> list[Any]:
        anew.extend((head(), annotations()))
        sums = [checksum(words.encode()).encode() for words in anew]
        records = [*map(str.encode, briefing_data.of_entry(entry, known))]
        return [*sums, tables.entry_rows(entry, known).encode(), *records]

    name, files = entry.source.name, (beside.before or "", beside.after or "") if beside else ()
    sum_of_head, sum_of_notes, rows, *records = kept.of_source("data: ", entry, (belonging, *files), work)
    headed, noted = anew or (None, None)
    return Piece(
        records,
        rows,
        partial(kept.there, f"{json_ld.FOLDER}/{entry.page}.html", sum_of_head.decode(), headed, head),
        kept.there(f"{web_annotations.FOLDER}/{name}.jsonld", sum_of_notes.decode(), noted, annotations)
        if beside
        else "",
    )


def _belonging(entry: Entry, known: References, people: Mapping[str, str]) -> str:
    """All that what is made of a source says of other sources. `people`: slug → what is said of a speaker."""
    speakers, shared = known.speakers, known.shared
    told = [known.told.get(id(event)) for event in entry.annotations.events]
    said: list[str | None] = []
    for statement in entry.annotations.statements:
        person = speakers.get(id(statement))
        said += [person.slug, people[person.slug]] if person else [None]
        said.append(shared.get(id(statement)))
    return repr((known.origins.get(entry.source.name), said, told))
