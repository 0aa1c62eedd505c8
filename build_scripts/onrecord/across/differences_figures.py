"""Figures that sources give differently of one thing: candidates by shared words, then a strict comparison.

Precision goes before completeness. Two figures are of one thing where the same is counted, the same is said of it, a
name is shared, nothing speaks against it (other names, other years, killed here and wounded there), and the numbers
are of one size: what differs tenfold is rarely the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across import quantities_words as words
from onrecord.across.differences_figures_apart import GENERIC, conflict, heard
from onrecord.across.figures import Figure
from onrecord.across.quantities import Quantity
from onrecord.across.stems import stem
from onrecord.model import Span

DAYS = 14
"""Between the publication of two sources that are compared; figures change with time."""
FAR = 180
"""The same where very much is shared; of the dead and injured without end."""
WINDOW = 16
"""A figure is compared with this many before it that share a word and what is counted."""
RAREST = 8
"""Words by which a figure looks for others, the rarest first."""
SIZE = 1.5
"""How many times as much one figure may be as the other."""
SIZE_HURT = 2.0
"""The same of the dead and injured: first counts are off."""
SIZE_HURT_SURE = 4.0
"""The same where the shared words weigh `SURE`: they tell of one event, and first counts of it are far off."""
SURE = 8.0
TOLL_GROWS = 3
"""Days after which a toll so far off is no other count but a later one."""
SIZE_SAME = 10.0
"""The same within all but the same sentence."""
ROUNDED = 0.025
"""Nearer than this, a figure with "about" or "nearly" is the other one rounded."""
ENOUGH = 4.0
"""What the shared words must weigh."""
ENOUGH_UNDATED = 5.0
"""The same where nobody knows when one of the sources was published."""
ENOUGH_FAR = 9.0
"""The same for sources published far apart."""
ENOUGH_HURT_FAR = 6.0
"""The same of the dead and injured: what is past has one count."""
ENOUGH_HURT_LATER = 6.5
"""The same after some days, where only that they were hurt stands beside both figures; with one name `ENOUGH_FAR`."""
NEAR = 0.5
"""The part of the words around the figure that is shared, by weight, on the side where it is more."""
NEAR_MEASURED = 0.6
"""The same of amounts and measures: "tons" and "dollars" say nothing of what is measured."""
NEAR_LESS = 0.3
"""On the side where it is less."""
NEAR_CLOSE = 0.25
"""The same of two amounts with the same words close by, each of an owner that the other knows."""
NEARLY = 1.2
"""How many times as much one amount may be as the other to be nearly the same: two things seldom cost so alike."""
MANY = 10
"""Fewer things than these are often as many as other things."""
SAME_DAY = 1
"""Days between the publication of two sources that tell of one change: what rose to a number may rise again."""
FEW = 512
"""In a briefing of fewer figures than these, how often a word stands says little of its worth."""
UNNAMED = 4
"""Shared words that make up for a name where the dead or injured of one day are counted."""
RETOLD = 0.7
"""The part of two whole sentences from which they are one sentence, retold."""
RETOLD_WORDS = 6

Weights = Mapping[str, float]
_STANDING = frozenset(map(stem, words.STANDING))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one thing, by their indices."""

    one: int
    other: int
    strength: float
    agree: bool
    """Whether both may be right: "more than five million" and "about 5.2 million"."""
    shared: tuple[str, ...]
    """What both speak of."""


def pairs(found: Sequence[Figure], days: Mapping[str, int]) -> list[Pair]:
    """The pairs that differ, the surest first; `days`: source → day of publication as an ordinal."""
    weight = weights(found)
    given = _given(found)
    matched = []
    for a, b in _candidates(found, days, weight):
        pair = _paired((a, b), found, weight, _enough(found[a], found[b], days))
        if pair and not _moves_on(found[a], found[b], days) and not _both_given(found[a], found[b], given):
            matched.append(pair)
    return sorted(matched, key=lambda pair: (pair.agree, -pair.strength, _places(pair, found)))


def _places(pair: Pair, found: Sequence[Figure]) -> list[tuple[str, Span, Span]]:
    """Where both stand: what comes first among equals does not hang on the order of the sources."""
    both = (found[pair.one], found[pair.other])
    return sorted((one.source, one.sentence.span, one.quantity.span) for one in both)


