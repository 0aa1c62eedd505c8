"""Whom words of the sources name: what others say of a person, and who is only spoken of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.across import people_read
from onrecord.across.memory import Memory, prints
from onrecord.across.names import Form, same_family, same_given
from onrecord.across.people_join import Cluster
from onrecord.across.people_lone import bearers, written
from onrecord.across.people_texts import Text, is_titled, named_by, names_in
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

    def clusters(self, runs: Iterable[str], source: str) -> tuple[Cluster, ...]:
        """Who is named in full, or by a family name that is one person's in this source. `runs`: see `runs_in`."""
        found: dict[Cluster, None] = {}
        for name in map(named_by, runs):
            key = (source, name.form.bare)
            if key not in self.seen:
                self.seen[key] = _whose(name.form, source, self.joined, self.texts[source])
            one = self.seen[key]
            if one is not None:
                found[one] = None
        return tuple(found)


def named(
    naming: Naming, every: Sequence[Said], spoken: Mapping[Cluster, Iterable[Said]], memory: Memory
) -> Named:
    """Who is named. `every`: all statements; `spoken`: who says which.

    Remembered while names are joined as they were: a role that was corrected names nobody else.
    """
    clusters = list(dict.fromkeys(naming.joined.home.values()))
    numbers = {one: number for number, one in enumerate(clusters)}
    speakers = {id(said.statement): one for one, group in spoken.items() for said in group}

    def work() -> list[Any]:
        runs = people_read.runs(naming.entries, memory)
        about = _about(naming, every, runs, speakers)
        places = {id(said.statement): place for place, said in enumerate(every)}
        silent = [one for one in _silent(naming, runs, about) if one not in spoken][:MOST_SILENT]
        plain = [
            [numbers[one], [places[id(said.statement)] for said in group]] for one, group in about.items()
        ]
        return [plain, [numbers[one] for one in silent]]

    read = [prints(entry, memory) for entry in naming.entries]
    made_of = [
        *(text for one in read for text in (one.text, one.words, one.told)),
        repr([_in_order(one) for one in clusters]),
        repr([(unit, numbers[one]) for unit, one in naming.joined.home.items()]),
        repr(
            [
                numbers[speakers[id(said.statement)]] if id(said.statement) in speakers else None
                for said in every
            ]
        ),
    ]
    about, silent = memory.recall(people_read.NAMED, made_of, work)
    return Named(
        {clusters[number]: [every[place] for place in group] for number, group in about},
        [clusters[number] for number in silent],
    )


def _in_order(one: Cluster) -> tuple[object, ...]:
    """All of a cluster that tells whose a name is."""
    return sorted(one.units), one.forms, sorted(one.sources), one.known, sorted(one.apart)


def _whose(form: Form, source: str, joined: Joined, text: Text) -> Cluster | None:
    if form.full and form.bare in joined.home:
        return joined.home[form.bare]
    everybody = bearers(form, joined.families)
    if form.full:
        meant = [one for one in everybody if _bears(one, form)]
    else:
        meant = [one for one in everybody if source in one.sources or written(one, text)]
    return meant[0] if len(meant) == 1 else None


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
    naming: Naming, every: Iterable[Said], runs: Mapping[str, Iterable[str]], speakers: Mapping[int, Cluster]
) -> dict[Cluster, list[Said]]:
    """Cluster → the statements by others whose words name it. `speakers`: a statement's identity → who says it."""
    found: dict[Cluster, list[Said]] = defaultdict(list)
    for said in every:
        speaker = speakers.get(id(said.statement))
        for one in naming.clusters(runs[said.statement.words], said.entry.source.name):
            if one is not speaker:
                found[one].append(said)
    return found


def _silent(
    naming: Naming, runs: Mapping[str, Iterable[str]], named_before: Iterable[Cluster]
) -> list[Cluster]:
    """Who is named in a statement (`named_before`) or event, and in full in several shown texts, once with a title.

    Most sources first; those who speak are among them.
    """
    annotated, home = set(named_before), naming.joined.home
    for entry in naming.entries:
        for event in entry.annotations.events:
            annotated.update(naming.clusters(runs[event.what], entry.source.name))
    sources: Counter[Cluster] = Counter()
    titled: set[Cluster] = set()
    for text in naming.shown.values():
        full = [name for names in text.full.values() for name in names if name.form.bare in home]
        sources.update({home[name.form.bare] for name in full} & annotated)
        titled.update(home[name.form.bare] for name in full if is_titled(name.form.title))
    listed = [one for one, count in sources.items() if count >= LEAST_SOURCES and one in titled]
    return sorted(listed, key=lambda one: (-sources[one], min(one.units)))
