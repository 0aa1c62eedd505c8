"""Checksums of a briefing's files. A file that nobody touched since it was read is not read again."""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Stamp = tuple[int, ...]
"""When a file was touched last, in nanoseconds, and what else changes with it."""
YOUNG = 3 * 10**9
"""Nanoseconds after which a second touch has another time on any file system: some count in steps of two seconds."""


def checksum(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Sums:
    """The checksums of files, by path."""

    read: Callable[[str], bytes | None]
    """The bytes of a file; None where there is none."""
    stamp: Callable[[str], Stamp | None]
    """None where nothing tells whether a file was touched; the first number is the time."""
    known: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Path → [stamp, checksum], as the last build left them."""
    now: dict[str, Sequence[Any]] = field(default_factory=dict)
    """What this build leaves, in the same form."""
    began: int = field(default_factory=time.time_ns)

    def of(self, path: str, read: Callable[[str], bytes | None] | None = None) -> str | None:
        """The checksum of a file, read by `read` if it must be; None where there is no file."""
        # Before reading: what is written meanwhile has a later one.
        stamp = self.stamp(path)
        match self.known.get(path):
            case [known, str(found)] if stamp and known == list(stamp):
                self.now[path] = self.known[path]
                return found
        content = (read or self.read)(path)
        if content is None:
            return None
        found = checksum(content)
        if stamp and stamp[0] < self.began - YOUNG:
            self.now[path] = [list(stamp), found]
        return found

    @property
    def are_news(self) -> bool:
        """Whether there is anything that the last build did not leave."""
        return len(self.now) != len(self.known) or any(
            self.known.get(path) is not row for path, row in self.now.items()
        )
