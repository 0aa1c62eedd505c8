"""The timeline for other programs: a calendar (RFC 5545), and data for TimelineJS. Its table is in `tables`.

All of it comes from the briefing: no clock, so that the same timeline is the same file.
"""

import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from onrecord import dates
from onrecord.briefing import Briefing, Day, Happening, Told
from onrecord.markdown import fold, url
from onrecord.publish.dates import first_day
from onrecord.publish.references import web
from onrecord.publish.told import entries_of, its_own_date, places_by_source

OCTETS = 75
"""Longest line of a calendar without its line break, in octets of UTF-8."""
_EPOCH = "19700101"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
in_words = lru_cache(maxsize=4096)(dates.in_words)
"""The same few hundred dates are put in words tens of thousands of times."""
_CERTAIN = {"happened": "CONFIRMED", "planned": "TENTATIVE"}


@lru_cache(maxsize=4096)
def days_of(value: str) -> tuple[date, date] | None:
    """First and last calendar day of a date value; None for one without a year, or wider than a year."""
    text = value.partition("T")[0]
    first = first_day(text)
    if first is None:
        return None
    if re.fullmatch(r"\d{4}", text):
        return first, date(first.year, 12, 31)
    if part := re.fullmatch(r"\d{4}-([QH])[1-4]", text):
        return first, _month_end(first, 2 if part[1] == "Q" else 5)
    if re.fullmatch(r"\d{4}-\d\d", text):
        return first, _month_end(first, 0)
    if re.fullmatch(r"\d{4}-W\d\d(-WE)?", text):
        return first, min(date.max, first + timedelta(days=1)) if text.endswith("WE") else _week_end(first)
    return first, first


def _week_end(monday: date) -> date:
    return date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))


def _month_end(first: date, months: int) -> date:
    """The last day of the month that many after the first."""
    year, month = divmod(first.year * 12 + first.month + months, 12)
    return date.max if year > date.max.year else date(year, month + 1, 1) - timedelta(days=1)


# Calendar


def ics(briefing: Briefing, days: Iterable[str] | None = None) -> str:
    """The timeline as whole-day events in iCalendar (RFC 5545); dates without a year have no place in it.

    `days`: `ics_day` of all days, if at hand.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//On Record//Timeline//EN", "CALSCALE:GREGORIAN"]
    # Two names for one thing: RFC 7986's, and the one that calendars knew before.
    lines += [f"{name}:{_text(briefing.title)}" for name in ("NAME", "X-WR-CALNAME")]
    days = map(ics_day, briefing.timeline) if days is None else days
    return _lines(lines) + "".join(days) + _lines(["END:VCALENDAR"])


def ics_day(day: Day) -> str:
    """The events of one day of the timeline."""
    return _lines(line for told in entries_of(day) for line in _event(told))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(told: Told) -> Iterator[str]:
    days = days_of(told.date)
    if days is None or days[1] == date.max:
        return
    first, last = days
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(told)}"
    yield f"DTSTAMP:{_stamp(told)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(first)}"
    yield f"DTEND;VALUE=DATE:{_digits(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(told.lead.event.what)}"
    yield f"DESCRIPTION:{_text(*_account(told))}"
    yield f"CATEGORIES:{told.status}"
    if told.status in _CERTAIN:
        yield f"STATUS:{_CERTAIN[told.status]}"
    if address := web(told.lead.entry.source):
        yield f"URL:{url(address)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def uid(told: Told) -> str:
    """The same for as long as the first source to tell the event does; from its annotation's id and its name."""
    first = places_by_source(told)[0]
    named = hashlib.sha256(first.entry.source.name.encode()).hexdigest()[:12]
    plain = re.sub(r"[^A-Za-z0-9-]", "-", first.event.id)
    return f"{plain}-{named}@onrecord"


def _stamp(told: Told) -> str:
    """The day of the latest publication among its places."""
    published = [day for place in told.places if (day := first_day(place.entry.source.published or ""))]
    return _digits(max(published)) if published else _EPOCH


