"""PDF files: pdfminer.six gives lines with their places; reading order, paragraphs and frames are told here.

The optional extra `documents` brings the library; without it there is one problem that says what to install.
"""

import io
from collections.abc import Iterator

from onrecord.intake.blocks import Draft, draft_from
from onrecord.intake.documents import missing_extra
from onrecord.intake.pdf_layout import Line, in_order, unframed
from onrecord.intake.pdf_paragraphs import paragraphs_of
from onrecord.model import Problem

MOST_LINES = 4000
"""Lines of a page; one with more holds a drawing or a trap, and is read in the order of the file."""

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def read_pdf(data: bytes, path: str) -> Draft | Problem:
    """The text of a PDF in reading order; what repeats at the edges of its pages is debris."""
    try:
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        return missing_extra(path)
    try:
        pages = list(_pages(data))
    except PDFPasswordIncorrect:
        return Problem(
            path, 0, "The PDF needs a password.", "Save it without one, or copy its text into a .txt file."
        )
    except Exception:  # a damaged file must be a problem, whatever the library trips over
        hint = "Save it again, or copy its text into a .txt file."
        return Problem(path, 0, "The file is damaged, or no PDF.", hint)
    own, frames = unframed(pages)
    parts = paragraphs_of([in_order(lines) for lines in own], frames)
    if not any(reason is None for _, _, reason in parts):
        hint = "It may be a scan: run text recognition over it, or copy its text into a .txt file."
        return Problem(path, 0, "The PDF holds no text.", hint)
    return draft_from(parts)


def _pages(data: bytes) -> Iterator[list[Line]]:
    """The lines of each page, as they come."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTChar, LTTextBox, LTTextLine

    # the order of boxes is told here, and pdfminer's takes time that grows with their square
    for page in extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None)):
        lines: list[Line] = []
        for box in page:
            for line in box if isinstance(box, LTTextBox) else ():
                words = " ".join(line.get_text().translate(_LIGATURES).split())
                if words and isinstance(line, LTTextLine):
                    sizes = sorted(each.size for each in line if isinstance(each, LTChar))
                    size = sizes[len(sizes) // 2] if sizes else line.height
                    lines.append(Line(words, line.x0, line.y0, line.x1, line.y1, round(size, 1), page.height))
        yield lines[:MOST_LINES]
