"""Dates in words for what is published: headings and ranges on top of `onrecord.dates.in_words`.

Nothing here says more than the value does; a value that is not understood is given back unchanged.
"""

import re
from datetime import date

from onrecord.dates import MONTHS, WEEKDAYS, day_of, in_words

__all__ = ["in_words", "month_in_words", "range_in_words", "without_weekday"]


def month_in_words(value: str) -> str:
    """The heading a date stands under in a list by month: "April 2022"; of a week, the month it starts in.

    A value wider than a month ("2022-Q2"), or without a year, is a heading of its own.
    """
    first = day_of(value) or _monday(value)
    return f"{MONTHS[first.month - 1]} {first.year:04d}" if first else in_words(value)


def range_in_words(first: str, last: str) -> str:
    """Two ISO days as one range, nothing said twice: "19–28 April 2022", "30 March – 2 April 2022"."""
    start, end = day_of(first), day_of(last)
    if first == last:
        return without_weekday(first)
    if start is None or end is None:
        return f"{in_words(first)} – {in_words(last)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{without_weekday(last)}"
    opening = f"{start.day} {MONTHS[start.month - 1]}"
    return f"{opening}{'' if start.year == end.year else f' {start.year:04d}'} – {without_weekday(last)}"


def without_weekday(value: str) -> str:
    """As `in_words`, a single day without its weekday: "26 April 2022"."""
    words = in_words(value)
    name, _, rest = words.partition(" ")
    return rest if name in WEEKDAYS and rest else words


def _monday(value: str) -> date | None:
    week = re.match(r"([0-9]{4})-W([0-9]{2})(?![0-9])", value)
    try:
        return date.fromisocalendar(int(week[1]), int(week[2]), 1) if week else None
    except ValueError:
        return None
