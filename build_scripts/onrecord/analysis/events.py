"""Events: dated clauses of a source with what happened or is planned."""

from collections.abc import Sequence

from onrecord.analysis.parse import Parsed
from onrecord.model import Event, Statement, TimeExpression


def find_events(
    parsed: Parsed, times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """The dated clauses of a source, in reading order."""
    return ()
