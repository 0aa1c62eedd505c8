"""Where lines stand on the pages of a PDF: running heads and feet, columns, reading order.

Columns are told as a typesetter would: by a gutter that few lines cross. Lines that cross it (headlines) part
the page into bands, and each band is read column by column.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

EDGE_ROWS = 3
"""Rows at the top and the bottom of a page among which running heads and feet are looked for."""
EDGE = 0.14
"""Share of a page's height, at the top and at the bottom, in which they stand."""
CROSSING = 0.15
"""Share of a region's lines that may cross a gutter."""
SIDE = 0.2
"""Share of a region's lines that must stand on each side of a gutter."""
COLUMN_LINES = 4
"""Fewest lines of a column."""
COLUMN_WORDS = 15
"""Characters of the middle line of a column; shorter ones are the labels of a table."""

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; places in points from the lower left corner."""

    words: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    """Of the letters, in points."""
    height: float = 842.0
    """Of the page."""
    left: float = 0.0
    right: float = 0.0
    """The column's edges, once the reading order is known."""
    column: int = 0
    """Number of the column on the page, in reading order."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A line at a page's edge that is no part of the text."""

    words: str
    reason: str


def unframed(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[list[Frame]]]:
    """Each page's own lines, and what stands at its edges: page numbers, and what several pages repeat."""
    edges = [_edges(lines) for lines in pages]
    count = Counter(mark for edge in edges for mark in {_mark(line) for line in edge})
    often = max(2, 0.3 * len(pages))
    own: list[list[Line]] = []
    frames: list[list[Frame]] = []
    for lines, edge in zip(pages, edges, strict=True):
        found: dict[Line, str] = {}
        for line in edge:
            if _PAGE_NUMBER.fullmatch(line.words):
                found[line] = "page number"
            elif count[_mark(line)] >= often:
                found[line] = "running head" if line.y0 > line.height / 2 else "running foot"
        own.append([line for line in lines if line not in found])
        frames.append([Frame(line.words, reason) for line, reason in found.items()])
    return own, frames


def _edges(lines: list[Line]) -> list[Line]:
    """The lines of the first and last rows that stand close to the page's edge."""
    ordered = sorted(lines, key=lambda line: -line.y1)
    tops = list(dict.fromkeys(round(line.y1) for line in ordered))
    rows = {*tops[:EDGE_ROWS], *tops[-EDGE_ROWS:]}
    return [
        line for line in ordered if round(line.y1) in rows and not EDGE < line.y0 / line.height < 1 - EDGE
    ]


def _mark(line: Line) -> tuple[str, int]:
    """What pages that repeat a line have in common: its words without numbers, and its height on the page."""
    return re.sub(r"\d+", "#", line.words.casefold()), round(line.y0 / 8)


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines in reading order, each with its column."""
    placed: list[Line] = []
    for number, column in enumerate(_columns(list(lines), 0)):
        left = min(line.x0 for line in column)
        right = max(line.x1 for line in column)
        placed += [replace(line, left=left, right=right, column=number) for line in _rows(column)]
    return placed


def _columns(lines: list[Line], depth: int) -> Iterator[list[Line]]:
    """The columns of a region in reading order."""
    gutter = gutter_of(lines) if depth < 6 else None
    if gutter is None:
        if lines:
            yield lines
        return
    spanning = [line for line in lines if line.x0 < gutter < line.x1]
    rest = [line for line in lines if not line.x0 < gutter < line.x1]
    bounds = sorted((line.y0 for line in spanning), reverse=True)
    waiting = sorted(spanning, key=lambda line: -line.y1)
    bands: dict[int, list[Line]] = {}
    for line in rest:
        bands.setdefault(sum(bound >= line.y1 - line.size / 2 for bound in bounds), []).append(line)
    for number in range(len(bounds) + 1):
        band = bands.get(number, [])
        if number and waiting[number - 1 : number]:
            yield waiting[number - 1 : number]
        for side in (
            [line for line in band if line.x1 <= gutter],
            [line for line in band if line.x0 >= gutter],
        ):
            yield from _columns(side, depth + 1)


def gutter_of(lines: Sequence[Line]) -> float | None:
    """The middle of the widest upright stripe that hardly any line crosses, with text on both sides; or None."""
    if len(lines) < 2 * COLUMN_LINES:
        return None
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    width = min(int(right - left) + 2, 20_000)
    steps = [0] * (width + 1)
    for line in lines:
        steps[min(width, max(0, int(line.x0 - left)))] += 1
        steps[min(width, max(0, int(line.x1 - left) + 1))] -= 1
    best: tuple[int, float] | None = None
    covered = run = 0
    for at in range(width):
        covered += steps[at]
        run = run + 1 if covered <= CROSSING * len(lines) else 0
        middle = left + at - run / 2
        if run and (best is None or run > best[0]) and _parts(lines, middle):
            best = (run, middle)
    size = median(line.size for line in lines)
    return best[1] if best and best[0] >= 0.6 * size else None


def _parts(lines: Sequence[Line], gutter: float) -> bool:
    """Whether a stripe has a column of text on each side."""
    before = [line for line in lines if line.x1 <= gutter]
    after = [line for line in lines if line.x0 >= gutter]
    enough = max(COLUMN_LINES, SIDE * len(lines))
    return min(len(before), len(after)) >= enough and all(
        median(len(line.words) for line in side) >= COLUMN_WORDS for side in (before, after)
    )


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Top to bottom; what stands on one row, left to right."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: (-(line.y0 + line.y1), line.x0)):
        if row and abs(row[0].y0 + row[0].y1 - line.y0 - line.y1) > 0.8 * min(row[0].size, line.size):
            yield from sorted(row, key=lambda each: each.x0)
            row = []
        row.append(line)
    yield from sorted(row, key=lambda each: each.x0)
