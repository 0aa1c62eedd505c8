"""sources/briefing.yml: what holds for all sources, checked by pydantic, every fault with its line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from onrecord.intake import keyed
from onrecord.intake.keyed import Texts
from onrecord.model import KnownOutlet, KnownPerson, KnownRole, Problem, Publish, Settings, name_key

CALLED = "briefing.yml"
DEEPEST = 6
"""Levels of the deepest nesting that is read; the keys need five."""

MOST = 100_000
"""Values that are read, at most; references within YAML can multiply them."""

_Place = tuple[str | int, ...]
"""The way to a value: ("people", 0, "roles", 1, "since")."""


def _day(value: str, last: bool) -> str:
    """The first (or last) day of an ISO day, month or year: "2017" → 2017-01-01 (2017-12-31)."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value.strip())
    if not parts:
        raise ValueError("no date")
    year, month, day = (int(part) if part else 0 for part in parts.groups())
    first = date(year, month or 1, day or 1)
    if day or not last:
        return first.isoformat()
    after = date(year + (month in (0, 12)), month % 12 + 1, 1) if year < 9999 else date.max
    return (after - timedelta(days=1)).isoformat()


def _first_day(value: Any) -> Any:
    return _day(value, False) if isinstance(value, str) else value


def _last_day(value: Any) -> Any:
    return _day(value, True) if isinstance(value, str) else value


def _truth(value: Any) -> Any:
    """YAML's words for true and false; values are texts here."""
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    return words.get(value.lower(), value) if isinstance(value, str) else value


def _role(value: Any) -> Any:
    """A plain text is a role held all the time."""
    return {"role": value} if isinstance(value, str) else value


def _several(value: Any) -> Any:
    """A single role counts as a list of one."""
    return [value] if isinstance(value, str | dict) else value


