"""What a callout looks like on an annotated page: each form written and read side by side.

    > [!quote] Ann Bell, mayor of Harwick
    >
    > “We go on,”
    >
    > direct · Monday 25 April 2022 · to reporters · [¶2](#p2) <a id="we-go-on-4f2a"></a>

    > [!event] Tuesday 26 April 2022
    >
    > the council meets in Harwick
    >
    > planned · “on Tuesday” · [¶2](#p2) <a id="the-council-meets-91c0"></a>

A callout whose quotation is not in the source, or is shortened, is marked in its last line by the tool: `direct ·
wording not verified · [¶2](#p2)`.

Statements that nobody voiced (act: thought, planned …), and mere fragments, are folded: `> [!thought]- Ann Bell`.
"""

import re
from dataclasses import dataclass

from onrecord import dates
from onrecord.markdown import escape, escape_block, escape_field, plain
from onrecord.model import (
    UNATTRIBUTED,
    Event,
    EventStatus,
    Speaker,
    Statement,
    StatementKind,
    Verified,
    annotation_id,
    is_speech,
)

STATEMENT_KINDS: dict[str, StatementKind] = {"direct": "direct", "mixed": "mixed", "indirect": "indirect"}
EVENT_STATUSES: dict[str, EventStatus] = {
    "happened": "happened",
    "planned": "planned",
    "reported": "reported",
}
STATEMENT_CALLOUTS = ("quote", "thought")
MARKS: dict[Verified, str] = {
    "cut": "shortened",
    "altered": "wording not verified",
    "not found": "wording not verified",
}
"""The tool's own field for how quotations stand in the source. Never a person's, whoever wrote it."""

_DOT = " · "
_HEAD = re.compile(r"\\?\[!(?P<kind>[\w-]+)(?:\|[^\]]*)?\\?\](?P<fold>[-+]?)[ \t]*(?P<title>.*)")
_ESCAPED_HEAD = re.compile(r"(?:\A|(?<=\n\n))( {0,3}>[ \t]*)\\\[(![\w-]+)\\?\]")
_QUOTE_MARK = re.compile(r" {0,3}> ?")
_ANCHOR = re.compile(r"""<a id=["']([^"'<>]+)["']>\s*</a>""")
_PLACE = re.compile(r"\[¶(\d+)\]\(#p\d+\)")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?(?=,|$)")
_MARKS = re.compile(r"[“”\"«»]")
_ANY_MARK = "(?:" + "|".join(sorted({re.sub(" ", r"[\\s>]+", mark) for mark in MARKS.values()})) + ")"
_MARK_LINE = re.compile(rf"\n>[ \t]*\n> ?{_ANY_MARK}[ \t]*(?=\n|$)")
_MARK_FIELD = re.compile(rf"[ \t]*·\s*{_ANY_MARK}(?=\s*(?:·|<a |\n|$))|(?<=> ){_ANY_MARK}\s*(?:·\s*|(?=<a ))")


@dataclass(frozen=True, slots=True)
class Callout:
    """A callout as it stands on a page."""

    kind: str
    """`quote`, `event`, `thought`, `source`, `note` …"""
    title: str
    """Raw inline Markdown."""
    words: str
    """Raw Markdown of its first paragraph."""
    more: str = ""
    """Raw Markdown of what a person added below the words."""
    fields: tuple[str, ...] = ()
    """Raw Markdown of each field of the last line, without place and anchor."""
    paragraph: int | None = None
    """From the link [¶N](#pN)."""
    id: str | None = None


def write(callout: Callout) -> str:
    """The callout as Markdown, without a trailing line feed."""
    fold = "-" if callout.kind == "thought" else ""
    place = f"[¶{callout.paragraph}](#p{callout.paragraph})" if callout.paragraph is not None else ""
    last = _DOT.join([*callout.fields, *([place] if place else [])])
    anchor = f'<a id="{callout.id}"></a>' if callout.id else ""
    parts = [callout.words, callout.more, f"{last} {anchor}".strip()]
    body = "\n\n".join(part for part in parts if part)
    lines = [f"[!{callout.kind}]{fold} {callout.title}".rstrip(), *(["", *body.split("\n")] if body else [])]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def unescaped(page: str) -> str:
    """The page with the callouts that a formatter took for text: `> \\[!quote\\] Ann Bell`."""
    return _ESCAPED_HEAD.sub(r"\1[\2]", page)


