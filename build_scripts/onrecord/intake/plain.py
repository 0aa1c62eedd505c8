"""Plain text to blocks: blank lines, one line a paragraph, or lines wrapped at a width, joined by span.

Wrapped lines are told from paragraphs of one line by measuring the text: line n and n+1 belong together
if the first word of n+1 would not have fitted on n (the rule of gcbenison's Line-unwrap), or where n
plainly breaks off within a sentence. Texts that separate paragraphs by blank lines are wrapped more
freely, so in them a line break counts only after a sentence that ends well before the edge.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.intake.blocks import Block, Draft, trim
from onrecord.intake.bylines import starts_with_button
from onrecord.intake.phrases import ends_sentence, reason_of
from onrecord.model import Span

WIDEST_WRAP = 120
"""Columns; a text with longer lines that go on in the next one is not wrapped at a width."""

_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_FIRST_WORD = re.compile(r"\S{1,40}")
_ITEM = re.compile(r"(?:[-*•·–—▪●◦‣]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it."""

    span: Span
    """Trimmed."""
    words: str
    """The text of the span."""
    indent: int
    """Columns before the first character; a tab counts as four."""
    after_blank: bool
    """An empty line stands before it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is set, measured over all its lines."""

    width: int
    """Columns of the longest line that another one follows directly; 0 for a text that is not wrapped."""
    blank_lines: bool
    """Blank lines separate the paragraphs."""
    indents: bool
    """An indented line starts a paragraph."""


def read_plain(text: str) -> Draft:
    """Blocks of a plain text; their spans cover everything but white space and invisible characters."""
    lines = _lines(text)
    layout = measure(lines)
    blocks: list[Block] = []
    group: list[Line] = []
    for line in lines:
        if group and not continues(group[-1], line, layout):
            blocks.append(Block((group[0].span[0], group[-1].span[1])))
            group = []
        group.append(line)
    if group:
        blocks.append(Block((group[0].span[0], group[-1].span[1])))
    return Draft(text, tuple(blocks))


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    start, blank = 0, False
    ends = [(found.start(), found.end()) for found in _BREAK.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        span = trim(text, (start, end))
        if span is None:
            # a page break by itself does not end a paragraph
            blank = blank or (start > 0 and "\f" not in text[start - 1 : following])
        else:
            lines.append(Line(span, text[span[0] : span[1]], _columns(text[start : span[0]]), blank))
            blank = False
        start = following
    return lines


def _columns(before: str) -> int:
    return len(before) + 3 * before.count("\t")


def measure(lines: list[Line]) -> Layout:
    """How a text is set. Looks at pairs of lines that follow each other directly."""
    pairs = [(one, two) for one, two in pairwise(lines) if not two.after_blank]
    lengths = sorted(len(line.words) for pair in pairs for line in pair)
    width = lengths[-1] if lengths else 0
    # one overlong line (an address, a table) must not hide the width all others are wrapped at
    typical = lengths[int(len(lengths) * 0.95)] if lengths else 0
    width = typical if width > WIDEST_WRAP and len(lengths) >= 40 else width
    broken = sum(_breaks_off(one, two, width) for one, two in pairs)
    goes_on = any(two.words[0].islower() and not ends_sentence(one.words) for one, two in pairs)
    long = sum(len(line.words) > WIDEST_WRAP for line in lines)
    wrapped = (
        goes_on and 10 * long <= len(lines) and broken >= 0.3 * len(pairs) and 30 <= width <= WIDEST_WRAP
    )
    separated = sum(line.after_blank for line in lines)
    indented = [line for line in lines if line.indent >= 2]
    return Layout(
        width if wrapped else 0,
        blank_lines=separated >= max(1, len(lines) // 15),
        indents=wrapped and 2 <= len(indented) <= 0.6 * len(lines) and 5 * separated <= len(lines),
    )


def _breaks_off(one: Line, two: Line, width: int) -> bool:
    """Line `one` breaks off within a sentence that `two` continues: small letters, or no room left."""
    return not ends_sentence(one.words) and (two.words[0].islower() or not _fits(one, two, width))


def _fits(one: Line, two: Line, width: int) -> bool:
    """Whether the first word of `two` would have fitted on `one`."""
    word = _FIRST_WORD.match(two.words)
    return len(one.words) + 1 + (len(word[0]) if word else 0) <= width


def continues(one: Line, two: Line, layout: Layout) -> bool:
    """Whether `two` goes on with the paragraph of `one`."""
    if two.after_blank or _ITEM.match(two.words) or (layout.indents and two.indent > one.indent):
        return False
    if starts_with_button(one.words) or starts_with_button(two.words):
        return False
    ended = ends_sentence(one.words)
    if (ended and reason_of(two.words)) or reason_of(one.words):
        return False
    if not layout.width:
        return not ended and two.words[0].islower()
    if not _fits(one, two, layout.width):
        return True
    if layout.blank_lines:
        return _unfinished(one, two, ended) or (ended and len(one.words) >= 0.75 * layout.width)
    return not ended and two.words[0].islower()


def _unfinished(one: Line, two: Line, ended: bool) -> bool:
    short = len(one.words) < 25 and not two.words[0].islower()
    return not ended and not short
