"""Markdown that people wrote, as nested data that the book's template sets.

A block or inline is a dict with `is` (what it is) and, by kind, `has` (children), `words`, `to` (a URL) or
`at` (a place in this book). Nothing is evaluated later: all of it is text. Raw HTML loses its tags and keeps
its words; a kind of token that is not known here keeps its words too.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from onrecord.markdown import PARSER, fold
from onrecord.publish.book_glyphs import shows

Node = dict[str, Any]
Where = Callable[[str], str]
"""From a link as written to a place in this book; "" where it leads elsewhere."""

_CALLOUT = re.compile(r"\s*\[!(?P<kind>[\w-]+)(?:\|[^\]]*)?\][-+]?[ \t]*")
_WEB = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_MARKS = {"strong": "strong", "em": "em", "s": "strike"}
_LISTS = ("bullet_list", "ordered_list")
DEEPEST = 6
"""Block quotations and lists inside one another; what lies deeper is set at this depth, words and all."""


def blocks(markdown: str, where: Where = lambda _: "") -> list[Node]:
    """The blocks of a Markdown text. Heading levels are as written; see `levelled`."""
    return list(_blocks(SyntaxTreeNode(PARSER.parse(markdown)), where))


def levelled(nodes: Iterable[Node], top: int) -> list[Node]:
    """Heading levels from `top` on without a gap, as PDF/UA asks: none is more than one below the last."""
    open_levels: list[int] = []
    found = []
    for node in nodes:
        if node["is"] == "heading":
            open_levels = [level for level in open_levels if level < node["level"]] + [node["level"]]
            node = {**node, "level": top + len(open_levels) - 1}
        found.append(node)
    return found


def is_web(address: str) -> bool:
    """Whether an address may be a link in the PDF: http, https or mailto, and nothing else."""
    return _WEB.match(address) is not None


def plain(nodes: Iterable[Node]) -> str:
    """The words of inlines, without marks."""
    return fold("".join(_words_of_node(node) for node in nodes))


def _words_of_node(node: Node) -> str:
    if node["is"] == "break":
        return " "
    return "".join(map(_words_of_node, node["has"])) if "has" in node else str(node["words"])


def _blocks(parent: SyntaxTreeNode, where: Where, depth: int = 0) -> Iterator[Node]:
    for node in parent.children:
        if node.type == "heading":
            yield from _heading(node, where)
        elif node.type in ("blockquote", *_LISTS) and depth >= DEEPEST:
            yield from _blocks(node, where, depth)
        elif node.type == "blockquote":
            yield _quotation(list(_blocks(node, where, depth + 1)))
        elif node.type in _LISTS:
            yield _list(node, where, depth + 1)
        elif node.type in ("fence", "code_block"):
            yield {"is": "code", "lines": node.content.removesuffix("\n").split("\n")}
        elif node.type == "hr":
            yield {"is": "rule"}
        elif node.type == "table":
            yield _table(node, where)
        else:
            yield from _text(node, where, depth)


def _heading(node: SyntaxTreeNode, where: Where) -> Iterator[Node]:
    """A heading; none where it has no words, which PDF/UA does not allow."""
    has = _inlines(node, where)
    if shows(plain(has)):
        yield {"is": "heading", "level": int(node.tag[1:]), "has": has, "addresses": _addresses(has)}


def _addresses(nodes: Iterable[Node]) -> list[str]:
    """Addresses that a heading's words do not say, to stand below it: a footnote would stand in the contents too."""
    found = [node["address"] for node in nodes if node["is"] == "link" and not node["said"]]
    return found + [one for node in nodes if node["is"] in _MARKS.values() for one in _addresses(node["has"])]


def _text(node: SyntaxTreeNode, where: Where, depth: int) -> Iterator[Node]:
    """A paragraph, an HTML block's words, or the words of a token of an unknown kind."""
    if node.type == "html_block":
        has: list[Node] = _words(_without_tags(node.content))
    elif node.children and node.children[0].type != "inline":
        yield from _blocks(node, where, depth)
        return
    else:
        has = _inlines(node, where) if node.children else _words(node.content)
    if plain(has):
        yield {"is": "paragraph", "has": has}


