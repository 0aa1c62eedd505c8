"""People across the sources: one record a person, whatever form of the name a text uses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.across import people_about, people_plain, people_read, people_units
from onrecord.across.memory import Memory, prints
from onrecord.across.names import read_form
from onrecord.across.people_join import Cluster
from onrecord.across.people_texts import Text, names_of
from onrecord.briefing import Alias, Entry, Person, RoleAt, Said
from onrecord.model import KnownPerson, Settings, slug_of

NOTHING_SET = Settings()
NOT_FILES = frozenset(
    {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""The list of speakers, and what Windows takes for devices, with any suffix: `con.md` cannot be written there."""


def people(
    entries: Sequence[Entry], settings: Settings = NOTHING_SET, memory: Memory | None = None
) -> tuple[Person, ...]:
    """Who says something, most statements first; then who is only spoken of, in at least two sources.

    Unattributed statements belong to nobody; people hidden by sources/briefing.yml are left out.
    """
    memory = memory or Memory()
    read = [prints(entry, memory) for entry in entries]
    made_of = [text for one in read for text in (one.text, one.named, one.speakers, one.details)]
    people_read.spare(memory)
    found = memory.recall(
        people_plain.PEOPLE, (repr(settings.people), *made_of), lambda: _found(entries, settings, memory)
    )
    home = people_plain.by_source(entries)
    return tuple([people_plain.person(one, home) for one in found])


def _found(entries: Sequence[Entry], settings: Settings, memory: Memory) -> list[list[Any]]:
    every = people_plain.statements(entries)
    said = [item for item in every if item.statement.speaker.name]
    people_read.take_over(memory)
    texts = people_read.texts(entries, memory)
    joined = people_units.join(said, texts, settings)
    spoken: dict[Cluster, list[Said]] = defaultdict(list)
    for item in said:
        spoken[joined.home[_unit(item)]].append(item)
    shown = {
        e.source.name: texts[e.source.name] if e.whole is None else names_of(e.source.text) for e in entries
    }
    named = people_about.named(people_about.Naming(entries, joined, texts, shown), every, spoken, memory)
    people_read.leave(memory)
    persons = _gathered(spoken, named, _written(shown, joined.home), settings)
    return people_plain.plain(_persons(persons, [_name(one) for one in persons], joined.because), every)


def _gathered(
    spoken: Mapping[Cluster, list[Said]],
    named: people_about.Named,
    written: Mapping[Cluster, list["_Writing"]],
    settings: Settings,
) -> list["_Gathered"]:
    """Everybody who is listed, with what they say, what is said of them, and how texts that are shown write them."""
    everybody = (*spoken, *named.silent)
    known = {one: settings.people[one.known] for one in everybody if one.known is not None}
    return [
        _Gathered(
            one,
            sorted(spoken.get(one, ()), key=_place),
            sorted(named.about.get(one, ()), key=_place),
            written.get(one, []),
            known.get(one),
        )
        for one in everybody
        if not (one in known and known[one].hidden)
    ]


@dataclass(frozen=True, slots=True)
class _Writing:
    """A full name in a text."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All there is of one person."""

    cluster: Cluster
    said: list[Said]
    """By day, source and place, as `about`."""
    about: list[Said]
    written: list[_Writing]
    known: KnownPerson | None


def _unit(item: Said) -> str:
    return people_units.unit_of(item.statement.speaker.name or "", item.entry.source.name)


def _written(texts: Mapping[str, Text], home: Mapping[str, Cluster]) -> dict[Cluster, list[_Writing]]:
    """The full names that the texts give, by cluster."""
    found: dict[Cluster, list[_Writing]] = defaultdict(list)
    for text in texts.values():
        for name in text.in_full:
            if name.bare in home:
                found[home[name.bare]].append(_Writing(name.words, name.title))
    return found


