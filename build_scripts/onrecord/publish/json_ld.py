"""What the site's pages say of themselves in their heads: schema.org, as JSON-LD in a script element.

theme/main.html includes the files written here. MkDocs and Zensical read them as templates, and browsers as HTML, so
no character of a source may open a tag, an expression or a block in either.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from onrecord.briefing import Briefing, Entry, Person, Told
from onrecord.markdown import url
from onrecord.model import DESK_NOTE, Source, Statement
from onrecord.plain import compact
from onrecord.publish.dates import first_day, in_words
from onrecord.publish.exports import days_of
from onrecord.publish.kept import NOTHING_KEPT, Kept
from onrecord.publish.references import References, at, web
from onrecord.publish.told import entries

Record = dict[str, Any]
FOLDER = "theme/jsonld"

_QUOTED = re.compile(r"“[^”]+”|\"[^\"]+\"|«[^»]+»|„[^“]+“")
_PLAIN_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FORMATS = {
    "briefing.json": "application/json",
    "statements.csv": "text/csv",
    "timeline.csv": "text/csv",
    "timeline.ics": "text/calendar",
    "sources.csl.json": "application/vnd.citationstyles.csl+json",
    "sources.bib": "application/x-bibtex",
    "annotations/index.jsonld": "application/ld+json",
}
EVENTS = "events for machines"
"""How it is called what is kept of the events in the head of the timeline."""
_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&%#\u2028\u2029"}
_IN_TEXT = re.compile(r'\{(?!"@)')
"""A brace inside a string: each object written here begins with "@type" or "@context"."""


def heads(
    briefing: Briefing, of_sources: Iterable[str], kept: Kept = NOTHING_KEPT
) -> Iterator[tuple[str, str]]:
    """(page relative to docs/, script element) for each page that has something to say.

    `of_sources`: those of the sources' pages, in order; see `of_source`.
    """
    kept.spare_all(EVENTS)
    yield "index.md", script(_overview(briefing))
    yield (
        "timeline.md",
        kept.of_part("events", "head of the timeline", (), lambda: script(_timeline(briefing, kept))),
    )
    listed = kept.of_part(
        "sources", "head of the list of sources", (), lambda: script(_list_of_sources(briefing))
    )
    yield "sources/index.md", listed
    yield from zip([entry.page for entry in briefing.entries], of_sources, strict=True)
    articles = _Articles({entry.source.name: entry.source for entry in briefing.entries})
    for person in briefing.people:
        if any(quoted(said.statement) for said in person.said):
            page = f"speakers/{person.slug}.md"
            made_of = [kept.annotations.get(id(said.statement), "") for said in person.said]
            work = partial(_speaker_script, person, articles)
            path = f"{FOLDER}/{page}.html"
            yield page, kept.file(f"person {person.slug}", path, made_of, work)


def of_source(entry: Entry, known: References) -> str:
    """The script element of a source's page."""
    return script(source_page(entry, known))


def _speaker_script(person: Person, articles: Mapping[str, Record]) -> str:
    return script(speaker_page(person, articles))


def script(record: Mapping[str, Any]) -> str:
    """The element. Everything between its tags stays what it is, in HTML and in a template."""
    content = {"@context": "https://schema.org", **record}
    words = compact(content)
    for char, escape in _ESCAPES.items():
        words = words.replace(char, escape)
    words = _IN_TEXT.sub(r"\\u007b", words)
    return f'<script type="application/ld+json">{words}</script>\n'


def _known(record: Mapping[str, Any]) -> Record:
    """`record` without what nobody knows."""
    return {name: value for name, value in record.items() if value}


# Sources


def source_page(entry: Entry, known: References) -> Record:
    """The article with the quotations that its page shows."""
    quotations = [
        _quotation(entry, statement, known.speakers.get(id(statement))) | {"url": f"#{url(statement.id)}"}
        for statement in entry.annotations.statements
        if quoted(statement)
    ]
    return article(entry.source) | _known(
        {
            "description": _about(entry.source),
            "author": [{"@type": "Person", "name": name} for name in entry.source.byline],
            "dateModified": _iso(entry.source.updated),
            "inLanguage": entry.source.language,
            "hasPart": quotations,
        }
    )


