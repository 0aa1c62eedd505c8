"""The tables: what a spreadsheet reads is what the briefing holds, and none of it is a formula."""

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given

from compare_sample import compared
from onrecord.briefing import Briefing, Entry, Person, Said
from onrecord.model import Annotations, Source, Speaker, Statement
from onrecord.publish.citing import citation
from onrecord.publish.references import references
from onrecord.publish.tables import (
    STATEMENT_COLUMNS,
    TIMELINE_COLUMNS,
    entry_rows,
    harmless,
    statements_csv,
    timeline_csv,
)
from test_exports import SAMPLE, TEXT, hostile, shown

FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")


def read(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table, newline=""), strict=True))


def rows(briefing: Briefing) -> list[dict[str, str]]:
    return read(timeline_csv(briefing))


def statements(briefing: Briefing) -> list[dict[str, str]]:
    return read(table_of_statements(briefing))


def table_of_statements(briefing: Briefing) -> str:
    known = references(briefing)
    return statements_csv(entry_rows(entry, known).encode() for entry in briefing.entries).decode("utf-8-sig")


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that keeps it from being a formula."""
    return re.sub(r"\A'(?='*[=+\-@＝＋－＠])", "", cell)


# Timeline


def test_table_has_a_row_for_each_place() -> None:
    found = rows(SAMPLE)
    assert [(row["date"], row["status"], row["told as"], row["source"]) for row in found] == [
        ("2030", "happened", "happened", "Report a"),
        ("2031-04", "planned", "planned", "Report a"),
        ("2031-W16", "happened", "happened", "Report a"),
        ("2031-04-26", "happened", "happened", "Report b"),
        ("2031-04-26", "happened", "planned", "Report a"),
        ("XXXX-05-01", "planned", "planned", "Report a"),
    ]
    assert len({row["entry"] for row in found}) == 5
    week, unknown = found[2], found[-1]
    assert (week["first day"], week["last day"], week["page"]) == (
        "2031-04-14",
        "2031-04-20",
        f"sources/a.md#{week['entry']}",
    )
    assert (unknown["first day"], unknown["last day"]) == ("", "")


@given(TEXT)
def test_table_gives_any_text_back_and_no_formula(text: str) -> None:
    (row,) = rows(hostile(text))
    assert tuple(row) == TIMELINE_COLUMNS
    for name in ("what", "said as", "outlet", "people"):
        cell = row[name]
        assert not FORMULA.match(cell)
        assert unguarded(cell) == shown(text)
    assert all(line.count("\n") == 0 for line in timeline_csv(hostile(text)).split("\r\n"))


# Statements


def said(text: str) -> Briefing:
    """One statement in which every word is `text`."""
    source = Source("a", "sources/a.txt", text, title=text, outlet=text, agency=text, url=text)
    statement = Statement(
        "x-1", "direct", (), Speaker(None, text, text), text, 1, act="said", to=text, via=text
    )
    return Briefing("A", (Entry(source, Annotations((statement,))),), (), ())


def test_each_statement_has_a_row_with_its_citation() -> None:
    briefing = compared()
    found = statements(briefing)
    every = [(entry, one) for entry in briefing.entries for one in entry.annotations.statements]
    assert len(found) == len(every) > 5
    for row, (entry, statement) in zip(found, every, strict=True):
        assert row["words"] == statement.words
        assert row["citation"] == citation(entry, statement)
        assert row["page"] == f"{entry.page}#{statement.id}"
        assert row["named"] == (statement.speaker.name or "")
        assert (row["kind"], row["act"]) == (statement.kind, statement.act)


def test_statements_of_one_person_and_of_several_sources_belong_together() -> None:
    briefing = compared()
    found = {row["page"]: row for row in statements(briefing)}
    for person in briefing.people:
        for one in person.said:
            assert found[f"{one.entry.page}#{one.statement.id}"]["speaker"] == person.name
    marked = {page: row["shared"] for page, row in found.items() if row["shared"]}
    assert marked == {
        f"{wording.said.entry.page}#{wording.said.statement.id}": shared.id
        for shared in briefing.shared
        for wording in shared.wordings
    }


def test_a_speaker_has_one_name_however_a_source_calls_them() -> None:
    briefing = said("Bell")
    entry = briefing.entries[0]
    person = Person("Ann Bell", "ann-bell", (), (Said(entry, entry.annotations.statements[0]),))
    (row,) = statements(replace(briefing, people=(person,)))
    assert (row["speaker"], row["named"]) == ("Ann Bell", "Bell")


@pytest.mark.parametrize(
    ("address", "exact"),
    [
        ("https://post.example/a", "https://post.example/a#:~:text=as%20it%20is"),
        ("javascript:1", ""),
        (None, ""),
    ],
)
def test_exact_words_are_linked_where_the_source_is_on_the_web(address: str | None, exact: str) -> None:
    briefing = said("“as it is”")
    entry = briefing.entries[0]
    briefing = replace(briefing, entries=(replace(entry, source=replace(entry.source, url=address)),))
    (row,) = statements(briefing)
    assert row["exact words"] == exact
    assert row["url"] == (address or "")


@given(TEXT)
def test_statements_give_any_text_back_and_no_formula(text: str) -> None:
    (row,) = statements(said(text))
    assert tuple(row) == STATEMENT_COLUMNS
    for name in ("words", "named", "role", "to", "via", "outlet", "agency", "url"):
        assert unguarded(row[name]) == shown(text)
    assert not any(FORMULA.match(cell) for cell in row.values())


@given(TEXT)
def test_cells_are_on_one_line(text: str) -> None:
    for table in (timeline_csv(hostile(text)), table_of_statements(said(text))):
        assert all(line.count("\n") == 0 for line in table.split("\r\n"))


def test_formulas_are_made_harmless() -> None:
    for cell in ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", " =1"):
        assert harmless(cell) == f"'{cell.strip()}"
    for cell in ("1", "a=1", "'tis", ""):
        assert harmless(cell) == cell
