"""Counts on annotated news how often each cue in each frame is an attribution: languages/en/frames.tsv.

    python benchmarks/count_frames.py > frames.tsv && mv frames.tsv build_scripts/onrecord/languages/en/

Reads `$ONRECORD_SHARED/corpora/polnear/train` (840 articles of American political news of 2016, PolNeAR). A
candidate counts as attributed where its content shares at least half of its words (of both together) with a
marked content, and its speaker or its cue agrees too. Candidates inside the content of another attribution are
not counted: attributions are hardly ever nested. Kinds of rows are those of `evidence.features`, besides
"family" (all candidates of a family of frames) and "quoting" (verbs beside a quotation: how often its cue).
"""

import os
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.analysis.candidate import Candidate
from onrecord.analysis.clauses import VERB_TAGS, Tree, tree_of
from onrecord.analysis.draft import mention_of
from onrecord.analysis.evidence import Feature, family, features
from onrecord.analysis.parse import Parsed, parse
from onrecord.analysis.passages import Passage, candidates_of, content_of, passages
from onrecord.analysis.speech import words_around
from onrecord.model import Paragraph, Source, Span

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
"""Where the shared corpora lie."""

_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as people marked it."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]


def articles(split: str) -> list[tuple[Source, tuple[Marked, ...]]]:
    """The articles of "train" or "dev" in order of their names; every line with words is a paragraph."""
    folder = SHARED / "corpora" / "polnear" / split
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        marks = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        text = path.read_bytes().decode("utf-8")
        source = Source(path.stem, path.name, text, _paragraphs(text))
        found.append((source, _marked(marks[0].read_text("utf-8")) if marks else ()))
    return found


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for line in _LINE.finditer(text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
        found.append(Paragraph(len(found) + 1, (start, end), "text" if found else "title"))
    return tuple(found)


def _marked(annotations: str) -> tuple[Marked, ...]:
    spans: dict[str, tuple[Span, ...]] = {}
    events = []
    for line in annotations.split("\n"):
        match = _SPAN.match(line)
        if match:
            spans[match[1]] = tuple(_span(part) for part in match[2].split(";"))
        elif re.match(r"E\d+\t", line):
            events.append(line.split("\t")[1].split()[1:])
    found = []
    for event in events:
        roles: dict[str, list[Span]] = defaultdict(list)
        for part in event:
            role, _, ident = part.partition(":")
            roles[re.sub(r"\d+$", "", role)] += spans.get(ident, ())
        if roles["Content"]:
            found.append(Marked(tuple(roles["Content"]), tuple(roles["Source"]), tuple(roles["Cue"])))
    return tuple(found)


def _span(written: str) -> Span:
    start, end = written.split()
    return int(start), int(end)


WORD = re.compile(r"\w+(?:['’]\w+)*")
FEWEST = 5
"""Rows seen less often are left out: they tell of one article rather than of English."""


class Words:
    """The words of a text, to compare spans by the words in them."""

    def __init__(self, text: str) -> None:
        self.spans = [found.span() for found in WORD.finditer(text)]
        self.starts = [start for start, _ in self.spans]

    def inside(self, spans: tuple[Span, ...] | list[Span]) -> frozenset[Span]:
        """The words that lie wholly inside the spans."""
        found = []
        for start, end in spans:
            at = bisect_left(self.starts, start)
            while at < len(self.spans) and self.spans[at][1] <= end:
                found.append(self.spans[at])
                at += 1
        return frozenset(found)


def main() -> None:
    seen: Counter[Feature] = Counter()
    attributed: Counter[Feature] = Counter()
    corpus = articles("train")
    for parsed, (_, marked) in zip(parse(source for source, _ in corpus), corpus, strict=True):
        for feature, right in (*clauses(parsed, marked), *quotations(parsed, marked)):
            seen[feature] += 1
            attributed[feature] += right
    write = sys.stdout.write
    write("# kind\tvalue\tseen\tattributed (PolNeAR train; see benchmarks/count_frames.py)\n")
    for kind, value in sorted(seen):
        if seen[kind, value] >= FEWEST:
            write(f"{kind}\t{value}\t{seen[kind, value]}\t{attributed[kind, value]}\n")


def clauses(parsed: Parsed, marked: tuple[Marked, ...]) -> Iterator[tuple[Feature, bool]]:
    """What is observed of each candidate, and whether it is an attribution."""
    text = parsed.source.text
    tree, words = tree_of(parsed.doc, parsed.source.text), Words(text)
    made = passages(tree, parsed)
    known = [
        (words.inside(each.content), words.inside(each.source), words.inside(each.cue)) for each in marked
    ]
    for passage, found in zip(made, candidates_of(tree, made), strict=True):
        for candidate in found:
            spans, quoted = content_of(tree, text, passage, candidate)
            if not spans:
                continue
            right = _is_marked(tree, words, candidate, spans, known)
            if right is not None:
                yield ("family", family(candidate.frame)), right
                yield from ((feature, right) for feature in features(tree, candidate, quoted))


Known = list[tuple[frozenset[Span], frozenset[Span], frozenset[Span]]]


def _is_marked(
    tree: Tree, words: Words, candidate: Candidate, spans: list[Span], known: Known
) -> bool | None:
    """Whether people marked the candidate; None where it lies inside what they marked as content."""
    own = words.inside(spans)
    cue = words.inside(tree.spans(list(candidate.words)))
    mention = mention_of(tree, candidate)
    speaker = words.inside([mention]) if mention else frozenset()
    for content, source, marked_cue in known:
        if 2 * len(own & content) >= len(own | content) > 0:
            agrees = speaker & source or not (speaker or source)
            if agrees or cue & marked_cue:
                return True
    return None if any(cue and cue <= content for content, _, _ in known) else False


def quotations(parsed: Parsed, marked: tuple[Marked, ...]) -> Iterator[tuple[Feature, bool]]:
    """Each verb near a quotation that is speech of its own, and whether it is marked as its cue."""
    tree = tree_of(parsed.doc, parsed.source.text)
    for passage in passages(tree, parsed):
        for number, quotation in enumerate(passage.own):
            start, end = quotation.span
            cues = [
                span
                for each in marked
                if any(low <= start + 2 and end - 2 <= high for low, high in each.content)
                for span in each.cue
            ]
            for token in _verbs(tree, passage, number):
                right = any(low <= tree.starts[token] < high for low, high in cues)
                yield ("quoting", tree.lemmas[token]), right


def _verbs(tree: Tree, passage: Passage, number: int) -> list[int]:
    return [
        token
        for token in words_around(tree, passage.region, number)
        if tree.tags[token] in VERB_TAGS and tree.deps[token] not in ("aux", "auxpass", "amod")
    ]


if __name__ == "__main__":
    main()
