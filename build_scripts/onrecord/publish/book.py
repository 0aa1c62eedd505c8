"""The printed book: a briefing as a PDF (A4, PDF/UA-1, tagged, with bookmarks), set by Typst.

The template (book.typ) is the project's; the data are JSON handed over in memory and set as text, so no
character of a source is ever evaluated. Nothing is read from the network or, as a rule, from this machine:

Fonts are those inside the typst package (Libertinus Serif, New Computer Modern, DejaVu Sans Mono), which have
Latin with Vietnamese, Greek, Cyrillic, Hebrew, Arabic and Devanagari. Such books are the same bytes on every
machine. Only for a briefing with characters these lack (Chinese, Japanese, Korean, emoji …) the fonts of this
machine are used as well; a character that none of them has is shown by its code point, `[U+5317]`, never left
out and never a blank box.

No hyphenation and no justification: no character stands in the book that is not in the source. The document's
date is the latest day of publication; a briefing without one has none.
"""

import json
from importlib.resources import files
from typing import Any

import typst

from onrecord.briefing import Briefing
from onrecord.publish.book_data import book_of
from onrecord.publish.book_glyphs import by_code, refused, shown, to_blame, unshown

TEMPLATE = "book.typ"
ATTEMPTS = 4
"""Exports tried: a mark may have a glyph in one font and the letter below it only in another."""


def render(briefing: Briefing) -> bytes:
    """The book of a briefing as PDF. The same briefing gives the same bytes.

    Raises typst.TypstError for a fault in the template.
    """
    text = json.dumps(shown(book_of(briefing)), ensure_ascii=False)
    fonts = typst.Fonts(include_system_fonts=False)
    missing = unshown(text, fonts)
    if missing:
        fonts = typst.Fonts(include_system_fonts=True)
        text = text.translate(by_code(unshown(text, fonts)))
    for _ in range(ATTEMPTS - 1):
        try:
            return _set(text, fonts)
        except typst.TypstError as error:
            known = by_code(to_blame(refused(error)))
            if not known:
                raise
            text = text.translate(known)
    return _set(text, fonts)


def _set(text: str, fonts: typst.Fonts) -> bytes:
    template = files(__package__).joinpath(TEMPLATE).read_bytes()
    pdf: Any = typst.compile(
        template,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": text},
        pdf_standards=["ua-1"],
    )
    return bytes(pdf)
