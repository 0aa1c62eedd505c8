"""Forms of names: what is title and what is name, who can be the same person, which form is the fullest."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages.en.first_names import FEMALE, MALE, NEUTRAL, NICKNAMES
from onrecord.languages.en.organisations import (
    ADJECTIVES,
    ORGANISATION_WORDS,
    PLACE_OPENERS,
    PLACE_SHORT,
    PLACES,
)
from onrecord.languages.en.people import (
    FEMALE_WORDS,
    HONORIFICS,
    MALE_WORDS,
    ROLE_ABBREVIATIONS,
    SUFFIXES,
)
from onrecord.languages.en.roles import ROLE_SENSES, SURNAMES_TOO

_DOUBLED = re.compile(r"(.)\1+")
_ENDINGS = (
    (re.compile(r"(?:iy|yy|ii|yi|ij|yj|j|i|y)$"), "y"),
    (re.compile(r"(?:ey|ei)$"), "ey"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one place of a text gives it."""

    words: tuple[str, ...]
    """Given names, particles and family name, as written: ("Ann", "Bell")."""
    title: tuple[str, ...] = ()
    """The capitalised words before them: ("Russian", "Foreign", "Minister")."""
    suffix: str = ""
    """ "Jr.", "III" or nothing."""
    kind: str = "unknown"
    """ "person", "organisation", "place", "people" ("Russians"), "role" (a title alone) or "unknown"."""
    gender: str = ""
    """ "m", "f" or "" where title and given name do not tell."""

    @property
    def full(self) -> str:
        """The name without its title."""
        return " ".join([*self.words, self.suffix]).strip()

    @property
    def family(self) -> str:
        """Key of the family name; "" where there is none."""
        return fold(self.words[-1]) if self.words else ""

    @property
    def given(self) -> str:
        """Key of the first given name; "" where only the family name stands."""
        return fold(self.words[0]) if len(self.words) > 1 else ""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A key that spellings of one name share: no accents, no doubled letters, one ending for -iy, -ii, -ei."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]", "", plain) or word.lower()
    if len(plain) < 5:
        return plain
    plain = _DOUBLED.sub(r"\1", plain)
    for ending, by in reversed(_ENDINGS):
        plain, changed = ending.subn(by, plain)
        if changed:
            break
    return plain


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """The word in lower case without accents and closing full stop, as the word lists hold it."""
    low = word.lower().rstrip(".").replace("’", "'")
    return low if low.isascii() else unicodedata.normalize("NFKD", low).encode("ascii", "ignore").decode()


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether a word is a role noun, a shortened role or ends in one: "Deputy-Spokesman", "Sen."."""
    low = bare(word)
    if low in ROLE_SENSES or low in ROLE_ABBREVIATIONS:
        return True
    return "-" in low and (low.rpartition("-")[2] in ROLE_SENSES or low.endswith("-general"))


@lru_cache(maxsize=8192)
def read_name(words: tuple[str, ...]) -> Name:
    """Parts a run of capitalised words into title, name and suffix, and tells a person from the rest."""
    suffix = ""
    if len(words) > 1 and bare(words[-1]) in SUFFIXES:
        suffix, words = words[-1], words[:-1]
    cut = 0 if len(words) == 1 and bare(words[0]) in SURNAMES_TOO else _title_length(words)
    title, rest = words[:cut], words[cut:]
    if not rest:
        return Name((), title, suffix, "role", gender_of_words(title))
    kind = _kind(title, rest)
    gender = _gender(title, rest) if kind in ("person", "unknown") else ""
    return Name(rest, title, suffix, kind, gender)


def _title_length(words: tuple[str, ...]) -> int:
    """How many words before the name are title, people or party."""
    last = len(words) - 1
    for at in range(last, -1, -1):
        if not (is_role(words[at]) or bare(words[at]) in HONORIFICS):
            continue
        if (at == last and _is_surname(words)) or (at == 0 and last == 1 and is_given(words[0])):
            continue
        return _skip_of(words, at + 1)
    at = 0
    while at < last - 1 and bare(words[at]) in ADJECTIVES:
        at += 1
    if at == last - 1 and bare(words[at]) in ADJECTIVES and bare(words[last]) not in ORGANISATION_WORDS:
        return at if bare(words[last]) in PLACES else at + 1
    return at


def _is_surname(words: tuple[str, ...]) -> bool:
    """Whether the last word, a role noun, is a family name here: "Stephen King", "Rep. King"."""
    if len(words) < 2 or bare(words[-1]) not in SURNAMES_TOO:
        return False
    before = bare(words[-2])
    return before in MALE or before in FEMALE or before in HONORIFICS or before in ROLE_ABBREVIATIONS


def _skip_of(words: tuple[str, ...], at: int) -> int:
    """Where the name starts in "Secretary | of State Antony Blinken"."""
    if at >= len(words) or words[at] not in ("of", "for"):
        return at
    for i in range(at + 1, len(words) - 1):
        if is_given(words[i]):
            return i
    return len(words) - 2 if len(words) - at > 3 and "the" not in words[at:] else len(words)


def is_given(word: str) -> bool:
    """Whether a word is a common given name or an initial."""
    low = bare(word)
    return low in MALE or low in FEMALE or low in NEUTRAL or (len(low) == 1 and word[0].isupper())


def gender_of_words(words: tuple[str, ...]) -> str:
    """The gender that role words tell: "spokeswoman" f, "businessman" m, "spokesman" nothing."""
    lows = {bare(word).rpartition("-")[2] for word in words}
    if lows & FEMALE_WORDS:
        return "f"
    return "m" if lows & MALE_WORDS else ""


def _gender(title: tuple[str, ...], rest: tuple[str, ...]) -> str:
    for word in title:
        told = HONORIFICS.get(bare(word), "")
        if told:
            return told
    if gender_of_words(title):
        return gender_of_words(title)
    for word in rest[:-1][:2]:
        low = bare(word)
        if low in MALE or low in FEMALE:
            return "m" if low in MALE else "f"
        first = low.partition("-")[0]
        if first in MALE or first in FEMALE:
            return "m" if first in MALE else "f"
    return ""


def _kind(title: tuple[str, ...], rest: tuple[str, ...]) -> str:
    lows = [bare(word) for word in rest]
    titled = any(is_role(word) or bare(word) in HONORIFICS for word in title)
    titled = titled and not all(low in ORGANISATION_WORDS for low in lows)
    if _is_place(lows):
        return "place"
    if _is_people(lows):
        return "people"
    if (
        len(rest) > 1
        and is_given(rest[0])
        and "of" not in lows
        and lows[-1] not in ORGANISATION_WORDS - SURNAMES_TOO
    ):
        return "person"
    if any(low in ORGANISATION_WORDS for low in lows[-1:] if not titled) or "of" in lows or "&" in lows:
        return "organisation"
    if any(low in ORGANISATION_WORDS for low in lows) and not titled:
        return "organisation"
    if all(_acronym(word) for word in rest):
        return "organisation"
    return "person" if titled else "unknown"


def _is_people(lows: list[str]) -> bool:
    """ "Russians", "Georgia Republicans", "Russian"."""
    if lows[-1] == "democrats" or (lows[-1].endswith("s") and lows[-1][:-1] in ADJECTIVES):
        return True
    return len(lows) == 1 and lows[0] in ADJECTIVES


def _acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper()


def _is_place(lows: list[str]) -> bool:
    if len(lows) == 1:
        return lows[0] in PLACES or lows[0] in PLACE_SHORT
    return (
        len(lows) == 2
        and (lows[0] in PLACE_OPENERS and lows[0] not in MALE)
        and (lows[1] in PLACES or lows[0] in ("new", "san", "los", "las"))
    )


def same_given(one: str, other: str) -> bool:
    """Whether two given names (keys) can be one person's: equal, an initial, a nickname; "" fits all."""
    if not one or not other or one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    long_one, long_other = NICKNAMES.get(one, one), NICKNAMES.get(other, other)
    if long_one == long_other or NICKNAMES.get(long_one, long_one) == NICKNAMES.get(long_other, long_other):
        return True
    return fold(long_one) == fold(long_other)


