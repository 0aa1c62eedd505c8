"""The same words given to different people: quotations that share a long run of words.

Only where each source names its speaker in full beside the words: a role, an unnamed spokesman, an organisation or a
short form of the other name is no difference.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import chain
from typing import Any
from zlib import crc32

from onrecord.across.differences_sides import days_apart, shortened, side
from onrecord.across.memory import Memory, Results, prints
from onrecord.across.stems import plain
from onrecord.briefing import Difference, Entry, Person, Side, by_statement
from onrecord.model import Span, Statement

RUN = 6
"""Words in a row by which quotations find each other."""
LEAST = 7
"""Words in a row that are no chance and no saying."""
COVERED = 0.8
"""The part of the shorter quotation that is shared."""
COVERED_LONGER = 0.5
ANCHOR = 5
"""Letters of a word with which a run that is looked up begins: short words begin too many."""
WINDOW = 8
"""Quotations that share a run and are compared with the next."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]+(?: (?:[^\W\d_a-z][\w.’'-]*|al|bin|d[aeiou]l?|el|la|le|v[ao]n|ter))+"
)
_NO_PERSON = frozenset(
    """the committee department ministry council union party house senate court university institute times post news
    agency group company campaign office association foundation bank street press police city state county bureau
    commission center centre organization organisation service government administration embassy coalition league
    society federation inc corp ltd network radio television tv magazine journal poll survey project fund watch
    rights amnesty alliance observatory authority parliament congress assembly forum club army forces""".split()
)


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A quotation with a person named beside it."""

    entry: Entry
    statement: Statement
    person: str
    mention: Span
    runs: Sequence[int]
    """What stands for each run by which it can be found."""

    @property
    def words(self) -> list[str]:
        """Without case and accents. Few are asked for."""
        return _words(self.statement)


QUOTED = "quoted in each source"
"""How it is called what is remembered of each source's quotations."""


def speaker_differences(
    entries: Sequence[Entry], people: Sequence[Person], memory: Memory | None = None
) -> Iterator[Difference]:
    """The same words given to different people, in the order of the sources, without ids; each pair once."""
    memory = memory or Memory()
    persons = by_statement(person for person in people if _is_person(person.name))
    results = memory.results(QUOTED)
    found = [one for entry in entries for one in _known_quotations(entry, persons, results, memory)]
    results.leave()
    shown: set[tuple[frozenset[str], frozenset[str]]] = set()
    for one, other in _candidates(found):
        run = _shared_run(one, other)
        told = (frozenset({one.person, other.person}), frozenset(run))
        if run and told not in shown and not _both_named(one, other) and not _both_say(one, other, found):
            shown.add(told)
            yield _difference(one, other, run)


def _is_person(name: str) -> bool:
    """Whether a name is a first and a last name."""
    return bool(_FULL_NAME.fullmatch(name)) and not _NO_PERSON & set(plain(name).split())


def _known_quotations(
    entry: Entry, persons: Mapping[int, Person], results: Results, memory: Memory
) -> Iterator[_Quotation]:
    """Those of `_quotations`, remembered while the source's words and who says them are the same."""
    read, statements = prints(entry, memory), entry.annotations.statements
    who = [persons.get(id(one)) for one in statements]
    names = [one.name if one else "" for one in who]
    made_of = (read.text, read.words, *names)
    for place, mention, runs in results.recall(made_of, partial(_quotations, entry, names)):
        yield _Quotation(entry, statements[place], names[place], (mention[0], mention[1]), runs)


def _quotations(entry: Entry, names: Sequence[str]) -> list[Any]:
    """Direct quotations whose speaker is named in their paragraph, outside the quotation, as plain values.

    `names`: who says each statement of the source; "" where that is no person with a first and a last name.
    """
    found = []
    for place, (statement, name) in enumerate(zip(entry.annotations.statements, names, strict=True)):
        if not name or statement.kind != "direct" or statement.via or not statement.content:
            continue
        words = _words(statement)
        mention = _mention(entry, statement, name) if len(words) >= LEAST else None
        if mention:
            found.append([place, mention, _runs(words)])
    return found


def _words(statement: Statement) -> list[str]:
    return _WORD.findall(plain(statement.words))


