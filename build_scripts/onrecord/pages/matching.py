"""Which paragraph and which annotation is which, in two versions of a page."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from onrecord.model import Annotations, Source
from onrecord.pages.locate import bare
from onrecord.pages.published import words_shown
from onrecord.pages.reader import Block

GONE = -1
"""The number of a paragraph that the source no longer has."""
WITHDRAWN = 0
"""The paragraph under which the base keeps annotations whose own is gone."""
ENOUGH = 8
"""Words that are the same annotation's wherever they stand."""
WINDOW = 8
"""How far ahead a rewritten paragraph is looked for, among those that are new."""
REPEATS = 20
"""Paragraphs of the same words that are told apart by nothing but their order."""
PAIRS = 400
"""Gone and new paragraphs that are compared each with each, at most."""
LONG = 2_000
"""Words of two paragraphs that are compared without their order: comparing it costs quadratic time."""


Key = TypeVar("Key", int, str)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of two versions."""

    numbers: Mapping[int, int]
    """Number before → number now, of those that follow one another as before."""
    moved: Mapping[int, int]
    """The same of those that stand between others now."""
    before: Mapping[int, str]
    """Number before → words."""
    now: Mapping[int, str]
    new: Mapping[int, str]
    """Those of now that are none of before."""

    def found(self, before: int, otherwise: int) -> int:
        """The number now of a paragraph that stayed or moved; `otherwise` of one that is gone."""
        return self.numbers.get(before, self.moved.get(before, otherwise))

    def of(self, block: Block) -> int:
        """The number of a block's paragraph now, or GONE."""
        return GONE if block.orphaned else self.home(block)

    def home(self, block: Block) -> int:
        """The same, though the block stands among those without a place."""
        place = place_of(block)
        return self._back(bare(_words(block))) if place == WITHDRAWN else self.found(place, GONE)

    def _back(self, words: str) -> int:
        """The one new paragraph that holds the words of an annotation whose paragraph was gone, or GONE."""
        holding = [number for number, text in self.new.items() if words and words in text]
        return holding[0] if len(holding) == 1 else GONE

    def alike(self, before: int, now: int) -> bool:
        """Whether two paragraphs are much the same; for unknown ones, yes."""
        one, other = self.before.get(before), self.now.get(now)
        return one is None or other is None or _half_the_same(one, other)


def compared(old: Mapping[int, Block], source: Source) -> Paragraphs:
    """Which paragraph of the base is which one now, by their words."""
    before = {number: bare(block.words) for number, block in old.items()}
    now = {p.number: bare(words_shown(source.text[slice(*p.span)])) for p in source.paragraphs}
    numbers = _renumbered([*before.items()], [*now.items()])
    new = now.keys() - set(numbers.values())
    moved = _moved(
        {number: words for number, words in before.items() if number not in numbers},
        {number: words for number, words in now.items() if number in new},
    )
    known = {*numbers.values(), *moved.values()}
    return Paragraphs(numbers, moved, before, now, {n: words for n, words in now.items() if n not in known})


def _moved(gone: Mapping[int, str], new: Mapping[int, str]) -> dict[int, int]:
    """Paragraphs that are gone from their place → the one new paragraph of the same words, or much the same.

    Each is the other's only one. Which are much the same is asked of few only.
    """
    places: dict[str, list[int]] = {}
    for number, words in new.items():
        places.setdefault(words, []).append(number)
    same = _only({old: places.get(words, ()) for old, words in gone.items()})
    gone = {old: words for old, words in gone.items() if old not in same}
    rest = new.keys() - set(same.values())
    if len(gone) * len(rest) > PAIRS:
        return same
    alike = {old: [n for n in rest if _half_the_same(words, new[n])] for old, words in gone.items()}
    return same | _only(alike)


def _only(found: Mapping[Key, Sequence[Key]]) -> dict[Key, Key]:
    """What each found, where that is one, which no other has found."""
    claims = Counter(number for numbers in found.values() for number in numbers)
    return {one: n[0] for one, n in found.items() if len(n) == 1 and claims[n[0]] == 1}


