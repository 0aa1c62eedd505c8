"""Quantities read off a sentence: what number, of what, and how sure the words are of it.

No parser: numerals, number words and their qualifiers by the words around them. What counts nothing that two texts
could tell differently is left out: dates, ages, times, scores, labels ("Section 8"), increments ("12 more").
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.across import quantities_words as words
from onrecord.across.numerals import PERSONS, Number, Token, key_at, number_at, past_aside
from onrecord.across.stems import stem
from onrecord.model import Span

Sort = Literal["exact", "about", "almost", "at least", "at most", "range"]

REACH = 7
"""Words after a number among which its noun is looked for."""
_HEADS = {stem(word): stem(head) for word, head in words.HEADS.items()}
MARGIN = 0.1
"""How far "about" reaches on either side."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something."""

    span: Span
    """In the sentence, with its qualifier and unit: "more than five million"."""
    value: float
    """Of a range its lower end."""
    high: float
    """The same as `value` but for a range."""
    sort: Sort
    unit: str
    """"%", "points", a currency sign, or "" for a number of things."""
    noun: str
    """What is counted, as a stem: "person"; "" where the unit says it."""
    kind: str
    """The stem before synonyms: "refugee"."""
    counted: str
    """The noun as written; "" where there is none."""
    before: tuple[str, ...]
    """Words between the number and its noun, as written: "work-related"."""
    per: str
    """"hour" in "$15 an hour"."""
    place: tuple[int, int]
    """First and last token, the noun's included."""

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the greatest number that the words allow."""
        if self.sort == "at least":
            return (self.value, math.inf)
        if self.sort == "at most":
            return (0.0, self.value)
        if self.sort == "almost":
            return (self.value * (1 - MARGIN), self.value)
        if self.sort == "about":
            return (self.value * (1 - MARGIN), self.value * (1 + MARGIN))
        return (self.value, self.high)


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities in a sentence that another source could give differently, in order."""
    found: list[Quantity] = []
    again: Quantity | None = None
    index = 0
    while index < len(tokens):
        number = number_at(tokens, index)
        if number is None:
            index += 1
            continue
        index = number.after
        quantity = None if _no_quantity(tokens, number) else _quantity(tokens, number)
        if quantity is None:
            continue
        index = max(index, quantity.place[1] + 1)
        if _is_converted(tokens, quantity, found[-1:], "(") or _is_converted(tokens, quantity, [again], ",;"):
            again = quantity
        else:
            found.append(quantity)
    return found


def _is_converted(
    tokens: Sequence[Token], quantity: Quantity, before: Sequence[Quantity | None], joints: str
) -> bool:
    """Whether it gives the amount just before it again, in brackets and another currency: "$9 (£5; 7 euros)"."""
    begin = quantity.place[0]
    return key_at(tokens, begin - 1) in tuple(joints) and any(
        one is not None and one.place[1] == begin - 2 and one.unit != quantity.unit for one in before
    )


def _no_quantity(tokens: Sequence[Token], number: Number) -> bool:
    """Whether the number is a date, a time, an age, a score, a label, or part of a longer token."""
    if math.isnan(number.value) or number.value == 0:
        return True
    before, after = key_at(tokens, number.first - 1), key_at(tokens, number.after)
    before = key_at(tokens, number.first - 2) if before == "." else before
    touching = number.after < len(tokens) and tokens[number.after].start == tokens[number.after - 1].end
    if (
        before.rstrip(".") in words.MONTHS | words.LABELS
        or after in words.MONTHS
        or before in ("#", ":", "'", "’", "/")
    ):
        return True
    if touching and (after in (":", "/", "'", "’") or (after.isalpha() and after not in words.PERCENT)):
        return True
    if before in ("-", "–") and tokens[number.first - 1].start > 0 and number.first > 1:
        return tokens[number.first - 2].end == tokens[number.first - 1].start
    if touching and after in "-–" and key_at(tokens, number.after + 1)[:1].isdigit():
        return True
    if (before in ("from", "in") and number.high != number.value) or (before == "in" and number.value < 100):
        return True
    if _is_whole_of_part(tokens, number.first):
        return True
    if after in ("in", "of", "out") and _is_out_of(tokens, number.after + 1 + (after == "out")):
        return True
    return _is_year(number, before) or _is_age(tokens, number)


