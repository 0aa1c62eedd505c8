"""The analysis contract: what `onrecord analyse` writes, by its JSON schema and against the text."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
from click.testing import CliRunner

from briefings import FERRY, HARBOUR, put
from onrecord.cli import cli
from shared_data import SEEDS, needs

SPAN = {"type": "array", "prefixItems": [{"type": "integer", "minimum": 0}] * 2, "minItems": 2, "maxItems": 2}
TEXT = {"type": ["string", "null"]}
TEXTS = {"type": "array", "items": {"type": "string"}}
SOURCE = {
    **dict.fromkeys(
        ("title", "outlet", "agency", "dateline", "published", "updated", "url", "rights", "kind"), TEXT
    ),
    "name": {"type": "string"},
    "byline": TEXTS,
    "credits": TEXTS,
}


def record(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def listed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": record(properties)}


STATEMENT = {
    "id": {"type": "string", "minLength": 1},
    "kind": {"enum": ["direct", "mixed", "indirect"]},
    "content": {"type": "array", "items": SPAN, "minItems": 1},
    "cue": {"type": "array", "items": SPAN},
    "speaker": record({"mention": {"anyOf": [SPAN, {"type": "null"}]}, "name": TEXT, "role": TEXT}),
    **dict.fromkeys(("said_on", "to", "via"), TEXT),
    "act": {"type": "string"},
    "because": TEXTS,
}
TIME = {
    "span": SPAN,
    "type": {"enum": ["DATE", "TIME", "DURATION", "SET"]},
    "value": {"type": "string", "minLength": 1},
    "anchor": TEXT,
    "rule": {"type": "string", "minLength": 1},
}
EVENT = {
    "date": {"type": "string"},
    "what": {"type": "string", "minLength": 1},
    "span": SPAN,
    "status": {"enum": ["happened", "planned", "reported"]},
    "because": TEXTS,
}
SCHEMA = record(
    {
        "source": record(SOURCE),
        "paragraphs": {"type": "array", "items": SPAN},
        "debris": listed({"span": SPAN, "reason": {"type": "string", "minLength": 1}}),
        "statements": listed(STATEMENT),
        "times": listed(TIME),
        "events": listed(EVENT),
    }
)


def analysed(folder: Path, out: Path) -> dict[str, Any]:
    done = CliRunner().invoke(cli, ["analyse", str(folder), "--out", str(out)], catch_exceptions=False)
    assert done.exit_code == 0
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(out.iterdir())}


def holds(result: dict[str, Any], text: str) -> None:
    """The schema, and what a schema cannot say: spans inside the text and in order."""
    jsonschema.validate(result, SCHEMA)
    spans = [
        *result["paragraphs"],
        *(d["span"] for d in result["debris"]),
        *(t["span"] for t in result["times"]),
    ]
    for statement in result["statements"]:
        spans += [*statement["content"], *statement["cue"]]
        assert statement["content"] == sorted(statement["content"])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(result["paragraphs"]))
    assert len({statement["id"] for statement in result["statements"]}) == len(result["statements"])


def test_the_contract_in_a_plain_folder(tmp_path: Path) -> None:
    put(tmp_path, "harbour", HARBOUR, "published: 2022-04-26\n")
    put(tmp_path, "crlf", FERRY.replace("\n", "\r\n"))
    results = analysed(tmp_path / "sources", tmp_path / "out")
    assert list(results) == ["crlf", "harbour"]
    holds(results["harbour"], HARBOUR)
    holds(results["crlf"], FERRY.replace("\n", "\r\n"))
    (quotation,) = (s for s in results["harbour"]["statements"] if s["kind"] == "direct")
    start, end = quotation["content"][0]
    assert "We go on, and nobody is sent home," in HARBOUR[start:end]


@needs(SEEDS)
def test_the_contract_on_the_seeds(tmp_path: Path) -> None:
    results = analysed(SEEDS, tmp_path / "out")
    assert len(results) == 5
    for name, result in results.items():
        holds(result, (SEEDS / f"{name}.txt").read_bytes().decode("utf-8"))
