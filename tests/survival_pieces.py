"""What people do to whole pieces of a page: they split callouts, and move, copy and take out paragraphs."""

import re
from collections.abc import Sequence

from onrecord.pages.locate import bare
from onrecord.pages.reader import Block, read_blocks
from survival import Desk, Mark, is_by_hand, shown_in
from survival_commands import mark_of, paragraphs_of, versions
from survival_stub import key_in, words_in


def add_a_callout_by_hand(desk: Desk, name: str, at: int) -> None:
    """Of words of their own or, at times, of the source's, which the tool may quote as well, and just so."""
    blocks = desk.blocks(name)
    paragraphs = [block for block in blocks if block.kind == "paragraph" and key_in(block.words)]
    if not paragraphs:
        return
    chosen = paragraphs[at % len(paragraphs)]
    key = key_in(chosen.words)
    there = any(block.kind == "statement" and key_in(words_in(block)) == key for block in blocks)
    own = at % 2 or there or "…" in chosen.words
    words, who = (desk.mine("She said"), desk.mine("Person")) if own else (chosen.words, "Tom Finch")
    anchor = f' <a id="mine-{desk.mine("").strip()}"></a>'
    place = f"[¶{chosen.paragraph}](#p{chosen.paragraph})"
    last = ("", f">\n> indirect · {place}{anchor}\n", f">\n>{anchor}\n")[at // 2 % 3]
    raw = f"> [!quote] {who}\n>\n> {words}\n{last}\n"
    desk.save(name, [text for b in blocks for text in ((b.raw, raw) if b == chosen else (b.raw,))])
    if own:
        desk.lines[f"docs/sources/{name}.md"] += [who, words]
    else:
        mark = desk.marks.setdefault((name, "statement", key), Mark())
        told = (shown_in(block) for block in desk.blocks(name) if block.statement)
        mark.parts |= {one["words"]: one for one in told if one["words"] == bare(words)}


def delete_a_callout_by_hand(desk: Desk, name: str, at: int) -> None:
    """One of the source's words. Where the tool has found the same, its own stays away, too."""
    blocks = desk.blocks(name)
    own = [block for block in blocks if is_by_hand(block, mark_of(desk, name, block))]
    if own:
        chosen = own[at % len(own)]
        base, _ = versions(desk, name)
        mark = desk.mark(name, chosen)
        del mark.parts[bare(words_in(chosen))]
        found = any((b.id, b.kind) == (chosen.id, chosen.kind) for b in read_blocks(base))
        mark.deleted |= found and not mark.twin
        mark.twin = False
        desk.save(name, [block.raw for block in blocks if block != chosen])


def split_a_callout(desk: Desk, name: str, at: int) -> None:
    """At any word: both parts have a head, and one, both or none of them the id, or one of their own."""
    chosen = desk.chosen(name, at)
    words = words_in(chosen) if chosen else ""
    if not chosen or words not in chosen.raw or len(words.split()) < 5:
        return
    cut = 2 + at % (len(words.split()) - 3)
    head, _, last = chosen.raw.partition(words)
    halves = (" ".join(words.split()[:cut]), " ".join(words.split()[cut:]))
    if desk.mark(name, chosen).parts.keys() & {bare(half) for half in halves}:
        return
    kept, which = at % 2, at // 2 % 5
    lasts = (last if which < 4 else "\n", last_line_of_a_part(desk, last, which))
    raws = [f"{head}{half}{lasts[n != kept]}".rstrip("\n") for n, half in enumerate(halves)]
    desk.rewrite(name, chosen, "\n\n".join(raws) + "\n\n")
    mark = desk.mark(name, chosen)
    mark.fields["words"], mark.twin = bare(halves[kept]), which == 3
    if which == 4:
        mark.delete()
    own = {bare(half) for n, half in enumerate(halves) if n != kept or which == 4}
    told = [shown_in(block) for block in desk.blocks(name) if block.kind == chosen.kind]
    mark.parts |= {one["words"]: {} if mark.twin else one for one in told if one["words"] in own}


def last_line_of_a_part(desk: Desk, last: str, which: int) -> str:
    """None; one without an id; one with an id of its own; the whole's."""
    if which in (0, 4):
        return "\n"
    own = f' <a id="part-{desk.mine("").strip()}"></a>' if which == 2 else ""
    return last if which == 3 else re.sub(r" ?<a id=[^>]*></a>", own, last)


def move_a_paragraph(desk: Desk, name: str, at: int) -> None:
    """To anywhere above the heading for what is no longer in the text; alone, or with all that stands behind it."""
    chosen = a_paragraph(desk, name, at)
    if chosen:
        blocks = desk.blocks(name)
        start = end = blocks.index(chosen)
        while end == start or (at % 2 and end < len(blocks) and is_of_section(blocks[end])):
            end += 1
        put(desk, name, [*blocks[:start], *blocks[end:]], blocks[start:end], at)


def copy_a_paragraph(desk: Desk, name: str, at: int) -> None:
    chosen = a_paragraph(desk, name, at)
    if chosen and at % 2:
        put(desk, name, [*desk.blocks(name)], [chosen], at)
        desk.copied.add((name, paragraphs_of(desk, name)[chosen.paragraph]))


def a_paragraph(desk: Desk, name: str, at: int) -> Block | None:
    """One of the source's that the model can follow."""
    known = paragraphs_of(desk, name)
    sure = [
        block
        for block in desk.blocks(name)
        if block.kind == "paragraph" and (name, known.get(block.paragraph)) not in desk.doubled
    ]
    return sure[at % len(sure)] if sure and name not in desk.away and not desk.unsettled else None


def is_of_section(block: Block) -> bool:
    return block.kind != "paragraph" and not block.orphaned


def put(desk: Desk, name: str, rest: list[Block], moving: Sequence[Block], at: int) -> None:
    """Puts blocks among the rest; the callouts that then stand behind another paragraph were moved by that."""
    before = {(block.kind, block.id): block.paragraph for block in desk.blocks(name)}
    room = [n for n in range(3, len(rest) + 1) if not any(block.orphaned for block in rest[:n])]
    place = room[at * 5 % len(room)]
    desk.moves[name] += 1
    desk.save(name, [block.raw for block in (*rest[:place], *moving, *rest[place:])])
    for block in desk.blocks(name):
        if block.id and block.paragraph != before[block.kind, block.id]:
            desk.mark(name, block).moved = True
