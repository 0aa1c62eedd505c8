"""Full dates that a line gives in so many words: only with a year, and never an ambiguous 04/05/2022."""

import re
from datetime import date

from onrecord.languages.en import bylines

MONTH = "|".join(sorted((re.escape(name) for name in bylines.MONTHS), key=len, reverse=True))
"""Pattern of the months' names; use it with re.IGNORECASE."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_MONTH_FIRST = re.compile(rf"\b({MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ?(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]({MONTH})\.?,?[ -](\d{{4}})\b", re.IGNORECASE
)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")


def day_in(line: str) -> str | None:
    """The ISO date of the first full date in a line of up to 300 characters, or None."""
    line = " ".join(line[:300].split())
    if found := _ISO.search(line):
        return _iso(found[1], found[2], found[3])
    if found := _MONTH_FIRST.search(line):
        return _iso(found[3], str(bylines.MONTHS[found[1].lower()]), found[2])
    if found := _DAY_FIRST.search(line):
        return _iso(found[3], str(bylines.MONTHS[found[2].lower()]), found[1])
    found = _NUMBERS.search(line)
    if found and int(found[1]) > 12 >= int(found[2]):
        return _iso(found[3], found[2], found[1])
    if found and int(found[2]) > 12 >= int(found[1]):
        return _iso(found[3], found[1], found[2])
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
