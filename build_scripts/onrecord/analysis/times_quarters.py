"""Rules for quarters and halves of years, and for the same time a year before."""

import re

from onrecord.analysis import times_calendar as calendar
from onrecord.analysis.times_grammar import DIGITS, Context, Match, Reading, Rule, either, lead, rule
from onrecord.languages.en import times as words

_NTH = "quarter of the publication date's year"
_NAMED = "the quarter named before, else the last one"
_OF_NOW = (_NTH, _NAMED)
"""Only quarters read by these rules are remembered: what is told of a year before does not move it further back."""
_JUST = 6
"""How many expressions back a quarter counts as just named."""
_YEARS_AWAY = {"last": -1, "this": 0, "next": 1}


def last_quarter(context: Context) -> str | None:
    """The quarter named last, a few expressions back at most: `1989-Q3`."""
    for expression in reversed(context.found[-_JUST:]):
        if expression.type == "DURATION" and re.fullmatch(r"P(?:9M|6M|1Y|\dY)", expression.value):
            return None
        if expression.rule in _OF_NOW and re.fullmatch(r"\d{4}-Q\d", expression.value):
            return expression.value
    return None


def latest_quarter(context: Context) -> str | None:
    """The quarter named last, else the one that ended before the publication date."""
    named = next((e.value for e in reversed(context.found[-40:]) if e.rule in _OF_NOW), None)
    if context.published is None or (named and named != calendar.quarter_value(context.published)):
        return named
    return calendar.quarter_value(calendar.shift(context.published, "Q", -1))


def _year_before(quarter: str) -> str:
    return f"{calendar.year_value(int(quarter[:4]) - 1)}{quarter[4:]}"


def _nth(match: Match, context: Context) -> Reading | None:
    """ "the third quarter": of the publication date's year, unless it would lie well ahead."""
    if context.published is None:
        return None
    nth = words.QUARTERS[match["quarter"].lower()]
    year = context.published.year
    if nth - (context.published.month + 2) // 3 > 2:
        year -= 1
    if match[0].lower().startswith("year-"):
        year -= 1
    value = f"{calendar.year_value(year)}-Q{nth}"
    return Reading("DATE", value, _NTH, context.published)


def _nth_of(match: Match, context: Context) -> Reading | None:
    nth = words.QUARTERS[match["quarter"].lower()]
    parts = match.groupdict()
    if parts.get("year"):
        return Reading("DATE", f"{parts['year']}-Q{nth}", "quarter of a named year")
    if context.published is None:
        return None
    which = (match["which"] or match["that"]).lower()
    year = calendar.year_value(context.published.year + _YEARS_AWAY[which])
    return Reading("DATE", f"{year}-Q{nth}", f"quarter of {which} year", context.published)


def _half(match: Match, context: Context) -> Reading | None:
    nth = words.HALVES[match["half"].lower()]
    year = match.groupdict().get("year")
    if year:
        return Reading("DATE", f"{year}-H{nth}", "half of a named year")
    if context.published is None:
        return None
    which = (match.groupdict().get("which") or "this").lower()
    said = calendar.year_value(context.published.year + _YEARS_AWAY.get(which, 0))
    return Reading("DATE", f"{said}-H{nth}", "half of the publication date's year", context.published)


def _quarter(match: Match, context: Context) -> Reading | None:
    quarter = latest_quarter(context)
    if quarter is None:
        return None
    return Reading("DATE", quarter, _NAMED, context.published)


def _this_quarter(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    away = {"last": -1, "previous": -1, "next": 1}.get(match["which"].lower(), 0)
    day = calendar.shift(context.published, "Q", away)
    return Reading("DATE", calendar.quarter_value(day), "quarter by the publication date", context.published)


def _period_of(match: Match, context: Context) -> Reading | None:
    """ "the 1988 period": the same quarter of another year, where one was named."""
    named = last_quarter(context)
    value = f"{match['year']}{named[4:]}" if named and match["what"] == "quarter" else match["year"]
    return Reading("DATE", value, "period of a named year")


def _year_ago(match: Match, context: Context) -> Reading | None:
    """ "a year earlier": the quarter just named, a year before; else the year before."""
    named = last_quarter(context)
    if named:
        return Reading("DATE", _year_before(named), "a year before the quarter just named", context.published)
    if context.published is None:
        return None
    value = calendar.year_value(context.published.year - 1)
    return Reading("DATE", value, "a year before the publication date", context.published)


_THE = lead("the", "the fiscal", "fiscal", "the comparable")
_QUARTERS = tuple(words.QUARTERS)
_COMPARED = lead("the", "the comparable", "the corresponding")
_AGO = "(?:ago|earlier)"
_YEAR_AGO = rf"(?:last year|of last year|a year {_AGO})"
_NEAR = ("this", "last", "next", "current", "previous")

RULES: tuple[Rule, ...] = (
    rule(_QUARTERS, r"<quarter>[ -](?:fiscal )?quarter(?!\w)", _nth, _THE),
    rule(_QUARTERS, "<quarter>[ -]quarter(?: of|,)? (?:fiscal )?<year>", _nth_of, _THE),
    rule(_QUARTERS, "<quarter>[ -]quarter of (?P<which>this|last|next) year(?P<that>)", _nth_of, _THE),
    rule([DIGITS], "<year>(?:['’]s)?,? <quarter>[ -]quarter", _nth_of, _THE),
    rule(_NEAR, "(?P<which>this|last|next) year['’]s(?P<that>) <quarter>[ -]quarter", _nth_of),
    rule(words.HALVES, "<half>[ -]half of (?:fiscal )?<year>", _half, _THE),
    rule(words.HALVES, "<half>[ -]half of (?P<which>this|last|next|the) year", _half, _THE),
    rule(words.HALVES, "(?<=the )<half>[ -]half(?! of| [a-z]{1,20}-)", _half, _THE),
    rule(["quarter"], r"(?<=\sthe )quarter(?!\w|-| of| to)", _quarter, lead("the")),
    rule(["latest"], "latest (?:quarter|period)", _quarter, lead("the")),
    rule(_NEAR, rf"(?P<which>{either(_NEAR)}) quarter(?!\w)", _this_quarter, lead("the")),
    rule([DIGITS], r"<year> (?:fiscal )?(?P<what>quarter|period)(?!\w)", _period_of, lead("the")),
    rule(
        ["a", "one", "year"],
        rf"(?:(?:a|one) )?year[ -]{_AGO}(?: (?:quarter|period))?(?!\w)",
        _year_ago,
        _COMPARED,
    ),
    rule(["year"], rf"year-{_AGO} <quarter>[ -]quarter(?!\w)", _nth, _COMPARED),
    rule(["quarter"], rf"quarter a year {_AGO}", _year_ago, lead("the")),
    rule(
        ["corresponding", "same"],
        rf"(?:corresponding|same) (?:quarter|period) {_YEAR_AGO}",
        _year_ago,
        lead("the"),
    ),
)
