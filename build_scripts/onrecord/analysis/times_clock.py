"""Rules for the time of day on a clock."""

import re
from datetime import date, timedelta

from onrecord.analysis import times_calendar as calendar
from onrecord.analysis.times_grammar import DIGITS, Context, Match, Reading, Rule, lead, number_of, rule
from onrecord.analysis.times_relative import last_day, weekday_day
from onrecord.languages.en import times as words

_LEAP_YEAR = 2000


def _day(match: Match, context: Context) -> tuple[date, str] | None:
    """The day of a clock time: named beside it, else the one named before, else the publication date."""
    parts, here = match.groupdict(), context.published
    if here is not None and parts.get("weekday"):
        return weekday_day(match, context, here)[0], "clock time on the day named beside it"
    if here is not None and parts.get("near"):
        return here + timedelta(
            words.DAYS_FROM_NOW[parts["near"].lower()]
        ), "clock time on the day named beside it"
    if here is not None and parts.get("month"):
        month, day = words.MONTHS[match["month"].lower().rstrip(".")], int(re.sub(r"\D", "", match["day"]))
        if calendar.is_day(_LEAP_YEAR, month, day):
            year = calendar.nearest_year(month, day, here)
            return date(year, month, day), "clock time on the day named beside it"
    near = context.found and match.start() - context.found[-1].span[1] < 80
    named = last_day(context) if near else None
    if named:
        return named, "clock time on the day named before"
    return (here, "clock time on the publication date") if here else None


def _clock(match: Match, context: Context) -> Reading | None:
    parts = match.groupdict()
    told = _day(match, context)
    said = parts.get("clock") or parts.get("hour") or ""
    hour_text, *rest = re.split(r"[:.]", said)
    hour = number_of(hour_text) if hour_text else None
    if parts.get("noon"):
        hour, rest = words.NOONS[parts["noon"].lower()], ["00"]
    if hour is None or hour > 24 or told is None:
        return None
    half = (parts.get("half_of_day") or parts.get("part") or "").lower()
    if half.startswith(("p", "af", "ev")) and hour < 12:
        hour += 12
    elif half.startswith("a") and not half.startswith("af") and hour == 12:
        hour = 0
    day, how = told
    return Reading(
        "TIME",
        f"{day.isoformat()}T{int(hour):02d}:{rest[0] if rest else '00'}",
        how,
        context.published or day,
    )


_ZONE = (
    r"(?: \(?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|(?:[A-Z]\w+ |local )(?:standard |daylight )?time)\)?(?!\w))?"
)
_ON = r"(?:,? (?:on )?(?:<weekday>|<near>|<month> <day>))?"
_HOURS = (DIGITS, *words.ONES, "ten", "eleven", "twelve")
_ABOUT = lead("around", "about", "shortly after", "shortly before")

RULES: tuple[Rule, ...] = (
    rule(_HOURS, rf"(?<![\w.:$-])<hour> ?<half_of_day>{_ZONE}{_ON}", _clock, _ABOUT),
    rule([DIGITS], rf"(?<![\w.:$-])<clock>{_ZONE}{_ON}", _clock, _ABOUT),
    rule(_HOURS, r"(?<![\w.:$-])<hour> in the <part>", _clock, _ABOUT),
    rule(_HOURS, r"(?<![\w.:$-])<hour> o['’]clock(?: in the <part>)?", _clock, _ABOUT),
    rule(words.NOONS, rf"(?<!high )<noon>{_ZONE}{_ON}", _clock, _ABOUT),
)  # fmt: skip
