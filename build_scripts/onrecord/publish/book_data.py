"""From a briefing to the data that the book's template sets: plain words, places and page references."""

from collections import Counter
from itertools import groupby
from typing import Any

from onrecord.briefing import Briefing, Day, Happening, Person, RoleAt, Said, Told
from onrecord.markdown import fold
from onrecord.model import is_speech
from onrecord.publish.book_compare import compare_of
from onrecord.publish.book_glyphs import heading
from onrecord.publish.book_markdown import Node, blocks, levelled, plain
from onrecord.publish.book_places import Places, outlet_in_words, places_of, speaking
from onrecord.publish.book_source import doubt_of, event_fields, in_a_line, source_of, statement_fields
from onrecord.publish.dates import first_day, in_words, month_in_words, period_in_words, range_in_words
from onrecord.publish.told import entries_of, its_own_date

OUTLETS_ON_COVER = 16
UNDATED = "Without a year"
NAMELESS = "Name without letters"


def book_of(briefing: Briefing) -> dict[str, Any]:
    """All that the template sets, in reading order."""
    places = places_of(briefing)
    days, title = _published(briefing), heading(briefing.title, otherwise="Briefing")
    return {
        "title": title,
        "running": in_a_line(title),
        "subtitle": _subtitle(briefing, days),
        "date": [int(part) for part in days[-1].split("-")] if days else [],
        "outlets": _outlets(briefing),
        "lead": _lead(briefing, places),
        "timeline": _timeline(briefing.timeline, places),
        "compare": compare_of(briefing, places),
        "people": [_person(person, number, places) for number, person in enumerate(speaking(briefing))],
        "nobody": _nobody(briefing, places),
        "sources": [source_of(entry, places) for entry in briefing.entries],
        "index": _index(speaking(briefing), places),
    }


def counted(number: int, one: str) -> str:
    """ "1 source", "1,204 sources"."""
    return f"{number:,} {one if number == 1 else one + 's'}"


def _published(briefing: Briefing) -> list[str]:
    """The days on which the sources were published, in order; ISO."""
    days = {entry.source.published[:10] for entry in briefing.entries if entry.source.published}
    return sorted(day for day in days if len(day) == 10 and first_day(day))


def _subtitle(briefing: Briefing, days: list[str]) -> str:
    if not briefing.entries:
        return "A briefing without sources yet"
    words = f"A briefing from {counted(len(briefing.entries), 'source')}"
    return f"{words}, {range_in_words(days[0], days[-1])}" if days else words


def _outlets(briefing: Briefing) -> list[str]:
    """Outlets, most sources first; those past the cover's room are counted."""
    named = Counter(outlet_in_words(entry.source) for entry in briefing.entries if entry.source.outlet)
    listed = sorted(named, key=lambda name: (-named[name], name.casefold(), name))
    rest = len(listed) - OUTLETS_ON_COVER
    return listed if rest <= 1 else [*listed[:OUTLETS_ON_COVER], f"and {rest} more"]


def _lead(briefing: Briefing, places: Places) -> list[Node]:
    """The lead, without a first heading that only repeats the cover."""
    nodes = blocks(briefing.lead, places.linked)
    if nodes and nodes[0]["is"] == "heading" and plain(nodes[0]["has"]) == fold(briefing.title):
        nodes = nodes[1:]
    return levelled(nodes, top=2)


def _timeline(timeline: tuple[Day, ...], places: Places) -> list[dict[str, Any]]:
    """Months, each with its days, each with its events. A heading that would only repeat its month is ""."""
    return [
        {"month": month[:1].upper() + month[1:], "days": [_day(day, month, places) for day in days]}
        for month, days in groupby(timeline, key=_month)
    ]


def _month(day: Day) -> str:
    return month_in_words(day.date) if day.date[:2].isdigit() else UNDATED


def _day(day: Day, month: str, places: Places) -> dict[str, Any]:
    words = in_words(day.date)
    heading = "" if words == month else words[:1].upper() + words[1:]
    return {"day": heading, "events": [_told(one, places) for one in entries_of(day)]}


def _told(told: Told, places: Places) -> dict[str, Any]:
    """An entry by its first wording, the other places below it, and where another date is given."""
    return {
        **_happening(told.lead, told, places),
        "status": "" if told.status == told.lead.event.status else told.status,
        "others": [_happening(one, told, places) for one in told.places[1:]],
        "rivals": "; ".join(in_words(rival.date) for rival in told.rivals),
    }


def _happening(one: Happening, told: Told, places: Places) -> dict[str, Any]:
    own = its_own_date(one, told)
    return {
        "words": one.event.what,
        "fields": [*event_fields(one.event), *([own] if own else [])],
        **places.cited(one.entry, one.event.paragraph),
    }


def _person(person: Person, number: int, places: Places) -> dict[str, Any]:
    sources = len({said.entry.source.name for said in person.said})
    return {
        "name": heading(person.name, otherwise=NAMELESS),
        "at": f"n{number}",
        "roles": [_role(role) for role in person.roles_at] or list(person.roles),
        "aliases": [f"{fold(alias.name)} ({fold(alias.because)})" for alias in person.aliases],
        "count": f"{counted(len(person.said), 'statement')} in {counted(sources, 'source')}",
        "said": [_said(said, places) for said in person.said],
    }


def _role(role: RoleAt) -> str:
    """The words and the days between which they are given: "mayor of Harwick (2–6 May 2031)"."""
    days = period_in_words(role.first, role.last)
    return fold(role.words) + (f" ({days})" if days else "")


def _said(said: Said, places: Places) -> dict[str, Any]:
    statement = said.statement
    return {
        "words": statement.words,
        "voiced": is_speech(statement),
        "fields": statement_fields(statement),
        "mark": doubt_of(statement),
        **places.cited(said.entry, statement.paragraph),
    }


def _nobody(briefing: Briefing, places: Places) -> list[dict[str, Any]]:
    """Statements without a named speaker: they belong to nobody, and are listed for whoever can tell."""
    return [
        _said(Said(entry, statement), places)
        for entry in briefing.entries
        for statement in entry.annotations.statements
        if not statement.speaker.name
    ]


def _index(people: list[Person], places: Places) -> list[dict[str, Any]]:
    """Speakers by name with the places of what they said."""
    numbered = sorted(enumerate(people), key=lambda item: (item[1].name.casefold(), item[1].name))
    return [
        {"name": heading(person.name, otherwise=NAMELESS), "own": f"n{number}", "at": _heard(person, places)}
        for number, person in numbered
    ]


def _heard(person: Person, places: Places) -> list[str]:
    labels = (places.of(said.entry.source.name, said.statement.paragraph) for said in person.said)
    return [label for label in dict.fromkeys(labels) if label]
