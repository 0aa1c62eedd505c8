"""What a single line gives away by its own words: debris phrases, prose, quotations. Pure pattern matching."""

import re
from functools import lru_cache

from onrecord.languages.en import debris

LONGEST_DEBRIS = 600
"""Characters; a longer line is never debris by its words."""

_ENDS = re.compile(r"^[\W_]+|[\W_]+$")
_TERMINAL = re.compile(r"(?:[.!?…:]|''|[”»])[\"'”’»)\]\s*]*$|[.!?,]\"$")
_QUOTED = re.compile(r"“[^“”]{12,}|\"[^\"]{12,}\"|``[^`']{12,}|«[^«»]{12,}|„[^“”]{12,}")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PHRASES = {phrase: reason for reason, phrases in debris.PHRASES.items() for phrase in phrases}
_SHAPES = tuple((reason, re.compile(shape, re.DOTALL)) for reason, shape in debris.SHAPES)
_SHARE, _SHARE_CORE = frozenset(debris.SHARE_WORDS), frozenset(debris.SHARE_CORE)


def fold(line: str) -> str:
    """Lower case, white space folded, straight apostrophes, no marks at either end."""
    folded = " ".join(line.casefold().split()).replace("’", "'")
    return _ENDS.sub("", folded)


def words(line: str) -> list[str]:
    """The words of a line."""
    return _WORD.findall(line)


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does, quotation marks and brackets aside."""
    return bool(_TERMINAL.search(line.rstrip()[-12:]))


def has_quotation(line: str) -> bool:
    """Whether the line quotes more than a few letters."""
    return bool(_QUOTED.search(line))


def is_prose(line: str) -> bool:
    """Whether the line reads as running text: ends as a sentence does and has more than a few words."""
    return ends_sentence(line) and (len(line) > 300 or len(words(line)) >= 8)


def reason_of(line: str) -> str | None:
    """Why a line that stands alone is debris by its own words, or None. Quotations never are."""
    return None if len(line) > LONGEST_DEBRIS else _reason_of(line)


@lru_cache(maxsize=20_000)
def _reason_of(line: str) -> str | None:
    folded = fold(line)
    if not folded:
        return "no words"
    reason = _PHRASES.get(folded) or _share_bar(folded)
    if reason and line.rstrip()[-1] in ".!?" and _may_be_said(folded, reason):
        return None
    if reason or has_quotation(line):
        return reason
    whole = " ".join(line.casefold().split()).replace("’", "'")
    return next((why for why, shape in _SHAPES if shape.fullmatch(whole) or shape.fullmatch(folded)), None)


def _may_be_said(folded: str, reason: str) -> bool:
    """A word or a list of networks with a full stop may be a sentence of the text ("Pause.")."""
    return reason == "share bar" or (" " not in folded and reason != "export label")


def _share_bar(folded: str) -> str | None:
    parts = re.split(r"[\W_]+", folded)
    core = sum(part in _SHARE_CORE for part in parts)
    return "share bar" if core >= 2 and all(part in _SHARE or part.isdigit() for part in parts) else None
