"""The strip over the timeline: where the days lie, as a small inline SVG whose labels lead into the list."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onrecord.briefing import Briefing, Day
from onrecord.dates import MONTHS, day_of
from onrecord.markdown import escape
from onrecord.publish.dates import range_in_words
from onrecord.publish.site_words import counted
from onrecord.publish.told import entries_of

WIDE, HIGH = 1000, 40
"""The view box. The strip is as wide as the page, so x is a share of the width, not a length."""
ROOM = 165
"""What the name of a month takes, in thousandths."""
RIGHT = 850
MOSTLY = 0.8
"""Part of the entries that the days shown must hold."""


def strip(briefing: Briefing) -> str:
    """The strip and a sentence that says the same; "" where fewer than two days have a calendar date."""
    counts = _counts(briefing.timeline)
    if len(counts) < 2:
        return ""
    first, last = _window(counts)
    shown = {day: number for day, number in counts.items() if first <= day <= last}
    words = _caption(counts, first, last)
    image = (
        f'<svg role="img" aria-label="{words}" viewBox="0 0 {WIDE} {HIGH}" preserveAspectRatio="none">'
        f'<path d="{_path(shown, first, last)}"/></svg>'
    )
    labels = "\n".join(_labels(briefing.timeline, first, last))
    return f'<div class="onrecord-strip">\n{image}\n{labels}\n</div>\n\n{words}'


def _counts(timeline: Iterable[Day]) -> dict[int, int]:
    """Entries by day (ordinal), for dates that name a day."""
    counts: Counter[int] = Counter()
    for day in timeline:
        if found := day_of(day.date):
            counts[found.toordinal()] += len(entries_of(day))
    return dict(sorted(counts.items()))


def _window(counts: dict[int, int]) -> tuple[int, int]:
    """The shortest run of days that holds most entries, widened over gaps that are small beside it."""
    days = list(counts)
    need = MOSTLY * sum(counts.values())
    _, first, last = min(_runs(days, counts, need))
    while first > 0 and days[first] - days[first - 1] <= _gap(days, first, last):
        first -= 1
    while last < len(days) - 1 and days[last + 1] - days[last] <= _gap(days, first, last):
        last += 1
    return days[first], days[last]


def _runs(days: Sequence[int], counts: dict[int, int], need: float) -> Iterator[tuple[int, int, int]]:
    """For each first day the shortest run that holds `need` entries: (length, first, last)."""
    last, held = -1, 0
    for first in range(len(days)):
        while held < need and last < len(days) - 1:
            last += 1
            held += counts[days[last]]
        if held < need:
            return
        yield days[last] - days[first], first, last
        held -= counts[days[first]]


def _gap(days: Sequence[int], first: int, last: int) -> int:
    return max(7, (days[last] - days[first]) // 4)


def _path(shown: dict[int, int], first: int, last: int) -> str:
    """One upright stroke for each day; its height grows with the root of the number of entries."""
    most = math.sqrt(max(shown.values()))
    strokes = []
    for day, number in shown.items():
        height = max(6, round(HIGH * math.sqrt(number) / most))
        strokes.append(f"M{_place(day, first, last)} {HIGH}v-{height}")
    return "".join(strokes)


def _place(day: int, first: int, last: int) -> int:
    """Where a day stands, in thousandths of the width, half a percent in from the ends."""
    return round(5 + (WIDE - 10) * (day - first) / max(1, last - first))


def _caption(counts: dict[int, int], first: int, last: int) -> str:
    days = escape(range_in_words(date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()))
    within = sum(number for day, number in counts.items() if first <= day <= last)
    before = sum(number for day, number in counts.items() if day < first)
    after = sum(number for day, number in counts.items() if day > last)
    words = f"The strip shows {days}, {counted(within, 'dated event')}"
    rest = [f"{before:,} earlier"] * bool(before) + [f"{after:,} later"] * bool(after)
    return f"{words}; {' and '.join(rest)} not shown." if rest else f"{words}."


def _labels(timeline: Iterable[Day], first: int, last: int) -> list[str]:
    """Links to the first entry of each month, where there is room for its name."""
    found: dict[tuple[int, int], tuple[int, str]] = {}
    for day in timeline:
        when = day_of(day.date)
        if when and first <= when.toordinal() <= last:
            start = _place(when.toordinal(), first, last)
            found.setdefault((when.year, when.month), (start, entries_of(day)[0].id))
    labels, bound = [], WIDE + ROOM
    for (year, month), (start, ident) in reversed(found.items()):
        left = start if start < RIGHT else start - ROOM
        if left + ROOM <= bound:
            bound = left
            labels.append(f'<a href="#{ident}" style="{_side(start)}">{MONTHS[month - 1]} {year}</a>')
    return labels[::-1]


def _side(place: int) -> str:
    """Where a label stands; in the right part of the strip by its end, or it would run out of the page."""
    return f"left:{place / 10}%" if place < RIGHT else f"right:{(WIDE - place) / 10}%"
