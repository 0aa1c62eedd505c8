"""Statements being put together, paragraph by paragraph.

Quotations with a cue come first. Of the candidates that the counts take for attributions and that overlap, the
likelier and longer one stays. A quotation without a cue goes on with the statement before it.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import Tree
from onrecord.analysis.draft import Draft, mention_of, phrase
from onrecord.analysis.evidence import verdict
from onrecord.analysis.fragments import with_fragments
from onrecord.analysis.passages import Passage, content_of
from onrecord.analysis.relays import with_relays, without_occasion
from onrecord.analysis.speech import Cue, Spoken, spoken
from onrecord.analysis.speech_source import source_of
from onrecord.model import Span

THRESHOLD = 0.34
"""A candidate likelier than this is a statement; chosen on the training texts."""
NEAR = 5
"""Statements before and after one among which its speaker may be looked for."""
_GOES_ON = frozenset({"quotation", "label", "clause", "according", "as"})
"""Frames of statements that a quotation without a cue continues."""


def drafts_of(
    tree: Tree, text: str, passage: Passage, found: Sequence[Candidate], before: Draft | None
) -> list[Draft]:
    """The statements of a passage; a quotation at its start without a cue is added to `before`."""
    said = spoken(tree, passage.region, passage.own)
    made = _quotations(tree, passage, said)
    cues = {draft.head for draft in made}
    for candidate in found:
        if candidate.cue not in cues:
            draft = _by_counts(tree, text, passage, candidate)
            if draft is not None:
                made.append(draft)
    made = with_relays(tree, passage, found, made)
    made = [without_occasion(tree, draft) for draft in without_nested(made, passage.paragraph.span)]
    made = with_fragments(tree, text, passage, made)
    made = [_with_speaker(tree, draft, made[max(0, at - NEAR) : at + NEAR]) for at, draft in enumerate(made)]
    loose = [each for each in said if each.cue is None]
    return _with_continued(tree, passage, (made, loose), before)


def _quotations(tree: Tree, passage: Passage, said: list[Spoken]) -> list[Draft]:
    by_cue: dict[int, Draft] = {}
    last: Span | None = None
    for each in said:
        if each.cue is None:
            continue
        if each.cue.token in by_cue:
            by_cue[each.cue.token].spans.extend(each.spans)
        else:
            draft = _quotation(tree, passage, each.spans, each.cue)
            if draft.mention is None and tree.tags[each.cue.token] == "VBG":
                # “…,” she said, adding: “…”
                draft = draft._replace(mention=last)
            by_cue[each.cue.token] = draft
            last = draft.mention
    return list(by_cue.values())


def _quotation(tree: Tree, passage: Passage, spans: list[Span], cue: Cue) -> Draft:
    source = source_of(tree, cue, passage.region)
    mention = phrase(tree, source, passage.region.inside, (cue.token,)) if source is not None else None
    because = f"a quotation with “{tree.words[cue.token]}” {cue.side} it"
    return Draft(list(spans), (cue.token,), mention, because, cue.token, lemma=tree.lemmas[cue.token])


def _by_counts(tree: Tree, text: str, passage: Passage, candidate: Candidate) -> Draft | None:
    spans, quoted = content_of(tree, text, passage, candidate)
    if not spans:
        return None
    chance, because = verdict(tree, candidate, quoted)
    if chance < THRESHOLD:
        return None
    lemma = tree.lemmas[candidate.cue]
    return Draft(
        spans,
        candidate.words,
        mention_of(tree, candidate),
        because,
        candidate.cue,
        candidate.frame,
        chance,
        lemma,
    )


def without_nested(drafts: list[Draft], within: Span) -> list[Draft]:
    """Of overlapping drafts the one that comes first in `_rank`, in text order."""
    taken = bytearray(within[1] - within[0])
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_rank):
        spans = [(max(start - within[0], 0), min(end, within[1]) - within[0]) for start, end in draft.spans]
        if all(taken.find(1, start, end) < 0 for start, end in spans):
            kept.append(draft)
            for start, end in spans:
                taken[start:end] = b"\1" * max(0, end - start)
    return sorted(kept, key=lambda draft: draft.spans[0])


def _rank(draft: Draft) -> tuple[float, float, Span]:
    size = draft.spans[-1][1] - draft.spans[0][0]
    sure = draft.frame in ("quotation", "label")
    return (0.0 if sure else 1.0, -draft.chance * math.sqrt(max(size, 1)), draft.spans[0])


def _with_speaker(tree: Tree, draft: Draft, near: list[Draft]) -> Draft:
    """A participle without a subject takes the speaker of the cue before it in its sentence: “…, noting that …”."""
    head = draft.head
    if draft.mention is not None or head is None or tree.tags[head] != "VBG":
        return draft
    sentence = tree.sentences[head]
    before = [
        each
        for each in near
        if each.mention
        and each.head is not None
        and each.head < head
        and tree.sentences[each.head] == sentence
    ]
    return draft._replace(mention=max(before, key=lambda each: each.head or 0).mention) if before else draft


def _with_continued(
    tree: Tree, passage: Passage, found: tuple[list[Draft], list[Spoken]], before: Draft | None
) -> list[Draft]:
    """Adds each quotation without a cue to the statement before it; else it stands alone, unattributed."""
    made, loose = found
    if not loose:
        return made
    places = [(start, 0, draft) for draft in made if draft.frame in _GOES_ON for start, _ in draft.spans]
    steps: list[tuple[int, int, Draft | Spoken]] = [*places, *((each.spans[0][0], 1, each) for each in loose)]
    steps.sort(key=lambda step: step[:2])
    start = passage.paragraph.span[0]
    current: Draft | None = None
    added: list[Draft] = []
    for at, _, step in steps:
        if isinstance(step, Draft):
            current = step
            continue
        if current is None and before is not None and at == start:
            current = before
        if current is None:
            current = _alone(tree, passage, made, at)
            added.append(current)
        current.spans.extend(step.spans)
    return [*made, *added]


def _alone(tree: Tree, passage: Passage, made: list[Draft], at: int) -> Draft:
    """A quotation without a cue: said by whom the sentence before tells of, else by nobody known."""
    earlier = [draft for draft in made if draft.spans[0][0] < at and draft.mention is not None]
    first = bisect_left(tree.starts, at)
    mention = earlier[-1].mention if earlier else _subject_before(tree, passage, first)
    if mention is None:
        return Draft([], (), None, "a quotation without a cue")
    return Draft([], (), mention, "a quotation without a cue, after a sentence that tells of its speaker")


def _subject_before(tree: Tree, passage: Passage, first: int) -> Span | None:
    """The person who is the subject of the sentence before a token, in the same paragraph."""
    last = first - 1
    while last >= passage.region.first and tree.tags[last] == "_SP":
        last -= 1
    if last < passage.region.first or last in passage.region.inside:
        return None
    root = next((token for token in tree.sentence(last) if tree.heads[token] == token), last)
    subject = tree.child(root, "nsubj")
    if subject is None or subject < passage.region.first:
        return None
    person = tree.tags[subject] == "NNP" or tree.words[subject] in ("he", "she")
    return phrase(tree, subject, passage.region.inside) if person else None