def _renumbered(before: Sequence[tuple[int, str]], now: Sequence[tuple[int, str]]) -> dict[int, int]:
    matcher = SequenceMatcher(None, _told_apart(before), _told_apart(now), False)
    pairs: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs |= {a: b for (a, _), (b, _) in zip(before[i1:i2], now[j1:j2], strict=True)}
        elif tag == "replace":
            pairs |= _rewritten(before[i1:i2], now[j1:j2])
    return pairs


def _told_apart(paragraphs: Sequence[tuple[int, str]]) -> list[tuple[str, int]]:
    """The words of each; those that come back very often counted, for equal ones would cost quadratic time."""
    often = {words for words, times in Counter(words for _, words in paragraphs).items() if times > REPEATS}
    seen: Counter[str] = Counter()
    apart = []
    for _, words in paragraphs:
        seen[words] += words in often
        apart.append((words, seen[words]))
    return apart


def _rewritten(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> dict[int, int]:
    """Paragraphs that were rewritten rather than replaced by others, in their order."""
    pairs: dict[int, int] = {}
    at = 0
    for number, words in old:
        window = range(at, min(at + WINDOW, len(new)))
        found = next((n for n in window if _half_the_same(words, new[n][1])), None)
        if found is not None:
            pairs[number], at = new[found][0], found + 1
    return pairs


def _half_the_same(one: str, other: str) -> bool:
    mine, theirs = one.split(), other.split()
    if len(mine) + len(theirs) > LONG:
        return 4 * (Counter(mine) & Counter(theirs)).total() >= len(mine) + len(theirs)
    return SequenceMatcher(None, mine, theirs, False).ratio() >= 0.5


@dataclass(frozen=True, slots=True)
class _Place:
    """An annotation's words and where they stand."""

    id: str
    kind: str
    paragraph: int
    """In the numbers of now, or GONE."""
    words: str
    """Without typography."""
    before: int = GONE
    """The paragraph in the numbers of its own version."""


def with_old_ids(
    theirs: Annotations, known: Iterable[Mapping[str, Block]], paragraphs: Paragraphs
) -> Annotations:
    """Gives each annotation the id that the same one has in `known`, and others one that none there has.

    The same is, in this order: equal words in the same paragraph, equal words anywhere, an equal id, an overlap of
    words in the same paragraph, in one that was moved and rewritten, or in one that was gone and is back; each where
    exactly one meets one. Few words that stand in another paragraph are the same only if that paragraph is much the
    same, too; and where they stand there more or less often than before, nobody can say which is which. All of it is
    tried for the blocks known best before the next.
    """
    new = [_Place(s.id, "statement", s.paragraph, bare(s.words)) for s in theirs.statements]
    new += [_Place(e.id, "event", e.paragraph, bare(e.what)) for e in theirs.events]
    same: dict[str, str] = {}
    others: set[str] = set()
    for blocks in known:
        old = [_Place(i, b.kind, paragraphs.of(b), bare(_words(b)), place_of(b)) for i, b in blocks.items()]
        same = _matched(new, old, same, paragraphs)
        others |= blocks.keys()
    ids = _free_ids(new, same, others)
    return replace(
        theirs,
        statements=tuple(replace(s, id=ids[s.id]) for s in theirs.statements),
        events=tuple(replace(e, id=ids[e.id]) for e in theirs.events),
    )


def _matched(
    new: Sequence[_Place], old: Sequence[_Place], same: Mapping[str, str], paragraphs: Paragraphs
) -> dict[str, str]:
    """New id → old id: those of `same`, and what can be told of the others."""
    same = dict(same)
    same |= _one_to_one(*_loose(new, old, same), lambda one: (one.kind, one.paragraph, one.words))
    moved = _one_to_one(*_loose(new, old, same), lambda one: (one.kind, one.words))
    same |= _in_company(moved, new, old, paragraphs)
    same |= _in_company(_by_id(*_loose(new, old, same)), new, old, paragraphs)
    return same | _overlapping(*_loose(new, old, same))


def _in_company(
    pairs: Mapping[str, str], new: Iterable[_Place], old: Iterable[_Place], paragraphs: Paragraphs
) -> dict[str, str]:
    """The pairs that have enough words to be sure of, or the same company."""
    then = {one.id: one for one in old}
    found = {}
    for one in new:
        other = then[pairs[one.id]] if one.id in pairs else None
        if other and (
            one.paragraph == other.paragraph
            or one.words != other.words
            or len(one.words.split()) >= ENOUGH
            or paragraphs.alike(other.before, one.paragraph)
        ):
            found[one.id] = other.id
    return found


def _by_id(new: Sequence[_Place], old: Sequence[_Place]) -> dict[str, str]:
    """New id → the same old id, unless its words stand elsewhere now, and not as often as before."""
    before = {(one.kind, one.id): one for one in old}
    twins = Counter((one.kind, one.words) for one in old)
    twins.subtract(Counter((one.kind, one.words) for one in new))
    found = {}
    for one in new:
        other = before.get((one.kind, one.id))
        moved = other and other.words == one.words and other.paragraph != one.paragraph
        if other and not (moved and twins[one.kind, one.words]):
            found[one.id] = other.id
    return found


def _loose(
    new: Iterable[_Place], old: Iterable[_Place], same: Mapping[str, str]
) -> tuple[list[_Place], list[_Place]]:
    found = set(same.values())
    return [one for one in new if one.id not in same], [one for one in old if one.id not in found]


def _one_to_one(
    new: Iterable[_Place], old: Iterable[_Place], key: Callable[[_Place], Hashable]
) -> dict[str, str]:
    """New id → old id, where exactly one of each has the key."""
    by_key: dict[Hashable, tuple[list[str], list[str]]] = {}
    for side, places in enumerate((new, old)):
        for one in places:
            by_key.setdefault(key(one), ([], []))[side].append(one.id)
    return {mine[0]: before[0] for mine, before in by_key.values() if len(mine) == len(before) == 1}


def _overlapping(new: Iterable[_Place], old: Iterable[_Place]) -> dict[str, str]:
    """New id → old id, where exactly one of each overlaps the other; two candidates mean none."""
    by_place: dict[tuple[str, int], list[_Place]] = {}
    for one in old:
        by_place.setdefault((one.kind, one.paragraph), []).append(one)
    return _only(
        {
            one.id: [
                o.id for o in by_place.get((one.kind, one.paragraph), ()) if _overlap(one.words, o.words)
            ]
            for one in new
        }
    )


def _free_ids(new: Iterable[_Place], same: Mapping[str, str], others: set[str]) -> dict[str, str]:
    """The id of each: that of the old one it is, else its own, numbered where another has it, or had it."""
    taken = others | {one.id for one in new}
    given = set(same.values())
    ids = dict(same)
    for one in new:
        if one.id not in same:
            number, ident = 1, one.id
            while ident in given or ident in others or (number > 1 and ident in taken):
                number += 1
                ident = f"{one.id}-{number}"
            given.add(ident)
            ids[one.id] = ident
    return ids


def place_of(block: Block) -> int:
    """The paragraph that an annotation belongs to, wherever it stands; 0 where its paragraph is gone."""
    annotation = block.statement or block.event
    return annotation.paragraph if annotation else block.paragraph


def at_home(block: Block, shown: Sequence[int]) -> bool:
    """Whether a callout stands behind its own paragraph or, that being cut out, where it would.

    `shown`: the paragraphs that its page has, by their numbers, in order.
    """
    return block.paragraph in (place_of(block), nearest(block, shown))


def nearest(block: Block, shown: Sequence[int]) -> int:
    """The callout's own paragraph or, that being cut out, the last of `shown` before it; 0 where there is none."""
    at = bisect_right(shown, place_of(block))
    return shown[at - 1] if at else 0


def _words(block: Block) -> str:
    return block.statement.words if block.statement else block.event.what if block.event else ""


def _overlap(one: str, other: str) -> bool:
    """Whether half of the longer one's words are shared, or all of the shorter one's (four or more)."""
    mine, theirs = one.casefold().split(), other.casefold().split()
    if not mine or not theirs:
        return False
    shared = (Counter(mine) & Counter(theirs)).total()
    shorter, longer = sorted((len(mine), len(theirs)))
    return 2 * shared >= longer or shared == shorter >= 4
