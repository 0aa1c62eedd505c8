"""Three-way merging of one annotation, field by field, and which annotation is which."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord import dates
from onrecord.model import UNATTRIBUTED, Annotations, Event, Speaker, Statement
from onrecord.pages.reader import Block

Value = TypeVar("Value")
GONE = -1
"""The number of a paragraph that the source no longer has."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that a person changed and that the tool now reads differently, too."""

    field: str
    mine: str
    theirs: str


class _Picker:
    """Picks one value of three, and remembers where two opinions met."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def pick(self, field: str, base: Value, mine: Value, theirs: Value) -> Value:
        if mine == base:
            return theirs
        if theirs not in (base, mine):
            self.conflicts.append(Conflict(field, _said(mine), _said(theirs)))
        return mine


def _said(value: object) -> str:
    return "nothing" if value in (None, "") else dates.in_words(str(value))


def merge_statement(
    base: Statement, mine: Statement, theirs: Statement
) -> tuple[Statement, tuple[Conflict, ...]]:
    """The statement with a person's change of each field kept, and the conflicts there were."""
    picker = _Picker()
    pick = picker.pick
    name = pick("speaker", base.speaker.name, mine.speaker.name, theirs.speaker.name)
    merged = replace(
        mine,
        speaker=Speaker(name=name, role=_role(picker, base.speaker, mine.speaker, theirs.speaker)),
        words=pick("words", base.words, mine.words, theirs.words),
        kind=pick("kind", base.kind, mine.kind, theirs.kind),
        act=pick("act", base.act, mine.act, theirs.act),
        said_on=pick("day", base.said_on, mine.said_on, theirs.said_on),
        to=pick("to", base.to, mine.to, theirs.to),
        via=pick("via", base.via, mine.via, theirs.via),
    )
    return merged, tuple(picker.conflicts)


def _role(picker: _Picker, base: Speaker, mine: Speaker, theirs: Speaker) -> str | None:
    """A role belongs to a name: under a person's own name, the tool's new role of another one is no news."""
    if mine.name != base.name and mine.name != theirs.name:
        return mine.role
    return picker.pick("role", base.role, mine.role, theirs.role)


def merge_event(base: Event, mine: Event, theirs: Event) -> tuple[Event, tuple[Conflict, ...]]:
    """The event with a person's change of each field kept, and the conflicts there were."""
    picker = _Picker()
    merged = replace(
        mine,
        date=picker.pick("date", base.date, mine.date, theirs.date),
        what=picker.pick("words", base.what, mine.what, theirs.what),
        status=picker.pick("status", base.status, mine.status, theirs.status),
        said_as=picker.pick("said as", base.said_as, mine.said_as, theirs.said_as),
    )
    return merged, tuple(picker.conflicts)


def same_statement(one: Statement, other: Statement) -> bool:
    """Whether both show the same on a page; where they stand apart."""
    return _shown_statement(one) == _shown_statement(other)


def _shown_statement(statement: Statement) -> tuple[str | None, ...]:
    speaker = statement.speaker
    name = speaker.name or UNATTRIBUTED
    fields = (statement.words, statement.kind, statement.act, statement.said_on, statement.to, statement.via)
    return (name, speaker.role, *fields)


def same_event(one: Event, other: Event) -> bool:
    """Whether both show the same on a page; where they stand apart."""
    return _shown_event(one) == _shown_event(other)


def _shown_event(event: Event) -> tuple[str | None, ...]:
    return (event.date, event.what, event.status, event.said_as)


def with_old_ids(theirs: Annotations, known: Iterable[Block], numbers: Mapping[int, int]) -> Annotations:
    """Gives annotations whose words changed a little the id that `known` blocks have.

    Only where exactly one of each overlaps in the same paragraph (`numbers`: those of the blocks → those of now).
    """
    by_id = {block.id: block for block in known if block.id}
    fresh = {s.id for s in theirs.statements} | {e.id for e in theirs.events}
    loose = {ident: block for ident, block in by_id.items() if ident not in fresh}
    old = [_Place(i, b.kind, numbers.get(_number(b), GONE), _words(b)) for i, b in loose.items()]
    new = [_Place(s.id, "statement", s.paragraph, s.words) for s in theirs.statements if s.id not in by_id]
    new += [_Place(e.id, "event", e.paragraph, e.what) for e in theirs.events if e.id not in by_id]
    renamed = _renamed(new, old)
    return replace(
        theirs,
        statements=tuple(replace(s, id=renamed.get(s.id, s.id)) for s in theirs.statements),
        events=tuple(replace(e, id=renamed.get(e.id, e.id)) for e in theirs.events),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """An annotation's words and where they stand."""

    id: str
    kind: str
    paragraph: int
    words: str


def _renamed(new: Iterable[_Place], old: Iterable[_Place]) -> dict[str, str]:
    """New id → old id, where exactly one of each overlaps the other; two candidates mean none."""
    by_place: dict[tuple[str, int], list[_Place]] = {}
    for one in old:
        by_place.setdefault((one.kind, one.paragraph), []).append(one)
    hits = {
        one.id: [o.id for o in by_place.get((one.kind, one.paragraph), ()) if _overlap(one.words, o.words)]
        for one in new
    }
    claims = Counter(ident for found in hits.values() for ident in found)
    return {ident: found[0] for ident, found in hits.items() if len(found) == 1 and claims[found[0]] == 1}


def _number(block: Block) -> int:
    annotation = block.statement or block.event
    return annotation.paragraph if annotation else block.paragraph


def _words(block: Block) -> str:
    return block.statement.words if block.statement else block.event.what if block.event else ""


def _overlap(one: str, other: str) -> bool:
    """Whether half of the longer one's words are shared, or all of the shorter one's (four or more)."""
    mine, theirs = one.casefold().split(), other.casefold().split()
    if not mine or not theirs:
        return False
    shared = (Counter(mine) & Counter(theirs)).total()
    shorter, longer = sorted((len(mine), len(theirs)))
    return 2 * shared >= longer or shared == shorter >= 4
