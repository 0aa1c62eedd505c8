"""The parse as plain lists, and what of a clause belongs to a statement.

Walking spaCy's token objects costs more than the walk itself, so one pass copies what the rules read.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, LOWER, SENT_START, TAG
from spacy.tokens import Doc

from onrecord.model import Span

EDGE_MARKS = frozenset({",", ".", ";", ":", "-", "--", "–", "—", "...", "…", "―", "|", "?", "!"})
"""Marks cut from the ends of a piece of content that is not itself a quotation."""


VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOUN_TAGS = frozenset({"NN", "NNS"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Token by token: offsets, words and dependencies. Indices are the doc's token indices."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: list[str]
    """Lower case."""
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: Sequence[int]
    kids: Sequence[Sequence[int]]
    """Children of each token, left to right."""
    sentences: Sequence[int]
    """Number of each token's sentence."""

    def child(self, at: int, *deps: str) -> int | None:
        """The first child of `at` under one of the relations."""
        for kid in self.kids[at]:
            if self.deps[kid] in deps:
                return kid
        return None

    def subtree(self, at: int, without: frozenset[int] = frozenset()) -> list[int]:
        """`at` and all below it, in order, without the subtrees of `without`."""
        found, stack = [], [at]
        while stack:
            token = stack.pop()
            if token in without:
                continue
            found.append(token)
            stack.extend(self.kids[token])
        found.sort()
        return found

    def sentence(self, at: int) -> range:
        """The tokens of the sentence that `at` is in."""
        start = end = at
        number = self.sentences[at]
        while start > 0 and self.sentences[start - 1] == number:
            start -= 1
        while end < len(self.sentences) and self.sentences[end] == number:
            end += 1
        return range(start, end)

    def spans(self, tokens: list[int]) -> list[Span]:
        """The tokens as spans of text: runs without a gap, edge marks and white space cut off."""
        runs: list[list[int]] = []
        for token in tokens:
            if runs and token <= runs[-1][-1] + 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        return [span for run in runs if (span := self._trimmed(run))]

    def _trimmed(self, run: list[int]) -> Span | None:
        first, last = 0, len(run) - 1
        while first <= last and (self.words[run[first]] in EDGE_MARKS or self.tags[run[first]] == "_SP"):
            first += 1
        while last >= first and (self.words[run[last]] in EDGE_MARKS or self.tags[run[last]] == "_SP"):
            last -= 1
        return (self.starts[run[first]], self.ends[run[last]]) if first <= last else None


def tree_of(doc: Doc, text: str) -> Tree:
    """The doc's parse as lists, in one pass; `text` is the source's."""
    columns = doc.to_array([IDX, LENGTH, LOWER, LEMMA, TAG, DEP, HEAD, SENT_START]).reshape(-1, 8).T
    idx, length, *names, head, start = columns.astype("int64", copy=False)
    heads = _numbers(head + numpy.arange(len(head)))
    words, lemmas, tags, deps = (_strings(doc, column) for column in names)
    sentences = _numbers((numpy.cumsum(start == 1) - 1).clip(0))
    starts, ends = _numbers(idx), _numbers(idx + length)
    return Tree(text, starts, ends, words, lemmas, tags, deps, heads, _kids(heads), sentences)


def _kids(heads: Sequence[int]) -> Sequence[Sequence[int]]:
    """The children of each token; all that have none share one list, for there are millions."""
    nothing: list[int] = []
    kids = [nothing] * len(heads)
    for at, above in enumerate(heads):
        if above == at:
            continue
        if kids[above] is nothing:
            kids[above] = [at]
        else:
            kids[above].append(at)
    return kids


def _numbers(column: Any) -> Sequence[int]:
    """As plain numbers of four bytes each: a list of them takes nine times the room."""
    return array("i", column.astype("int32").tobytes())


def _strings(doc: Doc, column: Any) -> list[str]:
    """spaCy's numbers as words, each looked up once."""
    numbers, places = numpy.unique(column.astype("uint64"), return_inverse=True)
    known = [doc.vocab.strings[int(number)] for number in numbers]
    return [known[place] for place in places.tolist()]
