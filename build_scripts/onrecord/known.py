"""What a person knows of speakers and outlets (sources/briefing.yml), put into what the tool has read."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from onrecord.model import (
    Annotations,
    KnownOutlet,
    KnownPerson,
    KnownRole,
    Settings,
    Source,
    Speaker,
    Statement,
    name_key,
)


def of_source(settings: Settings, source: Source) -> Source:
    """The source with its outlet's canonical name."""
    if not source.outlet:
        return source
    name = _outlets(settings.outlets).get(name_key(source.outlet), source.outlet)
    return replace(source, outlet=name)


def of_annotations(settings: Settings, source: Source, annotations: Annotations) -> Annotations:
    """The annotations with canonical names, and the roles that hold on the day of the saying."""
    people = _people(settings.people)
    if not people:
        return annotations
    statements = tuple(_known(people, source, one) for one in annotations.statements)
    return replace(annotations, statements=statements)


def role_on(person: KnownPerson, day: str | None) -> str | None:
    """The role that briefing.yml gives a person on an ISO day; of several the last that began. None: none."""
    holding = [role for role in person.roles if _holds(role, day)]
    return max(holding, key=lambda role: role.since or "").words if holding else None


def _holds(role: KnownRole, day: str | None) -> bool:
    """On an unknown day only a role without dates holds."""
    if day is None:
        return not role.since and not role.until
    return (role.since or day) <= day <= (role.until or day)


@lru_cache(maxsize=8)
def _outlets(outlets: tuple[KnownOutlet, ...]) -> dict[str, str]:
    """Key of each form → canonical name."""
    return {name_key(form): one.name for one in outlets for form in (*one.aliases, one.name)}


@lru_cache(maxsize=8)
def _people(people: tuple[KnownPerson, ...]) -> dict[str, KnownPerson]:
    """Key of each form → who it means."""
    return {name_key(form): one for one in people for form in _forms(one)}


def _forms(person: KnownPerson) -> Iterable[str]:
    return (*person.aliases, person.name)


def _known(people: dict[str, KnownPerson], source: Source, statement: Statement) -> Statement:
    speaker = statement.speaker
    person = people.get(name_key(speaker.name)) if speaker.name else None
    if person is None:
        return statement
    role = role_on(person, statement.said_on or source.published) or speaker.role
    return replace(statement, speaker=Speaker(speaker.mention, person.name, role))