def read(raw: str) -> Callout | None:
    """Reads a block quotation; None where it is no callout."""
    lines = [_QUOTE_MARK.sub("", line, count=1) for line in raw.rstrip().split("\n")]
    head = _HEAD.match(lines[0])
    if not head:
        return None
    chunks = [
        chunk.strip("\n") for chunk in re.split(r"\n[ \t]*(?=\n)", "\n".join(lines[1:])) if chunk.strip()
    ]
    at = next((n for n in reversed(range(len(chunks))) if _ANCHOR.search(chunks[n])), len(chunks) - 1)
    last = chunks.pop(at) if chunks and _is_field_line(chunks[at]) else ""
    anchor, place = _ANCHOR.search(last), _PLACE.search(last)
    bare = _PLACE.sub("", _ANCHOR.sub("", last)).replace("\n", " ")
    return Callout(
        kind=head["kind"].lower(),
        title=head["title"].strip(),
        words=chunks[0].strip() if chunks else "",
        more="\n\n".join(chunks[1:]),
        fields=tuple(field.strip() for field in bare.split("·") if field.strip()),
        paragraph=int(place[1]) if place else None,
        id=anchor[1] if anchor else None,
    )


def _is_field_line(chunk: str) -> bool:
    if _PLACE.search(chunk) or _ANCHOR.search(chunk):
        return True
    first = " ".join(re.split(r"·|,", chunk)[0].split())
    return first in STATEMENT_KINDS or first in EVENT_STATUSES or first in MARKS.values()


def marked(raw: str, verified: Verified) -> str:
    """A callout, raw, with the mark of `verified` in its last line, and no other mark; untouched in all else.

    One without a last line of fields gets one for the mark, and loses it with the mark.
    """
    wanted = MARKS.get(verified, "")
    if not wanted and not any(mark.partition(" ")[0] in raw for mark in MARKS.values()):
        return raw
    callout = read(raw)
    if callout is None:
        return raw
    there = [field for field in callout.fields if plain(field) in MARKS.values()]
    if [plain(field) for field in there] == ([wanted] if wanted else []):
        return raw
    bare = _unmarked(raw) if there else raw
    return _with_mark(bare, wanted) if wanted else bare


def _unmarked(raw: str) -> str:
    without = _MARK_LINE.sub("", raw)
    return without if without != raw else _MARK_FIELD.sub("", raw)


def _with_mark(raw: str, mark: str) -> str:
    """Puts the mark before the place or the anchor of the last line of fields, behind the fields of one without."""
    body = raw.rstrip()
    lines = body.split("\n")
    rest = raw[len(body) :]
    at = next(
        (n for n in reversed(range(len(lines))) if _is_field_line(_QUOTE_MARK.sub("", lines[n], 1))), None
    )
    if not at:
        return f"{body}\n>\n> {mark}{rest}"
    line = lines[at]
    place, anchor = line.find("[¶"), line.find("<a id")
    if place >= 0:
        lines[at] = f"{line[:place]}{mark} · {line[place:]}"
    elif anchor >= 0:
        before = line[:anchor].rstrip()
        joint = " " if before in ("", ">") else " · "
        lines[at] = f"{before}{joint}{mark} {line[anchor:]}"
    else:
        lines[at] = f"{line} · {mark}"
    return "\n".join(lines) + rest


def write_statement(statement: Statement, more: str = "", extras: tuple[str, ...] = ()) -> str:
    """A statement as a callout; `more` and `extras` are what a person added to it, raw."""
    kind = statement.kind if statement.act == "said" else f"{statement.kind}, {escape_field(statement.act)}"
    fields = [
        kind,
        dates.in_words(statement.said_on) if statement.said_on else "",
        f"to {escape_field(statement.to)}" if statement.to else "",
        f"via {escape_field(statement.via)}" if statement.via else "",
        *extras,
        MARKS.get(statement.verified, ""),
    ]
    return write(
        Callout(
            kind="quote" if is_speech(statement) else "thought",
            title=_write_speaker(statement.speaker),
            words=escape_block(statement.words),
            more=more,
            fields=tuple(field for field in fields if field),
            paragraph=statement.paragraph,
            id=statement.id,
        )
    )


def _write_speaker(speaker: Speaker) -> str:
    if not speaker.name:
        return UNATTRIBUTED
    base, comma, suffix = speaker.name.rpartition(", ")
    plain_suffix = bool(comma and _SUFFIX.fullmatch(suffix))
    name = escape_block(base if plain_suffix else speaker.name).replace(",", "&#44;")
    name += f", {escape(suffix)}" if plain_suffix else ""
    return f"{name}, {escape(speaker.role)}" if speaker.role else name


