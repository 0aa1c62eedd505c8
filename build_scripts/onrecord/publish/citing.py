"""How a statement is cited, and where its words stand in the original."""

import re
from urllib.parse import quote

from onrecord.briefing import Entry
from onrecord.markdown import fold, seen
from onrecord.model import DESK_NOTE, UNATTRIBUTED, Source, Statement, Verified
from onrecord.publish.dates import without_weekday

UNDATED = "date not known"
WHOLE = 8
"""Words of a passage that a text fragment gives in full; of a longer one it gives both ends."""
ENDS = 4
"""Words at each of these ends."""

MARKS: dict[Verified, str] = {
    "cut": "shortened",
    "altered": "wording not verified",
    "not found": "wording not verified",
}
"""How a quotation is marked that does not stand in its source to the letter; as on annotated pages."""
DOUBTED: frozenset[Verified] = frozenset({"altered", "not found"})

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_GAP = re.compile(r"\s…\s|(?<=[”\"»])\s(?=[“\"«])")
_EDGES = re.compile(r"\A\W+|\W+\Z")


def citation(entry: Entry, statement: Statement) -> str:
    """Who said it, to whom, as told by whom, and where: one line of plain text.

    "Farhan Haq, to reporters, according to CNN, in The Hill, 25 April 2022, ¶5"; without such a chain
    "Farhan Haq, quoted in The Hill, 25 April 2022, ¶5", and "reported in" where the words are not the speaker's.
    onrecord.js says the same on annotated pages; tests/test_citing.py holds both together.
    """
    chain = [f"to {statement.to}"] * bool(statement.to)
    chain += [f"according to {statement.via}"] * bool(statement.via)
    verb = "in" if chain else "reported in" if statement.kind == "indirect" else "quoted in"
    where = f"{verb} {home_in_words(entry.source)}"
    parts = [statement.speaker.name or UNATTRIBUTED, *chain, where, *_place(entry, statement)]
    return fold(seen(", ".join(parts)))


def _place(entry: Entry, statement: Statement) -> list[str]:
    day = entry.source.published
    return [
        without_weekday(day) if day else UNDATED,
        *([f"¶{statement.paragraph}"] if statement.paragraph else []),
    ]


def home_in_words(source: Source) -> str:
    """What the words stand in: the outlet, else the agency, else the title; of a desk note that it is one."""
    title = f"“{source.label}”"
    if source.kind == DESK_NOTE:
        return f"a desk note on a report in {source.outlet}" if source.outlet else f"the desk note {title}"
    return source.outlet or source.agency or title


def original(source: Source, words: str) -> str | None:
    """The source's address with a text fragment that leads to these words; None where there is none.

    `words` as a page shows them (see `model.words_of`): each piece is looked for by itself. A desk note's words
    are not those of the report that it notes. Text fragments: https://wicg.github.io/scroll-to-text-fragment/
    """
    address = (source.url or "").strip()
    if not address or source.kind == DESK_NOTE or not _WEB.fullmatch(address):
        return None
    pieces = [piece for gap in _GAP.split(words) if (piece := _EDGES.sub("", gap))]
    if not pieces:
        return None
    wanted = "&".join(f"text={_directive(piece)}" for piece in pieces)
    return f"{address}{'' if '#' in address else '#'}:~:{wanted}"


def _directive(piece: str) -> str:
    words = piece.split()
    if len(words) <= WHOLE:
        return _encoded(words)
    return f"{_encoded(words[:ENDS])},{_encoded(words[-ENDS:])}"


def _encoded(words: list[str]) -> str:
    """Percent-encoded; hyphens, commas and ampersands too, for they have a meaning in a text directive."""
    return quote(_EDGES.sub("", " ".join(words)), safe="").replace("-", "%2D")
