"""The passages that two sources have in common, and whether they make one a copy of the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.across.origins_reading import GRAM, Text

DAYS = 14
"""Between publications: what is printed again later is no copy of a report."""
LONGEST = 20
"""Words of the longest passage in common, outside of quotations."""
TOTAL = 35
"""Words of all of them."""
CREDITED_TOTAL = 24
"""The same where both credit one agency."""
ONE_PASSAGE = 50
"""Words of a single passage: a shorter one may be a note that an outlet prints below every text."""
OWN_SHARE = 0.1
"""Of a text's own words, what two texts of one outlet must share: they may tell the same background."""
WHOLE = 0.5
"""Of a text's words, what makes it a copy as a whole."""

Run = tuple[int, int, int]
"""Start in the first, start in the second, length in words."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts have in common."""

    runs: tuple[Run, ...]
    """Quoted words included, in order of the second."""
    own: tuple[int, ...]
    """For each passage of the second's own words, its length, longest first."""

    @property
    def words(self) -> int:
        """How many words the passages hold."""
        return sum(length for _, _, length in self.runs)


def overlap(first: Text, second: Text) -> Overlap:
    """The passages of `second` that stand in `first`, at least `GRAM` words each, whatever their order."""
    runs = tuple(_runs(first.words, second.words))
    own = sorted((length for run in runs for length in _own_lengths(second, run)), reverse=True)
    return Overlap(runs, tuple(own))


def _runs(first: Sequence[int], second: Sequence[int]) -> Iterator[Run]:
    places: dict[tuple[int, ...], list[int]] = {}
    for place in range(len(first) - GRAM + 1):
        places.setdefault(tuple(first[place : place + GRAM]), []).append(place)
    place = 0
    while place <= len(second) - GRAM:
        found = places.get(tuple(second[place : place + GRAM]))
        if not found:
            place += 1
            continue
        length, start = max((_reach(first, second, one, place), -one) for one in found[:8])
        yield (-start, place, length)
        place += length


def _reach(first: Sequence[int], second: Sequence[int], one: int, other: int) -> int:
    length = GRAM
    most = min(len(first) - one, len(second) - other)
    while length < most and first[one + length] == second[other + length]:
        length += 1
    return length


def _own_lengths(text: Text, run: Run) -> Iterator[int]:
    """The lengths of a run's pieces outside of quotations, those of `GRAM` words and more."""
    length = 0
    for place in range(run[1], run[1] + run[2]):
        if text.own[place]:
            length += 1
            continue
        if length >= GRAM:
            yield length
        length = 0
    if length >= GRAM:
        yield length


def is_copy(first: Text, second: Text, found: Overlap) -> bool:
    """Whether passages in common show that one carries the other's text, or both a third's."""
    if first.day is not None and second.day is not None and abs(first.day - second.day) > DAYS:
        return False
    credited = bool(set(first.agencies) & set(second.agencies))
    longest, total = max(found.own, default=0), sum(found.own)
    if longest < LONGEST or total < (CREDITED_TOTAL if credited else TOTAL):
        return False
    if len(found.own) == 1 and total < ONE_PASSAGE:
        return False
    one_house = first.outlet is not None and first.outlet == second.outlet
    return not one_house or total >= OWN_SHARE * min(sum(first.own), sum(second.own))


def share(text: Text, found: Overlap) -> float:
    """Of `text`'s words, how many stand in passages in common; `text` is the second of the overlap."""
    return found.words / len(text.words) if text.words else 0.0
