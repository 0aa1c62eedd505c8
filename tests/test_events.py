"""Events, against cases in plain text: title, publication date and text, then what is found."""

import re
from functools import cache
from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from onrecord.analysis.events import find_events
from onrecord.analysis.parse import Parsed, parse
from onrecord.analysis.times import find_times
from onrecord.analysis.times_tense import adjust_by_parse
from onrecord.model import Event, Paragraph, Source, Speaker, Statement

CASES = read_fixture_file(Path(__file__).parent / "fixtures" / "events" / "english.md")
QUOTED = re.compile(r"“[^”]*”")


def source_of(given: str) -> Source:
    first, text = given.rstrip("\n").split("\n", 1)
    published = first.removeprefix("published: ") if first.startswith("published: ") else None
    return Source("case", "sources/case.txt", text, (Paragraph(1, (0, len(text))),), published=published)


@cache
def parsed_cases() -> dict[str, Parsed]:
    return {
        title: parsed
        for (_, title, _, _), parsed in zip(CASES, parse(source_of(case[2]) for case in CASES), strict=True)
    }


def quoted(text: str) -> tuple[Statement, ...]:
    """Each quotation as a statement of somebody's."""
    return tuple(
        Statement(f"s{number}", "direct", (match.span(),), Speaker(), match[0], 1)
        for number, match in enumerate(QUOTED.finditer(text))
    )


def events_in(parsed: Parsed) -> tuple[Event, ...]:
    times = adjust_by_parse(parsed, find_times(parsed.source))
    return find_events(parsed, times, quoted(parsed.source.text))


@pytest.mark.parametrize(("title", "expected"), [(case[1], case[3]) for case in CASES])
def test_cases(title: str, expected: str) -> None:
    found = events_in(parsed_cases()[title])
    rows = [f"{event.date} | {event.status} | {event.what} | {event.said_as}" for event in found]
    assert (rows or ["nothing"]) == expected.rstrip("\n").split("\n")


def test_events_stand_where_they_say() -> None:
    for parsed in parsed_cases().values():
        for event in events_in(parsed):
            assert event.span is not None
            start, end = event.span
            assert parsed.source.text[start:end] == event.what
            assert event.paragraph == 1
            assert event.because[0].startswith(f"“{event.said_as}” is {event.date}: ")


def test_ids_are_unique_and_stable() -> None:
    text = "The ferry sank on Monday.\nThe ferry sank on Monday.\nThe ferry sank on Tuesday."
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, 1))
    source = Source("case", "sources/case.txt", text, paragraphs, published="2023-09-14")
    first, again = ([event.id for event in events_in(parsed)] for parsed in parse([source, source]))
    assert first == again
    assert len(first) == len(set(first)) == 3
