"""What two numbers say of each other: the same, nearly, one of them rounded, or one that grew."""

from collections.abc import Mapping

from onrecord.across.figures import Figure
from onrecord.across.quantities import Quantity

DAYS = 14
"""Between the publication of two sources that are compared; figures change with time."""
ROUNDED = 0.025
"""Nearer than this, a figure with "about" or "nearly" is the other one rounded."""
COARSE = 0.03
"""How far apart two numbers are at most, for their part, of which one may be the other, more coarsely told."""
MANY = 10
"""Fewer things than these are often as many as other things."""


def same_value(one: Figure, other: Figure) -> bool:
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


def ratio(one: Figure, other: Figure) -> float:
    """How many times as much the one is as the other; 1 where ranges overlap."""
    a, b = one.quantity, other.quantity
    low, high = max(a.value, b.value), min(a.high, b.high)
    return max(1.0, low / high) if high else float("inf")


def is_few(one: Figure, other: Figure) -> bool:
    """Whether so few things are counted that others are often as many."""
    return not one.quantity.unit and min(one.quantity.value, other.quantity.value) < MANY


def may_agree(one: Figure, other: Figure) -> bool:
    """Whether a number exists that both may mean."""
    (low, high), (least, most) = one.quantity.bounds, other.quantity.bounds
    return max(low, least) <= min(high, most) or _is_coarser(one, other)


def _is_coarser(one: Figure, other: Figure) -> bool:
    """Whether one number is so round that it may be the other: "$27bn" of "$27.5bn"."""
    low, high = sorted((one.quantity.value, other.quantity.value))
    apart = high - low
    return apart <= high * COARSE and any(apart < _roundness(value) for value in (low, high))


def _roundness(value: float) -> float:
    """The greatest power of ten of which a number is a multiple; 1 for one that is none."""
    power = 1.0
    while value >= 10 * power and value % (10 * power) == 0:
        power *= 10
    return power


def grew(one: Figure, other: Figure, days: Mapping[str, int]) -> bool:
    """Whether the higher of two counts of people hurt was published later, soon after: first counts are low."""
    first, second = days.get(one.source), days.get(other.source)
    if not one.harm or first is None or second is None or not 0 < abs(first - second) <= DAYS:
        return False
    early, late = (one, other) if first < second else (other, one)
    past = early.when is not None and early.when.told and early.when.last + DAYS < min(first, second)
    return not past and early.quantity.value < late.quantity.high


def days_between(one: Figure, other: Figure, days: Mapping[str, int]) -> int:
    """Days between the publication of the two sources; more than `DAYS` where one is undated."""
    first, second = days.get(one.source), days.get(other.source)
    return DAYS + 1 if first is None or second is None else abs(first - second)
