"""What of a source is published: a source whose text is blank but for the words that may be shown.

Offsets stay those of the file. Whatever is made of such a source (page, book, data) can show no other words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from onrecord.markdown import escape, fold, plain
from onrecord.model import Annotations, Event, Note, Paragraph, Source, Span, Statement
from onrecord.pages import locate

LEFT_OUT = "…"
"""Stands for words of a paragraph that are not published."""

_WORD = re.compile(r"\w")
_MARK_OF_CUT = re.compile(r"\s*…\s*")


def published(source: Source, annotations: Annotations) -> Source:
    """The source as its page shows it: whole; or the headline and the words of its annotations; or the headline.

    Of the paragraphs, those stay that an annotation or a note belongs to.
    """
    if source.publish == "full":
        return source
    shown = sorted(_shown_spans(source, annotations)) if source.publish == "excerpts" else []
    reach = [*accumulate((end for _, end in shown), max)]
    pieces = [
        (paragraph, _pieces(source, paragraph, _around(paragraph.span, shown, reach)))
        for paragraph in source.paragraphs
    ]
    every: tuple[Statement | Event | Note, ...] = (
        *annotations.statements,
        *annotations.events,
        *annotations.notes,
    )
    homes = {one.paragraph for one in every}
    kept = tuple(one for one, spans in pieces if spans or one.number in homes)
    return replace(source, text=_blanked(source.text, pieces), paragraphs=kept, debris=())


def excerpt_of(paragraph: Paragraph, part: Source) -> str:
    """What a page shows of a paragraph of the published `part`: "… words … words …"."""
    return words_shown(part.text[slice(*paragraph.span)]) or LEFT_OUT


def words_shown(text: str) -> str:
    """The words a page shows for a piece of source text."""
    return fold(plain(escape(text)))


def is_excerpt(words: str, whole: str) -> bool:
    """Whether `words` are parts of `whole` in their order, with an ellipsis for the rest; typography aside."""
    text, at = locate.bare(whole), 0
    for piece in _MARK_OF_CUT.split(locate.bare(words)):
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def is_headline(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the text's headline, which belongs to the source card."""
    return paragraph.kind == "title" and paragraph.number == 1


def _shown_spans(source: Source, annotations: Annotations) -> Iterator[Span]:
    every: tuple[Statement | Event, ...] = (*annotations.statements, *annotations.events)
    for one in every:
        if isinstance(one, Statement):
            yield from one.content
        elif one.span:
            yield from locate.find(one.what, source, one.paragraph)


def _around(span: Span, shown: Sequence[Span], reach: Sequence[int]) -> Sequence[Span]:
    """Those of the sorted spans that may overlap one; `reach` is the furthest end of each and those before it."""
    last = bisect_left(shown, (span[1], 0))
    return shown[bisect_right(reach, span[0], 0, last) : last]


def _pieces(source: Source, paragraph: Paragraph, shown: Iterable[Span]) -> list[Span]:
    """The published parts of a paragraph, in order and apart."""
    start, end = paragraph.span
    if is_headline(paragraph):
        return [paragraph.span]
    parts: list[Span] = []
    for low, high in sorted((max(a, start), min(b, end)) for a, b in shown if a < end and b > start):
        if parts and low <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(high, parts[-1][1]))
        elif _WORD.search(source.text, low, high):
            parts.append((low, high))
    return parts


def _blanked(text: str, pieces: Iterable[tuple[Paragraph, list[Span]]]) -> str:
    """`text`, as long as before, with nothing but the pieces and what marks the gaps between them."""
    parts: list[str] = []
    at = 0
    for paragraph, spans in pieces:
        start, end = paragraph.span
        parts.append(" " * (start - at))
        for low, high in spans:
            parts += [_gap(text[start:low]), text[low:high]]
            start = high
        parts.append(_gap(text[start:end]) if spans else LEFT_OUT.ljust(end - start))
        at = end
    return "".join(parts) + " " * (len(text) - at)


def _gap(words: str) -> str:
    """An ellipsis as long as `words`; what holds no word stays."""
    if not _WORD.search(words):
        return words
    if len(words) < 3:
        return LEFT_OUT.ljust(len(words))
    return f" {LEFT_OUT} ".ljust(len(words))
