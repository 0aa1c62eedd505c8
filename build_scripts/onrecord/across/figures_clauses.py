"""The clause in which a figure stands, by marks and joining words."""

from collections.abc import Sequence

from onrecord.across import quantities_words
from onrecord.across.numerals import Token, past_aside
from onrecord.across.quantities import Quantity

_BREAKS = frozenset(',;:—–()[]“”"')
_JOINTS = frozenset("while but whereas although though because which who whose".split())


def clause_of(tokens: Sequence[Token], quantity: Quantity) -> tuple[int, int]:
    """First token of the clause around a quantity, and the one after its last; "and 10 in Ostry" is another.

    Of "12 people, including two nurses, were killed" all is the clause of either number, but not of amounts: they
    would be taken for the sum that they are part of.
    """
    first, last = _between(tokens, *quantity.place)
    if quantity.unit:
        return first, last
    aside = first - 1 if tokens[first].key == "including" and first > 1 else last
    after = past_aside(tokens, aside)
    if aside < first:
        first = _between(tokens, aside - 1, aside - 1)[0]
    return first, _between(tokens, after, after)[1] if after > aside else last


def _between(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The tokens from one end of a clause to the other, the one after the last included."""
    last += 1
    while first > 0 and not breaks(tokens, first - 1):
        first -= 1
    while last < len(tokens) and not breaks(tokens, last):
        last += 1
    return first, last


def breaks(tokens: Sequence[Token], place: int) -> bool:
    """Whether a clause ends before the token at `place`, or it is a mark between two."""
    key = tokens[place].key
    follows = tokens[place + 1].key if place + 1 < len(tokens) else ""
    counts = follows[:1].isdigit() or follows in quantities_words.UNITS or follows in quantities_words.TENS
    return key in _BREAKS or key in _JOINTS or (key == "and" and counts)
