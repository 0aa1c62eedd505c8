"""Speakers across the sources: one record a person, whatever form of the name a text uses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.briefing import Entry, Person, Said
from onrecord.model import Settings, name_key, slug_of

NOTHING_SET = Settings()

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def people(entries: Sequence[Entry], settings: Settings = NOTHING_SET) -> tuple[Person, ...]:
    """Everybody who says something, most statements first. Unattributed statements belong to nobody."""
    said = [Said(entry, s) for entry in entries for s in entry.annotations.statements if s.speaker.name]
    keys = _keys(said)
    groups: dict[str, list[Said]] = defaultdict(list)
    for item in said:
        groups[keys[_own_key(item)]].append(item)
    slugs = _slugs({key: _name(group) for key, group in groups.items()})
    found = [
        Person(_name(group), slugs[key], _roles(group), tuple(sorted(group, key=_place)))
        for key, group in groups.items()
    ]
    return tuple(sorted(found, key=lambda p: (-len(p.said), p.name, p.slug)))


def _own_key(item: Said) -> str:
    """A described speaker ("a spokesman") is somebody else in every source."""
    name = item.statement.speaker.name or ""
    key = name_key(name)
    return f"{key} @{item.entry.source.name}" if name[:1].islower() else key


def _keys(said: Iterable[Said]) -> dict[str, str]:
    """Own key → the key of the group. A lone surname joins the only full name that ends in it."""
    own = {_own_key(item) for item in said}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for key in own:
        parts = [part for part in key.split() if part not in _SUFFIXES]
        if len(parts) > 1 and "@" not in key:
            by_surname[parts[-1]].add(key)
    return {key: next(iter(by_surname[key])) if len(by_surname.get(key, ())) == 1 else key for key in own}


def _name(group: Sequence[Said]) -> str:
    """The fullest of the forms in use; of equally full ones the most frequent."""
    forms = Counter(item.statement.speaker.name or "" for item in group)
    return min(forms, key=lambda form: (-len(form.split()), -forms[form], form))


def _roles(group: Iterable[Said]) -> tuple[str, ...]:
    roles = Counter(item.statement.speaker.role for item in group if item.statement.speaker.role)
    return tuple(role for role in sorted(roles, key=lambda r: (-roles[r], r)) if role)


def _place(item: Said) -> tuple[str, str, int, int]:
    when = item.statement.said_on or item.entry.source.published or "9999"
    return (when, item.entry.source.name, item.statement.paragraph, item.statement.line)


def _slugs(names: dict[str, str]) -> dict[str, str]:
    """Group key → file name of the speaker page; unique, and never that of the index."""
    slugs: dict[str, str] = {}
    taken = {"index"}
    for key in sorted(names, key=lambda k: (names[k], k)):
        base = slug_of(names[key], 60) or "speaker"
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        slugs[key] = slug
    return slugs
