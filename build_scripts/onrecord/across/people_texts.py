"""The names that a source's text gives, each with the title before it, and the abbreviations it explains."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from onrecord.across.events_words import COMMON, COUNTRY
from onrecord.across.names import Form, key_of, plain, read_form
from onrecord.across.names_given import SHORT, SPELLED
from onrecord.across.names_words import COMMON as EVERYDAY_NAMES
from onrecord.across.names_words import HONORIFICS, OF_ROLES, PARTICLES, ROLES

_CAPITAL = r"[^\W\d_a-z](?:[\w-]|\.(?=\w)|(?<=\b\w)\.|[’'](?=[^\W\d_a-z]))*"
_SHORT = "(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Prof|Rev|St|Jr|Sr)\\."
_INSIDE = "|".join(sorted({*PARTICLES, "of", "for"}, key=lambda word: (-len(word), word)))
_NEXT = rf"[ \n](?:(?:(?:{_INSIDE})[ \n]){{0,3}}(?:{_SHORT}|{_CAPITAL})|(?:al|el)-[A-Z][\w-]+)"
_RUN = re.compile(rf"(?:{_SHORT}|{_CAPITAL})(?:{_NEXT})*")
_PART = r"(?:[^\W\d_a-z][\w’'-]*|of|the|for|and|on)"
_ABBREVIATED = re.compile(r" \(([A-Z][A-Z.]{1,7})\)")
_BEFORE = re.compile(rf"{_PART}(?: {_PART}){{1,9}}$")
BEFORE = 100
"""Characters before an abbreviation in which its words are looked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text."""

    form: Form
    words: str
    """As written, without the title."""
    title: str
    """As written: "Ukrainian President"; may be empty."""
    sure: bool
    """Whether it is surely a person's full name: a title stands before it, or the first name is known."""


class InFull(NamedTuple):
    """A full name in a text, as plain values."""

    bare: str
    """See `Form.bare`."""
    words: str
    title: str
    sure: bool
    """See `Named`."""
    titled: bool
    """Whether the title makes it a person's; see `is_titled`."""


class Text:
    """What a source's text names. Most of it is asked for in few texts, and worked out only there."""

    def __init__(
        self, runs: Sequence[str], defined: Mapping[str, str], in_full: Iterable[Sequence[Any]]
    ) -> None:
        self.defined = defined
        """Key of an abbreviation → key of what it stands for."""
        self.in_full = [InFull(*one) for one in in_full]
        """The full names, each form once."""
        self._runs = runs

    @cached_property
    def full(self) -> Mapping[str, tuple[Named, ...]]:
        """Last word of the family name → the full names, each form once."""
        return full_names(self._runs)

    @cached_property
    def titles(self) -> Mapping[str, frozenset[str]]:
        """Family name → role nouns that stand before it, alone or with the given name."""
        found: dict[str, set[str]] = defaultdict(set)
        for form in (named_by(run).form for run in self._runs):
            found[form.family] |= heads(form.title)
        return {family: frozenset(words) for family, words in found.items()}


def runs_in(text: str) -> list[str]:
    """Each run of capitalised words that can be a person's name, full or alone, with its title; each once."""
    runs = dict.fromkeys(run[0] for run in _RUN.finditer(text))
    found = (" ".join(_without_opening(run.split())) for run in runs)
    return list(dict.fromkeys(run for run in found if run and read_form(run).family))


def names_in(text: str) -> Iterator[Named]:
    """The names of `runs_in`."""
    return map(named_by, runs_in(text))


@lru_cache(maxsize=1 << 15)
def named_by(run: str) -> Named:
    """A run of words as a name."""
    form, tokens = read_form(run), run.split(" ")
    cut = len(form.title)
    return Named(form, " ".join(tokens[cut:]), " ".join(tokens[:cut]), form.full and _is_surely_person(form))


def _is_surely_person(form: Form) -> bool:
    first = form.given[0]
    if is_titled(form.title):
        return True
    return (first in SHORT or first in SPELLED) and first not in COMMON and form.last not in EVERYDAY_NAMES


def read_names(text: str) -> list[Any]:
    """What a `Text` is made of, as plain values: the runs, what abbreviations stand for, and the full names."""
    runs = runs_in(text)
    full = [named for names in full_names(runs).values() for named in names]
    rows = [[one.form.bare, one.words, one.title, one.sure, is_titled(one.form.title)] for one in full]
    return [runs, definitions(text), rows]


def names_of(text: str) -> Text:
    """The names of a whole text."""
    return Text(*read_names(text))


def full_names(runs: Iterable[str]) -> dict[str, tuple[Named, ...]]:
    """Last word of the family name → the full names, each form once, with a title where any place has one."""
    full: dict[str, dict[str, Named]] = defaultdict(dict)
    for named in map(named_by, runs):
        form = named.form
        if form.full:
            known = full[form.last].setdefault(" ".join((*form.given, form.family)), named)
            if named.title and not known.title:
                full[form.last][" ".join((*form.given, form.family))] = named
    return {family: tuple(found.values()) for family, found in full.items()}


@lru_cache(maxsize=1 << 12)
def heads(title: tuple[str, ...]) -> frozenset[str]:
    """The role nouns among plain words: what two places must share to speak of one office."""
    return frozenset(word for word in title if word in ROLES and word not in _WEAK)


_WEAK = frozenset(
    "former interim acting chief general vice deputy prime foreign head leader author host".split()
)


@lru_cache(maxsize=1 << 15)
def role_heads(role: str | None) -> frozenset[str]:
    """The role nouns of a role in words, up to what it is of: "deputy spokesman | for Ada Quist"."""
    tokens = re.findall(r"[\w-]+", role or "")
    stop = next((n for n, token in enumerate(tokens) if token in OF_ROLES), len(tokens))
    return heads(tuple(plain(token) for token in tokens[:stop]))


def is_titled(title: tuple[str, ...]) -> bool:
    """Whether plain words before a name make it a person's; a party alone does not."""
    return any(word in HONORIFICS or (word in ROLES and word not in _PARTIES) for word in title)


_PARTIES = frozenset({"republican", "democrat"})


def _without_opening(tokens: list[str]) -> list[str]:
    """A sentence's first word is no name: "When Ada Quist"; nor is a country before one: "Ukraine Ada Quist"."""
    while (
        len(tokens) > 1
        and tokens[0] != "New"
        and (plain(tokens[0]) in COMMON or plain(tokens[0]) in _CALENDAR)
    ):
        tokens = tokens[1:]
    low = [plain(token) for token in tokens]
    if (
        len(low) > 1
        and low[0] in COUNTRY
        and not any(word in ROLES or word in HONORIFICS for word in low[:-1])
    ):
        return tokens[1:]
    if len(low) == 1 and (low[0] in COMMON or low[0] in COUNTRY or low[0] in _CALENDAR):
        return []
    return tokens


_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december yes no well now""".split()
)


def definitions(text: str) -> dict[str, str]:
    """ "United Nations (UN)": an abbreviation in brackets whose letters begin the words before it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for match in _ABBREVIATED.finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - BEFORE) : match.start()])
        words, short = before[0].split() if before else [], match[1].replace(".", "")
        while words and words[0].lower() in ("the", "of", "and", "for", "on"):
            words = words[1:]
        for start in range(len(words)):
            initials = "".join(word[0] for word in words[start:] if word[0].isupper())
            if initials == short and words[start][0].isupper():
                found[key_of(short)][key_of(" ".join(words[start:]))] += 1
                break
    return {short: counts.most_common(1)[0][0] for short, counts in found.items()}
