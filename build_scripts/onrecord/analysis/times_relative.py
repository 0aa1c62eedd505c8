"""Rules for times told from the day of writing: today, Tuesday, last week, two years ago, this spring, Easter."""

import re
from datetime import date, timedelta

from onrecord.analysis import times_calendar as calendar
from onrecord.analysis.times_cues import is_ahead
from onrecord.analysis.times_grammar import Context, Match, Reading, Rule, either, lead, number_of, rule
from onrecord.languages.en import times as words

_THAT_WAY = {"last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
             "this coming": 1}  # fmt: skip
_IN_A_NAME = re.compile(r"(?<![.!?:”\"'’] )(?<!\w)[A-Z]\w{0,19}\s\Z")
"""A capital word before "Today": the name of a newspaper or a programme."""
ON_OR_BEFORE = "weekday on or before the publication date"
"""The rule of a weekday with nothing beside it; the parse may still find it told as coming."""
WHICH = f"(?P<which>{either(_THAT_WAY)})"


def weekday_of(match: Match) -> int:
    """1 Monday to 7 Sunday."""
    return words.WEEKDAYS[match["weekday"].lower()]


def weekday_day(match: Match, context: Context, published: date) -> tuple[date, str]:
    """The day that a weekday means, and how that was read."""
    weekday = weekday_of(match)
    if match.groupdict().get("which") == "previous":
        published = last_day(context) or published
    day = calendar.weekday_before(published, weekday)
    which = (match.groupdict().get("which") or "").lower()
    if which in ("last", "past", "previous", "this past"):
        return (day if day < published else day - timedelta(7)), "weekday before the publication date"
    if which in ("next", "coming", "this coming"):
        return day + timedelta(7), "weekday after the publication date"
    owner = context.text[match.end() : match.end() + 2] in ("'s", "’s")  # "Wednesday's ruling" has been given
    if day < published and (which == "this" or (is_ahead(context, match.start()) and not owner)):
        return day + timedelta(7), "weekday after the publication date, by the words before it"
    return day, ON_OR_BEFORE


def last_day(context: Context) -> date | None:
    """The day named last, of the few expressions before."""
    for expression in reversed(context.found[-4:]):
        if re.match(r"\d{4}-\d\d-\d\d", expression.value):
            return date.fromisoformat(expression.value[:10])
    return None


def _near(match: Match, context: Context) -> Reading | None:
    before = context.text[max(context.floor, match.start() - 20) : match.start()]
    if context.published is None or (match[0][0].isupper() and _IN_A_NAME.search(before)):
        return None
    near = match["near"].lower()
    day = context.published + timedelta(words.DAYS_FROM_NOW[near])
    part = match.groupdict().get("part")
    if part:
        value = f"{day.isoformat()}T{words.PARTS_OF_DAY[part.lower()]}"
        return Reading("TIME", value, f"{near} and part of day", context.published)
    said = words.DAYS_FROM_NOW[near]
    how = (
        "the publication date",
        "the day after the publication date",
        "the day before the publication date",
    )
    return Reading("DATE", day.isoformat(), how[said], context.published)


