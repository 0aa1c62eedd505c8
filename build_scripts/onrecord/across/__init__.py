"""What can only be seen across the sources: people and the timeline."""

from collections.abc import Iterable

from onrecord.across.people import people
from onrecord.across.timeline import timeline
from onrecord.model import Briefing, Entry


def collect(title: str, lead: str, entries: Iterable[Entry]) -> Briefing:
    """The briefing over all entries, in the order of their publication; undated sources last."""
    ordered = tuple(sorted(entries, key=lambda e: (e.source.published or "9999", e.source.name)))
    heard = people(ordered)
    return Briefing(title, ordered, heard, timeline(ordered, heard), lead)
