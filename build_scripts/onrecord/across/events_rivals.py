"""Rival dates: entries that seem to tell one event and put it on different days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.across.events_features import Features
from onrecord.across.events_same import conflict, shared_names, shared_part

APART = 4
"""Days between two dates that may be rivals, at most: sources err by a weekday, not by a month."""
SHARED = 0.4
WINDOW = 8


def rivals(
    groups: Sequence[Sequence[int]], tellings: Sequence[Features], weight: Mapping[str, float]
) -> list[tuple[int, int]]:
    """Pairs of groups (by their place in `groups`), each pair once, the earlier first."""
    return sorted(
        (a, b)
        for a, b in _candidates(groups, tellings)
        if _sources(groups[a], tellings).isdisjoint(_sources(groups[b], tellings))
        and any(_alike(tellings[i], tellings[j], weight) for i in groups[a] for j in groups[b])
    )


def _candidates(groups: Sequence[Sequence[int]], tellings: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of groups of near but different days with an act and a name in common."""
    postings: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, members in enumerate(groups):
        first = tellings[members[0]]
        if first.days is None or any(tellings[i].days != first.days for i in members):
            continue
        if first.days[0] == first.days[1]:
            for act in sorted(first.acts):
                for name in sorted(first.names):
                    postings[act, name].append((first.days[0], number))
    seen: set[tuple[int, int]] = set()
    for posting in postings.values():
        posting.sort()
        for place, (day, number) in enumerate(posting):
            for earlier, other in posting[max(0, place - WINDOW) : place]:
                pair = (min(number, other), max(number, other))
                if 0 < day - earlier <= APART and pair not in seen:
                    seen.add(pair)
                    yield pair


def _sources(members: Sequence[int], tellings: Sequence[Features]) -> set[str]:
    return {tellings[index].source for index in members}


def _alike(one: Features, other: Features, weight: Mapping[str, float]) -> bool:
    """The same people do the same thing, in much the same words."""
    if one.speech or other.speech or not one.acts & other.acts or conflict(one, other):
        return False
    if not (one.subject & other.subject):
        return False
    return shared_names(one, other) >= 3 and shared_part(one, other, weight) >= SHARED
