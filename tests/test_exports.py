"""The timeline for other programs: what they read back is what the briefing holds."""

import html
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.briefing import Briefing, Day, Entry, Happening, Told
from onrecord.markdown import fold
from onrecord.model import Annotations, Event, Source
from onrecord.publish.exports import OCTETS, days_of, ics, timelinejs
from onrecord.publish.told import places_by_source
from timeline_sample import briefing_of, entries

icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")

SAMPLE = briefing_of(
    """a 2031-04-22 | 2031-04-26 planned | on Tuesday | Ines Tarrow will visit Velmo; “soon”, she hopes, on Tuesday
b 2031-04-27 | 2031-04-26 happened | on Tuesday | Ines Tarrow visited the mayor of Velmo, Odo Brask, on Tuesday
a 2031-04-22 | 2031-W16 happened | this week | The ferry sank this week
a 2031-04-22 | 2031-04 planned | this month | The toll will rise this month
a 2031-04-22 | 2030 happened | last year | The piers were examined last year
a 2031-04-22 | XXXX-05-01 planned | May 1 | The bridge will reopen on May 1"""
)
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120)


def hostile(text: str, value: str = "2031-04-26") -> Briefing:
    """A briefing in which every text is `text`."""
    source = Source("a", "sources/a.txt", text, title=text, outlet=text, url=text, published="2031-04-27")
    event = Event("x-1", value, text, None, "planned", 1, text)
    place = Happening(Entry(source, Annotations(events=(event,))), event)
    told = Told("x-1", (place,), "planned", (text,))
    return Briefing(text, (place.entry,), (), (Day(value, (place,), (told,)),))


