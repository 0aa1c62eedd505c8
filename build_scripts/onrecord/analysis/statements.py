"""Statements: who says, writes, thinks or plans what, with the words of the text.

Two readings of each paragraph are put together. `speech` takes quotations that stand as speech of their own and
finds the cue beside each. `frames` finds every clause, infinitive and object that hangs on a possible cue
outside them, and `evidence` tells by counts which of these people take for attributions. A quoted fragment
belongs to the clause it stands in; a quotation without a cue continues the statement before it.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.analysis import speech
from onrecord.analysis.clauses import Tree, tree_of
from onrecord.analysis.evidence import verdict
from onrecord.analysis.frames import Candidate, candidates
from onrecord.analysis.parse import Parsed
from onrecord.analysis.quotations import Quotation, find_quotations
from onrecord.model import (
    Paragraph,
    Span,
    Speaker,
    Statement,
    StatementKind,
    TimeExpression,
    annotation_id,
    words_of,
)

THRESHOLD = 0.34
"""A candidate likelier than this is a statement; chosen on the training texts."""


@dataclass(slots=True)
class Draft:
    """A statement being put together."""

    spans: list[Span]
    cue: tuple[int, ...]
    mention: Span | None
    because: list[str]
    head: int | None = None
    frame: str = "quotation"
    chance: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """One paragraph with its tokens and quotations."""

    paragraph: Paragraph
    first: int
    last: int
    standing: list[Quotation]
    """Quotations that are speech of their own."""
    fragments: list[Quotation]
    region: speech.Region


def find_statements(parsed: Parsed, times: tuple[TimeExpression, ...]) -> tuple[Statement, ...]:
    """All statements of a source, in text order. Speakers carry their mention only; names come later."""
    tree = tree_of(parsed.doc)
    text = parsed.source.text
    pages = _pages(tree, parsed)
    blocked = _quoted_tokens(tree, pages)
    by_page = _candidates_by_page(tree, pages, blocked)
    drafts: list[Draft] = []
    before: Draft | None = None
    for page, found in zip(pages, by_page, strict=True):
        here = _of_page(tree, text, page, found, before)
        drafts += here
        before = max(here, key=lambda draft: draft.spans[-1]) if here else None
    return _finished(parsed, tree, drafts, times)


def _by_paragraph(parsed: Parsed) -> list[tuple[Paragraph, list[Quotation]]]:
    paragraphs = parsed.source.paragraphs
    starts = [paragraph.span[0] for paragraph in paragraphs]
    found: list[list[Quotation]] = [[] for _ in paragraphs]
    for quotation in find_quotations(parsed.source.text, paragraphs):
        found[bisect_left(starts, quotation.span[0] + 1) - 1].append(quotation)
    return list(zip(paragraphs, found, strict=True))


def _pages(tree: Tree, parsed: Parsed) -> list[Page]:
    pages: list[Page] = []
    text, lead = parsed.source.text, None
    for paragraph, found in _by_paragraph(parsed):
        page = _page(tree, text, paragraph, found, lead)
        pages.append(page)
        lead = page.first if text[: paragraph.span[1]][-1:] == ":" else None
    return pages


def _page(tree: Tree, text: str, paragraph: Paragraph, found: list[Quotation], lead: int | None) -> Page:
    first = bisect_left(tree.starts, paragraph.span[0])
    last = bisect_left(tree.starts, paragraph.span[1])
    standing = speech.standing(text, found, paragraph.span)
    own = {each.span for each in standing}
    fragments = [each for each in found if each.span not in own]
    bounds = [(bisect_left(tree.starts, start), bisect_left(tree.starts, end)) for start, end in sorted(own)]
    inside = frozenset(token for start, end in bounds for token in range(start, end))
    return Page(
        paragraph, first, last, standing, fragments, speech.Region(first, last, bounds, inside, first if lead is None else lead)
    )


def _quoted_tokens(tree: Tree, pages: list[Page]) -> set[int]:
    """Tokens inside any quotation: what is said there is not told by the text."""
    blocked: set[int] = set()
    for page in pages:
        blocked |= page.region.inside
        for each in page.fragments:
            start, end = each.span
            blocked.update(range(bisect_left(tree.starts, start), bisect_left(tree.starts, end)))
    return blocked


def _candidates_by_page(tree: Tree, pages: list[Page], blocked: set[int]) -> list[list[Candidate]]:
    found: list[list[Candidate]] = [[] for _ in pages]
    starts = [page.first for page in pages]
    for candidate in candidates(tree):
        if candidate.cue not in blocked:
            at = bisect_left(starts, candidate.cue + 1) - 1
            if at >= 0:
                found[at].append(candidate)
    return found


def content_of(tree: Tree, text: str, page: Page, candidate: Candidate) -> list[Span]:
    """The spans of a candidate's content: own-standing quotations left out, fragments taken in whole."""
    tokens = [token for token in candidate.content if token not in page.region.inside]
    if not tokens:
        return []
    spans = tree.spans(tokens)
    for quotation in page.fragments:
        spans = _with_whole(text, spans, quotation.span)
    return spans


def _with_whole(text: str, spans: list[Span], quoted: Span) -> list[Span]:
    """The spans, the quotation taken in where they share a good part of it."""
    shared = sum(max(0, min(end, quoted[1]) - max(start, quoted[0])) for start, end in spans)
    if shared * 2 < quoted[1] - quoted[0] or any(
        start <= quoted[0] and end >= quoted[1] for start, end in spans
    ):
        return spans
    merged: list[Span] = []
    for span in sorted([*spans, quoted]):
        if merged and (span[0] <= merged[-1][1] or not text[merged[-1][1] : span[0]].strip()):
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged


