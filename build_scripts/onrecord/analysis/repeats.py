"""The same words twice in one text: what a lead leaves unnamed, a later paragraph often tells."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.analysis.references import Found, fits
from onrecord.analysis.roles import keys_of
from onrecord.languages.en.people import NOT_NAMES
from onrecord.model import Statement

Run = tuple[str, ...]

_WORD = re.compile(r"\w+(?:[’']\w+)?")
SAME_RUN = 6
"""Words in a row that two quotations share when they are the same saying."""
SHARED = 0.5
"""Part of a lead's content words that must come back under a name."""
FEWEST = 3
"""Content words that must come back; one less where the role shares a word too."""
LEAD_PARAGRAPHS = 6
MOST_LEADS = 8


def settle(text: str, statements: tuple[Statement, ...], found: list[Found]) -> list[Found]:
    """Names the unnamed speaker of words that stand under a name elsewhere in the text."""
    settled = list(found)
    unsure = [i for i, one in enumerate(statements) if not found[i].actor or _unsaid(text, one)]
    runs = _runs(text, statements, found, unsure)
    for i in unsure:
        j = _repeated(text, statements[i], runs)
        if j is not None and j != i and found[j].name != found[i].name:
            settled[i] = _as(
                found[j], f"the same words stand in ¶{statements[j].paragraph} under {found[j].name}"
            )
    leads = [i for i, f in enumerate(settled) if _open_lead(statements[i], f)][:MOST_LEADS]
    for i in leads:
        settled[i] = _lead(text, statements, settled, i)
    return settled


def _as(found: Found, because: str) -> Found:
    return replace(found, because=because)


def _unsaid(text: str, statement: Statement) -> bool:
    """Whether a quotation has no reporting words outside itself: its grammatical subject need not have said it."""
    inside = [any(a <= start < b for a, b in statement.content) for start, _ in statement.cue]
    return statement.kind != "indirect" and all(inside)


def _open_lead(statement: Statement, found: Found) -> bool:
    early = statement.paragraph <= LEAD_PARAGRAPHS
    return early and found.actor is None and found.told is not None and bool(found.told.head)


def _tokens(text: str, statement: Statement) -> list[str]:
    return [w.lower() for a, b in statement.content for w in _WORD.findall(text, a, b)]


def _runs(
    text: str, statements: tuple[Statement, ...], found: list[Found], unsure: list[int]
) -> dict[Run, int]:
    """Each run of words of the unsure statements that a named speaker said, and the first statement that holds it."""
    wanted = {run for i in unsure for run in _runs_of(text, statements[i])}
    runs: dict[Run, int] = {}
    for i, statement in enumerate(statements) if wanted else ():
        if found[i].actor is None or _unsaid(text, statement):
            continue
        for run in _runs_of(text, statement):
            if run in wanted:
                runs.setdefault(run, i)
    return runs


def _runs_of(text: str, statement: Statement) -> Iterator[Run]:
    """Every run of words of a quotation."""
    words = _tokens(text, statement) if statement.kind != "indirect" else []
    return (tuple(words[at : at + SAME_RUN]) for at in range(len(words) - SAME_RUN + 1))


def _repeated(text: str, statement: Statement, runs: dict[Run, int]) -> int | None:
    return next((runs[run] for run in _runs_of(text, statement) if run in runs), None) if runs else None


def _lead(text: str, statements: tuple[Statement, ...], found: list[Found], lead: int) -> Found:
    """A lead's speaker: the one later speaker of such a role who says much the same."""
    told, mine = found[lead].told, _gist(text, statements[lead])
    if told is None or not mine:
        return found[lead]
    best: tuple[float, int] | None = None
    for i, statement in enumerate(statements):
        actor = found[i].actor
        if actor is None or statement.content[:1] <= statements[lead].content[:1] or not fits(told, actor):
            continue
        shared = mine & _gist(text, statement)
        worth = len(shared) / len(mine)
        alike = any(told.keys & keys_of(role.words) for role in actor.roles)
        if len(shared) >= FEWEST - alike and worth >= SHARED and (best is None or worth > best[0]):
            best = (worth, i)
    if best is None:
        return found[lead]
    name = found[best[1]].name
    return _as(
        found[best[1]],
        f"“{told.words}” is {name}, who says much the same in ¶{statements[best[1]].paragraph}",
    )


def _gist(text: str, statement: Statement) -> set[str]:
    return {word[:6] for word in _tokens(text, statement) if word not in NOT_NAMES and len(word) > 2}
