"""The region of docs/index.md: what there is, what is new, what differs, and what needs a person's eye."""

from collections.abc import Iterable, Iterator

from onrecord.briefing import Briefing, Entry, Happening, Told
from onrecord.dates import day_of, in_words
from onrecord.markdown import escape, escape_block, fold, url
from onrecord.model import UNATTRIBUTED, Statement, date_key
from onrecord.publish.compared import KINDS, by_copies, shortened
from onrecord.publish.dates import range_in_words
from onrecord.publish.site_compare import addresses
from onrecord.publish.site_differences import in_short
from onrecord.publish.site_shared import in_few_words, in_reports, speaker_of
from onrecord.publish.site_words import (
    Names,
    annotation_address,
    capital,
    counted,
    filled_table,
    names_in_short,
    outlet_words,
    person_link,
    place_link,
    published_words,
    source_link,
    speakers_in,
    unbroken,
)
from onrecord.publish.told import entries as told_entries
from onrecord.publish.told import entries_of, sources_telling

SOURCES_SHOWN = 20
NEW_SHOWN = 8
SPEAKERS_SHOWN = 8
DATES_SHOWN = 4
DOUBTS_SHOWN = 12
COMPARED_SHOWN = 5
FEW = 48
"""Characters of a statement, at most: too few to be found in place of its page."""


def overview(briefing: Briefing, names: Names, *, pdf: bool) -> str:
    """The briefing at a glance. Repeats no whole quotation, so that search finds each in one place."""
    parts = ["## At a glance", _figures(briefing, names)]
    if pdf:
        # Raw HTML: the PDF is made after the pages, so a Markdown link would be reported as broken.
        parts.append(
            '<a href="assets/briefing.pdf">The whole briefing as a PDF</a>, for offline and for print.'
        )
    parts += [*_news(briefing, names), *_differences(briefing, names), *_wordings(briefing, names)]
    parts += [*_speakers(briefing), *_dates(briefing, names), *_sources(briefing, names), *_doubts(briefing)]
    return "\n\n".join(parts)


def _figures(briefing: Briefing, names: Names) -> str:
    entries = briefing.entries
    said = sum(len(entry.annotations.statements) for entry in entries)
    events = sum(1 for _ in told_entries(briefing))
    speakers = counted(sum(1 for person in briefing.people if person.said), "speaker")
    alone = len({names.homes.get(entry.source.name, entry.source.name) for entry in entries})
    independent = f", {alone:,} of them independent" if alone < len(entries) else ""
    lines = [
        f"**{counted(len(entries), 'source')}**{_period(entries)}{independent}",
        f"**{counted(said, 'statement')}** by [{speakers}](speakers/index.md)",
        f"**{counted(events, 'event')}** on [{counted(len(briefing.timeline), 'date')}](timeline.md)",
    ]
    compared = [counted(len(briefing.differences), "difference")] * bool(briefing.differences)
    own, _ = by_copies(briefing)
    compared += [counted(len(own), "shared statement")] * bool(own)
    if compared:
        first, *rest = compared
        lines.append(f"**{first}**{' and ' + rest[0] if rest else ''} to [compare](compare.md)")
    return "\n".join(f"- {line}" for line in lines)


def _period(entries: Iterable[Entry]) -> str:
    days = sorted(day for entry in entries if day_of(day := entry.source.published or ""))
    return f" published {escape(range_in_words(days[0], days[-1]))}" if days else ""


def _news(briefing: Briefing, names: Names) -> Iterator[str]:
    """The sources of the latest day of publication, whatever day it is now."""
    newest = max((entry.source.published or "" for entry in briefing.entries), default="")
    fresh = [entry for entry in briefing.entries if newest and entry.source.published == newest]
    if not fresh or len(fresh) == len(briefing.entries):
        return
    yield "## What is new"
    yield f"Published on {escape(in_words(newest))}, the latest day in this briefing:"
    yield "\n".join(f"- {_fresh(entry, names)}" for entry in fresh[:NEW_SHOWN])
    if len(fresh) > NEW_SHOWN:
        yield f"And [{counted(len(fresh) - NEW_SHOWN, 'more', 'more')}](sources/index.md)."


