"""Figures that sources give differently of one thing: candidates by shared words, then a strict comparison.

Precision goes before completeness. Two figures are of one thing where the same is counted, nothing speaks against it
(other names, other days, killed here and wounded there), each is what fits the other best in its source, and enough
speaks for it: of people hurt see `differences_figures_event`, of all else `differences_figures_thing`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.differences_figures_apart import GENERIC, conflict, moves_on
from onrecord.across.differences_figures_event import one_event
from onrecord.across.differences_figures_evidence import Weights, Worth, evidence, worth
from onrecord.across.differences_figures_numbers import days_between, grew, may_agree, ratio, same_value
from onrecord.across.differences_figures_thing import ENOUGH, RETOLD_WORDS, SIZE_SAME, one_thing
from onrecord.across.figures import Figure
from onrecord.model import Span

FAR = 180
"""Days between the publication of two sources that are compared; of people hurt without end."""
WINDOW = 16
"""A figure is compared with this many before it that share a word and what is counted."""
RAREST = 8
"""Words by which a figure looks for others, the rarest first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one thing, by their indices."""

    one: int
    other: int
    strength: float
    """What speaks for one thing."""
    agree: bool
    """Whether both may be right: "more than five million" and "about 5.2 million"; or it grew."""
    shared: tuple[str, ...]
    """What both speak of."""
    grew: bool = False
    """Whether they agree only if it grew: the higher of two counts is the later one."""


_Candidate = tuple[int, int, float]
"""Two figures by their indices, and what speaks for one thing."""


def pairs(found: Sequence[Figure], days: Mapping[str, int]) -> list[Pair]:
    """The pairs that differ, the surest first; `days`: source → day of publication as an ordinal."""
    known, given = worth(found), _given(found)
    matched = []
    for a, b, speaks in _best(_candidates(found, days, known), found):
        one, other = found[a], found[b]
        if _is_one(one, other, known, speaks, days) and not _both_given(one, other, given):
            matched.append(_pair((a, b), found, known, speaks, days))
    return sorted(matched, key=lambda pair: (pair.agree, -pair.strength, _places(pair, found)))


def _is_one(one: Figure, other: Figure, known: Worth, speaks: float, days: Mapping[str, int]) -> bool:
    """Whether both are of one thing that has not moved on."""
    if moves_on(one, other, days):
        return False
    return (
        one_event(one, other, known, speaks, days) if one.harm else one_thing(one, other, known, speaks, days)
    )


def _pair(
    indices: tuple[int, int], found: Sequence[Figure], known: Worth, speaks: float, days: Mapping[str, int]
) -> Pair:
    one, other = (found[index] for index in indices)
    alike = may_agree(one, other)
    later = not alike and grew(one, other, days)
    told = _ranked(one.near & other.near, one.named & other.all, known.words)
    return Pair(*indices, speaks, alike or later, told, later)


def _ranked(near: Iterable[str], names: Iterable[str], weight: Weights) -> tuple[str, ...]:
    """The shared words as a reason: the rarest around the figures, then names elsewhere in both sentences."""
    beside = sorted(near, key=lambda word: (-weight.get(word, 0.0), word))
    return (*beside, *sorted({*names} - {*beside}))


def _places(pair: Pair, found: Sequence[Figure]) -> list[tuple[str, Span, Span]]:
    """Where both stand: what comes first among equals does not hang on the order of the sources."""
    both = (found[pair.one], found[pair.other])
    return sorted((one.source, one.sentence.span, one.quantity.span) for one in both)


def _best(candidates: Iterable[_Candidate], found: Sequence[Figure]) -> list[_Candidate]:
    """Those that are each other's best in their two sources, and for which neither has the same number."""
    listed = [one for one in candidates if one[2] >= ENOUGH and not conflict(found[one[0]], found[one[1]])]
    best: dict[tuple[int, str], tuple[float, bool]] = {}
    for a, b, speaks in listed:
        held = (speaks, same_value(found[a], found[b]))
        for key in ((a, found[b].source), (b, found[a].source)):
            best[key] = max(best.get(key, held), held)
    return [
        (a, b, speaks)
        for a, b, speaks in listed
        if best[a, found[b].source] == best[b, found[a].source] == (speaks, False)
    ]


def _candidates(found: Sequence[Figure], days: Mapping[str, int], known: Worth) -> Iterator[_Candidate]:
    """Pairs of different sources that count the same and share one of their rarer words, each pair once."""
    postings: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    shared, weight = _shared(found), known.words
    for index, one in enumerate(found):
        what = _what(one)
        rarest = sorted(one.all & shared, key=lambda word: (-weight[word], word))[:RAREST]
        for word in rarest:
            for earlier in postings[what, one.harm, word][-WINDOW:]:
                pair = (earlier, index)
                if pair not in seen:
                    seen.add(pair)
                    if _may_pair(found[earlier], one, days):
                        yield *pair, evidence(found[earlier], one, known)
            postings[what, one.harm, word].append(index)


def _shared(found: Iterable[Figure]) -> set[str]:
    """The words that figures of more than one source have: no other leads to a pair."""
    home: dict[str, str] = {}
    shared: set[str] = set()
    for one in found:
        shared.update(word for word in one.all if home.setdefault(word, one.source) != one.source)
    return shared


def _may_pair(one: Figure, other: Figure, days: Mapping[str, int]) -> bool:
    if one.source == other.source or one.quantity.per != other.quantity.per:
        return False
    if not one.near & other.near and len(one.all & other.all) < RETOLD_WORDS:
        return False
    if ratio(one, other) > SIZE_SAME:
        return False
    return bool(one.harm) or days_between(one, other, days) <= FAR


def _given(found: Iterable[Figure]) -> set[tuple[str, str, str, float]]:
    """Each figure that a source gives, with what it counts; of people with what befell them."""
    return {(one.source, _what(one), _befell(one), one.quantity.value) for one in found}


def _both_given(one: Figure, other: Figure, given: set[tuple[str, str, str, float]]) -> bool:
    """Whether one of the sources knows the other's figure as well: then it speaks of two things, or rounds."""
    return (one.source, _what(other), _befell(other), other.quantity.value) in given or (
        other.source,
        _what(one),
        _befell(one),
        one.quantity.value,
    ) in given


def _befell(one: Figure) -> str:
    """What befell people of any kind; Americans or soldiers are few, and seldom two such numbers of them meet."""
    return one.harm if one.quantity.noun in GENERIC else ""


def _what(one: Figure) -> str:
    return one.quantity.unit or one.quantity.noun
