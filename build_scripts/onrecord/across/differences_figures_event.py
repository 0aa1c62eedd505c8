"""Whether two counts of people are of one event: how many were killed, hurt, arrested or driven out by it."""

from collections.abc import Mapping

from onrecord.across.differences_figures_apart import elsewhere, part_of_place
from onrecord.across.differences_figures_evidence import Worth, likeness, timely
from onrecord.across.differences_figures_numbers import DAYS, days_between, ratio
from onrecord.across.figures import Figure
from onrecord.across.figures_when import When, far_apart

SURE = 8.0
"""What must speak for one event where its time is known on both sides."""
SURE_UNNAMED = 10.0
"""The same where no name is shared."""
SURE_UNDATED = 9.0
"""The same where the time is not known."""
SURE_APART = 18.0
"""The same where one of the sources names no day, and news of its day would be of another."""
SURE_PART = 14.0
"""The same where one names a place more."""
FEW_HURT = 5
SURE_FEW = 13.0
"""What must speak for one event where fewer than `FEW_HURT` were hurt: that is so of many."""
SAME_STORY = 0.4
"""How alike the beginnings of two sources are, at least, where no name is shared."""
SIZE = 2.0
"""How many times as many may be counted on one side: first counts are off."""
SIZE_SURE = 4.0
"""The same where `SURE_SIZE` speaks for one event: first counts of it may be far off."""
SURE_SIZE = 13.0


def one_event(one: Figure, other: Figure, known: Worth, evidence: float, days: Mapping[str, int]) -> bool:
    """Whether the same befell people at the same time, in the same story or under the same names."""
    if elsewhere(one, other) or ratio(one, other) > (SIZE_SURE if evidence >= SURE_SIZE else SIZE):
        return False
    if _perhaps_apart(one.when, other.when):
        return evidence >= SURE_APART
    if evidence < SURE_PART and part_of_place(one, other):
        return False
    if min(one.quantity.value, other.quantity.value) < FEW_HURT and evidence < SURE_FEW:
        return False
    story = likeness(one, other, known)
    if not timely(one, other, story):
        enough = SURE_APART if _is_far(one, other, days) else SURE_UNDATED
        return bool(one.named & other.named) and evidence >= enough
    if one.named & other.named:
        return evidence >= SURE
    return one.leads and other.leads and story >= SAME_STORY and evidence >= SURE_UNNAMED


def _perhaps_apart(one: When | None, other: When | None) -> bool:
    """Whether two times are not one as far as it seems; a sum may hold more than the other tells."""
    if one is None or other is None:
        return bool((one and one.total) or (other and other.total))
    return far_apart(one, other)


def _is_far(one: Figure, other: Figure, days: Mapping[str, int]) -> bool:
    """Whether both sources were published far apart, and the one also long after a day that the other names."""
    if one.source not in days or other.source not in days or days_between(one, other, days) <= DAYS:
        return False
    for mine, yours in ((one, other), (other, one)):
        if mine.when and mine.when.told and not (yours.when and yours.when.told):
            return not mine.when.first <= days[yours.source] <= mine.when.last + DAYS
    return True
