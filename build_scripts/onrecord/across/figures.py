"""Figures of one source with what is said of them: a pure function of one entry."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from onrecord.across import events_words, quantities_words
from onrecord.across.differences_sentences import Sentence, sentences
from onrecord.across.figures_clauses import clause_of
from onrecord.across.figures_harm import harm_of
from onrecord.across.figures_names import Run, joined_names, names, runs_of, saying
from onrecord.across.figures_when import Timed, When, of_lead, when_of, whens
from onrecord.across.numerals import Token, has_number, key_at, tokens_of
from onrecord.across.quantities import Quantity, quantities
from onrecord.across.stems import CACHED, stem
from onrecord.briefing import Entry
from onrecord.model import Span

BESIDE = 2
"""Tokens on either side by which two places in one sentence are told apart."""

LEAD = 500
"""Code points from the first sentence on that say what a text is about."""
OLDEST = 1500
"""No day is read from a publication before this year."""
CLOSE = 3
"""Words on either side of a figure that say what it is of."""
ROW = 8
"""Numerals from which words are looked at as a table."""
STEP = 5
"""Tokens before "to" among which "by" makes the number the end of a change: "by 75 cents to $42.75"."""
CHANGED = 9
"""Tokens before "to" or "by" and a number among which a word of change stands."""

_ACT = {stem(word): f"@{act}" for act, listed in events_words.ACTS.items() for word in listed.split()}
_DULL = frozenset(stem(word) for word in events_words.COMMON | events_words.SPEECH) | events_words.COMMON
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EXPECTED = frozenset(map(stem, quantities_words.EXPECTED))
_STORY = re.compile(r"[^\W\d_]+(?:[’'.][^\W\d_]+)*|\b(?:1[89]|20)\d\d\b")
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
    """Years, months and weekdays that the sentence names; of a weekday in a text with a date see `when`."""
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    """The tokens just before and just after."""
    close: frozenset[str]
    """The words nearest to it in its clause that name nobody: "tax" and "bill" in "a $27 million tax bill"."""
    measured: frozenset[str]
    """What an amount is of, where that stands right behind it."""
    expected: bool
    """Whether the words before it in its clause say that it is to come: "expects to win 40 seats"."""
    alone: bool
    """Whether its sentence gives no other number of the same, or of the same harm."""
    clause: Span
    """Its clause, in the sentence."""
    surface: Mapping[str, str]
    """Word of `all` → as the clause writes it, else the sentence."""
    when: When | None
    """When what is counted came about, where the words or the place of the sentence say so."""
    story: frozenset[str]
    """What its source is about: the words with which it begins."""
    leads: bool
    """Whether it stands among those."""


def figures(entry: Entry) -> Iterator[Figure]:
    """The figures of a source, in order; of a sentence that is repeated once."""
    known: set[str] = set()
    text: _Text | None = None
    for sentence in sentences(entry, has_number):
        if sentence.words in known or sentence.words.isupper() or not has_number(sentence.words):
            continue
        known.add(sentence.words)
        tokens = tokens_of(sentence.words)
        if _is_table(tokens):
            continue
        found = quantities(tokens)
        if found:
            text = text or _text(entry)
            yield from _framed(text, sentence, tokens, found)


def _is_table(tokens: Sequence[Token]) -> bool:
    """Whether the words are rows of numbers and no sentence."""
    numerals = sum(token.key[0].isdigit() for token in tokens)
    words = sum(token.key[0].isalpha() for token in tokens)
    return numerals >= ROW and 2 * numerals > words


@dataclass(frozen=True, slots=True)
class _Text:
    """One source, with what all of its figures are seen by."""

    entry: Entry
    published: date | None
    lead: int
    """Where its first sentences end."""
    story: frozenset[str]
    """The words that say something in its titles and its first sentences."""


def _text(entry: Entry) -> _Text:
    first = next((one.span[0] for one in entry.source.paragraphs if one.kind in ("text", "quote")), 0)
    lead = first + LEAD
    story = {_key(word) for word in {*_STORY.findall(entry.source.text[:lead])} if len(word) > 1}
    return _Text(entry, _published(entry), lead, frozenset(story - {""}))


def _published(entry: Entry) -> date | None:
    try:
        day = date.fromisoformat((entry.source.published or "")[:10])
    except ValueError:
        return None
    return day if day.year >= OLDEST else None


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of a sentence are compared by."""

    keys: Sequence[str]
    """Of each token; "" where it says nothing."""
    named: Set[int]
    """Places of tokens that are part of a name."""
    runs: Sequence[Run]
    joined: tuple[tuple[frozenset[str], frozenset[str]], ...]
    written: Mapping[str, str]
    """Key → as the sentence writes it."""


def _words(tokens: Sequence[Token], keys: Sequence[str], named: Set[int]) -> _Words:
    runs = runs_of(keys, named)
    written = {key: token.word for key, token in zip(keys, tokens, strict=True) if key}
    return _Words(keys, named, runs, tuple(joined_names(tokens, runs)), written)


