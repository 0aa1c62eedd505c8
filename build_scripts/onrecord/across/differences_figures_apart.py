"""What says that two figures are of two things: other names, other years, one of two, opposites."""

from collections.abc import Mapping

from onrecord.across import quantities_words as words
from onrecord.across.differences_figures_numbers import days_between, ratio
from onrecord.across.figures import Figure
from onrecord.across.figures_when import apart, far_apart
from onrecord.across.stems import stem

GENERIC = frozenset(map(stem, words.GENERIC))
"""Stems of nouns for people of any kind."""
SIZE_HURT = 2.0
"""How many times as many may be hurt in a later count of what is not dated."""
TOLL_GROWS = 3
"""Days after which a toll so far off is no other count but a later one."""
SAME_DAY = 1
"""Days between the publication of two sources that tell of one change: what rose to a number may rise again."""
_STANDING = frozenset(map(stem, words.STANDING))
_OPPOSED = tuple((stem(a), stem(b)) for a, b in words.OPPOSED)
_HEADS = {stem(word): head for word, head in words.HEADS.items()}


def conflict(one: Figure, other: Figure) -> bool:
    """Whether the words say that two things are counted."""
    if one.harm != other.harm or not _compatible(one.quantity.kind, other.quantity.kind):
        return True
    if _other_names(one, other) or _of_one_of_both(one, other) or _of_one_of_both(other, one):
        return True
    if any(mine and yours and not mine & yours for mine, yours in zip(one.times, other.times, strict=True)):
        return True
    if one.when and other.when and one.when.told and other.when.told and apart(one.when, other.when):
        return True
    if not one.harm and one.expected != other.expected:
        return True
    if one.measured and other.measured and not (one.measured & other.all or other.measured & one.all):
        return True
    mine, yours = one.modifiers, other.modifiers
    if mine and yours and not (mine & other.all or yours & one.all):
        return True
    mine, yours = one.all - other.all, other.all - one.all
    return any((a in mine and b in yours) or (b in mine and a in yours) for a, b in _OPPOSED)


def _other_names(one: Figure, other: Figure) -> bool:
    """Whether each side names somebody, in its clause or as whose the figure is, of whom the other does not speak."""
    if one.names and other.names and not (one.names & other.named or other.names & one.named):
        return True
    return bool(
        one.subject and other.subject and not (heard(one.subject, other) or heard(other.subject, one))
    )


def heard(name: frozenset[str], other: Figure) -> bool:
    """Whether the other sentence has this name, in full or in part: "Ines Tarrow", "Tarrow"."""
    return any(name <= run or run <= name for run in other.runs)


def elsewhere(one: Figure, other: Figure) -> bool:
    """Whether both clauses name places, and neither sentence has any of the other's."""
    if not one.places or not other.places:
        return False
    return not any(heard(run, other) for run in one.places) and not any(
        heard(run, one) for run in other.places
    )


def part_of_place(one: Figure, other: Figure) -> bool:
    """Whether either names a place more: what befell people in a hall is not all that befell them in its town."""
    return not all(heard(run, other) for run in one.places) or not all(
        heard(run, one) for run in other.places
    )


def _of_one_of_both(one: Figure, other: Figure) -> bool:
    """Whether the first is told of two together ("in Velmo and Ostry") and the other of only one of them."""
    if any((first | second) & (a | b) for first, second in one.joined for a, b in other.joined):
        return False
    said = other.names or other.named
    return any(bool(first & said) != bool(second & said) for first, second in one.joined)


def _compatible(kind: str, other: str) -> bool:
    """Whether two nouns may mean the same: one and the same, synonyms, or people of any kind."""
    return kind == other or kind in GENERIC or other in GENERIC or _is_synonym(kind, other)


def _is_synonym(kind: str, other: str) -> bool:
    return _HEADS.get(kind, kind) == _HEADS.get(other, other) != "person"


def moves_on(one: Figure, other: Figure, days: Mapping[str, int]) -> bool:
    """Whether either is an end of a change and the other another end or of another day, or a toll that grew."""
    dated = one.when and other.when and not far_apart(one.when, other.when)
    if (
        one.harm
        and not dated
        and ratio(one, other) > SIZE_HURT
        and days_between(one, other, days) > TOLL_GROWS
    ):
        return True
    both = one.near & other.near
    if one.quantity.noun in words.FOLLOWING or one.harm == "missing":
        return days_between(one, other, days) > 0
    if _STANDING & one.near and _STANDING & other.near:
        return days_between(one, other, days) > SAME_DAY
    if both & (words.DAILY if one.quantity.unit else words.GROWING):
        return days_between(one, other, days) > SAME_DAY
    if not one.moved and not other.moved:
        return False
    if {one.moved, other.moved} & {"from", "by"} and one.moved != other.moved:
        return True
    return not one.harm and days_between(one, other, days) > SAME_DAY
