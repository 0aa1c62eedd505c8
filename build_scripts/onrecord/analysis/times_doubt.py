"""Where a text's own words disagree with its publication date: told with both readings, never settled here."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from onrecord.analysis.times import dateline_time, times_in
from onrecord.languages.en import events as event_words
from onrecord.languages.en import times as words
from onrecord.model import Problem, Source, Span, TimeExpression

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n\d]{0,30}((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<!\w)({'|'.join(words.WEEKDAYS)})(?!\w)", re.IGNORECASE)
_PAST = re.compile(rf"(?<!\w)(?:{'|'.join(event_words.PLAIN_PAST)})(?!\w)")
_COMING = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted({*event_words.FUTURE_AUXILIARIES, *words.FUTURE_BEFORE_A_DAY})))}"
    r"|to|if|until|till|by|next|coming|may|might|could|should|can|must|set)(?!\w)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_WEEK = timedelta(7)
_FAR = timedelta(5)
"""A coming weekday at least this far off may be one that the text's own days put a week earlier."""
_FRESH = timedelta(2)
"""A day of saying at most this long before publication may be the day the text was written."""


def date_doubts(source: Source, times: Sequence[TimeExpression]) -> tuple[Problem, ...]:
    """What in the text disagrees with the publication date, in reading order of the checks.

    `times` are the source's, corrected by the parse where there is one.
    """
    if source.published is None:
        return ()
    return (
        *_dateline(source, date.fromisoformat(source.published)),
        *_weekdays(source, times),
        *_told_as_past(source, times),
        *_a_week_off(source, times, date.fromisoformat(source.published)),
        *_copyright(source),
    )


def _problem(source: Source, start: int, message: str, published: str | None) -> Problem:
    """A warning at a place of the text, with the sidecar's name in the hint and the other reading's date."""
    sidecar = re.sub(r"\.[^./]+$", "", source.path) + ".yml"
    line = bisect_left(_line_ends(source.text), start) + 1 if source.path.endswith(".txt") else 0
    other = f", such as `published: {published}`" if published else ""
    hint = f"See when it was published and set it in {sidecar}{other}."
    return Problem(source.path, line, message, hint, "warning", "doubt")


@lru_cache(maxsize=1)
def _line_ends(text: str) -> Sequence[int]:
    """Where the lines of a text end; kept, for a text may have a doubt in each."""
    return [found.start() for found in re.finditer("\n", text)]


def _dateline(source: Source, published: date) -> Iterator[Problem]:
    """A dateline from after the publication date, or from more than a day before it."""
    spans = [paragraph.span for paragraph in source.paragraphs[:4]]
    found = dateline_time(source, times_in(source.text, source.published, spans)) if spans else None
    if found is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", found.value):
        return
    day = date.fromisoformat(found.value)
    if timedelta(0) <= published - day <= timedelta(1):
        return
    said = source.text[slice(*found.span)]
    message = f"The dateline says “{said}” ({found.value}), the publication date is {source.published}."
    yield _problem(source, found.span[0], message, found.value)


def _weekdays(source: Source, times: Iterable[TimeExpression]) -> Iterator[Problem]:
    """A date that names its weekday, and the calendar has another one."""
    for time in times:
        said = source.text[slice(*time.span)]
        weekday = _WEEKDAY.search(said)
        if (
            not weekday
            or not any(c.isdigit() for c in said)
            or not re.fullmatch(r"\d{4}-\d\d-\d\d", time.value)
        ):
            continue
        day = date.fromisoformat(time.value)
        if day.isoweekday() == words.WEEKDAYS[weekday[1].lower()]:
            continue
        year = _year_with(day, words.WEEKDAYS[weekday[1].lower()])
        fits = f"; it was one in {year}" if year else ""
        real = list(words.WEEKDAYS)[day.isoweekday() - 1].capitalize()
        message = f"“{said}” reads as {time.value}, which is a {real}{fits}."
        yield _problem(source, time.span[0], message, f"{year or day.year}-{time.value[5:]}")


def _year_with(day: date, weekday: int) -> int | None:
    """The year nearest to that of `day` in which its day and month fall on the weekday."""
    for away in (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        year = day.year + away
        leap_day = (day.month, day.day) == (2, 29)
        if 1 <= year <= 9999 and not leap_day and day.replace(year=year).isoweekday() == weekday:
            return year
    return None


def _told_as_past(source: Source, times: Iterable[TimeExpression]) -> Iterator[Problem]:
    """A day after the publication date in a sentence that tells only of what has been."""
    published = source.published or ""
    for time in times:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", time.value) or time.value <= published:
            continue
        sentence = _sentence(source, time.span)
        if _PAST.search(sentence) and not _COMING.search(sentence.lower()):
            said = source.text[slice(*time.span)]
            message = f"“{said}” ({time.value}) is told as past, the publication date is {published}."
            yield _problem(source, time.span[0], message, time.value)


def _sentence(source: Source, span: Span) -> str:
    """The sentence around a span, at most 400 characters to either side."""
    at = bisect_right(source.paragraphs, span[0], key=lambda paragraph: paragraph.span[0]) - 1
    within = source.paragraphs[at].span if at >= 0 and span[0] < source.paragraphs[at].span[1] else span
    before = _SENTENCE.split(source.text[max(within[0], span[0] - 400) : span[0]])[-1]
    return before + _SENTENCE.split(source.text[span[0] : min(within[1], span[1] + 400)])[0]


def _a_week_off(source: Source, times: Sequence[TimeExpression], published: date) -> Iterator[Problem]:
    """A coming weekday most of a week off that lies between the text's last day of saying and its publication.

    Such a text may have been written on that day of saying: then the weekday is the one just after it.
    """
    days = [(time, date.fromisoformat(time.value[:10])) for time in times if time.rule.startswith("weekday")]
    said: dict[date, TimeExpression] = {}
    for time, day in days:
        if timedelta(0) < published - day <= _FRESH:
            said.setdefault(day, time)
    for time, day in days:
        if day - published < _FAR:
            continue
        earlier = day - _WEEK
        spoken = next((one for one in said if one < earlier <= published), None)
        if spoken is None:
            continue
        words_said, words_spoken = (source.text[slice(*one.span)] for one in (time, said[spoken]))
        message = (
            f"“{words_said}”, told as coming, reads as {day} for a text published on {published}, but as {earlier} if"
            f" it was written on {spoken}, the day it calls “{words_spoken}”."
        )
        yield _problem(source, time.span[0], message, spoken.isoformat())


def _copyright(source: Source) -> Iterator[Problem]:
    """A copyright line of another year than the publication date's."""
    found = _COPYRIGHT.search(source.text)
    if found and found[1] != (source.published or "")[:4]:
        message = f"The copyright line says {found[1]}, the publication date is {source.published}."
        yield _problem(source, found.start(), message, None)
