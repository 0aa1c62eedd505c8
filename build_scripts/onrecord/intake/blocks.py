"""What the readers of the formats hand on: a text, its blocks, and what the markup says of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span

BlockKind = Literal["text", "heading", "quote"]
Field = Literal[
    "title",
    "outlet",
    "byline",
    "agency",
    "dateline",
    "published",
    "updated",
    "url",
    "rights",
    "credits",
    "kind",
    "language",
]


@dataclass(frozen=True, slots=True)
class Block:
    """A candidate paragraph: a trimmed, non-empty span of the text."""

    span: Span
    kind: BlockKind = "text"
    """`heading` and `quote` only where markup says so."""
    reason: str | None = None
    """Why the markup makes it debris ("page frame"), or None."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something known of a source, and where it was read."""

    field: Field
    value: str
    where: str
    """In words: "sidecar", "HTML metadata", "¶2", "copyright line"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before cleaning. Blocks are in order and disjoint and cover every visible character."""

    text: str
    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...] = ()
    """What the markup says; the first clue for a field wins."""


Part = tuple[str, BlockKind, str | None]
"""Words, what they are, and why they are debris (None: they are not, as far as the markup says)."""


def draft_from(parts: Iterable[Part], clues: tuple[Clue, ...] = ()) -> Draft:
    """The text made of `parts`: one block after the other, an empty line between them."""
    words: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece, kind, reason in parts:
        words.append(piece)
        blocks.append(Block((at, at + len(piece)), kind, reason))
        at += len(piece) + 2
    return Draft("\n\n".join(words), tuple(blocks), clues)


FRAME = "page frame"
"""The reason for blocks of a page that its reader leaves out; a more telling one takes its place."""

INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
"""Characters that show nothing: byte order mark, zero-width and direction marks, soft hyphen."""


def trim(text: str, span: Span) -> Span | None:
    """The span without white space and invisible characters at its ends; None where nothing is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return (start, end) if start < end else None
