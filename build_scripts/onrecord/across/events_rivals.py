"""Rival dates: entries that seem to tell one event and put it on different days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.across.events_features import Features
from onrecord.across.events_same import conflict, shared_names, shared_part

APART = frozenset({1, 2, 3, 4, 7})
"""Days between two dates that may be rivals: sources err by a weekday or a week, not by a month."""
SHARED = 0.4
WEEK_SHARED = 0.5
"""The part shared by tellings a week apart: the same weekday, read from the wrong publication date."""
WEEK = 7
WINDOW = 8
"""An entry is compared with this many before it that share an act and a name, and by so many of its tellings."""


def rivals(
    groups: Sequence[Sequence[int]], tellings: Sequence[Features], weight: Mapping[str, float]
) -> list[tuple[int, int]]:
    """Pairs of groups (by their place in `groups`), each pair once, the earlier first."""
    return sorted(
        (a, b)
        for a, b in _candidates(groups, tellings)
        if _sources(groups[a], tellings).isdisjoint(_sources(groups[b], tellings))
        and any(
            _alike(tellings[i], tellings[j], weight) for i in groups[a][:WINDOW] for j in groups[b][:WINDOW]
        )
    )


def _candidates(groups: Sequence[Sequence[int]], tellings: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of groups of near but different days with an act and a name in common."""
    postings: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, members in enumerate(groups):
        days = {days for i in members if (days := tellings[i].days) and days[0] == days[1]}
        if len(days) == 1:
            day = min(days)[0]
            for act, name in sorted({key for i in members for key in _keys(tellings[i])}):
                postings[act, name].append((day, number))
    seen: set[tuple[int, int]] = set()
    for posting in postings.values():
        posting.sort()
        for place, (day, number) in enumerate(posting):
            for earlier, other in posting[max(0, place - WINDOW) : place]:
                pair = (min(number, other), max(number, other))
                if day - earlier in APART and pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(telling: Features) -> Iterator[tuple[str, str]]:
    return ((act, name) for act in telling.acts for name in telling.names)


def _sources(members: Sequence[int], tellings: Sequence[Features]) -> set[str]:
    return {tellings[index].source for index in members}


def _alike(one: Features, other: Features, weight: Mapping[str, float]) -> bool:
    """The same people do the same thing, in much the same words."""
    if one.days is None or other.days is None or one.speech or other.speech or conflict(one, other):
        return False
    if not one.acts & other.acts or one.days == other.days:
        return False
    share = shared_part(one, other, weight)
    if one.days[0] - other.days[0] in (-WEEK, WEEK) and share >= WEEK_SHARED:
        names, words = shared_names(one, other), len(one.words & other.words)
        return (names >= 2 and words >= 2) or (names == 1 and words >= 3)
    return bool(one.subject & other.subject) and shared_names(one, other) >= 3 and share >= SHARED
