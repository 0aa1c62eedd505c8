"""What was worked out across the sources before, found again while all that it was made of is the same."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

Plain = TypeVar("Plain")


@dataclass(frozen=True, slots=True)
class Memory:
    """Results as plain values (numbers, texts, lists), kept between builds by whoever calls `collect`."""

    before: Mapping[str, Any] = field(default_factory=dict)
    """What the last build left: name → [key, value]. Anything else in it is as good as nothing."""
    now: dict[str, Any] = field(default_factory=dict)
    """What this build leaves, in the same form."""

    def recall(self, name: str, made_of: Iterable[str], work: Callable[[], Plain]) -> Plain:
        """The value of `work`, which depends on nothing but `made_of`; it is done only if that is new."""
        key = hashlib.sha256("\0".join(made_of).encode()).hexdigest()
        match self.before.get(name):
            case [str(known), value] if known == key:
                found: Plain = value
            case _:
                found = work()
        self.now[name] = [key, found]
        return found
