"""What people do to whole pieces of a page: they split callouts, and move, copy and take out paragraphs."""

import re

from onrecord.pages.locate import bare
from survival import Desk, shown_in, words_in


def split_a_callout(desk: Desk, name: str, at: int) -> None:
    """At any word: both parts have a head, and one, both or none of them the id, or one of their own."""
    chosen = desk.chosen(name, at)
    words = words_in(chosen) if chosen else ""
    if not chosen or words not in chosen.raw or len(words.split()) < 5 or desk.mark(name, chosen).by_hand:
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
