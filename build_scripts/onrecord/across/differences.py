"""Places that do not say the same about one thing: figures, dates, speakers, and what was done or only planned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.across.differences_events import date_differences, status_differences
from onrecord.across.differences_figures_told import figure_differences
from onrecord.across.differences_speakers import QUOTED, speaker_differences
from onrecord.across.memory import Memory, prints
from onrecord.across.people_plain import voices
from onrecord.briefing import Day, Difference, Entry, Person, Side
from onrecord.model import annotation_id

MAY_AGREE = "May agree"
"""How the reason of a difference begins that both sides may be right about."""


def differences(
    entries: Sequence[Entry], people: Sequence[Person], days: Sequence[Day], memory: Memory | None = None
) -> tuple[Difference, ...]:
    """Places that do not say the same about one thing; those that may agree last. Nobody is said to be right."""
    order = {entry.source.name: number for number, entry in enumerate(entries)}
    found = [
        *date_differences(days),
        *figure_differences(entries, published_days(entries), memory),
        *_speakers(entries, people, memory or Memory()),
        *status_differences(days),
    ]
    arranged = [_in_order(one, order) for one in found]
    return tuple(_with_ids(sorted(arranged, key=lambda one: one.because.startswith(MAY_AGREE))))


def _speakers(entries: Sequence[Entry], people: Sequence[Person], memory: Memory) -> Iterator[Difference]:
    """The same words given to different people: found again while nobody else says anything."""
    home = {entry.source.name: entry for entry in entries}
    read = [prints(entry, memory) for entry in entries]
    made_of = (voices(people, entries, memory), *(text for one in read for text in (one.text, one.words)))
    memory.spare(QUOTED)
    found = memory.recall("speakers", made_of, lambda: _plain(speaker_differences(entries, people, memory)))
    for about, because, one, other in found:
        yield Difference("", "speaker", about, (_side(home, one), _side(home, other)), because)


def _plain(found: Iterable[Difference]) -> list[list[Any]]:
    """[about, because, one side, the other] of each."""
    return [[one.about, one.because, *map(_plain_side, one.sides)] for one in found]


def _plain_side(side: Side) -> list[Any]:
    return [side.entry.source.name, side.paragraph, side.sentence, side.point, side.span, side.annotation]


def _side(home: Mapping[str, Entry], plain: Sequence[Any]) -> Side:
    name, paragraph, sentence, point, span, annotation = plain
    where = (span[0], span[1]) if span else None
    return Side(home[name], paragraph, sentence, (point[0], point[1]), where, annotation)


def published_days(entries: Iterable[Entry]) -> dict[str, int]:
    """Source → day of publication as an ordinal, where it is known."""
    days = {}
    for entry in entries:
        try:
            days[entry.source.name] = date.fromisoformat((entry.source.published or "")[:10]).toordinal()
        except ValueError:
            continue
    return days


def _in_order(one: Difference, order: dict[str, int]) -> Difference:
    """The difference with its sides by publication."""
    first, second = sorted(one.sides, key=lambda side: order[side.entry.source.name])
    return replace(one, sides=(first, second))


def _with_ids(found: Iterable[Difference]) -> Iterator[Difference]:
    taken: set[str] = set()
    for one in found:
        ident = annotation_id(f"{one.about} {one.sides[0].sentence} {one.sides[1].sentence}", taken)
        taken.add(ident)
        yield replace(one, id=ident)
