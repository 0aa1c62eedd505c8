"""Rules for calendar dates: days, months, years, decades, centuries, fiscal years."""

import re
from datetime import date

from onrecord.analysis import times_calendar as calendar
from onrecord.analysis.times_cues import is_ahead
from onrecord.analysis.times_grammar import (
    DIGITS,
    Context,
    Match,
    Reading,
    Rule,
    either,
    lead,
    number_of,
    rule,
)
from onrecord.languages.en import times as words

NEAREST_DAY = "the month and day nearest to the publication date"
NEAREST_MONTH = "the month nearest to the publication date"
_MONTH_WINDOW = 60
"""Characters before a month in which a word about the future counts."""
_LEAP_YEAR = 2000
_AHEAD, _NOT_AHEAD = 8, 3
"""Months after publication that a bare month may mean, with such a word and without."""
_WITHIN = lead(*(f"{the}{word}" for word in words.LEADS["within"] for the in ("", "the ")), "around")
_THE_NINETIES = lead("the", *(f"{the}{word}" for word in words.LEADS["within"] for the in ("", "the ")))
_AMOUNT_BEFORE = re.compile(rf"(?<!\w){either(words.AMOUNTS_BEFORE_A_YEAR)}\s+\Z|[$£€#¥/,.:'’&+@]\Z|\w-\Z")
_AMOUNT_AFTER = re.compile(rf"[ -]{either(words.AMOUNTS_AFTER_A_YEAR)}(?!\w)|[-–]?(?:year|day|page|mile)-")
_MONTH_BEFORE = re.compile(rf"(?<!\w){either(words.BEFORE_A_MONTH)}[\s-]+\Z")


def month_of(match: Match) -> int:
    """The month's number."""
    return words.MONTHS[match["month"].lower().rstrip(".")]


def day_number(match: Match) -> int:
    """The day of the month, in figures or words."""
    parts = match.groupdict()
    said = (parts.get("day") or parts.get("dayyear") or "").lower()
    return int(re.sub(r"\D", "", said)) if said else words.ORDINALS[parts["dayword"].lower()]


def _full_date(match: Match, _: Context) -> Reading | None:
    year, month, day = int(match["year"]), month_of(match), day_number(match)
    if not calendar.is_day(year, month, day):
        return None
    return Reading("DATE", calendar.day_of(year, month, day).isoformat(), "full date")


def _numeric_date(match: Match, _: Context) -> Reading | None:
    year, month, day = (int(match[name]) for name in ("y", "m", "d"))
    if year < 1 or not 1 <= month <= 12 or not calendar.is_day(year, month, day):
        return None
    return Reading("DATE", f"{match['y']}-{month:02d}-{day:02d}", "date in figures")


def _month_day(match: Match, context: Context) -> Reading | None:
    month, day = month_of(match), day_number(match)
    if not calendar.is_day(_LEAP_YEAR, month, day):
        return None
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", "month and day, the year unknown")
    year = calendar.nearest_year(month, day, context.published)
    if re.search(r"(?<!\w)last\s+\Z", context.before(match.start(), 8)):
        year = context.published.year - ((month, day) >= (context.published.month, context.published.day))
    last_one = re.search(
        r"(?:fiscal|the|our|its) (?:year|quarter|period)\s+ended\s+\Z", context.before(match.start(), 24)
    )
    if last_one and calendar.day_of(year, month, min(day, 28)) > context.published:
        year -= 1
    if not calendar.is_day(year, month, day):
        return None
    value = f"{calendar.year_value(year)}-{month:02d}-{day:02d}"
    return Reading("DATE", value, NEAREST_DAY, context.published)


def _week_of(match: Match, context: Context) -> Reading | None:
    """ "the week of March 6"."""
    day = _month_day(match, context)
    if day is None or context.published is None:
        return None
    value = calendar.week_value(date.fromisoformat(day.value))
    return Reading(
        "DATE", value, "the week of the month and day nearest to the publication date", context.published
    )


