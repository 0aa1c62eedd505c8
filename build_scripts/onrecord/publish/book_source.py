"""A source as the book sets it: its card, its paragraphs, and after each what is noted of it."""

from collections.abc import Iterator
from typing import Any

from onrecord.briefing import Entry
from onrecord.markdown import fold
from onrecord.model import DESK_NOTE, UNATTRIBUTED, Event, Note, Paragraph, Source, Statement, is_speech
from onrecord.publish.book_glyphs import heading
from onrecord.publish.book_markdown import blocks, is_web
from onrecord.publish.book_places import Places, outlet_in_words
from onrecord.publish.dates import in_words, without_weekday

DESK_NOTE_WORDS = "Desk note written for this briefing; not the outlet’s text"
NOT_FOUND = "wording not found in the source"
NOT_KNOWN = "not known"
RUNNING = 48
"""Characters of a title in a running head; two of them share the line."""

Callout = dict[str, Any]
Noted = Statement | Event | Note


def source_of(entry: Entry, places: Places) -> dict[str, Any]:
    """A source's section."""
    source = entry.source
    notes = _notes_by_paragraph(entry, places)
    return {
        "title": _held_together(heading(source.label, otherwise=source.name)),
        "running": in_a_line(fold(source.label)),
        "at": places.of(source.name),
        "desk": DESK_NOTE_WORDS if source.kind == DESK_NOTE else "",
        "contents": _in_contents(source),
        "card": list(_card(source)),
        "before": notes.get(0, []),
        "paragraphs": [
            {
                **_paragraph(one, source),
                "at": places.of(source.name, one.number),
                "after": notes.get(one.number, []),
            }
            for one in source.paragraphs
        ],
    }


def in_a_line(words: str, most: int = RUNNING) -> str:
    """`words` cut to what a running head holds, at a word where there is one."""
    if len(words) <= most:
        return words
    return _held_together(f"{words[:most].rpartition(' ')[0] or words[:most]} …")


def _held_together(words: str) -> str:
    """No line begins with the mark of what was left out."""
    return words.replace(" …", "\u00a0…")


def statement_fields(statement: Statement) -> list[str]:
    """What is known of the saying, in a fixed order, in words."""
    said_on = in_words(statement.said_on) if statement.said_on else ""
    return [
        field
        for field in (
            statement.kind,
            statement.act if statement.act != "said" else "",
            said_on,
            f"to {statement.to}" if statement.to else "",
            f"via {statement.via}" if statement.via else "",
        )
        if field
    ]


def not_found(statement: Statement) -> str:
    """The mark of words that a person put down and the source does not have."""
    return NOT_FOUND if statement.by_hand and not statement.content else ""


def event_fields(event: Event) -> list[str]:
    """How an event is told: its status and the words its date was read from."""
    return [event.status, *([f"“{fold(event.said_as)}”"] if event.said_as else [])]


def _in_contents(source: Source) -> str:
    """The line under a title in the contents: outlet or kind, and date, as far as they are known."""
    who = outlet_in_words(source) or (source.kind or "").capitalize()
    day = without_weekday(source.published) if source.published else ""
    return ", ".join(part for part in (who, day) if part)


def _paragraph(paragraph: Paragraph, source: Source) -> dict[str, Any]:
    words = fold(source.text[slice(*paragraph.span)])
    # The headline is set once: as the section's heading, which then has the ¶ number.
    headline = paragraph.kind == "title" and words == fold(source.label)
    kind = "headline" if headline else paragraph.kind
    return {"number": paragraph.number, "kind": kind, "words": "" if headline else words}


def _card(source: Source) -> Iterator[dict[str, Any]]:
    """Rows of the source card; what a reader would look for and nobody knows is said to be unknown."""
    desk = source.kind == DESK_NOTE
    known = {
        "kind": source.kind if not desk else None,
        "outlet": source.outlet,
        "published": in_words(source.published) if source.published else None,
        "byline": "; ".join(source.byline),
        "agency": source.agency,
        "dateline": source.dateline,
        "url": source.url,
        "rights": source.rights,
        "credits": "; ".join(source.credits),
    }
    labels = {"outlet": "On a report by" if desk else "Outlet", "url": "Address"}
    for field, words in known.items():
        if words or field in ("outlet", "published", "byline", "url", "rights"):
            yield {
                "label": labels.get(field, field.capitalize()),
                "words": words or NOT_KNOWN,
                "known": bool(words),
                "to": words if field == "url" and words and is_web(words) else "",
                "confirm": field in source.confirm,
            }


def _notes_by_paragraph(entry: Entry, places: Places) -> dict[int, list[Callout]]:
    """Callouts and notes by the ¶ they are set after; 0 for before the first."""
    numbers = sorted(paragraph.number for paragraph in entry.source.paragraphs)
    found: dict[int, list[Callout]] = {}
    noted = entry.annotations
    every: list[Noted] = [*noted.statements, *noted.events, *noted.notes]
    for one in sorted(every, key=_order):
        here = max((number for number in numbers if number <= one.paragraph), default=0)
        found.setdefault(here, []).append(_callout(one, entry, places))
    return found


def _order(one: Noted) -> tuple[int, int, int, tuple[int, int]]:
    """By paragraph and line of the page; what was not read from a page by its place in the text."""
    if isinstance(one, Statement):
        return (one.paragraph, one.line, 0, one.content[0] if one.content else (0, 0))
    if isinstance(one, Event):
        return (one.paragraph, one.line, 1, one.span or (0, 0))
    return (one.paragraph, one.line, 2, (0, 0))


def _callout(one: Noted, entry: Entry, places: Places) -> Callout:
    if isinstance(one, Statement):
        return {
            "is": "statement" if is_speech(one) else "thought",
            "speaker": one.speaker.name or UNATTRIBUTED,
            "role": one.speaker.role or "",
            "words": one.words,
            "fields": statement_fields(one),
            "mark": not_found(one),
        }
    if isinstance(one, Event):
        return {"is": "event", "day": in_words(one.date), "words": one.what, "fields": event_fields(one)}
    return {"is": "note", "has": blocks(one.markdown, lambda link: places.linked(link, entry.page))}
