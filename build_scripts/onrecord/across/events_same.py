"""Which tellings are of one event: candidate pairs by shared rare words, then a strict comparison.

Precision goes before completeness: two entries for one event cost a reader less than one entry for two events.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord.across.events_features import Features

WINDOW = 8
"""A telling is compared with this many before it that share a word and a day."""
MEMBERS = 5
"""Tellings of a group that are held against those of another before the two are joined."""
RAREST = 5
"""Words by which a telling looks for others, the rarest first."""
WEEK = 7
"""Longest period, in days, that a telling of one day is joined to."""

COPY = 0.85
"""The part of the shorter telling that is shared by two in all but the same words."""
COPY_OF_LONGER = 0.8
"""That of the longer."""
NEVER = 2.0
LEAST = 0.25
"""The part that any two tellings of a group share at least."""

Weights = Mapping[str, float]


def groups(tellings: Sequence[Features], weight: Weights) -> list[list[int]]:
    """Indices of the tellings of each event, every telling in one group; in the order of their firsts."""
    pairs = sorted(
        ((strength(tellings[a], tellings[b], weight), a, b) for a, b in candidates(tellings, weight)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    group = {index: [index] for index in range(len(tellings))}
    for found, a, b in pairs:
        one, other = sorted((group[a], group[b]), key=len, reverse=True)
        if found > 0 and one is not other and _may_join(one, other, tellings, weight):
            one.extend(other)
            group.update(dict.fromkeys(other, one))
    return sorted(sorted(members) for index, members in group.items() if members[0] == index)


def candidates(tellings: Sequence[Features], weight: Weights) -> Iterator[tuple[int, int]]:
    """Pairs that share a day and one of their rarer words, each pair once."""
    postings: dict[tuple[int, str], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for index, telling in enumerate(tellings):
        for key in _keys(telling, weight):
            for earlier in postings[key][-WINDOW:]:
                if (earlier, index) not in seen:
                    seen.add((earlier, index))
                    yield earlier, index
            postings[key].append(index)


def _keys(telling: Features, weight: Weights) -> Iterator[tuple[int, str]]:
    if telling.days is None:
        return
    first, last = telling.days
    days = range(first, last + 1) if last - first < WEEK else [-first]
    rarest = sorted(telling.all | telling.around, key=lambda word: (-weight.get(word, 0.0), word))[:RAREST]
    for word in rarest:
        for day in days:
            yield day, word


def strength(one: Features, other: Features, weight: Weights) -> float:
    """How surely two tellings are of one event, 0 to 1; 0 where not surely enough."""
    if not _dates_agree(one, other) or conflict(one, other):
        return 0.0
    enough, share = _enough(one, other), shared_part(one, other, weight)
    if enough == COPY and shared_part(one, other, weight, of=max) < COPY_OF_LONGER:
        return 0.0
    return share if share >= enough else 0.0


def _enough(one: Features, other: Features) -> float:
    """The part that two tellings must share; above 1 where no part would do."""
    names = shared_names(one, other)
    acts = len(one.acts & other.acts)
    common = len(one.all & other.all)
    if not names or common < 2:
        return NEVER
    if one.source == other.source:
        return _enough_in_one_source(one, other)
    if _wide(one) or _wide(other):
        return COPY if common >= 5 else NEVER
    if one.speech or other.speech:
        return 0.6 if one.speech and other.speech and common >= 6 else NEVER
    if not acts:
        return COPY if common >= 4 else NEVER
    if names >= 2 and common >= 3:
        return 0.4 if one.days == other.days and _one_day(one) else 0.5
    if one.days != other.days or not _one_day(one):
        return NEVER
    if one.around or other.around:
        return 0.8 if common >= 4 else NEVER
    return 0.6


def _enough_in_one_source(one: Features, other: Features) -> float:
    """A writer tells different things of one day: only the same words again are the same event."""
    if one.days != other.days:
        return NEVER
    if one.span and other.span and max(one.span[0], other.span[0]) < min(one.span[1], other.span[1]):
        return LEAST if one.speech == other.speech else NEVER
    vague = one.speech or other.speech or _wide(one) or len(one.all & other.all) < 3
    return NEVER if vague else COPY


def _one_day(one: Features) -> bool:
    return one.days is not None and one.days[0] == one.days[1]


def _wide(one: Features) -> bool:
    """A telling of a month or a year: what is told of so long a time is rarely one event."""
    return one.days is None or one.days[1] - one.days[0] >= WEEK


def shared_part(
    one: Features, other: Features, weight: Weights, of: Callable[[float, float], float] = min
) -> float:
    """The weight of what is shared in that of the shorter telling, or of the longer (`of=max`), 0 to 1."""
    direct = one.all & other.all
    near = ((one.names & other.around) | (other.names & one.around)) - direct
    acts = len(one.acts & other.acts)
    total = _sum(direct, weight) + _sum(near, weight) / 2 + acts
    whole = of(_sum(one.all, weight) + len(one.acts), _sum(other.all, weight) + len(other.acts))
    return min(1.0, total / whole) if whole else 0.0


def _sum(keys: Iterable[str], weight: Weights) -> float:
    # Weights are whole quarters, so the sum is the same in any order.
    return sum([weight[key] for key in keys])


def shared_names(one: Features, other: Features) -> int:
    """How many names the two share; those in the text before a pronoun count as one."""
    here = sum(1 for run in one.runs if run & other.names)
    there = sum(1 for run in other.runs if run & one.names)
    near = (one.names & other.around) | (other.names & one.around)
    return min(here, there) + bool(near - (one.names & other.names))


def _dates_agree(one: Features, other: Features) -> bool:
    """The same day or period, or a day inside the other's week."""
    if one.days is None or other.days is None:
        return False
    if one.days == other.days:
        return True
    (first, last), (start, end) = one.days, other.days
    if max(last - first, end - start) >= WEEK:
        return False
    return (start <= first and last <= end) or (first <= start and end <= last)


def conflict(one: Features, other: Features) -> bool:
    """Whether the two name different actors, places or numbers."""
    if one.actor and other.actor and not (one.actor & other.heard or other.actor & one.heard):
        return True
    if one.places and other.places and not (one.places & other.names or other.places & one.names):
        return True
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers)


def _may_join(
    one: Sequence[int], other: Sequence[int], tellings: Sequence[Features], weight: Weights
) -> bool:
    """No member of the one group contradicts one of the other, or is far from it."""
    return all(
        _dates_agree(tellings[a], tellings[b])
        and not conflict(tellings[a], tellings[b])
        and shared_part(tellings[a], tellings[b], weight) >= LEAST
        for a in one[:MEMBERS]
        for b in other[:MEMBERS]
    )
