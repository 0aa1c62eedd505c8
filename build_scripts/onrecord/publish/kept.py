"""What was made of a source before, taken again while all that it was made of is the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.briefing import Entry

Recall = Callable[[str, Iterable[str], Callable[[], Any]], Any]
"""(name, all that it is made of, what makes it) → the value, plain (texts, numbers, lists)."""


def _anew(name: str, made_of: Iterable[str], work: Callable[[], Any]) -> Any:
    return work()


@dataclass(frozen=True, slots=True)
class Kept:
    """Pieces of files that the last build made."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Source name → what stands for all that its entry holds."""
    recall: Recall = _anew

    def made(
        self, name: str, entries: Iterable[Entry], made_of: Iterable[str], work: Callable[[], Any]
    ) -> Any:
        """The value of `work`, which depends on nothing but these entries and `made_of`."""
        keys = [self.keys.get(entry.source.name, "") for entry in entries]
        return self.recall(name, (*keys, "", *made_of), work) if all(keys) else work()


NOTHING_KEPT = Kept()
