"""Markdown: the one parser, escaping, and reading text back. Imports nothing of ours.

Pages are published by Python-Markdown and read back by markdown-it-py. Text from a source is escaped so that
both (with the extensions of mkdocs.yml, and the common ones people add) show it as the very same words.
"""

import re
from urllib.parse import quote

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
"""The one instance. Pure: parsing keeps no state."""
BLOCKS = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable("inline")
"""The same, for where only the blocks and their lines are of interest: twice as fast."""

_MARKED = re.compile(r"[\\&<>*_\[\]`!\n]")

_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_BACKSLASHED = frozenset("\\`*_{}[]#")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "^": "&#94;", "|": "&#124;"}
_PAIRS = re.compile(r"==+|\+\++|\$\$+|:(?=[A-Za-z_][\w+-]*:)")
_SEPARATOR = "·"
_WEB = re.compile(r"https?://", re.IGNORECASE)
_NOT_IN_TITLE = str.maketrans({"<": "‹", ">": "›", '"': "”"})


def _table() -> dict[int, str]:
    table = {ord(char): "\\" + char for char in _BACKSLASHED}
    table |= {ord(char): entity for char, entity in _ENTITIES.items()}
    # Python-Markdown keeps its own marks in control characters; a source's are shown as their pictures.
    table |= {
        code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in " \t\n\r\f\v\x1c\x1d\x1e\x1f"
    }
    table |= (
        {0x7F: "\u2421"}
        | dict.fromkeys(range(0x80, 0x85), "\ufffd")
        | dict.fromkeys(range(0x86, 0xA0), "\ufffd")
    )
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """`text` with runs of white space as one space and none at the ends; no-break spaces inside stay."""
    return _SPACE.sub(" ", text).strip()


def escape(text: str) -> str:
    """`text` as inline Markdown that shows exactly these characters (white space folded to single spaces).

    For places where the text does not begin a line; see `escape_block`.
    """
    return _PAIRS.sub(_numeric, _SPACE.sub(" ", text).translate(_TABLE))


def _numeric(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])


_LINE_START = re.compile(r"(?P<mark>[+\-!])|(?P<number>\d+)(?P<dot>[.)])|(?P<other>[=:?/$%@])")


def escape_block(text: str) -> str:
    """As `escape`, and safe at the beginning of a line: no heading, list, rule or block directive."""
    escaped = escape(text.strip()).strip()
    start = _LINE_START.match(escaped)
    if not start:
        return escaped
    rest = escaped[start.end() :]
    if start["mark"]:
        return f"\\{start['mark']}{rest}"
    if start["number"]:
        return f"{start['number']}\\{start['dot']}{rest}"
    return f"&#{ord(start['other'])};{rest}"


def escape_field(text: str) -> str:
    """As `escape`, for a value between the middle dots of a field line."""
    return escape(text).replace(_SEPARATOR, "&#183;").strip(" ")


def link(address: str) -> str:
    """An address as a link that shows it; as mere text where it is none of the web (`javascript:` …)."""
    words = escape(address.strip())
    return f"[{words}]({url(address)})" if _WEB.match(address.strip()) else words


def url(address: str) -> str:
    """A link target both parsers read as this address; percent-encodes what would end it."""
    return quote(address.strip(), safe="!#$%&'*+,/:;=?@~-._")


def front_matter(title: str, *, searched: bool = True) -> str:
    """The YAML head of a page, ending in a line feed; `searched`: whether the site's search finds the page.

    MkDocs puts `title` into HTML as it stands, so no character that could begin or end a tag may stay in it.
    """
    words = "".join(char for char in fold(title).translate(_NOT_IN_TITLE) if char.isprintable())
    meta: dict[str, object] = {"title": words}
    if not searched:
        meta["search"] = {"exclude": True}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)}---\n"


def plain(inline: str) -> str:
    """The words that a piece of inline Markdown shows: no marks, no tags, white space folded."""
    if not _MARKED.search(inline):
        return fold(inline)
    tokens = PARSER.parseInline(inline.replace("\n", " "))
    return fold("".join(_shown(token) for token in tokens))


def _shown(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "html_inline":
        return ""
    if token.children:
        return "".join(_shown(child) for child in token.children)
    return token.content
