"""What one wording has that another has not, word by word."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from onrecord.across.stems import plain

Pieces = tuple[tuple[bool, str], ...]
"""(differs, words), in order; joined by one blank each."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def marked(words: str, first: str) -> Pieces:
    """`words` in pieces, those marked that do not stand in `first` at their place.

    Case, accents and the marks around a word make no difference, but a bracket around it does: "(to)".
    """
    mine, theirs = words.split(), first.split()
    same = set(_alike([_key(word) for word in mine], [_key(word) for word in theirs]))
    flags = [(index not in same, word) for index, word in enumerate(mine)]
    return tuple(
        (differs, " ".join(word for _, word in run)) for differs, run in groupby(flags, lambda flag: flag[0])
    )


def unmarked(words: str) -> Pieces:
    """The words of the first wording: one piece."""
    folded = " ".join(words.split())
    return ((False, folded),) if folded else ()


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> Iterable[int]:
    """The places of `mine` that stand in `theirs`, in order."""
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        yield from range(block.a, block.a + block.size)


def _key(word: str) -> str:
    bare = _EDGES.sub("", word)
    inserted = "(" if word[0] in "([" and word.rstrip(".,;:!?”\"'’")[-1:] in (")", "]") else ""
    return inserted + plain(bare).replace("’", "'") if bare else ""
