"""Word documents: the words in reading order, with the headings and quotations that their styles mark.

The optional extra `documents` brings the library; without it there is one problem that says what to install.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from onrecord.intake.blocks import BlockKind, Draft, Part, draft_from
from onrecord.model import Problem

LARGEST = 200_000_000
"""Bytes of the largest document, unpacked."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_UNSEEN = frozenset({_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"})
"""Elements whose words are not read: deleted ones, field codes, the copy of a text box for old programs."""


def missing_extra(path: str) -> Problem:
    """What to install for reading PDF and Word files."""
    kind = path.rpartition(".")[2].lower()
    message = f"Reading .{kind} files needs libraries that are not installed."
    return Problem(path, 0, message, "Install them: `pip install '.[documents]'` in the folder of On Record.")


def read_docx(data: bytes, path: str) -> Draft | Problem:
    """The text of a Word document; each paragraph is a block."""
    try:
        import docx
    except ImportError:
        return missing_extra(path)
    hint = "Save it again as .docx, or copy its text into a .txt file."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                return Problem(path, 0, "The document is too large.", hint)
        document = docx.Document(io.BytesIO(data))
        parts = [part for part in _parts(document) if part[0]]
    except Exception:  # a damaged file must be a problem, whatever the library trips over
        return Problem(path, 0, "The file is damaged, or no Word document.", hint)
    if not any(reason is None for _, _, reason in parts):
        return Problem(path, 0, "The document holds no text.", hint)
    return draft_from(parts)


def _parts(document: Any) -> Iterator[Part]:
    """Running heads, the body, running feet."""
    yield from _frame(document, "header", "page header")
    styles = {style.style_id: style.name or "" for style in document.styles}
    for paragraph in _paragraphs(document.element.body):
        words = _words(paragraph)
        yield words, _kind(paragraph, styles), None
    yield from _frame(document, "footer", "page footer")


def _frame(document: Any, which: str, reason: str) -> Iterator[Part]:
    """The heads or feet of all sections, each once."""
    seen: set[str] = set()
    for section in document.sections:
        for prefix in ("", "first_page_", "even_page_"):
            frame = getattr(section, prefix + which)
            # asking for the words of a head that is not there would make one
            for paragraph in () if frame.is_linked_to_previous else _paragraphs(frame._element):
                words = _words(paragraph)
                if words not in seen:
                    seen.add(words)
                    yield words, "text", reason


def _paragraphs(body: Any) -> Iterator[Any]:
    """All paragraphs, those in tables, text boxes and content controls too, in order."""
    for paragraph in body.iter(f"{_W}p"):
        if not any(above.tag in _UNSEEN for above in paragraph.iterancestors()):
            yield paragraph


def _words(paragraph: Any) -> str:
    out: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            out.append(element.text or "")
        elif element.tag in _SPACES:
            out.append(_SPACES[element.tag])
        elif element is paragraph or not (
            element.tag in _UNSEEN or element.tag == f"{_W}p" or _vanishes(element)
        ):
            waiting.extend(reversed(element))
    return " ".join("".join(out).split())


def _vanishes(element: Any) -> bool:
    """Whether a run is hidden text."""
    hidden = element.find(f"{_W}rPr/{_W}vanish") if element.tag == f"{_W}r" else None
    return hidden is not None and hidden.get(f"{_W}val") not in ("0", "false", "off")


def _kind(paragraph: Any, styles: dict[str, str]) -> BlockKind:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "").lower() if style is not None else ""
    level = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    if name == "title" or name.startswith("heading") or (level is not None and level.get(f"{_W}val") != "9"):
        return "heading"
    return "quote" if "quote" in name else "text"
