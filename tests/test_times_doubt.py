"""Doubts about the publication date, times corrected by the parse, and times in quotations."""

import pytest

from onrecord.analysis.parse import parse
from onrecord.analysis.times import find_times
from onrecord.analysis.times_doubt import date_doubts
from onrecord.analysis.times_quoted import re_anchor
from onrecord.analysis.times_tense import adjust_by_parse
from onrecord.model import Paragraph, Problem, Source, Speaker, Statement, StatementKind, TimeExpression


def source_of(text: str, published: str | None = "2023-09-14") -> Source:
    return Source("ferry", "sources/ferry.txt", text, (Paragraph(1, (0, len(text))),), published=published)


def times_of(source: Source) -> tuple[TimeExpression, ...]:
    (parsed,) = parse([source])
    return adjust_by_parse(parsed, find_times(source))


def doubts_of(text: str, published: str | None = "2023-09-14") -> tuple[Problem, ...]:
    source = source_of(text, published)
    return date_doubts(source, times_of(source))


def test_a_dateline_of_another_day() -> None:
    (doubt,) = doubts_of("BERGVIK, September 3 (Kystnytt) -- The ferry sank.")
    assert "“September 3” (2023-09-03)" in doubt.message
    assert "2023-09-14" in doubt.message
    assert doubt.hint == (
        "See when it was published and set it in sources/ferry.yml, such as `published: 2023-09-03`."
    )
    assert (doubt.path, doubt.line, doubt.severity) == ("sources/ferry.txt", 1, "warning")


@pytest.mark.parametrize("day", ["13", "14"])
def test_a_dateline_of_the_day_or_the_day_before_is_none(day: str) -> None:
    assert doubts_of(f"BERGVIK, September {day} (Kystnytt) -- The ferry sank.") == ()


def test_a_dateline_after_the_publication_date() -> None:
    (doubt,) = doubts_of("BERGVIK, September 15 (Kystnytt) -- The ferry sank.")
    assert "2023-09-15" in doubt.message


def test_a_weekday_that_the_calendar_has_not() -> None:
    (doubt,) = doubts_of("The vote is on Tuesday, October 4.")
    assert (
        doubt.message == "“Tuesday, October 4” reads as 2023-10-04, which is a Wednesday; it was one in 2022."
    )


def test_a_weekday_that_the_calendar_has_is_none() -> None:
    assert doubts_of("The vote is on Tuesday, October 3.") == ()


def test_a_day_after_publication_told_as_past() -> None:
    (doubt,) = doubts_of("The ferry went down on September 20 with all hands.")
    assert "“September 20” (2023-09-20) is told as past" in doubt.message


def test_a_day_after_publication_told_as_coming_is_none() -> None:
    assert doubts_of("The council said it will vote on September 20.") == ()


def test_a_coming_weekday_that_may_be_a_week_off() -> None:
    text = "Holt will meet the harbour board over the wreck on Tuesday. He said Monday that he is ready."
    (doubt,) = doubts_of(text, "2023-09-13")
    assert "reads as 2023-09-19 for a text published on 2023-09-13" in doubt.message
    assert "but as 2023-09-12 if it was written on 2023-09-11, the day it calls “Monday”" in doubt.message


def test_a_coming_weekday_a_few_days_off_is_none() -> None:
    text = "Holt will meet the harbour board over the wreck on Friday. He said Monday that he is ready."
    assert doubts_of(text, "2023-09-13") == ()


def test_a_coming_weekday_far_off_without_a_day_of_saying_is_none() -> None:
    assert doubts_of("Holt will meet the harbour board over the wreck on Tuesday.", "2023-09-13") == ()


def test_a_copyright_line_of_another_year() -> None:
    (doubt,) = doubts_of("The ferry sank.\nCopyright 2025 Kystnytt AS.")
    assert doubt.message == "The copyright line says 2025, the publication date is 2023-09-14."
    assert doubt.line == 2
    assert "published: 2025" not in doubt.hint


def test_a_copyright_line_of_the_year_is_none() -> None:
    assert doubts_of("The ferry sank. © Kystnytt 2023") == ()


def test_without_a_publication_date_nothing_is_in_doubt() -> None:
    assert doubts_of("BERGVIK, May 3 (Kystnytt) -- The ferry sank.\n© 2025", None) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor will open the long awaited new harbour mole on Tuesday.", "2023-09-19"),
        ("The mayor opened the long awaited new harbour mole on Tuesday.", "2023-09-12"),
        ("The lease of the yard had been due to expire late on Tuesday.", "2023-09-12"),
        ("The yard changed hands in December.", "2022-12"),
        ("The yard changes hands in December.", "2023-12"),
        ("The ferry sank on December 20.", "2022-12-20"),
        ("The ferry sank on September 20.", "2023-09-20"),
        ("The deadline was extended to November 20.", "2023-11-20"),
    ],
)
def test_the_tense_of_the_verb_counts(text: str, value: str) -> None:
    (found,) = times_of(source_of(text))
    assert found.value == value


def test_a_time_in_a_quotation_is_read_from_the_day_of_the_saying() -> None:
    text = "“We sail tomorrow and on Friday,” Holt said on Monday. He sails again tomorrow."
    source = source_of(text)
    said = Statement("s", "direct", ((0, 33),), Speaker(), text[:33], 1, said_on="2023-09-11")
    found = re_anchor(find_times(source), source, [said])
    assert [one.value for one in found] == ["2023-09-12", "2023-09-15", "2023-09-11", "2023-09-15"]
    assert [one.anchor for one in found] == ["2023-09-11", "2023-09-11", "2023-09-14", "2023-09-14"]


@pytest.mark.parametrize(
    ("kind", "said_on"), [("indirect", "2023-09-11"), ("direct", None), ("direct", "2023-09-14")]
)
def test_a_time_stays_where_nothing_else_is_known(kind: StatementKind, said_on: str | None) -> None:
    source = source_of("“We sail tomorrow,” Holt said.")
    said = Statement("s", kind, ((0, 19),), Speaker(), "", 1, said_on=said_on)
    times = find_times(source)
    assert re_anchor(times, source, [said]) == times
