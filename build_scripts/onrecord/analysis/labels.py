"""Statements under a label: headlines ("Poll: …"), transcripts ("NAME: …") and interviews ("Q: … A: …")."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.analysis.clauses import Tree
from onrecord.analysis.draft import Draft
from onrecord.analysis.passages import Passage
from onrecord.languages.en.marks import QUOTATION_STARTS
from onrecord.languages.en.verbs import NO_SPEAKERS
from onrecord.model import Source, Span

_LABEL = re.compile(r"([^:“”\".!?\n]{1,45}?):\s+(?=\S)")
_ASIDE = re.compile(r"\s+(?:to|on|in|at)\s+.*| \(.*", re.IGNORECASE)
_WORD = re.compile(r"\w+")
SHORTEST = 3
"""Fewer words after a label are no statement."""


class _Label(NamedTuple):
    """A paragraph's first words before a colon, and what follows."""

    words: str
    mention: Span
    colon: int
    content: Span


def labelled(tree: Tree, source: Source, made: Sequence[Passage]) -> dict[int, Draft]:
    """Paragraph number → its statement, for paragraphs that are one statement under a label."""
    found: dict[int, _Label] = {}
    for passage in made:
        label = _label(source.text, passage)
        if label is not None:
            found[passage.paragraph.number] = label
    speaking = _transcript(source, found)
    drafts = {}
    for passage in made:
        number = passage.paragraph.number
        label = found.get(number)
        if label is None:
            continue
        if (passage.paragraph.kind == "title" and _is_headline(tree, label)) or number in speaking:
            drafts[number] = _draft(tree, label, passage)
    return drafts


def _label(text: str, passage: Passage) -> _Label | None:
    start, end = passage.paragraph.span
    match = _LABEL.match(text, start, end)
    if match is None or passage.paragraph.kind == "quote":
        return None
    content = (match.end(), len(text[match.end() : end].rstrip(" .;")) + match.end())
    if len(_WORD.findall(text[content[0] : content[0] + 200])) < SHORTEST:
        return None
    words = match[1].strip()
    mention = _ASIDE.sub("", words)
    return _Label(words, (start, start + len(mention)), match.end(1), content) if mention else None


def _is_headline(tree: Tree, label: _Label) -> bool:
    """Whether a headline's label names who says the rest: “Poll: …”, not “Breaking: …”."""
    words = label.words.split()
    if words[0].lower() in NO_SPEAKERS or words[-1].lower() in NO_SPEAKERS or len(words) > 6:
        return False
    if tree.text[label.content[0]] in QUOTATION_STARTS:
        return True
    return len(words) <= 4 and all(word[0].isupper() for word in words) and not label.words[-1].isdigit()


def _transcript(source: Source, found: dict[int, _Label]) -> frozenset[int]:
    """Numbers of the paragraphs that are turns of a conversation.

    A label in capitals, or Q and A, is a turn; one in small letters where labels like it stand close together
    and one of them comes back.
    """
    texts = {each.number for each in source.paragraphs if each.kind == "text"}
    turns = {number for number in found if number in texts and _is_name(found[number].words)}
    loud = {number for number in turns if found[number].words.isupper() and not _alone(number, turns)}
    counts: dict[str, int] = {}
    for number in turns:
        counts[found[number].words] = counts.get(found[number].words, 0) + 1
    often = any(count > 1 for count in counts.values()) and len(turns) >= SHORTEST
    return frozenset(turns if often else loud)


def _is_name(words: str) -> bool:
    parts = words.split()
    named = all(part[0].isupper() for part in parts) and len(parts) <= 4
    return named and parts[0].lower() not in NO_SPEAKERS and parts[-1].lower() not in NO_SPEAKERS


def _alone(number: int, turns: set[int]) -> bool:
    return not any(number + step in turns for step in (-3, -2, -1, 1, 2, 3))


def _draft(tree: Tree, label: _Label, passage: Passage) -> Draft:
    asked = label.words in ("Q", "A", "Question", "Answer")
    colon = tuple(
        token
        for token in range(passage.region.first, passage.region.last)
        if label.colon <= tree.starts[token] <= label.colon
    )
    because = f"the words after “{label.words}:”"
    return Draft([label.content], colon, None if asked else label.mention, because, None, "label")
