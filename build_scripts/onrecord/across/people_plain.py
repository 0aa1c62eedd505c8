"""People as plain values and back: what is remembered of them between builds.

Statements stand for themselves by their source and their place among its statements.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.across.memory import Memory, digest, prints
from onrecord.briefing import Alias, Entry, Person, RoleAt, Said

PEOPLE = "people"
"""Under which name they are remembered."""


def statements(entries: Iterable[Entry]) -> list[Said]:
    """All statements, in the order of the sources and of their pages."""
    return [Said(entry, one) for entry in entries for one in entry.annotations.statements]


def by_source(entries: Iterable[Entry]) -> dict[str, list[Said]]:
    """Source name → its statements."""
    found: dict[str, list[Said]] = defaultdict(list)
    for said in statements(entries):
        found[said.entry.source.name].append(said)
    return found


def voices(people: Sequence[Person], entries: Iterable[Entry], memory: Memory) -> str:
    """What stands for what people are called, and for which statements are theirs."""
    read = (prints(entry, memory).speakers for entry in entries)
    known = memory.now.get(PEOPLE)
    if known is None:
        return digest(_voices(people))
    made_of = (hashlib.sha256(known).hexdigest(), *read)
    return memory.recall("voices", made_of, lambda: digest(_voices(people)))


def _voices(people: Iterable[Person]) -> Iterator[str]:
    for one in people:
        # In an order that no day of a saying changes.
        said = sorted([f"{place.entry.source.name}#{place.statement.id}" for place in one.said])
        yield "\n".join((one.name, *[alias.name for alias in one.aliases], "", *said))


def plain(persons: Iterable[Person], every: Iterable[Said]) -> list[list[Any]]:
    """The people as plain values; `every`: all statements."""
    places: dict[int, tuple[str, int]] = {}
    count: Counter[str] = Counter()
    for said in every:
        name = said.entry.source.name
        # By identity: a page may give two callouts one id.
        places[id(said.statement)] = (name, count[name])
        count[name] += 1
    return [_plain(one, places) for one in persons]


def _plain(one: Person, places: Mapping[int, tuple[str, int]]) -> list[Any]:
    """A person by the sources that speak of them: what is said in others changes nothing here."""
    numbers: dict[str, int] = {}

    def at(found: Iterable[Said]) -> list[int]:
        flat = []
        for said in found:
            name, place = places[id(said.statement)]
            flat += [numbers.setdefault(name, len(numbers)), place]
        return flat

    roles_at = [[role.words, role.first, role.last, at(role.places)] for role in one.roles_at]
    aliases = [[alias.name, alias.because] for alias in one.aliases]
    said, about = at(one.said), at(one.about)
    return [one.name, one.slug, list(one.roles), said, aliases, roles_at, about, list(numbers)]


def person(plain: Sequence[Any], home: Mapping[str, Sequence[Said]]) -> Person:
    """What `plain` made of a person. `home`: source name → its statements."""
    name, slug, roles, said, aliases, roles_at, about, names = plain
    sources = [home[name] for name in names]

    def at(flat: Sequence[int]) -> tuple[Said, ...]:
        pairs = iter(flat)
        return tuple([sources[number][place] for number, place in zip(pairs, pairs, strict=True)])

    return Person(
        name,
        slug,
        tuple(roles),
        at(said),
        tuple([Alias(*alias) for alias in aliases]),
        tuple([RoleAt(words, first, last, at(places)) for words, first, last, places in roles_at]),
        at(about),
    )
