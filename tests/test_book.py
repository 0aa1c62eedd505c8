"""The book as a reader gets it: the PDF's pages, contents, references, tags and bytes."""

import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import Destination

from book_sample import briefing, sample, source, statement
from onrecord.briefing import Briefing, Entry
from onrecord.model import Annotations, Event, Note, Speaker, Statement
from onrecord.publish.book import render
from onrecord.publish.book_data import book_of
from onrecord.publish.book_places import places_of

ROOT = Path(__file__).parents[1]
CITED = re.compile(r"(?P<source>[^·]+?),\s+¶(?P<number>\d+)\s*·\s*p\.\s*(?P<page>\d+)\b")


@cache
def book(of: Briefing) -> PdfReader:
    return PdfReader(io.BytesIO(render(of)))


def packed(text: str) -> str:
    """Without white space: where lines end is the typesetter's choice."""
    return "".join(text.split()).replace("\u200b", "")


def pages(reader: PdfReader) -> list[str]:
    """The text of each page, packed, its first page first."""
    return [packed(page.extract_text()) for page in reader.pages]


def bookmarks(reader: PdfReader) -> list[tuple[int, str, int]]:
    """(depth, title, page number) in order."""
    found = []

    def walk(items: list[object], depth: int) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item, depth + 1)
            elif isinstance(item, Destination):
                number = reader.get_destination_page_number(item)
                assert number is not None
                found.append((depth, str(item.title), number + 1))

    walk(list(reader.outline), 1)
    return found


def one(*paragraphs: str, **known: Any) -> Briefing:
    """A briefing of one source without annotations."""
    return briefing("One", [Entry(source("only", paragraphs, **known), Annotations())])


def test_every_section_has_a_bookmark_on_its_page() -> None:
    reader = book(sample())
    marks = bookmarks(reader)
    top = [title for depth, title, _ in marks if depth == 1]
    assert top == [
        *("How to read this book", "Contents", "The briefing", "Timeline", "Who said what", "Sources"),
        "Index of speakers",
    ]
    titles = [packed(title) for _, title, _ in marks]
    for entry in sample().entries:
        assert packed(entry.source.label) in titles
    for person in sample().people:
        assert packed(person.name) in titles
    texts = pages(reader)
    for _, title, number in marks:
        assert packed(title) in texts[number - 1], title


def test_the_contents_give_the_right_pages() -> None:
    reader, sections = book(sample()), book_of(sample())
    contents = next(text for text in pages(reader) if "Contents" in text)
    below = {section["title"]: section["contents"] for section in sections["sources"]}
    unlisted = {
        "Contents",
        "How to read this book",
        "Unattributed",
        *(one["name"] for one in sections["people"]),
    }
    listed = [
        (title, number) for depth, title, number in bookmarks(reader) if depth < 3 and title not in unlisted
    ]
    assert len(listed) == 5 + 1 + 6 + 5  # Sections, the lead's own heading, months, sources.
    for title, number in listed:
        assert packed(f"{title}{below.get(title, '')}{number}") in contents, title


def test_page_numbers_are_those_of_the_file() -> None:
    texts = pages(book(sample()))
    assert not texts[0].endswith("1")
    for number, text in enumerate(texts[1:], 2):
        assert text.endswith(str(number))


def test_every_reference_leads_to_its_paragraph() -> None:
    told, texts = sample(), pages(book(sample()))
    short = {packed(name): stem for stem, name in places_of(told).names.items()}
    by_name = {entry.source.name: entry.source for entry in told.entries}
    found = [
        (name, int(match["number"]), int(match["page"]))
        for page in book(sample()).pages
        for match in CITED.finditer(page.extract_text())
        for name in short
        if packed(match["source"]).endswith(name)
    ]
    events = sum(len(day.happenings) for day in told.timeline)
    statements = sum(len(entry.annotations.statements) for entry in told.entries)
    assert len(found) == events + statements
    for name, number, page in found:
        cited = by_name[short[name]]
        words = cited.text[slice(*cited.paragraphs[number - 1].span)]
        assert f"¶{number}" in texts[page - 1]
        assert packed(words)[:40] in texts[page - 1]


def test_links_lead_to_the_page_they_name() -> None:
    reader = book(sample())
    here = {page.indirect_reference: n for n, page in enumerate(reader.pages, 1)}
    lead = next(page for page in reader.pages if "is settled" in page.extract_text())
    targets = set()
    for note in lead.annotations or ():
        target = note.get_object().get("/Dest", note.get_object().get("/A", {}).get("/D"))
        if target is not None:
            targets.add(here[target.get_object()[0]])
    vote = next(n for n, text in enumerate(pages(reader), 1) if "¶2ThecouncilofPortOstrel" in text)
    assert vote in targets