def _weekday(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    day, said = weekday_day(match, context, context.published)
    part = match.groupdict().get("part")
    if part:
        value = f"{day.isoformat()}T{words.PARTS_OF_DAY[part.lower()]}"
        return Reading("TIME", value, said, context.published)
    return Reading("DATE", day.isoformat(), said, context.published)


def _weekday_of_week(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    away = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
    monday = calendar.weekday_before(context.published, 1) + timedelta(7 * away)
    day = monday + timedelta(weekday_of(match) - 1)
    return Reading("DATE", day.isoformat(), f"weekday of {match['week'].lower()} week", context.published)


def _part_of_day(match: Match, context: Context) -> Reading | None:
    """ "this morning", "last night", "tonight"."""
    if context.published is None:
        return None
    said = re.sub(r"\s+", " ", match[0].lower())
    day = context.published - timedelta(said.startswith(("last", "overnight")))
    sign = next((sign for part, sign in words.PARTS_OF_DAY.items() if part in said), "NI")
    return Reading(
        "TIME", f"{day.isoformat()}T{sign}", "part of day by the publication date", context.published
    )


def _the_part(match: Match, context: Context) -> Reading | None:
    day = last_day(context) or context.published
    if day is None:
        return None
    sign = words.PARTS_OF_DAY[match["part"].lower()]
    return Reading("TIME", f"{day.isoformat()}T{sign}", "part of the day named before", day)


def _which_unit(match: Match, context: Context) -> Reading | None:
    """ "last year", "this month", "next week"."""
    if context.published is None:
        return None
    which = re.sub(r"\s+", " ", match["which"].lower())
    unit = words.UNITS[match["grain"].lower()]
    if (
        unit in "EC"
        or which in ("past", "coming")
        or (which in ("last", "next") and _after_the(match, context))
    ):
        sign = {"E": "P10Y", "C": "P100Y"}.get(unit, f"P1{unit}")
        return Reading("DURATION", sign, "a length of time")
    day = calendar.shift(context.published, unit, _THAT_WAY[which])
    said = {-1: "before", 0: "of", 1: "after"}[_THAT_WAY[which]]
    return Reading("DATE", calendar.at_grain(day, unit), f"{match['grain'].lower()} {said} the publication date",
                   context.published)  # fmt: skip


def _after_the(match: Match, context: Context) -> bool:
    return context.before(match.start(), 5).rstrip().endswith("the") and match["which"].lower() == "last"


def _the_unit(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    unit = words.UNITS[match["grain"].lower()]
    value = calendar.at_grain(context.published, unit)
    return Reading("DATE", value, f"{match['grain'].lower()} of the publication date", context.published)


def _anaphoric_year(match: Match, context: Context) -> Reading | None:
    """ "that year", "the following year": counted from the year named last."""
    for expression in reversed(context.found[-4:]):
        if re.match(r"\d{4}(?!\d)", expression.value):
            year = int(expression.value[:4]) + (0 if "that" in match[0].lower() else 1)
            return Reading("DATE", calendar.year_value(year), "counted from the year named before",
                           date(int(expression.value[:4]), 1, 1))  # fmt: skip
    return None


def _anaphoric_day(match: Match, context: Context) -> Reading | None:
    """ "that day", "the next day", "the day before": counted from the day named last."""
    day = last_day(context)
    if day is None:
        return None
    said = match[0].lower()
    away = -1 if re.search("previous|before", said) else 1 if re.search("next|following|after", said) else 0
    part = match.groupdict().get("part")
    value = (day + timedelta(away)).isoformat()
    rule_said = "counted from the day named before"
    if part:
        return Reading("TIME", f"{value}T{words.PARTS_OF_DAY[part.lower()]}", rule_said, day)
    return Reading("DATE", value, rule_said, day)


def _ago(match: Match, context: Context) -> Reading | None:
    """ "two years ago", to the precision of its unit."""
    parts = match.groupdict()
    if parts.get("vague"):
        return Reading("DATE", "PAST_REF", "an indefinite time ago")
    count = number_of(parts["count"]) if parts.get("count") else 2 if parts.get("pair") else 1
    unit = words.UNITS[match["unit"].lower()]
    if context.published is None or count is None:
        return None
    if unit in "Smh":
        return Reading(
            "DATE", context.published.isoformat(), "some hours before publication", context.published
        )
    grain = "Y" if unit in "EC" else unit
    day = calendar.shift(context.published, unit, -round(count))
    return Reading("DATE", calendar.at_grain(day, grain), f"{match['unit'].lower()} before the publication date",
                   context.published)  # fmt: skip


def _which_month(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    month, which = words.MONTHS[match["month"].lower().rstrip(".")], match["which"].lower()
    here = context.published
    year = here.year
    if which in ("last", "past", "this past") and month >= here.month:
        year -= 1
    if which in ("next", "coming", "this coming") and month <= here.month:
        year += 1
    return Reading(
        "DATE", calendar.month_value(year, month), f"{which} such month by the publication date", here
    )


def _season(match: Match, context: Context) -> Reading | None:
    parts = match.groupdict()
    sign = words.SEASONS[match["season"].lower()]
    if parts.get("year"):
        return Reading("DATE", f"{parts['year']}-{sign}", "season of a named year")
    if context.published is None:
        return None
    here, which = context.published, (parts.get("which") or "this").lower()
    starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[sign]
    year = here.year - (starts > here.month + (2 if sign == "WI" else 11))
    if which in ("last", "past", "this past"):
        year = here.year - (starts + 2 >= here.month)
    if which in ("next", "coming"):
        year = here.year + (starts <= here.month)
    return Reading(
        "DATE", f"{calendar.year_value(year)}-{sign}", f"{which} season by the publication date", here
    )


def _weekend(match: Match, context: Context) -> Reading | None:
    if context.published is None:
        return None
    which = (match.groupdict().get("which") or "the").lower()
    away = {"next": 1, "this": 0, "this coming": 0, "coming": 0}.get(which, -1)
    if which == "the" and (context.published.isoweekday() > 5 or _ahead_of_weekend(match, context)):
        away = 0
    day = context.published + timedelta(7 * away)
    return Reading(
        "DATE",
        f"{calendar.week_value(day)}-WE",
        f"{which} weekend by the publication date",
        context.published,
    )


def _ahead_of_weekend(match: Match, context: Context) -> bool:
    before = context.before(match.start(), 20)
    return bool(re.search(r"(?:before|ahead of|until|by)\s+(?:the\s+)?\Z", before)) or is_ahead(
        context, match.start()
    )


def _vague(match: Match, _: Context) -> Reading:
    """ "recent weeks": so many of them."""
    unit = words.UNITS[match["unit"].lower()]
    return Reading("DURATION", f"PX{unit}", "some time before or after publication")


def _reference(match: Match, _: Context) -> Reading:
    said = re.sub(r"\s+", " ", match[0].lower())
    value = {**words.REFERENCES, **words.ERAS}[said]
    return Reading("DATE", value, f"the {value.split('_')[0].lower()}, no date named")


_NUMBER = either([*words.ONES, *words.TEENS, *words.TENS])
_NUMBERS = ("#", *words.ONES, *words.TEENS, *words.TENS, *words.ARTICLES, *words.VAGUE_NUMBERS, *words.PAIRS)
_WHEN = tuple(word.split()[0] for word in _THAT_WAY)
_EARLY = lead("early", "late", "earlier", "later", "mid", "early on", "late on")
_EDGES = ("early", "late", "later", "earlier", "sometime", "the end of", "the beginning of", "the middle of")
_WITHIN = lead(*_EDGES, "earlier in", "later in", "the rest of", "as early as", "mid")
_OF_PERIOD = lead(*_EDGES, "the", "early in")
_THAT = lead("the", "later", "earlier")
_THE = lead("the")
_AGO = lead(*words.LEADS["approximately"], *words.LEADS["about"])
_PERIOD = rf"(?P<grain>year|month|week|decade|century)(?!\w|-end|-long| [0-9]| {_NUMBER} )"
_COUNTED = "(?:<vague>|<pair>|<article>|<count>)"
_PLURALS = "(?P<unit>days|weeks|months|years|quarters|decades|centuries)"
_NO_NAME = "".join(f"(?<!{word} )" for word in words.NAMES_BEFORE_A_WEEKDAY)
_NO_TITLE = rf"(?! (?-i:{either(words.NAMES_AFTER_A_WEEKDAY)}))"
_NO_NOUN = (
    rf"(?!\w|-| [a-z]{{0,20}}(?:ing|s|al|er)(?!\w)"
    rf"| (?:few|{_NUMBER}|decade|year|week|month|day|century)(?!\w))"
)

RULES: tuple[Rule, ...] = (
    rule(words.DAYS_FROM_NOW, rf"<near>(?!['’]s {either(words.NO_DAY_AFTER_TODAY)})", _near, _EARLY),
    rule(words.DAYS_FROM_NOW, "<near> <part>", _near, _EARLY),
    rule(words.PARTS_OF_DAY, "<part> <near>", _near, lead("mid")),
    rule(words.PARTS_OF_DAY, "<part> <weekday>", _weekday, lead("mid")),
    rule(["mid"], "mid-<part> <near>", _near),
    rule(words.WEEKDAYS, f"{_NO_NAME}<weekday>{_NO_TITLE}", _weekday, _EARLY),
    rule(words.WEEKDAYS, "<weekday>(?: early| late)? <part>", _weekday, _EARLY),
    rule(_WHEN, f"{WHICH} <weekday>(?: <part>)?", _weekday, _THE),
    rule(words.WEEKDAYS, "<weekday>,? (?:of )?(?P<week>last|this|next) week", _weekday_of_week),
    rule(
        ["last", "this"], "(?:last night|this (?:very )?(?:morning|afternoon|evening))", _part_of_day, _EARLY
    ),
    rule(["tonight", "overnight"], r"(?:tonight|overnight)(?!\w)", _part_of_day),
    rule(
        ["morning", "afternoon", "evening"],
        rf"(?:(?<=\sthe )|(?<=\smid[ -]))<part>(?! {either(words.NO_PART_BEFORE)})",
        _the_part,
        lead("the", "mid"),
    ),
    rule(_WHEN, f"{WHICH} (?:calendar |fiscal )?{_PERIOD}", _which_unit, _OF_PERIOD),
    rule(["year", "month", "week"], rf"(?:(?<=[rf] the )|(?<=in the )){_PERIOD}", _the_unit, _THE),
    rule(["full"], r"full (?P<grain>year)(?!\w)", _the_unit, _THE),
    rule(["year"], r"(?P<grain>year)(?:['’]s end|-end| end)(?!\w)", _the_unit),
    rule(
        ["that", "following", "next"],
        "that(?: same)? year|(?<=the )(?:following|next) year",
        _anaphoric_year,
        _THAT,
    ),
    rule(["that", "same"], r"that(?: same|very)? day(?!\w)|(?<=the )same day", _anaphoric_day, _THAT),
    rule(
        ["next", "following", "previous"],
        r"(?<=the )(?:next|following|previous) (?:day|<part>)(?!\w)",
        _anaphoric_day,
        _THE,
    ),
    rule(_NUMBERS, rf"{_COUNTED}[ -](?:short )?<unit>(?: or (?:so|more))? ago", _ago, _AGO),
    rule(_WHEN, rf"{WHICH} <month>(?!\.? ?[0-9])", _which_month, _WITHIN),
    rule(_WHEN, rf"{WHICH} <season>", _season, _WITHIN),
    rule(words.SEASONS, "<season>(?: of)? <year>", _season, lead("the", "early", "late")),
    rule(
        words.SEASONS,
        "(?:(?<=the )|(?<=early )|(?<=late ))<season>(?! of)",
        _season,
        lead("the", "early", "late", "the early", "the late"),
    ),
    rule(_WHEN, rf"{WHICH} weekend(?!\w)", _weekend),
    rule(["weekend"], r"(?<=the )weekend(?!\w)", _weekend, _THE),
    rule(
        words.REFERENCES,
        rf"(?<!the (?=recent)){either(words.REFERENCES)}(?!\w|-)",
        _reference,
        lead("more", "most"),
    ),
    rule(words.ERAS, rf"(?<=the ){either(words.ERAS)}{_NO_NOUN}", _reference, _THE),
    rule(["recent", "coming"], f"(?:recent|coming) {_PLURALS}(?: and months)?", _vague),
)
