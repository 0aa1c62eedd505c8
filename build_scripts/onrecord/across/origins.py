"""Independent or copied: sources that go back to one text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise
from typing import Any

from onrecord.across.memory import Memory, texts
from onrecord.across.origins_passages import WHOLE, Overlap, is_copy, overlap, share
from onrecord.across.origins_reading import Text, text_of
from onrecord.briefing import Copy, Entry, Origin

COMMON = 2
"""Fingerprints that two texts share before they are compared."""
CROWD = 12
"""Texts with one fingerprint of which each is paired with each; of more, each with the first and the next only."""
BOILERPLATE = 3
"""Texts of different weeks that hold one paragraph: a note below every text, no passage of a report."""

Pair = tuple[int, int]


def origins(entries: Sequence[Entry], memory: Memory | None = None) -> tuple[Origin, ...]:
    """The texts that several sources carry, most sources first; the same for any order of the entries."""
    ordered = sorted(entries, key=lambda entry: (entry.source.published or "9999", entry.source.name))
    found = (memory or Memory()).recall("origins", texts(ordered, memory), lambda: _found(ordered))
    return tuple(
        Origin(ident, ordered[lead], agency, tuple(Copy(ordered[index], *rest) for index, *rest in copies))
        for ident, lead, agency, copies in found
    )


def _found(ordered: Sequence[Entry]) -> list[Any]:
    """[id, lead, agency, [[copy, share, whole, because], …]] of each origin; sources by their place in `ordered`."""
    read = without_boilerplate([text_of(entry) for entry in ordered])
    links = {
        pair: found
        for pair in candidates(read)
        if is_copy(read[pair[0]], read[pair[1]], found := overlap(read[pair[0]], read[pair[1]]))
    }
    place = {entry.source.name: index for index, entry in enumerate(ordered)}
    return [
        [
            one.id,
            place[one.lead.source.name],
            one.agency,
            [[place[copy.entry.source.name], copy.share, copy.whole, copy.because] for copy in one.copies],
        ]
        for one in _origins(ordered, read, links)
    ]


def candidates(texts: Sequence[Text]) -> list[Pair]:
    """Pairs of texts, by index, that share fingerprints."""
    counts = Counter(chain.from_iterable(text.prints for text in texts))
    holders: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        for one in text.prints:
            if counts[one] > 1:
                holders[one].append(index)
    shared: Counter[Pair] = Counter()
    for found in holders.values():
        if len(found) > CROWD:
            shared.update({(found[0], other) for other in found[1:]} | set(pairwise(found)))
        else:
            shared.update(combinations(found, 2))
    return sorted(pair for pair, count in shared.items() if count >= COMMON)


def without_boilerplate(texts: Sequence[Text]) -> list[Text]:
    """The texts, with paragraphs that an outlet prints for weeks counted like quotations: no evidence of a copy."""
    days: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for text in texts:
        if text.day is not None:
            for start, end in _paragraphs(text):
                days[text.words[start:end]].add(text.day // 7)
    often = {words for words, weeks in days.items() if len(weeks) >= BOILERPLATE}
    return [_masked(text, often) for text in texts]


def _paragraphs(text: Text) -> Iterable[tuple[int, int]]:
    ends = (*text.paragraphs[1:], len(text.words))
    return zip(text.paragraphs, ends, strict=False)


def _masked(text: Text, often: set[tuple[int, ...]]) -> Text:
    spans = [span for span in _paragraphs(text) if text.words[slice(*span)] in often]
    if not spans:
        return text
    own = list(text.own)
    for start, end in spans:
        own[start:end] = [False] * (end - start)
    return replace(text, own=tuple(own))


@dataclass(frozen=True, slots=True)
class _Taken:
    """A text found to carry another one."""

    index: int
    share: float
    passages: int
    longest: int
    beside: int
    """The text it is closest to in its group: the lead, or a whole copy of it."""


def _origins(
    entries: Sequence[Entry], texts: Sequence[Text], links: Mapping[Pair, Overlap]
) -> tuple[Origin, ...]:
    """Groups of whole copies around their earliest text; then texts that share passages with an earlier one."""
    groups = _whole_groups(texts, links)
    homes = {index: lead for lead, taken in groups for index in (lead, *(one.index for one in taken))}
    copies = {one.index for _, taken in groups for one in taken if one.share >= WHOLE}
    left: dict[int, list[_Taken]] = defaultdict(list)
    for pair in links:
        lead, later = sorted(pair, key=lambda index: _rank(texts[index], index))
        if homes.get(lead, lead) != homes.get(later, later) and not copies & {lead, later}:
            left[lead].append(_taken(later, lead, texts))
    taken_ids: set[str] = set()
    found = [
        _origin(entries, texts, (lead, taken), taken_ids)
        for lead, taken in [*groups, *sorted(left.items(), key=lambda item: _rank(texts[item[0]], item[0]))]
    ]
    return tuple(
        sorted(found, key=lambda one: (-len(one.copies), one.lead.source.published or "9999", one.id))
    )


def _whole_groups(texts: Sequence[Text], links: Mapping[Pair, Overlap]) -> list[tuple[int, list[_Taken]]]:
    """The earliest texts of which whole copies are there, each with all that carry it."""
    beside: dict[int, set[int]] = defaultdict(set)
    wholly: dict[int, set[int]] = defaultdict(set)
    for one, other in links:
        for near in (beside, wholly) if _is_whole((one, other), texts, links) else (beside,):
            near[one].add(other)
            near[other].add(one)
    free, groups = set(beside), []
    for lead in sorted(wholly, key=lambda index: _rank(texts[index], index)):
        if lead in free and wholly[lead] & free:
            taken = _carrying(lead, texts, beside, free)
            groups.append((lead, taken))
            free -= {lead, *(one.index for one in taken)}
    return groups


def _is_whole(pair: Pair, texts: Sequence[Text], links: Mapping[Pair, Overlap]) -> bool:
    """Whether most words of the later one stand in the earlier."""
    later = max(pair, key=lambda index: _rank(texts[index], index))
    return links[pair].words >= WHOLE * len(texts[later].words)


def _rank(text: Text, index: int) -> tuple[int, int, int]:
    """The earliest first, then the fullest."""
    return (text.day or 10**7, -len(text.words), index)


def _carrying(
    lead: int, texts: Sequence[Text], beside: Mapping[int, set[int]], free: set[int]
) -> list[_Taken]:
    """The later texts that carry the lead's, or that of a whole copy of it, in the order of publication."""
    after = {index for index in free if _rank(texts[index], index) > _rank(texts[lead], lead)}
    taken = [_taken(index, lead, texts) for index in sorted(beside[lead] & after)]
    whole = [one.index for one in taken if one.share >= WHOLE]
    known = {lead, *(one.index for one in taken)}
    for index in sorted({near for home in whole for near in beside[home] & after} - known):
        homes = [home for home in whole if index in beside[home]]
        taken.append(max((_taken(index, home, texts) for home in homes), key=lambda one: one.share))
    return sorted(taken, key=lambda one: _rank(texts[one.index], one.index))


