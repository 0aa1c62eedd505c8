"""Lines in reading order become paragraphs, also across columns and pages; words parted at line ends are joined."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median

from onrecord.intake.blocks import BlockKind, Part
from onrecord.intake.pdf_layout import Frame, Line
from onrecord.intake.phrases import ends_sentence

LARGER = 1.15
"""A heading's letters are so many times as large as most of the text's."""
LONGEST_HEADING = 250

_ITEM = re.compile(r"(?:[-*•·–—▪●◦‣■➢]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_HYPHENS = "-\u00ad\u2010"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u00ad\u2010][^\W\d_]+)*")


def paragraphs_of(pages: Sequence[Sequence[Line]], frames: Sequence[Sequence[Frame]]) -> list[Part]:
    """The blocks of the text; a page's running heads and numbers stand after the paragraph that ends on it."""
    body = _body_size(pages)
    pitch = _pitch(pages)
    known = _known_words(pages)
    parts: list[Part] = []
    group: list[Line] = []
    waiting: list[Part] = []
    for lines, edge in zip(pages, frames, strict=True):
        fresh = True
        for line in lines:
            if group and not _continues(group, line, pitch, fresh):
                parts += [_part(group, body, known), *waiting]
                group, waiting = [], []
            group.append(line)
            fresh = False
        waiting += [(frame.words, "text", frame.reason) for frame in edge]
    return [*parts, *([_part(group, body, known)] if group else []), *waiting]


def _body_size(pages: Iterable[Sequence[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for line in chain.from_iterable(pages):
        sizes[line.size] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def _pitch(pages: Iterable[Sequence[Line]]) -> float:
    """The usual step from a line to the next, in heights of letters."""
    steps = [
        (one.y0 - two.y0) / two.size
        for lines in pages
        for one, two in pairwise(lines)
        if one.column == two.column and two.size and 0 < one.y0 - two.y0 < 3 * two.size
    ]
    # the lower third: of short paragraphs most steps lead to another one
    return sorted(steps)[len(steps) // 3] if steps else 1.2


def _continues(group: Sequence[Line], line: Line, pitch: float, fresh: bool) -> bool:
    """Whether a line goes on with the paragraph before it. `fresh`: it is the first of its page."""
    last = group[-1]
    if not 0.9 < line.size / (last.size or 1) < 1.12:
        return False
    elsewhere = fresh or line.column != last.column
    if not elsewhere and _same_row(last, line):
        return True
    if _ITEM.match(line.words):
        return False
    ended = ends_sentence(last.words) and last.words[-1] not in _HYPHENS
    if elsewhere:
        return not ended and (line.words[0].islower() or _fills(last))
    if last.y0 - line.y0 > (pitch + 0.35) * line.size:
        return False
    indented = line.x0 - line.left > 0.7 * line.size and line.x0 > last.x0 + 0.5 * line.size
    return not (ended and (indented or not _fills(last)))


def _same_row(one: Line, two: Line) -> bool:
    return abs(one.y0 - two.y0) < 0.5 * two.size and two.x0 >= one.x1 - 1


def _fills(line: Line) -> bool:
    """Whether a line reaches its column's right edge, nearly."""
    return line.x1 >= line.right - 0.12 * (line.right - line.left)


def _part(group: Sequence[Line], body: float, known: Counter[str]) -> Part:
    words = joined([line.words for line in group], known)
    size = median(line.size for line in group)
    heading = size >= LARGER * body and len(words) <= LONGEST_HEADING
    kind: BlockKind = "heading" if heading else "text"
    return words, kind, None


def _known_words(pages: Iterable[Sequence[Line]]) -> Counter[str]:
    """How often each word stands in the text, the first and last of each line left out."""
    known: Counter[str] = Counter()
    for line in chain.from_iterable(pages):
        known.update(_plain(word) for word in _WORD.findall(line.words)[1:-1])
    return known


def _plain(word: str) -> str:
    return re.sub(f"[{_HYPHENS}]", "-", word.casefold())


def joined(lines: Sequence[str], known: Counter[str]) -> str:
    """The lines as one, words that were parted at a line's end joined again.

    Whether a hyphen belongs to the word tell the words elsewhere in the text: "ceasefire" or "cease-fire".
    """
    return "".join(_pieces(lines, known)).replace("\u00ad", "-")


def _pieces(lines: Sequence[str], known: Counter[str]) -> Iterator[str]:
    for one, two in pairwise(lines):
        if one[-1] in _HYPHENS and one[-2:-1].isalpha() and two[0].isalpha():
            yield one if _keeps_hyphen(one, two, known) else one[:-1]
        else:
            yield one if one[-1] in "—–" and two[0].isalpha() and one[-2:-1].isalpha() else f"{one} "
    yield lines[-1]


def _keeps_hyphen(one: str, two: str, known: Counter[str]) -> bool:
    before, after = _WORD.findall(one[:-1])[-1:], _WORD.findall(two)[:1]
    if not before or not after or not two[0].islower():
        return True
    left, right = _plain(before[0]), _plain(after[0])
    whole, parted = known[left + right], known[f"{left}-{right}"]
    if whole or parted:
        return parted > whole
    return "-" in left or bool(known[left] and known[right] and min(len(left), len(right)) > 2)
