"""Bold words inside a source's: what differs between two places. Read alike by both parsers and by GitHub.

Bold, because GitHub keeps it; it drops the looks of `<mark>`, and `<ins>` and `<del>` would say what nobody knows.
"""

import unicodedata
from collections.abc import Iterable

from onrecord.markdown import escape, escape_block, fold


def marked(pieces: Iterable[tuple[bool, str]]) -> str:
    """Pieces of words joined by one blank each, those that differ bold; safe at the beginning of a line."""
    written: list[str] = []
    for differs, words in pieces:
        if folded := fold(words):
            written.append(_bold(folded) if differs else _plain(folded, first=not written))
    return " ".join(written) or "…"


def pointed(sentence: str, point: tuple[int, int]) -> str:
    """A sentence with the words at `point` bold; safe at the beginning of a line."""
    start, end = _widened(sentence, *point)
    before, words, after = sentence[:start], fold(sentence[start:end]), sentence[end:]
    if not words:
        return escape_block(sentence) or "…"
    opening = escape_block(before) + escape(before[len(before.rstrip()) :]) if before.strip() else ""
    return opening + _bold(words) + escape(after).rstrip()


def _plain(words: str, *, first: bool) -> str:
    return escape_block(words) if first else escape(words)


def _bold(words: str) -> str:
    return f"**{escape(words)}**"


def _widened(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The point without white space at its ends, and wide enough that its marks open and close anywhere.

    Two asterisks between a letter and a punctuation mark do not (CommonMark's flanking rule).
    """
    start, end = max(0, start), min(len(sentence), end)
    while start < end and sentence[start].isspace():
        start += 1
    while start < end and sentence[end - 1].isspace():
        end -= 1
    while start < end and not (_open(sentence[:start][-1:]) or sentence[start].isalnum()):
        start -= 1
    while start < end and not (_open(sentence[end : end + 1]) or sentence[end - 1].isalnum()):
        end += 1
    return start, end


def _open(neighbour: str) -> bool:
    """Whether a mark may stand beside this character, whatever is on its other side."""
    return not neighbour or neighbour.isspace() or unicodedata.category(neighbour).startswith("P")
