"""Who carries what: statements and events by source, and what stands in one source only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from onrecord.across.differences import MAY_AGREE
from onrecord.briefing import (
    Coverage,
    CoverageRow,
    Day,
    Difference,
    Entry,
    Happening,
    OnlyHere,
    Shared,
    Side,
    Told,
    Wording,
)
from onrecord.model import is_speech

WHOLE = 0.8
"""Of the words of the fullest wording, how many make a wording full."""

_Place = tuple[str, str]
"""Source name, id of the annotation."""
_RANK: dict[Coverage, int] = {"contradicted": 2, "full": 1, "part": 0, "absent": -1}


def coverage(
    entries: Sequence[Entry], same: Sequence[Shared], days: Sequence[Day], differing: Sequence[Difference]
) -> tuple[CoverageRow, ...]:
    """Statements and events that at least two sources carry, most sources first; cells in the order of `entries`."""
    order = {entry.source.name: number for number, entry in enumerate(entries)}
    against = _against(differing)
    statements = [_statement_row(shared, against, order) for shared in same]
    every = (told for day in days for told in day.told)
    events = [_event_row(told, against, order) for told in every if _may_be_shared(told, against)]
    rows = [row for row in (*statements, *events) if _carrying(row) > 1]
    return tuple(sorted(rows, key=lambda row: -_carrying(row)))


def _may_be_shared(told: Told, against: Mapping[_Place, Set[str]]) -> bool:
    """Most events have a single place that nobody contradicts."""
    return len(told.places) > 1 or (told.lead.entry.source.name, told.lead.event.id) in against


def _carrying(row: CoverageRow) -> int:
    return len(row.cells)


def _against(differing: Iterable[Difference]) -> dict[_Place, set[str]]:
    """Place → sources that tell it differently. Two sides that may agree contradict nothing."""
    against: dict[_Place, set[str]] = {}
    for one in differing:
        if one.because.startswith(MAY_AGREE):
            continue
        for side, other in (one.sides, one.sides[::-1]):
            if side.annotation:
                against.setdefault(_place(side), set()).add(other.entry.source.name)
    return against


def _place(side: Side) -> _Place:
    return side.entry.source.name, side.annotation or ""


def _row_cells(
    found: Iterable[tuple[_Place, Coverage]],
    lead: str,
    against: dict[_Place, set[str]],
    order: dict[str, int],
) -> dict[str, Coverage]:
    """Source → cell: of several places of a source the fullest; a source that tells it differently contradicts.

    The leading source never does, for its words stand for the row.
    """
    cells: dict[str, Coverage] = {}
    for place, cell in found:
        told = [(place[0], cell), *((name, "contradicted") for name in against.get(place, ()))]
        for name, value in told:
            known = cells.get(name, "absent")
            if _RANK[value] > _RANK[known] and not (name == lead and value == "contradicted"):
                cells[name] = value
    return {name: cells[name] for name in sorted(cells, key=lambda name: order[name])}


def _statement_row(shared: Shared, against: dict[_Place, set[str]], order: dict[str, int]) -> CoverageRow:
    lead = shared.lead
    found = [
        ((wording.said.entry.source.name, wording.said.statement.id), cell)
        for wording, cell in _wordings(shared.wordings)
    ]
    cells = _row_cells(found, lead.entry.source.name, against, order)
    return CoverageRow("statement", shared.id, lead.statement.words, cells)


def _wordings(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Coverage]]:
    """Each wording, and whether it gives the statement in full: a cut-down one and a paraphrase are parts."""
    lengths = [len(one.said.statement.words.split()) for one in wordings]
    literal = [size for one, size in zip(wordings, lengths, strict=True) if one.relation != "paraphrase"]
    enough = WHOLE * max(literal, default=0)
    for one, size in zip(wordings, lengths, strict=True):
        as_first = one.relation == "same" and lengths[0] >= enough
        yield one, "full" if as_first or (one.relation != "paraphrase" and size >= enough) else "part"


def _event_row(told: Told, against: dict[_Place, set[str]], order: dict[str, int]) -> CoverageRow:
    found = [((one.entry.source.name, one.event.id), _dated(one, told)) for one in told.places]
    cells = _row_cells(found, told.lead.entry.source.name, against, order)
    return CoverageRow("event", told.id, told.lead.event.what, cells)


def _dated(place: Happening, told: Told) -> Coverage:
    """Full with the entry's day, a part where a place is less precise or its day was read otherwise."""
    return "full" if place.event.date[:10] == told.date[:10] else "part"


def only_here(entries: Sequence[Entry], same: Sequence[Shared], days: Sequence[Day]) -> tuple[OnlyHere, ...]:
    """What no other source carries, by source: statements that were voiced, and dated events.

    An event that another source puts on another day is carried by that one, too.
    """
    if len(entries) < 2:
        return ()
    shared = {id(wording.said.statement) for one in same for wording in one.wordings}
    alone: dict[str, list[Told]] = {}
    for told in (told for day in days for told in day.told):
        names = {place.entry.source.name for place in told.places}
        if len(names) == 1 and not told.rivals:
            alone.setdefault(told.lead.entry.source.name, []).append(told)
    found = (_only_in(entry, shared, alone.get(entry.source.name, [])) for entry in entries)
    return tuple(one for one in found if one.statements or one.told)


def _only_in(entry: Entry, shared: Set[int], told: Sequence[Told]) -> OnlyHere:
    """What only this source has; events in the order of the timeline. `shared`: statements by their identity."""
    found = entry.annotations.statements
    return OnlyHere(
        entry, tuple([one for one in found if id(one) not in shared and is_speech(one)]), tuple(told)
    )
