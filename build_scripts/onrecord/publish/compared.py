"""What can only be seen across the sources, as it is put in words: on the pages and in the book alike."""

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.briefing import Briefing, DifferenceKind, Relation, Shared, Side, Wording
from onrecord.markdown import fold
from onrecord.model import QUOTE_OPEN, Statement

KINDS: dict[DifferenceKind, str] = {
    "figure": "Two figures",
    "date": "Two dates",
    "speaker": "Two speakers",
    "status": "Planned or happened",
}
RELATIONS: dict[Relation, str] = {"same": "same words", "part": "in part", "paraphrase": "paraphrase"}
CUT_DOWN = "cut down"
"""A part of the first that has nothing else."""
LONGER = "part of a longer statement"
"""What stands first is all there, and more."""
NEARLY_ALL = 0.9
"""Share of the first's words that make all of it."""
RUN = 4
"""Words in a row that are enough to call a statement by."""
FIRST = "first in this set"
ALIKE = "word for word the same"

_GAP_OR_MARK = re.compile(r"[…“”\"«»]")
_NOT_IN_WORDS = re.compile(r"[\W_]")
_GAPS = re.compile(r"\s*…[\s…]*")


def homes_of(briefing: Briefing) -> dict[str, str]:
    """By source name, the source that it is a whole copy of, which is no report of its own."""
    return {
        copy.entry.source.name: origin.lead.source.name
        for origin in briefing.origins
        for copy in origin.copies
        if copy.whole
    }


def in_reports(names: Iterable[str], homes: Mapping[str, str]) -> str:
    """How many reports these sources are: "3 reports, 2 independent"; whole copies of one text count once."""
    every = set(names)
    alone = len({homes.get(name, name) for name in every})
    words = f"{len(every):,} report{'' if len(every) == 1 else 's'}"
    return words if alone == len(every) else f"{words}, {alone:,} independent"


def by_copies(briefing: Briefing) -> tuple[tuple[Shared, ...], tuple[Shared, ...]]:
    """The statements in several wordings: those of several reports, and those that only copies of one text give."""
    homes = homes_of(briefing)
    own: list[Shared] = []
    copied: list[Shared] = []
    for one in briefing.shared:
        names = {wording.said.entry.source.name for wording in one.wordings}
        (copied if len({homes.get(name, name) for name in names}) == 1 else own).append(one)
    return tuple(own), tuple(copied)


def is_alike(wording: Wording, one: Shared) -> bool:
    """Whether it is another place of the very words that stand first."""
    first = one.wordings[0]
    return wording is not first and fold(wording.said.statement.words) == fold(first.said.statement.words)


def relation_of(wording: Wording, one: Shared) -> str:
    """How a wording stands to the first; of the first that it is so, where its day is known."""
    if wording is one.wordings[0]:
        return FIRST if wording.said.entry.source.published else ""
    if is_alike(wording, one):
        return ALIKE
    return _part(wording, one) if wording.relation == "part" else RELATIONS[wording.relation]


def _part(wording: Wording, one: Shared) -> str:
    """Whether a part only leaves out, only adds, or both."""
    if not any(differs for differs, _ in wording.marked):
        return CUT_DOWN
    return LONGER if _has_all(wording, one) else RELATIONS["part"]


def _has_all(wording: Wording, one: Shared) -> bool:
    """Whether it has what stands first, or nearly all of it."""
    first = len(_bare(one.lead.statement.words).split())
    common = sum(len(_bare(words).split()) for differs, words in wording.marked if not differs)
    return common >= NEARLY_ALL * first


def shared_words(one: Shared) -> str:
    """What a statement is called by: its first wording, or where no other has the beginning, what others have of it.

    A long quotation may hold several sentences that others quote apart: each is a statement of its own.
    """
    words = one.lead.statement.words
    mine = _bare(words).split()
    others = [other for other in one.wordings[1:] if other.relation != "paraphrase"]
    runs = [run for other in others for run in _common(other.marked) if len(run) >= RUN]
    found = [(len(run), start) for run in runs if (start := _place(run, mine)) is not None]
    if not found or any(start < RUN for _, start in found):
        return words
    length, start = max(found, key=lambda place: (place[0], -place[1]))
    own = " ".join(mine[start : start + length]).strip(" ,;:")
    return f"“{own}”" if fold(words)[:1] in QUOTE_OPEN else own


def _place(run: Sequence[str], words: Sequence[str]) -> int | None:
    """Where a run begins among the words, whatever their case and marks; None where it does not stand there."""
    wanted, keys = [_key(word) for word in run], [_key(word) for word in words]
    starts = range(len(keys) - len(wanted) + 1)
    return next((start for start in starts if keys[start : start + len(wanted)] == wanted), None)


def _key(word: str) -> str:
    return _NOT_IN_WORDS.sub("", word).casefold()


def _common(marked: Sequence[tuple[bool, str]]) -> list[list[str]]:
    """Runs of words that the first wording has too, each without quotation marks in it."""
    pieces = [piece for differs, words in marked if not differs for piece in _GAP_OR_MARK.split(words)]
    return [piece.split() for piece in pieces]


def _bare(words: str) -> str:
    """Without quotation marks and ellipses."""
    return fold(_GAP_OR_MARK.sub(" ", words))


def point_of(side: Side) -> str:
    """The figure, date or name that differs."""
    return fold(side.sentence[slice(*side.point)])


def published_of(side: Side) -> tuple[str, tuple[int, int]]:
    """The sentence and the point in it; of a source not published in full, no more than is, or the point alone."""
    source, point = side.entry.source, point_of(side)
    if source.publish == "full":
        return side.sentence, side.point
    there = source.text[slice(*side.span)] if side.span and source.publish == "excerpts" else ""
    shown = fold(_GAPS.sub(" … ", f"… {there} …"))
    start = shown.find(point)
    if not point:
        return "…", (0, 0)
    return (shown, (start, start + len(point))) if start >= 0 else (f"… {point} …", (2, 2 + len(point)))


def statement_of(side: Side) -> Statement | None:
    """The statement that a side is, where it is one."""
    every = side.entry.annotations.statements
    return next((one for one in every if one.id == side.annotation), None) if side.annotation else None


def shortened(words: str, most: int = 90) -> str:
    """`words`, cut after a whole word at `most` characters, with " …"."""
    if len(words) <= most:
        return words
    return words[: most + 1].rsplit(" ", 1)[0].rstrip(" ,;:–—") + " …"


def quoted(words: str, most: int) -> str:
    """A quotation cut to `most` characters with its marks in place: "“We want the lake …”"; others merely cut.

    "…" where nothing is left.
    """
    bare = fold(words)
    if bare[:1] in QUOTE_OPEN and bare:
        bare = re.split(r"[”»](?=\s|$)", bare[1:])[0].rstrip(" ,.;\"'’")
        return f"“{shortened(bare, most)}”" if bare else "…"
    return shortened(bare, most) or "…"
