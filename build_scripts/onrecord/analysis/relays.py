"""Statements that somebody passes on: who said it is the speaker, who reported it is told apart (`Draft.via`).

“Reuters reported that Bell said …”, “…, Bell said, Reuters reported”, “AFP quoted the police as saying …”: the
inner saying is the statement.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.chain import agent_of, is_outlet
from onrecord.analysis.clauses import VERB_TAGS, Tree
from onrecord.analysis.details import act_of
from onrecord.analysis.draft import Draft, phrase
from onrecord.analysis.passages import Passage
from onrecord.languages.en.acts import ACTS
from onrecord.languages.en.chain import NAMED_OCCASIONS, QUOTING, RELAYING, SAYING
from onrecord.model import VOICED, Span

_INNER = frozenset({"quotation", "clause", "as", "prep:according"})
"""Frames in which a saying is passed on."""
LONGEST_OCCASION = 25
"""Tokens of “in an interview with X” at the end of what is said."""
MOST = 40
"""Cues looked at within what a draft tells."""
STEPS = 12
"""Dependencies followed from an inner cue up to the outer one."""


class _Quoted(NamedTuple):
    """“R quoted X as saying …”; tokens."""

    verb: int
    as_: int
    saying: int
    who: int | None
    relay: int | None


def with_relays(
    tree: Tree, passage: Passage, found: Sequence[Candidate], made: Sequence[Draft]
) -> list[Draft]:
    """The drafts of a passage, each saying that somebody passes on with its own speaker."""
    region = passage.region
    quoted = [each for each in _quotings(tree, region.first, region.last) if each.saying not in region.inside]
    drafts = _all_led(tree, passage, made)
    drafts = _with_quoted(tree, found, drafts, quoted) if quoted else drafts
    by_head = {each.head: at for at, each in enumerate(drafts) if each.head is not None}
    heads = sorted(by_head)
    changed: dict[int, Draft | None] = {}
    for at, outer in enumerate(drafts):
        relay = _relay(tree, outer)
        if relay is None or at in changed:
            continue
        below = [drafts[by_head[head]] for head in _heads_in(tree, heads, outer)]
        inner = [each for each in below if _passed_on(tree, outer, each)]
        for each in [*inner, *(one for one in below if _joined(tree, inner, one))]:
            changed[by_head[each.head or 0]] = _relayed(tree, outer, each, relay)
            changed[at] = None
    kept = (changed.get(at, each) for at, each in enumerate(drafts))
    return [each for each in kept if each is not None]


def _heads_in(tree: Tree, heads: Sequence[int], outer: Draft) -> Iterator[int]:
    """The cues that stand within what a draft tells."""
    for start, end in outer.spans:
        first = bisect_left(heads, start, key=lambda head: tree.starts[head])
        for head in heads[first : first + MOST]:
            if tree.starts[head] >= end:
                break
            if head != outer.head:
                yield head


def without_occasion(tree: Tree, draft: Draft) -> Draft:
    """The content without “in an interview with X” at its end: that is where it was said, not what."""
    if draft.frame not in ("clause", "object", "as") or draft.head is None:
        return draft
    start, end = draft.spans[-1]
    last = bisect_left(tree.starts, end)
    for token in range(last - 1, max(bisect_left(tree.starts, start) + 1, last - LONGEST_OCCASION), -1):
        talk = tree.child(token, "pobj") if tree.words[token] in ("in", "during") else None
        if talk is None or tree.lemmas[talk] not in NAMED_OCCASIONS or token < draft.head < last:
            continue
        article = tree.child(talk, "det")
        if article is not None and tree.words[article] in ("a", "an") and tree.subtree(token)[-1] >= last - 1:
            kept = tree.text[start : tree.starts[token]].rstrip(" ,\n")
            return draft._replace(spans=[*draft.spans[:-1], (start, start + len(kept))], occasion=token)
    return draft


def _all_led(tree: Tree, passage: Passage, made: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of quotations led to by another verb in place of what else that verb would tell."""
    drafts = [_led(tree, passage, each) for each in made]
    heads = {each.head for each in drafts if each.via is not None}
    return [each for each in drafts if each.via is not None or each.head not in heads]


def _led(tree: Tree, passage: Passage, draft: Draft) -> Draft:
    """“Bell said: “…,” the Gazette reported.”: the verb before the quotation tells who speaks."""
    if (
        draft.frame != "quotation"
        or draft.lemma not in RELAYING
        or draft.head is None
        or draft.mention is None
    ):
        return draft
    relay = head_of(tree, draft.mention, draft.head)
    token = bisect_left(tree.starts, draft.spans[0][0]) - 1
    while token > passage.region.first and tree.words[token] in (",", ":"):
        token -= 1
    subject = tree.child(token, "nsubj") if token >= passage.region.first else None
    if relay is None or subject is None or ACTS.get(tree.lemmas[token]) not in VOICED:
        return draft
    mention = phrase(tree, subject, passage.region.inside)
    because = f"a quotation after “{tree.words[token]}”, passed on by “{tree.words[relay]}”"
    return draft._replace(
        mention=mention, cue=(token,), head=token, lemma=tree.lemmas[token], because=because, via=relay
    )


def _relay(tree: Tree, outer: Draft) -> int | None:
    """The head of who passes words on, where a draft says that somebody may."""
    if outer.head is None or outer.mention is None or outer.frame not in ("clause", "as", "according"):
        return None
    relay = head_of(tree, outer.mention, outer.head)
    if relay is None or outer.frame == "according" or outer.lemma in RELAYING or is_outlet(tree, relay):
        return relay
    return None


