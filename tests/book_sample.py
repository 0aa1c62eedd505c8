"""A briefing made by hand for the book's tests: invented people, an invented town, own words."""

from collections.abc import Iterable
from typing import Any

from onrecord.across.timeline import timeline
from onrecord.briefing import Briefing, Entry, Person, Said
from onrecord.model import (
    DESK_NOTE,
    Annotations,
    Event,
    Note,
    Paragraph,
    ParagraphKind,
    Source,
    Speaker,
    Statement,
    annotation_id,
    slug_of,
    words_of,
)

LEAD = """# The Ostrel barrier

Port Ostrel has argued for **eleven years** about a tidal barrier. In one week of May 2031 the argument
was *decided, reopened and decided again*.

## What is settled

1. The council voted for the barrier on 6 May ([the vote](sources/gazette-vote.md#p2)).
2. The money is promised, not paid:
    - 40 million from the state,
    - the rest by a loan, see the [ministry](https://example.org/ministry/press/2031/05/barrier?lang=en&view=full).
3. Nobody has named a builder.

> A wall is a promise that somebody else has to keep.

### Still open

What the fishers get. The formula in the draft is `share = days × berths`, and its first line reads

```
if berth.days < 120:
    share = 0
```

<div>The figures were checked <b>twice</b>.</div>

| Who | Wants |
|---|---|
| The council | a barrier by 2034 |
| The fishers | berths *inside* it |
"""


def source(name: str, paragraphs: Iterable[str], kinds: str = "", **known: Any) -> Source:
    """A source of these paragraphs; `kinds` has a letter for each: t title, s subhead, q quote, else text."""
    text, spans = "", []
    for words in paragraphs:
        spans.append((len(text), len(text) + len(words)))
        text += words + "\n\n"
    names: dict[str, ParagraphKind] = {"t": "title", "s": "subhead", "q": "quote"}
    letters = kinds.ljust(len(spans), ".")
    numbered = tuple(
        Paragraph(number, span, names.get(letter, "text"))
        for number, (span, letter) in enumerate(zip(spans, letters, strict=True), 1)
    )
    return Source(name=name, path=f"sources/{name}.txt", text=text, paragraphs=numbered, **known)


def statement(of: Source, speaker: Speaker, pieces: tuple[str, ...] | str, **more: Any) -> Statement:
    """A statement whose content is these words, wherever they stand in the source."""
    parts = (pieces,) if isinstance(pieces, str) else pieces
    spans = tuple((of.text.index(piece), of.text.index(piece) + len(piece)) for piece in parts)
    words = words_of(of.text, spans)
    place = next(p.number for p in of.paragraphs if p.span[0] <= spans[0][0] < p.span[1])
    kind = more.pop("kind", "direct" if words.startswith("“") else "indirect")
    return Statement(annotation_id(words), kind, spans, speaker, words, place, **more)


def event(of: Source, date: str, words: str, **more: Any) -> Event:
    """An event told in these words of the source."""
    start = of.text.index(words)
    place = next(p.number for p in of.paragraphs if p.span[0] <= start < p.span[1])
    span = (start, start + len(words))
    return Event(annotation_id(words), date, words, span, more.pop("status", "happened"), place, **more)


