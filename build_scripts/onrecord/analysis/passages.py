"""A paragraph with its tokens and quotations, and what of a candidate's content lies in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import Tree
from onrecord.analysis.evidence import quoting
from onrecord.analysis.frames import candidates
from onrecord.analysis.parse import Parsed
from onrecord.analysis.quotations import Quotation, find_quotations
from onrecord.analysis.speech import FINITE, Region, is_title, standing, words_in
from onrecord.languages.en.marks import DASHES
from onrecord.model import Paragraph, Span

_SIGNATURE = re.compile(r"(?:--?|[–—―])\s?[A-Z][^\n“”\"]{2,60}$", re.MULTILINE)
"""A paragraph of its own that names who said the one before: “— Name, role”."""
_NEXT = re.compile(r"\S")


class Passage(NamedTuple):
    """One paragraph; tokens are indices into the tree."""

    paragraph: Paragraph
    own: list[Quotation]
    """Quotations that are speech of their own, in text order."""
    fragments: list[Quotation]
    """Words quoted inside a clause, in text order."""
    region: Region


def passages(tree: Tree, parsed: Parsed) -> list[Passage]:
    """All paragraphs in order."""
    text, lead = parsed.source.text, None
    made: list[Passage] = []
    for paragraph, found in by_paragraph(parsed):
        passage = _passage(tree, text, paragraph, found, lead)
        if _SIGNATURE.match(text, *paragraph.span) and made:
            made[-1] = made[-1]._replace(region=made[-1].region._replace(tail=passage.region.last))
        made.append(passage)
        colon = text[paragraph.span[1] - 1] == ":"
        lead = passage.region.first if colon else None
    return made


def by_paragraph(parsed: Parsed) -> list[tuple[Paragraph, list[Quotation]]]:
    """Each paragraph with its quotations; a block quotation is one, marks or not."""
    paragraphs = parsed.source.paragraphs
    starts = [paragraph.span[0] for paragraph in paragraphs]
    found: list[list[Quotation]] = [[] for _ in paragraphs]
    for quotation in find_quotations(parsed.source.text, paragraphs):
        found[bisect_left(starts, quotation.span[0] + 1) - 1].append(quotation)
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind == "quote":
            found[at] = [_block(parsed.source.text, paragraph.span)]
    return list(zip(paragraphs, found, strict=True))


def _block(text: str, span: Span) -> Quotation:
    """A block quotation, without a last “— Name”."""
    for dash in DASHES:
        at = text.rfind(dash, max(span[0], span[1] - 80), span[1])
        name = _NEXT.search(text, at + len(dash)) if at > span[0] and text[at - 1].isspace() else None
        if name and name[0].isupper():
            said = text[span[0] : at].rstrip()
            return Quotation((span[0], span[0] + len(said)), opened=False, closed=False)
    return Quotation(span, opened=False, closed=False)


def _passage(
    tree: Tree, text: str, paragraph: Paragraph, found: list[Quotation], lead: int | None
) -> Passage:
    first, last = _tokens(tree, paragraph.span)
    found = [each if each.closed or not each.opened else _cut(tree, each) for each in found]
    own = standing(text, found, paragraph.span)
    spans = {each.span for each in own}
    fragments = [each for each in found if each.span not in spans]
    bounds = [_tokens(tree, each.span) for each in own]
    inside = frozenset(token for start, end in bounds for token in range(start, end))
    return Passage(
        paragraph, own, fragments, Region(first, last, bounds, inside, last, first if lead is None else lead)
    )


def _cut(tree: Tree, quotation: Quotation) -> Quotation:
    """A quotation that is not closed, cut before “, he said” at its end."""
    first, last = _tokens(tree, quotation.span)
    for token in range(last - 1, max(first, last - 30), -1):
        if tree.tags[token] not in FINITE or quoting(tree.lemmas[token]) < 0.5:
            continue
        comma = next(
            (each for each in range(token, max(first, token - 6), -1) if tree.words[each] == ","), None
        )
        if comma is not None and tree.child(token, "nsubj") is not None:
            return Quotation((quotation.span[0], tree.ends[comma]), closed=False)
    return quotation


def _tokens(tree: Tree, span: Span) -> tuple[int, int]:
    return bisect_left(tree.starts, span[0]), bisect_left(tree.starts, span[1])


def candidates_of(tree: Tree, made: Sequence[Passage]) -> Iterator[list[Candidate]]:
    """The candidates of each passage whose cue is outside quotations: what is said there the text does not tell."""
    blocked = _quoted(tree, made)
    waiting = iter(candidates(tree))
    candidate = next(waiting, None)
    for passage in made:
        found = []
        while candidate is not None and candidate.cue < passage.region.last:
            if candidate.cue >= passage.region.first and candidate.cue not in blocked:
                found.append(candidate)
            candidate = next(waiting, None)
        yield found


def _quoted(tree: Tree, made: Sequence[Passage]) -> set[int]:
    blocked: set[int] = set()
    for passage in made:
        blocked |= passage.region.inside
        for each in passage.fragments:
            blocked.update(range(*_tokens(tree, each.span)))
    return blocked


def content_of(tree: Tree, text: str, passage: Passage, candidate: Candidate) -> tuple[list[Span], str]:
    """The spans of a candidate's content, and how much of it is quoted: "none", "part" or "whole".

    Quotations that are speech of their own are left out, fragments taken in whole.
    """
    inside = passage.region.inside
    spans = tree.spans([token for token in candidate.content if token not in inside])
    if not spans or not passage.fragments:
        return spans, "none"
    quoted = 0
    for fragment in _near(passage.fragments, (spans[0][0], spans[-1][1])):
        if any(start < fragment.span[1] - 1 and fragment.span[0] + 1 < end for start, end in spans):
            spans = _with_whole(text, spans, fragment.span)
            if not is_title(words_in(text[slice(*fragment.span)])):
                quoted += fragment.span[1] - fragment.span[0]
    size = sum(end - start for start, end in spans)
    return spans, "none" if not quoted else "whole" if quoted * 1.2 >= size else "part"


def _near(fragments: list[Quotation], span: Span) -> list[Quotation]:
    """The fragments that touch the span."""
    first = bisect_left(fragments, span[0], key=lambda each: each.span[1])
    last = bisect_left(fragments, span[1], key=lambda each: each.span[0])
    return fragments[first:last]


def _with_whole(text: str, spans: list[Span], quoted: Span) -> list[Span]:
    """The spans joined with the quotation."""
    merged: list[Span] = []
    for span in sorted([*spans, quoted]):
        if merged and (span[0] <= merged[-1][1] or not text[merged[-1][1] : span[0]].strip()):
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged
