"""Dates in words and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import day_of, from_words, in_words

PAIRS = {
    "2022-04-26": "Tuesday 26 April 2022",
    "2022-04-26TMO": "Tuesday 26 April 2022, morning",
    "2022-04-26T14:30": "Tuesday 26 April 2022, 14:30",
    "2022-04": "April 2022",
    "2022": "2022",
    "2022-W17": "week of 25 April 2022",
    "2022-W17-WE": "weekend of 30 April 2022",
    "2022-Q2": "second quarter of 2022",
    "2022-H1": "first half of 2022",
    "2022-SU": "summer 2022",
    "199": "1990s",
    "XXXX-04-26": "26 April, year unknown",
    "XXXX-04": "April, year unknown",
}


@pytest.mark.parametrize(("value", "words"), PAIRS.items())
def test_each_precision_has_words_and_reads_back(value: str, words: str) -> None:
    assert in_words(value) == words
    assert from_words(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "26 April 2022",
        "April 26, 2022",
        "Tuesday, April 26, 2022",
        "2022-04-26",
        "26 Apr 2022",
        "Apr. 26, 2022",
    ],
)
def test_people_write_days_in_many_ways(words: str) -> None:
    assert from_words(words) == "2022-04-26"


@pytest.mark.parametrize(
    "words", ["", "soon", "2022-13", "31 February 2022", "40 April 2022", "June or so 2022"]
)
def test_what_is_no_date_stays_as_it_is(words: str) -> None:
    assert from_words(words) == words
    assert day_of(words) is None


@given(st.dates())
def test_every_day_reads_back(day: object) -> None:
    assert from_words(in_words(str(day))) == str(day)


@given(st.text(max_size=30))
def test_nothing_raises(text: str) -> None:
    from_words(text)
    in_words(text)
