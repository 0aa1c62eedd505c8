"""Who speaks: the noun phrase beside a quotation's cue."""

from onrecord.analysis.clauses import Tree
from onrecord.analysis.holders import subject_of
from onrecord.analysis.speech import NOMINAL, REACH, Cue, Region


def source_of(tree: Tree, cue: Cue, region: Region) -> int | None:
    """The head of the noun phrase that names the speaker beside a quotation's cue."""
    if cue.source is not None:
        return cue.source
    if tree.words[cue.token] == "according":
        to = next((kid for kid in tree.kids[cue.token] if tree.words[kid] == "to"), None)
        return None if to is None else tree.child(to, "pobj")
    if tree.child(cue.token, "auxpass") is not None:
        agent = tree.child(cue.token, "agent")
        return None if agent is None else tree.child(agent, "pobj")
    source, _ = subject_of(tree, cue.token)
    if cue.side == "after" and (between := _between(tree, cue.token, region)):
        inside = source is not None and between[0] <= source < cue.token
        return source if inside else _top(tree, between[0], cue.token, region)
    if source is not None and source not in region.inside and _near(tree, source, cue.token):
        return source
    if tree.tags[cue.token] == "VBG" and cue.side == "before":
        return None
    for step in (1, -1) if cue.side == "after" else (-1, 1):
        token = cue.token + step
        while (
            region.lead <= token < region.last and abs(token - cue.token) < 6 and token not in region.inside
        ):
            if tree.tags[token] in NOMINAL and tree.words[token] not in ("the", "a", "an"):
                return _top(tree, token, cue.token, region)
            token += step
    return None if source in region.inside else source


def _between(tree: Tree, cue: int, region: Region) -> list[int]:
    """The nouns and pronouns between a quotation and the cue after it, back to the first comma or verb."""
    found: list[int] = []
    for token in range(cue - 1, max(region.first, cue - REACH) - 1, -1):
        if token in region.inside:
            return found[::-1]
        if tree.tags[token] in NOMINAL and tree.words[token] not in ("the", "a", "an"):
            found.append(token)
    return []


def _near(tree: Tree, source: int, cue: int) -> bool:
    return abs(source - cue) < 60 and not (tree.words[source] == "that" and tree.deps[cue] != "relcl")


def _top(tree: Tree, token: int, cue: int, region: Region) -> int:
    """The head of the noun phrase that `token` is part of."""
    while tree.heads[token] not in (cue, token) and tree.heads[token] not in region.inside:
        if tree.deps[token] not in ("compound", "appos", "poss", "nmod"):
            break
        token = tree.heads[token]
    return token
