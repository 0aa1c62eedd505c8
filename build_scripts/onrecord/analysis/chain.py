"""The reporting chain beside a cue: to whom something was said, and through whom it is known."""

import re
from collections.abc import Iterator

from onrecord.analysis.clauses import Tree
from onrecord.analysis.draft import Draft, phrase
from onrecord.languages.en import outlets
from onrecord.languages.en.acts import TELLING, TO_SOMEBODY, TOGETHER
from onrecord.languages.en.chain import (
    CARRYING,
    OCCASIONS,
    OUTLET_ENDS,
    OUTLET_NOUNS,
    RELAYING,
    SENT,
    SPOKEN_TO,
)

REACH = 60
"""Tokens on each side of a cue among which the rest of its sentence is read."""
_HEARD = ("quotation", "clause", "as", "object-inf", "inf", "prep:about", "small", "object")
_NAMES = frozenset(
    each.casefold().removeprefix("the ")
    for each in (*outlets.OUTLETS, *(alias for names in outlets.AGENCIES.values() for alias in names))
) - frozenset(outlets.UNSURE_WITHOUT_PARENTHESES)
_SELF = ("himself", "herself", "themselves", "itself", "myself", "ourselves")


def is_outlet(tree: Tree, head: int) -> bool:
    """Whether a noun phrase names who passes things on: an outlet known or told by its last word, or its kind."""
    if tree.tags[head] in ("NN", "NNS"):
        return tree.lemmas[head] in OUTLET_NOUNS
    span = phrase(tree, head)
    if span is None or not tree.tags[head].startswith("NNP"):
        return False
    own = words_of_phrase(tree, head) or ""
    folded = own.casefold().removeprefix("the ")
    return folded in _NAMES or tree.words[head] in OUTLET_ENDS or own.casefold().endswith(" news agency")


def said_to(tree: Tree, draft: Draft) -> str | None:
    """To whom it was said, in the text's words: “told reporters”, “in an interview with The Hill”."""
    if draft.head is None or draft.frame not in _HEARD:
        return None
    plain = draft.frame not in ("small", "object")
    for found in _hearers(tree, draft, plain):
        if not _in_content(draft, tree.starts[found]):
            words = words_of_phrase(tree, found)
            if words:
                return words
    return None


def _hearers(tree: Tree, draft: Draft, plain: bool) -> Iterator[int]:
    """Heads of noun phrases that may name who hears it, the surest first. `plain`: the cue's object may."""
    assert draft.head is not None
    kids = [kid for kid in tree.kids[draft.head] if not _is_speaker(tree, draft, kid)]
    for kid in kids if plain else ():
        dep = tree.deps[kid]
        if dep in ("dobj", "dative") and draft.lemma in TELLING and tree.tags[kid][:2] in ("NN", "PR"):
            yield kid
        elif dep in ("prep", "dative") and tree.words[kid] == "to" and draft.lemma in TO_SOMEBODY:
            yield from _objects(tree, kid)
    if draft.occasion is not None:
        yield from _partners(tree, draft.occasion)
    for kid in _beside(tree, draft):
        if tree.deps[kid] == "prep" and tree.words[kid] in OCCASIONS:
            yield from _partners(tree, kid)
        elif tree.tags[kid] == "VBG" and tree.lemmas[kid] in SPOKEN_TO:
            yield from _heard_by(tree, kid)
        elif tree.tags[kid] == "VBG" and tree.lemmas[kid] == "address":
            yield from (each for each in tree.kids[kid] if tree.deps[each] == "dobj")


def _beside(tree: Tree, draft: Draft) -> Iterator[int]:
    """What hangs on the cue, on the verb it is joined to, or on its subject."""
    assert draft.head is not None
    yield from tree.kids[draft.head]
    if draft.mention is not None:
        for kid in tree.kids[draft.head]:
            if tree.deps[kid] in ("nsubj", "nsubjpass"):
                yield from (each for each in tree.kids[kid] if tree.deps[each] in ("acl", "prep"))
    if tree.deps[draft.head] == "conj":
        yield from (each for each in tree.kids[tree.heads[draft.head]] if each < draft.head)


def _partners(tree: Tree, prep: int) -> Iterator[int]:
    """With whom an interview was, or to whom a letter went."""
    for talk in _objects(tree, prep):
        deeper = [
            talk,
            *(inner for kid in tree.kids[talk] if tree.words[kid] == "of" for inner in _objects(tree, kid)),
        ]
        for noun in deeper:
            for kid in tree.kids[noun]:
                together = tree.lemmas[noun] in TOGETHER and tree.words[kid] in ("with", "to")
                sent = tree.lemmas[noun] in SENT and tree.words[kid] == "to"
                if tree.deps[kid] in ("prep", "dative") and (together or sent):
                    yield from _objects(tree, kid)


