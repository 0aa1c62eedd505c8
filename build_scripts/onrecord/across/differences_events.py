"""Events that sources put on different days, and such as one source tells as done and a later one as planned or off.

Works on the timeline: entries that it holds for rivals, and the places of one entry.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.across import events_words
from onrecord.across.differences_sides import days_apart, quoted, shortened, side
from onrecord.across.stems import plain, stem
from onrecord.briefing import Day, Difference, Happening, Side, Told
from onrecord.dates import WEEKDAYS, day_of, in_words
from onrecord.model import Span

WEEK = 7
"""Days between two readings of one weekday from different publication dates: no difference of the sources."""
SHARED = 3
"""Words that two tellings share at least, to be one event on two days."""
REACH = 7
"""Words on either side of a date among which the act that it dates is looked for."""
BEFORE = 60
SAID = 2
"""Words before a date among which a word of saying makes it the date of the saying."""
NAMED = 4
"""Shared words that are named as the reason, at most."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
_ACT = {stem(word): act for act, listed in events_words.ACTS.items() for word in listed.split()}
_SPEECH = frozenset(map(stem, events_words.SPEECH))
_DULL = frozenset(map(stem, events_words.COMMON | events_words.TITLES)) | events_words.COMMON
_AHEAD = re.compile(
    r"\b(?:will|shall|plan(?:s|ned)? to|(?:is|are|was|were) (?:to|due|set|scheduled|expected|planning|slated|going) "
    r"|due to|set to|scheduled (?:to|for)|expected to|later to)",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:cancel(?:l?ed|s|l?ing|lation)?|call(?:ed|s|ing)? (?:it )?off|postpon(?:ed|es|ing|ement)"
    r"|delayed|delaying|to delay|scrap(?:ped|s|ping)|put off|puts off"
    r"|did not take place|did not happen|never happened|never took place)\b",
    re.IGNORECASE,
)


def date_differences(days: Sequence[Day]) -> Iterator[Difference]:
    """The same event on different days, in the order of the timeline, without ids."""
    told = {one.id: one for day in days for one in day.told}
    for one in told.values():
        for rival in one.rivals:
            if rival.id in told and (one.date, one.id) < (rival.date, rival.id):
                yield from _first(_dated(one, told[rival.id]))
        yield from _first(_moved(one))


def _first(found: Iterator[Difference]) -> Iterator[Difference]:
    """One for each pair of days: the fullest wordings stand first."""
    one = next(found, None)
    if one:
        yield one


def _dated(one: Told, other: Told) -> Iterator[Difference]:
    for a in one.places:
        for b in other.places:
            if _is_other_day(a, b) and _is_one_act(a, b) and not _is_weekly(a, b):
                yield _date_difference(*_by_publication(a, b))


def _moved(one: Told) -> Iterator[Difference]:
    """Places of one entry that put it on different days in words that cannot mean the same day."""
    for a, b in combinations(one.places, 2):
        if _is_other_day(a, b):
            yield _date_difference(*_by_publication(a, b))


def _is_other_day(one: Happening, other: Happening) -> bool:
    """Whether two sources name two days, and not in one word ("today", "Friday") that each takes from its date."""
    first, second = day_of(one.event.date), day_of(other.event.date)
    if first is None or second is None or first == second or _same_source(one, other):
        return False
    if _says_as(one) == _says_as(other) and not any(map(str.isdigit, _says_as(one))):
        return False
    return not (abs((first - second).days) % WEEK == 0 and (_is_weekday(one) or _is_weekday(other)))


def _says_as(one: Happening) -> str:
    return plain(one.event.said_as or "").removeprefix("on ")


def _is_weekday(one: Happening) -> bool:
    """Whether the day was read from a weekday, or nobody knows from what."""
    words = plain(one.event.said_as or "")
    return not words or any(name.casefold() in words for name in WEEKDAYS)


def _same_source(one: Happening, other: Happening) -> bool:
    return one.entry.source.name == other.entry.source.name


def _is_one_act(one: Happening, other: Happening) -> bool:
    """Whether the same act is dated in both, a plan or something done alike, in enough common words."""
    plans = {one.event.status == "planned", other.event.status == "planned"}
    acts = [_dated_act(place) for place in (one, other)]
    return len(plans) == 1 and acts[0] == acts[1] != "" and len({*_stems(one)} & {*_stems(other)}) >= SHARED


def _is_weekly(one: Happening, other: Happening) -> bool:
    """Whether two days are weeks apart, and each telling speaks of something that the other has not: it recurs."""
    first, second = day_of(one.event.date), day_of(other.event.date)
    if first is None or second is None or (first - second).days % WEEK:
        return False
    mine, yours = {*_stems(one)}, {*_stems(other)}
    return bool(mine - yours and yours - mine)


def _dated_act(one: Happening) -> str:
    """The act nearest to the words of the date; "" where none is near."""
    before, _, after = one.event.what.partition(one.event.said_as or "\0")
    near = [
        *zip(range(1, REACH), reversed(_WORD.findall(before)), strict=False),
        *zip(range(1, REACH), _WORD.findall(after), strict=False),
    ]
    acts = [(distance, act) for distance, word in near if (act := _ACT.get(stem(word)))]
    return min(acts, key=lambda found: found[0], default=(0, ""))[1]


