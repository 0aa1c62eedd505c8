"""Entries of the timeline as they are published, on the page and in the exports alike."""

from collections.abc import Iterator

from onrecord.model import Briefing, Day, Happening, Told
from onrecord.publish.dates import in_words


def entries_of(day: Day) -> tuple[Told, ...]:
    """The day's entries; each place by itself where nobody has looked for what belongs together."""
    return day.told or tuple(Told(one.event.id, (one,), one.event.status) for one in day.happenings)


def entries(briefing: Briefing) -> Iterator[Told]:
    """All entries of the timeline, in its order."""
    for day in briefing.timeline:
        yield from entries_of(day)


def places_by_source(briefing: Briefing, told: Told) -> list[Happening]:
    """The places in the order of publication, whatever wording leads."""
    order = {entry.source.name: number for number, entry in enumerate(briefing.entries)}
    return sorted(
        told.places,
        key=lambda place: (
            order.get(place.entry.source.name, len(order)),
            place.event.paragraph,
            place.event.id,
        ),
    )


def sources_telling(told: Told) -> int:
    """How many sources tell it."""
    return len({place.entry.source.name for place in told.places})


def its_own_date(place: Happening, told: Told) -> str:
    """The place's date in words where it says it less precisely than the entry; else ""."""
    return "" if place.event.date == told.date else in_words(place.event.date)
