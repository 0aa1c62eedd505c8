"""Rules for lengths of time and for what happens again and again."""

import re

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

_RATE = re.compile(rf"(?:[0-9]|(?<!\w){either(words.RATES_BEFORE)}|\w{{1,20}}s)\s{{1,9}}\Z")
_LENGTH_BEFORE = re.compile(rf"(?<!\w){either(words.LENGTH_BEFORE)}\s{{1,9}}\Z")
_LENGTH_AFTER = re.compile(rf"[ -]{either(words.LENGTH_AFTER)}(?!\w)")
_PLURAL_BEFORE = re.compile(rf"(?<!\w){either(words.PLURAL_BEFORE)}\s{{1,9}}\Z")


def _sign(unit: str, count: str) -> str:
    """TIMEX3 duration of `count` units: `PT24H`, `P12M`, `P10Y`."""
    if unit in "Smh":
        return f"PT{count}{ {'S': 'S', 'm': 'M', 'h': 'H'}[unit] }"
    tens = {"E": 10, "C": 100}.get(unit)
    if tens is None:
        return f"P{count}{unit}"
    return f"P{_plain(float(count) * tens)}Y" if count != "X" else f"PX{unit}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def _mixed(unit: str, number: float) -> str:
    """Halves go into the unit below where there is one: two and a half years are P2Y6M."""
    whole = int(number)
    if number == whole or unit in "WQ" or (number - whole) * 2 != 1:
        return _sign(unit, _plain(number))
    below = {"Y": ("6M", ""), "M": ("15D", ""), "D": ("", "T12H"), "h": ("30M", ""), "m": ("30S", "")}
    if unit not in below:
        return _sign(unit, _plain(number))
    head = _sign(unit, str(whole)) if whole else ("PT" if unit in "mh" else "P")
    return head + "".join(below[unit])


def _count_of(match: Match) -> float | None:
    """How many; None for several, few, many or a bare plural."""
    parts = match.groupdict()
    if parts.get("count"):
        number = number_of(parts["count"])
        return number + 0.5 if number is not None and parts.get("more") else number
    if parts.get("pair"):
        return 2
    if parts.get("article") or parts.get("alone"):
        return 1.5 if parts.get("more") else 1
    return None


def _length(match: Match, context: Context) -> Reading | None:
    unit = words.UNITS[match["unit"].lower()]
    number = _count_of(match)
    if unit == "S" and (number is None or match["unit"].lower() == "second"):
        return None
    if unit == "Q" and (not match["unit"].lower().endswith("s") or "-" in match[0]):
        return None
    value = _sign(unit, "X") if number is None else _mixed(unit, number)
    return Reading("DURATION", value, "a length of time")


def _counted(match: Match, context: Context) -> Reading | None:
    after = context.text[match.end() : match.end() + 8].lower()
    if re.match(r"[- ]old(?!\w)|['’]? of age| a (?:day|week|month|year)", after):
        return None
    return _length(match, context)


def _one(match: Match, context: Context) -> Reading | None:
    """ "a week", where it is not "twice a week" or "$100 a week"."""
    before = context.before(match.start(), 16)
    if (
        re.match(r"an?(?!\w)", match[0], re.I)
        and not match["unit"].lower().endswith("s")
        and "-" not in match[0]
    ):
        if _RATE.search(before) and not _LENGTH_BEFORE.search(before):
            return None
        if not (_LENGTH_BEFORE.search(before) or _LENGTH_AFTER.match(context.text, match.end())):
            return None
    return _counted(match, context)


def _bare(match: Match, context: Context) -> Reading | None:
    before = context.before(match.start(), 16)
    if before.rstrip().endswith("s of"):  # hundreds of years
        return None
    if not _PLURAL_BEFORE.search(before):
        return None
    return _length(match, context)


def _long(match: Match, _: Context) -> Reading:
    """ "day-long", "decades-long"."""
    said = match["unit"].lower()
    value = _sign(words.UNITS[said], "X" if said.endswith("s") else "1")
    return Reading("DURATION", value, "a length of time")


def _half(match: Match, _: Context) -> Reading | None:
    unit = words.UNITS[match["unit"].lower()]
    value = {"h": "PT30M", "Y": "P6M", "E": "P5Y", "C": "P50Y", "D": "PT12H", "m": "PT30S", "M": "P15D"}.get(
        unit
    )
    return Reading("DURATION", value, "a length of time") if value else None


