"""Cues that close a sentence the parse has cut up: “…, NAME, ROLE, told reporters.”"""

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import VERB_TAGS, Tree


def closing(tree: Tree, at: int) -> Candidate | None:
    """“…, NAME, ROLE, told reporters.” where the parse took the name for one more of a row."""
    if tree.tags[at] not in ("VBD", "VBZ", "VBP") or tree.deps[at] not in ("conj", "ROOT", "parataxis"):
        return None
    source = tree.child(at, "nsubj")
    named = set(tree.subtree(source)) if source is not None else set()
    first = min([at, *named]) if named else _name_before(tree, at)
    if first is None or (first == at and not named) or tree.words[first - 1] != ",":
        return None
    content = [token for token in tree.sentence(at) if token < first - 1]
    finite = [token for token in content if tree.tags[token] in ("VBD", "VBZ", "VBP", "MD")]
    after = [token for token in tree.sentence(at) if token > at and token not in named]
    if len(after) > 12 or any(tree.tags[token] in VERB_TAGS for token in after):
        return None
    if not finite or tree.words[content[0]] in ("but", "and", "when", "as", "in", "at", "on", "while", "if"):
        return None
    link = "subject"
    if source is None:
        source = max(
            token for token in range(first, at) if tree.tags[token] == "NNP" and _is_run(tree, first, token)
        )
    return Candidate(at, (at,), "clause", content, finite[0], source, link)


def _name_before(tree: Tree, at: int) -> int | None:
    """The first token of “NAME” or “NAME, ROLE,” right before a verb."""
    token = at - 1
    if tree.words[token] == ",":
        token -= 1
        while token > 0 and tree.words[token] != "," and at - token < 12:
            token -= 1
        token -= 1
    last = token
    while token > 0 and tree.tags[token] == "NNP" and last - token < 5:
        token -= 1
    return token + 1 if last > token and tree.words[token] == "," else None


def _is_run(tree: Tree, first: int, last: int) -> bool:
    return all(tree.tags[token] == "NNP" for token in range(first, last + 1))
