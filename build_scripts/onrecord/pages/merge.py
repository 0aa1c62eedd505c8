"""Three versions of a page become one: nothing a person wrote is lost, the rest follows the analysis.

`base` is the tool's last untouched output, `page` what lies in docs/, `theirs` the fresh proposal; all three
are read by the same reader. Per field a person's change wins. In base but not on the page means deleted by a
person. A callout without an anchor is a person's, and never changed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Annotations, Event, Problem, Source, Statement
from onrecord.pages import excerpts, fields, markup, matching, orphans, verify
from onrecord.pages.locate import bare
from onrecord.pages.markup import write_event, write_statement
from onrecord.pages.matching import WITHDRAWN
from onrecord.pages.pieces import SECTION, Piece, first_lines, insert_headline, insert_new, spaced
from onrecord.pages.reader import Block, quoted, read_blocks, verdict_on
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
    source: Source
    base: _Table
    fresh: _Table
    paragraphs: matching.Paragraphs
    """Those of the base, and which are which now."""
    shown: Sequence[int]
    """Those that the page has, by their numbers in the base, in order."""


def merge(path: str, source: Source, theirs: Annotations, base: str | None, page: str | None) -> Merged:
    """The page to write for `source`. `path` is the page's, for messages; line feeds only in all versions.

    Without a page the proposal is written as it is; without a base everything on the page is a person's.
    """
    theirs = verify.verified(theirs, source)
    proposal = write_page(source, theirs)
    if page is None:
        merged = Merged(proposal, proposal, added=len(theirs.statements) + len(theirs.events))
    elif page == base == proposal and source.publish == "full":
        return Merged(page, base)
    else:
        merged = _merged_whole(path, source, theirs, base, markup.unescaped(page))
    return merged if source.publish == "full" else _cut_down(merged, source, page or "")


def _cut_down(merged: Merged, source: Source, page: str) -> Merged:
    """The same, of a page on which not all of the source may be published."""
    base = merged.base or ""
    shown, left_out, lines = excerpts.cut_down(merged.page, source, base, page)
    problems = tuple(replace(one, line=lines.get(one.line, one.line)) for one in merged.problems)
    merged = replace(merged, page=shown, base=excerpts.noted(base, left_out), problems=problems)
    return replace(merged, added=0, changed=0) if source.publish == "link" else merged


def _merged_whole(path: str, source: Source, theirs: Annotations, base: str | None, page: str) -> Merged:
    """Three whole pages, merged."""
    blocks = read_blocks(page)
    now = excerpts.whole_of_source(blocks, source) if base is None else excerpts.lifted(blocks, base)
    before, mine = _table(read_blocks(base or "")), _table(now)
    paragraphs = matching.compared((before if base else mine).paragraphs, source)
    theirs = matching.with_old_ids(theirs, (before.callouts, mine.callouts), paragraphs)
    proposal = write_page(source, theirs)
    fresh = read_blocks(proposal)
    versions = _Versions(path, source, before, _table(fresh), paragraphs, sorted(mine.paragraphs))
    if page == base:
        return _followed(versions, proposal)
    pieces = _merged(versions, now)
    if base:
        insert_headline(versions.fresh.head, pieces, {*before.head, *mine.head})
    gone = insert_new(fresh, pieces, {*before.callouts, *mine.callouts}, _known(versions))
    orphans.gather(pieces, gone)
    texts = [*spaced(piece.text for piece in pieces)]
    text = "".join(texts)
    return Merged(
        text if page.endswith("\n\n") else text.rstrip("\n") + "\n",
        _remembering(versions, now, theirs, proposal),
        added=_count(pieces, "added"),
        changed=_count(pieces, "changed"),
        kept=_count(pieces, "kept"),
        deleted=sum(ident not in mine.callouts for ident in before.callouts),
        problems=tuple(_placed_problems(pieces, texts)),
    )


def _placed_problems(pieces: Sequence[Piece], texts: Sequence[str]) -> Iterator[Problem]:
    """With the lines of the page as it is written. `texts`: those of the pieces that have one."""
    there = (piece for piece in pieces if piece.text)
    for piece, line in zip(there, first_lines(texts), strict=True):
        yield from (replace(problem, line=line) for problem in piece.problems)


def _known(versions: _Versions) -> set[int]:
    """The paragraphs that have their place on the page, or were deleted there: they are not put in anew."""
    paragraphs = versions.paragraphs
    deleted = paragraphs.moved.keys() - set(versions.shown)
    return {*paragraphs.numbers.values(), *(paragraphs.moved[number] for number in deleted)}


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


def _remembering(versions: _Versions, now: Sequence[Block], theirs: Annotations, proposal: str) -> str:
    """The next base: the proposal but for what people changed, and what was withdrawn from under such.

    So a deleted annotation stays deleted, and an edited one edited, when a later version finds it again. What people
    wrote before the tool found the same is noted, for it is theirs though the tool has an opinion of it now.
    """
    on_page: dict[str, list[Block]] = {}
    for block in now:
        on_page.setdefault(block.id or "", []).append(block)
    by_hand = _by_hand(versions, on_page)
    kept = [
        (block, WITHDRAWN if (home := versions.paragraphs.home(block)) == matching.GONE else home)
        for ident, block in versions.base.callouts.items()
        if ident not in versions.fresh.callouts
        and (
            ident not in on_page
            or ident in by_hand
            or any(fields.touched(block, mine) for mine in on_page[ident])
        )
    ]
    fresh = fields.with_changes(theirs, versions.base.callouts, versions.fresh.callouts, on_page)
    if not kept and fresh is theirs:
        return fields.noted_by_hand(proposal, by_hand)
    statements = [replace(block.statement, paragraph=at) for block, at in kept if block.statement]
    events = [replace(block.event, paragraph=at) for block, at in kept if block.event]
    both = replace(fresh, statements=(*fresh.statements, *statements), events=(*fresh.events, *events))
    chunks = [write_page(versions.source, both).rstrip("\n"), *write_callouts(both, WITHDRAWN)]
    return fields.noted_by_hand("\n\n".join(chunks) + "\n", by_hand)


def _by_hand(versions: _Versions, on_page: Iterable[str]) -> set[str]:
    """The ids of callouts that people wrote themselves; without a base nobody can tell."""
    before = versions.base.callouts
    return {
        ident
        for ident in on_page
        if versions.base.head and (ident not in before or fields.is_by_hand(before[ident]))
    }


def _count(pieces: Sequence[Piece], what: str) -> int:
    return sum(piece.what == what and piece.kind in ("statement", "event") for piece in pieces)


def _merged(versions: _Versions, now: Sequence[Block]) -> list[Piece]:
    """What becomes of each block of the page."""
    pieces: list[Piece] = []
    number = 0
    for block in now:
        if block.kind == "paragraph":
            number = versions.paragraphs.numbers.get(block.paragraph, number)
            pieces.append(_merged_paragraph(versions, block, number))
            continue
        place = SECTION if block.orphaned else _stands_behind(versions, block, number)
        here = Piece(_LINK.sub(lambda link: _link(versions, link), block.raw), place, block.kind)
        if block.id:
            pieces.append(_marked(versions, block, _merged_callout(versions, block, here)))
        else:
            pieces.append(_merged_head(versions, block, here) if _part(block) else here)
    return pieces


def _stands_behind(versions: _Versions, block: Block, number: int) -> int:
    """`number`; of a callout that stands where its own paragraph was, which a person cut out, the number of that."""
    own = matching.place_of(block)
    cut = block.id and block.paragraph != own and matching.at_home(block, versions.shown)
    return versions.paragraphs.numbers.get(own, number) if cut else number


def _marked(versions: _Versions, before: Block, piece: Piece) -> Piece:
    """The callout with the mark of how its quotations stand; none for what is no longer in the text."""
    if not piece.text:
        return piece
    if piece.paragraph == SECTION or piece.home == SECTION:
        return replace(piece, text=markup.marked(piece.text, ""))
    callout = before if piece.text == before.raw else quoted(piece.text, piece.paragraph)
    verdict = verify.worst(verdict_on(callout, versions.source))
    return replace(piece, text=markup.marked(piece.text, verdict))


def _link(versions: _Versions, link: re.Match[str]) -> str:
    number = versions.paragraphs.found(int(link[1]), int(link[1]))
    return f"[¶{number}](#p{number})"


def _merged_head(versions: _Versions, block: Block, here: Piece) -> Piece:
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


def _merged_paragraph(versions: _Versions, block: Block, here: int) -> Piece:
    """A paragraph of the source; one that a person changed stays as they wrote it."""
    number = versions.paragraphs.numbers.get(block.paragraph)
    base = versions.base.paragraphs.get(block.paragraph)
    untouched = base is not None and bare(base.words) == bare(block.words)
    if number is None:
        return Piece("", here, "paragraph") if untouched else _left_over(versions, block, here)
    fresh = versions.fresh.paragraphs[number]
    other_words = base is not None and bare(base.words) != bare(fresh.words)
    if base is not None and untouched and (other_words or base.raw.strip() == block.raw.strip()):
        return Piece(fresh.raw, number, "paragraph")
    raw = block.raw.replace(f'"p{block.paragraph}"', f'"p{number}"', 1)
    return Piece(raw, number, "paragraph")


def _left_over(versions: _Versions, block: Block, here: int) -> Piece:
    """An edited paragraph that the source has no longer: from now on prose of the person's."""
    if block.paragraph not in versions.base.paragraphs:
        return Piece(block.raw, here, "paragraph")
    now = versions.paragraphs.moved.get(block.paragraph)
    what = f"is ¶{now} in the source now" if now else "the source no longer has it"
    message = f"¶{block.paragraph} was edited here, and {what}."
    problem = Problem(versions.path, block.line, message, "It stays, as prose of yours.", "warning", "orphan")
    text = re.sub(rf"""<a id=["']p{block.paragraph}["']>\s*</a>""", "", block.raw, count=1)
    return Piece(text, here, "other", problems=(problem,))


