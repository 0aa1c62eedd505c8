"""What was made of a source before, taken again while all that it was made of is the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from onrecord.briefing import Entry
from onrecord.sums import checksum

Recall = Callable[[str, Iterable[str], Callable[[], Any]], Any]
"""(name, all that it is made of, what makes it) → the value, plain (texts, numbers, lists)."""


AS_IT_LIES = ""
"""In place of the words of a file that need not be written; see `Kept.untouched`."""


def _anew(name: str, made_of: Iterable[str], work: Callable[[], Any]) -> Any:
    return work()


def _nowhere(path: str) -> None:
    return


def _nothing(beginning: str) -> None:
    return


class Results(Protocol):
    """Many small results under one name, each found by all that it is made of; those not asked for are forgotten."""

    def recall(self, made_of: Iterable[str], work: Callable[[], Any]) -> Any:
        """The result of `work`, a plain value, which depends on nothing but `made_of`."""

    def leave(self) -> None:
        """Leaves what was asked for to the next build."""


class _NoResults:
    """Where nothing is remembered."""

    def recall(self, made_of: Iterable[str], work: Callable[[], Any]) -> Any:
        return work()

    def leave(self) -> None:
        return


def _no_results(name: str) -> Results:
    return _NoResults()


@dataclass(frozen=True, slots=True)
class Kept:
    """Pieces of files that the last build made."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Source name → what stands for all that its entry holds."""
    recall: Recall = _anew
    parts: Mapping[str, str] = field(default_factory=dict)
    """Part of the briefing ("timeline", "person ann-bell") → what stands for all that it was worked out of."""
    annotations: Mapping[int, str] = field(default_factory=dict)
    """By identity of each statement and event, what stands for it and for all that is read off its source."""
    results: Callable[[str], Results] = _no_results
    """How they are called → many small results."""
    lies: Callable[[str], str | None] = _nowhere
    """Path of a file in the briefing → its checksum as it lies there; None where there is none."""

    spare: Callable[[str], None] = _nothing
    """Keeps what was made of sources before by names that begin so, though nobody asks for it this time."""
    spare_all: Callable[[str], None] = _nothing
    """The same of all names that begin so."""
    untouched: set[str] = field(default_factory=set)
    """The files that lie there just as they would be made."""

    def of_source(self, name: str, entry: Entry, made_of: Iterable[str], work: Callable[[], Any]) -> Any:
        """The value of `work`, which depends on nothing but an entry and `made_of`; `name` goes before its own."""
        key = self.keys.get(entry.source.name)
        return self.recall(name + entry.source.name, (key, "", *made_of), work) if key else work()

    def of_part(self, part: str, name: str, made_of: Iterable[str], work: Callable[[], Any]) -> Any:
        """The value of `work`, which depends on nothing but a part of the briefing and `made_of`."""
        key = self.parts.get(part)
        return self.recall(name, (key, "", *made_of), work) if key else work()

    def file(self, part: str, path: str, made_of: Iterable[str], work: Callable[[], str]) -> str:
        """The words of a file, by `work`, as `of_part`; `AS_IT_LIES` where it lies there just as it would be made.

        Only a checksum is remembered: the file itself holds the rest.
        """
        anew: list[str] = []

        def summed() -> str:
            anew.append(work())
            return checksum(anew[0].encode())

        known = self.of_part(part, f"file: {path}", made_of, summed)
        return self.there(path, known, anew[0] if anew else None, work)

    def there(self, path: str, known: str, anew: str | None, work: Callable[[], str]) -> str:
        """As `file`, of one whose checksum is `known`; `anew`: its words, where they were made this time."""
        if anew is None and self.lies(path) == known:
            self.untouched.add(path)
            return AS_IT_LIES
        return work() if anew is None else anew


NOTHING_KEPT = Kept()
