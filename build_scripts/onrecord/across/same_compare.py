"""How two statements stand to each other: the same words, a part, a paraphrase, or nothing of the kind.

Words are aligned in order (Ratcliff and Obershelp's longest common runs), runs with small gaps are joined into
passages, and a passage counts by the weight of its words. A word that one text quotes and the other does not is no
evidence for the same words, only for a paraphrase.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from onrecord.across.same_reading import Reading, Telling
from onrecord.across.same_words import FUNCTION, NEGATIONS
from onrecord.briefing import Relation

GAP = 4
"""Tokens between two runs that still are one passage."""
DENSE = 0.65
"""Of a passage's tokens, how many must be alike."""
SHORT_DENSE = 0.8
"""The same for a passage of fewer than `LONG` tokens."""
SAME = 0.75
"""Of either statement's weight, what must stand in common passages for the same words."""
PART = 0.8
"""Of the shorter one's weight, what must stand in the longer one for a part."""
LONG_PART = 0.65
"""The same for a long piece: asides are left out of it."""
UNQUOTED = 0.85
"""The same for words that nobody put in quotation marks."""
NEAR = 14
"""Days between publications within which a short statement is taken for the same."""
LOOSE_NEAR = 7
"""The same for a paraphrase."""
LOOSE_WORDS = 4
"""Words with content that either side of a paraphrase needs at least."""
LOOSE_SMALL = 2
"""Words written small among those that they share: names alone tell nothing."""
LOOSE_PIECE = 0.65
"""Of a quoted piece's weight, what must stand in the other quotation, in order, for a paraphrase of it."""
LOOSE = 0.62
"""Of the shorter one's rarity, what a paraphrase must share."""
LOOSE_LONGER = 0.4
"""Of the longer one's."""
LONG = 8
"""Tokens of a long run of words."""
LONG_WEIGHT = 5.0
"""Weight of common words that proves the same statement whatever lies between the days."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two statements have in common, in order."""

    pairs: tuple[tuple[int, int], ...]
    """Token indices in the first and in the second."""
    weight: float
    """Of the tokens that both quote, or neither."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements that are taken for one."""

    relation: Relation
    score: float
    """How much they have in common; larger is closer, between links of one relation."""
    sentences: tuple[tuple[int, int], ...]
    """Sentences that are alike: (of the first, of the second)."""


def compare(first: Telling, second: Telling, rarity: Mapping[str, float]) -> Link | None:
    """How the statements stand to each other; None where they are different ones."""
    if first.source == second.source or _clash(first, second):
        return None
    if verbatim := _verbatim(first, second):
        return verbatim
    return _loosely(first, second, rarity)


def _clash(first: Telling, second: Telling) -> bool:
    """Whether both speakers are named, and differ."""
    return first.named and second.named and first.person != second.person


def _one_speaker(first: Telling, second: Telling) -> bool:
    return bool(first.person) and first.person == second.person


def _within(first: Telling, second: Telling, days: int) -> bool:
    return first.day is None or second.day is None or abs(first.day - second.day) <= days


def _verbatim(first: Telling, second: Telling) -> Link | None:
    """The same words or a part of them."""
    a, b = first.reading, second.reading
    passages = common(a, b)
    weight = sum(one.weight for one in passages)
    if not passages or not _proves(first, second, passages, weight):
        return None
    shares = weight / _total(a), weight / _total(b)
    relation = _relation(a, b, passages, shares)
    if relation is None:
        return None
    return Link(relation, weight, _sentences(a, b, passages))


def common(a: Reading, b: Reading) -> list[Passage]:
    """The passages that both have in common, in order, those too thin to say anything left out."""
    matcher = SequenceMatcher(None, a.tokens, b.tokens, autojunk=False)
    runs: list[list[Match]] = []
    for block in matcher.get_matching_blocks()[:-1]:
        if runs and _gap(runs[-1][-1], block) <= GAP:
            runs[-1].append(block)
        else:
            runs.append([block])
    passages = (_passage(a, b, _dense(run)) for run in runs)
    return [one for one in passages if one is not None]


def _gap(block: Match, following: Match) -> int:
    """Tokens between two blocks, in the text that has more."""
    return max(following.a - block.a, following.b - block.b) - block.size


def _dense(run: list[Match]) -> list[Match]:
    """The run without the ends that make it thin."""
    while len(run) > 1:
        size = sum(block.size for block in run)
        if size >= (DENSE if size >= LONG else SHORT_DENSE) * _length(run):
            break
        run = run[1:] if run[0].size < run[-1].size else run[:-1]
    return run


def _length(run: Sequence[Match]) -> int:
    return max(run[-1].a - run[0].a, run[-1].b - run[0].b) + run[-1].size


def _passage(a: Reading, b: Reading, run: Sequence[Match]) -> Passage | None:
    pairs = tuple((one.a + step, one.b + step) for one in run for step in range(one.size))
    weight = sum(a.weights[i] for i, j in pairs if a.quoted[i] == b.quoted[j])
    return Passage(pairs, weight) if len(pairs) >= 3 and weight >= 0.8 else None


