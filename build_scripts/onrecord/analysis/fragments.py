"""Quoted fragments that no clause took, because the parse or the counts missed it.

Nearly every stretch between quotation marks is somebody's words. A fragment goes on with the statement before
it in its sentence, or hangs on the nearest verb of saying or thinking before it, or goes on with what the
sentence before it tells; names and titles stay out.
"""

from bisect import bisect_left

from onrecord.analysis.clauses import VERB_TAGS, Tree
from onrecord.analysis.draft import Draft, phrase
from onrecord.analysis.holders import subject_of
from onrecord.analysis.passages import Passage
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech import is_title, words_in
from onrecord.languages.en.acts import ACTS
from onrecord.languages.en.verbs import NAMING
from onrecord.model import Span

FAR = 160
"""Characters between a statement and a fragment that goes on with it."""
REACH = 25
"""Tokens before a fragment among which its verb is looked for."""
LONG = 4
"""A fragment of so many words is a statement of its own where nothing else takes it."""


def with_fragments(tree: Tree, text: str, passage: Passage, made: list[Draft]) -> list[Draft]:
    """The drafts with the passage's untaken fragments added to them or as drafts of their own."""
    if not passage.fragments:
        return made
    taken = sorted((span, draft) for draft in made for span in draft.spans)
    grown: list[Draft] = []
    for fragment in passage.fragments:
        at = bisect_left(taken, fragment.span[1], key=lambda each: each[0][0])
        last = taken[at - 1] if at else None
        if last is not None and last[0][1] > fragment.span[0]:
            continue
        if _is_name(text, fragment):
            continue
        first = bisect_left(tree.starts, fragment.span[0])
        if last is not None and _same_sentence(tree, text, last[0], first):
            taken[at - 1] = (_grown(last, fragment), last[1])
            continue
        draft = _own(tree, text, passage, fragment, last)
        if draft is not None:
            grown.append(draft)
            taken.insert(at, (draft.spans[0], draft))
    return sorted([*made, *grown], key=lambda draft: draft.spans[0])


def _grown(last: tuple[Span, Draft], fragment: Quotation) -> Span:
    """Stretches a draft's span to the fragment's end; the new span."""
    span, draft = last
    whole = (span[0], fragment.span[1])
    draft.spans[draft.spans.index(span)] = whole
    return whole


def _is_name(text: str, fragment: Quotation) -> bool:
    """Whether the fragment is a title, nickname or single word in quotation marks, or stands in single ones."""
    start, end = fragment.span
    words = words_in(text[start:end])
    before = words_in(text[max(0, start - 30) : start])
    named = bool(before) and before[-1].lower() in NAMING
    return fragment.single or len(words) < 2 or is_title(words) or (named and len(words) < LONG)


def _own(
    tree: Tree, text: str, passage: Passage, fragment: Quotation, last: tuple[Span, Draft] | None
) -> Draft | None:
    """A draft for a fragment that hangs on a verb before it or is long enough to stand alone."""
    first = bisect_left(tree.starts, fragment.span[0])
    cue = _verb_before(tree, passage, first)
    if cue is not None:
        source, _ = subject_of(tree, cue)
        mention = phrase(tree, source) if source is not None else None
        start = tree.starts[min(cue + 1, first)]
        because = f"a quoted fragment after “{tree.words[cue]}”"
        spans, lemma = [(start, fragment.span[1])], tree.lemmas[cue]
        return Draft(spans, (cue,), mention, because, cue, "fragment", 1.0, lemma)
    last_token = bisect_left(tree.starts, fragment.span[1])
    told = any(tree.tags[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(first, last_token))
    if len(words_in(text[slice(*fragment.span)])) < LONG or not told:
        return None
    if last is not None and _next_sentence(tree, last[0], first):
        because = "a quotation in the sentence after a statement goes on with it"
        return Draft([fragment.span], (), last[1].mention, because)
    return Draft([fragment.span], (), None, "a quotation without a cue")


def _next_sentence(tree: Tree, span: Span, first: int) -> bool:
    """Whether a token stands in the sentence after the one a statement ends in."""
    last = bisect_left(tree.starts, span[1]) - 1
    return first < len(tree.sentences) and tree.sentences[first] - tree.sentences[last] == 1


def _same_sentence(tree: Tree, text: str, span: Span, first: int) -> bool:
    """Whether a fragment follows a statement in its sentence, joined to it by no more than a few words."""
    gap = text[span[1] : tree.starts[first]] if first < len(tree.starts) else ""
    last = bisect_left(tree.starts, span[1]) - 1
    joined = gap.strip().startswith((",", "and", "or", "but", "as", "for", "—", "–", "-", "of", "in"))
    return len(gap) < FAR and joined and tree.sentences[last] == tree.sentences[first]


def _verb_before(tree: Tree, passage: Passage, first: int) -> int | None:
    """The nearest verb before a token in its sentence that names an act."""
    for token in range(first - 1, max(passage.region.first, first - REACH) - 1, -1):
        if tree.sentences[token] != tree.sentences[first - 1] or token in passage.region.inside:
            return None
        named = tree.lemmas[token] in ACTS and tree.deps[token] not in ("aux", "auxpass", "amod")
        if tree.tags[token] in VERB_TAGS and named:
            return token
    return None
