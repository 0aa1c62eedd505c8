"""Text made fit to be shown: visible, breakable, and only what the fonts have."""

import json
import re
import unicodedata

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from onrecord import markdown
from onrecord.markdown import fold
from onrecord.publish.book_glyphs import LONGEST, by_code, heading, refused, shown, to_blame, unshown

EMBEDDING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
EMBEDDED = typst.Fonts(include_system_fonts=False)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("two  words\nand\ttabs", "two words and tabs"),
        (" a piece ", " a piece "),
        ("\n", " "),
        ("nul\x00 bell\x07 del\x7f c1\x9b", "nul[U+0000] bell[U+0007] del[U+007F] c1[U+009B]"),
        ("a\u202eb\u202c \u2066c\u2069", "a[U+202E]b[U+202C] [U+2066]c[U+2069]"),
        ("half \ud800 pair", "half [U+D800] pair"),
        ("marks that help: א\u200e1 ن\u200cن", "marks that help: א\u200e1 ن\u200cن"),
        ("and that hide: a\u200db", "and that hide: a[U+200D]b"),
        ('#eval("1") \\ $x$', '#eval("1") \\ $x$'),
    ],
)
def test_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_code_keeps_its_white_space_and_addresses_stay() -> None:
    tree = {
        "lines": ["if a:", "\tb  c\x00"],
        "to": "https://e.example/" + "a" * 90,
        "words": ["a  b"],
        "number": 3,
    }
    assert shown(tree) == {**tree, "lines": ["if a:", "    b  c[U+0000]"], "words": ["a b"]}


@given(st.text(st.characters()))
def test_nothing_hidden_and_nothing_lost(text: str) -> None:
    seen = shown(text)
    for character in seen:
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(character) not in EMBEDDING
    stored = re.sub(r"\[U\+([0-9A-F]{4,6})\]", lambda code: chr(int(code[1], 16)), seen.replace("\u200b", ""))
    assert re.sub(r"\s|\u200b", "", stored) == re.sub(r"\s|\u200b", "", text)
    json.loads(json.dumps(seen, ensure_ascii=False).encode())


@given(st.text(st.characters()))
def test_as_on_the_site(text: str) -> None:
    assert shown(text).replace("\u200b", "").strip() == fold(markdown.seen(text)).replace("\u200b", "")


@given(st.text(st.sampled_from("abc/?=-é¶ "), max_size=200))
def test_no_run_is_too_long_to_break(text: str) -> None:
    assert all(len(run) <= LONGEST for run in re.split(r"[\s\u200b-]", shown(text)))


def test_short_words_are_left_alone() -> None:
    assert shown("x" * (LONGEST - 1)) == "x" * (LONGEST - 1)
    assert shown("x" * LONGEST).replace("\u200b", "") == "x" * LONGEST != shown("x" * LONGEST)


def test_what_the_embedded_fonts_have() -> None:
    for text in (
        "Nguyễn Thị Hòa Đặng ự ờ",
        "Сергей Їґ",
        "Αθήνα",
        "مرحبا",
        "שלום",
        "नमस्ते",
        "€ ₴ ₺ ¶ → “” ‘’ – …",
    ):
        assert unshown(text, EMBEDDED) == set()


def test_what_they_lack_is_known() -> None:
    assert unshown('a 北京 "\\" ก 北', EMBEDDED) == set("北京ก")
    assert "北京 b".translate(by_code({"北", "京", "b"})) == "[U+5317][U+4EAC] b"


def test_other_faults_are_not_taken_for_missing_characters() -> None:
    with pytest.raises(typst.TypstError) as fault:
        typst.compile(b'#panic("the text \\"x\\" is odd")', ignore_system_fonts=True)
    assert list(refused(fault.value)) == []


def test_marks_are_to_blame_before_letters() -> None:
    assert to_blame({"é", "\u0951"}) == {"\u0951"}
    assert to_blame({"é", "北"}) == {"é", "北"}


def test_a_heading_shows_something() -> None:
    assert heading(" two  words ", otherwise="x") == "two words"
    for nothing in ("", " ", "\u200b", "\u00a0", "\u00ad\u2003"):
        assert heading(nothing, otherwise="x") == "x"