def _every(match: Match, _: Context) -> Reading | None:
    parts = match.groupdict()
    if parts.get("weekday"):
        return Reading("SET", f"XXXX-WXX-{words.WEEKDAYS[parts['weekday'].lower()]}", "again and again")
    if parts.get("month"):
        return Reading(
            "SET", f"XXXX-{words.MONTHS[parts['month'].lower().rstrip('.')]:02d}", "again and again"
        )
    if parts.get("season"):
        return Reading("SET", f"XXXX-{words.SEASONS[parts['season'].lower()]}", "again and again")
    if parts.get("part"):
        return Reading("SET", f"XXXX-XX-XXT{words.PARTS_OF_DAY[parts['part'].lower()]}", "again and again")
    number = number_of(parts["count"]) if parts.get("count") else 2 if parts.get("other") else 1
    unit = words.UNITS[match["unit"].lower()]
    return None if number is None else Reading("SET", _sign(unit, _plain(number)), "again and again")


def _weekdays(match: Match, _: Context) -> Reading:
    return Reading("SET", f"XXXX-WXX-{words.WEEKDAYS[match['weekday'][:-1].lower()]}", "again and again")


def _repeated(match: Match, _: Context) -> Reading:
    return Reading("SET", words.REPEATED[match[0].lower()], "again and again")


_ABOUT = lead(*words.LEADS["approximately"], "the", "the first", "the past", "the last", "the next")
_ONLY_THE = lead("the past", "the last", "the next", "the")
_THE = lead("the", "at least the", "these", "those")
_ALMOST = lead("almost", "nearly")
_NUMBERS = (DIGITS, *words.ONES, *words.TEENS, *words.TENS, "hundred")
_SINGLE = ("day", "week", "month", "year", "decade")
_PLURAL = ("days", "weeks", "months", "years", "centuries", "hours")
_WHICH = ("last", "past", "next", "first", "coming", "previous", "latest", "final")
_PLURAL_DAYS = tuple(f"{day}s" for day in words.WEEKDAYS)
_NO_WORD = r"(?<![\w.$£€-])"
_COUNT = rf"{_NO_WORD}<count>"
_MORE = "(?:more |additional |full |straight |consecutive )?"
_SOME = "(?:<count>|<vague>|<pair>)"

RULES: tuple[Rule, ...] = (
    rule(
        _NUMBERS, rf"{_COUNT}(?: or (?:two|three|four|more))?[ -]{_MORE}<unit>(?: or so)?", _counted, _ABOUT
    ),
    rule(_NUMBERS, rf"{_COUNT}(?P<more> and a half)[ -]<unit>", _counted, _ABOUT),
    rule(_NUMBERS, rf"{_COUNT}(?: to |-| or )[\w.]{{1,12}}[ -]<unit>", _counted, _ABOUT),
    rule(
        words.ARTICLES,
        rf"{_NO_WORD}<article>[ -]<unit>(?P<more> and a half)?(?: or (?:so|two|more))?",
        _one,
        _ABOUT,
    ),
    rule(words.VAGUE_NUMBERS, rf"{_NO_WORD}<vague>[ -](?:more )?<unit>", _length, _ABOUT),
    rule(words.PAIRS, "<pair>[ -](?:more )?<unit>", _length, _ONLY_THE),
    rule(["half"], "half(?: an?)?[ -]<unit>", _half, lead("nearly", "about", "a")),
    rule(_WHICH, rf"{either(_WHICH)} {_SOME} <unit>(?: or so)?", _length, _THE),
    rule(_PLURAL, rf"{_NO_WORD}<unit>(?! apart)", _bare),
    rule([*_SINGLE, *_PLURAL, "decades"], rf"{_NO_WORD}<unit>-long(?!\w)", _long),
    rule(
        ["every", "each"],
        "(?:every|each) (?:<weekday>|<month>|<season>|<part>|(?P<other>other) <unit>)",
        _every,
    ),
    rule(["every", "each"], "(?:every|each) (?:<count> )?<unit>", _every, _ALMOST),
    rule(_PLURAL_DAYS, rf"(?P<weekday>{either(_PLURAL_DAYS)})(?!\w)", _weekdays),
    rule(words.REPEATED, rf"{either(words.REPEATED)}(?!\w)", _repeated),
)
