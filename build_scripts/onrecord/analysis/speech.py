"""Quotations and the cues they belong to.

A quotation that stands as speech of its own ("…," he said) is taken by the cue beside it: the verb in the
rest of its sentence after it or before it, whichever introduces quotations more readily and stands nearer; a
colon or a dash with a name where there is no verb. Quotations taken by the same cue are one statement, also
round it. Quoted fragments inside a clause are left to the clause (see `frames`).
"""

import re
from typing import NamedTuple

from onrecord.analysis.clauses import VERB_TAGS, Tree
from onrecord.analysis.evidence import quoting
from onrecord.analysis.quotations import Quotation
from onrecord.languages.en.acts import ACTS
from onrecord.languages.en.marks import ALL_MARKS, DASHES
from onrecord.languages.en.verbs import NAMING
from onrecord.model import Span

REACH = 45
"""Tokens looked at on each side of a quotation."""
WEAKEST = 0.06
"""A verb that introduces quotations less readily is no cue."""
FINITE = ("VBD", "VBZ", "VBP")
AFTER_COMMA = 1.3
"""How much likelier the cue follows where the quotation ends with a comma."""
_ENDS = frozenset({".", "?", "!"})
NOMINAL = frozenset({"NNP", "NNPS", "PRP", "NN", "NNS", "DT"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Region(NamedTuple):
    """A paragraph's tokens, from `first` to before `last`, and those inside its own-standing quotations."""

    first: int
    last: int
    bounds: list[tuple[int, int]]
    """First token and the one after the last, for each quotation."""
    inside: frozenset[int]
    tail: int
    """Where words after the paragraph's last may be read: in the paragraph after, if that is “— Name”."""
    lead: int
    """Where words before the paragraph's first may be read: in the paragraph before, if that ends in a colon."""


class Cue(NamedTuple):
    """What takes a quotation: the cue's head token, where it stands, and who speaks if it is no verb."""

    token: int
    side: str
    source: int | None = None


class Spoken(NamedTuple):
    """Quotations that share a cue."""

    spans: list[Span]
    cue: Cue | None


def standing(text: str, found: list[Quotation], paragraph: Span) -> list[Quotation]:
    """Those of a paragraph's quotations that read as speech of their own, not as words quoted in a clause."""
    kept: list[Quotation] = []
    for quotation in found:
        if not quotation.single and _stands(text, quotation, paragraph, kept[-1] if kept else None):
            kept.append(quotation)
    return kept


def _stands(text: str, quotation: Quotation, paragraph: Span, last: Quotation | None) -> bool:
    start, end = quotation.span
    if not (quotation.opened and quotation.closed):
        return True
    inner = text[start:end].strip(ALL_MARKS)
    words = words_in(inner)
    if not words:
        return False
    lead = text[max(paragraph[0], start - 60) : start].rstrip()
    before = lead[-1:]
    ended = inner[-1] in ".?!,—–-…" or end >= paragraph[1] or text[end : end + 1] in (",", "—")
    if is_title(words) and inner[-1] not in ".?!" and before not in ("", ":"):
        return False
    if last is not None and before == "," and _halves(text, last, start):
        return True
    if before in ("", ".", "?", "!", ")", *ALL_MARKS.strip()):
        return ended
    if len(words) < 2 and inner[-1] not in ".?!":
        return False
    return _led_to(lead, inner, ended, len(words))


def _led_to(lead: str, inner: str, ended: bool, words: int) -> bool:
    """Whether what stands before leads up to speech: ", ", ": " or a verb that introduces quotations."""
    before = lead[-1:]
    last_words = words_in(lead)[-3:]
    capital = inner[0].isupper() or inner[0] in "[(.…$" or inner[0].isdigit()
    if before in ",:":
        return ended and (capital or any(quoting_form(word) > 0.2 for word in last_words))
    if before in DASHES:
        return ended and capital and words >= 3
    if last_words and last_words[-1].lower() in NAMING:
        return False
    return bool(last_words) and capital and ended and words >= 3 and quoting_form(last_words[-1]) > 0.1


def quoting_form(word: str) -> float:
    """As `quoting`, for a word as written: "says", "added", "saying"."""
    lower = word.lower()
    forms = [lower, *(lower[: -len(end)] + new for end, new in _INFLECTIONS if lower.endswith(end))]
    return max(quoting(form) for form in forms)


_INFLECTIONS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
                ("aid", "ay"), ("told", "tell"), ("wrote", "write"), ("went", "go"), ("ting", "t"))  # fmt: skip


def _halves(text: str, last: Quotation, start: int) -> bool:
    """Whether a quotation that ends in a comma goes on after a short cue: “A,” he said, “and B.”"""
    between = text[last.span[1] : start]
    inner = text[max(0, last.span[1] - 6) : last.span[1]].rstrip(ALL_MARKS)
    return inner[-1:] in ",—–-?!" and len(between) < 120 and not re.search(r"[.?!]\s", between)


def words_in(text: str) -> list[str]:
    """The words of a text that begin with a letter."""
    return _WORD.findall(text)


def is_title(words: list[str]) -> bool:
    """Whether words are written like a title: every one of more than three letters capitalised."""
    long = [word for word in words if len(word) > 3]
    return 0 < len(words) <= 9 and words[0][0].isupper() and all(word[0].isupper() for word in long)


def spoken(tree: Tree, region: Region, quotations: list[Quotation]) -> list[Spoken]:
    """The statements that a paragraph's own-standing quotations make, in text order."""
    found: list[Spoken] = []
    for number, quotation in enumerate(quotations):
        cue = _cue(tree, region, number)
        if cue is not None and found and found[-1].cue is not None and found[-1].cue.token == cue.token:
            found[-1].spans.append(quotation.span)
        else:
            found.append(Spoken([quotation.span], cue))
    return found


def _cue(tree: Tree, region: Region, number: int) -> Cue | None:
    first, last = region.bounds[number]
    if first >= last:
        return None
    rest, before = _after(tree, region, last), _before(tree, region, first - 1)
    after = rest
    if _ends_with(tree, first, last) == "." and not _is_tag(tree, after):
        after = []
    named = _named(tree, before)
    if named is not None:
        return Cue(before[-1], "before", named)
    later, ahead = _best(tree, after, 1), _best(tree, before, -1)
    if later is not None and _ends_with(tree, first, last) == ",":
        later = (later[0] * AFTER_COMMA, later[1])
    if ahead is not None and not _leads(tree, before):
        ahead = (ahead[0] * 0.4, ahead[1])
    if later is not None and (ahead is None or later[0] >= ahead[0]):
        return Cue(later[1], "after")
    if ahead is not None:
        return Cue(ahead[1], "before")
    return _by_mark(tree, rest, before)


def words_around(tree: Tree, region: Region, number: int) -> list[int]:
    """The tokens among which a quotation's cue is looked for: the rest of its sentence after and before it."""
    first, last = region.bounds[number]
    return [] if first >= last else [*_after(tree, region, last), *_before(tree, region, first - 1)]


def _ends_with(tree: Tree, first: int, last: int) -> str:
    """The quotation's last token but for marks: "." ends its sentence, "," leads on to a cue."""
    for token in range(last - 1, first, -1):
        if tree.words[token].strip(ALL_MARKS):
            return tree.words[token]
    return ""


def _named(tree: Tree, before: list[int]) -> int | None:
    """The name right before a colon: “Lena Marsh: …”, “More from Lena Marsh: …”."""
    if len(before) < 2 or tree.words[before[-1]] != ":" or tree.tags[before[-2]] not in ("NNP", "NNPS"):
        return None
    run = before[:-1]
    while run and tree.tags[run[-1]] in ("NNP", "NNPS"):
        run.pop()
    if run and tree.words[run[-1]] not in (*DASHES, "from", "by", ","):
        return None
    return before[-2]


def _is_tag(tree: Tree, after: list[int]) -> bool:
    """Whether what follows a full stop inside a quotation still belongs to it: “Yes.” he said."""
    if not after or (len(after) > 4 and tree.text[tree.starts[after[0]]].isupper()):
        return False
    return any(quoting(tree.lemmas[token]) > 0.2 and tree.tags[token] in VERB_TAGS for token in after[:3])


def _leads(tree: Tree, before: list[int]) -> bool:
    """Whether the words before a quotation end as those that lead up to one do."""
    return tree.words[before[-1]] in (",", ":", "that", *DASHES) or tree.tags[before[-1]] in VERB_TAGS


def _after(tree: Tree, region: Region, at: int) -> list[int]:
    found = []
    for token in range(at, min(region.tail, at + REACH)):
        if token in region.inside or tree.words[token] in _ENDS:
            break
        if tree.tags[token] != "_SP" and tree.words[token] not in ('"', "'"):
            found.append(token)
    return found


def _before(tree: Tree, region: Region, at: int) -> list[int]:
    found = []
    for token in range(at, max(region.lead, at - REACH) - 1, -1):
        if token in region.inside or tree.words[token] in _ENDS:
            break
        if tree.tags[token] != "_SP" and tree.words[token] not in ('"', "'"):
            found.append(token)
    return found[::-1]


def _best(tree: Tree, tokens: list[int], step: int) -> tuple[float, int] | None:
    """The likeliest cue and its score: how readily its verb introduces quotations, less with distance."""
    best: tuple[float, int] | None = None
    for place, token in enumerate(tokens[::step]):
        if tree.tags[token] not in VERB_TAGS or tree.deps[token] in ("aux", "auxpass", "amod"):
            continue
        if step == 1 and tree.tags[token] == "VBG" and tree.words[token] != "according":
            continue  # “…,” she said, adding …: what follows a participle is not behind it
        score = max(quoting(tree.lemmas[token]), _by_place(tree, tokens, token, step)) / (1 + place / 10)
        if tree.deps[token] in ("relcl", "acl") and step == 1 and place > 3:
            score *= 0.3
        if score > max(WEAKEST / (1 + place / 10), best[0] if best else 0.0):
            best = score, token
    return best


def _by_place(tree: Tree, tokens: list[int], token: int, step: int) -> float:
    """What its place alone makes of a verb: it follows a quotation with nothing but its subject between,
    or is the main verb of what leads up to one.
    """
    named = tree.lemmas[token] in ACTS
    if step == 1:
        between = tokens[: tokens.index(token)]
        plain = all(tree.tags[each] in _SUBJECT_TAGS for each in between)
        if not between or not plain or len(between) > 6 or tree.tags[token] not in FINITE:
            return 0.0
        return 0.9 if named else 0.3
    if tree.words[tokens[-1]] not in (",", ":") or tree.tags[token] not in (*FINITE, "VBG"):
        return 0.0
    gap = tokens[tokens.index(token) + 1 : -1]
    if any(tree.words[each] == "," or tree.tags[each] in VERB_TAGS for each in gap):
        return 0.0
    if not gap:
        return 0.9 if named else 0.25
    return 0.25 if tree.words[tokens[-1]] == ":" else 0.15


_SUBJECT_TAGS = NOMINAL | {"RB", "JJ", "POS", "PRP$", "CD", "NFP"}


def _by_mark(tree: Tree, after: list[int], before: list[int]) -> Cue | None:
    """A colon or dash beside a name does for a verb: Name: “…”, “…” — Name."""
    if before and tree.words[before[-1]] == ":":
        names = [token for token in before if tree.tags[token] in NOMINAL]
        verb = next((token for token in before[::-1] if tree.tags[token] in VERB_TAGS), None)
        if names and verb is None:
            return Cue(before[-1], "before", names[-1])
        if verb is not None:
            return Cue(verb, "before")
    if len(after) in range(2, 14) and tree.words[after[0]] in DASHES:
        names = [token for token in after if tree.tags[token] in ("NNP", "NNPS")]
        if names and not any(tree.tags[token] in VERB_TAGS for token in after):
            head = names[0]
            while tree.heads[head] in after and tree.deps[head] in ("compound", "nmod"):
                head = tree.heads[head]
            return Cue(after[0], "after", head)
    return None