def _proves(first: Telling, second: Telling, passages: Sequence[Passage], weight: float) -> bool:
    """Whether words in common prove one statement, given who speaks, when, and how much is alike."""
    size = sum(len(one.pairs) for one in passages)
    spoken = _spoken(first.reading, second.reading, passages)
    near = _within(first, second, NEAR)
    if not spoken and not near:
        return False
    if not _one_speaker(first, second):
        longest = max(len(first.reading.tokens), len(second.reading.tokens))
        left = spoken or (size >= UNQUOTED * longest and not (first.person and second.person))
        return left and size >= LONG and weight >= LONG_WEIGHT
    if not (first.voiced and second.voiced) and size < LONG:
        return False
    return near or weight >= LONG_WEIGHT


def _spoken(a: Reading, b: Reading, passages: Sequence[Passage]) -> bool:
    """Whether both quote some of the words."""
    return any(a.quoted[i] and b.quoted[j] for one in passages for i, j in one.pairs)


def _relation(
    a: Reading, b: Reading, passages: Sequence[Passage], shares: tuple[float, float]
) -> Relation | None:
    size = sum(len(one.pairs) for one in passages)
    if not _spoken(a, b, passages):
        opposite = _negations(a) % 2 != _negations(b) % 2
        return None if opposite else _unquoted(size, shares, (len(a.tokens), len(b.tokens)))
    if min(shares) >= SAME and not _lacks_a_sentence(a, b, passages):
        return "same"
    weighty = size >= 4 or sum(one.weight for one in passages) >= 2.0
    if (weighty and max(shares) >= PART) or _carries_a_whole(a, b, passages):
        return "part"
    return None


def _negations(reading: Reading) -> int:
    return sum(token in NEGATIONS for token in reading.tokens)


def _lacks_a_sentence(a: Reading, b: Reading, passages: Sequence[Passage]) -> bool:
    """Whether one of them has a sentence of which the other has no word."""
    met_a = {a.sentences[i] for one in passages for i, _ in one.pairs}
    met_b = {b.sentences[j] for one in passages for _, j in one.pairs}
    return bool((set(a.sentences) - met_a) | (set(b.sentences) - met_b))


def _unquoted(size: int, shares: tuple[float, float], lengths: tuple[int, int]) -> Relation | None:
    """The same for words that are nobody's in particular: nearly all of them, little ones included."""
    if min(shares) >= UNQUOTED and size >= 5 and size >= PART * max(lengths):
        return "same"
    whole = max(shares) >= UNQUOTED and size >= PART * min(lengths)
    return "part" if whole and size >= LONG else None


def _carries_a_whole(a: Reading, b: Reading, passages: Sequence[Passage]) -> bool:
    """Whether a whole quoted sentence or quoted fragment of one stands in the quoted words of the other."""
    both = [(i, j) for one in passages for i, j in one.pairs if a.quoted[i] and b.quoted[j]]
    left, right = {i for i, _ in both}, {j for _, j in both}
    if any(_is_whole(a, piece, left) for piece in _pieces(a)):
        return True
    if any(_is_whole(b, piece, right) for piece in _pieces(b)):
        return True
    return _is_cut(a, b, both) or _is_cut(b, a, [(j, i) for i, j in both])


def _pieces(reading: Reading) -> list[list[int]]:
    """The quoted words, by fragment and sentence."""
    pieces: dict[tuple[int, int], list[int]] = defaultdict(list)
    fragment = 0
    for index, quoted in enumerate(reading.quoted):
        fragment += index > 0 and quoted != reading.quoted[index - 1]
        if quoted:
            pieces[(fragment, reading.sentences[index])].append(index)
    return list(pieces.values())


def _is_whole(reading: Reading, piece: Sequence[int], found: set[int]) -> bool:
    inside = [index for index in piece if index in found]
    weight = sum(reading.weights[index] for index in inside)
    total = sum(reading.weights[index] for index in piece)
    if weight < (LONG_PART if weight >= LONG_WEIGHT else PART) * total:
        return False
    return (len(inside) >= 6 and weight >= 2.0) or (
        len(inside) >= 4 and 2 * len(piece) >= len(reading.tokens)
    )


def _is_cut(a: Reading, b: Reading, both: Sequence[tuple[int, int]]) -> bool:
    """Whether a few quoted words of `a` are half of a sentence that `b`, all of it a quotation, gives in full."""
    if all(a.quoted) or not all(b.quoted):
        return False
    for piece in _pieces(a):
        inside = [j for i, j in both if piece[0] <= i <= piece[-1]]
        if len(inside) == len(piece) >= 3 and sum(a.weights[i] for i in piece) >= 2.0:
            sentence = b.sentences[inside[0]]
            return b.sentences.count(sentence) <= 2 * len(piece)
    return False


