"""The book's chapter on what is compared, people's roles and other names, and sources not published in full."""

import io
from dataclasses import replace
from functools import cache

import pytest
from pypdf import PdfReader

from compare_sample import compared
from onrecord.briefing import Briefing, Entry
from onrecord.model import Note, Publish
from onrecord.publish.book import render
from onrecord.publish.book_data import book_of
from onrecord.publish.book_places import places_of
from onrecord.publish.book_source import source_of

SAMPLE = compared()


@cache
def printed() -> str:
    return words_of(SAMPLE)


def words_of(sample: Briefing) -> str:
    """All text of the book, white space folded."""
    reader = PdfReader(io.BytesIO(render(sample)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_chapter_stands_between_the_timeline_and_the_speakers() -> None:
    reader = PdfReader(io.BytesIO(render(SAMPLE)))
    top = [str(mark.title) for mark in reader.outline if not isinstance(mark, list)]
    assert top[2:6] == ["Timeline", "Compare", "Who said what", "Sources"]


def test_without_anything_to_compare_there_is_no_chapter() -> None:
    bare = replace(SAMPLE, shared=(), origins=(), differences=(), coverage=())
    assert "Which of them is right" not in words_of(bare)
    assert places_of(bare).linked("compare.md") == ""
    assert places_of(SAMPLE).linked("compare.md") == "compare"
    assert places_of(SAMPLE).linked("compare.md#the-first-crossing-0005") == "d1"


def test_both_sides_and_the_reason_of_a_difference_are_printed() -> None:
    assert "Two dates: the first crossing" in printed()
    assert "The first crossing is planned for 4 August." in printed()
    assert "The first crossing will be on 11 August, a captain" in printed()
    assert "Why these two: the same words for what happens" in printed()
    one = book_of(SAMPLE)["compare"]["differences"][1]
    assert [piece["words"] for side in one["sides"] for piece in side["pieces"] if piece["strong"]] == [
        "4 August",
        "on 11 August",
    ]


def test_wordings_say_how_they_stand_to_the_first() -> None:
    [one] = book_of(SAMPLE)["compare"]["shared"]
    assert [wording["fields"][0] for wording in one["wordings"]] == [
        "first in this set",
        "same words",
        "cut down",
        "paraphrase",
        "paraphrase",
    ]
    assert one["reports"] == "5 reports, 4 independent"
    alone = replace(SAMPLE, origins=(), shared=SAMPLE.shared[1:])
    [other] = book_of(alone)["compare"]["shared"]
    assert other["wordings"][1]["pieces"] == []
    assert other["wordings"][1]["fields"][0] == "word for word the same"


def test_statements_of_copies_are_only_counted() -> None:
    assert "1 more statement stands in copies of one text only; see the briefing’s data." in printed()
    assert "telephone" not in str(book_of(SAMPLE)["compare"]["shared"])


def test_wordings_and_sides_that_are_in_doubt_say_so() -> None:
    first = SAMPLE.shared[0].wordings[0]
    doubted = replace(first.said, statement=replace(first.said.statement, verified="altered"))
    wordings = (replace(first, said=doubted), *SAMPLE.shared[0].wordings[1:])
    sample = replace(SAMPLE, shared=(replace(SAMPLE.shared[0], wordings=wordings),))
    [one] = book_of(sample)["compare"]["shared"]
    assert [wording["mark"] for wording in one["wordings"]] == ["wording not verified", "", "", "", ""]
    assert "· wording not verified · Lakeside Courier" in words_of(sample)


def test_origins_and_coverage_are_printed() -> None:
    assert "3 reports, 2 independent · credited to Norden Press" in printed()
    assert "no report of its own · both credit Norden Press" in printed()
    assert "in full: Lakeside Courier, 3 June 2031 · contradicted: Radio Orrin, 4 June 2031" in printed()


def test_roles_have_their_days_and_other_names_their_reasons() -> None:
    assert "a spokeswoman for the board (3 June 2031)" in printed()
    assert "Also written: P. Vance (the initial of a first name beside the same surname)" in printed()


def test_who_only_is_spoken_of_has_no_entry() -> None:
    assert "Hugo Lind" not in [person["name"] for person in book_of(SAMPLE)["people"]]
    assert len(book_of(SAMPLE)["index"]) == len(SAMPLE.people) - 1


# Sources not published in full


def partly(publish: Publish) -> Briefing:
    """The sample, its first source published in part, though its text is whole: the book must not rely on blanks."""
    first, *rest = SAMPLE.entries
    assert first.source.name == "courier-ferry"
    note = Note("Our own remark.", 4)
    source = replace(first.source, publish=publish)
    entry = Entry(source, replace(first.annotations, notes=(note,)))
    return replace(
        SAMPLE, entries=(entry, *rest), differences=(), shared=(), origins=(), coverage=(), people=()
    )


def test_of_excerpts_only_the_words_of_annotations_are_printed() -> None:
    sample = partly("excerpts")
    section = source_of(sample.entries[0], places_of(sample))
    assert [one["words"] for one in section["paragraphs"]] == [
        "",
        "… It will carry more than four hundred passengers …",
        "“We want the lake to be quiet again, and we want people to hear it,” … “Nobody on this board is dreaming of "
        "a bridge.”",
        "The first crossing is planned … The old boat will be sold …",
    ]
    text = words_of(sample)
    for hidden in ("has ordered an electric ferry", "Vance told reporters on Monday", "the board said."):
        assert hidden in words_of(SAMPLE)
        assert hidden not in text


def test_of_a_link_only_the_card_and_notes_are_printed() -> None:
    sample = partly("link")
    section = source_of(sample.entries[0], places_of(sample))
    assert section["paragraphs"] == []
    assert [one["is"] for one in section["before"]] == ["note"]
    assert "Lakeside Courier" in [row["words"] for row in section["card"]]


@pytest.mark.parametrize("publish", ["excerpts", "link"])
def test_such_a_book_is_set(publish: Publish) -> None:
    assert "Electric ferry to cross Lake Orrin from August" in words_of(partly(publish))
