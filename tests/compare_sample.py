"""A briefing with everything that can be seen across sources, put together by hand. All of it is invented."""

from dataclasses import replace

from onrecord.briefing import (
    Alias,
    Briefing,
    Copy,
    Coverage,
    CoverageRow,
    Difference,
    DifferenceKind,
    Entry,
    OnlyHere,
    Origin,
    Person,
    Relation,
    RoleAt,
    Said,
    Shared,
    Side,
    Wording,
)
from onrecord.model import Statement
from site_sample import briefing

TITLE = "A ferry for Lake Orrin"


def compared() -> Briefing:
    """The five sources of fixtures/site/compared.md, compared."""
    plain = briefing(TITLE, file="compared.md")
    by_name = {entry.source.name: entry for entry in plain.entries}
    shared = (_quiet(by_name), _telephone(by_name))
    alone = [_only_here(entry, shared, plain) for entry in plain.entries]
    return replace(
        plain,
        people=(*(_known(person, by_name) for person in plain.people), _spoken_of(by_name)),
        shared=shared,
        origins=(_origin(by_name),),
        differences=(_figures(by_name), _dates(by_name)),
        coverage=_coverage(plain, shared),
        only_here=tuple(one for one in alone if one.statements or one.told),
    )


def said(entries: dict[str, Entry], name: str, words: str) -> Said:
    """The statement of a source that holds these words."""
    entry = entries[name]
    found = [one for one in entry.annotations.statements if words in one.words]
    return Said(entry, found[0])


def side(entry: Entry, sentence: str, point: str, annotation: str | None = None) -> Side:
    """A place by its sentence, which has to stand in the source, and the words in it that differ."""
    text = entry.source.text
    start = text.index(sentence)
    paragraph = next(p.number for p in entry.source.paragraphs if p.span[0] <= start < p.span[1])
    at = sentence.index(point)
    span = (start, start + len(sentence))
    return Side(entry, paragraph, sentence, (at, at + len(point)), span, annotation)


def _wording(one: Said, relation: Relation, marked: str = "") -> Wording:
    """`marked` has the words that differ between braces."""
    pieces = marked.replace("{", "|{").replace("}", "|").split("|")
    parts = tuple((piece.startswith("{"), piece.strip("{ ")) for piece in pieces if piece.strip())
    return Wording(one, relation, parts)


def _quiet(entries: dict[str, Entry]) -> Shared:
    return Shared(
        "we-want-the-lake-to-be-0001",
        (
            _wording(said(entries, "courier-ferry", "quiet again"), "same"),
            _wording(
                said(entries, "wire-ferry", "quiet again"),
                "same",
                "“We want the lake to be quiet again, and we {would like} people to hear it,”",
            ),
            _wording(said(entries, "herald-ferry", "quiet again"), "part"),
            _wording(
                said(entries, "note-on-ledger", "quiet lake"),
                "paraphrase",
                "“We want {a quiet lake, one that} people {can} hear,”",
            ),
            _wording(said(entries, "radio-ferry", "wishes for"), "paraphrase"),
        ),
    )


def _telephone(entries: dict[str, Entry]) -> Shared:
    places = (said(entries, name, "telephone") for name in ("wire-ferry", "herald-ferry"))
    return Shared("they-bought-a-telephone-0002", tuple(_wording(place, "same") for place in places))


def _origin(entries: dict[str, Entry]) -> Origin:
    copy = Copy(entries["herald-ferry"], 0.93, True, "both credit Norden Press and share 93% of their words")
    part = Copy(entries["courier-ferry"], 0.21, False, "shares one passage of 14 words")
    return Origin("lake-orrin-board-0003", entries["wire-ferry"], "Norden Press", (copy, part))


def _difference(
    ident: str, kind: DifferenceKind, about: str, sides: tuple[Side, Side], because: str
) -> Difference:
    return Difference(ident, kind, about, sides, because)


def _figures(entries: dict[str, Entry]) -> Difference:
    first = said(entries, "courier-ferry", "four hundred").statement
    second = said(entries, "wire-ferry", "350").statement
    return _difference(
        "more-than-four-hundred-0004",
        "figure",
        "passengers of the ferry",
        (
            side(
                entries["courier-ferry"],
                "It will carry more than four hundred passengers, said Petra Vance, a spokeswoman for the board.",
                "more than four hundred",
                first.id,
            ),
            side(entries["wire-ferry"], "the boat had room for about 350 people.", "about 350", second.id),
        ),
        "both tell how many people the new ferry has room for",
    )


