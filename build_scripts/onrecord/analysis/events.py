"""Events: dated clauses of a source with what happened or is planned."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.analysis import events_clauses as clauses
from onrecord.analysis.identify import Identify
from onrecord.analysis.parse import Parsed
from onrecord.languages.en import events as words
from onrecord.model import (
    Event,
    EventStatus,
    Paragraph,
    Source,
    Span,
    Statement,
    TimeExpression,
    words_of,
)

_DATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?|-Q[1-4]|-H[12]|-(?:SP|SU|FA|WI))?\Z")
_DAY = len("2022-04-26")
_CLOSING = re.compile(r"[.,!?]?”")
_SAID_AS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(words.PREPOSITIONS, key=len, reverse=True))})\s{{1,4}}(?:the\s{{1,4}})?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time expression in its clause."""

    time: TimeExpression
    day: str
    verb: Token
    clause: Span
    paragraph: Paragraph
    beside: bool
    """The date hangs on the verb itself."""


def find_events(
    parsed: Parsed, times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """The dated clauses of a source, in reading order; one for each clause and date."""
    said = _said(statements)
    dated = [one for time in times if (one := _dated(parsed, time, said))]
    identify = Identify()
    return tuple(_event(parsed.source, one, said, identify) for one in _one_each(dated))


@dataclass(frozen=True, slots=True)
class _Said:
    """Where a source tells that something was said, ready to look places up in, however many there are."""

    cues: Sequence[tuple[int, int, int]]
    """(start, end, start of the speaker's mention) of each piece of a cue, in the order of the text."""
    longest: int
    """Code points of the longest such piece."""
    contents: Sequence[Span]
    """What is said, joined where pieces overlap, in the order of the text."""

    def speaker_at(self, place: int) -> Iterator[int]:
        """Where the speakers stand whose cue holds a place."""
        first = bisect_left(self.cues, (place - self.longest, 0, 0))
        last = bisect_left(self.cues, (place + 1, 0, 0))
        for _, end, mention in self.cues[first:last]:
            if place < end:
                yield mention

    def tells(self, place: int) -> bool:
        """Whether a place stands inside what is said."""
        at = bisect_right(self.contents, place, key=lambda span: span[0]) - 1
        return at >= 0 and place < self.contents[at][1]


def _said(statements: Iterable[Statement]) -> _Said:
    cues = [
        (start, end, one.speaker.mention[0])
        for one in statements
        if one.speaker.mention is not None
        for start, end in one.cue
    ]
    contents: list[Span] = []
    for start, end in sorted(span for one in statements for span in one.content):
        if contents and start <= contents[-1][1]:
            contents[-1] = (contents[-1][0], max(end, contents[-1][1]))
        else:
            contents.append((start, end))
    longest = max((end - start for start, end, _ in cues), default=0)
    return _Said(sorted(cues), longest, contents)


def _one_each(dated: Iterable[_Dated]) -> list[_Dated]:
    """One for each clause and date; of several dates in a clause those beside its verb, where there are such."""
    clauses_found: dict[Span, list[_Dated]] = {}
    for one in dated:
        clauses_found.setdefault(one.clause, []).append(one)
    kept: list[_Dated] = []
    for same in clauses_found.values():
        chosen = [one for one in same if one.beside] or same[:1]
        chosen = [one for one in chosen if len(one.day) == _DAY] or chosen
        kept += {one.day: one for one in reversed(chosen)}.values()
    return sorted(kept, key=lambda one: (one.clause, one.time.span))


def _dated(parsed: Parsed, time: TimeExpression, said: _Said) -> _Dated | None:
    """The clause that one time expression dates; None where it dates none."""
    day = time.value.split("T")[0]
    head = clauses.head_of(parsed.doc, *time.span)
    if time.type not in ("DATE", "TIME") or not _DATED.match(day) or head is None:
        return None
    verb = clauses.verb_of(head)
    if verb is None or (len(day) < _DAY and not _dates_the_verb(head, verb)):
        return None
    clause = clauses.clause_of(verb, head)
    paragraph = _paragraph(parsed.source, time.span)
    if clause is None or paragraph is None or clauses.tells_only_saying(clause, verb, time.span):
        return None
    start, end = _from_the_speaker(_span(parsed.source, clause), (time, verb), said)
    start = max(start, paragraph.span[0])
    end = min(end, paragraph.span[1])
    if not start <= time.span[0] < time.span[1] <= end:
        return None
    return _Dated(time, day, verb, (start, end), paragraph, clauses.is_adverbial(head, verb))


def _from_the_speaker(span: Span, dated: tuple[TimeExpression, Token], said: _Said) -> Span:
    """A clause of saying starts with its speaker, or the date before, whatever the parse hung before it."""
    time, verb = dated
    for mention in said.speaker_at(verb.idx):
        if span[0] < mention < min(verb.idx, time.span[0]):
            return mention, span[1]
    return span


def _event(source: Source, one: _Dated, said: _Said, identify: Identify) -> Event:
    """The event of a dated clause."""
    status, because = _status(source, one, said.tells(one.verb.idx))
    what = words_of(source.text, [one.clause])
    said_as = _said_as(source.text, one.time.span, one.paragraph)
    reasons = (f"“{said_as}” is {one.day}: {one.time.rule}", *because)
    ident = identify(f"{what} {one.day}")
    return Event(ident, one.day, what, one.clause, status, one.paragraph.number, said_as, reasons)


def _dates_the_verb(head: Token, verb: Token) -> bool:
    """Whether a month or a year dates what the verb tells ("joined in 2014"), not a noun ("an attack in May")."""
    if not clauses.is_adverbial(head, verb):
        return False
    return head.dep_ != "pobj" or head.head.lower_ in words.PERIOD_PREPOSITIONS


def _span(source: Source, clause: TokenSpan) -> Span:
    """Where the clause stands, without white space or an unpaired bracket at its ends."""
    start, end = clause.start_char, clause.end_char
    while start < end and source.text[start].isspace():
        start += 1
    while start < end and source.text[end - 1].isspace():
        end -= 1
    said = source.text[start:end]
    closing = _CLOSING.match(source.text, end) if said.count("“") > said.count("”") else None
    return start, closing.end() if closing else end


def _paragraph(source: Source, span: Span) -> Paragraph | None:
    at = bisect_right(source.paragraphs, span[0], key=lambda paragraph: paragraph.span[0]) - 1
    return source.paragraphs[at] if at >= 0 and span[0] < source.paragraphs[at].span[1] else None


def _said_as(text: str, span: Span, paragraph: Paragraph) -> str:
    """The words of the date with their preposition."""
    before = _SAID_AS.search(text, max(paragraph.span[0], span[0] - 24), span[0])
    return words_of(text, [(before.start() if before else span[0], span[1])])


def _status(source: Source, one: _Dated, told: bool) -> tuple[EventStatus, tuple[str, ...]]:
    """Planned, reported or happened, and why."""
    future = clauses.is_future(one.verb) or clauses.is_possible(one.verb)
    if _is_planned(one.day, source.published, future):
        return "planned", ("told as coming" if future else "after the publication date",)
    if clauses.is_only_planned(one.verb):
        return "planned", ("told as a plan, not as what came of it",)
    if told:
        return "reported", ("only told inside a statement",)
    return "happened", ()


def _is_planned(day: str, published: str | None, future: bool) -> bool:
    """Ahead of the publication date, or in the period that holds it and told as coming."""
    if published is None:
        return future
    if re.fullmatch(r"\d{4}-W\d\d(-WE)?", day):
        week = date.fromisocalendar(int(day[:4]), int(day[6:8]), 6 if day.endswith("WE") else 1)
        year, number, _ = date.fromisoformat(published).isocalendar()
        return week.isoformat() > published or (future and day[:8] >= f"{year:04d}-W{number:02d}")
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", day):
        return future and day[:4] >= published[:4]
    here = published[: len(day)]
    return day > here or (future and day == here)
