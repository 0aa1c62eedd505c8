"""Files in, sources out: formats, faults of files, suggestions, and what holds for every input."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from growth import LINEAR, Work, exponent
from intake_cases import known, shown, source_of
from onrecord.intake import SourceFile, read, suggest
from onrecord.intake.blocks import INVISIBLE
from onrecord.intake.html import choose
from onrecord.intake.html_tree import parse, pieces_of
from onrecord.model import Source

FIXTURES = Path(__file__).parent / "fixtures" / "intake"
MARKDOWN = read_fixture_file(FIXTURES / "markdown.md")


def problem_of(data: bytes, name: str = "case.txt") -> str:
    intake = read(SourceFile("case", f"sources/{name}", data))
    assert intake.source is None
    (problem,) = intake.problems
    assert problem.severity == "error"
    return str(problem)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", "\u2003\u00a0".encode()])
def test_empty_file(data: bytes) -> None:
    assert (
        problem_of(data) == "sources/case.txt: The file is empty. Put the text into it, or delete the file."
    )


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"a\0b", bytes(range(1, 9)) * 20])
def test_binary_file(data: bytes) -> None:
    assert problem_of(data) == (
        "sources/case.txt: The file is binary, not text. Save its text as .txt, .md or .html in UTF-8."
    )


def test_utf16() -> None:
    assert "is UTF-16 text, not UTF-8" in problem_of("The bridge".encode("utf-16"))


def test_broken_utf8_names_byte_line_and_encoding() -> None:
    text = "The bridge is closed.\nThe café on the quay, said Zoë Müller, “will stay open”.\n" * 20
    message = problem_of(text.encode("cp1252"))
    assert message.startswith(
        "sources/case.txt:2: The file is not UTF-8: byte 29 cannot be read; it looks like cp125"
    )
    assert message.endswith(
        "Save it as UTF-8, or add it with `onrecord add`, which does so and keeps the original."
    )


def test_html_in_its_declared_encoding() -> None:
    page = '<meta charset="iso-8859-1"><p>The café, said Zoë, \x93will stay open\x94 until the end of the summer.</p>'
    source = read(SourceFile("case", "sources/case.html", page.encode("latin-1"))).source
    assert source
    assert "The café, said Zoë, “will stay open” until" in source.text


def test_page_without_text() -> None:
    assert "The page holds no text." in problem_of(
        b"<html><body><script>x</script></body></html>", "case.html"
    )


def test_the_hash_is_of_the_bytes() -> None:
    data = "\ufeffThe bridge is closed.\r\n".encode()
    source = read(SourceFile("case", "sources/case.txt", data)).source
    assert source
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text.encode() == data


def test_problems_of_the_sidecar_keep_the_source() -> None:
    intake = read(
        SourceFile("case", "sources/case.txt", b"The bridge is closed.", b"outlt: x\noutlet: Mail\n")
    )
    assert intake.source
    assert intake.source.outlet == "Mail"
    assert [(problem.path, problem.line) for problem in intake.problems] == [("sources/case.yml", 1)]


def test_keep_and_drop_that_fit_nothing_are_warned_of() -> None:
    intake = read(
        SourceFile("case", "sources/case.txt", b"The bridge is closed.", b"title: A\ndrop: The mill\n")
    )
    (problem,) = intake.problems
    assert (problem.line, problem.severity) == (2, "warning")
    assert problem.message == "`drop` names no paragraph of the text: “The mill”."


@pytest.mark.parametrize(("line", "title", "text", "expected"), MARKDOWN, ids=[case[1] for case in MARKDOWN])
def test_markdown(line: int, title: str, text: str, expected: str) -> None:
    assert shown(source_of(text, name="case.md")) == expected


def test_front_matter_is_known() -> None:
    source = source_of(MARKDOWN[3][2], name="case.md")
    assert known(source) == (
        "title = Ferry fares to rise | front matter\nbyline = Ada Quist | front matter\n"
        "published = 2021-02-03 | front matter\n"
    )


def test_quotations_of_pages_are_kept() -> None:
    said = [
        f"“We have counted {number} boats, and not one was ours,” said Marta Quill." for number in range(40)
    ]
    paragraph = "<p>The harbour board met again on Monday and talked about the count of the boats.</p>"
    body = "".join(f"{paragraph}<blockquote><p>{one}</p></blockquote>" for one in said)
    page = f"<html><body><nav>Home</nav><article><h1>Boats counted</h1>{body}</article></body></html>"
    source = source_of(page, name="case.html")
    kept = {source.text[slice(*one.span)] for one in source.paragraphs if one.kind == "quote"}
    assert kept == set(said)


def test_quotations_that_the_extractor_loses_are_restored() -> None:
    prose = "The harbour board met again on Monday and talked about the count of the boats."
    page = (
        f"<html><body><article><h1>Boats counted</h1><p>{prose}</p><blockquote>A boat is a boat.</blockquote>"
        f"<p>“It is,” said Marta Quill, who counts them.</p><p>{prose} It will meet again.</p></article>"
        "<aside><blockquote>A boat in a sidebar.</blockquote></aside></body></html>"
    )
    chosen = choose(pieces_of(parse(page)), [prose, f"{prose} It will meet again."], "Boats counted")
    assert [(piece.words, reason) for piece, reason in chosen] == [
        ("Boats counted", None),
        (prose, None),
        ("A boat is a boat.", None),
        ("“It is,” said Marta Quill, who counts them.", None),
        (f"{prose} It will meet again.", None),
    ]


SUGGESTED = """\
# What is known of case. Correct what is wrong; take what is right out of `confirm`.
title: "Council closes bridge to lorries" # ¶1
outlet: # not found
byline: ["Asha Varma"] # byline
agency: "AP" # ¶2
dateline: "DELHI" # ¶2
published: # not found; the day it was published, like 2022-04-26: nobody says it, and it is never guessed
url: "https://example.org/x" # given when it was added
confirm: [title, byline, agency, dateline]
"""


def test_suggests_a_sidecar() -> None:
    text = "Council closes bridge to lorries\nBy Asha Varma\nDELHI (AP) — The bridge is closed, he said on Friday.\n"
    told = {"url": "https://example.org/x"}
    suggested = suggest("case", "sources/case.txt", text.encode(), told)
    assert suggested == SUGGESTED
    again = source_of(text, suggested)
    assert again.confirm == ("title", "byline", "agency", "dateline")
    assert (again.published, again.url, again.byline) == (None, "https://example.org/x", ("Asha Varma",))


def test_suggests_for_what_cannot_be_read() -> None:
    assert "published: # not found" in suggest("case", "sources/case.txt", b"\0")


NEWS = st.sampled_from([
    "“Yes,” he said.", "Leave a Reply", "read more", "(AP)", "MOSCOW (AP) —", "By Ada Quist", "Photo: AFP", "\n",
    "\n\n", "\r\n", "\f", "\t", "\ufeff", "\u200b", '"', "“", "—", "© 2022 X", "<p>", "</p>", "<blockquote>", "# ",
    "> ", "The bridge is closed and nobody knows for how long it will be.", "Related stories", "Share", "a", ".", ":",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(), st.lists(NEWS, max_size=40).map("".join), st.lists(NEWS, max_size=40).map(" ".join)
)
SUFFIXES = st.sampled_from([".txt", ".md", ".html"])


def holds(source: Source) -> None:
    """Paragraphs and debris are trimmed, in order, disjoint, and cover all that is seen."""
    assert [one.number for one in source.paragraphs] == list(range(1, len(source.paragraphs) + 1))
    spans = [one.span for one in source.paragraphs]
    assert spans == sorted(spans)
    everything = sorted([*spans, *(piece.span for piece in source.debris)])
    at, hidden = 0, ""
    for start, end in everything:
        assert at <= start < end <= len(source.text)
        assert source.text[start:end] == source.text[start:end].strip()
        hidden += source.text[at:start]
        at = end
    hidden += source.text[at:]
    assert not hidden.strip(INVISIBLE + " ").translate({ord(letter): None for letter in INVISIBLE}).strip()
    assert all(piece.reason for piece in source.debris)


@settings(max_examples=400, deadline=None)
@given(TEXTS, SUFFIXES)
def test_holds_for_every_text(text: str, suffix: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    intake = read(SourceFile("case", f"sources/case{suffix}", data))
    assert (intake.source is None) == any(one.severity == "error" for one in intake.problems)
    if intake.source:
        holds(intake.source)
        if suffix == ".txt":
            assert intake.source.text == text


@settings(max_examples=200, deadline=None)
@given(st.binary(), SUFFIXES, st.one_of(st.none(), st.binary()))
def test_never_raises_on_bytes(data: bytes, suffix: str, sidecar: bytes | None) -> None:
    read(SourceFile("case", f"sources/case{suffix}", data, sidecar))


YAML = st.lists(
    st.tuples(
        st.sampled_from(["title", "published", "url", "keep", "byline", "x", "? ", "- a", "", "confirm"]),
        st.sampled_from([": ", ":", " ", ": [", ": {", ": |\n  ", ": &a ", ": *a"]),
        st.one_of(
            st.text(max_size=12), st.sampled_from(["2022-04-26", "2022-13-99", "http://[", "[a, b]", "'"])
        ),
    ).map("".join),
    max_size=5,
).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(YAML, st.text()))
def test_never_raises_on_sidecars(sidecar: str) -> None:
    data = sidecar.encode("utf-8", "surrogatepass")
    intake = read(SourceFile("case", "sources/case.txt", b"The bridge is closed.", data))
    assert intake.source
    for problem in intake.problems:
        assert problem.message.endswith(".")
        assert "\n" not in str(problem)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.text(max_size=20))
def test_suggestions_are_sidecars(text: str, outlet: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    suggested = suggest("case", "sources/case.txt", data, {"outlet": outlet})
    first = read(SourceFile("case", "sources/case.txt", data)).source
    again = read(SourceFile("case", "sources/case.txt", data, suggested.encode()))
    assert first is None or again.source
    assert first is None or {one.severity for one in again.problems} <= {"warning"}
    if first and again.source:
        assert (again.source.title, again.source.byline) == (first.title, first.byline)


SHAPES = {
    "one line": lambda size: "The council said on Monday that the bridge would be closed. " * (size // 60),
    "quotation marks": lambda size: '"“' * (size // 2),
    "capitals": lambda size: "AAAA " * (size // 5),
    "spaces": lambda size: "a" + " " * size + "b",
    "lines": lambda size: "ab cd\n" * (size // 6),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear(shape: str) -> None:
    def work(size: int) -> Work:
        data = SHAPES[shape](size).encode()
        return lambda: read(SourceFile("case", "sources/case.txt", data))

    work(1_000)()
    assert exponent(work, 40_000, 320_000) < LINEAR
