"""Forms of names: what is title and what is name, and why two forms may be one person's."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from onrecord.across import names_words as words
from onrecord.across.names_given import SHORT, SPELLED
from onrecord.across.names_sound import arabic, looks_arabic, looks_slavic, slavic, surely_slavic
from onrecord.model import name_key

Found = TypeVar("Found")
SHORTEST_TYPO = 4
"""Letters of the shortest given name that may be misspelled."""
MOST_WORDS = 5
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "'",
        "‘": "'",
    }
)
_OPENING = re.compile(r"^the\s+(?=\S)", re.I)
_ABBREVIATION = re.compile(r"\b(?:\w\.\s?){2,}")


@dataclass(frozen=True, slots=True)
class Form:
    """A name as a text writes it, taken apart; all words plain (lower case, no accents, no full stops)."""

    key: str
    """What spellings share: case, accents, punctuation and an opening "the" aside."""
    given: tuple[str, ...] = ()
    """First and middle names, or initials; empty for a family name alone."""
    family: str = ""
    """With its particles joined by blanks; "" where the form is no person's name."""
    suffix: str = ""
    title: tuple[str, ...] = ()
    """The words before the name: honorifics and role."""
    bare: str = ""
    """Given and family name and suffix, without the title."""

    @property
    def full(self) -> bool:
        """A person's name with a given name or initial."""
        return bool(self.given and self.family)

    @property
    def lone(self) -> bool:
        """One name alone, which may be a person's."""
        return bool(self.family and not self.given)

    @property
    def last(self) -> str:
        """The family name's last word."""
        return self.family.rpartition(" ")[2]

    @property
    def gender(self) -> str:
        """What the title tells: "m", "f" or ""."""
        return next((g for word in self.title if (g := words.HONORIFICS.get(word))), "")


@lru_cache(maxsize=32768)
def plain(word: str) -> str:
    """Lower case, without accents and full stops."""
    low = word.casefold().translate(_LETTERS).replace(".", "")
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


class Known(dict[str, Found]):
    """What was found out about names. What is asked for is found out, or taken from what the last build left."""

    def __init__(
        self, find: Callable[[str], Found], plain: Callable[[Found], Any], unplain: Callable[[Any], Found]
    ) -> None:
        self._find, self._plain, self._unplain = find, plain, unplain
        self._left: Mapping[str, Any] = {}

    def __missing__(self, name: str) -> Found:
        if len(self) >= MOST:
            self.clear()
        row = self._left.get(name)
        found = self[name] = self._find(name) if row is None else self._unplain(row)
        return found

    def take_over(self, left: Mapping[str, Any]) -> None:
        """Takes over what `leaving` gave in the last build."""
        self._left = left

    def leaving(self) -> dict[str, Any] | None:
        """All that is known, as plain values; None where that is what was taken over."""
        new = {name: self._plain(found) for name, found in self.items() if name not in self._left}
        return {**(self._left if len(self._left) < MOST else {}), **new} if new else None


MOST = 1 << 16
"""Names of which anything is known."""


def read_form(name: str) -> Form:
    """Takes a name apart. A description ("a spokesman"), a list or an organisation has a key only."""
    return FORMS[name]


def _read_form(name: str) -> Form:
    key = key_of(name)
    tokens = without_the(name).replace(",", " ,").split()
    low = [plain(token) for token in tokens]
    suffix = low.pop() if len(low) > 1 and low[-1] in words.SUFFIXES else ""
    low = low[:-1] if suffix and low[-1] == "," else low
    cut = title_length(low)
    title, rest = tuple(low[:cut]), low[cut:]
    if len(tokens) == 1 and tokens[0] != name.strip():
        return Form(key)  # "The Guardian" is nobody's family name
    if not is_person(tokens[cut : cut + len(rest)]) or _is_role(rest) or not _is_title(tokens[:cut], title):
        return Form(key)
    at = _family_at(rest)
    return Form(key, tuple(rest[:at]), " ".join(rest[at:]), suffix, title, " ".join((*rest, suffix)).strip())


