"""The book's chapter “Compare”: differences, statements in several wordings, copies of one text, who carries what."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.briefing import (
    Briefing,
    Coverage,
    CoverageRow,
    Difference,
    Entry,
    Origin,
    Shared,
    Side,
    Wording,
)
from onrecord.markdown import fold
from onrecord.model import UNATTRIBUTED
from onrecord.publish.book_glyphs import heading
from onrecord.publish.book_places import SHARED_SHOWN, Places, outlet_in_words
from onrecord.publish.book_source import doubt_of, statement_fields
from onrecord.publish.compared import (
    FIRST,
    KINDS,
    by_copies,
    homes_of,
    in_reports,
    is_alike,
    published_of,
    quoted,
    relation_of,
    shared_words,
    statement_of,
)
from onrecord.publish.dates import without_weekday

ROWS_SHOWN = 300
SHORT = 60
WORDS = 110
WORDINGS_SHOWN = 12
SOURCES_SHOWN = 12
MARKS: dict[Coverage, str] = {"full": "in full", "part": "in part", "contradicted": "contradicted"}

Piece = tuple[bool, str]


def compare_of(briefing: Briefing, places: Places) -> dict[str, Any]:
    """The chapter; every list empty where there is nothing to compare."""
    homes = homes_of(briefing)
    sources = {entry.source.name: entry for entry in briefing.entries}
    own, copied = by_copies(briefing)
    called = {one.id: shared_words(one) for one in briefing.shared}
    return {
        "differences": [_difference(one, places) for one in briefing.differences],
        "shared": [_shared(one, places, homes) for one in own[:SHARED_SHOWN]],
        "more": _more(own, SHARED_SHOWN, "statements in several wordings"),
        "copied": _copied(len(copied)),
        "origins": [_origin(one, places, homes) for one in briefing.origins],
        "coverage": [_row(row, called, sources, places) for row in briefing.coverage[:ROWS_SHOWN]],
        "uncovered": _more(briefing.coverage, ROWS_SHOWN, "statements and events"),
    }


def _more(every: Sequence[object], shown: int, what: str) -> str:
    rest = len(every) - shown
    return f"{rest:,} more {what} are in the briefing’s data." if rest > 0 else ""


def _copied(number: int) -> str:
    if not number:
        return ""
    words = "1 more statement stands" if number == 1 else f"{number:,} more statements stand"
    return f"{words} in copies of one text only; see the briefing’s data."


def _difference(one: Difference, places: Places) -> dict[str, Any]:
    return {
        "title": heading(f"{KINDS[one.kind]}: {one.about}", otherwise=KINDS[one.kind]),
        "at": places.compared.get(one.id, ""),
        "sides": [_side(side, places) for side in one.sides],
        "because": fold(one.because),
    }


def _side(side: Side, places: Places) -> dict[str, Any]:
    sentence, (start, end) = published_of(side)
    said = statement_of(side)
    pieces = [(False, sentence[:start]), (True, sentence[start:end]), (False, sentence[end:])]
    speaker = said.speaker.name if said else None
    return {
        "pieces": _pieces(pieces),
        "fields": [speaker, *statement_fields(said)] if said and speaker else [],
        "mark": doubt_of(said) if said else "",
        **places.cited(side.entry, side.paragraph),
    }


def _pieces(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [{"strong": differs, "words": words} for differs, words in pieces if words]


def _shared(one: Shared, places: Places, homes: dict[str, str]) -> dict[str, Any]:
    said = one.lead.statement
    names = [wording.said.entry.source.name for wording in one.wordings]
    return {
        "title": f"{heading(said.speaker.name or UNATTRIBUTED, UNATTRIBUTED)}: {quoted(shared_words(one), SHORT)}",
        "at": places.compared.get(one.id, ""),
        "reports": in_reports(names, homes),
        "wordings": [_wording(wording, one, places) for wording in one.wordings[:WORDINGS_SHOWN]],
        "more": _more(one.wordings, WORDINGS_SHOWN, "wordings"),
    }


def _wording(wording: Wording, one: Shared, places: Places) -> dict[str, Any]:
    said = wording.said
    pieces = () if is_alike(wording, one) else wording.marked or ((False, said.statement.words),)
    relation = relation_of(wording, one)
    return {
        "pieces": _pieces(_spaced(pieces)),
        "fields": [field for field in (relation, *statement_fields(said.statement)) if field],
        "mark": doubt_of(said.statement),
        **places.cited(said.entry, said.statement.paragraph),
    }


def _spaced(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with a blank of their own between each two, which is never bold."""
    for number, (differs, words) in enumerate(pieces):
        if number:
            yield False, " "
        yield differs, words


def _origin(one: Origin, places: Places, homes: dict[str, str]) -> dict[str, Any]:
    names = (one.lead.source.name, *(copy.entry.source.name for copy in one.copies))
    credit = [f"credited to {fold(one.agency)}"] if one.agency else []
    first = [FIRST] if one.lead.source.published else []
    return {
        "title": heading(one.lead.source.label, otherwise=one.lead.source.name),
        "at": places.compared.get(one.id, ""),
        "fields": [in_reports(names, homes), *credit],
        "sources": [
            _carrying(one.lead, first, places),
            *(
                _carrying(
                    copy.entry,
                    [
                        "no report of its own" if copy.whole else "shares passages",
                        fold(copy.because) or f"{round(100 * copy.share)}% of its words are shared",
                    ],
                    places,
                )
                for copy in one.copies
            ),
        ],
    }


def _carrying(entry: Entry, fields: list[str], places: Places) -> dict[str, Any]:
    source = entry.source
    day = without_weekday(source.published) if source.published else ""
    who = [part for part in (outlet_in_words(source), day) if part]
    return {
        "words": fold(source.label),
        "fields": [", ".join(who), *fields] if who else fields,
        "at": places.of(source.name),
    }


def _row(
    row: CoverageRow, called: dict[str, str], sources: dict[str, Entry], places: Places
) -> dict[str, Any]:
    """A statement or event, and by how they carry it the sources, each with its place in the book."""
    return {
        "words": quoted(called.get(row.id, row.words), WORDS),
        "at": places.compared.get(row.id, ""),
        "groups": [
            {"how": how, **_sources(_carriers(row, kind, sources), places)}
            for kind, how in MARKS.items()
            if kind in row.cells.values()
        ],
    }


def _carriers(row: CoverageRow, kind: Coverage, sources: dict[str, Entry]) -> list[Entry]:
    """By publication."""
    found = [sources[name] for name, how in row.cells.items() if how == kind and name in sources]
    return sorted(found, key=lambda entry: (entry.source.published or "9999", entry.source.name))


def _sources(entries: list[Entry], places: Places) -> dict[str, Any]:
    rest = len(entries) - SOURCES_SHOWN
    return {
        "sources": [
            {"words": places.names[entry.source.name], "at": places.of(entry.source.name)}
            for entry in entries[:SOURCES_SHOWN]
        ],
        "more": f"and {rest:,} more" if rest > 0 else "",
    }
