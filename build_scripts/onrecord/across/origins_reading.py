"""What two sources are compared by to tell a copy from a report of its own: the words of each, read off it alone."""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from onrecord.across.origins_words import AGENCIES
from onrecord.across.same_reading import ordinal
from onrecord.briefing import Entry
from onrecord.model import Source

GRAM = 8
"""Words in a row that start a passage in common."""
WINDOW = 6
"""Of so many places in a row the one with the least hash is kept: of any run of 13 words in common one place is."""

_BASE = 1_000_003
_PRIME = (1 << 61) - 1
_LEAVING = pow(_BASE, GRAM - 1, _PRIME)
CAPITALS = 0.6
"""Of a paragraph's words, how many capitals make it a list of headlines."""

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|''.*?(?:''|$)|\"[^\"]*(?:\"|$)", re.DOTALL)
_AGENCY = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True)) + r")(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Text:
    """The running text of one source, headlines left out."""

    name: str
    day: int | None
    """Publication as an ordinal; None where it is unknown."""
    outlet: str | None
    agencies: tuple[str, ...]
    """Those it credits: its own first, then those it names as where it has something from."""
    words: tuple[int, ...]
    """Each word's checksum, without case."""
    own: tuple[bool, ...]
    """Which words stand outside of quotations: two reports of one speech share its words and are no copies."""
    paragraphs: tuple[int, ...]
    """The index at which each paragraph starts."""
    prints: tuple[int, ...]
    """Fingerprints of the text's own words (Schleimer, Wilkerson and Aiken's winnowing), in order."""


def read_text(entry: Entry) -> Text:
    """What is compared of a source. Pure, so what it gives may be remembered."""
    source = entry.whole or entry.source
    words: list[int] = []
    own: list[bool] = []
    starts: list[int] = []
    for paragraph in source.paragraphs:
        if paragraph.kind in ("text", "quote"):
            starts.append(len(words))
            text = source.text[slice(*paragraph.span)]
            quoted = [match.span() for match in _QUOTED.finditer(text)]
            if paragraph.kind == "quote" or _is_headlines(text):
                quoted = [(0, len(text))]
            _read_words(text, quoted, words, own)
    return Text(
        source.name,
        ordinal(source.published),
        source.outlet,
        agencies_of(source),
        tuple(words),
        tuple(own),
        tuple(starts),
        _prints(words, own),
    )


def agencies_of(source: Source) -> tuple[str, ...]:
    """The agencies that a source's agency line, outlet and credits name, each once."""
    lines = " ; ".join(filter(None, (source.agency, source.outlet, *source.credits)))
    return tuple(dict.fromkeys(AGENCIES[match[0]] for match in _AGENCY.finditer(lines.casefold())))


def _read_words(text: str, quoted: Sequence[tuple[int, int]], words: list[int], own: list[bool]) -> None:
    """Appends the words of a paragraph and whether each stands outside of quotations."""
    spans = iter(quoted)
    start, end = next(spans, (len(text), len(text)))
    for match in _WORD.finditer(text):
        while match.start() >= end and start < len(text):
            start, end = next(spans, (len(text), len(text)))
        words.append(_checksum(match[0]))
        own.append(match.start() < start)


@lru_cache(maxsize=1 << 16)
def _checksum(word: str) -> int:
    return zlib.crc32(word.casefold().encode())


def _is_headlines(paragraph: str) -> bool:
    """Whether a paragraph is a list of headlines of other texts: nearly all of its words have capitals."""
    words = _WORD.findall(paragraph)
    return len(words) >= GRAM and sum(word[0].isupper() for word in words) >= CAPITALS * len(words)


def _prints(words: Sequence[int], own: Sequence[bool]) -> tuple[int, ...]:
    kept: set[int] = set()
    start = 0
    for inside, run in groupby(own):
        end = start + len(list(run))
        if inside and end - start >= GRAM:
            hashes = list(_rolled(words[start:end]))
            last = max(1, len(hashes) - WINDOW + 1)
            kept.update(min(hashes[place : place + WINDOW]) for place in range(last))
        start = end
    return tuple(sorted(kept))


def _rolled(words: Sequence[int]) -> Iterator[int]:
    """The hash of each `GRAM` words in a row (Karp and Rabin)."""
    value = 0
    for place, word in enumerate(words):
        if place >= GRAM:
            value -= words[place - GRAM] * _LEAVING
        value = (value * _BASE + word) % _PRIME
        if place >= GRAM - 1:
            yield value