def _quotation(inside: list[Node]) -> Node:
    """A block quotation; a callout where its first line starts with `[!kind]`."""
    first = inside[0]["has"] if inside and inside[0]["is"] == "paragraph" else []
    head = _CALLOUT.match(first[0]["words"]) if first and first[0]["is"] == "text" else None
    if not head:
        return {"is": "quotation", "has": inside}
    rest = [{"is": "text", "words": first[0]["words"][head.end() :]}, *first[1:]]
    # The title ends with the line; what a soft break follows belongs to the first paragraph.
    end = next(
        (i for i, node in enumerate(rest) if node["is"] == "text" and node["words"] == "\n"), len(rest)
    )
    title, body = rest[:end], rest[end + 1 :]
    title = title if plain(title) else _words(head["kind"].capitalize())
    has = [*([{"is": "paragraph", "has": body}] if plain(body) else []), *inside[1:]]
    return {"is": "callout", "title": title, "has": has}


def _list(node: SyntaxTreeNode, where: Where, depth: int) -> Node:
    start = int(node.attrGet("start") or 1) if node.type == "ordered_list" else 0
    items = [list(_blocks(item, where, depth)) for item in node.children]
    return {"is": "list", "ordered": node.type == "ordered_list", "start": start, "items": items}


def _table(node: SyntaxTreeNode, where: Where) -> Node:
    """A table: its head row, then the others, all of the same length."""
    rows = [
        [_inlines(cell, where) for cell in row.children] for part in node.children for row in part.children
    ]
    width = max(len(row) for row in rows)
    return {"is": "table", "width": width, "rows": [row + [[]] * (width - len(row)) for row in rows]}


def _inlines(node: SyntaxTreeNode, where: Where) -> list[Node]:
    return [found for inline in node.children for child in inline.children for found in _inline(child, where)]


def _inline(node: SyntaxTreeNode, where: Where) -> list[Node]:
    if node.type in _MARKS:
        return [{"is": _MARKS[node.type], "has": _children(node, where)}]
    if node.type == "link":
        return [_link(node, where)]
    if node.type == "image":
        alt = plain(_children(node, where)) or str(node.attrGet("src") or "")
        return _words(f"[Image: {alt}]")
    if node.type == "code_inline":
        return [{"is": "code", "words": node.content}]
    if node.type == "softbreak":
        return _words("\n")
    if node.type == "hardbreak" or (node.type == "html_inline" and node.content.lower().startswith("<br")):
        return [{"is": "break"}]
    if node.type == "html_inline":
        return []
    return _children(node, where) if node.children else _words(node.content)


def _children(node: SyntaxTreeNode, where: Where) -> list[Node]:
    return [found for child in node.children for found in _inline(child, where)]


def _link(node: SyntaxTreeNode, where: Where) -> Node:
    """A link into this book (`at`), to the web (`to`), or, leading nowhere a book can, its words only."""
    href, has = str(node.attrGet("href") or ""), _children(node, where)
    place = where(href)
    if place:
        return {"is": "place", "has": has, "at": place}
    if is_web(href):
        said = plain(has) in (href, href.removeprefix("mailto:"))
        return {"is": "link", "has": has, "to": href, "address": href, "said": said}
    return {"is": "span", "has": has}


def _words(words: str) -> list[Node]:
    return [{"is": "text", "words": words}] if words else []


class _Words(HTMLParser):
    """Collects what HTML shows as text; a script or a style shows nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Counts silent elements; a tag parts words."""
        self.silent += tag in ("script", "style")
        self.parts.append(" " if tag in ("p", "div", "br", "li", "td", "tr") else "")

    def handle_endtag(self, tag: str) -> None:
        """Ends a silent element."""
        self.silent -= tag in ("script", "style") and self.silent > 0

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        self.parts.append("" if self.silent else data)


def _without_tags(html: str) -> str:
    words = _Words()
    words.feed(html)
    words.close()
    return fold("".join(words.parts))
