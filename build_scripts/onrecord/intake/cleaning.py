"""Cleaning by choosing paragraphs: which blocks are the text, which are debris and why.

No character is changed. When in doubt a block is kept; what quotes somebody is kept. The steps run over
parallel lists, one entry a block: its words, and the reason to leave it out (None: keep).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.intake.blocks import FRAME, Block, Draft, trim
from onrecord.intake.bylines import has_clock, head_of, names_only
from onrecord.intake.credits import agency_line, agency_tail, is_caption, is_story_credit
from onrecord.intake.datelines import dateline_of
from onrecord.intake.headline import find_title, is_breadcrumb, is_section, looks_like_title, same_title
from onrecord.intake.phrases import ends_sentence, fold, has_quotation, is_prose, reason_of, words
from onrecord.languages.en import debris
from onrecord.model import Debris, Paragraph, ParagraphKind, Span

HEAD = 12
"""Blocks at the start of a text among which bylines, dates and section names are looked for."""

LONGEST_SUBHEAD = 80
RELATED_LINKS = 8
"""Most link lines that may follow "Related stories" within a text."""

_TAIL = re.compile(
    r"(?<=[.!?”\"’')…\]])\s+((?:" + "|".join(map(re.escape, debris.TAILS)) + r")\s?[.»→…>]*)\s*$",
    re.IGNORECASE,
)

Reasons = list[str | None]
OPEN = (None, FRAME)
"""Reasons that a more telling one replaces."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What a person says of a text: the headline, and first words of paragraphs to keep and to drop."""

    title: str | None = None
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Authors known from the sidecar or the markup: a line with only their names is a byline."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Paragraphs and debris, each in order; together they cover every visible character."""

    paragraphs: tuple[Paragraph, ...]
    debris: tuple[Debris, ...]
    unused: tuple[str, ...] = ()
    """Entries of keep and drop that fit no block."""


def clean(draft: Draft, hand: Hand = Hand()) -> Cleaned:
    """Choose the paragraphs of a text."""
    lines = [draft.text[start:end] for start, end in (block.span for block in draft.blocks)]
    reasons: Reasons = [
        reason_of(line) or block.reason for line, block in zip(lines, draft.blocks, strict=True)
    ]
    mark_credits(lines, reasons)
    mark_head(lines, reasons, [block.kind == "heading" for block in draft.blocks], hand.people)
    title = _title(lines, reasons, draft.blocks, hand.title)
    mark_repeats(lines, reasons, title, hand.title)
    mark_related(lines, reasons)
    mark_tail(lines, reasons)
    unused = mark_by_hand(lines, reasons, hand)
    if all(reasons):
        # a text of nothing but debris is more likely misread than empty
        reasons = [None if reason != "no words" else reason for reason in reasons]
    if title is not None and reasons[title]:
        title = None
    return _assemble(draft, reasons, title, unused)


def mark_credits(lines: list[str], reasons: Reasons) -> None:
    """Captions with their credit, lines that credit makers, and agencies alone on a line."""
    for at, line in enumerate(lines):
        open_ = reasons[at] in OPEN
        if open_ or reasons[at] == "repost notice":
            if is_story_credit(line):
                reasons[at] = "credit line"
            elif open_ and is_caption(line):
                reasons[at] = "photo caption"
            elif open_ and agency_line(line) and len(lines) > 1:
                reasons[at] = "agency credit"


def mark_head(lines: list[str], reasons: Reasons, headings: list[bool], people: tuple[str, ...] = ()) -> None:
    """Section names, breadcrumbs, bylines and date lines before the running text; bylines also at the end."""
    kept = [at for at, reason in enumerate(reasons) if reason in OPEN]
    prose = next((place for place, at in enumerate(kept) if is_prose(lines[at])), len(kept))
    for place, at in enumerate(kept):
        if HEAD <= place < len(kept) - 3:
            continue
        if place < HEAD and is_breadcrumb(lines[at]):
            reasons[at] = "navigation"
        elif head := head_of(lines[at], place < prose or has_clock(lines[at])):
            dated = (head.published or head.updated) and not (head.people or head.agency)
            reasons[at] = "date line" if dated else "byline"
        elif people and names_only(lines[at], people):
            reasons[at] = "byline"
    kept = [at for at in kept[: HEAD + HEAD] if reasons[at] is None]
    for at, following in pairwise(kept):
        again = any(same_title(line, lines[following]) for line in lines[following + 1 : following + 6])
        if headings[at] or not is_section(lines[at], lines[following], again):
            break
        reasons[at] = "section name"


def _title(lines: list[str], reasons: Reasons, blocks: tuple[Block, ...], known: str | None) -> int | None:
    if known:
        for at, line in enumerate(lines[: 2 * HEAD]):
            if fold(line) == fold(known):
                reasons[at] = None
                return at
    return find_title(lines, reasons, [block.kind == "heading" for block in blocks])


def mark_repeats(lines: list[str], reasons: Reasons, title: int | None, known: str | None) -> None:
    """Lines that say the headline again."""
    headline = lines[title] if title is not None else known
    if not headline:
        return
    for at, line in enumerate(lines):
        if (
            at != title
            and len(line) <= 2 * len(headline) + 40
            and same_title(line, headline)
            and not is_prose(line)
        ):
            reasons[at] = (
                "repeated headline" if fold(line) == fold(headline) else reasons[at] or "repeated headline"
            )


