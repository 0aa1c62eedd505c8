"""Times inside what somebody said, read from the day of the saying."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from onrecord.analysis.times import times_in
from onrecord.model import Source, Span, Statement, TimeExpression


def re_anchor(
    times: Sequence[TimeExpression], source: Source, statements: Iterable[Statement]
) -> tuple[TimeExpression, ...]:
    """The times, those inside a dated direct or mixed statement read from its day instead of the publication date.

    A "tomorrow" said on Friday is Saturday, whenever it was printed. Spans never change.
    """
    told = {
        span: _read(source, span, statement.said_on)
        for statement in statements
        if statement.kind != "indirect" and statement.said_on and statement.said_on != source.published
        for span in statement.content
    }
    known = _told(told)
    return tuple(_again(time, known) for time in times)


Readings = dict[Span, TimeExpression]


@dataclass(frozen=True, slots=True)
class _Told:
    """What was said on days of its own, by place."""

    spans: Sequence[tuple[Span, int]]
    """With its number in the order of the statements; sorted."""
    reach: Sequence[int]
    """The furthest end of each span and those before it."""
    readings: Sequence[Readings]
    """By number."""

    def at(self, place: int) -> Iterator[int]:
        """The numbers of the spans that hold a place."""
        last = bisect_right(self.spans, place, key=lambda one: one[0][0])
        while last and place < self.reach[last - 1]:
            last -= 1
            (_, end), number = self.spans[last]
            if place < end:
                yield number


def _told(readings: dict[Span, Readings]) -> _Told:
    spans = sorted((span, number) for number, span in enumerate(readings))
    return _Told(spans, [*accumulate((span[1] for span, _ in spans), max)], [*readings.values()])


def _read(source: Source, span: Span, day: str) -> Readings:
    return {time.span: time for time in times_in(source.text, day, [span])}


def _again(time: TimeExpression, told: _Told) -> TimeExpression:
    if time.anchor is None:
        return time
    first = min(told.at(time.span[0]), default=None)
    return time if first is None else told.readings[first].get(time.span, time)
