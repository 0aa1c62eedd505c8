"""What builds remember of earlier ones: names and bytes in one SQLite file. It may be lost or damaged at any time.

A damaged file is as good as none: reading finds nothing in it, and the next writing begins a new one.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, value BLOB NOT NULL)"


@dataclass(frozen=True, slots=True)
class Store:
    """What is remembered."""

    connection: sqlite3.Connection | None = None
    """None where nothing is remembered."""

    def get(self, name: str) -> bytes | None:
        """The bytes of a name; None where there are none."""
        if self.connection is None:
            return None
        try:
            row = self.connection.execute("SELECT value FROM kept WHERE name = ?", (_bytes(name),)).fetchone()
        except sqlite3.Error:
            return None
        return bytes(row[0]) if row else None

    def found(self, beginning: str) -> dict[str, bytes]:
        """All that is remembered by names that begin so, by name."""
        return {_text(name): bytes(value) for name, value in self._select("name, value", beginning)}

    def names(self, beginning: str) -> list[str]:
        """The names that begin so, without anything that is remembered by them."""
        return [_text(name) for (name,) in self._select("name", beginning)]

    def _select(self, columns: str, beginning: str) -> list[tuple[bytes, ...]]:
        if self.connection is None:
            return []
        first = _bytes(beginning)
        asked = f"SELECT {columns} FROM kept WHERE name >= ? AND substr(name, 1, ?) = ? ORDER BY name"
        try:
            return self.connection.execute(asked, (first, len(first), first)).fetchall()
        except sqlite3.Error:
            return []


class Rows(Mapping[str, bytes]):
    """What is remembered by names that begin so, by the rest of the name; read when it is first asked for.

    What has names that are the same up to a colon is read at once.
    """

    def __init__(self, store: Store, beginning: str) -> None:
        self._store, self._beginning = store, beginning
        self._names = dict.fromkeys(name.removeprefix(beginning) for name in store.names(beginning))
        self._read: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        found = self._read.get(name)
        if found is None and name in self._names:
            kind, colon, _ = name.partition(": ")
            self._read |= self._rows(kind + colon) if colon else self._row(name)
            found = self._read.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def _rows(self, kind: str) -> dict[str, bytes]:
        rows = self._store.found(self._beginning + kind)
        return {name.removeprefix(self._beginning): row for name, row in rows.items()}

    def _row(self, name: str) -> dict[str, bytes]:
        row = self._store.get(self._beginning + name)
        return {} if row is None else {name: row}


NOTHING = Store()
"""A store without anything in it."""


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The store in a file, to read; one without anything where there is no such file or it is none."""
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)
    except sqlite3.Error:
        yield NOTHING
        return
    with closing(connection):
        yield Store(connection)


def write(path: Path, values: Mapping[str, bytes | None]) -> None:
    """Puts values in, all or none (None: forget the name). OSError or sqlite3.Error where that is not possible."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _put(path, values)
    except sqlite3.DatabaseError:
        with suppress(FileNotFoundError):
            path.unlink()
        _put(path, values)


def _put(path: Path, values: Mapping[str, bytes | None]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(_TABLE)
        gone = [(_bytes(name),) for name, value in values.items() if value is None]
        new = [(_bytes(name), value) for name, value in values.items() if value is not None]
        connection.executemany("DELETE FROM kept WHERE name = ?", gone)
        connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", new)


def _bytes(name: str) -> bytes:
    """File names may hold half surrogates, for which SQLite's text has no place."""
    return name.encode("utf-8", "surrogatepass")


def _text(name: bytes) -> str:
    return str(name, "utf-8", "surrogatepass")