def _second_day(match: Match, context: Context) -> Reading | None:
    """ "25" of "April 24 and 25": the month stands before it."""
    last = context.found[-1] if context.found else None
    if last is None or not re.fullmatch(r"(\d{4}|XXXX)-\d\d-\d\d", last.value):
        return None
    if context.text[last.span[1] : match.start()].strip().lower() not in ("and", "or", "to", ",", "-", "–"):
        return None
    if not context.text[last.span[0]].isalpha() or not context.text[last.span[1] - 1].isdigit():
        return None
    year = int(last.value[:4]) if last.value[0] != "X" else _LEAP_YEAR
    if not calendar.is_day(year, int(last.value[5:7]), day_number(match)):
        return None
    anchor = date.fromisoformat(last.anchor) if last.anchor else None
    return Reading(
        "DATE", f"{last.value[:8]}{day_number(match):02d}", "day of the month named before it", anchor
    )


def _month_year(match: Match, _: Context) -> Reading:
    return Reading("DATE", calendar.month_value(int(match["year"]), month_of(match)), "month and year")


def _month_of_a_year(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    year = context.published.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    value = calendar.month_value(year, month_of(match))
    return Reading("DATE", value, f"month of {match['which'].lower()} year", context.published)


def _month(match: Match, context: Context) -> Reading | None:
    name = match["month"].lower().rstrip(".")
    before = context.before(match.start(), 12)
    if name in words.WORDS_TOO and not _MONTH_BEFORE.search(before):
        return None
    if len(name) < 5 and name.isalpha() and match["month"][-1] != "." and name not in ("may", "june", "july"):
        return None
    month = words.MONTHS[name]
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02d}", "month, the year unknown")
    ahead = is_ahead(context, match.start(), _MONTH_WINDOW)
    year = calendar.month_year(month, context.published, _AHEAD if ahead else _NOT_AHEAD)
    value = calendar.month_value(year, month)
    cued = ahead and value > context.published.isoformat()
    how = "the month after the publication date, by the words before it" if cued else NEAREST_MONTH
    return Reading("DATE", value, how, context.published)


def _year(match: Match, context: Context) -> Reading | None:
    year = int(match["year"])
    before = context.before(match.start(), 15)
    introduced = re.search(r"(?<!\w)(?:in|since|by|of|year|until|fiscal|during|from)\s+\Z", before)
    if not (1900 <= year < 2060 or introduced):
        return None
    if _AMOUNT_BEFORE.search(before) and not re.search(r"\d{4}[-/]\Z|post-\Z|pre-\Z|mid-\Z", before):
        return None
    if _AMOUNT_AFTER.match(context.text, match.end()):
        return None
    return Reading("DATE", match["year"], "year")


def _short_year(match: Match, context: Context) -> Reading | None:
    return Reading(
        "DATE", f"19{match['yy']}" if int(match["yy"]) > 30 else f"20{match['yy']}", "year, shortened"
    )


def _decade(match: Match, _: Context) -> Reading:
    return Reading("DATE", match["yyy"], "decade")


def _short_decade(match: Match, context: Context) -> Reading:
    said = match.groupdict().get("decade")
    ten = words.DECADES[said.lower()] if said else int(match["y"])
    return Reading("DATE", f"19{ten}" if ten > 2 else f"20{ten}", "decade, the century understood")


def _spoken_year(match: Match, _: Context) -> Reading | None:
    month = f"-{month_of(match):02d}" if match.groupdict().get("month") else ""
    first, *rest = re.split(r"[\s-]+", match["spoken"].lower())
    if first == "two":
        below = int(number_of(rest[-1]) or 0) if len(rest) > 1 else 0
        return Reading("DATE", f"{2000 + below}{month}", "year in words")
    tail = " ".join(word for word in rest if word not in ("oh", "o"))
    below = 0 if tail == "hundred" else int(number_of(tail) or 0)
    return Reading("DATE", f"{int(number_of(first) or 0):02d}{below:02d}{month}", "year in words")


def _century(match: Match, _: Context) -> Reading:
    said = match["nth"].lower()
    nth = words.ORDINALS.get(said) or int(re.sub(r"\D", "", said))
    return Reading("DATE", f"{nth - 1:02d}", "century")


