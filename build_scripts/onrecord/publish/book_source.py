"""A source as the book sets it: its card, its paragraphs, and after each what is noted of it."""

import re
from collections.abc import Iterator
from typing import Any

from onrecord.briefing import Entry
from onrecord.language_names import NAMES
from onrecord.markdown import fold
from onrecord.model import (
    DESK_NOTE,
    UNATTRIBUTED,
    Event,
    Note,
    Paragraph,
    Publish,
    Source,
    Span,
    Statement,
    is_speech,
)
from onrecord.publish.book_glyphs import heading
from onrecord.publish.book_markdown import blocks, is_web
from onrecord.publish.book_places import Places, outlet_in_words, printed
from onrecord.publish.citing import DOUBTED, MARKS
from onrecord.publish.dates import in_words, without_weekday
from onrecord.publish.site_sources import words_in

DESK_NOTE_WORDS = "Desk note written for this briefing; not the outlet’s text"
NOT_KNOWN = "not known"
LABELS = {"url": "Address", "sha256": "SHA-256", "publish": "Printed here"}
PUBLISHED: dict[Publish, str] = {
    "excerpts": "only the words of its statements and events; … stands for the rest",
    "link": "only this card",
}
DIGITS = 16
"""Of the checksum: enough to tell one file from another; the whole of it is on the page and in the data."""
RUNNING = 48
"""Characters of a title in a running head; two of them share the line."""

_WORD = re.compile(r"\w")
_GAPS = re.compile(r"\s*…[\s…]*")

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
        "card": list(_card(entry)),
        "before": notes.get(0, []),
        "paragraphs": [
            {
                **_paragraph(one, entry),
                "at": places.of(source.name, one.number),
                "after": notes.get(one.number, []),
            }
            for one in printed(source)
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
            MARKS["cut"] if statement.verified == "cut" else "",
        )
        if field
    ]


def doubt_of(statement: Statement) -> str:
    """The mark of a quotation that the source does not have in these words."""
    return MARKS[statement.verified] if statement.verified in DOUBTED else ""


def event_fields(event: Event) -> list[str]:
    """How an event is told: its status and the words its date was read from."""
    return [event.status, *([f"“{fold(event.said_as)}”"] if event.said_as else [])]


def _in_contents(source: Source) -> str:
    """The line under a title in the contents: outlet or kind, and date, as far as they are known."""
    who = outlet_in_words(source) or (source.kind or "").capitalize()
    day = without_weekday(source.published) if source.published else ""
    return ", ".join(part for part in (who, day) if part)


def _paragraph(paragraph: Paragraph, entry: Entry) -> dict[str, Any]:
    source = entry.source
    words = _words(paragraph, entry)
    # The headline is set once: as the section's heading, which then has the ¶ number.
    headline = paragraph.kind == "title" and words == fold(source.label)
    kind = "headline" if headline else paragraph.kind
    return {"number": paragraph.number, "kind": kind, "words": "" if headline else words}


def _words(paragraph: Paragraph, entry: Entry) -> str:
    """The paragraph; of a source published in excerpts only its annotations' words, with ellipses for the rest.

    Its headline belongs to the card, and stays. Nothing here relies on the rest being blank already.
    """
    source = entry.source
    if source.publish == "full" or (paragraph.kind == "title" and paragraph.number == 1):
        return fold(source.text[slice(*paragraph.span)])
    start, end = paragraph.span
    shown, at = [], start
    for low, high in _annotated(entry, paragraph):
        shown += ["…"] * bool(_WORD.search(source.text, at, low)) + [source.text[low:high]]
        at = high
    shown += ["…"] * bool(not shown or _WORD.search(source.text, at, end) or "…" in source.text[at:end])
    return fold(_GAPS.sub(" … ", " ".join(shown)))


def _annotated(entry: Entry, paragraph: Paragraph) -> list[Span]:
    """The parts of a paragraph that hold words of an annotation, in order and apart."""
    start, end = paragraph.span
    noted = entry.annotations
    spans = [span for one in noted.statements for span in one.content]
    spans += [one.span for one in noted.events if one.span]
    parts: list[Span] = []
    for low, high in sorted((max(a, start), min(b, end)) for a, b in spans if a < end and b > start):
        if parts and low <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(high, parts[-1][1]))
        else:
            parts.append((low, high))
    return parts


def _card(entry: Entry) -> Iterator[dict[str, Any]]:
    """Rows of the source card; what a reader would look for and nobody knows is said to be unknown."""
    source = entry.source
    desk = source.kind == DESK_NOTE
    known = {
        "kind": source.kind if not desk else None,
        "outlet": source.outlet,
        "published": in_words(source.published) if source.published else None,
        "byline": "; ".join(source.byline),
        "agency": source.agency,
        "dateline": source.dateline,
        "updated": in_words(source.updated) if source.updated else None,
        "url": source.url,
        "rights": source.rights,
        "credits": "; ".join(source.credits),
        "text": _text(entry),
        "sha256": f"{source.sha256[:DIGITS]} …" if source.sha256 else None,
        "publish": _published(source),
    }
    labels = {**LABELS, **({"outlet": "On a report by"} if desk else {})}
    for field, words in known.items():
        if words or field in ("outlet", "published", "byline", "url", "rights"):
            yield {
                "label": labels.get(field, field.capitalize()),
                "words": words or NOT_KNOWN,
                "known": bool(words),
                "to": words if field == "url" and words and is_web(words) else "",
                "confirm": field in source.confirm,
            }


def _text(entry: Entry) -> str:
    """The file, how long its text is, and its language."""
    source, count = entry.source, words_in(entry)
    tag = source.language or ""
    language = NAMES.get(tag.partition("-")[0].lower(), tag)
    length = f"{count:,} {'word' if count == 1 else 'words'}"
    return ", ".join(part for part in (source.path, length, language) if part)


def _published(source: Source) -> str | None:
    """What of the text is in the book, where that is not all."""
    if source.publish == "full":
        return None
    return PUBLISHED[source.publish] + ("; the whole text is at its address" if source.url else "")


def _notes_by_paragraph(entry: Entry, places: Places) -> dict[int, list[Callout]]:
    """Callouts and notes by the ¶ they are set after; 0 for before the first."""
    numbers = sorted(paragraph.number for paragraph in printed(entry.source))
    found: dict[int, list[Callout]] = {}
    noted = entry.annotations
    every: list[Noted] = [*noted.notes]
    if entry.source.publish != "link":
        every += [*noted.statements, *noted.events]
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
            "mark": doubt_of(one),
        }
    if isinstance(one, Event):
        return {"is": "event", "day": in_words(one.date), "words": one.what, "fields": event_fields(one)}
    return {"is": "note", "has": blocks(one.markdown, lambda link: places.linked(link, entry.page))}
