"""Figures of one source with what is said of them: a pure function of one entry."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from onrecord.across import events_words, quantities_words
from onrecord.across.differences_sentences import Sentence, sentences
from onrecord.across.numerals import Token, has_number, key_at, past_aside, tokens_of
from onrecord.across.quantities import Quantity, quantities
from onrecord.across.stems import stem
from onrecord.briefing import Entry
from onrecord.model import Span

REACH = 7
"""Tokens on either side of a figure among which "killed" or "wounded" says what befell those counted."""
BESIDE = 2
"""Tokens on either side by which two places in one sentence are told apart."""

CLOSE = 3
"""Words on either side of a figure that say what it is of."""
ROW = 8
"""Numerals from which words are looked at as a table."""
STEP = 5
"""Tokens before "to" among which "by" makes the number the end of a change: "by 75 cents to $42.75"."""
CHANGED = 9
"""Tokens before "to" or "by" and a number among which a word of change stands."""

_LOST = frozenset(map(stem, "life lives death fatality".split()))
_BREAKS = frozenset(',;:—–()[]“”"')
_JOINTS = frozenset("while but whereas although though because which who whose".split())
_ACT = {stem(word): f"@{act}" for act, listed in events_words.ACTS.items() for word in listed.split()}
_HARM = {stem(word): harm for harm, listed in quantities_words.HARMS.items() for word in listed.split()}
_DULL = frozenset(stem(word) for word in events_words.COMMON | events_words.SPEECH) | events_words.COMMON
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its sentence, with what it is compared by. Words are stems, or the act they tell ("@meet")."""

    source: str
    sentence: Sentence
    quantity: Quantity
    near: frozenset[str]
    """Words of its clause, names among them; numbers and the noun that is counted are not."""
    all: frozenset[str]
    """Words of the whole sentence."""
    names: frozenset[str]
    """Names in its clause."""
    named: frozenset[str]
    """Names anywhere in the sentence."""
    subject: frozenset[str]
    """The name nearest before the figure that no preposition leads to."""
    runs: tuple[frozenset[str], ...]
    """The names of the sentence, each with its words together."""
    places: tuple[frozenset[str], ...]
    """Those of its clause that "in", "at" or "near" leads to."""
    joined: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Names on either side of an "and": what is told of both together is not told of one."""
    harm: str
    """What befell those counted, where people are: "died", "hurt", "held", "missing", "displaced"; else ""."""
    moved: str
    """"to", "from" or "by" where it is an end or the size of a change, which is so on a day; else ""."""
    modifiers: frozenset[str]
    """Words between the number and the noun: "work-related"."""
    times: tuple[frozenset[str], ...]
    """Years, months and weekdays that the sentence names."""
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    """The tokens just before and just after."""
    close: frozenset[str]
    """The words nearest to it in its clause that name nobody: "tax" and "bill" in "a $27 million tax bill"."""
    alone: bool
    """Whether its sentence gives no other number of the same, or of the same harm."""
    clause: Span
    """Its clause, in the sentence."""
    surface: Mapping[str, str]
    """Word of `all` → as the clause writes it, else the sentence."""


def figures(entry: Entry) -> Iterator[Figure]:
    """The figures of a source, in order; of a sentence that is repeated once."""
    known: set[str] = set()
    for sentence in sentences(entry, has_number):
        if sentence.words in known or sentence.words.isupper() or not has_number(sentence.words):
            continue
        known.add(sentence.words)
        tokens = tokens_of(sentence.words)
        if _is_table(tokens):
            continue
        found = quantities(tokens)
        if found:
            yield from _framed(entry, sentence, tokens, found)


def _is_heard_inside(word: str, text: str) -> bool:
    """Whether a text has a word with a capital inside a sentence, and never without: a name, where it opens one."""
    if f" {word.casefold()}" in text:
        return False
    place = text.find(f" {word}")
    while place > 0 and not text[place - 1].islower():
        place = text.find(f" {word}", place + 1)
    return place > 0


def _is_table(tokens: Sequence[Token]) -> bool:
    """Whether the words are rows of numbers and no sentence."""
    numerals = sum(token.key[0].isdigit() for token in tokens)
    words = sum(token.key[0].isalpha() for token in tokens)
    return numerals >= ROW and 2 * numerals > words


def _framed(
    entry: Entry, sentence: Sentence, tokens: Sequence[Token], found: Sequence[Quantity]
) -> Iterator[Figure]:
    counted = {place for quantity in found for place in range(quantity.place[0], quantity.place[1] + 1)}
    keys = [_word(token) if place not in counted else "" for place, token in enumerate(tokens)]
    named = {place for place in _names(tokens, entry.source.text) if keys[place]}
    runs = _runs(keys, named)
    joined = tuple(_joined(tokens, runs))
    written = {key: tokens[place].word for place, key in enumerate(keys) if key}
    everywhere = frozenset(written)
    times = _times(tokens)
    harms = [_harm_of(tokens, quantity) for quantity in found]
    for quantity, harm in zip(found, harms, strict=True):
        first, last = _clause(tokens, quantity)
        modifiers = frozenset(_key(word) for word in quantity.before if len(word) > 1 and _key(word))
        yield Figure(
            entry.source.name,
            sentence,
            quantity,
            frozenset(key for key in keys[first:last] if key) | modifiers,
            everywhere | modifiers,
            frozenset(keys[place] for place in named if first <= place < last),
            frozenset(keys[place] for place in named),
            _subject(tokens, runs, quantity),
            tuple(run for _, _, run in runs),
            tuple(run for start, _, run in runs if first <= start < last and _leads(tokens, start) in _WHERE),
            joined,
            harm,
            _moved(tokens, quantity.place[0]),
            modifiers,
            times,
            _beside(tokens, quantity.place),
            _close(keys, named, (first, last), quantity.place) | modifiers,
            sum(
                (one.unit, one.noun, befell) == (quantity.unit, quantity.noun, harm)
                for one, befell in zip(found, harms, strict=True)
            )
            == 1,
            (tokens[first].start, tokens[last - 1].end),
            written | {keys[place]: tokens[place].word for place in range(first, last) if keys[place]},
        )


_PEOPLE = frozenset(
    stem(word)
    for word in """person soldier officer man woman child american civilian student worker marine policeman
    journalist passenger sailor troop firefighter""".split()
)
"""Whose deaths and injuries are counted."""


def _word(token: Token) -> str:
    """What the token is compared by; "" where it says nothing."""
    if not (token.key[0].isalpha() or _YEAR.fullmatch(token.key)) or len(token.key) < 2:
        return ""
    return _key(token.word)


def _key(word: str) -> str:
    root = stem(word)
    if (
        root in _DULL
        or root in quantities_words.MONTHS
        or root in _WEEKDAYS
        or root in quantities_words.UNITS
    ):
        return ""
    root = events_words.COUNTRY.get(root, events_words.COUNTRY.get(word.casefold(), root))
    return _ACT.get(root, root) if word[0].islower() else root


_FIRM = frozenset(
    "corp inc co ltd plc llc company group association assn agency news press times post".split()
)
"""Parts of names that many share."""


_NAMES_NOBODY = events_words.TITLES | _FIRM


def _names(tokens: Sequence[Token], text: str) -> Iterator[int]:
    """Places of capitalised words that name somebody or a place; no title, and no word that merely opens."""
    for place, token in enumerate(tokens):
        plain = token.key.removesuffix("’s").removesuffix("'s").replace(".", "")
        if token.word[0].isupper() and plain not in _NAMES_NOBODY:
            follows = tokens[place + 1].word if place + 1 < len(tokens) else ""
            if (
                (place > 0 and tokens[place - 1].key not in '“"' and not _is_label(tokens, place))
                or follows[:1].isupper()
                or (place == 0 and _is_heard_inside(token.word, text))
                or token.key[-2:] in ("’s", "'s")
            ):
                yield place


def _is_label(tokens: Sequence[Token], place: int) -> bool:
    """Whether only a word and a colon stand before: "NOTE: Operating net"."""
    return place == 2 and tokens[1].key == ":"


_Run = tuple[int, int, frozenset[str]]
"""First token of a name, the one after its last, its words."""


def _runs(keys: Sequence[str], named: Container[int]) -> list[_Run]:
    """The names, each with its words together."""
    runs: list[_Run] = []
    for place, key in enumerate(keys):
        if place in named and runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1, runs[-1][2] | {key})
        elif place in named:
            runs.append((place, place + 1, frozenset({key})))
    return runs


def _joined(tokens: Sequence[Token], runs: Sequence[_Run]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for (_, end, one), (start, _, other) in pairwise(runs):
        if [token.key for token in tokens[end:start]] in (
            ["and"],
            [",", "and"],
            ["and", "the"],
            ["and", "in"],
        ):
            yield one, other


def _clause(tokens: Sequence[Token], quantity: Quantity) -> tuple[int, int]:
    """First token of the clause around a quantity, and the one after its last; "and 10 in Ostry" is another.

    Of "12 people, including two nurses, were killed" all is the clause of either number, but not of amounts: they
    would be taken for the sum that they are part of.
    """
    first, last = _between(tokens, *quantity.place)
    if quantity.unit:
        return first, last
    aside = first - 1 if tokens[first].key == "including" and first > 1 else last
    after = past_aside(tokens, aside)
    if aside < first:
        first = _between(tokens, aside - 1, aside - 1)[0]
    return first, _between(tokens, after, after)[1] if after > aside else last


def _between(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The tokens from one end of a clause to the other, the one after the last included."""
    last += 1
    while first > 0 and not _breaks(tokens, first - 1):
        first -= 1
    while last < len(tokens) and not _breaks(tokens, last):
        last += 1
    return first, last


