"""Numbers read off the tokens of a sentence: numerals, number words, powers and ranges."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.across import quantities_words as words

PERSONS = ("person", "man", "woman", "child", "soldier", "officer", "civilian")
"""Nouns after "one" that make it a count."""

ASIDE = 12
"""Tokens of an aside, at most."""

_TOKEN = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?|\be-mails?\b|[^\W\d_]+(?:[’'.][^\W\d_]+)*|\S", re.IGNORECASE)
_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NUMBER_WORDS = sorted({*words.UNITS, *words.TENS, *words.POWERS, "dozen", "half a"} - {"zero", "one"})
_HINT = re.compile(rf"\d|\b(?:{'|'.join(_NUMBER_WORDS)}|one (?:{'|'.join(PERSONS)}))\b")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a numeral or a sign of a sentence."""

    word: str
    """As written."""
    key: str
    """Without case."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number by itself: the tokens from `first` up to `after`."""

    value: float
    high: float
    first: int
    after: int
    bare: str
    """The numeral as written where it is one token, else ""."""


def has_number(text: str) -> bool:
    """Whether it is worth looking closer."""
    return _HINT.search(text.casefold()) is not None


def tokens_of(sentence: str) -> list[Token]:
    """The tokens of a sentence, in order."""
    return [Token(m[0], m[0].casefold(), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]


def number_at(tokens: Sequence[Token], index: int) -> Number | None:
    """The number or range that starts here."""
    first = _single(tokens, index)
    if first is None:
        return None
    joint = key_at(tokens, first.after)
    if joint not in ("to", "-", "–", "and", "or") or (
        joint == "and" and key_at(tokens, _skip_sign(tokens, index)) != "between"
    ):
        return first
    begin = first.after + 1
    second = _single(tokens, begin + (key_at(tokens, begin) in words.CURRENCIES))
    if second is None or (joint in "-–" and first.bare and not second.bare and second.value < 1000):
        return first
    low = first.value * _power(first, second)
    if not low < second.value or low * 100 < second.value:
        return Number(math.nan, math.nan, index, second.after, "")
    return Number(low, second.value, index, second.after, "")


def _power(first: Number, second: Number) -> float:
    """In "10 to 12 million" the power of the second is that of the first as well."""
    if first.value >= 1000 or second.value < 100:
        return 1.0
    power: float = 10.0 ** (3 * int(math.log10(second.value) // 3))
    return power if first.value < second.value / power * 1.0 else 1.0


def _skip_sign(tokens: Sequence[Token], index: int) -> int:
    return index - 2 if key_at(tokens, index - 1) in words.CURRENCIES else index - 1


def _single(tokens: Sequence[Token], index: int) -> Number | None:
    """One number: a numeral or number words, with the powers after it."""
    token = tokens[index] if index < len(tokens) else None
    if token is None:
        return None
    if token.word[0].isdigit():
        if not _NUMERAL.fullmatch(token.word):
            return None
        value, after = float(token.word.replace(",", "")), index + 1
    else:
        value, after = _spelled(tokens, index)
    if after == index:
        return None
    plain = after == index + 1
    value, after = _with_powers(tokens, value, after)
    return Number(value, value, index, after, token.word if plain and after == index + 1 else "")


def _with_powers(tokens: Sequence[Token], value: float, after: int) -> tuple[float, int]:
    """`value` times the powers that follow: "5.2 million", "$3bn", "12-million", "two dozen"."""
    begin = after
    key = key_at(tokens, after)
    if key in words.SHORT_POWERS and tokens[after].start == tokens[after - 1].end:
        return value * words.SHORT_POWERS[key], after + 1
    hyphen = key in ("-", "‑") and key_at(tokens, after + 1) in words.POWERS
    after += hyphen
    while (key := key_at(tokens, after)) in words.POWERS:
        value, after = value * words.POWERS[key], after + 1
    if key == "dozen":
        value, after = value * 12, after + 1
    if [key_at(tokens, after + n) for n in range(3)] == ["and", "a", "half"] and after > begin:
        previous = words.POWERS.get(tokens[after - 1].key, 1.0)
        value, after = value + previous / 2, after + 3
    return value, after


def _spelled(tokens: Sequence[Token], index: int) -> tuple[float, int]:
    """A number in words from here: (value, the token after it); that token is `index` where there is none."""
    key = tokens[index].key
    if key in ("a", "an"):
        follows = key_at(tokens, index + 1)
        return (1.0, index + 1) if follows in words.POWERS or follows == "dozen" else (0.0, index)
    if (
        key == "half"
        and key_at(tokens, index + 1) in ("a", "-")
        and key_at(tokens, index + 2) in words.POWERS
    ):
        return 0.5, index + 2
    if key in words.UNITS:
        return _sum_on(tokens, float(words.UNITS[key]), index + 1)
    if key in words.TENS:
        value, after = float(words.TENS[key]), index + 1
        hyphen = key_at(tokens, after) in ("-", "‑")
        unit = words.UNITS.get(key_at(tokens, after + hyphen), 0)
        return _sum_on(tokens, value + unit, after + hyphen + 1) if 0 < unit < 10 else (value, after)
    return 0.0, index


def _sum_on(tokens: Sequence[Token], value: float, after: int) -> tuple[float, int]:
    """ "two and a half", "two hundred and fifty", "two thousand three hundred"."""
    if [key_at(tokens, after + n) for n in range(3)] == ["and", "a", "half"]:
        return value + 0.5, after + 3
    if (power := words.POWERS.get(key_at(tokens, after), 0.0)) and power <= 1000:
        joined = after + 1 + (key_at(tokens, after + 1) == "and")
        if (
            joined < len(tokens)
            and not tokens[joined].word[0].isdigit()
            and tokens[joined].key not in ("a", "an")
        ):
            rest, end = _spelled(tokens, joined)
            if end > joined and rest < power:
                return value * power + rest, end
    return value, after


def past_aside(tokens: Sequence[Token], place: int) -> int:
    """Where the sentence goes on after ", including eight Velmorans," if that is here and a verb follows it."""
    if key_at(tokens, place) == "," and key_at(tokens, place + 1) == "including":
        for end in range(place + 2, min(place + ASIDE, len(tokens))):
            if tokens[end].key == ",":
                return end + 1 if key_at(tokens, end + 1) in words.AUXILIARIES else place
    return place


def key_at(tokens: Sequence[Token], index: int) -> str:
    """The token's word without case; "" beyond either end."""
    return tokens[index].key if 0 <= index < len(tokens) else ""