def key_of(name: str) -> str:
    """What spellings of one name share; "the U.N." and "UN" are one, and so are "Jean-Luc" and "Jean Luc"."""
    short = _ABBREVIATION.sub(lambda m: m[0].replace(".", "").replace(" ", "") + " ", without_the(name))
    return name_key(short.translate(_LETTERS).replace("'", ""))


def without_the(name: str) -> str:
    """ "the Kremlin" is the Kremlin."""
    return _OPENING.sub("", name.strip())


def title_length(low: list[str]) -> int:
    """How many plain words before the name are title."""
    last = len(low) - 1
    for at in range(last - 1, -1, -1):
        if low[at] in words.ROLES or low[at] in words.HONORIFICS:
            return _past_office(low, at + 1)
    return 0


def _is_title(tokens: list[str], low: tuple[str, ...]) -> bool:
    """Whether words are the title of the name behind them, not of somebody else ("a spokesman for Mr. | Bell")."""
    if not tokens:
        return True
    if low[-1] in words.OF_ROLES or (low[0] not in words.ROLES and not tokens[0][0].isupper()):
        return False
    for at, word in enumerate(low):
        if not re.fullmatch(r"[\w'’.-]+", tokens[at]):
            return False
        of = at and low[at - 1] in words.OF_ROLES
        if (of and word not in words.OFFICES) or not (of or tokens[at][0].isupper() or word in _TITLE_WORDS):
            return False
    return True


_TITLE_WORDS = words.ROLES | words.OF_ROLES | words.OFFICES


def _past_office(low: list[str], at: int) -> int:
    """Where the name starts in "Secretary | of State Ada Quist"."""
    start = at
    while at < len(low) - 1 and (low[at] in words.OF_ROLES or (at > start and low[at] in words.OFFICES)):
        at += 1
    return at


def is_person(tokens: list[str]) -> bool:
    """Whether words without title can be a person's name by their looks."""
    if not tokens or len(tokens) > MOST_WORDS:
        return False
    for at, token in enumerate(tokens):
        low = plain(token)
        if low in words.PARTICLES and at < len(tokens) - 1:
            continue
        odd = not all(c.isalpha() or c in ".-'’‘" for c in token) or token.endswith(("'s", "’s"))
        if odd or not (token[0].isupper() or token[:2] in ("d'", "d’", "al", "el")) or low in words.NO_PERSON:
            return False
    return not (len(tokens) == 1 and is_abbreviation(tokens[0]))


def _is_role(low: list[str]) -> bool:
    """Whether the words are a role ("UN Secretary-General"), not somebody whose family name is one ("Ted Judge")."""
    return low[-1] in words.ROLES and (len(low) == 1 or low[0] not in SHORT)


def is_abbreviation(word: str) -> bool:
    """Whether a word is written in capitals ("UN", "F.B.I.") or too short to be a name."""
    letters = word.replace(".", "")
    return (letters.isupper() and len(letters) < 6) or len(letters) < 2


def _family_at(low: list[str]) -> int:
    """Where the family name starts, its particles included; of "de Bell" at the beginning."""
    at = len(low) - 1
    if all(word in words.PARTICLES and word not in SHORT for word in low[:-1]):
        return 0
    while at > 1 and low[at - 1] in words.PARTICLES:
        at -= 1
    return at


@lru_cache(maxsize=65536)
def same_family(one: str, other: str, first: str = "") -> str | None:
    """Why two family names are one: "" if equal; in words if romanised in two ways; None if they are not.

    `first` is the first name beside them, where those fit; without it only endings that few names have count.
    """
    if _joined(one) == _joined(other):
        return ""
    known = first in SPELLED
    slavs = slavic(one) == slavic(other) and (
        (surely_slavic(one) and surely_slavic(other))
        or (first and (known or (looks_slavic(one) and looks_slavic(other))))
    )
    arabs = _arabic(one) == _arabic(other) and (known or looks_arabic(one) or looks_arabic(other))
    umlauts = first and _umlauts(one) == _umlauts(other)
    return "another spelling of the same name" if slavs or arabs or umlauts else None


