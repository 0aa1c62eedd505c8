"""Pairs of figures as differences: each thing once, in the sources' words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.across.differences_figures import Pair, pairs, rounded
from onrecord.across.differences_sides import annotation_at, days_apart, quoted, shortened, side, unfolded
from onrecord.across.figures import Figure, figures
from onrecord.briefing import Difference, Entry, Side

WORDS = 4
"""Shared words that are named as the reason, at most."""


def figure_differences(entries: Sequence[Entry], days: Mapping[str, int]) -> Iterator[Difference]:
    """The differences of figures, the surest first, without ids."""
    found = [figure for entry in entries for figure in figures(entry)]
    home = {entry.source.name: entry for entry in entries}
    for pair in _once(pairs(found, days), found):
        one, other = found[pair.one], found[pair.other]
        sides = (_side(one, home), _side(other, home))
        yield Difference(
            "", "figure", shortened(_about(one, other)), sides, _because(pair, one, other, sides)
        )


def _once(matched: Sequence[Pair], found: Sequence[Figure]) -> Iterator[Pair]:
    """The pairs without those that tell a shown difference again: the same thing and numbers from other sources."""
    shown: list[Pair] = []
    for pair in matched:
        if not any(_again(pair, other, found) for other in shown):
            shown.append(pair)
            yield pair


def _again(pair: Pair, other: Pair, found: Sequence[Figure]) -> bool:
    mine, yours = ((found[p.one].quantity, found[p.other].quantity) for p in (pair, other))
    if (mine[0].unit, mine[0].noun) != (yours[0].unit, yours[0].noun):
        return False
    alike = any(rounded(mine[0], a) and rounded(mine[1], b) for a, b in (yours, yours[::-1]))
    return alike and (
        bool({*pair.shared} & {*other.shared}) or bool({pair.one, pair.other} & {other.one, other.other})
    )


def _side(figure: Figure, home: Mapping[str, Entry]) -> Side:
    entry, sentence = home[figure.source], figure.sentence
    mark = unfolded(entry.source.text, sentence.span, figure.quantity.span)
    made = side(entry, sentence.paragraph, sentence.span, mark, annotation_at(entry, mark))
    return replace(made, sentence=sentence.words, point=figure.quantity.span, span=sentence.span)


def _about(one: Figure, other: Figure) -> str:
    """The clause of the briefer side, without its figure."""
    clauses = [_clause(figure) for figure in (one, other)]
    return min(clauses, key=lambda words: (len(words.split()) < 3, len(words)))


def _clause(figure: Figure) -> str:
    start, end = figure.clause
    words = figure.sentence.words
    first, last = figure.quantity.span
    before = words[start:first].strip(" ,-").removeprefix("and ").removeprefix("that ")
    return " … ".join(filter(None, ["" if before == "and" else before, words[last:end].strip(" ,-.")]))


def _because(pair: Pair, one: Figure, other: Figure, sides: tuple[Side, Side]) -> str:
    counted = one.quantity.counted
    shared = [one.surface[key] for key in pair.shared if key in one.surface][:WORDS]
    both = f"Both count {counted}" if counted else "Both give an amount"
    reason = f"{both} and share {quoted(shared)}." if shared else f"{both} in much the same words."
    may = "May agree: one number can fit both. " if pair.agree else ""
    return may + reason + days_apart(sides[0].entry, sides[1].entry)
