"""What people changed on a page against the tool's own opinion; and taking the tool's opinion back.

Both work on two texts: the page, and its base (the tool's last untouched output).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord import dates
from onrecord.model import UNATTRIBUTED, Event, Statement
from onrecord.pages import fields
from onrecord.pages.excerpts import LeftOut, left_out_of, lifted
from onrecord.pages.matching import WITHDRAWN, place_of
from onrecord.pages.pieces import after_callouts
from onrecord.pages.published import LEFT_OUT
from onrecord.pages.reader import Block, read_blocks


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on a page that is a person's."""

    line: int
    """On the page; of what was deleted, the line of its paragraph, 0 where that is gone, too."""
    words: str
    """In words: "speaker “Anna Bell” in place of “Ann Bell”"."""


def differences(base: str, page: str) -> tuple[Difference, ...]:
    """All that people changed, added and deleted, in the page's order; deletions last."""
    before = {block.id: block for block in read_blocks(base) if block.id}
    paragraphs = {b.paragraph: b for b in read_blocks(base) if b.kind == "paragraph"}
    tools = [b for b in read_blocks(base) if b.kind in ("other", "card", "front")]
    now = lifted(read_blocks(page), base)
    found: list[Difference] = []
    for block in now:
        if block.id:
            found += _of_annotation(block, before.get(block.id))
        elif block.kind == "paragraph" and block.paragraph in paragraphs:
            if not fields.alike(block.words, paragraphs[block.paragraph].words):
                found.append(Difference(block.line, f"other words of the source in ¶{block.paragraph}"))
        elif block.raw.strip() and not any(fields.same_block(block, one) for one in tools):
            found.append(Difference(block.line, f"yours: {_short(block.raw)}"))
    gone = paragraphs.keys() - {block.paragraph for block in now if block.kind == "paragraph"}
    return (*found, *(Difference(0, f"deleted: ¶{n}") for n in sorted(gone)), *_deleted(before, now))


def _of_annotation(mine: Block, base: Block | None) -> Iterator[Difference]:
    if base is None or fields.is_by_hand(base):
        yield Difference(mine.line, f"added by hand: {mine.id}")
        return
    mine = fields.mended(base, mine)
    theirs = _fields(base.statement or base.event)
    for name, value in _fields(mine.statement or mine.event).items():
        if not fields.alike(value, theirs.get(name)):
            yield Difference(mine.line, f"{name} “{value}” in place of “{theirs.get(name, '')}” ({mine.id})")
    if fields.type_of(mine.raw) != fields.type_of(base.raw):
        yield Difference(mine.line, f"shown as {fields.type_of(mine.raw)} ({mine.id})")
    if mine.more or mine.extras:
        yield Difference(mine.line, f"a remark of yours ({mine.id})")


def _fields(annotation: Statement | Event | None) -> dict[str, str]:
    if isinstance(annotation, Statement):
        speaker = annotation.speaker
        return {
            "speaker": speaker.name or UNATTRIBUTED,
            "role": speaker.role or "",
            "words": annotation.words,
            "kind": annotation.kind,
            "act": annotation.act,
            "day": dates.in_words(annotation.said_on or ""),
            "to": annotation.to or "",
            "via": annotation.via or "",
        }
    if isinstance(annotation, Event):
        return {
            "date": dates.in_words(annotation.date),
            "words": annotation.what,
            "status": annotation.status,
            "said as": annotation.said_as or "",
        }
    return {}


def _deleted(before: Mapping[str, Block], now: tuple[Block, ...]) -> Iterator[Difference]:
    on_page = {block.id for block in now}
    lines = {block.paragraph: block.line for block in now if block.kind == "paragraph"}
    for ident, block in before.items():
        if ident not in on_page:
            yield Difference(lines.get(block.paragraph, 0), f"deleted: {ident}")


def _short(raw: str) -> str:
    words = " ".join(raw.split())
    return words if len(words) <= 60 else words[:59] + "…"


def restore(base: str, page: str, ident: str) -> str | None:
    """The page with a deleted annotation back behind its paragraph; None where the base has none of that id.

    None, too, where the source no longer has that paragraph.

    An annotation that is on the page, or that the tool itself left out, is left as it is. A paragraph of which
    nothing is published comes back as an ellipsis; the next build shows its words.
    """
    wanted = next((block for block in read_blocks(base) if block.id == ident), None)
    now = read_blocks(page)
    if wanted is None or place_of(wanted) == WITHDRAWN:
        return None
    left = left_out_of(base) or LeftOut()
    if ident in left.callouts or any((b.id, b.kind) == (ident, wanted.kind) for b in now):
        return page
    number = wanted.paragraph
    anchor = [f'<a id="p{number}"></a>{LEFT_OUT}\n'] if number in left.paragraphs else []
    at = after_callouts(now, number)
    return _joined([*(b.raw for b in now[:at]), *anchor, _proposed(wanted), *(b.raw for b in now[at:])])


def accept(base: str, page: str, ident: str) -> str | None:
    """The page with the tool's own opinion of an annotation, a person's remarks kept; None where either has none."""
    wanted = next((block for block in read_blocks(base) if block.id == ident), None)
    now = read_blocks(page)
    if wanted is None or all(block.id != ident for block in now):
        return None
    return _joined([_accepted(wanted, block) if block.id == ident else block.raw for block in now])


def _accepted(wanted: Block, mine: Block) -> str:
    return fields.rewritten(wanted, mine.more, mine.extras) if mine.more or mine.extras else _proposed(wanted)


def _proposed(wanted: Block) -> str:
    """What the tool would write."""
    return fields.rewritten(wanted) if fields.is_by_hand(wanted) else wanted.raw


def _joined(raws: list[str]) -> str:
    """The blocks with a blank line between any two, and one line feed at the end."""
    head = [raw if raw.endswith("\n\n") else raw.rstrip("\n") + "\n\n" for raw in raws[:-1]]
    return "".join(head) + raws[-1].rstrip("\n") + "\n"
