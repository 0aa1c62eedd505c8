"""Pairs of figures as differences: each thing once, in the sources' words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.across.differences_figures import Pair, pairs
from onrecord.across.differences_figures_numbers import rounded
from onrecord.across.differences_sides import annotation_at, days_apart, quoted, shortened, unfolded
from onrecord.across.figures import Figure, figures
from onrecord.across.memory import Memory, texts
from onrecord.across.quantities import Quantity
from onrecord.briefing import Difference, Entry, Side

_HANGING = re.compile(r"(?: (?:a|an|at|by|for|from|in|of|on|the|to|with))+\Z")
WORDS = 4
"""Shared words that are named as the reason, at most."""


def figure_differences(
    entries: Sequence[Entry], days: Mapping[str, int], memory: Memory | None = None
) -> Iterator[Difference]:
    """The differences of figures, the surest first, without ids."""
    home = {entry.source.name: entry for entry in entries}
    told = (memory or Memory()).recall("figures", texts(entries, memory), lambda: _told(entries, days, home))
    for about, because, one, other in told:
        yield Difference("", "figure", about, (_side(one, home), _side(other, home)), because)


def _told(entries: Sequence[Entry], days: Mapping[str, int], home: Mapping[str, Entry]) -> list[Any]:
    """[about, because, one side, the other] of each difference, as plain values."""
    found = [figure for entry in entries for figure in figures(entry)]
    told = []
    for pair in _once(pairs(found, days), found):
        one, other = found[pair.one], found[pair.other]
        because = _because(pair, one, other) + days_apart(home[one.source], home[other.source])
        told.append([shortened(_about(one, other)), because, _plain(one, home), _plain(other, home)])
    return told


def _plain(figure: Figure, home: Mapping[str, Entry]) -> list[Any]:
    """[source, ¶, words of the sentence, its span in the text, the figure in the words, the figure in the text]."""
    sentence, point = figure.sentence, figure.quantity.span
    mark = unfolded(home[figure.source].source.text, sentence.span, point)
    return [figure.source, sentence.paragraph, sentence.words, list(sentence.span), list(point), list(mark)]


def _side(plain: Sequence[Any], home: Mapping[str, Entry]) -> Side:
    name, paragraph, words, span, point, mark = plain
    held = annotation_at(home[name], (mark[0], mark[1]))
    return Side(home[name], paragraph, words, (point[0], point[1]), (span[0], span[1]), held)


@dataclass(frozen=True, slots=True)
class _Thing:
    """What figures that were paired are of."""

    figures: list[int]
    numbers: list[Quantity]
    """The numbers given of it, none of them twice."""


def _once(matched: Sequence[Pair], found: Sequence[Figure]) -> Iterator[Pair]:
    """The pairs without those that tell nothing new: both numbers of the thing are shown, if from other sources."""
    told: set[tuple[str, str, float, float, str]] = set()
    things: dict[int, _Thing] = {}
    for pair in matched:
        quantities = found[pair.one].quantity, found[pair.other].quantity
        keys = set(_keys(pair, *quantities))
        if _is_new(_thing(things, pair), quantities) and not keys & told:
            told |= keys
            yield pair


def _is_new(thing: _Thing, numbers: Iterable[Quantity]) -> bool:
    """Whether a number of the thing was not given before; from now on each is."""
    before = len(thing.numbers)
    for number in numbers:
        if not any(rounded(number, known) for known in thing.numbers):
            thing.numbers.append(number)
    return len(thing.numbers) > before


def _thing(things: dict[int, _Thing], pair: Pair) -> _Thing:
    """The thing that both figures are of, with all that either was paired with before."""
    one, other = (things.setdefault(index, _Thing([index], [])) for index in (pair.one, pair.other))
    if one is other:
        return one
    if len(one.figures) < len(other.figures):
        one, other = other, one
    one.figures.extend(other.figures)
    _is_new(one, other.numbers)
    things.update(dict.fromkeys(other.figures, one))
    return one


def _keys(pair: Pair, one: Quantity, other: Quantity) -> Iterator[tuple[str, str, float, float, str]]:
    """What is counted, both numbers, and of things each of the shared words: two amounts meet but once."""
    low, high = sorted((one.value, other.value))
    for word in ("",) if one.unit else pair.shared:
        yield one.unit, one.noun, low, high, word


def _about(one: Figure, other: Figure) -> str:
    """The clause of the briefer side, without its figure."""
    clauses = [_clause(figure) for figure in (one, other)]
    return min(clauses, key=lambda words: (len(words.split()) < 3, len(words)))


def _clause(figure: Figure) -> str:
    start, end = figure.clause
    words = figure.sentence.words
    first, last = figure.quantity.span
    before = words[start:first].strip(" ,-").removeprefix("and ").removeprefix("that ")
    after = words[last:end].strip(" ,-.")
    if not after:
        before = _HANGING.sub("", before)
    return " … ".join(filter(None, ["" if before == "and" else before, after]))


def _because(pair: Pair, one: Figure, other: Figure) -> str:
    counted = one.quantity.counted
    shared = [one.surface[key] for key in pair.shared if key in one.surface][:WORDS]
    both = f"Both count {counted}" if counted else "Both give an amount"
    reason = f"{both} and share {quoted(shared)}." if shared else f"{both} in much the same words."
    if not pair.agree:
        return reason
    may = "the higher count is the later one" if pair.grew else "one number can fit both"
    return f"May agree: {may}. {reason}"