def same_family(one: str, other: str) -> bool:
    """Whether two family names (keys) are spellings of one: equal, or long and one letter apart."""
    if one == other:
        return True
    if min(len(one), len(other)) < 7 or abs(len(one) - len(other)) > 1 or one[:3] != other[:3]:
        return False
    return _one_apart(one, other)


def _one_apart(one: str, other: str) -> bool:
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return (
        one[shared + 1 :] == other[shared + 1 :]
        or one[shared:] == other[shared + 1 :]
        or one[shared + 1 :] == other[shared:]
    )


def compatible(one: Name, other: Name) -> bool:
    """Whether two names with the same family name can be the same person's."""
    if one.gender and other.gender and one.gender != other.gender:
        return False
    short, full = sorted((one, other), key=lambda name: len(name.words))
    if bare(short.suffix) != bare(full.suffix) and (len(short.words) > 1 or short.suffix):
        return False  # "Bell" may be Ann Bell Jr., yet Ann Bell and Ann Bell Jr. are two
    return _given_fits(one, other)


def _given_fits(one: Name, other: Name) -> bool:
    if same_given(one.given, other.given):
        return True
    # "J. Edgar Bell" and "Edgar Bell", "Mary Ann Bell" and "Ann Bell"
    mine, theirs = {fold(w) for w in one.words[:-1]}, {fold(w) for w in other.words[:-1]}
    return any(len(word) > 1 for word in mine & theirs)


def fullest(forms: Mapping[Name, int]) -> Name:
    """The fullest form: most words spelled out, then with initials, then most frequent, then first."""

    def rank(name: Name) -> tuple[bool, int, bool, int, int]:
        spelled = sum(len(bare(word)) > 1 for word in name.words)
        return (
            is_given(name.words[0]) and len(name.words) > 1,
            spelled,
            len(bare(name.words[0])) > 1,
            len(name.words) + bool(name.suffix),
            forms[name],
        )

    return max(forms, key=rank)
