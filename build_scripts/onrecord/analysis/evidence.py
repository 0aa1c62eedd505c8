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

from onrecord.analysis.clauses import Tree
from onrecord.analysis.frames import Candidate
from onrecord.languages.en.verbs import WEIGHTS

Feature = tuple[str, str]
PRIOR = 6.0
"""An observation seen this often counts half as much as one seen always."""
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
    group = family(candidate.frame)
    lemma = tree.lemmas[candidate.cue]
    speaker, noun = _speaker(tree, candidate)
    found = [
        ("cue", f"{lemma}|{candidate.frame}"),
        ("lemma", f"{lemma}|{group[:2]}"),
        ("speaker", f"{group}|{candidate.link}|{speaker}"),
        ("mood", f"{group}|{_mood(tree, candidate.cue)}"),
        ("place", f"{group}|{tree.deps[candidate.cue]}"),
        ("size", f"{group}|{min(len(candidate.content), 40).bit_length()}"),
        ("quoted", f"{group}|{quoted}"),
        ("content", f"{group}|{_content(tree, candidate)}"),
    ]
    if noun:
        found.append(("noun", noun))
    return found


def _speaker(tree: Tree, candidate: Candidate) -> tuple[str, str]:
    source = candidate.source
    if source is None:
        return "none", ""
    word, tag = tree.words[source], tree.tags[source]
    if tag.startswith("NNP"):
        return "name", ""
    if word in _PRONOUNS:
        return _PRONOUNS[word], ""
    if tag in ("PRP", "PRP$"):
        return "pronoun", ""
    return "noun" if tag in ("NN", "NNS") else tag[:2], tree.lemmas[source]


def _mood(tree: Tree, cue: int) -> str:
    tag, aux = tree.tags[cue], ""
    for kid in tree.kids[cue]:
        if tree.deps[kid] in ("aux", "neg"):
            aux += "+" + ("modal" if tree.tags[kid] == "MD" else tree.lemmas[kid])
    return tag + aux[:24]


def _content(tree: Tree, candidate: Candidate) -> str:
    if candidate.frame in ("clause", "passive-clause", "n-clause", "a-clause"):
        first = tree.words[candidate.content[0]]
        return (
            first if first in ("that", "whether", "if", "what", "how", "why", "who", "when", "where") else "-"
        )
    tag = tree.tags[candidate.head]
    return tag if tag[:3] in ("NNP", "PRP") else tree.lemmas[candidate.head]


def verdict(tree: Tree, candidate: Candidate, quoted: str) -> Verdict:
    """The chance that the candidate is an attribution."""
    table = counts()
    seen, attributed = table.get(("family", family(candidate.frame)), (0, 0))
    base = (attributed + 0.3) / (seen + 6.0)
    total = _logit(base)
    shares = {}
    for kind, value in features(tree, candidate, quoted):
        seen, attributed = table.get((kind, value), (0, 0))
        shares[kind] = seen, attributed
        if kind != "cue":
            rate = (attributed + PRIOR * base) / (seen + PRIOR)
            total += WEIGHTS[kind] * (_logit(rate) - _logit(base))
    seen, attributed = shares["lemma"]
    back = (attributed + PRIOR * base) / (seen + PRIOR)
    seen, attributed = shares["cue"]
    rate = (attributed + PRIOR * back) / (seen + PRIOR)
    total += WEIGHTS["cue"] * (_logit(rate) - _logit(back))
    words = f"“{tree.lemmas[candidate.cue]}” in the frame “{candidate.frame}”: {attributed} of {seen} in the counts"
    return Verdict(1 / (1 + math.exp(-total)), words)


def _logit(rate: float) -> float:
    return math.log(rate / (1 - rate))
