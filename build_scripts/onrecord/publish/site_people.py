"""The regions of docs/speakers/: the list of speakers, and for each what is known, was said, and is said of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.briefing import Briefing, Entry, Person, RoleAt, Said
from onrecord.dates import day_of, in_words
from onrecord.markdown import escape, escape_block, escape_field
from onrecord.model import UNATTRIBUTED, Statement, is_speech
from onrecord.publish.citing import DOUBTED, MARKS
from onrecord.publish.dates import period_in_words, range_in_words
from onrecord.publish.site_words import (
    Names,
    annotation_address,
    capital,
    counted,
    filled_table,
    listed,
    original_link,
    person_link,
    said_link,
    unbroken,
)

UNDATED = "On a day not given"
UNVOICED = "Ascribed, not said"
ROLES_SHOWN = 2
ABOUT_SHOWN = 60
PLACES_SHOWN = 3


def speakers(briefing: Briefing) -> str:
    """The table of all speakers, the most quoted first, and who is only spoken of; repeats no quotation."""
    speaking = [person for person in briefing.people if person.said]
    silent = [person for person in briefing.people if not person.said]
    parts = ["No statement has a named speaker yet."]
    if speaking:
        head = ("Speaker", "Role, in the sources’ words", "Statements:", "Sources:", "When")
        parts = [filled_table(head, map(_row, speaking))]
    if silent:
        parts.append("## Spoken of")
        parts.append("Named in what others say, without a statement of their own.")
        parts.append("\n".join(f"- {person_link(one, '../')}: {_spoken_of(one)}" for one in silent))
    return "\n\n".join(parts)


def _row(person: Person) -> tuple[str, ...]:
    counts = (str(len(person.said)), str(_sources(person.said)))
    return (person_link(person, "../"), _roles(person), *counts, unbroken(_days(person.said)))


class Quotations:
    """Statements as they stand on speakers' pages, written source by source when they are asked for."""

    def __init__(self, names: Names, write: Callable[[Entry], Iterable[Sequence[str]]]) -> None:
        self._names, self._write = names, write
        self._sources: set[str] = set()
        self._written: dict[int, Sequence[str]] = {}

    def of(self, said: Said) -> Sequence[str]:
        """The statement's words and its last line."""
        if said.entry.source.name not in self._sources:
            self._sources.add(said.entry.source.name)
            statements = map(id, said.entry.annotations.statements)
            self._written.update(zip(statements, self._write(said.entry), strict=True))
        return self._written.get(id(said.statement)) or quotation(said, self._names)


def quotations(entry: Entry, names: Names) -> list[list[str]]:
    """[words, last line] of each statement of a source."""
    return [quotation(Said(entry, one), names) for one in entry.annotations.statements]


def quotation(said: Said, names: Names) -> list[str]:
    """The words and the last line of a statement."""
    return [escape_block(said.statement.words) or "…", " · ".join(_fields(said, names))]


def statements(person: Person, names: Names, written: Quotations) -> str:
    """One person: roles and other names, then all statements by day, then what others say."""
    said, about = _said(person, written), _about(person, names, written)
    return "\n\n".join([_summary(person), *_known(person, names), *said, *about])


def spoken_on(said: Said) -> str:
    """The ISO day of the saying, else of publication, else ""."""
    return said.statement.said_on or said.entry.source.published or ""


def _summary(person: Person) -> str:
    if not person.said:
        return f"No statement of their own; {_spoken_of(person)}."
    days = _days(person.said)
    told = counted(_sources(person.said), "source")
    words = f"{counted(len(person.said), 'statement')} in {told}{', ' + days if days else ''}."
    return f"{words} {capital(_spoken_of(person))}." if person.about else words


def _spoken_of(person: Person) -> str:
    sources = counted(_sources(person.about), "source")
    return f"spoken of in {counted(len(person.about), 'statement')} in {sources}"


