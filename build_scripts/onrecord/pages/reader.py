"""Reads an annotated page: the blocks it is made of, and the annotations they hold.

Every line of the file belongs to exactly one block, so joining the blocks' `raw` gives the file back.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from onrecord import dates
from onrecord.markdown import BLOCKS, plain
from onrecord.model import Annotations, Event, Note, Problem, Source, Statement
from onrecord.pages import locate, markup, verify
from onrecord.pages.published import LEFT_OUT, excerpt_of, published
from onrecord.pages.writer import write_paragraph

Chunk = tuple[str, int, bool]
"""(raw lines, first line from 0, whether it is a block quotation)."""
BlockKind = Literal["front", "paragraph", "statement", "event", "card", "orphans", "other"]
"""`orphans` is the heading over what is no longer in the text."""

_FRONT = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n+|$)", re.DOTALL)
_PARAGRAPH = re.compile(
    r"""(?P<mark>[#>\s]*)<a id=["']p(?P<number>\d+)["']>\s*</a>(?P<words>.*)""", re.DOTALL
)
_ORPHANS = re.compile(r"""#{1,6} .*<a id=["']orphans["']>""")
_SIMPLE = re.compile(r"""(?:(?:>[^\n]*\n)+|(?:<a id="p\d+"></a>[^\n]+|\# [^\n]+)\n)(?:\n+(?!\s)|\n*\Z)""")
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
    statement: Statement | None = None
    event: Event | None = None
    more: str = ""
    """What a person wrote inside a callout below its words, raw."""
    extras: tuple[str, ...] = ()
    """Fields of a person's own in a callout's last line, raw."""
    anchored: bool = False
    """Whether the callout bears its id; one that does not is a person's."""
    orphaned: bool = False
    """Whether it stands under the heading over what is no longer in the text."""

    @property
    def words(self) -> str:
        """What a paragraph shows, without its anchor; "" for other blocks."""
        found = _PARAGRAPH.match(self.raw) if self.kind == "paragraph" else None
        return _words(found["words"]) if found else ""

    @property
    def id(self) -> str | None:
        """The annotation's id; None for other blocks."""
        annotation = self.statement or self.event
        return annotation.id if annotation else None


@lru_cache(maxsize=8)
def read_blocks(page: str) -> tuple[Block, ...]:
    """The page (with line feeds only) cut into its blocks, in order. Kept, for a build reads a page several times."""
    front = _FRONT.match(page)
    head = front[0] if front else ""
    blocks = [Block("front", head, 1, 0)] if head else []
    first_line = head.count("\n")
    number, orphaned = 0, False
    for raw, line, is_quote in _chunks(page[len(head) :]):
        block = _block(raw, first_line + line + 1, number, is_quote)
        number = block.paragraph
        heading = block.kind == "other" and raw.startswith("#")
        orphaned = block.kind == "orphans" or (orphaned and block.kind != "paragraph" and not heading)
        blocks.append(replace(block, orphaned=True) if orphaned else block)
    return tuple(with_own_ids(blocks))


def with_own_ids(blocks: Sequence[Block]) -> Iterator[Block]:
    """Each callout that bears no id with one that no other has: its own words' may be that of the same words."""
    taken = {block.id for block in blocks if block.anchored}
    used: Counter[str] = Counter()
    for block in blocks:
        annotation = block.statement or block.event
        if annotation is None or block.anchored:
            yield block
            continue
        ident = own = annotation.id
        while ident in taken:
            used[own] += 1
            ident = f"{own}-{used[own] + 1}"
        taken.add(ident)
        yield block if ident == own else _called(block, ident)


def _called(block: Block, ident: str) -> Block:
    """A callout under another id."""
    statement = replace(block.statement, id=ident) if block.statement else None
    event = replace(block.event, id=ident) if block.event else None
    return replace(block, statement=statement, event=event)


def _chunks(body: str) -> Iterator[Chunk]:
    """Each top-level block; blank lines belong to the block before them.

    What the tool itself writes is cut at blank lines, ten times as fast as the parser; from the first block of
    another form, the parser takes over.
    """
    at, line = 0, 0
    while match := _SIMPLE.match(body, at):
        yield match[0], line, body[at] == ">"
        at, line = match.end(), line + match[0].count("\n")
    for raw, first, is_quote in _parsed_chunks(body[at:]):
        yield raw, line + first, is_quote


def _parsed_chunks(body: str) -> Iterator[Chunk]:
    """By the parser. Lines that make no token (link definitions) are blocks too."""
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
        return Block("paragraph", raw, line, int(paragraph["number"]))
    if is_quote:
        return replace(quoted(raw, number), line=line)
    return Block("orphans" if _ORPHANS.match(raw) else "other", raw, line, number)


@lru_cache(maxsize=4096)
def quoted(raw: str, number: int) -> Block:
    """A block quotation behind paragraph `number`, its line to be filled in. Kept, for versions share most."""
    callout = markup.read(raw)
    if callout is None or callout.kind not in (*markup.STATEMENT_CALLOUTS, "event"):
        return Block("card" if callout and callout.kind == "source" else "other", raw, 0, number)
    anchored = callout.id is not None
    if callout.kind == "event":
        event, extras = markup.read_event(callout, number)
        return Block("event", raw, 0, number, None, event, callout.more, extras, anchored)
    statement, extras = markup.read_statement(callout, number)
    return Block("statement", raw, 0, number, statement, None, callout.more, extras, anchored)


@lru_cache(maxsize=4096)
def _words(raw: str) -> str:
    unquoted = re.sub(r"\n {0,3}> ?", " ", raw.strip())
    return plain(unquoted)


def read_page(path: str, page: str, source: Source) -> tuple[Annotations, tuple[Problem, ...]]:
    """What the page at `path` (for messages) holds, checked against its source, whose whole text is given.

    The same type that `analyse` returns, without time expressions. What is no longer in the text is left out, and
    of a source of which only the card is published, all but notes. Never raises on what people typed.
    """
    blocks = read_blocks(page)
    held = annotations_of(blocks, source)
    problems = tuple(_problems(path, page, blocks, source, held))
    return (Annotations(notes=held.notes) if source.publish == "link" else held), problems


def annotations_of(blocks: Sequence[Block], source: Source) -> Annotations:
    """The annotations in these blocks, with their places in the source."""
    statements, events, notes = [], [], []
    for block in blocks:
        if block.statement and not block.orphaned:
            statements.append(_located(replace(block.statement, line=block.line), source))
        elif block.event and not block.orphaned:
            span = locate.find(block.event.what, source, block.event.paragraph)
            whole = (span[0][0], span[-1][1]) if span else None
            events.append(replace(block.event, line=block.line, span=whole, by_hand=not span))
        if (block.more and not block.orphaned) or (block.kind == "other" and _is_note(block)):
            notes.append(Note(block.more or block.raw.strip(), block.paragraph, block.line))
    return Annotations(tuple(statements), (), tuple(events), tuple(notes))


def _located(statement: Statement, source: Source) -> Statement:
    content = locate.find(statement.words, source, statement.paragraph)
    verified = verify.verdict(statement, source)
    return replace(statement, content=content, by_hand=not content, verified=verified)


def _is_note(block: Block) -> bool:
    """Prose and callouts of a person's own; not the page's headline, nor comments."""
    text = block.raw.strip()
    return bool(text) and not text.startswith(("# ", "<!--"))


def _problems(
    path: str, page: str, blocks: tuple[Block, ...], source: Source, held: Annotations
) -> Iterator[Problem]:
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
    yield from _changed_words(path, blocks, source, held)
    for block in blocks:
        if block.orphaned:
            continue
        if block.id and source.publish == "link":
            yield _beyond_the_card(path, block, source)
        if block.statement or block.event:
            yield from _unverified(path, block, source)
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


def _changed_words(
    path: str, blocks: tuple[Block, ...], source: Source, held: Annotations
) -> Iterator[Problem]:
    on_page = {block.paragraph: block for block in blocks if block.kind == "paragraph"}
    part = published(source, held)
    here = {paragraph.number for paragraph in part.paragraphs}
    for paragraph in source.paragraphs:
        block = on_page.get(paragraph.number)
        if block is None:
            if paragraph.number in here and (part is source or excerpt_of(paragraph, part) != LEFT_OUT):
                message = f"Paragraph ¶{paragraph.number} of {source.path} is not on this page."
                hint = "Put it back, or `drop:` it in the sidecar."
                yield Problem(path, 0, message, hint, "warning", "words")
        elif block.raw.strip() != write_paragraph(part, paragraph):
            yield from _other_words(path, block, source, excerpt_of(paragraph, part))


def _other_words(path: str, block: Block, source: Source, expected: str) -> Iterator[Problem]:
    hint = "Write remarks in a paragraph of your own; the source is evidence."
    if block.words != expected:
        message = f"The words of ¶{block.paragraph} are not those of {source.path}."
        if source.publish != "full":
            message = (
                f"¶{block.paragraph} was edited, so more of it is published than {_ALLOWED[source.publish]}."
            )
            hint = "Write remarks in a paragraph of your own, and delete this one."
        yield Problem(path, block.line, message, hint, kind="words")


_ALLOWED = {"excerpts": "the words of its annotations", "link": "the source card"}


def _beyond_the_card(path: str, block: Block, source: Source) -> Problem:
    """A callout of a person's on a page that should show the card alone."""
    message = f"Only the card of {source.path} is to be published, and this callout shows more."
    hint = "Delete it, or set `publish: excerpts` in the sidecar. It reaches no other page."
    return Problem(path, block.line, message, hint, kind="rights")


def verdict_on(block: Block, source: Source) -> tuple[verify.Quotation, ...]:
    """The quotations in a callout, looked up."""
    if block.statement:
        one = block.statement
        return verify.look_up(one.words, one.kind, source, one.paragraph)
    return verify.look_up(block.event.what, None, source, block.event.paragraph) if block.event else ()


def _unverified(path: str, block: Block, source: Source) -> Iterator[Problem]:
    for quotation in verdict_on(block, source):
        if quotation.verified in verify.UNVERIFIED:
            words = quotation.words
            short = words if len(words) <= 60 else words[:59] + "…"
            message = f"The quotation “{short}” is not in {source.path}, word for word."
            yield Problem(path, block.line, message, _mending(words, source), kind="unverified")


def _mending(quotation: str, source: Source) -> str:
    words, number = verify.nearest_words(quotation, source)
    if not words:
        return "Nothing like it is there. Quote the source's own words, or drop the quotation marks."
    place = f" (¶{number})" if number else ""
    return f"The nearest there is “{words}”{place}. Quote it so, or drop the quotation marks."


def _unread_date(path: str, event: Event) -> Iterator[Problem]:
    if not re.fullmatch(r"\d{4}|PRESENT_REF|PAST_REF|FUTURE_REF", event.date):
        message = f"“{event.date}” is not understood as a date."
        yield Problem(
            path, event.line, message, "Write it like “Tuesday 26 April 2022” or “April 2022”.", kind="date"
        )
