"""Three versions of a page become one: nothing a person wrote is lost, the rest follows the analysis.

`base` is the tool's last untouched output, `page` what lies in docs/, `theirs` the fresh proposal; all three
are read by the same reader. Per field a person's change wins. In base but not on the page means deleted by a
person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from onrecord.model import Annotations, Event, Problem, Source, Statement
from onrecord.pages import fields
from onrecord.pages.markup import write_event, write_statement
from onrecord.pages.reader import Block, read_blocks
from onrecord.pages.writer import write_callouts, write_card, write_page, write_paragraph


@dataclass(frozen=True, slots=True)
class Merged:
    """What to write, and what there is to say about it."""

    page: str
    base: str | None
    """The tool's own proposal, to be kept as the next base; None for a page that is not the tool's."""
    added: int = 0
    """Annotations that are new on the page."""
    changed: int = 0
    """Untouched annotations that follow a new analysis."""
    kept: int = 0
    """Annotations in which a person's change stands."""
    deleted: int = 0
    """Annotations that a person deleted and that stay so."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Versions:
    """The three versions, ready to look things up in."""

    path: str
    source: Source
    theirs: Annotations
    base: Mapping[str, Block]
    """Callouts of the base by id."""
    paragraphs: Mapping[int, Block]
    """Paragraphs of the base by number."""
    numbers: Mapping[int, int]
    """Paragraph numbers of the base → numbers now."""
    card: str
    """The base's source card."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of the merged page."""

    text: str
    paragraph: int
    """As in Block, in the numbers of now."""
    kind: str
    what: str = ""
    """added, changed, kept (a person's change in it), or nothing to say."""
    problems: tuple[Problem, ...] = ()


def merge(path: str, source: Source, theirs: Annotations, base: str | None, page: str | None) -> Merged:
    """The page to write for `source`. `path` is the page's, for messages; line feeds only in all versions.

    Without a page the proposal is written as it is; without a base everything on the page is a person's.
    """
    proposal = write_page(source, theirs)
    if page is None:
        return Merged(proposal, proposal, added=len(theirs.statements) + len(theirs.events))
    if page == base == proposal:
        return Merged(page, base)
    before, now = read_blocks(base or ""), read_blocks(page)
    versions = _versions(path, source, theirs, before or now)
    theirs = fields.with_old_ids(theirs, (*before, *now), versions.numbers)
    versions = replace(versions, theirs=theirs)
    pieces = [_merged(versions if base else replace(versions, base={}), block) for block in now]
    on_page = {block.id for block in now}
    _insert_new(versions, pieces, on_page | (set(versions.base) if base else set()))
    return Merged(
        "".join(_spaced(pieces)),
        write_page(source, _with_remembered(versions, now) if base else theirs),
        added=_count(pieces, "added"),
        changed=_count(pieces, "changed"),
        kept=_count(pieces, "kept"),
        deleted=sum(ident not in on_page for ident in versions.base) if base else 0,
        problems=tuple(problem for piece in pieces for problem in piece.problems),
    )


def _with_remembered(versions: _Versions, page: Sequence[Block]) -> Annotations:
    """The fresh analysis, and what it has withdrawn from under a person's deletion or edit.

    Kept in the base, so that a deleted annotation stays deleted when a later version finds it again.
    """
    theirs, last = versions.theirs, max((p.number for p in versions.source.paragraphs), default=0)
    fresh = {s.id for s in theirs.statements} | {e.id for e in theirs.events}
    on_page = {block.id: block for block in page if block.id}
    gone = [
        block
        for ident, block in versions.base.items()
        if ident not in fresh and (ident not in on_page or _touched(block, on_page[ident]))
    ]
    place = {b.id: min(versions.numbers.get(_paragraph(b), _paragraph(b)), last) for b in gone}
    statements = [replace(b.statement, paragraph=place[b.id]) for b in gone if b.statement]
    events = [replace(b.event, paragraph=place[b.id]) for b in gone if b.event]
    return replace(
        theirs,
        statements=(*theirs.statements, *statements),
        events=(*theirs.events, *events),
    )


