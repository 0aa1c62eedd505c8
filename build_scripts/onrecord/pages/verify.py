"""How the quotations of a callout stand in the source, and the nearest true wording of one that does not."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.markdown import fold
from onrecord.model import Annotations, Source, Span, Statement, StatementKind, Verified
from onrecord.pages import locate

WORST: tuple[Verified, ...] = ("not found", "altered", "cut", "alike", "exact")
UNVERIFIED = frozenset({"not found", "altered"})
ENOUGH = 0.5
"""Share of a quotation's words that its nearest wording must have, in their order, to be shown as such."""
COMMON = 2000
"""A word that a text has more often says nothing of where a quotation comes from."""
LONGEST = 400
"""Words of a quotation that are compared; a longer one is found by its beginning."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of a callout, looked up."""

    words: str
    verified: Verified


def look_up(words: str, kind: StatementKind | None, source: Source, number: int) -> tuple[Quotation, ...]:
    """Each quotation in the `words` of a callout that belongs to paragraph `number`.

    What stands between quotation marks; all the words of a direct statement that has no marks.
    """
    quoted = locate.quotations(words) or ((words,) if kind == "direct" and words else ())
    return tuple(Quotation(one, _verdict(one, source, number)) for one in quoted)


def _verdict(quotation: str, source: Source, number: int) -> Verified:
    spans = locate.find(quotation, source, number)
    if not spans:
        return "altered" if nearest(quotation, source) else "not found"
    found = " ".join(" ".join(source.text[start:end].split()) for start, end in spans)
    if found == " ".join(quotation.split()):
        return "exact"
    cut = len(spans) > 1 or (locate.is_cut(quotation) and locate.bare(found) != locate.bare(quotation))
    return "cut" if cut else "alike"


def worst(quotations: Sequence[Quotation]) -> Verified:
    """The verdict on a callout."""
    found = {one.verified for one in quotations}
    return next((one for one in WORST if one in found), "")


def verdict(statement: Statement, source: Source) -> Verified:
    """How the quotations of a statement stand in the source."""
    return worst(look_up(statement.words, statement.kind, source, statement.paragraph))


def verified(annotations: Annotations, source: Source) -> Annotations:
    """The annotations with the verdict on each statement."""
    statements = tuple(replace(one, verified=verdict(one, source)) for one in annotations.statements)
    return replace(annotations, statements=statements)


def nearest(quotation: str, source: Source) -> Span | None:
    """The place in the source whose words come nearest; None where none has half of them in their order.

    Words vote for the places at which the quotation would begin if they were its own; the passages with most votes
    are then compared word by word. Time in proportion to the text's length, once for each text.
    """
    wanted = [word.casefold() for word in _WORD.findall(quotation)[:LONGEST]]
    words = _words(source.text)
    best: tuple[float, int, int] | None = None
    for start in _candidates(wanted, words):
        share, first, last = _compared(wanted, words, start)
        if share >= ENOUGH and (best is None or share > best[0]):
            best = (share, first, last)
    return (words.spans[best[1]][0], words.spans[best[2]][1]) if best else None


@dataclass(frozen=True, slots=True)
class _Words:
    """A text's words in order."""

    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    places: Mapping[str, Sequence[int]]
    """Word → where it stands, in words."""


@lru_cache(maxsize=2)
def _words(text: str) -> _Words:
    found = [(match[0].casefold(), match.span()) for match in _WORD.finditer(text)]
    places: dict[str, list[int]] = {}
    for at, (word, _) in enumerate(found):
        places.setdefault(word, []).append(at)
    return _Words(tuple(word for word, _ in found), tuple(span for _, span in found), places)


def _candidates(wanted: Sequence[str], words: _Words) -> list[int]:
    """Where the quotation may begin, in words: the three stretches with most votes, in the text's order."""
    width = max(4, len(wanted) // 2)
    votes: Counter[int] = Counter()
    for at, word in enumerate(wanted):
        places = words.places.get(word, ())
        if len(places) <= COMMON:
            votes.update(max(0, place - at) // width for place in places)
    paired = {stretch: votes[stretch] + votes.get(stretch + 1, 0) for stretch in votes}
    most = sorted(paired, key=lambda stretch: (-paired[stretch], stretch))[:3]
    return sorted(stretch * width for stretch in most)


def _compared(wanted: Sequence[str], words: _Words, start: int) -> tuple[float, int, int]:
    """(share of `wanted` that is there in order, first and last word of the passage) near word `start`."""
    low, high = max(0, start - 2), min(len(words.folded), start + 2 * len(wanted) + 8)
    there = words.folded[low:high]
    blocks = [b for b in SequenceMatcher(None, wanted, there, False).get_matching_blocks() if b.size]
    if not blocks:
        return 0.0, 0, 0
    share = sum(block.size for block in blocks) / len(wanted)
    first = max(0, low + blocks[0].b - blocks[0].a)
    last = blocks[-1].b + blocks[-1].size - 1 + len(wanted) - blocks[-1].a - blocks[-1].size
    return share, first, min(low + last, len(words.folded) - 1)


def nearest_words(quotation: str, source: Source, most: int = 200) -> tuple[str, int]:
    """(the nearest true wording, cut to `most` characters; number of its paragraph, 0 for none); ("", 0) for none."""
    span = nearest(quotation, source)
    if span is None:
        return "", 0
    home = paragraph_at(source, span[0])
    words = fold(source.text[span[0] : span[1]])
    short = words if len(words) <= most else words[:most].rpartition(" ")[0] + " …"
    return short, home


def paragraph_at(source: Source, offset: int) -> int:
    """The number of the paragraph that holds `offset`; 0 for none."""
    starts = [paragraph.span[0] for paragraph in source.paragraphs]
    at = bisect_left(starts, offset + 1) - 1
    return source.paragraphs[at].number if at >= 0 and offset < source.paragraphs[at].span[1] else 0
