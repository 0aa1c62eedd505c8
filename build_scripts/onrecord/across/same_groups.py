"""Statements that are one, out of pairs that are: by sentence, around the first, so that nothing is chained.

A long quotation may hold two sentences that another source quotes apart: it then stands in two groups.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.across.same_compare import Link
from onrecord.across.same_pairs import Pair
from onrecord.across.same_reading import Telling
from onrecord.briefing import Relation

Node = tuple[int, int]
"""A telling's index and the number of a sentence in it."""
Rank = tuple[int, int, int]
"""What tellings are sorted by."""
Compare = Callable[[int, int], Link | None]
"""How two tellings, by index, stand to each other."""


@dataclass(slots=True)
class Group:
    """One statement with the tellings that give it."""

    members: dict[str, int]
    """Source → index of its telling."""
    close: set[int]
    """The members that are the same words as the hub, the hub included: what a paraphrase may be linked to."""
    nodes: set[Node] = field(default_factory=set)
    """The sentences it is about; empty for one of paraphrases only."""


def grouped(
    told: Sequence[Telling], order: Sequence[Rank], links: Mapping[Pair, Link], compare: Compare
) -> list[Group]:
    """The groups; `order` ranks the tellings: by publication, then the fullest first."""
    groups = []
    for nodes in _components(links):
        rest = sorted({index for index, _ in nodes}, key=order.__getitem__)
        while len({told[index].source for index in rest}) > 1:
            group, rest = _around_first(told, rest, nodes, compare)
            if len(group.members) > 1:
                groups.append(group)
    _add_loose(told, groups, links)
    return groups


def _components(links: Mapping[Pair, Link]) -> list[set[Node]]:
    """Sentences joined by links that are no paraphrases; of two sets of statements, one in the other, the larger."""
    homes: dict[Node, Node] = {}
    for (first, second), link in links.items():
        if link.relation != "paraphrase":
            for one, other in link.sentences:
                _join(homes, (first, one), (second, other))
    joined: dict[Node, set[Node]] = defaultdict(set)
    for node in homes:
        joined[_home(homes, node)].add(node)
    return _largest(joined.values())


def _home(homes: dict[Node, Node], node: Node) -> Node:
    homes.setdefault(node, node)
    while homes[node] != node:
        homes[node] = homes[homes[node]]
        node = homes[node]
    return node


def _join(homes: dict[Node, Node], one: Node, other: Node) -> None:
    first, second = sorted((_home(homes, one), _home(homes, other)))
    homes[second] = first


def _largest(components: Iterable[set[Node]]) -> list[set[Node]]:
    kept: list[set[Node]] = []
    holding: dict[int, list[int]] = defaultdict(list)
    for nodes in sorted(components, key=lambda nodes: (-len({index for index, _ in nodes}), min(nodes))):
        statements = {index for index, _ in nodes}
        near = holding[min(statements)]
        inside = next((n for n in near if statements <= {index for index, _ in kept[n]}), None)
        if inside is not None:
            kept[inside] |= nodes
            continue
        for index in statements:
            holding[index].append(len(kept))
        kept.append(set(nodes))
    return kept


def _around_first(
    told: Sequence[Telling], ranked: Sequence[int], nodes: set[Node], compare: Compare
) -> tuple[Group, list[int]]:
    """The first telling with all that are linked to it by themselves, one a source; and the others."""
    first = ranked[0]
    group = Group({told[first].source: first}, {first}, nodes)
    person = told[first].person if told[first].named else ""
    rest = []
    for index in ranked[1:]:
        one = told[index]
        if one.source == told[first].source:
            continue
        link = compare(first, index)
        if link is None or link.relation == "paraphrase" or (person and one.named and one.person != person):
            rest.append(index)
            continue
        person = person or (one.person if one.named else "")
        _take_fullest(told, group, index)
        if link.relation == "same":
            group.close.add(index)
    return group, rest


def _take_fullest(told: Sequence[Telling], group: Group, index: int) -> None:
    before = group.members.get(told[index].source)
    if before is None or told[before].size < told[index].size:
        group.members[told[index].source] = index


def _add_loose(told: Sequence[Telling], groups: list[Group], links: Mapping[Pair, Link]) -> None:
    """Paraphrases, the closest first: beside what they repeat, or two by themselves."""
    homes: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for index in sorted(group.close | set(group.members.values())):
            homes[index].append(number)
    loose = [(-link.score, pair) for pair, link in links.items() if link.relation == "paraphrase"]
    for _, (one, other) in sorted(loose):
        if not homes[one] and not homes[other]:
            group = Group({told[one].source: one, told[other].source: other}, {one, other})
            homes[one].append(len(groups))
            homes[other].append(len(groups))
            groups.append(group)
        elif not homes[one] or not homes[other]:
            new, old = (one, other) if homes[other] else (other, one)
            _attach(told, groups, homes, (new, old), links[(one, other)])


def _attach(
    told: Sequence[Telling], groups: Sequence[Group], homes: dict[int, list[int]], pair: Pair, link: Link
) -> None:
    """Puts the paraphrase `pair[0]` into the group in which `pair[1]` says that sentence."""
    new, old = pair
    sentence = link.sentences[0][0 if old < new else 1]
    for number in homes[old]:
        group = groups[number]
        about = not group.nodes or (old, sentence) in group.nodes
        if about and old in group.close and told[new].source not in group.members:
            group.members[told[new].source] = new
            homes[new].append(number)
            return


def relation_to(first: int, other: int, compare: Compare) -> Relation:
    """Of a member to the first in its group: what the two are by themselves, else loosely the same."""
    link = compare(first, other)
    return link.relation if link else "paraphrase"
