"""Quotations and the cues they belong to.

A quotation that stands as speech of its own ("…," he said) is taken by the cue beside it: the verb in the
rest of its sentence after it, else before it. Quotations taken by the same cue are one statement, also round
it. A quotation without a cue continues the one before it in its paragraph. A quoted fragment inside a clause
is left to the clause (see `frames`).
"""

from dataclasses import dataclass, field

from onrecord.analysis.clauses import Tree
from onrecord.analysis.evidence import quoting
from onrecord.analysis.frames import VERB_TAGS, subject_of
from onrecord.analysis.quotations import Quotation
from onrecord.model import Span

REACH = 40
"""Tokens looked at on each side of a quotation."""
_ENDS = frozenset({".", "?", "!"})


@dataclass(slots=True)
class Spoken:
    """Quotations that share a cue."""

    spans: list[Span]
    cue: int | None
    side: str
    """Where the cue stands: "after", "before", "" for none."""


@dataclass(frozen=True, slots=True)
class Region:
    """A paragraph's tokens `first` to `last` (excluded) and the quotation each is in (-1 for none)."""

    first: int
    last: int
    inside: dict[int, int] = field(default_factory=dict)


def stands_alone(text: str, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation reads as speech of its own, not as words quoted inside a clause."""
    start, end = quotation.span
    if not (quotation.opened and quotation.closed):
        return True
    inner = text[start:end].strip("“”\"'‘’«»` ")
    if not inner or len(inner.split()) < 2:
        return (
            bool(inner)
            and inner[-1] in ".?!,"
            and text[paragraph[0] : start].rstrip()[-1:] in ("", ",", ":", ".", "?", "!")
        )
    before = text[paragraph[0] : start].rstrip()[-1:]
    capital = inner[0].isupper() or inner[0] in "[(.…$" or inner[0].isdigit()
    ended = inner[-1] in ".?!,—–-…" or end >= paragraph[1] or text[end : end + 1] in (",", "—")
    if before in ("", ".", "?", "!", "”", '"', "'", ")", "—"):
        return ended or end >= paragraph[1]
    return capital and ended and (before in ",:" or before.isalnum()) and len(inner.split()) >= 3


def spoken(tree: Tree, region: Region, quotations: list[Quotation]) -> list[Spoken]:
    """The statements that a paragraph's own-standing quotations make, in text order."""
    found: list[Spoken] = []
    for number, quotation in enumerate(quotations):
        cue, side = _cue(tree, region, quotations, number)
        if found and cue is not None and found[-1].cue == cue:
            found[-1].spans.append(quotation.span)
        else:
            found.append(Spoken([quotation.span], cue, side))
    return found


def _cue(tree: Tree, region: Region, quotations: list[Quotation], number: int) -> tuple[int | None, str]:
    inside = [token for token, each in region.inside.items() if each == number]
    if not inside:
        return None, ""
    start, end = quotations[number].span
    inner = tree.text[start:end].rstrip("“”\"'‘’«»` ")
    after = _after(tree, region, max(inside) + 1)
    if after and inner[-1:] != "." and (cue := _best(tree, after, False)) is not None:
        return cue, "after"
    before = _before(tree, region, min(inside) - 1)
    if before and (cue := _best(tree, before, True)) is not None and _leads(tree, before):
        return cue, "before"
    if after and (tree.tags[after[0]] in VERB_TAGS or tree.words[after[0]] in ("he", "she", "they")):
        if (cue := _best(tree, after[:4], False)) is not None:
            return cue, "after"
    return None, ""


def _leads(tree: Tree, before: list[int]) -> bool:
    """Whether the words before a quotation lead up to it."""
    last = before[-1]
    return (
        tree.words[last] in (",", ":", "that", "-", "--", "—")
        or tree.tags[last] in VERB_TAGS
        or len(before) < 12
    )


def _after(tree: Tree, region: Region, at: int) -> list[int]:
    found = []
    for token in range(at, min(region.last, at + REACH)):
        if token in region.inside or tree.words[token] in _ENDS:
            break
        if tree.tags[token] != "_SP":
            found.append(token)
    return found


def _before(tree: Tree, region: Region, at: int) -> list[int]:
    found = []
    for token in range(at, max(region.first, at - REACH) - 1, -1):
        if token in region.inside or tree.words[token] in _ENDS:
            break
        if tree.tags[token] != "_SP":
            found.append(token)
    return found[::-1]


def _best(tree: Tree, tokens: list[int], backwards: bool) -> int | None:
    """The likeliest cue among the tokens: by how often its verb introduces quotations, then by nearness."""
    best, most = None, 0.0
    for place, token in enumerate(reversed(tokens) if backwards else tokens):
        if tree.tags[token] not in VERB_TAGS or tree.deps[token] in ("aux", "auxpass", "amod"):
            continue
        score = (
            quoting(tree.lemmas[token])
            * (0.3 if tree.deps[token] in ("relcl", "acl") else 1.0)
            / (1 + place / 8)
        )
        if score > most:
            best, most = token, score
    return best


def source_of(tree: Tree, cue: int, region: Region) -> int | None:
    """The head of the speaker's noun phrase beside a quotation's cue."""
    source, _ = subject_of(tree, cue)
    if source is not None and source not in region.inside:
        return source
    for step in (1, -1):
        token = cue + step
        while region.first <= token < region.last and abs(token - cue) < 6 and token not in region.inside:
            if tree.tags[token] in ("NNP", "NNPS", "PRP", "NN", "NNS"):
                while (
                    tree.heads[token] != cue
                    and tree.deps[token] in ("compound", "appos", "poss", "nmod")
                    and tree.heads[token] not in region.inside
                ):
                    token = tree.heads[token]
                return token
            token += step
    return None
