"""Independent or copied: sources that go back to one text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.across.origins_passages import WHOLE, Overlap, is_copy, overlap, share
from onrecord.across.origins_reading import Text, read_text
from onrecord.briefing import Copy, Entry, Origin

COMMON = 2
"""Fingerprints that two texts share before they are compared; one where they are short."""
OFTEN = 60
"""Texts with one fingerprint beyond which it is taken for a phrase of everybody's."""
BOILERPLATE = 3
"""Texts of different weeks that hold one paragraph: a note below every text, no passage of a report."""

Pair = tuple[int, int]


def origins(entries: Sequence[Entry]) -> tuple[Origin, ...]:
    """The texts that several sources carry, most sources first; the same for any order of the entries."""
    ordered = sorted(entries, key=lambda entry: (entry.source.published or "9999", entry.source.name))
    texts = without_boilerplate([read_text(entry) for entry in ordered])
    links = {
        pair: found
        for pair in candidates(texts)
        if is_copy(texts[pair[0]], texts[pair[1]], found := overlap(texts[pair[0]], texts[pair[1]]))
    }
    return _origins(ordered, texts, links)


def candidates(texts: Sequence[Text]) -> list[Pair]:
    """Pairs of texts, by index, that share fingerprints."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        for one in text.prints:
            holders[one].append(index)
    shared: Counter[Pair] = Counter()
    for found in holders.values():
        if 2 <= len(found) <= OFTEN:
            shared.update((one, other) for place, one in enumerate(found) for other in found[place + 1 :])
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
    return zip(text.paragraphs, ends, strict=True)


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
    """Groups around their earliest text, those of whole copies first.

    What is no copy of the earliest joins only by a whole copy of it.
    """
    beside: dict[int, set[int]] = defaultdict(set)
    for one, other in links:
        beside[one].add(other)
        beside[other].add(one)
    wholly = {
        index: {other for other in near if _either(links, index, other, texts)}
        for index, near in beside.items()
    }
    free = set(beside)
    found = []
    for near in (wholly, beside):
        for lead in sorted(near, key=lambda index: _rank(texts[index], index)):
            if lead in free and near[lead] & free:
                taken = _carrying(lead, texts, beside, free)
                found.append(_origin(entries, texts, lead, taken))
                free -= {lead, *(one.index for one in taken)}
    return tuple(
        sorted(found, key=lambda one: (-len(one.copies), one.lead.source.published or "9999", one.id))
    )


def _either(links: Mapping[Pair, Overlap], one: int, other: int, texts: Sequence[Text]) -> bool:
    """Whether most words of one of them stand in the other."""
    words = links[(min(one, other), max(one, other))].words
    return words >= WHOLE * min(len(texts[one].words), len(texts[other].words))


def _rank(text: Text, index: int) -> tuple[int, int, int]:
    """The earliest first, then the fullest."""
    return (text.day or 10**7, -len(text.words), index)


def _carrying(
    lead: int, texts: Sequence[Text], beside: Mapping[int, set[int]], free: set[int]
) -> list[_Taken]:
    """The texts that carry the lead's, or that of a whole copy of it, in the order of publication."""
    direct = [_taken(index, lead, texts) for index in sorted(beside[lead] & free)]
    whole = [one.index for one in direct if one.share >= WHOLE]
    known = {lead, *(one.index for one in direct)}
    further = {index for home in whole for index in beside[home] & free} - known
    for index in sorted(further):
        homes = [home for home in whole if index in beside[home]]
        direct.append(max((_taken(index, home, texts) for home in homes), key=lambda one: one.share))
    return sorted(direct, key=lambda one: _rank(texts[one.index], one.index))


def _taken(index: int, home: int, texts: Sequence[Text]) -> _Taken:
    found = overlap(texts[home], texts[index])
    longest = max(length for _, _, length in found.runs)
    return _Taken(index, share(texts[index], found), len(found.runs), longest, home)


def _origin(entries: Sequence[Entry], texts: Sequence[Text], lead: int, taken: Sequence[_Taken]) -> Origin:
    credits = Counter(
        agency for index in (lead, *(one.index for one in taken)) for agency in texts[index].agencies
    )
    agency = min(credits, key=lambda name: (-credits[name], name), default="")
    copies = tuple(
        Copy(entries[one.index], round(one.share, 3), one.share >= WHOLE, _because(one, texts))
        for one in taken
    )
    return Origin(
        f"origin-{entries[lead].source.name}", entries[lead], agency if credits[agency] > 1 else None, copies
    )


def _because(one: _Taken, texts: Sequence[Text]) -> str:
    """Why it is taken for a copy, in words."""
    both = [name for name in texts[one.index].agencies if name in texts[one.beside].agencies]
    credit = f"both credit {both[0]}; " if both else ""
    passages = "one passage" if one.passages == 1 else f"{one.passages} passages"
    of = f"{round(100 * one.share)}% of its words stand in {passages} that the other has too"
    return f"{credit}{of}, the longest of {one.longest} words"