def _heard_by(tree: Tree, speaking: int) -> Iterator[int]:
    for kid in tree.kids[speaking]:
        if tree.deps[kid] in ("prep", "dative") and tree.words[kid] in ("to", "with"):
            yield from _objects(tree, kid)


def _objects(tree: Tree, prep: int) -> Iterator[int]:
    inside = tree.child(prep, "pobj")
    if inside is not None:
        yield inside


def _in_content(draft: Draft, at: int) -> bool:
    return any(start <= at < end for start, end in draft.spans)


def _is_speaker(tree: Tree, draft: Draft, token: int) -> bool:
    return draft.mention is not None and draft.mention[0] <= tree.starts[token] < draft.mention[1]


def words_of_phrase(tree: Tree, head: int) -> str | None:
    """A noun phrase's words up to its first comma or clause."""
    span = phrase(tree, head)
    if span is None or tree.text[span[0] : span[1]].lower() in _SELF:
        return None
    limit = span[1]
    for kid in tree.kids[head]:
        if kid > head and tree.deps[kid] in ("relcl", "acl", "appos", "prep", "npadvmod", "punct"):
            limit = min(limit, tree.starts[tree.subtree(kid)[0]])
            if tree.words[kid] == "of" and tree.deps[kid] == "prep":
                limit = span[1]
            break
    return re.sub(r"\s+", " ", tree.text[span[0] : limit]).strip(" ,;—–-") or None


def via_of(tree: Tree, draft: Draft) -> str | None:
    """Through whom the saying is known: “…, he said, according to CNN”, “as Reuters reported”, “quoted by AFP”."""
    if draft.via is not None:
        return words_of_phrase(tree, draft.via)
    if draft.head is None or draft.frame == "according":
        return None
    low, high = _sentence(tree, draft.head)
    for token in range(low, high):
        if token == draft.head or _in_content(draft, tree.starts[token]) or _amid(tree, draft, token):
            continue
        carrier = _carrier(tree, token)
        if carrier is not None and not _is_speaker(tree, draft, carrier):
            return words_of_phrase(tree, carrier)
    return None


def _amid(tree: Tree, draft: Draft, token: int) -> bool:
    """Whether a word stands between the pieces of a told clause: it qualifies what is told."""
    pieces = draft.spans if draft.frame != "quotation" else ()
    return any(start < tree.starts[token] for start, _ in pieces) and any(
        tree.starts[token] < start for start, _ in pieces
    )


def _carrier(tree: Tree, token: int) -> int | None:
    """The head of who passes words on, where `token` says that somebody does."""
    if tree.words[token] == "according":
        to = next((kid for kid in tree.kids[token] if tree.words[kid] == "to"), None)
        return None if to is None else tree.child(to, "pobj")
    if tree.tags[token] == "VBN" and tree.lemmas[token] in CARRYING:
        by = agent_of(tree, token)
        sure = tree.lemmas[token] in RELAYING
        return by if by is not None and (sure or is_outlet(tree, by)) else None
    if tree.lemmas[token] in RELAYING and tree.tags[token] in ("VBD", "VBZ", "VBN"):
        mark = tree.child(token, "mark", "advmod")
        relay = tree.child(token, "nsubj")
        closes = relay is not None and relay < token and _closes(tree, token, relay)
        return relay if closes or (mark is not None and tree.words[mark] == "as") else None
    return None


def _closes(tree: Tree, verb: int, relay: int) -> bool:
    """“…, CNN reported.” after what was said: an outlet, a comma before it and no clause after it."""
    before = tree.subtree(relay)[0] - 1
    clause = any(kid > verb and tree.deps[kid] in ("ccomp", "dobj", "xcomp") for kid in tree.kids[verb])
    return (
        before > 0 and tree.words[before] in (",", "”", '"', "''") and not clause and is_outlet(tree, relay)
    )


def agent_of(tree: Tree, verb: int) -> int | None:
    """The head of “by X” below a verb."""
    for kid in tree.kids[verb]:
        if tree.deps[kid] == "agent" or (tree.deps[kid] == "prep" and tree.words[kid] == "by"):
            return tree.child(kid, "pobj")
    return None


def _sentence(tree: Tree, at: int) -> tuple[int, int]:
    low = high = at
    while low > 0 and tree.sentences[low - 1] == tree.sentences[at] and at - low < REACH:
        low -= 1
    while high < len(tree.words) and tree.sentences[high] == tree.sentences[at] and high - at < REACH:
        high += 1
    return low, high
