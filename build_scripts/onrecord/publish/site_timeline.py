"""The region of docs/timeline.md: every dated event, by month and day."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from onrecord.markdown import escape, escape_block
from onrecord.model import Briefing, Day, Happening
from onrecord.publish.dates import in_words, month_in_words
from onrecord.publish.site_words import annotation_address, capital, counted, place_link, source_names

UNDATED = "Without a year"
NO_DAY = "Day not given"
_DAY_OR_WEEK = re.compile(r"\d{4}-(\d{2}-\d{2}|W\d{2})")


def timeline(briefing: Briefing) -> str:
    """Month and day headings with one list item for each event; reads as plain Markdown."""
    if not briefing.timeline:
        return "No dated event has been found or written yet."
    names = source_names(briefing)
    taken: set[str] = set()
    parts = [_summary(briefing), '<div class="onrecord-timeline"></div>']
    for month, days in groupby(briefing.timeline, key=_month):
        parts.append(f"## {escape(capital(month))}")
        for day in days:
            parts.append(f"### {escape(_heading(day.date))}")
            parts.append("\n".join(_item(happening, names, taken) for happening in day.happenings))
    return "\n\n".join(parts)


def _summary(briefing: Briefing) -> str:
    events = sum(len(day.happenings) for day in briefing.timeline)
    told = {happening.entry.source.name for day in briefing.timeline for happening in day.happenings}
    dates = counted(len(briefing.timeline), "date")
    return (
        f"{counted(events, 'event')} on {dates}, from {counted(len(told), 'source')}. "
        "The words in quotation marks are those the date was read from."
    )


def _month(day: Day) -> str:
    return month_in_words(day.date) if day.date[:4].isdigit() else UNDATED


def _heading(value: str) -> str:
    """The day or week; what is wider is the heading above already, so it says that no day is given."""
    if not _DAY_OR_WEEK.match(value) and value[:4].isdigit():
        return NO_DAY
    return capital(in_words(value))


def _item(happening: Happening, names: Mapping[str, str], taken: set[str]) -> str:
    event, entry = happening.event, happening.entry
    what = f"[{escape_block(event.what)}]({annotation_address(entry, event.id, '')})"
    # Two sources may use one id; an anchor must be the only one of its page.
    anchor = f' <a id="{event.id}"></a>' if event.id not in taken else ""
    taken.add(event.id)
    return f"- {what}{anchor}<br>\n  {' · '.join(_fields(happening, names))}"


def _fields(happening: Happening, names: Mapping[str, str]) -> Iterator[str]:
    event = happening.event
    yield f"*{event.status}*"
    if event.said_as:
        yield f"“{escape(event.said_as)}”"
    yield place_link(happening.entry, event.paragraph, "", names)
