"""Three-way merging of one annotation, field by field.

What differs in typography only (curly or straight quotation marks, white space) is no change of a person's.
"""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol, TypeVar

from onrecord import dates
from onrecord.markdown import plain
from onrecord.model import UNATTRIBUTED, Annotations, Event, Speaker, Statement
from onrecord.pages.locate import bare
from onrecord.pages.markup import write_event, write_statement
from onrecord.pages.reader import Block, read_blocks

Value = TypeVar("Value")
Annotation = TypeVar("Annotation", Statement, Event)

BY_HAND = "by hand"
"""The field of the base that marks what a person wrote a callout of before the tool found the same."""

_TARGET = re.compile(r"\]\(([^)\s]*)")
_TYPE = re.compile(r"[>\s]*\\?(\[![\w-]+)\\?(\][-+]?)")


class Pick(Protocol):
    """Picks one value of three for a field."""

    def __call__(self, field: str, base: Value, mine: Value, theirs: Value) -> Value: ...


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
        if alike(mine, base):
            return mine if alike(theirs, base) else theirs
        if not alike(theirs, base) and not alike(theirs, mine):
            self.conflicts.append(Conflict(field, _said(mine), _said(theirs)))
        return mine


def _mine_for_good(field: str, base: Value, mine: Value, theirs: Value) -> Value:
    """What the next base has: where the tool now reads what a person wrote, the value that this took the place of."""
    return base if not alike(mine, base) and alike(theirs, mine) else theirs


def alike(one: object, other: object) -> bool:
    """Whether two values are the same, typography aside."""
    if one != other and isinstance(one, str) and isinstance(other, str):
        return bare(one) == bare(other)
    return one == other


def _said(value: object) -> str:
    return "nothing" if value in (None, "") else dates.in_words(str(value))


def merge_callout(base: Block, mine: Block, theirs: Block) -> tuple[Statement | Event, tuple[Conflict, ...]]:
    """The annotation with a person's change of each field kept, and the conflicts there were. All of one kind."""
    picker = _Picker()
    return _each_field(picker.pick, base, mine, theirs), tuple(picker.conflicts)


def with_changes(
    theirs: Annotations,
    base: Mapping[str, Block],
    fresh: Mapping[str, Block],
    page: Mapping[str, Sequence[Block]],
) -> Annotations:
    """Fresh annotations as the next base is to have them; `fresh` are their callouts, all by id.

    A field that a person changed is theirs for good, also where the tool reads the same for a time: the base keeps
    the value that was changed.
    """

    def changed(one: Annotation) -> Annotation:
        for mine in page.get(one.id, ()):
            before, now = base.get(one.id), fresh[one.id]
            if before and mine.anchored and before.kind == mine.kind == now.kind and touched(before, mine):
                one = _with_changes(one, before, mended(before, mine), now)
        return one

    statements, events = tuple(map(changed, theirs.statements)), tuple(map(changed, theirs.events))
    same = (statements, events) == (theirs.statements, theirs.events)
    return theirs if same else replace(theirs, statements=statements, events=events)


def _with_changes(theirs: Annotation, base: Block, mine: Block, fresh: Block) -> Annotation:
    kept = _each_field(_mine_for_good, base, mine, fresh)
    if isinstance(theirs, Statement) and isinstance(kept, Statement):
        roles = [one.statement.speaker.role if one.statement else None for one in (base, mine, fresh)]
        speaker = Speaker(name=kept.speaker.name, role=_mine_for_good("role", *roles))
        kept = replace(kept, speaker=speaker, content=theirs.content)
        return replace(kept, id=theirs.id, paragraph=theirs.paragraph, verified=theirs.verified)
    if isinstance(theirs, Event) and isinstance(kept, Event):
        return replace(kept, id=theirs.id, span=theirs.span, paragraph=theirs.paragraph)
    return theirs


def _each_field(pick: Pick, base: Block, mine: Block, theirs: Block) -> Statement | Event:
    if base.statement and mine.statement and theirs.statement:
        return _statement(pick, base.statement, mine.statement, theirs.statement)
    if base.event and mine.event and theirs.event:
        return _event(pick, base.event, mine.event, theirs.event)
    raise ValueError("callouts of different kinds")


