"""Rules for feasts and public holidays that fall on a day which a calendar gives."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.analysis import times_calendar as calendar
from onrecord.analysis.times_grammar import SPACE, Context, Match, Reading, Rule, either, rule
from onrecord.languages.en import times as words


def _fixed(name: str, _: bool) -> Callable[[int], date] | None:
    if name not in words.FIXED_FEASTS:
        return None
    month, day = words.FIXED_FEASTS[name]
    return lambda year: calendar.day_of(year, month, day)


def _of_easter(name: str, orthodox: bool) -> Callable[[int], date] | None:
    away = words.EASTER_FEASTS.get(name, words.EASTER_WEEKS.get(name))
    if away is None:
        return None
    easter = calendar.orthodox_easter if orthodox else calendar.western_easter
    return lambda year: easter(year) + timedelta(away)


def _of_weekday(name: str, _: bool) -> Callable[[int], date] | None:
    if name not in words.WEEKDAY_FEASTS:
        return None
    month, weekday, nth = words.WEEKDAY_FEASTS[name]
    return lambda year: calendar.nth_weekday(year, month, weekday, nth)


def _election(name: str, _: bool) -> Callable[[int], date] | None:
    """The Tuesday after the first Monday of November in even years, on which the United States vote."""
    if name not in words.ELECTION_DAYS:
        return None
    return lambda year: calendar.nth_weekday(year + year % 2, 11, 1, 1) + timedelta(1)


def _feast(match: Match, context: Context) -> Reading | None:
    """The feast nearest to the publication date; last, next or a named year move it."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    orthodox = bool(match["orthodox"])
    day_in = _fixed(name, orthodox) or _of_easter(name, orthodox) or _of_weekday(name, orthodox)
    day_in = day_in or _election(name, orthodox)
    parts, here = match.groupdict(), context.published
    if day_in is None or (here is None and not parts.get("year")):
        return None
    if parts.get("year"):
        day, said, here = day_in(int(parts["year"])), "feast of a named year", None
    else:
        assert here is not None
        day, said = _by_date(day_in, here, (parts.get("which") or "").lower()), "feast by the calendar"
    week = name in words.EASTER_WEEKS
    return Reading("DATE", calendar.week_value(day) if week else day.isoformat(), said, here)


def _by_date(day_in: Callable[[int], date], here: date, which: str) -> date:
    days = [day_in(year) for year in range(here.year - 1, here.year + 2)]
    if which == "last":
        return max(day for day in days if day < here)
    if which == "next":
        return min(day for day in days if day > here)
    return min(days, key=lambda day: abs((day - here).days))


_FEASTS = (
    *words.FIXED_FEASTS,
    *words.EASTER_FEASTS,
    *words.EASTER_WEEKS,
    *words.WEEKDAY_FEASTS,
    *words.ELECTION_DAYS,
)
_BRACKET = re.compile(r"\(\Z")
"""Before "Orthodox) Easter"."""
_NAME = (
    rf"(?P<orthodox>{words.ORTHODOX}\)?{SPACE})?(?P<feast>{either(_FEASTS)})"
    rf"(?!\w|[-’']s? {either(words.NO_FEAST_BEFORE)})"
)

RULES: tuple[Rule, ...] = (
    rule([*_FEASTS, words.ORTHODOX], rf"{_NAME}(?:,? (?:of )?<year>)?", _feast, _BRACKET),
    rule(["last", "next", "this"], rf"(?P<which>last|next|this) {_NAME}", _feast),
)