def weights(found: Iterable[Figure]) -> dict[str, float]:
    """What sharing a word is worth: from 1 for the commonest, a quarter more each time it is half as frequent."""
    counts: Counter[str] = Counter()
    total = 0
    for one in found:
        counts.update(one.all)
        total += 1
    total = max(total, FEW)
    return {word: 1 + (total // count).bit_length() / 4 for word, count in counts.items()}


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


def _moves_on(one: Figure, other: Figure, days: Mapping[str, int]) -> bool:
    """Whether either is an end of a change and the other another end or of another day, or a toll that grew."""
    if one.harm and _ratio(one, other) > SIZE_HURT and _apart(one, other, days) > TOLL_GROWS:
        return True
    both = one.near & other.near
    if one.quantity.noun in words.FOLLOWING or (_STANDING & one.near and _STANDING & other.near):
        return _apart(one, other, days) > SAME_DAY
    if both & (words.DAILY if one.quantity.unit else words.GROWING):
        return _apart(one, other, days) > SAME_DAY
    if not one.moved and not other.moved:
        return False
    if {one.moved, other.moved} & {"from", "by"} and one.moved != other.moved:
        return True
    return not one.harm and _apart(one, other, days) > SAME_DAY


def _what(one: Figure) -> str:
    return one.quantity.unit or one.quantity.noun


def _candidates(
    found: Sequence[Figure], days: Mapping[str, int], weight: Weights
) -> Iterator[tuple[int, int]]:
    """Pairs of different sources that count the same and share one of their rarer words, each pair once."""
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    shared = _shared(found)
    for index, one in enumerate(found):
        what = _what(one)
        rarest = sorted(one.all & shared, key=lambda word: (-weight[word], word))[:RAREST]
        for word in rarest:
            for earlier in postings[what, word][-WINDOW:]:
                pair = (earlier, index)
                if pair not in seen and _may_pair(found[earlier], one, days):
                    seen.add(pair)
                    yield pair
            postings[what, word].append(index)


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
    if _same_value(one, other) or _ratio(one, other) > SIZE_SAME:
        return False
    return bool(one.harm) or _apart(one, other, days) <= FAR


def _enough(one: Figure, other: Figure, days: Mapping[str, int]) -> float:
    """What the shared words must weigh: more where the sources were published far apart."""
    if one.harm and _apart(one, other, days) > DAYS and not one.named & other.named:
        return ENOUGH_FAR
    if one.source not in days or other.source not in days:
        return ENOUGH_UNDATED
    if one.harm and _apart(one, other, days) > TOLL_GROWS and len(one.near & other.near) < 2:
        return ENOUGH_HURT_LATER if len(one.named & other.named) > 1 else ENOUGH_FAR
    if _apart(one, other, days) <= DAYS:
        return ENOUGH
    return ENOUGH_HURT_FAR if one.harm else ENOUGH_FAR


def _apart(one: Figure, other: Figure, days: Mapping[str, int]) -> int:
    """Days between the publication of the two sources; more than `DAYS` where one is undated."""
    first, second = days.get(one.source), days.get(other.source)
    return DAYS + 1 if first is None or second is None else abs(first - second)


def _paired(indices: tuple[int, int], found: Sequence[Figure], weight: Weights, enough: float) -> Pair | None:
    """The pair where both are of one thing, else None."""
    one, other = (found[index] for index in indices)
    shared, near = one.all & other.all, one.near & other.near
    if len(shared) < RETOLD_WORDS and not near:
        return None
    strength = _strength(one, other, weight)
    if strength < enough or conflict(one, other) or not _is_one_thing(one, other, weight):
        return None
    return Pair(*indices, strength, _may_agree(one, other), _ranked(near, shared & one.named, weight))


def _strength(one: Figure, other: Figure, weight: Weights) -> float:
    """What the shared words weigh, those of the clauses in full."""
    near = one.near & other.near
    return _sum(near, weight) + _sum((one.all & other.all) - near, weight) / 2


def _is_one_thing(one: Figure, other: Figure, weight: Weights) -> bool:
    """Whether the same is said of both; where a sentence is retold, in the same place of it."""
    if not _is_retold(one, other, weight):
        return _of_one_thing(one, other, weight)
    return _same_place(one, other) or (one.alone and other.alone and _of_one_thing(one, other, weight))


def _is_retold(one: Figure, other: Figure, weight: Weights) -> bool:
    shared = one.all & other.all
    if len(shared) < RETOLD_WORDS:
        return False
    return min(_part(one.all, shared, weight), _part(other.all, shared, weight)) >= RETOLD


def _ranked(near: Iterable[str], names: Iterable[str], weight: Weights) -> tuple[str, ...]:
    """The shared words as a reason: the rarest around the figures, then names elsewhere in both sentences."""
    beside = sorted(near, key=lambda word: (-weight.get(word, 0.0), word))
    return (*beside, *sorted({*names} - {*beside}))


def _of_one_thing(one: Figure, other: Figure, weight: Weights) -> bool:
    """The same is said of the same, and a name is shared."""
    near = one.near & other.near
    if one.quantity.unit in ("%", "points") or not near:
        return False
    if not one.named & other.named and not (one.harm and len(one.all & other.all) >= UNNAMED):
        return False
    if _ratio(one, other) > _size(one, other, weight):
        return False
    if one.harm:
        return all(heard(run, other) for run in one.places) and all(heard(run, one) for run in other.places)
    if _beside_the_same(one, other, weight):
        return True
    return len(near) > 1 and _much_alike(one, other, weight)


def _beside_the_same(one: Figure, other: Figure, weight: Weights) -> bool:
    """Whether the same words stand close to both figures: "a $27 million tax bill", "$27.5 million in tax"."""
    close = (one.close & other.close) - words.MARKET
    small = not one.quantity.unit and min(one.quantity.value, other.quantity.value) < MANY
    if not close or small or one.quantity.noun in words.MEASURES:
        return False
    near = one.near & other.near
    less, more = sorted((_part(one.near, near, weight), _part(other.near, near, weight)))
    if _ratio(one, other) > NEARLY:
        owned = bool(one.quantity.unit and one.subject and other.subject)
        return owned and len(close) > 1 and less >= NEAR_CLOSE
    sure = _of_one_owner(one, other) or _strength(one, other, weight) >= SURE
    return len(close) > 1 or (more >= NEAR and sure)


def _much_alike(one: Figure, other: Figure, weight: Weights) -> bool:
    """Whether the words around both figures are mostly the same."""
    near = one.near & other.near
    measured = _is_measured(one.quantity)
    if measured and not _of_one_owner(one, other):
        return False
    if (
        one.quantity.noun in words.MEASURES
        and one.near - one.names - near
        and other.near - other.names - near
    ):
        return False
    less, more = sorted((_part(one.near, near, weight), _part(other.near, near, weight)))
    return less >= NEAR_LESS and more >= (NEAR_MEASURED if measured else NEAR)


def _size(one: Figure, other: Figure, weight: Weights) -> float:
    """How many times as much one of the figures may be as the other."""
    if not one.harm:
        return SIZE
    return SIZE_HURT_SURE if _strength(one, other, weight) >= SURE else SIZE_HURT


def _is_measured(quantity: Quantity) -> bool:
    """Whether the number is of money or of a measure, and not of things."""
    return bool(quantity.unit) or quantity.noun in words.MEASURES


def _of_one_owner(one: Figure, other: Figure) -> bool:
    """Whether both amounts belong to one name, or to two that both clauses bring together."""
    if not one.subject or not other.subject:
        return False
    if one.subject <= other.subject or other.subject <= one.subject:
        return True
    both = one.names & other.names
    return one.subject <= both and other.subject <= both


def _same_place(one: Figure, other: Figure) -> bool:
    """In a sentence retold, whether the figures stand in the same place: the same words around them."""
    if not one.named & other.named:
        return False
    if not all(heard(run, other) for run in one.runs) or not all(heard(run, one) for run in other.runs):
        return False
    if (
        one.quantity.noun in words.MEASURES
        and one.all - one.named - other.all
        and other.all - other.named - one.all
    ):
        return False
    return one.beside == other.beside and _ratio(one, other) <= SIZE_SAME


def _same_value(one: Figure, other: Figure) -> bool:
    """Whether both give one figure, or one gives the other rounded."""
    a, b = one.quantity, other.quantity
    if (a.value, a.high) == (b.value, b.high) or {a.value, a.high} <= {b.value, b.high}:
        return True
    if {b.value, b.high} <= {a.value, a.high}:
        return True
    return bool({a.sort, b.sort} & {"about", "almost"}) and rounded(a, b)


def rounded(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are so near that one may be the other rounded."""
    return max(a.value, b.value) <= min(a.high, b.high) * (1 + ROUNDED)


def _ratio(one: Figure, other: Figure) -> float:
    """How many times as much the one is as the other; 1 where ranges overlap."""
    a, b = one.quantity, other.quantity
    low, high = max(a.value, b.value), min(a.high, b.high)
    return max(1.0, low / high) if high else float("inf")


def _may_agree(one: Figure, other: Figure) -> bool:
    """Whether a number exists that both may mean."""
    (low, high), (least, most) = one.quantity.bounds, other.quantity.bounds
    return max(low, least) <= min(high, most)


def _part(whole: Iterable[str], shared: Iterable[str], weight: Weights) -> float:
    total = _sum(whole, weight)
    return _sum(shared, weight) / total if total else 0.0


def _sum(keys: Iterable[str], weight: Weights) -> float:
    # Weights are whole quarters, so the sum is the same in any order.
    return sum([weight.get(key, 1.0) for key in keys])
