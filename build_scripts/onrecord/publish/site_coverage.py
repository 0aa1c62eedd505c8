"""On docs/compare.md: who carries a statement or an event; a table, or a list where a table would be too wide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.briefing import Briefing, Coverage, CoverageRow, Entry
from onrecord.markdown import escape_block, url
from onrecord.publish.compared import quoted, shared_words
from onrecord.publish.site_words import Names, annotation_address, counted, place_link, table
from onrecord.publish.told import entries as told_entries

COLUMNS = 12
"""More sources than these make a list of each row."""
SOURCES_SHOWN = 12
WORDS = 110
MARKS: dict[Coverage, tuple[str, str]] = {
    "full": ("●", "full"),
    "part": ("◐", "part"),
    "contradicted": ("≠", "contradicted"),
}
LEGEND = (
    "**●** carried in full, **◐** in part, **≠** contradicted: the source has it otherwise. "
    "An empty field means that it was not found in that source."
)
LEGEND_OF_LIST = (
    "**●** carried in full, **◐** in part, **≠** contradicted: the source has it otherwise. "
    "In a source that is not named, it was not found."
)

Place = tuple[int, str]
"""Paragraph and annotation id."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows, and where each source carries each."""

    rows: Sequence[CoverageRow]
    entries: Sequence[Entry]
    """The sources that carry anything, in the briefing's order."""
    places: Mapping[tuple[str, str], Place]
    """By row id and source name."""
    homes: Mapping[str, str]
    """By row id, the page and anchor that tells it in full, relative to docs/."""
    words: Mapping[str, str]
    """By row id, what its sources have in common, of a statement in several wordings."""
    order: Mapping[str, int]
    """By source name, its place among `entries`."""

    @property
    def wide(self) -> bool:
        """Whether a table would have too many columns."""
        return len(self.entries) > COLUMNS


def grid_of(briefing: Briefing, homes: Mapping[str, str]) -> Grid:
    """The coverage of a briefing. `homes`: the addresses of statements in several wordings."""
    carrying = {name for row in briefing.coverage for name in row.cells}
    events = {told.id: f"timeline.md#{told.id}" for told in told_entries(briefing)}
    entries = [entry for entry in briefing.entries if entry.source.name in carrying]
    return Grid(
        briefing.coverage,
        entries,
        _places(briefing, {row.id for row in briefing.coverage}),
        {**events, **homes},
        {one.id: shared_words(one) for one in briefing.shared},
        {entry.source.name: number for number, entry in enumerate(entries)},
    )


def _places(briefing: Briefing, wanted: set[str]) -> dict[tuple[str, str], Place]:
    places: dict[tuple[str, str], Place] = {}
    for one in briefing.shared:
        for wording in one.wordings if one.id in wanted else ():
            said = wording.said
            key = (one.id, said.entry.source.name)
            places.setdefault(key, (said.statement.paragraph, said.statement.id))
    every = {told.id: told for told in told_entries(briefing)}
    for told in every.values():
        rivals = [every[rival.id] for rival in told.rivals if rival.id in every]
        for place in (p for one in (told, *rivals) for p in one.places) if told.id in wanted else ():
            places.setdefault((told.id, place.entry.source.name), (place.event.paragraph, place.event.id))
    return places


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """Writes rows for a page from which `root` leads to docs/."""

    grid: Grid
    root: str
    names: Names

    def written(self, rows: slice) -> str:
        """These rows with the legend."""
        chosen = self.grid.rows[rows]
        if self.grid.wide:
            return f"{LEGEND_OF_LIST}\n\n" + "\n".join(self._item(row) for row in chosen)
        heads = (place_link(entry, 0, self.root, self.names.sources) for entry in self.grid.entries)
        body = table(("Statement or event", *heads), (self._row(row) for row in chosen))
        return f"{LEGEND}\n\n{body}"

    def _row(self, row: CoverageRow) -> tuple[str, ...]:
        return (self._words(row), *(self._cell(row, entry) for entry in self.grid.entries))

    def _words(self, row: CoverageRow) -> str:
        words = escape_block(quoted(self.grid.words.get(row.id, row.words), WORDS))
        home = self.grid.homes.get(row.id)
        return f"[{words}]({url(self.root + home)})" if home else words

    def _cell(self, row: CoverageRow, entry: Entry) -> str:
        """The mark and its word, as a link to the place where there is one."""
        carried = row.cells.get(entry.source.name, "absent")
        if carried not in MARKS:
            return ""
        mark, word = MARKS[carried]
        place = self.grid.places.get((row.id, entry.source.name))
        target = annotation_address(entry, place[1], self.root) if place else url(self.root + entry.page)
        return f"[{mark} *{word}*]({target})"

    def _item(self, row: CoverageRow) -> str:
        """A row as a list item: its words, then for each mark the sources."""
        groups = [
            f"{mark} {word}: {self._sources(row, kind)}"
            for kind, (mark, word) in MARKS.items()
            if kind in row.cells.values()
        ]
        return f"- {self._words(row)}<br>\n  {' · '.join(groups)}"

    def _sources(self, row: CoverageRow, kind: Coverage) -> str:
        links = list(self._links(row, kind))
        rest = len(links) - SOURCES_SHOWN
        more = f" and {counted(rest, 'more', 'more')}" if rest > 0 else ""
        return ", ".join(links[:SOURCES_SHOWN]) + more

    def _links(self, row: CoverageRow, kind: Coverage) -> Iterator[str]:
        order = self.grid.order
        for name in sorted(
            (n for n, how in row.cells.items() if how == kind and n in order), key=order.__getitem__
        ):
            place = self.grid.places.get((row.id, name))
            entry = self.grid.entries[order[name]]
            yield place_link(entry, place[0] if place else 0, self.root, self.names.sources)
