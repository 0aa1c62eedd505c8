"""Whether two amounts, or two numbers of things, are of one thing: the same is said of both."""

from collections.abc import Mapping

from onrecord.across import quantities_words as words
from onrecord.across.differences_figures_apart import heard
from onrecord.across.differences_figures_evidence import Worth, likeness, part, strength
from onrecord.across.differences_figures_numbers import DAYS, days_between, is_few, ratio
from onrecord.across.figures import Figure
from onrecord.across.figures_when import far_apart
from onrecord.across.quantities import Quantity

SIZE = 1.5
"""How many times as much one figure may be as the other."""
SIZE_SAME = 10.0
"""The same within all but the same sentence: what differs more is hardly ever one thing."""
NEARLY = 1.2
"""How many times as much one amount may be as the other to be nearly the same: two things seldom cost so alike."""
ENOUGH = 4.0
"""What the shared words must weigh."""
ENOUGH_UNDATED = 5.0
"""The same where nobody knows when one of the sources was published."""
ENOUGH_TOLD = 7.0
"""What must speak for one thing all told, where the days of both sources are known."""
ENOUGH_TOLD_FAR = 11.0
"""The same of sources published far apart."""
ENOUGH_FAR = 9.0
"""The same for sources published far apart."""
WEIGHTY = 8.0
"""What they weigh where nobody owns an amount in both."""
NEAR = 0.5
"""The part of the words around the figure that is shared, by weight, on the side where it is more."""
NEAR_MEASURED = 0.6
"""The same of amounts and measures: "tons" and "dollars" say nothing of what is measured."""
NEAR_LESS = 0.3
"""On the side where it is less."""
NEAR_CLOSE = 0.25
"""The same of two amounts with the same words close by, each of an owner that the other knows."""
RETOLD = 0.7
"""The part of two whole sentences from which they are one sentence, retold."""
RETOLD_WORDS = 6
SURE = 15.0
"""What must speak, all told, for one amount in two reports of one story, of few things, or of two times."""
ONE_STORY = 0.25
"""How alike the beginnings of such reports are."""
LONG = 30
"""Days from a day that words name to news that names none, from which both tell of two times."""


def one_thing(one: Figure, other: Figure, known: Worth, evidence: float, days: Mapping[str, int]) -> bool:
    """Whether both are of one thing; `days`: source → day of publication as an ordinal."""
    if evidence < SURE and (is_few(one, other) or _of_other_days(one, other, days)):
        return False
    if one.source in days and other.source in days:
        far = days_between(one, other, days) > DAYS
        if evidence < (ENOUGH_TOLD_FAR if far else ENOUGH_TOLD) or (far and is_few(one, other)):
            return False
    if strength(one, other, known) >= _enough(one, other, days) and _is_one_thing(one, other, known):
        return True
    return days_between(one, other, days) <= DAYS and _in_one_story(one, other, known, evidence)


def _enough(one: Figure, other: Figure, days: Mapping[str, int]) -> float:
    """What the shared words must weigh: more where the sources were published far apart."""
    if one.source not in days or other.source not in days:
        return ENOUGH_UNDATED
    return ENOUGH if days_between(one, other, days) <= DAYS else ENOUGH_FAR


def _is_one_thing(one: Figure, other: Figure, known: Worth) -> bool:
    """Whether the same is said of both; where a sentence is retold, in the same place of it."""
    if not _is_retold(one, other, known):
        return _of_one_thing(one, other, known)
    return _same_place(one, other) or (one.alone and other.alone and _of_one_thing(one, other, known))


def _is_retold(one: Figure, other: Figure, known: Worth) -> bool:
    shared = one.all & other.all
    if len(shared) < RETOLD_WORDS:
        return False
    return min(part(one.all, shared, known.words), part(other.all, shared, known.words)) >= RETOLD


def _of_one_thing(one: Figure, other: Figure, known: Worth) -> bool:
    """The same is said of the same, and a name is shared."""
    near = one.near & other.near
    if one.quantity.unit in ("%", "points") or not near:
        return False
    if not one.named & other.named:
        return False
    if ratio(one, other) > SIZE:
        return False
    if _beside_the_same(one, other, known):
        return True
    return len(near) > 1 and _much_alike(one, other, known)


def _beside_the_same(one: Figure, other: Figure, known: Worth) -> bool:
    """Whether the same words stand close to both figures: "a $27 million tax bill", "$27.5 million in tax"."""
    close = (one.close & other.close) - words.MARKET
    if not close or is_few(one, other) or one.quantity.noun in words.MEASURES:
        return False
    near = one.near & other.near
    less, more = sorted((part(one.near, near, known.words), part(other.near, near, known.words)))
    if ratio(one, other) > NEARLY:
        owned = bool(one.quantity.unit and one.subject and other.subject)
        return owned and len(close) > 1 and less >= NEAR_CLOSE
    sure = _of_one_owner(one, other) or strength(one, other, known) >= WEIGHTY
    return len(close) > 1 or (more >= NEAR and sure)


def _much_alike(one: Figure, other: Figure, known: Worth) -> bool:
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
    less, more = sorted((part(one.near, near, known.words), part(other.near, near, known.words)))
    return less >= NEAR_LESS and more >= (NEAR_MEASURED if measured else NEAR)


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
    return one.beside == other.beside and ratio(one, other) <= SIZE_SAME


def _in_one_story(one: Figure, other: Figure, known: Worth, evidence: float) -> bool:
    """Whether two amounts nearly the same stand in reports of one story, in much the same words."""
    if one.quantity.unit in ("%", "points") or not one.named & other.named:
        return False
    if not (one.near & other.near) - one.names - other.names or one.quantity.noun in words.MEASURES:
        return False
    if is_few(one, other) or ratio(one, other) > NEARLY:
        return False
    if one.quantity.unit and not _of_one_owner(one, other):
        return False
    return evidence >= SURE and likeness(one, other, known) >= ONE_STORY


def _of_other_days(one: Figure, other: Figure, days: Mapping[str, int]) -> bool:
    """Whether they are of two times as far as it seems: news of two days, or one of a day long before the other."""
    if one.when and other.when:
        return far_apart(one.when, other.when)
    for mine, yours in ((one, other), (other, one)):
        if mine.when and mine.when.told:
            return mine.when.last + LONG < days.get(yours.source, 0)
    return False