def _is_out_of(tokens: Sequence[Token], place: int) -> bool:
    """Whether another number follows, of which this one is a part: "seven of the past eight"."""
    while key_at(tokens, place) in ("of", "the", "every", "all", *words.STEP, "his", "her", "their", "its"):
        place += 1
    return number_at(tokens, place) is not None


def _is_whole_of_part(tokens: Sequence[Token], first: int) -> bool:
    """Whether a number goes before, which is a part of this one: the "five" in "three of the five"."""
    place = first - 1
    while key_at(tokens, place) in ("the", "all", "past", "last", "next", "first"):
        place -= 1
    before = key_at(tokens, place - 1)
    counted = before[:1].isdigit() or before in words.UNITS or before in words.TENS or before == "out"
    return key_at(tokens, place) == "of" and counted


def _is_year(number: Number, before: str) -> bool:
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", number.bare)) and before not in words.CURRENCIES


def _is_age(tokens: Sequence[Token], number: Number) -> bool:
    """ "47-year-old"; ", 47," after a name."""
    ahead = [key_at(tokens, number.after + n) for n in range(4)]
    if "old" in ahead or (ahead[0] in ("-", "‑") and ahead[1] in words.TIMES):
        return "old" in ahead
    return key_at(tokens, number.first - 1) == "," and ahead[0] in (",", ".", "")


def _quantity(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """The quantity with its unit and noun; None where it counts nothing that can be told."""
    first = number.first
    unit = words.CURRENCIES.get(key_at(tokens, first - 1), "")
    if unit:
        first -= 1
        if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].word.isupper():
            first -= 1
            unit = unit if tokens[first].key in ("us", "u.s") else tokens[first].word + unit
    if words.STEP & {
        key_at(tokens, first - 1),
        key_at(tokens, first - 2) if key_at(tokens, first - 1) == "the" else "",
    }:
        return None
    first, sort = _qualified(tokens, first)
    if words.STEP & {key_at(tokens, first - 1)}:
        return None
    after = number.after
    if key_at(tokens, after) in words.STEP_AFTER:
        return None
    unit, after = (unit, after) if unit else _unit(tokens, after)
    after, sort = _closing(tokens, after, sort, number)
    noun = _noun(tokens, number, after, unit)
    if noun is None:
        return None
    end = after - 1
    span = (tokens[first].start, tokens[end].end)
    kind, before, last = noun
    if not unit and number.value % 1 and _HEADS.get(kind, kind) == "person":
        return None  # people are whole: a rate or an average
    sort = "range" if number.high != number.value else sort
    return Quantity(
        span,
        number.value,
        number.high,
        sort,
        unit,
        _HEADS.get(kind, kind),
        kind,
        tokens[last].word if last >= after else ("people" if kind else ""),
        before,
        _per(tokens, last + 1),
        (first, last),
    )


def _unit(tokens: Sequence[Token], after: int) -> tuple[str, int]:
    """The unit after a number and the token after it: percent, points or a currency in words."""
    hyphen = key_at(tokens, after) in ("-", "‑")
    key = key_at(tokens, after + hyphen)
    if key == "per" and key_at(tokens, after + hyphen + 1) == "cent":
        return "%", after + hyphen + 2
    if key in ("percentage", "percent") and key_at(tokens, after + hyphen + 1).startswith("point"):
        return "points", after + hyphen + 2
    if key in words.PERCENT:
        return "%", after + hyphen + 1
    if key in ("point", "points"):
        return "points", after + hyphen + 1
    if key in words.CURRENCIES and not hyphen:
        return words.CURRENCIES[key], after + 1
    return "", after


def _qualified(tokens: Sequence[Token], first: int) -> tuple[int, Sort]:
    """Where the qualifier before the number begins, and what it says."""
    for size in (4, 3, 2, 1):
        phrase = " ".join(token.key for token in tokens[max(0, first - size) : first])
        for sort, phrases in _QUALIFIERS:
            if phrase == "over" and key_at(tokens, first - 2) in words.HANDING:
                continue
            if first >= size and phrase in phrases:
                return first - size, sort
    return first - (key_at(tokens, first - 1) == "between"), "exact"


