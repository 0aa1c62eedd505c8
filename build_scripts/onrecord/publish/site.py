"""From a briefing to the site's generated pages: Markdown with regions that each build makes anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.briefing import Briefing, Person
from onrecord.markdown import escape, front_matter
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.site_compare import compare
from onrecord.publish.site_overview import overview
from onrecord.publish.site_people import speakers, statements
from onrecord.publish.site_sources import sources
from onrecord.publish.site_timeline import timeline
from onrecord.publish.site_words import Names, names_of

_PLAIN_WORDS = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[^\W\d_]+(?:(?:\.? |[’-])[^\W\d_]+)*", re.IGNORECASE
)
"""Letters and what stands between them in names: in YAML they mean nothing but themselves."""

LEAD_HERE = "<!-- Write your lead here, in Markdown. It opens the site and the PDF. No build changes it. -->"


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page under docs/ of which only the regions are the tool's."""

    path: str
    """Relative to docs/, with forward slashes."""
    template: str
    """The whole page as first written, regions filled."""
    regions: tuple[tuple[str, str], ...]
    """(name, Markdown between the region's marker lines)."""


def pages(briefing: Briefing, kept: Kept = NOTHING_KEPT, *, pdf: bool) -> tuple[GeneratedPage, ...]:
    """All generated pages, in a fixed order. `pdf`: whether the overview links to assets/briefing.pdf."""
    names = names_of(briefing)
    return (
        _page("index.md", briefing.title, ("overview", overview(briefing, names, pdf=pdf)), lead=LEAD_HERE),
        _page("timeline.md", "Timeline", ("timeline", timeline(briefing)), searched=False),
        *(
            _page(path, title, ("compare", words), searched=False)
            for path, title, words in compare(briefing, names)
        ),
        _page("speakers/index.md", "Speakers", ("speakers", speakers(briefing))),
        *(_speaker_page(person, names, kept) for person in briefing.people),
        _page("sources/index.md", "Sources", ("sources", sources(briefing)), searched=False),
    )


def marked(name: str, content: str) -> str:
    """`content` between the two lines that mark a region."""
    return f"<!-- onrecord: {name} -->\n\n{content}\n\n<!-- /onrecord -->"


def _speaker_page(person: Person, names: Names, kept: Kept) -> GeneratedPage:
    told = (*person.said, *person.about)
    words = kept.made(
        f"page of {person.slug}",
        (said.entry for said in told),
        _belonging(person, names),
        lambda: statements(person, names),
    )
    region = ("statements", words)
    return _page(f"speakers/{person.slug}.md", person.name, region, searched=False)


def _belonging(person: Person, names: Names) -> Iterator[str]:
    """All that a speaker's page says of other things than its statements: names, and how places are cited."""
    yield repr((person.name, person.slug, person.roles, person.aliases))
    for role in person.roles_at:
        places = [(one.entry.source.name, one.statement.id) for one in role.places]
        yield repr((role.words, role.first, role.last, places))
        yield repr([names.sources[one.entry.source.name] for one in role.places])
    for said in (*person.said, *person.about):
        place = (said.entry.source.name, said.statement.id)
        by = names.speakers.get(place)
        yield repr((place, names.sources[place[0]], (by.name, by.slug) if by else None))


def _page(
    path: str, title: str, region: tuple[str, str], *, lead: str = "", searched: bool = True
) -> GeneratedPage:
    parts = [f"{_head(title, searched=searched)}\n# {escape(title)}", lead, marked(*region)]
    return GeneratedPage(path, "\n\n".join(part for part in parts if part) + "\n", (region,))


def _head(title: str, *, searched: bool) -> str:
    """As `front_matter`, at once for a title of plain words: there are thousands of speakers."""
    if searched or not _PLAIN_WORDS.fullmatch(title):
        return front_matter(title, searched=searched)
    return f"---\ntitle: {title}\nsearch:\n  exclude: true\n---\n"
