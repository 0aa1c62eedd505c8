"""One timeline over all sources."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import Day, Entry, Happening, date_key


def timeline(entries: Sequence[Entry]) -> tuple[Day, ...]:
    """All events by date; within one date in the order of the sources and of their text."""
    days: dict[str, list[Happening]] = defaultdict(list)
    for entry in entries:
        for event in entry.annotations.events:
            days[event.date].append(Happening(entry, event))
    return tuple(Day(date, tuple(days[date])) for date in sorted(days, key=date_key))
