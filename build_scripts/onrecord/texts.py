"""The texts in a folder with their sidecars: which there are, and their bytes."""

import os
from collections.abc import Container, Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import NoReturn

from onrecord.model import Problem

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
SETTINGS = "briefing.yml"
LONGEST_NAME = 200
"""Bytes of a source's name without its ending; file systems hold 255 with one."""


class Fault(Exception):
    """Something a user can mend; carries the problems to show. Ends a command with exit code 1."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source's text and sidecar lie, relative to the briefing, with forward slashes."""

    name: str
    path: str
    sidecar_path: str
    has_sidecar: bool


@dataclass(frozen=True, slots=True)
class File:
    """A source file with its sidecar, as bytes."""

    name: str
    path: str
    """Relative to the briefing, forward slashes."""
    data: bytes
    sidecar: bytes | None
    sidecar_path: str


def read_sources(folder: Path, shown: str) -> tuple[File, ...]:
    """The texts directly in `folder`, by name, with their sidecars; `shown` is the folder's name in messages."""
    return tuple(file_at(str(folder), place, shown) for place in places(folder, shown))


def places(folder: Path, shown: str) -> tuple[Place, ...]:
    """Where the texts directly in `folder` lie, by name; Fault for names that cannot stand, or clash."""
    try:
        with os.scandir(folder) as found:
            names = sorted(one.name for one in found if one.is_file() and not one.name.startswith("."))
    except OSError as error:
        unreadable(shown, error)
    texts = [name for name in names if name.lower().endswith(SUFFIXES) and name.lower() != "readme.md"]
    sidecars = [name for name in names if name.lower().endswith((".yml", ".yaml")) and name != SETTINGS]
    problems = [*_long(texts, shown), *_clashes(texts, shown), *_strays(texts, sidecars, shown)]
    if problems:
        raise Fault(*problems)
    there = frozenset(sidecars)
    return tuple(_place(name, shown, there) for name in texts)


def read_source(file: Path, shown: str) -> File:
    """One text with its sidecar (`NAME.yml` or `NAME.yaml` beside it)."""
    beside = [file.with_suffix(suffix) for suffix in (".yml", ".yaml")]
    there = {path.name for path in beside if path.is_file()}
    folder = shown.rpartition("/")[0]
    return file_at(str(file.parent), _place(file.name, folder, there), folder)


def _place(name: str, shown: str, there: Container[str]) -> Place:
    """Of a text of a folder, shown so in messages; `there`: the names of the sidecars in it."""
    stem = _stem(name)
    beside = [stem + suffix for suffix in (".yml", ".yaml")]
    sidecar = next((one for one in beside if one in there), None)
    before = f"{shown}/" if shown else ""
    return Place(stem, f"{before}{name}", f"{before}{sidecar or beside[0]}", sidecar is not None)


def file_at(folder: str, place: Place, shown: str = "") -> File:
    """What lies at a place; `shown`: what `folder` is called in the place's paths, if it is in them."""

    def content(path: str) -> bytes:
        return source_bytes(f"{folder}/{path[len(shown) + 1 :] if shown else path}", path)

    sidecar = content(place.sidecar_path) if place.has_sidecar else None
    return File(place.name, place.path, content(place.path), sidecar, place.sidecar_path)


def source_bytes(place: str, shown: str) -> bytes:
    """A text or a sidecar, which may be a link to somewhere else; Fault where it is unreadable."""
    try:
        return bytes_of(place)
    except OSError as error:
        unreadable(shown, error)


def _stem(name: str) -> str:
    """A file's name without its ending."""
    stem, _, _ = name.rpartition(".")
    return stem or name


def _long(texts: list[str], shown: str) -> Iterator[Problem]:
    """Names that leave no room for the endings of what is made of them."""
    for name in texts:
        if len(_stem(name).encode(errors="surrogateescape")) > LONGEST_NAME:
            message = f"The name is longer than {LONGEST_NAME} bytes."
            yield Problem(f"{shown}/{name}", 0, message, "Shorten it: pages and data are named after it.")


def _clashes(texts: list[str], shown: str) -> Iterator[Problem]:
    """Names that would share a page, also where upper and lower case are one."""
    seen: dict[str, str] = {"index": "the list of sources"}
    for name in texts:
        key = _stem(name).casefold()
        if key in seen:
            message = f"The name is taken by {seen[key]}: both would be the page {key}.md."
            yield Problem(f"{shown}/{name}", 0, message, "Rename one of them.")
        seen.setdefault(key, f"{shown}/{name}")


def _strays(texts: list[str], sidecars: list[str], shown: str) -> Iterator[Problem]:
    stems = {_stem(name) for name in texts}
    for name in sidecars:
        if _stem(name) not in stems:
            message = "This sidecar has no text beside it."
            hint = "Name it like its text, or remove it."
            yield Problem(f"{shown}/{name}", 0, message, hint, "error")


def bytes_of(file: Path | str) -> bytes:
    """A file's content. Without a buffer: a build reads thousands of small files, each at once."""
    with FileIO(file) as raw:
        return raw.readall()


def unreadable(path: str, error: OSError) -> NoReturn:
    """Says so; `path` as it is shown."""
    hint = "Check that it exists and that you may read it."
    raise Fault(Problem(path, 0, f"This cannot be read: {error.strerror or error}.", hint)) from None
