"""Which files docs/data/ holds, and which the theme's override includes."""

from onrecord.briefing import Briefing
from onrecord.publish import bibliography, briefing_data, exports, json_ld, tables, web_annotations
from onrecord.publish.references import References

ANNOTATIONS = "annotations"
MARK = "utf-8-sig"
"""With the mark that tells spreadsheets that a table is UTF-8."""


def data_files(briefing: Briefing, known: References) -> dict[str, bytes]:
    """The briefing for other programs: name in docs/data/ → content."""
    files = {
        "briefing.json": briefing_data.briefing_json(briefing, known).encode(),
        briefing_data.SCHEMA: briefing_data.schema().encode(),
        "statements.csv": tables.statements_csv(briefing, known).encode(MARK),
        "timeline.csv": tables.timeline_csv(briefing).encode(MARK),
        "timeline.ics": exports.ics(briefing).encode(),
        "timeline.json": exports.timelinejs(briefing).encode(),
        "sources.csl.json": bibliography.csl_json(briefing).encode(),
        "sources.bib": bibliography.bibtex(briefing).encode(),
    }
    noted = web_annotations.annotations(briefing)
    return files | {f"{ANNOTATIONS}/{name}": content.encode() for name, content in noted}


def head_files(briefing: Briefing, known: References) -> dict[str, bytes]:
    """What stands in the heads of the site's pages: name in theme/jsonld/ → content."""
    return {f"{page}.html": content.encode() for page, content in json_ld.heads(briefing, known)}
