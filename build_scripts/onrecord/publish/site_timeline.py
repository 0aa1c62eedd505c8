"""The region of docs/timeline.md: every dated event, by month and day."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from onrecord.briefing import Briefing, Day, Happening, Person, Rival, Told
from onrecord.markdown import escape, escape_block, url
from onrecord.publish.dates import in_words, month_in_words
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.site_strip import strip
from onrecord.publish.site_words import (
    annotation_address,
    capital,
    counted,
    person_link,
    place_link,
    source_names,
)
from onrecord.publish.told import dates_differ, entries_of, its_own_date, sources_telling

UNDATED = "Without a year"
NO_DAY = "Day not given"
PEOPLE_SHOWN = 5
# Raw HTML: these files are made anew by each build and not kept, so a Markdown link could be reported as broken.
EXPORTS = (
    'The same dates as <a href="data/timeline.ics">a calendar (ICS)</a>, <a href="data/timeline.csv">a table '
    '(CSV)</a> and <a href="data/timeline.json">data for TimelineJS</a>.'
)
_DAY_OR_WEEK = re.compile(r"\d{4}-(\d{2}-\d{2}|W\d{2})")


DAYS = "days of the timeline"
"""How it is called what is kept of each day."""


def timeline(briefing: Briefing, kept: Kept = NOTHING_KEPT) -> str:
    """Month and day headings with one list item for each event; reads as plain Markdown."""
    if not briefing.timeline:
        return "No dated event has been found or written yet."
    people = {person.name: person for person in briefing.people}
    page = _Page(source_names(briefing), people, _anchored(briefing), kept.annotations)
    results = kept.results(DAYS)
    parts = [_summary(briefing), strip(briefing), EXPORTS, '<div class="onrecord-timeline"></div>']
    for month, days in groupby(briefing.timeline, key=_month):
        parts.append(f"## {escape(capital(month))}")
        for day in days:
            parts.append(results.recall(page.made_of(day), partial(page.day, day)))
    results.leave()
    return "\n\n".join(part for part in parts if part)


def _summary(briefing: Briefing) -> str:
    told = [one for day in briefing.timeline for one in entries_of(day)]
    sources = {place.entry.source.name for one in told for place in one.places}
    dates = counted(len(briefing.timeline), "date")
    shared = sum(1 for one in told if sources_telling(one) > 1)
    several = f", {shared:,} of them told by several" if shared else ""
    return (
        f"{counted(len(told), 'event')} on {dates}, from {counted(len(sources), 'source')}{several}. "
        "The words in quotation marks are those the date was read from."
    )


def _month(day: Day) -> str:
    return month_in_words(day.date) if day.date[:4].isdigit() else UNDATED


def _heading(value: str) -> str:
    """The day or week; what is wider is the heading above already, so it says that no day is given."""
    if not _DAY_OR_WEEK.match(value) and value[:4].isdigit():
        return NO_DAY
    return capital(in_words(value))


def _anchored(briefing: Briefing) -> set[int]:
    """By identity, the events below another one that get an anchor of their own: an anchor must be the only one."""
    every = [told for day in briefing.timeline for told in entries_of(day)]
    taken, found = {told.id for told in every}, set()
    for place in (place for told in every for place in told.places[1:]):
        if place.event.id not in taken:
            taken.add(place.event.id)
            found.add(id(place.event))
    return found


@dataclass(frozen=True, slots=True)
class _Page:
    """Writes the days."""

    names: Mapping[str, str]
    people: Mapping[str, Person]
    anchored: Set[int]
    """See `_anchored`."""
    prints: Mapping[int, str]
    """See `Kept.annotations`."""

    def day(self, day: Day) -> str:
        """The day's heading and its items."""
        items = "\n".join(self.item(told) for told in entries_of(day))
        return f"### {escape(_heading(day.date))}\n\n{items}"

    def made_of(self, day: Day) -> Iterator[str]:
        """All that a day's words depend on."""
        yield day.date
        for told in entries_of(day):
            people = [(one.name, one.slug) for one in self._named(told)]
            yield repr((told.id, told.status, told.rivals, people))
            for place in told.places:
                event = place.event
                yield f"{id(event) in self.anchored}{self.names[place.entry.source.name]}{self.prints.get(id(event))}"

    def item(self, told: Told) -> str:
        """An entry: its first wording, and below it the others and the rival dates."""
        lines = [f'- {_what(told.lead)} <a id="{told.id}"></a><br>', f"  {' · '.join(self._fields(told))}"]
        below = [*(self._other(place, told) for place in told.places[1:]), *map(_rival, told.rivals)]
        return "\n".join([*lines, *below])

    def _fields(self, told: Told) -> Iterator[str]:
        yield f"*{told.status}*"
        if told.status != told.lead.event.status:
            yield f"{told.lead.event.status} when this was written"
        if dates_differ(told):
            yield "**dates differ**"
        yield from self._place(told.lead, told)
        yield from (person_link(person, "") for person in self._named(told))
        if (sources := sources_telling(told)) > 1:
            yield f"told by {counted(sources, 'source')}"

    def _named(self, told: Told) -> list[Person]:
        return [self.people[name] for name in told.people if name in self.people][:PEOPLE_SHOWN]

    def _other(self, place: Happening, told: Told) -> str:
        anchor = f' <a id="{place.event.id}"></a>' if id(place.event) in self.anchored else ""
        fields = " · ".join([f"*{place.event.status}*", *self._place(place, told)])
        return f"    - {_what(place)}{anchor}<br>\n      {fields}"

    def _place(self, place: Happening, told: Told) -> Iterator[str]:
        event = place.event
        if own := its_own_date(place, told):
            yield escape(own)
        elif "T" in event.date:
            yield escape(in_words(event.date).rpartition(", ")[2])
        if event.said_as:
            yield f"“{escape(event.said_as)}”"
        yield place_link(place.entry, event.paragraph, "", self.names)


def _what(place: Happening) -> str:
    return f"[{escape_block(place.event.what)}]({annotation_address(place.entry, place.event.id, '')})"


def _rival(rival: Rival) -> str:
    date = escape(capital(in_words(rival.date)))
    return f"    - **Another date is given elsewhere:** [{date}]({url(f'timeline.md#{rival.id}')})"