def _breaks(tokens: Sequence[Token], place: int) -> bool:
    key = tokens[place].key
    follows = tokens[place + 1].key if place + 1 < len(tokens) else ""
    counts = follows[:1].isdigit() or follows in quantities_words.UNITS or follows in quantities_words.TENS
    return key in _BREAKS or key in _JOINTS or (key == "and" and counts)


def _subject(tokens: Sequence[Token], runs: Sequence[_Run], quantity: Quantity) -> frozenset[str]:
    return next(
        (
            run
            for start, end, run in reversed(runs)
            if end <= quantity.place[0] and _leads(tokens, start) not in _LEADING
        ),
        frozenset(),
    )


def _leads(tokens: Sequence[Token], start: int) -> str:
    """The word before a name, an article aside."""
    before = tokens[start - 1].key if start else ""
    return tokens[start - 2].key if before in ("the", "a", "its") and start > 1 else before


_WHERE = frozenset("in at near outside".split())
_LEADING = frozenset("in on at near outside of by from for to with through under over against".split())


def _close(
    keys: Sequence[str], named: Container[int], clause: tuple[int, int], place: tuple[int, int]
) -> frozenset[str]:
    """The `CLOSE` words on either side of a quantity, in its clause, that name nobody."""
    before = (keys[n] for n in range(place[0] - 1, clause[0] - 1, -1) if keys[n] and n not in named)
    after = (keys[n] for n in range(place[1] + 1, clause[1]) if keys[n] and n not in named)
    return frozenset([*islice(before, CLOSE), *islice(after, CLOSE)])


