"""The merged page in the making: its pieces, and where new ones go."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from onrecord.model import Problem
from onrecord.pages.matching import place_of
from onrecord.pages.reader import Block

SECTION = 1 << 30
"""In place of a paragraph's number: under the heading for what is no longer in the text, behind all paragraphs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the merged page."""

    text: str
    paragraph: int
    """As in Block, in the numbers of now; or SECTION."""
    kind: str
    what: str = ""
    """added, changed, kept (a person's change in it), or nothing to say."""
    problems: tuple[Problem, ...] = ()
    home: int | None = None
    """The paragraph behind which a callout belongs; None for what stays where a person put it."""


Item = TypeVar("Item", Piece, Block)


def spaced(texts: Iterable[str]) -> Iterator[str]:
    """Blocks as they stand, with a blank line after one that ends without; one line feed at the end."""
    there = [text for text in texts if text]
    for text in there[:-1]:
        ends_blank = text.endswith("\n") and not text[:-1].rpartition("\n")[2].strip()
        yield text if ends_blank else text.rstrip("\n") + "\n\n"
    yield from (text if text.endswith("\n") else text + "\n" for text in there[-1:])


def first_lines(texts: Iterable[str]) -> Iterator[int]:
    """The line on which each begins, from 1, where they are joined."""
    line = 1
    for text in texts:
        yield line
        line += text.count("\n")


def insert_new(
    fresh: Sequence[Block], pieces: list[Piece], known: set[str], old: set[int]
) -> Sequence[Piece]:
    """Puts paragraphs that the source has gained into their order, and behind each what is new or goes home.

    Returns what belongs under the heading for what is no longer in the text.
    """
    arriving = _taken_out(pieces)
    astray = strays(pieces)
    counts = Counter(piece.paragraph for piece in pieces if _is_paragraph(piece, piece.paragraph))
    at = room = 0
    for block in fresh:
        if block.id and block.id not in known:
            piece = Piece(block.raw, block.paragraph, block.kind, "added")
            arriving.setdefault(block.paragraph, []).append(piece)
    for block in fresh:
        if block.kind != "paragraph":
            continue
        number = block.paragraph
        callouts = [replace(piece, paragraph=number, home=number) for piece in arriving.get(number, ())]
        if number not in old:
            room = make_room(pieces, number, _belongs_to, room, astray)
            pieces[room:room] = [Piece(block.raw, number, "paragraph"), *callouts]
        elif callouts:
            at = after_callouts(pieces, number, at if counts[number] == 1 else 0)
            pieces[at:at] = callouts
    return [replace(piece, paragraph=SECTION) for piece in arriving.get(SECTION, ())]


def make_room(
    items: list[Item],
    number: int,
    belongs_to: Callable[[Item], int | None],
    start: int = 0,
    astray: Container[int] = (),
) -> int:
    """Where a new paragraph goes: before a later one, or before the callouts of a later one that was cut out.

    Callouts of earlier ones that stand among those are put before it. `belongs_to`: the number of a paragraph, or of
    the one that a callout belongs to; SECTION behind all; None for what stays where a person put it. `start`: where
    an earlier paragraph went last, for before that nothing later stands; so many are put in at the cost of one look.
    `astray`: as `strays` has them; they are as good as None, but the paragraph goes before those that come later.
    """
    later = (n for n in range(start, len(items)) if _is_later(items[n], number, belongs_to, astray))
    first = _before_strays(items, number, next(later, len(items)), astray)
    end = next((n for n in range(first, len(items)) if _is_firm(items[n])), len(items))
    between = items[first:end]
    before = [one for one in between if (belongs_to(one) or SECTION) <= number]
    items[first:end] = before + [one for one in between if one not in before]
    return first + len(before)


def _is_later(
    item: Item, number: int, belongs_to: Callable[[Item], int | None], astray: Container[int]
) -> bool:
    return id(item) not in astray and (belongs_to(item) or 0) > number


def _before_strays(items: Sequence[Item], number: int, at: int, astray: Container[int]) -> int:
    """`at`, or the place among the strays right before it with as few of them on the wrong side as can be."""
    best, wrong, fewest = at, 0, 0
    while at and id(items[at - 1]) in astray:
        at -= 1
        if items[at].kind == "paragraph":
            wrong += 1 if items[at].paragraph < number else -1
            if wrong < fewest:
                best, fewest = at, wrong
    return best


