"""PDF and Word files: reading order, paragraphs, running heads, words parted at line ends, and faults."""

import builtins
import io
from collections import Counter
from typing import Any

import docx
import pytest
import typst
from docx.oxml import parse_xml

from onrecord.intake import SourceFile, read
from onrecord.intake.pdf_layout import Line, gutter_of, in_order, unframed
from onrecord.intake.pdf_paragraphs import joined
from onrecord.model import Source

STORY = (
    "The council's representatives said on Tuesday that the reconstruction of the harbour bridge would be "
    "postponed until the engineers had finished their extraordinarily comprehensive investigation. "
    "“Nobody will be forgotten, and the well-known ferry stays,” said Ann Bell, the mayor of Harwick."
)


def source_of(data: bytes, name: str) -> Source:
    intake = read(SourceFile("case", f"sources/{name}", data))
    assert intake.source, [str(problem) for problem in intake.problems]
    return intake.source


def problem_of(data: bytes, name: str) -> str:
    intake = read(SourceFile("case", f"sources/{name}", data))
    assert intake.source is None
    return str(intake.problems[0])


def kept(source: Source) -> list[str]:
    return [source.text[slice(*one.span)] for one in source.paragraphs]


def left_out(source: Source) -> Counter[tuple[str, str]]:
    return Counter((piece.reason, source.text[slice(*piece.span)]) for piece in source.debris)


def pdf_of(body: str, settings: str = "") -> bytes:
    setup = '#set page(paper: "a5", margin: 2cm)\n#set text(size: 10pt, lang: "en", hyphenate: true)\n'
    return bytes(typst.compile((setup + settings + "\n" + body).encode()))


def test_pdf_of_several_pages_in_two_columns() -> None:
    settings = (
        '#set page(paper: "a4", columns: 2, header: [Harwick Council · Press release], '
        "footer: context align(center)[Page #counter(page).display() of 3])\n"
        "#set par(justify: true, first-line-indent: 1em)\n"
    )
    title = "Council keeps the old harbour bridge closed until the spring"
    head = f'#place(top + center, scope: "parent", float: true)[#text(size: 20pt)[{title}]]\n'
    numbered = [f"Note {number}. {STORY}" for number in range(40)]
    source = source_of(pdf_of(head + "\n\n".join(numbered), settings), "case.pdf")
    assert kept(source) == [title, *(each.replace("'", "’") for each in numbered)]
    assert [one.kind for one in source.paragraphs] == ["title", *["text"] * 40]
    assert source.title == title
    assert left_out(source) == {
        ("running head", "Harwick Council · Press release"): 3,
        ("page number", "Page 1 of 3"): 1,
        ("page number", "Page 2 of 3"): 1,
        ("page number", "Page 3 of 3"): 1,
    }


def test_pdf_paragraphs_with_space_between_them() -> None:
    body = "= Bridge closed\n\nHARWICK, 26 April 2022 -- " + "\n\n".join([STORY, STORY, "Ferries run."])
    source = source_of(pdf_of(body, "#set par(spacing: 1.4em)"), "case.pdf")
    assert len(source.paragraphs) == 4
    assert (source.title, source.dateline_place, source.published) == (
        "Bridge closed",
        "HARWICK",
        "2022-04-26",
    )


def test_pdf_offsets_count_the_drawn_text() -> None:
    source = source_of(pdf_of(STORY), "case.pdf")
    (paragraph,) = source.paragraphs
    assert source.text[slice(*paragraph.span)] == STORY.replace("'", "’")


@pytest.mark.parametrize(
    ("lines", "known", "expected"),
    [
        (["a cease-", "fire now"], {"cease-fire": 1}, "a cease-fire now"),
        (["a cease-", "fire now"], {"ceasefire": 1}, "a ceasefire now"),
        (["the reconstruc-", "tion"], {}, "the reconstruction"),
        (["the reconstruc\u00ad", "tion"], {}, "the reconstruction"),
        (["the Anglo-", "Norland treaty"], {}, "the Anglo-Norland treaty"),
        (["a well\u00adknown ferry"], {}, "a well-known ferry"),
        (["a long-", "term plan"], {"long": 2, "term": 1}, "a long-term plan"),
        (["pages 3-", "4 are lost"], {}, "pages 3- 4 are lost"),
        (["the dash —", "goes on"], {}, "the dash — goes on"),
    ],
)
def test_words_parted_at_line_ends(lines: list[str], known: dict[str, int], expected: str) -> None:
    assert joined(lines, Counter(known)) == expected