class _Keys(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class RoleKeys(_Keys):
    """The keys of a role."""

    role: str
    since: Annotated[str | None, BeforeValidator(_first_day)] = None
    """A day, month or year; from its first day on."""
    until: Annotated[str | None, BeforeValidator(_last_day)] = None
    """To its last day."""


class PersonKeys(_Keys):
    """The keys of one of `people`."""

    name: str
    aliases: Texts = []
    roles: Annotated[list[Annotated[RoleKeys, BeforeValidator(_role)]], BeforeValidator(_several)] = []
    hidden: Annotated[bool, BeforeValidator(_truth)] = False
    apart: Texts = []


class OutletKeys(_Keys):
    """The keys of one of `outlets`."""

    name: str
    aliases: Texts = []


class BriefingKeys(_Keys):
    """The keys of sources/briefing.yml."""

    publish: Publish = "full"
    people: list[PersonKeys] = []
    outlets: list[OutletKeys] = []


@dataclass(frozen=True, slots=True)
class Given:
    """The settings as far as they are right, and what is wrong with them."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def parse_settings(data: bytes | None, path: str) -> Given:
    """Read sources/briefing.yml; None (no such file) gives the defaults. Never raises."""
    if data is None:
        return Given(Settings())
    composed = keyed.compose(data, path, "file")
    if composed.node is None:
        return Given(Settings(), composed.problems)
    lines: dict[_Place, int] = {}
    doubles: list[Problem] = []
    values = _values(composed.node, (), lines, lambda *double: doubles.append(keyed.twice(path, *double)))
    try:
        keys = BriefingKeys.model_validate(values)
    except ValidationError as error:
        faults = [_fault(path, lines, dict(fault)) for fault in error.errors(include_url=False)]
        return Given(Settings(), _by_line([*doubles, *faults]))
    settings = _settings(keys)
    return Given(settings, _by_line([*doubles, *_clashes(settings, path, lines)]))


def _by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(sorted(problems, key=lambda problem: problem.line)))


def _values(node: yaml.Node, at: _Place, lines: dict[_Place, int], double: Callable[..., None]) -> Any:
    """The value of a node as written, its places noted in `lines`; keys and items without a value are left out."""
    lines.setdefault(at, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return keyed.scalar(node) or None
    if len(at) >= DEEPEST or len(lines) > MOST:
        return {}
    if isinstance(node, yaml.SequenceNode):
        given = [item for item in node.value if not isinstance(item, yaml.ScalarNode) or keyed.scalar(item)]
        return [_values(item, (*at, n), lines, double) for n, item in enumerate(given)]
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        line = key_node.start_mark.line + 1
        if (*at, key) in lines:
            double(line, key, lines[(*at, key)], _where(at))
            continue
        lines[(*at, key)] = line
        value = _values(value_node, (*at, key), lines, double)
        if value is not None:
            found[key] = value
    return found


def _where(at: _Place) -> str:
    """What to call the mapping at a place."""
    if not at:
        return CALLED
    return (
        {"people": "a person", "outlets": "an outlet"}.get(str(at[0]), str(at[0]))
        if len(at) < 3
        else "a role"
    )


def _keys_at(at: _Place) -> tuple[str, ...]:
    """The valid keys of the mapping at a place."""
    if not at:
        return tuple(BriefingKeys.model_fields)
    if at[0] == "outlets":
        return tuple(OutletKeys.model_fields)
    return tuple((RoleKeys if len(at) > 2 else PersonKeys).model_fields)


_HINTS = {
    "name": "Write it as `name: …`.",
    "role": "Write it as `role: …`, or the role alone as a text.",
    "people": "Write `people:` and below it one `- name: …` for each.",
    "outlets": "Write `outlets:` and below it one `- name: …` for each.",
    "roles": "Write a text, or `- role: …` with `since:` and `until:` below it.",
    "hidden": "Write true or false.",
}


def _fault(path: str, lines: dict[_Place, int], fault: dict[str, Any]) -> Problem:
    """One of pydantic's faults with its line, in words."""
    at: _Place = tuple(fault["loc"])
    key = next((str(part) for part in reversed(at) if isinstance(part, str)), CALLED)
    line = _line_of(lines, at)
    if fault["type"] == "extra_forbidden":
        return keyed.unknown(path, line, key, _keys_at(at[:-1]), _where(at[:-1]))
    value = fault["input"]
    shown = f"“{' '.join(value.split())[:60]}”" if isinstance(value, str) else "what is given"
    if key in ("since", "until"):
        hint = f"Write a day like {keyed.ACCEPTED_DATE}, a month like 2022-04, or a year."
        return Problem(path, line, f"`{key}` is no date: {shown}.", hint)
    if key == "publish":
        return keyed.no_publish(path, line, shown)
    if fault["type"] == "missing":
        return Problem(path, line, f"{_where(at[:-1]).capitalize()} needs a `{key}`.", _HINTS[key])
    hint = _HINTS.get(key, f"Write it as `{key}: …` or `{key}: [… , …]`.")
    return Problem(path, line, f"`{key}` cannot be {shown}.", hint)


def _line_of(lines: dict[_Place, int], at: _Place) -> int:
    """The line of a place, else of what holds it."""
    while at not in lines and at:
        at = at[:-1]
    return lines.get(at, 0)


def _settings(keys: BriefingKeys) -> Settings:
    people = tuple(
        KnownPerson(
            person.name,
            tuple(person.aliases),
            tuple(KnownRole(role.role, role.since, role.until) for role in person.roles),
            person.hidden,
            tuple(person.apart),
        )
        for person in keys.people
    )
    outlets = tuple(KnownOutlet(outlet.name, tuple(outlet.aliases)) for outlet in keys.outlets)
    return Settings(keys.publish, people, outlets)


def _clashes(settings: Settings, path: str, lines: dict[_Place, int]) -> Iterator[Problem]:
    """What cannot hold at once: a form that means two, or is joined and apart; a role that ends before it begins."""
    people = [(one.name, *one.aliases) for one in settings.people]
    outlets = [(one.name, *one.aliases) for one in settings.outlets]
    for key, known in (("people", people), ("outlets", outlets)):
        owners: dict[str, int] = {}
        for n, forms in enumerate(known):
            for form in dict.fromkeys(forms):
                owner = owners.setdefault(name_key(form), n)
                if owner != n:
                    message = f"“{form}” means both {known[owner][0]} and {forms[0]}."
                    yield Problem(path, _line_of(lines, (key, n)), message, "Leave it with one of them.")
    for n, person in enumerate(settings.people):
        yield from _own_clashes(person, n, path, lines)


def _own_clashes(person: KnownPerson, n: int, path: str, lines: dict[_Place, int]) -> Iterator[Problem]:
    own = {name_key(form) for form in (person.name, *person.aliases)}
    for form in person.apart:
        if name_key(form) in own:
            message = f"“{form}” stands under both `aliases` (or `name`) and `apart` of {person.name}."
            yield Problem(path, _line_of(lines, ("people", n, "apart")), message, "Leave it in one of them.")
    for at, role in enumerate(person.roles):
        if role.since and role.until and role.until < role.since:
            line = _line_of(lines, ("people", n, "roles", at, "until"))
            message = f"The role “{role.words}” of {person.name} ends before it begins."
            yield Problem(path, line, message, "Look at `since` and `until`.")
