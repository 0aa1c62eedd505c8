"""Hostile text in pages: whatever a source holds, its page reads back without a problem and with the same words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile_texts import LETTERS, PIECES
from onrecord import intake
from onrecord.markdown import fold, seen
from onrecord.model import Annotations, Paragraph, Source, Speaker, Statement, annotation_id, words_of
from onrecord.pages.merge import merge
from onrecord.pages.reader import read_blocks, read_page
from onrecord.pages.writer import write_page

HIDDEN = "\u202e\u2066\u200b\u200d\u200e\xad\ufe0f\ufeff\x01\x9b\U000e0041\uffff[U+202E]\u3164"
TEXT = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from([*"<>&*_`[](){}#+-.!\\|~^=:$%@“”\"'·¶ \n1a", *HIDDEN]), max_size=40),
    st.lists(st.sampled_from([*LETTERS, *HIDDEN]), max_size=30).map("".join),
    st.sampled_from(PIECES),
)


def source_of(texts: list[str]) -> Source:
    """A source with each text as a paragraph, but for those of which nothing is to be seen."""
    text = ""
    paragraphs: list[Paragraph] = []
    for words in filter(lambda words: fold(seen(words)), texts):
        start = len(text)
        text += words + "\n\n"
        paragraphs.append(Paragraph(len(paragraphs) + 1, (start, start + len(words))))
    known = PIECES[len(text) % len(PIECES)]
    return Source("x", "sources/x.txt", text, tuple(paragraphs), title=known, outlet=known, rights=known)


def said_in(source: Source) -> Annotations:
    """Each paragraph as a statement, by somebody whose name and role are hostile, too."""
    statements: list[Statement] = []
    for paragraph in source.paragraphs:
        words = words_of(source.text, [paragraph.span])
        if not words:
            continue
        speaker = Speaker(name=PIECES[paragraph.number % len(PIECES)], role=PIECES[-paragraph.number])
        ident = annotation_id(words, [s.id for s in statements])
        statements.append(Statement(ident, "direct", (paragraph.span,), speaker, words, paragraph.number))
    return Annotations(tuple(statements))


@settings(max_examples=150)
@given(st.lists(TEXT, min_size=1, max_size=6))
def test_a_page_of_anything_reads_back(texts: list[str]) -> None:
    source = source_of(texts)
    annotations = said_in(source)
    page = write_page(source, annotations)
    back, problems = read_page("x.md", page, source)
    assert [p.message for p in problems if p.severity == "error"] == []
    shown = [fold(seen(source.text[slice(*p.span)])) for p in source.paragraphs]
    assert [block.words for block in read_blocks(page) if block.kind == "paragraph"] == shown
    assert [(s.id, s.words) for s in back.statements] == [
        (s.id, fold(seen(s.words))) for s in annotations.statements
    ]
    assert all(s.content and not s.by_hand for s in back.statements)
    assert merge("x.md", source, annotations, page, page + "\nMine.\n").page == page + "\nMine.\n"


JSON_LD = """<html><head><script type="application/ld+json">{"@type": "NewsArticle",
"headline": "Half \\ud800 a letter",
"author": {"name": "Ann \\udfff Bell"}, "datePublished": "2022-04-26"}</script></head><body><article>
<p>Ann Bell said on Monday that it rains in Harwick, and that it would go on.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("name", "text", "sidecar"),
    [
        ("x.txt", "It rains in Harwick.", 'title: "Half \\ud800 a letter"\nbyline: ["Ann \\udfff Bell"]\n'),
        ("x.html", JSON_LD, "published: 2022-04-26\n"),
    ],
)
def test_half_characters_in_escapes_do_not_break_a_build(name: str, text: str, sidecar: str) -> None:
    taken = intake.read(intake.SourceFile("x", f"sources/{name}", text.encode(), sidecar.encode()))
    assert taken.source
    assert taken.source.title == "Half \ufffd a letter"
    assert taken.source.byline in ((), ("Ann \ufffd Bell",))
    write_page(taken.source, Annotations()).encode()


@pytest.mark.parametrize(
    "address", ["javascript:hit()", "data:text/html,<b>", "//away.example", "https://a.example/<b>"]
)
def test_an_address_that_is_none_of_the_web_is_refused(address: str) -> None:
    file = intake.SourceFile("x", "sources/x.txt", b"It rains.", f"url: '{address}'\n".encode())
    (problem,) = intake.read(file).problems
    assert problem.message.startswith("`url` is no web address: “")
