"""Whom a name alone ("Mr. Bell") means: who has the full name in the same source, else who else it can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.across.events_words import COMMON as EVERYDAY
from onrecord.across.events_words import COUNTRY
from onrecord.across.names import Form, buckets, same_family, same_given
from onrecord.across.names_given import SHORT, SPELLED
from onrecord.across.names_words import COMMON, FAMILY_FIRST
from onrecord.across.people_join import Cluster
from onrecord.across.people_texts import Text

MANY_GIVEN = 3
"""Words before the family name that are more than a person has."""


@dataclass(frozen=True, slots=True)
class Lone:
    """A name alone, as one source uses it."""

    form: Form
    source: str
    roles: frozenset[str]
    """Role nouns of its statements."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is meant and why; None with `rivals` where several could be."""

    cluster: Cluster | None
    because: str = ""
    rivals: bool = False


def choose(lone: Lone, families: Mapping[str, list[Cluster]], text: Text) -> Choice:
    """Who of the clusters a lone name in a source means."""
    name = lone.form.family
    everybody = bearers(lone.form, families)
    here = [one for one in everybody if lone.source in one.sources]
    in_text = [one for one in everybody if written(one, text)]
    first_names = [
        one for one in families.get(f"1:{name}", ()) if lone.source in one.sources or written(one, text)
    ]
    steps: tuple[tuple[list[Cluster], str], ...] = (
        (here, "speaks in the same source under the full name"),
        (in_text, "the same source gives the full name"),
        (first_names if not everybody else [], "the first name, in a source that gives the full name"),
        (_elsewhere(lone, everybody, text), "nobody else in these sources has this family name"),
    )
    for found, because in steps:
        if len(found) == 1:
            return Choice(found[0], because)
        if found:
            break
    return _by_role(lone, here or in_text or everybody, text)


def bearers(form: Form, families: Mapping[str, list[Cluster]]) -> list[Cluster]:
    """Everybody with this family name, in any spelling that counts without a first name."""
    return [one for one in candidates(form.family, families) if _bears(one, form)]


def candidates(family: str, families: Mapping[str, list[Cluster]]) -> list[Cluster]:
    """Everybody whose family name may be this one; see `by_family`."""
    keys = [key for key in buckets(family) if key in families]
    keys.sort()
    if family in FAMILY_FIRST:
        keys.append(f"1:{family}")
    return list(dict.fromkeys(one for key in keys for one in families.get(key, ())))


def _bears(one: Cluster, lone: Form) -> bool:
    if lone.key in one.apart:
        return False
    return any(
        same_family(form.family, lone.family) is not None
        or form.last == lone.family
        or (form.given[0] == lone.family and lone.family in FAMILY_FIRST)
        for form in one.forms
        if form.full
    )


def written(one: Cluster, text: Text) -> bool:
    """Whether the text gives one of the full forms, or another that can only be its."""
    return any(
        same_given(form, named.form) is not None
        and same_family(form.family, named.form.family, form.given[0]) is not None
        for form in one.forms
        if form.full
        for named in text.full.get(form.last, ())
    )


def _elsewhere(lone: Lone, everybody: Sequence[Cluster], text: Text) -> list[Cluster]:
    """The only bearer in all sources, unless the text names another or the name is an everyday word."""
    if len(everybody) != 1 or lone.form.family in COMMON or lone.form.family in COUNTRY:
        return []
    if text.full.get(lone.form.last) or not (lone.form.title or _surely_person(everybody[0])):
        return []
    return list(everybody)


def _surely_person(one: Cluster) -> bool:
    """Whether a role, sources/briefing.yml or the first name tells that this is no headline and no body."""
    if one.roles or one.known is not None:
        return True
    first_names = [form.given for form in one.forms if form.full]
    return any(
        (len(given) == 1 and given[0] not in EVERYDAY and given[0] not in COUNTRY)
        or (len(given) < MANY_GIVEN and (given[0] in SHORT or given[0] in SPELLED))
        for given in first_names
    )


def _by_role(lone: Lone, found: Sequence[Cluster], text: Text) -> Choice:
    """Of several, the one whose role is that of the name here."""
    told = lone.roles | text.titles.get(lone.form.family, frozenset())
    fitting = [one for one in found if told and told & one.roles]
    if len(fitting) == 1 and len(found) > 1:
        role = min(told & fitting[0].roles)
        return Choice(fitting[0], f"of those with this family name the one who is also called {role}")
    return Choice(None, rivals=bool(found))