def _sentences(a: Reading, b: Reading, passages: Sequence[Passage]) -> tuple[tuple[int, int], ...]:
    """The sentences that passages join: those of which most of one stands in the other."""
    alike: dict[tuple[int, int], float] = defaultdict(float)
    for passage in passages:
        for i, j in passage.pairs:
            alike[(a.sentences[i], b.sentences[j])] += a.weights[i]
    whole_a, whole_b = _by_sentence(a), _by_sentence(b)
    joined = {
        pair for pair, weight in alike.items() if weight >= 0.5 * min(whole_a[pair[0]], whole_b[pair[1]])
    }
    return tuple(sorted(joined or {max(sorted(alike), key=lambda pair: alike[pair])}))


def _by_sentence(reading: Reading) -> dict[int, float]:
    weights: dict[int, float] = defaultdict(float)
    for number, weight in zip(reading.sentences, reading.weights, strict=True):
        weights[number] += weight
    return weights


def _total(reading: Reading) -> float:
    return sum(reading.weights) or 1.0


def _loosely(first: Telling, second: Telling, rarity: Mapping[str, float]) -> Link | None:
    """A paraphrase: one speaker, one week, and most of the rare words of a sentence or of a quoted piece in order."""
    if not (_one_speaker(first, second) and first.voiced and second.voiced):
        return None
    if not _within(first, second, LOOSE_NEAR):
        return None
    a, b = first.reading, second.reading
    best = _closest(a, b, rarity) or _loose_piece(a, b)
    if best is None or _negated(a, best.sentences[0][0]) != _negated(b, best.sentences[0][1]):
        return None
    return best


def _closest(a: Reading, b: Reading, rarity: Mapping[str, float]) -> Link | None:
    """The two sentences that share the rarest words, where they share enough."""
    left, right = _stems_by_sentence(a), _stems_by_sentence(b)
    scored = [
        (_likeness(one, other, rarity), -i, -j) for i, one in left.items() for j, other in right.items()
    ]
    score, i, j = max(scored, default=(0.0, 0, 0))
    return Link("paraphrase", score, ((-i, -j),)) if score else None


def _loose_piece(a: Reading, b: Reading) -> Link | None:
    """A quoted piece of one of which most words stand in order in a quotation of the other."""
    blocks = SequenceMatcher(None, a.tokens, b.tokens, autojunk=False).get_matching_blocks()
    both = [
        (one.a + step, one.b + step)
        for one in blocks
        for step in range(one.size)
        if a.quoted[one.a + step] and b.quoted[one.b + step]
    ]
    turned = [(j, i) for i, j in both]
    for reading, pairs, swapped in ((a, both, False), (b, turned, True)):
        for piece in _pieces(reading):
            if inside := _mostly(reading, piece, pairs):
                i, j = inside[0][::-1] if swapped else inside[0]
                return Link("paraphrase", float(len(inside)), ((a.sentences[i], b.sentences[j]),))
    return None


def _mostly(
    reading: Reading, piece: Sequence[int], pairs: Sequence[tuple[int, int]]
) -> Sequence[tuple[int, int]]:
    """The pairs of words of a piece found close together in the other; none where they are too few."""
    inside = [pair for pair in pairs if piece[0] <= pair[0] <= piece[-1]]
    weight = sum(reading.weights[i] for i, _ in inside)
    total = sum(reading.weights[i] for i in piece)
    if len(inside) < 6 or weight < 3.0 or weight < LOOSE_PIECE * total:
        return ()
    return inside if inside[-1][1] - inside[0][1] < 2 * len(piece) else ()


def _stems_by_sentence(reading: Reading) -> dict[int, dict[str, bool]]:
    """For each sentence the stems that say something, with whether they are written small."""
    stems: dict[int, dict[str, bool]] = defaultdict(dict)
    for place, number in enumerate(reading.sentences):
        if reading.tokens[place] not in FUNCTION:
            stems[number][reading.stems[place]] = reading.small[place]
    return stems


def _likeness(one: Mapping[str, bool], other: Mapping[str, bool], rarity: Mapping[str, float]) -> float:
    """How rare what they share is; 0 where it is too little of either."""
    shared = sorted(one.keys() & other.keys())
    if len(shared) < 3 or min(len(one), len(other)) < LOOSE_WORDS:
        return 0.0
    if sum(one[stem] or other[stem] for stem in shared) < LOOSE_SMALL:
        return 0.0
    weight = sum(rarity.get(stem, 1.0) for stem in shared)
    totals = sorted(sum(rarity.get(stem, 1.0) for stem in sorted(stems)) for stems in (one, other))
    return weight if weight >= LOOSE * totals[0] and weight >= LOOSE_LONGER * totals[1] else 0.0


def _negated(reading: Reading, sentence: int) -> bool:
    pairs = zip(reading.sentences, reading.tokens, strict=True)
    return any(token in NEGATIONS for number, token in pairs if number == sentence)
