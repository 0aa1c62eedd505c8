"""Sidecars: what a person knows of a source, checked by pydantic, every fault with its line."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from onrecord.intake import keyed
from onrecord.intake.keyed import Day, Texts
from onrecord.intake.language import tag_of
from onrecord.model import Problem, Publish

PLACE = "the sidecar"


def _web_address(value: str) -> str:
    """An address that starts with http:// or https:// and names a host."""
    address = value.strip()
    parts = urlsplit(address)
    bad = any(ord(letter) <= 32 or letter in '<>"\\^`{|}' for letter in address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or bad:
        raise ValueError("no web address")
    return address


def _language_tag(value: str) -> str:
    tag = tag_of(value)
    if tag is None:
        raise ValueError("no language tag")
    return tag


Tag = Annotated[str, AfterValidator(_language_tag)]
Web = Annotated[str, AfterValidator(_web_address)]


class Sidecar(BaseModel):
    """The keys a sidecar may have. A key without a value counts as not given."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    title: str | None = None
    outlet: str | None = None
    byline: Texts = []
    """People only."""
    agency: str | None = None
    dateline: str | None = None
    published: Day | None = None
    updated: Day | None = None
    url: Web | None = None
    rights: str | None = None
    credits: Texts = []
    kind: str | None = None
    language: Tag | None = None
    """Like `en` or `pt-BR`; None: as declared by the page or told from the words."""
    keep: Texts = []
    """First words of paragraphs to keep whatever cleaning says."""
    drop: Texts = []
    """First words of paragraphs to leave out."""
    confirm: Texts = []
    """Keys that a person has yet to confirm."""
    publish: Publish | None = None
    """How much of the text is published; None: as sources/briefing.yml says."""


KEYS: tuple[str, ...] = tuple(Sidecar.model_fields)
FACTS: tuple[str, ...] = KEYS[: KEYS.index("keep")]
"""The keys that say something of the source."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A sidecar as far as it is right, and what is wrong with it."""

    sidecar: Sidecar
    problems: tuple[Problem, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()
    """(key, its line), in the order of the file."""

    def line_of(self, key: str) -> int:
        """The line of a key, 0 where it is not given."""
        return dict(self.lines).get(key, 0)


def parse(data: bytes, path: str) -> Checked:
    """Read a sidecar. Keys that are wrong are left out and reported; never raises."""
    composed = keyed.compose(data, path, "sidecar")
    if composed.node is None:
        return Checked(Sidecar(), composed.problems)
    return _check(composed.node, path)


def _check(node: yaml.MappingNode, path: str) -> Checked:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        line = key_node.start_mark.line + 1
        if key not in KEYS:
            problems.append(_unknown(path, line, key))
        elif key in lines:
            problems.append(keyed.twice(path, line, key, lines[key], PLACE))
        else:
            lines[key] = line
            values[key] = _value(value_node)
    given = {key: value for key, value in values.items() if value not in ("", [], None)}
    sidecar, faults = _validated(given, path, lines)
    unknown = [name for name in sidecar.confirm if name not in FACTS]
    faults += [_unknown(path, lines["confirm"], name, FACTS) for name in unknown]
    if unknown:
        kept = [name for name in sidecar.confirm if name in FACTS]
        sidecar = sidecar.model_copy(update={"confirm": kept})
    found = sorted((*problems, *faults), key=lambda problem: problem.line)
    return Checked(sidecar, tuple(found), tuple(lines.items()))


def _value(node: yaml.Node) -> Any:
    """The value as written; what is no text and no list of texts becomes a mapping."""
    if isinstance(node, yaml.ScalarNode):
        return keyed.scalar(node)
    if isinstance(node, yaml.SequenceNode):
        parts = [
            keyed.whole(part.value.strip()) if isinstance(part, yaml.ScalarNode) else {}
            for part in node.value
        ]
        return [part for part in parts if part != ""]
    return {}


def _unknown(path: str, line: int, key: str, known: Iterable[str] = KEYS) -> Problem:
    return keyed.unknown(path, line, key, known, PLACE)


def _validated(given: dict[str, Any], path: str, lines: dict[str, int]) -> tuple[Sidecar, list[Problem]]:
    try:
        return Sidecar.model_validate(given), []
    except ValidationError as error:
        wrong = list(dict.fromkeys(str(fault["loc"][0]) for fault in error.errors(include_url=False)))
    problems = [_fault(path, lines[key], key, given[key]) for key in wrong]
    right = {key: value for key, value in given.items() if key not in wrong}
    return Sidecar.model_validate(right), problems


def _fault(path: str, line: int, key: str, value: Any) -> Problem:
    shown = f"“{' '.join(value.split())[:60]}”" if isinstance(value, str) else "what is given"
    if key in ("published", "updated") and isinstance(value, str):
        return keyed.no_date(path, line, key, shown)
    if key == "url" and isinstance(value, str):
        hint = "Give the full address, starting with https:// or http://."
        return Problem(path, line, f"`url` is no web address: {shown}.", hint)
    if key == "language" and isinstance(value, str):
        hint = "Write one like en, fr or pt-BR."
        return Problem(path, line, f"`language` is no language tag: {shown}.", hint)
    if key == "publish":
        return keyed.no_publish(path, line, shown)
    many = key in ("byline", "credits", "keep", "drop", "confirm")
    message = f"`{key}` must be {'a text or a list of texts' if many else 'a text'}."
    example = f"`{key}: …`" + (f" or `{key}: [… , …]`" if many else "")
    return Problem(path, line, message, f"Write it as {example}.")
