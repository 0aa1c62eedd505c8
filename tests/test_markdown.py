"""What `escape` writes, both parsers show as the very same words, and nothing else."""

import html
import re
import unicodedata

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.markdown import PARSER, escape, escape_block, escape_field, fold, front_matter, plain, seen, url

EXTENSIONS = ["toc", "tables", "footnotes", "attr_list", "def_list", "admonition", "pymdownx.quotes"]
MORE = [
    "pymdownx.tilde",
    "pymdownx.caret",
    "pymdownx.mark",
    "pymdownx.details",
    "pymdownx.superfences",
    "abbr",
]
SETTINGS = {"pymdownx.quotes": {"callouts": True}}
MARKS = st.text(st.sampled_from(list("*_`[](){}<>#+-.!\\|~^=:&\"'$%@/?1a \n\x02\x03·“”")), max_size=30)
ANY = st.one_of(MARKS, st.text(max_size=60))


def published(text: str) -> str:
    """What Python-Markdown shows for a block: the words of its HTML, which must be one bare paragraph."""
    page = python_markdown.markdown(text, extensions=[*EXTENSIONS, *MORE], extension_configs=SETTINGS)
    inner = re.fullmatch(r"<p>(.*)</p>", page, re.DOTALL)
    assert inner, page
    assert "<" not in inner[1], page
    return html.unescape(inner[1])


def shown(text: str) -> str:
    """`text` with its white space folded and hidden characters by their codes."""
    return fold(seen(text))


@given(ANY)
def test_both_parsers_show_the_same_words(text: str) -> None:
    escaped = escape_block(text)
    if not escaped:
        return
    assert plain(escaped) == shown(text)
    assert published(escaped) == shown(text)


@given(ANY)
def test_markdown_it_sees_one_paragraph_of_text(text: str) -> None:
    tokens = PARSER.parse(escape_block(text))
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {"text"}


@given(ANY)
def test_a_callout_stays_one_with_any_words(text: str) -> None:
    source = f"> [!quote] {escape_block(text)}\n>\n> {escape_block(text)}\n"
    page = python_markdown.markdown(source, extensions=EXTENSIONS, extension_configs=SETTINGS)
    assert page.startswith('<div class="admonition quote">')
    assert set(re.findall(r"<(\w+)", page)) <= {"div", "p"}


@given(ANY)
def test_a_headline_shows_all_its_words(text: str) -> None:
    page = python_markdown.markdown(
        f"# {escape(text)} end", extensions=EXTENSIONS, extension_configs=SETTINGS
    )
    heading = re.fullmatch(r"<h1[^>]*>([^<]*)</h1>", page)
    assert heading
    assert fold(html.unescape(heading[1])) == shown(f"{text} end")


HIDDEN = st.sampled_from(
    "\u200b\u200c\u200d\u200e\u200f\u202e\u2066\xad\ufe0f\ufeff\u061c\u3164\u180b\U000e0067\U000e007f\x01\x9f\uffff"
)
BESIDE = st.sampled_from(
    "a7_ \u05d0\u0628\u0915\u094d\u0e01\u3042\u1820\u2764\U0001f468\U0001f3fd\U0001f3f4[]+U"
)


@given(st.text(st.one_of(HIDDEN, BESIDE), max_size=30))
def test_what_is_seen_stays_as_it_is(text: str) -> None:
    assert seen(seen(text)) == seen(text)


@given(st.characters(categories=["Cc", "Cf", "Cs", "Cn"]))
def test_no_control_hides_in_latin_text(char: str) -> None:
    """Of all scripts' controls only those stay that are signs to be seen (Arabic numbers, Kaithi) or a hyphen."""
    signs = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
    unassigned = (
        unicodedata.category(char) == "Cn" and (ord(char) & 0xFFFE) != 0xFFFE and char not in NO_CHARACTERS
    )
    if char.isspace() or char in signs or char == "\xad" or unassigned or 0x13430 <= ord(char) <= 0x1343F:
        return
    assert seen(f"a{char}b") == f"a[U+{ord(char):04X}]b"
    assert plain(escape(f"a{char}b")) == f"a[U+{ord(char):04X}]b"


NO_CHARACTERS = {chr(code) for code in range(0xFDD0, 0xFDF0)}


@pytest.mark.parametrize(
    "text",
    [
        "a\u00adb",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u2764\ufe0f\u200d\U0001f525",
        "\U0001f469\U0001f3fd\u200d\U0001f692",
        "1\ufe0f\u20e3",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\u0e01\u200b\u0e02",
        "\u05d0\u200f!",
        "\u1820\u180b",
    ],
)
def test_scripts_and_pictures_keep_what_they_need(text: str) -> None:
    assert seen(text) == text == plain(escape(text))


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("pay\u202egnp.exe", "pay[U+202E]gnp.exe"),
        ("att\u200back", "att[U+200B]ack"),
        ("a\u200db", "a[U+200D]b"),
        ("x\ufe0f", "x[U+FE0F]"),
        ("\U0001f600\ufe0f\ufe0f", "\U0001f600\ufe0f[U+FE0F]"),
        ("hi\U000e0041\U000e0042", "hi[U+E0041][U+E0042]"),
        ("\xad soft", "[U+00AD] soft"),
        ("5\u200e %", "5[U+200E] %"),
        ("\u3164", "[U+3164]"),
        ("a\x00b\x9bc\ud800", "a[U+0000]b[U+009B]c[U+D800]"),
        ("[U+202E]", "[U+202E]"),
    ],
)
def test_what_hides_is_shown_by_its_code(text: str, shown_as: str) -> None:
    assert seen(text) == shown_as == plain(escape(text))


def test_a_title_hides_nothing_and_keeps_its_words() -> None:
    assert front_matter("100\u00a0km <b>\u202e") == "---\ntitle: 100\u00a0km ‹b›[U+202E]\n---\n"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. no list", "1\\. no list"),
        ("# no headline", "\\# no headline"),
        ("=== no rule", "&#61;&#61;&#61; no rule"),
        ("a <b> & *c*", "a &lt;b&gt; &amp; \\*c\\*"),
        ("at 10:30 on 3/4", "at 10:30 on 3/4"),
        ("two\n  lines", "two lines"),
    ],
)
def test_escaped_text_stays_readable(text: str, escaped: str) -> None:
    assert escape_block(text) == escaped


def test_a_field_cannot_end_its_field() -> None:
    assert "·" not in escape_field("reporters · direct")
    assert plain(escape_field("reporters · direct")) == "reporters · direct"


def test_an_address_cannot_end_its_link() -> None:
    address = url("https://a.example/(b) [c] <d> 'e'")
    page = python_markdown.markdown(f"[x]({address})")
    assert page.count("<a ") == 1
    assert page.endswith("x</a></p>")
    assert "<d>" not in page
