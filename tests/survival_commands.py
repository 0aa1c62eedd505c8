"""What a person takes back on a desk: deletions, by `onrecord restore` or by hand; edits, by `onrecord accept`."""

from onrecord.annotating import PRISTINE
from onrecord.pages import opinions
from onrecord.pages.locate import bare
from onrecord.pages.matching import place_of
from onrecord.pages.reader import Block, read_blocks
from survival import Desk, Mark
from survival_stub import key_in, words_in


def restore_a_callout(desk: Desk, name: str, at: int) -> None:
    """With an ellipsis where its paragraph is left out; one deleted before the next build leaves no trace."""
    base, page = versions(desk, name)
    marks = [(block, mark_of(desk, name, block)) for block in read_blocks(base) if block.id]
    # One of the very words of a callout by hand would stand beside that.
    gone = [block for block, mark in marks if mark.deleted and bare(words_in(block)) not in mark.parts]
    if gone and page:
        chosen = gone[at % len(gone)]
        text = opinions.restore(base, page, str(chosen.id))
        if text not in (None, page):
            desk.path(name).write_bytes(str(text).encode())
            desk.mark(name, chosen).deleted = False
            desk.unsettled.add(key_in(words_in(chosen)))


def accept_the_tools_opinion(desk: Desk, name: str, at: int) -> None:
    """Of all but a remark, which stays."""
    base, page = versions(desk, name)
    chosen = desk.chosen(name, at)
    if chosen and page:
        text = opinions.accept(base, page, str(chosen.id))
        if text is not None:
            desk.path(name).write_bytes(text.encode())
            fields = desk.mark(name, chosen).fields
            desk.mark(name, chosen).fields = {what: fields[what] for what in fields if what == "remark"}


def put_a_paragraph_back(desk: Desk, name: str, at: int) -> None:
    """Above its callouts, where it was cut out."""
    base, page = versions(desk, name)
    cut = [key for of, key in sorted(desk.cut) if of == name and (name, key) not in desk.doubled]
    if not cut or not page or desk.publish[name] != "full" or desk.unsettled:
        return
    key = cut[at % len(cut)]
    known = (b for b in read_blocks(base) if b.kind == "paragraph" and key_in(b.words) == key)
    paragraph = next(known, None)
    if paragraph:
        blocks = desk.blocks(name)
        below = (n for n, block in enumerate(blocks) if is_below(desk, name, block, paragraph.paragraph))
        raws = [block.raw for block in blocks]
        raws.insert(next(below, len(raws)), paragraph.raw)
        desk.save(name, raws)
        desk.cut.discard((name, key))
        desk.moves[name] += bool(desk.moves[name])


def is_below(desk: Desk, name: str, block: Block, number: int) -> bool:
    """Whether a block belongs below paragraph `number`, and is the first perhaps that does."""
    if block.kind == "paragraph":
        return block.paragraph > number
    unmoved = block.id and not mark_of(desk, name, block).moved
    return block.orphaned or bool(unmoved and place_of(block) >= number)


def paragraphs_of(desk: Desk, name: str) -> dict[int, str]:
    """The key word of each paragraph that the last build knew, by its number."""
    base, _ = versions(desk, name)
    return {b.paragraph: key_in(b.words) for b in read_blocks(base) if b.kind == "paragraph"}


def versions(desk: Desk, name: str) -> tuple[str, str]:
    """Base and page; "" for what is not there."""
    path = f"docs/sources/{name}.md"
    return desk.project.read(f"{PRISTINE}/{name}.md") or "", desk.project.read(path) or ""


def mark_of(desk: Desk, name: str, block: Block) -> Mark:
    """What is known of a callout; nothing where its sentence stood twice."""
    key = key_in(words_in(block))
    return Mark() if (name, key) in desk.doubled else desk.marks.get((name, block.kind, key), Mark())