def strays(items: Sequence[Piece | Block]) -> frozenset[int]:
    """Paragraphs that a person moved or copied to between others, and what stands behind them, by `id`.

    They say nothing of where others belong. Moved are as few as can be.
    """
    paragraphs = [one for one in items if _is_paragraph(one, one.paragraph)]
    firm = _longest_in_order([one.paragraph for one in paragraphs])
    moved = {id(one) for at, one in enumerate(paragraphs) if at not in firm}
    found: set[int] = set()
    within = False
    for one in items if moved else ():
        if _is_firm(one):
            within = id(one) in moved
        if within:
            found.add(id(one))
    return frozenset(found)


def _longest_in_order(numbers: Sequence[int]) -> set[int]:
    """Where the longest row of rising numbers stands among them."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [at]
    row: set[int] = set()
    at = places[-1] if places else -1
    while at >= 0:
        row.add(at)
        at = before[at]
    return row


def _belongs_to(piece: Piece) -> int | None:
    if piece.paragraph == SECTION or (piece.kind == "paragraph" and piece.text):
        return piece.paragraph
    return piece.home


def _is_firm(one: Piece | Block) -> bool:
    if isinstance(one, Block):
        return one.kind == "paragraph" or one.orphaned
    return one.paragraph == SECTION or (one.kind == "paragraph" and bool(one.text))


def _taken_out(pieces: list[Piece]) -> dict[int, list[Piece]]:
    """Home → the pieces that do not stand there yet, which are no longer in `pieces`."""
    arriving: dict[int, list[Piece]] = {}
    staying = []
    for piece in pieces:
        if piece.home in (None, piece.paragraph):
            staying.append(piece)
        else:
            arriving.setdefault(piece.home or 0, []).append(piece)
    pieces[:] = staying
    return arriving


def after_callouts(pieces: Sequence[Piece | Block], number: int, start: int = 0) -> int:
    """Where a new callout of paragraph `number` goes: behind the callouts that follow the paragraph.

    `start`: where to look first, for a paragraph that stands there once only.
    """
    places = chain(range(start, len(pieces)), range(start))
    at = next((n + 1 for n in places if _is_paragraph(pieces[n], number)), None)
    if at is None:
        return _where_it_was(pieces, number)
    while at < len(pieces) and _is_callout_of(pieces[at], number):
        at += 1
    return at


def _where_it_was(pieces: Sequence[Piece | Block], number: int) -> int:
    """Where a paragraph was cut out: behind all that the nearest one before it has behind it, but for later ones'."""
    firm = [(n, _place(one)) for n, one in enumerate(pieces) if _is_firm(one)]
    nearest = max((place for _, place in firm if place <= number), default=0)
    at = next((k for k, (_, place) in enumerate(firm) if place == nearest), -1)
    start = firm[at][0] if at >= 0 else 0
    end = firm[at + 1][0] if at + 1 < len(firm) else len(pieces)
    return next((n for n in range(start, end) if _place(pieces[n]) > number), end)


def _place(one: Piece | Block) -> int:
    return SECTION if isinstance(one, Block) and one.orphaned else one.paragraph


def _is_callout_of(piece: Piece | Block, number: int) -> bool:
    """Whether a callout belongs to paragraph `number` or an earlier one: one that does not has lost its own."""
    place = piece.paragraph if isinstance(piece, Piece) else place_of(piece)
    return piece.kind in ("statement", "event", "card") and place <= number


def _is_paragraph(piece: Piece | Block, number: int) -> bool:
    text = piece.text if isinstance(piece, Piece) else piece.raw
    return piece.kind == "paragraph" and piece.paragraph == number and bool(text)


def insert_headline(fresh: Mapping[str, Block], pieces: list[Piece], there: set[str]) -> None:
    """Puts in a headline that neither the base nor the page had: one of the text's own stood in its place."""
    headline = fresh.get("headline")
    if headline and "headline" not in there:
        at = 1 if pieces and pieces[0].kind == "front" else 0
        pieces.insert(at, Piece(headline.raw, 0, "other"))