def head_of(tree: Tree, mention: Span, near: int) -> int | None:
    """The head of the words at a span, looked for around a token."""
    for token in range(max(0, near - 80), min(len(tree.words), near + 80)):
        if mention[0] <= tree.starts[token] < mention[1]:
            above = tree.starts[tree.heads[token]]
            if tree.heads[token] == token or not mention[0] <= above < mention[1]:
                return token
    return None


def _passed_on(tree: Tree, outer: Draft, inner: Draft) -> bool:
    """Whether what the outer draft tells is that somebody said the inner one."""
    head = inner.head
    if head is None or head == outer.head or inner.mention is None or inner.frame not in _INNER:
        return False
    if ACTS.get(inner.lemma) not in VOICED or act_of(inner) not in VOICED or inner.lemma in RELAYING:
        return False
    if not _within(outer.spans, tree.starts[head]):
        return False
    for _ in range(STEPS):
        above = tree.heads[head]
        if above in (head, outer.head) or (outer.head is not None and tree.heads[outer.head] == head):
            return True
        if not _within(inner.spans, tree.starts[above]):
            return False
        head = above
    return False


def _joined(tree: Tree, inner: Sequence[Draft], draft: Draft) -> bool:
    """Whether a draft's cue is joined to one that is passed on: “said …, and warned …”."""
    if draft.head is None or tree.deps[draft.head] != "conj" or draft.frame not in _INNER:
        return False
    return any(tree.heads[draft.head] == each.head for each in inner)


def _within(spans: Sequence[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _relayed(tree: Tree, outer: Draft, inner: Draft, relay: int) -> Draft:
    """The inner saying, without the words that tell who passes it on."""
    words = tree.words[outer.head] if outer.head is not None else ""
    because = f"{inner.because}; passed on by “{tree.words[relay]}” ({words})"
    spans = inner.spans
    if outer.head is not None and inner.frame != "quotation":
        spans = [part for span in spans for part in _without(tree, span, outer.head, relay)]
    return inner._replace(via=relay, because=because, spans=spans or inner.spans)


def _without(tree: Tree, span: Span, verb: int, relay: int) -> Iterator[Span]:
    """A span without “, CNN reported” in it or at its end."""
    low, high = min(verb, tree.subtree(relay)[0]), max(verb, tree.subtree(relay)[-1])
    start, end = tree.starts[low], tree.ends[high]
    if not (span[0] <= start and end <= span[1]) or high - low > 20:
        yield span
        return
    for one, two in ((span[0], start), (end, span[1])):
        words = tree.text[one:two]
        left = one + len(words) - len(words.lstrip(" ,;\n\t"))
        right = one + len(words.rstrip(" ,;.\n\t"))
        if right - left > 1:
            yield left, right


def _quotings(tree: Tree, first: int, last: int) -> Iterator[_Quoted]:
    for saying in range(max(first, 1), last):
        as_ = saying - 1
        if tree.words[as_] != "as" or tree.tags[saying] != "VBG" or tree.lemmas[saying] not in SAYING:
            continue
        above = tree.heads[as_] if tree.heads[as_] != saying else tree.heads[saying]
        who = None
        if tree.tags[above] not in VERB_TAGS and tree.deps[above] in ("dobj", "nsubjpass"):
            who, above = above, tree.heads[above]
        if tree.lemmas[above] in QUOTING and first <= above < saying:
            yield _parts(tree, above, as_, saying, who)


def _parts(tree: Tree, verb: int, as_: int, saying: int, who: int | None) -> _Quoted:
    """Who is quoted, and by whom: “AFP quoted X”, “X was quoted by AFP as saying”, “X quoted as saying by AFP”."""
    if tree.tags[verb] == "VBN" and tree.child(verb, "dobj") is None:
        who = who if who is not None else tree.child(verb, "nsubjpass", "nsubj")
        if who is None and tree.deps[verb] == "acl":
            who = tree.heads[verb]
        relay = agent_of(tree, verb)
        return _Quoted(verb, as_, saying, who, relay if relay is not None else agent_of(tree, saying))
    who = who if who is not None else tree.child(verb, "dobj")
    return _Quoted(verb, as_, saying, who, tree.child(verb, "nsubj"))


def _with_quoted(
    tree: Tree, found: Sequence[Candidate], made: list[Draft], quoted: Sequence[_Quoted]
) -> list[Draft]:
    """Drafts for “quoted as saying”, in place of those that took the outlet for the speaker."""
    by_head: dict[int, list[Draft]] = {}
    for draft in made:
        if draft.head is not None:
            by_head.setdefault(draft.head, []).append(draft)
    clauses = {each.cue: each for each in found if each.frame == "clause"}
    dropped: set[int] = set()
    added: list[Draft] = []
    for each in quoted:
        cue = (each.verb, each.as_, each.saying)
        own = [draft for head in cue for draft in by_head.get(head, ())]
        spans = [span for draft in own if draft.frame == "quotation" for span in draft.spans]
        frame = "quotation" if spans else "clause"
        spans = spans or _content(tree, clauses.get(each.saying))
        if each.who is not None and spans:
            mention = phrase(tree, each.who, frozenset(tree.subtree(each.as_)) | {each.as_, each.saying})
            because, lemma = "somebody is quoted as saying it", tree.lemmas[each.saying]
            added.append(Draft(spans, cue, mention, because, each.saying, frame, 1.0, lemma, each.relay))
            dropped.update(id(draft) for draft in own)
    return [*(draft for draft in made if id(draft) not in dropped), *added]


def _content(tree: Tree, candidate: Candidate | None) -> list[Span]:
    """What follows “as saying”."""
    if candidate is None:
        return []
    return tree.spans([token for token in candidate.content if token > candidate.cue])
