"""The sentences of one source, as a difference shows them. Pure functions of one entry."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.briefing import Entry
from onrecord.model import Paragraph, Span

LONGEST = 600
"""Code points of a sentence that is looked at; a longer one is a list or a table."""

_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9$£€])|[.!?…][\"”’')\]]*\s*\Z|\n\s*\n")
_BEFORE = re.compile(r"(\S+)\Z")
_SHORTENED = frozenset(
    """mr mrs ms dr sen rep gov gen lt col sgt capt adm rev hon prof pres sec st ste mt ft no nos jan feb mar
    apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun vs etc inc corp co ltd jr sr
    dept est fig approx ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo
    mont neb nev okla ore pa tenn tex va vt wash wis wyo assn bros univ ave blvd messrs attn cf""".split()
)
"""Words after whose full stop a sentence goes on."""
_OPENERS = frozenset(
    """The A An In On At He She It They We But And For This That These Those His Her Their Its As After Before When
    While If Since Though Although However Meanwhile Also There What Who Why How I You My Our Not No Still Yet Last
    Earlier Later""".split()
)
"""Words that begin a sentence even where initials ("U.S.") stand before them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph."""

    paragraph: int
    span: Span
    """In the source's text."""
    words: str
    """White space folded."""


def sentences(entry: Entry, wanted: Callable[[str], bool]) -> Iterator[Sentence]:
    """The sentences of those paragraphs whose text is wanted, headlines and subheads left out, in order."""
    text = entry.source.text
    for paragraph in entry.source.paragraphs:
        if paragraph.kind in ("text", "quote") and wanted(text[slice(*paragraph.span)]):
            for start, end in spans(text, paragraph):
                if end - start <= LONGEST:
                    yield Sentence(paragraph.number, (start, end), " ".join(text[start:end].split()))


def spans(text: str, paragraph: Paragraph) -> Iterator[Span]:
    """Where the sentences of a paragraph stand in `text`, without the white space around them."""
    start, end = paragraph.span
    piece = text[start:end]
    begin = 0
    for found in _END.finditer(piece):
        if _ends(piece, found):
            yield from _trimmed(text, start + begin, start + found.end())
            begin = found.end()
    yield from _trimmed(text, start + begin, end)


def _ends(piece: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends at the mark: not after an initial, an abbreviation or the dots of "U.S."."""
    if found[0][0] != "." or len(found[0].strip()) > 1:
        return True
    word = _BEFORE.search(piece, max(0, found.start() - 20), found.start())
    last = word[1].lstrip("“\"‘'([") if word else ""
    if last.casefold() in _SHORTENED:
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", last):
        following = re.match(r"\s+[\"“‘'(\[]*(\w+)", piece[found.end() : found.end() + 30])
        return following is not None and following[1] in _OPENERS and len(last) > 1
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        first = start + piece.index(kept)
        yield (first, first + len(kept))