def _taken(index: int, home: int, texts: Sequence[Text]) -> _Taken:
    found = overlap(texts[home], texts[index])
    longest = max(length for _, _, length in found.runs)
    return _Taken(index, share(texts[index], found), len(found.runs), longest, home)


def _origin(
    entries: Sequence[Entry], texts: Sequence[Text], group: tuple[int, list[_Taken]], ids: set[str]
) -> Origin:
    lead, taken = group
    credits = Counter(
        agency for index in (lead, *(one.index for one in taken)) for agency in texts[index].agencies
    )
    agency = min(credits, key=lambda name: (-credits[name], name), default="")
    copies = tuple(
        Copy(entries[one.index], round(one.share, 3), one.share >= WHOLE, _because(one, lead, texts))
        for one in taken
    )
    ident = f"origin-{entries[lead].source.name}"
    while ident in ids:
        ident += "-more"
    ids.add(ident)
    return Origin(ident, entries[lead], agency if credits[agency] > 1 else None, copies)


def _because(one: _Taken, lead: int, texts: Sequence[Text]) -> str:
    """Why it is taken for a copy, in words."""
    other = texts[one.beside]
    both = [name for name in texts[one.index].agencies if name in other.agencies]
    credit = f"both credit {both[0]}; " if both else ""
    passages = "one passage" if one.passages == 1 else f"{one.passages} passages"
    whose = "the first" if one.beside == lead else other.name
    percent = round(100 * one.share)
    return (
        f"{credit}{percent}% of its words stand in {passages} of {whose}, the longest of {one.longest} words"
    )
