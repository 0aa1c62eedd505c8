"""Datelines: "UNITED NATIONS, April 27 —", "NAIROBI, Kenya (AP) _", "(CNN) —"."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.intake.credits import agencies_in
from onrecord.intake.days import MONTH, day_in
from onrecord.languages.en import bylines

FAR = 60
"""Days between a dateline's day and the publication, at most."""

_DAY = "|".join(bylines.WEEKDAYS)
_DATE = (
    rf"(?:(?i:{_DAY})\.?,? )?"
    rf"(?:(?i:{MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:\s|-)(?i:{MONTH})\.?(?:,?\s\d{{4}})?"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
)
_TRAILING = re.compile(rf",?\s{_DATE}$")
_UP = r"[A-ZÀ-ÞŠŽĐĆČŁ]"
_CAPS = (
    rf"{_UP}[{_UP[1:-1]}.'’\-]+(?:[ /-]{{1,3}}(?:de |la |el |al-|es |ad )?{_UP}[{_UP[1:-1]}.'’\-]*){{0,4}}"
)
_MIXED = r"[A-ZÀ-Þ][\w.'’\-]+(?: (?:de|la|el|al|es|of|and|upon|[A-ZÀ-Þ][\w.'’\-]*)){0,3}"
_REGION = r"(?:,\s(?:[A-ZÀ-Þ][\w.'’\-]*)(?:\s(?:of|and|[A-ZÀ-Þ][\w.'’\-]*)){0,3})?"
_AGENCY = r"(?:\s?\((?P<agency>[^()]{2,60})\))"
_DASH = r"(?:\s?(?:—|–|―|--|---|_{1,2}|/+)\s?|\s-{1,2}\s|(?<=\))\s?-\s?|\s?-\s)"
_CAPS_LINE = re.compile(
    rf"(?P<line>(?P<place>{_CAPS}){_REGION}(?:,?\s{_DATE})?){_AGENCY}?(?P<later>,?\s{_DATE})?(?P<sep>{_DASH}|\s?:\s|\s?:$)"
)
_MIXED_LINE = re.compile(
    rf"(?P<line>(?P<place>{_MIXED}){_REGION}(?P<date>,?\s{_DATE})?){_AGENCY}?(?P<later>,?\s{_DATE})?(?P<sep>{_DASH}|\s?:\s)"
)
_BRACKET = re.compile(rf"\((?P<agency>[A-Z][^()]{{1,40}})\)\s?(?:{_DASH})?(?=[A-Z“\"'‘`]|$)")
_LABEL = re.compile(rf"{_CAPS}\s?:\s")
_NO_PLACE = re.compile(
    r"(?:[QA]|EDITOR.?S? NOTE|NOTE|UPDATE|BREAKING|CORRECTION|EXCLUSIVE|WATCH|VIDEO|ANALYSIS|OPINION)\b"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first words of a report."""

    words: str | None
    """Place and date as written; None where only an agency stands in brackets."""
    agency: str | None
    """The agency in brackets, or the brackets' words where it is no agency known here."""
    known: bool
    """The agency is one of the list."""
    end: int
    """Where the paragraph's own words start."""


def starts_with_label(paragraph: str) -> bool:
    """Whether a paragraph starts with capitals and a colon, as a dateline may, and a speaker in a transcript."""
    return bool(_LABEL.match(paragraph[:80]))


def dateline_of(paragraph: str, colon: bool = False) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    `colon`: "NEW DELHI: The …" counts, which a transcript's speakers look like too.
    """
    start = " ".join(paragraph[:160].split("\n"))
    for shape in (_CAPS_LINE, _MIXED_LINE):
        found = shape.match(start)
        if found and _holds(found, shape is _CAPS_LINE, colon):
            line = found["line"] + (found["later"] or "" if not found["agency"] else "")
            if found["later"] and found["agency"]:
                line = f"{found['line']}{found['later']}"
            return _made(line, found["agency"], found.end())
    found = _BRACKET.match(start)
    if found and agencies_in(found["agency"]):
        return _made(None, found["agency"], found.end())
    return None


def _made(line: str | None, agency: str | None, end: int) -> Dateline:
    known = agencies_in(agency) if agency else None
    return Dateline(line, known or agency, known is not None, end)


def _holds(found: re.Match[str], caps: bool, colon: bool) -> bool:
    """Whether the shape really is a dateline, not a label, a speaker or a name before a dash."""
    groups = found.groupdict()
    agency = groups["agency"]
    dated = bool(groups.get("date") or groups["later"] or re.search(r"\d", found["line"]))
    if agency and not agencies_in(agency) and not (caps and len(agency) <= 30):
        return False
    if _NO_PLACE.match(found["place"]) or len(re.sub(r"[\W_]", "", found["place"])) < 3:
        return False
    if ":" in found["sep"]:
        return bool(agency or dated or colon) and caps
    if found["sep"].strip() == "-" and not (caps or agency):
        return False
    return caps or bool(agency) or dated


def parts_of(line: str, published: str | None) -> tuple[str | None, str | None]:
    """A dateline's place, and its day as an ISO date, without a year read from the day of publication."""
    found = _TRAILING.search(line)
    place = (line[: found.start()] if found else line).strip(" ,") or None
    return place, (day_in(found[0]) or _near(found[0], published)) if found else None


def _near(words: str, published: str | None) -> str | None:
    """The day of a month that is closest to the day of publication."""
    if not published:
        return None
    base = date.fromisoformat(published)
    days = (day_in(f"{words.rstrip('., ')} {base.year + step}") for step in (-1, 0, 1))
    near = [date.fromisoformat(day) for day in days if day]
    near = [day for day in near if abs((day - base).days) <= FAR]
    return min(near, key=lambda day: abs((day - base).days)).isoformat() if near else None