def _framed(
    text: _Text, sentence: Sentence, tokens: Sequence[Token], found: Sequence[Quantity]
) -> Iterator[Figure]:
    counted = {place for quantity in found for place in range(quantity.place[0], quantity.place[1] + 1)}
    keys = [_word(token) if place not in counted else "" for place, token in enumerate(tokens)]
    said = _words(tokens, keys, {place for place in names(tokens, text.entry.source.text) if keys[place]})
    harms = [harm_of(tokens, quantity) for quantity in found]
    befell = _without_sayers(tokens, said) if any(harms) else said
    times = whens(tokens, text.published)
    for quantity, harm in zip(found, harms, strict=True):
        alone = sum(
            (one.unit, one.noun, other) == (quantity.unit, quantity.noun, harm)
            for one, other in zip(found, harms, strict=True)
        )
        yield _figure((text, sentence, tokens), befell if harm else said, quantity, (harm, alone == 1), times)


def _without_sayers(tokens: Sequence[Token], words: _Words) -> _Words:
    """The same but for those who say it: who tells how many were hurt is no part of what befell them."""
    sayers = set(saying(tokens, words.runs))
    if not sayers:
        return words
    keys = [key if place not in sayers else "" for place, key in enumerate(words.keys)]
    return _words(tokens, keys, words.named - sayers)


def _figure(
    home: tuple[_Text, Sentence, Sequence[Token]],
    words: _Words,
    quantity: Quantity,
    told: tuple[str, bool],
    times: Sequence[Timed],
) -> Figure:
    """The figure of a quantity; `told`: what befell those counted, and whether no other was told of."""
    text, sentence, tokens = home
    first, last = clause_of(tokens, quantity)
    keys, named, runs = words.keys, words.named, words.runs
    modifiers = frozenset(_key(word) for word in quantity.before if len(word) > 1 and _key(word))
    beside = {key: token.word for key, token in zip(keys[first:last], tokens[first:last], strict=True) if key}
    leads = sentence.span[0] < text.lead
    when = when_of(tokens, times, (first, last), quantity.place[0])
    return Figure(
        text.entry.source.name,
        sentence,
        quantity,
        frozenset(beside) | modifiers,
        frozenset(words.written) | modifiers,
        frozenset(keys[place] for place in named if first <= place < last),
        frozenset(keys[place] for place in named),
        _subject(tokens, runs, quantity),
        tuple(run for _, _, run in runs),
        tuple(run for start, _, run in runs if first <= start < last and _leads(tokens, start) in _WHERE),
        words.joined,
        told[0],
        _moved(tokens, quantity.place[0]),
        modifiers,
        _times(tokens, text.published),
        _beside(tokens, quantity.place),
        _close(keys, named, (first, last), quantity.place) | modifiers,
        _measured(tokens, keys, quantity),
        any(stem(token.key) in _EXPECTED for token in tokens[first : quantity.place[0]]),
        told[1],
        (tokens[first].start, tokens[last - 1].end),
        {**words.written, **beside},
        when or (of_lead(text.published) if leads else None),
        text.story,
        leads,
    )


def _measured(tokens: Sequence[Token], keys: Sequence[str], quantity: Quantity) -> frozenset[str]:
    """What an amount is of, where that stands behind it: "$4 million of beef", "a $3 million tax bill"."""
    place = quantity.place[1] + 1
    if not quantity.unit or quantity.unit in ("%", "points"):
        return frozenset()
    if key_at(tokens, place) in ("in", "of"):
        place += 1
    while key_at(tokens, place) in ("the", "a", "an", "its", "back", "down", "new", "-"):
        place += 1
    found = []
    for at in range(place, min(place + CLOSE, len(tokens))):
        if tokens[at].key in quantities_words.STOPS or not keys[at]:
            break
        found.append(keys[at])
    return frozenset(found)


def _word(token: Token) -> str:
    """What the token is compared by; "" where it says nothing."""
    if not (token.key[0].isalpha() or _YEAR.fullmatch(token.key)) or len(token.key) < 2:
        return ""
    return _key(token.word)


@lru_cache(maxsize=CACHED)
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


def _subject(tokens: Sequence[Token], runs: Sequence[Run], quantity: Quantity) -> frozenset[str]:
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


def _times(tokens: Sequence[Token], published: date | None) -> tuple[frozenset[str], ...]:
    years = frozenset(token.key for token in tokens if _YEAR.fullmatch(token.key))
    proper = [token.key.removesuffix("’s").removesuffix("'s") for token in tokens if token.word[0].isupper()]
    months = frozenset(key[:3] for key in proper if key.rstrip(".") in quantities_words.MONTHS)
    weekdays = frozenset(key for key in proper if key in _WEEKDAYS and not published)
    return years, months, weekdays


def _beside(tokens: Sequence[Token], place: tuple[int, int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = tokens[max(0, place[0] - BESIDE) : place[0]]
    after = tokens[place[1] + 1 : place[1] + 1 + BESIDE]
    return tuple(token.key for token in before), tuple(token.key for token in after)
