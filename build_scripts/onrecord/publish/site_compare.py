"""docs/compare.md: what differs, what is the same in several wordings, what is one text, who carries what, or alone.

Sections that are long go on, on pages of their own below docs/compare/.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from onrecord.briefing import Briefing, Shared
from onrecord.publish.compared import by_copies
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.site_coverage import CoveragePage, grid_of
from onrecord.publish.site_differences import difference
from onrecord.publish.site_only import only_here
from onrecord.publish.site_shared import origin, shared, shared_made_of
from onrecord.publish.site_words import Names, counted

PAGE = "compare.md"
COMPARED = "in several wordings"
"""How it is called what is kept of statements as they stand on these pages."""
COPIES = "copies"
"""The section of statements that only copies of one text give."""
FIRST = 25
"""Differences, statements or origins on docs/compare.md itself."""
MORE = 60
"""On each further page."""
FIRST_ROWS = 50
MORE_ROWS = 400
NOTHING = "No two sources have been found that say the same, or that differ."

Written = Callable[[slice, str], str]
"""Markdown of these items, for a page from which the second argument leads to docs/."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the comparison."""

    name: str
    """File stem of its further pages."""
    title: str
    intro: str
    items: tuple[str, str]
    """What one item is called, and several: ("difference", "differences")."""
    ids: tuple[str, ...]
    """The anchors of its items, in order; empty ones where an item has none."""
    written: Written
    first: int = FIRST
    """Items on docs/compare.md itself; 0: only a line there leads to its pages."""
    more: int = MORE

    def slices(self) -> Iterator[tuple[str, slice]]:
        """The pages that hold its items, in order: path below docs/ and which of them."""
        if self.first:
            yield PAGE, slice(0, self.first)
        for number, start in enumerate(range(self.first, len(self.ids), self.more), 2 if self.first else 1):
            yield f"compare/{self.name}-{number}.md", slice(start, start + self.more)


def addresses(briefing: Briefing) -> dict[str, str]:
    """Where each difference, statement in several wordings and origin stands: id → "compare.md#id"."""
    found: dict[str, str] = {}
    for name, ids in _ids(briefing).items():
        first = 0 if name == COPIES else FIRST
        places = Section(name, "", "", ("", ""), ids, lambda _, __: "", first).slices()
        for path, chosen in places:
            found.update((ident, f"{path}#{ident}") for ident in ids[chosen])
    return found


