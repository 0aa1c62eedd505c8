"""The sides of a difference: the whole sentence of a place, and what to mark in it."""

from bisect import bisect_right
from collections.abc import Iterable

from onrecord.across.differences_sentences import LONGEST, spans
from onrecord.briefing import Entry, Side
from onrecord.dates import WEEKDAYS, in_words
from onrecord.model import Paragraph, Span

ABOUT = 90
"""Code points of the words that say what both sides speak of, at most."""


def side(entry: Entry, paragraph: int, around: Span, mark: Span, annotation: str | None) -> Side:
    """The side whose sentence holds `around`, marked at `mark`; both are spans of the source's text."""
    text = entry.source.text
    start, end = _widened(entry, paragraph, around)
    if not start <= mark[0] < mark[1] <= end:
        mark = (start, end)
    before, marked = " ".join(text[start : mark[0]].split()), " ".join(text[slice(*mark)].split())
    gap = bool(before) and text[mark[0] - 1].isspace()
    begin = len(before) + gap
    words = " ".join(text[start:end].split())
    return Side(entry, paragraph, words, (begin, begin + len(marked)), (start, end), annotation)


def _widened(entry: Entry, number: int, around: Span) -> Span:
    """`around`, widened to whole sentences of its paragraph while that is not too long."""
    paragraph = next((one for one in entry.source.paragraphs if one.number == number), None)
    if paragraph is None:
        return around
    found = [one for one in spans(entry.source.text, paragraph) if one[0] < around[1] and around[0] < one[1]]
    if not found:
        return around
    start, end = min(around[0], found[0][0]), max(around[1], found[-1][1])
    return (start, end) if end - start <= 2 * LONGEST else around


def unfolded(text: str, span: Span, piece: Span) -> Span:
    """Where in `text` the words stand that are `piece` of the sentence at `span` with its white space folded."""
    places: list[int] = []
    blank = True
    for place in range(*span):
        if not text[place].isspace():
            places.append(place)
            blank = False
        elif not blank:
            places.append(place)
            blank = True
    return places[piece[0]], places[piece[1] - 1] + 1


def annotation_at(entry: Entry, place: Span) -> str | None:
    """The id of the statement that holds the words at `place`, else of the event."""
    held = (
        (statement.id for statement in entry.annotations.statements if _holds(statement.content, place)),
        (event.id for event in entry.annotations.events if event.span and _holds([event.span], place)),
    )
    return next((ident for ids in held for ident in ids), None)


def _holds(spans_of: Iterable[Span], place: Span) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans_of)


def paragraph_at(entry: Entry, place: int) -> Paragraph | None:
    """The paragraph that holds a place of the text."""
    paragraphs = sorted(entry.source.paragraphs, key=lambda one: one.span)
    index = bisect_right([one.span[0] for one in paragraphs], place) - 1
    return paragraphs[index] if index >= 0 and place < paragraphs[index].span[1] else None


def shortened(words: str) -> str:
    """`words` cut at a blank, with an ellipsis, where they are long."""
    words = " ".join(words.split())
    return words if len(words) <= ABOUT else words[:ABOUT].rpartition(" ")[0].rstrip(" ,;:—–-") + " …"


def quoted(words: Iterable[str]) -> str:
    """“one”, “two” and “three”."""
    listed = [f"“{word}”" for word in words]
    return " and ".join(filter(None, [", ".join(listed[:-1]), *listed[-1:]]))


def days_apart(one: Entry, other: Entry) -> str:
    """A sentence about the publication of two sources where that is on different days, else ""."""
    first, second = one.source.published, other.source.published
    if not first or not second:
        return " The day of publication is not known of both."
    if first[:10] == second[:10]:
        return ""
    return f" Published on {_day(first)} and {_day(second)}."


def _day(published: str) -> str:
    """The day in words, without its weekday: "26 April 2022"."""
    name, _, rest = in_words(published[:10]).partition(" ")
    return rest if name in WEEKDAYS else in_words(published[:10])
