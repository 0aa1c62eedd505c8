"""Statements and events as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), a page for each source.

An annotation's target is the text as it was read: the source's address on the web (or else its annotated page), in
the state that the file's checksum names (RFC 6920). Words are selected by themselves and by code points of the text.
"""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from onrecord.briefing import Briefing, Entry
from onrecord.dates import in_words
from onrecord.markdown import url
from onrecord.model import UNATTRIBUTED, Event, Source, Span, Statement
from onrecord.publish.references import on_site, web

Record = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FOLDER = "docs/data/annotations"
COLLECTION = "index.jsonld"
"""No source is called so, for its page would be the list of sources."""
AROUND = 32
"""Code points of text before and after the words, to tell them from the same words elsewhere."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The files of the sources before and after."""

    before: str | None
    after: str | None


def neighbours(briefing: Briefing) -> dict[str, Neighbours]:
    """Of each source that has annotations, by name."""
    sources = [entry.source for entry in briefing.entries if size(entry)]
    files = [None, *map(file_of, sources), None]
    return {
        source.name: Neighbours(before, after)
        for source, before, after in zip(sources, files, files[2:], strict=False)
    }


def annotations(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of `FOLDER` with their content. `pages`: `annotation_page` of the sources that have one, by name."""
    entries = [entry for entry in briefing.entries if size(entry)]
    if entries:
        yield COLLECTION, collection(briefing, entries)
    for name, page in pages.items():
        yield f"{name}.jsonld", page


def size(entry: Entry) -> int:
    """How many annotations the source has."""
    return len(entry.annotations.statements) + len(entry.annotations.events)


def file_of(source: Source) -> str:
    """Where its annotations are, as a reference from a file beside it."""
    return quote(f"{source.name}.jsonld")


def collection(briefing: Briefing, entries: list[Entry]) -> str:
    """The collection of all pages."""
    return _document(
        {
            "@context": CONTEXT,
            "id": COLLECTION,
            "type": "AnnotationCollection",
            "label": briefing.title,
            "total": sum(map(size, entries)),
            "first": file_of(entries[0].source),
            "last": file_of(entries[-1].source),
        }
    )


def annotation_page(entry: Entry, beside: Neighbours) -> str:
    """The annotations of one source, statements first, each kind in the order of the page."""
    head: Record = {
        "@context": CONTEXT,
        "id": file_of(entry.source),
        "type": "AnnotationPage",
        "partOf": COLLECTION,
    }
    head |= {"prev": beside.before} if beside.before else {}
    head |= {"next": beside.after} if beside.after else {}
    text = _text_of(entry)
    items = [
        *(_of_statement(text, statement) for statement in entry.annotations.statements),
        *(_of_event(text, event) for event in entry.annotations.events),
    ]
    return _document(head | {"items": items})


@dataclass(frozen=True, slots=True)
class _Text:
    """A source as its annotations speak of it."""

    source: Source
    file: str
    resource: Record
    """The text, as it was when it was read."""


def _text_of(entry: Entry) -> _Text:
    address = url(web(entry.source)) or f"../../{on_site(entry.page)}"
    resource: Record = {"type": "SpecificResource", "source": address}
    if entry.source.sha256:
        resource["state"] = {"type": "TimeState", "cached": named_information(entry.source.sha256)}
    return _Text(entry.source, file_of(entry.source), resource)


def _document(record: Record) -> str:
    """JSON with each annotation on a line of its own."""
    line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    items = record.pop("items", None)
    fields = [f" {line(name)}: {line(value)}" for name, value in record.items()]
    if items is not None:
        fields.append(' "items": [\n  ' + ",\n  ".join(map(line, items)) + "\n ]")
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _of_statement(text: _Text, statement: Statement) -> Record:
    tags = [statement.kind, statement.act, statement.speaker.name or UNATTRIBUTED]
    return _annotation(text, statement.id, statement.content, _account(statement), tags)


def _of_event(text: _Text, event: Event) -> Record:
    words = f"{event.status}, {in_words(event.date)}" + (f" (“{event.said_as}”)" if event.said_as else "")
    return _annotation(text, event.id, (event.span,) if event.span else (), words, ["event", event.status])


def _account(statement: Statement) -> str:
    """ "Farhan Haq, deputy spokesman for Guterres: direct, said on 25 April 2022, to reporters, via CNN"."""
    who = ", ".join(filter(None, [statement.speaker.name or UNATTRIBUTED, statement.speaker.role]))
    how = [
        statement.kind,
        f"{statement.act} on {in_words(statement.said_on)}" if statement.said_on else statement.act,
        f"to {statement.to}" if statement.to else "",
        f"via {statement.via}" if statement.via else "",
    ]
    return f"{who}: {', '.join(filter(None, how))}"


def _annotation(text: _Text, ident: str, spans: tuple[Span, ...], words: str, tags: list[str]) -> Record:
    described: Record = {
        "type": "TextualBody",
        "value": words,
        "purpose": "describing",
    }
    bodies = [described, *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags)]
    targets = [text.resource | {"selector": _selectors(text.source, span)} for span in spans]
    targets = targets or [text.resource]
    return {
        "id": f"{text.file}#{quote(ident)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def named_information(sha256: str) -> str:
    """The address of a file by its checksum: `ni:///sha-256;…` (RFC 6920)."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"


def _selectors(source: Source, span: Span) -> list[Record]:
    """The words and their place; what stands around them only where all of the text is published."""
    start, end = span
    quoted: Record = {"type": "TextQuoteSelector", "exact": source.text[start:end]}
    if source.publish == "full":
        quoted |= {
            "prefix": source.text[max(0, start - AROUND) : start],
            "suffix": source.text[end : end + AROUND],
        }
    return [quoted, {"type": "TextPositionSelector", "start": start, "end": end}]
