"""Which statements are worth comparing: those of one speaker that share words in a row, or rare words.

Never all against all: what runs through very many statements ("the American people") brings nobody together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from onrecord.across.same_compare import LOOSE_NEAR
from onrecord.across.same_reading import Reading, Telling
from onrecord.across.same_words import FUNCTION

RUN = 3
"""Words in a row that two statements of one speaker share."""
LONG_RUN = 8
"""The same where a speaker is not named."""
RARE = 5
"""Of a sentence's rarest words, any two bring it together with another."""
CROWD = 24
"""Statements with one key of which each is compared with each; of more, each only with the next ones."""
NEXT = 2

Pair = tuple[int, int]
Key = tuple[str, ...]
Keyed = Sequence[tuple[int, set[Key]]]
"""What a telling (by index, in order) may be found by."""


def rarities(told: Sequence[Telling]) -> dict[str, float]:
    """Stem → 1 for the most frequent, and a quarter more for each time it is half as frequent."""
    counts = Counter(stem for one in told for stem in set(one.reading.stems))
    return {stem: 1 + (len(told) // count).bit_length() / 4 for stem, count in counts.items()}


def candidates(told: Sequence[Telling], rarity: Mapping[str, float]) -> list[Pair]:
    """Pairs of indices (smaller first) worth comparing, in order; the same for any order of the sources."""
    classes = _identical(told)
    by_person: dict[str, list[int]] = defaultdict(list)
    for index in classes:
        if told[index].person:
            by_person[told[index].person].append(index)
    near = _near(_unnamed(told, list(classes)))
    for members in by_person.values():
        near |= _near(_keyed(told, members))
        near |= {pair for pair in _near(_rare(told, members, rarity)) if _one_week(told, pair)}
    pairs = {pair for pair in near if told[pair[0]].source != told[pair[1]].source}
    for one, other in near - pairs:
        pairs |= _elsewhere(told, (one, other), classes)
    for first, others in classes.items():
        pairs |= {(first, other) for other in others if told[first].source != told[other].source}
    return sorted(pairs)


def _identical(told: Sequence[Telling]) -> dict[int, list[int]]:
    """The first telling of each wording by each speaker → the others."""
    firsts: dict[tuple[str, tuple[str, ...]], int] = {}
    classes: dict[int, list[int]] = {}
    for index, one in enumerate(told):
        first = firsts.setdefault((one.person, one.reading.tokens), index)
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


def _keyed(told: Sequence[Telling], members: Iterable[int]) -> Keyed:
    return [(index, set(_runs(told[index].reading.tokens, RUN))) for index in members]


def _runs(tokens: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[start:] for start in range(size)), strict=False)


def _rare(told: Sequence[Telling], members: Iterable[int], rarity: Mapping[str, float]) -> Keyed:
    """Any two of the rarest stems of each sentence of what was voiced."""
    return [(index, set(_rare_pairs(told[index].reading, rarity))) for index in members if told[index].voiced]


def _rare_pairs(reading: Reading, rarity: Mapping[str, float]) -> Iterator[Key]:
    sentences: dict[int, set[str]] = defaultdict(set)
    for number, token, stem in zip(reading.sentences, reading.tokens, reading.stems, strict=True):
        if token not in FUNCTION:
            sentences[number].add(stem)
    for stems in sentences.values():
        rarest = sorted(stems, key=lambda stem: (-rarity[stem], stem))[:RARE]
        yield from combinations(sorted(rarest), 2)


def _one_week(told: Sequence[Telling], pair: Pair) -> bool:
    first, second = told[pair[0]].day, told[pair[1]].day
    return first is None or second is None or abs(first - second) <= LOOSE_NEAR


def _unnamed(told: Sequence[Telling], firsts: Sequence[int]) -> Keyed:
    """Long runs of words that stand in what somebody says who is not named."""
    heard: set[Key] = set()
    for index in firsts:
        if not told[index].named:
            heard.update(_runs(told[index].reading.tokens, LONG_RUN))
    return [(index, heard.intersection(_runs(told[index].reading.tokens, LONG_RUN))) for index in firsts]


def _near(keyed: Keyed) -> set[Pair]:
    """The pairs that share a key."""
    counts = Counter(chain.from_iterable(keys for _, keys in keyed))
    places: dict[Key, list[int]] = defaultdict(list)
    for index, keys in keyed:
        for key in keys:
            if counts[key] > 1:
                places[key].append(index)
    pairs: set[Pair] = set()
    for found in places.values():
        pairs.update(combinations(found, 2) if len(found) <= CROWD else _next_ones(found))
    return pairs


def _next_ones(found: Sequence[int]) -> Iterator[Pair]:
    for step in range(1, NEXT + 1):
        yield from zip(found, found[step:], strict=False)
