"""YAML files that people write: nodes that know their lines, and every fault of them in words."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BeforeValidator

from onrecord.model import Problem

LONGEST = 200_000
"""Characters of the longest such file that is read."""
ACCEPTED_DATE = "2022-04-26"


def _iso_day(value: str) -> str:
    """The day of an ISO date or date and time."""
    head, rest = value.strip()[:10], value.strip()[10:]
    date.fromisoformat(head)
    if len(head) != 10 or head[4] + head[7] != "--" or (rest and rest[0] not in " T"):
        raise ValueError("no ISO date")
    return head


def _listed(value: Any) -> Any:
    """A single text counts as a list of one."""
    return [value] if isinstance(value, str) else value


Day = Annotated[str, AfterValidator(_iso_day)]
Texts = Annotated[list[str], BeforeValidator(_listed)]


@dataclass(frozen=True, slots=True)
class Composed:
    """The mapping that a file holds; None where it is empty or broken, and then what is wrong."""

    node: yaml.MappingNode | None = None
    problems: tuple[Problem, ...] = ()


def compose(data: bytes, path: str, called: str) -> Composed:
    """The YAML nodes of a file that messages call `called` ("sidecar"). Never raises."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _failed(path, line, f"The {called} is not UTF-8 text.", "Save it with the encoding UTF-8.")
    if len(text) > LONGEST:
        message = f"The {called} is longer than {LONGEST:,} characters."
        return _failed(path, 0, message, "Keep to the known keys.")
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Composed(problems=(_broken(error, path, called),))
    if node is None or isinstance(node, yaml.MappingNode):
        return Composed(node)
    hint = f"Write one `key: value` a line, like `published: {ACCEPTED_DATE}`."
    if called != "sidecar":
        hint = "Write one `key: value` a line, like `publish: full`."
    return _failed(path, node.start_mark.line + 1, f"The {called} is not a mapping.", hint)


def _failed(path: str, line: int, message: str, hint: str) -> Composed:
    return Composed(problems=(Problem(path, line, message, hint),))


def _broken(error: Exception, path: str, called: str) -> Problem:
    """What makes a text no YAML."""
    if not isinstance(error, yaml.MarkedYAMLError):
        hint = "Write one `key: value` a line, without control characters."
        return Problem(path, 0, f"The {called} is not valid YAML.", hint)
    mark = error.problem_mark or error.context_mark
    what = " ".join((error.problem or "").split()).split(";")[0]
    message = f"The {called} is not valid YAML" + (f": {what}." if what else ".")
    hint = "Put texts that hold `: `, `#` or quotation marks between single quotes."
    return Problem(path, mark.line + 1 if mark else 0, message, hint)


def scalar(node: yaml.ScalarNode) -> str | None:
    """The value as written: texts stay texts (`2022-04-26`, `no`), null counts as not given."""
    return None if node.tag == "tag:yaml.org,2002:null" else whole(str(node.value).strip())


def whole(text: str) -> str:
    """`text` with half characters, which an escape in YAML or JSON can name and no file can hold, as U+FFFD."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def unknown(path: str, line: int, key: str, known: Iterable[str], place: str) -> Problem:
    """A key that is not among the `known` ones of a place ("the sidecar")."""
    shown = " ".join(key.split())[:40]
    near = difflib.get_close_matches(shown.lower(), known, n=1)
    meant = f"Did you mean `{near[0]}`? " if near else ""
    message = f"Unknown key `{shown}` in {place}." if shown else f"A key of {place} is not a word."
    return Problem(path, line, message, f"{meant}The keys are {', '.join(known)}.")


def twice(path: str, line: int, key: str, first: int, place: str) -> Problem:
    """A key that stands a second time."""
    hint = f"Keep one of them; the first is on line {first}."
    return Problem(path, line, f"The key `{key}` stands twice in {place}.", hint)


def no_date(path: str, line: int, key: str, shown: str) -> Problem:
    """A value that should be a day and is none."""
    hint = f"Write year, month and day, like {ACCEPTED_DATE}; leave it out if nobody says it."
    return Problem(path, line, f"`{key}` is no date: {shown}.", hint)


def no_publish(path: str, line: int, shown: str) -> Problem:
    """A value of `publish` that is none of its three."""
    hint = "Write full, excerpts or link."
    return Problem(path, line, f"`publish` is none of its values: {shown}.", hint)
