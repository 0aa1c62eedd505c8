"""Whom words of the sources name: what others say of a person, and who is only spoken of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.across.names import Form, same_family, same_given
from onrecord.across.people_join import Cluster
from onrecord.across.people_lone import bearers, written
from onrecord.across.people_texts import Text, is_titled, named_by, names_in, runs_in
from onrecord.across.people_units import Joined
from onrecord.briefing import Entry, Said

LEAST_SOURCES = 2
"""In how many sources somebody who never speaks must be named in full to be listed."""
MOST_SILENT = 200
"""How many people who never speak are listed, the most named first."""


Namings = list[tuple[Said, tuple[Cluster, ...]]]
"""Each statement with the clusters that its words name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds whom words of a source name, and remembers it."""

    joined: Joined
    texts: Mapping[str, Text]
    runs: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """Words → the names in them, of those that were read before; see `runs_in`."""
    seen: dict[tuple[str, str], Cluster | None] = field(default_factory=dict)
    """(Source, name without title) → who it is."""

    def clusters(self, words: str, source: str) -> tuple[Cluster, ...]:
        """Who is named in full, or by a family name that is one person's in this source."""
        found: dict[Cluster, None] = {}
        runs = self.runs.get(words)
        for name in map(named_by, runs_in(words) if runs is None else runs):
            key = (source, name.form.bare)
            if key not in self.seen:
                self.seen[key] = _whose(name.form, source, self.joined, self.texts[source])
            one = self.seen[key]
            if one is not None:
                found[one] = None
        return tuple(found)


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


def namings(entries: Iterable[Entry], naming: Naming) -> Namings:
    """Whom each statement of the entries names."""
    return [
        (Said(entry, statement), naming.clusters(statement.words, entry.source.name))
        for entry in entries
        for statement in entry.annotations.statements
    ]


def titles(words: str, one: Cluster) -> list[str]:
    """The titles before the full names of a cluster in words, each once."""
    found = (name for name in names_in(words) if name.title and name.form.bare in one.units)
    return list(dict.fromkeys(name.title for name in found))


def about(namings: Namings, home: Mapping[tuple[str, str], Cluster]) -> dict[Cluster, list[Said]]:
    """Cluster → the statements by others whose words name it. `home`: (source, statement id) → who says it."""
    found: dict[Cluster, list[Said]] = defaultdict(list)
    for said, clusters in namings:
        speaker = home.get((said.entry.source.name, said.statement.id))
        for one in clusters:
            if one is not speaker:
                found[one].append(said)
    return found


def silent(
    entries: Iterable[Entry], naming: Naming, texts: Mapping[str, Text], named_before: Iterable[Cluster]
) -> list[Cluster]:
    """Who is named in a statement (`named_before`) or event, and in full in several `texts`, once with a title.

    Most sources first; those who speak are among them.
    """
    annotated, home = set(named_before), naming.joined.home
    for entry in entries:
        for event in entry.annotations.events:
            annotated.update(naming.clusters(event.what, entry.source.name))
    sources: Counter[Cluster] = Counter()
    titled: set[Cluster] = set()
    for text in texts.values():
        full = [name for names in text.full.values() for name in names if name.form.bare in home]
        sources.update({home[name.form.bare] for name in full} & annotated)
        titled.update(home[name.form.bare] for name in full if is_titled(name.form.title))
    listed = [one for one, count in sources.items() if count >= LEAST_SOURCES and one in titled]
    return sorted(listed, key=lambda one: (-sources[one], min(one.units)))
