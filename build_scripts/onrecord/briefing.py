"""The records of a briefing: all sources together, and what can only be seen across them. Pure data, like `model`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import repeat
from operator import attrgetter
from typing import Literal

from onrecord.model import Annotations, Event, EventStatus, Settings, Source, Span, Statement

Relation = Literal["same", "part", "paraphrase"]
"""Of one wording to the first: the same words (small differences marked), a cut-down part, or loosely the same."""
DifferenceKind = Literal["figure", "date", "speaker", "status"]
Coverage = Literal["full", "part", "contradicted", "absent"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A source in a briefing, with the annotations its page holds."""

    source: Source
    """As published: where that is not the whole text, all else in `text` is blank, with every offset in its place."""
    annotations: Annotations
    whole: Source | None = None
    """The source with its whole text, only to compare with: no word may be shown. None where `source` is whole."""

    @property
    def page(self) -> str:
        """The annotated page, relative to docs/: `sources/NAME.md`."""
        return f"sources/{self.source.name}.md"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the source it stands in."""

    entry: Entry
    statement: Statement


@dataclass(frozen=True, slots=True)
class RoleAt:
    """A role of a person with the first place that gives it."""

    words: str
    """In the text's words, or in those of sources/briefing.yml."""
    first: str | None
    """ISO date: the earliest day on which a source gives it, or what briefing.yml says; None where unknown."""
    last: str | None
    """ISO date of the latest such day."""
    places: tuple[Said, ...] = ()
    """The statements that give it, earliest first; empty for one that only briefing.yml knows."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of a person's name, and why it is taken for the same person."""

    name: str
    because: str
    """In words a person understands: "another spelling of Zelensky beside the same first name"."""


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker across the sources (also an organisation or a document), or somebody who is only spoken of.

    The latter have no statement in `said`: a statement or an event names them, at least two sources give the full
    name, and at least one of these with a title. Their roles are those titles.
    """

    name: str
    slug: str
    """File name of the speaker page without `.md`; unique in a briefing."""
    roles: tuple[str, ...]
    """Distinct roles in the texts' words, most frequent first."""
    said: tuple[Said, ...]
    """By day of saying or publication, then by source and place."""
    aliases: tuple[Alias, ...] = ()
    """Other forms in use, most frequent first."""
    roles_at: tuple[RoleAt, ...] = ()
    """The same roles over time, earliest first."""
    about: tuple[Said, ...] = ()
    """What others say of this person, in the same order as `said`."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event and the source it stands in."""

    entry: Entry
    event: Event


@dataclass(frozen=True, slots=True)
class Rival:
    """Another entry of the timeline that seems to tell the same event of another day."""

    id: str
    date: str
    """TIMEX3 date value."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the timeline with all the places that tell it."""

    id: str
    """The anchor on the timeline: the leading place's id, unique in a briefing."""
    places: tuple[Happening, ...]
    """The strictest wording first: most precise, then fullest; the others by publication."""
    status: EventStatus
    """Over all places: `planned` until a source published later tells it otherwise."""
    people: tuple[str, ...] = ()
    """Names of the briefing's people that the places name, or who tell it in a statement; by name."""
    rivals: tuple[Rival, ...] = ()

    @property
    def lead(self) -> Happening:
        """The place whose wording stands first."""
        return self.places[0]

    @property
    def date(self) -> str:
        """The most precise of the places' dates, as a TIMEX3 date value."""
        return self.places[0].event.date


