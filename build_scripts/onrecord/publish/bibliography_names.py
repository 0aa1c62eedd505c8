"""Names of authors in their parts, as bibliographies want them."""

import re
from dataclasses import dataclass

_SUFFIX = re.compile(r"(?:jr|sr|ph\.?d|m\.?d|esq)\.?|I{2,3}|IV", re.IGNORECASE)
_PARTICLES = frozenset(
    """af al bin da dal de degli dei del della den der des di do dos du el e la las le los o of 't 's te ten ter
    van vom von zu zum zur y""".split()
)
_AND = frozenset({"y", "i"})
"""Between the two family names of Spanish and Catalan names."""
_NO_PERSON = re.compile(
    r"\b(?:agenc(?:y|ies)|associates|board|bureau|correspondents?|desk|editors?|news|newsroom|press|report(?:er)?s"
    r"|service|staff|team|times|writers?)\b|[0-9@/&|]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Author:
    """A person in parts, or whatever else signs a text."""

    literal: str = ""
    """The whole name of what is no person, or of a person with one name; the other fields are empty then."""
    given: str = ""
    particle: str = ""
    """What stands before the family name and is not sorted by: "van der"."""
    family: str = ""
    suffix: str = ""
    """ "Jr."."""


def author(name: str) -> Author:
    """A name in Western order, or "Family, Given". What looks like no person's, or has one word, stays whole."""
    words = " ".join(name.split())
    head, comma, tail = (part.strip() for part in words.partition(","))
    if _NO_PERSON.search(words) or "," in tail:
        return Author(words)
    if comma and not _SUFFIX.fullmatch(tail):
        return Author(given=tail, family=head) if head and tail else Author(words)
    parts = head.split()
    suffix = tail if comma else parts.pop() if len(parts) > 2 and _SUFFIX.fullmatch(parts[-1]) else ""
    if len(parts) < 2:
        return Author(words)
    return _western(parts, suffix)


def _western(parts: list[str], suffix: str) -> Author:
    """The family name is the last word, or all from the first lower-case particle on, or two words joined."""
    if len(parts) > 3 and parts[-2] in _AND:
        return Author("", " ".join(parts[:-3]), "", " ".join(parts[-3:]), suffix)
    first = next(
        (number for number, part in enumerate(parts[1:-1], 1) if part in _PARTICLES),
        len(parts) - 1,
    )
    last = first
    while last < len(parts) - 1 and parts[last] in _PARTICLES:
        last += 1
    return Author("", " ".join(parts[:first]), " ".join(parts[first:last]), " ".join(parts[last:]), suffix)