def _paragraph(block: Block) -> int:
    annotation = block.statement or block.event
    return annotation.paragraph if annotation else block.paragraph


def _touched(base: Block, mine: Block) -> bool:
    """Whether a person changed this annotation."""
    if mine.more or mine.extras:
        return True
    if base.statement and mine.statement:
        return not fields.same_statement(base.statement, mine.statement)
    if base.event and mine.event:
        return not fields.same_event(base.event, mine.event)
    return True


def _count(pieces: Sequence[_Piece], what: str) -> int:
    return sum(piece.what == what and piece.kind != "paragraph" for piece in pieces)


def _spaced(pieces: Sequence[_Piece]) -> Iterator[str]:
    """The pieces as they stand, with a blank line after one that ends without; one line feed at the end."""
    texts = [piece.text for piece in pieces if piece.text]
    for at, text in enumerate(texts):
        last = at + 1 == len(texts)
        if last:
            yield text if text.endswith("\n") else text + "\n"
        else:
            yield text if text.endswith("\n\n") else text.rstrip("\n") + "\n\n"


def _versions(path: str, source: Source, theirs: Annotations, before: Sequence[Block]) -> _Versions:
    paragraphs = {block.paragraph: block for block in before if block.kind == "paragraph"}
    fresh = [b for b in read_blocks(write_page(source, Annotations())) if b.kind == "paragraph"]
    return _Versions(
        path=path,
        source=source,
        theirs=theirs,
        base={block.id: block for block in before if block.id},
        paragraphs=paragraphs,
        numbers=_renumbered(list(paragraphs.values()), fresh),
        card=next((block.raw.strip() for block in before if block.kind == "card"), ""),
    )


