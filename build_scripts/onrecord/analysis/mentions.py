"""What a mention says by itself: whom it names, or the description it is."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.analysis.actors import Actor
from onrecord.analysis.names import bare, is_role
from onrecord.analysis.occurrences import Occurrence, quoted_spans
from onrecord.analysis.parse import Parsed
from onrecord.analysis.references import Bearers, bearers_of
from onrecord.analysis.roles import core_length
from onrecord.languages.en.people import AFTER_NAME, CLAUSE_OPENERS, LABEL_OPENERS, PREPOSITIONS, PRONOUNS
from onrecord.model import Span, Statement

_SEGMENT = re.compile(r"\s*(?:,|;|:|–|—|\s-{1,2}\s)\s*")
_ASIDE = re.compile(r"\([^()]*\)?")
_AND = re.compile(r",?\s+and\s+")
_COMMA = re.compile(r",\s+")
_TOKEN = re.compile(r"[^\s,]+")
_MARKS = ' ,;:–—-“”"\n\t'


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed source with all its names."""

    parsed: Parsed
    occurrences: list[Occurrence]
    owners: list[Actor | None]
    """For each occurrence its actor."""
    bearers: Bearers
    """The persons of whom a role is told."""
    starts: list[int]
    """Where each occurrence starts."""
    sentences: list[int]
    """Where each sentence starts."""
    contents: list[Span]
    """What is said anywhere, sorted."""
    quoted: list[Span]
    """What stands in quotation marks, sorted."""

    def sentence(self, at: int) -> int:
        """Number of the sentence at an offset."""
        return bisect_left(self.sentences, at + 1)

    def words(self, span: Span) -> str:
        """The source's words at a span."""
        return self.parsed.source.text[span[0] : span[1]]

    def inside(self, span: Span) -> range:
        """Indices of the occurrences that start within a span."""
        return range(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))


def read_text(
    parsed: Parsed,
    names: tuple[list[Occurrence], list[Actor], list[Actor | None]],
    said: tuple[Statement, ...],
) -> Text:
    """Puts a source's names, sentences and quotations in order."""
    occurrences, actors, owners = names
    sentences = [sentence.start_char for sentence in parsed.doc.sents]
    contents = sorted(span for statement in said for span in statement.content)
    quoted = quoted_spans(parsed.source.text, [p.span for p in parsed.source.paragraphs])
    starts = [occurrence.span[0] for occurrence in occurrences]
    return Text(parsed, occurrences, owners, bearers_of(actors), starts, sentences, contents, quoted)


def pronoun_in(words: str) -> str:
    """The pronoun in lower case if the mention is one ("He himself" too), else ""."""
    parts = words.split()
    low = bare(parts[0].strip("“”\"'‘’.,")) if parts else ""
    single = len(parts) == 1 or (len(parts) == 2 and bare(parts[1]).endswith(("self", "selves")))
    return low if single and low in PRONOUNS else ""


def named_in(text: Text, mention: Span) -> Actor | None:
    """The actor whose name heads the mention or, if it is a person, the first apposition that is a name."""
    words = _ASIDE.sub(lambda aside: " " * len(aside[0]), text.words(mention))
    inside = text.inside(mention)
    thing: Actor | None = None
    at = 0
    for cut in [*_SEGMENT.finditer(words), None]:
        end = cut.start() if cut else len(words)
        actor = _head(text, mention, (at, end), words) if inside else None
        if actor and actor.is_person:
            return actor
        thing = thing or (actor if at == 0 else None)
        at = cut.end() if cut else end
    return thing


def _head(text: Text, mention: Span, segment: Span, words: str) -> Actor | None:
    """The actor whose name ends the part of a segment that carries its head."""
    core = segment[0] + _core(words[segment[0] : segment[1]])
    for i in text.inside((mention[0] + segment[0], mention[0] + core)):
        occurrence, actor = text.occurrences[i], text.owners[i]
        stop = occurrence.span[1] - mention[0]
        owner = occurrence.possessive and mention[1] - occurrence.span[1] > 2
        if actor and actor.kind != "people" and not owner and stop >= core - 2 * occurrence.possessive:
            return actor
    return None


def _core(words: str) -> int:
    """Length of the part of a noun phrase that ends with its head; 0 for a phrase with a preposition first."""
    tokens = list(_TOKEN.finditer(words))
    if not tokens or tokens[0][0].lower() in PREPOSITIONS or tokens[0][0].lower() in CLAUSE_OPENERS:
        return 0
    kept = tokens[: core_length([t[0] for t in tokens])]
    while len(kept) > 1 and kept[-1][0].lower() in AFTER_NAME:
        kept = kept[:-1]
    return kept[-1].end() - (1 if kept[-1][0][-1] in ".!?" else 0)


def parts_of(text: Text, mention: Span) -> list[Span]:
    """The members of a list ("Bell, Farr and Gold"), or nothing where the mention is none."""
    words = text.words(mention)
    joint = _AND.search(words)
    if not joint:
        return []
    left = words[: joint.start()]
    if set(left.lower().replace(",", " ").split()) & CLAUSE_OPENERS:
        return []
    last = "" if joint[0].startswith(",") else _SEGMENT.split(left)[-1]
    members = last.split()
    if core_length(members) < len(members) or (members and _is_title(members)):
        return []
    if any(_opens_clause(piece) for piece in _COMMA.split(left)[1:]):
        return []
    cuts = [0, *(m.end() for m in _COMMA.finditer(left)), joint.end()]
    ends = [*(m.start() for m in _COMMA.finditer(left)), joint.start(), len(words)]
    return [(mention[0] + a, mention[0] + b) for a, b in zip(cuts, ends, strict=True)]


def _opens_clause(words: str) -> bool:
    """Whether words go on with a preposition: ", along with Bob Farr"."""
    return words.partition(" ")[0].lower() in PREPOSITIONS


def _is_title(words: list[str]) -> bool:
    """ "former Governor" in "former Governor and party chairman Ann Bell": one person's first office."""
    return is_role(words[-1].strip(".")) and words[0].lower() not in LABEL_OPENERS


def is_list(text: Text, mention: Span) -> bool:
    """Whether a mention joins several by "and"; not "Ann Bell, a pollster and adviser"."""
    parts = parts_of(text, mention)
    return bool(parts) and (len(parts) == 2 or named_in(text, parts[0]) is None)


def several_in(text: Text, mention: Span) -> list[Actor]:
    """The actors of a list of names, appositions between them left out; nothing where one is no name."""
    parts = parts_of(text, mention)
    found = [named_in(text, part) for part in parts]
    if not parts or found[0] is None or found[-1] is None:
        return []
    distinct: list[Actor] = []
    for actor in found:
        if actor and actor not in distinct:
            distinct.append(actor)
    return distinct if len(distinct) > 1 else []


def joined(names: list[str]) -> str:
    """ "Ann Bell, Bob Farr and Cleo Gold"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def trimmed(words: str) -> str:
    """A description up to its first relative clause, white space folded."""
    parts = words.strip(_MARKS).split()
    for i, word in enumerate(parts):
        if i and word.lower().strip(",") in ("who", "which", "whose", "whom"):
            parts = parts[:i]
            break
    return " ".join(parts).strip(_MARKS)


def label(words: str, person: bool) -> str:
    """A description as a name: no "the" before a thing, no capital on an article, no bare owner's mark."""
    first, _, rest = words.partition(" ")
    low = first.lower()
    if low == "the" and rest and not person:
        return rest
    return f"{low} {rest}" if rest and low in LABEL_OPENERS else words
