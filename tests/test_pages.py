"""The annotated page: what is written reads back, in both parsers; what people typed is understood."""

from dataclasses import replace
from pathlib import Path

import markdown as python_markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from onrecord.model import Annotations, Event, Paragraph, Source, Speaker, Statement, annotation_id
from onrecord.pages import locate, markup, reader
from onrecord.pages.locate import find
from onrecord.pages.reader import read_blocks, read_page
from onrecord.pages.verify import look_up
from onrecord.pages.writer import write_page

CASES = Path(__file__).parent / "fixtures" / "pages"
HERE = 7
"""The paragraph after which the fixtures' callouts stand."""


def cases(name: str) -> list[tuple[str, str, str]]:
    found = read_fixture_file(CASES / name)
    assert found
    return [(title, text, expected) for _, title, text, expected in found]


def line_of_statement(text: str) -> str:
    callout = markup.read(text)
    assert callout
    s, extras = markup.read_statement(callout, HERE)
    to, via = (f"{word} {value}" if value else None for word, value in (("to", s.to), ("via", s.via)))
    parts = [s.kind, s.act, s.speaker.name, s.speaker.role, s.said_on, to, via, f"¶{s.paragraph}"]
    lines = [f"id {s.id} | " + " | ".join(part or "-" for part in parts), s.words]
    lines += [f"more: {callout.more}"] if callout.more else []
    return "\n".join([*lines, *(f"extra: {extra}" for extra in extras)]) + "\n"


@pytest.mark.parametrize(("title", "text", "expected"), cases("statements.md") + cases("by_hand.md"))
def test_statement_callouts_are_read(title: str, text: str, expected: str) -> None:
    assert line_of_statement(text) == expected


@pytest.mark.parametrize(("title", "text", "expected"), cases("statements.md"))
def test_statement_callouts_are_written_as_they_are_read(title: str, text: str, expected: str) -> None:
    callout = markup.read(text)
    assert callout
    statement, extras = markup.read_statement(callout, HERE)
    assert markup.write_statement(statement, callout.more, extras) + "\n" == text


@pytest.mark.parametrize(("title", "text", "expected"), cases("events.md"))
def test_event_callouts_are_read_and_written(title: str, text: str, expected: str) -> None:
    callout = markup.read(text)
    assert callout
    e, extras = markup.read_event(callout, HERE)
    assert f"id {e.id} | {e.date} | {e.status} | {e.said_as or '-'} | ¶{e.paragraph}\n{e.what}\n" == expected
    assert markup.write_event(e, callout.more, extras) + "\n" == text


def test_a_plain_block_quotation_is_no_callout() -> None:
    assert markup.read("> “We go on,” she said.\n") is None


def source_of(*paragraphs: str, published: str | None = "2022-04-26") -> Source:
    """A source whose first paragraph is its headline."""
    text, spans = "", []
    for words in paragraphs:
        spans.append((len(text), len(text) + len(words)))
        text += words + "\n\n"
    kept = tuple(Paragraph(n, span, "title" if n == 1 else "text") for n, span in enumerate(spans, 1))
    return Source("note", "sources/note.txt", text, kept, title=paragraphs[0], published=published)


HARBOUR = source_of(
    "Harbour stays open",
    "“We go on,” said Ann Bell, mayor of Harwick, on Monday. “We never stop.”",
    "The council\nmeets on Tuesday.",
)


def statement_of(source: Source, *words: str, paragraph: int = 2, name: str | None = "Ann Bell") -> Statement:
    content = tuple((source.text.index(w), source.text.index(w) + len(w)) for w in words)
    shown = " ".join(words)
    speaker = Speaker(name=name, role="mayor of Harwick" if name else None)
    ident = annotation_id(shown)
    return Statement(ident, "direct", content, speaker, shown, paragraph, said_on="2022-04-25")


SAID = statement_of(HARBOUR, "“We go on,”", "“We never stop.”")
MEETS = Event("meets-1", "2022-04-26", "The council meets on Tuesday", None, "planned", 3, "on Tuesday")
FOUND = Annotations((SAID,), (), (MEETS,))


