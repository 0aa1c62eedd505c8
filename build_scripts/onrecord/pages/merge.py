"""Three versions of a page become one: nothing a person wrote is lost, the rest follows the analysis.

`base` is the tool's last untouched output, `page` what lies in docs/, `theirs` the fresh proposal; all three
are read by the same reader. Per field a person's change wins. In base but not on the page means deleted by a
person. A callout without an anchor is a person's, and never changed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Annotations, Event, Problem, Source, Statement
from onrecord.pages import fields, matching
from onrecord.pages.locate import bare
from onrecord.pages.markup import write_event, write_statement
from onrecord.pages.matching import WITHDRAWN
from onrecord.pages.reader import Block, read_blocks
from onrecord.pages.writer import write_callouts, write_page

_LINK = re.compile(r"\[¶(\d+)\]\(#p\1\)")


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
class _Table:
    """The blocks of one version, ready to look things up in."""

    callouts: Mapping[str, Block]
    """By id."""
    paragraphs: Mapping[int, Block]
    """By number."""
    head: Mapping[str, Block]
    """Front matter, headline and source card."""


@dataclass(frozen=True, slots=True)
class _Versions:
    """What a page is merged from."""

    path: str
    base: _Table
    fresh: _Table
    numbers: Mapping[int, int]
    """Paragraph numbers of the base → numbers now."""


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
    home: int | None = None
    """The paragraph behind which a callout belongs; None for what stays where a person put it."""


def merge(path: str, source: Source, theirs: Annotations, base: str | None, page: str | None) -> Merged:
    """The page to write for `source`. `path` is the page's, for messages; line feeds only in all versions.

    Without a page the proposal is written as it is; without a base everything on the page is a person's.
    """
    proposal = write_page(source, theirs)
    if page is None:
        return Merged(proposal, proposal, added=len(theirs.statements) + len(theirs.events))
    if page == base == proposal:
        return Merged(page, base)
    before, now = _table(read_blocks(base or "")), read_blocks(page)
    mine = _table(now)
    numbers = matching.renumbered((before if base else mine).paragraphs, source)
    theirs = matching.with_old_ids(theirs, (before.callouts, mine.callouts), numbers)
    fresh = read_blocks(write_page(source, theirs))
    versions = _Versions(path, before, _table(fresh), numbers)
    if page == base:
        return _followed(versions, write_page(source, theirs))
    pieces = _merged(versions, now)
    _insert_headline(versions, pieces, mine)
    _insert_new(fresh, pieces, {*before.callouts, *mine.callouts}, set(numbers.values()))
    return Merged(
        "".join(_spaced(pieces)),
        _remembering(versions, now, source, theirs),
        added=_count(pieces, "added"),
        changed=_count(pieces, "changed"),
        kept=_count(pieces, "kept"),
        deleted=sum(ident not in mine.callouts for ident in before.callouts),
        problems=tuple(problem for piece in pieces for problem in piece.problems),
    )


def _followed(versions: _Versions, proposal: str) -> Merged:
    """A page that nobody changed: the proposal as it is."""
    base, fresh = versions.base.callouts, versions.fresh.callouts
    added = sum(ident not in base for ident in fresh)
    changed = sum(ident not in fresh or fresh[ident].raw.strip() != base[ident].raw.strip() for ident in base)
    return Merged(proposal, proposal, added=added, changed=changed)


def _table(blocks: Sequence[Block]) -> _Table:
    return _Table(
        callouts={block.id: block for block in blocks if block.id},
        paragraphs={block.paragraph: block for block in blocks if block.kind == "paragraph"},
        head={_part(block): block for block in reversed(blocks) if _part(block)},
    )


def _part(block: Block) -> str:
    """Which part of the head a block is; "" for any other."""
    if block.kind == "other":
        return "headline" if block.raw.startswith("# ") else ""
    return block.kind if block.kind in ("front", "card") else ""


def _remembering(versions: _Versions, now: Sequence[Block], source: Source, theirs: Annotations) -> str:
    """The next base: the proposal, and what was withdrawn from under a person's deletion or edit.

    So a deleted annotation stays deleted, and an edited one edited, when a later version finds it again.
    """
    on_page: dict[str, list[Block]] = {}
    for block in now:
        on_page.setdefault(block.id or "", []).append(block)
    kept = [
        (block, versions.numbers.get(matching.place_of(block), WITHDRAWN))
        for ident, block in versions.base.callouts.items()
        if ident not in versions.fresh.callouts
        and (ident not in on_page or any(fields.touched(block, mine) for mine in on_page[ident]))
    ]
    statements = [replace(block.statement, paragraph=at) for block, at in kept if block.statement]
    events = [replace(block.event, paragraph=at) for block, at in kept if block.event]
    both = replace(theirs, statements=(*theirs.statements, *statements), events=(*theirs.events, *events))
    return "\n\n".join([write_page(source, both).rstrip("\n"), *write_callouts(both, WITHDRAWN)]) + "\n"


def _count(pieces: Sequence[_Piece], what: str) -> int:
    return sum(piece.what == what and piece.kind in ("statement", "event") for piece in pieces)


def _spaced(pieces: Sequence[_Piece]) -> Iterator[str]:
    """The pieces as they stand, with a blank line after one that ends without; one line feed at the end."""
    texts = [piece.text for piece in pieces if piece.text]
    for text in texts[:-1]:
        ends_blank = text.endswith("\n") and not text[:-1].rpartition("\n")[2].strip()
        yield text if ends_blank else text.rstrip("\n") + "\n\n"
    yield from (text if text.endswith("\n") else text + "\n" for text in texts[-1:])


def _merged(versions: _Versions, now: Sequence[Block]) -> list[_Piece]:
    """What becomes of each block of the page."""
    pieces: list[_Piece] = []
    number = 0
    for block in now:
        if block.kind == "paragraph":
            number = versions.numbers.get(block.paragraph, number)
            pieces.append(_merged_paragraph(versions, block, number))
            continue
        here = _Piece(_LINK.sub(lambda link: _link(versions, link), block.raw), number, block.kind)
        if block.id:
            pieces.append(_merged_callout(versions, block, here))
        else:
            pieces.append(_merged_head(versions, block, here) if _part(block) else here)
    return pieces


def _link(versions: _Versions, link: re.Match[str]) -> str:
    number = versions.numbers.get(int(link[1]), int(link[1]))
    return f"[¶{number}](#p{number})"


def _merged_head(versions: _Versions, block: Block, here: _Piece) -> _Piece:
    """Front matter, headline or card: the tool's, unless a person wrote it anew. Front matter may be extended."""
    base, fresh = (table.head.get(_part(block)) for table in (versions.base, versions.fresh))
    if base is None:
        return here
    if block.kind == "front" and fresh and not fields.same_block(base, block):
        inner, other = ("\n".join(one.raw.strip().split("\n")[1:-1]) for one in (base, fresh))
        return replace(here, text=block.raw.replace(inner, other, 1))
    if not fields.same_block(base, block) or (fresh and fields.same_block(base, fresh)):
        return here
    return replace(here, text=fresh.raw if fresh else "")


