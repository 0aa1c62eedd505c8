"""Headings and ranges of dates: nothing said twice, nothing more than the value says, nothing fails."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.publish.dates import (
    first_day,
    in_words,
    month_in_words,
    period_in_words,
    range_in_words,
    without_weekday,
)

VALUES = st.text() | st.from_regex(r"[0-9X]{2,4}(-[0-9XWQHE]{1,3}){0,3}(T.{0,6})?", fullmatch=True)


@pytest.mark.parametrize(
    ("value", "heading"),
    [
        ("2022-04-26", "April 2022"),
        ("2022-04-26TMO", "April 2022"),
        ("2022-04", "April 2022"),
        ("2022-W13", "March 2022"),
        ("2022-W17-WE", "April 2022"),
        ("2022-W54", "2022-W54"),
        ("2022-Q2", "second quarter of 2022"),
        ("2022", "2022"),
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


def test_periods_may_have_an_open_end() -> None:
    assert period_in_words("2017-01-01", None) == "since 1 January 2017"
    assert period_in_words(None, "2017-01-01") == "until 1 January 2017"
    assert period_in_words("2022-04-19", "2022-04-28") == "19–28 April 2022"
    assert period_in_words(None, None) == ""


@given(st.dates())
def test_a_day_without_its_weekday_stands_under_its_month(day: date) -> None:
    weekday, rest = in_words(day.isoformat()).split(" ", 1)
    assert without_weekday(day.isoformat()) == rest
    assert month_in_words(day.isoformat()) == rest.split(" ", 1)[1] == in_words(day.isoformat()[:7])
    assert weekday not in month_in_words(day.isoformat())


@given(VALUES, VALUES)
@example("9999-W53", "0000-W01")
@example("Monday ", "Monday")
def test_no_value_fails_or_vanishes(value: str, other: str) -> None:
    assert bool(month_in_words(value)) == bool(value) == bool(without_weekday(value))
    assert range_in_words(value, other).endswith(without_weekday(other))


@pytest.mark.parametrize(
    ("value", "first"),
    [
        ("2022", "2022-01-01"),
        ("2022-Q2", "2022-04-01"),
        ("2022-H2", "2022-07-01"),
        ("2022-W17", "2022-04-25"),
        ("2022-W17-WE", "2022-04-30"),
        ("2022-W17-3", "2022-04-27"),
        ("2022-04-26T10:30", "2022-04-26"),
    ],
)
def test_first_day(value: str, first: str) -> None:
    assert first_day(value) == date.fromisoformat(first)


@pytest.mark.parametrize("value", ["", "XXXX-04-26", "2022-02-30", "2022-H3", "2022-W54", "P2M", "soon"])
def test_no_first_day_without_a_year_or_a_real_date(value: str) -> None:
    assert first_day(value) is None
