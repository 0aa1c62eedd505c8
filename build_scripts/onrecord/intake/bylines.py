"""Bylines and the lines around them: people's names, sections, agencies and dates, taken apart."""

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.intake.credits import agencies_in
from onrecord.intake.days import day_in
from onrecord.intake.phrases import fold, is_prose
from onrecord.languages.en import bylines, first_names

LONGEST = 400
"""Characters of the longest byline."""

_START = re.compile(
    r"(?:"
    + "|".join(sorted(map(re.escape, bylines.BYLINE_STARTS), key=len, reverse=True))
    + r")\b\s?[:\-–]?\s*(?=\S)",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(
    r"\s*(?:[|•·;/]|\s[-–—]\s|\s[–—]|(?<=\w)\s*,\s+(?!Jr|Sr|I{2,3})|\band\b|\bAND\b|&|\b(?:with|for|For|in|at|from|of)\b)\s*"
)
_BARS = re.compile(r"\s*(?:[|•·]|\s[-–—]\s)\s*")
_DATED = re.compile(r"\s*(?:[|•·]|\s[-–—]\s)\s*|\s(?=(?:[Ll]ast )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted)\b)")
_BUTTON = re.compile(r"\s*(?:" + "|".join(sorted(bylines.BYLINE_GLUE, key=len, reverse=True)) + r")[A-ZÀ-Þ]")
_CLOCK_TIME = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_TOKEN = re.compile(
    r"(?:[A-ZÀ-Þdl]['’])?[A-ZÀ-ÞŠŽĐĆČŁ][\w'’]*(?:-[A-ZÀ-Þa-z][\w'’]*)*\.?|[A-Z]\.(?:[A-Z]\.)*"
)
_GLUE, _ROLES = frozenset(bylines.BYLINE_GLUE), frozenset(bylines.BYLINE_ROLES)
_NOT_PEOPLE = frozenset(bylines.NOT_PEOPLE) | frozenset(bylines.MONTHS) | frozenset(bylines.WEEKDAYS)
_FIRST_NAMES = first_names.MALE | first_names.FEMALE | first_names.NEUTRAL
_LABELS = [(label, "updated") for label in bylines.UPDATED_LABELS] + [
    (label, "published") for label in bylines.PUBLISHED_LABELS
]


@dataclass(frozen=True, slots=True)
class Head:
    """What a line at the head of a text says of it."""

    people: tuple[str, ...] = ()
    agency: str | None = None
    published: str | None = None
    updated: str | None = None
    """ISO dates."""


def people_in(line: str) -> tuple[str, ...]:
    """The people a byline names, in order: "closeJane RoeReporter covering courts" → ("Jane Roe",)."""
    line = _START.sub("", " ".join(_unglue(line[:2000]).split()).strip(" ."), count=1)
    found: list[str] = []
    for part in _SEPARATORS.split(line):
        name = _name(part)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def starts_with_button(line: str) -> bool:
    """Whether a line starts with a button's word glued to a capital: "closeJane Roe"."""
    return bool(_BUTTON.match(line))


def _unglue(line: str) -> str:
    """Set words of buttons apart that a page glued to a name; names like McDonald stay whole."""
    out: list[str] = []
    for word in line.split():
        pieces = _GLUED.split(word)
        joined = pieces[0]
        for before, after in pairwise(pieces):
            apart = fold(before) in _GLUE or fold(after) in _GLUE | _ROLES
            joined += (" | " if apart else "") + after
        out.append(joined)
    return " ".join(out)


def names_only(line: str, people: tuple[str, ...]) -> bool:
    """Whether a line holds nothing but names of these people and their roles."""
    if len(line) > LONGEST or is_prose(line):
        return False
    found = people_in(line)
    if found and set(found) <= set(people):
        return len(line) <= 60 + sum(map(len, found))
    rest = line
    for name in people[:20]:
        rest = rest.replace(name, " ")
    left = re.findall(r"[^\W\d_]+", rest.casefold())
    return rest != line and all(word in _BESIDE for word in left)


def _name(part: str) -> str | None:
    """A person's name, without roles after it; None where the part is no name."""
    tokens = [token for token in part.strip(" .,:()[]").split() if "@" not in token]
    while tokens and tokens[0].casefold() in _GLUE:
        tokens = tokens[1:]
    end = next((at for at, token in enumerate(tokens) if fold(token) in _ROLES | _GLUE), len(tokens))
    tokens = tokens[:end]
    if len(tokens) > 2 and any(fold(token) in _NOT_PEOPLE for token in tokens):
        tokens = _before_outlet(tokens)
    if not 2 <= len(tokens) <= 5 or any(fold(token) in _NOT_PEOPLE for token in tokens):
        return None
    if not all(_TOKEN.fullmatch(token) or token in bylines.NAME_PARTICLES for token in tokens):
        return None
    name = " ".join(tokens)
    if agencies_in(name):
        return None
    return _titled(name) if name.isupper() else name


def _before_outlet(tokens: list[str]) -> list[str]:
    """The name before an outlet that nothing parts from it ("Ada Quist Harwick Post"), if the first is one."""
    if fold(tokens[0]) not in _FIRST_NAMES:
        return []
    return tokens[: 3 if len(tokens[1].rstrip(".")) == 1 else 2]


def _titled(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def labelled_day(line: str) -> tuple[str, str] | None:
    """("published" or "updated", ISO date) for a line like "Published: April 26, 2022 5:04 pm", else None."""
    if len(line) > 160:
        return None
    folded = fold(line)
    for label, field in _LABELS:
        if folded.startswith(label) and not folded[len(label) : len(label) + 1].isalnum():
            day = day_in(line)
            return (field, day) if day else None
    return None


def has_clock(line: str) -> bool:
    """Whether a line names a time of day: a date beside it is the page's, not the text's."""
    return len(line) <= 60 and bool(_CLOCK_TIME.search(line))


def bare_day(line: str) -> str | None:
    """The ISO date of a line that holds a date and perhaps a time of day, nothing else."""
    day = day_in(line) if len(line) <= 60 else None
    left = re.findall(r"[a-z]{2,}", fold(line)) if day else []
    allowed = {*bylines.MONTHS, *bylines.WEEKDAYS, *_CLOCK}
    return day if all(word in allowed for word in left) else None


_CLOCK = ("am", "pm", "at", "on", "gmt", "utc", "est", "edt", "et", "pst", "pdt", "pt", "cet", "cest", "ist", "bst",
          "eet", "eest", "st", "nd", "rd", "th", "of", "hrs", "local", "time", "msk")  # fmt: skip


_BESIDE = frozenset(
    (*_CLOCK, *bylines.MONTHS, *bylines.WEEKDAYS, *bylines.BYLINE_GLUE, "views", "view", "read", "min")
)
"""Words that stand beside an author's name in a line of the page's frame."""


def head_of(line: str, bare: bool = True) -> Head | None:
    """What a byline or date line says, or None where the line is neither.

    Takes lines that start with "By", and lines of which every part between bars is a name beside a date,
    a date, or an agency. `bare`: a date without a word before it counts as the day of publication.
    """
    if len(line) > LONGEST or is_prose(line):
        return None
    started = _START.match(line)
    if started and _starts_name(line[started.end() :]):
        return _by(line, started.end())
    if starts_with_button(line) and (people := people_in(line)):
        return Head(people)
    parts = [part for part in _BARS.split(line) if part]
    days = [
        (labelled_day(part) or (("published", day) if bare and (day := bare_day(part)) else None))
        for part in parts
    ]
    if not any(days):
        return None
    rest = [part for part, day in zip(parts, days, strict=True) if not day]
    agency = any(map(agencies_in, rest))
    if any(not (_fits(part) or (agency and _is_place(part))) for part in rest):
        return None
    return _head([*filter(None, days)], rest)


def _starts_name(rest: str) -> bool:
    """Capitals, or a button's word glued to capitals."""
    return not rest[:1].islower() or bool(_GLUED.search(rest.split()[0]))


def _by(line: str, start: int) -> Head | None:
    rest = line[start:]
    agency = agencies_in(rest.strip(" ."))
    people = people_in(line)
    days = [day for part in _DATED.split(rest) if (day := _day_of(part.strip()))]
    short = len(rest) <= 60 and not re.search(r"[.!?]\s", rest)
    staff = short and any(fold(word) in _NOT_PEOPLE for word in rest.split()) and rest[:1].isupper()
    if not (agency or people or staff) or (len(line) > 160 and not people):
        return None
    agency = agency or next((found for part in _SEPARATORS.split(rest) if (found := agencies_in(part))), None)
    return Head(people, agency, *_days(days))


def _day_of(part: str) -> tuple[str, str] | None:
    day = bare_day(part)
    return labelled_day(part) or (("published", day) if day else None)


def _days(days: list[tuple[str, str]]) -> tuple[str | None, str | None]:
    given = dict(reversed(days))
    return given.get("published"), given.get("updated")


def _head(days: list[tuple[str, str]], rest: list[str]) -> Head:
    agency = next((found for part in rest if (found := agencies_in(part))), None)
    people = tuple(name for part in rest for name in people_in(part) if not agencies_in(part))
    if agency:
        # beside an agency stands the place, or a person
        people = tuple(name for name in people if fold(name.split()[0]) in _FIRST_NAMES)
    return Head(people, agency, *_days(days))


def _fits(part: str) -> bool:
    return bool(agencies_in(part)) or _only_names(part) or _is_role(part)


def _is_place(part: str) -> bool:
    """Whether words between bars may name a place: up to three, with capitals."""
    return len(part.split()) <= 3 and all(word[:1].isupper() for word in part.split())


def _only_names(part: str) -> bool:
    return bool(people_in(part)) and len(part) <= 160


def _is_role(part: str) -> bool:
    return len(part) <= 60 and any(fold(word) in _NOT_PEOPLE | _ROLES for word in part.split())
