"""Where everything stands in the book, and how a line cites it.

A place is a label in the book, made of numbers only: `s3` a source, `s3p12` its ¶12, `n5` a speaker, `d2` a
difference, `w4` a statement in several wordings, `o1` a text that several sources carry.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from onrecord.briefing import Briefing, Entry, Person
from onrecord.markdown import fold
from onrecord.model import DESK_NOTE, Paragraph, Source
from onrecord.publish.compared import by_copies
from onrecord.publish.dates import without_weekday

SHARED_SHOWN = 300
"""Statements in several wordings that the book sets, at most."""
SECTIONS = {"timeline.md": "timeline", "speakers/index.md": "speakers", "sources/index.md": "sources"}
_PARAGRAPH = re.compile(r"p([0-9]+)")


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands in the book."""

    sources: dict[str, int]
    """By source name, its number in the book, from 0."""
    paragraphs: dict[str, frozenset[int]]
    """By source name, the ¶ numbers it has."""
    speakers: dict[str, int]
    """By slug, the speaker's number in the book, from 0."""
    anchors: dict[str, dict[str, int]]
    """By source name and annotation id, the ¶ it stands at."""
    names: dict[str, str]
    """By source name, how a line cites the source."""
    compared: dict[str, str]
    """By id on docs/compare.md, the label of a difference (`d2`), a statement (`w4`) or an origin (`o1`)."""

    def of(self, name: str, paragraph: int = 0) -> str:
        """The label of a paragraph; of its source where that has no such ¶; "" for no source of the book."""
        if name not in self.sources:
            return ""
        number = self.sources[name]
        return f"s{number}p{paragraph}" if paragraph in self.paragraphs[name] else f"s{number}"

    def cited(self, entry: Entry, paragraph: int) -> dict[str, Any]:
        """What a line needs to cite a paragraph: source, ¶ number (0: none) and label."""
        name = entry.source.name
        known = paragraph in self.paragraphs.get(name, ())
        source = self.names.get(name, entry.source.label)
        return {"source": source, "number": paragraph if known else 0, "at": self.of(name, paragraph)}

    def linked(self, link: str, page: str = "index.md") -> str:
        """The label that a link on `page` (relative to docs/) leads to; "" where it leaves the book."""
        path, _, fragment = unquote(link).partition("#")
        path = _resolved(path, page) if path else page
        if path in SECTIONS:
            return SECTIONS[path]
        if path == "compare.md":
            return self.compared.get(fragment, "compare" if self.compared else "")
        folder, _, file = path.rpartition("/")
        stem = re.sub(r"\.(md|html)$", "", file)
        if folder == "speakers" and stem in self.speakers:
            return f"n{self.speakers[stem]}"
        if folder != "sources" or stem not in self.sources:
            return ""
        number = _PARAGRAPH.fullmatch(fragment)
        return self.of(stem, int(number[1]) if number else self.anchors[stem].get(fragment, 0))


def places_of(briefing: Briefing) -> Places:
    """Numbers the sources and speakers of a briefing."""
    entries = briefing.entries
    return Places(
        sources={entry.source.name: number for number, entry in enumerate(entries)},
        paragraphs={e.source.name: frozenset(p.number for p in printed(e.source)) for e in entries},
        speakers={person.slug: number for number, person in enumerate(speaking(briefing))},
        anchors={entry.source.name: _anchors(entry) for entry in entries},
        names=_short_names(briefing),
        compared=_compared(briefing),
    )


def printed(source: Source) -> tuple[Paragraph, ...]:
    """The paragraphs that the book has: none of a source of which only the card is published."""
    return () if source.publish == "link" else source.paragraphs


def speaking(briefing: Briefing) -> list[Person]:
    """Who said anything; who is only spoken of has no place in the book."""
    return [person for person in briefing.people if person.said]


def _compared(briefing: Briefing) -> dict[str, str]:
    ids = {
        "d": [one.id for one in briefing.differences],
        "w": [one.id for one in by_copies(briefing)[0][:SHARED_SHOWN]],
        "o": [one.id for one in briefing.origins],
    }
    return {ident: f"{letter}{number}" for letter, every in ids.items() for number, ident in enumerate(every)}


def outlet_in_words(source: Source) -> str:
    """The outlet; of a desk note plainly that the outlet did not write it; "" where nobody says it."""
    outlet = fold(source.outlet or "")
    if source.kind == DESK_NOTE:
        return f"Desk note on {outlet}" if outlet else "Desk note"
    return outlet


def _resolved(path: str, page: str) -> str:
    """A relative link as a path below docs/."""
    parts = page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _anchors(entry: Entry) -> dict[str, int]:
    noted = entry.annotations
    return {one.id: one.paragraph for one in noted.events} | {s.id: s.paragraph for s in noted.statements}


def _short_names(briefing: Briefing) -> dict[str, str]:
    """Outlet and date; with the title where two would be alike."""
    short = {entry.source.name: _short(entry.source) for entry in briefing.entries}
    alike = Counter(short.values())
    return {
        entry.source.name: short[entry.source.name]
        + (f" ({fold(entry.source.label)})" if alike[short[entry.source.name]] > 1 else "")
        for entry in briefing.entries
    }


def _short(source: Source) -> str:
    who = outlet_in_words(source)
    who = who if source.outlet else f"{who} {fold(source.label)}".strip()
    return f"{who}, {without_weekday(source.published)}" if source.published else who
