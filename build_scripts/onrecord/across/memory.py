"""What was worked out across the sources before, found again while all that it was made of is the same."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from onrecord.briefing import Entry

Plain = TypeVar("Plain")


@dataclass(frozen=True, slots=True)
class Memory:
    """Results as plain values (numbers, texts, lists), kept between builds by whoever calls `collect`."""

    before: Mapping[str, Any] = field(default_factory=dict)
    """What the last build left: name → [key, value]. Anything else in it is as good as nothing."""
    now: dict[str, Any] = field(default_factory=dict)
    """What this build leaves, in the same form."""

    @property
    def changed(self) -> bool:
        """Whether this build leaves anything but what the last one left."""
        return len(self.now) != len(self.before) or any(
            self.before.get(name) is not value for name, value in self.now.items()
        )

    def put(self, name: str, made_of: Iterable[str], value: object) -> None:
        """Leaves a value that was worked out anew, whatever was known before."""
        self.now[name] = [_key(made_of), value]

    def keep(self, beginning: str) -> None:
        """Leaves what was known by names that begin so, though this build did not ask for it."""
        self.now.update((name, value) for name, value in self.before.items() if name.startswith(beginning))

    def recall(self, name: str, made_of: Iterable[str], work: Callable[[], Plain]) -> Plain:
        """The value of `work`, which depends on nothing but `made_of`; it is done only if that is new."""
        key = _key(made_of)
        before = self.before.get(name)
        match before:
            case [str(known), value] if known == key:
                found: Plain = value
                self.now[name] = before
            case _:
                found = work()
                self.now[name] = [key, found]
        return found


def _key(made_of: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(made_of).encode("utf-8", "surrogatepass")).hexdigest()


def texts(entries: Iterable[Entry]) -> Iterator[str]:
    """All that is read off the sources alone: of those published in part, of the part and of the whole."""
    for entry in entries:
        for source in filter(None, (entry.source, entry.whole)):
            known = (source.name, source.published, source.outlet, source.agency, source.credits)
            paragraphs = [(one.number, one.span, one.kind) for one in source.paragraphs]
            yield f"{known!r} {paragraphs!r} {source.text}"
