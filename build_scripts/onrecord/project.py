"""A briefing's folder: the only place that reads and writes files.

Writing is all or nothing. New contents are first laid down, complete, in `.onrecord/work/`; then a journal names
them, and that is the moment at which the change counts; then they are moved into place. A process killed before
the journal leaves the old state, one killed after it is finished by the next command.
"""

import json
import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from filelock import FileLock, Timeout

from onrecord import store
from onrecord.model import Problem
from onrecord.store import Store
from onrecord.sums import Stamp
from onrecord.texts import Fault, File, Place, bytes_of, file_at, places, source_bytes, unreadable

WORK = ".onrecord/work"
JOURNAL = f"{WORK}/journal.json"
MEMORY = ".onrecord/cache/memory.sqlite"
"""Safe to delete, never committed."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `mkdocs.yml` and `sources/`."""

    root: Path
    plain: set[str] = field(default_factory=set, compare=False, repr=False)
    """Folders that were seen to be no links since this command began to read what is remembered."""

    @classmethod
    def at(cls, folder: Path) -> "Project":
        """The briefing in `folder`; Fault where it is none."""
        for name, what in (("mkdocs.yml", "file"), ("sources", "folder")):
            if not (folder / name).exists():
                message = f"{folder} is no briefing: it has no {what} {name}."
                raise Fault(Problem(str(folder), 0, message, f"Make one with `onrecord init {folder}`."))
        return cls(folder.resolve())

    @classmethod
    def made(cls, folder: Path) -> "Project":
        """Any folder to write into, made if need be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"This folder cannot be made: {error.strerror or error}."
            raise Fault(Problem(str(folder), 0, message, "Choose another place.")) from None
        return cls(folder.resolve())

    def title(self) -> str:
        """The site's name in mkdocs.yml."""
        try:
            settings = yaml.load(self.read("mkdocs.yml") or "", _AnyTag)
        except yaml.YAMLError as error:
            line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
            raise Fault(Problem("mkdocs.yml", line, "This is not valid YAML.", "Mend the line.")) from None
        name = settings.get("site_name") if isinstance(settings, dict) else None
        return str(name) if name else "Briefing"

    def sources(self) -> tuple[File, ...]:
        """Every text in sources/ with its sidecar, by name; Fault for clashing names or unreadable files."""
        return tuple(map(self.source, self.places()))

    def places(self) -> tuple[Place, ...]:
        """Where the texts in sources/ lie, by name; Fault for clashing names."""
        return places(self.root / "sources", "sources")

    def source(self, place: Place) -> File:
        """A text with its sidecar; Fault where either is unreadable."""
        return file_at(str(self.root), place)

    def source_bytes(self, path: str) -> bytes:
        """A text or a sidecar, which may be a link to somewhere else; Fault where it is unreadable."""
        return source_bytes(f"{self.root}/{path}", path)

    def read(self, path: str) -> str | None:
        """A text file's content with line feeds only; None where there is none; Fault where it is unreadable."""
        data = self.read_bytes(path)
        try:
            return (
                None if data is None else data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            )
        except UnicodeDecodeError as error:
            hint = "Save it as UTF-8."
            raise Fault(Problem(path, 0, f"Byte {error.start} is not UTF-8.", hint)) from None

    def read_bytes(self, path: str) -> bytes | None:
        """A file's bytes; None where there is none; Fault where it is unreadable."""
        root = str(self.root)
        place = f"{root}/{path}" if _is_plainly_inside(root, path, self.plain) else self._inside(path)
        try:
            return bytes_of(place)
        except FileNotFoundError:
            return None
        except OSError as error:
            unreadable(path, error)

    def stamp(self, path: str) -> Stamp | None:
        """What changes whenever a file is written; None where there is no file, a link, or no telling."""
        root, folder = str(self.root), path.rpartition("/")[0]
        # On Windows nothing tells of a file whose times were set back.
        if os.name == "nt" or not (folder in self.plain or _is_plainly_inside(root, path, self.plain)):
            return None
        try:
            found = os.lstat(f"{root}/{path}")
        except OSError:
            return None
        touched = max(found.st_mtime_ns, found.st_ctime_ns)
        return (
            (touched, found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None
        )

    def pages(self, folder: str, suffix: str = ".md") -> tuple[str, ...]:
        """The files directly in `folder` whose names end so, as paths relative to the briefing, sorted."""
        try:
            names = [one.name for one in self._inside(folder).iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return ()
        return tuple(sorted(f"{folder}/{name}" for name in names if name.endswith(suffix)))

    def changes(self, wanted: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
        """Those of `wanted` (path → content, None to remove) that differ from what is there.

        Line ends alone are no difference: a page saved with CRLF stays so.
        """
        return {path: data for path, data in wanted.items() if not _same(self.read_bytes(path), data)}

    def write(self, changes: Mapping[str, bytes | None]) -> None:
        """Writes and removes files, all or none; Fault (with nothing changed) where that is not possible."""
        if not changes:
            return
        work = self._inside(WORK)
        try:
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True)
            moves: list[tuple[str | None, str]] = []
            for number, path in enumerate(sorted(changes)):
                data = changes[path]
                self._inside(path)
                moves.append((None if data is None else f"{WORK}/{number}", path))
                if data is not None:
                    _lay_down(work / str(number), data)
            _lay_down(work / "journal.part", json.dumps(moves).encode())
            (work / "journal.part").replace(self.root / JOURNAL)
        except OSError as error:
            raise Fault(_unwritable(error)) from None
        self.finish()

    @contextmanager
    def remembered(self) -> Iterator[Store]:
        """What earlier builds left by `remember`, to read."""
        self.plain.clear()
        with store.opened(self._inside(MEMORY)) as found:
            yield found

    def remember(self, values: Mapping[str, bytes | None]) -> None:
        """Leaves what may as well be lost (name → bytes, None to forget): no complaint where it cannot be written."""
        if values:
            with suppress(OSError, sqlite3.Error):
                store.write(self._inside(MEMORY), values)

    def finish(self) -> None:
        """Carries out what a journal says; does nothing without one. Safe to repeat."""
        journal = self.root / JOURNAL
        if not journal.exists():
            return
        try:
            for part, path in json.loads(journal.read_text(encoding="utf-8")):
                self._move(part, self._inside(path))
            journal.unlink()
        except OSError as error:
            raise Fault(_unwritable(error)) from None

    def tidy(self) -> None:
        """Removes the working folder, for places that are no briefing."""
        shutil.rmtree(self._inside(WORK), ignore_errors=True)
        if (self.root / ".onrecord").is_dir() and not any((self.root / ".onrecord").iterdir()):
            (self.root / ".onrecord").rmdir()

    def _move(self, part: str | None, target: Path) -> None:
        if part is None:
            target.unlink(missing_ok=True)
        elif (self.root / part).exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            (self.root / part).replace(target)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the briefing for one command at a time, and finishes what an interrupted one began."""
        try:
            (self.root / ".onrecord").mkdir(exist_ok=True)
            with FileLock(self.root / ".onrecord" / "lock", timeout=0):
                self.finish()
                yield
        except Timeout:
            hint = "Wait until it is done."
            raise Fault(Problem(".onrecord/lock", 0, "Another onrecord is at work here.", hint)) from None
        except PermissionError as error:
            raise Fault(_unwritable(error)) from None

    def _inside(self, path: str) -> Path:
        """The file at `path`; Fault where it, or a link on the way, leaves the briefing."""
        target = self.root / path
        # Strings here: this is asked for every file of a build, and paths as objects cost several times as much.
        root = str(self.root)
        if _is_plainly_inside(root, path, self.plain):
            return target
        real = os.path.realpath(target)
        if real != root and not real.startswith(root.rstrip(os.sep) + os.sep):
            raise Fault(
                Problem(path, 0, "This leads out of the briefing's folder.", "Replace the link by the file.")
            )
        return target


def _is_plainly_inside(root: str, path: str, plain: set[str]) -> bool:
    """Whether no part of `path` below `root` (itself real) is a link or leads up: then it need not be resolved.

    `plain`: folders that are known to be none, and grows. On Windows more than links leads elsewhere, and there
    paths are always resolved.
    """
    if os.name == "nt" or path.startswith("/") or ".." in path.split("/"):
        return False
    folder = path.rpartition("/")[0]
    if folder and folder not in plain:
        if not _is_plainly_inside(root, folder, plain):
            return False
        plain.add(folder)
    try:
        return not stat.S_ISLNK(os.lstat(f"{root}/{path}").st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml without running the Python objects it may name."""


_AnyTag.add_multi_constructor("", lambda loader, suffix, node: None)


def _same(there: bytes | None, wanted: bytes | None) -> bool:
    if there is None or wanted is None or there == wanted:
        return there == wanted
    return b"\r" in there and there.replace(b"\r\n", b"\n") == wanted


def _lay_down(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _unwritable(error: OSError) -> Problem:
    hint = "Nothing was changed; make room or give write permission, and run again."
    return Problem(str(error.filename or "."), 0, f"This cannot be written: {error.strerror or error}.", hint)
