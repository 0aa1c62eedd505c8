"""People as plain values and back: what is remembered of them between builds.

Statements stand for themselves by their place among all statements of the sources.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.briefing import Alias, Entry, Person, RoleAt, Said


def statements(entries: Iterable[Entry]) -> list[Said]:
    """All statements, in the order of the sources and of their pages."""
    return [Said(entry, one) for entry in entries for one in entry.annotations.statements]


def voices(people: Iterable[Person]) -> Iterator[str]:
    """What people are called, and which statements are theirs: one text a person, for `Memory.recall`."""
    for one in people:
        # In an order that no day of a saying changes.
        said = sorted((place.entry.source.name, place.statement.id) for place in one.said)
        yield repr((one.name, [alias.name for alias in one.aliases], said))


def plain(persons: Iterable[Person], every: Sequence[Said]) -> list[list[Any]]:
    """The people as plain values; `every`: all statements."""
    # By identity: a page may give two callouts one id.
    places = {id(said.statement): number for number, said in enumerate(every)}

    def numbers(found: Iterable[Said]) -> list[int]:
        return [places[id(said.statement)] for said in found]

    return [
        [
            one.name,
            one.slug,
            list(one.roles),
            numbers(one.said),
            [[alias.name, alias.because] for alias in one.aliases],
            [[role.words, role.first, role.last, numbers(role.places)] for role in one.roles_at],
            numbers(one.about),
        ]
        for one in persons
    ]


def person(plain: Sequence[Any], every: Sequence[Said]) -> Person:
    """What `plain` made of a person, for the same statements."""
    name, slug, roles, said, aliases, roles_at, about = plain
    return Person(
        name,
        slug,
        tuple(roles),
        tuple([every[number] for number in said]),
        tuple([Alias(*alias) for alias in aliases]),
        tuple(
            [
                RoleAt(words, first, last, tuple([every[number] for number in places]))
                for words, first, last, places in roles_at
            ]
        ),
        tuple([every[number] for number in about]),
    )