def _read_speaker(title: str) -> Speaker:
    name, comma, role = title.partition(", ")
    suffix = _SUFFIX.match(role) if comma else None
    if suffix:
        name, role = f"{name}, {suffix[0]}", role[suffix.end() :].removeprefix(",")
    shown = plain(name)
    if not shown or shown == UNATTRIBUTED:
        return Speaker()
    return Speaker(name=shown, role=plain(role) or None)


def read_statement(callout: Callout, paragraph: int) -> tuple[Statement, tuple[str, ...]]:
    """The statement a `quote` or `thought` callout holds, and the fields of a person's own.

    `paragraph` is where the callout stands; its link to another one wins. Content spans are left empty.
    """
    words = plain(callout.words)
    statement = Statement(
        id=callout.id or annotation_id(words),
        kind=_kind_of(words),
        content=(),
        speaker=_read_speaker(callout.title),
        words=words,
        paragraph=callout.paragraph if callout.paragraph is not None else paragraph,
        act="thought" if callout.kind == "thought" else "said",
    )
    values: dict[str, str] = {}
    extras: list[str] = []
    for field in callout.fields:
        key, value = _statement_field(plain(field))
        if key and key not in values:
            values[key] = value
        elif plain(field) not in MARKS.values():
            extras.append(field)
    kind, _, act = values.get("kind", "").partition(", ")
    if kind and not act:
        act = "said"
    return _with_fields(statement, STATEMENT_KINDS.get(kind), act, values), tuple(extras)


def _with_fields(
    statement: Statement, kind: StatementKind | None, act: str, values: dict[str, str]
) -> Statement:
    return Statement(
        id=statement.id,
        kind=kind or statement.kind,
        content=(),
        speaker=statement.speaker,
        words=statement.words,
        paragraph=statement.paragraph,
        act=act or statement.act,
        said_on=values.get("said_on"),
        to=values.get("to"),
        via=values.get("via"),
    )


def _statement_field(field: str) -> tuple[str, str]:
    if field.split(",")[0].strip() in STATEMENT_KINDS:
        kind, _, act = field.partition(",")
        return "kind", f"{kind.strip()}, {act.strip()}" if act.strip() else kind.strip()
    if field.startswith(("to ", "via ")):
        key, _, value = field.partition(" ")
        return key, value.strip()
    value = dates.from_words(field)
    return ("said_on", value) if dates.day_of(value) else ("", field)


def _kind_of(words: str) -> StatementKind:
    """What the marks alone tell: all of it quoted, some of it, or nothing."""
    if not _MARKS.search(words):
        return "indirect"
    outside = re.sub(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?", " ", words)
    return "mixed" if re.search(r"\w", outside) else "direct"


def write_event(event: Event, more: str = "", extras: tuple[str, ...] = ()) -> str:
    """An event as a callout; `more` and `extras` are what a person added to it, raw."""
    said_as = f"“{escape_field(event.said_as)}”" if event.said_as else ""
    return write(
        Callout(
            kind="event",
            title=escape_block(dates.in_words(event.date)),
            words=escape_block(event.what),
            more=more,
            fields=tuple(field for field in (event.status, said_as, *extras) if field),
            paragraph=event.paragraph,
            id=event.id,
        )
    )


def read_event(callout: Callout, paragraph: int) -> tuple[Event, tuple[str, ...]]:
    """The event an `event` callout holds, and the fields of a person's own. The span is left empty."""
    what = plain(callout.words)
    status: EventStatus = "happened"
    said_as: str | None = None
    extras: list[str] = []
    for field in callout.fields:
        shown = plain(field)
        if shown in EVENT_STATUSES:
            status = EVENT_STATUSES[shown]
        elif said_as is None and re.fullmatch(r"[“\"].+[”\"]", shown):
            said_as = shown[1:-1].strip()
        elif shown not in MARKS.values():
            extras.append(field)
    date = dates.from_words(plain(callout.title))
    number = callout.paragraph if callout.paragraph is not None else paragraph
    ident = callout.id or annotation_id(f"{what} {date}")
    event = Event(
        id=ident, date=date, what=what, span=None, status=status, paragraph=number, said_as=said_as or None
    )
    return event, tuple(extras)
