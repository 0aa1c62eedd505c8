"""Names of authors in their parts, as bibliographies want them."""

import re
from dataclasses import dataclass

_SUFFIX = re.compile(r"(?:jr|sr|ph\.?d|m\.?d|esq)\.?|I{2,3}|IV", re.IGNORECASE)
_PARTICLES = frozenset(
    """af al bin da dal de degli dei del della den der des di do dos du el e la las le los o of 't 's te ten ter
    van vom von zu zum zur y""".split()
)
_CAPITALS = frozenset("Da De Del Della Des Di Du El La Le Van Von".split())
"""Particles that belong to the family name, for those who write them so."""
_AND = frozenset({"y", "i"})
"""Between the two family names of Spanish and Catalan names."""
_NO_PERSON = re.compile(
    r"\b(?:agenc(?:y|ies)|and|associates|board|bureau|correspondents?|desk|editors?|news|newsroom|press|report(?:er)?s"
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
    """The family name is the last word with all that belongs to it; lower-case particles stand by themselves."""
    first = len(parts) - 1
    if first > 2 and parts[first - 1] in _AND:
        first -= 2
    while first > 1 and parts[first - 1] in _CAPITALS:
        first -= 1
    last = first
    while first > 1 and parts[first - 1] in _PARTICLES:
        first -= 1
    return Author("", " ".join(parts[:first]), " ".join(parts[first:last]), " ".join(parts[last:]), suffix)
