"""What people changed and the text no longer has: kept under a heading of its own, home again when the words return.

The tool writes the heading when there is something to put under it, and takes it away when nothing is left there.
"""

import re
from collections.abc import Sequence

from onrecord.model import Problem, Source
from onrecord.pages import locate
from onrecord.pages.pieces import SECTION, Piece
from onrecord.pages.reader import Block

HEADING = '## <a id="orphans"></a>No longer in the text'
"""Known by its anchor, whatever a person makes of its words."""

_PLACE = re.compile(r"[ \t]*·[ \t]*\[¶\d+\]\(#p\d+\)|\[¶\d+\]\(#p\d+\)[ \t]*")


def words_of(block: Block) -> str:
    """What an annotation quotes or tells."""
    return block.statement.words if block.statement else block.event.what if block.event else ""


def is_gone(mine: Block, base: Block, source: Source) -> bool:
    """Whether the source has neither the words of the callout nor those that the tool had put there."""
    return not any(locate.find(words_of(one), source, one.paragraph) for one in (mine, base))


def home_of(mine: Block, source: Source) -> int | None:
    """The paragraph in which the callout's words stand; None where they are not there, or there more than once."""
    span = locate.only(words_of(mine), source)
    if span is None:
        return None
    return next((p.number for p in source.paragraphs if p.span[0] <= span[0] < p.span[1]), None)


def without_place(raw: str) -> str:
    """A callout, raw, without the link to its paragraph, which may be gone."""
    lines = (_PLACE.sub("", line, count=1) if "<a id=" in line else line for line in raw.split("\n"))
    return "\n".join(lines)


def gone(path: str, block: Block) -> Problem:
    """A callout whose words the text no longer has."""
    message = f"The callout “{block.id}” was edited, and its words are no longer in the text."
    hint = "It is kept at the end of the page; correct its words, or delete it."
    return Problem(path, block.line, message, hint, "warning", "orphan")


def withdrawn(path: str, block: Block) -> Problem:
    """A callout whose words are there, but which the analysis no longer finds."""
    message = f"The callout “{block.id}” was edited, and the text no longer gives rise to it."
    hint = "It is kept; delete it if it is no longer right."
    return Problem(path, block.line, message, hint, "warning", "orphan")


def gather(pieces: list[Piece], arriving: Sequence[Piece]) -> None:
    """Puts `arriving` under the heading, made if need be; takes away a heading of the tool's with nothing below."""
    at = next((n for n, piece in enumerate(pieces) if piece.kind == "orphans"), None)
    if arriving:
        if at is None:
            at = len(pieces)
            pieces.append(Piece(HEADING + "\n\n", SECTION, "orphans"))
        last = at + 1
        while last < len(pieces) and pieces[last].kind in ("statement", "event"):
            last += 1
        pieces[last:last] = arriving
    elif at is not None and pieces[at].text.strip() == HEADING and not _anything_below(pieces[at + 1 :]):
        del pieces[at]


def _anything_below(pieces: Sequence[Piece]) -> bool:
    return any(piece.paragraph == SECTION and piece.text.strip() for piece in pieces)
