"""Web Annotations: what the W3C's model asks for, and selectors that lead to the words."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from compare_sample import compared
from onrecord.briefing import Briefing
from onrecord.model import Annotations
from onrecord.publish.web_annotations import (
    AROUND,
    COLLECTION,
    CONTEXT,
    annotation_page,
    annotations,
    named_information,
    neighbours,
)
from test_exports import TEXT, hostile

IRI = {"type": "string", "pattern": "^[!#$%&'()*+,/:;=?@A-Za-z0-9._~\\[\\]-]+$"}
COUNT = {"type": "integer", "minimum": 0}
TEXTUAL = {
    "type": "object",
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "purpose": {"enum": ["describing", "tagging"]},
    },
    "required": ["type", "value", "purpose"],
    "additionalProperties": False,
}
QUOTE = {
    "type": "object",
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string"},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
    "required": ["type", "exact"],
    "additionalProperties": False,
}
POSITION = {
    "type": "object",
    "properties": {"type": {"const": "TextPositionSelector"}, "start": COUNT, "end": COUNT},
    "required": ["type", "start", "end"],
    "additionalProperties": False,
}
RESOURCE = {
    "type": "object",
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": IRI,
        "selector": {"type": "array", "items": {"oneOf": [QUOTE, POSITION]}, "minItems": 1},
        "state": {
            "type": "object",
            "properties": {"type": {"const": "TimeState"}, "cached": IRI},
            "required": ["type", "cached"],
            "additionalProperties": False,
        },
    },
    "required": ["source"],
    "additionalProperties": False,
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing", "tagging", "identifying", "classifying"]},
        "body": {"type": "array", "items": TEXTUAL, "minItems": 1},
        "target": {"anyOf": [RESOURCE, {"type": "array", "items": RESOURCE, "minItems": 2}]},
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
PAGE = {
    "type": "object",
    "properties": {
        "@context": {"const": CONTEXT},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": ANNOTATION, "minItems": 1},
        **dict.fromkeys(("partOf", "next", "prev"), IRI),
    },
    "required": ["@context", "id", "type", "items", "partOf"],
    "additionalProperties": False,
}
COLLECTED = {
    "type": "object",
    "properties": {
        "@context": {"const": CONTEXT},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": COUNT,
        **dict.fromkeys(("first", "last"), IRI),
    },
    "required": ["@context", "id", "type", "total", "first"],
    "additionalProperties": False,
}
"""The model's rules (W3C Recommendation of 23 February 2017), for the parts used here."""


def files(briefing: Briefing) -> dict[str, Any]:
    beside = neighbours(briefing)
    pages = {
        entry.source.name: annotation_page(entry, beside[entry.source.name])
        for entry in briefing.entries
        if entry.source.name in beside
    }
    return {name: json.loads(text) for name, text in annotations(briefing, pages)}


