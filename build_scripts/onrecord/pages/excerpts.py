"""Pages that show only part of their source, because no more of it may be published.

Merging knows whole pages only. So a page is first made whole again (`lifted`), then merged, then cut down to what is
published (`cut_down`): with `excerpts` to the paragraphs that hold words of an annotation on that very page, with
`link` to the card. The base is whole in every mode, and ends with a list of what the tool left out; what is neither
on the page nor in that list was deleted by a person, and stays so in every mode.

Nothing that a person wrote is taken off the page: prose and notes stay, and so do, with `link`, callouts by hand and
callouts that a person changed (the reader reports them, for they publish words). A paragraph behind which something
stays, or behind which a callout would stand that a person moved, is kept as an ellipsis with its anchor, so that
everything keeps its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from onrecord.model import Paragraph, Source
from onrecord.pages import fields, matching
from onrecord.pages.locate import bare
from onrecord.pages.pieces import SECTION, after_callouts, first_lines, make_room, spaced, strays
from onrecord.pages.published import excerpt_of, is_excerpt, is_headline, published, words_shown
from onrecord.pages.reader import Block, annotations_of, read_blocks, with_own_ids
from onrecord.pages.writer import write_paragraph

_LIST = re.compile(r'\n<!-- onrecord: left out ((?:(?:\d+|"[^"]*") )*)-->\n\Z')
_ITEM = re.compile(r'(\d+)|"([^"]*)"')


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the tool took off a page: a person did not delete it."""

    paragraphs: tuple[int, ...] = ()
    callouts: tuple[str, ...] = ()
    """Ids."""


def noted(base: str, left_out: LeftOut) -> str:
    """The base with the list of what was left out at its end."""
    items = [*map(str, left_out.paragraphs), *(f'"{ident}"' for ident in left_out.callouts)]
    return f"{base}\n<!-- onrecord: left out {''.join(item + ' ' for item in items)}-->\n"


def left_out_of(base: str) -> LeftOut | None:
    """The list at the end of a base; None where its page was whole."""
    found = _LIST.search(base)
    if not found:
        return None
    items = _ITEM.findall(found[1])
    return LeftOut(tuple(int(n) for n, _ in items if n), tuple(ident for n, ident in items if not n))


def lifted(page: Sequence[Block], base: str) -> tuple[Block, ...]:
    """A page's blocks with all that the tool left out of it back in its place, as the base has it."""
    left = left_out_of(base)
    if left is None:
        return tuple(page)
    whole = read_blocks(base)
    paragraphs = {block.paragraph: block for block in whole if block.kind == "paragraph"}
    blocks = [_whole_again(block, paragraphs.get(block.paragraph)) for block in page]
    there = {block.paragraph for block in page if block.kind == "paragraph"}
    shown, at, astray = sorted(there), 0, strays(blocks)
    for number in sorted(left.paragraphs):
        if number in paragraphs and number not in there:
            at = make_room(blocks, number, partial(_belongs_to, shown=shown), at, astray)
            blocks.insert(at, replace(paragraphs[number], line=0))
    named = {(block.id, block.kind) for block in page}
    for block in whole:
        if block.id in left.callouts and (block.id, block.kind) not in named:
            blocks.insert(after_callouts(blocks, block.paragraph), replace(block, line=0))
    return tuple(with_own_ids([*_placed(blocks)]))


def _belongs_to(block: Block, shown: Sequence[int]) -> int | None:
    """As `make_room` asks; `shown` are the paragraphs of the page before."""
    if block.kind == "paragraph":
        return block.paragraph
    if block.orphaned:
        return SECTION
    return matching.place_of(block) if block.id and matching.at_home(block, shown) else None


def _placed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Each with the number of the paragraph that it stands behind now."""
    number = 0
    for block in blocks:
        number = block.paragraph if block.kind == "paragraph" else number
        yield block if block.paragraph == number else replace(block, paragraph=number)


def _whole_again(block: Block, whole: Block | None) -> Block:
    """The paragraph behind an excerpt; one that a person changed as they left it."""
    if whole is None or block.kind != "paragraph" or not is_excerpt(block.words, whole.words):
        return block
    return replace(whole, line=block.line)


def whole_of_source(page: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """The same for a page without a base: excerpts of the source become its paragraphs."""
    texts, full = {p.number: p for p in source.paragraphs}, replace(source, publish="full")
    return tuple(
        _whole_again(block, replace(block, raw=write_paragraph(full, texts[block.paragraph]) + "\n\n"))
        if block.kind == "paragraph" and block.paragraph in texts
        else block
        for block in page
    )


def cut_down(whole: str, source: Source, base: str, page: str) -> tuple[str, LeftOut, dict[int, int]]:
    """The whole page as it may be published, what that leaves out, and where the lines of blocks went.

    `base` is the one to come, without its list; `page` what lies in docs/ ("" for nothing): an excerpt that only a
    formatter has changed stays as it is there.
    """
    blocks = read_blocks(whole)
    callouts = _tools(blocks, base) if source.publish == "link" else ()
    blocks = tuple(block for block in blocks if block.id not in callouts)
    there = {(b.paragraph, bare(b.words)): b.raw for b in read_blocks(page) if b.kind == "paragraph"}
    part = published(source, annotations_of([block for block in blocks if not block.orphaned], source))
    needed = {p.number for p in part.paragraphs}
    needed |= {block.paragraph for block in blocks if block.kind != "paragraph" and not block.orphaned}
    on_page = sorted(block.paragraph for block in blocks if block.kind == "paragraph")
    needed |= {matching.nearest(block, on_page) for block in blocks if block.id and not block.orphaned}
    texts, lines, left, shown = [], [], set(), set()
    numbered = {paragraph.number: paragraph for paragraph in source.paragraphs}
    for block in blocks:
        paragraph = _untouched(block, numbered.get(block.paragraph), source)
        raw = block.raw
        if paragraph and paragraph.number not in needed:
            left.add(paragraph.number)
            continue
        if block.kind == "paragraph":
            shown.add(block.paragraph)
        if paragraph:
            raw = there.get((paragraph.number, bare(excerpt_of(paragraph, part)))) or (
                write_paragraph(part, paragraph) + "\n\n"
            )
        texts.append(raw)
        lines.append(block.line)
    texts = [*spaced(texts)]
    moved = dict(zip(lines, first_lines(texts), strict=True))
    return "".join(texts).rstrip("\n") + "\n", LeftOut(tuple(sorted(left - shown)), callouts), moved


def _untouched(block: Block, paragraph: Paragraph | None, source: Source) -> Paragraph | None:
    """`paragraph`, which a block shows as the source has it; None for all that is to stay as it is."""
    if block.kind != "paragraph" or paragraph is None or is_headline(paragraph):
        return None
    same = bare(block.words) == bare(words_shown(source.text[slice(*paragraph.span)]))
    return paragraph if same else None


def _tools(blocks: Sequence[Block], base: str) -> tuple[str, ...]:
    """The ids of the callouts that are the tool's alone, in the order of the base."""
    there: dict[str | None, list[Block]] = {}
    for block in blocks:
        if block.anchored and not block.orphaned:
            there.setdefault(block.id, []).append(block)
    return tuple(
        str(ours.id)
        for ours in read_blocks(base)
        if ours.id in there
        and not fields.is_by_hand(ours)
        and not any(fields.touched(ours, one) for one in there[ours.id])
    )