_QUALIFIERS: tuple[tuple[Sort, frozenset[str]], ...] = (
    ("at least", frozenset(words.AT_LEAST)),
    ("at most", frozenset(words.AT_MOST)),
    ("almost", frozenset(words.ALMOST)),
    ("about", frozenset(words.ABOUT)),
)


def _closing(tokens: Sequence[Token], after: int, sort: Sort, number: Number) -> tuple[int, Sort]:
    """ "12 or more", "12+", "12-plus"."""
    key = key_at(tokens, after)
    if key == "or" and key_at(tokens, after + 1) in ("more", "so"):
        return after + 2, "at least" if key_at(tokens, after + 1) == "more" else "about"
    if key == "+" and tokens[after].start == tokens[after - 1].end:
        return after + 1, "at least"
    if key == "-" and key_at(tokens, after + 1) == "plus":
        return after + 2, "at least"
    return after, sort


def _noun(
    tokens: Sequence[Token], number: Number, after: int, unit: str
) -> tuple[str, tuple[str, ...], int] | None:
    """(stem of the noun, words before it, last token); ("", …) where the unit says enough."""
    if unit:
        return _noun_of_unit(tokens, after)
    begin = after
    if key_at(tokens, begin) == "of" and key_at(tokens, begin + 1) in (
        "the",
        "his",
        "her",
        "their",
        "its",
        "those",
    ):
        begin += 2
    for place in range(begin, min(begin + REACH, len(tokens))):
        key = tokens[place].key
        if key in words.TIMES:
            return None
        if key in words.HURT or key in words.AUXILIARIES:
            break
        if key in words.STOPS or not (key[0].isalpha() or key in "-’'"):
            break
        if key in words.FRACTIONS or key.removesuffix("s") in words.FRACTIONS:
            return None
        if _is_plural(tokens[place].word, number.value) and not _goes_on(tokens, place):
            if key_at(tokens, place + 1) == "-":
                return None
            return stem(key), tuple(token.word for token in tokens[begin:place]), place
    return _hurt(tokens, number, begin)


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name in the plural stands before the noun: "17 Sanders delegates"."""
    follows = key_at(tokens, place + 1)
    return tokens[place].word[0].isupper() and follows[:1].isalpha() and _is_plural(follows, 2)


def _noun_of_unit(tokens: Sequence[Token], after: int) -> tuple[str, tuple[str, ...], int]:
    """The noun of a share: "45 percent of likely voters"; none of money and points."""
    if key_at(tokens, after) == "of":
        for place in range(after + 1, min(after + 1 + REACH, len(tokens))):
            key = tokens[place].key
            if key in words.STOPS and key not in ("the", "its", "their", "his", "her", "all"):
                break
            if _is_plural(tokens[place].word, 2):
                return stem(key), (), place
    return "", (), after - 1


def _is_plural(word: str, value: float) -> bool:
    key = word.casefold()
    if value == 1:
        return key in PERSONS
    if key in words.PLURALS:
        return True
    return len(key) > 3 and key.endswith("s") and not key.endswith("ss") and key not in words.NOT_PLURALS


def _hurt(tokens: Sequence[Token], number: Number, begin: int) -> tuple[str, tuple[str, ...], int] | None:
    """People counted without a noun: "12 dead", "12 were killed", "killing 12"."""
    place = past_aside(tokens, begin)
    for _ in range(2):
        place += key_at(tokens, place) in words.AUXILIARIES
    if key_at(tokens, place) in words.HURT:
        return "person", (), begin - 1
    follows = key_at(tokens, begin)
    before = {key_at(tokens, number.first - n) for n in range(1, 4)}
    if before & words.HURTING and (not follows or not follows[0].isalpha() or follows in words.STOPS):
        return "person", (), begin - 1
    return None


def _per(tokens: Sequence[Token], after: int) -> str:
    """The rate in "$15 an hour", "40 percent each"."""
    key = key_at(tokens, after)
    follows = key_at(tokens, after + 1)
    if key in ("each", "apiece"):
        return "each"
    if key in words.PER and follows in words.RATES:
        return follows
    if key == "-" and follows in ("an", "a") and key_at(tokens, after + 3) in words.RATES:
        return key_at(tokens, after + 3)
    return follows if key == "per" else ""
