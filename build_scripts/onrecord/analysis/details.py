"""What a statement's cue tells besides: the act, and the day it was said on."""

import re
from bisect import bisect_left

from onrecord.analysis.clauses import Tree
from onrecord.analysis.draft import Draft
from onrecord.languages.en.acts import ACTS, BY_FRAME, IN_QUOTATION
from onrecord.model import TimeExpression

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(?:MO|AF|EV|NI|\d\d.*))?$")
REACH = 14
"""Tokens from the cue within which a day may stand."""


def act_of(draft: Draft) -> str:
    """What kind of attribution the cue makes: said, wrote, asked, urged, showed, thought, felt, planned, judged."""
    act = BY_FRAME.get((draft.lemma, draft.frame)) or ACTS.get(draft.lemma, "")
    if draft.frame in ("quotation", "label"):
        return act if act in IN_QUOTATION else "said"
    return act or (
        "planned"
        if draft.frame in ("inf", "n-inf", "a-inf")
        else "judged"
        if draft.frame == "object"
        else "said"
    )


def said_on(tree: Tree, draft: Draft, times: tuple[TimeExpression, ...]) -> str | None:
    """The ISO day on which it was said: a day that stands with the cue, outside what is said.

    `times` in the order of the text.
    """
    if draft.head is None or not times:
        return None
    low, high = _clause(tree, draft)
    first, last = (bisect_left(times, edge, key=lambda time: time.span[0]) for edge in (low, high))
    for time in times[first:last]:
        start, end = time.span
        day = _DAY.match(time.value)
        if day and end <= high and not _in_content(draft, start) and _hangs_on(tree, draft, start, end):
            return day[1]
    return None


def _clause(tree: Tree, draft: Draft) -> tuple[int, int]:
    """Offsets between which the cue's own words lie."""
    assert draft.head is not None
    first = last = draft.head
    sentence = tree.sentences[draft.head]
    while first > 0 and tree.sentences[first - 1] == sentence and draft.head - first < REACH:
        first -= 1
    while last + 1 < len(tree.words) and tree.sentences[last + 1] == sentence and last - draft.head < REACH:
        last += 1
    return tree.starts[first], tree.ends[last]


def _in_content(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.spans)


def _hangs_on(tree: Tree, draft: Draft, start: int, end: int) -> bool:
    """Whether the words at an offset depend on the cue, over at most three steps, or stand right beside it."""
    assert draft.head is not None
    for token in range(max(0, draft.head - REACH), min(len(tree.words), draft.head + REACH)):
        if not start <= tree.starts[token] < end:
            continue
        at = token
        for _ in range(6):
            if at == draft.head or abs(token - draft.head) == 1:
                return True
            if tree.deps[at] not in (
                "pobj",
                "prep",
                "npadvmod",
                "nmod",
                "compound",
                "nummod",
                "advmod",
                "tmod",
            ):
                break
            at = tree.heads[at]
    return False