def _fresh(entry: Entry, names: Names) -> str:
    outlet = outlet_words(entry.source)
    counts = (
        f"{counted(len(entry.annotations.statements), 'statement')}, "
        f"{counted(len(entry.annotations.events), 'event')}"
    )
    people = names_in_short(speakers_in(entry, names), "")
    return f"{source_link(entry, '')}{', ' + outlet if outlet else ''}: {counts}{'; ' + people if people else ''}"


def _differences(briefing: Briefing, names: Names) -> Iterator[str]:
    if not briefing.differences:
        return
    homes = addresses(briefing)
    yield "## Differences worth a look"
    yield "\n".join(
        f"- [{KINDS[one.kind]}: {escape(shortened(fold(one.about))) or '…'}]({url(homes[one.id])})<br>\n"
        f"  {in_short(one, names)}"
        for one in briefing.differences[:COMPARED_SHOWN]
    )
    yield from _rest(len(briefing.differences), "difference", "differences")


def _wordings(briefing: Briefing, names: Names) -> Iterator[str]:
    own, _ = by_copies(briefing)
    if not own:
        return
    homes = addresses(briefing)
    yield "## The same statement in several wordings"
    yield "\n".join(
        f"- {escape_block(speaker_of(one, names))}: [{escape(in_few_words(one, FEW))}]"
        f"({url(homes[one.id])}), {in_reports(one, names)}"
        for one in own[:COMPARED_SHOWN]
    )
    yield from _rest(len(own), "statement in several wordings", "statements in several wordings")


def _rest(every: int, *called: str) -> Iterator[str]:
    if every > COMPARED_SHOWN:
        yield f"[All {counted(every, *called)}](compare.md)."


def _sources(briefing: Briefing, names: Names) -> Iterator[str]:
    shown = briefing.entries[-SOURCES_SHOWN:]
    rows = [
        (
            source_link(entry, ""),
            outlet_words(entry.source),
            unbroken(published_words(entry.source)),
            names_in_short(speakers_in(entry, names), ""),
        )
        for entry in shown
    ]
    if not rows:
        return
    yield "## Sources"
    yield filled_table(("Source", "Outlet", "Published", "Who speaks"), rows)
    if len(shown) < len(briefing.entries):
        yield f"These are the latest; [all {len(briefing.entries):,} sources](sources/index.md)."


def _speakers(briefing: Briefing) -> Iterator[str]:
    speaking = [person for person in briefing.people if person.said]
    if not speaking:
        return
    yield "## Who speaks most"
    rows = [
        (person_link(person, ""), escape(person.roles[0]) if person.roles else "", str(len(person.said)))
        for person in speaking[:SPEAKERS_SHOWN]
    ]
    yield filled_table(("Speaker", "Role, in a source’s words", "Statements:"), rows)


def _dates(briefing: Briefing, names: Names) -> Iterator[str]:
    """The last days with events up to the latest publication, and what was then still to come."""
    latest = max((entry.source.published or "" for entry in briefing.entries), default="")
    dated = [(date_key(day.date)[0], day) for day in briefing.timeline if day.date[:4].isdigit()]
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


def _told_by(told: Told, names: Names) -> str:
    status = "" if told.status == "happened" else f"*{told.status}*, "
    more = sources_telling(told) - 1
    others = f" and {counted(more, 'other source')}" if more else ""
    return status + place_link(told.lead.entry, told.lead.event.paragraph, "", names.sources) + others


def _doubts(briefing: Briefing) -> Iterator[str]:
    doubts = [*_undated(briefing), *_unconfirmed(briefing), *_unattributed(briefing)]
    if not doubts:
        return
    yield "## What needs a person’s eye"
    yield "\n".join(f"- {doubt}" for doubt in doubts[:DOUBTS_SHOWN])
    if len(doubts) > DOUBTS_SHOWN:
        yield f"And {counted(len(doubts) - DOUBTS_SHOWN, 'more', 'more')}: run `onrecord check`."


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


_NOBODY = frozenset({None, "", UNATTRIBUTED})


def _is_open(statement: Statement) -> bool:
    return statement.speaker.name in _NOBODY


def _paragraph(entry: Entry, statement: Statement) -> str:
    return f"[¶{statement.paragraph}]({url(f'{entry.page}#p{statement.paragraph}')})"
