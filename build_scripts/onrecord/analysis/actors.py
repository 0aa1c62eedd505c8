"""The people and organisations a text names: every place that names them, and which places mean the same one."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice

from onrecord.analysis.names import Name, bare, compatible, fullest, is_given, is_role, read_name, same_family
from onrecord.analysis.parse import Parsed
from onrecord.languages.en.organisations import ADJECTIVES, ORGANISATION_WORDS
from onrecord.languages.en.people import (
    HONORIFICS,
    MONTH_NAMES_USED,
    NOT_NAMES,
    PARTICLES,
    ROLE_ABBREVIATIONS,
    SUFFIXES,
)
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
_RUN = re.compile(rf"(?<!\w){_WORD}(?:{_JOIN}{_WORD})*")
_PART = re.compile(r"[^\s,]+")
_QUOTED = re.compile(r"[“«][^”»]*[”»]?|\"[^\"]*\"?|''[^']*(?:'[^']+)*''|``[^'`]*''")
_OWNER = re.compile(r"[’'](?:s\b|(?=\s))")
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


@dataclass(frozen=True, slots=True)
class Role:
    """What a text calls somebody."""

    words: str
    """Verbatim, white space folded, no article before it."""
    worth: int
    """The higher, the more it tells."""
    at: int
    """Where it stands."""


@dataclass(slots=True)
class Actor:
    """A person or organisation of one text, while the text is being read."""

    occurrences: list[Occurrence] = field(default_factory=list)
    forms: dict[Name, int] = field(default_factory=dict)
    """Each form of the name and how often it stands in the text, in order."""
    paragraphs: dict[int, int] = field(default_factory=dict)
    """Paragraph index to the first offset there."""
    gender: str = ""
    kind: str = "unknown"
    roles: list[Role] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form in the text, without title."""
        return fullest(self.forms).full

    @property
    def is_person(self) -> bool:
        """Whether it can be a person."""
        return self.kind in ("person", "unknown")


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
        heading = paragraph.kind in ("title", "subhead")
        for match in _RUN.finditer(source.text, *paragraph.span):
            for piece in _cut_run(match):
                piece, weak = _opening(parsed, piece, paragraph.span[0])
                if piece:
                    inside = covers(quoted, piece[0][1])
                    found.append(_occurrence(source.text, piece, (index, inside, heading, weak)))
    return found


def _occurrence(text: str, piece: Piece, flags: tuple[int, bool, bool, bool]) -> Occurrence:
    name = read_name(tuple(word for word, _ in piece))
    end = piece[-1][1] + len(piece[-1][0])
    at = piece[len(name.title)][1] if name.words else end
    owned = bool(_OWNER.match(text, end))
    paragraph, quoted, heading, weak = flags
    return Occurrence((piece[0][1], end), name, at, paragraph, quoted, owned, heading, weak)


def _opening(parsed: Parsed, piece: Piece, floor: int) -> tuple[Piece, bool]:
    """Drops a common word that is capitalised only as it opens a sentence; alone, it is a weak name."""
    word, at = piece[0]
    if not _SENTENCE_START.search(parsed.source.text, max(floor, at - 4), at) and at != floor:
        return piece, False
    span = parsed.doc.char_span(at, at + len(word), alignment_mode="expand")
    if span is None or span[0].pos_ in ("PROPN", "X") or is_given(word) or is_role(word) or "." in word:
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
        if _no_name(words, i):
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


def chain(occurrences: list[Occurrence]) -> tuple[list[Actor], list[Actor | None]]:
    """The actors, and for each occurrence its actor (None for a title alone or a weak name).

    Names of two and more words come first (headlines last: there any word may be capitalised); a family
    name alone then goes to one of those, see `_pick`.
    """
    found = _Index()
    owners: list[Actor | None] = [None] * len(occurrences)
    full = [i for i, o in enumerate(occurrences) if len(o.name.words) > 1]
    for i in sorted(full, key=lambda i: occurrences[i].heading):
        owners[i] = _join_full(occurrences[i], found)
    short = [i for i, o in enumerate(occurrences) if len(o.name.words) == 1]
    for i in sorted(short, key=lambda i: occurrences[i].heading):
        owners[i] = _join_short(occurrences[i], found)
    for actor in found.actors:
        actor.occurrences.sort(key=lambda o: o.span)
    return found.actors, owners


@dataclass(slots=True)
class _Index:
    """Actors by the keys under which another form of their name is looked for."""

    actors: list[Actor] = field(default_factory=list)
    by_key: dict[str, list[Actor]] = field(default_factory=dict)

    def new(self, occurrence: Occurrence, *keys: str) -> Actor:
        actor = Actor()
        self.actors.append(actor)
        for key in keys:
            self.by_key.setdefault(key, []).append(actor)
        return _add(actor, occurrence)

    def get(self, key: str) -> list[Actor]:
        """The first actors under a key: a bounded number, as a text may be hostile."""
        return self.by_key.get(key, [])[:_MOST_NAMESAKES]

    def relatives(self, family: str) -> list[Actor]:
        """Actors whose family name is a spelling of this one."""
        exact = self.get(family)
        if exact or len(family) < 7:
            return exact
        return [
            a
            for a in self.get("near:" + family[:3])
            if any(same_family(n.family, family) for n in islice(a.forms, 4))
        ]


def _join_full(occurrence: Occurrence, found: _Index) -> Actor:
    name = occurrence.name
    if name.kind in ("organisation", "place"):
        key = "full:" + " ".join(name.words).lower()
        alike = found.get(key)
        return _add(alike[0], occurrence) if alike else found.new(occurrence, key, "org:" + name.family)
    for actor in found.relatives(name.family):
        if actor.is_person and all(compatible(name, other) for other in islice(actor.forms, 8)):
            return _add(actor, occurrence)
    return found.new(occurrence, name.family, "near:" + name.family[:3], "given:" + name.given)


def _join_short(occurrence: Occurrence, found: _Index) -> Actor | None:
    name = occurrence.name
    relatives = [
        a for a in found.relatives(name.family) if all(compatible(name, n) for n in islice(a.forms, 8))
    ]
    candidates = relatives or found.get("given:" + name.family)
    if not candidates and not name.title:
        candidates = found.get("org:" + name.family)[:1]
    if candidates:
        return _add(_pick(occurrence, candidates), occurrence)
    return None if occurrence.weak else found.new(occurrence, name.family, "near:" + name.family[:3])


def _pick(occurrence: Occurrence, namesakes: list[Actor]) -> Actor:
    """Of namesakes: the only one the paragraph has named so far, else the one named most."""
    at = occurrence.span[0]
    here = [a for a in namesakes if a.paragraphs.get(occurrence.paragraph, at) < at]
    before = [a for a in namesakes if a.occurrences[0].span[0] < at]
    if len(here) == 1:
        return here[0]
    return max(here or before or namesakes, key=lambda a: (len(a.occurrences), -a.occurrences[0].span[0]))


def _add(actor: Actor, occurrence: Occurrence) -> Actor:
    name, at = occurrence.name, occurrence.span[0]
    actor.forms[name] = actor.forms.get(name, 0) + 1
    actor.occurrences.append(occurrence)
    actor.paragraphs[occurrence.paragraph] = min(at, actor.paragraphs.get(occurrence.paragraph, at))
    actor.gender = actor.gender or name.gender
    if actor.kind == "unknown":
        actor.kind = name.kind
    return actor
