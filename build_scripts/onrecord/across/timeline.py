"""One timeline over all sources: the same event told by several is one entry with all its places."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.across import events_read
from onrecord.across.events_features import Features, span_of, weights
from onrecord.across.events_people import NAMED, NAMED_BY_SOURCE, named_in
from onrecord.across.events_rivals import rivals
from onrecord.across.events_same import WEEK, groups
from onrecord.across.memory import Memory, prints
from onrecord.across.people_plain import voices
from onrecord.briefing import Day, Entry, Happening, Person, Rival, Told
from onrecord.model import EventStatus, date_key

_PRONOUN = re.compile(r"\W*(?:he|she|they|it|we|i|his|her|their|this|that|which|who)\b", re.IGNORECASE)


def timeline(
    entries: Sequence[Entry], people: Sequence[Person] = (), memory: Memory | None = None
) -> tuple[Day, ...]:
    """All events by date, one entry an event; within a date in the order of the sources and of their text."""
    memory = memory or Memory()
    happenings = [Happening(entry, event) for entry in entries for event in entry.annotations.events]
    read = [prints(entry, memory) for entry in entries]
    events_read.spare(memory)
    made_of = [text for one in read for text in (one.text, one.events)]
    found, pairs = memory.recall("timeline", made_of, lambda: _grouped(entries, happenings, memory))
    made_of = [text for one in read for text in (one.text, one.told, one.words)]
    who = voices(people, entries, memory)
    names = memory.recall(NAMED, (*made_of, who), lambda: list(named_in(entries, people, memory)))
    if memory.is_known(NAMED):
        memory.spare(NAMED_BY_SOURCE)
    told = _told(found, happenings, names)
    return _days(_joined(told, [(a, b) for a, b in pairs]))


def _grouped(
    entries: Iterable[Entry], happenings: Sequence[Happening], memory: Memory
) -> list[list[list[int]]]:
    """The indices of each event's tellings, the strictest wording first; and the pairs of events of rival dates."""
    tellings = events_read.tellings(entries, memory)
    weight = weights(tellings)
    found = groups(tellings, weight)
    pairs = rivals(found, tellings, weight)
    for members in found:
        lead = min(members, key=lambda index: _rank(happenings[index], tellings[index], index))
        members.remove(lead)
        members.insert(0, lead)
    return [found, [list(pair) for pair in pairs]]


def _told(
    found: Sequence[Sequence[int]], happenings: Sequence[Happening], names: Sequence[Sequence[str]]
) -> list[Told]:
    """An entry for each group, ids made unique in the order of the groups."""
    taken: set[str] = set()
    entries = []
    for members in found:
        places = tuple(happenings[index] for index in members)
        named = sorted({name for index in members for name in names[index]})
        ident = _unique(places[0].event.id, taken)
        entries.append(Told(ident, places, _status(places), tuple(named)))
    return entries


def _rank(happening: Happening, telling: Features, index: int) -> tuple[int, bool, int, int]:
    """The strictest wording first: shortest period, no pronoun for the actor, most words that say something."""
    length = telling.days[1] - telling.days[0] if telling.days else 0
    return (length, bool(_PRONOUN.match(happening.event.what)), -len(telling.all), index)


def _unique(ident: str, taken: set[str]) -> str:
    """`ident`, with a number where an earlier entry has it."""
    number, free = 1, ident
    while free in taken:
        number += 1
        free = f"{ident}-{number}"
    taken.add(free)
    return free


def _status(places: Iterable[Happening]) -> EventStatus:
    """What the sources say of it together: a plan has become more only where a source published later says so."""
    plans = [place.entry.source.published or "" for place in places if place.event.status == "planned"]
    told = {
        place.event.status
        for place in places
        if place.event.status != "planned"
        and (not plans or (place.entry.source.published or "") > max(plans) > "")
    }
    if "happened" in told:
        return "happened"
    return "reported" if told else "planned"


def _joined(told: Sequence[Told], pairs: Iterable[tuple[int, int]]) -> list[Told]:
    """The entries with their rivals; a lone one a week from what several sources tell stands among their places."""
    homes: dict[int, int] = {}
    others = []
    for a, b in pairs:
        lone, home = (a, b) if _sources(told[a]) < _sources(told[b]) else (b, a)
        if _a_week_apart(told[a], told[b]) and _sources(told[lone]) == 1 < _sources(told[home]):
            homes.setdefault(lone, home)
        else:
            others.append((a, b))
    entries = _with_rivals(told, [pair for pair in others if homes.keys().isdisjoint(pair)])
    for lone, home in homes.items():
        entries[home] = _adopting(entries[home], told[lone])
    return [one for number, one in enumerate(entries) if number not in homes]


def _adopting(home: Told, lone: Told) -> Told:
    """`home` with the places of `lone`, which keep their own date."""
    people = tuple(sorted({*home.people, *lone.people}))
    return replace(home, places=home.places + lone.places, people=people)


def _sources(told: Told) -> int:
    return len({place.entry.source.name for place in told.places})


def _a_week_apart(one: Told, other: Told) -> bool:
    """Whether one weekday, read from two publication dates, could give both days."""
    first, second = span_of(one.date), span_of(other.date)
    return bool(first and second and abs(first[0] - second[0]) == WEEK)


def _with_rivals(told: Sequence[Told], pairs: Iterable[tuple[int, int]]) -> list[Told]:
    """The entries, those of rival dates pointing to each other."""
    others: dict[int, list[Rival]] = defaultdict(list)
    for a, b in pairs:
        others[a].append(Rival(told[b].id, told[b].date))
        others[b].append(Rival(told[a].id, told[a].date))
    return [
        replace(one, rivals=tuple(sorted(others[number], key=_rival_key))) if number in others else one
        for number, one in enumerate(told)
    ]


def _rival_key(rival: Rival) -> tuple[tuple[str, str], str]:
    return (date_key(rival.date), rival.id)


def _days(told: Iterable[Told]) -> tuple[Day, ...]:
    """By date, times of a day under their day, dates without a year last."""
    days: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        days[one.date.partition("T")[0]].append(one)
    return tuple(
        Day(date, tuple(place for one in days[date] for place in one.places), tuple(days[date]))
        for date in sorted(days, key=_order)
    )


def _order(value: str) -> tuple[bool, str, bool, tuple[str, str]]:
    """By month; what is wider than a month stands before the month it starts in; dates without a year last."""
    dated = value[:3].isdigit()
    first = date_key(value)[0]
    month = f"{first}0"[:4] + (first[4:7] or "-01")
    narrow = bool(re.match(r"\d{4}-(?:W?\d\d)", value))
    return (not dated, month if dated else value, narrow, date_key(value))
