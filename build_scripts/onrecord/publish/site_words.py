"""Words, links and tables that the generated pages share. All text from sources passes through `escape`."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.briefing import Briefing, Entry, Person, Said, by_statement
from onrecord.markdown import escape, url
from onrecord.model import DESK_NOTE, Source
from onrecord.publish.citing import citation, original
from onrecord.publish.compared import homes_of, in_reports
from onrecord.publish.dates import without_weekday

_MARKS = re.compile(r"[!-+/:<-@\[-`{-~]")
"""ASCII that is neither letter, digit nor one of ,.;-"""


@dataclass(frozen=True, slots=True)
class Names:
    """What the pages call sources and people by, looked up once for all pages."""

    sources: Mapping[str, str]
    """By source name, how a place in it is cited, escaped."""
    speakers: Mapping[int, Person]
    """See `by_statement`."""
    people: Mapping[str, Person]
    """By name."""
    homes: Mapping[str, str]
    """By source name, the source that it is a whole copy of."""

    def reports(self, names: Iterable[str]) -> str:
        """How many reports these sources are: "3 reports, 2 independent"."""
        return in_reports(names, self.homes)


def names_of(briefing: Briefing) -> Names:
    """The names of a briefing's sources and people."""
    return Names(
        source_names(briefing),
        by_statement(briefing.people),
        {person.name: person for person in briefing.people},
        homes_of(briefing),
    )


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 source", "1,204 sources"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def capital(words: str) -> str:
    """`words` with a capital at the beginning, as headings and list items have it."""
    return words[:1].upper() + words[1:]


def listed(words: str, fields: Iterable[str]) -> str:
    """An item of a list: words, already safe at the beginning of a line, and a line of fields below them."""
    return f"- {words or '…'}\n\n    {' · '.join(field for field in fields if field)}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; columns whose name ends with ":" are numbers and stand at the right."""
    names = [name.removesuffix(":") for name in head]
    rule = ["---:" if name.endswith(":") else "---" for name in head]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (names, rule, *rows))


def filled_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """As `table`, without the columns that are empty in every row."""
    every = list(rows)
    kept = [number for number in range(len(head)) if any(row[number] for row in every)]
    return table([head[number] for number in kept], ([row[number] for number in kept] for row in every))


def outlet_words(source: Source) -> str:
    """The outlet or agency, escaped; of a desk note plainly that the outlet did not write it."""
    outlet = escape(source.outlet or source.agency or "")
    if source.kind == DESK_NOTE:
        return f"desk note on a report in {outlet}" if outlet else DESK_NOTE
    return outlet


def published_words(source: Source) -> str:
    """ "26 April 2022", or that nobody has given the date."""
    return escape(without_weekday(source.published)) if source.published else "no date given"


def unbroken(days: str) -> str:
    """Days in words for a narrow column: a line ends only between two days."""
    return days.replace(" ", "\u00a0").replace("–\u00a0", "– ")


def source_names(briefing: Briefing) -> dict[str, str]:
    """Short names to cite sources by, escaped: outlet and date, with the title where two would be alike."""
    short = {entry.source.name: _short(entry.source) for entry in briefing.entries}
    taken = Counter(short.values())
    return {
        entry.source.name: words if taken[words] == 1 else f"{words} ({escape(entry.source.label)})"
        for entry, words in zip(briefing.entries, short.values(), strict=True)
    }


def _short(source: Source) -> str:
    if source.kind == DESK_NOTE:
        who = (
            f"Desk note on {escape(source.outlet)}" if source.outlet else f"Desk note {escape(source.label)}"
        )
    else:
        who = escape(source.outlet or source.agency or source.label)
    return f"{who}, {published_words(source)}"


def source_link(entry: Entry, root: str) -> str:
    """The source's title as a link to its page; `root` leads from the page to docs/."""
    return f"[{escape(entry.source.label)}]({url(root + entry.page)})"


def place_link(entry: Entry, paragraph: int, root: str, names: Mapping[str, str]) -> str:
    """ "Reuters, 25 April 2022, ¶2" as a link to the paragraph."""
    words = names[entry.source.name]
    page = _address(root, entry.page)
    return f"[{words}, ¶{paragraph}]({page}#p{paragraph})" if paragraph > 0 else f"[{words}]({page})"


def title_of_link(words: str) -> str:
    """One line of words as the title of a Markdown link (what a pointer shows): ` "words"`.

    Marks of ASCII are numeric references, so that neither parser finds an end or a tag in it.
    """
    return f' "{_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", words)}"'


def said_link(said: Said, root: str, names: Names) -> str:
    """As `place_link`, to the statement's paragraph, with its citation as the link's title."""
    entry, statement = said.entry, said.statement
    link = place_link(entry, statement.paragraph, root, names.sources)
    return f"{link[:-1]}{title_of_link(citation(entry, statement))})"


def original_link(said: Said) -> str:
    """A link to the words in the original, where its address is known; else ""."""
    address = original(said.entry.source, said.statement.words)
    return f"[original]({url(address)})" if address else ""


def annotation_address(entry: Entry, ident: str, root: str) -> str:
    """Where the callout with this id stands, as a link target."""
    return f"{_address(root, entry.page)}#{url(ident)}"


@lru_cache(maxsize=4096)
def _address(root: str, page: str) -> str:
    """Encoded once for all the links that lead to it."""
    return url(root + page)


def person_link(person: Person, root: str) -> str:
    """The speaker's name as a link to the speaker's page."""
    return f"[{escape(person.name)}]({url(f'{root}speakers/{person.slug}.md')})"


def speakers_in(entry: Entry, names: Names) -> list[Person]:
    """Who speaks in a source, the most quoted there first, then as the briefing has them."""
    said = [names.speakers.get(id(statement)) for statement in entry.annotations.statements]
    people = {person.slug: person for person in said if person}
    counts = Counter(person.slug for person in said if person)
    return sorted(people.values(), key=lambda one: (-counts[one.slug], -len(one.said), one.name, one.slug))


def names_in_short(people: Sequence[Person], root: str, most: int = 3) -> str:
    """Linked names, at most `most` of them: "Ada Lind, Bo Ek and 2 more"."""
    links = [person_link(person, root) for person in people[:most]]
    rest = len(people) - len(links)
    return ", ".join(links) + (f" and {rest} more" if rest else "")
