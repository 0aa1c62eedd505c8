"""Briefings for the tests of differences, from lines such as those of tests/fixtures/differences/. All invented."""

from onrecord.across.differences import differences
from onrecord.briefing import Day, Difference, Entry, Happening, Person, Said, Told
from onrecord.model import (
    Annotations,
    Event,
    EventStatus,
    Paragraph,
    Source,
    Speaker,
    Statement,
    annotation_id,
)


def entry(
    name: str,
    published: str | None,
    *paragraphs: str,
    statements: tuple[Statement, ...] = (),
    events: tuple[Event, ...] = (),
) -> Entry:
    """A source of paragraphs, with annotations as given."""
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append((len(text), len(text) + len(paragraph)))
        text += f"{paragraph}\n\n"
    numbered = tuple(Paragraph(number, span) for number, span in enumerate(spans, 1))
    source = Source(name, f"sources/{name}.txt", text, numbered, published=published)
    return Entry(source, Annotations(statements, events=events))


def entries_of(lines: str) -> list[Entry]:
    """Sources from `NAME PUBLISHED | TEXT`, one a line; `-` for a day that is not known; ` ¶ ` between paragraphs."""
    made = []
    for line in lines.strip().split("\n"):
        head, text = line.split(" | ", 1)
        name, published = head.split()
        made.append(entry(name, None if published == "-" else published, *text.split(" ¶ ")))
    return sorted(made, key=lambda one: (one.source.published or "9999", one.source.name))


def shown(lines: str) -> tuple[Difference, ...]:
    """The differences of sources that have no annotations: figures only."""
    return differences(entries_of(lines), (), ())


def in_short(found: tuple[Difference, ...]) -> str:
    """A line a difference: `KIND: POINT | POINT`, with a mark where both may agree; "none" where there is none."""
    return "\n".join(f"{one.kind}: {points(one)}{mark(one)}" for one in found) or "none"


def points(one: Difference) -> str:
    return " | ".join(side.sentence[slice(*side.point)] for side in one.sides)


def mark(one: Difference) -> str:
    return " (may agree)" if one.because.startswith("May agree") else ""


def quoted(name: str, published: str, words: str, after: str, speaker: str) -> Entry:
    """A source of one paragraph, “words” `after`, whose quotation is by `speaker`."""
    text = f"“{words}”{after}"
    content = (0, len(words) + 2)
    statement = Statement(annotation_id(words), "direct", (content,), Speaker(None, speaker), f"“{words}”", 1)
    return entry(name, published, text, statements=(statement,))


def people_of(*entries: Entry) -> tuple[Person, ...]:
    """The speakers of the entries' statements, by name."""
    said: dict[str, list[Said]] = {}
    for one in entries:
        for statement in one.annotations.statements:
            said.setdefault(statement.speaker.name or "", []).append(Said(one, statement))
    return tuple(Person(name, f"p{n}", (), tuple(of)) for n, (name, of) in enumerate(said.items()))


def happening(name: str, published: str, *told: *tuple[str, EventStatus, str, str]) -> Happening:
    """A source of one sentence that is one event: its date, status, the sentence, and the words of the date."""
    date, status, text, said_as = told
    what = text.rstrip(".")
    event = Event(annotation_id(what), date, what, (0, len(what)), status, 1, said_as)
    one = entry(name, published, text, events=(event,))
    return Happening(one, event)


def one_event(*places: Happening) -> tuple[Day, ...]:
    """A timeline of one entry."""
    told = Told("told", places, places[0].event.status)
    return (Day(told.date, places, (told,)),)
