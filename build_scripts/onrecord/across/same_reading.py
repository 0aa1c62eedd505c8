"""What two statements are compared by, read off the words of each alone: tokens, sentences, what is quoted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from struct import pack, unpack
from typing import Any
from zlib import crc32

from onrecord.across.memory import Memory, digest, prints
from onrecord.across.same_words import FUNCTION, PREFIXES, SHORT_FORMS
from onrecord.across.stems import plain, stem
from onrecord.briefing import Entry, Person
from onrecord.model import VOICED, Statement

LONGEST = 400
"""Tokens of a statement that are compared; a longer one is a speech in full."""
RUN = 3
"""Words in a row that a number stands for."""

_PREFIX = "|".join(sorted(PREFIXES))
_PIECE = re.compile(rf"(?:(?:{_PREFIX})[\-‐‑])?[^\W_]+(?:[’'.,][^\W_]+)*|''|[“”\"«»]|…|[.!?]+", re.IGNORECASE)
"""A word, a quotation mark, or what may end a sentence."""
_JOINTS = re.compile(r"[’'.,\-‐‑]")
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)
_MARKS = {"“": True, "«": True, "”": False, "»": False, '"': None, "''": None}
"""What stands after a mark: a quotation, none, or the other of the two."""
CONTENT = 1.0
"""What a word with content is worth; see `Reading.weights`."""
SAID = "said: "
"""How the names begin by which it is remembered what sources say."""
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


@dataclass(slots=True)
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
    words: str
    direct: bool
    made_of: str
    """What stands for the source, its day and what the statement says, whoever says it."""
    size: int
    """How many tokens it has."""
    wording: str
    """What stands for the tokens: one for all that say the same, word for word."""
    packed: str
    """Its `runs`, each in eight hexadecimal digits."""
    stems: Sequence[Sequence[str]]
    """The stems with content of each sentence that has any, by alphabet."""
    known: Reading | None = None

    @property
    def runs(self) -> tuple[int, ...]:
        """What stands for each `RUN` words in a row."""
        return unpack(f">{len(self.packed) // 8}I", bytes.fromhex(self.packed))

    @property
    def reading(self) -> Reading:
        """Its words, read when they are first compared: few ever are."""
        if self.known is None:
            self.known = read(self.words, self.direct)
        return self.known


def print_of(entry: Entry, memory: Memory) -> str:
    """What stands for what a source says and when, whoever says it; nothing where nothing is remembered."""
    return prints(entry, memory).words if memory.before or memory.keys else ""


def tellings(
    entry: Entry, persons: Mapping[int, Person], print_: str = "", memory: Memory | None = None
) -> list[Telling]:
    """The statements of a source; `persons`: see `by_statement`.

    `print_`: see `print_of`, needed with `memory` alone.
    """
    name, said = entry.source.name, entry.annotations.statements
    day = ordinal(entry.source.published)
    read_now: dict[int, Reading] = {}

    def work() -> list[list[Any]]:
        read_now.update((place, read(one.words, one.kind == "direct")) for place, one in enumerate(said))
        return [[digest([_said(entry, one)])[:32], *_outline(read_now[at])] for at, one in enumerate(said)]

    found = (memory or Memory()).recall(SAID + name, (print_,), work)
    told = []
    for place, (one, (mine, size, wording, runs, stems)) in enumerate(zip(said, found, strict=True)):
        person = persons.get(id(one))
        who, what = (
            (one.act in VOICED, is_named(one), person.slug if person else ""),
            (one.words, one.kind == "direct", mine),
        )
        told.append(Telling(name, one.id, day, *who, *what, size, wording, runs, stems, read_now.get(place)))
    return told


def stems_before(source: str, memory: Memory) -> list[list[list[str]]] | None:
    """The stems of each statement of a source, by sentence, as the last build left them; None where it did not."""
    found = memory.last(SAID + source)
    return found if found is None else [stems for *_, stems in found]


def _said(entry: Entry, one: Statement) -> str:
    return f"{(entry.source.name, entry.source.published, one.kind, one.act, one.words)!r}"


def _outline(reading: Reading) -> tuple[int, str, str, list[list[str]]]:
    """Size, wording, runs and stems of a telling: all that is asked of every one, and so remembered."""
    size = len(reading.tokens)
    first, second, third = zip(*map(_numbers, reading.tokens), strict=True) if size else ((), (), ())
    runs = [a ^ b ^ c for a, b, c in zip(first, second[1:], third[2:], strict=False)]
    by_sentence = groupby(zip(reading.sentences, reading.weights, reading.stems, strict=True), itemgetter(0))
    stems = [sorted({stem_ for _, weight, stem_ in said if weight == CONTENT}) for _, said in by_sentence]
    return size, digest(reading.tokens)[:32], pack(f">{len(runs)}I", *runs).hex(), [*filter(None, stems)]


@lru_cache(maxsize=CACHED)
def _numbers(token: str) -> tuple[int, int, int]:
    """Numbers of 32 bits for a token that is the first, second or third of a run, the same in every build."""
    data = token.encode("utf-8", "surrogatepass")
    return crc32(data), crc32(data, 1), crc32(data, 2)


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
        if piece[0].isalnum():
            if ended:
                sentence += bool(known) and not piece[0].islower()
            ended, before = False, piece
            known.append(_known(piece))
            quoted.append(direct or within)
            sentences.append(sentence)
        elif piece in _MARKS:
            within = not within if _MARKS[piece] is None else bool(_MARKS[piece])
        else:
            ended = _ends_sentence(piece, before)
    if not known:
        return Reading((), (), (), (), (), ())
    tokens, stems, weights, small = zip(*known[:LONGEST], strict=True)
    return Reading(tokens, stems, tuple(quoted[:LONGEST]), tuple(sentences[:LONGEST]), weights, small)


@lru_cache(maxsize=CACHED)
def _known(word: str) -> tuple[str, str, float, bool]:
    """A word's token, stem, weight (function words a fifth of one with content) and whether it is written small."""
    token = _JOINTS.sub("", plain(_POSSESSIVE.sub("", word))) or plain(word)
    return token, stem(token), 0.2 if token in FUNCTION else CONTENT, not word[0].isupper()


def _ends_sentence(piece: str, before: str) -> bool:
    """Whether what stands after the word `before` ends a sentence; an ellipsis does not."""
    if piece == "." and (len(before) == 1 or before.casefold() in SHORT_FORMS):
        return False
    return piece[0] != "…" and not piece.startswith("..")
