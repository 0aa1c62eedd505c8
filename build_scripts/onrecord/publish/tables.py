"""The timeline and the statements as tables (comma-separated values, RFC 4180), fit for spreadsheets."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.briefing import Briefing, Day, Entry, Happening, Told
from onrecord.model import Source, Statement
from onrecord.publish.citing import citation, original
from onrecord.publish.exports import clean, days_of, in_words
from onrecord.publish.references import References, at
from onrecord.publish.told import entries_of

TIMELINE_COLUMNS = (
    *("entry", "date", "in words", "first day", "last day", "status", "what", "said as", "told as", "source"),
    *("date there", "outlet", "published", "paragraph", "page", "url", "people", "other dates"),
)
STATEMENT_COLUMNS = (
    *("speaker", "named", "role", "words", "kind", "act", "said on", "to", "via", "source", "outlet"),
    *(
        "agency",
        "published",
        "url",
        "exact words",
        "verified",
        "paragraph",
        "page",
        "id",
        "shared",
        "citation",
    ),
)
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
_SUSPECT = frozenset("'=+-@＝＋－＠")


def timeline_csv(briefing: Briefing, days: Iterable[str] | None = None) -> str:
    """The timeline, one row for each place; places of one event share `entry`. `days`: rows as they were made."""
    return _rows([TIMELINE_COLUMNS]) + "".join(map(day_rows, briefing.timeline) if days is None else days)


def day_rows(day: Day) -> str:
    """The rows of one day of the timeline."""
    rows = (
        [harmless(cell) for cell in _place_row(told, place)]
        for told in entries_of(day)
        for place in told.places
    )
    return _rows(rows)


def _place_row(told: Told, place: Happening) -> Sequence[str]:
    days, event, source = days_of(told.date), place.event, place.entry.source
    span = [day.isoformat() for day in days] if days else ["", ""]
    return (
        *(told.id, told.date, in_words(told.date), *span, told.status, event.what, event.said_as or ""),
        *(
            event.status,
            source.label,
            event.date,
            source.outlet or source.agency or "",
            source.published or "",
        ),
        *(str(event.paragraph), at(place.entry, event.id), source.url or ""),
        *("; ".join(told.people), "; ".join(rival.date for rival in told.rivals)),
    )


def statements_csv(rows: Iterable[bytes]) -> bytes:
    """All statements, one row each, in the order of the sources; what is shared by several has one `shared`.

    `rows`: `entry_rows` of all entries, encoded. The file begins with the mark that tells spreadsheets of UTF-8.
    """
    return codecs.BOM_UTF8 + _rows([STATEMENT_COLUMNS]).encode() + b"".join(rows)


def entry_rows(entry: Entry, known: References) -> str:
    """The rows of one source's statements."""
    return _rows(_statement_rows(entry, known))


def _statement_rows(entry: Entry, known: References) -> Iterator[Sequence[str]]:
    source = entry.source
    home = [
        harmless(cell or "")
        for cell in (source.label, source.outlet, source.agency, source.published, source.url)
    ]
    for statement in entry.annotations.statements:
        where = at(entry, statement.id)
        person = known.speakers.get(id(statement))
        name = statement.speaker.name or ""
        yield (
            *(harmless(person.name if person else name), harmless(name)),
            *_told(statement),
            *home,
            *(_exact(source, statement), statement.verified, str(statement.paragraph)),
            *(harmless(where), harmless(statement.id), known.shared.get(id(statement), "")),
            harmless(citation(entry, statement)),
        )


def _exact(source: Source, statement: Statement) -> str:
    return harmless(original(source, statement.words) or "") if source.url else ""


def _told(statement: Statement) -> Iterator[str]:
    """Role, words, kind, act, and the circumstances of the saying."""
    yield harmless(statement.speaker.role or "")
    yield harmless(statement.words)
    yield statement.kind
    for cell in (statement.act, statement.said_on, statement.to, statement.via):
        yield harmless(cell) if cell else ""


def _rows(rows: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue()


def harmless(cell: str) -> str:
    """`cell` on one line; one that a spreadsheet would take for a formula gets an apostrophe before it."""
    words = clean(cell)
    return f"'{words}" if words and words[0] in _SUSPECT and _FORMULA.match(words) else words
