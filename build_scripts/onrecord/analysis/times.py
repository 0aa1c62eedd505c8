"""Time expressions of a text with their TIMEX3 values: small rules, tried where a word can start one."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.analysis import (
    times_amounts,
    times_clock,
    times_dates,
    times_feasts,
    times_quarters,
    times_relative,
)
from onrecord.analysis.times_grammar import DIGITS, Context, Match, Reading, Rule
from onrecord.model import Source, Span, TimeExpression

RULES: tuple[Rule, ...] = (
    *times_dates.RULES,
    *times_quarters.RULES,
    *times_relative.RULES,
    *times_feasts.RULES,
    *times_clock.RULES,
    *times_amounts.RULES,
)
"""The grammar. At a word the longest rule that can be read wins, the earlier of two as long."""
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
_LEAD = 24
"""Characters in front of an expression in which words that belong to it are looked for."""
_DATELINE_AMONG = 4
"""Paragraphs among which the dateline is looked for; a headline and a lead may stand before it."""
_DATELINE_LENGTH = 80
"""Most characters between the paragraph's start and its date, and between the date and the dash."""
_PLACE = re.compile(
    r"\s*(?:[^\W\d_a-z][\w.'’/-]*[,;]?\s{1,3}(?:of |and |de |la |al-)?){1,8}(?:\([^()]{2,40}\)[,\s]{0,3})?"
)
_DASH = re.compile(r",?\s{0,3}(?:\([^()]{2,60}\)\s{0,3})?(?:--|—|–|_|-\s|/|:)")
_CAPITALISED = ("month", "weekday", "anyweekday", "feast")
_PLAIN = ("unit", "grain", "part")


def times_in(
    text: str, published: str | None, spans: Iterable[Span] | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of `text`, in order; only those inside `spans` where these are given.

    `published` is the ISO date that "today" means; without it only what is absolute is read.
    """
    day = date.fromisoformat(published) if published else None
    found: list[TimeExpression] = []
    for start, end in spans or [(0, len(text))]:
        _scan(text, (start, end), day, found)
    return tuple(found)


def find_times(source: Source) -> tuple[TimeExpression, ...]:
    """The time expressions in a source's paragraphs, read against its publication date; not the dateline's."""
    found = times_in(source.text, source.published, [paragraph.span for paragraph in source.paragraphs])
    dateline = dateline_time(source, found)
    return tuple(expression for expression in found if expression is not dateline)


def dateline_time(source: Source, found: Sequence[TimeExpression]) -> TimeExpression | None:
    """The one of `found` that is the dateline's date: "UNITED NATIONS, April 27 —", "PARIS, May 2 (Agency) --"."""
    for paragraph in source.paragraphs[:_DATELINE_AMONG]:
        start = paragraph.span[0]
        for expression in found:
            begin, end = expression.span
            if not start <= begin < start + _DATELINE_LENGTH:
                continue
            after = source.text[end : end + _DATELINE_LENGTH]
            if _PLACE.fullmatch(source.text[start:begin]) and _DASH.match(after):
                return expression
    return None


def _scan(text: str, span: Span, published: date | None, found: list[TimeExpression]) -> None:
    """Adds the expressions of one paragraph to `found`."""
    at, end = span
    for word in _WORD.finditer(text, *span):
        start = word.start()
        rules = _BY_WORD.get(word[0].lower() if not text[start].isdigit() else DIGITS)
        if rules is None or start < at:
            continue
        best = _best(rules, (start, end), Context(text, span[0], published, found))
        if best is not None:
            begin = _with_lead(text, best[0], max(at, span[0]), best[1])
            at = best[0].end()
            found.append(_expression((begin, at), best[2]))


def _best(rules: Sequence[Rule], span: Span, context: Context) -> tuple[Match, Rule, Reading] | None:
    """The longest of the rules that match at the start of the span and can be read."""
    matches = [(match, rule) for rule in rules if (match := rule.pattern.match(context.text, *span))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        if not _cased(match):
            continue
        try:
            reading = rule.read(match, context)
        except OverflowError:  # a time outside the years 1 to 9999 has no TIMEX3 value
            continue
        if reading is not None:
            return match, rule, reading
    return None


def _cased(match: Match) -> bool:
    """Whether names have their capital, and units none: "This Week" and "60 Minutes" are programmes."""
    parts = match.groupdict()
    named = all(match[name][0].isupper() for name in _CAPITALISED if parts.get(name))
    return named and not any(match[name].istitle() and " " in match[0] for name in _PLAIN if parts.get(name))


def _with_lead(text: str, match: Match, floor: int, rule: Rule) -> int:
    """Where the expression starts once the words that belong to it are taken in."""
    start = match.start()
    if rule.lead is None or "-" in match[0]:  # "the third-quarter loss": the article is the loss's
        return start
    window = max(floor, start - _LEAD)
    before = rule.lead.search(text, window, start)
    return before.start() if before else start


def _expression(span: Span, reading: Reading) -> TimeExpression:
    anchor = reading.anchor.isoformat() if reading.anchor else None
    return TimeExpression(span, reading.type, reading.value, anchor, reading.rule)


def _by_word(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules by the words that can start them."""
    table: dict[str, list[Rule]] = {}
    for rule in rules:
        for word in sorted(rule.starts):
            table.setdefault(word, []).append(rule)
    return {word: tuple(some) for word, some in table.items()}


_BY_WORD = _by_word(RULES)