def test_a_page_reads_back_as_it_was_written() -> None:
    annotations, problems = read_page("docs/sources/note.md", write_page(HARBOUR, FOUND), HARBOUR)
    assert problems == ()
    assert [replace(s, line=0) for s in annotations.statements] == [replace(SAID, verified="exact")]
    assert [replace(e, line=0, span=None) for e in annotations.events] == [MEETS]
    assert [HARBOUR.text[slice(*e.span)] for e in annotations.events if e.span] == [
        "The council\nmeets on Tuesday"
    ]
    assert annotations.notes == ()


def test_blocks_hold_every_character() -> None:
    page = write_page(HARBOUR, FOUND) + "\nMine.\n\n[a]: https://a.example\n\n\n* x\n"
    assert "".join(block.raw for block in read_blocks(page)) == page


@given(st.text(st.sampled_from(list('ab*_`[]<>#-+=1.&!|:~ \n\t"“”{}\\')), max_size=80))
def test_blocks_hold_every_character_of_anything(page: str) -> None:
    assert "".join(block.raw for block in read_blocks(page)) == page


PIECES = st.sampled_from(
    (
        '<a id="p2"></a>Words of *note*.\n',
        '<a id="p2"></a>Words\n    of note.\n',
        '<a id="p3"></a>\n',
        "> [!quote] Ann\n>\n> “x”\n",
        "> ```\n> x\n",
        "> - a\n>\n>   b\n",
        "# A headline\n",
        "- a\n",
        "  b\n",
        "```\n",
        "<div>\n",
        "===\n",
        "mine\n",
        "[a]: https://a.example\n",
        "| a |\n| - |\n",
        "    code\n",
        "\n",
        "\n",
        "\n",
        " \n",
    )
)


@given(st.lists(PIECES, max_size=12))
@example(['<a id="p2"></a>Words of *note*.\n', "\n", " \n"])
def test_the_swift_way_cuts_like_the_parser(pieces: list[str]) -> None:
    body = "".join(pieces)
    assert list(reader._chunks(body)) == list(reader._parsed_chunks(body))


@given(st.text(max_size=200))
def test_nothing_typed_on_a_page_raises(words: str) -> None:
    page = write_page(HARBOUR, FOUND) + "\n" + words.replace("\r", "\n")
    annotations, _ = read_page("docs/sources/note.md", page, HARBOUR)
    assert annotations.statements


def test_notes_and_prose_are_a_persons() -> None:
    page = write_page(HARBOUR, FOUND).replace(
        '<a id="p3"></a>', '> [!note] Mine\n> Look this up.\n\nAnd this.\n\n<a id="p3"></a>'
    )
    annotations, _ = read_page("docs/sources/note.md", page, HARBOUR)
    assert [(note.paragraph, note.markdown) for note in annotations.notes] == [
        (2, "> [!note] Mine\n> Look this up."),
        (2, "And this."),
    ]


def test_changed_words_of_the_source_are_reported() -> None:
    page = write_page(HARBOUR, FOUND).replace("mayor of Harwick, on Monday", "mayor of Norwick, on Monday")
    _, problems = read_page("docs/sources/note.md", page, HARBOUR)
    assert [(p.line, p.message) for p in problems] == [
        (12, "The words of ¶2 are not those of sources/note.txt.")
    ]


def test_a_lost_paragraph_is_reported() -> None:
    page = write_page(HARBOUR, FOUND).replace('<a id="p3"></a>The council meets on Tuesday.\n', "")
    _, problems = read_page("docs/sources/note.md", page, HARBOUR)
    assert [p.message for p in problems] == ["Paragraph ¶3 of sources/note.txt is not on this page."]


def test_an_altered_quotation_is_reported() -> None:
    page = write_page(HARBOUR, FOUND).replace("> “We go on,”", "> “We go off,”")
    _, problems = read_page("docs/sources/note.md", page, HARBOUR)
    assert [p.message for p in problems] == [
        "The quotation “We go off,” is not in sources/note.txt, word for word."
    ]


