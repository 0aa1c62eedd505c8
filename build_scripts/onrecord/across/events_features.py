"""What two tellings of an event are compared by, read off the words of each: no parser here.

Names are runs of capitalised words that are nowhere in the briefing's events written small; every other word counts
by its stem. Names in the sentence before fill in for a pronoun.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.across import events_words as words
from onrecord.briefing import Happening
from onrecord.dates import MONTHS, WEEKDAYS
from onrecord.model import Span

OPENING = 4
"""Words that open a clause."""
CACHED = 1 << 16
"""Words whose forms are remembered."""
LOOK_BACK = 300
"""Code points before an event in which a name may stand that the event calls "he"."""

_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
_CALENDAR = frozenset(
    name
    for full in (*MONTHS, *WEEKDAYS)
    for name in (full.lower(), full.lower()[:3], full.lower()[:4], f"{full.lower()}s")
) - {"mar", "sun", "wed", "sat", "mon", "marc", "frid", "satu", "sund", "mond", "tue", "thu", "fri"}
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_ACT = {stem: act for act, stems in words.ACTS.items() for stem in stems.split()}


@dataclass(frozen=True, slots=True)
class Features:
    """One telling of an event, as it is compared."""

    source: str
    span: Span | None
    days: tuple[int, int] | None
    """First and last day as ordinals; None for a date without a year."""
    names: frozenset[str]
    runs: tuple[frozenset[str], ...]
    """The names that stand together: "Sergei Lavrov" is one."""
    words: frozenset[str]
    """Stems of the other words that say something, numbers among them."""
    all: frozenset[str]
    """Names and words."""
    numbers: frozenset[str]
    acts: frozenset[str]
    """Keys of `ACTS` that the words tell."""
    subject: frozenset[str]
    """The names the clause begins with, where they name who acts."""
    places: frozenset[str]
    """Names after "in", "to" …"""
    speech: bool
    """The clause tells that something was said."""
    around: frozenset[str]
    """Names in the text just before, where a pronoun tells who acts."""

    @property
    def actor(self) -> frozenset[str]:
        """The names that may tell who acts; none where that cannot be seen."""
        return self.subject or self.around

    @property
    def heard(self) -> frozenset[str]:
        """All names, those before a pronoun included."""
        return self.names | self.around


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words from all events of a briefing together."""

    small: frozenset[str]
    """Words that some event writes small: no names."""
    short: frozenset[str]
    """Acronyms in use."""


def lexicon(happenings: Iterable[Happening]) -> Lexicon:
    """The words that stand small somewhere, and the acronyms."""
    small: set[str] = set()
    short: set[str] = set()
    for happening in happenings:
        for word in _words(happening.event.what):
            if word[:1].islower():
                small.add(_plain(word))
            elif word.isupper() and 2 <= len(word) <= 5:
                short.add(_plain(word))
    return Lexicon(frozenset(small - _CALENDAR), frozenset(short))


def capitals(happenings: Sequence[Happening]) -> set[str]:
    """The words with a capital of events and of the text before them: a lexicon tells which of them are names."""
    events = [one.event for one in happenings]
    texts = [
        *(one.what for one in events),
        *(_without(one.what, one.said_as) for one in events),
        *map(_before, happenings),
    ]
    return {_plain(word) for text in texts for word in _words(text) if word[:1].isupper()}


def features(happening: Happening, known: Lexicon) -> Features:
    """The features of one telling."""
    event = happening.event
    tokens = _words(_without(event.what, event.said_as))
    runs = _runs(tokens, known)
    names = [_name_keys(run, known) for _, run in runs]
    plain = [_stem(_plain(word)) for word in tokens]
    named = {word for _, run in runs for word in run}
    told = [stem for word, stem in zip(tokens, plain, strict=True) if word not in named and _says(stem)]
    subject = _subject(tokens, runs, known)
    return Features(
        happening.entry.source.name,
        event.span,
        span_of(event.date),
        frozenset().union(*names),
        tuple(name for name in names if name),
        frozenset(told),
        frozenset(told).union(*names),
        frozenset(stem for stem in told if stem[0].isdigit()),
        frozenset(_ACT[stem] for stem in told if stem in _ACT),
        subject,
        _places(tokens, runs, known),
        _is_speech(plain),
        _around(happening, known) if _by_pronoun(tokens, runs) else frozenset(),
    )


@lru_cache(maxsize=CACHED)
def span_of(value: str) -> tuple[int, int] | None:
    """First and last day that a date value covers, as ordinals; None without a year."""
    text = value.partition("T")[0]
    try:
        if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", text):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1).toordinal()
            return (monday + 5 if week[3] else monday, monday + 6)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            day = date.fromisoformat(text).toordinal()
            return (day, day)
        if re.fullmatch(r"\d{4}-\d\d", text):
            first = date.fromisoformat(f"{text}-01")
            return (first.toordinal(), (first + timedelta(days=31)).replace(day=1).toordinal() - 1)
        if re.fullmatch(r"\d{4}", text):
            return (date(int(text), 1, 1).toordinal(), date(int(text), 12, 31).toordinal())
    except ValueError:
        return None
    return None


def weights(all_features: Sequence[Features]) -> dict[str, float]:
    """What sharing a word is worth: rare words more than frequent ones, names twice as much."""
    counts = Counter(word for one in all_features for word in one.all)
    named = {word for one in all_features for word in one.names}
    total = len(all_features)
    return {
        word: (2.0 if word in named else 1.0) * (1 + _rarity(count, total)) for word, count in counts.items()
    }