def test_every_word_of_every_source_and_statement_is_there() -> None:
    whole = "".join(pages(book(sample())))
    for entry in sample().entries:
        for paragraph in entry.source.paragraphs:
            assert packed(entry.source.text[slice(*paragraph.span)]) in whole
        for said in entry.annotations.statements:
            # Once in its place, once under its speaker, and once in the text it was taken from.
            assert whole.count(packed(said.words)) >= (3 if said.content and said.kind != "direct" else 2)


def test_what_people_wrote_is_there() -> None:
    whole = "".join(pages(book(sample())))
    for words in (
        "WhatissettledThe",
        "Whatissettled",
        "share=days×berths",
        "ifberth.days<120:",
        "checkedtwice.",
    ):
        assert (words in whole) == (words != "WhatissettledThe")
    assert "https://example.org/ministry/press/2031/05/barrier?lang=en&view=full" in whole
    assert "Whovotedhow" in whole
    assert "<div>" not in whole
    assert "[!note]" not in whole


def test_what_is_unknown_or_in_doubt_says_so() -> None:
    texts = pages(book(sample()))
    whole = "".join(texts)
    note = next(text for text in texts if "CoastRadioreportedon8May" in text)
    assert "Desknotewrittenforthisbriefing;nottheoutlet’stext" in note
    assert "Onareportby" in note
    assert "(tobeconfirmed)" in note
    assert "“Weshallpayonthefirstday.”direct·wordingnotverified" in whole
    clipping = next(text for text in texts if "¶1Aclippingwithoutahead" in text)
    for label in ("Outlet", "Published", "Byline", "Address", "Rights"):
        assert f"{label}notknown" in clipping
    assert "Desknoteon" in texts[0]


def test_only_words_not_found_are_marked() -> None:
    whole = "".join(pages(book(sample())))
    assert whole.count("wordingnotverified") == 3  # How to read, the speaker's page, the source.


def test_a_shortened_quotation_says_so() -> None:
    told = source("a", ("“First words of many,” said Ann Bell.",))
    said = replace(statement(told, Speaker(name="Ann Bell"), "First words"), verified="cut")
    [section] = book_of(briefing("T", [Entry(told, Annotations((said,)))]))["sources"]
    [shown] = section["paragraphs"][0]["after"]
    assert (shown["fields"][-1], shown["mark"]) == ("shortened", "")


def test_the_card_tells_of_the_text_and_what_is_printed_of_it() -> None:
    told = source("a", ("Five words are in here.",), updated="2031-05-04", url="https://a.example/1")
    told = replace(told, sha256="0123456789abcdef" * 4, language="en-GB", publish="excerpts")
    [section] = book_of(briefing("T", [Entry(told, Annotations())]))["sources"]
    card = {row["label"]: row["words"] for row in section["card"]}
    assert card["Text"] == "sources/a.txt, 5 words, English"
    assert card["SHA-256"] == "0123456789abcdef …"
    assert card["Updated"] == "Sunday 4 May 2031"
    assert card["Printed here"] == (
        "only the words of its statements and events; … stands for the rest; the whole text is at its address"
    )
    [plain] = book_of(one("Whole."))["sources"]
    assert not {"Updated", "SHA-256", "Printed here"} & {row["label"] for row in plain["card"]}


def test_thoughts_are_no_quotations() -> None:
    [entry] = [entry for entry in book_of(sample())["sources"] if entry["at"] == "s1"]
    kinds = [one["is"] for paragraph in entry["paragraphs"] for one in paragraph["after"]]
    assert kinds.count("thought") == 1
    assert kinds.count("statement") == 4


def test_annotations_stand_in_the_order_of_the_page() -> None:
    told = source("a", ("First words.", "Second words."))
    who = Speaker(name="Ann Bell")
    late, early = (
        replace(statement(told, who, "First"), line=9),
        replace(statement(told, who, "words"), line=3),
    )
    noted = Annotations(
        (late, early), (), (), (Note("between", 1, 5), Note("astray", 7, 20), Note("above", 0, 1))
    )
    [section] = book_of(briefing("T", [Entry(told, noted)]))["sources"]
    first, second = section["paragraphs"]
    assert [one.get("words") or one["has"][0]["has"][0]["words"] for one in first["after"]] == [
        *("words", "between", "First"),
    ]
    assert [one["is"] for one in section["before"]] == ["note"]
    assert second["after"][0]["has"][0]["has"][0]["words"] == "astray"


def test_tagged_for_accessibility() -> None:
    reader = book(sample())
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == sample().title
    assert "pdfuaid:part>1<" in packed(root["/Metadata"].get_object().get_data().decode())


def test_dated_by_the_latest_source_and_by_no_clock() -> None:
    dated = book(sample()).metadata
    assert dated is not None
    assert str(dated.get("/CreationDate", "")).startswith("D:20310509")
    undated = render(one("Words."))
    assert b"/CreationDate" not in undated
    assert b"CreateDate" not in undated


def test_same_input_same_bytes() -> None:
    script = (
        "import sys, book_sample; from onrecord.publish.book import render;"
        "sys.stdout.buffer.write(render(book_sample.sample()))"
    )
    path = os.pathsep.join([str(ROOT / "build_scripts"), str(ROOT / "tests")])
    hashes = {hashlib.sha256(render(sample())).hexdigest()}
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
        hashes.add(hashlib.sha256(run.stdout).hexdigest())
    assert len(hashes) == 1


