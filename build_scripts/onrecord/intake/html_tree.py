"""A web page's visible text as pieces in reading order, each with the element it stands in."""

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
"""Elements that start and end a piece."""

HIDDEN = frozenset((
    "script", "style", "template", "noscript", "svg", "math", "button", "select", "option", "textarea",
    "iframe", "object", "embed", "canvas", "audio", "video", "map", "head", "title", "meta", "link", "input",
    "datalist",
))  # fmt: skip
"""Elements whose words nobody reads in a text."""

FRAMES = frozenset(("nav", "aside", "footer", "form", "menu", "dialog"))
"""Elements that hold the page's frame, not its text."""

_HEADING = re.compile(r"h[1-6]")
_CAPTION = re.compile(r"(?:^|[\s_-]|image|img|photo|wp-)captions?(?:$|[\s_-])", re.IGNORECASE)
_BLANK = re.compile(r"(\n[ \t\r]*\n\s*)")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two block borders."""

    words: str
    """White space folded."""
    element: Any
    """The block element the words stand in (lxml)."""
    kind: str
    """"heading", "quote", "caption" or "text"."""
    framed: bool
    """Inside navigation, an aside, a footer or a form."""
    linked: float = 0.0
    """The share of the characters that are links."""


@dataclass(slots=True)
class _Walk:
    """Where the walk is; private to this module."""

    pieces: list[Piece] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    stack: list[Any] = field(default_factory=list)
    quotes: int = 0
    frames: int = 0
    captions: int = 0
    links: int = 0
    pres: int = 0
    linked: int = 0
    breaks: int = 0

    def flush(self) -> None:
        """End the piece."""
        words = _SPACE.sub(" ", "".join(self.buffer)).strip()
        self.buffer.clear()
        if words and self.stack:
            element = self.stack[-1]
            linked = min(1.0, self.linked / len(words))
            self.pieces.append(Piece(words, element, self._kind(element), self.frames > 0, linked))
        self.linked = 0

    def _kind(self, element: Any) -> str:
        if self.captions or _CAPTION.search(element.get("class") or ""):
            # under a quotation a caption names who said it
            return "quote" if element.getparent().find(".//blockquote") is not None else "caption"
        if self.quotes:
            return "quote"
        return "heading" if _HEADING.fullmatch(element.tag) else "text"

    def count(self, tag: str, step: int) -> None:
        """Enter (1) or leave (-1) an element."""
        self.quotes += step * (tag == "blockquote")
        self.frames += step * (tag in FRAMES)
        self.captions += step * (tag == "figcaption")
        self.links += step * (tag == "a")
        self.pres += step * (tag == "pre")


def parse(page: str) -> Any:
    """The page's tree (lxml), however broken the markup; None where there is none."""
    page = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", page)
    parser = html.HTMLParser(huge_tree=True, remove_pis=True, encoding="utf-8")
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def pieces_of(tree: Any) -> list[Piece]:
    """The visible text in reading order. `<br><br>` ends a piece, a single `<br>` is a space."""
    walk = _Walk()
    skipped: Any = None
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment")):
        if event == "comment":
            _after(walk, element, skipped)
        elif event == "start" and skipped is None:
            if _hidden(element):
                skipped = element
            else:
                _start(walk, element)
        elif event == "end":
            if skipped is None:
                _end(walk, element)
            elif element is skipped:
                skipped = None
                _after(walk, element, skipped)
    walk.flush()
    return walk.pieces


def _hidden(element: Any) -> bool:
    return (
        element.tag in HIDDEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_UNSEEN.search(element.get("style") or ""))
    )


def _start(walk: _Walk, element: Any) -> None:
    if element.tag == "br":
        walk.breaks += 1
        walk.buffer.append(" ")
        if walk.breaks > 1:
            walk.flush()
    elif element.tag in BLOCKS:
        walk.flush()
        walk.stack.append(element)
    elif element.tag == "img":
        walk.buffer.append(" ")
    walk.count(element.tag, 1)
    _say(walk, element.text)


def _end(walk: _Walk, element: Any) -> None:
    if element.tag in BLOCKS:
        walk.flush()
        walk.stack.pop()
    walk.count(element.tag, -1)
    _after(walk, element, None)


def _after(walk: _Walk, element: Any, skipped: Any) -> None:
    if skipped is None:
        _say(walk, element.tail)


def _say(walk: _Walk, words: str | None) -> None:
    for part in _BLANK.split(words or "") if walk.pres else [words]:
        _add(walk, part)
        if walk.pres and part and _BLANK.fullmatch(part):
            walk.flush()


def _add(walk: _Walk, words: str | None) -> None:
    if words:
        walk.buffer.append(words)
        walk.linked += len(words.strip()) if walk.links else 0
        if not words.isspace():
            walk.breaks = 0
