"""What `escape` writes, both parsers show as the very same words, and nothing else."""

import html
import re

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.markdown import PARSER, escape, escape_block, escape_field, fold, plain, url

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
    """`text` with its white space folded and control characters as their pictures."""
    pictures = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
    gone = dict.fromkeys([*range(0x80, 0x85), *range(0x86, 0xA0)], 0xFFFD)
    return fold(text).translate(pictures | gone)


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
