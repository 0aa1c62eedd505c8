"""What was worked out across the sources before, found again while all that it was made of is the same."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from onrecord import plain
from onrecord.across.people_texts import runs_in
from onrecord.briefing import Entry
from onrecord.model import Speaker

Plain = TypeVar("Plain")


KEY = 64
"""Bytes of the key with which each row begins."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Results as plain values (numbers, texts, lists), kept between builds by whoever calls `collect`."""

    before: Mapping[str, bytes] = field(default_factory=dict)
    """What the last build left: name → key and value. A damaged row is as good as none.

    What there are many of has names that begin alike, up to a colon: "prints: NAME OF A SOURCE".
    """
    keys: Mapping[str, str] = field(default_factory=dict)
    """Source name → what stands for all that its entry holds, where that is known."""
    version: str = ""
    """What stands for the code that works things out: what other code left is not found."""
    now: dict[str, bytes] = field(default_factory=dict)
    """What this build leaves, in the same form."""
    prints: dict[str, "Prints"] = field(default_factory=dict)
    """See `prints`, by source name."""
    spared: list[str] = field(default_factory=list)
    """Beginnings of names that are not forgotten, though this build did not ask for them."""
    spared_names: set[str] = field(default_factory=set)
    """Such names in full."""

    def recall(self, name: str, made_of: Iterable[str], work: Callable[[], Plain]) -> Plain:
        """The value of `work`, which depends on nothing but `made_of`; it is done only if that is new."""
        key = self._key(made_of)
        row = self.now.get(name) or self.before.get(name, b"")
        if row.startswith(key):
            try:
                found: Plain = plain.load(row[KEY:])
            except ValueError:
                pass
            else:
                self.now[name] = row
                return found
        found = work()
        self.now[name] = key + plain.dump(found)
        return found

    def results(self, name: str) -> "Results":
        """Many small results under one name."""
        return Results(name, self)

    def put(self, name: str, made_of: Iterable[str], value: object) -> None:
        """Leaves a value that was worked out anew, whatever was known before."""
        self.now[name] = self._key(made_of) + plain.dump(value)

    def last(self, name: str) -> Any:
        """The value that the last build left, whatever it was made of; None where there is none."""
        return _value(self.before.get(name, b""))

    def made(self, name: str) -> Any:
        """The value that this build leaves; None where there is none."""
        return _value(self.now.get(name, b""))

    def is_known(self, name: str) -> bool:
        """Whether this build found what the last one left."""
        return name in self.now and self.now[name] is self.before.get(name)

    def spare(self, beginning: str) -> None:
        """Keeps what was known by names that begin so."""
        self.spared.append(beginning)

    def spare_sources(self, beginning: str) -> None:
        """Keeps what was known by names that begin so and end with the name of a source that is still there."""
        self.spared_names.update(beginning + name for name in self.keys)

    def news(self) -> dict[str, bytes | None]:
        """Name → row of what is not as the last build left it; None for what is to be forgotten."""
        kept, spared = self.now.keys() | self.spared_names, tuple(self.spared)
        gone = [name for name in self.before if name not in kept and not name.startswith(spared)]
        changed = {name: row for name, row in self.now.items() if self.before.get(name) is not row}
        return changed | dict.fromkeys(gone)

    def _key(self, made_of: Iterable[str]) -> bytes:
        return digest((self.version, *made_of)).encode()


class Results:
    """Many small results under one name, each found by all that it is made of; those not asked for are forgotten."""

    def __init__(self, name: str, memory: Memory) -> None:
        self._name, self._memory = name, memory
        self._before: Mapping[str, Any] = memory.recall(name, (), dict)
        self._now: dict[str, Any] = {}
        self._new = False

    def recall(self, made_of: Iterable[str], work: Callable[[], Any], *, anew: bool = False) -> Any:
        """The result of `work`, a plain value, which depends on nothing but `made_of`, unless it is to be `anew`."""
        key = digest(made_of)[:32]
        if key not in self._now:
            known = key in self._before and not anew
            self._now[key] = self._before[key] if known else work()
            self._new |= not known
        return self._now[key]

    def leave(self) -> None:
        """Leaves what was asked for to the next build."""
        if self._new or len(self._now) != len(self._before):
            self._memory.put(self._name, (), self._now)


def _value(row: bytes) -> Any:
    try:
        return plain.load(row[KEY:])
    except ValueError:
        return None


def digest(parts: Iterable[str]) -> str:
    """What stands for these texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Prints:
    """What stands for the parts of an entry, so that what depends on one part is found again when others change."""

    text: str
    """All that is read off the source alone: of one published in part, of the part and of the whole."""
    words: str
    """Its statements, but for who says them and when."""
    speakers: str
    """Who says them."""
    details: str
    """In which role, and on which day."""
    events: str
    told: str
    """The words of its events, and where these stand, but not their dates."""
    named: str
    """The names in the words of its statements and events, and where each stands."""
    each_said: Sequence[str]
    """Each of its statements."""
    each_told: Sequence[str]
    """Each of its events."""


def prints(entry: Entry, memory: Memory) -> Prints:
    """The prints of an entry, remembered where it is known by a key."""
    name = entry.source.name
    if name not in memory.prints:
        key = memory.keys.get(name)
        made = memory.recall(f"prints: {name}", (key,), lambda: _prints(entry)) if key else _prints(entry)
        memory.prints[name] = Prints(*made)
    return memory.prints[name]


def _prints(entry: Entry) -> list[Any]:
    """Lines on the page are left out: they change with every word that is written above."""
    found, home = entry.annotations, repr((entry.source.name, entry.source.published))
    told = ("", *(repr(runs_in(one.what)) for one in found.events))
    bare = (replace(one, speaker=NOBODY, said_on=None, line=0) for one in found.statements)
    return [
        digest((repr(entry.source), repr(entry.whole))),
        digest((home, *map(repr, bare))),
        digest((home, *(repr((one.id, one.speaker.name)) for one in found.statements))),
        digest((home, *(repr((one.id, one.speaker.role, one.said_on)) for one in found.statements))),
        digest((home, *(repr(replace(one, line=0)) for one in found.events))),
        digest(repr((one.what, one.said_as, one.span)) for one in found.events),
        digest((home, *(repr((one.paragraph, runs_in(one.words))) for one in found.statements), *told)),
        [digest([repr(replace(one, line=0))])[:32] for one in found.statements],
        [digest([repr(replace(one, line=0))])[:32] for one in found.events],
    ]


NOBODY = Speaker()


def texts(entries: Iterable[Entry], memory: Memory | None = None) -> Iterator[str]:
    """What stands for all that is read off the sources alone."""
    known = memory or Memory()
    return (prints(entry, known).text for entry in entries)
