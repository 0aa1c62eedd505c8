"""The same statement in different sources."""

from collections.abc import Sequence

from onrecord.briefing import Entry, Person, Shared


def shared(entries: Sequence[Entry], people: Sequence[Person]) -> tuple[Shared, ...]:
    """The same statement in different sources."""
    return ()
