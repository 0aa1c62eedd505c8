"""The same statement in different sources: the same words, cut-down parts, and paraphrases."""

from collections.abc import Mapping, Sequence

from onrecord.across.same_compare import Link, compare
from onrecord.across.same_groups import Compare, Group, grouped, relation_to
from onrecord.across.same_marks import marked, unmarked
from onrecord.across.same_pairs import Pair, candidates, rarities
from onrecord.across.same_reading import Telling, tellings
from onrecord.briefing import Entry, Person, Said, Shared, Wording


def shared(entries: Sequence[Entry], people: Sequence[Person]) -> tuple[Shared, ...]:
    """The statements that several sources give, most sources first; the same for any order of the entries.

    One speaker each: a person of `people`, with what sources give word for word but leave to nobody.
    """
    ordered = sorted(entries, key=lambda entry: (entry.source.published or "9999", entry.source.name))
    persons = {(one.entry.source.name, one.statement.id): who.slug for who in people for one in who.said}
    told = [telling for entry in ordered for telling in tellings(entry, persons)]
    said = [Said(entry, one) for entry in ordered for one in entry.annotations.statements]
    rarity = rarities(told)
    look = _looking(told, rarity)
    order = _order(told)
    links = {pair: link for pair in candidates(told, rarity) if (link := look(*pair))}
    groups = grouped(told, order, links, look)
    return _shared(groups, said, order, look)


def _looking(told: Sequence[Telling], rarity: Mapping[str, float]) -> Compare:
    """Compares two tellings once, whatever their order."""
    known: dict[Pair, Link | None] = {}

    def look(one: int, other: int) -> Link | None:
        pair = (min(one, other), max(one, other))
        if pair not in known:
            known[pair] = compare(told[pair[0]], told[pair[1]], rarity)
        return known[pair]

    return look


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


def _shared(
    groups: Sequence[Group], said: Sequence[Said], order: Sequence[int], look: Compare
) -> tuple[Shared, ...]:
    ranked = [sorted(group.members.values(), key=lambda index: order[index]) for group in groups]
    ranked.sort(key=lambda members: (-len(members), order[members[0]], [order[index] for index in members]))
    taken: set[str] = set()
    return tuple(
        Shared(_ident(said[members[0]].statement.id, taken), _wordings(members, said, look))
        for members in ranked
    )


def _ident(statement: str, taken: set[str]) -> str:
    """The first wording's id, with a number where another one has it."""
    base = ident = f"same-{statement}"
    number = 1
    while ident in taken:
        number += 1
        ident = f"{base}-{number}"
    taken.add(ident)
    return ident


def _wordings(members: Sequence[int], said: Sequence[Said], look: Compare) -> tuple[Wording, ...]:
    first = said[members[0]]
    wordings = [Wording(first, "same", unmarked(first.statement.words))]
    for index in members[1:]:
        pieces = marked(said[index].statement.words, first.statement.words)
        wordings.append(Wording(said[index], relation_to(members[0], index, look), pieces))
    return tuple(wordings)
