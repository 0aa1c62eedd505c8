"""How the data files point at things: at callouts, at sources on the web, from one record to another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from onrecord.briefing import Briefing, Entry, Person, by_statement
from onrecord.model import Source
from onrecord.publish.told import entries

_WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def at(entry: Entry, ident: str) -> str:
    """Where an annotation stands, relative to docs/: `sources/NAME.md#ID`. Unique in a briefing."""
    # Not by `entry.page`: this is asked for tens of thousands of times.
    return f"sources/{entry.source.name}.md#{ident}"


def on_site(page: str) -> str:
    """Where the site has a page of docs/, as a reference from docs/: the offline plugin gives each an .html file."""
    return f"{quote(page.removesuffix('.md'))}.html"


def web(source: Source) -> str:
    """The source's address where it is one of the web; else nothing (`javascript:` and the like)."""
    address = (source.url or "").strip()
    return address if _WEB.fullmatch(address) else ""


@dataclass(frozen=True, slots=True)
class References:
    """What an annotation belongs to across the sources, by its identity: a page may give two callouts one id."""

    speakers: Mapping[int, Person]
    """Of statements, whose they are; unattributed ones are left out."""
    shared: Mapping[int, str]
    """Of statements that several sources give, the id of the statement they share."""
    told: Mapping[int, str]
    """Of events, the id of their entry on the timeline."""
    origins: Mapping[str, str]
    """Source name → id of the origin that it goes back to."""


def references(briefing: Briefing) -> References:
    """The way from each annotation to what it belongs to."""
    return References(
        by_statement(briefing.people),
        {id(wording.said.statement): shared.id for shared in briefing.shared for wording in shared.wordings},
        {id(place.event): told.id for told in entries(briefing) for place in told.places},
        {
            entry.source.name: origin.id
            for origin in briefing.origins
            for entry in (origin.lead, *(copy.entry for copy in origin.copies))
        },
    )
