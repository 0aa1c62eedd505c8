"""Which block is the headline, and what stands round it."""

import re

from onrecord.intake.datelines import dateline_of
from onrecord.intake.phrases import ends_sentence, fold, has_quotation, is_prose, words
from onrecord.languages.en import debris

LONGEST = 150
"""Characters of the longest headline."""

_SECTIONS = frozenset(debris.SECTIONS)
_MINOR = 4
"""Letters; shorter words may be lower case in a headline set in title case."""


def looks_like_title(line: str) -> bool:
    """Whether a line reads as a headline: short, no sentence with a full stop, no quotation, no dateline.

    A full stop is allowed where nearly all words are capitals, as archives set headlines.
    """
    count = len(words(line))
    if len(line) > LONGEST or not 2 <= count <= 24 or dateline_of(line):
        return False
    if not ends_sentence(line):
        return line[-1] != ","
    if has_quotation(line) or line[-1] in ":…":
        return False
    if line.endswith((".", "...")):
        return count <= 24 and not re.search(r"[.!?] ", line) and capitals(line) >= 0.75
    return count <= 18


def capitals(line: str) -> float:
    """The share of the longer words that start with a capital."""
    longer = [word for word in words(line) if len(word) >= _MINOR]
    return sum(not word[0].islower() for word in longer) / len(longer) if len(longer) >= 3 else 0.0


def is_section(line: str, following: str, repeated: bool) -> bool:
    """Whether a lone line over a headline names a section: a known one, or a word or two before a headline."""
    if (
        fold(line) in _SECTIONS
        or fold(re.sub(r"^(?:home|news)\s*[>»›/|]\s*", "", line.casefold())) in _SECTIONS
    ):
        return True
    count = len(words(line))
    short = count <= 2 and len(line) <= 25 and not ends_sentence(line)
    longer = len(words(following)) >= 5 and looks_like_title(following)
    return longer and (short or (repeated and count <= 4 and not ends_sentence(line)))


def is_breadcrumb(line: str) -> bool:
    """ "Home > World > Europe": short names between arrows."""
    if "<" in line[:200]:
        return False
    parts = [part.strip() for part in re.split(r"\s*[>»›→]\s*|\s/\s", line[:200])]
    return (
        len(line) <= 160
        and len(parts) >= 3
        and all(0 < len(part) <= 40 for part in parts[:-1])
        and not is_prose(line)
    )


def find_title(lines: list[str], reasons: list[str | None], headings: list[bool]) -> int | None:
    """The index of the headline among the blocks, or None.

    It is the first block that is no debris (the first heading, where markup has one near the top), if it
    looks like a headline and running text follows.
    """
    kept = [at for at, reason in enumerate(reasons) if reason is None]
    prose = next((at for at in kept if is_prose(lines[at]) and not looks_like_title(lines[at])), None)
    if prose is None:
        return None
    before = [at for at in kept if at < prose]
    marked = next((at for at in before if headings[at]), None)
    if marked is not None:
        return marked
    first = next(iter(before), None)
    if first is not None and looks_like_title(lines[first]):
        return first
    return kept[0] if len(kept) > 1 and _before_dateline(lines[kept[0]], lines[kept[1]]) else None


def _before_dateline(line: str, following: str) -> bool:
    """A short line right before a dateline is a headline, even one with a full stop."""
    if len(line) > LONGEST or has_quotation(line) or dateline_of(line) or not 2 <= len(words(line)) <= 24:
        return False
    found = dateline_of(following)
    return found is not None and found.words is not None and not re.search(r"[.!?] ", line)


def same_title(line: str, title: str) -> bool:
    """Whether a line repeats the headline, perhaps with the site's name or a picture's number after it."""
    one, two = fold(line), fold(title)
    if one == two:
        return True
    rest = one.removeprefix(two) if len(two) >= 12 and one.startswith(two) else None
    return (
        rest is not None
        and len(rest) <= 40
        and not rest[:1].isalnum()
        and not ends_sentence(line.strip()[-3:])
    )
