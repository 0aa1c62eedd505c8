"""Every place of a text that names somebody: runs of capitalised words, cut into title and name."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from onrecord.analysis.names import Name, bare, is_given, is_role, read_name
from onrecord.analysis.parse import Parsed
from onrecord.languages.en.organisations import ADJECTIVES, ORGANISATION_WORDS
from onrecord.languages.en.people import (
    HONORIFICS,
    MONTH_NAMES_USED,
    NOT_NAMES,
    PARTICLES,
    PREPOSITIONS,
    ROLE_ABBREVIATIONS,
    SUFFIXES,
)
from onrecord.languages.en.roles import SURNAMES_TOO
from onrecord.model import Span

_UPPER = "".join(
    chr(c) for c in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper()
)
_STOPPED = "|".join(
    sorted((w.capitalize() for w in {*HONORIFICS, *ROLE_ABBREVIATIONS, *SUFFIXES}), key=len, reverse=True)
)
_WORD = (
    rf"(?:(?:[{_UPPER}]\.){{2,5}}|(?:{_STOPPED}|[{_UPPER}])\.(?!\w)"
    rf"|[{_UPPER}]\w*(?:[’'][{_UPPER}]\w+)?(?:[-‑]\w+){{0,3}}|[ad]l?[-’'][{_UPPER}]\w+)"
)
_INSIDE = "|".join(sorted(PARTICLES))
_JOIN = rf"(?:[ \t\n]{{1,3}}|,[ ](?=(?:Jr|Sr)\b)|[ ](?:(?:{_INSIDE})[ ]){{1,2}}|[ ](?:of(?:[ ]the)?|&)[ ])"
_RUN = re.compile(rf"(?=[{_UPPER}a])(?<!\w){_WORD}(?:{_JOIN}{_WORD})*")
_PART = re.compile(r"[^\s,]+")
_QUOTED = re.compile(r"[“«][^”»]*[”»]?|\"[^\"]*\"?|''[^']*(?:'[^']+)*''|``[^'`]*''")
_OWNER = re.compile(r"[’'](?:s\b|(?=\s))")
_MADE_OF = re.compile(rf"[{_UPPER}]\w+(?:-[a-z]+)+")
"""Opens a run, yet is no name: "Oscar-winning", "Harvard-trained"."""
_WHERE = re.compile(r"\b(?:in|near)\s$")
_LONGEST_HEADING = 160
_JOINERS = ("of", "the", "&")
_MOST_NAMESAKES = 40
_SENTENCE_START = re.compile(r"(?:^|[.!?:;—–\"“”'‘’(\n]\s*)$")

Piece = list[tuple[str, int]]
"""Words with their offsets."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place that names somebody."""

    span: Span
    """The run of capitalised words, title included, possessive ending not."""
    name: Name
    name_at: int
    """Where the name starts behind its title."""
    paragraph: int
    """Index of the paragraph in `source.paragraphs`."""
    quoted: bool
    """Inside quotation marks."""
    possessive: bool
    heading: bool = False
    """In a headline or subhead, where every word may be capitalised."""
    weak: bool = False
    """One common word that opens a sentence: a name only where another place shows it."""


def quoted_spans(text: str, paragraphs: list[Span]) -> list[Span]:
    """Spans inside quotation marks, in order; an unclosed one ends with its paragraph."""
    spans = []
    for start, end in paragraphs:
        spans += [(m.start(), m.end()) for m in _QUOTED.finditer(text, start, end)]
    return spans


def covers(spans: list[Span], at: int) -> bool:
    """Whether the sorted, disjoint `spans` cover the offset."""
    i = bisect_right(spans, (at, 1 << 62)) - 1
    return i >= 0 and spans[i][0] <= at < spans[i][1]


def scan(parsed: Parsed) -> list[Occurrence]:
    """Every run of capitalised words that can be a name, in order."""
    source, found = parsed.source, []
    quoted = quoted_spans(source.text, [p.span for p in source.paragraphs])
    for index, paragraph in enumerate(source.paragraphs):
        heading = paragraph.kind in ("title", "subhead") or _all_capitals(source.text[slice(*paragraph.span)])
        for match in _RUN.finditer(source.text, *paragraph.span):
            if _is_party(source.text, match):
                continue
            for piece in _cut_run(match):
                piece, weak = _opening(parsed, piece, paragraph.span[0])
                if piece:
                    inside = covers(quoted, piece[0][1])
                    found.append(_occurrence(source.text, piece, (index, inside, heading, weak)))
    return found


