"""Dates in words for what is published: headings and ranges on top of `onrecord.dates.in_words`.

Nothing here says more than the value does; a value that is not understood is given back unchanged.
"""

import re
from datetime import date
from functools import lru_cache

from onrecord.dates import MONTHS, WEEKDAYS, day_of, in_words

__all__ = ["first_day", "in_words", "month_in_words", "period_in_words", "range_in_words", "without_weekday"]

_WITHIN_A_MONTH = re.compile(r"[0-9]{4}-(?:W?[0-9]{2})")


def month_in_words(value: str) -> str:
    """The heading a date stands under in a list by month: "April 2022"; of a week, the month it starts in.

    A value wider than a month ("2022-Q2"), or without a year, is a heading of its own.
    """
    first = first_day(value)
    narrow = first is not None and _WITHIN_A_MONTH.match(value)
    return f"{MONTHS[first.month - 1]} {first.year:04d}" if first and narrow else in_words(value)


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


def period_in_words(first: str | None, last: str | None) -> str:
    """As `range_in_words`, with an end that may be open: "since 1 January 2017"; "" where both are."""
    if first and last:
        return range_in_words(first, last)
    if first:
        return f"since {without_weekday(first)}"
    return f"until {without_weekday(last)}" if last else ""


@lru_cache(maxsize=4096)
def without_weekday(value: str) -> str:
    """As `in_words`, a single day without its weekday: "26 April 2022"."""
    words = in_words(value)
    name, _, rest = words.partition(" ")
    return rest if name in WEEKDAYS and rest else words


@lru_cache(maxsize=4096)
def first_day(value: str) -> date | None:
    """The first calendar day of a value that has a year; None for one that has not or is no real date."""
    text = value.partition("T")[0]
    try:
        if week := re.fullmatch(r"([0-9]{4})-W([0-9]{2})(?:-([1-7]|WE))?", text):
            weekday = 6 if week[3] == "WE" else int(week[3] or 1)
            return date.fromisocalendar(int(week[1]), int(week[2]), weekday)
        if part := re.fullmatch(r"([0-9]{4})-([QH])([1-4])", text):
            return date(int(part[1]), (int(part[3]) - 1) * (3 if part[2] == "Q" else 6) + 1, 1)
        if plain := re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text):
            return date(int(plain[1]), int(plain[2] or 1), int(plain[3] or 1))
    except ValueError:
        return None
    return None
