"""What a statement's cue tells besides: the act, the day, to whom, and through whom it is known."""

import re

from onrecord.analysis.clauses import Tree
from onrecord.analysis.draft import Draft, phrase
from onrecord.languages.en.acts import ACTS, BY_FRAME, IN_QUOTATION, TELLING, TO_SOMEBODY, TOGETHER
from onrecord.model import TimeExpression

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(?:MO|AF|EV|NI|\d\d.*))?$")
REACH = 14
"""Tokens from the cue within which a day may stand."""


def act_of(draft: Draft) -> str:
    """What kind of attribution the cue makes: said, wrote, asked, urged, showed, thought, felt, planned, judged."""
    act = BY_FRAME.get((draft.lemma, draft.frame)) or ACTS.get(draft.lemma, "")
    if draft.frame in ("quotation", "label"):
        return act if act in IN_QUOTATION else "said"
    return act or (
        "planned"
        if draft.frame in ("inf", "n-inf", "a-inf")
        else "judged"
        if draft.frame == "object"
        else "said"
    )


def said_on(tree: Tree, draft: Draft, times: tuple[TimeExpression, ...]) -> str | None:
    """The ISO day on which it was said: a day that stands with the cue, outside what is said."""
    if draft.head is None or not times:
        return None
    low, high = _clause(tree, draft)
    for time in times:
        start, end = time.span
        day = _DAY.match(time.value)
        if (
            day
            and low <= start
            and end <= high
            and not _in_content(draft, start)
            and _hangs_on(tree, draft, start, end)
        ):
            return day[1]
    return None


def _clause(tree: Tree, draft: Draft) -> tuple[int, int]:
    """Offsets between which the cue's own words lie."""
    assert draft.head is not None
    first = last = draft.head
    sentence = tree.sentences[draft.head]
    while first > 0 and tree.sentences[first - 1] == sentence and draft.head - first < REACH:
        first -= 1
    while last + 1 < len(tree.words) and tree.sentences[last + 1] == sentence and last - draft.head < REACH:
        last += 1
    return tree.starts[first], tree.ends[last]


def _in_content(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.spans)


def _hangs_on(tree: Tree, draft: Draft, start: int, end: int) -> bool:
    """Whether the words at an offset depend on the cue, over at most three steps, or stand right beside it."""
    assert draft.head is not None
    for token in range(max(0, draft.head - REACH), min(len(tree.words), draft.head + REACH)):
        if not start <= tree.starts[token] < end:
            continue
        at = token
        for _ in range(6):
            if at == draft.head or abs(token - draft.head) == 1:
                return True
            if tree.deps[at] not in (
                "pobj",
                "prep",
                "npadvmod",
                "nmod",
                "compound",
                "nummod",
                "advmod",
                "tmod",
            ):
                break
            at = tree.heads[at]
    return False


def said_to(tree: Tree, text: str, draft: Draft) -> str | None:
    """To whom it was said, in the text's words: “told reporters”, “in an interview with The Hill”."""
    if draft.head is None or draft.frame not in (
        "quotation",
        "clause",
        "as",
        "object-inf",
        "inf",
        "prep:about",
    ):
        return None
    for kid in tree.kids[draft.head]:
        if _in_content(draft, tree.starts[kid]) or _is_speaker(tree, draft, kid):
            continue
        dep, word = tree.deps[kid], tree.words[kid]
        if dep in ("dobj", "dative") and draft.lemma in TELLING and tree.tags[kid][:2] in ("NN", "PR"):
            return _words(tree, text, kid)
        if dep in ("prep", "dative") and word == "to" and draft.lemma in TO_SOMEBODY:
            return _object(tree, text, kid)
        if dep == "prep" and word in ("in", "during", "at"):
            found = _partner(tree, text, kid)
            if found:
                return found
    return None


def _is_speaker(tree: Tree, draft: Draft, token: int) -> bool:
    return draft.mention is not None and draft.mention[0] <= tree.starts[token] < draft.mention[1]


def _partner(tree: Tree, text: str, prep: int) -> str | None:
    """With whom an interview or conversation was."""
    talk = tree.child(prep, "pobj")
    if talk is None or tree.lemmas[talk] not in TOGETHER:
        return None
    for kid in tree.kids[talk]:
        if tree.deps[kid] == "prep" and tree.words[kid] == "with":
            return _object(tree, text, kid)
    return None


def _object(tree: Tree, text: str, prep: int) -> str | None:
    inside = tree.child(prep, "pobj")
    return None if inside is None else _words(tree, text, inside)


def _words(tree: Tree, text: str, head: int) -> str | None:
    """A noun phrase's words up to its first comma or clause."""
    span = phrase(tree, head)
    if span is None or text[span[0] : span[1]].lower() in ("himself", "herself", "themselves"):
        return None
    limit = span[1]
    for kid in tree.kids[head]:
        if kid > head and tree.deps[kid] in ("relcl", "acl", "appos", "prep", "npadvmod", "punct"):
            limit = min(limit, tree.starts[tree.subtree(kid)[0]])
            if tree.words[kid] == "of" and tree.deps[kid] == "prep":
                limit = span[1]
            break
    return re.sub(r"\s+", " ", text[span[0] : limit]).strip(" ,;—–-") or None


def via_of(tree: Tree, text: str, draft: Draft) -> str | None:
    """Through whom the saying is known: “…, he said, according to CNN”, “as Reuters reported”."""
    if draft.head is None or draft.frame == "according":
        return None
    low, high = _sentence(tree, draft.head)
    for token in range(low, high):
        if (
            tree.words[token] == "according"
            and token + 1 < high
            and not _in_content(draft, tree.starts[token])
        ):
            to = next((kid for kid in tree.kids[token] if tree.words[kid] == "to"), None)
            if to is not None:
                return _object(tree, text, to)
    return None


def _sentence(tree: Tree, at: int) -> tuple[int, int]:
    low = high = at
    while low > 0 and tree.sentences[low - 1] == tree.sentences[at] and at - low < 60:
        low -= 1
    while high < len(tree.words) and tree.sentences[high] == tree.sentences[at] and high - at < 60:
        high += 1
    return low, high
