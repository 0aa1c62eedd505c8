"""The same statement in different sources: the same words, cut-down parts, and paraphrases."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from onrecord.across.memory import Memory, Results, prints
from onrecord.across.people_plain import voices
from onrecord.across.same_groups import Compare, Group, Rank, grouped, relation_to
from onrecord.across.same_known import compared, paired
from onrecord.across.same_marks import marked, unmarked
from onrecord.across.same_reading import SAID, Telling, print_of, tellings
from onrecord.briefing import Entry, Person, Said, Shared, Wording, by_statement


def shared(
    entries: Sequence[Entry], people: Sequence[Person], memory: Memory | None = None
) -> tuple[Shared, ...]:
    """The statements that several sources give, most sources first; the same for any order of the entries.

    One speaker each: a person of `people`, with what sources give word for word but leave to nobody.
    """
    memory = memory or Memory()
    ordered = sorted(entries, key=lambda entry: (entry.source.published or "9999", entry.source.name))
    read = [prints(entry, memory) for entry in ordered]
    made_of = [text for one in read for text in (one.words, one.speakers)]
    who = (voices(people, entries, memory), *(one.slug for one in people), "")
    found = memory.recall("same: found", (*who, *made_of), lambda: _found(ordered, people, memory))
    if memory.is_known("same: found"):
        memory.spare("same: ")
        memory.spare_sources(SAID)
    said = [(entry, one) for entry in ordered for one in entry.annotations.statements]
    return tuple(
        Shared(
            ident,
            tuple(Wording(Said(*said[index]), relation, pieces(marks)) for index, relation, marks in places),
        )
        for ident, places in found
    )


def pieces(marks: Iterable[Sequence[Any]]) -> tuple[tuple[bool, str], ...]:
    """The pieces of a wording, from plain lists."""
    return tuple((bool(differs), str(words)) for differs, words in marks)


def _found(entries: Sequence[Entry], people: Sequence[Person], memory: Memory) -> list[Any]:
    """[id, [[statement, relation, pieces], …]] of each, as plain values; statements by their place in all."""
    persons = by_statement(people)
    printed = {entry.source.name: print_of(entry, memory) for entry in entries}
    told = [one for entry in entries for one in tellings(entry, persons, printed[entry.source.name], memory)]
    results = memory.results("same: compared")
    pairs, rarity = paired(told, printed, results, memory)
    look = compared(told, rarity, results)
    links = {pair: link for pair in pairs if (link := look(*pair))}
    order = _order(told)
    found = _plain(grouped(told, order, links, look), told, order, look, results)
    results.leave()
    return found


def _order(told: Sequence[Telling]) -> list[Rank]:
    """The rank of each telling: by publication, then the fullest, then as the sources stand."""
    return [(one.day or 10**7, -one.size, index) for index, one in enumerate(told)]


def _plain(
    groups: Sequence[Group], told: Sequence[Telling], order: Sequence[Rank], look: Compare, results: Results
) -> list[Any]:
    ranked = [sorted(group.members.values(), key=order.__getitem__) for group in groups]
    ranked.sort(key=lambda members: (-len(members), [order[index] for index in members]))
    taken: set[str] = set()
    return [
        [_ident(told[members[0]].ident, taken), _wordings(members, told, look, results)] for members in ranked
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


def _wordings(members: Sequence[int], told: Sequence[Telling], look: Compare, results: Results) -> list[Any]:
    words = told[members[0]].words
    wordings: list[Any] = [[members[0], "same", [list(piece) for piece in unmarked(words)]]]
    for index in members[1:]:
        texts = told[index].words, words
        marks = results.recall((f"{texts!r}",), partial(_marked, *texts))
        wordings.append([index, relation_to(members[0], index, look), marks])
    return wordings


def _marked(words: str, first: str) -> list[list[Any]]:
    return [list(piece) for piece in marked(words, first)]
