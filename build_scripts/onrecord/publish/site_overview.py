"""The regions of docs/index.md and docs/sources/index.md: what there is, and what needs a person's eye."""

from collections.abc import Iterable, Iterator

from onrecord.briefing import Briefing, Entry, Happening, Told
from onrecord.dates import day_of, in_words
from onrecord.markdown import escape, url
from onrecord.model import UNATTRIBUTED, Statement, date_key
from onrecord.publish.dates import range_in_words
from onrecord.publish.site_words import (
    annotation_address,
    capital,
    counted,
    names_in_short,
    outlet_words,
    person_link,
    place_link,
    published_words,
    shortened,
    source_link,
    source_names,
    speakers_of,
    table,
)
from onrecord.publish.told import entries as told_entries
from onrecord.publish.told import entries_of, sources_telling

SOURCES_SHOWN = 20
SPEAKERS_SHOWN = 8
DATES_SHOWN = 4
DOUBTS_SHOWN = 12


def overview(briefing: Briefing, *, pdf: bool) -> str:
    """The briefing at a glance. Repeats no quotation, so that search finds each in one place."""
    parts = ["## At a glance", _figures(briefing)]
    if pdf:
        # Raw HTML: the PDF is made after the pages, so a Markdown link would be reported as broken.
        parts.append(
            '<a href="assets/briefing.pdf">The whole briefing as a PDF</a>, for offline and for print.'
        )
    parts += [*_sources(briefing), *_speakers(briefing), *_dates(briefing), *_doubts(briefing)]
    return "\n\n".join(parts)


def sources(briefing: Briefing) -> str:
    """The table of all sources."""
    if not briefing.entries:
        return "No source has been added yet."
    head = ("Source", "Outlet", "Published", "Kind", "Statements:", "Events:", "Rights")
    rows = [
        (
            source_link(entry, "../"),
            outlet_words(entry.source),
            published_words(entry.source),
            escape(entry.source.kind or "report"),
            str(len(entry.annotations.statements)),
            str(len(entry.annotations.events)),
            escape(entry.source.rights or ""),
        )
        for entry in briefing.entries
    ]
    return table(head, rows)


def _figures(briefing: Briefing) -> str:
    entries = briefing.entries
    said = sum(len(entry.annotations.statements) for entry in entries)
    events = sum(1 for _ in told_entries(briefing))
    speakers = counted(len(briefing.people), "speaker")
    lines = [
        f"**{counted(len(entries), 'source')}**{_period(entries)}",
        f"**{counted(said, 'statement')}** by [{speakers}](speakers/index.md)",
        f"**{counted(events, 'event')}** on [{counted(len(briefing.timeline), 'date')}](timeline.md)",
    ]
    return "\n".join(f"- {line}" for line in lines)


def _period(entries: Iterable[Entry]) -> str:
    days = sorted(day for entry in entries if day_of(day := entry.source.published or ""))
    return f" published {escape(range_in_words(days[0], days[-1]))}" if days else ""


def _sources(briefing: Briefing) -> Iterator[str]:
    heard = speakers_of(briefing)
    shown = briefing.entries[-SOURCES_SHOWN:]
    rows = [
        (
            source_link(entry, ""),
            outlet_words(entry.source),
            published_words(entry.source),
            names_in_short(heard.get(entry.source.name, ()), ""),
        )
        for entry in shown
    ]
    if not rows:
        return
    yield "## Sources"
    yield table(("Source", "Outlet", "Published", "Who speaks"), rows)
    if len(shown) < len(briefing.entries):
        yield f"These are the latest; [all {len(briefing.entries):,} sources](sources/index.md)."


def _speakers(briefing: Briefing) -> Iterator[str]:
    if not briefing.people:
        return
    yield "## Who speaks most"
    rows = [
        (person_link(person, ""), escape(person.roles[0]) if person.roles else "", str(len(person.said)))
        for person in briefing.people[:SPEAKERS_SHOWN]
    ]
    yield table(("Speaker", "Role, in a source’s words", "Statements:"), rows)


def _dates(briefing: Briefing) -> Iterator[str]:
    """The last days with events up to the latest publication, and what was then still to come."""
    latest = max((entry.source.published or "" for entry in briefing.entries), default="")
    dated = [(date_key(day.date)[0], day) for day in briefing.timeline if day.date[:4].isdigit()]
    names = source_names(briefing)
    for title, chosen in (
        ("Latest dates", [day for first, day in dated if first <= latest][-DATES_SHOWN:]),
        ("Dates ahead", [day for first, day in dated if latest and first > latest][:DATES_SHOWN]),
    ):
        if chosen:
            yield f"## {title}"
            yield "\n".join(
                f"- **{escape(capital(in_words(day.date)))}:** {_happening(entries_of(day)[0].lead)}"
                f"{_others(len(entries_of(day)) - 1)} ({_told_by(entries_of(day)[0], names)})"
                for day in chosen
            )


def _happening(happening: Happening) -> str:
    event = happening.event
    return f"[{escape(shortened(event.what))}]({annotation_address(happening.entry, event.id, '')})"


def _others(rest: int) -> str:
    return f" and [{counted(rest, 'other')}](timeline.md)" if rest else ""


def _told_by(told: Told, names: dict[str, str]) -> str:
    status = "" if told.status == "happened" else f"*{told.status}*, "
    more = sources_telling(told) - 1
    others = f" and {counted(more, 'other source')}" if more else ""
    return status + place_link(told.lead.entry, told.lead.event.paragraph, "", names) + others


def _doubts(briefing: Briefing) -> Iterator[str]:
    doubts = [*_undated(briefing), *_unconfirmed(briefing), *_unattributed(briefing)]
    if not doubts:
        return
    yield "## What needs a person’s eye"
    yield "\n".join(f"- {doubt}" for doubt in doubts[:DOUBTS_SHOWN])
    if len(doubts) > DOUBTS_SHOWN:
        yield f"And {counted(len(doubts) - DOUBTS_SHOWN, 'more')}: run `onrecord check`."


def _undated(briefing: Briefing) -> Iterator[str]:
    for entry in briefing.entries:
        if not entry.source.published:
            yield f"{source_link(entry, '')} has no publication date: its relative dates are unresolved."


def _unconfirmed(briefing: Briefing) -> Iterator[str]:
    for entry in briefing.entries:
        if entry.source.confirm:
            fields = ", ".join(escape(field) for field in entry.source.confirm)
            yield f"{source_link(entry, '')}: read off the text and not confirmed yet: {fields}."


def _unattributed(briefing: Briefing) -> Iterator[str]:
    for entry in briefing.entries:
        places = [_paragraph(entry, said) for said in entry.annotations.statements if _is_open(said)]
        if places:
            count = counted(len(places), "unattributed statement")
            shown = ", ".join(dict.fromkeys(places))
            yield f"{source_link(entry, '')}: {count}, {shown}."


def _is_open(statement: Statement) -> bool:
    return statement.speaker.name in {None, "", UNATTRIBUTED}


def _paragraph(entry: Entry, statement: Statement) -> str:
    return f"[¶{statement.paragraph}]({url(f'{entry.page}#p{statement.paragraph}')})"