@lru_cache(maxsize=32768)
def _joined(family: str) -> str:
    """ "al-Assad", "al Assad" and "AlAssad" are one, and so are "O'Neil" and "ONeil"."""
    return _letters([family])


def _umlauts(family: str) -> str:
    """ "Mueller" and "Müller" are one."""
    return re.sub(r"(?:ue|oe|ae)", lambda found: found[0][0], _joined(family))


def _arabic(family: str) -> str:
    return arabic(family.replace(" ", "-"))


def buckets(family: str) -> frozenset[str]:
    """Keys of which two family names that may be one share at least one."""
    return BUCKETS[family]


def _buckets(family: str) -> frozenset[str]:
    keys = (_joined(family), f"s:{slavic(family)}", f"a:{_arabic(family)}", f"u:{_umlauts(family)}")
    return frozenset(keys)


def same_given(one: Form, other: Form) -> str | None:
    """Why the given names of two full forms may be one person's; None if they may not."""
    if _suffixes_clash(one, other):
        return None
    mine, theirs = one.given, other.given
    if mine[0] == theirs[0] or _letters(mine) == _letters(theirs):
        return "" if _middles_fit(mine[1:], theirs[1:]) else None
    for short, long in ((mine, theirs), (theirs, mine)):
        if len(short[0]) == 1 and len(long[0]) > 1:
            if long[0][0] == short[0] and _middles_fit(short[1:], long[1:]):
                return "an initial for the first name"
            if len(short) > 1 and short[1] == long[0]:
                return "the same name after an initial"
    if not _middles_fit(mine[1:], theirs[1:]):
        return None
    if SHORT.get(mine[0], frozenset()) & SHORT.get(theirs[0], frozenset()):
        return "a short form of the first name"
    if spelled_alike(mine[0], theirs[0]):
        return "another spelling of the first name"
    return None


def _letters(parts: Iterable[str]) -> str:
    return re.sub(r"[\W_]", "", "".join(parts))


def written_apart(one: Form, other: Form) -> bool:
    """Whether two full names differ in blanks and hyphens alone: "Kim Jong-un", "Kim Jong Un"."""
    return one.suffix == other.suffix and letters(one) == letters(other)


def letters(form: Form) -> str:
    """All letters of a full name."""
    return _letters((*form.given, form.family))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two given names are spellings of one."""
    if SPELLED.get(one, frozenset()) & SPELLED.get(other, frozenset()):
        return True
    both = min(len(one), len(other)) > 3 and one[-1] + other[-1] not in ("aa",)
    return both and looks_slavic(one) and looks_slavic(other) and slavic(one) == slavic(other)


def _suffixes_clash(one: Form, other: Form) -> bool:
    """Jr. and Sr. are two, and so are Jr. and none; what joins those is evidence of its own."""
    return one.suffix != other.suffix


def _middles_fit(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether middle names agree as far as both are given: "J" fits "John", nothing fits all."""
    if not mine or not theirs:
        return True
    pairs = list(zip(mine, theirs, strict=False))
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def misspelled(one: str, other: str) -> bool:
    """Whether two given names are one letter apart, or two neighbours changed places; -a is another name."""
    if min(len(one), len(other)) < SHORTEST_TYPO or abs(len(one) - len(other)) > 1:
        return False
    if one + "a" == other or other + "a" == one or one[:-1] == other[:-1]:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    rest = (one[at + 1 :], other[at + 1 :])
    return swapped or rest[0] == rest[1] or one[at:] == rest[1] or rest[0] == other[at:]


FORMS = Known(
    _read_form,
    lambda form: [form.key, form.given, form.family, form.suffix, form.title, form.bare],
    lambda row: Form(row[0], tuple(row[1]), row[2], row[3], tuple(row[4]), row[5]),
)
"""Names taken apart."""
BUCKETS = Known(_buckets, sorted, frozenset)
"""Family name → its `buckets`."""
