"""What can only be seen across the sources: people, the timeline, what is shared, and what differs."""

from collections.abc import Iterable

from onrecord.across.coverage import coverage, only_here
from onrecord.across.differences import differences
from onrecord.across.memory import Memory
from onrecord.across.origins import origins
from onrecord.across.parts import annotations, parts
from onrecord.across.people import people
from onrecord.across.same import shared
from onrecord.across.timeline import timeline
from onrecord.briefing import Briefing, Entry
from onrecord.model import Settings

__all__ = ["Memory", "annotations", "collect", "parts"]
NOTHING_SET = Settings()


def collect(
    title: str,
    lead: str,
    entries: Iterable[Entry],
    settings: Settings = NOTHING_SET,
    memory: Memory | None = None,
) -> Briefing:
    """The briefing over all entries, in the order of their publication; undated sources last.

    `memory`: what earlier builds worked out, and where this one leaves it.
    """
    ordered = tuple(sorted(entries, key=lambda e: (e.source.published or "9999", e.source.name)))
    heard = people(ordered, settings, memory)
    days = timeline(ordered, heard, memory)
    same = shared(ordered, heard, memory)
    differing = differences(ordered, heard, days, memory)
    return Briefing(
        title,
        ordered,
        heard,
        days,
        lead,
        shared=same,
        origins=origins(ordered, memory),
        differences=differing,
        coverage=coverage(ordered, same, days, differing),
        only_here=only_here(ordered, same, days),
        settings=settings,
    )
