"""Calendar arithmetic for reading times: pure functions over `datetime.date`.

Whatever leaves the years 1 to 9999, which `date` and TIMEX3's four digits share, raises OverflowError.
"""

from calendar import monthrange
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1, 9999


def day_of(year: int, month: int, day: int) -> date:
    """The date; ValueError for 31 June, OverflowError for a year outside the calendar."""
    _in_range(year)
    return date(year, month, day)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the month has that day in that year."""
    return 1 <= day <= monthrange(year, month)[1]


def shift(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` units (D, W, M, Q, Y, E decades, C centuries); a day past a month's end is its last."""
    if unit in "DW":
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
    year, month = divmod(months, 12)
    _in_range(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def at_grain(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, quarter, year, decade or century that holds `day`."""
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        return week_value(day)
    if unit == "Q":
        return quarter_value(day)
    return year_value(day.year)[: {"E": 3, "C": 2}.get(unit, 4)] + (
        f"-{day.month:02d}" if unit == "M" else ""
    )


def year_value(year: int) -> str:
    """Four digits."""
    _in_range(year)
    return f"{year:04d}"


def month_value(year: int, month: int) -> str:
    """`2022-04`."""
    return f"{year_value(year)}-{month:02d}"


def week_value(day: date) -> str:
    """The ISO week that holds `day`: `2022-W17`."""
    year, week, _ = day.isocalendar()
    return f"{year_value(year)}-W{week:02d}"


def quarter_value(day: date) -> str:
    """The calendar quarter that holds `day`: `2022-Q2`."""
    return f"{year_value(day.year)}-Q{(day.month + 2) // 3}"


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday (1 Monday to 7 Sunday), `day` itself counted."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    if nth < 0:
        return weekday_before(day_of(year, month, monthrange(year, month)[1]), weekday)
    first = day_of(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def nearest_year(month: int, day: int, near: date) -> int:
    """The year in which that day lies nearest to `near`; the past counts as a little nearer.

    29 February has the leap years only; ValueError for a day that no year has.
    """
    years = range(max(FIRST_YEAR, near.year - 8), min(LAST_YEAR, near.year + 8) + 1)
    days = [date(year, month, day) for year in years if is_day(year, month, day)]
    return min(days, key=lambda one: (one - near).days * 8 if one > near else (near - one).days * 7).year


def month_year(month: int, near: date, most: int) -> int:
    """The year that puts the month at most `most` months after that of `near`, else before it."""
    ahead = (month - near.month) % 12
    months = near.year * 12 + near.month - 1 + (ahead if ahead <= most else ahead - 12)
    return months // 12


def western_easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden, century = year % 19, year // 100
    leaps, skipped = century // 4, (century + 8) // 25
    epact = (19 * golden + century - leaps - (century - skipped + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return day_of(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches: the Julian computus (Meeus), as a Gregorian date."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return day_of(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _in_range(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OverflowError(f"year {year} is outside the calendar")