def mark_related(lines: list[str], reasons: Reasons) -> None:
    """Link lines right after "Related stories" and the like, until running text goes on."""
    left = 0
    for at, line in enumerate(lines):
        if reasons[at] == debris.RELATED_REASON and len(words(line)) <= 6:
            left = RELATED_LINKS
        elif reasons[at] in OPEN and left:
            left = left - 1 if is_link_line(line) else 0
            reasons[at] = debris.RELATED_REASON if left else reasons[at]


def is_link_line(line: str) -> bool:
    """Whether a line may be a link's words: short, no sentence, nobody quoted."""
    return len(line) <= 160 and not ends_sentence(line) and not has_quotation(line)


def mark_tail(lines: list[str], reasons: Reasons) -> None:
    """After the last running text: short lines that follow a known piece of the page's end."""
    last = max(
        (at for at, line in enumerate(lines) if reasons[at] is None and not _is_small(line)), default=-1
    )
    opened = False
    for at in range(last + 1, len(lines)):
        opened = opened or reasons[at] in debris.TAIL_OPENERS
        if opened and reasons[at] is None:
            reasons[at] = "page footer"


def _is_small(line: str) -> bool:
    return len(line) <= 120 and not is_prose(line) and not has_quotation(line)


def mark_by_hand(lines: list[str], reasons: Reasons, hand: Hand) -> tuple[str, ...]:
    """What the sidecar keeps and drops; answers with the entries that fit nothing."""
    unused: list[str] = []
    for entries, reason in ((hand.drop, "dropped in the sidecar"), (hand.keep, None)):
        for entry in entries:
            hits = [at for at, line in enumerate(lines) if _starts(line, entry)]
            unused += [] if hits else [entry]
            for at in hits:
                reasons[at] = reason
    return tuple(unused)


def _starts(line: str, entry: str) -> bool:
    wanted = " ".join(entry.split())
    return bool(wanted) and " ".join(line[: 2 * len(entry) + 40].split()).startswith(wanted)


def _assemble(draft: Draft, reasons: Reasons, title: int | None, unused: tuple[str, ...]) -> Cleaned:
    paragraphs: list[Paragraph] = []
    left_out: list[Debris] = []
    last = max((at for at, reason in enumerate(reasons) if reason is None), default=-1)
    for at, (block, reason) in enumerate(zip(draft.blocks, reasons, strict=True)):
        if reason is not None:
            left_out.append(Debris(block.span, reason))
            continue
        span, cut = _cut_tail(draft.text, block.span, at == last)
        left_out += cut
        kind: ParagraphKind = "title" if at == title else _kind(draft, reasons, at)
        paragraphs.append(Paragraph(0, span, kind))
    joined = _join_datelines(draft.text, paragraphs, left_out)
    numbered = tuple(replace(paragraph, number=number) for number, paragraph in enumerate(joined, 1))
    return Cleaned(numbered, tuple(left_out), unused)


def _cut_tail(text: str, span: Span, last: bool) -> tuple[Span, list[Debris]]:
    """A paragraph without a "read more" link, and the last one without its agency's credit."""
    cut: list[Debris] = []
    start, end = span
    near = max(start, end - 80)
    if found := _TAIL.search(text[near:end]):
        cut.append(Debris((near + found.start(1), near + found.end(1)), "read-more link"))
        end = near + found.start(1)
    trimmed = trim(text, (start, end)) or span
    tail = agency_tail(text[trimmed[0] : trimmed[1]]) if last else None
    if tail and (rest := trim(text, (start, start + tail[0]))):
        whole = trim(text, (start + tail[0], trimmed[1])) or trimmed
        return rest, [Debris(whole, "agency credit"), *cut]
    return trimmed, cut


def _kind(draft: Draft, reasons: Reasons, at: int) -> ParagraphKind:
    block = draft.blocks[at]
    if block.kind == "quote":
        return "quote"
    if block.kind == "heading":
        return "subhead"
    following = next((one for one in range(at + 1, len(reasons)) if reasons[one] is None), None)
    before = next((one for one in range(at - 1, -1, -1) if reasons[one] is None), None)
    if following is None or before is None:
        return "text"
    here, above, below = (draft.text[slice(*draft.blocks[one].span)] for one in (at, before, following))
    return "subhead" if is_subhead(here) and ends_sentence(above) and is_prose(below) else "text"


def is_subhead(line: str) -> bool:
    """Whether a line between two paragraphs of running text is a heading: short, no sentence, no data."""
    return (
        len(line) <= LONGEST_SUBHEAD
        and "\n" not in line
        and looks_like_title(line)
        and line[0].isupper()
        and line[-1].isalpha()
        and not has_quotation(line)
        and not re.search(r"[:;]", line)
    )


def _join_datelines(text: str, paragraphs: Iterable[Paragraph], left_out: list[Debris]) -> list[Paragraph]:
    """A dateline on a line of its own becomes the start of the paragraph after it."""
    joined: list[Paragraph] = []
    cuts = {cut.span[0] for cut in left_out}
    for paragraph in paragraphs:
        before = joined[-1] if joined else None
        if (
            before
            and len(joined) <= HEAD
            and paragraph.kind == before.kind == "text"
            and _is_dateline(text, before)
        ):
            between = range(before.span[1], paragraph.span[0])
            if not any(at in cuts for at in between):
                joined[-1] = replace(before, span=(before.span[0], paragraph.span[1]))
                continue
        joined.append(paragraph)
    return joined


def _is_dateline(text: str, paragraph: Paragraph) -> bool:
    start, end = paragraph.span
    line = text[start:end] if end - start <= 120 else ""
    found = dateline_of(line + " ") if line else None
    return found is not None and found.end >= len(line)
