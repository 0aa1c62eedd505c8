"""What speaks for two figures being of one thing: the words around both, their stories, and their times."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.figures import Figure
from onrecord.across.figures_when import apart

FEW = 512
"""In a briefing of fewer figures than these, how often a word stands says little of its worth."""
FEW_SOURCES = 32
"""The same of sources and the words with which they begin."""
LEAST = 25.0
"""What the words of a beginning weigh at least: a few words are soon shared in whole."""
STORY = 10.0
"""What two sources that begin alike add to the evidence."""
SAME_DAY = 3.0
"""What it is worth that both are of the same day."""
PERHAPS = 1.0
"""The same of a day more or less, or of a month that both name."""
OPENING = 2.0
"""What it is worth that both stand in the first sentences: what news is of."""
OPENS_ALIKE = 0.25
"""How alike two beginnings are, at least, of which that is so."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Worth:
    """What sharing a word is worth: from 1 for the commonest, a quarter more each time it is half as frequent."""

    words: Weights
    """In the sentences of figures."""
    story: Weights
    """In the beginnings of sources."""
    begins: Mapping[str, float]
    """Source → what its beginning weighs."""


def worth(found: Sequence[Figure]) -> Worth:
    """What the words of a briefing are worth."""
    stories = {one.source: one.story for one in found}
    story = _weights(stories.values(), len(stories), FEW_SOURCES)
    begins = {source: total(begin, story) for source, begin in stories.items()}
    return Worth(_weights((one.all for one in found), len(found), FEW), story, begins)


def _weights(sets: Iterable[frozenset[str]], size: int, few: int) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for words in sets:
        counts.update(words)
    size = max(size, few)
    return {word: 1 + (size // count).bit_length() / 4 for word, count in counts.items()}


def evidence(one: Figure, other: Figure, known: Worth) -> float:
    """All that speaks for one thing, in one number."""
    story = likeness(one, other, known)
    return strength(one, other, known) + STORY * story + timely(one, other, story)


def strength(one: Figure, other: Figure, known: Worth) -> float:
    """What the shared words weigh, those of the clauses in full."""
    near = one.near & other.near
    return total(near, known.words) + total((one.all & other.all) - near, known.words) / 2


def likeness(one: Figure, other: Figure, known: Worth) -> float:
    """The part of the briefer beginning that is shared, by weight."""
    both = total(one.story & other.story, known.story)
    return both / max(LEAST, min(known.begins[one.source], known.begins[other.source]))


def timely(one: Figure, other: Figure, story: float) -> float:
    """What the times of two figures are worth; 0 where that of either is not known, or both are apart."""
    mine, yours = one.when, other.when
    if mine is None or yours is None or apart(mine, yours):
        return 0.0
    opening = OPENING if one.leads and other.leads and story >= OPENS_ALIKE else 0.0
    known = (mine.told and yours.told) or opening
    if known and mine.is_day and yours.is_day and mine.first <= yours.last and yours.first <= mine.last:
        return SAME_DAY + opening
    return PERHAPS + opening


def part(whole: Iterable[str], shared: Iterable[str], weight: Weights) -> float:
    """The part of some words that others are, by weight."""
    all_of_it = total(whole, weight)
    return total(shared, weight) / all_of_it if all_of_it else 0.0


def total(keys: Iterable[str], weight: Weights) -> float:
    """What words weigh together."""
    # Weights are whole quarters, so the sum is the same in any order.
    return sum([weight.get(key, 1.0) for key in keys])
