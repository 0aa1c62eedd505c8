"""From a source to its annotations: the steps, in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Annotations, Problem, Source

if TYPE_CHECKING:
    from onrecord.analysis.parse import Parsed


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one source."""

    source: Source
    annotations: Annotations
    doubts: tuple[Problem, ...] = ()
    """Where the text's own dates speak against its publication date."""


# The steps are imported where they are used: spaCy takes a second to start, and times need none of it.


def analyse(sources: Iterable[Source]) -> Iterator[Analysis]:
    """Each source with what its text says, in order; a stream, so that memory stays small."""
    from onrecord.analysis.parse import parse

    for parsed in parse(sources):
        yield annotate(parsed)


def annotate(parsed: "Parsed") -> Analysis:
    """Times first, for they date the sayings; then who said what, which dates the times inside quotations."""
    from onrecord.analysis.events import find_events
    from onrecord.analysis.speakers import resolve
    from onrecord.analysis.statements import find_statements
    from onrecord.analysis.times import find_times
    from onrecord.analysis.times_doubt import date_doubts
    from onrecord.analysis.times_quoted import re_anchor
    from onrecord.analysis.times_tense import adjust_by_parse

    source = parsed.source
    found = find_times(source)
    statements = resolve(parsed, find_statements(parsed, found))
    times = adjust_by_parse(parsed, re_anchor(found, source, statements))
    events = find_events(parsed, times, statements)
    annotations = Annotations(statements=statements, times=times, events=events)
    return Analysis(source, annotations, date_doubts(source, times))
