"""Where the book puts things, whatever people write: nothing runs off the page, nothing stands twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from book_sample import briefing, event, sample, source, statement
from onrecord.briefing import Entry
from onrecord.model import Annotations, Event, Note, Speaker, Statement
from onrecord.publish.book import render
from test_book import PIECES, book, pages


def test_long_words_stay_on_the_page() -> None:
    long = "x" * 400
    told = source("a", (long,), title=long, outlet=long, url="https://e.example/" + "a" * 400)
    noted = Annotations(
        (statement(told, Speaker(name=long, role=long), long),), (), (event(told, "2031", long),)
    )
    told_twice = briefing(long[:60], [Entry(told, noted)], f"`{long}` <https://e.example/{long}>")
    # 136 mm hold some 85 of the narrowest x set here; unbroken, the line would have 400.
    lines = [line for page in book(told_twice).pages for line in page.extract_text().splitlines()]
    assert 40 < max(map(len, lines)) < 110


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["", "\u200b", " ", "T"]))
def test_whatever_people_write_is_set(text: str, name: str) -> None:
    told = source("s", (text, name), "ts", title=name, published=text[:10], outlet=name)
    said = Statement("a", "mixed", (), Speaker(name=name), text, 9, said_on=text, by_hand=True)
    happened = Event("b", text[:10], text, None, "planned", 3)
    entry = Entry(told, Annotations((said,), (), (happened,), (Note(text, 1), Note(name, 5))))
    assert render(briefing(name, [entry], text)).startswith(b"%PDF")


def test_a_link_in_a_heading_has_its_address_on_its_own_page_only() -> None:
    texts = pages(book(briefing("T", [], "## A [head](https://e.example/1)\n\nWords.")))
    assert [n for n, text in enumerate(texts, 1) if "https://e.example/1" in text] == [4]


def test_running_heads_name_the_source_but_where_its_title_stands() -> None:
    long = ("Rain fell. " * 40,) * 30
    told = [Entry(source(name, long, title=f"Report {name}"), Annotations()) for name in "ab"]
    texts = pages(book(briefing("T", told)))
    first = next(n for n, text in enumerate(texts) if text.startswith("TSourcesSourcesReporta"))
    second = next(n for n, text in enumerate(texts) if text.startswith("TReportbOutlet"))
    assert second > first + 1
    assert all(text.startswith("TReporta") for text in texts[first + 1 : second])
    assert all(text.startswith("TReportb") for text in texts[second + 1 :])


def test_headlines_are_set_once() -> None:
    text = next(text for text in pages(book(sample())) if "¶2ThecouncilofPortOstrel" in text)
    assert text.count("Councilbackstidalbarrierbythreevotes") == 1
    assert "¶1" in text
