"""Who is meant by "she", "they", "the spokesman": weights of what was named before, nearest and foremost first."""

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.analysis.actors import Actor
from onrecord.analysis.names import bare, gender_of_words
from onrecord.analysis.roles import Role, head_of, keys_of, senses_of
from onrecord.languages.en.organisations import EXCLUSIVE
from onrecord.languages.en.people import POINTING
from onrecord.languages.en.roles import GROUP_HEADS, ROLE_SENSES, VAGUE_HEADS
from onrecord.model import Statement

FADE = 0.6
"""By how much a mention counts less for each sentence it lies back."""
LEAD = 1.12
"""By how much the best candidate must outweigh the next."""
SPOKE = 0.35
"""What having spoken last adds."""
REST = 0.1
"""What all mentions together add to the best one."""
UNKNOWN_KIND = 0.7
UNKNOWN_GENDER = 0.8
FARTHEST = 8
"""Sentences beyond which a pronoun finds nobody."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place that means an actor, as far as the text has been read."""

    actor: Actor
    at: int
    sentence: int
    weight: float


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that is no name: "the UN chief"."""

    words: str
    head: str
    """The role noun in lower case, "" for a thing or group."""
    definite: bool
    vague: bool
    """Can point back at whoever is spoken of."""
    senses: frozenset[str]
    keys: frozenset[str]
    gender: str


@dataclass(frozen=True, slots=True)
class Found:
    """Who is meant by a mention."""

    name: str | None
    """None where nobody can be told."""
    actor: Actor | None = None
    because: str = ""
    """How it was found, in words a person understands."""
    plural: bool = False
    told: Description | None = None
    """The description, where it stands for an unnamed speaker."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """The last statement read, and who said it."""

    found: Found
    sentence: int
    """Where it ends."""
    statement: Statement


@dataclass(slots=True)
class Memory:
    """What a reader remembers at one place of the text."""

    named: deque[Named] = field(default_factory=lambda: deque(maxlen=40))
    spoke: Spoke | None = None


Barred = Callable[[Named], bool]
"""Whether a place that names somebody cannot be what is meant."""


def by_pronoun(memory: Memory, gender: str, sentence: int, barred: Barred) -> list[Actor]:
    """Whom "he" (m), "she" (f) or "it" (n) can mean: the one who clearly outweighs the rest, else the best two."""
    weights = _weights(memory, gender, sentence, barred)
    ranked = sorted(weights.values(), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < FADE**FARTHEST:
        return []
    if len(ranked) > 1 and ranked[0][0] < LEAD * ranked[1][0]:
        return [ranked[0][1], ranked[1][1]]
    return [ranked[0][1]]


def _weights(memory: Memory, gender: str, sentence: int, barred: Barred) -> dict[int, tuple[float, Actor]]:
    """By id: the weight of each person who fits. The best mention counts, the rest a little."""
    best: dict[int, float] = {}
    total: dict[int, float] = {}
    actors: dict[int, Actor] = {}
    for named in memory.named:
        if not _fit(named.actor, gender) or barred(named):
            continue
        key, weight = id(named.actor), named.weight * FADE ** max(0, sentence - named.sentence)
        actors[key] = named.actor
        best[key] = max(best.get(key, 0.0), weight)
        total[key] = total.get(key, 0.0) + weight
    spoke = memory.spoke
    if spoke and spoke.found.actor and id(spoke.found.actor) in actors:
        best[id(spoke.found.actor)] += SPOKE * FADE ** max(0, sentence - spoke.sentence)
    return {k: ((best[k] + REST * total[k]) * _fit(actor, gender), actor) for k, actor in actors.items()}


def _fit(actor: Actor, gender: str) -> float:
    """How well an actor fits a pronoun: 0 not at all, 1 surely."""
    if gender == "n":
        return {"organisation": 1.0, "unknown": 0.6, "place": 0.5}.get(actor.kind, 0.0)
    if not actor.is_person or (gender and actor.gender and actor.gender != gender):
        return 0.0
    if actor.kind == "unknown" and not (actor.spoke or actor.roles) and actor.is_single:
        return 0.0
    sure = 1.0 if actor.kind == "person" else UNKNOWN_KIND
    return sure * (1.0 if actor.gender or not gender else UNKNOWN_GENDER)


def read_description(words: str) -> Description:
    """Parts a description into what can be compared with roles."""
    parts = words.partition(",")[0].split()
    first = bare(parts[0]) if parts else ""
    head = head_of(parts)
    if head in GROUP_HEADS and head not in ROLE_SENSES:
        head = ""
    aged = not head and bool(parts) and parts[-1].endswith("-old")
    head = "person" if aged else head
    senses = ROLE_SENSES.get(head, frozenset()) | ROLE_SENSES.get(head.rpartition("-")[2], frozenset())
    definite = first in POINTING or first.endswith(("'s", "'"))
    vague = aged or head in VAGUE_HEADS
    return Description(words, head, definite, vague, senses, keys_of(words), gender_of_words((head,)))


@dataclass(frozen=True, slots=True)
class Bearers:
    """The persons of whom a role is told."""

    by_sense: Mapping[str, Sequence[Actor]]
    """By each kind of person that their roles name."""
    by_key: Mapping[str, Sequence[Actor]]
    """By each word that tells their roles from others."""


def bearers_of(actors: Iterable[Actor]) -> Bearers:
    """Those of the actors that have a role, ready to be looked up."""
    by_sense: dict[str, list[Actor]] = {}
    by_key: dict[str, list[Actor]] = {}
    for actor in actors:
        for table, read in ((by_sense, senses_of), (by_key, keys_of)):
            for one in frozenset[str]().union(*(read(role.words) for role in actor.roles)):
                table.setdefault(one, []).append(actor)
    return Bearers(by_sense, by_key)


def by_description(memory: Memory, told: Description, bearers: Bearers, sentence: int) -> Actor | None:
    """The person of whom such a role was told before (or, only once in the text, will be).

    Of those told of first that nobody left can outweigh; a long text has thousands of spokesmen.
    """
    weights = _weights(memory, told.gender, sentence, lambda _: False)
    best = second = -1.0
    found: Actor | None = None
    for most, actor in _likeliest_first(told, [actor for _, actor in weights.values()], bearers):
        if best > most or second >= most:
            break
        worth = _shared(told, actor) + min(weights[id(actor)][0] if id(actor) in weights else 0.0, 1.5)
        if worth > best:
            best, second, found = worth, best, actor
        else:
            second = max(worth, second)
    return found if best > second else None


def _likeliest_first(
    told: Description, near: Iterable[Actor], bearers: Bearers
) -> Iterator[tuple[float, Actor]]:
    """Each person that fits, with what neither they nor any behind them exceeds, but for those `near`, who lead."""
    by_key = sorted((bearers.by_key.get(key, ()) for key in told.keys), key=len)
    groups: list[tuple[float, Iterable[Actor]]] = [(math.inf, near)]
    groups += [(len(by_key) - at, actors) for at, actors in enumerate(by_key)]
    groups += [(0, bearers.by_sense.get(sense, ())) for sense in told.senses]
    seen: set[int] = set()
    for most, actors in groups:
        for actor in actors:
            if id(actor) not in seen and fits(told, actor) and not _named_by(told, actor):
                yield most, actor
            seen.add(id(actor))


def _named_by(told: Description, actor: Actor) -> bool:
    """Whether a description holds a word of somebody's name: it tells of another."""
    return any(bare(word) in told.keys for form in islice(actor.forms, 8) for word in form.words)


def _shared(told: Description, actor: Actor) -> int:
    """How many words that tell it from others a description shares with a role of somebody's."""
    return max(len(told.keys & keys_of(role.words)) for role in actor.roles)


def fits(told: Description, actor: Actor) -> bool:
    """Whether some role of a person is of the kind described, and the gender agrees."""
    if not actor.is_person or (told.gender and actor.gender and told.gender != actor.gender):
        return False
    return any(_matches(told, role) for role in actor.roles)


def _matches(told: Description, role: Role) -> bool:
    """Whether a role is of the kind described, and of no other country or party."""
    if not told.senses & senses_of(role.words):
        return False
    here, there = told.keys & EXCLUSIVE, keys_of(role.words) & EXCLUSIVE
    if here and there and not here & there:
        return False
    return role.worth > 0 or told.head == head_of(role.words.split())
