"""From a source to its annotations: the steps, in order."""

from collections.abc import Iterable, Iterator

from onrecord.analysis.events import find_events
from onrecord.analysis.parse import Parsed, parse
from onrecord.analysis.speakers import resolve
from onrecord.analysis.statements import find_statements
from onrecord.analysis.times import find_times
from onrecord.model import Annotations, Source


def analyse(sources: Iterable[Source]) -> Iterator[tuple[Source, Annotations]]:
    """Each source with what its text says, in order; a stream, so that memory stays small."""
    for parsed in parse(sources):
        yield parsed.source, annotate(parsed)


def annotate(parsed: Parsed) -> Annotations:
    """Times first, for they date the sayings; then who said what; then what happened when."""
    times = find_times(parsed.source)
    statements = resolve(parsed, find_statements(parsed, times))
    events = find_events(parsed, times, statements)
    return Annotations(statements=statements, times=times, events=events)
