"""Whom words of the sources name: what others say of a person, and who is only spoken of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from onrecord.across import people_read
from onrecord.across.memory import Memory, digest, prints
from onrecord.across.names import Form, same_family, same_given
from onrecord.across.people_join import Cluster
from onrecord.across.people_lone import bearers, candidates, written
from onrecord.across.people_texts import Text, named_by, names_in
from onrecord.across.people_units import Joined
from onrecord.briefing import Entry, Said

LEAST_SOURCES = 2
"""In how many sources somebody who never speaks must be named in full to be listed."""
MOST_SILENT = 200
"""How many people who never speak are listed, the most named first."""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the words of the sources name."""

    about: Mapping[Cluster, list[Said]]
    """Who is named in statements by others, with these."""
    silent: Sequence[Cluster]
    """Who never speaks and is listed, the most named first."""


@dataclass(frozen=True, slots=True)
class Naming:
    """All that tells whom words of a source name."""

    entries: Sequence[Entry]
    joined: Joined
    texts: Mapping[str, Text]
    """Source name → the names of its whole text."""
    shown: Mapping[str, Text]
    """Source name → the names of what is published of it."""
    seen: dict[tuple[str, str], Cluster | None] = field(default_factory=dict)
    """(Source, name without title) → who it is."""
    everybody: dict[Form, list[Cluster]] = field(default_factory=dict)
    """Form → its `bearers`, in whatever source it stands."""

    def clusters(self, runs: Iterable[str], source: str) -> tuple[Cluster, ...]:
        """Who is named in full, or by a family name that is one person's in this source. `runs`: see `runs_in`."""
        found: dict[Cluster, None] = {}
        for name in map(named_by, runs):
            key = (source, name.form.bare)
            if key not in self.seen:
                self.seen[key] = self._whose(name.form, source)
            one = self.seen[key]
            if one is not None:
                found[one] = None
        return tuple(found)

    def _whose(self, form: Form, source: str) -> Cluster | None:
        if form.full and form.bare in self.joined.home:
            return self.joined.home[form.bare]
        if form not in self.everybody:
            self.everybody[form] = bearers(form, self.joined.families)
        everybody = self.everybody[form]
        if form.full:
            meant = [one for one in everybody if _bears(one, form)]
        else:
            text = self.texts[source]
            meant = [one for one in everybody if source in one.sources or written(one, text)]
        return meant[0] if len(meant) == 1 else None


def named(
    naming: Naming, every: Sequence[Said], spoken: Mapping[Cluster, Iterable[Said]], memory: Memory
) -> Named:
    """Who is named. `every`: all statements; `spoken`: who says which.

    Remembered while names are joined as they were: a role that was corrected names nobody else.
    """
    clusters = list(dict.fromkeys(naming.joined.home.values()))
    numbers = {one: number for number, one in enumerate(clusters)}
    prints_of = {one: _print(one) for one in clusters}
    home = repr([(unit, numbers[one]) for unit, one in naming.joined.home.items()])
    joined_as = digest((*prints_of.values(), repr([sorted(one.sources) for one in clusters]), home))
    speaking = {id(said.statement): numbers[one] for one, group in spoken.items() for said in group}
    speakers = [speaking.get(id(said.statement)) for said in every]

    def work() -> list[Any]:
        groups = [
            [[numbers[naming.joined.home[unit]] for unit in group] for group in found]
            for found in _who_in(naming, prints_of, memory)
        ]
        about, annotated = _about(naming.entries, groups, speakers)
        silent = (
            one for one in _silent(naming, {clusters[number] for number in annotated}) if one not in spoken
        )
        return [[[number, places] for number, places in about.items()], [numbers[one] for one in silent]]

    read = [prints(entry, memory) for entry in naming.entries]
    made_of = (text for one in read for text in (one.text, one.named))
    about, silent = memory.recall(people_read.NAMED, (joined_as, repr(speakers), *made_of), work)
    return Named(
        {clusters[number]: [every[place] for place in places] for number, places in about},
        [clusters[number] for number in silent[:MOST_SILENT]],
    )


