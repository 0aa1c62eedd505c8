"""Places that do not say the same about one thing: figures, dates, speakers, and what was done or only planned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.across.differences_events import date_differences, status_differences
from onrecord.across.differences_figures_told import figure_differences
from onrecord.across.differences_speakers import speaker_differences
from onrecord.across.memory import Memory
from onrecord.briefing import Day, Difference, Entry, Person
from onrecord.model import annotation_id

MAY_AGREE = "May agree"
"""How the reason of a difference begins that both sides may be right about."""


def differences(
    entries: Sequence[Entry], people: Sequence[Person], days: Sequence[Day], memory: Memory | None = None
) -> tuple[Difference, ...]:
    """Places that do not say the same about one thing; those that may agree last. Nobody is said to be right."""
    order = {entry.source.name: number for number, entry in enumerate(entries)}
    found = [
        *date_differences(days),
        *figure_differences(entries, published_days(entries), memory),
        *speaker_differences(entries, people),
        *status_differences(days),
    ]
    arranged = [_in_order(one, order) for one in found]
    return tuple(_with_ids(sorted(arranged, key=lambda one: one.because.startswith(MAY_AGREE))))


def published_days(entries: Iterable[Entry]) -> dict[str, int]:
    """Source → day of publication as an ordinal, where it is known."""
    days = {}
    for entry in entries:
        try:
            days[entry.source.name] = date.fromisoformat((entry.source.published or "")[:10]).toordinal()
        except ValueError:
            continue
    return days


def _in_order(one: Difference, order: dict[str, int]) -> Difference:
    """The difference with its sides by publication."""
    first, second = sorted(one.sides, key=lambda side: order[side.entry.source.name])
    return replace(one, sides=(first, second))


def _with_ids(found: Iterable[Difference]) -> Iterator[Difference]:
    taken: set[str] = set()
    for one in found:
        ident = annotation_id(f"{one.about} {one.sides[0].sentence} {one.sides[1].sentence}", taken)
        taken.add(ident)
        yield replace(one, id=ident)
