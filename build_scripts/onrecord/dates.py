"""Dates in words and back: TIMEX3 date values as readers read and write them. Imports nothing of ours."""

import re
from datetime import date, timedelta
from functools import lru_cache

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ORDINALS = ("first", "second", "third", "fourth")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
DAY_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}

CACHED = 1 << 14
"""Dates whose days and words are remembered."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WRITTEN_DAY = re.compile(r"(?:(?:[A-Z][a-z]+day),? )?(\d{1,2}) ([A-Z][a-z]+)\.? (\d{4})")
_AMERICAN_DAY = re.compile(r"(?:(?:[A-Z][a-z]+day),? )?([A-Z][a-z]+)\.? (\d{1,2}),? (\d{4})")


@lru_cache(maxsize=CACHED)
def day_of(value: str) -> date | None:
    """The calendar day a value of day precision (or finer) names; None for any other value."""
    match = _DAY.match(value)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


@lru_cache(maxsize=CACHED)
def in_words(value: str) -> str:
    """A TIMEX3 date value as a reader writes it ("Tuesday 26 April 2022"); what has no words stays."""
    day = day_of(value)
    if day:
        return _with_time(_day_in_words(day), value[10:])
    for pattern, write in _COARSE:
        match = re.fullmatch(pattern, value)
        if match:
            return write(*match.groups()) or value
    return value


def _day_in_words(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year:04d}"


def _with_time(day: str, time: str) -> str:
    if re.fullmatch(r"T\d\d:\d\d(:\d\d)?", time):
        return f"{day}, {time[1:]}"
    if time[:1] == "T" and time[1:] in DAY_PARTS:
        return f"{day}, {DAY_PARTS[time[1:]]}"
    return day if not time else f"{day} {time}"


def _month(year: str, month: str) -> str:
    return f"{MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= 12 else ""


def _week(year: str, week: str, weekend: str | None) -> str:
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return ""
    first = monday + timedelta(days=5 if weekend else 0)
    return f"{'weekend' if weekend else 'week'} of {first.day} {MONTHS[first.month - 1]} {first.year:04d}"


def _yearless(month: str, day: str | None) -> str:
    if not 1 <= int(month) <= 12:
        return ""
    return (
        f"{int(day)} {MONTHS[int(month) - 1]}, year unknown"
        if day
        else f"{MONTHS[int(month) - 1]}, year unknown"
    )


_COARSE = (
    (r"(\d{4})-(\d\d)", _month),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-Q([1-4])", lambda year, quarter: f"{ORDINALS[int(quarter) - 1]} quarter of {year}"),
    (r"(\d{4})-H([12])", lambda year, half: f"{ORDINALS[int(half) - 1]} half of {year}"),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda year, season: f"{SEASONS[season]} {year}"),
    (r"(\d{3})", lambda decade: f"{decade}0s"),
    (r"XXXX-(\d\d)(?:-(\d\d))?", _yearless),
)


def from_words(words: str) -> str:
    """The TIMEX3 value that `in_words` writes as `words`; also reads "April 26, 2022" and ISO dates.

    What is no date in words comes back unchanged.
    """
    text = " ".join(words.split())
    day, comma, time = text.partition(", ")
    value = _day_from_words(text) or (_day_from_words(day) if comma else "")
    if value:
        return value + (_time_from_words(time) if comma and not _day_from_words(text) else "")
    return _coarse_from_words(text)


def _day_from_words(text: str) -> str:
    match = _WRITTEN_DAY.fullmatch(text)
    day, month, year = match.groups() if match else ("", "", "")
    if not match:
        match = _AMERICAN_DAY.fullmatch(text)
        month, day, year = match.groups() if match else ("", "", "")
    number = _month_number(month)
    if not match or not number:
        return ""
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""


def _month_number(word: str) -> int:
    found = [n for n, month in enumerate(MONTHS, 1) if len(word) >= 3 and month.startswith(word)]
    return found[0] if len(found) == 1 else 0


def _time_from_words(time: str) -> str:
    if re.fullmatch(r"\d\d:\d\d(:\d\d)?", time):
        return f"T{time}"
    return next((f"T{code}" for code, word in DAY_PARTS.items() if word == time), f" {time}")


def _coarse_from_words(text: str) -> str:
    for pattern, read in _COARSE_WORDS:
        match = re.fullmatch(pattern, text)
        if match:
            return read(*match.groups()) or text
    return text


def _month_back(month: str, year: str) -> str:
    number = _month_number(month)
    return f"{year}-{number:02d}" if number else ""


def _week_back(unit: str, day: str) -> str:
    first = day_of(_day_from_words(day))
    if not first:
        return ""
    year, week, _ = first.isocalendar()
    return f"{year}-W{week:02d}" + ("-WE" if unit == "weekend" else "")


def _yearless_back(day: str | None, month: str) -> str:
    number = _month_number(month)
    return f"XXXX-{number:02d}" + (f"-{int(day):02d}" if day else "") if number else ""


def _season_back(season: str, year: str) -> str:
    return next((f"{year}-{code}" for code, word in SEASONS.items() if word == season), "")


_COARSE_WORDS = (
    (r"([A-Z][a-z]+) (\d{4})", _month_back),
    (r"(week|weekend) of (\d{1,2} [A-Z][a-z]+ \d{4})", _week_back),
    (r"(first|second|third|fourth) quarter of (\d{4})", lambda n, year: f"{year}-Q{ORDINALS.index(n) + 1}"),
    (r"(first|second) half of (\d{4})", lambda n, year: f"{year}-H{ORDINALS.index(n) + 1}"),
    (r"(spring|summer|autumn|winter) (\d{4})", _season_back),
    (r"(\d{3})0s", lambda decade: decade),
    (r"(?:(\d{1,2}) )?([A-Z][a-z]+), year unknown", _yearless_back),
)
