"""How likely a candidate is an attribution, by counts over annotated news.

The counts (languages/en/frames.tsv, made by benchmarks/count_frames.py) say how often a cue in a frame, a kind
of speaker, a head of content … was seen and how often people marked it as an attribution. The verdict starts
from the rate of the frame's family; each observation moves it by the distance of its own rate from the
family's, in log odds, the closer to zero the less often it was seen.
"""

import math
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import Tree
from onrecord.languages.en.acts import ACTS
from onrecord.languages.en.verbs import WEIGHTS

Feature = tuple[str, str]
PRIOR = 6.0
"""An observation seen this often counts half as much as one seen always."""
_WH = frozenset({"that", "whether", "if", "what", "how", "why", "who", "when", "where"})
_PRONOUNS = {"he": "he", "she": "he", "they": "they", "i": "I", "we": "I", "you": "you", "it": "it", "who": "who",
             "that": "that", "which": "that", "this": "it", "there": "there"}  # fmt: skip


class Verdict(NamedTuple):
    """How likely, and the count behind it in words."""

    chance: float
    because: str


@lru_cache(maxsize=1)
def counts() -> dict[Feature, tuple[int, int]]:
    """(kind, value) → how often seen, how often attributed."""
    table = resources.files("onrecord.languages.en").joinpath("frames.tsv")
    if not table.is_file():
        return {}
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {(kind, value): (int(seen), int(attributed)) for kind, value, seen, attributed in rows}


@lru_cache(maxsize=20_000)
def quoting(lemma: str) -> float:
    """How readily the verb introduces a quotation: the share of its uses beside one that did."""
    seen, attributed = counts().get(("quoting", lemma), (0, 0))
    return (attributed + 0.1) / (seen + 4)


def family(frame: str) -> str:
    """The group of frames whose rate a verdict starts from: "prep:about" → "prep"."""
    if frame.startswith("prep:"):
        return "prep"
    if frame.startswith("n-"):
        return frame if frame in ("n-clause", "n-inf") else "n-prep"
    if frame.startswith("a-"):
        return frame if frame in ("a-clause", "a-inf") else "a-prep"
    if frame.startswith("passive-"):
        return frame if frame == "passive-clause" else "passive-x"
    return frame


def features(tree: Tree, candidate: Candidate, quoted: str) -> list[Feature]:
    """What is observed of a candidate, the cue in its frame first. `quoted`: "none", "part" or "whole"."""
    cue, frame = candidate.cue, candidate.frame
    group, lemma = family(frame), _common(tree, cue)
    speaker, noun = _speaker(tree, candidate.source)
    above = tree.heads[cue]
    return [
        ("cue", f"{lemma}|{frame}"),
        ("lemma", f"{lemma}|{group[:2]}"),
        ("act", f"{ACTS.get(lemma, '-')}|{frame}"),
        ("speaker", f"{group}|{candidate.link}|{speaker}"),
        ("noun", noun),
        ("place", f"{group}|{tree.deps[cue]}"),
        ("above", f"{tree.deps[cue]}|{_common(tree, above)}" if above != cue else "-"),
        ("size", f"{group}|{min(len(candidate.content), 40).bit_length()}"),
        ("quoted", f"{group}|{quoted}"),
        ("quotes", f"{lemma}|{quoted}"),
        ("content", f"{group}|{_content(tree, candidate)}"),
    ]


def _speaker(tree: Tree, source: int | None) -> tuple[str, str]:
    """The kind of speaker and, unless it is a name, its lemma."""
    if source is None:
        return "none", "-"
    word, tag = tree.words[source], tree.tags[source]
    if tag.startswith("NNP"):
        return "name", "-"
    lemma = _common(tree, source).lower()
    if word in _PRONOUNS:
        return _PRONOUNS[word], lemma
    if tag in ("PRP", "PRP$"):
        return "pronoun", lemma
    return "noun" if tag in ("NN", "NNS") else tag[:2], lemma


def _content(tree: Tree, candidate: Candidate) -> str:
    """How a clause begins; the head word of anything else."""
    if candidate.frame in ("clause", "passive-clause", "n-clause", "a-clause"):
        first = tree.words[candidate.content[0]]
        return first if first in _WH else "-"
    tag = tree.tags[candidate.head]
    return tag if tag[:3] in ("NNP", "PRP") else _common(tree, candidate.head)


def _common(tree: Tree, at: int) -> str:
    """A lemma, unless it may be a name: what is said of people must not depend on who they are."""
    return "NAME" if tree.tags[at].startswith("NNP") or tree.lemmas[at][:1].isupper() else tree.lemmas[at]


def verdict(tree: Tree, candidate: Candidate, quoted: str) -> Verdict:
    """The chance that the candidate is an attribution."""
    table = counts()
    base = _rate(*table.get(("family", family(candidate.frame)), (0, 0)), 0.05)
    observed = features(tree, candidate, quoted)
    lemma = _rate(*table.get(observed[1], (0, 0)), base)
    total = WEIGHTS["family"] * _logit(base)
    for feature in observed:
        back = lemma if feature[0] == "cue" else base
        rate = _rate(*table.get(feature, (0, 0)), back)
        total += WEIGHTS[feature[0]] * (_logit(rate) - _logit(back))
    return Verdict(1 / (1 + math.exp(-total)), _in_words(observed[0], table.get(observed[0], (0, 0))))


def _rate(seen: int, attributed: int, back: float) -> float:
    """The share attributed, drawn towards `back` the more the less often it was seen."""
    return (attributed + PRIOR * back) / (seen + PRIOR)


def _in_words(cue: Feature, found: tuple[int, int]) -> str:
    lemma, frame = cue[1].rsplit("|", 1)
    return f"“{lemma}” in the frame “{frame}”: {found[1]} of {found[0]} were attributions"


@lru_cache(maxsize=100_000)
def _logit(rate: float) -> float:
    return math.log(rate / (1 - rate))
