"""From a briefing to the site's generated pages: Markdown with regions that each build makes anew."""

import re
from dataclasses import dataclass
from functools import partial

from onrecord.briefing import Briefing, Person
from onrecord.markdown import escape, front_matter
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.site_compare import compare
from onrecord.publish.site_overview import overview
from onrecord.publish.site_people import Quotations, quotations, speakers, statements
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
    written = _written(briefing, names, kept)
    return (
        _page("index.md", briefing.title, ("overview", overview(briefing, names, pdf=pdf)), lead=LEAD_HERE),
        _page("timeline.md", "Timeline", ("timeline", _timeline(briefing, names, kept)), searched=False),
        *(
            _page(path, title, ("compare", words), searched=False)
            for path, title, words in _compared(briefing, names, kept)
        ),
        _page("speakers/index.md", "Speakers", ("speakers", speakers(briefing))),
        *(_speaker_page(person, names, written) for person in briefing.people),
        _page("sources/index.md", "Sources", ("sources", sources(briefing, kept)), searched=False),
    )


def marked(name: str, content: str) -> str:
    """`content` between the two lines that mark a region."""
    return f"<!-- onrecord: {name} -->\n\n{content}\n\n<!-- /onrecord -->"


def _written(briefing: Briefing, names: Names, kept: Kept) -> Quotations:
    """All statements as they stand on speakers' pages."""
    found = Quotations()
    for entry in briefing.entries:
        name = entry.source.name
        work = partial(quotations, entry, names)
        found.add(entry, kept.made(f"quotations of {name}", (entry,), (names.sources[name],), work))
    return found


def _timeline(briefing: Briefing, names: Names, kept: Kept) -> str:
    made_of = (repr(names.sources), repr([(one.name, one.slug) for one in briefing.people]))
    words: str = kept.of_part("timeline", "page of the timeline", made_of, lambda: timeline(briefing))
    return words


def _compared(briefing: Briefing, names: Names, kept: Kept) -> list[list[str]]:
    """[path, title, Markdown] of the pages of the comparison."""
    made_of = (repr(names.sources),)
    pages: list[list[str]] = kept.of_part(
        "compare",
        "pages of the comparison",
        made_of,
        lambda: [list(page) for page in compare(briefing, names)],
    )
    return pages


def _speaker_page(person: Person, names: Names, written: Quotations) -> GeneratedPage:
    region = ("statements", statements(person, names, written))
    return _page(f"speakers/{person.slug}.md", person.name, region, searched=False)


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
