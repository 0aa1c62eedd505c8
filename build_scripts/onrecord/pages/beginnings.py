"""Where words stand in a very long text, looked up by how they begin.

Looking through all of a text for each of its statements costs the square of its length. Here the beginnings of
all words are put in order once. Runs of blanks count as one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from onrecord.model import Span

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

LENGTHS = (32, 12, 6, 3)
"""Code points by which words are looked up: the most of these that they have."""
SHORTEST = LENGTHS[-1]
AT_ONCE = 64
"""Places taken from the table at a time."""

_START = re.compile(r"[^\W_\u0e00-\U0010ffff]+|\S")
"""A word; each character of what is no word, and of scripts that have no blanks between words."""
_GAP = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its runs of blanks folded."""

    text: str
    blanks: Sequence[int]
    """Where each run of blanks stands now, as one."""
    ends: Sequence[int]
    """Where it ends in the text itself."""
    left_out: Sequence[int]
    """Blanks left out up to there."""

    def place(self, at: int) -> int:
        """The place in the text itself of one in the folded text."""
        before = bisect_left(self.blanks, at)
        return at + self.left_out[before - 1] if before else at

    def folded_place(self, at: int) -> int:
        """The place in the folded text of one in the text itself; within a run of blanks, its end."""
        before = bisect_right(self.ends, at)
        now = at - self.left_out[before - 1] if before else at
        return min(now, self.blanks[before] + 1) if before < len(self.blanks) else now


@lru_cache(maxsize=1)
def folded(text: str) -> Folded:
    """The text, whose only white space are blanks, with runs of them folded. Kept, for a page asks many times."""
    runs = [found.span() for found in _GAP.finditer(text)]
    left_out = [*accumulate(end - start - 1 for start, end in runs)]
    blanks = [end - 1 - out for (_, end), out in zip(runs, left_out, strict=True)]
    return Folded(_GAP.sub(" ", text) if runs else text, blanks, [end for _, end in runs], left_out)


def places(words: str, text: str, within: Span) -> Iterator[int]:
    """Where `words` stand at the beginning of a word, in order, as places of the folded text.

    `words` have `SHORTEST` code points or more, and no runs of blanks; `within` are places of the text itself.
    """
    known = folded(text)
    size = next(length for length in LENGTHS if length <= len(words))
    first, last = (known.folded_place(at) for at in within)
    for at in _beginning(known.text, words[:size], first):
        if at + len(words) > last:
            return
        if known.text.startswith(words, at):
            yield at


def _beginning(text: str, key: str, first: int) -> Iterator[int]:
    """The beginnings of words, from `first` on, that may go on as `key`."""
    numbers, starts = _in_order(text, len(key))
    low, high = (int(numbers.searchsorted(hash(key), side)) for side in ("left", "right"))
    low += int(starts[low:high].searchsorted(first))
    for at in range(low, high, AT_ONCE):
        yield from starts[at : min(at + AT_ONCE, high)].tolist()


@lru_cache(maxsize=len(LENGTHS))
def _in_order(text: str, size: int) -> "tuple[NDArray[numpy.int64], NDArray[numpy.int64]]":
    """A number made of the `size` code points at the beginning of each word, and that place; in order of both."""
    import numpy  # takes a while to start, and most texts are short

    starts = numpy.fromiter((found.start() for found in _START.finditer(text)), "int64")
    numbers = numpy.fromiter((hash(text[at : at + size]) for at in map(int, starts)), "int64", len(starts))
    order = numpy.argsort(numbers, kind="stable")
    return numbers[order], starts[order]