def faults(found: dict[str, Any]) -> list[str]:
    return [
        f"{name}: {error.json_path} {error.message}"
        for name, data in found.items()
        for error in Draft202012Validator(COLLECTED if name == COLLECTION else PAGE).iter_errors(data)
    ]


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def pages(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The pages as a program finds them: from the collection's first one on."""
    place: str | None = found[COLLECTION]["first"]
    for _ in found:
        if place:
            page = found[unquote(place)]
            yield page
            place = page.get("next")
    assert place is None, "the pages go round in a circle"


def with_fields(briefing: Briefing, **fields: Any) -> Briefing:
    return replace(
        briefing,
        entries=tuple(replace(entry, source=replace(entry.source, **fields)) for entry in briefing.entries),
    )


def test_files_keep_the_rules_of_the_model() -> None:
    Draft202012Validator.check_schema(PAGE)
    found = files(with_fields(compared(), sha256="ab" * 32))
    assert len(found) == len(compared().entries) + 1
    assert faults(found) == []


@given(TEXT.filter(bool))
def test_any_text_keeps_them(text: str) -> None:
    assert faults(files(with_fields(hostile(text), url=f"https://post.example/{text}"))) == []


def test_the_collection_leads_through_all_pages() -> None:
    briefing = compared()
    found = files(briefing)
    order = list(pages(found))
    assert [unquote(page["id"]) for page in order] == [f"{e.source.name}.jsonld" for e in briefing.entries]
    assert [page.get("prev") for page in order] == [None, *(page["id"] for page in order[:-1])]
    assert found[COLLECTION]["last"] == order[-1]["id"]
    assert {page["partOf"] for page in order} == {found[COLLECTION]["id"]}
    idents = [item["id"] for page in order for item in page["items"]]
    assert len(set(idents)) == len(idents) == found[COLLECTION]["total"]
    assert all(
        ident.startswith(f"{page['id']}#") for page in order for ident in (i["id"] for i in page["items"])
    )


def test_selectors_lead_to_the_words() -> None:
    briefing = compared()
    for entry, page in zip(briefing.entries, pages(files(briefing)), strict=True):
        text, spans = entry.source.text, []
        for target in (target for item in page["items"] for target in targets(item)):
            quoted, place = target["selector"]
            start, end = place["start"], place["end"]
            spans.append((start, end))
            assert quoted["exact"] == text[start:end]
            assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text
            assert quoted["prefix"] == text[max(0, start - AROUND) : start]
            assert len(quoted["suffix"]) == min(AROUND, len(text) - end)
        known = entry.annotations
        assert spans == [
            *(s for one in known.statements for s in one.content),
            *(e.span for e in known.events),
        ]


def test_bodies_tell_who_and_how() -> None:
    briefing = compared()
    for entry, page in zip(briefing.entries, pages(files(briefing)), strict=True):
        for statement, item in zip(entry.annotations.statements, page["items"], strict=False):
            values = [body["value"] for body in item["body"]]
            assert values[1:] == [statement.kind, statement.act, statement.speaker.name or "Unattributed"]
            assert values[0].startswith(statement.speaker.name or "Unattributed")
            assert (statement.speaker.role or "") in values[0]
        for event, item in zip(
            entry.annotations.events, page["items"][-len(entry.annotations.events) :], strict=False
        ):
            assert [body["value"] for body in item["body"]][1:] == ["event", event.status]


@pytest.mark.parametrize("publish", ["excerpts", "link"])
def test_nothing_around_the_words_where_not_all_is_published(publish: str) -> None:
    found = files(with_fields(compared(), publish=publish))
    selectors = [
        selector
        for page in pages(found)
        for item in page["items"]
        for target in targets(item)
        for selector in target["selector"]
    ]
    assert len(selectors) > 10
    assert not any({"prefix", "suffix"} & set(selector) for selector in selectors)


def test_a_source_without_annotations_has_no_file() -> None:
    """Such as one of which only the card is published."""
    briefing = compared()
    bare = replace(briefing.entries[1], annotations=Annotations())
    found = files(replace(briefing, entries=(briefing.entries[0], bare, *briefing.entries[2:])))
    assert f"{bare.source.name}.jsonld" not in found
    assert faults(found) == []
    assert len(list(pages(found))) == len(briefing.entries) - 1
    assert files(Briefing("Empty", (), (), ())) == {}


def test_words_that_are_not_in_the_source_have_no_place() -> None:
    briefing = compared()
    entry = briefing.entries[0]
    by_hand = replace(entry.annotations.statements[0], content=())
    found = files(replace(briefing, entries=(replace(entry, annotations=Annotations((by_hand,))),)))
    (item,) = found[f"{entry.source.name}.jsonld"]["items"]
    assert "selector" not in item["target"]
    assert faults(found) == []


def test_targets_are_the_original_or_the_page() -> None:
    for address, expected in (
        ("https://post.example/a", "https://post.example/a"),
        ("javascript:1", "sources/NAME.html"),
        (None, "sources/NAME.html"),
    ):
        briefing = with_fields(compared(), url=address, name="NAME")
        page = files(briefing)["NAME.jsonld"]
        target = targets(page["items"][0])[0]["source"]
        base = "https://site.example/data/annotations/NAME.jsonld"
        assert urljoin(base, target) == urljoin("https://site.example/", expected)


def test_the_state_names_the_file() -> None:
    address = named_information("ab" * 32)
    assert urlsplit(address).scheme == "ni"
    digest = address.removeprefix("ni:///sha-256;")
    assert base64.urlsafe_b64decode(digest + "=").hex() == "ab" * 32