def _statement(pick: Pick, base: Statement, mine: Statement, theirs: Statement) -> Statement:
    name = pick("speaker", base.speaker.name, mine.speaker.name, theirs.speaker.name)
    return replace(
        mine,
        speaker=Speaker(name=name, role=_role(pick, base.speaker, mine.speaker, theirs.speaker)),
        words=pick("words", base.words, mine.words, theirs.words),
        kind=pick("kind", base.kind, mine.kind, theirs.kind),
        act=pick("act", base.act, mine.act, theirs.act),
        said_on=pick("day", base.said_on, mine.said_on, theirs.said_on),
        to=pick("to", base.to, mine.to, theirs.to),
        via=pick("via", base.via, mine.via, theirs.via),
    )


def _role(pick: Pick, base: Speaker, mine: Speaker, theirs: Speaker) -> str | None:
    """A role belongs to a name: under a person's own name, the tool's new role of another one is no news."""
    if not alike(mine.name, base.name) and not alike(mine.name, theirs.name):
        return mine.role
    return pick("role", base.role, mine.role, theirs.role)


def _event(pick: Pick, base: Event, mine: Event, theirs: Event) -> Event:
    return replace(
        mine,
        date=pick("date", base.date, mine.date, theirs.date),
        what=pick("words", base.what, mine.what, theirs.what),
        status=pick("status", base.status, mine.status, theirs.status),
        said_as=pick("said as", base.said_as, mine.said_as, theirs.said_as),
    )


def touched(base: Block, mine: Block) -> bool:
    """Whether a person changed this annotation; where it stands apart."""
    return _differ(base, mine) and not same_block(base, mine)


def _differ(base: Block, mine: Block) -> bool:
    if mine.raw == base.raw:
        return False
    if mine.more or mine.extras or type_of(mine.raw) != type_of(base.raw):
        return True
    shown, before = _shown(mine), _shown(base)
    return len(shown) != len(before) or not all(map(alike, shown, before))


def mended(base: Block, mine: Block) -> Block:
    """`mine`, with the base's text where a formatter has wrapped or rewritten it so that it reads otherwise."""
    if _differ(base, mine) and same_block(base, mine):
        return replace(base, line=mine.line, paragraph=mine.paragraph)
    return mine


def is_by_hand(base: Block) -> bool:
    """Whether an annotation of the base is marked as a person's: nothing of its callout is the tool's to change."""
    return BY_HAND in base.extras


def noted_by_hand(base: str, ids: Container[str]) -> str:
    """A base with the annotations of these ids marked."""
    blocks = read_blocks(base)
    if not any(block.id in ids for block in blocks if block.id):
        return base
    return "".join(rewritten(one, extras=(BY_HAND,)) if one.id in ids else one.raw for one in blocks)


def rewritten(base: Block, more: str = "", extras: tuple[str, ...] = ()) -> str:
    """A callout of the base written anew, with what follows it; `more` and `extras` as `write_statement` has them."""
    if base.statement:
        text = write_statement(base.statement, more, extras)
    else:
        text = write_event(base.event, more, extras) if base.event else base.raw
    return text + base.raw[len(base.raw.rstrip("\n")) :]


def type_of(callout: str) -> str:
    """How a callout is shown, in Markdown: `[!quote]`, folded `[!quote]-`."""
    found = _TYPE.match(callout)
    return found[1] + found[2] if found else ""


def _shown(block: Block) -> tuple[str | None, ...]:
    """What a callout tells."""
    statement, event = block.statement, block.event
    if statement:
        speaker = (statement.speaker.name or UNATTRIBUTED, statement.speaker.role)
        rest = (statement.said_on, statement.to, statement.via)
        return (*speaker, statement.words, statement.kind, statement.act, *rest)
    return (event.date, event.what, event.status, event.said_as) if event else ()


def same_block(one: Block, other: Block) -> bool:
    """Whether a formatter at most made one of the other: other list markers, line ends, marks."""
    if one.raw == other.raw:
        return True
    told = _told(one.raw, one.kind == "front") == _told(other.raw, other.kind == "front")
    return told and _TARGET.findall(one.raw) == _TARGET.findall(other.raw)


@lru_cache(maxsize=1024)
def _told(raw: str, is_front: bool) -> str:
    """What a block tells, without its marks. Kept, for an edited page is compared at every build."""
    if is_front:
        return bare(raw.replace('"', "").replace("'", ""))
    lines = (line.lstrip("> ").lstrip("-*+ ") for line in raw.split("\n"))
    return bare(plain(" ".join(lines)))