def test_a_briefing_without_anything() -> None:
    texts = pages(book(Briefing("", (), (), ())))
    whole = "".join(texts)
    assert texts[0].startswith("BriefingAbriefingwithoutsourcesyet")
    assert "Nosourcehasbeenaddedyet." in whole
    assert "Nodatedeventhasbeenfoundorwrittenyet." in whole
    assert "Nostatementhasanamedspeakeryet." in whole
    assert "Indexofspeakers" not in whole


def test_a_source_without_paragraphs() -> None:
    assert "Noparagraphofthissourcewaskept." in "".join(pages(book(one())))


PIECES = (
    *(
        "# ",
        "###### ",
        "> ",
        "- ",
        "1. ",
        "999999999. ",
        "    ",
        "\n",
        "\n\n",
        "***",
        "```",
        "`",
        "**",
        "<div>",
        "<br>",
    ),
    *(
        "| a | b |\n|---|---|\n",
        "| c |",
        "[x](http://a.b/c)",
        "[x](sources/s.md#p1)",
        "![i](j)",
        "[!note] ",
        "&amp;",
    ),
    *(
        "word ",
        "\u202e",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "北",
        "é\u0951",
        "\x00",
        "  \n",
        "<http://q.r>",
        "[t](<> 'x')",
    ),
)
HOSTILE = (
    '#eval("1+1") #panic("x") #sys.inputs $x^2$ *b* _i_ `r` @ref <label> // c /* d */ = H',
    "\\ \\u{41} \\n {{ x }} {% y %} ${z} #{1+1} [#1] ~ -- --- ... 'q' \"q\" -> =>",
    "<script>alert(1)</script> &amp; &#65; <!-- c --> ]]> %PDF ) (",
    "- item + item 1. item / term: x",
    "Nguyễn Thị Hòa Сергей Αθήνα",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_wherever_it_stands(text: str) -> None:
    known = dict.fromkeys(("outlet", "agency", "dateline", "rights", "kind", "published", "url"), text)
    told = source(text, ("Plain words.", text), title=text, byline=(text,), credits=(text,), **known)
    who = Speaker(name=text, role=text)
    said = Statement("a", "direct", ((14, 14 + len(text)),), who, text, 2, said_on=text, to=text, via=text)
    noted = Annotations((said,), (), (Event("b", text, text, None, "happened", 2, said_as=text),))
    whole = "".join(pages(book(briefing(text, [Entry(told, noted)]))))
    # Cover, card, paragraph, callout, event, timeline, speaker, index: far more than a dozen times.
    assert whole.count(packed(text)) > 20


def test_hidden_characters_are_shown() -> None:
    whole = "".join(pages(book(one("safe \u202edesrever\u202c, nul \x00, half \ud83d, none \ufdd0."))))
    assert packed("safe [U+202E]desrever[U+202C], nul [U+0000], half [U+D83D], none [U+FDD0].") in whole


def test_a_character_that_no_font_has_is_named() -> None:
    assert "[U+1F9FF7]" not in "".join(pages(book(one("Signs: \U000e0fff \u0378."))))
    assert "[U+0378]" in "".join(pages(book(one("Signs: \u0378."))))


def addresses(reader: PdfReader) -> list[str]:
    """Where the links that leave the book lead."""
    actions = [note.get_object().get("/A", {}) for page in reader.pages for note in page.annotations or ()]
    return [str(action["/URI"]) for action in actions if "/URI" in action]


def test_links_to_the_web_lead_there() -> None:
    web = addresses(book(sample()))
    assert sample().entries[1].source.url in web
    assert "https://example.org/ministry/press/2031/05/barrier?lang=en&view=full" in web


def test_a_mark_that_no_font_can_put_on_its_letter_is_named_and_the_letter_stays() -> None:
    whole = "".join(pages(book(one("Café é\u0951 and é again."))))
    assert "Caféé[U+0951]andéagain." in whole


def test_a_link_never_runs_anything() -> None:
    told = source("x", ("Words.",), url="javascript:app.alert(1)", title="T")
    reader = book(
        briefing("T", [Entry(told, Annotations())], "[run](javascript:app.alert(1)) [go](file:///x)")
    )
    assert "Addressjavascript:app.alert(1)" in "".join(pages(reader))
    assert addresses(reader) == []


def test_fonts_of_this_machine_only_where_the_embedded_lack_a_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []
    fonts = typst.Fonts

    def recorded(*, include_system_fonts: bool) -> typst.Fonts:
        asked.append(include_system_fonts)
        return fonts(include_system_fonts=include_system_fonts)

    monkeypatch.setattr(typst, "Fonts", recorded)
    render(sample())
    assert asked == [False]
    render(one("北京"))
    assert asked == [False, False, True]