def quoted_part(page: Page, spans: list[Span]) -> str:
    """Whether the spans hold a quoted fragment: "none", "part", "whole"."""
    inside = [
        each.span for each in page.fragments if any(s <= each.span[0] and each.span[1] <= e for s, e in spans)
    ]
    if not inside:
        return "none"
    size, most = sum(end - start for start, end in spans), sum(end - start for start, end in inside)
    return "whole" if most * 1.2 >= size else "part"


def _of_page(tree: Tree, text: str, page: Page, found: list[Candidate], before: Draft | None) -> list[Draft]:
    spoken = speech.spoken(tree, page.region, page.standing)
    cued = {each.cue.token: _direct(tree, page, each) for each in spoken if each.cue is not None}
    drafts = list({id(draft): draft for draft in cued.values()}.values())
    for candidate in found:
        if candidate.cue in cued:
            continue
        spans = content_of(tree, text, page, candidate)
        if spans:
            chance, because = verdict(tree, candidate, quoted_part(page, spans))
            if chance >= THRESHOLD:
                drafts.append(
                    Draft(
                        spans,
                        candidate.words,
                        _mention(tree, candidate),
                        [because],
                        candidate.cue,
                        candidate.frame,
                        chance,
                    )
                )
    drafts = _without_nested(drafts)
    for each in spoken:
        if each.cue is None:
            _continue(page, each, drafts, before)
    return sorted(drafts, key=lambda draft: draft.spans[0])


def _direct(tree: Tree, page: Page, each: speech.Spoken) -> Draft:
    assert each.cue is not None
    source = speech.source_of(tree, each.cue, page.region)
    mention = _phrase(tree, source) if source is not None else None
    because = f"quotation with “{tree.words[each.cue.token]}” {each.cue.side} it"
    return Draft(list(each.spans), (each.cue.token,), mention, [because], each.cue.token)


def _without_nested(drafts: list[Draft]) -> list[Draft]:
    """Of overlapping drafts the likelier one, the wider on a tie."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_rank):
        if not any(_overlap(draft.spans, other.spans) for other in kept):
            kept.append(draft)
    return kept


def _rank(draft: Draft) -> tuple[float, float]:
    size = draft.spans[-1][1] - draft.spans[0][0]
    return (0.0 if draft.frame == "quotation" else 1.0, -draft.chance * math.sqrt(size))


def _overlap(one: list[Span], two: list[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in two)


def _continue(page: Page, each: speech.Spoken, drafts: list[Draft], before: Draft | None) -> None:
    """Joins a quotation without a cue to the statement before it; alone in its text it stays unattributed."""
    start = each.spans[0][0]
    earlier = [
        draft
        for draft in drafts
        if draft.spans[0][0] < start and draft.frame in ("quotation", "clause", "according", "as")
    ]
    if earlier:
        last = max(earlier, key=lambda draft: max(span[1] for span in draft.spans if span[0] < start))
    elif before is not None and start == page.paragraph.span[0]:
        last = before
    else:
        drafts.append(Draft(list(each.spans), (), None, ["quotation without a cue"]))
        return
    last.spans.extend(each.spans)
    last.spans.sort()
    last.because.append("a quotation without a cue goes on with the statement before it")


def _phrase(tree: Tree, head: int) -> Span | None:
    """The noun phrase of `head`, the possessive mark left out."""
    tokens = [token for token in tree.subtree(head) if tree.tags[token] != "POS"]
    run = [head]
    for token in reversed(tokens[: tokens.index(head)]):
        if token == run[0] - 1:
            run.insert(0, token)
    for token in tokens[tokens.index(head) + 1 :]:
        if token == run[-1] + 1:
            run.append(token)
    spans = tree.spans(run)
    return spans[0] if spans else None


def _mention(tree: Tree, candidate: Candidate) -> Span | None:
    if candidate.source is None:
        return None
    own = _phrase(tree, candidate.source)
    if candidate.link == "relative" and own is not None:
        antecedent = tree.heads[candidate.cue]
        whole = [token for token in tree.subtree(antecedent) if token <= candidate.source]
        spans = tree.spans(whole)
        if spans:
            return spans[-1][0], own[1]
    return own


def _finished(
    parsed: Parsed, tree: Tree, drafts: list[Draft], times: tuple[TimeExpression, ...]
) -> tuple[Statement, ...]:
    text = parsed.source.text
    starts = [paragraph.span[0] for paragraph in parsed.source.paragraphs]
    taken: set[str] = set()
    done = []
    for draft in sorted(drafts, key=lambda each: each.spans[0]):
        words = words_of(text, draft.spans)
        ident = annotation_id(words, taken)
        taken.add(ident)
        number = parsed.source.paragraphs[bisect_left(starts, draft.spans[0][0] + 1) - 1].number
        cue = tuple(tree.spans(list(draft.cue)))
        done.append(
            Statement(
                ident,
                kind_of(text, draft.spans),
                tuple(draft.spans),
                Speaker(draft.mention),
                words,
                number,
                cue,
                because=tuple(draft.because),
            )
        )
    return tuple(done)


def kind_of(text: str, spans: list[Span]) -> StatementKind:
    """Direct where all words stand in quotation marks, mixed where some do, else indirect."""
    joined = " ".join(text[start:end] for start, end in spans)
    quoted = find_quotations(joined, [Paragraph(1, (0, len(joined)))])
    if not quoted:
        return "indirect"
    outside, at = "", 0
    for each in quoted:
        outside += joined[at : each.span[0]]
        at = each.span[1]
    outside += joined[at:]
    return "mixed" if any(character.isalnum() for character in outside) else "direct"
