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
_NOT_FOLDED = re.compile(r"[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]|  ")
_BACKSLASHED = frozenset("\\`*_{}[]#")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "^": "&#94;", "|": "&#124;"}
_PAIRS = re.compile(r"==+|\+\++|\$\$+|:(?=[A-Za-z_][\w+-]*:)")
_SEPARATOR = "·"
_WEB = re.compile(r"https?://", re.IGNORECASE)
_NOT_IN_TITLE = str.maketrans({"<": "‹", ">": "›", '"': "”"})


# Characters that show nothing by themselves and could hide words, reorder them or stand for others: controls,
# joiners, fillers, marks of direction and variation, tags, unpaired surrogates, code points that are no characters.
_HIDDEN = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    r"\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
)
_JOINING = (  # Arabic, Syriac, N’Ko; the scripts of India, Tibet, Burma, Cambodia, Mongolia, Java, Bali
    r"\u0620-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1cff\ua840-\uabff\ufb50-\ufdcf"
    r"\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_UNSPACED = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\u3040-\u9fff"
_RIGHT_TO_LEFT = r"\u0590-\u08ff\ufb1d-\ufdcf\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_PICTURE = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_VARIED = rf"#*0-9{_PICTURE}\u2200-\u22ff\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_DIRECTION = r"[\u061c\u200e\u200f]"
_AS_WRITTEN = "|".join(
    (
        r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f",  # the flag of Scotland
        rf"[{_PICTURE}]\ufe0f?(?:\u200d[{_PICTURE}]+\ufe0f?)+",  # a family
        rf"(?<=[{_VARIED}])[\ufe00-\ufe0f\U000e0100-\U000e01ef]",
        r"(?<=[\u1820-\u18aa])[\u180b-\u180d\u180f]",
        rf"(?<=[{_JOINING}])(?<![{_HIDDEN}])[\u200c\u200d]",
        rf"(?<=[{_UNSPACED}])(?<![{_HIDDEN}])\u200b(?=[{_UNSPACED}])(?![{_HIDDEN}])",
        rf"(?<=[{_RIGHT_TO_LEFT}])(?<![{_HIDDEN}]){_DIRECTION}",
        rf"{_DIRECTION}(?=[{_RIGHT_TO_LEFT}])(?![{_HIDDEN}])",
        rf"(?<=[^\W_])(?<![{_HIDDEN}])\xad(?=[^\W_])(?![{_HIDDEN}])",  # shown by browsers where a line ends
        r"(?<=[\u2801-\u28ff])\u2800",
    )
)
_ANY_HIDDEN = re.compile(f"[{_HIDDEN}]")
_SEEN = re.compile(f"{_AS_WRITTEN}|(?P<hidden>[{_HIDDEN}])")


def seen(text: str) -> str:
    """`text` with each hidden character as its code point: `[U+202E]`. Seen twice is the same as seen once.

    Joiners, soft hyphens, marks of direction and variation stay beside the letters and pictures that need them.
    """
    if (text.isascii() and text.isprintable()) or not _ANY_HIDDEN.search(text):
        return text
    return _SEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]" if found["hidden"] else found[0], text)


def _table() -> dict[int, str]:
    table = {ord(char): "\\" + char for char in _BACKSLASHED}
    table |= {ord(char): entity for char, entity in _ENTITIES.items()}
    return table


_TABLE = _table()
_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")


def fold(text: str) -> str:
    """`text` with runs of white space as one space and none at the ends; no-break spaces inside stay."""
    return _single_spaced(text).strip()


def _single_spaced(text: str) -> str:
    """`text` with runs of white space as one space. Most texts have none, and looking is faster than writing."""
    return _SPACE.sub(" ", text) if _NOT_FOLDED.search(text) else text


def escape(text: str) -> str:
    """`text` as inline Markdown that shows exactly these characters (white space folded to single spaces).

    Hidden characters are shown by their codes; see `seen`. For places where the text does not begin a line; see
    `escape_block`.
    """
    folded = _single_spaced(seen(text))
    # Most texts have none of these, and looking for them is faster than translating.
    return _PAIRS.sub(_numeric, folded.translate(_TABLE) if _SPECIAL.search(folded) else folded)


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
    meta: dict[str, object] = {"title": fold(seen(title)).translate(_NOT_IN_TITLE)}
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
