"""Whom words of the sources name: what others say of a person, and who is only spoken of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.across.names import Form, same_family, same_given
from onrecord.across.people_join import Cluster
from onrecord.across.people_lone import bearers, written
from onrecord.across.people_texts import Named, Text, is_titled, names_in
from onrecord.across.people_units import Joined
from onrecord.briefing import Entry, Said

LEAST_SOURCES = 2
"""In how many sources somebody who never speaks must be named in full to be listed."""
MOST_SILENT = 200
"""How many people who never speak are listed, the most named first."""


def named(words: str, source: str, joined: Joined, text: Text) -> Iterator[tuple[Cluster, Named]]:
    """Each cluster that `words` name in full, or by a family name that is one person's in this source."""
    for name in names_in(words):
        cluster = _whose(name, source, joined, text)
        if cluster is not None:
            yield cluster, name


def _whose(name: Named, source: str, joined: Joined, text: Text) -> Cluster | None:
    form = name.form
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
        same_given(own, form) is not None and same_family(own.family, form.family, True) is not None
        for own in one.forms
        if own.full
    )


def namings(
    entries: Sequence[Entry], texts: Mapping[str, Text], joined: Joined
) -> list[tuple[Said, tuple[Cluster, ...]]]:
    """Each statement with the clusters that its words name."""
    return [
        (Said(entry, statement), _clusters(statement.words, entry, texts, joined))
        for entry in entries
        for statement in entry.annotations.statements
    ]


def _clusters(words: str, entry: Entry, texts: Mapping[str, Text], joined: Joined) -> tuple[Cluster, ...]:
    source = entry.source.name
    return tuple(dict.fromkeys(one for one, _ in named(words, source, joined, texts[source])))


def about(
    namings: Iterable[tuple[Said, tuple[Cluster, ...]]], home: Mapping[tuple[str, str], Cluster]
) -> dict[Cluster, list[Said]]:
    """Cluster → the statements by others whose words name it. `home`: (source, statement id) → who says it."""
    found: dict[Cluster, list[Said]] = defaultdict(list)
    for said, clusters in namings:
        speaker = home.get((said.entry.source.name, said.statement.id))
        for one in clusters:
            if one is not speaker:
                found[one].append(said)
    return found


def silent(
    entries: Sequence[Entry],
    texts: Mapping[str, Text],
    joined: Joined,
    named_before: Iterable[Cluster],
) -> list[Cluster]:
    """Who is named in a statement (`named_before`) or event, and in full in several sources, once with a title.

    Most sources first; whoever speaks, too, is left to the caller.
    """
    annotated = set(named_before)
    for entry in entries:
        for event in entry.annotations.events:
            annotated.update(_clusters(event.what, entry, texts, joined))
    sources: Counter[Cluster] = Counter()
    titled: set[Cluster] = set()
    for text in texts.values():
        full = [name for names in text.full.values() for name in names if name.form.bare in joined.home]
        sources.update({joined.home[name.form.bare] for name in full} & annotated)
        titled.update(joined.home[name.form.bare] for name in full if is_titled(name.form.title))
    listed = [one for one, count in sources.items() if count >= LEAST_SOURCES and one in titled]
    return sorted(listed, key=lambda one: (-sources[one], min(one.units)))
