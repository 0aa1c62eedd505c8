"""The names in a sentence that gives figures: by capitals, without a parser."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from onrecord.across import events_words
from onrecord.across.numerals import Token, key_at
from onrecord.across.stems import stem

Run = tuple[int, int, frozenset[str]]
"""First token of a name, the one after its last, its words."""

_SAYING = frozenset(map(stem, (*events_words.SPEECH, "allege", "estimate")))
_FIRM = frozenset(
    "corp inc co ltd plc llc company group association assn agency news press times post".split()
)
"""Parts of names that many share."""
_NAMES_NOBODY = events_words.TITLES | _FIRM


def names(tokens: Sequence[Token], text: str) -> Iterator[int]:
    """Places of capitalised words that name somebody or a place; no title, and no word that merely opens."""
    for place, token in enumerate(tokens):
        plain = token.key.removesuffix("’s").removesuffix("'s").replace(".", "")
        if token.word[0].isupper() and plain not in _NAMES_NOBODY:
            follows = tokens[place + 1].word if place + 1 < len(tokens) else ""
            if (
                (place > 0 and tokens[place - 1].key not in '“"' and not _is_label(tokens, place))
                or follows[:1].isupper()
                or (place == 0 and _is_heard_inside(token.word, text))
                or token.key[-2:] in ("’s", "'s")
            ):
                yield place


def _is_label(tokens: Sequence[Token], place: int) -> bool:
    """Whether only a word and a colon stand before: "NOTE: Operating net"."""
    return place == 2 and tokens[1].key == ":"


def runs_of(keys: Sequence[str], named: Container[int]) -> list[Run]:
    """The names, each with its words together."""
    runs: list[Run] = []
    for place, key in enumerate(keys):
        if place in named and runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1, runs[-1][2] | {key})
        elif place in named:
            runs.append((place, place + 1, frozenset({key})))
    return runs


def joined_names(
    tokens: Sequence[Token], runs: Sequence[Run]
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Names on either side of an "and"."""
    for (_, end, one), (start, _, other) in pairwise(runs):
        if [token.key for token in tokens[end:start]] in (
            ["and"],
            [",", "and"],
            ["and", "the"],
            ["and", "in"],
        ):
            yield one, other


def saying(tokens: Sequence[Token], runs: Sequence[Run]) -> Iterator[int]:
    """Places of the names of those who say what the sentence tells: "the Velmo Watch for Children said"."""
    for index, (start, end, _) in enumerate(runs):
        if not _says(tokens, start, end):
            continue
        yield from range(start, end)
        while index and _joins(tokens, runs[index - 1][1], start):
            index -= 1
            start = runs[index][0]
            yield from range(start, runs[index][1])


def _says(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a word of saying follows a name, or "according to" stands before it."""
    follows = key_at(tokens, end)
    if key_at(tokens, start - 1) in ("in", "at", "near"):
        return False
    if follows and (stem(follows) in _SAYING or follows == "that"):
        return True
    before = start - 1 - (key_at(tokens, start - 1) == "the")
    return key_at(tokens, before) == "to" and key_at(tokens, before - 1) == "according"


def _joins(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Whether "of" or "for" makes one name of two."""
    return [token.key for token in tokens[end:start]] in (["of"], ["for"], ["of", "the"], ["for", "the"])


def _is_heard_inside(word: str, text: str) -> bool:
    """Whether a text has a word with a capital inside a sentence, and never without: a name, where it opens one."""
    if f" {word.casefold()}" in text:
        return False
    place = text.find(f" {word}")
    while place > 0 and not text[place - 1].islower():
        place = text.find(f" {word}", place + 1)
    return place > 0
