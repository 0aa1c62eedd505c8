"""Places that do not say the same about one thing."""

from collections.abc import Sequence

from onrecord.briefing import Day, Difference, Entry, Person, Shared


def differences(
    entries: Sequence[Entry], people: Sequence[Person], days: Sequence[Day], same: Sequence[Shared]
) -> tuple[Difference, ...]:
    """Places that do not say the same about one thing."""
    return ()
