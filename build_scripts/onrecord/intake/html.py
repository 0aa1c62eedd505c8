"""Saved web pages: trafilatura tells the text from the frame; the words come from the page itself.

trafilatura loses quotations now and then (block quotations above all), so its choice is laid over the
page's own blocks: what it chose is the text, block quotations and quoting paragraphs among them are
restored, and the other blocks of the same container become debris with a reason.
"""

import re
from collections import Counter
from typing import Any

from trafilatura import bare_extraction

from onrecord.intake.blocks import FRAME, BlockKind, Draft, draft_from
from onrecord.intake.decoding import declared, decode
from onrecord.intake.html_metadata import clues_of_page
from onrecord.intake.html_tree import Piece, parse, pieces_of
from onrecord.intake.phrases import fold, has_quotation, is_prose, reason_of
from onrecord.languages.en.debris import RIGHTS_REASON
from onrecord.model import Problem

LARGEST = 3_000_000
"""Characters of the largest page that trafilatura is given; of larger ones every block counts."""

SHINGLE = 4
"""Words that are compared at a time."""

HELD = 0.9
"""Share of the text that the text's container must hold."""


def read_html(data: bytes, path: str) -> Draft | Problem:
    """The running text of a page, its blocks, and what its metadata says."""
    page = decode(data, path, declared(data))
    if isinstance(page, Problem):
        return page
    tree = parse(page)
    pieces = pieces_of(tree) if tree is not None else []
    if not pieces:
        hint = "Save the page again, or copy its text into a .txt file."
        return Problem(path, 0, "The page holds no text.", hint)
    clues = clues_of_page(tree)
    title = next((clue.value for clue in clues if clue.field == "title"), None)
    chosen = choose(pieces, body_of(page), title)
    return draft_from(((piece.words, _kind(piece), reason) for piece, reason in chosen), clues)


def body_of(page: str) -> list[str]:
    """The paragraphs that trafilatura takes for the text; empty where it finds none."""
    if len(page) > LARGEST:
        return []
    try:
        document = bare_extraction(page, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # a fault inside the extractor must not lose the page: every block counts then
        return []
    body: Any = getattr(document, "body", None)
    if body is None:
        return []
    blocks = body.iter("p", "head", "quote", "item", "cell", "code", "row", "fw", "ab")
    return [words for block in blocks if (words := " ".join(" ".join(block.itertext()).split()))]


def choose(pieces: list[Piece], body: list[str], title: str | None) -> list[tuple[Piece, str | None]]:
    """The pieces of the text's container, each with None (text) or the reason it is debris."""
    chosen = _chosen(pieces, _shingles(body))
    container = _container(pieces, chosen)
    first = chosen.index(True)
    last = len(chosen) - 1 - chosen[::-1].index(True)
    headline = next((at for at in range(len(pieces)) if _is_headline(pieces[at], title)), None)
    beside = Counter(
        piece.element.getparent() for piece, is_text in zip(pieces, chosen, strict=True) if is_text
    )
    out: list[tuple[Piece, str | None]] = []
    for at, piece in enumerate(pieces):
        if at == headline and at <= first:
            out.append((piece, None))
        elif chosen[at]:
            over = headline is not None and at < headline and not _reads(piece)
            out.append((piece, FRAME if over else None))
        elif container in (piece.element, *piece.element.iterancestors()):
            amid = first < at < last or beside[piece.element.getparent()] > 1
            over = piece.kind == "heading" and at + 1 < len(pieces) and chosen[at + 1]
            out.append((piece, None if _restored(piece, amid) or (over and not piece.framed) else FRAME))
        elif reason_of(piece.words) == RIGHTS_REASON:
            out.append((piece, RIGHTS_REASON))
    return out


def _is_headline(piece: Piece, title: str | None) -> bool:
    return piece.kind == "heading" and bool(title) and fold(piece.words) == fold(title or "")


def _reads(piece: Piece) -> bool:
    return has_quotation(piece.words) or is_prose(piece.words)


def _chosen(pieces: list[Piece], known: set[str]) -> list[bool]:
    """Which pieces trafilatura takes for the text, without links and pull quotes of the page's frame."""
    chosen = [_is_chosen(piece, known) for piece in pieces]
    if not any(chosen):
        chosen = [not piece.framed for piece in pieces]
        return chosen if any(chosen) else [True] * len(pieces)
    words = [len(piece.words) * is_text for piece, is_text in zip(pieces, chosen, strict=True)]
    framed = sum(size for piece, size in zip(pieces, words, strict=True) if piece.framed)
    if 2 * framed > sum(words):
        return chosen
    free = _shingles(
        [piece.words for piece, is_text in zip(pieces, chosen, strict=True) if is_text and not piece.framed]
    )
    kept = [is_text and not _of_frame(piece, free) for piece, is_text in zip(pieces, chosen, strict=True)]
    return kept if any(kept) else chosen


def _of_frame(piece: Piece, free: set[str]) -> bool:
    """Links in a row, short words of the frame, and pull quotes: what the frame repeats from the text."""
    if piece.kind == "heading":
        return piece.framed
    if piece.linked > 0.8 and not _reads(piece):
        return True
    return piece.framed and (not _reads(piece) or all(part in free for part in _parts(piece.words)))


def _restored(piece: Piece, amid: bool) -> bool:
    """Whether a block that was not chosen is text all the same."""
    if piece.framed or piece.linked > 0.8:
        return False
    if piece.kind == "quote":
        return True
    return amid and piece.kind == "text" and _reads(piece)


def _shingles(body: list[str]) -> set[str]:
    known: set[str] = set()
    for words in body:
        known.update(_parts(words))
    return known


def _parts(words: str) -> list[str]:
    """Runs of four words; the whole where there are fewer."""
    parts = re.findall(r"\w+", words.casefold())
    runs = [" ".join(parts[at : at + SHINGLE]) for at in range(len(parts) - SHINGLE + 1)]
    return runs or [" ".join(parts)]


def _is_chosen(piece: Piece, known: set[str]) -> bool:
    if piece.kind == "caption":
        return False
    parts = _parts(piece.words)
    return bool(parts[0]) and 2 * sum(part in known for part in parts) > len(parts)


def _container(pieces: list[Piece], chosen: list[bool]) -> Any:
    """The deepest element that holds nine tenths of the chosen words."""
    held: dict[Any, int] = {}
    total = 0
    for piece, is_text in zip(pieces, chosen, strict=True):
        if is_text:
            total += len(piece.words)
            for element in (piece.element, *piece.element.iterancestors()):
                held[element] = held.get(element, 0) + len(piece.words)
    holders = [element for element, size in held.items() if size >= HELD * total]
    return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))


def _kind(piece: Piece) -> BlockKind:
    return "heading" if piece.kind == "heading" else "quote" if piece.kind == "quote" else "text"