class _Articles(dict[str, Record]):
    """Source name → its `article`, made when it is asked for: few are, where most files lie as they are made."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def __missing__(self, name: str) -> Record:
        found = self[name] = article(self._sources[name])
        return found


def article(source: Source) -> Record:
    """What it is called, who published it and when."""
    publisher = "" if source.kind == DESK_NOTE else source.outlet or source.agency
    return _known(
        {
            "@type": "NewsArticle" if source.kind is None else "CreativeWork",
            "headline": source.label,
            "datePublished": _iso(source.published),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "url": url(web(source)),
        }
    )


def _about(source: Source) -> str:
    if source.kind != DESK_NOTE:
        return source.kind or ""
    return f"{DESK_NOTE} on a report in {source.outlet}" if source.outlet else DESK_NOTE


def _iso(day: str | None) -> str:
    return day if day and first_day(day) else ""


def _quotation(entry: Entry, statement: Statement, person: Person | None) -> Record:
    return _known(
        {
            "@type": "Quotation",
            "identifier": at(entry, statement.id),
            "text": quoted(statement),
            "spokenByCharacter": _speaker(person) if person else None,
            "dateCreated": _iso(statement.said_on),
            "datePublished": _iso(entry.source.published),
        }
    )


def quoted(statement: Statement) -> str:
    """What of the words is the speaker's own, in quotation marks; nothing of an indirect statement."""
    if statement.kind == "mixed":
        return " … ".join(_QUOTED.findall(statement.words))
    return statement.words if statement.kind == "direct" else ""


# Speakers


def speaker_page(person: Person, articles: Mapping[str, Record]) -> Record:
    """The speaker with every quotation and the article it stands in; `articles` by name of the source."""
    quotations = [
        _quotation(said.entry, said.statement, None) | {"isPartOf": articles[said.entry.source.name]}
        for said in person.said
        if quoted(said.statement)
    ]
    names = [alias.name for alias in person.aliases]
    about = _speaker(person) | _known(
        {"alternateName": names, "jobTitle" if is_person(person) else "description": list(person.roles)}
    )
    return {"@type": "ProfilePage", "mainEntity": about} | _known({"hasPart": quotations})


def _speaker(person: Person) -> Record:
    return {"@type": "Person" if is_person(person) else "Thing", "name": person.name}


def is_person(person: Person) -> bool:
    """Whether the texts treat the speaker as one human being: with a role, or by the last name alone.

    Of all others nobody says what they are: an organisation, a document, somebody unnamed.
    """
    last = person.name.rpartition(" ")[2]
    forms = {alias.name for alias in person.aliases}
    return bool(person.roles) or (last != person.name and last in forms)


# Timeline and overview


def _timeline(briefing: Briefing, kept: Kept) -> Record:
    """The dated events as a list; those without a year have no place in it."""
    results = kept.results(EVENTS)
    found = [
        results.recall(
            (told.id, told.status, kept.annotations.get(id(told.lead.event), "")), partial(_event, told)
        )
        for told in entries(briefing)
    ]
    results.leave()
    events = filter(None, found)
    items = [
        {"@type": "ListItem", "position": number, "item": event} for number, event in enumerate(events, 1)
    ]
    return {"@type": "ItemList", "name": "Timeline", "itemListElement": items}


def _event(told: Told) -> Record | None:
    """schema.org has one status for what came as planned and for what is still to come; the words say which."""
    days = days_of(told.date)
    if days is None:
        return None
    value = told.date.partition("T")[0]
    exact = bool(_PLAIN_DAY.fullmatch(value))
    scheduled = told.status in ("happened", "planned")
    return _known(
        {
            "@type": "Event",
            "name": told.lead.event.what,
            "startDate": value if exact else days[0].isoformat(),
            "endDate": None if exact else days[1].isoformat(),
            "eventStatus": "https://schema.org/EventScheduled" if scheduled else None,
            "description": f"{told.status}, {in_words(told.date)}",
            "url": f"#{url(told.id)}",
        }
    )


def _overview(briefing: Briefing) -> Record:
    """The briefing as a data set, with its files."""
    published = sorted(day for entry in briefing.entries if (day := _iso(entry.source.published)))
    return {
        "@type": "Dataset",
        "name": briefing.title,
        "description": "Who said what, what happened when, and which source says so.",
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"data/{name}", "encodingFormat": form}
            for name, form in _FORMATS.items()
        ],
    } | _known({"temporalCoverage": f"{published[0]}/{published[-1]}" if published else ""})


def _list_of_sources(briefing: Briefing) -> Record:
    articles = [article(entry.source) for entry in briefing.entries]
    return {"@type": "CollectionPage", "name": "Sources"} | _known({"hasPart": articles})
