"""Time expressions, against cases in plain text: title, publication date and text, then what is found."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from growth import LINEAR, Work, exponent
from onrecord.analysis.times import find_times, times_in
from onrecord.analysis.times_calendar import month_year, nearest_year, orthodox_easter, shift, western_easter
from onrecord.languages.en import times as words
from onrecord.model import Paragraph, Source

CASES = read_fixture_file(Path(__file__).parent / "fixtures" / "times" / "english.md")
DATE = r"(?:\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?|\d{2,3}|XXXX-\d\d(?:-\d\d)?)"
VALUES = {
    "DATE": re.compile(rf"{DATE}|PRESENT_REF|PAST_REF|FUTURE_REF"),
    "TIME": re.compile(r"\d{4}-\d\d-\d\dT(?:MO|AF|EV|NI|\d\d:\d\d)"),
    "DURATION": re.compile(r"PT?(?:\d+(?:\.\d+)?|X)[SMHDWQYEC](?:\d+[MDS])?|P(?:\d+D)?T\d+[HMS](?:\d+[MS])?"),
    "SET": re.compile(r"PT?\d+(?:\.\d+)?[SMHDWQY]|XXXX-(?:WXX-[1-7]|\d\d|SP|SU|FA|WI|XX-XXT(?:MO|AF|EV|NI))"),
}
"""What TIMEX3 allows as a value of each type, as far as the grammar goes."""
HOSTILE = [
    '"',
    "1",
    " ",
    "\n",
    "1 ",
    "12:",
    "1,",
    "a ",
    "the ",
    "to ",
    "two ",
    "last ",
    "April ",
    "April 24 and ",
    "Monday ",
    "in the year ",
    "a year ago ",
    "the third quarter ",
    "twenty-",
    "nineteen ninety-",
    "noon ",
    "Orthodox ",
    "several   ",
    "April     ",
    "é",
    "'",
    "A, ",
    "a hundred ",
]


def split(given_text: str) -> tuple[str | None, str]:
    """The publication date on the first line, and the text below it."""
    first, text = given_text.rstrip("\n").split("\n", 1)
    return (first.removeprefix("published: ") if first.startswith("published: ") else None), text


@pytest.mark.parametrize(
    ("given_text", "expected"), [(case[2], case[3]) for case in CASES], ids=[c[1] for c in CASES]
)
def test_cases(given_text: str, expected: str) -> None:
    published, text = split(given_text)
    rows = [
        " | ".join(
            [" ".join(text[slice(*one.span)].split()), one.type, one.value, one.anchor or "-", one.rule]
        )
        for one in times_in(text, published)
    ]
    assert (rows or ["nothing"]) == expected.rstrip("\n").split("\n")


PHRASES = [split(case[2])[1] for case in CASES]
NUMBER = st.one_of(
    st.sampled_from(
        [*words.ONES, *words.TEENS, "twenty-one", "a hundred", "several", "a few", "a couple of", "half a"]
    ),
    st.integers(0, 10**9).map(str),
    st.floats(0, 10**6).map(lambda number: f"{number:.1f}"),
)
UNIT = st.sampled_from(sorted(words.UNITS))
MONTH = st.sampled_from(sorted(words.MONTHS)).map(str.capitalize)
WEEKDAY = st.sampled_from(sorted(words.WEEKDAYS)).map(str.capitalize)
WHICH = st.sampled_from(
    ["last", "next", "this", "the previous", "this coming", "every", "each", "the following", "late"]
)
NAMED = st.one_of(
    WEEKDAY,
    MONTH,
    UNIT,
    st.sampled_from(
        [*words.SEASONS, *words.PARTS_OF_DAY, "weekend", "fourth quarter", "second half of the year"]
    ),
    st.sampled_from([*words.EASTER_FEASTS, *words.WEEKDAY_FEASTS, *words.FIXED_FEASTS]).map(str.title),
)
DAY = st.integers(0, 40).map(str)
YEAR = st.integers(0, 12000).map(str)
EXPRESSIONS = st.one_of(
    st.sampled_from(PHRASES),
    st.tuples(NUMBER, UNIT, st.sampled_from(["ago", "later", "earlier", "or so ago", ""])).map(" ".join),
    st.tuples(WHICH, NAMED, st.sampled_from(["", "night", "of next year", "1999"])).map(" ".join),
    st.tuples(
        WEEKDAY,
        st.sampled_from([", ", " ", " the "]),
        MONTH,
        st.just(" "),
        DAY,
        st.sampled_from([", ", " "]),
        YEAR,
    ).map("".join),
    st.tuples(DAY, MONTH, YEAR).map(" ".join),
    st.tuples(st.sampled_from(["5 p.m. EST,", "noon", "10:30 GMT"]), MONTH, DAY).map(" ".join),
    st.tuples(*[st.integers(0, 99).map("{:02d}".format)] * 4).map(lambda p: f"{p[0]}{p[1]}-{p[2]}-{p[3]}"),
    st.tuples(MONTH, st.sampled_from(["of", "this year", "last year", ""]), YEAR).map(" ".join),
    st.tuples(DAY, st.just(":"), DAY, st.sampled_from([" p.m. ", " "]), WEEKDAY).map("".join),
    st.tuples(
        st.sampled_from(["today", "tomorrow", "yesterday", "tonight", "last night", "a year ago"]), UNIT
    ).map(" ".join),
)
JOINED = st.lists(EXPRESSIONS, min_size=1, max_size=4).map(", and will on ".join)


@given(JOINED, st.one_of(st.none(), st.dates().map(date.isoformat)))
@example("5 years ago and 9999 decades ago", "0001-01-01")
@example("tomorrow, next week, Monday, next century", "9999-12-31")
@example("yesterday, last Monday, last week, over the weekend", "0001-01-01")
@example("February 29", "1900-01-01")
@example("last February 29", "2023-03-01")
def test_every_expression_has_a_valid_value_on_every_day(text: str, published: str | None) -> None:
    at = 0
    for one in times_in(text, published):
        assert at <= one.span[0] < one.span[1] <= len(text)
        assert VALUES[one.type].fullmatch(one.value), (text[slice(*one.span)], one)
        assert one.rule
        for day in re.findall(r"\d{4}-\d\d-\d\d", f"{one.value} {one.anchor}"):
            date.fromisoformat(day)
        at = one.span[1]


@given(st.text(), st.dates().map(date.isoformat))
def test_any_text_is_read(text: str, published: str) -> None:
    for one in times_in(text, published):
        assert text[slice(*one.span)].strip() == text[slice(*one.span)]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_in_one_line_takes_linear_time(piece: str) -> None:
    def work(length: int) -> Work:
        text = (piece * (length // len(piece) + 1))[:length]
        return lambda: times_in(text, "2023-09-14")

    assert exponent(work, 12_500, 100_000) < LINEAR


def test_only_paragraphs_are_read() -> None:
    text = "Share on Monday\nThe ferry sank on Tuesday.\nRead more from Friday"
    start = text.index("The")
    source = Source(
        "case",
        "sources/case.txt",
        text,
        (Paragraph(1, (start, text.index("\nRead"))),),
        published="2023-09-14",
    )
    assert [text[slice(*one.span)] for one in find_times(source)] == ["Tuesday"]


@pytest.mark.parametrize(
    "start",
    [
        "BERGVIK, September 13 (Kystnytt) -- ",
        "BERGVIK, Sept. 13 — ",
        "PORT ELLEN AND BERGVIK, Northland, 13 September (Kystnytt) – ",
        "Bergvik, September 13 (Kystnytt) - ",
    ],
)
def test_the_date_of_a_dateline_is_kept_apart(start: str) -> None:
    text = f"Ferry sinks\n{start}The ferry sank on Tuesday."
    paragraphs = (Paragraph(1, (0, 11), "title"), Paragraph(2, (12, len(text))))
    source = Source("case", "sources/case.txt", text, paragraphs, published="2023-09-14")
    assert [text[slice(*one.span)] for one in find_times(source)] == ["Tuesday"]


def test_a_date_at_the_start_of_a_sentence_is_no_dateline() -> None:
    text = "On September 13 the ferry sank -- and nobody saw it."
    source = Source("case", "sources/case.txt", text, (Paragraph(1, (0, len(text))),), published="2023-09-14")
    assert [one.value for one in find_times(source)] == ["2023-09-13"]


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2022, 4, 17), (2038, 4, 25)]
)
def test_western_easter(year: int, month: int, day: int) -> None:
    assert western_easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2000, 4, 30), (2016, 5, 1), (2021, 5, 2), (2022, 4, 24), (2024, 5, 5)]
)
def test_orthodox_easter(year: int, month: int, day: int) -> None:
    assert orthodox_easter(year) == date(year, month, day)


@given(st.dates(), st.integers(1, 12), st.integers(1, 28))
def test_the_nearest_such_day_is_within_eight_months(near: date, month: int, day: int) -> None:
    year = nearest_year(month, day, near)
    assert abs((date(year, month, day) - near).days) < 245 or near.year in (1, 9999)


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(1, 12), st.integers(0, 8))
def test_a_month_lies_at_most_so_far_ahead(near: date, month: int, most: int) -> None:
    ahead = month_year(month, near, most) * 12 + month - near.year * 12 - near.month
    assert most - 12 < ahead <= most


def test_a_day_past_the_end_of_a_month_is_its_last() -> None:
    assert shift(date(2023, 3, 31), "M", -1) == date(2023, 2, 28)
    assert shift(date(2024, 2, 29), "Y", -1) == date(2023, 2, 28)