def _stems(one: Happening) -> list[str]:
    """The stems that say something, in order, the words of the date left out."""
    words = one.event.what.replace(one.event.said_as or "\0", " ", 1)
    found = [stem(word) for word in _WORD.findall(words)]
    return [word for word in found if len(word) > 1 and word not in _DULL]


def _date_difference(one: Happening, other: Happening) -> Difference:
    because = f"{_both_tell(one, other)}: {_day(one)} here, {_day(other)} there."
    return Difference(
        "",
        "date",
        shortened(_about(one, other)),
        (_dated_side(one), _dated_side(other)),
        because + days_apart(one.entry, other.entry),
    )


def _day(one: Happening) -> str:
    return in_words(one.event.date.partition("T")[0])


def _about(one: Happening, other: Happening) -> str:
    """What happened, in the words of the briefer telling, without its date."""
    told = [place.event.what.replace(place.event.said_as or "\0", " ", 1) for place in (one, other)]
    return re.sub(r"\s+([,.;])", r"\1", min(told, key=lambda words: (len(words), words))).strip(" ,;")


def _both_tell(one: Happening, other: Happening) -> str:
    common = quoted(_common(one, other))
    return f"Both tell of {common}" if common else "The timeline takes both for one event"


def _common(one: Happening, other: Happening) -> list[str]:
    """Words of the first that the other has, too, names before others, as written."""
    theirs = {*_stems(other)}
    words = {
        stem(word): word
        for word in _WORD.findall(one.event.what)
        if stem(word) in theirs and stem(word) not in _DULL
    }
    return sorted(words.values(), key=lambda word: not word[0].isupper())[:NAMED]


def _dated_side(place: Happening) -> Side:
    """The sentence of an event, with the words of its date marked."""
    return _side(place, _near(place, re.escape(place.event.said_as)) if place.event.said_as else None)


def _near(place: Happening, pattern: str) -> Span | None:
    """Where a pattern stands in the event's clause, else anywhere before it in its paragraph."""
    text, span = place.entry.source.text, place.event.span
    if span is None:
        return None
    for start, end in (span, (max(0, span[0] - 200), min(len(text), span[1] + 100))):
        match = re.search(re.sub(r"(?:\\?\s)+", r"\\s+", pattern), text[start:end], re.IGNORECASE)
        if match:
            return start + match.start(), start + match.end()
    return None


def _side(place: Happening, mark: Span | None) -> Side:
    span = place.event.span
    if span is None:
        what = " ".join(place.event.what.split())
        return Side(place.entry, place.event.paragraph, what, (0, len(what)), None, place.event.id)
    around = (min(span[0], mark[0]), max(span[1], mark[1])) if mark else span
    return side(place.entry, place.event.paragraph, around, mark or span, place.event.id)


def _by_publication(one: Happening, other: Happening) -> tuple[Happening, Happening]:
    first, second = sorted(
        (one, other), key=lambda p: (p.entry.source.published or "9999", p.entry.source.name)
    )
    return first, second


# Planned, done, called off


def status_differences(days: Sequence[Day]) -> Iterator[Difference]:
    """Events that one source tells as done and a later one as still planned, or that one tells as called off."""
    for day in days:
        for told in day.told:
            found = (_status(*_by_publication(a, b)) for a, b in combinations(told.places, 2))
            yield from _first(one for one in found if one)


def _status(first: Happening, second: Happening) -> Difference | None:
    """The difference of two places in the order of publication, if it is one."""
    if _same_source(first, second) or _dates_saying(first) or _dates_saying(second):
        return None
    off = [_found(_OFF, place) for place in (first, second)]
    if all(_OFF.search(_side(place, None).sentence) for place in (first, second)):
        return None
    if bool(off[0]) != bool(off[1]):
        return _status_difference(first, second, "one tells it, the other that it was called off or moved")
    published = [place.entry.source.published or "" for place in (first, second)]
    happened = first.event.status == "happened" and not _found(_AHEAD, first)
    planned = second.event.status == "planned" and bool(_found(_AHEAD, second))
    if happened and planned and "" < published[0] < published[1]:
        return _status_difference(first, second, "one tells it as done, one published later as still to come")
    return None


def _dates_saying(place: Happening) -> bool:
    """Whether the date is of a saying: what was announced on a day was not done on it."""
    mark = _near(place, re.escape(place.event.said_as)) if place.event.said_as else None
    if mark is None:
        return False
    words = _WORD.findall(place.entry.source.text[max(0, mark[0] - BEFORE) : mark[0]])[-SAID:]
    return any(stem(word) in _SPEECH for word in words if word[0].islower())


def _found(pattern: re.Pattern[str], place: Happening) -> Span | None:
    """Where the words of the event have the pattern, in the source's text; (0, 0) where only the callout does."""
    if not pattern.search(place.event.what):
        return None
    return _near(place, pattern.pattern) or (0, 0)


def _status_difference(first: Happening, second: Happening, how: str) -> Difference:
    sides = [_status_side(place) for place in (first, second)]
    because = f"{_both_tell(first, second)} on {_day(first)}; {how}."
    return Difference(
        "",
        "status",
        shortened(_about(first, second)),
        (sides[0], sides[1]),
        because + days_apart(first.entry, second.entry),
    )


def _status_side(place: Happening) -> Side:
    mark = _found(_OFF, place) or _found(_AHEAD, place)
    return _side(place, mark if mark and mark != (0, 0) else None)
