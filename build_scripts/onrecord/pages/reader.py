"""Reads an annotated page: the blocks it is made of, and the annotations they hold.

Every line of the file belongs to exactly one block, so joining the blocks' `raw` gives the file back.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord import dates
from onrecord.markdown import BLOCKS, escape, fold, plain
from onrecord.model import Annotations, Event, Note, Problem, Source, Statement
from onrecord.pages import locate, markup

BlockKind = Literal["front", "paragraph", "statement", "event", "card", "other"]

_FRONT = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n+|$)", re.DOTALL)
_PARAGRAPH = re.compile(
    r"""(?P<mark>[#>\s]*)<a id=["']p(?P<number>\d+)["']>\s*</a>(?P<words>.*)""", re.DOTALL
)
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level block of a page, with the blank lines that follow it."""

    kind: BlockKind
    raw: str
    line: int
    """From 1."""
    paragraph: int
    """A paragraph's own number; for other blocks that of the one they stand after, 0 before the first."""
    words: str = ""
    """What a paragraph shows, without its anchor."""
    statement: Statement | None = None
    event: Event | None = None
    more: str = ""
    """What a person wrote inside a callout below its words, raw."""
    extras: tuple[str, ...] = ()
    """Fields of a person's own in a callout's last line, raw."""
    anchored: bool = False
    """Whether the callout bears its id; one that does not is a person's."""

    @property
    def id(self) -> str | None:
        """The annotation's id; None for other blocks."""
        annotation = self.statement or self.event
        return annotation.id if annotation else None


def read_blocks(page: str) -> tuple[Block, ...]:
    """The page (with line feeds only) cut into its blocks, in order."""
    front = _FRONT.match(page)
    head = front[0] if front else ""
    blocks = [Block("front", head, 1, 0)] if head else []
    first_line = head.count("\n")
    number = 0
    for raw, line, is_quote in _chunks(page[len(head) :]):
        block = _block(raw, first_line + line + 1, number, is_quote)
        number = block.paragraph
        blocks.append(block)
    return tuple(blocks)


def _chunks(body: str) -> Iterator[tuple[str, int, bool]]:
    """(raw lines, first line from 0, is a block quotation) of each top-level block.

    Blank lines belong to the block before them. Lines that make no token (link definitions) are blocks too.
    """
    lines = re.findall(r"[^\n]*\n|[^\n]+", body)
    at = 0
    for token in BLOCKS.parse(body):
        if token.level or not token.map or token.nesting < 0:
            continue
        start, end = token.map
        if at < start:
            yield "".join(lines[at:start]), at, False
        while end < len(lines) and not lines[end].strip():
            end += 1
        yield "".join(lines[start:end]), start, token.type == "blockquote_open"
        at = end
    if at < len(lines):
        yield "".join(lines[at:]), at, False


def _block(raw: str, line: int, number: int, is_quote: bool) -> Block:
    paragraph = _PARAGRAPH.match(raw)
    if paragraph:
        return Block("paragraph", raw, line, int(paragraph["number"]), words=_words(paragraph["words"]))
    callout = markup.read(raw) if is_quote else None
    if callout and callout.kind in markup.STATEMENT_CALLOUTS:
        statement, extras = markup.read_statement(callout, number)
        block = Block("statement", raw, line, number, statement=replace(statement, line=line))
        return replace(block, more=callout.more, extras=extras, anchored=callout.id is not None)
    if callout and callout.kind == "event":
        event, extras = markup.read_event(callout, number)
        block = Block("event", raw, line, number, event=replace(event, line=line))
        return replace(block, more=callout.more, extras=extras, anchored=callout.id is not None)
    return Block("card" if callout and callout.kind == "source" else "other", raw, line, number)


def _words(raw: str) -> str:
    unquoted = re.sub(r"\n {0,3}> ?", " ", raw.strip())
    return plain(unquoted)


def read_page(path: str, page: str, source: Source) -> tuple[Annotations, tuple[Problem, ...]]:
    """What the page at `path` (for messages) holds, checked against its source.

    The same type that `analyse` returns, without time expressions. Never raises on what people typed.
    """
    blocks = read_blocks(page)
    statements, events, notes = [], [], []
    for block in blocks:
        if block.statement:
            content = locate.find(block.statement.words, source, block.statement.paragraph)
            statements.append(replace(block.statement, content=content, by_hand=not content))
        elif block.event:
            span = locate.find(block.event.what, source, block.event.paragraph)
            whole = (span[0][0], span[-1][1]) if span else None
            events.append(replace(block.event, span=whole, by_hand=not span))
        if block.more or (block.kind == "other" and _is_note(block)):
            notes.append(Note(block.more or block.raw.strip(), block.paragraph, block.line))
    annotations = Annotations(tuple(statements), (), tuple(events), tuple(notes))
    return annotations, tuple(_problems(path, page, blocks, source))


def _is_note(block: Block) -> bool:
    """Prose and callouts of a person's own; not the page's headline, nor comments."""
    text = block.raw.strip()
    return bool(text) and not text.startswith(("# ", "<!--"))


def _problems(path: str, page: str, blocks: tuple[Block, ...], source: Source) -> Iterator[Problem]:
    conflict = _CONFLICT.search(page)
    if conflict:
        line = page.count("\n", 0, conflict.start()) + 1
        yield Problem(
            path,
            line,
            "A Git conflict is left in this page.",
            "Choose one side and remove the markers.",
            kind="git",
        )
    yield from _double_ids(path, blocks)
    yield from _changed_words(path, blocks, source)
    for block in blocks:
        if block.statement:
            yield from _unverified(path, block.statement, source)
        if block.event and block.event.date == dates.in_words(block.event.date):
            yield from _unread_date(path, block.event)


def _double_ids(path: str, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for block in blocks:
        ident = f"p{block.paragraph}" if block.kind == "paragraph" else block.id
        if ident:
            seen[ident] += 1
            if seen[ident] == 2:
                yield Problem(
                    path,
                    block.line,
                    f"The id “{ident}” stands here a second time.",
                    "Change one of them.",
                    kind="double id",
                )


def _changed_words(path: str, blocks: tuple[Block, ...], source: Source) -> Iterator[Problem]:
    on_page = {block.paragraph: block for block in blocks if block.kind == "paragraph"}
    for paragraph in source.paragraphs:
        block = on_page.get(paragraph.number)
        if block is None:
            message = f"Paragraph ¶{paragraph.number} of {source.path} is not on this page."
            yield Problem(path, 0, message, "Put it back, or `drop:` it in the sidecar.", "warning", "words")
        elif block.words != shown(source.text[slice(*paragraph.span)]):
            message = f"The words of ¶{paragraph.number} are not those of {source.path}."
            yield Problem(
                path,
                block.line,
                message,
                "Write remarks in a paragraph of your own; the source is evidence.",
                kind="words",
            )


def shown(text: str) -> str:
    """The words a page shows for a piece of source text."""
    return fold(plain(escape(text)))


def _unverified(path: str, statement: Statement, source: Source) -> Iterator[Problem]:
    for quotation in locate.unverified(statement.words, source, statement.paragraph):
        short = quotation if len(quotation) <= 60 else quotation[:59] + "…"
        message = f"The quotation “{short}” is not in {source.path}, word for word."
        yield Problem(
            path,
            statement.line,
            message,
            "Quote the source's own words, or drop the quotation marks.",
            kind="unverified",
        )


def _unread_date(path: str, event: Event) -> Iterator[Problem]:
    if not re.fullmatch(r"\d{4}|PRESENT_REF|PAST_REF|FUTURE_REF", event.date):
        message = f"“{event.date}” is not understood as a date."
        yield Problem(
            path, event.line, message, "Write it like “Tuesday 26 April 2022” or “April 2022”.", kind="date"
        )