def _ids(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    own, copied = by_copies(briefing)
    return {
        "differences": tuple(one.id for one in briefing.differences),
        "statements": tuple(one.id for one in own),
        COPIES: tuple(one.id for one in copied),
        "reports": tuple(one.id for one in briefing.origins),
    }


def compare(briefing: Briefing, names: Names, kept: Kept = NOTHING_KEPT) -> list[tuple[str, str, str]]:
    """The pages: (path, title, Markdown of the region). docs/compare.md is the first, whatever there is."""
    results = kept.results(COMPARED)

    def written(every: Sequence[Shared], chosen: slice, root: str) -> str:
        found = (
            results.recall(shared_made_of(one, root, names, kept), partial(shared, one, root, names))
            for one in every[chosen]
        )
        return "\n\n".join(found)

    sections = [section for section in _sections(briefing, names, written) if section.ids]
    main = [_contents([one for one in sections if one.first])] if sections else [NOTHING]
    further = []
    for section in sections:
        pages = list(section.slices())
        if section.first:
            main += [f"## {section.title}", _marker(section), section.intro, section.written(pages[0][1], "")]
            main += [_pager(section, pages, PAGE)] * (len(pages) > 1)
        else:
            main.append(f"[{counted(len(section.ids), *section.items)}]({pages[0][0]}).")
        further += [_further(section, pages, number) for number in range(bool(section.first), len(pages))]
    results.leave()
    return [(PAGE, "Compare", "\n\n".join(main)), *further]


def _further(section: Section, pages: list[tuple[str, slice]], number: int) -> tuple[str, str, str]:
    path, chosen = pages[number]
    pager = _pager(section, pages, path)
    # One heading level is skipped where items are third-level headings right below the title.
    heading = f"## From {chosen.start + 1:,} to {min(chosen.stop, len(section.ids)):,}"
    parts = [heading, _marker(section), section.intro, section.written(chosen, "../")]
    if len(pages) > 1:
        parts = [pager, *parts, pager]
    title = section.title if len(pages) == 1 else f"{section.title}, page {number + 1}"
    return path, title, "\n\n".join(parts)


def _marker(section: Section) -> str:
    """What the style sheet knows the section by; other viewers show nothing."""
    name = "statements" if section.name == COPIES else section.name
    return f'<div class="onrecord-{name}"></div>'


def _pager(section: Section, pages: list[tuple[str, slice]], here: str) -> str:
    """Links to the pages of a section, the one at hand without a link."""
    root = "" if here == PAGE else "../"
    links = [
        f"**{number}**" if path == here else f"[{number}]({root}{path})"
        for number, (path, _) in enumerate(pages, 1)
    ]
    return f"{section.title}, {len(section.ids):,} in all, on pages {' · '.join(links)}"


def _contents(sections: list[Section]) -> str:
    lines = [f"- [{counted(len(one.ids), *one.items)}](#{_slug(one.title)})" for one in sections]
    return "\n".join(lines)


def _slug(title: str) -> str:
    """The anchor that both MkDocs and GitHub give a plain heading."""
    return title.lower().replace(" ", "-")


def _sections(
    briefing: Briefing, names: Names, written: Callable[[Sequence[Shared], slice, str], str]
) -> Iterator[Section]:
    ids = _ids(briefing)
    own, copied = by_copies(briefing)
    yield Section(
        "differences",
        "Differences",
        "Places that do not say the same about one thing, two by two. What differs is bold. Which of them is "
        "right, if any, is not for this page to say.",
        ("difference", "differences"),
        ids["differences"],
        lambda chosen, root: "\n\n".join(difference(it, root, names) for it in briefing.differences[chosen]),
    )
    yield Section(
        "statements",
        "The same statement in several wordings",
        "The wording that is first in this set, by publication date, stands first. In the others, what differs "
        "from it is bold.",
        ("statement in several wordings", "statements in several wordings"),
        ids["statements"],
        partial(written, own),
    )
    yield Section(
        COPIES,
        "Statements in copies of one text only",
        "All the sources that give such a statement carry one text in full, so it comes from one report.",
        (
            "more statement stands in copies of one text only",
            "more statements stand in copies of one text only",
        ),
        ids[COPIES],
        partial(written, copied),
        0,
    )
    yield Section(
        "reports",
        "Reports that go back to one text",
        "Sources that carry one text, found by the words they share. Copies in full do not count as reports of "
        "their own.",
        ("text that several reports go back to", "texts that several reports go back to"),
        ids["reports"],
        lambda chosen, root: "\n\n".join(origin(it, root, names) for it in briefing.origins[chosen]),
    )
    yield _coverage(briefing, names)
    yield Section(
        "only-here",
        "Only here",
        "What one source has and no other in this briefing.",
        ("source with something that no other has", "sources with something that no other has"),
        ("",) * len(briefing.only_here),
        lambda chosen, root: only_here(briefing.only_here, chosen, root, names),
        FIRST_ROWS,
        MORE_ROWS,
    )


def _coverage(briefing: Briefing, names: Names) -> Section:
    grid = grid_of(briefing, addresses(briefing))
    return Section(
        "coverage",
        "Who carries what",
        "Statements and events that at least two sources carry.",
        ("statement or event in several sources", "statements and events in several sources"),
        ("",) * len(grid.rows),
        lambda chosen, root: CoveragePage(grid, root, names).written(chosen),
        FIRST_ROWS,
        MORE_ROWS,
    )