def _mention(entry: Entry, statement: Statement, name: str) -> Span | None:
    """Where the last name stands nearest to the quotation, in its paragraph and in no quotation."""
    inside = statement.content
    middle = (inside[0][0] + inside[-1][1]) // 2
    found = [
        span
        for span in _named(entry, statement.paragraph, name)
        if not any(start <= span[0] < end for start, end in inside)
    ]
    return min(
        found,
        key=lambda span: (
            min(abs(span[0] - inside[0][0]), abs(span[0] - inside[-1][1]), abs(span[0] - middle)),
            span,
        ),
        default=None,
    )


def _named(entry: Entry, number: int, name: str) -> Iterator[Span]:
    """Where a paragraph has the last name, with the other words of the name that stand before it."""
    paragraph = next((one for one in entry.source.paragraphs if one.number == number), None)
    if paragraph is None:
        return
    parts = name.split()
    pattern = "".join(rf"(?:{re.escape(part)} )?" for part in parts[:-1]) + re.escape(parts[-1])
    for match in re.finditer(rf"\b{pattern}\b", entry.source.text[slice(*paragraph.span)]):
        yield paragraph.span[0] + match.start(), paragraph.span[0] + match.end()


def _candidates(found: Sequence[_Quotation]) -> Iterator[tuple[_Quotation, _Quotation]]:
    """Pairs of different sources and people that share a run of words, each pair once."""
    counts = Counter(chain.from_iterable(one.runs for one in found))
    several = {run for run, count in counts.items() if count > 1}
    postings: dict[int, list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for index, one in enumerate(found):
        if several.isdisjoint(one.runs):
            continue
        for run in filter(several.__contains__, one.runs):
            for earlier in postings[run][-WINDOW:]:
                other = found[earlier]
                if (earlier, index) not in seen and _apart(other, one):
                    seen.add((earlier, index))
                    yield other, one
            postings[run].append(index)


def _runs(words: Sequence[str]) -> list[int]:
    """A number of 32 bits for each run; that two runs have one number is rare, and costs a look at the words."""
    every = zip(*(words[start:] for start in range(RUN)), strict=False)
    long = dict.fromkeys(" ".join(run) for run in every if len(run[0]) >= ANCHOR)
    return [crc32(run.encode("utf-8", "surrogatepass")) for run in long]


def _apart(one: _Quotation, other: _Quotation) -> bool:
    """Whether two sources name two people, and not one by two forms of the name."""
    return one.entry.source.name != other.entry.source.name and not (
        {*plain(one.person).split()} & {*plain(other.person).split()}
    )


def _shared_run(one: _Quotation, other: _Quotation) -> tuple[str, ...]:
    """The longest run of words in both; empty where it is too little of either to be the same words."""
    mine, theirs = one.words, other.words
    match = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    short, long = sorted((len(mine), len(theirs)))
    if match.size < max(LEAST, COVERED * short, COVERED_LONGER * long):
        return ()
    return tuple(mine[match.a : match.a + match.size])


def _both_named(one: _Quotation, other: _Quotation) -> bool:
    """Whether either paragraph names the other's person, too: then who speaks is not plain enough."""
    return any(
        next(_named(place.entry, place.statement.paragraph, person), None)
        for place, person in ((one, other.person), (other, one.person))
    )


def _both_say(one: _Quotation, other: _Quotation, found: Sequence[_Quotation]) -> bool:
    """Whether one of the sources has the other's person say the words, too: one repeats the other."""
    return any(
        third.entry.source.name == place.entry.source.name
        and third.person == person
        and _shared_run(place, third)
        for place, person in ((one, other.person), (other, one.person))
        for third in found
    )


def _difference(one: _Quotation, other: _Quotation, run: Sequence[str]) -> Difference:
    because = f"The same {len(run)} words in a row stand in both quotations."
    return Difference(
        "",
        "speaker",
        shortened(min((one.statement.words, other.statement.words), key=len)),
        (_side(one), _side(other)),
        because + days_apart(one.entry, other.entry),
    )


def _side(one: _Quotation) -> Side:
    spans = [*one.statement.content, one.mention]
    around = (min(start for start, _ in spans), max(end for _, end in spans))
    return side(one.entry, one.statement.paragraph, around, one.mention, one.statement.id)