def _turn(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    value = calendar.year_value(context.published.year)
    return Reading("DATE", value, "fiscal year of the publication date", context.published)


def _year_ended(_: Match, __: Context) -> Reading:
    """ "the year ended March 31"."""
    return Reading("DURATION", "P1Y", "a length of time")


_NAMES = tuple(words.MONTHS)
_DAYS = (*words.WEEKDAYS, *words.WEEKDAYS_SHORT)
_DATES = ("<month> <dayyear>, ?<year>", "<month> (?:the )?(?:<day>|<dayword>)(?:,| of)? <year>")
_THE = lead("the", "the year", "around")

RULES: tuple[Rule, ...] = (
    *(rule(_NAMES, dates, _full_date) for dates in _DATES),
    *(rule(_DAYS, f"<anyweekday>,? (?:the )?{dates}", _full_date) for dates in _DATES),
    rule([DIGITS], "<day>(?: of|,)? <month>,? <year>", _full_date),
    rule(_DAYS, "<anyweekday>,? (?:the )?<day>(?: of|,)? <month>,? <year>", _full_date),
    rule([DIGITS], r"(?<![\w/.-])(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![\w-])", _numeric_date),
    rule(_NAMES, r"<month> (?:the )?(?:<day>|<dayword>)(?!['’]s? [0-9])", _month_day, lead("around")),
    rule(_DAYS, "<anyweekday>,? <month> (?:the )?(?:<day>|<dayword>)", _month_day),
    rule(_DAYS, "<anyweekday>,? (?:the )?<day>(?: of)? <month>(?!,? [0-9]{4})", _month_day),
    rule(["week"], "week of (?:<weekday>,? )?<month> (?:the )?(?:<day>|<dayword>)", _week_of, lead("the")),
    rule([DIGITS], r"<day>(?: of)? <month>(?!,? [0-9])", _month_day, lead("the")),
    rule([DIGITS], r"(?<![\w.,$-])<day>(?! (?:percent|million|billion|people|years))", _second_day),
    rule(_NAMES, "<month> <spoken>", _spoken_year, _WITHIN),
    rule(_NAMES, "<month>(?:,| of)? <year>", _month_year, _WITHIN),
    rule(_NAMES, "<month>,?(?: of)? (?P<which>this|last|next) year", _month_of_a_year, _WITHIN),
    rule(_NAMES, r"<month>(?!\w|[ .]*[0-9]| [A-Z][a-z]{1,20} said)", _month, _WITHIN),
    rule([DIGITS], r"<year>(?!s)", _year, _WITHIN),
    rule([DIGITS], r"(?<=\s['’`])(?P<yy>[0-9]{2})(?![\w'’]| [A-Z])", _short_year),
    rule([DIGITS], r"(?<![\w.,$])(?P<yyy>(?:1[0-9]|20)[0-9])0['’]?s(?!\w)", _decade, _WITHIN),
    rule([DIGITS], r"(?<=\s['’`])(?P<y>[0-9])0s(?!\w)", _short_decade, _WITHIN),
    rule(
        words.DECADES, r"(?:(?<=the )|(?<=early )|(?<=mid-)|(?<=late ))<decade>", _short_decade, _THE_NINETIES
    ),
    rule(
        ("nineteen", "eighteen", "twenty", "two"),
        "<spoken>(?! (?:percent|dollars|people|years))",
        _spoken_year,
        _THE,
    ),
    rule(
        [DIGITS, *words.ORDINALS],
        rf"(?P<nth>[12]?[0-9](?:st|nd|rd|th)|{either(words.ORDINALS)})[ -]century",
        _century,
        _WITHIN,
    ),
    rule(["fiscal"], "fiscal(?: year)? <year>", _year),
    rule(
        ["fiscal", "year"], r"(?:fiscal year|(?<=the )year) (?=end(?:ed|ing)(?!\w))", _year_ended, lead("the")
    ),
    rule(["fiscal"], "fiscal year(?! ended| ending)", _turn, lead("the", "the current")),
)
