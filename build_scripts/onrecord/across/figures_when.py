"""When what a sentence counts came about, as far as its words say: "on Monday", "a month ago", "in December 2014".

Read from the day of publication, without a parser; a day on which somebody only spoke is left out.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.across import events_words
from onrecord.across.numerals import Token, key_at, number_at
from onrecord.across.stems import stem

LATEST = 2
"""Days before publication that the first sentences of news may speak of, where they name none."""
WEEK = 4
"""Days before those that it may be all the same."""
AHEAD = 30
"""Days after publication on which a date without a year may be; else it is of the year before."""
SOON = 2
"""Days that a time may span and still be as good as a day."""
SLACK = 0.34
"""How far off, for its part, "two weeks ago" may be."""
YEAR = 12
YEARS = (1500, 2099)
"""Numbers that are years."""
SAID = 3
"""Tokens before a weekday among which a word of saying makes it the day of the saying."""

_WEEKDAYS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,"
        "october oct,november nov,december dec".split(","),
        1,
    )
    for name in names.split()
}
_SPEECH = frozenset(map(stem, events_words.SPEECH))
_UNITS = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OVER = frozenset("over within in during for".split())
_OTHER = frozenset("where which who whose — – ; :".split())
"""What stands behind is told of something else than what is dated before."""
_PAST = frozenset("past last recent previous".split())
_NEXT = frozenset("next coming following".split())
_NOW = {"today": 0, "tonight": 0, "overnight": 1, "yesterday": 1}
"""Words of a day → how many days before publication it may be, and one more."""


@dataclass(frozen=True, slots=True)
class When:
    """A time, in days as ordinals."""

    first: int
    last: int
    total: bool = False
    """Whether what came about in all of it is summed up: "since Sunday"; else it is a moment somewhere in it."""
    told: bool = True
    """Whether the words say so; else it is taken from where the sentence stands."""

    @property
    def is_day(self) -> bool:
        """Whether it is as good as one day."""
        return not self.total and self.last - self.first <= SOON


Timed = tuple[int, int, When]
"""First token of the words of a time, the one after the last, and the time."""


def of_lead(published: date | None) -> When | None:
    """What the first sentences of news are taken to speak of where they do not say."""
    return When(published.toordinal() - LATEST, published.toordinal(), told=False) if published else None


def apart(one: When, other: When) -> bool:
    """Whether two times are not one, a day more or less; nor is a sum over days one with what came about on one."""
    if one.total != other.total:
        return True
    if one.total:
        return abs(one.first - other.first) > SOON or abs(one.last - other.last) > SOON
    return one.first > other.last + 1 or other.first > one.last + 1


def far_apart(one: When, other: When) -> bool:
    """The same, where what no words date may be of any day of a week."""
    if one.total or other.total or (one.told and other.told):
        return apart(one, other)
    first, second = (when.first - (0 if when.told else WEEK) for when in (one, other))
    return first > other.last or second > one.last


def whens(tokens: Sequence[Token], published: date | None) -> list[Timed]:
    """The times that a sentence names, in order; none where nobody knows when it was published."""
    if published is None or _READERS.keys().isdisjoint([token.key for token in tokens]):
        return []
    found: list[Timed] = []
    for place, token in enumerate(tokens):
        read = _READERS.get(token.key)
        one = read(tokens, place, published) if read else None
        if one and (not found or one[0] >= found[-1][1]):
            found.append(one)
    return found


def when_of(
    tokens: Sequence[Token], found: Sequence[Timed], clause: tuple[int, int], place: int
) -> When | None:
    """The time that is said of what stands at `place`: the nearest in its clause, else before it."""
    inside = [one for one in found if clause[0] <= one[0] < clause[1]]
    if inside:
        return min(inside, key=lambda one: (abs(one[0] - place), one[0]))[2]
    before = [one for one in found if one[1] <= place]
    if not before:
        return None
    first, after, when = before[-1]
    of_noun = key_at(tokens, first - 1) == "the" or key_at(tokens, after - 1)[-2:] in ("'s", "’s")
    if not of_noun and any(token.key in _OTHER for token in tokens[after:place]):
        return None
    return when


def _plain(token: Token) -> str:
    """The word without its ending of possession."""
    return token.key.removesuffix("’s").removesuffix("'s")


def _weekday(tokens: Sequence[Token], place: int, published: date) -> Timed | None:
    if tokens[place].word.islower() or _is_said(tokens, place):
        return None
    before = key_at(tokens, place - 1)
    back = (published.weekday() - _WEEKDAYS[_plain(tokens[place])]) % 7
    day = published.toordinal() - back
    if before in _NEXT:
        return place - 1, place + 1, When(day + 7, day + 14)
    if before == "last" and back == 0:
        day -= 7
    total = _sums_up(tokens, place, place + 1)
    return place, place + 1, When(day, published.toordinal() if total else day, total)


def _sums_up(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Whether "since" stands before the words of a time, and what is told is not of its beginning: ", when"."""
    since = "since" in {key_at(tokens, first - back) for back in (1, 2, 3)}
    return since and "when" not in (key_at(tokens, after), key_at(tokens, after + 1))