def test_a_double_id_and_a_conflict_are_reported() -> None:
    page = write_page(HARBOUR, FOUND)
    twice = page + "\n" + page[page.index("> [!event]") :]
    messages = [p.message for p in read_page("p", twice, HARBOUR)[1]]
    assert messages == ["The id “meets-1” stands here a second time."]
    conflict = page + "\n<<<<<<< mine\na\n=======\nb\n>>>>>>> yours\n"
    assert [p.message for p in read_page("p", conflict, HARBOUR)[1]] == [
        "A Git conflict is left in this page."
    ]


def test_an_unread_date_is_reported() -> None:
    page = write_page(HARBOUR, FOUND).replace("[!event] Tuesday 26 April 2022", "[!event] Someday")
    assert [p.message for p in read_page("p", page, HARBOUR)[1]] == ["“Someday” is not understood as a date."]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“We go on,”", True),
        ('"We go on,"', True),
        ("We go on … We never stop", True),
        ("“We go on,” “We never stop.”", True),
        ("The council meets", True),
        ("“We never stop.” “We go on,”", False),
        ("We go off", False),
        ("", False),
    ],
)
def test_words_are_looked_up_typography_aside(words: str, found: bool) -> None:
    assert bool(find(words, HARBOUR, 2)) is found


def test_only_the_quoted_part_must_be_verbatim() -> None:
    assert [q.verified for q in look_up("she promised “We never stop.”", None, HARBOUR, 2)] == ["exact"]
    assert [q.verified for q in look_up("she promised “We always stop.”", None, HARBOUR, 2)] == ["altered"]


def test_the_page_is_published_as_it_is_read() -> None:
    settings = {"pymdownx.quotes": {"callouts": True}}
    page = write_page(HARBOUR, FOUND).partition("---\n\n")[2]
    html = python_markdown.markdown(page, extensions=["pymdownx.quotes"], extension_configs=settings)
    assert html.count('<div class="admonition quote">') == 1
    assert html.count('<div class="admonition event">') == 1
    assert html.count('<div class="admonition source">') == 1
    for anchor in ("p1", "p2", "p3", SAID.id, MEETS.id):
        assert f'<a id="{anchor}"></a>' in html


HOSTILE = st.text(st.sampled_from(list("*_`[](){}<>#+-.!\\|~^=:&\"' ab1\n“”")), min_size=1, max_size=25)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_words_read_back(title: str, words: str, name: str) -> None:
    words, name, title = (" ".join(part.split()) or "x" for part in (words, name, title))
    source = source_of(title, words)
    said = Statement(annotation_id(words), "direct", (), Speaker(name=name, role=name), words, 2, to="x · y")
    page = write_page(source, Annotations((said,)))
    annotations, problems = read_page("p", page, source)
    assert not [p for p in problems if "words of" in p.message or "not on this page" in p.message]
    (read,) = annotations.statements
    assert (read.words, read.to, read.id) == (words, "x · y", said.id)
    if name != "Unattributed":
        assert read.speaker.role == name


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("sidecar", ""),
        ("dateline", " (read in dateline)"),
        ("told from the words", " (told from the words)"),
        ("named in ¶3, named in ¶5", " (named in ¶3, ¶5)"),
    ],
)
def test_the_card_says_where_a_fact_was_read(place: str, shown: str) -> None:
    source = replace(HARBOUR, credits=("CoastNet",), found=(("credits", place),))
    assert f"- Credits: CoastNet{shown}\n" in write_page(source, Annotations())


def test_a_very_long_text_is_looked_up_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [
        f"“We count {n % 97} boats and {n % 7} men,” said Ann Bell of pier {n}. " for n in range(900)
    ]
    text = "".join(sentences)
    source = Source("long", "sources/long.txt", text, (Paragraph(1, (0, len(text))),))
    asked = [sentence[:35].partition(" said")[0].strip() for sentence in sentences[::50]]
    asked += [
        "We count 5 boats and 5 men",
        "boats and 3 men",
        "e count 5 boats and 5 men",
        "Ann Bell of pier 8999",
    ]

    def places() -> list[object]:
        locate._found.cache_clear()
        return [locate.find(words, source, 1) for words in asked]

    plain = places()
    monkeypatch.setattr(locate, "LONG", 100)
    assert places() == plain
    assert [bool(found) for found in plain[-4:]] == [True, True, False, False]
