"""Dates in words: what each TIMEX3 value says, and that no value says more or fails."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.publish.dates import (
    MONTHS,
    WEEKDAYS,
    first_day,
    in_words,
    month_in_words,
    range_in_words,
    without_weekday,
)

SAID = {
    "2022-04-26": "Tuesday 26 April 2022",
    "2024-02-29": "Thursday 29 February 2024",
    "2022-04": "April 2022",
    "2022-04-XX": "April 2022",
    "2022": "2022",
    "2022-XX-XX": "2022",
    "2022-W17": "week of 25 April 2022",
    "2022-W17-WE": "weekend of 30 April 2022",
    "2022-W17-2": "Tuesday 26 April 2022",
    "2020-W53": "week of 28 December 2020",
    "2022-Q2": "second quarter of 2022",
    "XXXX-Q4": "fourth quarter",
    "2022-H1": "first half of 2022",
    "2022-SU": "summer 2022",
    "XXXX-WI": "winter",
    "XXXX-04-26": "26 April",
    "XXXX-02-29": "29 February",
    "XXXX-04": "April",
    "XXXX-WXX-5": "Friday",
    "199": "1990s",
    "19": "20th century",
    "20": "21st century",
    "10": "11th century",
    "FY2022": "financial year 2022",
    "2022-04-26TMO": "Tuesday 26 April 2022, morning",
    "2022-04-26TNI": "Tuesday 26 April 2022, night",
    "2022-04-26T09:30": "Tuesday 26 April 2022, 09:30",
    "2022-04-26T09": "Tuesday 26 April 2022, 09:00",
    "2022-04-26T09:30:15Z": "Tuesday 26 April 2022, 09:30 UTC",
    "2022-04-26T09:30+02:00": "Tuesday 26 April 2022, 09:30 UTC+02:00",
    "PRESENT_REF": "at present",
    "PAST_REF": "in the past",
    "FUTURE_REF": "in the future",
}
UNCHANGED = (
    *("", "soon", "P2M", "PT3H", "XXXX", "XXXX-XX-26", "2022-XX-26", "2022-13", "2022-02-30", "0000-01-01"),
    *(
        "2022-W54",
        "2022-W00",
        "2022-Q5",
        "2022-H3",
        "2022-ZZ",
        "2021-W53",
        "2022-WXX-2",
        "T10",
        "2022-04-26T",
    ),
    *(
        "2022-04-26T",
        "2022-04-26T25:00",
        "2022-04-26T10:75",
        "2022-04-26TXX",
        "2022-4-26",
        "٢٠٢٢-٠٤-٢٦",
        "2022-04-26\n",
    ),
)


@pytest.mark.parametrize(("value", "words"), SAID.items())
def test_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize("value", UNCHANGED)
def test_what_is_not_a_date_stays_as_it_is(value: str) -> None:
    assert in_words(value) == value


@given(st.dates())
def test_every_day_says_itself_and_no_other(day: date) -> None:
    weekday, number, month, year = in_words(day.isoformat()).split()
    assert date(int(year), MONTHS.index(month) + 1, int(number)) == day
    assert WEEKDAYS.index(weekday) == day.weekday()
    assert without_weekday(day.isoformat()) == f"{number} {month} {year}"
    assert month_in_words(day.isoformat()) == f"{month} {year}" == in_words(day.isoformat()[:7])
    assert first_day(day.isoformat()) == day


@given(st.dates(min_value=date(1000, 1, 4)))
def test_every_week_is_named_by_its_monday(day: date) -> None:
    year, week, _ = day.isocalendar()
    monday = date.fromisocalendar(year, week, 1)
    value = f"{year:04d}-W{week:02d}"
    assert in_words(value) == f"week of {without_weekday(monday.isoformat())}"
    assert first_day(value) == monday


@given(st.text() | st.from_regex(r"[0-9X]{2,4}(-[0-9XWQHE]{1,3}){0,3}(T.{0,6})?", fullmatch=True))
@example("9999-W53")
@example("9999-W52-7")
@example("0000-W01")
def test_no_value_fails(value: str) -> None:
    assert in_words(value) or not value
    assert month_in_words(value) or not value
    assert without_weekday(value) or not value
    range_in_words(value, value)
    range_in_words(value, "2022-04-26")


@given(st.dates(), st.integers(1, 12))
def test_nothing_more_precise_than_the_value(day: date, month: int) -> None:
    assert not any(name in in_words(f"{day.year:04d}-{month:02d}") for name in WEEKDAYS)
    assert not any(name in in_words(f"XXXX-{month:02d}-15") for name in WEEKDAYS)


@pytest.mark.parametrize(
    ("value", "heading"),
    [
        ("2022-04-26TMO", "April 2022"),
        ("2022-04", "April 2022"),
        ("2022-W13", "March 2022"),
        ("2022-Q2", "second quarter of 2022"),
        ("2022", "2022"),
        ("XXXX-04-26", "26 April"),
        ("soon", "soon"),
    ],
)
def test_month_headings(value: str, heading: str) -> None:
    assert month_in_words(value) == heading


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-04-26", "2022-04-26", "26 April 2022"),
        ("2022-04-19", "2022-04-28", "19–28 April 2022"),
        ("2022-03-30", "2022-04-02", "30 March – 2 April 2022"),
        ("2021-12-30", "2022-01-02", "30 December 2021 – 2 January 2022"),
        ("soon", "2022-01-02", "soon – Sunday 2 January 2022"),
    ],
)
def test_ranges(first: str, last: str, words: str) -> None:
    assert range_in_words(first, last) == words
