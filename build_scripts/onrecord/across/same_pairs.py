"""Which statements are worth comparing: those of one speaker that share words in a row, or rare words.

Never all against all: what runs through very many statements ("the American people") brings nobody together.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, combinations

from onrecord.across.same_compare import LOOSE_NEAR
from onrecord.across.same_reading import RUN, Telling

LONG_RUN = 8
"""Words in a row that two statements share where a speaker is not named; else `RUN`."""
RARE = 5
"""Of a sentence's rarest words, any two bring it together with another."""
CROWD = 24
"""Statements with one key of which each is compared with each; of more, each only with the next ones."""
NEXT = 2

Pair = tuple[int, int]
Near = Callable[[Sequence[int]], Iterable[Iterable[int]]]
"""Tellings, by index, in order → pairs of places in that list."""
Keyed = Iterable[tuple[int, Iterable[Hashable]]]
"""What a telling (by index, in order) may be found by, each once."""


def counted(statements: Iterable[Sequence[Sequence[str]]]) -> Counter[str]:
    """Stem → how many statements hold it; of each the stems, by sentence."""
    return Counter(
        chain.from_iterable(one[0] if len(one) == 1 else {*chain.from_iterable(one)} for one in statements)
    )


def rarities(counts: Mapping[str, int], size: int) -> dict[str, float]:
    """Stem → 1 for the most frequent in `size` tellings, and a quarter more for each time it is half as frequent."""
    rarity = {count: 1 + (size // count).bit_length() / 4 for count in {*counts.values()}}
    return {stem: rarity[count] for stem, count in counts.items()}


def rarest(one: Telling, rarity: Mapping[str, float]) -> list[str]:
    """The rarest stems of each sentence, in one text; of those as rare, the first by alphabet."""
    return [
        " ".join(sorted(sorted(stems, key=rarity.__getitem__, reverse=True)[:RARE]))
        if len(stems) > RARE
        else " ".join(stems)
        for stems in one.stems
    ]


def candidates(told: Sequence[Telling], near: Near, unnamed: Near) -> list[Pair]:
    """Pairs of indices (smaller first) worth comparing, in order; the same for any order of the sources.

    `near`: `near_of` tellings of one person, `unnamed`: `near_unnamed` of anybody's; or what is remembered of them.
    """
    classes = _identical(told)
    scopes: dict[str, list[int]] = defaultdict(list)
    for index in classes:
        scopes[told[index].person].append(index)
    scopes.pop("", None)
    firsts = list(classes)
    found = {(firsts[one], firsts[other]) for one, other in unnamed(firsts)}
    for members in scopes.values():
        found.update((members[one], members[other]) for one, other in near(members))
    pairs = {pair for pair in found if told[pair[0]].source != told[pair[1]].source}
    for one, other in found - pairs:
        pairs |= _elsewhere(told, (one, other), classes)
    for first, others in classes.items():
        pairs |= {(first, other) for other in others if told[first].source != told[other].source}
    return sorted(pairs)


def near_of(told: Sequence[Telling], rarity: Mapping[str, float]) -> set[Pair]:
    """Of the tellings of one person, all with other words, those that share a run, or rare words within a week."""
    near = _sharing((index, {*one.runs}) for index, one in enumerate(told))
    rare = _sharing((index, _rare_pairs(one, rarity)) for index, one in enumerate(told) if one.voiced)
    return near | {pair for pair in rare if _one_week(told, pair)}


def _identical(told: Sequence[Telling]) -> dict[int, list[int]]:
    """The first telling of each wording by each speaker → the others."""
    firsts: dict[tuple[str, str], int] = {}
    classes: dict[int, list[int]] = {}
    for index, one in enumerate(told):
        first = firsts.setdefault((one.person, one.wording), index)
        if first == index:
            classes[first] = []
        else:
            classes[first].append(index)
    return classes


def _elsewhere(told: Sequence[Telling], pair: Pair, classes: Mapping[int, Sequence[int]]) -> set[Pair]:
    """A pair of one source, with the first of the same words in another source in place of either."""
    found = set()
    for stays, goes in (pair, pair[::-1]):
        other = next((index for index in classes[goes] if told[index].source != told[stays].source), None)
        if other is not None:
            found.add((min(stays, other), max(stays, other)))
    return found


def _rare_pairs(one: Telling, rarity: Mapping[str, float]) -> set[tuple[str, str]]:
    """Any two of the rarest stems of each sentence."""
    return {pair for stems in rarest(one, rarity) for pair in combinations(stems.split(), 2)}


def _one_week(told: Sequence[Telling], pair: Pair) -> bool:
    first, second = told[pair[0]].day, told[pair[1]].day
    return first is None or second is None or abs(first - second) <= LOOSE_NEAR


def heard_unnamed(told: Iterable[Telling]) -> set[tuple[int, ...]]:
    """The long runs of words in what somebody says who is not named."""
    return {run for one in told if not one.named for run in _long_runs(one)}


def near_unnamed(told: Sequence[Telling], heard: Set[tuple[int, ...]]) -> set[Pair]:
    """The tellings, whoever says them, that share one of these long runs."""
    return _sharing((index, heard & {*_long_runs(one)}) for index, one in enumerate(told))


def holds(one: Telling, heard: Set[tuple[int, ...]]) -> bool:
    """Whether a telling has one of these long runs."""
    return not heard.isdisjoint(_long_runs(one))


def _long_runs(one: Telling) -> Iterator[tuple[int, ...]]:
    """`LONG_RUN` words in a row: the numbers of the shorter runs that cover them."""
    runs = one.runs
    return zip(*(runs[start:] for start in (*range(0, LONG_RUN - RUN, RUN), LONG_RUN - RUN)), strict=False)


def _sharing(keyed: Keyed) -> set[Pair]:
    """The pairs that share a key."""
    known = list(keyed)
    counts = Counter(chain.from_iterable(keys for _, keys in known))
    several = {key for key, count in counts.items() if count > 1}
    places: dict[Hashable, list[int]] = defaultdict(list)
    for index, keys in known:
        for key in several.intersection(keys):
            places[key].append(index)
    pairs: set[Pair] = set()
    for found in places.values():
        pairs.update(combinations(found, 2) if len(found) <= CROWD else _next_ones(found))
    return pairs


def _next_ones(found: Sequence[int]) -> Iterator[Pair]:
    for step in range(1, NEXT + 1):
        yield from zip(found, found[step:], strict=False)
