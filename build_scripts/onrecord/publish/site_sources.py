"""The region of docs/sources/index.md: the list of all sources."""

from collections.abc import Iterator, Sequence
from functools import partial

from onrecord.briefing import Briefing, Entry
from onrecord.markdown import escape
from onrecord.model import Publish
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.site_words import (
    counted,
    filled_table,
    outlet_words,
    published_words,
    source_link,
    unbroken,
)

PUBLISHED: dict[Publish, str] = {"full": "in full", "excerpts": "in excerpts", "link": "by its card only"}


def sources(briefing: Briefing, kept: Kept = NOTHING_KEPT) -> str:
    """The table of all sources."""
    if not briefing.entries:
        return "No source has been added yet."
    head = (
        *("Source", "Outlet", "Published", "By", "Kind", "Words:"),
        *("Statements:", "Events:", "Shown", "Rights"),
    )
    results = kept.results("lengths of sources")
    words: list[int] = [
        results.recall((kept.keys[name],), partial(words_in, entry))
        if (name := entry.source.name) in kept.keys
        else words_in(entry)
        for entry in briefing.entries
    ]
    results.leave()
    return f"{_figures(briefing, sum(words))}\n\n{filled_table(head, _rows(briefing, words))}"


def _figures(briefing: Briefing, words: int) -> str:
    outlets = {entry.source.outlet or entry.source.agency for entry in briefing.entries} - {None, ""}
    named = f" from {counted(len(outlets), 'outlet')}" if outlets else ""
    return f"{counted(len(briefing.entries), 'source')}{named}, {counted(words, 'word')} in all."


def _rows(briefing: Briefing, words: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """What is the same for all, reports shown in full, needs no column."""
    kinds = any(entry.source.kind for entry in briefing.entries)
    shown = any(entry.source.publish != "full" for entry in briefing.entries)
    for entry, number in zip(briefing.entries, words, strict=True):
        yield _row(entry, number, kinds=kinds, shown=shown)


def _row(entry: Entry, words: int, *, kinds: bool, shown: bool) -> tuple[str, ...]:
    source = entry.source
    agency = source.agency if source.agency != source.outlet else None
    by = [*source.byline, *([agency] if agency and source.outlet else [])]
    return (
        source_link(entry, "../"),
        outlet_words(source),
        unbroken(published_words(source)),
        escape("; ".join(by)),
        escape(source.kind or "report") if kinds else "",
        f"{words:,}",
        str(len(entry.annotations.statements)),
        str(len(entry.annotations.events)),
        PUBLISHED[source.publish] if shown else "",
        escape(source.rights or ""),
    )


def words_in(entry: Entry) -> int:
    """How many words the source's paragraphs have, whatever of them is published."""
    source = entry.whole or entry.source
    return sum(len(source.text[slice(*paragraph.span)].split()) for paragraph in source.paragraphs)