def shown(text: str) -> str:
    """What is left of a text: white space folded, a control character replaced."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\ufffd", fold(text))


# Calendar


def calendar(briefing: Briefing) -> Any:
    return icalendar.Calendar.from_ical(ics(briefing).encode())


def test_calendar_has_a_whole_day_event_for_each_entry_with_a_year() -> None:
    found = [
        (str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt, str(event.get("STATUS", "")))
        for event in calendar(SAMPLE).walk("VEVENT")
    ]
    assert found == [
        ("The piers were examined last year", date(2030, 1, 1), date(2031, 1, 1), "CONFIRMED"),
        ("The toll will rise this month", date(2031, 4, 1), date(2031, 5, 1), "TENTATIVE"),
        ("The ferry sank this week", date(2031, 4, 14), date(2031, 4, 21), "CONFIRMED"),
        (
            "Ines Tarrow visited the mayor of Velmo, Odo Brask, on Tuesday",
            date(2031, 4, 26),
            date(2031, 4, 27),
            "CONFIRMED",
        ),
    ]


def test_calendar_tells_each_place() -> None:
    event = calendar(SAMPLE).walk("VEVENT")[-1]
    assert str(event["DESCRIPTION"]) == (
        "happened, Saturday 26 April 2031\n"
        "Report a, Tuesday 22 April 2031, ¶1: "
        "Ines Tarrow will visit Velmo; “soon”, she hopes, on Tuesday (“on Tuesday”)\n"
        "Report b, Sunday 27 April 2031, ¶1: "
        "Ines Tarrow visited the mayor of Velmo, Odo Brask, on Tuesday (“on Tuesday”)"
    )
    assert event["DTSTAMP"].dt.date() == date(2031, 4, 27), "from the data, not from the clock"


def test_places_of_one_source_come_in_the_order_of_its_text() -> None:
    line = "a 2031-04-22 | 2031-04-26 planned | on Tuesday | {} on Tuesday"
    telling = [
        entries(briefing_of(line.format(what)))[0].lead for what in ("Ines Tarrow will go", "She goes")
    ]
    second = replace(telling[1], event=replace(telling[1].event, paragraph=2))
    assert places_by_source(Told("x", (second, telling[0]), "planned")) == [telling[0], second]


def uids(briefing: Briefing) -> dict[str, str]:
    return {str(event["DTSTART"].dt): str(event["UID"]) for event in calendar(briefing).walk("VEVENT")}


def test_ids_stay_when_a_later_source_tells_the_same() -> None:
    first = "a 2031-04-22 | 2031-04-26 planned | on Tuesday | Ines Tarrow will visit Velmo on Tuesday"
    later = (
        "b 2031-04-27 | 2031-04-26 happened | on Tuesday | Ines Tarrow visited the mayor of Velmo on Tuesday"
    )
    alone, both = briefing_of(first), briefing_of(f"{first}\n{later}")
    assert entries(alone)[0].id != entries(both)[0].id, "another wording leads"
    assert uids(alone) == uids(both)


def test_ids_are_unique_where_two_sources_use_one_annotation_id() -> None:
    line = "{} 2031-04-22 | 2031 happened | in 2031 | The ferry sank"
    told = [
        str(e["UID"]) for e in calendar(briefing_of(f"{line.format('a')}\n{line.format('b')}")).walk("VEVENT")
    ]
    assert len(told) == len(set(told)) == 2


@given(TEXT)
def test_calendar_gives_any_text_back(text: str) -> None:
    read = calendar(hostile(text))
    (event,) = read.walk("VEVENT")
    assert str(event["SUMMARY"]) == shown(text)
    assert shown(text) in str(event["DESCRIPTION"])
    # The library reads this property as it stands, escapes and all.
    assert re.sub(r"\\([\\;,])", r"\1", str(read["NAME"])) == shown(text)


@given(
    TEXT,
    st.one_of(TEXT, st.sampled_from(["2031-W60", "9999", "9999-12-31", "0000-01-01", "9999-W52", "199"])),
)
def test_calendar_lines_are_short_and_end_as_they_must(text: str, value: str) -> None:
    written = ics(hostile(text, value)).encode()
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= OCTETS for line in lines)
    assert not set(written.replace(b"\r\n", b"")) & set(b"\r\n")
    for line in lines:
        line.decode()


# TimelineJS


class Words(HTMLParser):
    """The text of a piece of HTML, its tags and where its links lead."""

    def __init__(self, piece: str) -> None:
        super().__init__()
        self.words, self.tags, self.links = "", set[str](), list[str]()
        self.feed(piece)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_timelinejs_dates_are_as_precise_as_the_timeline() -> None:
    slides = json.loads(timelinejs(SAMPLE))["events"]
    assert [(slide["start_date"], slide.get("end_date"), slide["display_date"]) for slide in slides] == [
        ({"year": 2030}, None, "2030"),
        ({"year": 2031, "month": 4}, None, "April 2031"),
        (
            {"year": 2031, "month": 4, "day": 14},
            {"year": 2031, "month": 4, "day": 20},
            "week of 14 April 2031",
        ),
        ({"year": 2031, "month": 4, "day": 26}, None, "Saturday 26 April 2031"),
    ]
    assert [slide["group"] for slide in slides] == ["happened", "planned", "happened", "happened"]
    assert len({slide["unique_id"] for slide in slides}) == len(slides)


def test_timelinejs_links_to_the_web_only() -> None:
    for address, links in (
        ("https://post.example/a?b=1", ["https://post.example/a?b=1"]),
        ("javascript:1", []),
    ):
        briefing = hostile("x")
        entry = briefing.entries[0]
        place = Happening(
            replace(entry, source=replace(entry.source, url=address)), entry.annotations.events[0]
        )
        briefing = replace(
            briefing, timeline=(Day("2031-04-26", (place,), (Told("x", (place,), "planned"),)),)
        )
        (slide,) = json.loads(timelinejs(briefing))["events"]
        assert Words(slide["text"]["text"]).links == links


@given(TEXT)
def test_timelinejs_gives_any_text_back_as_words(text: str) -> None:
    read = json.loads(timelinejs(hostile(text)))
    (slide,) = read["events"]
    assert html.unescape(slide["text"]["headline"]) == text
    assert html.unescape(read["title"]["text"]["headline"]) == text
    for piece in (slide["text"]["headline"], slide["text"]["text"], slide["display_date"]):
        assert Words(piece).tags <= {"p", "a"}


# Days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-04-26", "2031-04-26", "2031-04-26"),
        ("2031-04-26T14:00", "2031-04-26", "2031-04-26"),
        ("2031-W17", "2031-04-21", "2031-04-27"),
        ("2031-W17-WE", "2031-04-26", "2031-04-27"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031-12", "2031-12-01", "2031-12-31"),
        ("2031-Q4", "2031-10-01", "2031-12-31"),
        ("2031-H1", "2031-01-01", "2031-06-30"),
        ("2031", "2031-01-01", "2031-12-31"),
    ],
)
def test_days_of_a_value(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@given(
    st.one_of(
        st.text(max_size=12),
        st.from_regex(r"\d{4}(-(\d\d(-\d\d)?|W\d\d(-WE)?|[QH]\d|SP|WI))?", fullmatch=True),
    )
)
def test_days_never_fail_and_come_in_order(value: str) -> None:
    days = days_of(value)
    assert days is None or timedelta(0) <= days[1] - days[0] <= timedelta(366)


@given(TEXT)
def test_same_briefing_same_files(text: str) -> None:
    for export in (ics, timelinejs):
        assert export(hostile(text)) == export(hostile(text))
