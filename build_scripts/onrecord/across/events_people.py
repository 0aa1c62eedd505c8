"""Who of a briefing's people an event names."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Any

from onrecord.across.memory import Memory, prints
from onrecord.briefing import Entry, Person, by_statement
from onrecord.model import Event, Statement

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NAME = re.compile(
    r"(?!.*\b[A-Z]{4,}\b)[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|al|bin|d[aeiou]l?|el|la|le|v[ao]n|ter))*"
)
"""A name all of whose words are capitalised: no description, no headline."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"\b[^\W_0-9a-z]\w*")
"""Any word that `_WORD` finds and that begins with a capital, and some others."""


_Surnames = Mapping[str, list[tuple[tuple[str, ...], str, str]]]
"""Last word of a name or form → (all its words, the name, the form without case and accents)."""
NAMED, NAMED_BY_SOURCE = "people of events", "people of the events of each source"
"""How it is called what is remembered."""


def named_in(entries: Iterable[Entry], people: Iterable[Person], memory: Memory) -> Iterator[list[str]]:
    """Of each event, in the order of the sources, whom its words name or whose statement tells it; sorted names.

    A surname alone is a person's only where the source has the full name, and no other with that surname.
    """
    listed = [person for person in people if _NAME.fullmatch(person.name)]
    surnames, speakers = _surnames(listed), by_statement(listed)
    bearing = {word: repr(found) for word, found in surnames.items()}
    results = memory.results(NAMED_BY_SOURCE)
    for entry in entries:
        if not entry.annotations.events:
            continue
        read = prints(entry, memory)
        words = (read.text, read.told, read.words)
        capitals, tellers = results.recall((*words, ""), partial(_outline, entry))
        made_of = (*words, *(bearing[word] for word in capitals if word in bearing))
        named = results.recall(made_of, partial(_named_in, entry, surnames))
        for names, telling in zip(named, tellers, strict=True):
            said = (id(entry.annotations.statements[place]) for place in telling)
            yield sorted({*names, *(speakers[one].name for one in said if one in speakers)})
    results.leave()


def _outline(entry: Entry) -> list[Any]:
    """The plain words with a capital in a source's events; and by event the places of the statements that tell it."""
    found = entry.annotations
    capitals = {_known_plain(word) for event in found.events for word in _CAPITAL.findall(event.what)}
    tellers = [
        [place for place, one in enumerate(found.statements) if _tells(one, event)] for event in found.events
    ]
    return [sorted(capitals), tellers]


def _tells(statement: Statement, event: Event) -> bool:
    """Whether the event stands inside the statement."""
    span = event.span
    return span is not None and any(start <= span[0] and span[1] <= end for start, end in statement.content)


def _named_in(entry: Entry, surnames: _Surnames) -> list[list[str]]:
    """The names in the words of each event of a source."""
    text = cache(lambda: _plain(entry.source.text))  # made when it is asked for: it seldom is
    return [list(_named(event.what, surnames, text)) for event in entry.annotations.events]


def _surnames(people: Iterable[Person]) -> _Surnames:
    """Last word of a name or of another full form → (all its words, the name, the form without case and accents)."""
    by_last: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for person in people:
        others = [alias.name for alias in person.aliases if " " in alias.name and _NAME.fullmatch(alias.name)]
        for form in (person.name, *others):
            words = tuple(word for word in _words(form) if word not in _SUFFIXES)
            if words:
                by_last[words[-1]].append((words, person.name, _plain(form)))
    return by_last


def _named(what: str, surnames: _Surnames, text: Callable[[], str]) -> Iterator[str]:
    """Each name in an event's words: in full, or by a surname that is one person's in its source.

    `text`: the source's, without case and accents.
    """
    if not any(_known_plain(word) in surnames for word in _CAPITAL.findall(what)):
        return
    raw = _WORD.findall(what)
    words = [_known_plain(word) for word in raw]
    for place, word in enumerate(words):
        bearers = surnames.get(word)
        if not bearers or not raw[place][:1].isupper():
            continue
        full = [one for one in bearers if words[max(0, place - len(one[0]) + 1) : place + 1] == list(one[0])]
        known = [one for one in bearers if len(one[0]) > 1 and one[2] in text()]
        if any(len(parts) > 1 for parts, *_ in full):
            yield from (name for parts, name, _ in full if len(parts) > 1)
        elif len({name for _, name, _ in known}) == 1 and not _another_first_name(raw, place, known[0][0]):
            yield known[0][1]
        elif full and not known and _alone(raw, place):
            yield full[0][1]


def _alone(raw: Sequence[str], place: int) -> bool:
    """Whether no capitalised word stands on either side: "State Department" is not the speaker "State"."""
    sides = [*raw[max(0, place - 1) : place], *raw[place + 1 : place + 2]]
    return not any(word[:1].isupper() and _plain(word) not in _TITLES for word in sides)


def _another_first_name(raw: Sequence[str], place: int, parts: Sequence[str]) -> bool:
    """Whether a capitalised word before the surname, no title, makes it somebody else's ("Ann Lind", not Bo)."""
    before = raw[place - 1] if place > 1 else ""
    return before[:1].isupper() and _plain(before) not in {*parts, *_TITLES}


_TITLES = frozenset(
    "mr mrs ms dr sir sen rep gov president minister secretary general chancellor mayor judge king queen pope".split()
)


def _words(name: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(name)]


@lru_cache(maxsize=1 << 16)
def _known_plain(word: str) -> str:
    return _plain(word)


def _plain(text: str) -> str:
    """Without case and accents. Only what is not ASCII is taken apart: most of a text is."""
    return _BEYOND_ASCII.sub(_without_marks, text.casefold())


def _without_marks(match: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFKD", match[0])
    return "".join(char for char in apart if not unicodedata.combining(char))
