"""What stands where on a page: a build leaves all where people put it, while the source's paragraphs are the same."""

from collections import Counter
from collections.abc import Iterator

from survival import Desk
from survival_commands import mark_of, paragraphs_of
from survival_stub import NAMES, key_in, words_in

Places = tuple[dict[int, str], list[int], dict[str, set[int]]]
"""The paragraphs the last build knew; those on the page in order; what is people's → the paragraphs it is behind."""


def build(desk: Desk, name: str = "", at: int = 0) -> None:
    before = {name: places(desk, name) for name in NAMES}
    desk.build()
    for name, (known, order, behind) in before.items():
        known_now, order_now, behind_now = places(desk, name)
        if known == known_now and name not in desk.away:
            assert in_common(order, order_now) == in_common(order_now, order), "paragraphs change places"
            new = set(order_now) - set(order)
            for what in behind.keys() & behind_now.keys():
                stands = {known_before(number, order_now, new) for number in behind_now[what]}
                assert (what, stands) == (what, behind[what])


def known_before(number: int, order: list[int], new: set[int]) -> int:
    """The paragraph, or the nearest one above it that the page showed before; 0 where there is none.

    Callouts and prose behind a paragraph that somebody deleted come to stand behind the one above. Where that was
    left out, it is shown now, cut: for what stands behind a paragraph it has to be there.
    """
    above = order[: order.index(number) + 1] if number in new else [number]
    return next((one for one in reversed(above) if one not in new), 0)


def places(desk: Desk, name: str) -> Places:
    """How things stand on a page."""
    blocks = desk.blocks(name)
    behind: dict[str, set[int]] = {}
    for what, number in of_people(desk, name):
        behind.setdefault(what, set()).add(number)
    return paragraphs_of(desk, name), [b.paragraph for b in blocks if b.kind == "paragraph"], behind


def of_people(desk: Desk, name: str) -> Iterator[tuple[str, int]]:
    """Prose, callouts by hand, and callouts that somebody moved; each with the paragraph that it stands behind."""
    for block in desk.blocks(name):
        words = words_in(block)
        moved = desk.is_part(name, block) or mark_of(desk, name, block).moved
        if block.kind == "other" and not block.orphaned and not block.raw.startswith("#"):
            yield " ".join(block.raw.split()), block.paragraph
        elif words and moved and not block.orphaned and (name, key_in(words)) not in desk.doubled | desk.cut:
            yield f"{block.kind}: {' '.join(words.split())}", block.paragraph


def in_common(one: list[int], other: list[int]) -> list[int]:
    """Those of `one` that stand once in both."""
    counts = Counter(one), Counter(other)
    return [number for number in one if counts[0][number] == counts[1][number] == 1]
