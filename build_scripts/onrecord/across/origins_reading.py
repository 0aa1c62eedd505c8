"""What two sources are compared by to tell a copy from a report of its own: the words of each, read off it alone."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.across.origins_words import AGENCIES
from onrecord.across.same_reading import ordinal
from onrecord.briefing import Entry
from onrecord.model import Source

GRAM = 8
"""Words in a row that start a passage in common."""
WINDOW = 6
"""Of so many places in a row the one with the least hash is kept: of any run of 13 words in common one place is."""

CAPITALS = 0.6
"""Of a paragraph's words, how many capitals make it a list of headlines."""

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"(“[^”]*(?:”|$)|«[^»]*(?:»|$)|''.*?(?:''|$)|\"[^\"]*(?:\"|$))", re.DOTALL)
"""A quotation, or what stands after a mark that nothing closes; with `split`, every other piece."""
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


def text_of(entry: Entry) -> Text:
    """What is compared of a source. Pure, so what it gives may be remembered."""
    source = entry.whole or entry.source
    words: list[int] = []
    own: list[bool] = []
    starts: list[int] = []
    prints: set[int] = set()
    for paragraph in source.paragraphs:
        if paragraph.kind in ("text", "quote"):
            starts.append(len(words))
            for piece, outside in _pieces(source.text[slice(*paragraph.span)], paragraph.kind == "quote"):
                found = tuple(map(_checksum, _WORD.findall(piece)))
                words.extend(found)
                own.extend([outside] * len(found))
                if outside and len(found) >= GRAM:
                    prints.update(_winnowed(found))
    return Text(
        source.name,
        ordinal(source.published),
        source.outlet,
        agencies_of(source),
        tuple(words),
        tuple(own),
        tuple(starts),
        tuple(sorted(prints)),
    )


def agencies_of(source: Source) -> tuple[str, ...]:
    """The agencies that a source's agency line, outlet and credits name, each once."""
    lines = " ; ".join(filter(None, (source.agency, source.outlet, *source.credits)))
    return tuple(dict.fromkeys(AGENCIES[match[0]] for match in _AGENCY.finditer(lines.casefold())))


def _pieces(paragraph: str, quotation: bool) -> Iterable[tuple[str, bool]]:
    """A paragraph in pieces, each with whether it stands outside of quotations."""
    if quotation or _is_headlines(paragraph):
        return ((paragraph, False),)
    return ((piece, place % 2 == 0) for place, piece in enumerate(_QUOTED.split(paragraph)))


@lru_cache(maxsize=1 << 16)
def _checksum(word: str) -> int:
    return zlib.crc32(word.casefold().encode())


def _is_headlines(paragraph: str) -> bool:
    """Whether a paragraph is a list of headlines of other texts: nearly all of its words have capitals."""
    if paragraph.rstrip()[-1:] in ".?!”\"'":
        return False
    words = _WORD.findall(paragraph)
    return len(words) >= GRAM and sum(map(str.istitle, words)) >= CAPITALS * len(words)


def _winnowed(words: Sequence[int]) -> Iterable[int]:
    """The least hash of each `WINDOW`; hashes of numbers are the same in each run."""
    grams = zip(*(words[step:] for step in range(GRAM)), strict=False)
    hashes = list(map(hash, grams))
    if len(hashes) <= WINDOW:
        return (min(hashes),)
    return map(min, *(hashes[step : len(hashes) - WINDOW + 1 + step] for step in range(WINDOW)))