def line(words: str, x: float, y: float, width: float = 200) -> Line:
    return Line(words, x, y, x + width, y + 10, 10)


def test_columns_are_read_one_after_the_other() -> None:
    left = [line(f"left column, line {number}", 50, 700 - 12 * number) for number in range(6)]
    right = [line(f"right column, line {number}", 300, 700 - 12 * number) for number in range(6)]
    head = line("A headline over both of the columns", 50, 730, 450)
    mixed = [head, *(each for pair in zip(right, left, strict=True) for each in pair)]
    assert [each.words for each in in_order(mixed)] == [each.words for each in [head, *left, *right]]


def test_labels_of_a_table_are_no_column() -> None:
    labels = [line("Telephone:", 50, 700 - 12 * number, 60) for number in range(6)]
    values = [line("0555 010 220, from nine to five", 150, 700 - 12 * number) for number in range(6)]
    assert gutter_of([*labels, *values]) is None


def test_what_only_one_page_has_at_its_edge_is_text() -> None:
    pages = [[line("Harwick Council", 50, 800), line("First.", 50, 700)], [line("A letter", 50, 800)]]
    own, frames = unframed(pages)
    assert own == pages
    assert frames == [[], []]


def test_broken_and_empty_pdf() -> None:
    assert "The file is damaged, or no PDF." in problem_of(b"%PDF-1.7 nothing more", "case.pdf")
    assert "The PDF holds no text." in problem_of(pdf_of("#rect(width: 3cm)"), "case.pdf")


def docx_of(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx_with_styles_table_and_frames() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministry of Works"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("Bridge stays closed", 0)
    document.add_paragraph(STORY)
    document.add_heading("What comes next", 1)
    document.add_paragraph("We go on until the river is quiet.", style="Intense Quote")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Reopening, if all goes well", "In spring, the engineers said on Monday."
    source = source_of(docx_of(document), "case.docx")
    assert [(one.kind, source.text[slice(*one.span)]) for one in source.paragraphs] == [
        ("title", "Bridge stays closed"),
        ("text", STORY),
        ("subhead", "What comes next"),
        ("quote", "We go on until the river is quiet."),
        ("text", "Reopening, if all goes well"),
        ("text", "In spring, the engineers said on Monday."),
    ]
    assert left_out(source) == {("page header", "Ministry of Works"): 1, ("page footer", "Page 1"): 1}


def test_docx_reads_changes_as_accepted_and_no_hidden_words() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The bridge ")
    space = '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{1}</w:{0}>'
    for tag, run in (
        ("ins", "<w:r><w:t>is safe</w:t></w:r>"),
        ("del", "<w:r><w:delText>was closed</w:delText></w:r>"),
        ("r", "<w:rPr><w:vanish/></w:rPr><w:t>secret</w:t>"),
        ("r", "<w:t>, she said.</w:t>"),
    ):
        paragraph._p.append(parse_xml(space.format(tag, run)))
    assert kept(source_of(docx_of(document), "case.docx")) == ["The bridge is safe, she said."]


def test_broken_and_empty_docx() -> None:
    assert "no Word document" in problem_of(b"PK\x03\x04 nothing more", "case.docx")
    assert "The document holds no text." in problem_of(docx_of(docx.Document()), "case.docx")


@pytest.mark.parametrize(("name", "module"), [("case.pdf", "pdfminer"), ("case.docx", "docx")])
def test_without_the_extra_it_says_what_to_install(
    name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(wanted: str, *rest: Any, **more: Any) -> Any:
        if wanted.split(".")[0] == module:
            raise ImportError(wanted)
        return real(wanted, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert problem_of(b"x", name).endswith("`pip install '.[documents]'` in the folder of On Record.")
