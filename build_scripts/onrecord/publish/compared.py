"""What can only be seen across the sources, as it is put in words: on the pages and in the book alike."""

import re
from collections.abc import Iterable, Mapping

from onrecord.briefing import Briefing, DifferenceKind, Relation, Shared, Side, Wording
from onrecord.markdown import fold
from onrecord.model import QUOTE_OPEN, Statement

KINDS: dict[DifferenceKind, str] = {
    "figure": "Two figures",
    "date": "Two dates",
    "speaker": "Two speakers",
    "status": "Planned or happened",
}
RELATIONS: dict[Relation, str] = {"same": "same words", "part": "cut down", "paraphrase": "paraphrase"}
FIRST = "first in this set"
ALIKE = "word for word the same"

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


def is_alike(wording: Wording, one: Shared) -> bool:
    """Whether it is another place of the very words that stand first."""
    first = one.wordings[0]
    return wording is not first and fold(wording.said.statement.words) == fold(first.said.statement.words)


def relation_of(wording: Wording, one: Shared) -> str:
    """How a wording stands to the first; of the first that it is so, where its day is known."""
    if wording is one.wordings[0]:
        return FIRST if wording.said.entry.source.published else ""
    return ALIKE if is_alike(wording, one) else RELATIONS[wording.relation]


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
