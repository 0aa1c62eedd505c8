"""What two statements are compared by, read off the words of each alone: tokens, sentences, what is quoted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.across.same_words import FUNCTION, PREFIXES, SHORT_FORMS
from onrecord.across.stems import plain, stem
from onrecord.briefing import Entry
from onrecord.model import VOICED, Statement

LONGEST = 400
"""Tokens of a statement that are compared; a longer one is a speech in full."""

_PREFIX = "|".join(sorted(PREFIXES))
_TOKEN = re.compile(rf"(?:(?:{_PREFIX})[\-‐‑])?[^\W_]+(?:[’'.,][^\W_]+)*", re.IGNORECASE)
_JOINTS = re.compile(r"[’'.,\-‐‑]")
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"''|[“”\"«»]")
_STOP = re.compile(r"[.!?…][”’\"'»)\]]*\s+[“‘\"'«(\[]*$|[.!?][”’\"'»)\]]+\s*$")
_ELLIPSIS = re.compile(r"\s…\s")
_OPENING = {"“": True, "«": True, "”": False, "»": False}


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
    """What each token is worth: see `weight`."""


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
    tokens: list[str] = []
    quoted: list[bool] = []
    sentences: list[int] = []
    end, within, sentence = 0, False, 0
    for match in _TOKEN.finditer(words):
        between = words[end : match.start()]
        within = _within(between, within)
        if tokens and _ends_sentence(between, words[:end], match[0]):
            sentence += 1
        end = match.end()
        tokens.append(token(match[0]))
        quoted.append(direct or within)
        sentences.append(sentence)
        if len(tokens) == LONGEST:
            break
    weights = tuple(weight(one) for one in tokens)
    stems = tuple(stem(one) for one in tokens)
    return Reading(tuple(tokens), stems, tuple(quoted), tuple(sentences), weights)


def token(word: str) -> str:
    """A word as it is compared."""
    return _JOINTS.sub("", plain(_POSSESSIVE.sub("", word))) or plain(word)


def weight(one: str) -> float:
    """What a token is worth beside others: function words a fifth of what a word with content is."""
    return 0.2 if one in FUNCTION else 1.0


def _within(between: str, within: bool) -> bool:
    """Whether the next word stands in quotation marks, after what stands between two words."""
    for mark in _QUOTE_MARK.findall(between):
        within = _OPENING.get(mark, not within)
    return within


def _ends_sentence(between: str, before: str, following: str) -> bool:
    if not _STOP.search(between) or _ELLIPSIS.search(between) or following[0].islower():
        return False
    last = before[-12:].rpartition(" ")[2].strip("“‘\"'«([").casefold()
    return not (between.startswith(".") and (last in SHORT_FORMS or len(last) == 1))