def _who_in(
    naming: Naming, prints_of: Mapping[Cluster, str], memory: Memory
) -> Iterator[Sequence[Sequence[str]]]:
    """Of each source, who is named in each statement, then in each event: one unit of each.

    Found again while nobody else may bear the family names that the source gives, and the same people speak in it.
    """
    results = memory.results(people_read.WHO_IN)
    bearing = _Bearing(naming.joined.families, prints_of)
    for entry in naming.entries:
        read = prints(entry, memory)
        words = (read.text, read.named)
        families = results.recall((*words, ""), partial(_families, entry, memory))
        made_of = (*words, read.speakers, *[bearing[family] for family in families])
        yield results.recall(made_of, partial(_units_in, naming, entry, memory))
    results.leave()


class _Bearing(dict[str, str]):
    """Family name → what stands for all who may bear it."""

    def __init__(self, families: Mapping[str, list[Cluster]], prints_of: Mapping[Cluster, str]) -> None:
        self._families, self._prints_of = families, prints_of

    def __missing__(self, family: str) -> str:
        found = [self._prints_of[one] for one in candidates(family, self._families)]
        self[family] = digest(found) if found else ""
        return self[family]


def _families(entry: Entry, memory: Memory) -> list[str]:
    """The family names in the words of a source's statements and events."""
    names = (named_by(run) for group in people_read.runs(entry, memory) for run in group)
    return sorted({name.form.family for name in names})


def _units_in(naming: Naming, entry: Entry, memory: Memory) -> list[list[str]]:
    home = naming.joined.home
    groups = (naming.clusters(runs, entry.source.name) for runs in people_read.runs(entry, memory))
    return [[min(unit for unit in one.units if home[unit] is one) for one in group] for group in groups]


def _print(one: Cluster) -> str:
    """What stands for all of a cluster that tells whose a name is, but for the sources in which it speaks."""
    forms = [(form.key, form.bare, form.family, form.suffix) for form in one.forms]
    return repr((sorted(one.units), forms, one.known, sorted(one.apart)))


def _bears(one: Cluster, form: Form) -> bool:
    """Whether a full name can only be read as one of the cluster's."""
    return form.key not in one.apart and all(
        same_given(own, form) is not None and same_family(own.family, form.family, own.given[0]) is not None
        for own in one.forms
        if own.full
    )


def titles(words: str, one: Cluster) -> list[str]:
    """The titles before the full names of a cluster in words, each once."""
    found = (name for name in names_in(words) if name.title and name.form.bare in one.units)
    return list(dict.fromkeys(name.title for name in found))


def _about(
    entries: Iterable[Entry], groups: Iterable[Sequence[Sequence[int]]], speakers: Sequence[int | None]
) -> tuple[dict[int, list[int]], set[int]]:
    """Who is named → the places of statements by others that name them; and everybody named in these or an event."""
    about: dict[int, list[int]] = defaultdict(list)
    annotated: set[int] = set()
    place = 0
    for entry, found in zip(entries, groups, strict=True):
        said = len(entry.annotations.statements)
        for group in found[:said]:
            for one in group:
                if one != speakers[place]:
                    about[one].append(place)
            place += 1
        annotated.update(*found[said:])
    return about, annotated | about.keys()


def _silent(naming: Naming, annotated: Set[Cluster]) -> list[Cluster]:
    """Of those who are `annotated`, who is named in full in several texts as shown, and in one with a title.

    Most sources first; those who speak are among them.
    """
    home = naming.joined.home
    sources: Counter[Cluster] = Counter()
    titled: set[Cluster] = set()
    for text in naming.shown.values():
        full = [name for name in text.in_full if name.bare in home]
        sources.update({home[name.bare] for name in full} & annotated)
        titled.update(home[name.bare] for name in full if name.titled)
    listed = [one for one, count in sources.items() if count >= LEAST_SOURCES and one in titled]
    return sorted(listed, key=lambda one: (-sources[one], min(one.units)))
