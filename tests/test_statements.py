"""Statements from text: fixtures/statements (title, text, one line for each statement), and what holds for all.

A line reads: kind | act | mention | cue | content, then "to" and "via" where they are known; “ … ” parts spans.
In headlines.md each text is a headline.
"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from growth import LINEAR, Work, exponent
from onrecord.analysis.parse import Parsed, parse
from onrecord.analysis.statements import find_statements
from onrecord.model import Paragraph, ParagraphKind, Source, Statement, TimeExpression

FOLDER = Path(__file__).parent / "fixtures" / "statements"
FILES = sorted(path.stem for path in FOLDER.glob("*.md"))
CASES = [(name, *case[1:]) for name in FILES for case in read_fixture_file(FOLDER / f"{name}.md")]


def source_of(text: str, kind: ParagraphKind = "text") -> Source:
    """Every line with words is a paragraph."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            spans.append((start, at + len(line.rstrip())))
        at += len(line) + 1
    paragraphs = tuple(Paragraph(number, span, kind) for number, span in enumerate(spans, 1))
    return Source("case", "sources/case.txt", text, paragraphs)


@cache
def parsed_cases() -> tuple[Parsed, ...]:
    sources = [
        source_of(text.rstrip("\n"), "title" if name == "headlines" else "text") for name, _, text, _ in CASES
    ]
    return tuple(parse(sources))


def found_in(text: str, times: tuple[TimeExpression, ...] = ()) -> tuple[Statement, ...]:
    (parsed,) = parse([source_of(text)])
    return find_statements(parsed, times)


def told(text: str, statement: Statement) -> str:
    mention = statement.speaker.mention
    spans = (" … ".join(text[slice(*span)] for span in each) for each in (statement.cue, statement.content))
    words = [text[slice(*mention)] if mention else "-", *(each or "-" for each in spans)]
    extra = [f"{name} {value}" for name, value in (("to", statement.to), ("via", statement.via)) if value]
    return " | ".join([statement.kind, statement.act, *words, *extra])


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{case[0]}: {case[1]}" for case in CASES])
def test_statements(number: int) -> None:
    expected = CASES[number][3].strip()
    parsed = parsed_cases()[number]
    lines = [told(parsed.source.text, each) for each in find_statements(parsed, ())]
    assert "\n".join(lines or ["nothing"]) == expected


def test_a_block_quotation_is_said_by_who_leads_up_to_it() -> None:
    text = "The harbour master wrote in his log:\n\nFog since dawn, no ships in sight."
    lead, block = source_of(text).paragraphs
    source = Source("case", "case.txt", text, (lead, Paragraph(2, block.span, "quote")))
    (statement,) = find_statements(next(parse([source])), ())
    assert text[slice(*statement.content[0])] == "Fog since dawn, no ships in sight."
    assert statement.speaker.mention is not None
    assert text[slice(*statement.speaker.mention)] == "The harbour master"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Ruth Ames said on Monday that the ferry was lost.", "on Monday", "2023-09-11"),
        ("“The ferry is lost,” Ames told reporters on Monday.", "on Monday", "2023-09-11"),
        ("At a meeting in Norrvik on Monday, Ames said that the ferry was lost.", "on Monday", "2023-09-11"),
        ("Ames said that the ferry was lost on Monday.", "on Monday", None),
        ("Ames said that the ferry would return on Monday.", "on Monday", None),
    ],
)
def test_the_day_of_a_saying_stands_with_its_cue(text: str, words: str, day: str | None) -> None:
    start = text.index(words)
    when = TimeExpression((start, start + len(words)), "DATE", "2023-09-11", "2023-09-14", "weekday")
    assert [each.said_on for each in found_in(text, (when,))] == [day]


def test_a_day_without_a_day_dates_nothing() -> None:
    text = "Ruth Ames said last year that the ferry was lost."
    when = TimeExpression((15, 24), "DATE", "2022", "2023-09-14", "year before")
    assert [each.said_on for each in found_in(text, (when,))] == [None]


def test_every_statement_says_why() -> None:
    (statement,) = found_in("Finch criticized the council for its silence.")
    assert "criticize" in " ".join(statement.because)


def test_ids_differ_where_words_do_not() -> None:
    found = found_in("\n".join(["“It is over,” Ames said.", "“It is over,” Brandt said."]))
    assert len({each.id for each in found}) == 2


NAMES = st.sampled_from(["Ames", "she", "the council", "Tomas Brandt"])
_PIECES = "said that , . “ ” \" '' ‘ ’ : — told called for to according and would ferry lost is was the a"
PIECES = st.lists(
    st.one_of(NAMES, st.sampled_from([*_PIECES.split(), "\n", "\n\n"]), st.text(max_size=6)), max_size=60
)


@settings(max_examples=60)
@given(PIECES)
def test_no_text_breaks_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    source = source_of(text)
    places = {paragraph.number: paragraph.span for paragraph in source.paragraphs}
    found = find_statements(next(parse([source])), ())
    assert [each.content[0] for each in found] == sorted(each.content[0] for each in found)
    for statement in found:
        spans = [*statement.content, *statement.cue, *filter(None, [statement.speaker.mention])]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(
            one[1] <= two[0] for one, two in zip(statement.content, statement.content[1:], strict=False)
        )
        start, end = places[statement.paragraph]
        assert start <= statement.content[0][0] < end
        for low, high in statement.content:
            assert any(low >= first and high <= last for first, last in places.values())


@pytest.mark.parametrize(
    "piece",
    ['"', '"a" ', "“Yes,” he said. “No.” ", "he said that ", "x", "according to me "],
    ids=["marks", "quoted letters", "answers", "nested sayings", "one word", "carriers"],
)
def test_hostile_texts_take_linear_time(piece: str) -> None:
    def work(size: int) -> Work:
        (parsed,) = parse([source_of(piece * (size // len(piece)))])
        return lambda: find_statements(parsed, ())

    assert exponent(work, 8_000, 64_000) < LINEAR


def test_a_long_text_is_parsed_in_pieces_with_its_own_offsets() -> None:
    text = "Ames said that the ferry would return in June. " * 1_200
    (parsed,) = parse([source_of(text.strip())])
    assert len(parsed.doc.text) == len(text.strip())
    found = find_statements(parsed, ())
    assert len(found) > 1_100
    assert all(text[slice(*each.cue[0])] == "said" for each in found)


def test_same_text_same_statements() -> None:
    text = (date(2023, 9, 11) + timedelta(days=3)).isoformat() + " Ames said the ferry “is lost.”"
    assert found_in(text) == found_in(text)