def _persons(
    gathered: Sequence[_Gathered], names: Sequence[str], because: Mapping[str, str]
) -> tuple[Person, ...]:
    order = sorted(range(len(gathered)), key=lambda n: (names[n], min(gathered[n].cluster.units)))
    slugs = _slugs([names[n] for n in order])
    found = []
    for slug, n in zip(slugs, order, strict=True):
        one = gathered[n]
        roles_at = _roles_at(one)
        found.append(
            Person(
                names[n],
                slug,
                _roles(one),
                tuple(one.said),
                aliases=_aliases(one, names[n], because),
                roles_at=roles_at,
                about=tuple(one.about),
            )
        )
    return tuple(sorted(found, key=lambda p: (-len(p.said), p.name, p.slug)))


def _forms(one: _Gathered) -> Counter[str]:
    """The forms in use, with how often each stands as the speaker; those only written in texts count nothing."""
    forms = Counter(item.statement.speaker.name or "" for item in one.said)
    for writing in one.written:
        forms[writing.name] += 0
    return forms


def _name(one: _Gathered) -> str:
    """The canonical form: sources/briefing.yml's, else of the full forms without a title the one most in use."""
    if one.known:
        return one.known.name
    forms, texts = _forms(one), Counter(writing.name for writing in one.written)

    def rank(name: str) -> tuple[bool, bool, bool, int, int, int, str]:
        form = read_form(name)
        initial = not form.full or len(form.given[0]) == 1
        capitals = name.isupper() and form.full
        return (
            not form.full,
            initial,
            bool(form.title) or capitals,
            -forms[name],
            -texts[name],
            -len(name.split()),
            name,
        )

    return min(forms, key=rank)


def _aliases(one: _Gathered, name: str, because: Mapping[str, str]) -> tuple[Alias, ...]:
    """The other forms in use with the reasons, most frequent first."""
    forms, units = (
        _forms(one),
        {item.statement.speaker.name: _unit(item) for item in reversed(one.said)},
    )
    aliases, looks = [], {_look(name)}
    for form in sorted(forms, key=lambda form: (-forms[form], form)):
        if _look(form) not in looks:
            looks.add(_look(form))
            told = because.get(units.get(form, "")) or people_units.reason(form, name, one.cluster, one.known)
            aliases.append(Alias(form, told))
    return tuple(aliases)


def _look(name: str) -> str:
    """Capitals and the shape of the apostrophe make no other form."""
    return name.casefold().replace("’", "'")


def _roles(one: _Gathered) -> tuple[str, ...]:
    """Most frequent first; of somebody who never speaks the titles that the texts give."""
    roles = Counter(item.statement.speaker.role for item in one.said if item.statement.speaker.role)
    if not one.said:
        roles = Counter(writing.title for writing in one.written if writing.title)
    return tuple(role for role in sorted(roles, key=lambda r: (-roles[r], r or "")) if role)


def _roles_at(one: _Gathered) -> tuple[RoleAt, ...]:
    """Each role that a statement gives, with the days on which it is given, earliest first."""
    places: dict[str, list[Said]] = defaultdict(list)
    for item in one.said:
        if item.statement.speaker.role:
            places[item.statement.speaker.role].append(item)
    for item in one.about if not one.said else ():
        for title in people_about.titles(item.statement.words, one.cluster):
            places[title].append(item)
    held = {}
    for words, at in places.items():
        days = [day for item in at if (day := _day(item))]
        held[words] = RoleAt(words, min(days, default=None), max(days, default=None), tuple(at))
    for role in one.known.roles if one.known else ():
        held[role.words] = RoleAt(role.words, role.since, role.until, tuple(places.get(role.words, ())))
    return tuple(sorted(held.values(), key=lambda role: (role.first or "", role.last or "9999", role.words)))


def _day(item: Said) -> str | None:
    return item.statement.said_on or item.entry.source.published


def _place(item: Said) -> tuple[str, str, int, int]:
    return (_day(item) or "9999", item.entry.source.name, item.statement.paragraph, item.statement.line)


def _slugs(names: Iterable[str]) -> list[str]:
    """File names of the speaker pages, in the same order; unique, and none of `NOT_FILES`."""
    slugs: list[str] = []
    taken = set(NOT_FILES)
    for name in names:
        base = slug_of(name, 60) or "speaker"
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        slugs.append(slug)
    return slugs
