"""The regions of docs/speakers/: the list of speakers, and for each one all that was said."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from onrecord.briefing import Briefing, Person, Said
from onrecord.dates import day_of, in_words
from onrecord.markdown import escape, escape_block, escape_field
from onrecord.model import is_speech
from onrecord.publish.dates import range_in_words
from onrecord.publish.site_words import annotation_address, counted, person_link, place_link, table

UNDATED = "On a day not given"
UNVOICED = "Ascribed, not said"
ROLES_SHOWN = 2


def speakers(briefing: Briefing) -> str:
    """The table of all speakers, the most quoted first; repeats no quotation."""
    if not briefing.people:
        return "No statement has a named speaker yet."
    rows = [_row(person) for person in briefing.people]
    return table(("Speaker", "Role, in the sources’ words", "Statements:", "Sources:", "When"), rows)


def _row(person: Person) -> tuple[str, ...]:
    counts = (str(len(person.said)), str(_sources(person)))
    return (person_link(person, "../"), _roles(person), *counts, _days(person))


def statements(person: Person, names: Mapping[str, str]) -> str:
    """All statements of one speaker by day, each with its kind, its source and a link to its paragraph."""
    parts = [_summary(person)]
    if person.roles:
        parts.append("\n".join(f"- {escape_block(role)}" for role in person.roles))
    voiced = [said for said in person.said if is_speech(said.statement)]
    for day, group in groupby(voiced, key=spoken_on):
        parts.append(f"## {escape(in_words(day)) if day else UNDATED}")
        parts.extend(_quotation(said, names) for said in group)
    unvoiced = [said for said in person.said if not is_speech(said.statement)]
    if unvoiced:
        parts.append(f"## {UNVOICED}")
        parts.extend(_quotation(said, names) for said in unvoiced)
    return "\n\n".join(parts)


def spoken_on(said: Said) -> str:
    """The ISO day of the saying, else of publication, else ""."""
    return said.statement.said_on or said.entry.source.published or ""


def _summary(person: Person) -> str:
    days = _days(person)
    told = counted(_sources(person), "source")
    words = f"{counted(len(person.said), 'statement')} in {told}{', ' + days if days else ''}."
    return f"{words} In the sources’ words:" if person.roles else words


def _roles(person: Person) -> str:
    shown = "; ".join(escape(role) for role in person.roles[:ROLES_SHOWN])
    return shown + ("; …" if len(person.roles) > ROLES_SHOWN else "")


def _sources(person: Person) -> int:
    return len({said.entry.source.name for said in person.said})


def _days(person: Person) -> str:
    days = sorted(day for said in person.said if day_of(day := spoken_on(said)))
    return escape(range_in_words(days[0], days[-1])) if days else ""


def _quotation(said: Said, names: Mapping[str, str]) -> str:
    words = escape_block(said.statement.words) or "…"
    return f"> {words}\n>\n> {' · '.join(_fields(said, names))}"


def _fields(said: Said, names: Mapping[str, str]) -> Iterator[str]:
    statement = said.statement
    yield statement.kind if statement.act == "said" else f"{statement.kind}, {escape_field(statement.act)}"
    if statement.to:
        yield f"to {escape_field(statement.to)}"
    if statement.via:
        yield f"via {escape_field(statement.via)}"
    if not statement.said_on and said.entry.source.published and is_speech(statement):
        yield "date of publication"
    yield place_link(said.entry, statement.paragraph, "../", names)
    yield f"[annotation]({annotation_address(said.entry, statement.id, '../')})"
