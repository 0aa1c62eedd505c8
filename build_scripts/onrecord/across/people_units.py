"""From names to clusters: every form in use gets a unit, every unit a cluster, and every join its reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.across.names import Form, key_of, read_form, without_the
from onrecord.across.people_join import Cluster, by_family, join_full, relation
from onrecord.across.people_lone import Lone, choose
from onrecord.across.people_texts import Text, role_heads
from onrecord.briefing import Said
from onrecord.model import KnownPerson, Settings

BY_HAND = "sources/briefing.yml says so"


@dataclass(frozen=True, slots=True)
class Joined:
    """Who is who."""

    home: Mapping[str, Cluster]
    """Unit → cluster."""
    because: Mapping[str, str]
    """Unit → why it was joined, for names alone and abbreviations."""
    families: Mapping[str, list[Cluster]]
    """See `by_family`."""


def unit_of(name: str, source: str) -> str:
    """The unit of a form: full names and organisations are one everywhere, others are one in a source."""
    unit, everywhere = _unit(name)
    return unit if everywhere else f"{unit} @{source}"


@lru_cache(maxsize=1 << 15)
def _unit(name: str) -> tuple[str, bool]:
    """The unit, and whether it is one everywhere."""
    form = read_form(name)
    if form.lone or (not form.family and without_the(name)[:1].islower()):
        return form.key, False
    return form.bare if form.full else form.key, True


def join(said: Sequence[Said], texts: Mapping[str, Text], settings: Settings) -> Joined:
    """Joins the forms of all speakers, and of the people whom texts surely name in full."""
    clusters = _known(settings)
    forced = {form.key: one for one in clusters for form in one.forms}
    home: dict[str, Cluster] = {unit: one for one in clusters for unit in one.units}
    lone: dict[str, Lone] = {}
    for unit, form, source, role in _used(said, texts):
        if form.key in forced:
            home[unit] = forced[form.key]
        elif form.lone:
            before = lone[unit].roles if unit in lone else frozenset()
            lone[unit] = Lone(form, source, before | role)
        cluster = home.get(unit) or (None if unit in lone else home.setdefault(unit, Cluster()))
        if cluster is not None:
            _note(cluster, unit, form, source, role)
    full = [one for one in dict.fromkeys(home.values()) if any(form.full for form in one.forms)]
    merged = join_full(full)
    home |= {unit: one for one in merged for unit in one.units}
    families = by_family(merged)
    because = _place_lone(lone, home, families, texts)
    because |= _abbreviations(home, texts)
    return Joined(home, because, families)


def _known(settings: Settings) -> list[Cluster]:
    """One cluster for each person of sources/briefing.yml, whether in use or not."""
    clusters = []
    for number, person in enumerate(settings.people):
        forms = [read_form(name) for name in (person.name, *person.aliases)]
        units = {form.bare if form.full else form.key for form in forms if not form.lone}
        apart = frozenset(key_of(name) for name in person.apart)
        clusters.append(Cluster(units, forms, known=number, apart=apart))
    return clusters


def _used(said: Iterable[Said], texts: Mapping[str, Text]) -> Iterator[tuple[str, Form, str, frozenset[str]]]:
    """Each form in use: (unit, form, the source where it speaks or "", role nouns)."""
    for item in said:
        speaker, source = item.statement.speaker, item.entry.source.name
        name = speaker.name or ""
        form = read_form(name)
        titles = texts[source].titles.get(form.family, frozenset()) if form.lone else frozenset()
        yield unit_of(name, source), form, source, role_heads(speaker.role) | titles
    for text in texts.values():
        for full in text.in_full:
            if full.sure:
                yield full.bare, read_form(full.words), "", role_heads(full.title)


def _note(cluster: Cluster, unit: str, form: Form, source: str, role: frozenset[str]) -> None:
    cluster.units.add(unit)
    cluster.roles |= role
    if form not in cluster.forms:
        cluster.forms.append(form)
    if form.full and source:
        cluster.sources.add(source)


def _place_lone(
    lone: Mapping[str, Lone],
    home: dict[str, Cluster],
    families: Mapping[str, list[Cluster]],
    texts: Mapping[str, Text],
) -> dict[str, str]:
    """Gives every name alone its cluster; those with the same name and no rivals are one. Returns the reasons."""
    because: dict[str, str] = {}
    unclaimed: dict[str, Cluster] = {}
    for unit, one in lone.items():
        choice = choose(one, families, texts[one.source])
        if choice.cluster is not None:
            home[unit], because[unit] = choice.cluster, choice.because
        elif choice.rivals:
            home[unit] = Cluster({unit}, [one.form])
        else:
            known = home.get(one.form.key)
            home[unit] = known or unclaimed.setdefault(one.form.key, Cluster(set(), [one.form]))
        home[unit].units.add(unit)
    return because


def _abbreviations(home: dict[str, Cluster], texts: Mapping[str, Text]) -> dict[str, str]:
    """Joins "UN" to "United Nations" where a text explains it and none explains it otherwise. Returns the reasons."""
    meanings: dict[str, dict[str, str]] = defaultdict(dict)
    for source, text in sorted(texts.items()):
        for short, long in text.defined.items():
            meanings[short].setdefault(long, source)
    because: dict[str, str] = {}
    for short, longs in sorted(meanings.items()):
        long, source = next(iter(longs.items()))
        if len(longs) > 1 or short not in home or long not in home or home[short].known is not None:
            continue
        if home[short] is not home[long]:
            because[short] = f"the abbreviation that {source} explains"
            home[long].take(home[short])
            home[short] = home[long]
    return because


def reason(name: str, canonical: str, cluster: Cluster, known: KnownPerson | None) -> str:
    """Why a form is taken for the person called `canonical`; for names alone see `Joined.because`."""
    one, other = read_form(name), read_form(canonical)
    if known and one.key in {key_of(alias) for alias in known.aliases}:
        return BY_HAND
    if one.full and other.full and one.bare != other.bare:
        forms = [other, *(form for form in cluster.forms if form.full and form.bare != one.bare)]
        found = next((told for form in forms if (told := relation(one, form))), None)
        return (found[1] if found else BY_HAND) or "the same first and last name"
    if one.title != other.title:
        return "the same name with a title"
    return "the same name, but for accents, capitals and marks"
