"""Times read once more with the parse: what is told as coming lies ahead, what is told as past does not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from onrecord.analysis import events_clauses as clauses
from onrecord.analysis.parse import Parsed
from onrecord.analysis.times_dates import NEAREST_DAY, NEAREST_MONTH
from onrecord.analysis.times_relative import ON_OR_BEFORE
from onrecord.model import TimeExpression

_CLOSE = timedelta(60)
_AHEAD = "weekday after the publication date, by the tense of “{}”"
_PAST = "the last such date before publication, by the tense of “{}”"


def adjust_by_parse(parsed: Parsed, times: Iterable[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The times, with weekdays moved a week on where their verb tells of what is to come, and months or days
    of a month moved a year back where it tells of what is past.

    Only readings made without a cue beside them are touched, and none that is the day of publication itself.
    """
    return tuple(_adjusted(parsed, time) for time in times)


def _adjusted(parsed: Parsed, time: TimeExpression) -> TimeExpression:
    if time.anchor is None:
        return time
    weekday_too = "," in parsed.source.text[slice(*time.span)]
    is_month = time.rule in (NEAREST_MONTH, NEAREST_DAY) and time.value > time.anchor and not weekday_too
    is_weekday = time.rule == ON_OR_BEFORE and time.value[:10] < time.anchor
    if not is_month and not is_weekday:
        return time
    head = clauses.head_of(parsed.doc, *time.span)
    verb = clauses.verb_of(head) if head is not None else None
    if verb is None:
        return time
    if is_month:
        beside = head is not None and head.head.lower_ in ("in", "on") and clauses.is_adverbial(head, verb)
        return _year_before(time, verb.text) if beside and clauses.is_past(verb) else time
    return _week_after(time, verb.text) if clauses.is_future(verb) else time


def _year_before(time: TimeExpression, verb: str) -> TimeExpression:
    year = int(time.value[:4]) - 1
    if year < 1 or time.value.endswith("-02-29") or _is_close(time):
        return time
    return replace(time, value=f"{year:04d}{time.value[4:]}", rule=_PAST.format(verb))


def _is_close(time: TimeExpression) -> bool:
    """A day shortly after publication told as past: it is the publication date that is in doubt (`date_doubts`)."""
    if len(time.value) < len("2022-04-26") or time.anchor is None:
        return False
    return date.fromisoformat(time.value) - date.fromisoformat(time.anchor) <= _CLOSE


def _week_after(time: TimeExpression, verb: str) -> TimeExpression:
    try:
        day = date.fromisoformat(time.value[:10]) + timedelta(7)
    except OverflowError:  # past the year 9999
        return time
    return replace(time, value=day.isoformat() + time.value[10:], rule=_AHEAD.format(verb))