def _all_capitals(words: str) -> bool:
    """Whether a short paragraph writes all but its small words with capitals, as headlines do."""
    if len(words) > _LONGEST_HEADING:
        return False
    small = [word for word in words.split() if word[0].islower()]
    return len(words.split()) > len(small) + 3 and all(
        bare(w) in NOT_NAMES or w in PREPOSITIONS for w in small
    )


def _is_party(text: str, match: re.Match[str]) -> bool:
    """Whether a run is party and state in brackets: "(R-Ohio)"."""
    start, end = match.span()
    return text[max(0, start - 1) : start] == "(" and "-" in match[0] and ")" in text[end : end + 2]


def _occurrence(text: str, piece: Piece, flags: tuple[int, bool, bool, bool]) -> Occurrence:
    name = read_name(tuple(word for word, _ in piece))
    end = piece[-1][1] + len(piece[-1][0])
    at = piece[len(name.title)][1] if name.words else end
    owned = bool(_OWNER.match(text, end))
    paragraph, quoted, heading, weak = flags
    if (
        name.kind == "unknown"
        and len(name.words) == 1
        and not owned
        and _WHERE.search(text, max(0, at - 6), at)
    ):
        name = replace(name, kind="place")
    return Occurrence((piece[0][1], end), name, at, paragraph, quoted, owned, heading, weak)


def _opening(parsed: Parsed, piece: Piece, floor: int) -> tuple[Piece, bool]:
    """Drops a common word that is capitalised only as it opens a sentence; alone, it is a weak name."""
    word, at = piece[0]
    if len(piece) == 1 and bare(word) in SURNAMES_TOO:
        return piece, True
    if not _SENTENCE_START.search(parsed.source.text, max(floor, at - 4), at) and at != floor:
        return piece, False
    span = parsed.doc.char_span(at, at + len(word), alignment_mode="expand")
    if span is None or span[0].pos_ in ("PROPN", "X"):
        return piece, False
    if bare(word) not in MONTH_NAMES_USED and (is_given(word) or is_role(word) or "." in word):
        return piece, False
    if bare(word) in ADJECTIVES or bare(word) in HONORIFICS:
        return piece, False
    return (piece, True) if len(piece) == 1 else (piece[1:], False)


def _cut_run(match: re.Match[str]) -> list[Piece]:
    """The names inside one run: words that are no name dropped, "X of Y" parted unless X is a title."""
    words = [(m[0], match.start() + m.start()) for m in _PART.finditer(match[0])]
    if words[-1][0].endswith(".") and not _keeps_stop(words[-1][0]):
        words[-1] = (words[-1][0].rstrip("."), words[-1][1])
    pieces: list[Piece] = [[]]
    for i, (word, at) in enumerate(words):
        if _no_name(words, i) or (_MADE_OF.fullmatch(word) and i + 1 < len(words)):
            pieces += [[]] if word[0].isupper() else []
        elif word == "of" and not _carries_of([w for w, _ in pieces[-1]]):
            pieces.append([])
        elif pieces[-1] or (word not in _JOINERS and word not in PARTICLES):
            pieces[-1].append((word, at))
    return [_without_joiners(piece) for piece in pieces if piece]


def _without_joiners(piece: Piece) -> Piece:
    while piece[-1][0] in _JOINERS and len(piece) > 1:
        piece = piece[:-1]
    return piece


def _keeps_stop(word: str) -> bool:
    low = bare(word)
    return "." in word[:-1] or low in HONORIFICS or low in ROLE_ABBREVIATIONS or low in SUFFIXES


def _no_name(words: Piece, at: int) -> bool:
    word = words[at][0]
    low = bare(word)
    if len(low) == 1 and word.endswith("."):
        return False
    if low in MONTH_NAMES_USED or low == "new":
        return at + 1 == len(words)
    return word[0].isupper() and low.partition("'")[0] in NOT_NAMES and not (at and low == "hope")


def _carries_of(words: list[str]) -> bool:
    """Whether "of …" goes on with these words: a title or an organisation, not a person."""
    if not words:
        return False
    return (
        is_role(words[-1])
        or bare(words[-1]) in ORGANISATION_WORDS
        or (len(words) == 1 and not is_given(words[0]))
    )