def _merged_paragraph(versions: _Versions, block: Block, here: int) -> _Piece:
    """A paragraph of the source; one that a person changed stays as they wrote it."""
    number = versions.numbers.get(block.paragraph)
    base = versions.base.paragraphs.get(block.paragraph)
    untouched = base is not None and bare(base.words) == bare(block.words)
    if number is None:
        return _Piece("", here, "paragraph") if untouched else _left_over(versions, block, here)
    fresh = versions.fresh.paragraphs[number]
    other_words = base is not None and bare(base.words) != bare(fresh.words)
    if base is not None and untouched and (other_words or base.raw.strip() == block.raw.strip()):
        return _Piece(fresh.raw, number, "paragraph")
    raw = block.raw.replace(f'"p{block.paragraph}"', f'"p{number}"', 1)
    return _Piece(raw, number, "paragraph")


def _left_over(versions: _Versions, block: Block, here: int) -> _Piece:
    """An edited paragraph that the source has no longer: from now on prose of the person's."""
    if block.paragraph not in versions.base.paragraphs:
        return _Piece(block.raw, here, "paragraph")
    message = f"¶{block.paragraph} was edited here, and the source no longer has it."
    problem = Problem(versions.path, block.line, message, "It stays, as prose of yours.", "warning", "orphan")
    text = re.sub(rf"""<a id=["']p{block.paragraph}["']>\s*</a>""", "", block.raw, count=1)
    return _Piece(text, here, "other", problems=(problem,))


