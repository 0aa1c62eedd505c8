"""Which forms of names are one person's: full names first, each step only where nobody else could be meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.across.names import Form, buckets, letters, misspelled, same_family, same_given, written_apart

SAME, SPELLING, INITIAL, EVIDENCE = range(4)
"""How strong a relation is: the same name; short or otherwise spelled; an initial; only beside evidence."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Forms that are one person's; grows while names are joined."""

    units: set[str] = field(default_factory=set)
    """See `people_units`."""
    forms: list[Form] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    """Role nouns that the sources give."""
    sources: set[str] = field(default_factory=set)
    """Where this person speaks under a full name."""
    known: int | None = None
    """Which of the people of sources/briefing.yml."""
    apart: frozenset[str] = frozenset()
    """Keys that this person never bears."""

    def take(self, other: "Cluster") -> None:
        """Makes another cluster's forms this one's."""
        self.units |= other.units
        self.forms += [form for form in other.forms if form not in self.forms]
        self.roles |= other.roles
        self.sources |= other.sources
        self.known = other.known if self.known is None else self.known
        self.apart |= other.apart


def relation(one: Form, other: Form) -> tuple[int, str] | None:
    """How two full names may be one person's: its strength and why; None if they are two people's."""
    if written_apart(one, other):
        return SAME, ""
    plainly = same_given(one, other)
    family = same_family(one.family, other.family, one.given[0] if plainly is not None else "")
    if family is None:
        return None
    if plainly is not None:
        reasons = [reason for reason in (plainly, family) if reason]
        rank = INITIAL if "initial" in plainly else SPELLING if reasons else SAME
        return rank, " and ".join(reasons)
    return _beside_evidence(one, other) if not family else None


def _beside_evidence(one: Form, other: Form) -> tuple[int, str] | None:
    """A misspelled first name, or a first name or Jr. left out: enough only where the role is the same."""
    if one.suffix != other.suffix and not (one.suffix and other.suffix):
        bare = same_given(replace(one, suffix=""), replace(other, suffix=""))
        return (
            None if bare is None else (EVIDENCE, "the same name and role, with and without Jr. or the like")
        )
    if one.suffix == other.suffix and (one.given[-1:] == other.given or other.given[-1:] == one.given):
        return EVIDENCE, "the same role and name, but for the first"
    if one.suffix == other.suffix and misspelled(one.given[0], other.given[0]):
        return EVIDENCE, "the same role and family name, one letter apart"
    return None


def join_full(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Joins clusters of full names, step by step, the surest first."""
    joining = _Joining(list(clusters), _neighbours(clusters))
    for rank in (SAME, SPELLING, INITIAL, EVIDENCE):
        while _step(joining, rank):
            pass
    return [cluster for n, cluster in enumerate(clusters) if n not in joining.gone]


@dataclass(slots=True)
class _Joining:
    """Clusters on the way to being joined, by index."""

    clusters: list[Cluster]
    near: dict[int, set[int]]
    """Index → indexes of clusters whose family names may be the same."""
    gone: set[int] = field(default_factory=set)
    strengths: dict[tuple[int, int], int | None] = field(default_factory=dict)
    """What is known of two clusters as they are now."""

    def strength(self, n: int, m: int) -> int | None:
        """The best relation of two clusters' full forms; None where any two clash."""
        key = (min(n, m), max(n, m))
        if key not in self.strengths:
            self.strengths[key] = _strength(self.clusters[n], self.clusters[m])
        return self.strengths[key]

    def merge(self, n: int, m: int) -> None:
        """Makes two clusters one, the first."""
        self.clusters[n].take(self.clusters[m])
        self.gone.add(m)
        self.near[n] |= self.near.pop(m)
        self.near[n] -= {n, m}
        for other in self.near[n]:
            self.near[other] = (self.near[other] | {n}) - {m}
            self.strengths.pop((min(n, other), max(n, other)), None)


def _step(joining: _Joining, rank: int) -> bool:
    """All joins of one strength that no other reading contests; whether there were any."""
    fits = {n: [m for m in sorted(near) if _fit(joining, n, m, rank)] for n, near in joining.near.items()}
    chosen = {n: found for n, found in fits.items() if _agree(joining, found)}
    merged: set[int] = set()
    for n in sorted(chosen):
        for m in chosen[n]:
            if n < m and n in chosen.get(m, ()) and not {n, m} & (merged | joining.gone):
                joining.merge(n, m)
                merged |= {n, m}
    return bool(merged)


def _neighbours(clusters: Sequence[Cluster]) -> dict[int, set[int]]:
    """Index → indexes of clusters whose family names may be the same, by keys in common."""
    by_key: dict[str, set[int]] = defaultdict(set)
    for n, cluster in enumerate(clusters):
        for form in cluster.forms:
            for key in (*buckets(form.family), f"={letters(form)}") if form.full else ():
                by_key[key].add(n)
    near: dict[int, set[int]] = defaultdict(set)
    for members in by_key.values():
        if len(members) > 1:
            for n in members:
                near[n] |= members - {n}
    return near


def _agree(joining: _Joining, found: Sequence[int]) -> bool:
    """Whether those that one could be joined with may all be one person themselves."""
    return bool(found) and all(
        joining.strength(a, b) is not None for n, a in enumerate(found) for b in found[n + 1 :]
    )


def _fit(joining: _Joining, n: int, m: int, rank: int) -> bool:
    """Whether two clusters are one person at this strength. Who speaks under two names in one source is two."""
    strength = joining.strength(n, m)
    if strength is None or strength > rank:
        return False
    one, other = joining.clusters[n], joining.clusters[m]
    if strength == SAME:
        return True
    return not one.sources & other.sources and (strength < EVIDENCE or bool(one.roles & other.roles))


def _strength(one: Cluster, other: Cluster) -> int | None:
    if not may_join(one, other):
        return None
    best: int | None = None
    for a in one.forms:
        for b in other.forms if a.full else ():
            if b.full:
                found = relation(a, b)
                if found is None:
                    return None
                best = found[0] if best is None else min(best, found[0])
    return best


def may_join(one: Cluster, other: Cluster) -> bool:
    """Whether sources/briefing.yml allows it."""
    if one.known is not None and other.known is not None and one.known != other.known:
        return False
    keys = ({form.key for form in one.forms}, {form.key for form in other.forms})
    return not (one.apart & keys[1] or other.apart & keys[0])


def by_family(clusters: Iterable[Cluster]) -> Mapping[str, list[Cluster]]:
    """Bucket key → the clusters with a full name in it; "1:ann" → those whose first word is "ann"."""
    found: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        keys = {
            key
            for form in cluster.forms
            if form.full
            for key in (*buckets(form.family), f"1:{form.given[0]}")
        }
        for key in sorted(keys):
            found[key].append(cluster)
    return found
