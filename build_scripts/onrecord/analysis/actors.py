"""The people and organisations a text names, and which places mean the same one."""

from dataclasses import dataclass, field
from itertools import islice

from onrecord.analysis.names import Name, compatible, fullest, gender_of_words, same_family
from onrecord.analysis.occurrences import Occurrence
from onrecord.analysis.parse import Parsed
from onrecord.analysis.roles import Role, role_core, roles_at

_MOST_NAMESAKES = 40
MOST_ROLES = 12
"""Of one actor; a text may be hostile."""


@dataclass(slots=True)
class Actor:
    """A person or organisation of one text, while the text is being read."""

    occurrences: list[Occurrence] = field(default_factory=list)
    forms: dict[Name, int] = field(default_factory=dict)
    """Each form of the name and how often it stands in the text, in order."""
    paragraphs: dict[int, int] = field(default_factory=dict)
    """Paragraph index to the first offset there."""
    gender: str = ""
    kind: str = "unknown"
    roles: list[Role] = field(default_factory=list)
    spoke: bool = False
    """A statement has been found to be theirs."""
    known: str = field(default="", compare=False)
    """`name`, once it was asked for; a long text names one person in thousands of forms."""

    @property
    def name(self) -> str:
        """The fullest form in the text, without title."""
        self.known = self.known or fullest(self.forms).full
        return self.known

    @property
    def is_single(self) -> bool:
        """Whether the text gives one word only: "Wismar"."""
        return all(len(form.words) == 1 and not form.title for form in self.forms)

    @property
    def is_person(self) -> bool:
        """Whether it can be a person."""
        return self.kind in ("person", "unknown")


def chain(parsed: Parsed, occurrences: list[Occurrence]) -> tuple[list[Actor], list[Actor | None]]:
    """The actors with their roles, and for each occurrence its actor (None for a title alone or a weak name).

    Names of two and more words come first (headlines last: there any word may be capitalised), and what they
    are called, as it can tell their gender; a family name alone then goes to one of those, see `_pick`.
    """
    found = _Index()
    owners: list[Actor | None] = [None] * len(occurrences)
    order = sorted(range(len(occurrences)), key=lambda i: occurrences[i].heading)
    for join, wanted in ((_join_full, True), (_join_short, False)):
        for i in order:
            words = occurrences[i].name.words
            if words and (len(words) > 1) == wanted:
                owners[i] = join(occurrences[i], found)
                _learn(parsed, occurrences[i], owners[i])
        for actor in found.actors:
            actor.occurrences.sort(key=lambda o: o.span)
    return found.actors, owners


def _learn(parsed: Parsed, occurrence: Occurrence, actor: Actor | None) -> None:
    """Adds what the text calls a person at one place."""
    if actor is None or not actor.is_person or len(actor.roles) >= MOST_ROLES:
        return
    for role in roles_at(parsed, occurrence):
        actor.roles.append(role)
        actor.gender = actor.gender or gender_of_words(role_core(role.words))


@dataclass(slots=True)
class _Index:
    """Actors by the keys under which another form of their name is looked for."""

    actors: list[Actor] = field(default_factory=list)
    by_key: dict[str, list[Actor]] = field(default_factory=dict)

    def new(self, occurrence: Occurrence, *keys: str) -> Actor:
        """An actor of its own, to be found under `keys`."""
        actor = Actor()
        self.actors.append(actor)
        for key in keys:
            self.by_key.setdefault(key, []).append(actor)
        return _add(actor, occurrence)

    def get(self, key: str) -> list[Actor]:
        """The first actors under a key: a bounded number, as a text may be hostile."""
        return self.by_key.get(key, [])[:_MOST_NAMESAKES]

    def relatives(self, family: str) -> list[Actor]:
        """Actors whose family name is a spelling of this one."""
        exact = self.get(family)
        if exact or len(family) < 7:
            return exact
        return [
            a
            for a in self.get("near:" + family[:3])
            if any(same_family(n.family, family) for n in islice(a.forms, 4))
        ]


def _join_full(occurrence: Occurrence, found: _Index) -> Actor:
    name = occurrence.name
    if name.kind in ("organisation", "place"):
        key = "full:" + " ".join(name.words).lower()
        alike = found.get(key)
        return _add(alike[0], occurrence) if alike else found.new(occurrence, key, "org:" + name.family)
    for actor in found.relatives(name.family):
        if actor.is_person and _may_be(name, actor):
            return _add(actor, occurrence)
    return found.new(occurrence, name.family, "near:" + name.family[:3], "given:" + name.given)


def _may_be(name: Name, actor: Actor) -> bool:
    if name.gender and actor.gender and name.gender != actor.gender:
        return False
    return all(compatible(name, form) for form in islice(actor.forms, 8))


def _join_short(occurrence: Occurrence, found: _Index) -> Actor | None:
    name = occurrence.name
    relatives = [actor for actor in found.relatives(name.family) if _may_be(name, actor)]
    candidates = relatives or found.get("given:" + name.family)
    if not candidates and not name.title:
        candidates = found.get("org:" + name.family)[:1]
    if candidates:
        return _add(_pick(occurrence, candidates), occurrence)
    return None if occurrence.weak else found.new(occurrence, name.family, "near:" + name.family[:3])


def _pick(occurrence: Occurrence, namesakes: list[Actor]) -> Actor:
    """Of namesakes: the only one the paragraph has named so far, else the one named most."""
    at = occurrence.span[0]
    here = [a for a in namesakes if a.paragraphs.get(occurrence.paragraph, at) < at]
    before = [a for a in namesakes if a.occurrences[0].span[0] < at]
    if len(here) == 1:
        return here[0]
    return max(here or before or namesakes, key=lambda a: (len(a.occurrences), -a.occurrences[0].span[0]))


def _add(actor: Actor, occurrence: Occurrence) -> Actor:
    name, at = occurrence.name, occurrence.span[0]
    actor.known = ""
    actor.forms[name] = actor.forms.get(name, 0) + 1
    actor.occurrences.append(occurrence)
    actor.paragraphs[occurrence.paragraph] = min(at, actor.paragraphs.get(occurrence.paragraph, at))
    actor.gender = actor.gender or name.gender
    if actor.kind == "unknown" or (actor.kind == "place" and name.kind == "person"):
        actor.kind = name.kind
    return actor
