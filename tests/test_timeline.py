"""One timeline over all sources: tests/fixtures/timeline/, and what holds for every input."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from growth import Work, exponent
from onrecord.across import collect
from onrecord.across.timeline import timeline
from onrecord.briefing import Briefing, Entry, Person, Said
from onrecord.model import Annotations, Event, EventStatus, Source
from timeline_sample import briefing_of, entries, in_short, said

FIXTURES = Path(__file__).parent / "fixtures" / "timeline"


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [(title, lines, expected) for _, title, lines, expected in read_fixture_file(FIXTURES / "same.md")],
)
def test_entries_of_the_timeline(title: str, lines: str, expected: str) -> None:
    assert in_short(briefing_of(lines)) == expected.strip(), title


def test_the_other_order_of_sources_gives_the_same_entries() -> None:
    for _, title, lines, _ in read_fixture_file(FIXTURES / "same.md"):
        turned = "\n".join(reversed(lines.strip().split("\n")))
        grouped = [
            {(p.entry.source.name, p.event.what) for p in told.places} for told in entries(briefing_of(lines))
        ]
        again = [
            {(p.entry.source.name, p.event.what) for p in told.places}
            for told in entries(briefing_of(turned))
        ]
        assert sorted(map(sorted, grouped)) == sorted(map(sorted, again)), title


def test_ids_are_unique_where_two_sources_use_one() -> None:
    line = (
        "{} 2031-04-22 | XXXX-04-26 happened | on April 26 | Ines Tarrow met Odo Brask in Velmo on April 26"
    )
    first, second = entries(briefing_of("\n".join(line.format(name) for name in "ab")))
    assert second.id == f"{first.id}-2"


def test_rivals_point_to_each_other() -> None:
    case = next(c for c in read_fixture_file(FIXTURES / "same.md") if c[1].startswith("Rival dates"))
    first, second = entries(briefing_of(case[2]))
    assert [rival.id for rival in first.rivals] == [second.id]
    assert [rival.id for rival in second.rivals] == [first.id]


def test_a_time_of_day_stands_under_its_day() -> None:
    days = briefing_of(
        "a 2031-04-22 | 2031-04-19T14:00 happened | at 2 p.m. | The ferry sank at 2 p.m.\n"
        "b 2031-04-22 | 2031-04-19 happened | Saturday | A bakery shut on Saturday"
    ).timeline
    assert [(day.date, len(day.told)) for day in days] == [("2031-04-19", 2)]


# People


def people_of(what: str, *names: str, text: str = "") -> tuple[str, ...]:
    base = briefing_of(f"a 2031-04-22 | 2031-04-19 happened | Saturday | {what}").entries[0]
    base = replace(base, source=replace(base.source, text=f"{base.source.text} {text}"))
    people = [Person(name, f"p{n}", (), (Said(base, said(name, name)),)) for n, name in enumerate(names)]
    return timeline([base], people)[0].told[0].people


def test_people_are_named_in_full_or_by_a_surname_that_is_theirs_alone() -> None:
    assert people_of("Ines Tarrow opened the fair", "Ines Tarrow") == ("Ines Tarrow",)
    assert people_of("Mayor Tarrow opened the fair", "Ines Tarrow", text="Ines Tarrow") == ("Ines Tarrow",)
    assert people_of("Tarrow opened the fair", "Inés Tarrow", text="Ines Tarrow") == ("Inés Tarrow",)
    assert people_of("Tarrow opened the fair", "Ines Tarrow") == ()
    both = ("Ines Tarrow", "Odo Tarrow")
    assert people_of("Tarrow opened the fair", *both, text="Ines Tarrow, Odo Tarrow") == ()
    assert people_of("Odo Tarrow opened the fair", *both, text="Ines Tarrow") == ("Odo Tarrow",)
    assert people_of("Yesterday Pia Tarrow opened it", "Ines Tarrow", text="Ines Tarrow") == ()
    assert people_of("The tarrow bloomed", "Ines Tarrow", text="Ines Tarrow") == ()
    assert people_of("Odo opened the fair", "a man named Odo") == ()
    assert people_of("The mayor and Odo opened the fair", "Odo") == ("Odo",)
    assert people_of("The Odo Fund opened the fair", "Odo") == ()


def test_who_tells_an_event_in_a_statement_is_one_of_its_people() -> None:
    base = briefing_of("a 2031-04-22 | 2031-04-19 reported | Saturday | The ferry sank on Saturday").entries[
        0
    ]
    statement = replace(said("Ines Tarrow", "The ferry sank on Saturday"), content=((0, 40),))
    whole = Entry(base.source, replace(base.annotations, statements=(statement,)))
    assert entries(collect("", "", [whole]))[0].people == ("Ines Tarrow",)


# What holds for every input

DATES = st.one_of(
    st.sampled_from(
        ["2031", "2031-04", "2031-W17", "2031-W17-WE", "2031-W60", "2031-02-30", "XXXX-04-26", ""]
    ),
    st.sampled_from(["2031-04-26", "2031-04-27", "2031-04-26T14:00", "9999-W52", "0000", "199", "2031-Q2"]),
    st.text(max_size=12),
)
WORDS = st.lists(
    st.sampled_from("Ines Tarrow met Odo Brask in Velmo on he visited 14 UN said".split()), max_size=9
)
WHATS = st.one_of(WORDS.map(" ".join), st.text(max_size=40))
EVENTS = st.lists(st.tuples(st.sampled_from("abcd"), DATES, WHATS, st.sampled_from(["happened", "planned"])))


def made(events: list[tuple[str, str, str, EventStatus]]) -> Briefing:
    found: dict[str, list[Event]] = {}
    for number, (name, date, what, status) in enumerate(events):
        event = Event(f"e-{number}", date, what, None, status, 1)
        found.setdefault(name, []).append(event)
    return collect(
        "T",
        "",
        [
            Entry(
                Source(name, f"sources/{name}.txt", "", published="2031-04-22"),
                Annotations(events=tuple(them)),
            )
            for name, them in found.items()
        ],
    )


@given(EVENTS)
def test_every_event_stands_once_under_its_date(events: list[tuple[str, str, str, EventStatus]]) -> None:
    briefing = made(events)
    told = entries(briefing)
    places = [place.event.id for one in told for place in one.places]
    assert sorted(places) == sorted(f"e-{number}" for number in range(len(events)))
    assert len({one.id for one in told}) == len(told)
    assert [day.date for day in briefing.timeline] == list(
        dict.fromkeys(day.date for day in briefing.timeline)
    )
    for day in briefing.timeline:
        assert all(one.date.partition("T")[0] == day.date for one in day.told)
        assert sorted(p.event.id for p in day.happenings) == sorted(
            p.event.id for o in day.told for p in o.places
        )
    for one in told:
        assert {rival.id for rival in one.rivals} <= {other.id for other in told} - {one.id}
    assert briefing == made(events)


# Cost


def large(sources: int) -> list[Entry]:
    """Sources that each tell two events that all share, and eight of their own."""
    names = [
        f"{first}{last}"
        for first in ("Bra", "Tar", "Vel", "Kar", "Lin", "Mos")
        for last in ("sk", "row", "mo")
    ]
    acts = ["met", "sued", "arrested", "visited", "endorsed", "fired", "signed a treaty with", "bought"]
    entries = []
    for number in range(sources):
        lines = []
        for place in range(10):
            seed = place if place < 2 else number * 7 + place * 13
            one, other, town = (names[(seed * step + step) % len(names)] for step in (1, 5, 11))
            day = f"2031-{1 + seed % 12:02d}-{1 + seed % 28:02d}"
            case = f"the {names[seed % 18].lower()} case {place}"
            what = f"{one}er {acts[seed % len(acts)]} {other}is in {town}stad over {case}"
            lines.append(f"s{number} 2031-12-30 | {day} happened | on that day | {what}")
        entries.append(briefing_of("\n".join(lines)).entries[0])
    return entries


CROWDED = 1.4
"""The names and days of these tellings are few: the more there are, the more resemble each other."""


def test_two_thousand_sources_cost_hardly_more_than_in_proportion() -> None:
    def work(sources: int) -> Work:
        entries = large(sources)
        return lambda: timeline(entries)

    days = timeline(large(2_000))
    assert sum(len(day.happenings) for day in days) == 20_000
    most = max(len({place.entry.source.name for place in told.places}) for day in days for told in day.told)
    assert most == 2_000, "what all tell is one entry"
    assert exponent(work, 125, 1_000, CROWDED) < CROWDED
