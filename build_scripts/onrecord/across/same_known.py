"""What was found out about statements before, found again where nothing that it depends on has changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from typing import Any

from onrecord.across.memory import Memory, Results, digest
from onrecord.across.same_compare import Link, compare
from onrecord.across.same_groups import Compare
from onrecord.across.same_pairs import (
    Near,
    Pair,
    candidates,
    counted,
    heard_unnamed,
    holds,
    near_of,
    near_unnamed,
    rarest,
    rarities,
)  # fmt: skip
from onrecord.across.same_reading import Telling, stems_before


def paired(
    told: Sequence[Telling], prints: Mapping[str, str], results: Results, memory: Memory
) -> tuple[list[Pair], "Rarities"]:
    """The `candidates` with how rare words are. `prints`: source name → what stands for what it says."""
    rarity = rarities_of(told, prints, memory)
    return candidates(told, near(told, rarity, memory), unnamed(told, results)), rarity


@dataclass(frozen=True, slots=True)
class Rarities:
    """How rare the stems are, and where that is not what it was in the last build.

    Anything else that was found out about a telling in the last build still holds while its words are the same.
    """

    now: Mapping[str, float]
    turned: frozenset[int]
    """Tellings with a stem that is more or less rare now: what compares them is to be done anew."""
    moved: frozenset[int]
    """Those of them of which other stems are the rarest now: what finds them is to be done anew."""


def rarities_of(told: Sequence[Telling], prints: Mapping[str, str], memory: Memory) -> Rarities:
    """How rare the stems are; `prints`: source name → what stands for what it says."""
    last: list[Any] = memory.recall("same: counts", (), lambda: [0, {}, {}])
    size, sources, counts = last
    before = defaultdict(float, rarities(counts, size))
    if sources and sources == prints:
        return Rarities(before, frozenset(), frozenset())
    counts = _recounted(told, prints, sources, counts, memory)
    memory.put("same: counts", (), [len(told), prints, counts])
    now = rarities(counts, len(told))
    other = {stem for stem, rarity in now.items() if before.get(stem) != rarity}
    turned = [index for index, one in enumerate(told) if not all(map(other.isdisjoint, one.stems))]
    moved = turned if not before else [
        index for index in turned if rarest(told[index], before) != rarest(told[index], now)
    ]  # fmt: skip
    return Rarities(now, frozenset(turned), frozenset(moved))


def _recounted(
    told: Sequence[Telling],
    prints: Mapping[str, str],
    sources: Mapping[str, str],
    counts: Mapping[str, int],
    memory: Memory,
) -> dict[str, int]:
    """The counts of the last build without the `sources` of then that are other ones now, and with those of now."""
    gone = [stems_before(name, memory) for name in sources if sources[name] != prints.get(name)]
    if not sources or None in gone:
        return counted(one.stems for one in told)
    found = Counter(counts)
    found.update(counted(one.stems for one in told if sources.get(one.source) != prints[one.source]))
    found.subtract(counted(stems for source in gone for stems in source or ()))
    return {stem: count for stem, count in found.items() if count}


def near(told: Sequence[Telling], rarity: Rarities, memory: Memory) -> Near:
    """`near_of` a person's tellings, as it was while all are as they were."""

    def find(members: Sequence[int]) -> Any:
        if len(members) < 2:
            return ()
        own = [told[index] for index in members]
        name, made_of = f"same: near {own[0].person}", [one.made_of for one in own]
        if rarity.moved.isdisjoint(members):
            return memory.recall(name, made_of, lambda: _plain_pairs(near_of(own, rarity.now)))
        found = _plain_pairs(near_of(own, rarity.now))
        memory.put(name, made_of, found)
        return found

    return find


def unnamed(told: Sequence[Telling], results: Results) -> Near:
    """`near_unnamed` of all tellings: those with a long run that somebody says who is not named, by source."""

    def find(members: Sequence[int]) -> Any:
        own = [told[index] for index in members]
        nameless = digest(one.wording for one in own if not one.named)
        heard = cache(lambda: heard_unnamed(own))
        some: list[int] = []

        def holding(places: Sequence[int]) -> list[int]:
            return [at for at, place in enumerate(places) if holds(own[place], heard())]

        for _, group in groupby(range(len(own)), lambda place: own[place].source):
            places = [*group]
            made_of = (nameless, *(own[place].wording for place in places))
            some += [places[at] for at in results.recall(made_of, partial(holding, places))]
        made_of = (nameless, "", *(own[place].made_of for place in some))
        found = results.recall(
            made_of, lambda: _plain_pairs(near_unnamed([own[place] for place in some], heard()))
        )
        return [(some[one], some[other]) for one, other in found]

    return find


def _plain_pairs(pairs: Iterable[Pair]) -> list[list[int]]:
    return sorted([one, other] for one, other in pairs)


def compared(told: Sequence[Telling], rarity: Rarities, results: Results) -> Compare:
    """What two tellings have in common, whatever their order; as it was while both are as they were."""
    links: dict[Pair, Link | None] = {}

    def look(one: int, other: int) -> Link | None:
        pair = (min(one, other), max(one, other))
        if pair not in links:
            links[pair] = link(pair)
        return links[pair]

    def link(pair: Pair) -> Link | None:
        first, second = (told[index] for index in pair)
        who = (first.named, second.named, bool(first.person), bool(second.person))
        made_of = (f"{who} {first.person == second.person}", first.made_of, second.made_of)
        turned = not rarity.turned.isdisjoint(pair)
        found = results.recall(made_of, lambda: _plain(compare(first, second, rarity.now)), anew=turned)
        return Link(found[0], found[1], tuple((a, b) for a, b in found[2])) if found else None

    return look


def _plain(link: Link | None) -> list[Any]:
    return [link.relation, link.score, [list(two) for two in link.sentences]] if link else []