def _digits(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _account(told: Told) -> Iterator[str]:
    """The status, then a line for each place."""
    yield f"{told.status}, {in_words(told.date)}"
    for place in places_by_source(told):
        said_as = f" (“{place.event.said_as}”)" if place.event.said_as else ""
        own = its_own_date(place, told)
        yield f"{_cited(place)}: {place.event.what}{said_as}{f'; {own}' if own else ''}"
    for rival in told.rivals:
        yield f"Another date is given elsewhere: {in_words(rival.date)}"


def _cited(place: Happening) -> str:
    """ "The Harbour Post, 4 March 2022, ¶2"."""
    source = place.entry.source
    published = in_words(source.published) if source.published else ""
    parts = [source.outlet or source.agency or source.label, published, f"¶{place.event.paragraph}"]
    return ", ".join(part for part in parts if part)


def _text(*lines: str) -> str:
    """A TEXT value: white space folded, control characters replaced, special ones escaped; lines joined by \\n."""
    return "\\n".join(_escaped(clean(line)) for line in lines)


def clean(words: str) -> str:
    """`words` with white space folded and control characters replaced."""
    if words.isprintable() and "  " not in words and words[:1] != " " != words[-1:]:
        return words  # no white space but single blanks, so there is nothing to do: the usual case
    return _CONTROLS.sub("\ufffd", fold(words))


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """`line` cut into pieces of at most 75 octets, each after the first begun by a space."""
    octets = line.encode()
    if len(octets) <= OCTETS:
        return line
    pieces, start, room = [], 0, OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(octets[start:end].decode())
        start, room = end, OCTETS - 1
    return "\r\n ".join([*pieces, octets[start:].decode()])


# TimelineJS


def timelinejs(briefing: Briefing, days: Iterable[str] | None = None) -> str:
    """The timeline as Knight Lab's TimelineJS reads it; dates without a year have no place in it.

    Its texts are HTML, so every character of a source is escaped. `days`: `slides` of all days, if at hand.
    """
    made = map(slides, briefing.timeline) if days is None else days
    title = {"text": {"headline": html.escape(briefing.title), "text": ""}}
    document = json.dumps({"title": title, "events": []}, ensure_ascii=False, indent=1) + "\n"
    events = ",\n".join(filter(None, made))
    return document.replace('"events": []\n', f'"events": [\n{events}\n ]\n') if events else document


def slides(day: Day) -> str:
    """The slides of one day, as they stand in the file, with `,` and a line feed between them."""
    found = (slide for told in entries_of(day) if (slide := _slide(told)))
    return ",\n".join(
        "  " + json.dumps(one, ensure_ascii=False, indent=1).replace("\n", "\n  ") for one in found
    )


def _slide(told: Told) -> dict[str, Any] | None:
    days = days_of(told.date)
    if days is None:
        return None
    start, end = _start_and_end(told.date, *days)
    account = "".join(f"<p>{_linked(place, told)}</p>" for place in places_by_source(told))
    rivals = "".join(
        f"<p>Another date is given elsewhere: {html.escape(in_words(r.date))}</p>" for r in told.rivals
    )
    slide: dict[str, Any] = {"start_date": start}
    if end:
        slide["end_date"] = end
    return slide | {
        "display_date": html.escape(in_words(told.date)),
        "text": {"headline": html.escape(told.lead.event.what), "text": f"{account}{rivals}"},
        "group": told.status,
        "unique_id": told.id,
    }


def _start_and_end(value: str, first: date, last: date) -> tuple[dict[str, int], dict[str, int] | None]:
    """As precise as the value: a year has no month, a month no day; a week ends on a day of its own."""
    if re.fullmatch(r"\d{4}", value):
        return {"year": first.year}, None
    if re.fullmatch(r"\d{4}-\d\d", value):
        return {"year": first.year, "month": first.month}, None
    start, end = _whole(first), _whole(last)
    return start, end if first != last else None


def _whole(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _linked(place: Happening, told: Told) -> str:
    """The wording with its source, linked where the source has an address on the web."""
    cited = html.escape(_cited(place))
    address = web(place.entry.source)
    cited = f'<a href="{html.escape(url(address))}">{cited}</a>' if address else cited
    fields = [place.event.status, html.escape(its_own_date(place, told)), cited]
    return f"{html.escape(place.event.what)} ({'; '.join(field for field in fields if field)})"
