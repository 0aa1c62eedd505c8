"""docs/data/briefing.json and its schema: everything is there, everything is described, nothing more."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from compare_sample import compared
from onrecord.briefing import Briefing, OnlyHere, Rival
from onrecord.model import Annotations, Note
from onrecord.publish.briefing_data import briefing_json, schema
from onrecord.publish.references import references
from test_exports import SAMPLE, TEXT, hostile

SCHEMA: dict[str, Any] = json.loads(schema())
VALIDATOR = Draft202012Validator(SCHEMA)


def written(briefing: Briefing) -> str:
    return briefing_json(briefing, references(briefing)).decode()


def read(briefing: Briefing) -> Any:
    return json.loads(written(briefing))


def noted() -> Briefing:
    """The compared sample with a note, a fact, a rival, and a statement by hand that has no place in the text."""
    briefing = compared()
    first = briefing.entries[0]
    first = replace(first, source=replace(first.source, found=(("dateline", "¶2"),)))
    day = briefing.timeline[0]
    day = replace(day, told=(replace(day.told[0], rivals=(Rival("x-2", "2031"),)), *day.told[1:]))
    by_hand = replace(first.annotations.statements[0], id="by-hand-1", content=(), by_hand=True)
    kept = Annotations(
        (*first.annotations.statements, by_hand),
        events=first.annotations.events,
        notes=(Note("Ask *her*.", 1),),
    )
    entries = (replace(first, annotations=kept), *briefing.entries[1:])
    alone = OnlyHere(first, first.annotations.statements[:1], day.told[:1])
    return replace(briefing, entries=entries, timeline=(day, *briefing.timeline[1:]), only_here=(alone,))


def faults(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def objects(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside the schema, with its place."""
    if isinstance(node, dict):
        yield path, node
        for name, below in node.items():
            if name in ("properties", "$defs"):
                for key, value in below.items():
                    yield from objects(value, f"{path}.{name}.{key}")
            elif name == "items":
                yield from objects(below, f"{path}.items")


# The schema


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schema_describes_every_field_and_allows_no_other() -> None:
    found = list(objects(SCHEMA))
    assert len(found) > 100
    for path, node in found:
        if node.get("type") == "object":
            assert node["additionalProperties"] is False, path
            assert node["required"] == list(node["properties"]), path
        if ".properties." in path.removesuffix(".items") and not path.endswith(".items"):
            assert node.get("title"), path
            assert len(node.get("description", "")) > 14, path


# The data


@pytest.mark.parametrize("briefing", [noted(), SAMPLE, Briefing("Empty", (), (), ())], ids=lambda b: b.title)
def test_data_fit_the_schema(briefing: Briefing) -> None:
    assert faults(read(briefing)) == []


@given(TEXT.filter(bool))
def test_any_text_fits_and_comes_back(text: str) -> None:
    data = read(hostile(text))
    assert faults(data) == []
    assert data["title"] == text
    assert data["events"][0]["what"] == text


def places(node: Any) -> Iterator[tuple[list[Any] | dict[str, Any], Any]]:
    """Every (container, key) of the data."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(items):
        yield node, key
        yield from places(value)


def test_any_field_too_many_or_too_few_is_a_fault() -> None:
    """So the schema and the data cannot drift apart."""
    data = read(noted())
    kinds = {
        tuple(sorted(value)) for container, key in places(data) if isinstance(value := container[key], dict)
    }
    assert len(kinds) == sum(node.get("type") == "object" for _, node in objects(SCHEMA)) - 1
    for kind in kinds:
        for change in ("more", *kind):
            broken = copy.deepcopy(data)
            record = next(
                value
                for container, key in places(broken)
                if isinstance(value := container[key], dict) and tuple(sorted(value)) == kind
            )
            if change == "more":
                record["more"] = 1
            else:
                del record[change]
            assert faults(broken), f"{kind}: {change}"


def test_every_list_of_the_sample_is_filled() -> None:
    """Or the tests here would hold for nothing."""
    assert [name for name, value in read(noted()).items() if value == []] == []


def test_references_lead_to_what_is_there() -> None:
    data = read(noted())
    statements = {one["at"] for one in data["statements"]}
    events = {one["at"] for one in data["events"]}
    speakers, sources = {one["page"] for one in data["speakers"]}, {one["name"] for one in data["sources"]}
    for one in data["statements"]:
        assert one["at"] == f"{one['page']}#{one['id']}"
        assert one["person"] is None or one["person"] in speakers
        assert one["shared"] is None or one["shared"] in {shared["id"] for shared in data["shared"]}
    for speaker in data["speakers"]:
        assert {*speaker["said"], *speaker["about"]} <= statements
        assert {place for role in speaker["roles_over_time"] for place in role["places"]} <= statements
    for entry in data["timeline"]:
        assert set(entry["places"]) <= events
    assert {one["entry"] for one in data["events"]} == {entry["id"] for entry in data["timeline"]}
    assert {wording["at"] for shared in data["shared"] for wording in shared["wordings"]} <= statements
    assert {cell["source"] for row in data["coverage"] for cell in row["sources"]} <= sources
    assert {copied["source"] for origin in data["origins"] for copied in origin["copies"]} <= sources
    for one in data["only_here"]:
        assert one["source"] in sources
        assert set(one["statements"]) <= statements
        assert set(one["entries"]) <= {entry["id"] for entry in data["timeline"]}
    sides = [side for difference in data["differences"] for side in difference["sides"]]
    assert {side["at"] for side in sides if side["at"]} <= statements | events


def test_spans_hold_the_words() -> None:
    briefing = compared()
    texts = {entry.page: entry.source.text for entry in briefing.entries}
    data = read(briefing)
    for one in data["statements"]:
        assert one["content"], one["at"]
        for start, end in one["content"]:
            assert " ".join(texts[one["page"]][start:end].split()) in one["words"]
    for one in data["events"]:
        assert texts[one["page"]][slice(*one["span"])] == one["what"]
    for side in (side for difference in data["differences"] for side in difference["sides"]):
        assert side["sentence"] == texts[side["page"]][slice(*side["span"])]


def test_a_change_of_one_record_changes_one_line() -> None:
    briefing = compared()
    before = written(briefing).splitlines()
    entry = briefing.entries[0]
    changed = replace(entry, source=replace(entry.source, rights="Ask first"))
    after = written(replace(briefing, entries=(changed, *briefing.entries[1:]))).splitlines()
    data = read(briefing)
    assert len(before) == len(after) > sum(len(value) for value in data.values() if isinstance(value, list))
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_addresses_are_of_the_web_only() -> None:
    assert read(hostile("javascript:1"))["sources"][0]["url"] is None
    assert read(hostile("https://post.example/a"))["sources"][0]["url"] == "https://post.example/a"
