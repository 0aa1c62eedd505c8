"""Independent or copied: sources that go back to one text."""

from collections.abc import Sequence

from onrecord.briefing import Entry, Origin


def origins(entries: Sequence[Entry]) -> tuple[Origin, ...]:
    """Independent or copied: sources that go back to one text."""
    return ()
