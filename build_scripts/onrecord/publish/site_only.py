"""On docs/compare.md: what one source has and no other; of few sources the words, of many how much it is."""

from collections.abc import Iterator, Sequence

from onrecord.briefing import OnlyHere, Told
from onrecord.markdown import escape, escape_block, fold
from onrecord.model import UNATTRIBUTED, Statement
from onrecord.publish.compared import quoted, shortened
from onrecord.publish.dates import in_words
from onrecord.publish.site_people import mark
from onrecord.publish.site_words import (
    Names,
    annotation_address,
    capital,
    counted,
    filled_table,
    outlet_words,
    published_words,
    source_link,
    unbroken,
)

SPELT_OUT = 12
"""More sources than these get a line each, without the words."""
STATEMENTS_SHOWN = 10
EVENTS_SHOWN = 6
SHORT = 90


def only_here(every: Sequence[OnlyHere], chosen: slice, root: str, names: Names) -> str:
    """These sources with what only they have."""
    if len(every) <= SPELT_OUT:
        return "\n\n".join(_source(one, root, names) for one in every[chosen])
    head = ("Source", "Outlet", "Published", "Statements only here:", "Events only here:")
    return filled_table(head, (_row(one, root) for one in every[chosen]))


def _row(one: OnlyHere, root: str) -> tuple[str, ...]:
    source = one.entry.source
    counts = (f"{len(one.statements):,}", f"{len(one.told):,}")
    return (source_link(one.entry, root), outlet_words(source), unbroken(published_words(source)), *counts)


def _source(one: OnlyHere, root: str, names: Names) -> str:
    heading = f"### {names.sources[one.entry.source.name]}"
    counts = []
    if one.statements:
        counts.append(counted(len(one.statements), "statement"))
    if one.told:
        counts.append(counted(len(one.told), "event"))
    found = f"{' and '.join(counts)} only in {source_link(one.entry, root)}."
    return f"{heading}\n\n{capital(found)}\n\n" + "\n".join(_items(one, root))


def _items(one: OnlyHere, root: str) -> Iterator[str]:
    yield from (f"- {_said(said, one, root)}" for said in one.statements[:STATEMENTS_SHOWN])
    yield from (f"- {_told(told, root)}" for told in one.told[:EVENTS_SHOWN])
    rest = max(0, len(one.statements) - STATEMENTS_SHOWN) + max(0, len(one.told) - EVENTS_SHOWN)
    if rest:
        yield f"- And {counted(rest, 'more', 'more')} on {source_link(one.entry, root)}."


def _said(said: Statement, one: OnlyHere, root: str) -> str:
    speaker = escape_block(said.speaker.name or UNATTRIBUTED)
    words = escape(quoted(said.words, SHORT))
    doubt = "".join(f", {words}" for words in mark(said))
    return f"{speaker}: [{words}]({annotation_address(one.entry, said.id, root)}), ¶{said.paragraph}{doubt}"


def _told(told: Told, root: str) -> str:
    event = told.lead.event
    words = escape(shortened(fold(event.what), SHORT)) or "…"
    date = escape_block(capital(in_words(told.date)))
    address = annotation_address(told.lead.entry, event.id, root)
    return f"{date}: [{words}]({address}), *{told.status}*, ¶{event.paragraph}"