def _merged_callout(versions: _Versions, block: Block, here: _Piece) -> _Piece:
    base, fresh = (table.callouts.get(str(block.id)) for table in (versions.base, versions.fresh))
    if base is None or base.kind != block.kind:
        return here
    touched = fields.touched(base, block)
    if not block.anchored:
        return replace(here, what="kept")
    if fresh is None or fresh.kind != block.kind:
        return _orphan(versions, block, here) if touched else replace(here, text="", what="changed")
    block = fields.mended(base, block)
    merged, conflicts = fields.merge_callout(base, block, fresh)
    number, home = _place(versions, block, here)
    text = _rewritten_callout(base, block, replace(merged, paragraph=number))
    return replace(
        here,
        text=text,
        what="kept" if touched else "changed" if text != here.text else "",
        problems=_reports(versions, block, conflicts),
        home=home,
    )


def _place(versions: _Versions, block: Block, here: _Piece) -> tuple[int, int | None]:
    """The paragraph that a callout belongs to now, and the one behind which it stands if that is the tool's to say.

    One that a person moved stays there; one whose paragraph was gone, and is back, goes home.
    """
    base, fresh = (
        matching.place_of(table.callouts[str(block.id)]) for table in (versions.base, versions.fresh)
    )
    mine = matching.place_of(block)
    if base == WITHDRAWN:
        return fresh, fresh
    if mine != base:
        return versions.numbers.get(mine, here.paragraph), None
    return fresh, fresh if mine == block.paragraph else None


def _rewritten_callout(base: Block, mine: Block, merged: Statement | Event) -> str:
    """The callout as it stands, but for its link, where no field changes; else anew, under a person's own type."""
    before = matching.place_of(mine)
    if replace(merged, paragraph=before) in (mine.statement, mine.event):
        return _linked(mine, merged.paragraph)
    if isinstance(merged, Statement):
        text = write_statement(merged, mine.more, mine.extras)
    else:
        text = write_event(merged, mine.more, mine.extras)
    if fields.type_of(base.raw) != fields.type_of(mine.raw):
        text = text.replace(fields.type_of(text), fields.type_of(mine.raw), 1)
    return text + "\n\n"


def _linked(block: Block, number: int) -> str:
    old = matching.place_of(block)
    return block.raw.replace(f"[¶{old}](#p{old})", f"[¶{number}](#p{number})")


def _orphan(versions: _Versions, block: Block, here: _Piece) -> _Piece:
    """An edited callout whose words are gone; it belongs to the paragraph that it stands behind from now on."""
    message = f"The callout “{block.id}” was edited, and the text no longer gives rise to it."
    hint = "It is kept; delete it if it is no longer right."
    problem = Problem(versions.path, block.line, message, hint, "warning", "orphan")
    number = versions.numbers.get(matching.place_of(block), max(here.paragraph, 1))
    return replace(here, text=_linked(block, number), what="kept", problems=(problem,))


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
            "conflict",
        )
        for conflict in conflicts
    )


def _insert_headline(versions: _Versions, pieces: list[_Piece], mine: _Table) -> None:
    """Puts in a headline that neither the base nor the page had: one of the text's own stood in its place."""
    fresh = versions.fresh.head.get("headline")
    if fresh and "headline" not in versions.base.head and "headline" not in mine.head and versions.base.head:
        at = 1 if pieces and pieces[0].kind == "front" else 0
        pieces.insert(at, _Piece(fresh.raw, 0, "other"))


def _insert_new(fresh: Sequence[Block], pieces: list[_Piece], known: set[str], old: set[int]) -> None:
    """Puts paragraphs that the source has gained into their order, and behind each what is new or goes home."""
    arriving: dict[int, list[_Piece]] = {}
    for piece in [piece for piece in pieces if piece.home not in (None, piece.paragraph)]:
        pieces.remove(piece)
        arriving.setdefault(piece.home or 0, []).append(piece)
    for block in fresh:
        if block.id and block.id not in known:
            piece = _Piece(block.raw, block.paragraph, block.kind, "added")
            arriving.setdefault(block.paragraph, []).append(piece)
    for block in fresh:
        if block.kind != "paragraph":
            continue
        number = block.paragraph
        callouts = [replace(piece, paragraph=number, home=number) for piece in arriving.get(number, ())]
        if number not in old:
            at = next((n for n, p in enumerate(pieces) if p.paragraph > number), len(pieces))
            pieces[at:at] = [_Piece(block.raw, number, "paragraph"), *callouts]
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
