"""The same statement in different sources: the same words, cut-down parts, and paraphrases."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from onrecord.across.memory import Memory
from onrecord.across.same_compare import Link, compare
from onrecord.across.same_groups import Compare, Group, grouped, relation_to
from onrecord.across.same_marks import marked, unmarked
from onrecord.across.same_pairs import Pair, candidates, rarities
from onrecord.across.same_reading import Telling, is_named, tellings
from onrecord.briefing import Entry, Person, Said, Shared, Wording

COMPARED = "compared "
"""How the names begin by which comparisons are remembered."""


def shared(
    entries: Sequence[Entry], people: Sequence[Person], memory: Memory | None = None
) -> tuple[Shared, ...]:
    """The statements that several sources give, most sources first; the same for any order of the entries.

    One speaker each: a person of `people`, with what sources give word for word but leave to nobody.
    """
    memory = memory or Memory()
    ordered = sorted(entries, key=lambda entry: (entry.source.published or "9999", entry.source.name))
    persons = {(one.entry.source.name, one.statement.id): who.slug for who in people for one in who.said}
    said = [Said(entry, one) for entry in ordered for one in entry.annotations.statements]
    found = memory.recall("shared", _made_of(said, persons), lambda: _found(ordered, said, persons, memory))
    if memory.now["shared"] is memory.before.get("shared"):
        memory.spare(COMPARED)
    return tuple(
        Shared(
            ident, tuple(Wording(said[index], relation, pieces(marks)) for index, relation, marks in places)
        )
        for ident, places in found
    )


def pieces(marks: Iterable[Sequence[Any]]) -> tuple[tuple[bool, str], ...]:
    """The pieces of a wording, from plain lists."""
    return tuple((bool(differs), str(words)) for differs, words in marks)


def _made_of(said: Iterable[Said], persons: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """All that the groups depend on."""
    for one, words in zip(said, _words(said), strict=True):
        person = persons.get((one.entry.source.name, one.statement.id), "")
        yield f"{words} {is_named(one.statement)} {person}"


def _words(said: Iterable[Said]) -> Iterator[str]:
    """All that comparing two statements depends on, but for who says them."""
    for one in said:
        source, statement = one.entry.source, one.statement
        yield f"{(source.name, source.published, statement.id, statement.kind, statement.act, statement.words)!r}"


def _found(
    ordered: Sequence[Entry], said: Sequence[Said], persons: Mapping[tuple[str, str], str], memory: Memory
) -> list[Any]:
    """[id, [[statement, relation, pieces], …]] of each, as plain values; statements by their place in `said`."""
    told = [telling for entry in ordered for telling in tellings(entry, persons)]
    rarity = rarities(told)
    look = _looking(_compared(said, told, rarity, memory))
    order = _order(told)
    links = {pair: link for pair in candidates(told, rarity) if (link := look(*pair))}
    groups = grouped(told, order, links, look)
    return _plain(groups, said, order, look)


def _looking(compared: Compare) -> Compare:
    """Compares two tellings once, whatever their order."""
    links: dict[Pair, Link | None] = {}

    def look(one: int, other: int) -> Link | None:
        pair = (min(one, other), max(one, other))
        if pair not in links:
            links[pair] = compared(*pair)
        return links[pair]

    return look


def _compared(
    said: Sequence[Said], told: Sequence[Telling], rarity: Mapping[str, float], memory: Memory
) -> Compare:
    """What two tellings have in common: as it is known from the last build, or by comparing them."""
    words = list(_words(said))

    @cache
    def made_of(index: int) -> str:
        return f"{words[index]} {_rarities(told[index], rarity)}"

    def link(first: int, second: int) -> Link | None:
        one, other = told[first], told[second]
        who = (one.named, other.named, bool(one.person), bool(other.person), one.person == other.person)
        name = f"{COMPARED}{one.source}#{one.ident} {other.source}#{other.ident}"
        parts = (repr(who), made_of(first), made_of(second))
        found = memory.recall(name, parts, lambda: _plain_link(compare(one, other, rarity)))
        return Link(found[0], found[1], tuple((a, b) for a, b in found[2])) if found else None

    return link


def _rarities(one: Telling, rarity: Mapping[str, float]) -> str:
    """How rare the words of a telling are; of what was not voiced it is never asked."""
    return repr([rarity[stem] for stem in one.reading.stems]) if one.voiced and one.person else ""


def _plain_link(link: Link | None) -> list[Any]:
    return [link.relation, link.score, [list(two) for two in link.sentences]] if link else []


def _order(told: Sequence[Telling]) -> list[int]:
    """The rank of each telling: by publication, then the fullest, then as the sources stand."""
    ranked = sorted(
        range(len(told)),
        key=lambda index: (told[index].day or 10**7, -len(told[index].reading.tokens), index),
    )
    places = [0] * len(told)
    for place, index in enumerate(ranked):
        places[index] = place
    return places


def _plain(groups: Sequence[Group], said: Sequence[Said], order: Sequence[int], look: Compare) -> list[Any]:
    ranked = [sorted(group.members.values(), key=lambda index: order[index]) for group in groups]
    ranked.sort(key=lambda members: (-len(members), order[members[0]], [order[index] for index in members]))
    taken: set[str] = set()
    return [
        [_ident(said[members[0]].statement.id, taken), _wordings(members, said, look)] for members in ranked
    ]


def _ident(statement: str, taken: set[str]) -> str:
    """The first wording's id, with a number where another one has it."""
    base = ident = f"same-{statement}"
    number = 1
    while ident in taken:
        number += 1
        ident = f"{base}-{number}"
    taken.add(ident)
    return ident


def _wordings(members: Sequence[int], said: Sequence[Said], look: Compare) -> list[Any]:
    words = said[members[0]].statement.words
    wordings: list[Any] = [[members[0], "same", [list(piece) for piece in unmarked(words)]]]
    for index in members[1:]:
        marks = [list(piece) for piece in marked(said[index].statement.words, words)]
        wordings.append([index, relation_to(members[0], index, look), marks])
    return wordings
