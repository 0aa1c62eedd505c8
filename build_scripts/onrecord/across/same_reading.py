"""What two statements are compared by, read off the words of each alone: tokens, sentences, what is quoted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.across.same_words import FUNCTION, PREFIXES, SHORT_FORMS
from onrecord.across.stems import plain, stem
from onrecord.briefing import Entry
from onrecord.model import VOICED, Statement

LONGEST = 400
"""Tokens of a statement that are compared; a longer one is a speech in full."""

_PREFIX = "|".join(sorted(PREFIXES))
_PIECE = re.compile(rf"(?:(?:{_PREFIX})[\-‐‑])?[^\W_]+(?:[’'.,][^\W_]+)*|''|[“”\"«»]|…|[.!?]+", re.IGNORECASE)
"""A word, a quotation mark, or what may end a sentence."""
_JOINTS = re.compile(r"[’'.,\-‐‑]")
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_MARKS = {"“": True, "«": True, "”": False, "»": False, '"': None, "''": None}
"""What stands after a mark: a quotation, none, or the other of the two."""
CACHED = 1 << 16
"""Words whose forms are remembered."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one statement, as they are compared."""

    tokens: tuple[str, ...]
    """Without case, accents and inner punctuation: `ceasefire` for "cease-fire", `he` for "he's"."""
    stems: tuple[str, ...]
    quoted: tuple[bool, ...]
    """Which tokens stand in quotation marks; all of a direct statement."""
    sentences: tuple[int, ...]
    """The number of each token's sentence, from 0."""
    weights: tuple[float, ...]
    """What each token is worth beside others."""
    small: tuple[bool, ...]
    """Which tokens do not begin with a capital."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of one source, as it is compared."""

    source: str
    ident: str
    """The statement's id."""
    day: int | None
    """Publication as an ordinal; None where it is unknown."""
    voiced: bool
    named: bool
    """Whether the speaker has a name; else nobody or a description ("a spokesman")."""
    person: str
    """What all statements of one speaker across the sources share; empty for nobody."""
    reading: Reading


def tellings(entry: Entry, persons: Mapping[tuple[str, str], str]) -> tuple[Telling, ...]:
    """The statements of a source; `persons` maps (source name, statement id) to the speaker's key."""
    source = entry.source
    day = ordinal(source.published)
    return tuple(
        Telling(
            source.name,
            one.id,
            day,
            one.act in VOICED,
            is_named(one),
            persons.get((source.name, one.id), ""),
            read(one.words, one.kind == "direct"),
        )
        for one in entry.annotations.statements
    )


def ordinal(published: str | None) -> int | None:
    """The day of an ISO date as a number; None where there is none."""
    try:
        return date.fromisoformat(published).toordinal() if published else None
    except ValueError:
        return None


def is_named(statement: Statement) -> bool:
    """Whether the speaker has a name: "Ana Sol", not "a spokesman" and not nobody."""
    return bool(statement.speaker.name) and not (statement.speaker.name or "a")[0].islower()


def read(words: str, direct: bool) -> Reading:
    """The tokens of a statement's words. Pure, so what it gives may be remembered."""
    known: list[tuple[str, str, float, bool]] = []
    quoted: list[bool] = []
    sentences: list[int] = []
    within, ended, sentence, before = False, False, 0, ""
    for piece in _PIECE.findall(words):
        if piece in _MARKS:
            within = not within if _MARKS[piece] is None else bool(_MARKS[piece])
        elif not piece[0].isalnum():
            ended = _ends_sentence(piece, before)
        else:
            sentence += ended and bool(known) and not piece[0].islower()
            ended, before = False, piece
            known.append(_known(piece))
            quoted.append(direct or within)
            sentences.append(sentence)
            if len(known) == LONGEST:
                break
    tokens, stems, weights, small = zip(*known, strict=True) if known else ((), (), (), ())
    return Reading(tokens, stems, tuple(quoted), tuple(sentences), weights, small)


@lru_cache(maxsize=CACHED)
def _known(word: str) -> tuple[str, str, float, bool]:
    """A word's token, stem, weight (function words a fifth of one with content) and whether it is written small."""
    token = _JOINTS.sub("", plain(_POSSESSIVE.sub("", word))) or plain(word)
    return token, stem(token), 0.2 if token in FUNCTION else 1.0, not word[0].isupper()


def _ends_sentence(piece: str, before: str) -> bool:
    """Whether what stands after the word `before` ends a sentence; an ellipsis does not."""
    if piece == "." and (len(before) == 1 or before.casefold() in SHORT_FORMS):
        return False
    return piece[0] != "…" and not piece.startswith("..")
