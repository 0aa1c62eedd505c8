"""Several people as one speaker: "the two lawmakers", "both", "they" after "Ann Bell and Peter Farr"."""

import re

from onrecord.analysis.actors import Actor
from onrecord.analysis.mentions import Text
from onrecord.analysis.roles import senses_of
from onrecord.languages.en.people import PAIR_WORDS
from onrecord.languages.en.roles import PLURAL_HEADS, ROLE_SENSES

_AND = re.compile(r"(?:\s\([^()\n]{1,40}\))?,?\s+and\s+(?:[a-z’'-]+\s+){0,4}")
FARTHEST = 12
"""Sentences beyond which "the two" finds nobody."""
LOOK_BACK = 60
"""Names looked at for a pair."""


def by_number(text: Text, words: str, at: int) -> list[Actor]:
    """Whom "the two", "both men", "the committee chairmen" means: the last pair of persons named before `at`.

    Where the words give a role and no number, it must be told of both.
    """
    parts = [part.strip(".,") for part in words.lower().split()]
    head = PLURAL_HEADS.get(parts[-1], "") if parts else ""
    numbered = any(part in PAIR_WORDS for part in parts[:2])
    if not (numbered and (head or len(parts) <= 2)) and not (head and parts[0] == "the" and len(parts) > 1):
        return []
    wanted = frozenset[str]() if numbered else ROLE_SENSES.get(head, frozenset())
    for pair in _pairs_before(text, at, FARTHEST):
        if all(not wanted or any(wanted & senses_of(role.words) for role in actor.roles) for actor in pair):
            return pair
    return []


def by_they(text: Text, at: int) -> list[Actor]:
    """Whom "they" means: a pair named in this sentence or the one before."""
    return next(iter(_pairs_before(text, at, 1)), [])


def _pairs_before(text: Text, at: int, farthest: int) -> list[list[Actor]]:
    """Pairs of persons joined by "and" outside quotations, nearest first."""
    found = []
    for i in reversed(text.inside((0, at))[-LOOK_BACK:][1:]):
        one, other = text.occurrences[i - 1], text.occurrences[i]
        if text.sentence(at) - text.sentence(other.span[0]) > farthest:
            break
        first, second = text.owners[i - 1], text.owners[i]
        if not first or not second or first is second or other.quoted or other.possessive:
            continue
        joined = _AND.fullmatch(text.parsed.source.text, one.span[1], other.span[0])
        if joined and not one.possessive and first.kind == second.kind == "person":
            found.append([first, second])
    return found
