"""Which files docs/data/ holds, and which the theme's override includes."""

from typing import Any

from onrecord.briefing import Briefing, Day, Entry
from onrecord.publish import bibliography, briefing_data, exports, json_ld, tables, web_annotations
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.references import References, at
from onrecord.publish.told import entries_of

ANNOTATIONS = "annotations"
MARK = "utf-8-sig"
"""With the mark that tells spreadsheets that a table is UTF-8."""


def data_files(briefing: Briefing, known: References, kept: Kept = NOTHING_KEPT) -> dict[str, bytes]:
    """The briefing for other programs: name in docs/data/ → content."""
    records, rows = _columns([_of_entry(entry, known, kept) for entry in briefing.entries], 2)
    lines, places, events, slides = _columns([_of_day(day, kept) for day in briefing.timeline], 4)
    compared = kept.of_part("compare", "data of the comparison", (), lambda: briefing_data.compared(briefing))
    made = briefing_data.Made(records, lines, compared)
    files = {
        "briefing.json": briefing_data.briefing_json(briefing, known, made).encode(),
        briefing_data.SCHEMA: briefing_data.schema().encode(),
        "statements.csv": tables.statements_csv(briefing, known, rows).encode(MARK),
        "timeline.csv": tables.timeline_csv(briefing, places).encode(MARK),
        "timeline.ics": exports.ics(briefing, events).encode(),
        "timeline.json": exports.timelinejs(briefing, slides).encode(),
        "sources.csl.json": bibliography.csl_json(briefing).encode(),
        "sources.bib": bibliography.bibtex(briefing).encode(),
    }
    noted = web_annotations.annotations(briefing, kept)
    return files | {f"{ANNOTATIONS}/{name}": content.encode() for name, content in noted}


def head_files(briefing: Briefing, known: References, kept: Kept = NOTHING_KEPT) -> dict[str, bytes]:
    """What stands in the heads of the site's pages: name in theme/jsonld/ → content."""
    return {f"{page}.html": content.encode() for page, content in json_ld.heads(briefing, known, kept)}


def _columns(rows: list[Any], number: int) -> list[list[Any]]:
    return [[row[column] for row in rows] for column in range(number)]


def _of_entry(entry: Entry, known: References, kept: Kept) -> Any:
    """[records as JSON, rows of the table] of one source."""

    def work() -> list[Any]:
        return [briefing_data.of_entry(entry, known), tables.entry_rows(entry, known)]

    made_of = (_belonging(entry, known),)
    return kept.made(f"data of {entry.source.name}", (entry,), made_of, work)


def _belonging(entry: Entry, known: References) -> str:
    """All that the records of a source's annotations say of other sources."""
    people, shared = [], []
    for statement in entry.annotations.statements:
        where = at(entry, statement.id)
        person = known.speakers.get(where)
        people.append((person.slug, person.name) if person else None)
        shared.append(known.shared.get(where))
    told = [known.told.get(at(entry, event.id)) for event in entry.annotations.events]
    return repr((known.origins.get(entry.source.name), people, shared, told))


def _of_day(day: Day, kept: Kept) -> Any:
    """[records as JSON, rows of the table, calendar, slides] of one day of the timeline."""

    def work() -> list[Any]:
        return [briefing_data.of_day(day), tables.day_rows(day), exports.ics_day(day), exports.slides(day)]

    told = entries_of(day)
    places = [place for one in told for place in one.places]
    made_of = [
        repr(
            (
                one.id,
                one.date,
                one.status,
                one.people,
                one.rivals,
                [at(p.entry, p.event.id) for p in one.places],
            )
        )
        for one in told
    ]
    return kept.made(f"day {day.date}", (place.entry for place in places), made_of, work)