def _merged_callout(versions: _Versions, block: Block, here: Piece) -> Piece:
    base, fresh = (table.callouts.get(str(block.id)) for table in (versions.base, versions.fresh))
    if base is None or base.kind != block.kind:
        return here
    touched = fields.touched(base, block)
    if not block.anchored or fields.is_by_hand(base):
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


def _place(versions: _Versions, block: Block, here: Piece) -> tuple[int, int | None]:
    """The paragraph that a callout belongs to now, and the one behind which it stands if that is the tool's to say.

    One that a person moved stays there; one whose paragraph was gone, and is back, goes home.
    """
    base, fresh = (
        matching.place_of(table.callouts[str(block.id)]) for table in (versions.base, versions.fresh)
    )
    mine = matching.place_of(block)
    if base == WITHDRAWN or block.orphaned:
        return fresh, fresh
    if mine != base:
        return versions.paragraphs.found(mine, here.paragraph), None
    return fresh, fresh if matching.at_home(block, versions.shown) else None


def _rewritten_callout(base: Block, mine: Block, merged: Statement | Event) -> str:
    """The callout as it stands, but for its link, where no field changes; else anew, under a person's own type."""
    before = matching.place_of(mine)
    placeless = mine.orphaned or (matching.place_of(base) == WITHDRAWN and not _LINK.search(mine.raw))
    if not placeless and replace(merged, paragraph=before) in (mine.statement, mine.event):
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