def briefing(title: str, entries: Iterable[Entry], lead: str = "") -> Briefing:
    """What `across` would collect, as plainly as it can be done."""
    listed = tuple(entries)
    said: dict[str, list[Said]] = {}
    for entry in listed:
        for one in entry.annotations.statements:
            if one.speaker.name:
                said.setdefault(one.speaker.name, []).append(Said(entry, one))
    people = tuple(
        Person(name, slug_of(name), _roles(spoken), tuple(spoken))
        for name, spoken in sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    return Briefing(title, listed, people, timeline(listed, people), lead)


def _roles(spoken: list[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said.statement.speaker.role for said in spoken if said.statement.speaker.role))


def sample() -> Briefing:
    """Five sources with everything a book has to show."""
    entries = (_transcript(), _vote(), _note(), _ministry(), _bare())
    return briefing("The Ostrel barrier, May 2031", entries, LEAD)


def _vote() -> Entry:
    told = source(
        "gazette-vote",
        (
            "Council backs tidal barrier by three votes",
            "The council of Port Ostrel voted on Tuesday night to build a tidal barrier across the harbour "
            "mouth, ending a dispute that has outlived two mayors. The motion passed by 22 votes to 19.",
            "“We have measured enough. Now we build,” the mayor, Irena Vasalund, told a gallery so full that "
            "the doors were left open. “The next storm will not wait for another report.”",
            "Fishers leave in protest",
            "Tomas Okonjo-Reyes, who speaks for the harbour’s 140 boat owners, said the plan leaves no berth "
            "for boats under ten metres. “They drew a wall and forgot the door,” he said.",
            "The council’s engineers put the cost at 212 million, a third more than in 2028. Vasalund said "
            "the state would carry “the larger part” of it. Work is to begin in the spring of 2032.",
            "The opposition expects the figure to double before the first pile is driven.",
        ),
        "t..s",
        title="Council backs tidal barrier by three votes",
        outlet="Ostrel Gazette",
        byline=("Mirela Danso", "Piet Halloran"),
        dateline="PORT OSTREL, May 7",
        published="2031-05-07",
        url="https://gazette.example/2031/05/07/council-backs-tidal-barrier-by-three-votes-after-a-night-"
        "of-argument-and-one-walkout.html?edition=morning&section=harbour",
        rights="© Ostrel Gazette, quoted for review",
        credits=("Photo: Lasse Amundi",),
    )
    mayor = Speaker(name="Irena Vasalund", role="the mayor")
    fisher = Speaker(name="Tomas Okonjo-Reyes", role="who speaks for the harbour’s 140 boat owners")
    pieces = (
        "“We have measured enough. Now we build,”",
        "“The next storm will not wait for another report.”",
    )
    statements = (
        statement(told, mayor, pieces, said_on="2031-05-06", to="a gallery"),
        statement(told, fisher, "the plan leaves no berth for boats under ten metres"),
        statement(told, fisher, "“They drew a wall and forgot the door,”", said_on="2031-05-06"),
        statement(told, mayor, "the state would carry “the larger part” of it", kind="mixed"),
        statement(
            told,
            Speaker(name="The opposition"),
            "the figure to double before the first pile is driven",
            act="expected",
        ),
    )
    events = (
        event(
            told,
            "2031-05-06",
            "The council of Port Ostrel voted on Tuesday night to build a tidal barrier across the harbour mouth",
            said_as="on Tuesday night",
        ),
        event(told, "2032-SP", "Work is to begin", status="planned", said_as="the spring of 2032"),
        event(told, "2028", "a third more than in 2028", status="reported", said_as="2028"),
    )
    note = Note("> [!note] Who voted how\n> The roll call is in the [transcript](session.md#p3).", 2)
    prose = Note("The walkout is **not** in the official minutes; see <https://example.org/minutes>.", 5)
    return Entry(told, Annotations(statements, (), events, (note, prose)))


def _ministry() -> Entry:
    told = source(
        "ministry-statement",
        (
            "The ministry welcomes the decision of the council. The state will pay 40 million in 2032, as "
            "agreed in the second quarter of this year.",
            "Deputy minister Åse Grønnvold said the ministry “will not be the one to slow this down”.",
            "The loan is expected to be signed in the week of 19 May. A hearing follows in June.",
            "“Those who live by the water should not pay twice: once in fear and once in tax. We have heard the "
            "boat owners, we have heard the engineers, and we have heard the council; what we have not heard "
            "is a better plan. The door stays open until the contract is signed, and it will be signed in "
            "daylight.”",
        ),
        "...q",
        title="State confirms its share of the barrier",
        outlet="Ministry of Coasts",
        published="2031-05-09",
        kind="statement",
        rights="public domain",
    )
    minister = Speaker(name="Åse Grønnvold", role="Deputy minister")
    statements = (
        statement(told, minister, "the ministry “will not be the one to slow this down”", kind="mixed"),
        statement(told, Speaker(), told.text[slice(*told.paragraphs[3].span)]),
        Statement(
            "gone-0000",
            "direct",
            (),
            minister,
            "“We shall pay on the first day.”",
            2,
            by_hand=True,
            verified="not found",
        ),
    )
    events = (
        event(told, "2031-Q2", "as agreed", said_as="the second quarter of this year"),
        event(
            told,
            "2031-W21",
            "The loan is expected to be signed",
            status="planned",
            said_as="the week of 19 May",
        ),
        event(told, "2031-06", "A hearing follows", status="planned", said_as="in June"),
    )
    return Entry(told, Annotations(statements, (), events, (Note("Checked with the press office.", 0),)))


def _note() -> Entry:
    told = source(
        "coast-radio-note",
        (
            "Coast Radio reported on 8 May that the fishers would go to court over the berths.",
            "Their lawyer, Nguyễn Thị Hòa, told the station: “The harbour was theirs before it was a postcard.”",
            "The lawyer said the filing was due within ten days.",
        ),
        title="Fishers to sue over berths",
        outlet="Coast Radio",
        published="2031-05-08",
        kind=DESK_NOTE,
        rights="written for this briefing",
        confirm=("published",),
    )
    lawyer = Speaker(name="Nguyễn Thị Hòa", role="Their lawyer")
    statements = (
        statement(
            told,
            lawyer,
            "“The harbour was theirs before it was a postcard.”",
            to="the station",
            via="Coast Radio",
        ),
        statement(told, lawyer, "the filing was due within ten days"),
    )
    events = (event(told, "2031-05-08", "the fishers would go to court over the berths", said_as="on 8 May"),)
    return Entry(told, Annotations(statements, (), events))


def _transcript() -> Entry:
    told = source(
        "session",
        (
            "Session of the council of Port Ostrel",
            "CHAIR: The motion is number 31-114. The clerk will call the roll.",
            "CLERK: Twenty-two in favour, nineteen against. The motion is carried.",
            "VASALUND: I thank the members. We have measured enough. Now we build.",
        ),
        "t",
        title="Session of the council of Port Ostrel",
        published="2031-05-06",
        kind="transcript",
    )
    mayor = Speaker(name="Irena Vasalund", role="mayor of Port Ostrel")
    statements = (
        statement(told, mayor, "I thank the members. We have measured enough. Now we build.", kind="direct"),
        statement(told, Speaker(name="Clerk of the council"), "The motion is carried.", kind="direct"),
    )
    events = (event(told, "2031-05-06TEV", "The motion is carried", said_as=None),)
    return Entry(told, Annotations(statements, (), events))


def _bare() -> Entry:
    told = source(
        "clipping-7", ("A clipping without a head. The barrier “will be opened by the king”, it says.",)
    )
    statements = (statement(told, Speaker(), "“will be opened by the king”"),)
    events = (event(told, "XXXX-09-14", "The barrier", status="planned", said_as="14 September"),)
    return Entry(told, Annotations(statements, (), events))