def _is_said(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word of saying stands just before: "police said on Monday"."""
    near = [key_at(tokens, place - back) for back in range(1, SAID + 1)]
    return any(key and stem(key) in _SPEECH for key in near) and "when" not in near


def _weekend(tokens: Sequence[Token], place: int, published: date) -> Timed | None:
    """The last Saturday and Sunday; the last but one may be meant on a weekend."""
    today, before = published.toordinal(), key_at(tokens, place - 1)
    if before in ("next", "coming", "a", "every"):
        return None
    saturday = today - (published.weekday() - _WEEKDAYS["saturday"]) % 7
    return place, place + 1, When(saturday - (7 if today - saturday < 2 else 0), min(today, saturday + 1))


def _now(tokens: Sequence[Token], place: int, published: date) -> Timed | None:
    if _is_said(tokens, place):
        return None
    back = _NOW[_plain(tokens[place])]
    day = published.toordinal()
    return (
        place,
        place + 1,
        When(day - back - (back > 0), day - (back if _plain(tokens[place]) != "overnight" else 0)),
    )


def _month(tokens: Sequence[Token], place: int, published: date) -> Timed | None:
    """ "December 19, 2016", "19 December", "December 2014", "last December"."""
    if tokens[place].word.islower():
        return None
    month = _MONTHS[_plain(tokens[place])]
    first, after, day = place, place + 1, 0
    after += key_at(tokens, after) == "."
    if key_at(tokens, after).isdigit() and int(key_at(tokens, after)) <= 31:
        day, after = int(key_at(tokens, after)), after + 1
    elif key_at(tokens, place - 1).isdigit() and int(key_at(tokens, place - 1)) <= 31:
        day, first = int(key_at(tokens, place - 1)), place - 1
    to = _range_end(tokens, after) if not day else 0
    if to:
        after = to + 1
    year = 0
    skip = after + (key_at(tokens, after) in (",", "of"))
    if _YEAR.fullmatch(key_at(tokens, skip)):
        year, after = int(key_at(tokens, skip)), skip + 1
    when = _calendar(year, month, day, published)
    if when is None:
        return None
    if to:
        begin = date.fromordinal(when.first)
        end = _calendar(begin.year, _MONTHS[_plain(tokens[to])], 0, published)
        return first, after, When(when.first, end.last if end else when.last, total=True)
    if _sums_up(tokens, first, after):
        when = When(when.first, published.toordinal(), total=True)
    return first, after, when


def _range_end(tokens: Sequence[Token], place: int) -> int:
    """Where the second month of "January to October" or "January-November" stands; 0 where there is none."""
    joint = key_at(tokens, place) in ("to", "and", "-", "–", "through")
    return place + 1 if joint and place + 1 < len(tokens) and _plain(tokens[place + 1]) in _MONTHS else 0


def _calendar(year: int, month: int, day: int, published: date) -> When | None:
    """The day, or the month where `day` is 0; of the year of publication or the one before where `year` is 0."""
    of = year or published.year
    last = monthrange(of, month)[1]
    if day > last:
        return None
    begin, end = date(of, month, day or 1).toordinal(), date(of, month, day or last).toordinal()
    if not year and begin > published.toordinal() + AHEAD:
        return _calendar(published.year - 1, month, day, published)
    return When(begin, end)


def _year(tokens: Sequence[Token], place: int, published: date) -> Timed | None:
    year = int(tokens[place].key)
    total = _sums_up(tokens, place, place + 1)
    begin, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return place, place + 1, When(begin, max(begin, published.toordinal()) if total else end, total)


def _unit(tokens: Sequence[Token], place: int, published: date) -> Timed | None:
    """ "last month", "this week", "the first ten months", "two weeks ago", "over the past three days"."""
    size = _UNITS[_plain(tokens[place]).removesuffix("s")]
    today, before = published.toordinal(), key_at(tokens, place - 1)
    if before == "this":
        sums_up = key_at(tokens, place - 2) != "earlier" and size > _UNITS["week"]
        return place - 1, place + 1, When(_begun(size, published), today, sums_up)
    if before == "last" and _plain(tokens[place]) in _UNITS:
        return place - 1, place + 1, _last(size, published)
    first, many = _many(tokens, place)
    lead, days = key_at(tokens, first - 1), round(size * many)
    if lead == "first" and size == _UNITS["month"] and many < YEAR:
        opened = _begun(_UNITS["year"], published)
        return first - 1, place + 1, When(opened, opened + days, total=True)
    if _is_ago(key_at(tokens, place + 1), lead):
        slack = max(1, round(max(size, days) * SLACK))
        return first, place + 2, When(today - days - slack, today - days + slack)
    if lead in _PAST and key_at(tokens, first - 2) in ("the", *_OVER):
        return first - 1, place + 1, When(today - days, today, total=True)
    return None


def _is_ago(follows: str, lead: str) -> bool:
    """Whether so much time lies between: "a month ago", "the blast comes a month after"."""
    return follows == "ago" or (follows == "after" and bool(lead) and stem(lead) == "come")


def _many(tokens: Sequence[Token], place: int) -> tuple[int, float]:
    """Where the number of units before `place` begins, and what it is; of none "recent days" are a few."""
    for first in (place - 2, place - 1):
        number = number_at(tokens, first) if first >= 0 else None
        if number and number.after == place and number.value < 1000:
            return first, number.value
    if key_at(tokens, place - 1) in ("a", "one"):
        return place - 1, 1.0
    return place, 3.0 if tokens[place].key.endswith("s") else 1.0


def _begun(size: int, published: date) -> int:
    """The first day of the week, the month or the year of publication."""
    today = published.toordinal()
    if size == _UNITS["week"]:
        return today - published.weekday()
    if size == _UNITS["month"]:
        return published.replace(day=1).toordinal()
    return published.replace(month=1, day=1).toordinal() if size == _UNITS["year"] else today


def _last(size: int, published: date) -> When:
    """ "last week", "last month", "last year", "last night"."""
    begin = _begun(size, published)
    if size == 1:
        return When(begin - 1, begin)
    if size == _UNITS["week"]:
        return When(begin - size, begin - 1)
    end = date.fromordinal(begin - 1)
    return When(
        (end.replace(day=1) if size < _UNITS["year"] else end.replace(month=1, day=1)).toordinal(), begin - 1
    )


_Reader = Callable[[Sequence[Token], int, date], Timed | None]
_WORDS: Mapping[str, _Reader] = {
    **dict.fromkeys(_WEEKDAYS, _weekday),
    **dict.fromkeys(_MONTHS, _month),
    **dict.fromkeys(_NOW, _now),
    "weekend": _weekend,
    **dict.fromkeys([*_UNITS, *(f"{unit}s" for unit in _UNITS)], _unit),
}
_READERS: Mapping[str, _Reader] = {
    **{word + ending: read for word, read in _WORDS.items() for ending in ("", "'s", "’s")},
    **dict.fromkeys(map(str, range(YEARS[0], YEARS[1] + 1)), _year),
}