def _orphan(versions: _Versions, block: Block, here: Piece) -> Piece:
    """An edited callout that the analysis no longer finds: it stays where it is, while the text has its words.

    Else it goes under the heading for such, until its words return to the text or a person corrects them.
    """
    base = versions.base.callouts[str(block.id)]
    home = orphans.home_of(block, versions.source) if block.orphaned else None
    if home is not None:
        text = _rewritten_callout(base, block, replace(_annotation(block), paragraph=home))
        problem = orphans.withdrawn(versions.path, block)
        return replace(here, text=text, what="kept", problems=(problem,), home=home)
    if block.orphaned or orphans.is_gone(block, base, versions.source):
        text, problem = orphans.without_place(block.raw), orphans.gone(versions.path, block)
        return replace(here, text=text, what="kept", problems=(problem,), home=SECTION)
    number = versions.paragraphs.found(matching.place_of(block), 0) or orphans.home_of(block, versions.source)
    home = number if matching.at_home(block, versions.shown) else None
    text = _linked(block, number or max(here.paragraph, 1))
    problem = orphans.withdrawn(versions.path, block)
    return replace(here, text=text, what="kept", problems=(problem,), home=home)


def _annotation(block: Block) -> Statement | Event:
    annotation = block.statement or block.event
    if annotation is None:
        raise ValueError("no annotation")
    return annotation


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
