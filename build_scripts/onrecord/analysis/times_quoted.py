"""Times inside what somebody said, read from the day of the saying."""

from collections.abc import Iterable, Sequence

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
    return tuple(_again(time, told) for time in times)


def _read(source: Source, span: Span, day: str) -> dict[Span, TimeExpression]:
    return {time.span: time for time in times_in(source.text, day, [span])}


def _again(time: TimeExpression, told: dict[Span, dict[Span, TimeExpression]]) -> TimeExpression:
    if time.anchor is None:
        return time
    for (start, end), read in told.items():
        if start <= time.span[0] < end:
            return read.get(time.span, time)
    return time