def _rarity(count: int, total: int) -> float:
    """The binary logarithm of total / count, in whole steps, a quarter each: 0 for the commonest."""
    return (total // count).bit_length() / 4


def _words(text: str) -> list[str]:
    return list(map(_bare, _WORD.findall(text)))


@lru_cache(maxsize=CACHED)
def _bare(word: str) -> str:
    """Without the ending of a possessive, and without full stops."""
    return re.sub(r"[’']s$", "", word).replace(".", "")


@lru_cache(maxsize=CACHED)
def _plain(word: str) -> str:
    """Without accents and case."""
    if word.isascii():
        return word.casefold()
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char)).replace("’", "'")


def _without(what: str, said_as: str | None) -> str:
    return what.replace(said_as, " ; ", 1) if said_as else what


@lru_cache(maxsize=CACHED)
def _stem(word: str) -> str:
    """A light stem: irregular forms by list, then one ending off."""
    word = words.NUMBERS.get(word, word)
    if word in words.IRREGULAR:
        return words.IRREGULAR[word]
    if word in _ACT:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)] + instead
            if len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ing", "ed") and stem[-1] not in "ls":
                return stem[:-1]
            return stem if stem in _ACT or ending == "ies" else _with_e(stem)
    return words.COUNTRY.get(word, word)


def _with_e(stem: str) -> str:
    return stem + "e" if stem + "e" in _ACT else stem


def _says(stem: str) -> bool:
    return (len(stem) > 1 or stem.isdigit()) and stem not in words.COMMON and stem not in _CALENDAR


def _is_speech(stems: Sequence[str]) -> bool:
    """Whether the first stem that is an act or a saying is a saying."""
    first = next((stem for stem in stems if stem in _ACT or stem in words.SPEECH), "")
    return first in words.SPEECH


def _runs(tokens: Sequence[str], known: Lexicon) -> list[tuple[int, list[str]]]:
    """Runs of capitalised words, each with the index it starts at."""
    runs: list[tuple[int, list[str]]] = []
    open_run: list[str] | None = None
    for index, word in enumerate(tokens):
        if not _is_name(word, known):
            open_run = None
        elif open_run is None:
            open_run = [word]
            runs.append((index, open_run))
        else:
            open_run.append(word)
    return runs


def _is_name(word: str, known: Lexicon) -> bool:
    plain = _plain(word)
    if not word[:1].isupper() or len(plain) < 2:
        return False
    return plain not in known.small and plain not in words.COMMON and plain not in _CALENDAR


def _name_keys(run: Sequence[str], known: Lexicon) -> frozenset[str]:
    """The keys of a run of names: its words but titles, and the acronym its words begin with."""
    plain = [_plain(word) for word in run]
    keys = {_name_key(word) for word in plain if word not in words.TITLES}
    for size in (2, 3, 4):
        for start in range(len(plain) - size + 1):
            initials = "".join(word[0] for word in plain[start : start + size])
            keys |= {initials} & known.short
    return frozenset(keys)


@lru_cache(maxsize=CACHED)
def _name_key(word: str) -> str:
    """One key for spellings that differ in how an ending is written in Latin letters (-skyy, -skiy, -ski)."""
    word = words.COUNTRY.get(word, word)
    return re.sub(r"(?<=\w{4})(?:iy|yy|ii|ij|i)$", "y", word)


def _subject(tokens: Sequence[str], runs: Sequence[tuple[int, list[str]]], known: Lexicon) -> frozenset[str]:
    """The first names of the clause that no preposition leads to and no noun takes over."""
    for start, run in runs[:2]:
        before = _plain(tokens[start - 1]) if start else ""
        before = _plain(tokens[start - 2]) if before == "the" and start > 1 else before
        after = tokens[start + len(run)] if start + len(run) < len(tokens) else ""
        if start == 0 or before not in words.PLACE_PREPOSITIONS | {"of", "for", "by", "with", "on"}:
            return frozenset() if after in words.GROUP_NOUNS else _name_keys(run, known)
    return frozenset()


def _places(tokens: Sequence[str], runs: Sequence[tuple[int, list[str]]], known: Lexicon) -> frozenset[str]:
    """Names right after a preposition of place, the word "the" aside."""
    found: set[str] = set()
    for start, run in runs:
        back = 2 if start > 1 and _plain(tokens[start - 1]) == "the" else 1
        if start >= back and _plain(tokens[start - back]) in words.PLACE_PREPOSITIONS:
            found |= _name_keys(run, known)
    return frozenset(found)


def _by_pronoun(tokens: Sequence[str], runs: Sequence[tuple[int, list[str]]]) -> bool:
    """Whether "he", "she" or "they" opens the clause, before any name."""
    first_name = runs[0][0] if runs else len(tokens)
    return any(_plain(word) in words.PRONOUNS for word in tokens[: min(first_name, OPENING)])


def _around(happening: Happening, known: Lexicon) -> frozenset[str]:
    """Names before the clause in the source's text."""
    tokens = _words(_before(happening))
    return frozenset().union(*(_name_keys(run, known) for _, run in _runs(tokens, known)))


def _before(happening: Happening) -> str:
    """The source's text before the clause, as far as a name in it counts."""
    if happening.event.span is None:
        return ""
    start = happening.event.span[0]
    return happening.entry.source.text[max(0, start - LOOK_BACK) : start]
