"""Dates in words, for everything that is published. Pure; English; never says more than the value does.

Values are TIMEX3 date values (TimeML): `2022-04-26`, `2022-W17`, `2022-Q2`, `XXXX-04-26`, `2022-04-26TMO`.
A value that is not understood, or names no real day, is given back unchanged.
"""

import re
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("first", "second", "third", "fourth")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
DAY_PARTS = {
    **{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"},
    "DT": "daytime",
}
REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"}

_PRECISE = re.compile(r"[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|W[0-9]{2}(?:-(?:[1-7]|WE))?)(?:T.*)?")
_TIME = re.compile(r"([0-9]{2})(?::([0-9]{2})(?::[0-9]{2})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?")


def in_words(value: str) -> str:
    """A TIMEX3 date value as a reader says it: "Tuesday 26 April 2022", "week of 25 April 2022"."""
    day, mark, time = value.partition("T")
    if value in REFERENCES or not mark:
        return _day_in_words(value) or value
    words, hour = _day_in_words(day), _time_in_words(time)
    return f"{words}, {hour}" if words and hour else value


def month_in_words(value: str) -> str:
    """The heading a date stands under in a list by month: "April 2022"; of a week, the month it starts in.

    A value wider than a month ("2022-Q2"), or without a year, is a heading of its own.
    """
    first = first_day(value)
    if first is None or not _PRECISE.fullmatch(value):
        return in_words(value)
    return f"{MONTHS[first.month - 1]} {first.year}"


def range_in_words(first: str, last: str) -> str:
    """Two ISO days as one range, nothing said twice: "19–28 April 2022", "30 March – 2 April 2022"."""
    start, end = first_day(first), first_day(last)
    if start is None or end is None or start == end:
        return without_weekday(first) if first == last else f"{in_words(first)} – {in_words(last)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{without_weekday(last)}"
    opening = f"{start.day} {MONTHS[start.month - 1]}"
    return f"{opening}{'' if start.year == end.year else f' {start.year}'} – {without_weekday(last)}"


def without_weekday(value: str) -> str:
    """As `in_words`, a single day without its weekday: "26 April 2022"."""
    words = in_words(value)
    name, _, rest = words.partition(" ")
    return rest if name in WEEKDAYS and rest else words


def first_day(value: str) -> date | None:
    """The first calendar day of a value that has a year; None for one that has not or is no real date."""
    text = value.partition("T")[0]
    try:
        if week := re.fullmatch(r"([0-9]{4})-W([0-9]{2})(?:-([1-7]|WE))?", text):
            weekday = 6 if week[3] == "WE" else int(week[3] or 1)
            return date.fromisocalendar(int(week[1]), int(week[2]), weekday)
        if part := re.fullmatch(r"([0-9]{4})-([QH])([1-4])", text):
            return date(int(part[1]), (int(part[3]) - 1) * (3 if part[2] == "Q" else 6) + 1, 1)
        if plain := re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?", text):
            month, day = ((part or "XX").replace("XX", "01") for part in plain.groups()[1:])
            return date(int(plain[1]), int(month), int(day))
    except (ValueError, OverflowError):
        return None
    return None


def _day_in_words(value: str) -> str | None:
    if value in REFERENCES:
        return REFERENCES[value]
    for read in (_calendar, _week, _part_of_year, _span_of_years):
        if words := read(value):
            return words
    return None


def _calendar(value: str) -> str | None:
    """`2022-04-26`, `2022-04`, `2022`; `XX` for what is not known."""
    found = re.fullmatch(r"([0-9]{4}|XXXX)(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?", value)
    if not found:
        return None
    year, month, day = (None if not part or "X" in part else int(part) for part in found.groups())
    if month is None:
        return None if year is None or day is not None else str(year)
    # 2000 is a leap year: without a year, 29 February is a day that exists.
    try:
        real = date(2000 if year is None else year, month, day or 1)
    except ValueError:
        return None
    words = MONTHS[month - 1] if day is None else f"{day} {MONTHS[month - 1]}"
    if year is None:
        return words
    weekday = "" if day is None else f"{WEEKDAYS[real.weekday()]} "
    return f"{weekday}{words} {year}"


def _week(value: str) -> str | None:
    """`2022-W17`, `2022-W17-WE`, `2022-W17-2`, `XXXX-WXX-2`."""
    if anonymous := re.fullmatch(r"(?:[0-9]{4}|XXXX)-WXX-([1-7])", value):
        return WEEKDAYS[int(anonymous[1]) - 1] if value.startswith("X") else None
    if "-W" not in value or "X" in value:
        return None
    first = first_day(value)
    if first is None:
        return None
    if re.fullmatch(r".*-[1-7]", value):
        return _calendar(first.isoformat())
    kind = "weekend" if value.endswith("WE") else "week"
    return f"{kind} of {first.day} {MONTHS[first.month - 1]} {first.year}"


def _part_of_year(value: str) -> str | None:
    """`2022-Q2`, `2022-H1`, `2022-SU`; the year may be `XXXX`."""
    found = re.fullmatch(r"([0-9]{4}|XXXX)-(?:Q([1-4])|H([12])|([A-Z]{2}))", value)
    if not found:
        return None
    year = "" if found[1] == "XXXX" else str(int(found[1]))
    if found[4]:
        season = SEASONS.get(found[4])
        return f"{season} {year}".rstrip() if season else None
    name = f"{ORDINALS[int(found[2]) - 1]} quarter" if found[2] else f"{ORDINALS[int(found[3]) - 1]} half"
    return f"{name} of {year}" if year else name


def _span_of_years(value: str) -> str | None:
    """`199` (a decade), `19` (a century), `FY2022`."""
    if re.fullmatch(r"[0-9]{3}", value):
        return f"{int(value)}0s"
    if re.fullmatch(r"[0-9]{2}", value):
        return f"{_ordinal(int(value) + 1)} century"
    if re.fullmatch(r"FY[0-9]{4}", value):
        return f"financial year {value[2:]}"
    return None


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _time_in_words(time: str) -> str | None:
    if time in DAY_PARTS:
        return DAY_PARTS[time]
    found = _TIME.fullmatch(time)
    if not found or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return None
    zone = {None: "", "Z": " UTC"}.get(found[3], f" UTC{found[3]}")
    return f"{found[1]}:{found[2] or '00'}{zone}"