@dataclass(frozen=True, slots=True)
class Day:
    """One date of the timeline with all that is told of it."""

    date: str
    """TIMEX3 date value."""
    happenings: tuple[Happening, ...]
    """Every place that tells one of its events; a place may say so less precisely."""
    told: tuple[Told, ...] = ()
    """The same places, one entry an event."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One place of a statement that several places give."""

    said: Said
    relation: Relation
    """To the first wording; of the first itself `same`."""
    marked: tuple[tuple[bool, str], ...] = ()
    """This place's words in pieces, in order: (differs from the first wording, words). Joined by one blank each."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The same statement in different sources: one speaker, several wordings."""

    id: str
    """The anchor on docs/compare.md; unique in a briefing."""
    wordings: tuple[Wording, ...]
    """The first in this set stands first: by publication date, then the fullest; the others in the same order."""

    @property
    def lead(self) -> Said:
        """The first wording's place."""
        return self.wordings[0].said


@dataclass(frozen=True, slots=True)
class Copy:
    """A source that carries the text of another."""

    entry: Entry
    share: float
    """Of its own running words, how many stand in passages that it has in common with the origin; 0 to 1."""
    whole: bool
    """Whether it counts as no report of its own; else only passages are shared."""
    because: str
    """In words: "both credit Reuters and share 71% of their words"."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Sources that go back to one text: a wire story and what carries it."""

    id: str
    """The anchor on docs/compare.md."""
    lead: Entry
    """The earliest, then the fullest in this set; not necessarily where it began."""
    agency: str | None
    """The agency that they credit."""
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two places that differ."""

    entry: Entry
    paragraph: int
    sentence: str
    """The whole sentence (or statement), white space folded."""
    point: tuple[int, int]
    """Where in `sentence` the figure, date or name stands that differs."""
    span: Span | None = None
    """The sentence in the source's text."""
    annotation: str | None = None
    """The id of the statement or event, where there is one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two places that do not say the same about one thing. Nobody is said to be right."""

    id: str
    """The anchor on docs/compare.md."""
    kind: DifferenceKind
    about: str
    """What both speak of, in words of theirs: "people have fled Ukraine"."""
    sides: tuple[Side, Side]
    """By publication."""
    because: str
    """Why they are taken to speak of one thing, in words."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A statement or an event, and who carries it."""

    kind: Literal["statement", "event"]
    id: str
    """Of its Shared or Told."""
    words: str
    cells: Mapping[str, Coverage]
    """Source name → how it carries it; absent ones are left out."""


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """What one source has and no other."""

    entry: Entry
    statements: tuple[Statement, ...]
    """Those that were voiced, in the order of the text; see `is_speech`."""
    told: tuple[Told, ...]
    """Events, in the order of the timeline."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """All sources with their annotations, and what can only be seen across them."""

    title: str
    entries: tuple[Entry, ...]
    """By publication date, then name; undated ones last."""
    people: tuple[Person, ...]
    """By number of statements, then name; those who are only spoken of last. Unattributed ones belong to nobody."""
    timeline: tuple[Day, ...]
    """By date; see `date_key`."""
    lead: str = ""
    """What people wrote on docs/index.md, in Markdown."""
    shared: tuple[Shared, ...] = ()
    """Statements that several sources give, most sources first."""
    origins: tuple[Origin, ...] = ()
    differences: tuple[Difference, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    """Statements and events that at least two sources carry, most first."""
    only_here: tuple[OnlyHere, ...] = ()
    """What no other source carries, in the order of the entries; sources that have nothing alone are left out."""
    settings: Settings = field(default_factory=Settings)


_STATEMENT = attrgetter("statement")


def by_statement(people: Iterable[Person]) -> dict[int, Person]:
    """By identity of a statement, who says it, but for unattributed ones: a page may give two callouts one id."""
    found: dict[int, Person] = {}
    for person in people:
        found.update(zip(map(id, map(_STATEMENT, person.said)), repeat(person)))
    return found


def independent(briefing: Briefing, names: frozenset[str]) -> int:
    """How many reports the sources `names` amount to when whole copies of one origin count once."""
    homes = {
        copy.entry.source.name: origin.lead.source.name
        for origin in briefing.origins
        for copy in origin.copies
        if copy.whole
    }
    return len({homes.get(name, name) for name in names})