def _renumbered(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Which paragraph of the base is which one now, by their words."""
    matcher = SequenceMatcher(None, [b.words for b in old], [b.words for b in new], autojunk=False)
    pairs: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            pairs |= {
                a.paragraph: b.paragraph
                for a, b in zip(old[i1:i2], new[j1:j2], strict=True)
                if tag == "equal" or _alike(a.words, b.words)
            }
    return pairs


def _alike(one: str, other: str) -> bool:
    """Whether a paragraph was rewritten rather than replaced by another: half of its words are the same."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= 0.5


def _merged(versions: _Versions, block: Block) -> _Piece:
    """What becomes of one block of the page."""
    if block.kind == "paragraph":
        return _merged_paragraph(versions, block)
    number = versions.numbers.get(block.paragraph, block.paragraph)
    here = _Piece(block.raw, number, block.kind)
    if block.statement:
        return _merged_statement(versions, block, block.statement, here)
    if block.event:
        return _merged_event(versions, block, block.event, here)
    if block.kind == "card" and block.raw.strip() == versions.card:
        return replace(here, text=write_card(versions.source) + "\n\n")
    return here


def _merged_paragraph(versions: _Versions, block: Block) -> _Piece:
    number = versions.numbers.get(block.paragraph)
    base = versions.paragraphs.get(block.paragraph)
    untouched = base is not None and base.words == block.words
    if number is None and untouched:
        return _Piece("", block.paragraph, "paragraph", "changed")
    if number is None:
        return _Piece(block.raw, block.paragraph, "paragraph")
    paragraph = next(p for p in versions.source.paragraphs if p.number == number)
    fresh = write_paragraph(versions.source, paragraph)
    same = base is not None and base.raw.strip() == fresh
    if untouched and not same and base is not None and base.raw.strip() == block.raw.strip():
        return _Piece(fresh + "\n\n", number, "paragraph", "changed")
    raw = block.raw.replace(f'"p{block.paragraph}"', f'"p{number}"', 1)
    return _Piece(raw, number, "paragraph")


def _merged_statement(versions: _Versions, block: Block, mine: Statement, here: _Piece) -> _Piece:
    known = versions.base.get(mine.id)
    base = known.statement if known else None
    theirs = next((s for s in versions.theirs.statements if s.id == mine.id), None)
    if base is None:
        return here
    touched = _touched(versions.base[mine.id], block)
    if theirs is None:
        return _orphan(versions, block, here) if touched else replace(here, text="", what="changed")
    merged, conflicts = fields.merge_statement(base, mine, theirs)
    merged = replace(merged, paragraph=_place(versions, base.paragraph, mine.paragraph, theirs.paragraph))
    what = "kept" if touched else ""
    if not fields.same_statement(merged, mine) or merged.paragraph != mine.paragraph:
        text = write_statement(merged, block.more, block.extras) + "\n\n"
        here = replace(here, text=text)
        what = what or "changed"
    return replace(here, what=what, problems=_reports(versions, block, conflicts))


def _merged_event(versions: _Versions, block: Block, mine: Event, here: _Piece) -> _Piece:
    known = versions.base.get(mine.id)
    base = known.event if known else None
    theirs = next((e for e in versions.theirs.events if e.id == mine.id), None)
    if base is None:
        return here
    touched = _touched(versions.base[mine.id], block)
    if theirs is None:
        return _orphan(versions, block, here) if touched else replace(here, text="", what="changed")
    merged, conflicts = fields.merge_event(base, mine, theirs)
    merged = replace(merged, paragraph=_place(versions, base.paragraph, mine.paragraph, theirs.paragraph))
    what = "kept" if touched else ""
    if not fields.same_event(merged, mine) or merged.paragraph != mine.paragraph:
        here = replace(here, text=write_event(merged, block.more, block.extras) + "\n\n")
        what = what or "changed"
    return replace(here, what=what, problems=_reports(versions, block, conflicts))


def _place(versions: _Versions, base: int, mine: int, theirs: int) -> int:
    return theirs if mine == base else versions.numbers.get(mine, mine)


def _orphan(versions: _Versions, block: Block, here: _Piece) -> _Piece:
    message = f"The callout “{block.id}” was edited, and the text no longer gives rise to it."
    hint = "It is kept; delete it if it is no longer right."
    problem = Problem(versions.path, block.line, message, hint, "warning")
    return replace(here, what="kept", problems=(problem,))


def _reports(
    versions: _Versions, block: Block, conflicts: tuple[fields.Conflict, ...]
) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            versions.path,
            block.line,
            f"Yours is kept: {conflict.field} “{conflict.mine}”; the tool now reads “{conflict.theirs}”.",
            "Nothing to do, unless the tool is right.",
            "warning",
        )
        for conflict in conflicts
    )


def _insert_new(versions: _Versions, pieces: list[_Piece], seen: set[str | None]) -> None:
    """Puts what is new behind its paragraph, and paragraphs that the source has gained into their order."""
    theirs = replace(
        versions.theirs,
        statements=tuple(s for s in versions.theirs.statements if s.id not in seen),
        events=tuple(e for e in versions.theirs.events if e.id not in seen),
    )
    old = set(versions.numbers.values())
    for paragraph in versions.source.paragraphs:
        number = paragraph.number
        callouts = [_Piece(t + "\n\n", number, "statement", "added") for t in write_callouts(theirs, number)]
        if number not in old:
            text = write_paragraph(versions.source, paragraph) + "\n\n"
            at = next((n for n, p in enumerate(pieces) if p.paragraph > number), len(pieces))
            pieces[at:at] = [_Piece(text, number, "paragraph", "added"), *callouts]
        elif callouts:
            at = _after_callouts(pieces, number)
            pieces[at:at] = callouts


def _after_callouts(pieces: Sequence[_Piece], number: int) -> int:
    """Where a new callout of paragraph `number` goes: behind the callouts that follow the paragraph."""
    at = next(
        (n + 1 for n, p in enumerate(pieces) if p.kind == "paragraph" and p.paragraph == number and p.text),
        None,
    )
    if at is None:
        return next((n for n, p in enumerate(pieces) if p.paragraph > number), len(pieces))
    while at < len(pieces) and pieces[at].kind in ("statement", "event", "card"):
        at += 1
    return at
