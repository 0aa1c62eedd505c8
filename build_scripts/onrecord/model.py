"""The records that flow through every stage. Imports nothing of ours.

Spans are `(start, end)` in code points of `Source.text`. Dates are ISO 8601 (`2022-04-26`) or, where a
record says so, TIMEX3 values (`2022-W17`, `2022-04`, `XXXX-04-26`).
"""

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Span = tuple[int, int]
StatementKind = Literal["direct", "mixed", "indirect"]
EventStatus = Literal["happened", "planned", "reported"]
ParagraphKind = Literal["title", "text", "subhead", "quote"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Severity = Literal["error", "warning"]
Publish = Literal["full", "excerpts", "link"]
"""How much of a source is published: its text, only the words of its annotations, or only its card."""
Verified = Literal["exact", "alike", "cut", "altered", "not found", ""]
"""How a statement's quotations stand in the source: to the character, but for typography, shortened with an
ellipsis, in other words, or not at all. Of several quotations the worst; "" where nothing is quoted."""

UNATTRIBUTED = "Unattributed"
DESK_NOTE = "desk note"
"""The kind of a source that was written for the briefing about an outlet's report."""
VOICED = frozenset(
    {"said", "wrote", "asked", "urged", "showed", "told", "called", "denied", "promised", "warned"}
)
"""The acts that are speech or writing. Any other (thought, planned, judged …) was voiced by nobody."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A span of the text worth keeping."""

    number: int
    """¶ number, from 1 in reading order."""
    span: Span
    kind: ParagraphKind = "text"
    """`title` is the headline, `subhead` a heading inside the text, `quote` a block quotation."""


@dataclass(frozen=True, slots=True)
class Debris:
    """A span of the text left out, and why."""

    span: Span
    reason: str
    """In words a reader understands: "share bar", "copyright line"."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text with what is known of it."""

    name: str
    """The file's stem; unique in a briefing."""
    path: str
    """Where the text lies, relative to the briefing, with forward slashes: `sources/NAME.txt`."""
    text: str
    """As decoded; for HTML and Markdown files the running text drawn from the markup."""
    paragraphs: tuple[Paragraph, ...] = ()
    debris: tuple[Debris, ...] = ()
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    """People only; agencies stand in `agency`."""
    agency: str | None = None
    dateline: str | None = None
    """As written: "UNITED NATIONS, April 27"."""
    published: str | None = None
    """ISO date. Never guessed: None where nobody says it."""
    updated: str | None = None
    """ISO date."""
    url: str | None = None
    rights: str | None = None
    credits: tuple[str, ...] = ()
    kind: str | None = None
    """What the text is where it is no report: "desk note", "transcript"."""
    found: tuple[tuple[str, str], ...] = ()
    """(field, where it was read): ("published", "sidecar"), ("dateline", "¶2")."""
    confirm: tuple[str, ...] = ()
    """Sidecar fields that a person has yet to confirm."""
    sha256: str = ""
    """Of the file's bytes, in hex."""
    publish: Publish = "full"
    language: str | None = None
    """BCP 47 tag, as declared by the page or told from the words; None where that is not clear."""
    dateline_place: str | None = None
    """Of the dateline, as written: "UNITED NATIONS"."""
    dateline_date: str | None = None
    """Of the dateline, as an ISO date. Without a year it is read from the day of publication, if that is known."""

    @property
    def label(self) -> str:
        """What to call this source in lists: its title, else the text's first words, else its name.

        Never the text's words where not all of them are published.
        """
        if self.title or not self.paragraphs or self.publish != "full":
            return self.title or self.name
        words = " ".join(self.text[slice(*self.paragraphs[0].span)].split())
        if len(words) <= LABEL:
            return words
        return words[:LABEL].rpartition(" ")[0].rstrip(" ,;:—–-") + " …"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it."""

    mention: Span | None = None
    """The words in the text that name the speaker beside the cue."""
    name: str | None = None
    """The canonical name ("Farhan Haq"), or the fullest description of an unnamed speaker."""
    role: str | None = None
    """In the text's own words: "deputy spokesman for Guterres"."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said. On a page: a callout of kind `quote`."""

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    """Empty where a person's callout holds words that are not in the source."""
    speaker: Speaker
    words: str
    """The content as a page shows it; see `words_of`."""
    paragraph: int
    """Number of the paragraph in which the content starts."""
    cue: tuple[Span, ...] = ()
    act: str = "said"
    """What kind of attribution: said, wrote, thought, planned, judged …"""
    said_on: str | None = None
    """ISO date of the saying."""
    to: str | None = None
    """To whom, in the text's words: "reporters"."""
    via: str | None = None
    """Who reported it, in the text's words: "CNN"."""
    because: tuple[str, ...] = ()
    """The rules that found it and its speaker, in words a person understands."""
    line: int = 0
    """Line on its annotated page, from 1; 0 for what was not read from a page."""
    by_hand: bool = False
    """A person wrote or changed this callout."""
    verified: Verified = ""
    """Set by `read_page`, against the source's whole text."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time (TimeML's TIMEX3)."""

    span: Span
    type: TimeType
    value: str
    """TIMEX3 value: `2022-04-26`, `P2M`, `PRESENT_REF`."""
    anchor: str | None
    """The ISO date it was read from; None where it is absolute."""
    rule: str
    """How it was read, in a few words: "weekday before the publication date"."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that happened or is planned. On a page: a callout of kind `event`."""

    id: str
    date: str
    """A TIMEX3 date value of any precision: `2022-04-26`, `2022-W17`, `2022-04`, `2022`."""
    what: str
    """What happened, in the text's own words."""
    span: Span | None
    """The clause in the text; None where a person's callout holds other words."""
    status: EventStatus
    paragraph: int
    said_as: str | None = None
    """The words the date was read from: "on Tuesday"."""
    because: tuple[str, ...] = ()
    line: int = 0
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A person's own: a callout of another kind, or prose."""

    markdown: str
    """As written."""
    paragraph: int
    """Number of the paragraph it stands after; 0 before the first."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Annotations:
    """What is known of one text's content: what `analyse` finds, and what `read_page` reads."""

    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownRole:
    """A role that a person holds for a time."""

    words: str
    since: str | None = None
    """ISO date; None: from the beginning."""
    until: str | None = None
    """ISO date of the last day; None: to the end."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What sources/briefing.yml says of a speaker."""

    name: str
    """The canonical name."""
    aliases: tuple[str, ...] = ()
    """Other forms that mean this person, exactly as texts write them."""
    roles: tuple[KnownRole, ...] = ()
    hidden: bool = False
    """Not listed among the speakers: no page, no index entry."""
    apart: tuple[str, ...] = ()
    """Forms that do not mean this person, whatever they look like."""


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """What sources/briefing.yml says of an outlet."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """sources/briefing.yml: what holds for all sources."""

    publish: Publish = "full"
    """For sources whose sidecar does not say."""
    people: tuple[KnownPerson, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault with a place, a sentence and a hint: data, not an exception."""

    path: str
    """Relative to the briefing."""
    line: int
    """From 1; 0 where the whole file is meant."""
    message: str
    hint: str = ""
    """What to do about it."""
    severity: Severity = "error"
    kind: str = ""
    """A short word that groups problems of one sort in reports: "orphan", "unverified"; may be empty."""

    def __str__(self) -> str:
        """`file:line: message (hint)`, as editors parse it."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}" + (f" {self.hint}" if self.hint else "")


LABEL = 60
"""Code points of a label made of a text's first words, at most."""
FRAGMENT = 4
"""An indirect statement of fewer words ("the trip", confirmed) is shown on demand."""
QUOTE_OPEN = "“\"«‘'„"
QUOTE_CLOSE = "”\"»’'“"


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words at `spans` as a page shows them: white space folded, pieces joined by " … ".

    Two pieces that are quotations of their own (the halves of a split quotation) stand side by side.
    """
    pieces = [re.sub(r"\s+", " ", text[start:end]).strip() for start, end in spans]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return ""
    joined = pieces[0]
    for piece in pieces[1:]:
        halves = joined[-1] in QUOTE_CLOSE and piece[0] in QUOTE_OPEN
        joined += (" " if halves else " … ") + piece
    return joined


def is_speech(statement: Statement) -> bool:
    """Whether pages show it first: something voiced, and more than a fragment. The rest is shown on demand."""
    short = statement.kind == "indirect" and len(statement.words.split()) < FRAGMENT
    return statement.act in VOICED and not short


def slug_of(words: str, most: int = 40) -> str:
    """`words` as lower-case ASCII letters and digits joined by hyphens, at most `most` long."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain.lower())
    slug = ""
    for part in parts:
        if len(slug) + len(part) >= most and slug:
            break
        slug = f"{slug}-{part}" if slug else part
    return slug[:most]


def name_key(name: str) -> str:
    """What two spellings of one name share: no accents, no case, no punctuation (António = Antonio)."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", plain.casefold())) or name


def annotation_id(words: str, taken: Container[str] = ()) -> str:
    """A stable id made of the annotation's own words: slug of the first few, four hex digits of all.

    Always starts with a letter and is not in `taken`.
    """
    folded = " ".join(words.split()).casefold()
    digest = hashlib.sha256(folded.encode()).hexdigest()[:4]
    base = f"{slug_of(words, 24) or 'words'}-{digest}"
    base = base if base[0].isalpha() else f"n-{base}"
    number, ident = 1, base
    while ident in taken:
        number += 1
        ident = f"{base}-{number}"
    return ident


_FIRST_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}


def date_key(value: str) -> tuple[str, str]:
    """Sorts TIMEX3 date values by their first day; of two, the more precise first."""
    week = re.match(r"(\d{4})-W(\d\d)", value)
    part = re.match(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)", value)
    if week and 0 < int(week[1]) < 9999 and 0 < int(week[2]) <= _weeks(int(week[1])):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return ((first + timedelta(days=5 if value.endswith("WE") else 0)).isoformat(), "~")
    if part:
        return (f"{part[1]}-{_FIRST_MONTH[part[2]]:02d}", "~")
    return (value[:10], value[10:])


def _weeks(year: int) -> int:
    """How many weeks the ISO year has: 28 December is always in its last."""
    return date(year, 12, 28).isocalendar().week
