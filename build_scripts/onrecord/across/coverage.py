"""Who carries what."""

from collections.abc import Sequence

from onrecord.briefing import CoverageRow, Day, Difference, Entry, Shared


def coverage(
    entries: Sequence[Entry], same: Sequence[Shared], days: Sequence[Day], differing: Sequence[Difference]
) -> tuple[CoverageRow, ...]:
    """Who carries what."""
    return ()