def _harm_of(tokens: Sequence[Token], quantity: Quantity) -> str:
    """What befell people, where people are counted."""
    return _harm(tokens, quantity) if quantity.noun in _PEOPLE or quantity.counted[:1].isupper() else ""


def _harm(tokens: Sequence[Token], quantity: Quantity) -> str:
    """What befell them, by the nearest word that says so; of two equally near ones the later.

    "killed 12 people, including two nurses, and wounded 30" says it before the nurses.
    """
    if quantity.kind in _LOST:
        return "died"
    first, last = quantity.place
    ahead, back = range(last + 1, last + 1 + REACH), range(first - 1, first - 1 - REACH, -1)
    near = [place for both in zip(ahead, back, strict=True) for place in both]
    if key_at(tokens, first - 1) == "including":
        near = [*back, *ahead]
    return next((harm for place in near if (harm := _HARM.get(stem(key_at(tokens, place))))), "")


def _moved(tokens: Sequence[Token], first: int) -> str:
    """What a number is to a change that is told just before it."""
    while first and tokens[first - 1].key in ("a", "the", "record"):
        first -= 1
    before = tokens[first - 1].key if first else ""
    if before in quantities_words.FORMER or (
        before == "with" and first > 1 and tokens[first - 2].key == "compared"
    ):
        return "from"
    if before in quantities_words.ROSE:
        return "by"
    if before not in ("to", "by", "at"):
        return ""
    if before == "to" and any(token.key == "by" for token in tokens[max(0, first - STEP) : first - 1]):
        return "to"
    changes = any(
        token.key in quantities_words.CHANGES for token in tokens[max(0, first - CHANGED) : first - 1]
    )
    return {"at": "to"}.get(before, before) if changes else ""


def _times(tokens: Sequence[Token]) -> tuple[frozenset[str], ...]:
    years = frozenset(token.key for token in tokens if _YEAR.fullmatch(token.key))
    proper = [token.key.removesuffix("’s").removesuffix("'s") for token in tokens if token.word[0].isupper()]
    months = frozenset(key[:3] for key in proper if key.rstrip(".") in quantities_words.MONTHS)
    return years, months, frozenset(key for key in proper if key in _WEEKDAYS)


def _beside(tokens: Sequence[Token], place: tuple[int, int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = tokens[max(0, place[0] - BESIDE) : place[0]]
    after = tokens[place[1] + 1 : place[1] + 1 + BESIDE]
    return tuple(token.key for token in before), tuple(token.key for token in after)
