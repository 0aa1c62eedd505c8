"""Entries of the timeline as they are published, on the page and in the exports alike."""

from collections.abc import Iterator

from onrecord.briefing import Briefing, Day, Happening, Told
from onrecord.dates import day_of
from onrecord.publish.dates import in_words


def entries_of(day: Day) -> tuple[Told, ...]:
    """The day's entries; each place by itself where nobody has looked for what belongs together."""
    return day.told or tuple(Told(one.event.id, (one,), one.event.status) for one in day.happenings)


def entries(briefing: Briefing) -> Iterator[Told]:
    """All entries of the timeline, in its order."""
    for day in briefing.timeline:
        yield from entries_of(day)


def places_by_source(told: Told) -> list[Happening]:
    """The places in the order of the briefing's sources, by publication, whatever wording leads."""
    return sorted(told.places, key=_by_source)


def _by_source(place: Happening) -> tuple[str, str, int, str]:
    source, event = place.entry.source, place.event
    return (source.published or "9999", source.name, event.paragraph, event.id)


def sources_telling(told: Told) -> int:
    """How many sources tell it."""
    return len({place.entry.source.name for place in told.places})


def its_own_date(place: Happening, told: Told) -> str:
    """The place's date in words where it differs from the entry's: less precise, or a rival, which is said."""
    own = place.event.date
    if own == told.date:
        return ""
    return f"here {in_words(own)}, another date" if _is_rival(place, told) else in_words(own)


def dates_differ(told: Told) -> bool:
    """Whether some source gives another date, in this entry or in one of its own."""
    return bool(told.rivals) or any(_is_rival(place, told) for place in told.places)


def _is_rival(place: Happening, told: Told) -> bool:
    own, date = day_of(place.event.date), day_of(told.date)
    return own is not None and date is not None and own != date
