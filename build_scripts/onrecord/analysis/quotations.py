"""Stretches between quotation marks, read from the characters alone.

One pass over each paragraph. Marks that tell their side (“ ” « ») are believed; marks that look alike on both
sides (" '' ') are read by their neighbours. Only outermost marks count; of two openings with one closing mark
between them the inner one counts. A quotation that is opened and not closed runs to the end of its paragraph,
one that is closed and not opened starts where the paragraph does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.languages.en.marks import (
    AFTER_CLOSING,
    BEFORE_OPENING,
    CLOSING,
    ELISIONS,
    OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
)
from onrecord.model import Paragraph, Span

_DOUBLE = re.compile(r"''|``|[“”„«»\"]")
_SINGLE = re.compile(r"[‘’'`]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of a paragraph between quotation marks, marks included."""

    span: Span
    opened: bool = True
    """False where only the closing mark stands in the text."""
    closed: bool = True
    """False where the paragraph ends first."""
    single: bool = False
    """The marks are ‘ ’ or ' '."""


def find_quotations(text: str, paragraphs: Iterable[Paragraph]) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph, in text order; they never overlap."""
    found: list[Quotation] = []
    for paragraph in paragraphs:
        double = _doubles(text, paragraph.span)
        found += sorted([*double, *_singles(text, paragraph.span, double)], key=lambda each: each.span)
    return tuple(found)


def _doubles(text: str, span: Span) -> list[Quotation]:
    """Pairs marks on a stack, then keeps the outermost pairs and what is open at either end."""
    pairs: list[Span] = []
    waiting: list[tuple[int, str]] = []
    unopened: int | None = None
    for mark in _DOUBLE.finditer(text, *span):
        opens, closes = _sides(text, mark[0], mark.span(), span)
        if closes and waiting and _pairs_up(waiting[-1][1], mark[0], opens):
            pairs.append((waiting.pop()[0], mark.end()))
        elif opens:
            waiting.append((mark.start(), mark[0]))
        elif (
            closes
            and not pairs
            and not waiting
            and unopened is None
            and _ends_words(text, mark.start(), span)
        ):
            unopened = mark.end()
    found = [Quotation(pair) for pair in _outermost(pairs)]
    if unopened is not None and _is_prose(text, (span[0], unopened)):
        found.insert(0, Quotation((span[0], unopened), opened=False))
    last = found[-1].span[1] if found else span[0]
    loose = next((start for start, _ in waiting if start >= last), None)
    if loose is not None and _is_prose(text, (loose, span[1])):
        found.append(Quotation((loose, span[1]), closed=False))
    return found


def _ends_words(text: str, at: int, span: Span) -> bool:
    """Whether a mark without an opening one ends words: after a digit it means inches or minutes."""
    return at > span[0] and not text[at - 1].isdigit()


def _sides(text: str, mark: str, at: Span, within: Span) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close a quotation, by its neighbours.

    A mark that tells its side is believed unless both neighbours say the opposite.
    """
    before = text[at[0] - 1] if at[0] > within[0] else " "
    after = text[at[1]] if at[1] < within[1] else " "
    if after == "'" and mark == "''" and (at[1] + 1 >= within[1] or text[at[1] + 1] in AFTER_CLOSING):
        after = " "
    leads = not after.isspace() and (before in BEFORE_OPENING or before in OPENING)
    ends = after in AFTER_CLOSING and not before.isspace()
    if mark in OPENING:
        return not ends or leads, ends and not leads
    if mark in CLOSING:
        return leads and not ends, not leads or ends
    return leads, ends or not leads


def _pairs_up(opening: str, closing: str, opens: bool) -> bool:
    """Whether `closing` ends what `opening` began."""
    if "«" in (opening, closing) or "»" in (opening, closing):
        return {opening, closing} == {"«", "»"}
    return opening == closing or not opens


def _outermost(pairs: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for pair in sorted(pairs, key=lambda each: (each[0], -each[1])):
        if not kept or pair[0] >= kept[-1][1]:
            kept.append(pair)
    return kept


def _is_prose(text: str, span: Span) -> bool:
    """Whether an unbalanced stretch is more than a stray mark: three words or more."""
    words = _WORD.finditer(text, *span)
    return sum(1 for _ in zip(range(3), words, strict=False)) == 3


def _singles(text: str, span: Span, taken: list[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks between the double ones."""
    edges = [span[0], *(edge for each in taken for edge in each.span), span[1]]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield from _singles_between(text, (start, end))


def _singles_between(text: str, gap: Span) -> Iterator[Quotation]:
    opening: int | None = None
    closing: int | None = None
    for mark in _SINGLE.finditer(text, *gap):
        at = mark.start()
        if _opens_single(text, at, gap):
            if opening is not None and closing is not None:
                yield Quotation((opening, closing), single=True)
            opening, closing = at, None
        elif opening is not None and _closes_single(text, at, gap) and _awaits(text, closing):
            closing = at + 1
    if opening is not None and closing is not None:
        yield Quotation((opening, closing), single=True)


def _awaits(text: str, closing: int | None) -> bool:
    """Whether a later mark may still be the closing one: after an s the one found may be a possessive."""
    return closing is None or text[closing - 2] in "sS"


def _opens_single(text: str, at: int, gap: Span) -> bool:
    before = text[at - 1] if at > gap[0] else " "
    word = _WORD.match(text, at + 1)
    if text[at] not in SINGLE_OPENING or before not in BEFORE_OPENING or word is None:
        return False
    return word[0].lower() not in ELISIONS and not word[0][0].isdigit()


def _closes_single(text: str, at: int, gap: Span) -> bool:
    after = text[at + 1] if at + 1 < gap[1] else " "
    return text[at] in SINGLE_CLOSING and after in AFTER_CLOSING and not text[at - 1].isspace()
