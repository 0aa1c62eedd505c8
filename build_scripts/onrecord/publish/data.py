"""The analysis of one text as data: the contract that `onrecord analyse` writes."""

import json
from typing import Any

from onrecord.model import Annotations, Event, Source, Statement, TimeExpression


def analysis_json(source: Source, annotations: Annotations) -> str:
    """One source's analysis by the contract: offsets are code points of the decoded file.

    For a source whose text was drawn out of markup (.html, .md), `text` holds what the offsets count.
    """
    record: dict[str, Any] = {
        "source": _source(source),
        "paragraphs": [list(paragraph.span) for paragraph in source.paragraphs],
        "debris": [{"span": list(piece.span), "reason": piece.reason} for piece in source.debris],
        "statements": [_statement(statement) for statement in annotations.statements],
        "times": [_time(time) for time in annotations.times],
        "events": [_event(event) for event in annotations.events],
    }
    if not source.path.lower().endswith(".txt"):
        record["text"] = source.text
    return _dump(record)


def _dump(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _source(source: Source) -> dict[str, Any]:
    return {
        "name": source.name,
        "title": source.title,
        "outlet": source.outlet,
        "byline": list(source.byline),
        "agency": source.agency,
        "dateline": source.dateline,
        "published": source.published,
        "updated": source.updated,
        "url": source.url,
        "rights": source.rights,
        "credits": list(source.credits),
        "kind": source.kind,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    speaker = statement.speaker
    return {
        "id": statement.id,
        "kind": statement.kind,
        "content": [list(span) for span in statement.content],
        "cue": [list(span) for span in statement.cue],
        "speaker": {
            "mention": list(speaker.mention) if speaker.mention else None,
            "name": speaker.name,
            "role": speaker.role,
        },
        "said_on": statement.said_on,
        "to": statement.to,
        "via": statement.via,
        "act": statement.act,
        "because": list(statement.because),
    }


def _time(time: TimeExpression) -> dict[str, Any]:
    return {
        "span": list(time.span),
        "type": time.type,
        "value": time.value,
        "anchor": time.anchor,
        "rule": time.rule,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "date": event.date,
        "what": event.what,
        "span": list(event.span) if event.span else None,
        "status": event.status,
        "because": list(event.because),
    }
