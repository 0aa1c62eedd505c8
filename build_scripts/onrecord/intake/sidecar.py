"""Sidecars: what a person knows of a source, checked by pydantic, every fault with its line."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from onrecord.model import Problem, Publish

LONGEST = 200_000
"""Characters of the longest sidecar that is read."""

ACCEPTED_DATE = "2022-04-26"


def _iso_day(value: str) -> str:
    """The day of an ISO date or date and time."""
    head, rest = value.strip()[:10], value.strip()[10:]
    date.fromisoformat(head)
    if len(head) != 10 or head[4] + head[7] != "--" or (rest and rest[0] not in " T"):
        raise ValueError("no ISO date")
    return head


def _web_address(value: str) -> str:
    """An address that starts with http:// or https:// and names a host."""
    address = value.strip()
    parts = urlsplit(address)
    bad = any(ord(letter) <= 32 or letter in '<>"\\^`{|}' for letter in address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or bad:
        raise ValueError("no web address")
    return address


def _listed(value: Any) -> Any:
    """A single text counts as a list of one."""
    return [value] if isinstance(value, str) else value


Day = Annotated[str, AfterValidator(_iso_day)]
Web = Annotated[str, AfterValidator(_web_address)]
Texts = Annotated[list[str], BeforeValidator(_listed)]


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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _failed(path, line, "The sidecar is not UTF-8 text.", "Save it with the encoding UTF-8.")
    if len(text) > LONGEST:
        return _failed(
            path, 0, f"The sidecar is longer than {LONGEST:,} characters.", "Keep to the known keys."
        )
    node, problem = _compose(text, path)
    if problem or node is None:
        return Checked(Sidecar(), (problem,) if problem else ())
    if not isinstance(node, yaml.MappingNode):
        return _failed(path, node.start_mark.line + 1, "The sidecar is not a mapping.",
                       f"Write one `key: value` a line, like `published: {ACCEPTED_DATE}`.")  # fmt: skip
    return _check(node, path)


def _failed(path: str, line: int, message: str, hint: str) -> Checked:
    return Checked(Sidecar(), (Problem(path, line, message, hint),))


def _compose(text: str, path: str) -> tuple[yaml.Node | None, Problem | None]:
    """The YAML nodes, which know their lines; or what is broken."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader), None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join((error.problem or "").split()).split(";")[0]
        line = mark.line + 1 if mark else 0
        message = "The sidecar is not valid YAML" + (f": {what}." if what else ".")
        hint = "Put texts that hold `: `, `#` or quotation marks between single quotes."
        return None, Problem(path, line, message, hint)
    except (yaml.YAMLError, RecursionError, ValueError):
        hint = "Write one `key: value` a line, without control characters."
        return None, Problem(path, 0, "The sidecar is not valid YAML.", hint)


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
            hint = f"Keep one of them; the first is on line {lines[key]}."
            problems.append(Problem(path, line, f"The key `{key}` stands twice in the sidecar.", hint))
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
    """The value as written: texts stay texts (`2022-04-26`, `no`), null counts as not given."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else str(node.value).strip()
    if isinstance(node, yaml.SequenceNode):
        parts = [part.value.strip() if isinstance(part, yaml.ScalarNode) else {} for part in node.value]
        return [part for part in parts if part != ""]
    return {}


def _unknown(path: str, line: int, key: str, known: Iterable[str] = KEYS) -> Problem:
    shown = " ".join(key.split())[:40]
    near = difflib.get_close_matches(shown.lower(), known, n=1)
    meant = f"Did you mean `{near[0]}`? " if near else ""
    message = f"Unknown key `{shown}` in the sidecar." if shown else "A key of the sidecar is not a word."
    return Problem(path, line, message, f"{meant}The keys are {', '.join(known)}.")


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
        hint = f"Write year, month and day, like {ACCEPTED_DATE}; leave it out if nobody says it."
        return Problem(path, line, f"`{key}` is no date: {shown}.", hint)
    if key == "url" and isinstance(value, str):
        hint = "Give the full address, starting with https:// or http://."
        return Problem(path, line, f"`url` is no web address: {shown}.", hint)
    if key == "publish":
        hint = "Write full, excerpts or link."
        return Problem(path, line, f"`publish` is none of its values: {shown}.", hint)
    many = key in ("byline", "credits", "keep", "drop", "confirm")
    message = f"`{key}` must be {'a text or a list of texts' if many else 'a text'}."
    example = f"`{key}: …`" + (f" or `{key}: [… , …]`" if many else "")
    return Problem(path, line, message, f"Write it as {example}.")
