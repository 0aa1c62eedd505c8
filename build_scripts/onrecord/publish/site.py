"""From a briefing to the site's generated pages: Markdown with regions that each build makes anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from onrecord.briefing import Briefing, Entry, Person
from onrecord.markdown import escape, front_matter
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.site_compare import COMPARED, compare
from onrecord.publish.site_overview import overview
from onrecord.publish.site_people import Quotations, quotations, speakers, statements
from onrecord.publish.site_sources import sources
from onrecord.publish.site_timeline import DAYS, timeline
from onrecord.publish.site_words import Names, names_of
from onrecord.sums import checksum

_PLAIN_WORDS = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[^\W\d_]+(?:(?:\.? |[’-])[^\W\d_]+)*", re.IGNORECASE
)
"""Letters and what stands between them in names: in YAML they mean nothing but themselves."""

QUOTATIONS = "quotations: "
"""How the names begin under which sources' statements are kept as they stand on speakers' pages."""
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
        _page("timeline.md", "Timeline", ("timeline", _timeline(briefing, names, kept)), searched=False),
        *(
            _page(path, title, ("compare", words), searched=False)
            for path, title, words in _compared(briefing, names, kept)
        ),
        _page("speakers/index.md", "Speakers", ("speakers", speakers(briefing))),
        *_speaker_pages(briefing, names, kept),
        _page("sources/index.md", "Sources", ("sources", sources(briefing, kept)), searched=False),
    )


def marked(name: str, content: str) -> str:
    """`content` between the two lines that mark a region."""
    return f"<!-- onrecord: {name} -->\n\n{content}\n\n<!-- /onrecord -->"


def _quotations(names: Names, kept: Kept, entry: Entry) -> list[list[str]]:
    """A source's statements as they stand on speakers' pages."""
    name = entry.source.name
    work = partial(quotations, entry, names)
    written: list[list[str]] = kept.of_source(QUOTATIONS, entry, (names.sources[name],), work)
    return written


def _timeline(briefing: Briefing, names: Names, kept: Kept) -> str:
    made_of = (repr(names.sources),)
    kept.spare_all(DAYS)
    words: str = kept.of_part("timeline", "page of the timeline", made_of, lambda: timeline(briefing, kept))
    return words


def _compared(briefing: Briefing, names: Names, kept: Kept) -> list[list[str]]:
    """[path, title, Markdown] of the pages of the comparison."""
    made_of = (repr(names.sources),)
    kept.spare_all(COMPARED)

    def work() -> list[list[str]]:
        return [list(page) for page in compare(briefing, names, kept)]

    pages: list[list[str]] = kept.of_part("compare", "pages of the comparison", made_of, work)
    return pages


def _speaker_pages(briefing: Briefing, names: Names, kept: Kept) -> Iterator[GeneratedPage]:
    written = Quotations(names, partial(_quotations, names, kept))
    kept.spare(QUOTATIONS)
    around = checksum(repr(sorted(names.sources.items())).encode("utf-8", "surrogatepass"))
    for person in briefing.people:
        made_of = (around, *_spoken(person, names, kept))
        work = partial(statements, person, names, written)
        words = kept.of_part(f"person {person.slug}", f"page: {person.slug}", made_of, work)
        yield _page(f"speakers/{person.slug}.md", person.name, ("statements", words), searched=False)


def _spoken(person: Person, names: Names, kept: Kept) -> Iterator[str]:
    """What stands for all that is said by a person, and for what others say of them, and who they are."""
    yield from (kept.annotations.get(id(said.statement), "") for said in person.said)
    for said in person.about:
        by = names.speakers.get(id(said.statement))
        yield f"{kept.annotations.get(id(said.statement))}{(by.name, by.slug) if by else None!r}"


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
