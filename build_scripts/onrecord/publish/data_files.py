"""Which files docs/data/ holds."""

from onrecord.briefing import Briefing
from onrecord.publish import briefing_data, exports, tables
from onrecord.publish.references import references

MARK = "utf-8-sig"
"""With the mark that tells spreadsheets that a table is UTF-8."""


def data_files(briefing: Briefing) -> dict[str, bytes]:
    """The briefing for other programs: name in docs/data/ → content."""
    known = references(briefing)
    return {
        "briefing.json": briefing_data.briefing_json(briefing, known).encode(),
        briefing_data.SCHEMA: briefing_data.schema().encode(),
        "statements.csv": tables.statements_csv(briefing, known).encode(MARK),
        "timeline.csv": tables.timeline_csv(briefing).encode(MARK),
        "timeline.ics": exports.ics(briefing).encode(),
        "timeline.json": exports.timelinejs(briefing).encode(),
    }