def _known(person: Person, names: Names) -> Iterator[str]:
    """Roles over time, and the other forms of the name with the reason for each."""
    roles = [_role(role, names) for role in person.roles_at]
    roles = roles or [f"- {escape_block(role)}" for role in person.roles]
    if roles:
        yield "## Roles"
        yield (
            "In the sources’ words, by the day on which they give them."
            if person.roles_at
            else ("In the sources’ words.")
        )
        yield '<div class="onrecord-roles"></div>'
        yield ("\n\n" if person.roles_at else "\n").join(roles)
    if person.aliases:
        yield "## Also written"
        yield "\n".join(f"- **{escape_block(one.name)}**: {escape(one.because)}" for one in person.aliases)


def _role(role: RoleAt, names: Names) -> str:
    """The words, the days between which they are given, and where: the first place in each source."""
    days = escape(period_in_words(role.first, role.last)).strip()
    places = {said.entry.source.name: said for said in reversed(role.places)}
    links = [said_link(said, "../", names) for said in [*reversed(places.values())][:PLACES_SHOWN]]
    rest = len(places) - len(links)
    more = f" and {counted(rest, 'other source')}" if rest else ""
    where = ", ".join(links) + more if links else "as sources/briefing.yml has it"
    said_there = len(links) == 1 and role.first == role.last == spoken_on(role.places[0])
    return listed(escape_block(role.words), ["" if said_there else days, where])


def _said(person: Person, written: Quotations) -> Iterator[str]:
    voiced = [said for said in person.said if is_speech(said.statement)]
    for day, group in groupby(voiced, key=spoken_on):
        yield f"## {escape(capital(in_words(day))) if day else UNDATED}"
        yield from (_quotation(said, written) for said in group)
    unvoiced = [said for said in person.said if not is_speech(said.statement)]
    if unvoiced:
        yield f"## {UNVOICED}"
        yield from (_quotation(said, written) for said in unvoiced)


def _about(person: Person, names: Names, written: Quotations) -> Iterator[str]:
    """What others say, the latest where it is too much for one page."""
    shown = person.about[-ABOUT_SHOWN:]
    if shown:
        yield f"## What others say of {escape(person.name)}"
    if len(shown) < len(person.about):
        yield f"The latest {len(shown)} of {len(person.about):,}; the others stand on the pages of their sources."
    yield from (_quotation(said, written, f"{_speaker(said, names)} · ") for said in shown)


def _speaker(said: Said, names: Names) -> str:
    person = names.speakers.get(id(said.statement))
    return person_link(person, "../") if person else escape_field(said.statement.speaker.name or UNATTRIBUTED)


def _roles(person: Person) -> str:
    shown = "; ".join(escape(role) for role in person.roles[:ROLES_SHOWN])
    return shown + ("; …" if len(person.roles) > ROLES_SHOWN else "")


def _sources(every: Sequence[Said]) -> int:
    return len({said.entry.source.name for said in every})


def _days(every: Sequence[Said]) -> str:
    days = [day for day in {spoken_on(said) for said in every} if day_of(day)]
    return escape(range_in_words(min(days), max(days))) if days else ""


def _quotation(said: Said, written: Quotations, by: str = "") -> str:
    """A statement and its last line; `by` names the speaker where the page does not."""
    words, fields = written.of(said)
    return f"> {words}\n>\n> {by}{fields}"


def _fields(said: Said, names: Names) -> Iterator[str]:
    """The fields of a callout, its places as links."""
    statement = said.statement
    yield kind_in_words(statement)
    yield from chain(statement)
    yield from mark(statement)
    if not statement.said_on and said.entry.source.published and is_speech(statement):
        yield "date of publication"
    yield said_link(said, "../", names)
    yield f"[annotation]({annotation_address(said.entry, statement.id, '../')})"
    if found := original_link(said):
        yield found


def kind_in_words(statement: Statement) -> str:
    """ "direct", or with an act other than saying "indirect, wrote"; escaped."""
    return statement.kind if statement.act == "said" else f"{statement.kind}, {escape_field(statement.act)}"


def chain(statement: Statement) -> Iterator[str]:
    """To whom, and via whom, as fields; escaped."""
    if statement.to:
        yield f"to {escape_field(statement.to)}"
    if statement.via:
        yield f"via {escape_field(statement.via)}"


def mark(statement: Statement) -> Iterator[str]:
    """How its quotations stand in the source, as a field, where they do not stand there to the letter."""
    if words := MARKS.get(statement.verified):
        yield f"**{words}**" if statement.verified in DOUBTED else words
