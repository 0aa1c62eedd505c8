"""A statement in the making, and the words that name its speaker."""

from collections.abc import Container
from typing import NamedTuple

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import Tree
from onrecord.model import Span


class Draft(NamedTuple):
    """A statement in the making."""

    spans: list[Span]
    cue: tuple[int, ...]
    mention: Span | None
    because: str
    head: int | None = None
    """The cue's head token."""
    frame: str = "quotation"
    chance: float = 1.0
    lemma: str = ""
    via: int | None = None
    """The head of the words that name who passes it on, where that is not read off the sentence."""
    occasion: int | None = None
    """“in” of “in an interview with X”, where the parse took it into the content."""


def phrase(tree: Tree, head: int, *without: Container[int]) -> Span | None:
    """The noun phrase of `head`: what hangs on it without a gap, its own possessive mark and `without` left out."""
    tokens = {
        token
        for token in tree.subtree(head)
        if (tree.tags[token] != "POS" or tree.heads[token] != head)
        and not any(token in one for one in without)
    }
    first = last = head
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    spans = tree.spans(list(range(first, last + 1)))
    return spans[0] if spans else None


def mention_of(tree: Tree, candidate: Candidate) -> Span | None:
    """The words that name who says it; of "X, who said …" both X and who."""
    if candidate.source is None:
        return None
    own = phrase(tree, candidate.source)
    if candidate.frame == "according" and own is not None and candidate.content[0] > candidate.cue:
        before = tree.text[own[0] : tree.starts[candidate.content[0]]].rstrip(" ,")
        return own[0], min(own[1], own[0] + len(before))
    if candidate.link != "relative" or own is None:
        return own
    antecedent = tree.heads[candidate.cue]
    spans = tree.spans([token for token in tree.subtree(antecedent) if token <= candidate.source])
    return (spans[-1][0], own[1]) if spans else own
