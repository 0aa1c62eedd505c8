"""Statements: who says, writes, thinks or plans what, with the words of the text.

Two readings of each paragraph are put together. `speech` takes quotations that stand as speech of their own and
finds the cue beside each. `frames` finds every clause, infinitive and object that hangs on a possible cue
outside them, and `evidence` tells by counts which of these people take for attributions. A quoted fragment
belongs to the clause it stands in; a quotation without a cue continues the statement before it (`drafts`).
"""

from bisect import bisect_left

from onrecord.analysis.chain import said_to, via_of
from onrecord.analysis.clauses import Tree, tree_of
from onrecord.analysis.details import act_of, said_on
from onrecord.analysis.draft import Draft
from onrecord.analysis.drafts import drafts_of
from onrecord.analysis.identify import Identify
from onrecord.analysis.labels import labelled
from onrecord.analysis.parse import Parsed
from onrecord.analysis.passages import candidates_of, passages
from onrecord.analysis.quotations import find_quotations
from onrecord.languages.en.marks import QUOTATION_STARTS
from onrecord.model import (
    Paragraph,
    Span,
    Speaker,
    Statement,
    StatementKind,
    TimeExpression,
    words_of,
)


def find_statements(parsed: Parsed, times: tuple[TimeExpression, ...]) -> tuple[Statement, ...]:
    """All statements of a source, in text order. Speakers carry their mention only; names come later.

    `times`: the text's time expressions, from which the day of a saying is read.
    """
    tree = tree_of(parsed.doc, parsed.source.text)
    text = parsed.source.text
    made = passages(tree, parsed)
    labels = labelled(tree, parsed.source, made)
    drafts: list[Draft] = []
    before: Draft | None = None
    for passage, found in zip(made, candidates_of(tree, made), strict=True):
        label = labels.get(passage.paragraph.number)
        here = [label] if label is not None else drafts_of(tree, text, passage, found, before)
        drafts += here
        if here or before is None or before.spans[-1][0] < passage.paragraph.span[0]:
            before = max(here, key=lambda draft: max(draft.spans)) if here else None
    return _finished(parsed, tree, drafts, times)


def _finished(
    parsed: Parsed, tree: Tree, drafts: list[Draft], times: tuple[TimeExpression, ...]
) -> tuple[Statement, ...]:
    """The drafts as statements, in text order, each with an id of its own."""
    text, paragraphs = parsed.source.text, parsed.source.paragraphs
    starts = [paragraph.span[0] for paragraph in paragraphs]
    identify = Identify()
    times = tuple(sorted(times, key=lambda time: time.span))
    done = []
    for draft in sorted(drafts, key=lambda each: min(each.spans)):
        spans = tuple(sorted(set(draft.spans)))
        words = words_of(text, spans)
        number = paragraphs[bisect_left(starts, spans[0][0] + 1) - 1].number
        done.append(
            Statement(
                id=identify(words),
                kind=kind_of(text, spans),
                content=spans,
                speaker=Speaker(draft.mention),
                words=words,
                paragraph=number,
                cue=_cue(tree, draft),
                act=act_of(draft),
                said_on=said_on(tree, draft, times),
                to=said_to(tree, draft),
                via=via_of(tree, draft),
                because=(draft.because,),
            )
        )
    return tuple(done)


def _cue(tree: Tree, draft: Draft) -> tuple[Span, ...]:
    """The cue's words; a colon or dash where it has none."""
    spans = tree.spans(list(draft.cue)) or [(tree.starts[token], tree.ends[token]) for token in draft.cue]
    return tuple(spans)


def kind_of(text: str, spans: tuple[Span, ...]) -> StatementKind:
    """Direct where all words stand in quotation marks, mixed where some do, else indirect."""
    inside = outside = False
    for number, span in enumerate(spans, 1):
        found = find_quotations(text, [Paragraph(number, span)])
        edges = [span[0], *(edge for each in found for edge in each.span), span[1]]
        rest = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        open_only = not found and text[span[0]] in QUOTATION_STARTS
        inside = inside or bool(found) or open_only
        outside = outside or (any(character.isalnum() for character in rest) and not open_only)
    return "indirect" if not inside else "mixed" if outside else "direct"