def _dates(entries: dict[str, Entry]) -> Difference:
    return _difference(
        "the-first-crossing-0005",
        "date",
        "the first crossing",
        (
            side(entries["courier-ferry"], "The first crossing is planned for 4 August.", "4 August"),
            side(
                entries["radio-ferry"],
                "The first crossing will be on 11 August, a captain, who asked not to be named, said.",
                "on 11 August",
            ),
        ),
        "the same words for what happens: “first crossing”",
    )


def _coverage(plain: Briefing, shared: tuple[Shared, ...]) -> tuple[CoverageRow, ...]:
    levels: dict[Relation, Coverage] = {"same": "full", "part": "part", "paraphrase": "part"}
    rows = [
        CoverageRow(
            "statement",
            one.id,
            one.lead.statement.words,
            {wording.said.entry.source.name: levels[wording.relation] for wording in one.wordings},
        )
        for one in shared
    ]
    told = next(
        told for day in plain.timeline for told in day.told if "first crossing" in told.lead.event.what
    )
    cells: dict[str, Coverage] = {"courier-ferry": "full", "radio-ferry": "contradicted"}
    return (*rows, CoverageRow("event", told.id, told.lead.event.what, cells))


def _only_here(entry: Entry, shared: tuple[Shared, ...], plain: Briefing) -> OnlyHere:
    taken = {wording.said.statement.id for one in shared for wording in one.wordings}
    told = [told for day in plain.timeline for told in day.told]
    return OnlyHere(
        entry,
        tuple(one for one in entry.annotations.statements if one.id not in taken),
        tuple(
            one for one in told if {place.entry.source.name for place in one.places} == {entry.source.name}
        ),
    )


def _known(person: Person, entries: dict[str, Entry]) -> Person:
    if person.name != "Petra Vance":
        return person
    places = (said(entries, "courier-ferry", "four hundred"),)
    later = (said(entries, "radio-ferry", "wishes for"),)
    return replace(
        person,
        aliases=(Alias("P. Vance", "the initial of a first name beside the same surname"),),
        roles_at=(
            RoleAt("a spokeswoman for the board", "2031-06-03", "2031-06-03", places),
            RoleAt("now head of the board’s office", "2031-06-04", "2031-06-04", later),
            RoleAt("chief of the harbour", "2031-07-01", None),
        ),
        about=(said(entries, "radio-ferry", "Petra Vance wishes"),),
    )


def _spoken_of(entries: dict[str, Entry]) -> Person:
    """Somebody who says nothing."""
    return Person(
        "Hugo Lind", "hugo-lind", (), (), about=(said(entries, "wire-ferry", "harbour board of Orrin"),)
    )


def many(number: int) -> Briefing:
    """`number` sources that all carry one statement, each with a difference to the first."""
    plain = briefing(TITLE, copies=-(-number // 5), file="compared.md")
    couriers = [entry for entry in plain.entries if entry.source.name.startswith("courier-ferry")]
    wires = [entry for entry in plain.entries if entry.source.name.startswith("wire-ferry")]
    shared = tuple(
        Shared(f"shared-{n}", tuple(_wording(_first(entry), "same") for entry in (couriers[0], *wires)))
        for n in range(number)
    )
    differences = tuple(
        _difference(f"difference-{n}", "figure", f"case {n}", (_crossing(couriers[0]), _crossing(entry)), "")
        for n, entry in enumerate(couriers * 5)
    )
    names = [entry.source.name for entry in plain.entries]
    rows = tuple(CoverageRow("statement", one.id, "words", dict.fromkeys(names, "full")) for one in shared)
    return replace(
        plain,
        shared=shared,
        differences=differences,
        coverage=rows,
        only_here=tuple(OnlyHere(entry, entry.annotations.statements, ()) for entry in plain.entries),
    )


def _first(entry: Entry) -> Said:
    statement: Statement = entry.annotations.statements[0]
    return Said(entry, statement)


def _crossing(entry: Entry) -> Side:
    return side(entry, "The first crossing is planned for 4 August.", "4 August")
